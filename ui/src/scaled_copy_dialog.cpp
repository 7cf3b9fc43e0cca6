// SPDX-License-Identifier: MIT
#include "scaled_copy_dialog.hpp"

#include <array>

#include "../widgets/button.hpp"
#include "../widgets/choice_row.hpp"
#include "../widgets/text.hpp"
#include "../widgets/text_field.hpp"
#include "dialog_window.hpp"
#include "stowage/session/scaled_copy.hpp"

namespace stowage::ui {
namespace {

using Size = ScaledCopy::Size;

constexpr const char* kCopyName = "##scaled-copy";
constexpr std::string_view kRule =
    "Replicas and machines are multiplied and rounded up, at least 1; a database or cache with a single "
    "replica "
    "stays single. Arrivals, connections and traffic are multiplied too. What one replica requests, machine "
    "types, prices and policies stay as they are.";

/// The text of the factor.
std::string_view factor_of(const ScaledCopy& copy) {
    switch (copy.size) {
        case Size::same: return "1";
        case Size::half: return "0.5";
        case Size::other: return copy.factor;
    }
    return "1";
}

/// What it is called unless something else is typed.
std::string suggested_name(const ScaledCopy& copy, const Environment& original) {
    switch (copy.size) {
        case Size::same: return label_of(original) + " copy";
        case Size::half: return label_of(original) + " at half size";
        case Size::other: return label_of(original) + " at " + copy.factor + " times the size";
    }
    return label_of(original);
}

/// A field whose text is known while it is typed.
bool typed_field(PanelContext& context, const char* path, const TextField& field, std::string& value) {
    const TextFieldResult typed = text_field(context, path, field);
    if (typed.committed) value = *typed.committed;
    if (context.edit.path == path) value = context.edit.text;
    return typed.entered;
}

bool draw_size(PanelContext& context, ScaledCopy& copy) {
    constexpr std::array<std::string_view, 3> kSizes{"Same size", "Half", "Another"};
    gap(0.4f);
    label_above(context, "Size");
    if (const auto chosen = choice_row(context, "copy/size", kSizes, static_cast<std::size_t>(copy.size))) {
        copy.size = static_cast<Size>(*chosen);
        if (copy.size == Size::other) context.edit.focus_path = "copy/factor";
    }
    if (copy.size != Size::other) return false;
    gap(0.2f);
    return typed_field(context, "copy/factor",
                       {.text = copy.factor,
                        .label = "Times the size",
                        .width = em(6),
                        .help = "A number from 0.1 to 10, such as 0.5"},
                       copy.factor);
}

void draw_scaled_copy_contents(PanelContext& context, ScaledCopy& copy, const Environment& original) {
    const std::string title = "Duplicate " + label_of(original);
    text(context, "copy", {.text = title, .size = TextSize::heading, .strong = true, .wrap = true},
         Role::heading);
    gap(0.4f);
    label_above(context, "Name");
    const std::string suggested = suggested_name(copy, original);
    bool entered = typed_field(
        context, "copy/name", {.text = copy.name, .label = "Name of the copy", .hint = suggested}, copy.name);
    entered = draw_size(context, copy) || entered;
    const auto scale = parse_scale(factor_of(copy));
    gap(0.4f);
    if (!scale) {
        const std::string refusal = scale.error().message + "; accepted: " + scale.error().accepted;
        text(context, "copy/refused", {.text = refusal, .strong = true, .wrap = true}, Role::status);
    }
    text(context, "copy/rule", {.text = kRule, .size = TextSize::small, .muted = true, .wrap = true});
    gap(0.6f);
    const bool pressed =
        button(context, "copy/confirm",
               {.label = "Duplicate", .style = ButtonStyle::primary, .enabled = scale.has_value()});
    ImGui::SameLine();
    const bool cancelled =
        button(context, "copy/cancel", {.label = "Cancel", .style = ButtonStyle::framed}) ||
        ImGui::IsKeyPressed(ImGuiKey_Escape);
    if (scale && (pressed || entered) && !cancelled) {
        context.want(DuplicateScaled{copy.environment, *scale, copy.name.empty() ? suggested : copy.name});
        copy = {};
    }
    if (cancelled) copy = {};
}

}  // namespace

void ask_for_scaled_copy(PanelContext& context, const Environment& environment) {
    context.state.scaled_copy = {.environment = environment.name};
}

void draw_scaled_copy_dialog(PanelContext& context) {
    ScaledCopy& copy = context.state.scaled_copy;
    if (!copy.environment.empty() && !ImGui::IsPopupOpen(kCopyName)) {
        ImGui::OpenPopup(kCopyName);
        context.edit.focus_path = "copy/name";
    }
    const DialogWindow window(kCopyName, 30);
    if (!window) return;
    const Environment* original = find_named(context.session.plan().environments, copy.environment);
    if (original != nullptr) {
        draw_scaled_copy_contents(context, copy, *original);
    } else {
        copy = {};
    }
    if (copy.environment.empty()) ImGui::CloseCurrentPopup();
}

}  // namespace stowage::ui
