// SPDX-License-Identifier: MIT
#include "plan_fields.hpp"

#include <algorithm>

#include "../widgets/button.hpp"
#include "../widgets/checkbox.hpp"
#include "../widgets/choice_field.hpp"
#include "../widgets/text.hpp"
#include "../widgets/text_field.hpp"
#include "imgui_internals.hpp"
#include "shortcuts.hpp"
#include "stowage/explanation.hpp"
#include "stowage/json_pointer.hpp"
#include "stowage/text/plan_text.hpp"

namespace stowage::ui {
namespace {

constexpr float kSettingLabelWidth = 9.5f;  // em, of a settings popup
constexpr float kSettingFieldWidth = 10.0f;

TextField text_field_of(const PlanField& field) {
    TextField result{field.text, field.label};
    result.width = field.width;
    result.hint = field.hint;
    result.unit = field.unit;
    result.help = field.help;
    result.align_right = field.align_right;
    result.frameless = field.frameless;
    result.strong = field.strong;
    result.size = field.size;
    return result;
}

void choose(PanelContext& context, const std::string& pointer, const PlanChoice::Option& option,
            bool selected) {
    if (option.part.pointer.empty()) {
        context.want(SetField{pointer, option.text});
        return;
    }
    const std::string part = child_pointer(pointer, option.part.pointer);
    if (!selected) context.want(SetField{part, option.part.text});
    context.edit.focus_path = part;  // the field that now appears
}

/// True while the field is typed into and holds what it held when it was entered.
bool is_untouched(const EditState& edit, std::string_view path) {
    return edit.path == path && edit.text == edit.began;
}

/// Draws the field of a setting or a name. While nothing was changed in it, the keys of undo and redo are
/// those of the plan, and the field stays entered, with the text that the plan has then.
TextFieldResult field_of_plan(PanelContext& context, const std::string& path, const TextField& widget) {
    const bool before = is_untouched(context.edit, path);
    const TextFieldResult result = text_field(context, path, widget);
    if (!before || !is_untouched(context.edit, path)) return result;  // it has an undo of its own
    const bool undo = ImGui::IsKeyChordPressed(kUndoKeys);
    if (!undo && !redo_pressed()) return result;
    context.want(undo ? Intent(Undo{}) : Intent(Redo{}));
    end_typing();
    context.edit = EditState{};
    context.edit.kept_path = path;
    context.edit.kept_typing = true;
    return result;
}

}  // namespace

std::string refusal_text(const Rejected& rejected) {
    std::string text = rejected.error.message;
    if (!rejected.error.accepted.empty()) text += "\naccepted: " + rejected.error.accepted;
    return text;
}

void plan_field(PanelContext& context, const std::string& pointer, const PlanField& field) {
    TextField widget = text_field_of(field);
    if (widget.help.empty()) widget.help = field_help(pointer);
    std::string refusal;
    if (const Rejected* rejected = context.session.rejected(pointer)) {
        refusal = refusal_text(*rejected);
        widget.refused_text = &rejected->text;
        widget.refusal = refusal;
    }
    const TextFieldResult result = field_of_plan(context, std::string(field.place) + pointer, widget);
    if (result.committed) context.want(SetField{pointer, *result.committed});
    if (result.cancelled) context.want(DismissRejected{pointer});
}

void label_field(PanelContext& context, const ElementRef& element, std::string_view label,
                 const PlanField& field) {
    const std::string pointer = pointer_to(element) + "/title";
    TextField widget = text_field_of(field);
    widget.text = label;
    const TextFieldResult result = field_of_plan(context, pointer, widget);
    if (result.committed && !result.committed->empty())
        context.want(RenameElement{element, *result.committed});
    if ((result.entered || result.tabbed) && context.state.naming == pointer)
        context.edit.focus_path = pointer_to(element) + "/" + std::string(field.next);
}

namespace {

/// The label of the current option; the text of one that is not among them.
std::string shown_of(const PlanChoice& choice) {
    if (choice.long_list) return choice.shown;
    for (const PlanChoice::Option& option : choice.options) {
        if (option.text == choice.current) return option.label;
    }
    return choice.current;
}

void draw_options(PanelContext& context, const std::string& pointer, const PlanChoice& choice,
                  const std::vector<PlanChoice::Option>& options) {
    const std::string path = std::string(choice.place) + pointer;
    ImGuiListClipper clipper;
    clipper.Begin(static_cast<int>(options.size()),
                  ImGui::GetFrameHeight() + ImGui::GetStyle().ItemSpacing.y);
    while (clipper.Step()) {
        for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i) {
            const PlanChoice::Option& option = options[static_cast<std::size_t>(i)];
            const bool selected = option.text == choice.current;
            if (menu_item(context, path + "=" + option.text, option.label, true, selected, Role::option)) {
                choose(context, pointer, option, selected);
            }
        }
    }
}

}  // namespace

void plan_choice(PanelContext& context, const std::string& pointer, const PlanChoice& choice) {
    const std::string shown = shown_of(choice);
    const Rejected* rejected = context.session.rejected(pointer);
    std::string help(field_help(pointer));
    if (rejected != nullptr) help = refusal_text(*rejected);
    ChoiceField field{shown, choice.label};
    field.width = choice.width;
    field.help = help;
    field.frameless = choice.frameless;
    field.muted = choice.current.empty();
    field.refused = rejected != nullptr;
    const std::string path = std::string(choice.place) + pointer;
    if (!begin_choice(context, path, field)) return;
    draw_options(context, pointer, choice, choice.long_list ? choice.long_list() : choice.options);
    end_choice();
}

void reserve_choice(PanelContext& context, const std::string& pointer, const std::optional<Reserve>& reserve,
                    std::string_view unset, float width) {
    PlanChoice choice;
    choice.label = "Reserve of the system";
    choice.width = width;
    choice.options.push_back({"", std::string(unset), {}});
    for (const ReserveRule rule : kNamedReserveRules) {
        const std::string_view title = title_of(rule);
        if (title != unset) choice.options.push_back({std::string(name_of(rule)), std::string(title), {}});
    }
    const std::string own(name_of(ReserveRule::own));
    choice.options.push_back({own, std::string(title_of(ReserveRule::own)), {"cpu", "0"}});
    if (reserve) choice.current = std::string(name_of(reserve->rule));
    plan_choice(context, pointer, choice);
}

void plan_checkbox(PanelContext& context, const std::string& pointer, std::string_view label, bool checked) {
    const Checkbox box{label, checked, context.session.rejected(pointer) != nullptr, field_help(pointer)};
    if (checkbox(context, pointer, box)) context.want(SetField{pointer, checked ? "" : "true"});
}

void note_field(PanelContext& context, const std::string& pointer, const std::string& note) {
    const EditState& edit = context.edit;
    const bool editing = edit.path == pointer || edit.focus_path == pointer || edit.focus_given == pointer;
    if (note.empty() && !editing) return;
    if (editing || context.session.rejected(pointer) != nullptr) {
        plan_field(context, pointer, {.text = note, .label = "Note", .hint = "Note"});
        return;
    }
    text(context, pointer,
         {.text = note,
          .size = TextSize::small,
          .muted = true,
          .wrap = true,
          .help = "Press to edit",
          .label = "Note"},
         Role::textbox);
    if (ImGui::IsItemClicked()) context.edit.focus_path = pointer;
}

float table_width() {
    constexpr float kWidest = 84.0f;  // em
    return std::min(ImGui::GetContentRegionAvail().x, em(kWidest));
}

float begin_labelled(PanelContext& context, std::string_view label) {
    field_label(context, label);
    ImGui::SameLine(em(kSettingLabelWidth));
    return em(kSettingFieldWidth);
}

void labelled_field(PanelContext& context, const std::string& pointer, std::string_view label,
                    std::string_view text, std::string_view hint) {
    const float width = begin_labelled(context, label);
    plan_field(context, pointer, {.text = text, .label = label, .width = width, .hint = hint});
}

Setting::Setting(PanelContext& context, std::string_view label, float width, bool first) {
    if (!first) {
        ImGui::SameLine(0, em(0.7f));
        if (ImGui::GetContentRegionAvail().x < width) ImGui::NewLine();
    }
    ImGui::BeginGroup();
    label_above(context, label);
}

Setting::~Setting() { ImGui::EndGroup(); }

void setting_field(PanelContext& context, const std::string& pointer, std::string_view label,
                   const PlanField& field, bool first) {
    const Setting setting(context, label, field.width, first);
    PlanField shown = field;
    const std::string text = field_text(context.session.plan(), pointer);
    shown.text = text;
    shown.align_right = true;
    plan_field(context, pointer, shown);
}

void rate_choice(PanelContext& context, const std::string& pointer, const Environment& environment,
                 RateItem item, const PlanField& field) {
    const Catalogue& catalogue = context.session.catalogue();
    if (catalogue.find_rate(environment.provider, environment.region, item, {}) == nullptr) {
        plan_field(context, pointer, field);
        return;
    }
    const auto list = [&] {
        std::vector<PlanChoice::Option> options{{"", "the usual"}};
        for (const ListedRate& rate : catalogue.rates()) {
            if (rate.item == item && rate.provider == environment.provider &&
                catalogue.regions()[rate.region] == environment.region)
                options.push_back({rate.sku, rate.sku + "  " + format_list_price(rate.price)});
        }
        return options;
    };
    plan_choice(context, pointer,
                {.current = std::string(field.text),
                 .label = field.label,
                 .width = field.width,
                 .shown = field.text.empty() ? "the usual" : std::string(field.text),
                 .long_list = list});
}

void note_action(PanelContext& context, const ElementRef& element) {
    const std::string pointer = pointer_to(element) + "/note";
    if (menu_item(context, pointer + "=edit", "Edit the note")) context.edit.focus_path = pointer;
}

void element_actions(PanelContext& context, const ElementRef& element) {
    const std::string path = pointer_to(element);
    if (menu_item(context, path + "/duplicate", "Duplicate")) context.want(DuplicateElement{element});
    if (menu_item(context, path + "/up", "Move up")) context.want(MoveElement{element, -1});
    if (menu_item(context, path + "/down", "Move down")) context.want(MoveElement{element, +1});
    if (menu_item(context, path + "/delete", "Delete")) context.want(DeleteElement{element});
}

}  // namespace stowage::ui
