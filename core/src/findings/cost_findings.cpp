// SPDX-License-Identifier: MIT
#include <algorithm>
#include <string_view>
#include <unordered_map>

#include "../bill.hpp"
#include "budget_fixes.hpp"
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

/// What a managed service costs at least: its machine and its storage, by the name of either line.
std::unordered_map<std::string_view, Money> cost_of_managed(const Examined& examined) {
    std::unordered_map<std::string_view, Money> sums;
    for (const CostLine& line : examined.estimate.cost_lines) {
        if (line.category == CostCategory::managed) sums[line.where] += line.low;
        if (line.category != CostCategory::storage) continue;
        sums[std::string_view(line.where).substr(0, line.where.rfind('/'))] += line.low;
    }
    return sums;
}

void add_maximum_below_price(const Examined& examined, Findings& findings) {
    const auto costs = cost_of_managed(examined);
    for (const Managed& managed : examined.environment.managed) {
        const std::string where = examined.pointer_to("managed", managed.name);
        const auto cost = costs.find(where);
        if (!managed.max_cost || cost == costs.end() || cost->second <= *managed.max_cost) continue;
        findings.push_back(finding(FindingCode::max_cost_below_price, child_pointer(where, "max_cost"),
                                   label_of(managed) + " costs " + show_money(cost->second) +
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
    } else {
        return;
    }
    findings.back().fixes = rent_what_is_cheaper(examined);
}

/// What a line is for, inside a sentence.
std::string subject_of(const CostLine& line) {
    switch (line.category) {
        case CostCategory::disk: return "the disk of " + line.item;
        case CostCategory::storage: return "the storage of " + line.item;
        case CostCategory::egress: return "traffic to the internet";
        case CostCategory::cross_zone: return "traffic between zones";
        case CostCategory::server:
        case CostCategory::managed:
        case CostCategory::load_balancer:
        case CostCategory::nat:
        case CostCategory::address: break;
    }
    return line.item;
}

std::string unpriced_message(const CostLine& line) {
    return subject_of(line) + " has no price" + (line.reason.empty() ? "" : ", as " + line.reason) +
           ": the total is a lower bound";
}

/// The field that is empty, where it is known; else what has no price.
std::string place_of(const CostLine& line) {
    return line.reason == kNoPurchase ? child_pointer(child_pointer(line.where, "cost"), "purchase")
                                      : line.where;
}

void add_unpriced(const Examined& examined, Findings& findings) {
    std::size_t server = 0;
    for (const CostLine& line : examined.estimate.cost_lines) {
        const bool is_server = line.category == CostCategory::server;
        const std::size_t index = is_server ? server++ : 0;  // each has a line, in the order of the plan
        if (line.priced) continue;
        findings.push_back(finding(FindingCode::unpriced, place_of(line), unpriced_message(line)));
        if (is_server) findings.back().fixes = rent_a_first_machine(examined, index);
        const bool unknown = line.reason.empty() && !line.sku.empty();
        if (line.category == CostCategory::managed && unknown && examined.region_is_known()) {
            findings.push_back(unknown_instance(examined, line.where, line.sku));
            const std::string name = pointer_tokens(line.where).back();
            if (const Managed* managed = find_named(examined.environment.managed, name))
                findings.back().fixes = rent_what_is_meant(examined, *managed);
        }
    }
}

bool lists_storage_apart(const Catalogue& catalogue, std::string_view provider) {
    const auto rates = catalogue.rates();
    return std::any_of(rates.begin(), rates.end(), [&](const ListedRate& rate) {
        return rate.item == RateItem::database_storage && rate.provider == provider;
    });
}

/// The disk of the service that the database stands for, else the least that RDS rents.
Bytes storage_to_count(const Examined& examined, const Managed& managed) {
    const Service* service = find_named(examined.environment.services, managed.for_service);
    return service == nullptr ? Bytes::gib(20) : service->disk.value_or(Bytes::gib(20));
}

Fix count_storage(const Examined& examined, const Managed& managed, const std::string& where) {
    const std::string storage = format_bytes(storage_to_count(examined, managed));
    return {"Count " + storage + " of storage", {{where, storage}}};
}

void add_storage_not_counted(const Examined& examined, Findings& findings) {
    const Environment& environment = examined.environment;
    if (!lists_storage_apart(examined.catalogue, environment.provider)) return;
    for (const Managed& managed : environment.managed) {
        const InstanceType* type = examined.catalogue.find_type(environment.provider, managed.instance);
        const bool database = type != nullptr && type->offering == Offering::postgres;
        if (!database || managed.cost || managed.storage) continue;
        const std::string where = child_pointer(examined.pointer_to("managed", managed.name), "storage");
        findings.push_back(finding(FindingCode::storage_not_counted, where,
                                   label_of(managed) + " is counted without storage, which " +
                                       environment.provider + " prices apart"));
        findings.back().fixes.push_back(count_storage(examined, managed, where));
    }
}

/// "a month costs 300.00 at the prices of 2026-11-23 that the plan keeps, and 310.00 at those of 2027-01-05".
void add_other_snapshot(const Examined& examined, Findings& findings) {
    const PriceBasis& basis = examined.plan.prices;
    if (basis.snapshot == examined.catalogue.snapshot() || basis.used.empty()) return;
    const auto prices = bill_of(examined.plan, basis, examined.environment, examined.catalogue, true).prices;
    const bool used_here = std::any_of(prices.begin(), prices.end(), [&](const BilledPrice& billed) {
        return find_named(basis.used, billed.name) != nullptr;
    });
    if (!used_here) return;
    const PriceBasis anew{examined.catalogue.snapshot(), {}, basis.own};
    const Cost listed =
        total_of(bill_of(examined.plan, anew, examined.environment, examined.catalogue, false).lines);
    findings.push_back(finding(FindingCode::prices_of_another_snapshot, "/prices/snapshot",
                               "a month costs " + show_cost(examined.estimate.cost) + " at the prices of " +
                                   basis.snapshot + " that the plan keeps, and " + show_cost(listed) +
                                   " at those of " + examined.catalogue.snapshot()));
}

}  // namespace

void find_cost_problems(const Examined& examined, Findings& findings) {
    add_paid_twice(examined, findings);
    add_maximum_below_price(examined, findings);
    add_over_budget(examined, findings);
    add_unpriced(examined, findings);
    add_storage_not_counted(examined, findings);
    add_other_snapshot(examined, findings);
}

}  // namespace stowage
