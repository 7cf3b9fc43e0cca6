// SPDX-License-Identifier: MIT
#include <algorithm>

#include "../widgets/button.hpp"
#include "../widgets/text.hpp"
#include "panel_context.hpp"
#include "plan_fields.hpp"
#include "stowage/text/link.hpp"
#include "stowage/text/plan_template.hpp"

namespace stowage::ui {
namespace {

constexpr float kMeterWidth = 6.2f;   // em: "1,234 / 2,000" in the small size
constexpr float kRoomyWidth = 62.0f;  // em: below it the buttons lose their words

/// The mark: three containers on a deck.
void draw_mark(const PanelContext& context) {
    const float size = em(1.35f);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float top = at.y + (ImGui::GetFrameHeight() - size) / 2;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const ImU32 colour = to_u32(context.theme.accent);
    const float unit = size / 9.0f;
    list.AddRectFilled({at.x + 3 * unit, top}, {at.x + 6 * unit, top + 3 * unit}, colour, unit * 0.6f);
    for (const float x : {1.2f, 4.8f}) {
        list.AddRectFilled({at.x + x * unit, top + 3.5f * unit}, {at.x + (x + 3) * unit, top + 6.5f * unit},
                           colour, unit * 0.6f);
    }
    list.AddRectFilled({at.x, top + 7.2f * unit}, {at.x + 9 * unit, top + 8.4f * unit}, colour, unit * 0.6f);
    ImGui::Dummy({size, ImGui::GetFrameHeight()});
}

std::string with_thousands(std::size_t number) {
    std::string text = std::to_string(number);
    for (std::size_t at = text.size(); at > 3; at -= 3) text.insert(at - 3, 1, ',');
    return text;
}

/// How long the link is against what chat programs take.
struct LinkMeter {
    explicit LinkMeter(const Session& session) : length(session.link().size()) {
        const std::size_t limit =
            length <= kComfortableLinkLength ? kComfortableLinkLength : kLongestLinkLength;
        text = with_thousands(length) + " / " + with_thousands(limit);
        hint = "The whole plan travels in the link, after the #; nothing is sent to a server.\n" +
               with_thousands(length) + " characters: ";
        hint += length <= kComfortableLinkLength ? "every chat program takes it."
                : length <= kLongestLinkLength   ? "some chat programs cut it; Discord takes 2,000."
                                                 : "chat programs cut it; send the plan as a file.";
    }
    std::size_t length;
    std::string text;
    std::string hint;
};

void draw_templates(PanelContext& context, bool roomy) {
    const Button face{
        .label = roomy ? "Template" : "New", .icon = Icon::copy, .hint = "Start from a template"};
    if (!begin_menu(context, "toolbar/template", face)) return;
    for (const PlanTemplate& known : plan_templates()) {
        const std::string name(known.name);
        if (menu_item(context, "toolbar/template/" + name, known.title)) {
            context.want(OpenText{std::string(known.text), "template " + name});
        }
    }
    end_menu();
}

void draw_file_buttons(PanelContext& context, bool roomy) {
    if (button(context, "toolbar/open",
               {.label = "Open",
                .icon = Icon::open,
                .icon_only = !roomy,
                .hint = roomy ? "Open a plan: YAML or JSON" : ""})) {
        context.want(Command::open_file);
    }
    ImGui::SameLine(0, em(0.1f));
    if (begin_menu(context, "toolbar/save", {.label = "Save", .icon = Icon::save, .icon_only = !roomy})) {
        if (menu_item(context, "toolbar/save/plan", "Plan (YAML)")) context.want(Command::save_plan);
        if (menu_item(context, "toolbar/save/report", "Report (Markdown)"))
            context.want(Command::save_report);
        end_menu();
    }
    ImGui::SameLine(0, em(0.1f));
    draw_templates(context, roomy);
}

void draw_history_buttons(PanelContext& context) {
    const Session& session = context.session;
    const auto step = [&](const char* path, Icon icon, std::string_view verb, std::string_view what,
                          const Intent& intent) {
        const std::string label =
            what.empty() ? std::string(verb) : std::string(verb) + ": " + std::string(what);
        if (button(context, path,
                   {.label = label, .icon = icon, .icon_only = true, .enabled = !what.empty()})) {
            context.want(intent);
        }
    };
    step("toolbar/undo", Icon::undo, "Undo", session.undo_label(), Undo{});
    ImGui::SameLine(0, 0);
    step("toolbar/redo", Icon::redo, "Redo", session.redo_label(), Redo{});
}

void draw_right_side(PanelContext& context, bool roomy) {
    const Button copy{.label = roomy ? "Copy link" : "Link",
                      .icon = Icon::link,
                      .style = ButtonStyle::primary,
                      .hint = "Copy a link that holds the whole plan"};
    const Button theme{
        .label = context.state.dark ? "Light theme" : "Dark theme", .icon = Icon::theme, .icon_only = true};
    const Button help{.label = "Help", .icon = Icon::help, .icon_only = true};
    const LinkMeter meter(context.session);
    float width =
        button_width(context, copy) + button_width(context, theme) + button_width(context, help) + em(0.4f);
    if (roomy) width += em(kMeterWidth);
    ImGui::SameLine(std::max(0.0f, ImGui::GetCursorPosX() + ImGui::GetContentRegionAvail().x - width));
    if (roomy) {
        field_label(context, meter.text);
        record_last_item(context, "toolbar/link-length", Role::status, "Length of the link", meter.text);
        tooltip(context, meter.hint);
        ImGui::SameLine(ImGui::GetCursorPosX() + ImGui::GetContentRegionAvail().x -
                        (width - em(kMeterWidth)));
    }
    if (button(context, "toolbar/copy-link", copy)) context.want(Command::copy_link);
    ImGui::SameLine(0, em(0.3f));
    if (button(context, "toolbar/theme", theme)) context.want(Command::toggle_theme);
    ImGui::SameLine(0, 0);
    if (button(context, "toolbar/help", help)) context.want(Command::show_help);
}

}  // namespace

void draw_top_bar(PanelContext& context) {
    const float width = ImGui::GetContentRegionAvail().x;
    const bool roomy = width >= em(kRoomyWidth);
    draw_mark(context);
    ImGui::SameLine(0, em(0.45f));
    if (roomy) {
        ImGui::AlignTextToFramePadding();
        text(context, "", {.text = "Stowage", .strong = true});
        ImGui::SameLine(0, em(0.6f));
    }
    plan_field(context, "/name",
               {.text = context.session.plan().name,
                .label = "Name of the plan",
                .width = std::clamp(width - em(roomy ? 47.0f : 27.0f), em(4.0f), em(22.0f)),
                .hint = "Name of the plan",
                .frameless = true});
    ImGui::SameLine(0, em(0.4f));
    draw_history_buttons(context);
    ImGui::SameLine(0, em(0.4f));
    draw_file_buttons(context, roomy);
    draw_right_side(context, roomy);
}

}  // namespace stowage::ui
