// SPDX-License-Identifier: MIT
#include "occupancy.hpp"

#include "../placement/group_rules.hpp"

namespace stowage {
namespace {

/// Where each group begins when so many are in each: counts[i + 1] before, begin of i after.
void accumulate(std::vector<std::uint32_t>& counts) {
    for (std::size_t i = 1; i < counts.size(); ++i) counts[i] += counts[i - 1];
}

}  // namespace

Occupancy::Occupancy(const PlacementProblem& problem, const Placement& placement)
    : problem_{problem.machines, with_group_rules(problem.demands)},
      placement_(placement),
      pools_(problem.machines),
      first_of_service_(problem.demands.size() + 1, 0),
      by_machine_(placement.placed.size()),
      first_on_machine_(problem.machines.size() + 1, 0) {
    machine_of_.reserve(placement.placed.size());
    for (const Placed& placed : placement.placed) {
        machine_of_.push_back(static_cast<std::uint32_t>(pools_.at(placed.server).first + placed.machine));
        ++first_of_service_[placed.service + 1];
        ++first_on_machine_[machine_of_.back() + 1];
    }
    accumulate(first_of_service_);
    accumulate(first_on_machine_);
    std::vector<std::uint32_t> next = first_on_machine_;
    for (std::uint32_t i = 0; i < machine_of_.size(); ++i) by_machine_[next[machine_of_[i]]++] = i;
}

std::vector<Resources> Occupancy::free() const {
    std::vector<Resources> free;
    free.reserve(machines());
    for (const Machine& machine : problem_.machines) free.push_back(machine.allocatable);
    for (std::size_t i = 0; i < machine_of_.size(); ++i) {
        free[machine_of_[i]] -= problem_.demands[placement_.placed[i].service].request;
    }
    return free;
}

Pool Occupancy::allowed(std::uint32_t service) const {
    const auto& server = problem_.demands[service].server;
    return server ? pools_.at(*server) : Pool{0, machines()};
}

std::span<const std::uint32_t> Occupancy::placed_on(std::size_t machine) const {
    const std::uint32_t first = first_on_machine_[machine];
    return std::span(by_machine_).subspan(first, first_on_machine_[machine + 1] - first);
}

std::span<const std::uint32_t> Occupancy::machines_of(std::uint32_t service) const {
    const std::uint32_t first = first_of_service_[service];
    return std::span(machine_of_).subspan(first, first_of_service_[service + 1] - first);
}

}  // namespace stowage
