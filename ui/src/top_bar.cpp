// SPDX-License-Identifier: MIT
#include <algorithm>

#include "../widgets/button.hpp"
#include "../widgets/text.hpp"
#include "panel_context.hpp"
#include "plan_fields.hpp"
#include "recent_files.hpp"
#include "shortcuts.hpp"
#include "stowage/text/link.hpp"
#include "stowage/text/plan_template.hpp"

namespace stowage::ui {
namespace {

constexpr float kMeterWidth = 6.2f;   // em: "1,234 / 2,000" in the small size
constexpr float kRoomyWidth = 66.0f;  // em: below it the buttons lose their words
constexpr float kOneLine = 36.0f;     // em: below it the bar takes two lines

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
    explicit LinkMeter(LinkLength link) : length(link.characters) {
        const std::size_t limit =
            length <= kComfortableLinkLength ? kComfortableLinkLength : kLongestLinkLength;
        text = with_thousands(length) + " / " + with_thousands(limit);
        hint = "The whole plan travels in the link, after the #; nothing is sent to a server.\n" +
               with_thousands(length) + " characters: ";
        hint += length <= kComfortableLinkLength ? "every chat program takes it."
                : length <= kLongestLinkLength   ? "some chat programs cut it; Discord takes 2,000."
                                                 : "chat programs cut it; send the plan as a file.";
        if (link.stale) hint += "\nThe length is that before the last change.";
    }
    std::size_t length;
    std::string text;
    std::string hint;
};

void draw_templates(PanelContext& context, bool roomy) {
    const Button face{
        .label = "New", .icon = Icon::add, .icon_only = !roomy, .hint = "Start from an example or empty"};
    if (!begin_menu(context, "toolbar/template", face)) return;
    for (const PlanTemplate& known : plan_templates()) {
        const std::string name(known.name);
        if (menu_item(context, "toolbar/template/" + name, known.title)) {
            context.want(OpenText{std::string(known.text), "template " + name});
        }
    }
    const std::string& previous = context.state.previous_plan;
    if (!previous.empty() && menu_item(context, "toolbar/template/previous", "The plan before this one")) {
        context.want(OpenText{previous, "the plan before"});
    }
    end_menu();
}

/// A button; a menu where there are files to open again.
void draw_open(PanelContext& context, bool roomy) {
    const Button face{.label = "Open",
                      .icon = Icon::open,
                      .icon_only = !roomy,
                      .hint = roomy ? "Open a plan: YAML or JSON" : ""};
    if (context.state.recent_files.empty()) {
        if (button(context, "toolbar/open", face)) context.want(Command::open_file);
        return;
    }
    if (!begin_menu(context, "toolbar/open", face)) return;
    const std::string keys = keys_text(Command::open_file);
    const MenuNote note{keys, context.theme.text_muted};
    if (menu_item(context, "toolbar/open/file", "A file ...", note, false)) context.want(Command::open_file);
    draw_recent_files(context);
    end_menu();
}

void draw_file_buttons(PanelContext& context, bool roomy) {
    draw_open(context, roomy);
    ImGui::SameLine(0, em(0.1f));
    if (begin_menu(context, "toolbar/save", {.label = "Save", .icon = Icon::save, .icon_only = !roomy})) {
        if (menu_item(context, "toolbar/save/plan", "Plan (YAML)")) context.want(Command::save_plan);
        if (menu_item(context, "toolbar/save/report", "Report (Markdown)"))
            context.want(Command::save_report);
        if (menu_item(context, "toolbar/save/keep", "On this device ...")) context.want(Command::keep_plan);
        if (menu_item(context, "toolbar/save/baseline", "Pin as baseline")) context.want(PinBaseline{});
        if (context.session.previous_baseline() != nullptr &&
            menu_item(context, "toolbar/save/previous", "Previous baseline"))
            context.want(RestoreBaseline{});
        if (menu_item(context, "toolbar/save/compare", "Compare with ..."))
            context.want(Command::show_compare);
        if (menu_item(context, "toolbar/save/sides", "Side by side"))
            context.want(Command::show_side_by_side);
        end_menu();
    }
    ImGui::SameLine(0, em(0.1f));
    const Button plans{.label = "Plans",
                       .icon = Icon::plans,
                       .icon_only = !roomy,
                       .hint = "Plans that are kept on this device"};
    if (button(context, "toolbar/plans", plans)) context.want(Command::show_plans);
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
    ImGui::SameLine(0, 0);
    const bool travelled = session.history().entries().size() > 1;
    if (button(context, "toolbar/history",
               {.label = "History", .icon = Icon::history, .icon_only = true, .enabled = travelled}))
        context.want(Command::show_history);
}

Button copy_button(bool roomy) {
    return {.label = "Copy link",
            .shown = roomy ? "" : "Link",
            .icon = Icon::link,
            .style = ButtonStyle::primary,
            .hint = "Copy a link that holds the whole plan"};
}

void draw_copy(PanelContext& context, bool roomy) {
    if (button(context, "toolbar/copy-link", copy_button(roomy))) context.want(Command::copy_link);
}

void draw_meter(PanelContext& context) {
    const LinkMeter meter(context.session.link_length());
    const float room = em(kMeterWidth) - width_of(meter.text);
    ImGui::SetCursorPosX(ImGui::GetCursorPosX() +
                         std::max(0.0f, room - em(0.6f)));  // its end is next to the button
    field_label(context, meter.text);
    record_last_item(context, "toolbar/link-length", Role::status, "Length of the link", meter.text);
    tooltip(context, meter.hint);
}

void go_right(float width) {
    ImGui::SameLine(std::max(0.0f, ImGui::GetCursorPosX() + ImGui::GetContentRegionAvail().x - width));
}

const Button kThemeButton{.label = "Light, dark, contrast", .icon = Icon::theme, .icon_only = true};

void draw_appearance(PanelContext& context) {
    if (!begin_menu(context, "toolbar/theme", kThemeButton)) return;
    const AppearanceChoice& chosen = context.state.chosen;
    const auto line = [&](const char* path, std::string_view label, Command command, bool selected) {
        if (menu_item(context, path, label, true, selected)) context.want(command);
    };
    line("toolbar/theme/system", "As the system", Command::system_appearance,
         !chosen.dark && !chosen.high_contrast);
    line("toolbar/theme/light", "Light", Command::light_theme, chosen.dark == false);
    line("toolbar/theme/dark", "Dark", Command::dark_theme, chosen.dark == true);
    line("toolbar/theme/contrast", "High contrast", Command::toggle_contrast,
         context.state.appearance.high_contrast);
    end_menu();
}

/// Link, theme and help, at the right end of the line.
void draw_right_side(PanelContext& context, bool roomy, bool with_copy) {
    const Button help{.label = "Help", .icon = Icon::help, .icon_only = true};
    const std::string find = "What to do, where to go, what to read up: find it by typing (" +
                             keys_text(Command::show_palette) + ")";
    const Button search{.label = "Actions and places", .icon = Icon::search, .icon_only = true, .hint = find};
    float width =
        button_width(context, kThemeButton) + button_width(context, help) + button_width(context, search);
    if (with_copy) {
        const float copy = width + button_width(context, copy_button(roomy)) + em(0.4f);
        if (roomy) {
            go_right(copy + em(kMeterWidth));
            draw_meter(context);
        }
        go_right(copy);
        draw_copy(context, roomy);
        ImGui::SameLine(0, em(0.3f));
    } else {
        go_right(width);
    }
    if (button(context, "toolbar/palette", search)) context.want(Command::show_palette);
    ImGui::SameLine(0, 0);
    draw_appearance(context);
    ImGui::SameLine(0, 0);
    if (button(context, "toolbar/help", help)) context.want(Command::show_help);
}

void draw_name(PanelContext& context, float width) {
    plan_field(context, "/name",
               {.text = context.session.plan().name,
                .label = "Name of the plan",
                .width = width,
                .hint = "Name of the plan",
                .frameless = true});
}

/// Narrow windows: the name and the link above, the buttons below.
void draw_two_lines(PanelContext& context) {
    constexpr bool kRoomy = false;
    const float copy = button_width(context, copy_button(kRoomy));
    ImGui::SameLine(0, em(0.45f));
    draw_name(context, std::max(em(4), ImGui::GetContentRegionAvail().x - copy - em(0.5f)));
    go_right(copy);
    draw_copy(context, kRoomy);
    draw_history_buttons(context);
    ImGui::SameLine(0, em(0.4f));
    draw_file_buttons(context, kRoomy);
    draw_right_side(context, kRoomy, false);
}

}  // namespace

void draw_top_bar(PanelContext& context) {
    const float width = ImGui::GetContentRegionAvail().x;
    const bool roomy = width >= em(kRoomyWidth);
    draw_mark(context);
    if (width < em(kOneLine)) return draw_two_lines(context);
    ImGui::SameLine(0, em(0.45f));
    if (roomy) {
        ImGui::AlignTextToFramePadding();
        text(context, "", {.text = "Stowage", .strong = true});
        ImGui::SameLine(0, em(0.6f));
    }
    draw_name(context, std::clamp(width - em(roomy ? 56.0f : 33.0f), em(4.0f), em(22.0f)));
    ImGui::SameLine(0, em(0.4f));
    draw_history_buttons(context);
    ImGui::SameLine(0, em(0.4f));
    draw_file_buttons(context, roomy);
    draw_right_side(context, roomy, true);
}

}  // namespace stowage::ui
