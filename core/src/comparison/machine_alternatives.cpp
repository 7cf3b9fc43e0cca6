// SPDX-License-Identifier: MIT
#include <algorithm>
#include <tuple>

#include "../machine_need.hpp"
#include "region_machines.hpp"
#include "stowage/provider_comparison.hpp"

namespace stowage {
namespace {

constexpr std::size_t kMostSimilar = 5;

/// About the same: from three quarters of it to one and a half times: our choice, which leaves out the next
/// size down and up, half and twice as large.
template <class Quantity>
bool is_about(const std::optional<Quantity>& figure, Quantity size) {
    return figure && *figure * 4 >= size * 3 && *figure * 2 <= size * 3;
}

auto size_of(const InstanceType& type) { return std::tie(type.cpu, type.memory); }

/// Not smaller in either, and larger in one.
bool is_larger(const InstanceType& type, const InstanceType& than) {
    return type.cpu >= than.cpu && type.memory >= than.memory && size_of(type) != size_of(than);
}

class Alternatives {
  public:
    Alternatives(const Plan& plan, const Environment& environment, const EnvironmentEstimate& estimate,
                 std::uint32_t server, const Catalogue& catalogue, const MachineFilter& filter)
        : plan_(plan),
          environment_(environment),
          server_(environment.servers[server]),
          catalogue_(catalogue),
          filter_(filter),
          need_(environment, server_, estimate.servers[server], Sizing::stays),
          machines_(plan.prices, catalogue, {environment.provider, environment.region, environment.hours},
                    filter) {}

    std::vector<MachineAlternative> list() {
        const Price* current =
            catalogue_.find_price(environment_.provider, environment_.region, server_.instance);
        const InstanceType* type = current == nullptr ? nullptr : &catalogue_.types()[current->type];
        if (type != nullptr && type->offering != Offering::compute) type = nullptr;
        if (type != nullptr) {
            add(Alternative::current, *current);
            if (type->cpu && type->memory) add_neighbours(*type);
        }
        add_similar(type);
        if (const RankedMachine* cheapest = need_.is_known() ? machines_.cheapest(need_) : nullptr)
            add(Alternative::cheapest, *cheapest->price);
        return std::move(list_);
    }

  private:
    void add(Alternative kind, const Price& price) {
        const InstanceType& type = catalogue_.types()[price.type];
        const auto applied =
            applied_price(plan_.prices, catalogue_, environment_.provider, environment_.region, type.sku);
        if (!applied) return;
        const Percent discount = server_.discount.value_or(environment_.discount);
        list_.push_back({kind, &type, &price, month_of(*applied, environment_.hours, server_.count, discount),
                         need_.is_carried_by(type, filter_.shared_cpu)});
    }

    /// Of types with the same size the cheapest, then the first.
    void add_neighbours(const InstanceType& current) {
        const Price* smaller = nullptr;
        const Price* larger = nullptr;
        const auto type_of = [&](const Price& price) -> const InstanceType& {
            return catalogue_.types()[price.type];
        };
        for (const Price& price : catalogue_.prices_in(environment_.provider, environment_.region)) {
            const InstanceType& type = type_of(price);
            if (type.offering != Offering::compute || type.family != current.family || !type.cpu ||
                !type.memory) {
                continue;
            }
            const auto is_better = [&](const Price* best, bool closer) {
                return best == nullptr || closer ||
                       (size_of(type) == size_of(type_of(*best)) && price.hourly < best->hourly);
            };
            if (is_larger(current, type) &&
                is_better(smaller, smaller != nullptr && size_of(type) > size_of(type_of(*smaller))))
                smaller = &price;
            if (is_larger(type, current) &&
                is_better(larger, larger != nullptr && size_of(type) < size_of(type_of(*larger))))
                larger = &price;
        }
        if (smaller != nullptr) add(Alternative::smaller, *smaller);
        if (larger != nullptr) add(Alternative::larger, *larger);
    }

    /// To the present type, or without one to the planned size.
    void add_similar(const InstanceType* current) {
        Resources size = need_.size();
        if (current != nullptr) size = {current->cpu.value_or(MilliCpu{}), current->memory.value_or(Bytes{})};
        if (size.cpu.is_zero() || size.memory.is_zero()) return;
        std::size_t count = 0;
        for (const RankedMachine& machine : machines_.allowed()) {
            const InstanceType& type = *machine.type;
            const bool own_series = current != nullptr && type.family == current->family;
            const bool withheld = type.cpu_class == CpuClass::shared && !filter_.shared_cpu;
            if (own_series || withheld || !is_about(type.cpu, size.cpu) ||
                !is_about(type.memory, size.memory))
                continue;
            add(Alternative::similar, *machine.price);
            if (++count == kMostSimilar) return;
        }
    }

    const Plan& plan_;
    const Environment& environment_;
    const Server& server_;
    const Catalogue& catalogue_;
    const MachineFilter& filter_;
    MachineNeed need_;
    RegionMachines machines_;
    std::vector<MachineAlternative> list_;
};

}  // namespace

std::string_view name_of(Alternative alternative) {
    switch (alternative) {
        case Alternative::current: return "current";
        case Alternative::smaller: return "smaller";
        case Alternative::larger: return "larger";
        case Alternative::similar: return "similar";
        case Alternative::cheapest: return "cheapest";
    }
    return "similar";
}

std::vector<MachineAlternative> machine_alternatives(const Plan& plan, const Environment& environment,
                                                     const EnvironmentEstimate& estimate,
                                                     std::uint32_t server, const Catalogue& catalogue,
                                                     const MachineFilter& filter) {
    return Alternatives(plan, environment, estimate, server, catalogue, filter).list();
}

}  // namespace stowage
