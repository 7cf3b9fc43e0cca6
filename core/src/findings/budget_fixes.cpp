// SPDX-License-Identifier: MIT
#include "budget_fixes.hpp"

#include <algorithm>
#include <optional>

#include "instance_fixes.hpp"
#include "stowage/sort_by.hpp"

namespace stowage {
namespace {

/// The dearest servers are looked at, and the best changes proposed: a list of hundreds helps nobody.
constexpr std::size_t kMostServers = 8;
constexpr std::size_t kMostFixes = 3;

/// A server's machines on the bill.
struct RentedServer {
    std::size_t index = 0;
    Money month;
};

std::vector<RentedServer> dearest_servers(const Examined& examined) {
    std::vector<RentedServer> rented;
    const auto& servers = examined.environment.servers;
    for (std::size_t i = 0; i < servers.size(); ++i) {
        if (servers[i].cost || examined.types[i] == nullptr) continue;
        const CostLine* line =
            find_cost_line(examined.estimate.cost_lines, examined.pointer_to("servers", servers[i].name), i);
        if (line != nullptr && line->priced) rented.push_back({i, line->low});
    }
    sort_by(rented, [](const RentedServer& a, const RentedServer& b) { return a.month > b.month; });
    if (rented.size() > kMostServers) rented.resize(kMostServers);
    return rented;
}

/// By a price that is not known to be out of date.
const Price* cheapest_instead(const Examined& examined, std::size_t index) {
    const Environment& environment = examined.environment;
    const MachineNeed need(environment, environment.servers[index], examined.estimate.servers[index],
                           Sizing::stays);
    const Price* best = cheapest_that_carries(examined, need, examined.types[index]->architecture);
    return best != nullptr && examined.catalogue.sources()[best->source].stale ? nullptr : best;
}

/// A month of the server's machines with another instance, as a bill counts it.
std::optional<Money> month_with(const Examined& examined, Server server, const std::string& sku) {
    const Environment& environment = examined.environment;
    Environment alone;
    alone.provider = environment.provider;
    alone.region = environment.region;
    alone.hours = environment.hours;
    alone.discount = environment.discount;
    server.instance = sku;
    alone.servers.push_back(std::move(server));
    const auto lines = cost_lines(examined.plan, alone, examined.catalogue);
    if (lines.empty() || !lines.front().priced) return std::nullopt;
    return lines.front().low;
}

}  // namespace

std::vector<Fix> rent_what_is_cheaper(const Examined& examined) {
    struct Saving {
        Money amount;
        Fix fix;
    };
    std::vector<Saving> savings;
    for (const RentedServer& rented : dearest_servers(examined)) {
        const Price* price = cheapest_instead(examined, rented.index);
        if (price == nullptr) continue;
        const Server& server = examined.environment.servers[rented.index];
        const std::string& sku = examined.catalogue.types()[price->type].sku;
        const auto month = month_with(examined, server, sku);
        if (!month || *month >= rented.month) continue;
        savings.push_back(
            {rented.month - *month,
             {"Rent " + sku + " for " + label_of(server) + " at " + show_money(*month) +
                  " a month instead of " + show_money(rented.month),
              {{child_pointer(examined.pointer_to("servers", server.name), "instance"), sku}}}});
    }
    sort_by(savings, [](const Saving& a, const Saving& b) { return a.amount > b.amount; });
    std::vector<Fix> fixes;
    for (std::size_t i = 0; i < std::min(savings.size(), kMostFixes); ++i)
        fixes.push_back(std::move(savings[i].fix));
    return fixes;
}

}  // namespace stowage
