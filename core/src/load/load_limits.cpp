// SPDX-License-Identifier: MIT
#include "stowage/load_limits.hpp"

#include <algorithm>

#include "plain_number.hpp"
#include "stowage/scaling.hpp"
#include "stowage/sort_by.hpp"
#include "stowage/stack/asgi.hpp"
#include "stowage/stack/workers.hpp"

namespace stowage {
namespace {

/// Doubles have 53 bits; half of them are more than any figure of a plan deserves.
constexpr int kBisections = 30;

/// The smallest value in [0, most] that `reaches`, which stays so beyond it; none where `most` does not.
template <class Reaches>
std::optional<double> first_reaching(double most, const Reaches& reaches) {
    if (!reaches(most)) return std::nullopt;
    double low = 0;
    double high = most;
    for (int i = 0; i < kBisections; ++i) {
        const double middle = (low + high) / 2;
        (reaches(middle) ? high : low) = middle;
    }
    return high;
}

/// One service at multiples of its stated load.
class ServiceLimits {
  public:
    ServiceLimits(const Environment& environment, const EnvironmentEstimate& estimate, std::uint32_t index,
                  std::optional<double> arrivals, const LoadScale& scale,
                  std::optional<std::int64_t> database_slots)
        : service_(environment.services[index]),
          needs_(estimate.needs[index]),
          index_(index),
          arrivals_(arrivals),
          scale_(scale),
          database_slots_(database_slots) {}

    void find(std::vector<LoadLimit>& limits) const {
        const ServiceLoad stated = at(1);
        double most = kMostLoadFactor;
        const auto reached = [&](LimitKind kind, double factor) {
            if (factor <= kMostLoadFactor) limits.push_back({kind, index_, factor});
            most = std::min(most, factor);
        };
        if (stated.cpu && *stated.cpu > 0) reached(LimitKind::cpu, 1 / *stated.cpu);
        if (stated.figures && stated.figures->utilisation > 0)
            reached(kind_of_workers(), 1 / stated.figures->utilisation);
        if (!stated.figures && !stated.connections && !stated.cpu) return;
        // What grows faster than the load passes its limit before the workers are busy all the time.
        find_latency(most, limits);
        find_scale_out(most, limits);
        if (service_.kind == ServiceKind::asgi) find_connections(most, limits);
    }

  private:
    [[nodiscard]] ServiceLoad at(double factor) const {
        const auto arrivals = arrivals_ ? std::optional(*arrivals_ * factor) : std::nullopt;
        return load_of(service_, needs_, arrivals, {scale_.factor * factor, scale_.months}, database_slots_);
    }
    [[nodiscard]] LimitKind kind_of_workers() const {
        return service_.kind == ServiceKind::postgres ? LimitKind::database_connections : LimitKind::workers;
    }

    void find_latency(double most, std::vector<LoadLimit>& limits) const {
        const auto budget = latency_budget_of(service_);
        if (!budget) return;
        const auto factor = first_reaching(most, [&](double tried) {
            const auto latency = at(tried).latency();
            return latency && *latency > *budget;
        });
        // A load that is next to nothing passes it too: the service time alone is too long.
        constexpr double kNothing = 1e-6;
        if (factor) limits.push_back({LimitKind::latency, index_, *factor < kNothing ? 0 : *factor});
    }

    void find_scale_out(double most, std::vector<LoadLimit>& limits) const {
        if (!service_.scale_out) return;
        const auto factor = first_reaching(most, [&](double tried) {
            return verdict_of(*service_.scale_out, metrics_of(service_, at(tried))).firing == Firing::fires;
        });
        if (factor) limits.push_back({LimitKind::scale_out, index_, *factor});
    }

    void find_connections(double most, std::vector<LoadLimit>& limits) const {
        const double accepted =
            static_cast<double>(asgi_max_connections(service_)) * static_cast<double>(service_.replicas);
        const auto full =
            first_reaching(most, [&](double tried) { return at(tried).connections.value_or(0) >= accepted; });
        if (full) limits.push_back({LimitKind::connections, index_, *full});
        const auto memory =
            first_reaching(most, [&](double tried) { return at(tried).memory.value_or(0) >= 1; });
        if (memory) limits.push_back({LimitKind::memory, index_, *memory});
    }

    const Service& service_;
    const ServiceNeeds& needs_;
    std::uint32_t index_;
    std::optional<double> arrivals_;
    LoadScale scale_;
    std::optional<std::int64_t> database_slots_;
};

/// Cores that the load keeps busy on each server.
std::vector<double> cores_used(const EnvironmentEstimate& estimate, const std::vector<ServiceLoad>& loads) {
    std::vector<double> cores(estimate.servers.size());
    for (std::size_t i = 0; i < cores.size(); ++i) {
        for (const ServiceShare& share : estimate.servers[i].shares) {
            const MilliCpu requested = estimate.needs[share.service].request.cpu * share.replicas;
            cores[i] +=
                loads[share.service].cpu.value_or(0) * static_cast<double>(requested.to_millis()) / 1e3;
        }
    }
    return cores;
}

/// What a server may give away, its headroom policy kept.
MilliCpu given_by(const ServerEstimate& server) {
    return server.capacity.cpu - server.reserved.cpu - server.floor.cpu;
}

void find_policies(const EnvironmentEstimate& estimate, const std::vector<ServiceLoad>& loads,
                   std::vector<LoadLimit>& limits) {
    const auto cores = cores_used(estimate, loads);
    for (std::uint32_t i = 0; i < cores.size(); ++i) {
        const MilliCpu given = given_by(estimate.servers[i]);
        if (cores[i] <= 0 || given.to_millis() <= 0) continue;
        const double factor = static_cast<double>(given.to_millis()) / 1e3 / cores[i];
        if (factor <= kMostLoadFactor) limits.push_back({LimitKind::policy, i, factor});
    }
}

/// Whether a load meets a limit of its service.
bool is_limit_met(const Service& service, const ServiceLoad& load) {
    if (!load.is_predicted()) return false;
    if (load.cpu.value_or(0) >= 1 || (load.figures && load.figures->utilisation >= 1)) return true;
    const auto budget = latency_budget_of(service);
    if (budget && load.latency().value_or(0) > *budget) return true;
    if (service.kind == ServiceKind::asgi) {
        const double accepted =
            static_cast<double>(asgi_max_connections(service)) * static_cast<double>(service.replicas);
        if (load.connections.value_or(0) >= accepted || load.memory.value_or(0) >= 1) return true;
    }
    return service.scale_out &&
           verdict_of(*service.scale_out, metrics_of(service, load)).firing == Firing::fires;
}

/// Whether a service with these replicas is within all that replicas_needed() asks for.
bool serves(const Service& service, const ServiceLoad& load, std::optional<double> latency) {
    if (load.cpu.value_or(0) > 1) return false;
    if (load.figures && load.figures->utilisation >= 1) return false;
    if (latency && load.latency().value_or(0) > *latency) return false;
    if (load.connections) {
        const double each = *load.connections / static_cast<double>(service.replicas);
        if (each > static_cast<double>(asgi_max_connections(service)) || load.memory.value_or(0) > 1)
            return false;
    }
    return !service.scale_out ||
           verdict_of(*service.scale_out, metrics_of(service, load)).firing != Firing::fires;
}

}  // namespace

std::string_view words_of(LimitKind kind) {
    switch (kind) {
        case LimitKind::cpu: return "CPU";
        case LimitKind::workers: return "workers";
        case LimitKind::database_connections: return "database connections";
        case LimitKind::latency: return "latency budget";
        case LimitKind::scale_out: return "scaling rule";
        case LimitKind::connections: return "connections";
        case LimitKind::memory: return "memory";
        case LimitKind::policy: return "CPU of the server";
    }
    return "";
}

std::optional<double> latency_budget_of(const Service& service) {
    if (!service.load.latency_budget) return std::nullopt;
    return seconds_of(*service.load.latency_budget);
}

Plan with_latency_budget(Plan plan, Duration budget) {
    for (Environment& environment : plan.environments) {
        for (Service& service : environment.services) {
            if (scales_by_replicas(service)) service.load.latency_budget = budget;
        }
    }
    return plan;
}

bool scales_by_replicas(const Service& service) {
    return service.kind != ServiceKind::postgres && service.kind != ServiceKind::redis;
}

std::vector<LoadLimit> load_limits(const Environment& environment, const EnvironmentEstimate& estimate,
                                   const LoadScale& scale) {
    std::vector<LoadLimit> limits;
    if (estimate.loads.empty()) return limits;
    const auto loads = load_of(environment, estimate.needs, scale);
    const auto database_slots = database_slots_of(environment);
    for (std::uint32_t i = 0; i < environment.services.size(); ++i) {
        if (environment.services[i].replicas == 0) continue;
        ServiceLimits(environment, estimate, i, loads[i].arrivals, scale, database_slots[i]).find(limits);
    }
    find_policies(estimate, loads, limits);
    sort_by(limits, [](const LoadLimit& a, const LoadLimit& b) { return a.factor < b.factor; });
    return limits;
}

bool is_limit_met(const Environment& environment, const EnvironmentEstimate& estimate,
                  const LoadScale& scale) {
    const auto loads = load_of(environment, estimate.needs, scale);
    for (std::size_t i = 0; i < loads.size(); ++i) {
        const Service& service = environment.services[i];
        if (service.replicas > 0 && is_limit_met(service, loads[i])) return true;
    }
    const auto cores = cores_used(estimate, loads);
    for (std::size_t i = 0; i < cores.size(); ++i) {
        const MilliCpu given = given_by(estimate.servers[i]);
        if (given.to_millis() > 0 && cores[i] >= static_cast<double>(given.to_millis()) / 1e3) return true;
    }
    return false;
}

std::optional<std::int64_t> replicas_needed(const Service& service, const ServiceNeeds& needs,
                                            std::optional<double> arrivals, const LoadScale& scale,
                                            std::optional<double> latency) {
    Service tried = service;
    bool predicted = false;
    const auto is_enough = [&](std::int64_t replicas) {
        tried.replicas = replicas;
        const ServiceLoad load = load_of(tried, needs, arrivals, scale, std::nullopt);
        predicted = predicted || load.figures || load.cpu || load.connections;
        return serves(tried, load, latency);
    };
    std::int64_t high = 1;
    while (!is_enough(high)) {
        if (high >= kMostReplicasTried) return std::nullopt;
        high *= 2;
    }
    if (!predicted) return std::nullopt;
    std::int64_t low = high / 2;  // too few, or 0
    while (high - low > 1) {
        const std::int64_t middle = (low + high) / 2;
        (is_enough(middle) ? high : low) = middle;
    }
    return high;
}

}  // namespace stowage
