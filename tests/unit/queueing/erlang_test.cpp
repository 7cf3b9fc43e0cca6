// SPDX-License-Identifier: MIT
#include "stowage/queueing/erlang.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <initializer_list>

#include "close_to.hpp"

using namespace stowage;
using namespace stowage::test;

TEST_SUITE("Erlang's formulas") {
    TEST_CASE("a single line at 1 erlang turns half of the calls away, two lines a fifth") {
        CHECK(erlang_b(1, 1) == 0.5);               // a / (1 + a)
        CHECK(is_close(erlang_b(2, 1), 0.2));       // (1/2) / (1 + 1 + 1/2)
        CHECK(is_close(erlang_b(3, 1), 1.0 / 16));  // (1/6) / (1 + 1 + 1/2 + 1/6)
    }

    TEST_CASE("15 lines lose 1 % of 8.108 erlangs, as traffic tables print") {
        CHECK(std::abs(erlang_b(15, 8.108) - 0.01) < 0.00001);
    }

    TEST_CASE("what passes, is blocked and finds nothing there are shares of one whole, at any load") {
        for (const double load : {1e-100, 1e-6, 0.5, 10.0, 1e6, 1e100}) {
            for (const std::int64_t servers : {1, 7, 1'000}) {
                CAPTURE(load);
                CAPTURE(servers);
                const ErlangLoss loss = erlang_loss(servers, load);
                CHECK(is_close(loss.blocked + loss.passed, 1, 1e-15));
                CHECK(loss.blocked >= 0);
                CHECK(loss.passed > 0);
                CHECK(loss.empty >= 0);
                CHECK(loss.empty <= loss.passed);
            }
        }
        CHECK(is_close(erlang_loss(2, 1).empty, 0.4));  // 1 / (1 + 1 + 1/2)
    }

    TEST_CASE("of one server as many wait as find it busy; of two 2 rho^2 / (1 + rho)") {
        CHECK(is_close(erlang_c({0.3, 1, 1}), 0.3));
        CHECK(is_close(erlang_c({1, 1, 2}), 1.0 / 3));
        CHECK(is_close(erlang_c({1.6, 1, 2}), 2 * 0.64 / 1.8));
    }

    TEST_CASE("everybody waits where the pool cannot keep up") {
        CHECK(erlang_c({8, 1, 8}) == 1);
        CHECK(erlang_c({16, 1, 8}) == 1);
        CHECK(is_close(erlang_c({8 - 1e-9, 1, 8}), 1, 1e-8));
    }

    TEST_CASE("10,000 servers with a square root of spare ones are where Halfin and Whitt's limit says") {
        // R + sqrt(R) = 10,000; the limit for beta = 1 is 0.22336, approached as 1 / sqrt(R).
        CHECK(is_close(erlang_c({9'900.498756211, 1, 10'000}), 0.22336, 0.01));
    }
}
