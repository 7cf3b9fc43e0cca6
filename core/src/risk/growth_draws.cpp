// SPDX-License-Identifier: MIT
#include <algorithm>
#include <limits>
#include <memory>
#include <optional>
#include <utility>

#include "../load/first_month.hpp"
#include "../plan_of_one.hpp"
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
        : plan_(plan_of_one(plan, environment)),
          estimate_(estimate),
          catalogue_(catalogue),
          variables_(range_variables(plan.environments[environment])) {}

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

/// How many draws are asked; none where there is nothing to ask.
std::int64_t most_draws(const Environment& stated, const EnvironmentEstimate& estimate) {
    if (estimate.loads.empty() || !load_grows(stated) || stated.services.size() > kMostServices) return 0;
    return std::min(kMostLoads / static_cast<std::int64_t>(stated.services.size()), kMostGrowthDraws);
}

}  // namespace

struct GrowthRisk::State {
    State(const Plan& plan, std::uint32_t environment, const EnvironmentEstimate& estimate,
          const Catalogue& catalogue, std::uint64_t with_seed)
        : drawn(plan, environment, estimate, catalogue),
          budget(plan.environments[environment].budget),
          most(most_draws(plan.environments[environment], estimate)),
          seed(with_seed) {}

    void draw_one() {
        drawn.draw(seed, static_cast<std::uint64_t>(all.limit.size()));
        const auto number = static_cast<std::int64_t>(all.limit.size());
        all.limit.push_back(months(drawn.month_of_limit()));
        if (budget && number < kMostBudgetDraws && drawn.placed() < kMostPlaced)
            all.budget.push_back(months(drawn.month_of_budget(*budget)));
    }

    Drawn drawn;
    std::optional<Money> budget;
    std::int64_t most;
    std::uint64_t seed;
    GrowthDraws all{};
};

GrowthRisk::GrowthRisk(const Plan& plan, std::uint32_t environment, const EnvironmentEstimate& estimate,
                       const Catalogue& catalogue, std::uint64_t seed)
    : state_(std::make_unique<State>(plan, environment, estimate, catalogue, seed)) {}
GrowthRisk::GrowthRisk(GrowthRisk&&) noexcept = default;
GrowthRisk& GrowthRisk::operator=(GrowthRisk&&) noexcept = default;
GrowthRisk::~GrowthRisk() = default;

std::int64_t GrowthRisk::most() const { return state_->most; }

void GrowthRisk::draw(std::int64_t count) {
    const std::int64_t left = state_->most - static_cast<std::int64_t>(state_->all.limit.size());
    for (std::int64_t i = 0; i < std::min(count, left); ++i) state_->draw_one();
}

const GrowthDraws& GrowthRisk::outcome() const { return state_->all; }

GrowthDraws growth_draws(const Plan& plan, std::uint32_t environment, const EnvironmentEstimate& estimate,
                         const Catalogue& catalogue, std::int64_t draws, std::uint64_t seed) {
    if (most_draws(plan.environments[environment], estimate) == 0) return {};
    GrowthRisk risk(plan, environment, estimate, catalogue, seed);
    risk.draw(draws);
    return risk.outcome();
}

}  // namespace stowage
