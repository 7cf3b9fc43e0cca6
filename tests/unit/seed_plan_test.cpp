// SPDX-License-Identifier: MIT
//
// The document that the product grew from, row by row. The expected figures are those of its tables, read as
// tests/data/README.md explains; none is taken from the program's own output.
#include "fixtures.hpp"
#include "stowage/quantity_text.hpp"

using namespace stowage;
using namespace stowage::test;

namespace {

/// An environment of the template with its estimate.
struct Seed {
    explicit Seed(std::string_view name) : plan(seed_plan()), figures(estimate(plan, catalogue())) {
        for (std::size_t i = 0; i < plan.environments.size(); ++i) {
            if (plan.environments[i].name != name) continue;
            environment = &plan.environments[i];
            result = &figures.environments[i];
        }
        REQUIRE(environment != nullptr);
    }
    Plan plan;
    Estimate figures;
    const Environment* environment = nullptr;
    const EnvironmentEstimate* result = nullptr;

    [[nodiscard]] std::size_t count(Severity severity) const {
        std::size_t count = 0;
        for (const Finding& finding : result->findings) count += finding.severity == severity ? 1 : 0;
        return count;
    }
};

void check_server(const ServerEstimate& server, Resources used, Resources capacity, Resources free) {
    for (const Resource resource : {Resource::cpu, Resource::memory}) {
        CHECK(amount_of(server.used, resource) == amount_of(used, resource));
        CHECK(amount_of(server.capacity, resource) == amount_of(capacity, resource));
        CHECK(amount_of(server.free, resource) == amount_of(free, resource));
    }
}

}  // namespace

TEST_SUITE("seed plan") {
    TEST_CASE("has the document's four environments") {
        const Plan plan = seed_plan();
        REQUIRE(plan.environments.size() == 4);
        CHECK(plan.environments[0].name == "development");
        CHECK(plan.environments[1].name == "staging");
        CHECK(plan.environments[2].name == "production-single");
        CHECK(plan.environments[3].name == "production-distributed");
    }

    TEST_CASE("development shares 2 cores and uses 1250 MiB of 4 GiB") {
        const Seed seed("development");
        check_server(seed.result->servers[0], {MilliCpu{}, Bytes::mib(1250)},
                     {MilliCpu::cores(2), Bytes::gib(4)}, {MilliCpu::cores(2), Bytes::mib(2846)});
        CHECK(findings_text(*seed.result).empty());
        for (const Service& service : seed.environment->services) CHECK(service.cpu->shared);
        CHECK(seed.environment->note.find("1.22 GiB") != std::string::npos);
    }

    TEST_CASE("staging uses all 4 cores and 6.25 of 8 GiB") {
        const Seed seed("staging");
        check_server(seed.result->servers[0], {MilliCpu::cores(4), Bytes::mib(6400)},
                     {MilliCpu::cores(4), Bytes::gib(8)}, {MilliCpu{}, Bytes::mib(1792)});
        CHECK(
            findings_text(*seed.result) ==
            "error instance_too_small: t3.large has 2 vCPU, staging needs 4\n"
            "warning no_headroom: staging leaves no CPU to the operating system: all 4 cores are requested\n"
            "warning instance_sustained_cpu: t3.large sustains 0.6 of its 2 vCPU, staging needs 4\n"
            "info connection_budget: WSGI 2 x 2 x 1 = 4 and ASGI 1 x 1 x 5 = 5: 9 connections of the 97 that "
            "PostgreSQL gives; no service states calls: all are counted\n");
    }

    TEST_CASE("production on a single server uses all 8 cores and 13.5 of 16 GiB") {
        const Seed seed("production-single");
        check_server(seed.result->servers[0], {MilliCpu::cores(8), Bytes::mib(13824)},
                     {MilliCpu::cores(8), Bytes::gib(16)}, {MilliCpu{}, Bytes::mib(2560)});
        CHECK(
            findings_text(*seed.result) ==
            "error instance_too_small: t3.xlarge has 4 vCPU, production needs 8\n"
            "warning no_headroom: production leaves no CPU to the operating system: all 8 cores are "
            "requested\n"
            "warning instance_sustained_cpu: t3.xlarge sustains 1.6 of its 4 vCPU, production needs 8\n"
            "warning paid_twice: PostgreSQL runs on a server and is rented as RDS PostgreSQL too: it is "
            "paid twice\n"
            "warning paid_twice: Redis runs on a server and is rented as ElastiCache Redis too: it is paid "
            "twice\n"
            "info connection_budget: WSGI 2 x 3 x 1 = 6 and ASGI 2 x 1 x 5 = 10: 16 connections of the 97 "
            "that PostgreSQL gives; no service states calls: all are counted\n"
            "info storage_not_counted: RDS PostgreSQL is counted without storage, which aws prices apart\n");
    }

    TEST_CASE("distributed production over-commits the app server by one core and fills the other two") {
        const Seed seed("production-distributed");
        REQUIRE(seed.result->servers.size() == 3);
        check_server(seed.result->servers[0], {MilliCpu::cores(9), Bytes::mib(7680)},
                     {MilliCpu::cores(8), Bytes::gib(16)}, {MilliCpu::cores(-1), Bytes::mib(8704)});
        check_server(seed.result->servers[1], {MilliCpu::cores(4), Bytes::gib(8)},
                     {MilliCpu::cores(4), Bytes::gib(8)}, {});
        check_server(seed.result->servers[2], {MilliCpu::cores(2), Bytes::gib(4)},
                     {MilliCpu::cores(2), Bytes::gib(4)}, {});
        CHECK(findings_text(*seed.result) ==
              "error server_overcommitted: App server needs 9 of 8 cores: over-committed by 1 core\n"
              "warning no_headroom: DB server leaves no CPU and no memory to the operating system: all 4 "
              "cores and 8 "
              "GiB are requested\n"
              "warning no_headroom: Cache server leaves no CPU and no memory to the operating system: all 2 "
              "cores and "
              "4 GiB are requested\n"
              "info connection_budget: WSGI 2 x 5 x 1 = 10 and ASGI 2 x 2 x 10 = 40: 50 connections of the "
              "97 that PostgreSQL gives\n");
    }

    TEST_CASE("only the distributed app server has a quarter of something that nothing can use") {
        // 15 cores and 19.5 GiB are requested, 1.3 GiB for a core; the app server has no core left for its
        // 8.5 of 16 GiB. Staging has 1.75 of 8 GiB without CPU, the single server 2.5 of 16: 22 and 16 %.
        for (const std::string_view name : {"development", "staging", "production-single"}) {
            CHECK(findings_text(*Seed(name).result, FindingCode::stranded_capacity).empty());
        }
        CHECK(findings_text(*Seed("production-distributed").result, FindingCode::stranded_capacity) ==
              "info: App server has 8.5 GiB of memory left without the CPU that services of this environment "
              "need with it\n");
    }

    TEST_CASE("prices of the document's machines at 730 hours in us-east-1") {
        CHECK(show_money(Seed("development").result->cost.low) == "30.37");
        CHECK(show_money(Seed("staging").result->cost.low) == "60.74");
        const Seed single("production-single");
        REQUIRE(single.result->cost_lines.size() == 3);
        CHECK(show_money(single.result->cost_lines[0].low) == "121.47");
        CHECK(show_money(single.result->cost_lines[1].low) == "52.56");
        CHECK(show_money(single.result->cost_lines[1].high) == "200.00");
        CHECK(show_money(single.result->cost_lines[2].low) == "49.64");
        CHECK(show_money(single.result->cost_lines[2].high) == "100.00");
        CHECK(show_money(single.result->cost.low) == "223.67");
        CHECK(show_money(single.result->cost.high) == "421.47");
        CHECK(single.result->cost.complete);
    }

    TEST_CASE("the distributed option rents the cheapest x86 types that carry each server without bursting") {
        const Seed seed("production-distributed");
        for (const Server& server : seed.environment->servers) {
            const Price* chosen = catalogue().find_price("aws", "us-east-1", server.instance);
            REQUIRE(chosen != nullptr);
            for (const Price& other : catalogue().prices_in("aws", "us-east-1")) {
                const InstanceType& type = catalogue().types()[other.type];
                const bool carries = type.offering == Offering::compute &&
                                     type.architecture == Architecture::x86_64 && !type.baseline &&
                                     type.cpu >= server.cpu && type.memory >= server.memory;
                if (carries)
                    CHECK_MESSAGE(other.hourly >= chosen->hourly,
                                  type.sku << " is cheaper for " << server.name);
            }
        }
    }
}
