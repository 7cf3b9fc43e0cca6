// SPDX-License-Identifier: MIT
#include <unordered_set>

#include "stowage/cost_views.hpp"
#include "stowage/decimal.hpp"

namespace stowage {
namespace {

using detail::Int128;

/// amount x times / divisor; none where that passes 64 bits.
std::optional<Money> in_proportion(Money amount, Int128 times, Int128 divisor) {
    const Int128 product = Int128{amount.to_nanos()} * times;
    if (product / divisor >= INT64_MAX) return std::nullopt;
    return Money::nanos(divide_rounded(product, divisor));
}

std::optional<Cost> in_proportion(const Cost& cost, Int128 times, Int128 divisor) {
    if (divisor <= 0) return std::nullopt;
    const auto low = in_proportion(cost.low, times, divisor);
    const auto high = in_proportion(cost.high, times, divisor);
    if (!low || !high) return std::nullopt;
    return Cost{*low, *high, cost.complete};
}

/// Servers and their disks.
Cost cost_of_servers(const EnvironmentEstimate& estimate) {
    Cost cost;
    for (const CostLine& line : estimate.cost_lines) {
        if (line.category != CostCategory::server && line.category != CostCategory::disk) continue;
        cost += Cost{line.low, line.high, line.priced};
    }
    return cost;
}

/// Of all servers; none where the size of one is unknown.
std::optional<Resources> allocatable_of(const EnvironmentEstimate& estimate) {
    Resources sum;
    for (const ServerEstimate& server : estimate.servers) {
        if (!server.machine.complete) return std::nullopt;
        sum += server.capacity - server.reserved;
    }
    return sum;
}

/// Billionths of a request. A rate is at most 10^9 per unit of time, a month less than 2^42 microseconds.
Int128 nano_requests_of(const Rate& rate, Duration month) {
    constexpr std::int64_t kBillion = 1'000'000'000;
    const std::int64_t nano_events = scaled(rate.events, kBillion).value_or(0);
    return Int128{nano_events} * month.to_micros() / rate.per.to_micros();
}

/// That arrive in a month from outside.
Int128 nano_requests_of(const Environment& environment) {
    std::unordered_set<std::string_view> called;
    for (const Service& service : environment.services) {
        for (const Call& call : service.calls) {
            if (call.name != service.name) called.insert(call.name);
        }
    }
    Int128 sum = 0;
    for (const Service& service : environment.services) {
        if (service.load.arrivals && called.count(service.name) == 0)
            sum += nano_requests_of(service.load.arrivals->middle(), environment.hours);
    }
    return sum;
}

}  // namespace

UnitCosts unit_costs(const Environment& environment, const EnvironmentEstimate& estimate) {
    constexpr std::int64_t kMillionInNanos = INT64_C(1'000'000'000'000'000);
    UnitCosts costs;
    if (const auto allocatable = allocatable_of(estimate)) {
        const Cost servers = cost_of_servers(estimate);
        costs.per_vcpu = in_proportion(servers, MilliCpu::cores(1).to_millis(), allocatable->cpu.to_millis());
        costs.per_gib = in_proportion(servers, Bytes::gib(1).to_bytes(), allocatable->memory.to_bytes());
    }
    costs.per_million_requests = in_proportion(estimate.cost, kMillionInNanos, nano_requests_of(environment));
    return costs;
}

std::string_view unit_cost_rule() {
    return "Per vCPU and GiB: servers and their disks by what they can allocate, a month. Per million "
           "requests: everything, by the arrivals of services that no other service calls, over the hours of "
           "the month.";
}

Cost year_of(const Cost& month) {
    constexpr std::int64_t kMonths = 12;
    if (month.high.to_nanos() <= INT64_MAX / kMonths) {
        return {month.low * kMonths, month.high * kMonths, month.complete};
    }
    const Money most = Money::nanos(INT64_MAX);
    const bool low_fits = month.low.to_nanos() <= INT64_MAX / kMonths;
    return {low_fits ? month.low * kMonths : most, most, false};
}

}  // namespace stowage
