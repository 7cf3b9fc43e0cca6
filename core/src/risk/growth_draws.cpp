// SPDX-License-Identifier: MIT
#include <algorithm>
#include <limits>
#include <utility>

#include "../load/first_month.hpp"
#include "range_variables.hpp"
#include "stowage/load_limits.hpp"
#include "stowage/load_outlook.hpp"
#include "stowage/risk.hpp"
#include "stowage/service_needs.hpp"

namespace stowage {
namespace {

constexpr std::size_t kMostServices = 200;
/// Services whose load is looked at, for all draws together: some microseconds each, in seven months.
constexpr std::int64_t kMostLoads = 40'000;
/// Replicas and machines that are placed for all draws together: about a microsecond each, some ten times.
constexpr std::int64_t kMostPlaced = 100'000;

double months(std::optional<std::int64_t> month) {
    return month ? static_cast<double>(*month) : std::numeric_limits<double>::infinity();
}

/// A plan with one environment, which is another one in every draw.
class Drawn {
  public:
    Drawn(const Plan& plan, std::uint32_t environment, const EnvironmentEstimate& estimate,
          const Catalogue& catalogue)
        : estimate_(estimate),
          catalogue_(catalogue),
          variables_(range_variables(plan.environments[environment])) {
        plan_.prices = plan.prices;
        plan_.exchange = plan.exchange;
        plan_.environments = {plan.environments[environment]};
    }

    void draw(std::uint64_t seed, std::uint64_t number) {
        auto& services = plan_.environments.front().services;
        for (const RangeVariable& variable : variables_) {
            Service& service = services[variable.service];
            variable.set(service, variable.call, drawn(variable, seed, number));
            if (variable.is_size) estimate_.needs[variable.service] = needs_of(service);
        }
    }
    [[nodiscard]] std::optional<std::int64_t> month_of_limit() const {
        return first_month([&](std::int64_t month) {
            return is_limit_met(plan_.environments.front(), estimate_, {1, static_cast<double>(month)});
        });
    }
    [[nodiscard]] std::optional<std::int64_t> month_of_budget(Money budget) {
        return first_month([&](std::int64_t month) {
            const ScaledEnvironment scaled =
                scaled_to(plan_, catalogue_, 0, estimate_, {1, static_cast<double>(month)}, true);
            for (const std::int64_t count : scaled.replicas) placed_ += count;
            for (const std::int64_t count : scaled.machines) placed_ += count;
            return scaled.cost.low > budget;
        });
    }
    [[nodiscard]] std::int64_t placed() const { return placed_; }

  private:
    Plan plan_;
    EnvironmentEstimate estimate_;
    const Catalogue& catalogue_;
    std::vector<RangeVariable> variables_;
    std::int64_t placed_ = 0;  ///< replicas and machines, so far
};

}  // namespace

GrowthDraws growth_draws(const Plan& plan, std::uint32_t environment, const EnvironmentEstimate& estimate,
                         const Catalogue& catalogue, std::int64_t draws, std::uint64_t seed) {
    GrowthDraws all;
    const Environment& stated = plan.environments[environment];
    if (estimate.loads.empty() || !load_grows(stated) || stated.services.size() > kMostServices) return all;
    Drawn drawn(plan, environment, estimate, catalogue);
    const std::int64_t most = kMostLoads / static_cast<std::int64_t>(stated.services.size());
    for (std::int64_t i = 0; i < std::min({draws, most, kMostGrowthDraws}); ++i) {
        drawn.draw(seed, static_cast<std::uint64_t>(i));
        all.limit.push_back(months(drawn.month_of_limit()));
        if (stated.budget && i < kMostBudgetDraws && drawn.placed() < kMostPlaced)
            all.budget.push_back(months(drawn.month_of_budget(*stated.budget)));
    }
    return all;
}

}  // namespace stowage
