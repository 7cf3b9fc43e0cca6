// SPDX-License-Identifier: MIT
#include "bill.hpp"

#include <algorithm>
#include <array>

#include "rate_charges.hpp"
#include "stowage/decimal.hpp"
#include "stowage/limits.hpp"
#include "stowage/plan_pointer.hpp"
#include "stowage/quantity_text.hpp"

namespace stowage {
namespace {

/// What the lists write behind a database that is rented as a pair, and behind the storage of both.
constexpr std::array<std::string_view, 2> kPairs{":multi-az", ":ha"};

/// Without amounts, or a rate for its currency, the cost is no price.
void apply_own_cost(CostLine& line, const OwnCost& cost, const std::vector<ExchangeRate>& rates,
                    Duration hours) {
    const auto* owned = std::get_if<OwnedCost>(&cost);
    if (owned != nullptr && lacks_amounts(*owned)) {
        line.reason = kNoPurchase;
        return;
    }
    const auto amounts = amounts_of(cost, rates, hours, line.quantity);
    if (!amounts) {
        line.reason = "the plan has no exchange rate for " + currency_of(cost);
        return;
    }
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

/// What was bought holds its disk, and nobody sells one to a machine of no provider that has a price.
bool disk_is_paid(const std::optional<OwnCost>& cost, const Environment& environment) {
    return cost && (environment.provider.empty() || std::holds_alternative<OwnedCost>(*cost));
}

/// The sku of a database's storage: of a pair that of both, where the plan does not name one.
std::string storage_sku(const Managed& managed) {
    for (const std::string_view pair : kPairs) {
        if (managed.instance.ends_with(pair) && managed.storage_type.find(':') == std::string::npos)
            return managed.storage_type + std::string(pair);
    }
    return managed.storage_type;
}

/// "1.5 units x 730 h x 0.008/h" of a device that counts as more or less than one; else empty.
std::string formula_of_several(const ListPrice& price, const Use& use) {
    if (use.millionths == Use{}.millionths) return {};
    const std::string units = format_shortest(use.millionths, 6) + " units x ";
    const bool by_hour = price.unit == PriceUnit::hour;
    return units + (by_hour ? format_month_hours(use.hours) + " h x " : std::string{}) +
           format_list_price(price) + (by_hour ? "/h" : "");
}

/// What a rate is asked for.
struct Rated {
    CostCategory category{};
    RateItem item{};
    std::string_view title;  ///< of the item where the plan has no name for it
    std::string sku;
    std::int64_t quantity = 1;
    Use use;
};

/// Lines of one environment, with what every line needs.
class BillWriter {
  public:
    BillWriter(const Plan& plan, const PriceBasis& basis, const Environment& environment,
               const Catalogue& catalogue, bool with_prices)
        : plan_(plan),
          basis_(basis),
          environment_(environment),
          catalogue_(catalogue),
          with_prices_(with_prices) {}

    Bill write() {
        for (const Server& server : environment_.servers) add_server(server);
        for (const Server& server : environment_.servers) add_disk(server);
        for (const Managed& managed : environment_.managed) add_managed(managed);
        add_storage();
        add_network();
        return std::move(bill_);
    }

  private:
    template <class Rented>
    CostLine line_of(CostCategory category, std::string_view list, const Rented& rented) const {
        CostLine line;
        line.category = category;
        line.item = label_of(rented);
        line.where = pointer_to(environment_, list, rented.name);
        line.quantity = rented.count;
        return line;
    }

    void add_server(const Server& server) {
        CostLine line = line_of(CostCategory::server, "servers", server);
        line.sku = server.instance;
        if (server.cost) {
            apply_own_cost(line, *server.cost, plan_.exchange, environment_.hours);
        } else if (!server.instance.empty()) {
            apply_list_price(line, server.discount.value_or(environment_.discount));
        }
        bill_.lines.push_back(std::move(line));
    }

    void add_disk(const Server& server) {
        if (!server.disk || disk_is_paid(server.cost, environment_)) return;
        CostLine line = line_of(CostCategory::disk, "servers", server);
        line.where = child_pointer(line.where, "disk");
        const Use use{kBillingMonth, server.disk, {}};
        apply_rate(line, RateItem::disk, server.disk_type, use, environment_.discount,
                   limits::kDiskCost * server.count);
        bill_.lines.push_back(std::move(line));
    }

    void add_managed(const Managed& managed) {
        CostLine line = line_of(CostCategory::managed, "managed", managed);
        line.sku = managed.instance;
        if (managed.cost) {
            apply_own_cost(line, *managed.cost, plan_.exchange, environment_.hours);
        } else if (!managed.instance.empty()) {
            const Percent discount = managed.discount.value_or(environment_.discount);
            apply_list_price(line, discount);
            if (!line.priced) apply_cache_memory(line, managed, discount);
        }
        if (managed.max_cost) line.high = std::max(line.low, *managed.max_cost);
        bill_.lines.push_back(std::move(line));
    }

    /// A cache may be priced by its memory instead of by the machine.
    void apply_cache_memory(CostLine& line, const Managed& managed, Percent discount) {
        if (!applied_rate(basis_, catalogue_, environment_, RateItem::cache_memory, managed.instance)) return;
        if (!managed.memory) {
            line.reason = "it is priced by its memory, and none is stated";
            return;
        }
        apply_rate(line, RateItem::cache_memory, managed.instance, {environment_.hours, managed.memory, {}},
                   discount, limits::kMonthlyCost * managed.count);
    }

    /// max_cost of a database is the most for its machine and its storage together.
    void add_storage() {
        const std::size_t first = bill_.lines.size() - environment_.managed.size();
        for (std::size_t i = 0; i < environment_.managed.size(); ++i) {
            const Managed& managed = environment_.managed[i];
            if (!managed.storage || disk_is_paid(managed.cost, environment_)) continue;
            CostLine line = line_of(CostCategory::storage, "managed", managed);
            line.where = child_pointer(line.where, "storage");
            const Use use{kBillingMonth, managed.storage, {}};
            apply_rate(line, RateItem::database_storage, storage_sku(managed), use, environment_.discount,
                       limits::kDiskCost * managed.count);
            CostLine& machine = bill_.lines[first + i];
            if (managed.max_cost) machine.high = std::max(machine.low, *managed.max_cost - line.high);
            bill_.lines.push_back(std::move(line));
        }
    }

    void add_network() {
        const Network& network = environment_.network;
        const Use always{kBillingMonth, {}, {}};
        const std::string& balancer = network.load_balancer_type;
        if (network.load_balancers > 0) {
            add_rated("load_balancers", {CostCategory::load_balancer, RateItem::load_balancer,
                                         "load balancers", balancer, network.load_balancers, always});
        }
        if (network.load_balancers > 0 && network.load_balancer_capacity) {
            Use capacity = always;
            capacity.millionths = scaled(*network.load_balancer_capacity, capacity.millionths).value_or(0);
            add_rated("load_balancer_capacity",
                      {CostCategory::load_balancer, RateItem::load_balancer_capacity,
                       "load balancer capacity", balancer, network.load_balancers, capacity});
        }
        add_traffic("load_balancer_data",
                    {CostCategory::load_balancer,
                     RateItem::load_balancer_data,
                     "load balancer traffic",
                     balancer,
                     1,
                     {}},
                    network.load_balancer_data);
        if (network.nat_gateways > 0) {
            add_rated(
                "nat_gateways",
                {CostCategory::nat, RateItem::nat_gateway, "NAT gateways", {}, network.nat_gateways, always});
        }
        add_traffic("nat_data", {CostCategory::nat, RateItem::nat_data, "NAT traffic", {}, 1, {}},
                    network.nat_data);
        if (network.public_addresses > 0) {
            add_rated("public_addresses", {CostCategory::address,
                                           RateItem::public_address,
                                           "public addresses",
                                           {},
                                           network.public_addresses,
                                           always});
        }
        add_traffic("egress", {CostCategory::egress, RateItem::egress, "egress", {}, 1, {}}, network.egress);
        constexpr std::int64_t kEnds = 2;  // both are billed
        add_traffic("cross_zone",
                    {CostCategory::cross_zone, RateItem::cross_zone, "cross-zone traffic", {}, kEnds, {}},
                    network.cross_zone);
    }

    void add_traffic(std::string_view key, Rated rated, std::optional<Bytes> traffic) {
        if (!traffic) return;
        rated.use.passed = traffic;
        add_rated(key, rated);
    }

    void add_rated(std::string_view key, const Rated& rated) {
        CostLine line;
        line.category = rated.category;
        line.item = rated.title;
        line.where = pointer_to(environment_, "network", key);
        line.quantity = rated.quantity;
        apply_rate(line, rated.item, rated.sku, rated.use, environment_.discount, limits::kMonthlyCost);
        bill_.lines.push_back(std::move(line));
    }

    void apply_list_price(CostLine& line, Percent discount) {
        const auto price =
            applied_price(basis_, catalogue_, environment_.provider, environment_.region, line.sku);
        if (!price) return;
        line.priced = true;
        line.unit_price = price->hourly;
        line.hours = environment_.hours;
        line.discount = discount;
        line.low = line.high = month_of(*price, line.hours, line.quantity, discount);
        if (is_capped(*price, line.hours)) line.month_cap = price->month_cap;
        put_source(line, *price);
        if (!with_prices_ || price->own) return;
        bill_.prices.push_back({price_name(environment_.provider, environment_.region, line.sku),
                                per_hour(price->hourly, price->month_cap), price->kept});
    }

    /// `most`: what the line may come to at most before a discount.
    void apply_rate(CostLine& line, RateItem item, const std::string& sku, const Use& use, Percent discount,
                    Money most) {
        const auto rate = applied_rate(basis_, catalogue_, environment_, item, sku);
        if (!rate) {
            if (!sku.empty()) line.reason = sku + " is not listed in " + environment_.region;
            return;
        }
        line.sku = rate->sku;
        line.unit = rate->price.unit;
        put_source(line, *rate);
        if (with_prices_ && !rate->own)
            bill_.prices.push_back({rate_name(environment_, item, sku), rate->price, rate->kept});
        RateAmount amount = amount_at(rate->price, use);
        line.charges = std::move(amount.charges);
        line.formula = formula_of_several(rate->price, use);
        line.reason = std::move(amount.reason);
        if (!line.reason.empty()) return;
        const auto money = money_of(amount, line.quantity, discount, most);
        if (!money) {
            line.reason = "it passes " + show_money(most) + " a month, the most that a line counts";
            return;
        }
        line.priced = true;
        line.discount = discount;
        line.low = line.high = *money;
        if (amount.capped) line.month_cap = rate->price.month_cap;
    }

    template <class Applied>
    static void put_source(CostLine& line, const Applied& applied) {
        line.kept = applied.kept;
        line.stale = applied.stale;
        line.date = applied.date;
        line.source = applied.source;
    }

    const Plan& plan_;
    const PriceBasis& basis_;
    const Environment& environment_;
    const Catalogue& catalogue_;
    bool with_prices_;
    Bill bill_;
};

}  // namespace

Bill bill_of(const Plan& plan, const PriceBasis& basis, const Environment& environment,
             const Catalogue& catalogue, bool with_prices) {
    return BillWriter(plan, basis, environment, catalogue, with_prices).write();
}

std::vector<CostLine> cost_lines(const Plan& plan, const Environment& environment,
                                 const Catalogue& catalogue) {
    return bill_of(plan, plan.prices, environment, catalogue, false).lines;
}

}  // namespace stowage
