// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <span>
#include <string_view>

namespace stowage {

/// Stands before the name of a template where a plan is asked for.
inline constexpr std::string_view kTemplatePrefix = "template:";

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
/// NAME of `template:NAME`, be there such a template or not; none for anything else.
[[nodiscard]] std::optional<std::string_view> template_named_in(std::string_view plan);

}  // namespace stowage
