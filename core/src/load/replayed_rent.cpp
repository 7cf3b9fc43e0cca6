// SPDX-License-Identifier: MIT
#include "replayed_rent.hpp"

#include <algorithm>

#include "../catalogue_of_plan.hpp"
#include "stowage/cost.hpp"

namespace stowage {

RentLedger::RentLedger(const Plan& plan, std::uint32_t environment, const Catalogue& catalogue)
    : plan_(plan), planned_(plan.environments[environment]), catalogue_(catalogue) {}

void RentLedger::add_minute(const Machines& machines) { minutes_.push_back(machines); }

const Cost& RentLedger::cost_with(const Machines& machines) {
    const auto known = costs_.find(machines);
    if (known != costs_.end()) return known->second;
    Environment environment = planned_;
    for (std::size_t i = 0; i < machines.size(); ++i) environment.servers[i].count += machines[i];
    const CatalogueOfPlan prices(plan_, catalogue_);
    return costs_.emplace(machines, total_of(cost_lines(plan_, environment, prices.get()))).first->second;
}

/// The months of all minutes together, divided by `of` minutes; rounded once.
Cost RentLedger::share_of_minutes(std::int64_t of) {
    detail::Int128 low = 0;
    detail::Int128 high = 0;
    Cost share;
    for (const Machines& machines : minutes_) {
        const Cost& cost = cost_with(machines);
        low += cost.low.to_nanos();
        high += cost.high.to_nanos();
        share.complete = share.complete && cost.complete;
    }
    share.low = Money::nanos(divide_rounded(low, of));
    share.high = Money::nanos(divide_rounded(high, of));
    return share;
}

ReplayedRent RentLedger::take() {
    ReplayedRent rent;
    const Machines none(planned_.servers.size());
    Machines most = none;
    for (const Machines& machines : minutes_) {
        rent.minutes.push_back(cost_with(machines).low);
        for (std::size_t i = 0; i < most.size(); ++i) most[i] = std::max(most[i], machines[i]);
    }
    for (std::uint32_t i = 0; i < most.size(); ++i) {
        if (most[i] == 0) continue;
        RentedPool pool{i, {}, most[i]};
        for (const Machines& machines : minutes_) pool.minutes.push_back(machines[i]);
        rent.pools.push_back(std::move(pool));
    }
    const auto count = static_cast<std::int64_t>(minutes_.size());
    rent.month = count > 0 ? share_of_minutes(count) : cost_with(none);
    rent.curve = share_of_minutes(kBillingMonth.to_micros() / Duration::minutes(1).to_micros());
    rent.most = cost_with(most);
    return rent;
}

}  // namespace stowage
