// SPDX-License-Identifier: MIT
#include "stowage/queueing/usl.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>

#include "close_to.hpp"
#include "expectations.hpp"

using namespace stowage;
using namespace stowage::test;

TEST_SUITE("Universal Scalability Law") {
    TEST_CASE("SPEC sdm91 is fastest with 96.5 users") {
        CHECK(is_close(usl_best_concurrency({0.0277285, 0.0001044}), 96.5, 1e-4));
    }

    TEST_CASE("one worker has the capacity of one; without contention and coherency it is linear") {
        CHECK(usl_capacity({0.02, 0.0005}, 1) == 1);
        CHECK(usl_capacity({0, 0}, 64) == 64);
        CHECK(usl_capacity({0.02, 0.0005}, 0) == 0);
    }

    TEST_CASE("without coherency it is Amdahl's law, which has no best number of workers") {
        CHECK(is_close(usl_capacity({0.05, 0}, 32), 1 / (0.05 + 0.95 / 32)));
        CHECK(std::isinf(usl_best_concurrency({0.05, 0})));
        CHECK(std::isinf(usl_best_concurrency({1, 0})));
    }

    TEST_CASE("coefficients out of range are refused by name") {
        CHECK(usl_model(0.1, 0.2).has_value());
        CHECK(error_of(usl_model(1.5, 0)).where == "/contention");
        CHECK(error_of(usl_model(1.5, 0)).message == "contention is 1.5");
        CHECK(error_of(usl_model(std::numeric_limits<double>::quiet_NaN(), 0)).where == "/contention");
        CHECK(error_of(usl_model(0, -1)).where == "/coherency");
        CHECK(error_of(usl_model(0, std::numeric_limits<double>::infinity())).where == "/coherency");
    }
}
