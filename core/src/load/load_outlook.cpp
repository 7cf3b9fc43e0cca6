// SPDX-License-Identifier: MIT
#include "stowage/load_outlook.hpp"

#include <algorithm>
#include <cmath>
#include <memory>
#include <utility>

#include "../plan_of_one.hpp"
#include "first_month.hpp"
#include "plain_number.hpp"
#include "stowage/fit.hpp"

namespace stowage {
namespace {

/// The replicas of every service that a load needs.
struct NeededReplicas {
    std::vector<std::int64_t> counts;
    bool served = true;
};

NeededReplicas needed_replicas(const Environment& environment, const EnvironmentEstimate& estimate,
                               const LoadScale& scale) {
    NeededReplicas needed;
    const auto arrivals = arrivals_of(environment, scale);
    for (std::size_t i = 0; i < environment.services.size(); ++i) {
        const Service& service = environment.services[i];
        needed.counts.push_back(service.replicas);
        const bool loaded = arrivals[i].value_or(0) > 0 || service.load.connections;
        if (!loaded || !scales_by_replicas(service)) continue;
        const auto latency = latency_budget_of(service);
        const auto count = replicas_needed(service, estimate.needs[i], arrivals[i], scale, latency);
        if (!count) {
            const ServiceLoad load = load_of(service, estimate.needs[i], arrivals[i], scale, std::nullopt);
            needed.served = needed.served && !load.figures && !load.cpu;
            continue;
        }
        const std::int64_t most = service.scale_out ? service.scale_out->max.value_or(*count) : *count;
        needed.served = needed.served && *count <= most;
        needed.counts.back() = std::max(service.replicas, std::min(*count, most));
    }
    return needed;
}

/// Adds machines until nothing of the environment lacks a place, or no number helps.
void add_machines_to(Environment& environment, EnvironmentEstimate& figures, const Plan& plan,
                     const Catalogue& catalogue) {
    for (std::uint32_t server = 0; server < environment.servers.size(); ++server) {
        if (everything_fits(figures)) return;
        const auto needed = machines_needed(environment, figures, server);
        if (!needed || *needed <= environment.servers[server].count) continue;
        environment.servers[server].count = *needed;
        figures = estimate_fit(plan, environment, catalogue);
    }
}

ScaledEnvironment scaled_for(const Plan& plan, const Catalogue& catalogue, std::uint32_t environment,
                             NeededReplicas needed, bool add_machines) {
    ScaledEnvironment scaled;
    Environment changed = plan.environments[environment];
    for (std::size_t i = 0; i < changed.services.size(); ++i) changed.services[i].replicas = needed.counts[i];
    EnvironmentEstimate figures = estimate_fit(plan, changed, catalogue);
    if (add_machines) add_machines_to(changed, figures, plan, catalogue);
    scaled.replicas = std::move(needed.counts);
    for (const Server& server : changed.servers) scaled.machines.push_back(server.count);
    scaled.cost = figures.cost;
    scaled.fits = everything_fits(figures);
    scaled.served = needed.served;
    return scaled;
}

/// Loads one after the other: nothing is placed anew while they need the same replicas.
class LoadSteps {
  public:
    LoadSteps(const Plan& plan, const Catalogue& catalogue, std::uint32_t environment,
              const EnvironmentEstimate& estimate)
        : plan_(plan), catalogue_(catalogue), environment_(environment), estimate_(estimate) {}

    [[nodiscard]] const ScaledEnvironment& scaled_to(const LoadScale& scale) {
        NeededReplicas needed = needed_replicas(plan_.environments[environment_], estimate_, scale);
        if (!known_ || last_.replicas != needed.counts) {
            last_ = scaled_for(plan_, catalogue_, environment_, std::move(needed), true);
            known_ = true;
        } else {
            last_.served = needed.served;
        }
        return last_;
    }

  private:
    const Plan& plan_;
    const Catalogue& catalogue_;
    std::uint32_t environment_;
    const EnvironmentEstimate& estimate_;
    // No optional: g++ 12 takes its value for uninitialised where it is assigned to.
    ScaledEnvironment last_;
    bool known_ = false;
};

std::int64_t placed_in(const ScaledEnvironment& scaled) {
    std::int64_t placed = 0;
    for (const std::int64_t replicas : scaled.replicas) placed += replicas;
    for (const std::int64_t machines : scaled.machines) placed += machines;
    return placed;
}

/// The first of the limits with the load of that month taken as the stated one.
std::optional<LoadLimit> limit_passed(const Environment& environment, const EnvironmentEstimate& estimate,
                                      std::int64_t month) {
    const auto limits = load_limits(environment, estimate, {1, static_cast<double>(month)});
    if (limits.empty()) return std::nullopt;
    return limits.front();
}

void find_limit(GrowthRunway& runway, const Environment& present, const EnvironmentEstimate& estimate) {
    runway.limit = first_month([&](std::int64_t month) {
        return is_limit_met(present, estimate, {1, static_cast<double>(month)});
    });
    if (runway.limit) runway.first_limit = limit_passed(present, estimate, *runway.limit);
}

std::optional<std::int64_t> month_without_room(const Plan& plan, const Catalogue& catalogue,
                                               std::uint32_t environment,
                                               const EnvironmentEstimate& estimate) {
    return first_month([&](std::int64_t month) {
        const ScaledEnvironment scaled =
            scaled_to(plan, catalogue, environment, estimate, {1, static_cast<double>(month)}, false);
        return !scaled.fits || !scaled.served;
    });
}

/// None without a budget.
std::optional<std::int64_t> month_over_budget(const Plan& plan, const Catalogue& catalogue,
                                              std::uint32_t environment,
                                              const EnvironmentEstimate& estimate) {
    const auto& budget = plan.environments[environment].budget;
    if (!budget) return std::nullopt;
    return first_month([&](std::int64_t month) {
        return scaled_to(plan, catalogue, environment, estimate, {1, static_cast<double>(month)}, true)
                   .cost.low > *budget;
    });
}

}  // namespace

bool load_grows(const Environment& environment) {
    return std::any_of(environment.services.begin(), environment.services.end(), [](const Service& service) {
        return share_of(service.load.growth) > 0 && (service.load.arrivals || service.load.connections);
    });
}

std::vector<LatencyPoint> latency_curve(const Environment& environment, const EnvironmentEstimate& estimate,
                                        std::uint32_t service, double most, std::int64_t points) {
    std::vector<LatencyPoint> curve;
    if (estimate.loads.empty() || !estimate.loads[service].latency()) return curve;
    const Service& asked = environment.services[service];
    const auto database_slots = database_slots_of(environment)[service];
    const double stated = estimate.loads[service].arrivals.value_or(0);
    for (std::int64_t i = 1; i <= points; ++i) {
        const double factor = most * static_cast<double>(i) / static_cast<double>(points);
        const ServiceLoad load =
            load_of(asked, estimate.needs[service], stated * factor, {factor, 0}, database_slots);
        auto latency = load.latency();
        if (latency && !std::isfinite(*latency)) latency = std::nullopt;
        auto median = load.median;
        if (median && !std::isfinite(*median)) median = std::nullopt;
        curve.push_back({factor, stated * factor, median, latency});
    }
    return curve;
}

ScaledEnvironment scaled_to(const Plan& plan, const Catalogue& catalogue, std::uint32_t environment,
                            const EnvironmentEstimate& estimate, const LoadScale& scale, bool add_machines) {
    return scaled_for(plan, catalogue, environment,
                      needed_replicas(plan.environments[environment], estimate, scale), add_machines);
}

std::vector<LoadStep> load_steps(const Plan& plan, const Catalogue& catalogue, std::uint32_t environment,
                                 const EnvironmentEstimate& estimate, double most, std::int64_t points) {
    std::vector<LoadStep> steps;
    LoadSteps loads(plan, catalogue, environment, estimate);
    for (std::int64_t i = 1; i <= points; ++i) {
        const double factor = most * static_cast<double>(i) / static_cast<double>(points);
        steps.push_back({factor, loads.scaled_to({factor, 0})});
    }
    return steps;
}

std::vector<GrowthStep> growth_steps(const Plan& plan, const Catalogue& catalogue, std::uint32_t environment,
                                     const EnvironmentEstimate& estimate, std::int64_t months,
                                     std::int64_t most_placed) {
    std::vector<GrowthStep> steps;
    LoadSteps loads(plan, catalogue, environment, estimate);
    std::int64_t placed = 0;
    for (std::int64_t month = 0; month <= months && placed < most_placed; ++month) {
        steps.push_back({month, loads.scaled_to({1, static_cast<double>(month)})});
        placed += placed_in(steps.back().scaled);
    }
    return steps;
}

GrowthRunway growth_runway(const Plan& plan, const Catalogue& catalogue, std::uint32_t environment,
                           const EnvironmentEstimate& estimate) {
    GrowthRunway runway;
    runway.grows = !estimate.loads.empty() && load_grows(plan.environments[environment]);
    if (!runway.grows) return runway;
    find_limit(runway, plan.environments[environment], estimate);
    runway.room = month_without_room(plan, catalogue, environment, estimate);
    runway.budget = month_over_budget(plan, catalogue, environment, estimate);
    return runway;
}

struct OutlookRun::State {
    State(const Plan& whole, const Catalogue& the_catalogue, std::uint32_t environment,
          const EnvironmentEstimate& estimate, double most_factor, std::int64_t points, std::int64_t months)
        : plan(plan_of_one(whole, environment)),
          catalogue(the_catalogue),
          figures(estimate),
          most(most_factor),
          load_points(points) {
        runway.grows = !figures.loads.empty() && load_grows(plan.environments.front());
        growth_points = runway.grows ? months + 1 : 0;
        parts = load_points + growth_points + (runway.grows ? kRunwayParts : 0);
    }

    void go_on() {
        const std::int64_t part = done++;
        if (part < load_points) {
            const double factor = most * static_cast<double>(part + 1) / static_cast<double>(load_points);
            load_steps.push_back({factor, by_load.scaled_to({factor, 0})});
        } else if (part < load_points + growth_points) {
            const std::int64_t month = part - load_points;
            month_steps.push_back({month, by_month.scaled_to({1, static_cast<double>(month)})});
        } else {
            go_on_with_runway(part - load_points - growth_points);
        }
    }

    static constexpr std::int64_t kRunwayParts = 3;
    void go_on_with_runway(std::int64_t part) {
        if (part == 0) {
            find_limit(runway, plan.environments.front(), figures);
        } else if (part == 1) {
            runway.room = month_without_room(plan, catalogue, 0, figures);
        } else {
            runway.budget = month_over_budget(plan, catalogue, 0, figures);
        }
    }

    Plan plan;
    const Catalogue& catalogue;
    EnvironmentEstimate figures;
    double most;
    std::int64_t load_points;
    std::int64_t growth_points = 0;
    std::int64_t parts = 0;
    std::int64_t done = 0;
    LoadSteps by_load{plan, catalogue, 0, figures};
    LoadSteps by_month{plan, catalogue, 0, figures};
    std::vector<LoadStep> load_steps{};
    std::vector<GrowthStep> month_steps{};
    GrowthRunway runway{};
};

OutlookRun::OutlookRun(const Plan& plan, const Catalogue& catalogue, std::uint32_t environment,
                       const EnvironmentEstimate& estimate, double most, std::int64_t points,
                       std::int64_t months)
    : state_(std::make_unique<State>(plan, catalogue, environment, estimate, most, points, months)) {}
OutlookRun::OutlookRun(OutlookRun&&) noexcept = default;
OutlookRun& OutlookRun::operator=(OutlookRun&&) noexcept = default;
OutlookRun::~OutlookRun() = default;

std::int64_t OutlookRun::parts() const { return state_->parts; }
std::int64_t OutlookRun::done() const { return state_->done; }
void OutlookRun::go_on() {
    if (state_->done < state_->parts) state_->go_on();
}
const std::vector<LoadStep>& OutlookRun::loads() const { return state_->load_steps; }
const std::vector<GrowthStep>& OutlookRun::months() const { return state_->month_steps; }
const GrowthRunway& OutlookRun::runway() const { return state_->runway; }

}  // namespace stowage
