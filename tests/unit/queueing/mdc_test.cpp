// SPDX-License-Identifier: MIT
#include "stowage/queueing/mdc.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <initializer_list>

#include "close_to.hpp"
#include "crommelin.hpp"
#include "stowage/queueing/approximations.hpp"
#include "stowage/queueing/erlang.hpp"

using namespace stowage;
using namespace stowage::test;

TEST_SUITE("M/D/c") {
    TEST_CASE("equal service times halve the wait for one server") {
        const QueueFigures figures = mdc_figures({0.8, 1, 1}, 95);
        CHECK(is_close(figures.wq.value_or(0), 2));  // rho / (2 (1 - rho)) service times; M/M/1: 4
        CHECK(is_close(figures.w, 3));
        CHECK(is_close(figures.lq.value_or(0), 1.6));
    }

    TEST_CASE("percentiles of one server are Erlang's: (1 - rho) exp(rho t) wait at most t <= 1 services") {
        const QueueFigures figures = mdc_figures({0.5, 1, 1}, 60);
        CHECK(is_close(figures.wait_percentile.value_or(0), 2 * std::log(1.2)));
        CHECK(is_close(figures.response_percentile.value_or(0), 1 + 2 * std::log(1.2)));
        CHECK(mdc_figures({0.5, 1, 1}, 50).wait_percentile.value_or(1) < 1e-12);
        CHECK(mdc_figures({0.3, 1, 1}, 60).wait_percentile == 0.0);  // 70 % find it free
    }

    TEST_CASE("of two services it takes away what came before: Erlang's second term") {
        // P(W <= t) = (1 - rho)(exp(rho t) - rho (t - 1) exp(rho (t - 1))) for 1 <= t <= 2
        const double within = 0.5 * (std::exp(0.75) - 0.25 * std::exp(0.25));
        CHECK(is_close(md1_wait_exceeds({0.5, 1, 1}, 1.5), 1 - within));
        CHECK(is_close(md1_wait_exceeds({5, 10, 1}, 0.15), 1 - within));
    }

    TEST_CASE("its distribution has the mean of Pollaczek and Khinchine, near a full server too") {
        for (const double load : {0.2, 0.8, 0.97}) {
            CAPTURE(load);
            double mean = 0;  // the integral of P(W > t), by the midpoint rule
            const double step = 0.01;
            for (double time = step / 2; time < 1'000; time += step)
                mean += md1_wait_exceeds({load, 1, 1}, time) * step;
            CHECK(is_close(mean, load / (2 * (1 - load)), 1e-4));
        }
    }

    TEST_CASE("the mean wait of several servers is within 5 % from half load on, and within 12 % always") {
        for (const std::int64_t servers : {2, 4, 8, 16, 32, 64, 200}) {
            for (const double load : {0.1, 0.3, 0.4, 0.5, 0.7, 0.9, 0.95}) {
                CAPTURE(servers);
                CAPTURE(load);
                const QueuePool pool{load * static_cast<double>(servers), 1, servers};
                const double band = load >= 0.5 && servers <= 32 ? 0.05 : 0.12;
                CHECK(is_close(cosmetatos_wait(pool), crommelin_wait(pool), band));
            }
        }
    }

    TEST_CASE("it is never longer than with exponential service times") {
        for (const double load : {1e-50, 0.01, 0.5, 0.999}) {
            const QueuePool pool{load * 32, 1, 32};
            const double exponential = erlang_c(pool) / pool.spare_rate();
            CHECK(cosmetatos_wait(pool) <= exponential);
            CHECK(cosmetatos_wait(pool) >= exponential / 2);
        }
    }

    TEST_CASE("a pool that cannot keep up has infinite waits") {
        const QueueFigures figures = mdc_figures({2, 1, 2}, 95);
        CHECK(std::isinf(figures.wq.value_or(0)));
        CHECK(std::isinf(figures.response_percentile.value_or(0)));
        CHECK(md1_wait_exceeds({2, 1, 1}, 100) == 1);
    }
}
