// SPDX-License-Identifier: MIT
#include "survival_by_search.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace stowage::test {
namespace {

/// Services of which one replica each must find a place on one machine.
using Together = std::vector<std::uint32_t>;

Resources request_of(const Together& services, const std::vector<Demand>& demands) {
    Resources sum;
    for (const std::uint32_t service : services) sum += demands[service].request;
    return sum;
}

/// The larger of the shares of all CPU and all memory, over a common denominator.
detail::Int128 share_of(Resources request, const std::vector<Machine>& machines) {
    detail::Int128 cpu = 0;
    detail::Int128 memory = 0;
    for (const Machine& machine : machines) {
        cpu += machine.allocatable.cpu.to_millis();
        memory += machine.allocatable.memory.to_bytes();
    }
    return std::max(request.cpu.to_millis() * std::max<detail::Int128>(memory, 1),
                    request.memory.to_bytes() * std::max<detail::Int128>(cpu, 1));
}

/// If one of those kept together is pinned, all are; if one is spread, all are. Those that are pinned to
/// different pools are not kept together.
std::vector<Demand> sharing_their_rules(const std::vector<Demand>& planned) {
    std::vector<Demand> demands = planned;
    for (Demand& demand : demands) {
        if (demand.together == 0) continue;
        const std::uint32_t set = demand.together;
        std::set<std::uint32_t> pools;
        bool spread = false;
        for (const Demand& other : planned) {
            if (other.together != set) continue;
            if (other.server) pools.insert(*other.server);
            spread = spread || other.spread;
        }
        if (pools.size() > 1) {
            demand.together = 0;
            continue;
        }
        if (pools.size() == 1) demand.server = *pools.begin();
        demand.spread = spread;
    }
    return demands;
}

}  // namespace

std::vector<Displaced> displaced_by_search(const std::vector<Machine>& machines,
                                           const std::vector<Demand>& planned,
                                           const std::vector<Placed>& placed,
                                           const std::vector<std::size_t>& lost) {
    const std::vector<Demand> demands = sharing_their_rules(planned);
    const std::set<std::size_t> gone(lost.begin(), lost.end());
    std::vector<std::multiset<std::uint32_t>> runs(machines.size());
    std::vector<Together> homeless;
    for (const std::size_t machine : gone) {
        std::map<std::pair<std::uint32_t, std::uint32_t>, Together> sets;
        for (const Placed& replica : placed) {
            const Machine& here = machines[machine];
            if (replica.server != here.server || replica.machine != here.index) continue;
            const std::uint32_t together = demands[replica.service].together;
            if (together == 0) {
                homeless.push_back({replica.service});
            } else {
                sets[{together, replica.replica}].push_back(replica.service);
            }
        }
        for (const auto& [key, services] : sets) homeless.push_back(services);
    }
    for (std::size_t machine = 0; machine < machines.size(); ++machine) {
        for (const Placed& replica : placed) {
            const Machine& here = machines[machine];
            if (replica.server == here.server && replica.machine == here.index && !gone.contains(machine))
                runs[machine].insert(replica.service);
        }
    }
    std::stable_sort(homeless.begin(), homeless.end(), [&](const Together& a, const Together& b) {
        const auto left = share_of(request_of(a, demands), machines);
        const auto right = share_of(request_of(b, demands), machines);
        return left != right ? left > right : a < b;
    });
    std::map<std::uint32_t, std::int64_t> displaced;
    for (const Together& services : homeless) {
        bool found = false;
        for (std::size_t machine = 0; machine < machines.size() && !found; ++machine) {
            if (gone.contains(machine)) continue;
            Resources used = request_of(services, demands);
            for (const std::uint32_t service : runs[machine]) used += demands[service].request;
            if (!fits(used, machines[machine].allocatable)) continue;
            const bool refused = std::any_of(services.begin(), services.end(), [&](std::uint32_t service) {
                const Demand& demand = demands[service];
                return (demand.server && *demand.server != machines[machine].server) ||
                       (demand.spread && runs[machine].contains(service));
            });
            if (refused) continue;
            runs[machine].insert(services.begin(), services.end());
            found = true;
        }
        if (found) continue;
        for (const std::uint32_t service : services) ++displaced[service];
    }
    std::vector<Displaced> result;
    for (const auto& [service, replicas] : displaced) result.push_back({service, replicas});
    return result;
}

}  // namespace stowage::test
