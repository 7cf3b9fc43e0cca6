// SPDX-License-Identifier: MIT
#include "stowage/number_text.hpp"

#include <doctest/doctest.h>

#include <limits>

using namespace stowage;

TEST_SUITE("number text") {
    TEST_CASE("a number is rounded to significant digits, without zeros at the end") {
        CHECK(format_significant(0.48, 9) == "0.48");
        CHECK(format_significant(1.0 / 3, 4) == "0.3333");
        CHECK(format_significant(2.0 / 3, 9) == "0.666666667");
        CHECK(format_significant(123'456'789.4, 9) == "123456789");
        CHECK(format_significant(123'456'789.4, 3) == "123000000");
        CHECK(format_significant(100, 3) == "100");
        CHECK(format_significant(-2.5, 9) == "-2.5");
        CHECK(format_significant(0, 9) == "0");
    }

    TEST_CASE("what rounds up to the next power of ten has its digits") {
        CHECK(format_significant(9.9996, 4) == "10");
        CHECK(format_significant(0.99999, 4) == "1");
        CHECK(format_significant(999.99, 4) == "1000");
        CHECK(format_significant(1000, 4) == "1000");
        CHECK(format_significant(0.001, 9) == "0.001");
    }

    TEST_CASE("very small and very large numbers have an exponent") {
        CHECK(format_significant(0.00002, 9) == "2e-5");
        CHECK(format_significant(4.10620936016278264e-79, 9) == "4.10620936e-79");
        CHECK(format_significant(1.5e100, 9) == "1.5e100");
        CHECK(format_significant(5e-324, 1) == "5e-324");
    }

    TEST_CASE("what is no number is told in words") {
        constexpr double kInfinity = std::numeric_limits<double>::infinity();
        CHECK(format_significant(kInfinity, 9) == "infinity");
        CHECK(format_significant(-kInfinity, 9) == "-infinity");
        CHECK(format_significant(std::numeric_limits<double>::quiet_NaN(), 9) == "not a number");
    }

    TEST_CASE("things are counted in the singular and in the plural") {
        CHECK(counted(1, "server") == "1 server");
        CHECK(counted(0, "server") == "0 servers");
        CHECK(counted(2, "loss") == "2 losses");
        CHECK(counted(1'200, "service") == "1,200 services");
    }

    TEST_CASE("large figures have commas between their thousands") {
        CHECK(grouped("1234567.80") == "1,234,567.80");
        CHECK(grouped("123456") == "123,456");
        CHECK(grouped("1000") == "1,000");
        CHECK(grouped("999.9999") == "999.9999");
        CHECK(grouped("-1234.5") == "-1,234.5");
        CHECK(grouped("-123") == "-123");
        CHECK(grouped("12500/s") == "12,500/s");
        CHECK(grouped("0.12345") == "0.12345");
        CHECK(grouped("no price") == "no price");
        CHECK(grouped("").empty());
        CHECK(show_per_second(12'500) == "12,500/s");
        CHECK(show_share(12.5) == "1,250%");
    }

    TEST_CASE("times are told in the unit that needs no zeros before them") {
        CHECK(show_seconds(0.00025) == "250 \u00B5s");
        CHECK(show_seconds(0.0009994) == "999 \u00B5s");
        CHECK(show_seconds(0.0009996) == "1 ms");
        CHECK(show_seconds(0.36) == "360 ms");
        CHECK(show_seconds(1.24) == "1.24 s");
    }
}
