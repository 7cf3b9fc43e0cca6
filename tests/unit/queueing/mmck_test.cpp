// SPDX-License-Identifier: MIT
#include "stowage/queueing/mmck.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <initializer_list>

#include "close_to.hpp"
#include "stowage/queueing/erlang.hpp"
#include "stowage/queueing/mmc.hpp"

using namespace stowage;
using namespace stowage::test;

TEST_SUITE("M/M/c/K") {
    TEST_CASE("a car wash with five places, by Taha") {
        const QueueFigures figures = mmck_figures({4, 6, 1}, 5, 95);
        CHECK(is_close(figures.p_block.value_or(0), 0.04812, 1e-4));
        CHECK(is_close(figures.l, 1.42256, 1e-5));
        CHECK(is_close(figures.w, 0.3736, 1e-3));
        CHECK(is_close(figures.wq.value_or(0), 0.2070, 1e-3));
        CHECK_FALSE(figures.erlang_c.has_value());
    }

    TEST_CASE("with as many places as servers it is Erlang's loss system: nobody waits") {
        const QueueFigures figures = mmck_figures({5, 1, 10}, 10, 95);
        CHECK(is_close(figures.p_block.value_or(0), erlang_b(10, 5)));
        CHECK(figures.wq == 0.0);
        CHECK(figures.lq == 0.0);
        CHECK(figures.wait_percentile == 0.0);
        CHECK(figures.w == 1);
        CHECK(is_close(figures.response_percentile.value_or(0), std::log(20.0)));  // that of the service
    }

    TEST_CASE("at rho = 1 every number of requests in one server's system is as likely") {
        const QueueFigures figures = mmck_figures({3, 3, 1}, 4, 95);
        CHECK(is_close(figures.p_block.value_or(0), 0.2));
        CHECK(is_close(figures.l, 2));
        CHECK(is_close(figures.utilisation, 0.8));
        CHECK(is_close(mmck_empty_share({3, 3, 1}, 4), 0.2));
    }

    TEST_CASE("at rho = 2 it is full most of the time and still has an answer") {
        const QueueFigures figures = mmck_figures({2, 1, 1}, 2, 95);  // states as 1 : 2 : 4
        CHECK(is_close(figures.p_block.value_or(0), 4.0 / 7));
        CHECK(is_close(figures.l, 10.0 / 7));
        CHECK(is_close(figures.utilisation, 6.0 / 7));
        const QueueFigures long_queue = mmck_figures({20, 1, 10}, 1'000'000, 95);
        CHECK(is_close(long_queue.p_block.value_or(0), 0.5));
        CHECK(is_close(long_queue.lq.value_or(0), 1'000'000 - 10 - 1));  // 1 / (rho - 1) places are free
        CHECK(is_close(long_queue.wq.value_or(0), 99'998.9));
    }

    TEST_CASE("one place to wait at one server: half wait for an exponential time, the others not") {
        // Of those that get in at rho = 1, half find the server free.
        const QueueFigures figures = mmck_figures({1, 1, 1}, 2, 90);
        CHECK(is_close(figures.wait_percentile.value_or(0), std::log(5.0)));  // 1/2 exp(-t) = 0.1
        const double time = figures.response_percentile.value_or(0);
        CHECK(is_close(std::exp(-time) * (1 + time / 2), 0.1));
    }

    TEST_CASE("with far more places than are ever needed it is M/M/c, percentiles included") {
        for (const QueuePool& pool : {QueuePool{0.8, 1, 1}, {8, 2, 5}, {95, 1, 100}, {1, 1, 200}}) {
            CAPTURE(pool.servers);
            const QueueFigures limited = mmck_figures(pool, pool.servers + 3'000, 99);
            const QueueFigures unlimited = mmc_figures(pool, 99);
            CHECK(is_close(limited.w, unlimited.w));
            CHECK(is_close(limited.wait_percentile.value_or(-1), unlimited.wait_percentile.value_or(0)));
            CHECK(
                is_close(limited.response_percentile.value_or(0), unlimited.response_percentile.value_or(0)));
            CHECK(is_close(mmck_empty_share(pool, pool.servers + 3'000), mmc_empty_share(pool)));
        }
    }

    TEST_CASE("the most servers and places, at any load, keep Little's law and shares between 0 and 1") {
        for (const double load : {1e-90, 0.01, 1.0, 1.001, 3.0, 1e90}) {
            CAPTURE(load);
            const QueuePool pool{load * 1'000, 1, 1'000};
            const QueueFigures figures = mmck_figures(pool, 100'000, 95);
            const double blocked = figures.p_block.value_or(-1);
            CHECK(blocked >= 0);
            CHECK(blocked <= 1);
            CHECK(figures.utilisation <= 1 + 1e-12);
            // l = accepted x w, and accepted = utilisation x c x mu
            CHECK(is_close(figures.l, figures.utilisation * 1'000 * figures.w));
            CHECK(figures.response_percentile.value_or(0) > 0);
        }
    }

    TEST_CASE("a time without end is passed by nobody") {
        CHECK(mmck_wait_exceeds({9, 1, 8}, 20, 1e300) == 0);
        CHECK(mmck_response_exceeds({9, 1, 8}, 20, 1e300) == 0);
        CHECK(mmck_response_exceeds({9, 1, 8}, 20, 0) == doctest::Approx(1));
    }
}
