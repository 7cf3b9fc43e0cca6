// SPDX-License-Identifier: MIT
#include "machine_picker.hpp"

#include <algorithm>
#include <array>

#include "../widgets/button.hpp"
#include "../widgets/checkbox.hpp"
#include "../widgets/choice_field.hpp"
#include "../widgets/choice_row.hpp"
#include "../widgets/text.hpp"
#include "../widgets/text_field.hpp"
#include "architecture_choice.hpp"
#include "stowage/explanation.hpp"
#include "stowage/plan.hpp"
#include "stowage/quantity_text.hpp"

namespace stowage::ui {
namespace {

constexpr float kMachineListWidth = 46.0f;  // em, where the window has it
constexpr float kMachineListHeight = 18.0f;
constexpr float kRoomyList = 40.0f;  // em: a narrower list leaves out what a figure is

constexpr std::array<std::string_view, 5> kMachineOrders{"best fit", "price", "vCPU", "memory",
                                                         "price per vCPU"};

/// Where the columns of a row end, in points from its left.
struct MachineColumns {
    explicit MachineColumns(float width)
        : roomy(width >= em(kRoomyList)),
          price(width - em(1.2f)),
          memory(price - em(roomy ? 7.0f : 5.2f)),
          cpu(memory - em(roomy ? 6.2f : 5.0f)) {}
    bool roomy;
    float price;
    float memory;
    float cpu;
};

/// Where the prices end in a list that scrolls.
float price_end(float width) { return MachineColumns(width - ImGui::GetStyle().ScrollbarSize).price; }

float list_width() { return std::min(em(kMachineListWidth), ImGui::GetMainViewport()->Size.x - em(3)); }

void right_aligned(ImVec2 row, float end, const std::string& text, Colour colour) {
    const float width = width_of(text);
    ImGui::GetWindowDrawList()->AddText(
        {row.x + end - width, row.y + (ImGui::GetFrameHeight() - ImGui::GetFontSize()) / 2}, to_u32(colour),
        text.c_str());
}

/// "2 vCPU", "burstable, 0.6 of 2 vCPU", "shared, 2 vCPU"; "about" where no source states the baseline.
std::string vcpu_text(const InstanceType& type) {
    std::string text = (type.cpu ? format_cpu(*type.cpu) : "?") + " vCPU";
    if (type.cpu_class == CpuClass::dedicated) return text;
    if (const auto sustained = type.sustained_cpu())
        text = (type.baseline_inferred ? "about " : "") + format_cpu(*sustained) + " of " + text;
    return std::string(name_of(type.cpu_class)) + ", " + text;
}

std::string words_before(const std::string& words, const std::string& text) {
    return words.empty() ? text : words + ", " + text;
}

void draw_figures(PanelContext& context, const MachineLine& line, ImVec2 row, const MachineColumns& columns) {
    const MachineOffer& offer = *line.offer;
    const InstanceType& type = *offer.type;
    const bool stale = context.session.catalogue().sources()[offer.price->source].stale;
    const Colour ink = offer.large_enough ? context.theme.text : context.theme.text_muted;
    const bool doubtful = stale || (offer.large_enough && !offer.sustains);
    std::string cpu = columns.roomy ? vcpu_text(type) : (type.cpu ? format_cpu(*type.cpu) : "?") + " vCPU";
    if (stale && columns.roomy) cpu = "price out of date, " + cpu;
    if (columns.roomy) cpu = words_before(line.words, cpu);
    right_aligned(row, columns.cpu, cpu, doubtful ? context.theme.warning : ink);
    right_aligned(row, columns.memory, type.memory ? show_bytes(*type.memory) : "?", ink);
    right_aligned(row, columns.price, show_money(cost_of(offer.price->hourly, kBillingMonth, 1)), ink);
}

std::string help_of(const PanelContext& context, const MachineLine& line) {
    const MachineOffer& offer = *line.offer;
    const PriceSource& source = context.session.catalogue().sources()[offer.price->source];
    std::string help = line.words.empty() ? "" : line.words + "\n";
    if (!offer.large_enough) help += "smaller than planned\n";
    if (offer.type->cpu_class != CpuClass::dedicated) help += explain_credits(*offer.type) + "\n";
    help += format_hourly_price(offer.price->hourly) + " USD/h, list price of " + source.date;
    if (source.stale) help += ", which the provider has changed since";
    return help + "\n" + source.text;
}

void draw_line(PanelContext& context, const std::string& pointer, const MachineLine& line,
               std::string_view current) {
    if (line.offer == nullptr) return list_heading(context, line.words);
    const InstanceType& type = *line.offer->type;
    const MachineColumns columns(ImGui::GetContentRegionAvail().x);
    // What is near the current one stands in the list a second time.
    const std::string path = pointer + (line.words.empty() ? "=" : "/near=") + type.sku;
    const std::string label = columns.roomy ? type.sku : fitted(type.sku, columns.cpu - em(4.2f));
    if (menu_item(context, path, label, true, type.sku == current, Role::option)) {
        context.want(SetField{pointer, type.sku});
        close_choice();
    }
    draw_figures(context, line, ImGui::GetItemRectMin(), columns);
    if (ImGui::IsItemHovered(ImGuiHoveredFlags_ForTooltip)) tooltip(context, help_of(context, line));
}

void draw_list(PanelContext& context, const std::string& pointer, const MachineChoice& choice) {
    const std::vector<MachineLine>& lines = context.state.machines.lines;
    if (lines.empty()) {
        text(context, "", {.text = "No type of this region matches.", .muted = true});
        return;
    }
    ImGuiListClipper clipper;
    clipper.Begin(static_cast<int>(lines.size()), ImGui::GetFrameHeight() + ImGui::GetStyle().ItemSpacing.y);
    while (clipper.Step()) {
        for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i)
            draw_line(context, pointer, lines[static_cast<std::size_t>(i)], choice.current);
    }
}

/// Worked out once for each state of the plan and of what the user wants to see.
void update_list(PanelContext& context, const std::string& pointer, const Shown& shown,
                 const MachineChoice& choice) {
    MachineList& list = context.state.machines;
    const Session& session = context.session;
    const std::string about = pointer + " " + std::to_string(session.revision()) + " " +
                              std::to_string(session.estimated_revision());
    if (list.about == about && list.listed == list.listing) return;
    list.about = about;
    list.listed = list.listing;
    const Environment& environment = shown.environment;
    std::vector<MachineAlternative> near;
    if (choice.server && list.listing.name_part.empty()) {
        const MachineFilter filter{list.listing.architecture, list.listing.latest_generation, false, false};
        near = machine_alternatives(session.plan(), environment, shown.estimate, *choice.server,
                                    session.catalogue(), filter);
    }
    const auto offers =
        listed_offers(machine_offers(session.catalogue(), environment.provider, environment.region,
                                     choice.offering, choice.needed, list.listing.name_part),
                      list.listing);
    set_lines(list, near, offers, choice.needed);
}

void draw_filter(PanelContext& context, const std::string& pointer, float width) {
    std::string& part = context.state.machines.listing.name_part;
    const TextFieldResult filter = text_field(context, pointer + "/filter",
                                              {.text = part,
                                               .label = "Filter",
                                               .width = width,
                                               .hint = "Filter by name; prices are of a month of 730 h"});
    // The list follows every key; a list that waits for Enter would be no filter.
    if (context.edit.path == pointer + "/filter") part = context.edit.text;
    if (filter.committed) part = *filter.committed;
}

void draw_listing(PanelContext& context, const std::string& pointer) {
    MachineListing& listing = context.state.machines.listing;
    const float right = ImGui::GetCursorPosX() + list_width();
    const auto flow = [right](float width) {
        ImGui::SameLine(0, em(0.9f));
        if (ImGui::GetCursorPosX() + width > right) ImGui::NewLine();
    };
    const auto order =
        choice_row(context, pointer + "/order", kMachineOrders, static_cast<std::size_t>(listing.order));
    if (order) listing.order = static_cast<MachineOrder>(*order);
    flow(architecture_choice_width(context));
    architecture_choice(context, pointer + "/architecture", listing.architecture);
    const auto box = [&](const char* key, std::string_view label, bool& checked, std::string_view help) {
        flow(checkbox_width(label));
        if (checkbox(context, pointer + key, {.label = label, .checked = checked, .help = help}))
            checked = !checked;
    };
    box("/dedicated", "Dedicated only", listing.dedicated_only,
        "Without burstable types and vCPUs that are shared with neighbours.");
    box("/latest", "Latest generation", listing.latest_generation,
        "Only the newest generation of each series that the region sells.");
}

}  // namespace

void machine_picker(PanelContext& context, const std::string& pointer, const Shown& shown,
                    const MachineChoice& choice) {
    const Rejected* rejected = context.session.rejected(pointer);
    ChoiceField field{choice.current.empty() ? "no instance" : choice.current, choice.label};
    field.width = choice.width;
    field.frameless = choice.frameless;
    std::string help = "What is rented; decides the cost.";
    const InstanceType* type =
        context.session.catalogue().find_type(shown.environment.provider, choice.current);
    if (type != nullptr && type->cpu_class != CpuClass::dedicated) help += "\n" + explain_credits(*type);
    field.help = help;
    field.muted = choice.current.empty();
    field.refused = rejected != nullptr;
    if (!begin_choice(context, pointer, field)) return;
    if (ImGui::IsWindowAppearing()) {
        context.state.machines.listing.name_part.clear();
        context.edit.focus_path = pointer + "/filter";
    }
    const float width = list_width();
    draw_filter(context, pointer, width);
    draw_listing(context, pointer);
    if (ImGui::IsKeyPressed(ImGuiKey_Escape)) close_choice();  // not only the filter's text
    if (menu_item(context, pointer + "=", "no instance", true, choice.current.empty(), Role::option)) {
        context.want(SetField{pointer, ""});
        close_choice();
    }
    const ImVec2 row = ImGui::GetItemRectMin();
    right_aligned(row, price_end(width), "USD a month", context.theme.text_muted);
    update_list(context, pointer, shown, choice);
    if (ImGui::BeginChild("##offers", {width, em(kMachineListHeight)})) draw_list(context, pointer, choice);
    ImGui::EndChild();
    end_choice();
}

}  // namespace stowage::ui
