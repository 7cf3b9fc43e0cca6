// SPDX-License-Identifier: MIT
#include "stowage/risk.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "../fewest_machines.hpp"
#include "../placement/placement_problem.hpp"
#include "random_normal.hpp"
#include "range_variables.hpp"
#include "stowage/load_limits.hpp"
#include "stowage/sort_by.hpp"

namespace stowage {
namespace {

constexpr double kNano = 1e-9;

bool keeps_up(const ServiceLoad& load) {
    return load.cpu.value_or(0) <= 1 && (!load.figures || load.figures->utilisation < 1);
}

bool in_time(const Service& service, const ServiceLoad& load) {
    const auto budget = latency_budget_of(service);
    return !budget || load.latency().value_or(0) <= *budget;
}

/// What all machines give away.
Resources given(const EnvironmentEstimate& estimate) {
    Resources sum;
    for (const ServerEstimate& server : estimate.servers) sum += server.capacity - server.reserved;
    return sum;
}

double share(std::int64_t part, std::int64_t whole) {
    return whole > 0 ? static_cast<double>(part) / static_cast<double>(whole) : 0;
}

}  // namespace

Percentiles percentiles_of(std::vector<double> values) {
    sort_by(values, [](double a, double b) { return a < b; });
    const auto rank = [&](std::size_t tenths) {  // the least value that so many tenths do not exceed
        return values[std::max<std::size_t>((values.size() * tenths + 9) / 10, 1) - 1];
    };
    return {rank(1), rank(5), rank(9)};
}

struct RiskDraws::State {
    State(const Environment& plan, const EnvironmentEstimate& figures, std::uint64_t with_seed)
        : environment(plan),
          needs(figures.needs),
          problem(placement_problem(plan, figures.servers, figures.needs)),
          variables(range_variables(plan)),
          cost_lines(figures.cost_lines),
          allocatable(given(figures)),
          seed(with_seed),
          stated_loads(figures.loads),
          fits_as_stated(everything_fits(figures)) {
        const auto is_size = [](const RangeVariable& variable) { return variable.is_size; };
        sizes_vary = std::any_of(variables.begin(), variables.end(), is_size);
        // CPU and memory of a request are what the CPU and memory of a load are held against.
        loads_vary = !stated_loads.empty() && !variables.empty();
        outcome.latency.resize(environment.services.size());
    }

    void draw_one() {
        const auto number = static_cast<std::uint64_t>(outcome.draws);
        for (const RangeVariable& variable : variables)
            variable.set(environment.services[variable.service], variable.call,
                         drawn(variable, seed, number));
        const bool fits = place_drawn();
        const Kept kept = load_drawn();
        const double cost = cost_drawn(number);
        const bool in_budget =
            !environment.budget || cost <= static_cast<double>(environment.budget->to_nanos()) * kNano;
        ++outcome.draws;
        outcome.fits += fits ? 1 : 0;
        outcome.keeps_up += kept.up ? 1 : 0;
        outcome.in_time += kept.in_time ? 1 : 0;
        outcome.in_budget += in_budget ? 1 : 0;
        outcome.all += fits && kept.in_time && in_budget ? 1 : 0;
        outcome.cost.push_back(cost);
    }

    bool place_drawn() {
        if (sizes_vary) {
            for (const RangeVariable& variable : variables) {
                if (variable.is_size)
                    needs[variable.service] = needs_of(environment.services[variable.service]);
            }
            for (std::size_t i = 0; i < needs.size(); ++i) {
                problem.demands[i].request = needs[i].request;
                if (environment.fit_memory == FitMemory::limit)
                    problem.demands[i].request.memory = needs[i].peak_memory;
            }
        }
        Resources used;
        for (const Demand& demand : problem.demands) used += demand.request * demand.replicas;
        outcome.cpu.push_back(share(used.cpu.to_millis(), allocatable.cpu.to_millis()));
        outcome.memory.push_back(share(used.memory.to_bytes(), allocatable.memory.to_bytes()));
        if (!sizes_vary) return fits_as_stated;
        const Placement placement = place(problem.machines, problem.demands);
        if (!placement.unplaced.empty()) return false;
        for (std::uint32_t server = 0; server < environment.servers.size(); ++server) {
            if (!keeps_within(problem, placement, server)) return false;
        }
        return true;
    }

    struct Kept {
        bool up = true;
        bool in_time = true;
    };
    Kept load_drawn() {
        const std::vector<ServiceLoad> loads = loads_vary ? load_of(environment, needs) : stated_loads;
        Kept kept;
        for (std::size_t i = 0; i < loads.size(); ++i) {
            kept.up = kept.up && keeps_up(loads[i]);
            kept.in_time = kept.in_time && in_time(environment.services[i], loads[i]);
            if (const auto latency = loads[i].latency()) outcome.latency[i].push_back(*latency);
        }
        kept.in_time = kept.in_time && kept.up;
        return kept;
    }

    [[nodiscard]] double cost_drawn(std::uint64_t number) const {
        double sum = 0;
        for (std::size_t i = 0; i < cost_lines.size(); ++i) {
            const auto low = static_cast<double>(cost_lines[i].low.to_nanos()) * kNano;
            const auto high = static_cast<double>(cost_lines[i].high.to_nanos()) * kNano;
            sum += high > low ? low + (high - low) * uniform(seed, number, mixed(i)) : low;
        }
        return sum;
    }

    Environment environment;  ///< with the figures of the last draw
    std::vector<ServiceNeeds> needs;
    PlacementProblem problem;
    std::vector<RangeVariable> variables;
    std::vector<CostLine> cost_lines;
    Resources allocatable;
    std::uint64_t seed;
    std::vector<ServiceLoad> stated_loads;
    bool fits_as_stated;
    bool sizes_vary = false;
    bool loads_vary = false;
    RiskOutcome outcome;
};

RiskDraws::RiskDraws(const Environment& environment, const EnvironmentEstimate& estimate, std::uint64_t seed)
    : state_(std::make_unique<State>(environment, estimate, seed)) {}
RiskDraws::RiskDraws(RiskDraws&&) noexcept = default;
RiskDraws& RiskDraws::operator=(RiskDraws&&) noexcept = default;
RiskDraws::~RiskDraws() = default;

bool RiskDraws::has_ranges() const {
    const auto is_range = [](const CostLine& line) { return line.low != line.high; };
    return !state_->variables.empty() ||
           std::any_of(state_->cost_lines.begin(), state_->cost_lines.end(), is_range);
}

void RiskDraws::draw(std::int64_t count) {
    for (std::int64_t i = 0; i < count; ++i) state_->draw_one();
}

const RiskOutcome& RiskDraws::outcome() const { return state_->outcome; }

}  // namespace stowage
