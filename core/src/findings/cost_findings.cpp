// SPDX-License-Identifier: MIT
#include <algorithm>

#include "examined.hpp"
#include "instance_fixes.hpp"
#include "stowage/json_pointer.hpp"

namespace stowage {
namespace {

void add_paid_twice(const Examined& examined, Findings& findings) {
    for (const Managed& managed : examined.environment.managed) {
        const Service* service = find_named(examined.environment.services, managed.for_service);
        if (service == nullptr || service->replicas == 0) continue;
        findings.push_back(finding(FindingCode::paid_twice, examined.pointer_to("managed", managed.name),
                                   label_of(*service) + " runs on a server and is rented as " +
                                       label_of(managed) + " too: it is paid twice"));
        findings.back().fixes.push_back(
            {"Do not run " + label_of(*service) + " on a server",
             {{child_pointer(examined.pointer_to("services", service->name), "replicas"), "0"}}});
    }
}

void add_maximum_below_price(const Examined& examined, Findings& findings) {
    const auto& lines = examined.estimate.cost_lines;
    auto next = std::find_if(lines.begin(), lines.end(),
                             [](const CostLine& line) { return line.category == CostCategory::managed; });
    for (const Managed& managed : examined.environment.managed) {
        const auto line = next++;  // one for each, in the order of the plan
        if (!managed.max_cost || line->low <= *managed.max_cost) continue;
        const std::string where = examined.pointer_to("managed", managed.name);
        findings.push_back(finding(FindingCode::max_cost_below_price, child_pointer(where, "max_cost"),
                                   label_of(managed) + " costs " + show_money(line->low) +
                                       " a month, more than its max_cost of " +
                                       show_money(*managed.max_cost)));
        findings.back().fixes.push_back({"Remove max_cost", {{child_pointer(where, "max_cost"), {}}}});
    }
}

void add_over_budget(const Examined& examined, Findings& findings) {
    if (!examined.environment.budget) return;
    const Money budget = *examined.environment.budget;
    const Cost& cost = examined.estimate.cost;
    const std::string where = child_pointer(examined.pointer(), "budget");
    if (cost.low > budget) {
        findings.push_back(finding(
            FindingCode::budget_exceeded, where,
            "a month costs at least " + show_money(cost.low) + ", over the budget of " + show_money(budget)));
    } else if (cost.high > budget) {
        findings.push_back(finding(FindingCode::budget_at_risk, where,
                                   "a month may cost up to " + show_money(cost.high) +
                                       ", over the budget of " + show_money(budget)));
    }
}

void add_unpriced(const Examined& examined, Findings& findings) {
    for (const CostLine& line : examined.estimate.cost_lines) {
        if (line.priced) continue;
        std::string what = line.item;
        if (line.category == CostCategory::disk) what = "the disk of " + line.item;
        if (line.category == CostCategory::egress) what = "traffic to the internet";
        findings.push_back(
            finding(FindingCode::unpriced, line.where, what + " has no price: the total is a lower bound"));
        if (line.category == CostCategory::managed && !line.sku.empty() && examined.region_is_known()) {
            findings.push_back(unknown_instance(examined, line.where, line.sku));
            const std::string name = pointer_tokens(line.where).back();
            if (const Managed* managed = find_named(examined.environment.managed, name))
                findings.back().fixes = rent_what_is_meant(examined, *managed);
        }
    }
}

void add_other_snapshot(const Examined& examined, Findings& findings) {
    const PriceBasis& basis = examined.plan.prices;
    if (basis.snapshot == examined.catalogue.snapshot()) return;
    const auto& lines = examined.estimate.cost_lines;
    const bool used_here = std::any_of(lines.begin(), lines.end(), [&](const CostLine& line) {
        const Environment& here = examined.environment;
        return !line.sku.empty() &&
               find_named(basis.used, price_name(here.provider, here.region, line.sku)) != nullptr;
    });
    if (!used_here) return;
    findings.push_back(finding(FindingCode::prices_of_another_snapshot, "/prices/snapshot",
                               "the prices kept in the plan are those of snapshot " + basis.snapshot +
                                   "; the catalogue at hand is " + examined.catalogue.snapshot()));
}

}  // namespace

void find_cost_problems(const Examined& examined, Findings& findings) {
    add_paid_twice(examined, findings);
    add_maximum_below_price(examined, findings);
    add_over_budget(examined, findings);
    add_unpriced(examined, findings);
    add_other_snapshot(examined, findings);
}

}  // namespace stowage
