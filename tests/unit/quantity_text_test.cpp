// SPDX-License-Identifier: MIT
//
// CPU, percentages, times and rates as text. Bytes: quantity_text_bytes_test.cpp.
#include "stowage/quantity_text.hpp"

#include "expectations.hpp"
#include "printers.hpp"
#include "random.hpp"
#include "stowage/limits.hpp"

using namespace stowage;
using namespace stowage::test;

namespace {

template <class T>
bool reads(const Result<T>& result, T expected) {
    return result.has_value() && *result == expected;
}

constexpr const char* kNoNumbers[] = {"",  " ",  "x",     "two", "NaN", "inf",
                                      "-", ".5", "1.2.3", "+2",  "5.",  "\xEF\xBC\x92"};

}  // namespace

TEST_SUITE("quantity text") {
    TEST_CASE("CPU is cores or thousandths of a core") {
        CHECK(reads(parse_cpu("2"), MilliCpu::cores(2)));
        CHECK(reads(parse_cpu("0.5"), MilliCpu::millis(500)));
        CHECK(reads(parse_cpu("500m"), MilliCpu::millis(500)));
        CHECK(reads(parse_cpu("0.001"), MilliCpu::millis(1)));
        CHECK(reads(parse_cpu("250 m"), MilliCpu::millis(250)));
        CHECK(reads(parse_cpu("0"), MilliCpu{}));
        CHECK(reads(parse_cpu("10000"), MilliCpu::cores(10'000)));
        CHECK(reads(parse_cpu("10000000m"), MilliCpu::cores(10'000)));
    }

    TEST_CASE("CPU that cannot be is refused with what would be accepted") {
        const std::string accepted = " (accepted: cores such as 2 or 0.5, or 500m; from 0 to 10000 cores)";
        for (const char* text : kNoNumbers) {
            CHECK(refusal_of(parse_cpu(text)) ==
                  "type \"" + std::string(text) + "\" is not an amount of CPU" + accepted);
        }
        for (const char* text : {"1e3", "0x10", "1,5", "2 m ", "2  m"}) {
            CHECK(refusal_of(parse_cpu(text)) ==
                  "unit \"" + std::string(text) + "\" has an unknown unit" + accepted);
        }
        CHECK(refusal_of(parse_cpu("2 cores")) == "unit \"2 cores\" has an unknown unit" + accepted);
        CHECK(refusal_of(parse_cpu("500M")) == "unit \"500M\" has an unknown unit" + accepted);
        CHECK(refusal_of(parse_cpu("-1")) == "out_of_range \"-1\" is out of range" + accepted);
        CHECK(refusal_of(parse_cpu("-1m")) == "out_of_range \"-1m\" is out of range" + accepted);
        CHECK(refusal_of(parse_cpu("10000.001")) == "out_of_range \"10000.001\" is out of range" + accepted);
        CHECK(refusal_of(parse_cpu("999999999999999999")) ==
              "out_of_range \"999999999999999999\" is out of range" + accepted);
        CHECK(refusal_of(parse_cpu("0.0005")) ==
              "out_of_range \"0.0005\" is finer than a thousandth of a core" + accepted);
        CHECK(refusal_of(parse_cpu("0.5m")) ==
              "out_of_range \"0.5m\" is finer than a thousandth of a core" + accepted);
    }

    TEST_CASE("CPU is written as cores") {
        CHECK(format_cpu(MilliCpu::cores(2)) == "2");
        CHECK(format_cpu(MilliCpu::millis(500)) == "0.5");
        CHECK(format_cpu(MilliCpu::millis(1)) == "0.001");
        CHECK(format_cpu(MilliCpu::cores(-1)) == "-1");
        CHECK(format_cpu(MilliCpu{}) == "0");
        CHECK(show_cpu(MilliCpu::cores(1)) == "1 core");
        CHECK(show_cpu(MilliCpu::cores(-1)) == "-1 core");
        CHECK(show_cpu(MilliCpu::cores(2)) == "2 cores");
        CHECK(show_cpu(MilliCpu::millis(500)) == "0.5 cores");
        CHECK(show_cpu(MilliCpu{}) == "0 cores");
    }

    TEST_CASE("a percentage has at most two decimals and lies between 0 and 100") {
        CHECK(reads(parse_percent("20%"), Percent::whole(20)));
        CHECK(reads(parse_percent("12.5%"), Percent::hundredths(1'250)));
        CHECK(reads(parse_percent("0.01 %"), Percent::hundredths(1)));
        CHECK(reads(parse_percent("0%"), Percent{}));
        CHECK(reads(parse_percent("100.00%"), Percent::whole(100)));
        const std::string accepted = " (accepted: from 0% to 100%, with at most two decimals)";
        CHECK(refusal_of(parse_percent("20")) == "unit \"20\" has no per cent sign" + accepted);
        CHECK(refusal_of(parse_percent("20pc")) == "unit \"20pc\" has no per cent sign" + accepted);
        CHECK(refusal_of(parse_percent("%")) == "type \"%\" is not a percentage" + accepted);
        CHECK(refusal_of(parse_percent("100.01%")) == "out_of_range \"100.01%\" is out of range" + accepted);
        CHECK(refusal_of(parse_percent("-1%")) == "out_of_range \"-1%\" is out of range" + accepted);
        CHECK(refusal_of(parse_percent("0.001%")) == "out_of_range \"0.001%\" is out of range" + accepted);
        CHECK(format_percent(Percent::hundredths(1'250)) == "12.5%");
        CHECK(format_percent(Percent::whole(100)) == "100%");
    }

    TEST_CASE("growth is a percentage per month") {
        CHECK(reads(parse_monthly_growth("6%/month"), Percent::whole(6)));
        CHECK(refusal_of(parse_monthly_growth("6%")) ==
              "unit \"6%\" does not end in /month (accepted: 6%/month)");
        CHECK(refusal_of(parse_monthly_growth("6%/year")) ==
              "unit \"6%/year\" does not end in /month (accepted: 6%/month)");
        CHECK(error_of(parse_monthly_growth("6/month")).code == ErrorCode::unit);
        CHECK(error_of(parse_monthly_growth("/month")).code == ErrorCode::type);
        CHECK(format_monthly_growth(Percent::hundredths(50)) == "0.5%/month");
    }

    TEST_CASE("a duration needs a unit; m is minutes") {
        CHECK(reads(parse_duration("120ms"), Duration::millis(120)));
        CHECK(reads(parse_duration("5m"), Duration::minutes(5)));
        CHECK(reads(parse_duration("2s"), Duration::seconds(2)));
        CHECK(reads(parse_duration("1h"), Duration::hours(1)));
        CHECK(reads(parse_duration("250us"), Duration::micros(250)));
        CHECK(reads(parse_duration("250 \u00B5s"), Duration::micros(250)));  // as it is shown
        CHECK(reads(parse_duration("0.5 s"), Duration::millis(500)));
        CHECK(reads(parse_duration("8784h"), Duration::hours(8'784)));  // 366 days
        const std::string accepted = " (accepted: a number with a unit: 250us, 120ms, 2s, 5m or 1h)";
        CHECK(refusal_of(parse_duration("5")) == "unit \"5\" has no known unit" + accepted);
        CHECK(refusal_of(parse_duration("5S")) == "unit \"5S\" has no known unit" + accepted);
        CHECK(refusal_of(parse_duration("5min")) == "unit \"5min\" has no known unit" + accepted);
        CHECK(refusal_of(parse_duration("soon")) == "type \"soon\" is not a duration" + accepted);
        CHECK(refusal_of(parse_duration("-1s")) ==
              "out_of_range \"-1s\" is out of range (accepted: from 0 to 8784h)");
        CHECK(refusal_of(parse_duration("8785h")) ==
              "out_of_range \"8785h\" is out of range (accepted: from 0 to 8784h)");
        CHECK(error_of(parse_duration("999999999999999999h")).code == ErrorCode::out_of_range);
    }

    TEST_CASE("a duration is written in the unit that is shortest, the larger one when equal") {
        CHECK(format_duration(Duration::minutes(5)) == "5m");
        CHECK(format_duration(Duration::seconds(90)) == "90s");  // not 1.5m
        CHECK(format_duration(Duration::minutes(90)) == "90m");  // not 1.5h
        CHECK(format_duration(Duration::micros(1'500)) == "1.5ms");
        CHECK(format_duration(Duration::millis(120)) == "120ms");
        CHECK(format_duration(Duration::hours(36)) == "36h");
        CHECK(format_duration(Duration{}) == "0us");
    }

    TEST_CASE("the hours of a month are a number up to 31 days") {
        CHECK(reads(parse_month_hours("730"), Duration::hours(730)));
        CHECK(reads(parse_month_hours("0"), Duration{}));
        CHECK(reads(parse_month_hours("744"), Duration::hours(744)));
        CHECK(reads(parse_month_hours("0.001"), Duration::millis(3'600)));
        const std::string accepted =
            " (accepted: hours a month, from 0 to 744 with at most three decimals; always is 730, the mean "
            "month, "
            "and office 176)";
        CHECK(refusal_of(parse_month_hours("730h")) == "type \"730h\" is not a number of hours" + accepted);
        CHECK(refusal_of(parse_month_hours("744.001")) ==
              "out_of_range \"744.001\" is out of range" + accepted);
        CHECK(refusal_of(parse_month_hours("-1")) == "out_of_range \"-1\" is out of range" + accepted);
        CHECK(refusal_of(parse_month_hours("0.0001")) ==
              "out_of_range \"0.0001\" is out of range" + accepted);
        CHECK(format_month_hours(Duration::hours(730)) == "730");
        CHECK(format_month_hours(Duration::minutes(30)) == "0.5");
    }

    TEST_CASE("the hours of a month have two words") {
        CHECK(reads(parse_month_hours("always"), Duration::hours(730)));  // 8,760 / 12
        CHECK(reads(parse_month_hours("office"), Duration::hours(176)));  // 8 x 22
        CHECK(error_of(parse_month_hours("Office")).code == ErrorCode::type);
    }

    TEST_CASE("a rate keeps its number and its unit of time") {
        CHECK(reads(parse_rate("40/s"), Rate{{40, 0}, Duration::seconds(1)}));
        CHECK(reads(parse_rate("2400/min"), Rate{{2'400, 0}, Duration::minutes(1)}));
        CHECK(reads(parse_rate("0.5/h"), Rate{{5, 1}, Duration::hours(1)}));
        CHECK(reads(parse_rate("50000/day"), Rate{{50'000, 0}, Duration::hours(24)}));
        CHECK(reads(parse_rate("1000000000/s"), Rate{{1'000'000'000, 0}, Duration::seconds(1)}));
        CHECK(format_rate({{40, 0}, Duration::seconds(1)}) == "40/s");
        CHECK(format_rate({{5, 1}, Duration::hours(24)}) == "0.5/day");
    }

    TEST_CASE("a rate that cannot be is refused") {
        const std::string accepted = " (accepted: a number per time: 40/s, 2400/min, 1000/h or 50000/day)";
        for (const char* text : {"", "40", "/s", "40/", "40/S", "40/month", "40 per s", "x/s", "4e1/s"}) {
            CHECK(refusal_of(parse_rate(text)) ==
                  "type \"" + std::string(text) + "\" is not a rate" + accepted);
        }
        CHECK(refusal_of(parse_rate("-1/s")) ==
              "out_of_range \"-1/s\" is out of range (accepted: from 0 to 1000000000 per unit of time)");
        CHECK(error_of(parse_rate("1000000001/s")).code == ErrorCode::out_of_range);
        CHECK(error_of(parse_rate("1000000000.4/s")).code == ErrorCode::out_of_range);
        CHECK(error_of(parse_rate("999999999999999999/s")).code == ErrorCode::out_of_range);
    }

    TEST_CASE("what is written reads as the same value") {
        Random random(2);
        for (int i = 0; i < 1'000; ++i) {
            const MilliCpu cpu = MilliCpu::millis(random.spread_between(0, limits::kCpu.to_millis()));
            CHECK_MESSAGE(reads(parse_cpu(format_cpu(cpu)), cpu), format_cpu(cpu));
            const Percent percent = Percent::hundredths(random.between(0, 10'000));
            CHECK_MESSAGE(reads(parse_percent(format_percent(percent)), percent), format_percent(percent));
            CHECK(reads(parse_monthly_growth(format_monthly_growth(percent)), percent));
            const Duration time = Duration::micros(random.spread_between(0, limits::kDuration.to_micros()));
            CHECK_MESSAGE(reads(parse_duration(format_duration(time)), time), format_duration(time));
            const Duration hours = Duration::millis(3'600) * random.between(0, 744'000);
            CHECK_MESSAGE(reads(parse_month_hours(format_month_hours(hours)), hours),
                          format_month_hours(hours));
        }
    }

    TEST_CASE("a value too long for a message is cut between two characters") {
        const std::string message = error_of(parse_cpu(std::string(59, 'x') + "\xC3\xA9 and more")).message;
        CHECK(message == "\"" + std::string(59, 'x') + "...\" is not an amount of CPU");
    }
}
