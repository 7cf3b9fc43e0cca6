// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string_view>

namespace stowage {

/// A plan to begin with.
struct PlanTemplate {
    std::string_view name;   ///< as in `template:NAME`
    std::string_view title;  ///< a few words
    std::string_view text;   ///< YAML
};

/// The first is the one that a new user sees.
[[nodiscard]] std::span<const PlanTemplate> plan_templates();
/// Null for an unknown name.
[[nodiscard]] const PlanTemplate* find_template(std::string_view name);

}  // namespace stowage
