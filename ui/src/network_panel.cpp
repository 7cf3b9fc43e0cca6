// SPDX-License-Identifier: MIT
//
// Traffic of the environment and what carries it.
#include "../widgets/text.hpp"
#include "panel_context.hpp"
#include "plan_fields.hpp"
#include "stowage/plan_pointer.hpp"

namespace stowage::ui {
namespace {

struct NetworkField {
    const char* key;
    std::string_view label;
    std::string_view hint;
};

constexpr float kNetworkWidth = 8.2f;  // em

void draw_fields(PanelContext& context, const std::string& pointer,
                 std::initializer_list<NetworkField> fields, bool first) {
    for (const NetworkField& field : fields) {
        setting_field(context, pointer + field.key, field.label,
                      {.label = field.label, .width = em(kNetworkWidth), .hint = field.hint}, first);
        first = false;
    }
}

}  // namespace

void draw_network(PanelContext& context, const Shown& shown) {
    const Network& network = shown.environment.network;
    const std::string pointer = pointer_to(shown.environment) + "/network";
    text(context, "", {.text = "Network", .size = TextSize::heading, .strong = true}, Role::heading);
    draw_fields(context, pointer,
                {{"/egress", "To the internet", "none"},
                 {"/cross_zone", "Between zones", "none"},
                 {"/public_addresses", "Public addresses", "0"},
                 {"/load_balancers", "Load balancers", "0"}},
                true);
    if (network.load_balancers > 0) {
        {
            const Setting setting(context, "Type", em(kNetworkWidth));
            rate_choice(context, pointer + "/load_balancer_type", shown.environment, RateItem::load_balancer,
                        {.text = network.load_balancer_type,
                         .label = "Type of load balancer",
                         .width = em(kNetworkWidth),
                         .hint = "the usual"});
        }
        draw_fields(context, pointer,
                    {{"/load_balancer_capacity", "Capacity units each", "0"},
                     {"/load_balancer_data", "Data balanced", "none"}},
                    false);
    }
    draw_fields(context, pointer, {{"/nat_gateways", "NAT gateways", "0"}}, false);
    if (network.nat_gateways > 0)
        draw_fields(context, pointer, {{"/nat_data", "Data through NAT", "none"}}, false);
}

}  // namespace stowage::ui
