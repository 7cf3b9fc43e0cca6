// SPDX-License-Identifier: MIT
//
// Plans as text. docs/plan-format.md describes the format; docs/plan.schema.json is plan_schema().
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "stowage/finding.hpp"
#include "stowage/plan.hpp"
#include "stowage/result.hpp"
#include "stowage/text/node.hpp"

namespace stowage {

/// The number after `stowage:` that this reader understands. Format 0 may still change.
inline constexpr int kPlanFormat = 0;

/// Reads YAML or JSON. Either a plan that estimate() may take, or every reason why not, with line, column,
/// pointer and what would be accepted. Never both, never neither.
[[nodiscard]] Result<Plan, Errors> read_plan(std::string_view text);

/// `plan` with the rows of an own price list, which replace its own rows of the same name: a map of them in
/// YAML or JSON, as under /prices/own in a plan. The errors name the line and column of `list`.
[[nodiscard]] Result<Plan, Errors> with_price_list(Plan plan, std::string_view list);

/// The canonical text: keys in table order, defaults left out. read_plan(write_plan_*(plan)) == plan.
[[nodiscard]] std::string write_plan_yaml(const Plan& plan);
[[nodiscard]] std::string write_plan_json(const Plan& plan);
/// The same as a tree, to be part of a larger document.
[[nodiscard]] Node plan_node(const Plan& plan);
/// The shortest JSON: what a link carries.
[[nodiscard]] std::string write_plan_compact_json(const Plan& plan);

/// `plan` with the scalar at `pointer` replaced by `text`, as if it had been written in the file; empty text
/// takes the setting away. The errors are those of read_plan(), the plan itself stays as it was.
[[nodiscard]] Result<Plan, Errors> with_field(const Plan& plan, std::string_view pointer,
                                              std::string_view text);

/// with_field() for each of the edits of a Fix; when one of them is refused, its errors.
[[nodiscard]] Result<Plan, Errors> with_fields(const Plan& plan, const std::vector<FieldEdit>& edits);

/// The text of the scalar at `pointer` as a file would hold it; empty when it has its default.
[[nodiscard]] std::string field_text(const Plan& plan, std::string_view pointer);
/// The same of a key of a load that is at hand: nothing has to be looked for in the plan.
[[nodiscard]] std::string field_text(const Load& load, std::string_view key);

/// One sentence about the setting at `pointer`; empty for an unknown one.
[[nodiscard]] std::string_view field_help(std::string_view pointer);

/// One setting of a plan file, and the sentence that field_help() has for it.
struct SettingHelp {
    std::string_view of;  ///< "plan", "environment", "managed service": what has it
    std::string_view key;
    std::string_view help;
};
/// All of them, in the order of their tables.
[[nodiscard]] std::vector<SettingHelp> setting_helps();

/// JSON schema (draft 2020-12) of a plan.
[[nodiscard]] std::string plan_schema();

}  // namespace stowage
