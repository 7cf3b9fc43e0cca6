// SPDX-License-Identifier: MIT
#include "comparison_panel.hpp"

#include <algorithm>
#include <array>

#include "../widgets/bar_chart.hpp"
#include "../widgets/button.hpp"
#include "../widgets/checkbox.hpp"
#include "../widgets/choice_row.hpp"
#include "../widgets/text.hpp"
#include "architecture_choice.hpp"
#include "compared_positions.hpp"
#include "cost_panel.hpp"
#include "provider_names.hpp"
#include "stowage/explanation.hpp"
#include "stowage/quantity_text.hpp"

namespace stowage::ui {
namespace {

constexpr float kComparisonLabelColumn = 10.5f;  // em
constexpr float kOfferColumn = 9.6f;             // em, at least: "at least 1,234.56" fits
constexpr float kWidestColumn = 15.0f;
constexpr float kChartWidth = 52.0f;  // em, at most: longer bars are no easier to compare

constexpr std::array<std::string_view, 2> kOfferOrders{"cheapest first", "by provider"};

/// Worked out once for each estimate and filter.
ProviderComparison& compared(PanelContext& context, const Shown& shown) {
    ProviderComparison& known = context.state.comparison;
    const Session& session = context.session;
    const std::string& name = shown.environment.name;
    const bool same = known.revision == session.estimated_revision() && known.environment == name &&
                      known.filtered == known.filter;
    if (same) return known;
    known.environment = name;
    known.revision = session.estimated_revision();
    known.filtered = known.filter;
    known.offers = compare_providers(session.plan(), shown.environment, shown.estimate, session.catalogue(),
                                     known.filter);
    known.positions = compared_positions(known.offers);
    known.order = order_of(known.offers, known.by_provider);
    return known;
}

std::string path_of(const ProviderOffer& offer) {
    return "compare/" + (offer.current ? std::string("plan") : offer.provider);
}

std::string total_of(const ProviderOffer& offer) {
    return is_unpriced(offer) ? "no price" : show_cost(offer.cost);
}

/// What there is to say of an offer's total.
std::string remark_of(const ProviderOffer& offer) {
    if (!offer.missing.empty()) {
        const std::size_t more = offer.missing.size() - 1;
        return "no price: " + name_of_missing(offer, offer.missing.front()) +
               (more == 0 ? "" : " and " + std::to_string(more) + " more");
    }
    if (offer.current) return "as planned";
    return offer.difference ? show_difference(*offer.difference) : "";
}

/// Goes on in the line where there is room for so much, else in the next one.
void flow(float width, bool first) {
    if (first) return;
    ImGui::SameLine(0, em(1.1f));
    if (ImGui::GetContentRegionAvail().x < width) ImGui::NewLine();
}

void draw_title(PanelContext& context, const Shown& shown) {
    if (button(context, "compare/back", {.label = "Back", .style = ButtonStyle::framed, .hint = "Escape"}))
        close_comparison(context);
    ImGui::SameLine(0, em(0.7f));
    ImGui::AlignTextToFramePadding();
    text(context, "compare/title",
         {.text = "Providers compared: " + label_of(shown.environment),
          .size = TextSize::heading,
          .strong = true},
         Role::heading);
}

void draw_filters(PanelContext& context, ProviderComparison& comparison) {
    MachineFilter& filter = comparison.filter;
    architecture_choice(context, "compare/architecture", filter.architecture);
    flow(choice_row_width(context, kOfferOrders), false);
    const auto order = choice_row(context, "compare/order", kOfferOrders, comparison.by_provider ? 1 : 0);
    if (order) {
        comparison.by_provider = *order == 1;
        comparison.order = order_of(comparison.offers, comparison.by_provider);
    }
    const auto box = [&](const char* path, std::string_view label, bool& checked, std::string_view help) {
        flow(checkbox_width(label), false);
        if (checkbox(context, path, {.label = label, .checked = checked, .help = help})) checked = !checked;
    };
    box("compare/latest", "Latest generation only", filter.latest_generation,
        "Only the newest generation of each series that the region sells.");
    box("compare/shared", "Count shared vCPUs", filter.shared_cpu,
        "vCPUs shared with neighbours count in full, although nobody states what they sustain.");
    box("compare/stale", "Include outdated prices", filter.stale_prices,
        "Prices that the provider has changed since may be the cheapest.");
}

void draw_chart(PanelContext& context, const ProviderComparison& comparison) {
    std::vector<Bar> bars;
    for (const std::size_t i : comparison.order) {
        const ProviderOffer& offer = comparison.offers[i];
        const std::string remark = remark_of(offer);
        bars.push_back({path_of(offer) + "/bar",
                        shown_provider(offer.provider) + "  " + shown_region(offer.region), total_of(offer),
                        static_cast<double>(offer.cost.low.to_nanos()),
                        static_cast<double>(offer.cost.high.to_nanos()), remark, offer.current});
    }
    const float width = std::min(ImGui::GetContentRegionAvail().x, em(kChartWidth));
    if (ImGui::BeginChild("##chart", {width, 0}, ImGuiChildFlags_AutoResizeY | ImGuiChildFlags_NavFlattened))
        bar_chart(context, bars);
    ImGui::EndChild();
}

void right_text(PanelContext& context, std::string_view path, std::string_view words, bool small,
                std::string_view help = {}, bool strong = false) {
    text(context, path,
         {.text = words,
          .size = small ? TextSize::small : TextSize::body,
          .muted = small,
          .strong = strong,
          .align_right = true,
          .help = help});
}

std::string missing_text(const ProviderOffer& offer) {
    constexpr std::size_t kMost = 8;  // of a tooltip
    std::string text;
    for (std::size_t i = 0; i < std::min(offer.missing.size(), kMost); ++i)
        text +=
            (i == 0 ? "" : "\n") + name_of_missing(offer, offer.missing[i]) + ": " + offer.missing[i].what;
    if (offer.missing.size() > kMost) text += "\n" + std::to_string(offer.missing.size() - kMost) + " more";
    return text;
}

void draw_offer_head(PanelContext& context, const Shown& shown, const ProviderOffer& offer) {
    const std::string path = path_of(offer);
    const std::string total = total_of(offer);
    const std::string remark = remark_of(offer);
    const std::string region = shown_region(offer.region);
    right_text(context, path, shown_provider(offer.provider), false, region, true);
    right_text(context, path + "/region", region, true, region);
    right_text(context, path + "/total", total, false, total, true);
    right_text(context, path + "/difference", remark, true, missing_text(offer));
    if (offer.current || is_unpriced(offer)) return;
    const Button adopt{.label = "Adopt",
                       .style = ButtonStyle::framed,
                       // What is offered is of the plan before: it would undo what was changed since.
                       .enabled = !context.session.estimate_is_stale(),
                       .hint = "Take these machines and this region into the plan; one step, undoable"};
    ImGui::SetCursorPosX(ImGui::GetCursorPosX() + ImGui::GetContentRegionAvail().x -
                         button_width(context, adopt));
    if (!button(context, path + "/adopt", adopt)) return;
    context.want(AdoptOffer{shown.environment.name, offer.provider,
                            std::make_shared<const Environment>(offer.environment)});
    close_comparison(context);
}

void draw_head(PanelContext& context, const Shown& shown, const ProviderComparison& comparison,
               std::size_t first, std::size_t count) {
    ImGui::TableNextRow();
    ImGui::TableNextColumn();
    text(context, "", {.text = "USD a month", .size = TextSize::small, .muted = true});
    for (std::size_t i = first; i < first + count; ++i) {
        ImGui::TableNextColumn();
        const IdScope id(std::to_string(i));
        draw_offer_head(context, shown, comparison.offers[comparison.order[i]]);
    }
}

void draw_cell(PanelContext& context, const ProviderOffer& offer, const ComparedPosition::Cell& cell,
               const std::string& label) {
    const std::string path = path_of(offer) + "/" + label;
    if (cell.missing != nullptr) {
        right_text(context, path, "no price", true, cell.missing->what);
        return;
    }
    if (cell.line == nullptr) return;
    const std::string amount = show_cost(*cell.line);
    const std::string help = explain_cost(*cell.line);
    std::string what = cell.line->sku;
    if (cell.line->quantity > 1 && !what.empty()) what = std::to_string(cell.line->quantity) + " x " + what;
    // What software is built for matters where it is not the usual one.
    const InstanceType* type = context.session.catalogue().find_type(offer.provider, cell.line->sku);
    if (type != nullptr && type->architecture == Architecture::arm64) what += ", Arm";
    const std::string_view mark = mark_of(*cell.line);
    if (!mark.empty()) what = what.empty() ? std::string(mark) : std::string(mark) + ", " + what;
    right_text(context, path, amount, false, help);
    right_text(context, path + "/sku", what, true, what + "\n" + help);
}

void draw_positions(PanelContext& context, const ProviderComparison& comparison, std::size_t first,
                    std::size_t count) {
    ImGuiListClipper clipper;
    const float spacing = ImGui::GetStyle().ItemSpacing.y;
    const float content = points_of(TextSize::body) + spacing + points_of(TextSize::small);
    const float height = content + 2 * ImGui::GetStyle().CellPadding.y;
    clipper.Begin(static_cast<int>(comparison.positions.size()), height);
    while (clipper.Step()) {
        for (int row = clipper.DisplayStart; row < clipper.DisplayEnd; ++row) {
            const ComparedPosition& position = comparison.positions[static_cast<std::size_t>(row)];
            ImGui::TableNextRow(ImGuiTableRowFlags_None, height);
            ImGui::TableNextColumn();
            text(context, "compare/position/" + position.label,
                 {.text = position.label, .help = position.label});
            for (std::size_t i = first; i < first + count; ++i) {
                ImGui::TableNextColumn();
                const std::size_t offer = comparison.order[i];
                draw_cell(context, comparison.offers[offer], position.cells[offer], position.label);
            }
        }
    }
}

void draw_dates(PanelContext& context, const ProviderComparison& comparison, std::size_t first,
                std::size_t count) {
    ImGui::TableNextRow();
    ImGui::TableNextColumn();
    text(context, "", {.text = "Prices of", .size = TextSize::small, .muted = true});
    for (std::size_t i = first; i < first + count; ++i) {
        ImGui::TableNextColumn();
        const ProviderOffer& offer = comparison.offers[comparison.order[i]];
        const DateSpan dates = dates_of(offer.lines);
        right_text(context, path_of(offer) + "/dates", dates.first, true);
        if (dates.last != dates.first) right_text(context, "", "to " + std::string(dates.last), true);
    }
}

/// As many providers side by side as there is room for.
void draw_block(PanelContext& context, const Shown& shown, const ProviderComparison& comparison,
                std::size_t first, std::size_t count, std::size_t columns) {
    const std::string id = "##block" + std::to_string(first);
    const Card card(context, id.c_str(), context.theme.border, "compare/block");
    if (!card.visible()) return;
    const float width = std::min(ImGui::GetContentRegionAvail().x,
                                 em(kComparisonLabelColumn + static_cast<float>(columns) * kWidestColumn));
    const ImGuiTableFlags flags = ImGuiTableFlags_BordersInnerH | ImGuiTableFlags_SizingStretchSame;
    ImGui::PushStyleVar(ImGuiStyleVar_CellPadding, ImVec2(em(0.35f), em(0.35f)));
    if (ImGui::BeginTable("##offers", static_cast<int>(columns) + 1, flags, {width, 0})) {
        ImGui::TableSetupColumn("position", ImGuiTableColumnFlags_WidthFixed, em(kComparisonLabelColumn));
        draw_head(context, shown, comparison, first, count);
        draw_positions(context, comparison, first, count);
        draw_dates(context, comparison, first, count);
        ImGui::EndTable();
    }
    ImGui::PopStyleVar();
}

void draw_blocks(PanelContext& context, const Shown& shown, const ProviderComparison& comparison) {
    const float room = ImGui::GetContentRegionAvail().x - em(1.6f + kComparisonLabelColumn);
    const std::size_t count = comparison.order.size();
    const std::size_t fit =
        std::clamp<std::size_t>(static_cast<std::size_t>(std::max(room, 0.0f) / em(kOfferColumn)), 1,
                                std::max<std::size_t>(count, 1));
    const std::size_t blocks = (count + fit - 1) / fit;
    const std::size_t columns = blocks == 0 ? 1 : (count + blocks - 1) / blocks;  // as many in each
    for (std::size_t first = 0; first < count; first += columns) {
        draw_block(context, shown, comparison, first, std::min(columns, count - first), columns);
        gap(0.6f);
    }
}

}  // namespace

void open_comparison(PanelContext& context) {
    context.state.side_by_side.open = false;
    context.state.comparison.open = true;
    context.edit.focus_path = "compare/back";
}

void close_comparison(PanelContext& context) {
    context.state.comparison.open = false;
    context.edit.focus_path = kComparisonButton;
}

void draw_comparison(PanelContext& context, const Shown& shown) {
    ProviderComparison& comparison = compared(context, shown);
    draw_title(context, shown);
    gap(0.3f);
    draw_filters(context, comparison);
    gap(0.6f);
    PanelContext figures = context.figures();
    draw_chart(figures, comparison);
    gap(0.6f);
    draw_blocks(figures, shown, comparison);
    text(context, "compare/rule",
         {.text =
              "For each server the cheapest machine that carries it at all times, in the region nearest to "
              "yours. List prices, before tax.",
          .size = TextSize::small,
          .muted = true,
          .wrap = true});
    gap(1);
}

}  // namespace stowage::ui
