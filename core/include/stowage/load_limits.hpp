// SPDX-License-Identifier: MIT
//
// How far a load can grow, what ends it first, and how many replicas a load needs.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "stowage/estimate.hpp"
#include "stowage/load.hpp"
#include "stowage/plan.hpp"

namespace stowage {

/// What can end the growth of a load.
enum class LimitKind {
    cpu,                   ///< CPU time is all that a service requests
    workers,               ///< workers or event loops are busy all the time
    database_connections,  ///< so are the connections that clients may open to a database
    latency,               ///< the latency budget
    scale_out,             ///< the scaling rule fires
    connections,           ///< as many as all replicas accept
    memory,                ///< workers and connections take all that is requested
    policy,                ///< the CPU that a server may give away, headroom policy kept
};

/// "CPU", "workers", "database connections" ...: for sentences.
[[nodiscard]] std::string_view words_of(LimitKind kind);

/// A limit, and the load that meets it.
struct LoadLimit {
    LimitKind kind{};
    std::uint32_t index = 0;  ///< of the service; of `policy` of the server
    double factor = 0;        ///< of the stated load; 0 where it is passed without any load

    [[nodiscard]] bool is_of_server() const { return kind == LimitKind::policy; }
};

/// Loads beyond a thousand times the stated one are not looked at.
inline constexpr double kMostLoadFactor = 1'000;

/// The limits of an environment as it is, in the order in which a growing load meets them; each kind of each
/// service and server once. Only those that the plan says enough for. Factors are of the load at `scale`.
[[nodiscard]] std::vector<LoadLimit> load_limits(const Environment& environment,
                                                 const EnvironmentEstimate& estimate,
                                                 const LoadScale& scale = {});

/// Whether the load at `scale` meets any of them: load_limits() has one at a factor of at most 1 then. Much
/// quicker than finding all. Of the estimate only needs and servers are looked at.
[[nodiscard]] bool is_limit_met(const Environment& environment, const EnvironmentEstimate& estimate,
                                const LoadScale& scale);

/// Whether more replicas serve more: not of a database or cache, whose replicas are copies.
[[nodiscard]] bool scales_by_replicas(const Service& service);

/// More are not tried.
inline constexpr std::int64_t kMostReplicasTried = 4'096;

/// The fewest replicas with which a service keeps its latency within `latency` seconds and its own limits:
/// CPU and workers below all, connections and memory within what is there, scale_out at rest. None where no
/// number does, and where nothing is predicted. `arrivals` and `scale` as in load_of().
[[nodiscard]] std::optional<std::int64_t> replicas_needed(const Service& service, const ServiceNeeds& needs,
                                                          std::optional<double> arrivals,
                                                          const LoadScale& scale,
                                                          std::optional<double> latency);

/// Of the plan: the latency budget in seconds.
[[nodiscard]] std::optional<double> latency_budget_of(const Service& service);

/// The plan with that latency budget for each service that scales_by_replicas(), instead of its own.
[[nodiscard]] Plan with_latency_budget(Plan plan, Duration budget);

}  // namespace stowage
