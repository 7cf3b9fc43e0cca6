// SPDX-License-Identifier: MIT
#include <algorithm>

#include "../widgets/button.hpp"
#include "../widgets/text.hpp"
#include "panel_context.hpp"
#include "stowage/explanation.hpp"
#include "stowage/plan_pointer.hpp"
#include "stowage/quantity_text.hpp"
#include "stowage/session/summary.hpp"

namespace stowage::ui {
namespace {

Icon icon_of(Severity severity) {
    switch (severity) {
        case Severity::error: return Icon::error;
        case Severity::warning: return Icon::warning;
        case Severity::info: return Icon::info;
    }
    return Icon::info;
}

std::string headline(const Cost& cost) { return "$" + show_cost(cost.low, cost.high, true); }

/// "list prices of 2024-08-09 to 2026-10-02": the span of the dates behind a total.
std::string date_span(const std::vector<CostLine>& lines) {
    std::string first;
    std::string last;
    for (const CostLine& line : lines) {
        if (line.date.empty()) continue;
        if (first.empty() || line.date < first) first = line.date;
        if (line.date > last) last = line.date;
    }
    if (first.empty()) return {};
    return "list prices of " + first + (first == last ? "" : " to " + last);
}

void draw_cost(PanelContext& context, const Shown& shown) {
    const Cost& cost = shown.estimate.cost;
    const std::string pointer = pointer_to(shown.environment);
    text(context, "",
         {.text = cost.complete ? "Cost a month" : "Cost a month, at least",
          .size = TextSize::small,
          .muted = true});
    std::string help = "sum of the positions below";
    const std::string dates = date_span(shown.estimate.cost_lines);
    if (!dates.empty()) help += "\n" + dates;
    const bool wide = headline(cost).size() > 13;  // a range needs the smaller size to fit the column
    text(context, pointer + "/cost",
         {.text = headline(cost),
          .size = wide ? TextSize::heading : TextSize::figure,
          .strong = true,
          .help = help},
         Role::status);
    gap(0.2f);
    for (const CostLine& line : shown.estimate.cost_lines) {
        const std::string amount = line.priced ? show_cost(line.low, line.high, true) : "no price";
        const float left = ImGui::GetCursorPosX();
        const float width = ImGui::GetContentRegionAvail().x;
        std::string item = line.item;
        if (line.category == CostCategory::disk) item += ", disk";
        if (!line.sku.empty()) item += "  " + line.sku;
        const TextStyle style(context, TextSize::small, context.theme.text_muted);
        const float amount_width = ImGui::CalcTextSize(amount.c_str()).x;
        ImGui::PushClipRect(ImGui::GetCursorScreenPos(),
                            {ImGui::GetCursorScreenPos().x + width - amount_width - em(0.6f),
                             ImGui::GetCursorScreenPos().y + em(2)},
                            true);
        plain_text(item);
        ImGui::PopClipRect();
        tooltip(context, explain_cost(line));
        ImGui::SameLine(left + width - amount_width);
        plain_text(amount);
        tooltip(context, explain_cost(line));
    }
    if (!dates.empty())
        text(context, "", {.text = dates, .size = TextSize::small, .muted = true, .wrap = true});
}

void draw_room(PanelContext& context, const Shown& shown) {
    const std::string tightest = tightest_text(shown.environment, shown.estimate);
    text(context, "", {.text = "Runs out first", .size = TextSize::small, .muted = true});
    text(context, pointer_to(shown.environment) + "/tightest",
         {.text = tightest.empty() ? "nothing: there is no server" : tightest,
          .strong = true,
          .wrap = true,
          .help = "The smallest free share of what can be allocated on one machine."},
         Role::status);
}

/// A finding as a line that leads to its field. True when it was pressed.
bool finding_line(PanelContext& context, const std::string& path, Severity severity,
                  const std::string& message, std::string_view help) {
    const float width = ImGui::GetContentRegionAvail().x;
    const float text_left = em(1.7f);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const ImVec2 size = ImGui::CalcTextSize(message.c_str(), nullptr, false, width - text_left - em(0.3f));
    const float padding = em(0.35f);
    bool pressed = false;
    {
        const IdScope id(path);
        pressed =
            ImGui::InvisibleButton("##finding", {width, size.y + 2 * padding}, ImGuiButtonFlags_EnableNav);
    }
    record_last_item(context, path, Role::link, message, name_of(severity));
    ImDrawList& list = *ImGui::GetWindowDrawList();
    if (ImGui::IsItemHovered()) {
        list.AddRectFilled({at.x - em(0.3f), at.y}, {at.x + width, at.y + size.y + 2 * padding},
                           to_u32(context.theme.surface_hover), em(0.35f));
    }
    draw_icon(list, icon_of(severity), {at.x + em(0.7f), at.y + padding + ImGui::GetFontSize() / 2}, em(1.2f),
              to_u32(context.theme.severity(severity)));
    list.AddText(ImGui::GetFont(), ImGui::GetFontSize(), {at.x + text_left, at.y + padding},
                 to_u32(context.theme.text), message.c_str(), nullptr, width - text_left - em(0.3f));
    tooltip(context, help);
    return pressed;
}

/// What was typed and not taken, anywhere in the plan: it must not be lost out of sight.
void draw_rejected(PanelContext& context) {
    for (const auto& [pointer, rejected] : context.session.all_rejected()) {
        std::string message = "Not taken: " + rejected.error.message;
        if (!rejected.error.accepted.empty()) message += ". Accepted: " + rejected.error.accepted;
        if (finding_line(context, "rejected" + pointer, Severity::error, message, pointer)) {
            if (const auto element = element_at(pointer))
                context.want(SelectEnvironment{element->environment});
            context.edit.focus_path = pointer;
            context.edit.highlight = pointer;
        }
    }
}

void draw_findings(PanelContext& context, const Shown& shown) {
    text(context, pointer_to(shown.environment) + "/findings",
         {.text = findings_count_text(shown.estimate), .size = TextSize::small, .muted = true},
         Role::heading);
    draw_rejected(context);
    if (shown.estimate.findings.empty()) {
        text(context, "", {.text = "Everything fits and has a price.", .wrap = true});
    }
    for (std::size_t i = 0; i < shown.estimate.findings.size(); ++i) {
        const Finding& finding = shown.estimate.findings[i];
        const FindingRule& rule = rule_of(finding.code);
        const std::string help = std::string(rule.title) + "\n" + std::string(rule.remedy) + "\n\n" +
                                 std::string(rule.meaning) + "\nSource: " + std::string(rule.source) + " (" +
                                 std::string(rule.name) + ")";
        if (finding_line(context, "findings/" + std::to_string(i), finding.severity, finding.message, help)) {
            context.edit.focus_path = finding.where;
            context.edit.highlight = finding.where;
        }
    }
}

}  // namespace

void draw_answer(PanelContext& context, const Shown& shown) {
    draw_cost(context, shown);
    gap(0.7f);
    divider(context);
    gap(0.4f);
    draw_room(context, shown);
    gap(0.7f);
    divider(context);
    gap(0.4f);
    draw_findings(context, shown);
}

void draw_answer_line(PanelContext& context, const Shown& shown) {
    const std::string cost = headline(shown.estimate.cost);
    std::string line = (shown.estimate.cost.complete ? "" : "at least ") + cost + " a month  \u00B7  " +
                       findings_count_text(shown.estimate);
    text(context, "answer", {.text = line, .strong = true}, Role::status);
}

}  // namespace stowage::ui
