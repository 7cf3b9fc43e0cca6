// SPDX-License-Identifier: MIT
#include "size_line.hpp"

#include "../widgets/button.hpp"
#include "../widgets/text.hpp"
#include "stowage/plan_pointer.hpp"
#include "stowage/quantity_text.hpp"

namespace stowage::ui {
namespace {

/// The machine type, where the catalogue knows how large it is; else null.
const InstanceType* sized_type(const PanelContext& context, const Shown& shown, const Server& server) {
    if (server.instance.empty() || (!server.cpu && !server.memory)) return nullptr;
    const InstanceType* type =
        context.session.catalogue().find_type(shown.environment.provider, server.instance);
    return type != nullptr && type->cpu && type->memory ? type : nullptr;
}

bool differs(const Server& server, const InstanceType& type) {
    return (server.cpu && *server.cpu != *type.cpu) || (server.memory && *server.memory != *type.memory);
}

/// In nothing smaller than stated.
bool is_larger(const Server& server, const InstanceType& type) {
    return (!server.cpu || *server.cpu <= *type.cpu) && (!server.memory || *server.memory <= *type.memory);
}

Fix take_size(const std::string& pointer, const InstanceType& type) {
    return {"Take the size of " + type.sku,
            {{pointer + "/cpu", format_cpu(*type.cpu)}, {pointer + "/memory", format_bytes(*type.memory)}}};
}

}  // namespace

bool has_size_line(const PanelContext& context, const Shown& shown, std::size_t server) {
    const Server& stated = shown.environment.servers[server];
    const InstanceType* type = sized_type(context, shown, stated);
    return type != nullptr && differs(stated, *type);
}

void draw_size_line(PanelContext& context, const Shown& shown, std::size_t server) {
    if (!has_size_line(context, shown, server)) return;
    const Server& stated = shown.environment.servers[server];
    const InstanceType& type = *sized_type(context, shown, stated);
    const std::string pointer = pointer_to(shown.environment, "servers", stated.name);
    const std::string size = format_cpu(*type.cpu) + " vCPU, " + show_bytes(*type.memory);
    if (is_larger(stated, type)) {
        ImGui::AlignTextToFramePadding();
        text(context, pointer + "/size",
             {.text = "Larger than planned", .size = TextSize::small, .muted = true}, Role::status);
        ImGui::SameLine(0, em(0.6f));
    }
    const std::string label = "Take its size: " + size;
    const std::string hint = "Plans with the " + size + " of " + type.sku + ". One step, undoable.";
    if (button(context, pointer + "/take-size",
               {.label = label, .shown = "Take its size", .style = ButtonStyle::framed, .hint = hint}))
        context.want(ApplyFix{take_size(pointer, type)});
}

}  // namespace stowage::ui
