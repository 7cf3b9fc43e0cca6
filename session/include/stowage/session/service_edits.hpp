// SPDX-License-Identifier: MIT
//
// Changes of several services at once, as rows of a spreadsheet are changed. The plan is copied once.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "stowage/plan.hpp"
#include "stowage/result.hpp"

namespace stowage {

/// Services of one environment, by name, in any order. Names that it does not have are passed over; without
/// any that it has, the functions below refuse.
struct ServiceSet {
    std::string environment;
    std::vector<std::string> names;
};

/// Without the services; calls and `for` of them go with them.
[[nodiscard]] Result<Plan> without_services(const Plan& plan, const ServiceSet& services);

/// With a copy of each, in their order behind the last of them, under names of their own.
[[nodiscard]] Result<Plan> with_duplicates(const Plan& plan, const ServiceSet& services);

/// With the services as one block, in their order, before the service that is at `before` now; beyond the
/// last: at the end.
[[nodiscard]] Result<Plan> with_services_at(const Plan& plan, const ServiceSet& services, std::size_t before);

/// What filling down did.
struct FilledDown {
    Plan plan;
    std::string from;         ///< label of the service whose value it is
    std::size_t changed = 0;  ///< services that had another value
};

/// Gives the setting `key` ("cpu", "load/arrivals") of the first of the services, in the order of the plan,
/// to the others, as if it were typed there: where it is not set, it is taken away. A value that one of them
/// cannot have is an error, and nothing changes.
[[nodiscard]] Result<FilledDown, Errors> with_filled_down(const Plan& plan, const ServiceSet& services,
                                                          std::string_view key);

}  // namespace stowage
