// SPDX-License-Identifier: MIT
#include <algorithm>

#include "expectations.hpp"
#include "printers.hpp"
#include "random.hpp"
#include "stowage/limits.hpp"
#include "stowage/quantity_text.hpp"

using namespace stowage;
using namespace stowage::test;

namespace {

bool reads(std::string_view text, const OwnCost& expected) {
    const auto cost = parse_own_cost(text);
    return cost && *cost == expected;
}

OwnCost monthly(Money low, Money high) { return MonthlyCost{low, high}; }
OwnCost hourly(std::int64_t low_nanos, std::int64_t high_nanos) {
    return HourlyCost{HourlyPrice::nanos(low_nanos), HourlyPrice::nanos(high_nanos)};
}

}  // namespace

TEST_SUITE("money text") {
    TEST_CASE("money is a plain number") {
        const auto money = parse_money("12.50");
        CHECK((money && *money == Money::cents(1'250)));
        const auto most = parse_money("1000000");
        CHECK((most && *most == Money::units(1'000'000)));
        const auto fine = parse_money("0.0000000005");  // half a billionth
        CHECK((fine && *fine == Money::nanos(1)));
    }

    TEST_CASE("money that cannot be is refused with what would be accepted") {
        const std::string accepted = " (accepted: an amount such as 12.50, from 0 to 1000000)";
        for (const char* text : {"", "$5", "5$", "5 USD", "1,000", "1e3", "five", "."}) {
            CHECK(refusal_of(parse_money(text)) ==
                  "type \"" + std::string(text) + "\" is not an amount of money" + accepted);
        }
        for (const char* text : {"-1", "1000000.01", "999999999999999999", "-0.000000001"}) {
            CHECK(refusal_of(parse_money(text)) ==
                  "out_of_range \"" + std::string(text) + "\" is out of range" + accepted);
        }
    }

    TEST_CASE("money is written without zeros too many and shown with two decimals") {
        CHECK(format_money(Money::cents(1'250)) == "12.5");
        CHECK(format_money(Money::nanos(1)) == "0.000000001");
        CHECK(format_money(Money::units(400)) == "400");
        CHECK(show_money(Money::cents(123'456'780)) == "1,234,567.80");
        CHECK(show_money(Money::cents(-123'450)) == "-1,234.50");
        CHECK(show_money(Money::cents(99'999)) == "999.99");
        CHECK(format_cents(Money::cents(123'456'780)) == "1234567.80");  // of a program
        CHECK(show_money(Money::nanos(30'368'000'000)) == "30.37");
        CHECK(show_money(Money::nanos(5'000'000)) == "0.01");  // half a cent
        CHECK(show_money(Money::nanos(4'999'999)) == "0.00");
        CHECK(show_money(Money::nanos(-5'000'000)) == "-0.01");
    }

    TEST_CASE("a total shows its range and whether something is missing") {
        CHECK(show_cost(Money::cents(22'367), Money::cents(42'147), true) == "223.67..421.47");
        CHECK(show_cost(Money::cents(6'074), Money::cents(6'074), true) == "60.74");
        CHECK(show_cost(Money::cents(6'074), Money::cents(6'074), false) == "at least 60.74");
        CHECK(show_cost(Money::cents(6'074), Money::cents(26'074), false) == "at least 60.74");
    }

    TEST_CASE("a price per hour is a plain number up to 1000") {
        const auto price = parse_hourly_price("0.34");
        CHECK((price && *price == HourlyPrice::nanos(340'000'000)));
        CHECK(parse_hourly_price("1000").has_value());
        const std::string accepted = " (accepted: a price such as 0.34, from 0 to 1000 per hour)";
        CHECK(refusal_of(parse_hourly_price("1000.01")) ==
              "out_of_range \"1000.01\" is out of range" + accepted);
        CHECK(refusal_of(parse_hourly_price("-0.1")) == "out_of_range \"-0.1\" is out of range" + accepted);
        CHECK(refusal_of(parse_hourly_price("0.34/hour")) ==
              "type \"0.34/hour\" is not an amount of money" + accepted);
        CHECK(format_hourly_price(HourlyPrice::nanos(41'600'000)) == "0.0416");
    }

    TEST_CASE("an own cost says per month or per hour, and may be a range") {
        CHECK(reads("85/month", monthly(Money::units(85), Money::units(85))));
        CHECK(reads("50..200/month", monthly(Money::units(50), Money::units(200))));
        CHECK(reads("0.12/hour", hourly(120'000'000, 120'000'000)));
        CHECK(reads("0.1..0.25/hour", hourly(100'000'000, 250'000'000)));
        CHECK(reads("0/month", monthly({}, {})));
        CHECK(reads("5..5/month", monthly(Money::units(5), Money::units(5))));
    }

    TEST_CASE("an own cost may be in another currency") {
        const Money forty = Money::units(40);
        CHECK(reads("40 EUR/month", MonthlyCost{forty, forty, "EUR"}));
        CHECK(reads("40EUR/month", MonthlyCost{forty, forty, "EUR"}));
        CHECK(reads("40 USD/month", MonthlyCost{forty, forty}));
        CHECK(reads("50..200 GBP/month", MonthlyCost{Money::units(50), Money::units(200), "GBP"}));
        // some currencies have many units to the dollar
        CHECK(reads("1000000000 IDR/month", MonthlyCost{limits::kOwnAmount, limits::kOwnAmount, "IDR"}));
        CHECK(error_of(parse_own_cost("1000000001 IDR/month")).code == ErrorCode::out_of_range);
        CHECK(error_of(parse_own_cost("1000001 USD/month")).code == ErrorCode::out_of_range);
        CHECK(error_of(parse_own_cost("40 EURO/month")).code == ErrorCode::type);
        CHECK(error_of(parse_own_cost("EUR/month")).code == ErrorCode::type);
        CHECK(format_own_cost(HourlyCost{HourlyPrice::nanos(120'000'000), HourlyPrice::nanos(250'000'000),
                                         "CHF"}) == "0.12..0.25 CHF/hour");
    }

    TEST_CASE("what a machine of one's own is written off over, draws and pays for energy") {
        CHECK(*parse_months("3 years") == Months::count(36));
        CHECK(format_months(Months::years(3)) == "36 months");
        CHECK(format_months(Months::count(1)) == "1 month");
        CHECK(error_of(parse_months("2.5 years")).code == ErrorCode::type);
        CHECK(error_of(parse_months("101 years")).code == ErrorCode::out_of_range);
        CHECK(*parse_power("1.2kW") == Power::watts(1'200));
        CHECK(format_power(Power::watts(200)) == "200W");
        CHECK(error_of(parse_power("0.5W")).code == ErrorCode::out_of_range);
        CHECK(error_of(parse_power("200")).code == ErrorCode::type);
        CHECK(*parse_energy_price("0.30/kWh") == EnergyPrice::nanos(300'000'000));
        CHECK(format_energy_price(EnergyPrice::nanos(300'000'000)) == "0.3/kWh");
        CHECK(error_of(parse_energy_price("0.30")).code == ErrorCode::unit);
    }

    TEST_CASE("an own cost that cannot be is refused with what would be accepted") {
        const std::string accepted =
            " (accepted: a price with its time: 85/month, 0.12/hour, 50..200/month or 40 EUR/month)";
        for (const char* text : {"", "85", "85/year", "85/Month", "85 per month", "85/month "}) {
            CHECK(refusal_of(parse_own_cost(text)) ==
                  "unit \"" + std::string(text) + "\" does not say per month or per hour" + accepted);
        }
        CHECK(refusal_of(parse_own_cost("/month")) == "type \"\" is not an amount of money" + accepted);
        CHECK(refusal_of(parse_own_cost("..5/month")) == "type \"\" is not an amount of money" + accepted);
        CHECK(refusal_of(parse_own_cost("5../month")) == "type \"\" is not an amount of money" + accepted);
        CHECK(refusal_of(parse_own_cost("1..2..3/month")) ==
              "type \"2..3\" is not an amount of money" + accepted);
        CHECK(refusal_of(parse_own_cost("200..50/month")) ==
              "out_of_range \"200..50\" ends below its start" + accepted);
        CHECK(refusal_of(parse_own_cost("-1/month")) == "out_of_range \"-1\" is out of range" + accepted);
        CHECK(refusal_of(parse_own_cost("1000001/month")) ==
              "out_of_range \"1000001\" is out of range" + accepted);
        CHECK(refusal_of(parse_own_cost("1001/hour")) == "out_of_range \"1001\" is out of range" + accepted);
    }

    TEST_CASE("what is written reads as the same amount") {
        Random random(4);
        for (int i = 0; i < 1'000; ++i) {
            const Money a = Money::nanos(random.spread_between(0, limits::kMonthlyCost.to_nanos()));
            const Money b = random.chance(30)
                                ? a
                                : Money::nanos(random.spread_between(0, limits::kMonthlyCost.to_nanos()));
            const auto money = parse_money(format_money(a));
            CHECK_MESSAGE((money && *money == a), format_money(a));
            const OwnCost month = MonthlyCost{std::min(a, b), std::max(a, b)};
            CHECK_MESSAGE(reads(format_own_cost(month), month), format_own_cost(month));
            const std::int64_t nanos = random.spread_between(0, limits::kHourlyPrice.to_nanos());
            const OwnCost hour = hourly(nanos / 2, nanos);
            CHECK_MESSAGE(reads(format_own_cost(hour), hour), format_own_cost(hour));
            const auto price = parse_hourly_price(format_hourly_price(HourlyPrice::nanos(nanos)));
            CHECK((price && *price == HourlyPrice::nanos(nanos)));
        }
    }
}
