// SPDX-License-Identifier: MIT
#include "stowage/quantity.hpp"

#include "printers.hpp"
#include "stowage/limits.hpp"

using namespace stowage;

TEST_SUITE("quantity") {
    TEST_CASE("a factory states the unit") {
        CHECK(MilliCpu::cores(2).to_millis() == 2'000);
        CHECK(Bytes::mib(1).to_bytes() == 1'048'576);
        CHECK(Bytes::gib(1).to_bytes() == 1'073'741'824);
        CHECK(Bytes::tib(1).to_bytes() == 1'099'511'627'776);
        CHECK(Money::units(1).to_nanos() == 1'000'000'000);
        CHECK(Money::cents(1).to_nanos() == 10'000'000);
        CHECK(Duration::hours(1).to_micros() == 3'600'000'000);
        CHECK(Duration::minutes(1).to_micros() == 60'000'000);
        CHECK(Duration::seconds(1).to_micros() == 1'000'000);
        CHECK(Duration::millis(1).to_micros() == 1'000);
        CHECK(Percent::whole(1).to_hundredths() == 100);
    }

    TEST_CASE("a quantity that nobody set is zero") {
        CHECK(MilliCpu{}.is_zero());
        CHECK_FALSE(MilliCpu{}.is_negative());
        CHECK(Money{} == Money::nanos(0));
    }

    TEST_CASE("quantities of one type add, subtract, compare and scale by a count") {
        const MilliCpu two = MilliCpu::cores(2);
        CHECK(two + MilliCpu::millis(500) == MilliCpu::millis(2'500));
        CHECK(two - MilliCpu::cores(3) == MilliCpu::cores(-1));
        CHECK(-two == MilliCpu::millis(-2'000));
        CHECK(two * 3 == MilliCpu::cores(6));
        CHECK(3 * two == MilliCpu::cores(6));
        CHECK(two > MilliCpu::millis(1'999));
        CHECK((two - MilliCpu::cores(3)).is_negative());
        MilliCpu sum = two;
        sum += MilliCpu::cores(1);
        sum -= MilliCpu::millis(1);
        CHECK(sum.to_millis() == 2'999);
    }

    TEST_CASE("a quotient is rounded half away from zero") {
        CHECK(divide_rounded(7, 2) == 4);    //  3.5
        CHECK(divide_rounded(-7, 2) == -4);  // -3.5
        CHECK(divide_rounded(6, 4) == 2);    //  1.5
        CHECK(divide_rounded(5, 4) == 1);    //  1.25
        CHECK(divide_rounded(-5, 4) == -1);  // -1.25
        CHECK(divide_rounded(3, 7) == 0);    //  0.43: the half of an odd divisor is between two numbers
        CHECK(divide_rounded(4, 7) == 1);    //  0.57
        CHECK(divide_rounded(-3, 7) == 0);   // -0.43
        CHECK(divide_rounded(-4, 7) == -1);  // -0.57
        CHECK(divide_rounded(0, 9) == 0);
        CHECK(divide_rounded(8, 1) == 8);
    }

    TEST_CASE("a month of a list price is exact where the price has few decimals") {
        // t3.medium: 0.0416 an hour x 730 h = 30.368
        CHECK(cost_of(HourlyPrice::nanos(41'600'000), Duration::hours(730), 1) ==
              Money::nanos(30'368'000'000));
        // two c6i.2xlarge for working hours: 0.34 x 176 x 2 = 119.68
        CHECK(cost_of(HourlyPrice::nanos(340'000'000), Duration::hours(176), 2) == Money::cents(11'968));
    }

    TEST_CASE("a cost is rounded once, to a billionth, half away from zero") {
        const HourlyPrice nano = HourlyPrice::nanos(1);
        CHECK(cost_of(nano, Duration::minutes(30), 1) == Money::nanos(1));    // 0.5
        CHECK(cost_of(-nano, Duration::minutes(30), 1) == Money::nanos(-1));  // -0.5
        CHECK(cost_of(nano, Duration::minutes(30) - Duration::micros(1), 1) == Money{});
        // Three machines for 10 minutes: 3 x 1/6 = 0.5. Rounded one by one they would cost nothing.
        CHECK(cost_of(nano, Duration::minutes(10), 3) == Money::nanos(1));
        CHECK(cost_of(nano, Duration::minutes(10), 1) == Money{});
    }

    TEST_CASE("nothing costs nothing") {
        CHECK(cost_of(HourlyPrice{}, Duration::hours(730), 5).is_zero());
        CHECK(cost_of(HourlyPrice::nanos(5), Duration{}, 5).is_zero());
        CHECK(cost_of(HourlyPrice::nanos(5), Duration::hours(730), 0).is_zero());
    }

    TEST_CASE("the highest price for the longest month on the most servers stays within 64 bits") {
        // 1,000 an hour x 744 h x 5,000 = 3,720,000,000
        CHECK(cost_of(limits::kHourlyPrice, limits::kMonth, limits::kServers) == Money::units(3'720'000'000));
    }

    TEST_CASE("a share is rounded half away from zero to the quantity's own unit") {
        CHECK(share_of(MilliCpu::cores(8), Percent::whole(20)) == MilliCpu::millis(1'600));
        CHECK(share_of(MilliCpu::millis(1), Percent::whole(50)) == MilliCpu::millis(1));     // 0.5
        CHECK(share_of(MilliCpu::millis(1), Percent::hundredths(4'999)) == MilliCpu{});      // 0.4999
        CHECK(share_of(Bytes::bytes(3), Percent::hundredths(1'666)) == Bytes{});             // 0.4998
        CHECK(share_of(Bytes::bytes(3), Percent::hundredths(1'667)) == Bytes::bytes(1));     // 0.5001
        CHECK(share_of(Bytes::gib(16), Percent::whole(15)) == Bytes::bytes(2'576'980'378));  // ...377.6
        CHECK(share_of(limits::kMemory, Percent::whole(100)) == limits::kMemory);
        CHECK(share_of(Bytes::gib(16), Percent{}).is_zero());
    }
}
