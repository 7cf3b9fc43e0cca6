// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <limits>
#include <vector>

#include "stowage/plan.hpp"

namespace stowage {

/// A range of a service: a figure that varies from draw to draw.
struct RangeVariable {
    std::uint64_t id = 0;  ///< of its place in the environment
    std::uint32_t service = 0;
    std::uint32_t call = 0;  ///< of the service, where it is the number of a call
    double low = 0;
    double high = 0;
    double most = std::numeric_limits<double>::max();  ///< that the figure can be
    bool is_size = false;                              ///< of what must find a place; else of the load
    /// Makes the range one figure, in the unit of low and high.
    void (*set)(Service& service, std::uint32_t call, double value) = nullptr;
};

/// Its value in a draw: normal with 5 % below `low` and 5 % above `high`, from 0 to `most`.
[[nodiscard]] double drawn(const RangeVariable& variable, std::uint64_t seed, std::uint64_t draw);

/// Every range of the services, in the order of the plan.
[[nodiscard]] std::vector<RangeVariable> range_variables(const Environment& environment);

}  // namespace stowage
