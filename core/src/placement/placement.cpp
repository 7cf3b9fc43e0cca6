// SPDX-License-Identifier: MIT
#include "stowage/placement.hpp"

#include <algorithm>
#include <span>

namespace stowage {
namespace {

using detail::Int128;

/// The machines of one pool: [first, last) of the list.
struct Pool {
    std::size_t first = 0;
    std::size_t last = 0;
};

class Placing {
  public:
    Placing(const std::vector<Machine>& machines, const std::vector<Demand>& demands)
        : machines_(machines), demands_(demands), free_(machines.size()), runs_(machines.size(), 0) {
        for (std::size_t i = 0; i < machines.size(); ++i) {
            free_[i] = machines[i].allocatable;
            const std::size_t server = machines[i].server;
            if (server >= pools_.size()) pools_.resize(server + 1);
            Pool& pool = pools_[server];
            if (pool.first == pool.last) pool = {i, i};
            pool.last = i + 1;
            total_ += machines[i].allocatable;
        }
    }

    Placement run() {
        for (std::uint32_t service = 0; service < demands_.size(); ++service) {
            if (demands_[service].server) place_pinned(service);
        }
        for (const std::uint32_t service : automatic_in_decreasing_size()) place_automatically(service);
        std::sort(result_.placed.begin(), result_.placed.end(), [](const Placed& a, const Placed& b) {
            return a.service != b.service ? a.service < b.service : a.replica < b.replica;
        });
        std::sort(result_.unplaced.begin(), result_.unplaced.end(),
                  [](const Unplaced& a, const Unplaced& b) { return a.service < b.service; });
        for (Unplaced& unplaced : result_.unplaced) explain(unplaced);
        return std::move(result_);
    }

  private:
    void put(std::uint32_t service, std::uint32_t replica, std::size_t machine) {
        free_[machine] -= demands_[service].request;
        runs_[machine] = service + 1;
        result_.placed.push_back({service, replica, machines_[machine].server, machines_[machine].index});
    }

    /// Whether the spread rule keeps another replica of `service` off the machine. Services are placed, and
    /// explained, one after the other, so remembering the last service of each machine is enough.
    [[nodiscard]] bool kept_apart(std::uint32_t service, std::size_t machine) const {
        return demands_[service].spread && runs_[machine] == service + 1;
    }

    void place_pinned(std::uint32_t service) {
        const Demand& demand = demands_[service];
        const std::size_t server = *demand.server;
        const Pool pool = server < pools_.size() ? pools_[server] : Pool{};
        std::uint32_t replica = 0;
        const auto wanted = static_cast<std::uint32_t>(demand.replicas);
        for (std::size_t machine = pool.first; machine < pool.last && replica < wanted;) {
            if (!kept_apart(service, machine) && fits(demand.request, free_[machine])) {
                put(service, replica++, machine);
            } else {
                ++machine;  // equal replicas: what one machine refused, it refuses again
            }
        }
        while (replica < wanted) {  // over-commit, a round of the pool at a time
            const std::uint32_t before = replica;
            for (std::size_t machine = pool.first; machine < pool.last && replica < wanted; ++machine) {
                if (!kept_apart(service, machine)) put(service, replica++, machine);
            }
            if (replica == before) break;
        }
        if (replica < wanted) result_.unplaced.push_back({service, demand.replicas - replica, {}});
    }

    void place_automatically(std::uint32_t service) {
        const Demand& demand = demands_[service];
        std::uint32_t replica = 0;
        const auto wanted = static_cast<std::uint32_t>(demand.replicas);
        for (std::size_t machine = 0; machine < machines_.size() && replica < wanted;) {
            if (!kept_apart(service, machine) && fits(demand.request, room(machine))) {
                put(service, replica++, machine);
            } else {
                ++machine;
            }
        }
        if (replica < wanted) result_.unplaced.push_back({service, demand.replicas - replica, {}});
    }

    /// What automatic placement may still use. A resource that is over-committed refuses even a request of
    /// none.
    [[nodiscard]] Resources room(std::size_t machine) const {
        return free_[machine] - machines_[machine].floor;
    }

    [[nodiscard]] std::vector<std::uint32_t> automatic_in_decreasing_size() const {
        struct Sized {
            Int128 size;
            std::uint32_t service;
        };
        std::vector<Sized> sized;
        for (std::uint32_t service = 0; service < demands_.size(); ++service) {
            const Demand& demand = demands_[service];
            if (demand.server) continue;
            sized.push_back({share_of_all(demand.request), service});
        }
        std::stable_sort(sized.begin(), sized.end(),
                         [](const Sized& a, const Sized& b) { return a.size > b.size; });
        std::vector<std::uint32_t> order;
        order.reserve(sized.size());
        for (const Sized& entry : sized) order.push_back(entry.service);
        return order;
    }

    /// Adds the reasons, by what is free in the end: that is what the plan's author sees.
    void explain(Unplaced& unplaced) {
        const std::uint32_t service = unplaced.service;
        mark_machines_of(service);
        const auto& pinned = demands_[service].server;
        const std::size_t first_pool = pinned ? std::min<std::size_t>(*pinned, pools_.size()) : 0;
        const std::size_t count =
            pinned ? std::min<std::size_t>(1, pools_.size() - first_pool) : pools_.size();
        const auto pools = std::span(pools_).subspan(first_pool, count);
        const auto refusing =
            std::count_if(pools.begin(), pools.end(), [](Pool p) { return p.first < p.last; });
        const bool nearest_first = static_cast<std::size_t>(refusing) > kMostRefusals;
        std::vector<RankedRefusal> told;
        for (std::size_t server = first_pool; server < first_pool + pools.size(); ++server) {
            if (pools_[server].first == pools_[server].last) continue;
            const RankedRefusal next = refusal_of(service, server);
            // Thousands of services may find no room on thousands of pools: only the nearest are ever kept.
            const bool full = told.size() == kMostRefusals;
            if (full && !(next.share < told.back().share)) continue;
            if (full) told.pop_back();
            const auto nearer = [](const RankedRefusal& a, const RankedRefusal& b) {
                return a.share < b.share;
            };
            const auto at =
                nearest_first ? std::upper_bound(told.begin(), told.end(), next, nearer) : told.end();
            told.insert(at, next);
        }
        for (const RankedRefusal& refusal : told) unplaced.refusals.push_back(refusal.refusal);
    }

    /// Lets kept_apart() answer for `service` again. The placed replicas are in order by now.
    void mark_machines_of(std::uint32_t service) {
        const auto [first, last] =
            std::equal_range(result_.placed.begin(), result_.placed.end(), Placed{service, 0, 0, 0},
                             [](const Placed& a, const Placed& b) { return a.service < b.service; });
        for (auto placed = first; placed != last; ++placed) {
            runs_[pools_[placed->server].first + placed->machine] = service + 1;
        }
    }

    /// A refusal and the share of everything that is missing, by which the nearest is found.
    struct RankedRefusal {
        Int128 share = 0;
        Refusal refusal;
    };

    [[nodiscard]] RankedRefusal refusal_of(std::uint32_t service, std::size_t server) const {
        RankedRefusal nearest;
        for (std::size_t machine = pools_[server].first; machine < pools_[server].last; ++machine) {
            const Resources lack = missing(service, machine);
            const Int128 share = share_of_all(lack);
            if (machine > pools_[server].first && !(share < nearest.share)) continue;
            nearest = {share, {static_cast<std::uint32_t>(server), lack, kept_apart(service, machine)}};
        }
        return nearest;
    }

    [[nodiscard]] Resources missing(std::uint32_t service, std::size_t machine) const {
        if (demands_[service].server)
            return {};  // a pinned replica may over-commit: only the spread rule refuses it
        const Resources lack = demands_[service].request - room(machine);
        return {std::max(lack.cpu, MilliCpu{}), std::max(lack.memory, Bytes{})};
    }

    /// The larger of the shares of all allocatable CPU and memory. Both are multiplied by both totals to stay
    /// whole; a total of nothing counts as one unit, so that the other resource still orders.
    [[nodiscard]] Int128 share_of_all(Resources amounts) const {
        const Int128 all_cpu = std::max<std::int64_t>(total_.cpu.to_millis(), 1);
        const Int128 all_memory = std::max<std::int64_t>(total_.memory.to_bytes(), 1);
        return std::max(amounts.cpu.to_millis() * all_memory, amounts.memory.to_bytes() * all_cpu);
    }

    const std::vector<Machine>& machines_;
    const std::vector<Demand>& demands_;
    std::vector<Resources> free_;
    std::vector<std::uint32_t> runs_;  ///< service + 1 that was placed last on each machine, 0: none
    std::vector<Pool> pools_;
    Resources total_;
    Placement result_;
};

}  // namespace

Placement place(const std::vector<Machine>& machines, const std::vector<Demand>& demands) {
    return Placing(machines, demands).run();
}

}  // namespace stowage
