// SPDX-License-Identifier: MIT
#include "placement_verifier.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace stowage::test {
namespace {

using Key = std::pair<std::uint32_t, std::uint32_t>;  ///< pool, machine within it

Key key_of(const Machine& machine) { return {machine.server, machine.index}; }
Key key_of(const Placed& placed) { return {placed.server, placed.machine}; }

Resources used_on(const Key& machine, const std::vector<Placed>& placed, const std::vector<Demand>& demands) {
    Resources used;
    for (const Placed& replica : placed) {
        if (key_of(replica) == machine) used += demands[replica.service].request;
    }
    return used;
}

bool runs_on(std::uint32_t service, const Key& machine, const std::vector<Placed>& placed) {
    return std::any_of(placed.begin(), placed.end(), [&](const Placed& replica) {
        return replica.service == service && key_of(replica) == machine;
    });
}

class Verifier {
  public:
    Verifier(const std::vector<Machine>& machines, const std::vector<Demand>& demands,
             const Placement& placement)
        : demands_(demands), placement_(placement) {
        for (const Machine& machine : machines) by_key_.emplace(key_of(machine), machine);
        for (const Placed& replica : placement.placed) {
            if (replica.service >= demands.size()) continue;
            used_[key_of(replica)] += demands[replica.service].request;
            if (!demands[replica.service].server) has_automatic_.insert(key_of(replica));
            ++replicas_on_[{replica.service, key_of(replica)}];
        }
    }

    std::vector<std::string> broken() {
        every_replica_once();
        known_machines();
        pinned_to_their_pool();
        spread_apart();
        automatic_within_room();
        unplaced_fit_nowhere();
        return std::move(broken_);
    }

  private:
    void complain(std::string what) { broken_.push_back(std::move(what)); }

    void every_replica_once() {
        std::map<std::uint32_t, std::int64_t> placed;
        Placed before{};
        bool first = true;
        for (const Placed& replica : placement_.placed) {
            if (replica.service >= demands_.size())
                return complain("a service that does not exist is placed");
            if (replica.replica != placed[replica.service]++)
                complain("replicas are not numbered from 0 without gaps");
            if (!first && replica.service < before.service) complain("the list is not ordered by service");
            before = replica;
            first = false;
        }
        std::map<std::uint32_t, std::int64_t> unplaced;
        for (const Unplaced& missing : placement_.unplaced) {
            if (missing.replicas <= 0) complain("a service without unplaced replicas is listed as unplaced");
            if (!unplaced.emplace(missing.service, missing.replicas).second)
                complain("a service is unplaced twice");
        }
        for (std::uint32_t service = 0; service < demands_.size(); ++service) {
            if (placed[service] + unplaced[service] != demands_[service].replicas) {
                complain("service " + std::to_string(service) + " has " + std::to_string(placed[service]) +
                         " placed and " + std::to_string(unplaced[service]) + " unplaced of " +
                         std::to_string(demands_[service].replicas) + " replicas");
            }
        }
    }

    void known_machines() {
        for (const Placed& replica : placement_.placed) {
            if (!by_key_.contains(key_of(replica))) complain("a replica is on a machine that does not exist");
        }
    }

    void pinned_to_their_pool() {
        for (const Placed& replica : placement_.placed) {
            const auto& pool = demands_[replica.service].server;
            if (pool && *pool != replica.server) complain("a pinned replica is on another pool");
        }
    }

    void spread_apart() {
        for (const auto& [where, count] : replicas_on_) {
            if (demands_[where.first].spread && count > 1)
                complain("two replicas of a spread service share a machine");
        }
    }

    /// Pinned services come first, so a machine with an automatic replica was within its room when that came,
    /// and nothing came after it that did not fit.
    void automatic_within_room() {
        for (const Key& machine : has_automatic_) {
            const auto at = by_key_.find(machine);
            if (at == by_key_.end()) continue;
            if (!fits(used_[machine], at->second.allocatable - at->second.floor)) {
                complain("an automatic replica takes from the floor of a machine");
            }
        }
    }

    /// Room only shrinks, so what is refused in the end was refused rightly.
    void unplaced_fit_nowhere() {
        for (const Unplaced& missing : placement_.unplaced) {
            if (missing.service >= demands_.size())
                return complain("a service that does not exist is unplaced");
            const Demand& demand = demands_[missing.service];
            for (const auto& [key, machine] : by_key_) {
                if (demand.server && *demand.server != key.first) continue;
                const bool apart = !demand.spread || !replicas_on_.contains({missing.service, key});
                const Resources room = machine.allocatable - machine.floor - used_[key];
                if (apart && (demand.server || fits(demand.request, room))) {
                    complain("a machine would take an unplaced replica of service " +
                             std::to_string(missing.service));
                }
            }
        }
    }

    const std::vector<Demand>& demands_;
    const Placement& placement_;
    std::map<Key, Machine> by_key_;
    std::map<Key, Resources> used_;
    std::set<Key> has_automatic_;
    std::map<std::pair<std::uint32_t, Key>, std::int64_t> replicas_on_;
    std::vector<std::string> broken_;
};

/// a/b as a fraction of whole numbers too large for 64 bits is compared in long division-free form: a x d < c
/// x b.
struct Share {
    detail::Int128 part = 0;
    detail::Int128 whole = 1;
};
bool smaller(const Share& a, const Share& b) { return a.part * b.whole < b.part * a.whole; }

/// The larger of a request's shares of all allocatable CPU and memory.
Share size_of(Resources request, Resources total) {
    const Share cpu{request.cpu.to_millis(), std::max<std::int64_t>(total.cpu.to_millis(), 1)};
    const Share memory{request.memory.to_bytes(), std::max<std::int64_t>(total.memory.to_bytes(), 1)};
    return smaller(cpu, memory) ? memory : cpu;
}

}  // namespace

std::vector<std::string> broken_rules(const std::vector<Machine>& machines,
                                      const std::vector<Demand>& demands, const Placement& placement) {
    return Verifier(machines, demands, placement).broken();
}

std::vector<Placed> place_by_search(const std::vector<Machine>& machines,
                                    const std::vector<Demand>& demands) {
    std::vector<Placed> placed;
    Resources total;
    for (const Machine& machine : machines) total += machine.allocatable;

    const auto allowed = [&](std::uint32_t service, const Machine& machine) {
        if (demands[service].server && *demands[service].server != machine.server) return false;
        return !demands[service].spread || !runs_on(service, key_of(machine), placed);
    };
    const auto has_room = [&](std::uint32_t service, const Machine& machine, bool keep_floor) {
        Resources room = machine.allocatable - used_on(key_of(machine), placed, demands);
        if (keep_floor) room -= machine.floor;
        return fits(demands[service].request, room);
    };
    const auto put = [&](std::uint32_t service, std::uint32_t replica, const Machine& machine) {
        placed.push_back({service, replica, machine.server, machine.index});
    };

    for (std::uint32_t service = 0; service < demands.size(); ++service) {
        if (!demands[service].server) continue;
        std::uint32_t replica = 0;
        for (; replica < demands[service].replicas; ++replica) {
            const auto first = std::find_if(machines.begin(), machines.end(), [&](const Machine& machine) {
                return allowed(service, machine) && has_room(service, machine, false);
            });
            if (first == machines.end()) break;
            put(service, replica, *first);
        }
        for (bool progress = true; progress && replica < demands[service].replicas;) {
            progress = false;
            for (const Machine& machine : machines) {
                if (replica == demands[service].replicas || !allowed(service, machine)) continue;
                put(service, replica++, machine);
                progress = true;
            }
        }
    }

    std::vector<std::uint32_t> order;
    for (std::uint32_t service = 0; service < demands.size(); ++service) {
        if (!demands[service].server) order.push_back(service);
    }
    std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        return smaller(size_of(demands[b].request, total), size_of(demands[a].request, total));
    });
    for (const std::uint32_t service : order) {
        for (std::uint32_t replica = 0; replica < demands[service].replicas; ++replica) {
            const auto first = std::find_if(machines.begin(), machines.end(), [&](const Machine& machine) {
                return allowed(service, machine) && has_room(service, machine, true);
            });
            if (first == machines.end()) break;
            put(service, replica, *first);
        }
    }

    std::sort(placed.begin(), placed.end(), [](const Placed& a, const Placed& b) {
        return std::pair(a.service, a.replica) < std::pair(b.service, b.replica);
    });
    return placed;
}

}  // namespace stowage::test
