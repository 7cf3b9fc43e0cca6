// SPDX-License-Identifier: MIT
//
// Services as spreadsheets exchange them: a line for each, cells between tabs (what they copy) or commas
// (CSV, with cells in quotation marks where they need them).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "stowage/plan.hpp"
#include "stowage/result.hpp"

namespace stowage {

/// As many services as one paste may bring. Every cell is checked; a plan of more comes as a file.
inline constexpr std::size_t kMostRows = 1'000;

/// True for text that may be such lines: the first has a tab; or commas or semicolons, and nothing that
/// begins a map or list of a plan. Cells between semicolons are refused then, with what is accepted.
[[nodiscard]] bool is_rows(std::string_view text);

/// The services of the environment under a line of column names; empty without such an environment. With
/// names in `only`, those alone.
[[nodiscard]] std::string service_rows(const Plan& plan, std::string_view environment,
                                       const std::vector<std::string>& only = {});

/// A plan with the services of the lines, and what became of them.
struct PastedRows {
    Plan plan;
    std::size_t added = 0;
    std::size_t changed = 0;  ///< services of that name or title were there already
};

/// The columns are those of service_rows(), in its order, unless a first line that begins with "name" says
/// otherwise. An empty cell leaves the setting as it is. The errors name the line and the column; with any of
/// them nothing is taken.
[[nodiscard]] Result<PastedRows, Errors> with_service_rows(const Plan& plan, std::string_view environment,
                                                           std::string_view text);

}  // namespace stowage
