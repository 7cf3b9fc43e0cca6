// SPDX-License-Identifier: MIT
//
// The prices that a plan carries, so that an old plan shows its old figures.
#include "fixtures.hpp"
#include "printers.hpp"
#include "small_catalogue.hpp"
#include "stowage/cost.hpp"
#include "stowage/explanation.hpp"
#include "stowage/quantity_text.hpp"

using namespace stowage;
using namespace stowage::test;

namespace {

const std::string kEnvironments =
    "environments:\n"
    "  a: {provider: cloud, region: east, servers: {s: {instance: std.small}, t: {instance: std.small}, "
    "own: {instance: std.large, cost: 5/month}, odd: {instance: none.such}}, managed: {db: {instance: "
    "db.small}}}\n"
    "  b: {provider: cloud, region: west, servers: {s: {instance: std.small}}}\n";

Plan plan_with(const std::string& prices) { return plan_of("stowage: 0\n" + prices + kEnvironments); }

std::string used_by(const Plan& plan) {
    std::string text = plan.prices.snapshot + ":";
    for (const UsedPrice& used : plan.prices.used)
        text += " " + used.name + "=" + format_list_price(used.price);
    return text;
}

}  // namespace

TEST_SUITE("prices used") {
    TEST_CASE("the name of a price") {
        CHECK(price_name("cloud", "east", "std.small") == "cloud/east/std.small");
    }

    TEST_CASE("every catalogue price of the bill is kept once, in its order, with the snapshot") {
        CHECK(used_by(with_prices_used(plan_with(""), small_catalogue())) ==
              "2026-01-31: cloud/east/std.small=0.05 cloud/east/db.small=0.1 cloud/west/std.small=0.06");
    }

    TEST_CASE("keeping the prices changes nothing else, and nothing the second time") {
        const Plan plan = plan_with("");
        Plan kept = with_prices_used(plan, small_catalogue());
        CHECK(with_prices_used(kept, small_catalogue()) == kept);
        kept.prices = {};
        CHECK(kept == plan);
    }

    TEST_CASE("a kept price goes before the catalogue's and says of which snapshot it is") {
        const Plan plan = plan_with("prices: {snapshot: 2020-01-01, used: {cloud/east/std.small: 0.04}}\n");
        const auto price = applied_price(plan.prices, small_catalogue(), "cloud", "east", "std.small");
        REQUIRE(price.has_value());
        if (!price) return;
        CHECK(price->hourly == HourlyPrice::nanos(40'000'000));
        CHECK(price->date.empty());
        CHECK(price->source == "price of snapshot 2020-01-01, kept in the plan");
        // 0.04 x 730 = 29.20 instead of 36.50
        CHECK(cost_lines(plan, plan.environments.at(0), small_catalogue()).at(0).low == Money::cents(2'920));
    }

    TEST_CASE("a kept price that the catalogue confirms has the catalogue's source") {
        const Plan plan = plan_with("prices: {snapshot: 2020-01-01, used: {cloud/east/std.small: 0.05}}\n");
        const auto price = applied_price(plan.prices, small_catalogue(), "cloud", "east", "std.small");
        CHECK((price && price->date == "2026-01-15" && price->source == "first list"));
    }

    TEST_CASE("a kept price holds for its own region only") {
        const Plan plan = plan_with("prices: {snapshot: 2020-01-01, used: {cloud/east/std.small: 0.04}}\n");
        const auto price = applied_price(plan.prices, small_catalogue(), "cloud", "west", "std.small");
        CHECK((price && price->hourly == HourlyPrice::nanos(60'000'000)));
    }

    TEST_CASE("a kept price serves where the catalogue has none") {
        const Plan plan = plan_with("prices: {snapshot: 2020-01-01, used: {cloud/east/none.such: 0.07}}\n");
        const auto price = applied_price(plan.prices, small_catalogue(), "cloud", "east", "none.such");
        CHECK((price && price->hourly == HourlyPrice::nanos(70'000'000)));
        CHECK_FALSE(applied_price(plan.prices, small_catalogue(), "cloud", "east", "other").has_value());
        CHECK_FALSE(applied_price({}, Catalogue{}, "cloud", "east", "std.small").has_value());
    }

    TEST_CASE("kept prices stay, those that nothing uses any more are dropped") {
        const Plan plan = plan_with(
            "prices: {snapshot: 2020-01-01, used: {cloud/east/std.large: 9, cloud/east/std.small: 0.04, "
            "x/y/z: 1, "
            "cloud/east/none.such: 0.07}}\n");
        // std.large has an own cost, x/y/z is nowhere; db.small was added since, at a price of 2026-01-31
        CHECK(used_by(with_prices_used(plan, small_catalogue())) ==
              "2020-01-01: cloud/east/std.small=0.04 cloud/east/none.such=0.07");
    }

    TEST_CASE("a kept price that the catalogue confirms stays while another of its snapshot does") {
        const Plan plan = plan_with(
            "prices: {snapshot: 2020-01-01, used: {cloud/east/std.small: 0.05, cloud/west/std.small: "
            "0.04}}\n");
        CHECK(used_by(with_prices_used(plan, small_catalogue())) ==
              "2020-01-01: cloud/east/std.small=0.05 cloud/west/std.small=0.04");
    }

    TEST_CASE("once the catalogue confirms every kept price, the plan is of its snapshot") {
        const Plan plan = plan_with("prices: {snapshot: 2020-01-01, used: {cloud/east/std.small: 0.05}}\n");
        CHECK(used_by(with_prices_used(plan, small_catalogue())) ==
              "2026-01-31: cloud/east/std.small=0.05 cloud/east/db.small=0.1 cloud/west/std.small=0.06");
    }

    TEST_CASE("a price of the snapshot at hand that differs stays, and new ones of that snapshot are added") {
        const Plan plan = plan_with("prices: {snapshot: 2026-01-31, used: {cloud/east/std.small: 0.04}}\n");
        CHECK(used_by(with_prices_used(plan, small_catalogue())) ==
              "2026-01-31: cloud/east/std.small=0.04 cloud/east/db.small=0.1 cloud/west/std.small=0.06");
    }

    TEST_CASE("the estimate names each snapshot that its list prices are of") {
        const auto snapshots = [](const Plan& plan) {
            return explain_snapshots(plan, estimate(plan, small_catalogue()), small_catalogue());
        };
        const std::string kept = "prices: {snapshot: 2020-01-01, used: {cloud/east/std.small: 0.04}}\n";
        CHECK(snapshots(plan_with("")) == "snapshot 2026-01-31");
        CHECK(snapshots(plan_with(kept)) == "snapshot 2026-01-31, and snapshot 2020-01-01, kept in the plan");
        CHECK(snapshots(plan_of("stowage: 0\n" + kept +
                                "environments: {e: {provider: cloud, region: east, "
                                "servers: {s: {instance: std.small}}}}")) ==
              "snapshot 2020-01-01, kept in the plan");
        CHECK(explain_snapshots(Plan{}, Estimate{}, Catalogue{}).empty());
    }

    TEST_CASE("a plan that uses no price names no snapshot") {
        CHECK(with_prices_used(Plan{}, small_catalogue()) == Plan{});
        const Plan own = plan_of("stowage: 0\nenvironments: {e: {servers: {s: {cost: 5/month}}}}");
        CHECK(with_prices_used(own, small_catalogue()) == own);
    }

    TEST_CASE("a snapshot whose prices are all gone makes way for the one at hand") {
        const Plan plan = plan_with("prices: {snapshot: 2020-01-01}\n");
        CHECK(used_by(with_prices_used(plan, small_catalogue())) ==
              "2026-01-31: cloud/east/std.small=0.05 cloud/east/db.small=0.1 cloud/west/std.small=0.06");
    }

    TEST_CASE("an old plan shows its old figures under a newer catalogue") {
        const Plan shared = with_prices_used(plan_with(""), small_catalogue());
        std::string dearer(kSmallCatalogue);
        dearer.replace(dearer.find("2026-01-31"), 10, "2027-01-31");
        dearer.replace(dearer.find("\n0\t0.05\n"), 8, "\n0\t0.09\n");
        const Catalogue newer = catalogue_of(dearer);
        const auto total = [&](const Plan& plan) {
            return total_of(cost_lines(plan, plan.environments.at(1), newer)).low +
                   total_of(cost_lines(plan, plan.environments.at(0), newer)).low;
        };
        // 36.50 x 2 + 5 + 73 + 43.80 = 194.80, and 65.70 x 2 instead of 36.50 x 2 without the kept prices
        CHECK(total(shared) == Money::cents(19'480));
        Plan anew = shared;
        anew.prices = {};
        CHECK(total(anew) == Money::cents(25'320));
        CHECK(with_prices_used(shared, newer) == shared);
    }

    TEST_CASE("plans made with prices are read again") {
        const Plan plan = with_prices_used(seed_plan(), catalogue());
        CHECK(plan.prices.used.size() == 8);
        CHECK(plan_of(write_plan_yaml(plan)) == plan);
    }
}
