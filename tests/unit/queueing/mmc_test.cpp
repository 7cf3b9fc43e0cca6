// SPDX-License-Identifier: MIT
#include "stowage/queueing/mmc.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <initializer_list>

#include "close_to.hpp"

using namespace stowage;
using namespace stowage::test;

TEST_SUITE("M/M/c") {
    TEST_CASE("ten workers of 120 ms at 40 requests a second hardly wait") {
        const QueueFigures figures = mmc_figures({40, 8.3333333333, 10}, 95);
        CHECK(is_close(figures.utilisation, 0.48));
        CHECK(is_close(figures.erlang_c.value_or(0), 0.02823, 2e-4));
        CHECK(is_close(figures.wq.value_or(0), 0.000651, 1e-3));
        CHECK(is_close(figures.lq.value_or(0), 0.0261, 2e-3));
        CHECK(is_close(figures.response_percentile.value_or(0), 0.3603, 2e-4));
        CHECK(figures.wait_percentile == 0.0);
        CHECK_FALSE(figures.p_block.has_value());
    }

    TEST_CASE("a hospital's one doctor and two doctors, by Hillier and Lieberman") {
        const QueueFigures one = mmc_figures({2, 3, 1}, 95);  // 2 patients an hour, 20 minutes each
        CHECK(is_close(one.lq.value_or(0), 4.0 / 3));
        CHECK(is_close(one.l, 2));
        CHECK(is_close(one.w, 1));
        const QueueFigures two = mmc_figures({2, 3, 2}, 95);
        CHECK(is_close(two.l, 0.75));
        CHECK(is_close(two.wq.value_or(0), 1.0 / 24));
        CHECK(is_close(mmc_empty_share({2, 3, 2}), 0.5));
    }

    TEST_CASE("the response of one server is exponential with rate mu - lambda") {
        for (const double percentile : {50.0, 95.0, 99.9}) {
            const QueueFigures figures = mmc_figures({0.9, 1, 1}, percentile);
            CHECK(is_close(figures.response_percentile.value_or(0), -std::log1p(-percentile / 100) / 0.1));
        }
    }

    TEST_CASE("where hardly anything arrives the response is a service time") {
        for (const double arrivals : {1e-3, 1e-30, 1e-100}) {
            const QueueFigures figures = mmc_figures({arrivals, 2, 64}, 95);
            CHECK(is_close(figures.response_percentile.value_or(0), std::log(20.0) / 2));
            CHECK(is_close(figures.w, 0.5));
            CHECK(figures.wait_percentile == 0.0);
        }
    }

    TEST_CASE("where theta = mu the response is exp(-mu t)(1 + C mu t), and beside it hardly another") {
        const double c = 0.554112554112554113;  // Erlang C of 8, 2, 5
        const double time = mmc_figures({8, 2, 5}, 95).response_percentile.value_or(0);
        CHECK(is_close(std::exp(-2 * time) * (1 + c * 2 * time), 0.05));
        CHECK(is_close(mmc_figures({8 - 1e-9, 2, 5}, 95).response_percentile.value_or(0), time, 1e-8));
        CHECK(is_close(mmc_figures({8 + 1e-9, 2, 5}, 95).response_percentile.value_or(0), time, 1e-8));
    }

    TEST_CASE("10,000 servers are calculated as few are") {
        const QueueFigures figures = mmc_figures({9'900, 1, 10'000}, 95);
        CHECK(is_close(figures.erlang_c.value_or(0), 0.222776928864148241));
        CHECK(is_close(figures.wq.value_or(0), 0.00222776928864148241));  // C / 100
        CHECK(is_close(figures.wait_percentile.value_or(0), std::log(0.222776928864148241 / 0.05) / 100));
        CHECK(figures.response_percentile.value_or(0) > std::log(20.0));
    }

    TEST_CASE("the percentile is where as many are longer, near and far from full") {
        for (const QueuePool& pool : {QueuePool{0.5, 1, 1}, {3.999, 1, 4}, {1, 1, 300}, {299.99, 1, 300}}) {
            for (const double percentile : {1.0, 50.0, 90.0, 99.0, 99.99}) {
                CAPTURE(pool.arrivals);
                CAPTURE(percentile);
                const QueueFigures figures = mmc_figures(pool, percentile);
                const double exceeding = (100 - percentile) / 100;
                CHECK(
                    is_close(mmc_response_exceeds(pool, figures.response_percentile.value_or(0)), exceeding));
                const double wait = figures.wait_percentile.value_or(-1);
                if (wait > 0)
                    CHECK(is_close(mmc_wait_exceeds(pool, wait), exceeding));
                else
                    CHECK(mmc_wait_exceeds(pool, 0) <= exceeding);
            }
        }
    }

    TEST_CASE("a pool that cannot keep up has infinite waits, and says by how much it is too small") {
        for (const double arrivals : {8.0, 16.0}) {
            const QueueFigures figures = mmc_figures({arrivals, 1, 8}, 95);
            CHECK(figures.utilisation == arrivals / 8);
            CHECK(std::isinf(figures.wq.value_or(0)));
            CHECK(std::isinf(figures.w));
            CHECK(std::isinf(figures.lq.value_or(0)));
            CHECK(std::isinf(figures.l));
            CHECK(std::isinf(figures.wait_percentile.value_or(0)));
            CHECK(std::isinf(figures.response_percentile.value_or(0)));
            CHECK(figures.erlang_c == 1.0);
            CHECK(mmc_empty_share({arrivals, 1, 8}) == 0);
        }
    }
}
