// SPDX-License-Identifier: MIT
#include "group_rules.hpp"

#include "bundles.hpp"

namespace stowage {

std::vector<Demand> with_group_rules(std::vector<Demand> demands) {
    const Grouping grouping = group(demands);
    for (const std::uint32_t service : grouping.apart) demands[service].together = 0;
    for (const Group& members : grouping.groups) {
        if (members.services.size() == 1) {
            demands[members.services.front()].together = 0;
            continue;
        }
        for (const std::uint32_t service : members.services) {
            demands[service].server = members.server;
            demands[service].spread = members.spread;
        }
    }
    return demands;
}

}  // namespace stowage
