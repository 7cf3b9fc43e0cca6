// SPDX-License-Identifier: MIT
#include "stowage/references.hpp"

#include <algorithm>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "stowage/catalogue.hpp"
#include "stowage/json_pointer.hpp"
#include "stowage/limits.hpp"
#include "stowage/refusal.hpp"

namespace stowage {
namespace {

using Names = std::unordered_set<std::string_view>;

/// Machines are priced per hour, everything else per what it is sold by.
bool is_priced_as_sold(const OwnPrice& row) {
    if (const auto* item = std::get_if<RateItem>(&row.item)) return is_priced_per(*item, row.price.unit);
    return hourly_of(row.price).has_value();
}

std::string accepted_price(const CatalogueItem& sold) {
    const auto* item = std::get_if<RateItem>(&sold);
    if (item == nullptr) return "a price per hour such as 0.34, or 0.00893 at most 6/month";
    std::string units;
    for (const PriceUnit unit : kPriceUnits) {
        if (is_priced_per(*item, unit))
            units += (units.empty() ? "a price per " : ", ") + std::string(name_of(unit));
    }
    return units;
}

class Checker {
  public:
    void check(const Plan& plan) {
        if (!plan.prices.used.empty() && plan.prices.snapshot.empty()) {
            fail({ErrorCode::missing, "the snapshot that the used prices are of is missing",
                  "an id such as 2026-11-23 beside used", "/prices/snapshot"});
        }
        const std::string environments = "/environments";
        names_of(plan.environments, environments);
        names_of(plan.exchange, "/exchange");
        check_own_prices(plan.prices.own);
        for (const Environment& environment : plan.environments) {
            const std::string at = child_pointer(environments, environment.name);
            check(environment, at);
            check_costs(plan, environment, at);
        }
        limit(servers_, limits::kServers, "servers", environments);
        limit(replicas_, limits::kReplicas, "replicas", environments);
        limit(services_, limits::kServices, "services", environments);
        limit(managed_, limits::kManaged, "managed services", environments);
    }

    Errors errors;

  private:
    void check_own_prices(const std::vector<OwnPrice>& own) {
        const std::string list = "/prices/own";
        names_of(own, list);
        for (const OwnPrice& row : own) {
            if (!parts_of_price_name(row.name)) {
                fail({ErrorCode::syntax,
                      "the own price \"" + row.name + "\" names no provider, region and sku",
                      "provider/region/sku such as aws/us-east-1/t3.large", child_pointer(list, row.name)});
            } else if (!is_priced_as_sold(row)) {
                fail({ErrorCode::unit,
                      in_quotes(name_of(row.item)) + " has no price per " +
                          std::string(name_of(row.price.unit)),
                      accepted_price(row.item), child_pointer(child_pointer(list, row.name), "price")});
            } else if (row.baseline && row.cpu_class != CpuClass::burstable) {
                fail({ErrorCode::missing, "a baseline of a type that is not burstable", "class: burstable",
                      child_pointer(child_pointer(list, row.name), "baseline")});
            }
        }
    }

    template <class Rented>
    void check_cost(const Plan& plan, const Rented& rented, const std::string& list) {
        if (!rented.cost) return;
        const auto at = [&] { return child_pointer(child_pointer(list, rented.name), "cost"); };
        const std::string& currency = currency_of(*rented.cost);
        if (!currency.empty() && find_named(plan.exchange, currency) == nullptr) {
            fail({ErrorCode::dangling_name, "the plan has no exchange rate for " + currency,
                  "exchange: {" + currency + ": {rate: 1.08, date: 2026-11-01}} at the top of the plan",
                  at()});
        } else if (!is_within_limits(*rented.cost, plan.exchange)) {
            fail({ErrorCode::out_of_range, "a month of one would cost more than 1000000 dollars",
                  "at most 1000000 dollars a month", at()});
        }
    }

    void check_costs(const Plan& plan, const Environment& environment, const std::string& pointer) {
        for (const Server& server : environment.servers) {
            check_cost(plan, server, child_pointer(pointer, "servers"));
        }
        for (const Managed& managed : environment.managed) {
            check_cost(plan, managed, child_pointer(pointer, "managed"));
        }
    }

    void check(const Environment& environment, const std::string& pointer) {
        const std::string services_at = child_pointer(pointer, "services");
        const std::string managed_at = child_pointer(pointer, "managed");
        const Names servers = names_of(environment.servers, child_pointer(pointer, "servers"));
        const Names services = names_of(environment.services, services_at);
        names_of(environment.managed, managed_at);
        for (const Server& server : environment.servers) servers_ += server.count;
        for (const Service& service : environment.services) {
            // Pointers are made for what is wrong only: a plan is checked at every edit.
            if (is_unknown(servers, service.server)) {
                const std::string at = child_pointer(services_at, service.name);
                refuse(environment.servers, service.server, "server", child_pointer(at, "server"));
            }
            for (const Call& call : service.calls) {
                if (!is_unknown(services, call.name)) continue;
                const std::string at = child_pointer(child_pointer(services_at, service.name), "calls");
                refuse(environment.services, call.name, "service", child_pointer(at, call.name));
            }
            replicas_ += service.replicas;
        }
        for (const Managed& managed : environment.managed) {
            if (is_unknown(services, managed.for_service)) {
                const std::string at = child_pointer(managed_at, managed.name);
                refuse(environment.services, managed.for_service, "service", child_pointer(at, "for"));
            }
            managed_ += managed.count;
        }
        services_ += static_cast<std::int64_t>(environment.services.size());
    }

    void fail(Error error) {
        if (errors.size() < limits::kErrors) errors.push_back(std::move(error));
    }

    template <class T>
    Names names_of(const std::vector<T>& list, const std::string& pointer) {
        Names names;
        names.reserve(list.size());
        for (const T& element : list) {
            if (names.insert(element.name).second) continue;
            fail({ErrorCode::duplicate,
                  "the name \"" + element.name + "\" stands here twice",
                  {},
                  child_pointer(pointer, element.name)});
        }
        return names;
    }

    /// True for a reference to nothing that still finds room among the errors.
    [[nodiscard]] bool is_unknown(const Names& names, const std::string& name) const {
        return !name.empty() && errors.size() < limits::kErrors && !names.contains(name);
    }

    template <class T>
    void refuse(const std::vector<T>& known, const std::string& name, std::string_view what,
                std::string pointer) {
        std::string list;
        constexpr std::size_t kShown = 10;  // enough to see the naming, short enough for a message
        for (std::size_t i = 0; i < std::min(kShown, known.size()); ++i) {
            list += (list.empty() ? "" : ", ") + known[i].name;
        }
        fail({ErrorCode::dangling_name,
              "no " + std::string(what) + " of this environment is named \"" + name + "\"", std::move(list),
              std::move(pointer)});
    }

    void limit(std::int64_t count, std::int64_t most, std::string_view what, const std::string& pointer) {
        if (count <= most) return;
        fail({ErrorCode::out_of_range,
              "the plan has " + std::to_string(count) + " " + std::string(what) + " in all",
              "at most " + std::to_string(most), pointer});
    }

    std::int64_t servers_ = 0;
    std::int64_t replicas_ = 0;
    std::int64_t services_ = 0;
    std::int64_t managed_ = 0;
};

}  // namespace

Errors check_references(const Plan& plan) {
    Checker checker;
    checker.check(plan);
    return std::move(checker.errors);
}

}  // namespace stowage
