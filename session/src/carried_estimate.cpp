// SPDX-License-Identifier: MIT
#include "stowage/session/carried_estimate.hpp"

#include <algorithm>
#include <functional>
#include <unordered_map>

#include "renumbering.hpp"
#include "stowage/plan_pointer.hpp"
#include "stowage/sort_by.hpp"

namespace stowage {
namespace {

/// Puts each element where it is now; those of new elements are made anew, those of removed ones go.
template <class T>
std::vector<T> rearranged(std::vector<T> list, const Renumbering& numbers) {
    if (numbers.is_identity()) return list;
    std::vector<T> result(numbers.count_after());
    for (std::uint32_t i = 0; i < list.size(); ++i) {
        const auto to = numbers.now_of(i);
        if (to) result[*to] = std::move(list[i]);
    }
    return result;
}

/// Gives an index its new number; false when what it was about is gone.
bool renumber(std::uint32_t& index, const Renumbering& numbers) {
    const auto now = numbers.now_of(index);
    if (now) index = *now;
    return now.has_value();
}

/// Renumbers the service of each element, drops those of removed services, and restores the order of the
/// plan.
template <class T>
void renumber_services(std::vector<T>& list, const Renumbering& services) {
    if (services.is_identity()) return;
    std::erase_if(list, [&](T& element) { return !renumber(element.service, services); });
    const auto in_order = [](const T& a, const T& b) { return a.service < b.service; };
    if (!std::is_sorted(list.begin(), list.end(), in_order)) {
        sort_by(list, in_order);
    }
}

/// Where the pointers of one environment lead now.
class MovedPointers {
  public:
    MovedPointers(const Environment& before, const Environment& after)
        : before_(pointer_to(before)), after_(pointer_to(after)) {}

    /// Learns which elements of a list are gone or called otherwise.
    template <class T>
    void add(std::string_view key, const std::vector<T>& before, const std::vector<T>& after,
             const Renumbering& numbers) {
        const std::string list = child_pointer("", key);
        for (std::uint32_t i = 0; i < before.size(); ++i) {
            const auto to = numbers.now_of(i);
            if (to && after[*to].name == before[i].name) continue;
            moved_[child_pointer(list, before[i].name)] =
                to ? child_pointer(list, after[*to].name) : std::string();
        }
    }

    /// Brings a pointer up to date; false when it leads to something that is gone.
    bool update(std::string& pointer) const {
        if (moved_.empty() && before_ == after_) return true;
        if (!pointer.starts_with(before_)) return true;
        std::string rest = pointer.substr(before_.size());
        const std::size_t name = rest.find('/', 1);  // "/servers/app/cpu"
        const std::size_t end = name == std::string::npos ? rest.size() : rest.find('/', name + 1);
        const auto moved = moved_.find(rest.substr(0, end));
        if (moved != moved_.end()) {
            if (moved->second.empty()) return false;
            rest.replace(0, std::min(end, rest.size()), moved->second);
        }
        pointer = after_ + rest;
        return true;
    }

  private:
    std::string before_;
    std::string after_;
    std::unordered_map<std::string, std::string> moved_;  ///< below the environment; empty: gone
};

/// The figures of one environment.
class CarriedEnvironment {
  public:
    CarriedEnvironment(EnvironmentEstimate estimate, const Environment& before, const Environment& after)
        : result_(std::move(estimate)),
          after_(after),
          servers_(before.servers, after.servers),
          services_(before.services, after.services),
          pointers_(before, after) {
        pointers_.add("servers", before.servers, after.servers, servers_);
        pointers_.add("services", before.services, after.services, services_);
        pointers_.add("managed", before.managed, after.managed, Renumbering(before.managed, after.managed));
    }

    EnvironmentEstimate take() {
        carry_servers();
        carry_placement();
        carry_survival(result_.server_loss);
        carry_survival(result_.zone_loss);
        renumber_services(result_.surges, services_);
        std::erase_if(result_.cost_lines, [&](CostLine& line) { return !pointers_.update(line.where); });
        carry_findings();
        return std::move(result_);
    }

  private:
    void carry_servers() {
        result_.servers = rearranged(std::move(result_.servers), servers_);
        for (std::size_t i = 0; i < after_.servers.size(); ++i) {
            ServerEstimate& server = result_.servers[i];
            server.machines.resize(static_cast<std::size_t>(after_.servers[i].count));
            renumber_services(server.shares, services_);
        }
        result_.needs.clear();
        for (const Service& service : after_.services) result_.needs.push_back(needs_of(service));
        if (!result_.loads.empty()) result_.loads = rearranged(std::move(result_.loads), services_);
        if (result_.tightest && !carry_machine(result_.tightest->server, result_.tightest->machine)) {
            result_.tightest.reset();
        }
    }

    /// False when there is no such machine any more.
    bool carry_machine(std::uint32_t& server, std::uint32_t machine) const {
        return renumber(server, servers_) && machine < result_.servers[server].machines.size();
    }

    void carry_placement() {
        Placement& placement = result_.placement;
        renumber_services(placement.placed, services_);
        std::erase_if(placement.placed, [&](Placed& placed) {
            return placed.replica >= after_.services[placed.service].replicas ||
                   !carry_machine(placed.server, placed.machine);
        });
        renumber_services(placement.unplaced, services_);
        std::erase_if(placement.apart, [&](std::uint32_t& service) { return !renumber(service, services_); });
        sort_by(placement.apart, std::less<>{});
        if (servers_.is_identity()) return;
        for (Unplaced& unplaced : placement.unplaced) {
            std::erase_if(unplaced.refusals,
                          [&](Refusal& refusal) { return !renumber(refusal.server, servers_); });
        }
    }

    void carry_survival(Survival& survival) const {
        std::erase_if(survival.losses, [&](Loss& loss) {
            renumber_services(loss.unplaced, services_);
            return loss.unplaced.empty() || !carry_machine(loss.server, loss.machine);
        });
    }

    void carry_findings() {
        std::erase_if(result_.findings, [&](Finding& finding) {
            for (Fix& fix : finding.fixes) {
                std::erase_if(fix.edits, [&](FieldEdit& edit) { return !pointers_.update(edit.pointer); });
            }
            std::erase_if(finding.fixes, [](const Fix& fix) { return fix.edits.empty(); });
            return !pointers_.update(finding.where);
        });
    }

    EnvironmentEstimate result_;
    const Environment& after_;
    Renumbering servers_;
    Renumbering services_;
    MovedPointers pointers_;
};

}  // namespace

Estimate carried_over(Estimate estimate, const Plan& before, const Plan& after) {
    const Renumbering numbers(before.environments, after.environments);
    Estimate result;
    result.cost = estimate.cost;
    result.environments.resize(after.environments.size());
    const Environment empty;
    std::vector<bool> known(after.environments.size());
    for (std::uint32_t i = 0; i < before.environments.size(); ++i) {
        const auto to = numbers.now_of(i);
        if (!to) continue;
        known[*to] = true;
        result.environments[*to] = CarriedEnvironment(std::move(estimate.environments[i]),
                                                      before.environments[i], after.environments[*to])
                                       .take();
    }
    for (std::size_t i = 0; i < after.environments.size(); ++i) {
        if (!known[i]) result.environments[i] = CarriedEnvironment({}, empty, after.environments[i]).take();
    }
    return result;
}

}  // namespace stowage
