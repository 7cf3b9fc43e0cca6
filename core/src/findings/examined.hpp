// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "../fewest_machines.hpp"
#include "../placement/placement_problem.hpp"
#include "../survival/occupancy.hpp"
#include "stowage/catalogue.hpp"
#include "stowage/estimate.hpp"
#include "stowage/finding.hpp"
#include "stowage/plan_pointer.hpp"
#include "stowage/quantity_text.hpp"

namespace stowage {

/// What the rules look at: one environment and its estimate, complete but for the findings.
struct Examined {
    const Plan& plan;
    const Environment& environment;
    const Catalogue& catalogue;
    const std::vector<const InstanceType*>& types;  ///< of each server's instance, null when unknown
    const EnvironmentEstimate& estimate;
    const PlacementProblem& problem;  ///< that the estimate's placement solves
    const Occupancy& occupancy;       ///< of that placement; its problem states the rules of groups
    PlacingWork& work;                ///< left for trying fixes

    [[nodiscard]] std::string pointer() const { return stowage::pointer_to(environment); }
    [[nodiscard]] std::string pointer_to(std::string_view list, std::string_view name) const {
        return stowage::pointer_to(environment, list, name);
    }
    /// False also for an environment of own machines.
    [[nodiscard]] bool region_is_known() const {
        return !catalogue.prices_in(environment.provider, environment.region).empty();
    }
};

/// What one environment may spend on trying fixes. It is less than placing 1,000 services once takes, whose
/// estimate has a budget of milliseconds; a plan of 100 services tries seven changes within it and one of ten
/// some two hundred, for the findings that come first. A plan that is larger has the fixes that need no
/// trying.
inline constexpr std::int64_t kFixWork = 5'000;

using Findings = std::vector<Finding>;

/// With the severity of its rule.
[[nodiscard]] inline Finding finding(FindingCode code, std::string where, std::string message) {
    return {rule_of(code).severity, code, std::move(where), std::move(message)};
}

/// Appends to a list that reads "a and b".
inline void join_with_and(std::string& list, std::string_view element) {
    if (!list.empty()) list += " and ";
    list += element;
}

/// The machine of a pool with the least of one resource free.
[[nodiscard]] std::size_t fullest_machine(const ServerEstimate& server, Resource resource);
/// "app", or "machine 2 of app" in a pool of several.
[[nodiscard]] std::string machine_label(const Examined& examined, std::size_t server, std::size_t machine);
/// The finding that the catalogue does not have a sku in the environment's region.
[[nodiscard]] Finding unknown_instance(const Examined& examined, const std::string& item,
                                       const std::string& sku);

/// Each examines one side of the environment and appends what it finds, in the order of the plan.
void find_capacity_problems(const Examined& examined, Findings& findings);
void find_survival_problems(const Examined& examined, Findings& findings);
void find_instance_problems(const Examined& examined, Findings& findings);
void find_service_problems(const Examined& examined, Findings& findings);
void find_stack_problems(const Examined& examined, Findings& findings);
void find_load_problems(const Examined& examined, Findings& findings);
void find_cost_problems(const Examined& examined, Findings& findings);

/// All of them, errors first.
[[nodiscard]] Findings findings_of(const Examined& examined);

}  // namespace stowage
