// SPDX-License-Identifier: MIT
//
// What ranges of a plan make of its answers: many draws, each a plan in which every range is one figure.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "stowage/catalogue.hpp"
#include "stowage/estimate.hpp"
#include "stowage/plan.hpp"

namespace stowage {

inline constexpr std::int64_t kRiskDraws = 2'000;
/// The standard error of a probability is below 0.0016 then.
inline constexpr std::int64_t kMostRiskDraws = 100'000;
inline constexpr std::uint64_t kRiskSeed = 1;

/// The values that one, five and nine draws of ten do not exceed.
struct Percentiles {
    double p10 = 0;
    double p50 = 0;
    double p90 = 0;

    friend bool operator==(const Percentiles&, const Percentiles&) = default;
};

/// By the nearest rank of at least one value; the order of the values does not matter.
[[nodiscard]] Percentiles percentiles_of(std::vector<double> values);

/// What came of the draws so far.
struct RiskOutcome {
    std::int64_t draws = 0;
    std::int64_t fits = 0;       ///< everything has a place, and no machine is over-committed
    std::int64_t keeps_up = 0;   ///< no service has more to do than its workers and its CPU can
    std::int64_t in_time = 0;    ///< it keeps up, and every latency budget is kept
    std::int64_t in_budget = 0;  ///< a month costs no more than the budget; all draws where there is none
    std::int64_t all = 0;        ///< fits, is in time and in budget
    std::vector<double> cost;    ///< of each draw, a month
    std::vector<double> cpu;     ///< of each draw, requested, as a share of what all servers give
    std::vector<double> memory;  ///< likewise
    /// Of each service with a predicted latency: seconds in each draw, infinite where it cannot keep up.
    /// Empty for the others.
    std::vector<std::vector<double>> latency;
};

/// Draws for one environment, in slices of any length: their number does not change the outcome. A size or
/// load a..b is normal with 5 % below a and 5 % above b, and never below 0; a cost a..b is even between both.
/// Every figure varies by itself. The random numbers depend on the seed, the number of the draw and the place
/// of the figure alone: not on the machine, and not on other figures of the plan.
class RiskDraws {
  public:
    RiskDraws(const Environment& environment, const EnvironmentEstimate& estimate,
              std::uint64_t seed = kRiskSeed);
    RiskDraws(RiskDraws&&) noexcept;
    RiskDraws& operator=(RiskDraws&&) noexcept;
    ~RiskDraws();

    /// False for a plan in which nothing is a range: every draw is the plan.
    [[nodiscard]] bool has_ranges() const;
    void draw(std::int64_t count);
    [[nodiscard]] const RiskOutcome& outcome() const;

  private:
    struct State;
    std::unique_ptr<State> state_;
};

/// In which month of a growing load something is crossed first, over the draws. Whole months from now,
/// infinite where it is not within kMostMonths.
struct GrowthDraws {
    std::vector<double> limit;   ///< of each draw: the first limit, as GrowthRunway::limit
    std::vector<double> budget;  ///< as GrowthRunway::budget; empty without a budget, may be of fewer draws
};

/// More of the draws are not asked for their months: the rank of P10 and P90 is known to 0.7 points, of the
/// budget to 1.5 (standard errors). Each takes the load of some seven months, of the budget an estimate too.
inline constexpr std::int64_t kMostGrowthDraws = 2'000;
inline constexpr std::int64_t kMostBudgetDraws = 400;

/// The draws that RiskDraws makes with that seed, from the first on, in slices of any length as there.
class GrowthRisk {
  public:
    /// The catalogue must outlive this.
    GrowthRisk(const Plan& plan, std::uint32_t environment, const EnvironmentEstimate& estimate,
               const Catalogue& catalogue, std::uint64_t seed = kRiskSeed);
    GrowthRisk(GrowthRisk&&) noexcept;
    GrowthRisk& operator=(GrowthRisk&&) noexcept;
    ~GrowthRisk();

    /// How many draws are asked for their months: fewer of environments with many services; none where no
    /// load grows, and for more than 200 services.
    [[nodiscard]] std::int64_t most() const;
    /// So many more, no more than most() in all.
    void draw(std::int64_t count);
    /// Of the draws so far. No budget is asked for after loads that took many replicas.
    [[nodiscard]] const GrowthDraws& outcome() const;

  private:
    struct State;
    std::unique_ptr<State> state_;
};

/// GrowthRisk after so many draws.
[[nodiscard]] GrowthDraws growth_draws(const Plan& plan, std::uint32_t environment,
                                       const EnvironmentEstimate& estimate, const Catalogue& catalogue,
                                       std::int64_t draws, std::uint64_t seed = kRiskSeed);

}  // namespace stowage
