// SPDX-License-Identifier: MIT
#include "stowage/cost.hpp"

#include "stowage/quantity_text.hpp"

namespace stowage {
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

bool is_capped(const AppliedPrice& price, Duration hours) {
    return price.month_cap &&
           detail::Int128{price.hourly.to_nanos()} * hours.to_micros() >
               detail::Int128{price.month_cap->to_nanos()} * Duration::hours(1).to_micros();
}

Money month_of(const AppliedPrice& price, Duration hours, std::int64_t count, Percent discount) {
    if (!is_capped(price, hours)) return cost_of(price.hourly, hours, count, discount);
    const std::int64_t whole = Percent::whole(100).to_hundredths();
    return Money::nanos(divide_rounded(
        detail::Int128{price.month_cap->to_nanos()} * count * (whole - discount.to_hundredths()), whole));
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

}  // namespace stowage
