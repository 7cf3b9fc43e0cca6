// SPDX-License-Identifier: MIT
#include "stowage/resources.hpp"

#include "printers.hpp"

using namespace stowage;

namespace {

constexpr Resources kSmall{MilliCpu::cores(1), Bytes::gib(2)};
constexpr Resources kLarge{MilliCpu::cores(4), Bytes::gib(8)};

}  // namespace

TEST_SUITE("resources") {
    TEST_CASE("amounts add, subtract and scale resource by resource") {
        CHECK(kSmall + kLarge == Resources{MilliCpu::cores(5), Bytes::gib(10)});
        CHECK(kSmall - kLarge == Resources{MilliCpu::cores(-3), Bytes::gib(-6)});
        CHECK(kSmall * 4 == kLarge);
        Resources sum = kSmall;
        sum += kSmall;
        sum -= kLarge;
        CHECK(sum == Resources{MilliCpu::cores(-2), Bytes::gib(-4)});
    }

    TEST_CASE("a request fits when every resource is within the room, its edge included") {
        CHECK(fits(kSmall, kLarge));
        CHECK(fits(kLarge, kLarge));
        CHECK_FALSE(fits(kLarge + Resources{MilliCpu::millis(1), {}}, kLarge));
        CHECK_FALSE(fits(kLarge + Resources{{}, Bytes::bytes(1)}, kLarge));
    }

    TEST_CASE("a request of nothing does not fit where a resource is over-committed") {
        CHECK(fits(Resources{}, Resources{}));
        CHECK_FALSE(fits(Resources{}, Resources{MilliCpu::millis(-1), Bytes::gib(1)}));
        CHECK_FALSE(fits(Resources{}, Resources{MilliCpu::cores(1), Bytes::bytes(-1)}));
    }

    TEST_CASE("an amount can be asked for by resource") {
        CHECK(amount_of(kSmall, Resource::cpu) == 1'000);
        CHECK(amount_of(kSmall, Resource::memory) == 2'147'483'648);
        CHECK(name_of(Resource::cpu) == "CPU");
        CHECK(name_of(Resource::memory) == "memory");
    }
}
