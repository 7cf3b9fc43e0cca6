// SPDX-License-Identifier: MIT
#include "stowage/risk.hpp"

#include <cmath>

#include "fixtures.hpp"
#include "risk/random_normal.hpp"
#include "small_catalogue.hpp"

using namespace stowage;
using namespace stowage::test;

namespace {

Plan plan_with(const std::string& services, const std::string& settings = "") {
    return plan_of("stowage: 0\nenvironments: {e: {" + settings +
                   "servers: {s: {cpu: 8, memory: 8GiB, cost: 100/month}}, services: " + services + "}}");
}

RiskDraws draws_of(const Plan& plan, std::int64_t count, std::uint64_t seed = kRiskSeed) {
    const Estimate figures = estimate(plan, small_catalogue());
    RiskDraws draws(plan.environments.front(), figures.environments.front(), seed);
    draws.draw(count);
    return draws;
}

double share(std::int64_t count, const RiskOutcome& outcome) {
    return static_cast<double>(count) / static_cast<double>(outcome.draws);
}

}  // namespace

TEST_SUITE("random numbers") {
    TEST_CASE("of a normal law have its quantiles") {
        // Abramowitz & Stegun, table 26.5
        CHECK(normal_quantile(0.5) == doctest::Approx(0));
        CHECK(normal_quantile(0.95) == doctest::Approx(1.6448536).epsilon(1e-6));
        CHECK(normal_quantile(0.05) == doctest::Approx(-1.6448536).epsilon(1e-6));
        CHECK(normal_quantile(0.999) == doctest::Approx(3.0902323).epsilon(1e-6));
        CHECK(normal_quantile(1e-12) == doctest::Approx(-7.0344838).epsilon(1e-6));
    }

    TEST_CASE("depend on seed, draw and variable alone, and are spread evenly") {
        CHECK(uniform(1, 2, 3) == uniform(1, 2, 3));
        CHECK(uniform(1, 2, 3) != uniform(2, 2, 3));
        CHECK(uniform(1, 2, 3) != uniform(1, 3, 3));
        CHECK(uniform(1, 2, 3) != uniform(1, 2, 4));
        std::vector<int> tenths(10);
        for (std::uint64_t draw = 0; draw < 10'000; ++draw)
            ++tenths[static_cast<std::size_t>(uniform(7, draw, hash_of("web/arrivals")) * 10)];
        for (const int count : tenths)
            CHECK(std::abs(count - 1'000) < 4 * 30);  // sigma of B(10,000, 0.1) is 30
    }
}

TEST_SUITE("the risk of a plan with ranges") {
    TEST_CASE("is the share of draws in which the size fits") {
        // 6..10 GiB is normal with mean 8 GiB: half of it fits into 8 GiB; 5..8 GiB does in 95 %
        const RiskOutcome half = draws_of(plan_with("{x: {cpu: 1, memory: 6..10GiB}}"), 2'000).outcome();
        CHECK(half.draws == 2'000);
        CHECK(share(half.fits, half) == doctest::Approx(0.5).epsilon(0.07));  // three sigma
        const RiskOutcome most = draws_of(plan_with("{x: {cpu: 1, memory: 5..8GiB}}"), 2'000).outcome();
        CHECK(share(most.fits, most) == doctest::Approx(0.95).epsilon(0.016));
        CHECK(percentiles_of(most.memory).p50 == doctest::Approx(6.5 / 8).epsilon(0.01));
        CHECK(most.in_budget == 2'000);
        CHECK(most.all == most.fits);
    }

    TEST_CASE("is the share of draws in which a service keeps up and is in time") {
        // M/M/1 with 10/s: P95 = ln(20) / (10 - lambda) is below 1 s up to 7.004/s; 4..8/s is
        // N(6, 1.216): 79.5 % below it, and 99.95 % below 10/s
        const RiskOutcome outcome =
            draws_of(
                plan_with("{web: {kind: wsgi, workers: 1, cpu: 1, memory: 1GiB, load: {arrivals: 4..8/s, "
                          "service_time: 100ms, latency_budget: 1s}}}"),
                2'000)
                .outcome();
        CHECK(outcome.fits == 2'000);
        CHECK(share(outcome.in_time, outcome) == doctest::Approx(0.795).epsilon(0.035));
        CHECK(share(outcome.keeps_up, outcome) > 0.997);
        CHECK(percentiles_of(outcome.latency.front()).p50 == doctest::Approx(2.995732 / 4).epsilon(0.03));
    }

    TEST_CASE("takes a cost with a range as even between its ends") {
        const Plan plan = plan_of(
            "stowage: 0\nenvironments: {e: {budget: 150, servers: {s: {cpu: 8, memory: 8GiB, cost: "
            "100..200/month}}, services: {x: {cpu: 1, memory: 1GiB}}}}");
        const RiskOutcome outcome = draws_of(plan, 2'000).outcome();
        CHECK(share(outcome.in_budget, outcome) == doctest::Approx(0.5).epsilon(0.07));
        const Percentiles cost = percentiles_of(outcome.cost);
        CHECK(cost.p10 == doctest::Approx(110).epsilon(0.03));
        CHECK(cost.p90 == doctest::Approx(190).epsilon(0.03));
    }

    TEST_CASE("of a plan without a range is the plan") {
        const RiskDraws draws = draws_of(plan_with("{x: {cpu: 1, memory: 1GiB}}"), 10);
        CHECK_FALSE(draws.has_ranges());
        CHECK(draws.outcome().all == 10);
        CHECK(percentiles_of(draws.outcome().cost) == Percentiles{100, 100, 100});
    }

    TEST_CASE("is the same in one piece and in slices, and another with another seed") {
        const Plan plan = plan_with("{x: {cpu: 1..3, memory: 4..9GiB}}");
        RiskDraws sliced = draws_of(plan, 1);
        for (int i = 0; i < 33; ++i) sliced.draw(3);
        const RiskOutcome whole = draws_of(plan, 100).outcome();
        CHECK(sliced.outcome().memory == whole.memory);
        CHECK(sliced.outcome().fits == whole.fits);
        CHECK(draws_of(plan, 100, 2).outcome().memory != whole.memory);
    }

    TEST_CASE("of one figure does not change with others beside it") {
        const auto cpu = [](const std::string& services) {
            return draws_of(plan_with(services), 50).outcome().cpu;
        };
        CHECK(cpu("{x: {cpu: 1..3, memory: 1GiB}, y: {cpu: 0, memory: 1GiB}}") ==
              cpu("{y: {cpu: 0, memory: 1..2GiB}, x: {cpu: 1..3, memory: 1..5GiB}}"));
    }
}

TEST_SUITE("the months of a growing load with ranges") {
    /// CPU is 4 of the 8 cores that are requested, and the server has 16: one machine costs 100.
    Plan growing(const std::string& growth) {
        return plan_of(
            "stowage: 0\nenvironments: {e: {budget: 150, servers: {s: {cpu: 16, memory: 64GiB, cost: "
            "100/month}}, services: {web: {kind: wsgi, server: s, workers: 5, replicas: 4, cpu: 2, memory: "
            "1GiB, load: {arrivals: 40/s, cpu_time: 100ms, growth: " +
            growth + "}}}}}");
    }

    GrowthDraws months_of(const Plan& plan, std::int64_t count = kRiskDraws) {
        return growth_draws(plan, 0, estimate(plan, small_catalogue()).environments.front(),
                            small_catalogue(), count);
    }

    TEST_CASE("are spread as the growth is") {
        // 8..12 % is N(10, 1.216). Doubled, the CPU is all used: up to month 6 from 12.25 % on, in 3 % of
        // the draws; 7 from 10.41 %, 37 %; 8 from 9.05 %, 78 %; 9 from 8.01 %, 95 %. Four times the load
        // takes a second machine: up to month 12 in 3 %, 13 from 11.25 %, 15 %; 14 in 37 %, 15 from 9.68 %,
        // 60 %; 16 in 78 %, 17 from 8.50 %, 89 %; 18 in 95 %.
        const GrowthDraws months = months_of(growing("8..12%/month"));
        CHECK(months.limit.size() == 2'000);
        CHECK(months.budget.size() == 400);
        CHECK(percentiles_of(months.limit) == Percentiles{7, 8, 9});
        const Percentiles budget = percentiles_of(months.budget);
        CHECK(budget.p10 == 13);
        CHECK(budget.p50 == 15);
        CHECK((budget.p90 == 17 || budget.p90 == 18));
    }

    TEST_CASE("are those of the plan where nothing is a range") {
        // 1.1^7 = 1.95, 1.1^8 = 2.14; 1.1^14 = 3.80, 1.1^15 = 4.18
        const GrowthDraws months = months_of(growing("10%/month"), 3);
        CHECK(months.limit == std::vector<double>{8, 8, 8});
        CHECK(months.budget == std::vector<double>{15, 15, 15});
    }

    TEST_CASE("have no end where the load does not come so far in five years") {
        // 1.01^60 = 1.82
        const GrowthDraws months = months_of(growing("1%/month"), 1);
        REQUIRE(months.limit.size() == 1);
        CHECK(std::isinf(months.limit.front()));
    }

    TEST_CASE("are the same in slices of any length, and no more than are asked for") {
        const Plan plan = growing("8..12%/month");
        const Estimate figures = estimate(plan, small_catalogue());
        GrowthRisk risk(plan, 0, figures.environments.front(), small_catalogue());
        CHECK(risk.most() == 2'000);
        for (const std::int64_t slice : {1, 7, 32}) risk.draw(slice);
        const GrowthDraws whole = months_of(plan, 40);
        CHECK(risk.outcome().limit == whole.limit);
        CHECK(risk.outcome().budget == whole.budget);
        risk.draw(5'000);
        CHECK(risk.outcome().limit.size() == 2'000);
    }

    TEST_CASE("are none where nothing grows") {
        CHECK(months_of(plan_with("{web: {kind: wsgi, cpu: 1, memory: 1GiB, load: {arrivals: 1..2/s, "
                                  "cpu_time: 10ms}}}"))
                  .limit.empty());
    }
}

TEST_SUITE("percentiles") {
    TEST_CASE("are values of the list, by the nearest rank") {
        CHECK(percentiles_of({3, 1, 2}) == Percentiles{1, 2, 3});
        CHECK(percentiles_of({10, 9, 8, 7, 6, 5, 4, 3, 2, 1}) == Percentiles{1, 5, 9});
        CHECK(percentiles_of({4}) == Percentiles{4, 4, 4});
    }
}
