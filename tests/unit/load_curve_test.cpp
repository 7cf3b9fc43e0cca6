// SPDX-License-Identifier: MIT
#include "stowage/load_curve.hpp"

#include <algorithm>
#include <numeric>
#include <string>

#include "expectations.hpp"

using namespace stowage;
using namespace stowage::test;

namespace {

std::vector<double> factors_of(std::string_view text) {
    const auto curve = parse_load_curve(text);
    REQUIRE_MESSAGE(curve.has_value(), (curve ? std::string() : to_text(curve.error())));
    return curve->factors;
}

std::size_t minute(std::size_t hour, std::size_t minutes = 0) { return hour * 60 + minutes; }

}  // namespace

TEST_SUITE("a day that comes with the program") {
    TEST_CASE("has 1,440 minutes, and the mean 1 but for the spike") {
        for (const DayShape shape : {DayShape::office_day, DayShape::shop_evening, DayShape::flat}) {
            const auto factors = day_curve(shape).factors;
            CHECK(factors.size() == 1'440);
            CHECK(std::accumulate(factors.begin(), factors.end(), 0.0) / 1'440 == doctest::Approx(1));
        }
    }

    TEST_CASE("of an office peaks at 11 and 15, that of a shop at 20") {
        const auto office = day_curve(DayShape::office_day).factors;
        CHECK(*std::max_element(office.begin(), office.end()) == office[minute(11)]);
        CHECK(*std::max_element(office.begin() + 13 * 60, office.end()) == office[minute(15)]);
        CHECK(office[minute(3)] < 0.3);
        const auto shop = day_curve(DayShape::shop_evening).factors;
        CHECK(*std::max_element(shop.begin(), shop.end()) == shop[minute(20)]);
    }

    TEST_CASE("with a spike is 4 for half an hour at noon, after a ramp of five minutes") {
        const auto factors = day_curve(DayShape::spike).factors;
        CHECK(factors[minute(11, 55)] == 1);
        CHECK(factors[minute(11, 56)] == doctest::Approx(1.6));  // 1 + 3/5
        CHECK(factors[minute(12)] == 4);
        CHECK(factors[minute(12, 30)] == 4);
        CHECK(factors[minute(12, 34)] == doctest::Approx(1.6));
        CHECK(factors[minute(12, 35)] == 1);
    }

    TEST_CASE("is found by its name") {
        for (const DayShape shape : kDayShapes) CHECK(day_shape_named(name_of(shape)) == shape);
        CHECK_FALSE(day_shape_named("office").has_value());
    }
}

TEST_SUITE("a load curve as text") {
    TEST_CASE("of times is a day that goes evenly from row to row and past midnight") {
        const auto factors = factors_of("time,factor\r\n06:00,1\r\n18:00,3\r\n");
        REQUIRE(factors.size() == 1'440);
        CHECK(factors[minute(6)] == 1);
        CHECK(factors[minute(12)] == doctest::Approx(2));
        CHECK(factors[minute(18)] == 3);
        CHECK(factors[minute(0)] == doctest::Approx(2));
        CHECK(factors[minute(3)] == doctest::Approx(1.5));
    }

    TEST_CASE("of minutes ends with the last row, and before the first its factor holds") {
        CHECK(factors_of("2, 1\n4, 2\n\n5, 0.5") == std::vector<double>{1, 1, 1, 1.5, 2, 0.5});
    }

    TEST_CASE("may have tabs instead of commas, as a spreadsheet copies its columns") {
        CHECK(factors_of("time\tfactor\r\n06:00\t1\r\n18:00\t3\r\n") == factors_of("06:00,1\n18:00,3"));
        CHECK(factors_of("2\t1\n4\t2") == std::vector<double>{1, 1, 1, 1.5, 2});
        CHECK(error_of(parse_load_curve("06:00\t1,5")).message == "\"1,5\" is not a factor");
    }

    TEST_CASE("of factors alone has one a minute") {
        CHECK(factors_of("factor\n1\n2.5\n0\n") == std::vector<double>{1, 2.5, 0});
        CHECK(factors_of("06:00,2").size() == 1'440);
    }

    TEST_CASE("may be a week long, and no longer") {
        std::string week;
        for (int i = 0; i < 10'080; ++i) week += "1\n";
        CHECK(factors_of(week).size() == 10'080);
        const Error error = error_of(parse_load_curve(week + "1\n"));
        CHECK(error.line == 10'081);
        CHECK(error.accepted == "at most 10080 rows, one a minute");
        CHECK(error_of(parse_load_curve("10080,1")).accepted == "a whole minute from 0 to 10079");
        CHECK(error_of(parse_load_curve(std::string(65'537, '1'))).accepted == "at most 65536 bytes");
    }

    TEST_CASE("is refused with line, value and what would be accepted") {
        const Error factor = error_of(parse_load_curve("06:00,1\n07:00,much"));
        CHECK(factor.line == 2);
        CHECK(factor.message == "\"much\" is not a factor");
        CHECK(factor.accepted == "a number from 0 to 1000, where 1 is the mean, such as 1.5");
        CHECK(error_of(parse_load_curve("0,-1")).message == "\"-1\" is out of range");
        CHECK(error_of(parse_load_curve("1\n1000.5")).message == "\"1000.5\" is out of range");
        CHECK(error_of(parse_load_curve("24:00,1")).message == "\"24:00\" is out of range");
        CHECK(error_of(parse_load_curve("6:0,1")).message == "\"6:0\" is not a time");
        CHECK(error_of(parse_load_curve("6:-1,1")).message == "\"6:-1\" is not a time");
        CHECK(error_of(parse_load_curve("1.5,1")).message == "\"1.5\" is not a minute");
        CHECK(error_of(parse_load_curve("06:00,1\n06:00,2")).message ==
              "\"06:00,2\" is not later than the row before it");
        CHECK(error_of(parse_load_curve("06:00,1\n420,2")).message ==
              "\"420,2\" is not a row as those before it");
        CHECK(error_of(parse_load_curve("1\n1,2,3")).message == "\"1,2,3\" is not a row as those before it");
        CHECK(error_of(parse_load_curve("minute,factor\n")).message == "the load curve has no row");
        CHECK(error_of(parse_load_curve("factor\nfactor\n1")).line == 2);
    }
}
