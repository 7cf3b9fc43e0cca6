// SPDX-License-Identifier: MIT
#include "stowage/queueing/mgc.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <initializer_list>

#include "close_to.hpp"
#include "stowage/queueing/approximations.hpp"
#include "stowage/queueing/mdc.hpp"
#include "stowage/queueing/mmc.hpp"

using namespace stowage;
using namespace stowage::test;

namespace {

/// P(S > time) of a lognormal service time of mean 1.
double lognormal_exceeds(double time, double scv) {
    if (time <= 0) return 1;
    const double variance = std::log(1 + scv);
    return std::erfc((std::log(time) + variance / 2) / std::sqrt(2 * variance)) / 2;
}

/// P(wait + service > time), summed over the wait instead of the service time.
double response_exceeds(const QueueFigures& figures, double scv, double time) {
    const double waiting = figures.erlang_c.value_or(0);
    const double mean = figures.wq.value_or(0) / waiting;
    const int steps = 200'000;
    double sum = 0;
    for (int i = 0; i < steps; ++i) {
        const double wait = time * (i + 0.5) / steps;
        sum += std::exp(-wait / mean) / mean * lognormal_exceeds(time - wait, scv) * time / steps;
    }
    return (1 - waiting) * lognormal_exceeds(time, scv) + waiting * (sum + std::exp(-time / mean));
}

}  // namespace

TEST_SUITE("M/G/c") {
    TEST_CASE("the wait for one server grows with 1 + scv, by Pollaczek and Khinchine") {
        CHECK(is_close(mgc_figures({0.5, 1, 1}, 0.5, 95).wq.value_or(0), 0.75));
        CHECK(is_close(mgc_figures({0.8, 1, 1}, 4, 95).wq.value_or(0), 10));
        CHECK(is_close(mgc_figures({0.8, 1, 1}, 1e6, 95).wq.value_or(0), 2 * (1 + 1e6)));
        CHECK(is_close(kimura_wait({0.8, 1, 1}, 4), 10));
        CHECK(is_close(kimura_wait({0.8, 1, 1}, 0.5), 3));
    }

    TEST_CASE("with scv 1 it is M/M/c, with scv 0 M/D/c") {
        const QueuePool pool{16, 5, 4};
        const QueueFigures exponential = mgc_figures(pool, 1, 95);
        CHECK(exponential.wq == mmc_figures(pool, 95).wq);
        CHECK(exponential.response_percentile == mmc_figures(pool, 95).response_percentile);
        const QueueFigures equal = mgc_figures(pool, 0, 95);
        CHECK(equal.wq == mdc_figures(pool, 95).wq);
        CHECK(equal.response_percentile == mdc_figures(pool, 95).response_percentile);
    }

    TEST_CASE("the mean wait has no jump at scv 0 and 1, and grows in between and beyond") {
        const QueuePool pool{14, 1, 16};
        double last = 0;
        for (const double scv : {0.0, 1e-9, 0.5, 1 - 1e-9, 1.0, 1 + 1e-9, 2.0, 4.0, 100.0, 1e6}) {
            const double wait = mgc_figures(pool, scv, 95).wq.value_or(0);
            CHECK(wait > last);
            last = wait;
        }
        const double exponential = mmc_figures(pool, 95).wq.value_or(0);
        CHECK(is_close(mgc_figures(pool, 1 + 1e-9, 95).wq.value_or(0), exponential, 1e-8));
        CHECK(is_close(mgc_figures(pool, 1 - 1e-9, 95).wq.value_or(0), exponential, 1e-8));
    }

    TEST_CASE("four servers of scv 2, by hand from the waits of M/M/4 and M/D/4") {
        // 0.7455405897 and 0.3854342023: 3 / (4 / 0.7455405897 - 1 / 0.3854342023)
        CHECK(is_close(mgc_figures({3.2, 1, 4}, 2, 95).wq.value_or(0), 1.0827362732, 1e-9));
        // 1/2 x 0.7455405897 + 1/2 x 0.3854342023
        CHECK(is_close(mgc_figures({3.2, 1, 4}, 0.5, 95).wq.value_or(0), 0.5654873960, 1e-9));
    }

    TEST_CASE("where nobody waits the response is the lognormal service time") {
        // exp(m + z s), z = 1.6448536 for 95 %, s^2 = ln(1 + scv), m = -s^2 / 2
        for (const double scv : {1e-6, 0.25, 2.0, 4.0, 1e6}) {
            CAPTURE(scv);
            const double s = std::sqrt(std::log1p(scv));
            const double expected = std::exp(-s * s / 2 + 1.6448536269514722 * s) / 10;
            const QueueFigures figures = mgc_figures({1e-6, 10, 3}, scv, 95);
            CHECK(is_close(figures.response_percentile.value_or(0), expected));
        }
    }

    TEST_CASE("the response is the sum of wait and service, whichever of them is longer") {
        for (const QueuePool& pool : {QueuePool{0.5, 1, 1}, {7.2, 1, 8}, {99.5, 1, 100}, {20, 1, 40}}) {
            for (const double scv : {0.1, 0.5, 2.0, 4.0}) {
                CAPTURE(pool.servers);
                CAPTURE(scv);
                const QueueFigures figures = mgc_figures(pool, scv, 95);
                const double time = figures.response_percentile.value_or(0);
                CHECK(is_close(response_exceeds(figures, scv, time), 0.05, 1e-5));
            }
        }
    }

    TEST_CASE("extremes of load and spread have a response between wait and their sum") {
        for (const double load : {1e-9, 0.5, 0.999999}) {
            for (const double scv : {1e-12, 1e-3, 30.0, 1e6}) {
                CAPTURE(load);
                CAPTURE(scv);
                const QueueFigures figures = mgc_figures({load * 100, 1, 100}, scv, 99);
                const double response = figures.response_percentile.value_or(-1);
                CHECK(std::isfinite(response));
                CHECK(response > figures.wait_percentile.value_or(0));
            }
        }
    }

    TEST_CASE("sharing a server, everybody takes 1 / (1 - rho) times as long") {
        const QueueFigures figures = processor_sharing_figures({9.5, 10, 1});
        CHECK(is_close(figures.w, 2));
        CHECK(is_close(figures.l, 19));
        CHECK(is_close(figures.utilisation, 0.95));
        CHECK_FALSE(figures.wq.has_value());
        CHECK_FALSE(figures.lq.has_value());
        CHECK_FALSE(figures.response_percentile.has_value());
        CHECK(std::isinf(processor_sharing_figures({10, 10, 1}).w));
    }

    TEST_CASE("Little's law holds in every model") {
        for (const QueuePool& pool : {QueuePool{0.1, 1, 1}, {19, 5, 4}, {9'900, 1, 10'000}}) {
            for (const QueueFigures& figures : {mgc_figures(pool, 3, 95), mmc_figures(pool, 95),
                                                mdc_figures(pool, 95), mgc_figures(pool, 0.3, 95)}) {
                CHECK(is_close(figures.l, pool.arrivals * figures.w));
                CHECK(is_close(figures.lq.value_or(0), pool.arrivals * figures.wq.value_or(0)));
            }
        }
    }
}
