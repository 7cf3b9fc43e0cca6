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

std::map<std::uint32_t, std::vector<std::uint32_t>> by_number(const std::vector<Demand>& demands) {
    std::map<std::uint32_t, std::vector<std::uint32_t>> groups;
    for (std::uint32_t service = 0; service < demands.size(); ++service) {
        if (demands[service].together != 0) groups[demands[service].together].push_back(service);
    }
    return groups;
}

class Verifier {
  public:
    Verifier(const std::vector<Machine>& machines, const std::vector<Demand>& demands,
             const Placement& placement)
        : demands_(demands), placement_(placement), placed_(demands.size()), teams_(teams_of(demands)) {
        for (const Machine& machine : machines) by_key_.emplace(key_of(machine), machine);
        for (const Placed& replica : placement.placed) {
            if (replica.service >= demands.size()) continue;
            used_[key_of(replica)] += demands[replica.service].request;
            ++placed_[replica.service];
        }
    }

    std::vector<std::string> broken() {
        every_replica_once();
        known_machines();
        if (placement_.apart != torn_apart(demands_)) complain("other groups are said to be torn apart");
        for (const Team& team : teams_) {
            pinned_to_its_pool(team);
            whole_bundles(team);
            together_or_apart(team);
            if (!team.server) within_room(team);
            unplaced_fit_nowhere(team);
        }
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
            if (missing.service >= demands_.size())
                return complain("a service that does not exist is unplaced");
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

    [[nodiscard]] std::vector<Placed> replicas_of(const Team& team) const {
        std::vector<Placed> replicas;
        for (const std::uint32_t service : team.services) {
            const auto [first, last] =
                std::equal_range(placement_.placed.begin(), placement_.placed.end(), Placed{service, 0, 0, 0},
                                 [](const Placed& a, const Placed& b) { return a.service < b.service; });
            replicas.insert(replicas.end(), first, last);
        }
        return replicas;
    }

    void pinned_to_its_pool(const Team& team) {
        for (const Placed& replica : replicas_of(team)) {
            if (team.server && *team.server != replica.server)
                complain("a pinned replica is on another pool");
        }
    }

    /// A bundle is placed as a whole: what a member runs beyond the next one is never more than was asked.
    void whole_bundles(const Team& team) {
        for (std::size_t member = 0; member < team.services.size(); ++member) {
            const std::int64_t placed = team.beyond_next(placed_, member);
            if (placed < 0 || placed > beyond_next_wanted(team, member)) complain("a bundle is torn");
        }
    }

    [[nodiscard]] std::int64_t beyond_next_wanted(const Team& team, std::size_t member) const {
        std::vector<std::int64_t> wanted;
        for (const Demand& demand : demands_) wanted.push_back(demand.replicas);
        return team.beyond_next(wanted, member);
    }

    /// The replicas of one number share a machine; those of two numbers do not if they are spread.
    void together_or_apart(const Team& team) {
        std::map<std::uint32_t, Key> machine_of;
        for (const Placed& replica : replicas_of(team)) {
            const auto [known, fresh] = machine_of.emplace(replica.replica, key_of(replica));
            if (!fresh && known->second != key_of(replica)) complain("a bundle is on two machines");
        }
        std::set<Key> machines;
        for (const auto& [number, machine] : machine_of) {
            if (!machines.insert(machine).second && team.spread)
                complain("two replicas of a spread service share a machine");
        }
    }

    /// Pinned services come first, so a machine with an automatic replica was within its room when that came,
    /// and nothing came after it that did not fit.
    void within_room(const Team& team) {
        for (const Placed& replica : replicas_of(team)) {
            const auto at = by_key_.find(key_of(replica));
            if (at == by_key_.end()) continue;
            if (!fits(used_[at->first], at->second.allocatable - at->second.floor)) {
                complain("an automatic replica takes from the floor of a machine");
            }
        }
    }

    /// Room only shrinks, so what is refused in the end was refused rightly.
    void unplaced_fit_nowhere(const Team& team) {
        std::set<Key> runs;
        for (const Placed& replica : replicas_of(team)) runs.insert(key_of(replica));
        for (std::size_t member = 0; member < team.services.size(); ++member) {
            if (team.beyond_next(placed_, member) >= beyond_next_wanted(team, member)) continue;
            const Resources request = team.request(demands_, member + 1);
            for (const auto& [key, machine] : by_key_) {
                if (team.server && *team.server != key.first) continue;
                const bool allowed = !team.spread || !runs.contains(key);
                const Resources room = machine.allocatable - machine.floor - used_[key];
                if (allowed && (team.server || fits(request, room))) {
                    complain("a machine would take an unplaced replica of service " +
                             std::to_string(team.services[member]));
                }
            }
        }
    }

    const std::vector<Demand>& demands_;
    const Placement& placement_;
    std::vector<std::int64_t> placed_;  ///< replicas of each service
    std::vector<Team> teams_;
    std::map<Key, Machine> by_key_;
    std::map<Key, Resources> used_;
    std::vector<std::string> broken_;
};

}  // namespace

Resources Team::request(const std::vector<Demand>& demands, std::size_t members) const {
    Resources sum;
    for (std::size_t i = 0; i < members; ++i) sum += demands[services[i]].request;
    return sum;
}

std::int64_t Team::beyond_next(const std::vector<std::int64_t>& replicas, std::size_t member) const {
    const std::int64_t next = member + 1 < services.size() ? replicas[services[member + 1]] : 0;
    return replicas[services[member]] - next;
}

std::vector<std::uint32_t> torn_apart(const std::vector<Demand>& demands) {
    std::vector<std::uint32_t> apart;
    for (const auto& [number, services] : by_number(demands)) {
        std::set<std::uint32_t> pools;
        for (const std::uint32_t service : services) {
            if (demands[service].server) pools.insert(*demands[service].server);
        }
        if (pools.size() > 1) apart.insert(apart.end(), services.begin(), services.end());
    }
    std::sort(apart.begin(), apart.end());
    return apart;
}

std::vector<Team> teams_of(const std::vector<Demand>& demands) {
    const auto apart = torn_apart(demands);
    const auto groups = by_number(demands);
    std::vector<Team> teams;
    for (std::uint32_t service = 0; service < demands.size(); ++service) {
        std::vector<std::uint32_t> services{service};
        const bool torn = std::binary_search(apart.begin(), apart.end(), service);
        if (demands[service].together != 0 && !torn) services = groups.at(demands[service].together);
        if (services.front() != service) continue;  // told with the first one
        std::stable_sort(services.begin(), services.end(), [&](std::uint32_t a, std::uint32_t b) {
            return demands[a].replicas > demands[b].replicas;
        });
        Team& team = teams.emplace_back();
        for (const std::uint32_t member : services) {
            if (demands[member].server) team.server = demands[member].server;
            if (demands[member].spread) team.spread = true;
        }
        team.services = std::move(services);
    }
    return teams;
}

std::vector<std::string> broken_rules(const std::vector<Machine>& machines,
                                      const std::vector<Demand>& demands, const Placement& placement) {
    return Verifier(machines, demands, placement).broken();
}

}  // namespace stowage::test
