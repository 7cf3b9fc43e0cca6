// SPDX-License-Identifier: MIT
#include "machine_picker.hpp"

#include <algorithm>

#include "../widgets/button.hpp"
#include "../widgets/choice_field.hpp"
#include "../widgets/text.hpp"
#include "../widgets/text_field.hpp"
#include "stowage/explanation.hpp"
#include "stowage/machine_offers.hpp"
#include "stowage/plan.hpp"
#include "stowage/quantity_text.hpp"

namespace stowage::ui {
namespace {

constexpr float kListWidth = 38.0f;  // em
constexpr float kListHeight = 18.0f;

/// Columns of a row, in em from its left.
constexpr float kCpuEnd = 22.0f;
constexpr float kMemoryEnd = 28.0f;
constexpr float kPriceEnd = 35.5f;

void right_aligned(ImVec2 row, float end, const std::string& text, Colour colour) {
    const float width = ImGui::CalcTextSize(text.c_str()).x;
    ImGui::GetWindowDrawList()->AddText(
        {row.x + em(end) - width, row.y + (ImGui::GetFrameHeight() - ImGui::GetFontSize()) / 2},
        to_u32(colour), text.c_str());
}

/// "2 vCPU", "burstable, 0.6 of 2 vCPU", "shared, 2 vCPU".
std::string vcpu_text(const InstanceType& type) {
    std::string text = (type.cpu ? format_cpu(*type.cpu) : "?") + " vCPU";
    if (type.cpu_class == CpuClass::dedicated) return text;
    if (const auto sustained = type.sustained_cpu()) text = format_cpu(*sustained) + " of " + text;
    return std::string(name_of(type.cpu_class)) + ", " + text;
}

void draw_offer(PanelContext& context, const std::string& pointer, const MachineOffer& offer, bool selected) {
    const InstanceType& type = *offer.type;
    if (menu_item(context, pointer + "=" + type.sku, type.sku, true, selected, Role::option)) {
        context.want(SetField{pointer, type.sku});
        close_choice();
    }
    const ImVec2 row = ImGui::GetItemRectMin();
    const Colour ink = offer.large_enough ? context.theme.text : context.theme.text_muted;
    const Colour cpu = offer.large_enough && !offer.sustains ? context.theme.warning : ink;
    right_aligned(row, kCpuEnd, vcpu_text(type), cpu);
    right_aligned(row, kMemoryEnd, type.memory ? show_bytes(*type.memory) : "?", ink);
    right_aligned(row, kPriceEnd, show_money(cost_of(offer.price->hourly, kBillingMonth, 1)), ink);
    std::string help = offer.large_enough ? "" : "smaller than planned\n";
    if (type.cpu_class != CpuClass::dedicated) help += explain_credits(type) + "\n";
    const PriceSource& source = context.session.catalogue().sources()[offer.price->source];
    help += format_hourly_price(offer.price->hourly) + " USD/h, list price of " + source.date + "\n" +
            source.text;
    tooltip(context, help);
}

/// What the offers from this one on have in common.
std::string group_of(const MachineOffer& offer, Resources needed) {
    const std::string size = show_cpu(needed.cpu) + " and " + show_bytes(needed.memory);
    if (offer.sustains) return "Carry " + size;
    return offer.large_enough ? "Reach " + size + " in bursts or on shared vCPUs only"
                              : "Smaller than " + size;
}

bool starts_group(const std::vector<MachineOffer>& offers, std::size_t i) {
    return i == 0 || offers[i].sustains != offers[i - 1].sustains ||
           offers[i].large_enough != offers[i - 1].large_enough;
}

/// A line of the list: an offer, or the heading of those that follow.
struct Line {
    std::size_t offer = 0;
    bool heading = false;
};

std::vector<Line> lines_of(const std::vector<MachineOffer>& offers, Resources needed) {
    const bool grouped = needed != Resources{};
    std::vector<Line> lines;
    for (std::size_t i = 0; i < offers.size(); ++i) {
        if (grouped && starts_group(offers, i)) lines.push_back({i, true});
        lines.push_back({i, false});
    }
    return lines;
}

void draw_list(PanelContext& context, const std::string& pointer, const Environment& environment,
               const MachineChoice& choice) {
    const auto offers = machine_offers(context.session.catalogue(), environment.provider, environment.region,
                                       choice.offering, choice.needed, context.state.machine_filter);
    if (offers.empty()) {
        text(context, "", {.text = "No type of this region matches.", .muted = true});
        return;
    }
    const auto lines = lines_of(offers, choice.needed);
    ImGuiListClipper clipper;
    clipper.Begin(static_cast<int>(lines.size()), ImGui::GetFrameHeight() + ImGui::GetStyle().ItemSpacing.y);
    while (clipper.Step()) {
        for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i) {
            const Line line = lines[static_cast<std::size_t>(i)];
            const MachineOffer& offer = offers[line.offer];
            if (line.heading) {
                list_heading(context, group_of(offer, choice.needed));
            } else {
                draw_offer(context, pointer, offer, offer.type->sku == choice.current);
            }
        }
    }
}

}  // namespace

void machine_picker(PanelContext& context, const std::string& pointer, const Environment& environment,
                    const MachineChoice& choice) {
    const Rejected* rejected = context.session.rejected(pointer);
    ChoiceField field{choice.current.empty() ? "no instance" : choice.current, choice.label};
    field.width = choice.width;
    field.frameless = choice.frameless;
    std::string help = "What is rented; decides the cost.";
    const InstanceType* type = context.session.catalogue().find_type(environment.provider, choice.current);
    if (type != nullptr && type->cpu_class != CpuClass::dedicated) help += "\n" + explain_credits(*type);
    field.help = help;
    field.muted = choice.current.empty();
    field.refused = rejected != nullptr;
    if (!begin_choice(context, pointer, field)) return;
    if (ImGui::IsWindowAppearing()) {
        context.state.machine_filter.clear();
        context.edit.focus_path = pointer + "/filter";
    }
    const TextFieldResult filter = text_field(context, pointer + "/filter",
                                              {.text = context.state.machine_filter,
                                               .label = "Filter",
                                               .width = em(kListWidth),
                                               .hint = "Filter by name; prices are of a month of 730 h"});
    // The list follows every key; a list that waits for Enter would be no filter.
    if (context.edit.path == pointer + "/filter") context.state.machine_filter = context.edit.text;
    if (filter.committed) context.state.machine_filter = *filter.committed;
    if (ImGui::IsKeyPressed(ImGuiKey_Escape)) close_choice();  // not only the filter's text
    if (menu_item(context, pointer + "=", "no instance", true, choice.current.empty(), Role::option)) {
        context.want(SetField{pointer, ""});
        close_choice();
    }
    if (ImGui::BeginChild("##offers", {em(kListWidth), em(kListHeight)}))
        draw_list(context, pointer, environment, choice);
    ImGui::EndChild();
    end_choice();
}

}  // namespace stowage::ui
