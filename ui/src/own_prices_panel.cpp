// SPDX-License-Identifier: MIT
//
// The plan's own price list: what an agreement or a provider that the catalogue lacks asks for.
#include "../widgets/button.hpp"
#include "../widgets/text.hpp"
#include "../widgets/text_field.hpp"
#include "panel_context.hpp"
#include "plan_fields.hpp"
#include "stowage/json_pointer.hpp"
#include "stowage/quantity_text.hpp"

namespace stowage::ui {
namespace {

constexpr std::string_view kList = "/prices/own";

std::string pointer_of(std::string_view name) { return child_pointer(kList, name); }

void draw_row(PanelContext& context, const OwnPrice& own, bool roomy) {
    const std::string pointer = pointer_of(own.name);
    const auto cell = [&](const char* key, const std::string& text, std::string_view label,
                          std::string_view hint) {
        ImGui::TableNextColumn();
        plan_field(context, pointer + key,
                   {.text = text, .label = label, .hint = hint, .align_right = true, .frameless = true});
    };
    ImGui::TableNextRow();
    ImGui::TableNextColumn();
    ImGui::AlignTextToFramePadding();
    const std::string source = own.date + (own.date.empty() || own.source.empty() ? "" : "  ") + own.source;
    text(context, pointer, {.text = own.name, .help = own.name + (source.empty() ? "" : "\n" + source)});
    cell("/price", format_list_price(own.price), "Price", "0.05");
    if (roomy) {
        cell("/for", own.item == CatalogueItem{Offering::compute} ? "" : std::string(name_of(own.item)),
             "What it is for", "compute");
        cell("/cpu", own.cpu ? format_cpu(*own.cpu) : "", "vCPUs", "-");
        cell("/memory", own.memory ? edit_bytes(*own.memory) : "", "Memory", "-");
        cell("/class", own.cpu_class == CpuClass::dedicated ? "" : std::string(name_of(own.cpu_class)),
             "Class", "dedicated");
    }
    ImGui::TableNextColumn();
    const std::string remove = "Remove " + own.name;
    if (button(context, pointer + "/remove", {.label = remove, .icon = Icon::close, .icon_only = true}))
        context.want(ApplyFix{{"remove an own price", {{pointer, ""}}}});
}

void own_price_header(PanelContext& context, std::string_view label) {
    ImGui::TableNextColumn();
    text(context, "",
         {.text = label,
          .size = TextSize::small,
          .muted = true,
          .align_right = true,
          .inset = em(kFieldPadding)});
}

void draw_table(PanelContext& context, const std::vector<OwnPrice>& prices) {
    const Card card(context, "##own-prices", context.theme.border, kList);
    if (!card.visible()) return;
    const bool roomy = ImGui::GetContentRegionAvail().x >= em(40);
    if (!ImGui::BeginTable("##prices", roomy ? 7 : 3, ImGuiTableFlags_BordersInnerH)) return;
    ImGui::TableSetupColumn("name", ImGuiTableColumnFlags_WidthStretch);
    ImGui::TableSetupColumn("price", ImGuiTableColumnFlags_WidthFixed, em(roomy ? 9 : 7));
    for (int i = 0; roomy && i < 4; ++i)
        ImGui::TableSetupColumn("shape", ImGuiTableColumnFlags_WidthFixed, em(5.5f));
    ImGui::TableSetupColumn("remove", ImGuiTableColumnFlags_WidthFixed, em(2.0f));
    ImGui::TableNextRow();
    ImGui::TableNextColumn();
    text(context, "", {.text = "provider/region/sku", .size = TextSize::small, .muted = true});
    own_price_header(context, "Price");
    if (roomy) {
        for (const char* label : {"For", "vCPUs", "Memory", "Class"}) own_price_header(context, label);
    }
    own_price_header(context, "");
    ImGuiListClipper clipper;
    clipper.Begin(static_cast<int>(prices.size()),
                  ImGui::GetFrameHeight() + 2 * ImGui::GetStyle().CellPadding.y);
    while (clipper.Step()) {
        for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i)
            draw_row(context, prices[static_cast<std::size_t>(i)], roomy);
    }
    ImGui::EndTable();
}

/// Whether it has another text now, or a refused one was taken back.
bool type_into(PanelContext& context, const char* path, std::string& text, TextField field,
               const Rejected* refused = nullptr) {
    const Setting setting(context, field.label, field.width, field.label == "Name");
    const std::string refusal = refused != nullptr ? refusal_text(*refused) : "";
    field.text = text;
    field.refusal = refusal;
    if (refused != nullptr) field.refused_text = &refused->text;
    const auto typed = text_field(context, path, field);
    if (typed.committed) text = *typed.committed;
    return typed.committed.has_value() || typed.cancelled;
}

void draw_new(PanelContext& context, const Environment& environment) {
    NewPrice& row = context.state.new_price;
    const std::string pointer = pointer_of(row.name) + "/price";
    const Rejected* refused = row.asked ? context.session.rejected(pointer) : nullptr;
    if (row.asked && refused == nullptr) row = {};  // the plan has it
    if (refused != nullptr && context.edit.focus_path == pointer) context.edit.focus_path = "own-price/price";
    const std::string hint = (environment.provider.empty() ? "own" : environment.provider) + "/" +
                             (environment.region.empty() ? "here" : environment.region) + "/sku";
    const float room = ImGui::GetContentRegionAvail().x;
    const bool named = type_into(context, "own-price/name", row.name,
                                 {.label = "Name", .width = std::min(em(18), room), .hint = hint});
    const bool priced = type_into(
        context, "own-price/price", row.price,
        {.label = "Price", .width = std::min(em(14), room), .hint = "0.05, 6/month, 0.08/GiB-month"},
        refused);
    if (refused != nullptr && (named || priced)) {
        context.want(DismissRejected{pointer});
        row.asked = false;
    }
    const Button add{.label = "Add", .style = ButtonStyle::framed};
    {
        const Setting setting(context, " ", button_width(context, add));
        if (!button(context, "own-price/add", add)) return;
    }
    if (row.name.empty() || row.price.empty()) return;
    context.want(SetField{pointer_of(row.name) + "/price", row.price});
    row.asked = true;
}

}  // namespace

void draw_own_prices(PanelContext& context, const Shown& shown) {
    const std::vector<OwnPrice>& prices = context.session.plan().prices.own;
    NewPrice& row = context.state.new_price;
    if (prices.empty() && !row.open) {
        row.open = button(context, "own-price/open",
                          {.label = "Add an own price",
                           .icon = Icon::add,
                           .style = ButtonStyle::framed,
                           .hint = "A price that was agreed, or of a provider that is not listed; the whole "
                                   "plan uses it"});
        if (row.open) context.edit.focus_path = "own-price/name";
        return;
    }
    text(context, "", {.text = "Own prices", .size = TextSize::heading, .strong = true}, Role::heading);
    if (!prices.empty()) draw_table(context, prices);
    draw_new(context, shown.environment);
}

}  // namespace stowage::ui
