// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <tuple>

#include "stowage/load.hpp"
#include "stowage/plan.hpp"
#include "stowage/service_needs.hpp"

namespace stowage {

/// The load of one service from minute to minute, with what is left waiting: see replay.hpp for the model.
class ReplayedLoad {
  public:
    /// `arrivals` a second, on the mean. The service and its needs must outlive this.
    ReplayedLoad(const Service& service, const ServiceNeeds& needs, std::optional<double> arrivals,
                 std::optional<std::int64_t> database_slots);

    /// Whether anything that a rule could observe follows from the plan.
    [[nodiscard]] bool is_predicted() const { return mean_.cpu || mean_.figures || mean_.connections; }

    /// The service with the replicas that next() was told.
    [[nodiscard]] const Service& service() const { return service_; }

    /// The next minute. CPU is that of what is served. While requests wait that a settled queue would not
    /// have, the response times have the time that those take: waiting / capacity.
    [[nodiscard]] ServiceLoad next(std::int64_t replicas, double factor,
                                   std::optional<std::int64_t> database_slots);

  private:
    struct Flow {
        double arrivals = 0;  ///< a second
        double capacity = 0;
        double served = 0;
    };

    /// Replicas, connections to a database, factor.
    using Settling = std::tuple<std::int64_t, std::optional<std::int64_t>, double>;

    [[nodiscard]] ServiceLoad at(double factor, std::optional<std::int64_t> database_slots) const;
    [[nodiscard]] const ServiceLoad& known_at(double factor, std::optional<std::int64_t> database_slots);
    [[nodiscard]] QueueFigures settled(const ServiceLoad& load, const Flow& flow) const;
    void carry(ServiceLoad& load);
    void add_connections(ServiceLoad& load, double factor) const;

    Service service_;
    const ServiceNeeds& needs_;
    std::optional<double> arrivals_;
    ServiceLoad mean_;  ///< at the factor 1
    ServiceLoad idle_;  ///< at the factor kIdle
    std::int64_t idle_replicas_ = 0;
    double slot_rate_ = 0;                   ///< requests a second that one slot completes; 0: not known
    std::map<Settling, ServiceLoad> known_;  ///< percentiles take long, and loads come again
    double waiting_ = 0;                     ///< requests that wait, at the end of the last minute
};

}  // namespace stowage
