// SPDX-License-Identifier: MIT
#include "stowage/decimal.hpp"

#include <cstdint>
#include <string>

#include "printers.hpp"
#include "random.hpp"

using namespace stowage;
using namespace stowage::test;

TEST_SUITE("decimal") {
    TEST_CASE("a number keeps exactly the digits that were written") {
        CHECK(parse_decimal("12") == Decimal{12, 0});
        CHECK(parse_decimal("0.5") == Decimal{5, 1});
        CHECK(parse_decimal("-3.25") == Decimal{-325, 2});
        CHECK(parse_decimal("0.1") == Decimal{1, 1});
        CHECK(parse_decimal("0") == Decimal{0, 0});
    }

    TEST_CASE("zeros that say nothing are dropped") {
        CHECK(parse_decimal("2.0") == Decimal{2, 0});
        CHECK(parse_decimal("2.50") == Decimal{25, 1});
        CHECK(parse_decimal("007") == Decimal{7, 0});
        CHECK(parse_decimal("0.000") == Decimal{0, 0});
        CHECK(parse_decimal("-0") == Decimal{0, 0});
        CHECK(parse_decimal("100") == Decimal{100, 0});
    }

    TEST_CASE("anything but digits with one point between them is no number") {
        for (const std::string text :
             {"",   "-",  ".",  ".5",  "5.",  "-.5", "1.2.3", "1,5",          "1e3", "0x10",
              "+2", " 2", "2 ", "--2", "1-2", "NaN", "inf",   "\xEF\xBC\x92", "2\n", "1_000"}) {
            CHECK_MESSAGE(!parse_decimal(text), text);
        }
        CHECK_FALSE(parse_decimal(std::string_view("2\0", 2)));
    }

    TEST_CASE("18 significant digits are kept and 19 refused") {
        CHECK(parse_decimal("999999999999999999") == Decimal{999'999'999'999'999'999, 0});
        CHECK(parse_decimal("-999999999999999999") == Decimal{-999'999'999'999'999'999, 0});
        CHECK(parse_decimal("0.999999999999999999") == Decimal{999'999'999'999'999'999, 18});
        CHECK_FALSE(parse_decimal("1000000000000000000"));
        // These pass 64 bits: 2^63 is 9223372036854775808.
        CHECK_FALSE(parse_decimal("9999999999999999999"));
        CHECK_FALSE(parse_decimal("-9999999999999999999"));
        CHECK_FALSE(parse_decimal("18446744073709551617"));
        CHECK_FALSE(parse_decimal("9999999999999999999999999999999999999999"));
        CHECK_FALSE(parse_decimal("99999999999999999.99"));
    }

    TEST_CASE("zeros in front do not count as digits") {
        CHECK(parse_decimal("0000000000000000000000000000012") == Decimal{12, 0});
        CHECK_FALSE(parse_decimal("0.0000000000000000001"));  // 19 decimals
        CHECK(parse_decimal("0.000000000000000001") == Decimal{1, 18});
    }

    TEST_CASE("a number times a unit is rounded half away from zero") {
        CHECK(scaled({15, 1}, 1'000) == 1'500);
        CHECK(scaled({5, 1}, 1) == 1);    //  0.5
        CHECK(scaled({-5, 1}, 1) == -1);  // -0.5
        CHECK(scaled({49, 2}, 1) == 0);   //  0.49
        CHECK(scaled({25, 1}, 1) == 3);   //  2.5
        CHECK(scaled({1, 18}, 1'000'000'000) == 0);
        CHECK(scaled({0, 0}, 1'099'511'627'776) == 0);
    }

    TEST_CASE("a product beyond 64 bits is no number") {
        CHECK(scaled({INT64_MAX, 0}, 1) == INT64_MAX);
        CHECK(scaled({-INT64_MAX, 0}, 1) == -INT64_MAX);
        CHECK_FALSE(scaled({999'999'999'999'999'999, 0}, 10));
        CHECK_FALSE(scaled({-999'999'999'999'999'999, 0}, 10));
        CHECK(scaled({999'999'999'999'999'999, 18}, 1'099'511'627'776) == 1'099'511'627'776);
    }

    TEST_CASE("a limit is compared without rounding") {
        CHECK(is_at_most({10, 0}, 10));
        CHECK_FALSE(is_at_most({100'000'000'000'000'001, 16}, 10));
        CHECK(is_at_most({99'999'999'999'999'999, 16}, 10));
        CHECK_FALSE(is_at_most({999'999'999'999'999'999, 0}, 10));
        CHECK(is_at_most({-1, 0}, 0));
        CHECK(is_at_most({1, 18}, 1'000'000'000));
    }

    TEST_CASE("a fixed form has exactly the asked number of decimals") {
        CHECK(format_fixed(30'368'000'000, 9, 2) == "30.37");
        CHECK(format_fixed(12'345, 2, 0) == "123");  // 123.45
        CHECK(format_fixed(12'350, 2, 0) == "124");  // 123.50
        CHECK(format_fixed(5, 1, 3) == "0.500");
        CHECK(format_fixed(5, 0, 2) == "5.00");
        CHECK(format_fixed(-5, 0, 2) == "-5.00");
        CHECK(format_fixed(5, 0, 0) == "5");
        CHECK(format_fixed(7, 3, 3) == "0.007");
        CHECK(format_fixed(0, 9, 2) == "0.00");
    }

    TEST_CASE("a fixed form rounds half away from zero and never shows a negative zero") {
        CHECK(format_fixed(1'005, 3, 2) == "1.01");
        CHECK(format_fixed(-1'005, 3, 2) == "-1.01");
        CHECK(format_fixed(1'004, 3, 2) == "1.00");
        CHECK(format_fixed(-4, 3, 2) == "0.00");
        CHECK(format_fixed(-5, 3, 2) == "-0.01");
        CHECK(format_fixed(-500, 3, 3) == "-0.500");
        CHECK(format_fixed(999'999, 3, 2) == "1000.00");
    }

    TEST_CASE("the shortest form has no zero too many") {
        CHECK(format_shortest(1'500, 3) == "1.5");
        CHECK(format_shortest(2'000, 3) == "2");
        CHECK(format_shortest(-2'500, 3) == "-2.5");
        CHECK(format_shortest(0, 9) == "0");
        CHECK(format_shortest(1, 9) == "0.000000001");
        CHECK(format_shortest(100, 0) == "100");
        CHECK(format_shortest(INT64_MAX, 9) == "9223372036.854775807");
    }

    TEST_CASE("what is formatted parses to the same number") {
        Random random(1);
        for (int i = 0; i < 2'000; ++i) {
            const std::int64_t digits =
                random.spread_between(-999'999'999'999'999'999, 999'999'999'999'999'999);
            const int scale = static_cast<int>(random.between(0, 17));
            const std::string text = format_shortest(digits, scale);
            const auto again = parse_decimal(text);
            REQUIRE_MESSAGE(again.has_value(), text);
            if (!again) return;
            // digits / 10^scale == again: compared at the scale of the first, the finer one
            CHECK_MESSAGE(scaled({again->digits, 0},
                                 [&] {
                                     std::int64_t power = 1;
                                     for (int k = again->scale; k < scale; ++k) power *= 10;
                                     return power;
                                 }()) == digits,
                          text);
        }
    }
}
