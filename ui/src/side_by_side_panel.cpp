// SPDX-License-Identifier: MIT
#include "side_by_side_panel.hpp"

#include <algorithm>
#include <array>

#include "../widgets/button.hpp"
#include "../widgets/text.hpp"

namespace stowage::ui {
namespace {

constexpr float kWideTable = 46.0f;       // em: below it the name of a figure stands above its columns
constexpr float kWidestTable = 84.0f;     // em: longer lines are no easier to compare
constexpr float kSideLabelColumn = 9.5f;  // em
constexpr float kChangeShare = 0.7f;      // of a plan's column: differences are short

/// Worked out once for each baseline and estimate.
const SideBySide& known_sides(PanelContext& context, const Baseline& baseline) {
    SideBySideView& known = context.state.side_by_side;
    const std::uint64_t revision = context.session.estimated_revision();
    // A stale estimate is that of another plan in the arrangement of this one: it is shown, and renewed
    // later.
    if (known.baseline == baseline.number && known.revision == revision) return known.sides;
    known.baseline = baseline.number;
    known.revision = revision;
    known.sides = side_by_side(baseline, context.session.plan(), context.session.estimate());
    return known.sides;
}

void draw_actions(PanelContext& context) {
    if (button(context, "sides/back", {.label = "Back", .style = ButtonStyle::framed, .hint = "Escape"}))
        close_side_by_side(context);
    ImGui::SameLine(0, em(0.7f));
    ImGui::AlignTextToFramePadding();
    text(context, "sides/title", {.text = "Side by side", .size = TextSize::heading, .strong = true},
         Role::heading);
    gap(0.3f);
    const auto action = [&](const char* path, const Button& face, bool first) {
        if (!first) ImGui::SameLine(0, em(0.4f));
        if (ImGui::GetContentRegionAvail().x < button_width(context, face)) ImGui::NewLine();
        return button(context, path, face);
    };
    if (action("sides/link",
               {.label = "Copy a link to both",
                .icon = Icon::link,
                .style = ButtonStyle::framed,
                .hint = "Whoever opens it sees this comparison"},
               true))
        context.want(Command::copy_both);
    if (action("sides/report",
               {.label = "Save the report",
                .icon = Icon::save,
                .style = ButtonStyle::framed,
                .hint = "The comparison, then the report of this plan, as Markdown"},
               false))
        context.want(Command::save_report);
    if (action("sides/other",
               {.label = "Other plans ...",
                .style = ButtonStyle::framed,
                .hint = "Asks for another pair of plans to compare"},
               false))
        context.want(Command::show_compare);
    const Baseline* previous = context.session.previous_baseline();
    if (previous == nullptr) return;
    const std::string hint = "Back to " + title_of(*previous) + "; pressed again, to this one";
    if (action("sides/previous",
               {.label = "Previous baseline", .icon = Icon::undo, .style = ButtonStyle::framed, .hint = hint},
               false))
        context.want(RestoreBaseline{});
}

/// The columns of the plans and of the difference; before them that of the names, where there is room.
class ComparedTable {
  public:
    ComparedTable() {
        const float room = std::min(ImGui::GetContentRegionAvail().x, em(kWidestTable));
        named_ = room >= em(kWideTable);
        ImGui::PushStyleVar(ImGuiStyleVar_CellPadding, ImVec2(em(0.35f), em(0.3f)));
        open_ = ImGui::BeginTable("##sides", named_ ? 4 : 3, ImGuiTableFlags_BordersInnerH, {room, 0});
        if (!open_) return;
        if (named_) ImGui::TableSetupColumn("figure", ImGuiTableColumnFlags_WidthFixed, em(kSideLabelColumn));
        ImGui::TableSetupColumn("before", ImGuiTableColumnFlags_WidthStretch, 1);
        ImGui::TableSetupColumn("after", ImGuiTableColumnFlags_WidthStretch, 1);
        ImGui::TableSetupColumn("change", ImGuiTableColumnFlags_WidthStretch, kChangeShare);
    }
    ~ComparedTable() {
        if (open_) ImGui::EndTable();
        ImGui::PopStyleVar();
    }
    ComparedTable(const ComparedTable&) = delete;
    ComparedTable& operator=(const ComparedTable&) = delete;
    [[nodiscard]] explicit operator bool() const { return open_; }
    [[nodiscard]] bool named() const { return named_; }

  private:
    bool named_ = false;
    bool open_ = false;
};

void draw_head(PanelContext& context, const SideBySide& sides, bool named) {
    ImGui::TableNextRow();
    if (named) ImGui::TableNextColumn();
    for (const std::string_view title :
         {std::string_view(sides.before), std::string_view(sides.after), std::string_view("Difference")}) {
        ImGui::TableNextColumn();
        text(context, "", {.text = title, .size = TextSize::small, .muted = true, .help = title});
    }
}

void draw_figure(PanelContext& context, const std::string& path, const SideBySide& sides,
                 const ComparedFigure& figure, bool named) {
    const bool differs = figure.before != figure.after;
    ImGui::TableNextRow();
    ImGui::TableNextColumn();
    if (named) {
        text(context, "", {.text = figure.what, .muted = true});
        ImGui::TableNextColumn();
    }
    const auto cell = [&](const char* side, const std::string& column, const std::string& words, bool muted) {
        // Above the first of three columns, in the line of all: the others leave as much free.
        if (!named)
            text(context, "",
                 {.text = side == std::string_view("before") ? figure.what : " ",
                  .size = TextSize::small,
                  .muted = true});
        if (words.empty()) return;
        const std::string label = figure.what + ", " + column;
        text(context, path + "/" + side,
             {.text = words, .muted = muted, .strong = differs && !muted, .wrap = true, .label = label});
    };
    cell("before", sides.before, figure.before, true);
    ImGui::TableNextColumn();
    cell("after", sides.after, figure.after, false);
    ImGui::TableNextColumn();
    cell("change", "Difference", figure.change, !differs);
}

void draw_environment(PanelContext& context, const SideBySide& sides, const std::string& path,
                      const std::string& title, const std::vector<ComparedFigure>& figures) {
    const IdScope id(path);
    const Card card(context, "##card", context.theme.border, path);
    if (!card.visible()) return;
    text(context, path, {.text = title, .strong = true}, Role::heading);
    const ComparedTable table;
    if (!table) return;
    draw_head(context, sides, table.named());
    for (std::size_t i = 0; i < figures.size(); ++i)
        draw_figure(context, path + "/" + std::to_string(i), sides, figures[i], table.named());
}

}  // namespace

void close_side_by_side(PanelContext& context) {
    context.state.side_by_side.open = false;
    context.edit.focus_path = kSideBySideButton;
}

void draw_side_by_side(PanelContext& context) {
    const SideBySide& sides = known_sides(context, *context.session.baseline());
    draw_actions(context);
    gap(0.6f);
    PanelContext figures = context.figures();
    for (const ComparedEnvironment& environment : sides.environments) {
        draw_environment(figures, sides, "sides/in/" + environment.name, environment.label,
                         environment.figures);
        gap(0.6f);
    }
    draw_environment(figures, sides, "sides/all", "All environments", {sides.sum});
    gap(1);
}

}  // namespace stowage::ui
