// SPDX-License-Identifier: MIT
//
// The prices that a plan carries, so that an old link shows its old figures.
#include <algorithm>
#include <string_view>
#include <unordered_set>

#include "bill.hpp"
#include "catalogue_of_plan.hpp"
#include "stowage/limits.hpp"

namespace stowage {
namespace {

/// What the bills of a plan are made of, each price once, in their order.
struct PricesInUse {
    std::vector<UsedPrice> used;
    bool other_snapshot = false;  ///< one is kept that another snapshot than the catalogue's has
};

PricesInUse prices_in_use(const Plan& plan, const Catalogue& catalogue) {
    PricesInUse result;
    std::unordered_set<std::string> known;
    for (const Environment& environment : plan.environments) {
        for (BilledPrice& billed : bill_of(plan, plan.prices, environment, catalogue, true).prices) {
            result.other_snapshot =
                result.other_snapshot || (billed.kept && plan.prices.snapshot != catalogue.snapshot());
            if (billed.name.size() > limits::kIdBytes || !known.insert(billed.name).second) continue;
            result.used.push_back({std::move(billed.name), std::move(billed.price)});
        }
    }
    return result;
}

}  // namespace

Plan with_prices_used(Plan plan, const Catalogue& catalogue) {
    PricesInUse prices = prices_in_use(plan, CatalogueOfPlan(plan, catalogue).get());
    if (prices.other_snapshot) {
        const auto is_new = [&](const UsedPrice& price) {
            return find_named(plan.prices.used, price.name) == nullptr;
        };
        prices.used.erase(std::remove_if(prices.used.begin(), prices.used.end(), is_new), prices.used.end());
    } else if (!prices.used.empty()) {
        plan.prices.snapshot = catalogue.snapshot();
    }
    plan.prices.used = std::move(prices.used);
    return plan;
}

}  // namespace stowage
