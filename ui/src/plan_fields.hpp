// SPDX-License-Identifier: MIT
//
// Fields of the plan: a widget whose path is the JSON pointer of a setting. What the user commits becomes a
// SetField intent; what the plan refused stays in the field, marked.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "panel_context.hpp"
#include "stowage/finding.hpp"
#include "stowage/plan.hpp"

namespace stowage::ui {

struct PlanField {
    std::string_view text{};  ///< the setting as it stands
    std::string_view label{};
    float width = 0;
    std::string_view hint{};
    std::string_view unit{};
    std::string_view help{};  ///< instead of what field_help() says
    bool align_right = false;
    bool frameless = false;
    bool strong = false;
    TextSize size = TextSize::body;
    std::string_view
        place{};  ///< before the pointer in the widget's path, where a second field shows the setting
    std::string_view next{};  ///< of a label_field(): key of the field that follows the name of a new element
};

/// Why the plan did not take a text, and what it would take.
[[nodiscard]] std::string refusal_text(const Rejected& rejected);

/// A setting as text.
void plan_field(PanelContext& context, const std::string& pointer, const PlanField& field);

/// The label of an element: its title or name. Committing renames it. Enter and Tab lead from the name of an
/// element that was just added to PlanField::next.
void label_field(PanelContext& context, const ElementRef& element, std::string_view label,
                 const PlanField& field);

/// A setting with a few known values; the first option may stand for "not set".
struct PlanChoice {
    struct Option {
        std::string text;   ///< what SetField gets
        std::string label;  ///< what is shown
        FieldEdit part{};   ///< where choosing it sets a part instead of the whole: the key of that part and
                            ///< its text
    };
    std::string current;  ///< the text of the current option
    std::string_view label{};
    float width = 0;
    bool frameless = false;
    std::vector<Option> options{};
    std::string_view place{};                          ///< as PlanField::place
    std::string shown{};                               ///< with `long_list`: the label of the current option
    std::function<std::vector<Option>()> long_list{};  ///< instead of `options`: asked for while it is open
};
void plan_choice(PanelContext& context, const std::string& pointer, const PlanChoice& choice);

/// The choice of a reserve rule, `pointer` its setting: none, each rule and own figures. `unset` is what
/// stands for no setting: "none", or "as the environment".
void reserve_choice(PanelContext& context, const std::string& pointer, const std::optional<Reserve>& reserve,
                    std::string_view unset, float width);

/// A setting that is true or not set.
void plan_checkbox(PanelContext& context, const std::string& pointer, std::string_view label, bool checked);

/// A note: wrapped text that becomes a field when it is pressed.
void note_field(PanelContext& context, const std::string& pointer, const std::string& note);

/// The width of a table, in points: of what is left, but no figure far from its name.
[[nodiscard]] float table_width();

/// Stands in a field that is not set, where the environment decides.
inline constexpr std::string_view kAsEnvironment = "as the environment";

/// The label of a field in a settings popup; the field goes right of it, with the width that is returned.
[[nodiscard]] float begin_labelled(PanelContext& context, std::string_view label);

/// A field of a settings popup: its label on the left, the field on the right.
void labelled_field(PanelContext& context, const std::string& pointer, std::string_view label,
                    std::string_view text, std::string_view hint = {});

/// A field with its label above it, until it is destroyed; on the next line when it does not fit into this
/// one.
class Setting {
  public:
    Setting(PanelContext& context, std::string_view label, float width, bool first = false);
    ~Setting();
    Setting(const Setting&) = delete;
    Setting& operator=(const Setting&) = delete;
};

/// A number as such a field, with the text that a file would hold.
void setting_field(PanelContext& context, const std::string& pointer, std::string_view label,
                   const PlanField& field, bool first = false);

/// The choice of a price by its sku: what the environment's region lists, or any text where it lists nothing.
void rate_choice(PanelContext& context, const std::string& pointer, const Environment& environment,
                 RateItem item, const PlanField& field);

/// The menu line that opens the note_field() of an element.
void note_action(PanelContext& context, const ElementRef& element);

/// Duplicate, move and delete, for the menu of an element.
void element_actions(PanelContext& context, const ElementRef& element);

}  // namespace stowage::ui
