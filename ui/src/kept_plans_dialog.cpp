// SPDX-License-Identifier: MIT
//
// The dialog of the plans that are kept on this device: the name to keep the plan on screen under, what came
// of the last request, and the list.
#include <cfloat>
#include <utility>

#include "../widgets/button.hpp"
#include "../widgets/rows.hpp"
#include "../widgets/text.hpp"
#include "../widgets/text_field.hpp"
#include "dialog_window.hpp"
#include "panel_context.hpp"

namespace stowage::ui {
namespace {

constexpr const char* kPlansName = "##plans";
constexpr const char* kPlansField = "plans/name";
constexpr float kPlansWidth = 40.0f;       // em
constexpr float kPlansListHeight = 21.0f;  // em: seven plans; the others are scrolled to
constexpr float kMenuColumn = 2.2f;        // em: an icon button and its space
constexpr float kCloser = 0.3f;            // em: what is in a plan belongs to the name above it
constexpr float kIndent = 0.95f;           // em: below the words of a line with a mark

void request(PanelContext& context, KeptRequest wanted) {
    context.state.kept.request = std::move(wanted);
    context.want(Command::kept_plan);
}

const KeptPlan* find_kept(const KeptPlans& kept, std::string_view key) {
    for (const KeptPlan& plan : kept.list) {
        if (plan.key == key) return &plan;
    }
    return nullptr;
}

void draw_keep(PanelContext& context, KeptPlans& kept) {
    const bool occupied = !kept.occupied.empty() && kept.occupied == kept_key(tidy_name(kept.name));
    const Button keep{.label = occupied ? "Replace" : "Keep", .style = ButtonStyle::primary};
    label_above(context, "Keep the plan on screen as");
    const float width = ImGui::GetContentRegionAvail().x - button_width(context, keep) - em(0.5f);
    const TextFieldResult typed = text_field(
        context, kPlansField,
        {.text = kept.name, .label = "Keep the plan on screen as", .width = width, .hint = "a name"});
    if (typed.committed) kept.name = *typed.committed;
    ImGui::SameLine(0, em(0.5f));
    if (button(context, "plans/keep", keep) || typed.entered)
        request(context, {KeptRequest::Kind::keep, {}, kept.name});
    if (!occupied) return;
    const KeptPlan* other = find_kept(kept, kept.occupied);
    const std::string when = other == nullptr || other->changed.empty() ? "" : " of " + other->changed;
    text(context, "plans/occupied",
         {.text = "There is a plan of that name already" + when + ". Replace takes its place.",
          .size = TextSize::small,
          .wrap = true},
         Role::status);
}

/// What came of the last request, and the way back from what was deleted or replaced.
void draw_message(PanelContext& context, KeptPlans& kept) {
    if (!kept.message.text.empty()) {
        gap(0.4f);
        const bool good = kept.message.severity == Severity::info;
        const TextStyle style(context, TextSize::body,
                              good ? context.theme.text : context.theme.severity(kept.message.severity));
        ImGui::PushTextWrapPos(0);
        plain_text(kept.message.text);
        ImGui::PopTextWrapPos();
        record_last_item(context, "plans/message", Role::status, kept.message.text,
                         name_of(kept.message.severity));
    }
    if (kept.lost.empty()) return;
    const LostPlan& lost = kept.lost.back();
    const std::string label =
        std::string("Undo: ") + (lost.instead ? "replace \u201C" : "delete \u201C") + lost.name + "\u201D";
    if (button(context, "plans/undo", {.label = label, .icon = Icon::undo, .style = ButtonStyle::framed}))
        request(context, {KeptRequest::Kind::take_back, lost.key});
}

/// True while the menu is open.
bool draw_menu(PanelContext& context, const std::string& path, const KeptPlan& plan) {
    const std::string label = "Actions of " + plan.name;
    if (!begin_menu(context, path + "/more", {.label = label, .icon = Icon::more, .icon_only = true}))
        return false;
    if (menu_item(context, path + "/rename", "Rename")) {
        context.state.kept.renaming = plan.key;
        context.state.kept.renaming_began = false;
        context.edit.focus_path = path + "/name";
    }
    if (menu_item(context, path + "/export", "Export as a file"))
        request(context, {KeptRequest::Kind::save_file, plan.key});
    if (menu_item(context, path + "/delete", "Delete"))
        request(context, {KeptRequest::Kind::remove, plan.key});
    end_menu();
    return true;
}

void draw_new_name(PanelContext& context, KeptPlans& kept, const std::string& path, const KeptPlan& plan) {
    const std::string field = path + "/name";
    const TextFieldResult typed = text_field(context, field, {.text = plan.name, .label = "New name"});
    const bool active = context.edit.path == field;
    if (typed.committed) request(context, {KeptRequest::Kind::rename, plan.key, *typed.committed});
    if (typed.committed || typed.entered || (kept.renaming_began && !active)) kept.renaming.clear();
    kept.renaming_began = active;
}

void draw_plan_line(PanelContext& context, KeptPlans& kept, const std::string& path, const KeptPlan& plan) {
    if (kept.renaming == plan.key) return draw_new_name(context, kept, path, plan);
    AmountRow row{.label = plan.name,
                  .amount = plan.changed,
                  .strong = true,
                  .help = "Opens it. Undo brings the plan on screen back."};
    if (!plan.problem.empty()) row.badge = Severity::error;
    if (amount_link(context, path, row)) request(context, {KeptRequest::Kind::open, plan.key});
}

/// True while its menu is open.
bool draw_row(PanelContext& context, KeptPlans& kept, const std::string& path, const KeptPlan& plan) {
    ImGui::TableNextColumn();
    draw_plan_line(context, kept, path, plan);
    const float indent = plan.problem.empty() ? 0 : em(kIndent);
    ImGui::SetCursorPos({ImGui::GetCursorPosX() + indent, ImGui::GetCursorPosY() - em(kCloser)});
    text(context, path + "/contents",
         {.text = contents_of(plan), .size = TextSize::small, .muted = true, .wrap = true});
    gap(0.4f);
    ImGui::TableNextColumn();
    return draw_menu(context, path, plan);
}

/// True while a menu is open.
bool draw_list(PanelContext& context, KeptPlans& kept) {
    bool menu = false;
    ImGui::SetNextWindowSizeConstraints({0, 0}, {FLT_MAX, em(kPlansListHeight)});
    if (ImGui::BeginChild("##list", {0, 0}, ImGuiChildFlags_AutoResizeY | ImGuiChildFlags_NavFlattened)) {
        if (ImGui::BeginTable("##plans", 2)) {
            ImGui::TableSetupColumn("", ImGuiTableColumnFlags_WidthStretch);
            ImGui::TableSetupColumn("", ImGuiTableColumnFlags_WidthFixed, em(kMenuColumn));
            for (std::size_t i = 0; i < kept.list.size(); ++i)
                menu = draw_row(context, kept, "plans/" + std::to_string(i), kept.list[i]) || menu;
            ImGui::EndTable();
        }
    }
    ImGui::EndChild();
    return menu;
}

void draw_kept_plans_contents(PanelContext& context) {
    KeptPlans& kept = context.state.kept;
    text(context, "plans", {.text = "Plans on this device", .size = TextSize::heading, .strong = true},
         Role::heading);
    text(context, "",
         {.text = "What is kept here stays on this device and nowhere else: export what must last.",
          .size = TextSize::small,
          .muted = true,
          .wrap = true});
    gap(0.5f);
    draw_keep(context, kept);
    draw_message(context, kept);
    gap(0.5f);
    divider(context);
    gap(0.4f);
    const bool menu = draw_list(context, kept);
    if (kept.list.empty())
        text(context, "plans/none",
             {.text = "None is kept yet. Keep this one under a name before you start another: both stay.",
              .muted = true,
              .wrap = true},
             Role::status);
    gap(0.6f);
    const bool closed = button(context, "plans/close", {.label = "Close", .style = ButtonStyle::framed});
    const bool escaped = ImGui::IsKeyPressed(ImGuiKey_Escape, false) && !kept.escape_is_taken;
    kept.escape_is_taken = menu || !context.edit.path.empty();
    if (closed || escaped) kept.open = false;
}

}  // namespace

void draw_kept_plans(PanelContext& context) {
    KeptPlans& kept = context.state.kept;
    if (kept.open && !ImGui::IsPopupOpen(kPlansName)) ImGui::OpenPopup(kPlansName);
    const DialogWindow window(kPlansName, kPlansWidth);
    if (!window) return;
    if (kept.open && std::exchange(kept.focus_name, false)) context.edit.focus_path = kPlansField;
    if (kept.open) draw_kept_plans_contents(context);
    if (!kept.open) ImGui::CloseCurrentPopup();
}

}  // namespace stowage::ui
