// SPDX-License-Identifier: MIT
#include "report_sections.hpp"
#include "stowage/cost_views.hpp"
#include "stowage/quantity_text.hpp"

namespace stowage {
namespace {

std::string cost_or_dash(const std::optional<Cost>& cost) { return cost ? show_cost(*cost) : "-"; }

void write_shares(const Plan& plan, const Estimate& estimate, MarkdownWriter& out) {
    out.header({"Environment", "Service", std::string(kCurrency), "Counted as"}, "llrl");
    for (std::size_t i = 0; i < plan.environments.size(); ++i) {
        std::string name = escaped(label_of(plan.environments[i]));
        for (const CostShare& share :
             cost_shares(plan.environments[i], estimate.environments[i], CostView::service)) {
            out.row({name, escaped(share.item), show_cost(share.cost), escaped(share.rule)});
        }
    }
    out.line();
}

}  // namespace

void write_cost_views(const Plan& plan, const Estimate& estimate, MarkdownWriter& out) {
    if (estimate.cost.high.is_zero() && estimate.cost.complete) return;
    out.paragraph("## Cost by service");
    out.paragraph(rule_of(CostView::service));
    write_shares(plan, estimate, out);
    out.paragraph("## Cost of a unit");
    out.header(
        {"Environment", "Month", "Year", "Unused headroom", "Per vCPU", "Per GiB", "Per million requests"},
        "lrrrrrr");
    for (std::size_t i = 0; i < plan.environments.size(); ++i) {
        const EnvironmentEstimate& figures = estimate.environments[i];
        const UnitCosts costs = unit_costs(plan.environments[i], figures);
        out.row({escaped(label_of(plan.environments[i])), show_cost(figures.cost),
                 show_cost(year_of(figures.cost)),
                 show_cost(unused_headroom_cost(plan.environments[i], figures)), cost_or_dash(costs.per_vcpu),
                 cost_or_dash(costs.per_gib), cost_or_dash(costs.per_million_requests)});
    }
    out.line();
    out.paragraph(unit_cost_rule());
}

}  // namespace stowage
