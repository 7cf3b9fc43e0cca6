// SPDX-License-Identifier: MIT
#include "stowage/provider_comparison.hpp"

#include "comparison_catalogue.hpp"
#include "expectations.hpp"
#include "fixtures.hpp"
#include "stowage/quantity_text.hpp"

using namespace stowage;
using namespace stowage::test;

namespace {

struct Compared {
    Plan plan;
    Estimate figures;
    std::vector<ProviderOffer> offers;
};

Compared compare(Plan plan, const Catalogue& catalogue, const MachineFilter& filter,
                 std::size_t environment) {
    Compared compared;
    compared.plan = std::move(plan);
    compared.figures = estimate(compared.plan, catalogue);
    compared.offers = compare_providers(compared.plan, compared.plan.environments[environment],
                                        compared.figures.environments[environment], catalogue, filter);
    return compared;
}

/// An environment `e` of alpha in east.
Compared compared(const std::string& settings, const MachineFilter& filter = {}) {
    return compare(
        plan_of("stowage: 0\nenvironments: {e: {provider: alpha, region: east, " + settings + "}}"),
        comparison_catalogue(), filter, 0);
}

const ProviderOffer& offer_of(const Compared& compared, std::string_view provider) {
    for (const ProviderOffer& offer : compared.offers) {
        if (offer.provider == provider) return offer;
    }
    FAIL("no offer of " << std::string(provider));
    return compared.offers.front();
}

const Environment& in_beta(const Compared& compared) { return offer_of(compared, "beta").environment; }

/// "WHERE: WHAT" of what has no price, without "/environments/e/", one a line.
std::string missing_text(const ProviderOffer& offer) {
    std::string text;
    for (const MissingItem& item : offer.missing)
        text += item.where.substr(std::string("/environments/e/").size()) + ": " + item.what + "\n";
    return text;
}

/// What beta rents for one server with these settings, and a service that requests that much CPU on it.
std::string machine_of_beta(const std::string& server, const std::string& cpu,
                            const MachineFilter& filter = {}) {
    const Compared both = compared(
        "servers: {app: {" + server + "}}, services: {x: {server: app, cpu: " + cpu + ", memory: 1GiB}}",
        filter);
    return in_beta(both).servers[0].instance;
}

const std::string kMiddle = "cpu: 4, memory: 8GiB, instance: a.mid";

}  // namespace

TEST_SUITE("comparison of providers") {
    TEST_CASE("the plan comes first, as it is, then the others in the order of the catalogue") {
        const Compared all = compared("servers: {app: {" + kMiddle + "}}");
        REQUIRE(all.offers.size() == 3);
        CHECK(all.offers[0].current);
        CHECK(all.offers[0].provider == "alpha");
        CHECK(all.offers[0].environment == all.plan.environments[0]);
        CHECK(show_cost(all.offers[0].cost) == "146.00");  // 0.2 x 730
        CHECK_FALSE(all.offers[0].difference);
        CHECK(all.offers[1].provider == "beta");
        CHECK(all.offers[2].provider == "gamma");
        CHECK_FALSE(all.offers[2].current);
    }

    TEST_CASE("each in the region that is near, else in its first") {
        CHECK(offer_of(compared("servers: {}"), "beta").region == "south");
        CHECK(offer_of(compared("servers: {}"), "gamma").region == "moon");
        const Compared own =
            compare(plan_of("stowage: 0\nenvironments: {e: {}}"), comparison_catalogue(), {}, 0);
        REQUIRE(own.offers.size() == 4);
        CHECK(own.offers[0].provider.empty());
        CHECK(offer_of(own, "beta").region == "north");
    }

    TEST_CASE("the cheapest machine that carries the server is rented, and the difference told in per cent") {
        // b.arm: 0.11 x 730 = 80.30, 45 % less than 146
        const Compared any =
            compared("servers: {app: {" + kMiddle + "}}, services: {x: {server: app, cpu: 4, memory: 1GiB}}");
        const ProviderOffer& beta = offer_of(any, "beta");
        CHECK(beta.environment.servers[0].instance == "b.arm");
        CHECK(show_cost(beta.cost) == "80.30");
        CHECK(beta.difference == -4'500);
        CHECK(beta.missing.empty());
        REQUIRE(beta.lines.size() == 1);
        CHECK(beta.lines[0].where == "/environments/e/servers/app");
        CHECK(beta.lines[0].sku == "b.arm");
    }

    TEST_CASE("all CPU that is requested is sustained; the rest of the size may be bursts") {
        CHECK(machine_of_beta(kMiddle, "1") == "b.burst");  // 25 % of 4
        CHECK(machine_of_beta(kMiddle, "1001m") == "b.arm");
        CHECK(machine_of_beta(kMiddle + ", reserved: {cpu: 1m}", "1") == "b.arm");
        CHECK(machine_of_beta(kMiddle, "shared") == "b.burst");
        CHECK(machine_of_beta("cpu: 5, memory: 8GiB, instance: a.mid", "1") == "b.big");
    }

    TEST_CASE("the filter decides about architecture, shared CPU and prices that are out of date") {
        MachineFilter x86;
        x86.architecture = Architecture::x86_64;
        CHECK(machine_of_beta(kMiddle, "4", x86) == "b.mid");
        MachineFilter stale;
        stale.stale_prices = true;
        CHECK(machine_of_beta(kMiddle, "4", stale) == "b.old");
        MachineFilter shared;
        shared.shared_cpu = true;
        CHECK(machine_of_beta(kMiddle, "4", shared) == "b.shared");
        MachineFilter arm;
        arm.architecture = Architecture::arm64;
        CHECK(machine_of_beta(kMiddle, "1", arm) == "b.arm");
    }

    TEST_CASE("an instance alone is the size, which is stated where the new machine is larger") {
        const Compared same = compared("servers: {app: {instance: a.mid}}");
        CHECK(in_beta(same).servers[0].instance == "b.burst");
        CHECK_FALSE(in_beta(same).servers[0].cpu);
        CHECK_FALSE(in_beta(same).servers[0].memory);
        MachineFilter arm;
        arm.architecture = Architecture::arm64;
        const Compared larger =
            compare(plan_of("stowage: 0\nenvironments: {e: {provider: gamma, region: moon, servers: {app: "
                            "{instance: g.tiny}}}}"),
                    comparison_catalogue(), arm, 0);
        CHECK(in_beta(larger).servers[0].instance == "b.arm");
        CHECK(in_beta(larger).servers[0].cpu == MilliCpu::cores(1));
        CHECK(in_beta(larger).servers[0].memory == Bytes::gib(1));
    }

    TEST_CASE("own costs and discounts stay with the plan") {
        const Compared own = compared(
            "discount: 10%, servers: {app: {cpu: 4, memory: 8GiB, cost: 20/month, "
            "discount: 50%, disk: 10GiB, disk_type: fast}}");
        CHECK(show_cost(own.offers[0].cost).ends_with("20.00"));
        const ProviderOffer& beta = offer_of(own, "beta");
        // b.burst 0.05 x 730 = 36.50 and 10 GiB at 0.1: 37.50
        CHECK(show_cost(beta.cost) == "37.50");
        CHECK_FALSE(beta.environment.servers[0].cost);
        CHECK_FALSE(beta.environment.servers[0].discount);
        CHECK(beta.environment.servers[0].disk_type.empty());
        CHECK(beta.environment.discount.is_zero());
    }

    TEST_CASE("the range of the plan stays; what another provider asks is one price") {
        const Compared ranged = compared(
            "servers: {app: {cpu: 4, memory: 8GiB, cost: 10..30/month}}, managed: {rds: {instance: a.db, "
            "max_cost: 100}}");
        CHECK(show_cost(ranged.offers[0].cost) == "83.00..130.00");  // 0.1 x 730 = 73 up to 100
        // b.burst 36.50 and b.db 0.08 x 730 = 58.40; the lower ends: 94.90 / 83.00 = 1.14337
        const ProviderOffer& beta = offer_of(ranged, "beta");
        CHECK(show_cost(beta.cost) == "94.90");
        CHECK(beta.difference == 1'434);
        CHECK_FALSE(beta.environment.managed[0].max_cost);
    }

    TEST_CASE("without a machine that would do the total is a lower bound, and the reason is told") {
        const Compared large = compared("servers: {app: {cpu: 64, memory: 1TiB, instance: a.mid}}");
        const ProviderOffer& beta = offer_of(large, "beta");
        CHECK(missing_text(beta) == "servers/app: no machine carries 64 cores and 1 TiB\n");
        CHECK_FALSE(beta.cost.complete);
        CHECK_FALSE(beta.difference);
        CHECK(beta.environment.servers[0].instance.empty());
        MachineFilter arm;
        arm.architecture = Architecture::arm64;
        const Compared shared =
            compare(plan_of("stowage: 0\nenvironments: {e: {servers: {app: {cpu: 2, memory: 4GiB}}}}"),
                    small_catalogue(), arm, 0);
        CHECK(missing_text(offer_of(shared, "cloud")) ==
              "servers/app: no machine carries 2 cores and 4 GiB\n");
    }

    TEST_CASE("what would do but for the filter is named") {
        const std::string only_old =
            "stowage-catalogue\t1\nsnapshot\ts\nsource\t2020-01-01\tlist\tstale\nsource\t2026-01-01\tlist\n"
            "family\tx\tcompute\tf\ntype\told\t4\t8\t-\tx86_64\tdedicated\ntype\tshared\t2\t4\t-\tx86_64\t"
            "shared\nlist\there\t0\n0\t1\nlist\there\t1\n1\t1\nend\t11\n";
        const auto missing = [&](const std::string& size) {
            const Compared one =
                compare(plan_of("stowage: 0\nenvironments: {e: {servers: {app: {" + size + "}}}}"),
                        catalogue_of(only_old), {}, 0);
            return missing_text(offer_of(one, "x"));
        };
        CHECK(missing("cpu: 4, memory: 8GiB") ==
              "servers/app: no machine carries 4 cores and 8 GiB; old would, but its price is out of date\n");
        CHECK(missing("cpu: 2, memory: 4GiB") ==
              "servers/app: no machine carries 2 cores and 4 GiB; shared would, if its shared vCPUs could be "
              "relied on\n");
        CHECK(missing("title: App") == "servers/app: nothing tells how large it is\n");
    }

    TEST_CASE("without a price of the plan there is no difference") {
        CHECK_FALSE(offer_of(compared("servers: {app: {cpu: 4, memory: 8GiB}}"), "beta").difference);
        CHECK_FALSE(offer_of(compared("servers: {}"), "beta").difference);  // 0 of 0
    }

    TEST_CASE("the cheapest first, but totals that lack a price last") {
        const auto offer = [](const char* provider, std::int64_t dollars, bool complete) {
            ProviderOffer one;
            one.provider = provider;
            one.cost = {Money::nanos(dollars * 1'000'000'000), Money::nanos(dollars * 1'000'000'000),
                        complete};
            return one;
        };
        std::vector<ProviderOffer> offers{offer("plan", 50, true),  offer("none", 0, false),
                                          offer("part", 10, false), offer("dear", 90, true),
                                          offer("cheap", 40, true), offer("free", 0, true)};
        offers[0].current = true;
        const auto order = [&] {
            std::string text;
            for (const std::uint32_t i : cheapest_first(offers)) text += offers[i].provider + " ";
            return text;
        };
        CHECK(order() == "plan free cheap dear part none ");
        offers[0].cost.complete = false;  // it is no measure any more
        CHECK(order() == "free cheap dear plan part none ");
        CHECK(is_unpriced(offers[1]));
        CHECK_FALSE(is_unpriced(offers[2]));
        CHECK_FALSE(is_unpriced(offers[5]));
    }

    TEST_CASE("a difference as shown") {
        CHECK(show_difference(-4'500) == "-45.00%");
        CHECK(show_difference(1'434) == "+14.34%");
        CHECK(show_difference(-5) == "-0.05%");
        CHECK(show_difference(0) == "0.00%");
    }
}

TEST_SUITE("comparison of managed services") {
    TEST_CASE("a database is matched by vCPU and memory, and what it sustains") {
        const Compared one = compared("managed: {rds: {instance: a.db, storage_type: fast}}");
        CHECK(in_beta(one).managed[0].instance == "b.db");  // b.dbburst is cheaper and sustains 0.4 of 2
        CHECK(in_beta(one).managed[0].storage_type.empty());
        CHECK(show_cost(offer_of(one, "beta").cost) == "58.40");
    }

    TEST_CASE("a pair is matched with a pair, at least as large") {
        const Compared pair = compared("managed: {rds: {instance: 'a.db:ha', count: 2}}");
        CHECK(in_beta(pair).managed[0].instance == "b.db:ha");
        CHECK(show_cost(offer_of(pair, "beta").cost) == "423.40");  // 2 x 0.29 x 730
        CHECK(missing_text(offer_of(pair, "gamma")) ==
              "managed/rds: no managed PostgreSQL as a highly available pair is listed\n");
    }

    TEST_CASE("a cache is its memory, bought by the GiB in the capacity that is sold") {
        // 3 GiB: M1 at 0.04 x 3 = 0.12, M2 from 5 GiB at 0.02 x 5 = 0.1 an hour
        const Compared cache = compared("managed: {redis: {instance: a.kv}}");
        CHECK(in_beta(cache).managed[0].instance == "kv:basic-M2");
        CHECK(in_beta(cache).managed[0].memory == Bytes::gib(5));
        CHECK(show_cost(offer_of(cache, "beta").cost) == "73.00");
        CHECK(missing_text(offer_of(cache, "gamma")) == "managed/redis: no managed Redis is listed\n");
    }

    TEST_CASE("what is not in the catalogue is matched by the service that it is for") {
        const auto of_own = [](const std::string& service) {
            return compared("services: {db: {replicas: 0, " + service +
                            "}}, managed: {rds: {for: db, cost: 80/month}}");
        };
        CHECK(in_beta(of_own("kind: postgres, cpu: 2, memory: 4GiB")).managed[0].instance == "b.db");
        CHECK(in_beta(of_own("kind: postgres, cpu: 200m, memory: 4GiB")).managed[0].instance == "b.dbburst");
        CHECK(in_beta(of_own("kind: redis, cpu: 1, memory: 6GiB")).managed[0].memory == Bytes::gib(6));
        CHECK(missing_text(offer_of(of_own("kind: wsgi, cpu: 1, memory: 1GiB"), "beta")) ==
              "managed/rds: nothing tells what it is and its memory\n");
    }

    TEST_CASE("what is known too little of is told") {
        CHECK(missing_text(offer_of(compared("services: {db: {kind: postgres, replicas: 0, cpu: 64, memory: "
                                             "4GiB}}, managed: {rds: {for: db, cost: 80/month}}"),
                                    "beta")) ==
              "managed/rds: no managed PostgreSQL is known to have 64 vCPU and 4 GiB or more\n");
    }

    TEST_CASE("traffic that a provider has no price for is missing there") {
        const Compared traffic = compared("network: {egress: 100GB/month}");
        CHECK(show_cost(traffic.offers[0].cost) == "5.00");
        CHECK(show_cost(offer_of(traffic, "beta").cost) == "10.00");
        CHECK(offer_of(traffic, "beta").difference == 10'000);
        CHECK(missing_text(offer_of(traffic, "gamma")) == "network/egress: no price is listed\n");
    }
}

TEST_SUITE("comparison of the built-in example") {
    // The cheapest x86 machines of eastus in the price lists: 2 vCPU and 4 GiB with bursts Standard_B2als_v2
    // at 0.0376, 4 and 8 dedicated Standard_F4s_v2 at 0.169, 8 and 16 Standard_F8s_v2 at 0.338; of any
    // architecture 0.0336 (B2pls_v2), 0.154 (D4ps_v5) and 0.308 (D8ps_v5).
    TEST_CASE("on Azure") {
        MachineFilter x86;
        x86.architecture = Architecture::x86_64;
        const auto azure = [](std::size_t environment, const MachineFilter& filter) {
            const Compared one = compare(seed_plan(), catalogue(), filter, environment);
            const ProviderOffer& offer = offer_of(one, "azure");
            CHECK(offer.region == "eastus");
            return offer.environment.servers[0].instance + " " + show_cost(offer.cost);
        };
        CHECK(azure(0, x86) == "Standard_B2als_v2 27.45");  // 0.0376 x 730
        CHECK(azure(1, x86) == "Standard_F4s_v2 123.37");
        // with flexible-server:B2s, 2 vCPU and 4 GiB; no cache of a known memory is listed
        CHECK(azure(2, x86).starts_with("Standard_F8s_v2 at least "));
        CHECK(azure(3, x86) == "Standard_F8s_v2 431.87");  // (0.338 + 0.169 + 0.0846) x 730 = 431.868
        CHECK(azure(0, {}).starts_with("Standard_B2pls_v2 "));
        CHECK(azure(1, {}).starts_with("Standard_D4ps_v5 "));
    }
}
