// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "placement_verifier.hpp"

namespace stowage::test {
namespace {

/// a/b < c/d as a x d < c x b.
struct Fraction {
    detail::Int128 part = 0;
    detail::Int128 whole = 1;
};
bool smaller(const Fraction& a, const Fraction& b) { return a.part * b.whole < b.part * a.whole; }

/// Each member that has replicas beyond the next one ends a kind of bundle; largest bundles first.
struct Kind {
    std::size_t members = 0;
    std::int64_t count = 0;
    Resources request;
};

class Search {
  public:
    Search(const std::vector<Machine>& machines, const std::vector<Demand>& demands)
        : machines_(machines), demands_(demands), next_(demands.size(), 0), free_(machines.size()) {
        for (std::size_t i = 0; i < machines.size(); ++i) free_[i] = machines[i].allocatable;
        for (const Demand& demand : demands) total_ += demand.request * demand.replicas;
    }

    std::vector<Placed> run() {
        std::vector<Team> teams = teams_of(demands_);
        std::stable_sort(teams.begin(), teams.end(),
                         [&](const Team& a, const Team& b) { return comes_before(a, b); });
        for (const bool pinned : {true, false}) {
            for (const Team& team : teams) {
                if (team.server.has_value() == pinned) place(team);
            }
        }
        std::sort(placed_.begin(), placed_.end(), [](const Placed& a, const Placed& b) {
            return std::pair(a.service, a.replica) < std::pair(b.service, b.replica);
        });
        return placed_;
    }

  private:
    [[nodiscard]] std::vector<Kind> kinds_of(const Team& team) const {
        std::vector<std::int64_t> wanted;
        for (const Demand& demand : demands_) wanted.push_back(demand.replicas);
        std::vector<Kind> kinds;
        for (std::size_t member = team.services.size(); member-- > 0;) {
            const std::int64_t count = team.beyond_next(wanted, member);
            if (count > 0) kinds.push_back({member + 1, count, team.request(demands_, member + 1)});
        }
        return kinds;
    }

    /// The larger of the shares of all demanded CPU and memory, of the largest bundle.
    [[nodiscard]] Fraction size_of(const std::vector<Kind>& kinds) const {
        if (kinds.empty()) return {};
        const Resources request = kinds.front().request;
        const Fraction cpu{request.cpu.to_millis(), std::max<std::int64_t>(total_.cpu.to_millis(), 1)};
        const Fraction memory{request.memory.to_bytes(), std::max<std::int64_t>(total_.memory.to_bytes(), 1)};
        return smaller(cpu, memory) ? memory : cpu;
    }

    [[nodiscard]] bool comes_before(const Team& a, const Team& b) const {
        const auto kinds_a = kinds_of(a);
        const auto kinds_b = kinds_of(b);
        if (smaller(size_of(kinds_b), size_of(kinds_a))) return true;
        if (smaller(size_of(kinds_a), size_of(kinds_b))) return false;
        if (a.spread != b.spread) return a.spread;
        if (kinds_a.size() != kinds_b.size()) return kinds_a.size() > kinds_b.size();
        return figures_of(kinds_a) > figures_of(kinds_b);
    }

    static std::vector<std::int64_t> figures_of(const std::vector<Kind>& kinds) {
        std::vector<std::int64_t> figures;
        for (const Kind& kind : kinds) {
            for (const Resource resource : kResources) figures.push_back(amount_of(kind.request, resource));
            figures.push_back(kind.count);
            figures.push_back(static_cast<std::int64_t>(kind.members));
        }
        return figures;
    }

    void place(const Team& team) {
        std::set<std::size_t> runs;
        for (Kind kind : kinds_of(team)) {
            const auto allowed = [&](std::size_t i) {
                if (team.server && *team.server != machines_[i].server) return false;
                return !team.spread || !runs.contains(i);
            };
            const auto has_room = [&](std::size_t i) {
                return fits(kind.request, team.server ? free_[i] : free_[i] - machines_[i].floor);
            };
            const auto put = [&](std::size_t i) {
                for (std::size_t member = 0; member < kind.members; ++member) {
                    const std::uint32_t service = team.services[member];
                    placed_.push_back({service, next_[service]++, machines_[i].server, machines_[i].index});
                }
                free_[i] -= kind.request;
                runs.insert(i);
                --kind.count;
            };
            for (std::size_t i = 0; i < machines_.size() && kind.count > 0;) {
                if (allowed(i) && has_room(i)) {
                    put(i);
                    i = 0;
                } else {
                    ++i;
                }
            }
            for (bool progress = team.server.has_value(); progress && kind.count > 0;) {
                progress = false;
                for (std::size_t i = 0; i < machines_.size() && kind.count > 0; ++i) {
                    if (!allowed(i)) continue;
                    put(i);
                    progress = true;
                }
            }
        }
    }

    const std::vector<Machine>& machines_;
    const std::vector<Demand>& demands_;
    Resources total_;
    std::vector<std::uint32_t> next_;  ///< number of the next replica of each service
    std::vector<Resources> free_;
    std::vector<Placed> placed_;
};

}  // namespace

std::vector<Placed> place_by_search(const std::vector<Machine>& machines,
                                    const std::vector<Demand>& demands) {
    return Search(machines, demands).run();
}

}  // namespace stowage::test
