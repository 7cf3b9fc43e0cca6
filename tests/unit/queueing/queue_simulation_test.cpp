// SPDX-License-Identifier: MIT
//
// The formulas against a queue that is played out. Each tolerance is the error band of docs/queueing.md and
// 3 %, which the simulated figures themselves are off by.
#include <doctest/doctest.h>

#include "close_to.hpp"
#include "queue_simulation.hpp"
#include "stowage/queueing/mgc.hpp"
#include "stowage/queueing/mmc.hpp"

using namespace stowage;
using namespace stowage::test;

namespace {

constexpr double kNoise = 0.03;

void check_within(const QueueFigures& figures, const SimulatedQueue& seen, double mean_band,
                  double p95_band) {
    CHECK_MESSAGE(is_close(figures.wq.value_or(0), seen.mean_wait, mean_band + kNoise), seen.mean_wait);
    CHECK_MESSAGE(is_close(figures.response_percentile.value_or(0), seen.response_p95, p95_band + kNoise),
                  seen.response_p95);
}

}  // namespace

TEST_SUITE("simulated queues") {
    TEST_CASE("exponential service: the formulas of M/M/c are exact") {
        const QueuePool pool{8, 2, 5};
        const SimulatedQueue seen = simulate_queue(pool, ServiceLaw::exponential, 1);
        check_within(mmc_figures(pool, 95), seen, 0, 0);
        CHECK(is_close(mmc_figures(pool, 95).erlang_c.value_or(0), seen.waiting_share, kNoise));
    }

    TEST_CASE("equal service times: mean wait within 5 %, P95 within 9 %") {
        const QueuePool pool{3.2, 1, 4};
        check_within(mgc_figures(pool, 0, 95), simulate_queue(pool, ServiceLaw::deterministic, 0), 0.05,
                     0.09);
    }

    TEST_CASE("lognormal service times of scv 2: mean wait within 18 %, P95 within 10 %") {
        const QueuePool pool{6.8, 1, 8};
        check_within(mgc_figures(pool, 2, 95), simulate_queue(pool, ServiceLaw::lognormal, 2), 0.18, 0.10);
    }

    TEST_CASE("hyperexponential service times of scv 4: mean wait within 7 %, P95 within 15 %") {
        const QueuePool pool{3, 1, 4};
        check_within(mgc_figures(pool, 4, 95), simulate_queue(pool, ServiceLaw::hyperexponential, 4), 0.07,
                     0.15);
    }

    TEST_CASE("the same queue is played out each time") {
        const QueuePool pool{1, 1, 2};
        CHECK(simulate_queue(pool, ServiceLaw::lognormal, 2).mean_wait ==
              simulate_queue(pool, ServiceLaw::lognormal, 2).mean_wait);
    }
}
