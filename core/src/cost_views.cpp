// SPDX-License-Identifier: MIT
#include "stowage/cost_views.hpp"

#include <algorithm>
#include <unordered_map>

#include "cost_apportionment.hpp"
#include "stowage/plan_pointer.hpp"
#include "stowage/quantity_text.hpp"

namespace stowage {
namespace {

/// Servers that the rule of one row names; a service may run on thousands.
constexpr std::size_t kNamedServers = 4;

bool is_network(CostCategory category) {
    switch (category) {
        case CostCategory::load_balancer:
        case CostCategory::nat:
        case CostCategory::address:
        case CostCategory::egress:
        case CostCategory::cross_zone: return true;
        case CostCategory::server:
        case CostCategory::disk:
        case CostCategory::managed:
        case CostCategory::storage: break;
    }
    return false;
}

/// "/environments/e/servers/app" of "/environments/e/servers/app/disk".
std::string_view element_of(std::string_view pointer) {
    constexpr int kTokens = 4;
    std::size_t end = 0;
    for (int token = 0; token < kTokens && end != std::string_view::npos; ++token) {
        end = pointer.find('/', end + 1);
    }
    return pointer.substr(0, end);
}

/// The bill by what its lines are about: servers with their disks, managed services with their storage.
class ElementCosts {
  public:
    explicit ElementCosts(const EnvironmentEstimate& estimate) {
        for (const CostLine& line : estimate.cost_lines) {
            (is_network(line.category) ? network_ : costs_[element_of(line.where)]) += cost_of(line);
        }
    }

    [[nodiscard]] Cost of(const std::string& pointer) const {
        const auto found = costs_.find(pointer);
        return found == costs_.end() ? Cost{} : found->second;
    }
    [[nodiscard]] const Cost& network() const { return network_; }

  private:
    std::unordered_map<std::string_view, Cost> costs_;
    Cost network_;
};

bool has_cost(const Cost& cost) { return !cost.low.is_zero() || !cost.high.is_zero() || !cost.complete; }

/// Rows of a view; those without cost stay out.
class CostRows {
  public:
    void add(CostShare row) {
        if (has_cost(row.cost)) rows_.push_back(std::move(row));
    }
    void add_network(const Environment& environment, const Cost& cost) {
        add({"network", child_pointer(pointer_to(environment), "network"), cost,
             "traffic and what carries it"});
    }
    std::vector<CostShare> take() { return std::move(rows_); }

  private:
    std::vector<CostShare> rows_;
};

std::vector<CostShare> shares_by_server(const Environment& environment, const EnvironmentEstimate& estimate) {
    const ElementCosts costs(estimate);
    CostRows rows;
    for (const Server& server : environment.servers) {
        std::string where = pointer_to(environment, "servers", server.name);
        const Cost cost = costs.of(where);
        rows.add({label_of(server), std::move(where), cost,
                  std::to_string(server.count) + (server.count == 1 ? " machine" : " machines") +
                      (server.disk ? " and disks" : "")});
    }
    for (const Managed& managed : environment.managed) {
        std::string where = pointer_to(environment, "managed", managed.name);
        const Cost cost = costs.of(where);
        rows.add({label_of(managed), std::move(where), cost, "managed service"});
    }
    rows.add_network(environment, costs.network());
    return rows.take();
}

std::vector<CostShare> shares_by_category(const EnvironmentEstimate& estimate) {
    CostRows rows;
    const auto& lines = estimate.cost_lines;
    for (auto line = lines.begin(); line != lines.end();) {  // in the order of CostCategory
        const CostCategory category = line->category;
        Cost cost;
        std::size_t count = 0;
        for (; line != lines.end() && line->category == category; ++line, ++count) cost += cost_of(*line);
        rows.add({std::string(title_of(category)),
                  {},
                  cost,
                  std::to_string(count) + (count == 1 ? " position" : " positions")});
    }
    return rows.take();
}

/// A row while its parts are collected.
struct OpenRow {
    CostShare row;
    std::size_t parts = 0;

    void add(const Cost& cost, const std::string& rule) {
        row.cost += cost;
        if (parts < kNamedServers) row.rule += (parts == 0 ? "" : "; ") + rule;
        ++parts;
    }
    CostShare close() {
        if (parts > kNamedServers) row.rule += "; and " + std::to_string(parts - kNamedServers) + " more";
        return std::move(row);
    }
};

/// CostView::service.
class ServiceShares {
  public:
    ServiceShares(const Environment& environment, const EnvironmentEstimate& estimate)
        : environment_(environment), estimate_(estimate), costs_(estimate) {
        unused_.row.item = kUnusedHeadroom;
        services_.resize(environment.services.size());
        for (std::size_t i = 0; i < services_.size(); ++i) {
            const Service& service = environment.services[i];
            index_.emplace(service.name, i);
            services_[i].row.item = label_of(service);
            services_[i].row.where = pointer_to(environment, "services", service.name);
        }
        for (std::size_t i = 0; i < environment.servers.size(); ++i) divide(i);
        for (const Managed& managed : environment.managed) assign(managed);
    }

    std::vector<CostShare> rows() {
        CostRows rows;
        for (OpenRow& service : services_) rows.add(service.close());
        for (CostShare& row : others_) rows.add(std::move(row));
        rows.add_network(environment_, costs_.network());
        rows.add(unused_.close());
        return rows.take();
    }
    [[nodiscard]] const Cost& unused() const { return unused_.row.cost; }

  private:
    /// The cost of one pool among the services that run on it.
    void divide(std::size_t index) {
        const Server& server = environment_.servers[index];
        const std::string where = pointer_to(environment_, "servers", server.name);
        const Cost cost = costs_.of(where);
        if (!has_cost(cost)) return;
        const ServerEstimate& figures = estimate_.servers[index];
        const PoolFractions fractions(figures);
        if (!fractions.known()) {
            others_.push_back(
                {label_of(server), where, cost, "its size is unknown: not divided among its services"});
            return;
        }
        CostApportionment parts(cost, fractions.whole());
        for (const ServiceShare& share : figures.shares) {
            const PoolFraction fraction = fractions.of(share.used);
            if (fraction.part == 0) continue;
            services_[share.service].add(parts.next(fraction.part),
                                         rule_of_part(server, figures, share, fraction, fractions));
        }
        if (fractions.used() < fractions.whole()) {
            unused_.add(parts.rest(), show_fraction(fractions.whole() - fractions.used(), fractions.whole()) +
                                          " of " + label_of(server));
        }
    }

    /// "50% of App server (CPU 4 cores of 8 cores)".
    static std::string rule_of_part(const Server& server, const ServerEstimate& figures,
                                    const ServiceShare& share, const PoolFraction& fraction,
                                    const PoolFractions& fractions) {
        return show_fraction(fraction.part, fractions.whole()) + " of " + label_of(server) + " (" +
               std::string(name_of(fraction.resource)) + " " + show_amount(share.used, fraction.resource) +
               " of " + show_amount(figures.capacity - figures.reserved, fraction.resource) +
               (fractions.scaled_down() ? ", scaled down)" : ")");
    }

    void assign(const Managed& managed) {
        const std::string where = pointer_to(environment_, "managed", managed.name);
        const Cost cost = costs_.of(where);
        if (!has_cost(cost)) return;
        const auto service = index_.find(managed.for_service);
        if (service != index_.end()) {
            services_[service->second].add(cost, "all of " + label_of(managed));
        } else {
            others_.push_back({label_of(managed), where, cost, "managed for no service of the plan"});
        }
    }

    const Environment& environment_;
    const EnvironmentEstimate& estimate_;
    const ElementCosts costs_;
    std::unordered_map<std::string_view, std::size_t> index_;
    std::vector<OpenRow> services_;
    std::vector<CostShare> others_;
    OpenRow unused_;
};

}  // namespace

std::string_view name_of(CostView view) {
    switch (view) {
        case CostView::server: return "server";
        case CostView::service: return "service";
        case CostView::category: return "category";
    }
    return "server";
}

std::optional<CostView> cost_view_named(std::string_view name) {
    for (const CostView view : kCostViews) {
        if (name_of(view) == name) return view;
    }
    return std::nullopt;
}

std::string_view rule_of(CostView view) {
    switch (view) {
        case CostView::server: return "Servers with their disks, managed services with their storage.";
        case CostView::service:
            return "A service costs its share of each server that it runs on, and all of what is managed for "
                   "it. Its share is the larger of its CPU and its memory fraction of what the server can "
                   "allocate, scaled down where the shares pass 100% together; what is left is unused "
                   "headroom. Our choice, as tools differ: the larger fraction is what keeps others out.";
        case CostView::category: return "Positions of the bill by their kind.";
    }
    return {};
}

std::vector<CostShare> cost_shares(const Environment& environment, const EnvironmentEstimate& estimate,
                                   CostView view) {
    switch (view) {
        case CostView::server: return shares_by_server(environment, estimate);
        case CostView::service: return ServiceShares(environment, estimate).rows();
        case CostView::category: return shares_by_category(estimate);
    }
    return {};
}

Cost unused_headroom_cost(const Environment& environment, const EnvironmentEstimate& estimate) {
    return ServiceShares(environment, estimate).unused();
}

}  // namespace stowage
