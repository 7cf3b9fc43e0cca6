// SPDX-License-Identifier: MIT
//
// Bills added up by hand from the round figures of small_catalogue.hpp. A month is 730 h where nothing else
// is said.
#include "stowage/cost.hpp"

#include "fixtures.hpp"
#include "printers.hpp"
#include "small_catalogue.hpp"
#include "stowage/explanation.hpp"
#include "stowage/limits.hpp"
#include "stowage/quantity_text.hpp"

using namespace stowage;
using namespace stowage::test;

namespace {

/// One line for each position: "server app std.small x1 730h 36.50" and the like.
std::string bill_of(const Plan& plan, const Catalogue& prices) {
    std::string text;
    for (const Environment& environment : plan.environments) {
        const auto lines = cost_lines(plan, environment, prices);
        for (const CostLine& line : lines) {
            text += std::string(name_of(line.category)) + " " + line.item;
            if (!line.sku.empty()) text += " " + line.sku;
            text += " x" + std::to_string(line.quantity);
            if (!line.hours.is_zero()) text += " " + format_month_hours(line.hours) + "h";
            text += " " + show_cost(line) + "\n";
        }
        const Cost total = total_of(lines);
        text += "total " + show_cost(total) + "\n";
    }
    return text;
}

std::string bill(const std::string& settings) {
    return bill_of(
        plan_of("stowage: 0\nenvironments: {e: {provider: cloud, region: east, " + settings + "}}"),
        small_catalogue());
}

}  // namespace

TEST_SUITE("cost") {
    TEST_CASE("bill 1: one rented machine") {
        // 0.05 x 730 = 36.50
        CHECK(bill("servers: {app: {instance: std.small}}") ==
              "server app std.small x1 730h 36.50\n"
              "total 36.50\n");
    }

    TEST_CASE("bill 2: pools, and the hours of the environment") {
        // working hours: 8 h x 22 days = 176 h; 0.05 x 176 x 3 = 26.40; 0.2 x 176 x 2 = 70.40; sum 96.80
        CHECK(bill("hours: 176, servers: {app: {instance: std.small, count: 3}, db: {instance: std.large, "
                   "count: 2}}") ==
              "server app std.small x3 176h 26.40\n"
              "server db std.large x2 176h 70.40\n"
              "total 96.80\n");
    }

    TEST_CASE("bill 3: own costs per month do not depend on the hours") {
        // 85 x 2 = 170
        CHECK(bill("hours: 176, servers: {app: {cost: 85/month, count: 2}}") ==
              "server app x2 170.00\n"
              "total 170.00\n");
    }

    TEST_CASE("bill 4: own costs per hour do") {
        // 0.12 x 176 x 2 = 42.24
        CHECK(bill("hours: 176, servers: {app: {cost: 0.12/hour, count: 2}}") ==
              "server app x2 176h 42.24\n"
              "total 42.24\n");
    }

    TEST_CASE("bill 5: an own cost goes before the list price") {
        CHECK(bill("servers: {app: {instance: std.large, cost: 20/month}}") ==
              "server app std.large x1 20.00\n"
              "total 20.00\n");
    }

    TEST_CASE("bill 6: ranges add up end by end") {
        // app 50..200 per month, twice: 100..400. db 0.1..0.3 an hour: 73..219. Sum 173..619.
        CHECK(bill("servers: {app: {cost: 50..200/month, count: 2}, db: {cost: 0.1..0.3/hour}}") ==
              "server app x2 100.00..400.00\n"
              "server db x1 730h 73.00..219.00\n"
              "total 173.00..619.00\n");
    }

    TEST_CASE("bill 7: managed services, with a maximum for all of them together") {
        // db: 0.1 x 730 x 2 = 146, at most 200. kv: 0.03 x 730 = 21.90. Sum 167.90..221.90.
        CHECK(bill("managed: {rds: {title: DB, instance: db.small, count: 2, max_cost: 200}, kv: {instance: "
                   "kv.small}}") ==
              "managed DB db.small x2 730h 146.00..200.00\n"
              "managed kv kv.small x1 730h 21.90\n"
              "total 167.90..221.90\n");
    }

    TEST_CASE("bill 8: a maximum below the price changes nothing") {
        CHECK(bill("managed: {rds: {instance: db.small, max_cost: 50}}") ==
              "managed rds db.small x1 730h 73.00\n"
              "total 73.00\n");
    }

    TEST_CASE("bill 9: what has no price is listed and the total is a lower bound") {
        CHECK(
            bill("servers: {app: {instance: std.small, count: 2, disk: 80GiB}, own: {cpu: 1, memory: 1GiB}, "
                 "odd: {instance: none.such}}, network: {egress: 500GB/month}, managed: {mail: }") ==
            "server app std.small x2 730h 73.00\n"
            "server own x1 no price\n"
            "server odd none.such x1 no price\n"
            "disk app x2 no price\n"
            "managed mail x1 no price\n"
            "egress egress x1 no price\n"
            "total at least 73.00\n");
    }

    TEST_CASE("the most that an item without a price may cost is no upper end of the total") {
        // app: 0.05 x 730 = 36.50; the disk may cost anything
        CHECK(bill("servers: {app: {instance: std.small, disk: 1GiB}}, managed: {mail: {max_cost: 200}}") ==
              "server app std.small x1 730h 36.50\n"
              "disk app x1 no price\n"
              "managed mail x1 no price, up to 200.00\n"
              "total at least 36.50\n");
    }

    TEST_CASE("bill 10: another region, where not everything is sold") {
        // 0.06 x 730 = 43.80
        CHECK(bill_of(plan_of("stowage: 0\nenvironments: {e: {provider: cloud, region: west, servers: {a: "
                              "{instance: std.small}, "
                              "b: {instance: std.large}}}}"),
                      small_catalogue()) ==
              "server a std.small x1 730h 43.80\n"
              "server b std.large x1 no price\n"
              "total at least 43.80\n");
    }

    TEST_CASE("bill 11: own machines of no provider") {
        CHECK(bill_of(plan_of("stowage: 0\nenvironments: {e: {servers: {a: {instance: std.small}, b: {cost: "
                              "0/month}}}}"),
                      small_catalogue()) ==
              "server a std.small x1 no price\n"
              "server b x1 0.00\n"
              "total at least 0.00\n");
    }

    TEST_CASE("bill 12: no hours, no cost") {
        CHECK(bill("hours: 0, servers: {app: {instance: std.small}, own: {cost: 1/hour}}") ==
              "server app std.small x1 0.00\n"
              "server own x1 0.00\n"
              "total 0.00\n");
    }

    TEST_CASE("bill 13: fractions of a cent are kept until the total is shown") {
        // 0.05 x 0.1 h = 0.005 each, shown as 0.01; three of them are 0.015, shown as 0.02 and not as 0.03
        const Plan plan = plan_of(
            "stowage: 0\nenvironments: {e: {provider: cloud, region: east, hours: 0.1, servers: {a: "
            "{instance: std.small}, "
            "b: {instance: std.small}, c: {instance: std.small}}}}");
        const auto lines = cost_lines(plan, plan.environments.at(0), small_catalogue());
        REQUIRE(lines.size() == 3);
        if (lines.size() != 3) return;
        CHECK(lines[0].low == Money::nanos(5'000'000));
        CHECK(show_money(lines[0].low) == "0.01");
        CHECK(total_of(lines).low == Money::nanos(15'000'000));
        CHECK(show_money(total_of(lines).low) == "0.02");
    }

    TEST_CASE("bill 14: a discount is off list prices, not off own costs") {
        // app: 0.05 x 730 x 2 = 73, less 20 % = 58.40. db: 0.1 x 730 = 73, less its own 35 % = 47.45. kv: a
        // discount of 0 % is one too, so 0.03 x 730 = 21.90. own stays 85. Sum 212.75.
        CHECK(bill("discount: 20%, servers: {app: {instance: std.small, count: 2}, own: {cost: 85/month}}, "
                   "managed: {db: {instance: db.small, discount: 35%}, kv: {instance: kv.small, discount: "
                   "0%}}") ==
              "server app std.small x2 730h 58.40\n"
              "server own x1 85.00\n"
              "managed db db.small x1 730h 47.45\n"
              "managed kv kv.small x1 730h 21.90\n"
              "total 212.75\n");
    }

    TEST_CASE("bill 15: office hours are 176 of a month") {
        // 0.05 x 8 x 22 = 8.80; less 12.5 % = 7.70
        CHECK(bill("hours: office, discount: 12.5%, servers: {app: {instance: std.small}}") ==
              "server app std.small x1 176h 7.70\n"
              "total 7.70\n");
    }

    TEST_CASE("bill 16: machines that were bought") {
        // 3,000 / 36 months = 83.3333.., 200 W x 730 h = 146 kWh x 0.30 = 43.80, and 40: 167.1333..; two of
        // them are 334.2666.., shown as 334.27 and not as 2 x 167.13 = 334.26
        CHECK(bill("servers: {app: {count: 2, cost: {purchase: 3000, lifetime: 36 months, power: 200W, "
                   "electricity: 0.30/kWh, monthly: 40}}}") ==
              "server app x2 334.27\n"
              "total 334.27\n");
        // stopped at night it draws 200 W x 176 h = 35.2 kWh, 10.56; the rest stays: 133.8933..
        CHECK(bill("hours: office, servers: {app: {cost: {purchase: 3000, lifetime: 3 years, power: 0.2kW, "
                   "electricity: 0.30/kWh, monthly: 40}}}") ==
              "server app x1 133.89\n"
              "total 133.89\n");
    }

    TEST_CASE("bill 17: own costs in other currencies, at the plan's rate") {
        const Plan plan = plan_of(
            "stowage: 0\nexchange: {EUR: {rate: 1.08, date: 2026-11-01}, JPY: {rate: 0.0065, date: "
            "2026-11-02}}\nenvironments: {e: {servers: {a: {count: 2, cost: 40 EUR/month}, b: {cost: "
            "10..20 JPY/hour}, c: {cost: {currency: EUR, purchase: 3600, lifetime: 36 months}}}}}");
        // a: 40 x 1.08 x 2 = 86.40. b: 10 x 730 x 0.0065 = 47.45, twice that is 94.90. c: 100 x 1.08 = 108.
        // Sum 241.85..289.30.
        CHECK(bill_of(plan, small_catalogue()) ==
              "server a x2 86.40\n"
              "server b x1 730h 47.45..94.90\n"
              "server c x1 108.00\n"
              "total 241.85..289.30\n");
        const auto lines = cost_lines(plan, plan.environments.at(0), small_catalogue());
        REQUIRE(lines.size() == 3);
        if (lines.size() != 3) return;
        CHECK(explain_cost(lines[0]) == "2 x 40 EUR x 1.08 USD/EUR of 2026-11-01 = 86.40 USD\nown cost");
        CHECK(explain_cost(lines[1]) ==
              "1 x 10..20 JPY/h x 730 h x 0.0065 USD/JPY of 2026-11-02 = 47.45..94.90 USD\nown cost");
        CHECK(explain_cost(lines[2]) ==
              "1 x (3600 / 36 months) EUR x 1.08 USD/EUR of 2026-11-01 = 108.00 USD\nown cost");
    }

    TEST_CASE("the dearest own machine at the dearest rate stays within 64 bits") {
        OwnedCost dearest{"EUR",          limits::kOwnAmount,   Months::count(1),
                          limits::kPower, limits::kEnergyPrice, limits::kOwnAmount};
        const std::vector<ExchangeRate> rates{{"EUR", limits::kMonthlyCost, "2026-11-01"}};
        CHECK_FALSE(is_within_limits(dearest, rates));
        const auto amounts = amounts_of(dearest, rates, limits::kMonth, limits::kServers);
        CHECK((amounts && amounts->high == limits::kMonthlyCost * limits::kServers));
        CHECK_FALSE(amounts_of(dearest, {}, limits::kMonth, 1).has_value());
    }

    TEST_CASE("a discount is shown beside the list price that it is off") {
        const Plan plan = plan_of(
            "stowage: 0\nenvironments: {e: {provider: cloud, region: east, discount: 20%, servers: {a: "
            "{instance: std.small, count: 2}, b: {cost: 1/hour}}}}");
        const auto lines = cost_lines(plan, plan.environments.at(0), small_catalogue());
        REQUIRE(lines.size() == 2);
        if (lines.size() != 2) return;
        CHECK(explain_cost(lines[0]).starts_with(
            "2 x 0.05 USD/h x 730 h = list 73.00 - 20% = 58.40 USD\nlist price of 2026-01-15"));
        CHECK(explain_cost(lines[1]) == "1 x 1 USD/h x 730 h = 730.00 USD\nown cost");
    }

    TEST_CASE("a discount is taken before the one rounding") {
        // 0.000000001 x 0.5 h x 5 = 2.5 billionths, less 50 % = 1.25: 1. Rounded twice it would be 3 x 50 % =
        // 1.5: 2.
        CHECK(cost_of(HourlyPrice::nanos(1), Duration::minutes(30), 5, Percent::whole(50)) ==
              Money::nanos(1));
        CHECK(cost_of(limits::kHourlyPrice, limits::kMonth, limits::kServers, Percent::hundredths(1)) ==
              Money::nanos(INT64_C(744'000'000'000'000) * 5'000 / 10'000 * 9'999));
    }

    TEST_CASE("a line tells where it belongs and where its price is from") {
        const Plan plan = plan_of(
            "stowage: 0\nenvironments: {e: {provider: cloud, region: west, servers: {a: {instance: "
            "std.small, disk: 1GiB}, "
            "b: {cost: 0.2/hour}, c: {cost: 0.2..0.3/hour}}, managed: {m: {cost: 5/month}}, network: "
            "{egress: 1GB/month}}}");
        const auto lines = cost_lines(plan, plan.environments.at(0), small_catalogue());
        REQUIRE(lines.size() == 6);
        if (lines.size() != 6) return;
        CHECK(lines[0].where == "/environments/e/servers/a");
        CHECK(lines[0].date == "2025-12-01");
        CHECK(lines[0].source == "second list");
        CHECK(lines[0].unit_price == HourlyPrice::nanos(60'000'000));
        CHECK(lines[1].source == "own cost");
        CHECK(lines[1].date.empty());
        CHECK(lines[1].unit_price == HourlyPrice::nanos(200'000'000));
        CHECK_FALSE(lines[2].unit_price.has_value());
        CHECK(lines[3].where == "/environments/e/servers/a/disk");
        CHECK(lines[4].where == "/environments/e/managed/m");
        CHECK_FALSE(lines[4].unit_price.has_value());
        CHECK(lines[5].where == "/environments/e/network/egress");
        CHECK(lines[5].low == Money{});
    }

    TEST_CASE("the sum of nothing is nothing, complete") {
        const Cost nothing = total_of({});
        CHECK(nothing.low.is_zero());
        CHECK(nothing.high.is_zero());
        CHECK(nothing.complete);
    }

    TEST_CASE("sums are complete when every part is") {
        Cost sum{Money::units(1), Money::units(2), true};
        sum += Cost{Money::units(10), Money::units(20), true};
        CHECK(sum.low == Money::units(11));
        CHECK(sum.high == Money::units(22));
        CHECK(sum.complete);
        sum += Cost{{}, {}, false};
        CHECK_FALSE(sum.complete);
    }

    TEST_CASE("the most expensive plan that is allowed stays within 64 bits") {
        const Plan plan = plan_of(
            "stowage: 0\nenvironments: {e: {servers: {s: {count: 5000, cost: 1000000/month}}, "
            "managed: {m: {count: 1000, cost: 1000000/month}}}}");
        // 6,000 x 1,000,000
        CHECK(total_of(cost_lines(plan, plan.environments.at(0), small_catalogue())).high ==
              Money::units(6'000'000'000));
    }
}
