// SPDX-License-Identifier: MIT
#include "own_cost_fields.hpp"

#include "../widgets/button.hpp"
#include "../widgets/text.hpp"
#include "plan_fields.hpp"
#include "stowage/text/plan_text.hpp"

namespace stowage::ui {
namespace {

/// Our choice, for a field that must not be empty: three years, as servers are commonly written off.
constexpr const char* kUsualLifetime = "36 months";

void draw_bought(PanelContext& context, const Environment& environment, const std::string& pointer,
                 const OwnedCost& cost) {
    const Plan& plan = context.session.plan();
    const auto field = [&](const char* key, std::string_view label, std::string_view hint) {
        const std::string at = pointer + "/" + key;
        labelled_field(context, at, label, field_text(plan, at), hint);
    };
    field("purchase", "Purchase", "such as 3000");
    field("lifetime", "Written off over", kUsualLifetime);
    field("electricity", "Electricity", "such as 0.3/kWh");
    field("power", "Power", "such as 200W");
    field("monthly", "Other, a month", "such as 40");
    field("currency", "Currency", "USD");
    const std::string formula = lacks_amounts(cost)
                                    ? "No price yet: type in what it was bought for"
                                    : formula_of(cost, plan.exchange, environment.hours) + " a month";
    text(context, pointer + "/formula",
         {.text = formula, .size = TextSize::small, .muted = true, .wrap = true}, Role::status);
    if (button(context, pointer + "/bought", {.label = "Not bought", .style = ButtonStyle::framed}))
        context.want(SetField{pointer, ""});
}

}  // namespace

void own_cost_fields(PanelContext& context, const Environment& environment, const std::string& pointer,
                     const std::optional<OwnCost>& cost) {
    const std::string at = pointer + "/cost";
    const auto* bought = cost ? std::get_if<OwnedCost>(&*cost) : nullptr;
    if (bought != nullptr) return draw_bought(context, environment, at, *bought);
    labelled_field(context, at, "Own price", field_text(context.session.plan(), at), "such as 85/month");
    if (button(context, at + "/bought",
               {.label = "A bought machine",
                .style = ButtonStyle::framed,
                .hint = "Its month follows from purchase, power and what else is due"})) {
        context.want(SetField{at + "/lifetime", kUsualLifetime});
        context.edit.focus_path = at + "/purchase";
    }
}

}  // namespace stowage::ui
