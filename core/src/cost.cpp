// SPDX-License-Identifier: MIT
#include "stowage/cost.hpp"

#include <algorithm>

#include "stowage/plan_pointer.hpp"
#include "stowage/quantity_text.hpp"

namespace stowage {
namespace {

constexpr std::string_view kOwnCost = "own cost";

/// Without a rate for its currency the cost is no price.
void apply_own_cost(CostLine& line, const OwnCost& cost, const std::vector<ExchangeRate>& rates,
                    Duration hours) {
    const auto amounts = amounts_of(cost, rates, hours, line.quantity);
    if (!amounts) return;
    line.priced = true;
    line.source = kOwnCost;
    line.low = amounts->low;
    line.high = amounts->high;
    const auto* hourly = std::get_if<HourlyCost>(&cost);
    if (hourly != nullptr) line.hours = hours;
    if (!currency_of(cost).empty() || std::holds_alternative<OwnedCost>(cost)) {
        line.formula = formula_of(cost, rates, hours);
    } else if (hourly != nullptr && hourly->low == hourly->high) {
        line.unit_price = hourly->low;
    }
}

/// Lines of one environment, with what every line needs.
class Bill {
  public:
    Bill(const Plan& plan, const Environment& environment, const Catalogue& catalogue)
        : plan_(plan), environment_(environment), catalogue_(catalogue) {}

    std::vector<CostLine> lines() {
        for (const Server& server : environment_.servers) {
            add_rented(CostCategory::server, "servers", server);
        }
        for (const Server& server : environment_.servers) {
            if (server.disk) add_unpriced(CostCategory::disk, server, "servers", "disk", server.count);
        }
        for (const Managed& managed : environment_.managed) {
            CostLine& line = add_rented(CostCategory::managed, "managed", managed);
            if (managed.max_cost) line.high = std::max(line.low, *managed.max_cost);
        }
        if (environment_.network.egress) {
            CostLine line;
            line.category = CostCategory::egress;
            line.item = "egress";
            line.where = pointer_to(environment_, "network", "egress");
            lines_.push_back(std::move(line));
        }
        return std::move(lines_);
    }

  private:
    template <class Rented>
    CostLine& add_rented(CostCategory category, std::string_view list, const Rented& rented) {
        CostLine line;
        line.category = category;
        line.item = label_of(rented);
        line.where = pointer_to(environment_, list, rented.name);
        line.sku = rented.instance;
        line.quantity = rented.count;
        if (rented.cost) {
            apply_own_cost(line, *rented.cost, plan_.exchange, environment_.hours);
        } else if (!rented.instance.empty()) {
            apply_list_price(line, rented.discount.value_or(environment_.discount));
        }
        lines_.push_back(std::move(line));
        return lines_.back();
    }

    void apply_list_price(CostLine& line, Percent discount) {
        const auto price =
            applied_price(plan_.prices, catalogue_, environment_.provider, environment_.region, line.sku);
        if (!price) return;
        line.priced = true;
        line.kept = price->kept;
        line.unit_price = price->hourly;
        line.hours = environment_.hours;
        line.discount = discount;
        line.low = line.high = cost_of(price->hourly, line.hours, line.quantity, discount);
        line.date = price->date;
        line.source = price->source;
    }

    void add_unpriced(CostCategory category, const Server& server, std::string_view list,
                      std::string_view key, std::int64_t quantity) {
        CostLine line;
        line.category = category;
        line.item = label_of(server);
        line.where = child_pointer(pointer_to(environment_, list, server.name), key);
        line.quantity = quantity;
        lines_.push_back(std::move(line));
    }

    const Plan& plan_;
    const Environment& environment_;
    const Catalogue& catalogue_;
    std::vector<CostLine> lines_;
};

}  // namespace

std::string_view name_of(CostCategory category) {
    switch (category) {
        case CostCategory::server: return "server";
        case CostCategory::disk: return "disk";
        case CostCategory::managed: return "managed";
        case CostCategory::storage: return "storage";
        case CostCategory::load_balancer: return "load_balancer";
        case CostCategory::nat: return "nat";
        case CostCategory::address: return "address";
        case CostCategory::egress: return "egress";
        case CostCategory::cross_zone: return "cross_zone";
    }
    return "server";
}

std::string_view title_of(CostCategory category) {
    switch (category) {
        case CostCategory::managed: return "add-on";
        case CostCategory::storage: return "database storage";
        case CostCategory::load_balancer: return "load balancer";
        case CostCategory::nat: return "NAT gateway";
        case CostCategory::address: return "public address";
        case CostCategory::egress: return "traffic";
        case CostCategory::cross_zone: return "traffic between zones";
        case CostCategory::server:
        case CostCategory::disk: break;
    }
    return name_of(category);
}

Cost& Cost::operator+=(const Cost& other) {
    low += other.low;
    high += other.high;
    complete = complete && other.complete;
    return *this;
}

std::string show_cost(const Cost& cost) { return show_cost(cost.low, cost.high, cost.complete); }

std::string show_cost(const CostLine& line) {
    if (line.priced) return show_cost(line.low, line.high, true);
    return line.high.is_zero() ? "no price" : "no price, up to " + show_money(line.high);
}

std::string price_name(std::string_view provider, std::string_view region, std::string_view sku) {
    return std::string(provider) + "/" + std::string(region) + "/" + std::string(sku);
}

std::optional<AppliedPrice> applied_price(const PriceBasis& basis, const Catalogue& catalogue,
                                          std::string_view provider, std::string_view region,
                                          std::string_view sku) {
    const Price* listed = catalogue.find_price(provider, region, sku);
    const UsedPrice* used = find_named(basis.used, price_name(provider, region, sku));
    if (used != nullptr &&
        (listed == nullptr || used->price != per_hour(listed->hourly, listed->month_cap))) {
        const auto hourly = hourly_of(used->price);
        if (!hourly) return std::nullopt;
        return AppliedPrice{*hourly, used->price.month_cap,
                            false,   true,
                            "",      "price of snapshot " + basis.snapshot + ", kept in the plan"};
    }
    if (listed == nullptr) return std::nullopt;
    const PriceSource& source = catalogue.sources()[listed->source];
    return AppliedPrice{listed->hourly, listed->month_cap, source.stale, false, source.date, source.text};
}

std::vector<CostLine> cost_lines(const Plan& plan, const Environment& environment,
                                 const Catalogue& catalogue) {
    return Bill(plan, environment, catalogue).lines();
}

Cost total_of(std::span<const CostLine> lines) {
    Cost total;
    for (const CostLine& line : lines) total += Cost{line.low, line.high, line.priced};
    return total;
}

const CostLine* find_cost_line(std::span<const CostLine> lines, std::string_view where, std::size_t guess) {
    if (guess < lines.size() && lines[guess].where == where) return &lines[guess];
    for (const CostLine& line : lines) {
        if (line.where == where) return &line;
    }
    return nullptr;
}

Plan with_prices_used(Plan plan, const Catalogue& catalogue) {
    std::vector<UsedPrice> used;
    bool other_snapshot = false;
    for (const Environment& environment : plan.environments) {
        for (const CostLine& line : cost_lines(plan, environment, catalogue)) {
            if (line.sku.empty() || !line.unit_price || line.source == kOwnCost) continue;
            other_snapshot = other_snapshot || (line.kept && plan.prices.snapshot != catalogue.snapshot());
            std::string name = price_name(environment.provider, environment.region, line.sku);
            if (find_named(used, name) == nullptr)
                used.push_back({std::move(name), per_hour(*line.unit_price)});
        }
    }
    if (other_snapshot) {
        const auto is_new = [&](const UsedPrice& price) {
            return find_named(plan.prices.used, price.name) == nullptr;
        };
        used.erase(std::remove_if(used.begin(), used.end(), is_new), used.end());
    } else if (!used.empty()) {
        plan.prices.snapshot = catalogue.snapshot();
    }
    plan.prices.used = std::move(used);
    return plan;
}

}  // namespace stowage
