// SPDX-License-Identifier: MIT
//
// What other loads would need and cost: curves against the load, and the months in which something is
// crossed.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "stowage/catalogue.hpp"
#include "stowage/estimate.hpp"
#include "stowage/load_limits.hpp"
#include "stowage/plan.hpp"

namespace stowage {

/// Latency of one service at a multiple of the stated load.
struct LatencyPoint {
    double factor = 0;
    double arrivals = 0;            ///< a second
    std::optional<double> median;   ///< seconds
    std::optional<double> latency;  ///< as ServiceLoad::latency(); none where the service cannot keep up
};

/// From a hundredth of `most` to `most` times the stated load, in even steps. Empty for a service whose
/// latency is not predicted.
[[nodiscard]] std::vector<LatencyPoint> latency_curve(const Environment& environment,
                                                      const EnvironmentEstimate& estimate,
                                                      std::uint32_t service, double most,
                                                      std::int64_t points);

/// An environment made large enough for a load.
struct ScaledEnvironment {
    std::vector<std::int64_t> replicas;  ///< of each service: never fewer than the plan has
    std::vector<std::int64_t> machines;  ///< of each server: never fewer than the plan has
    Cost cost;                           ///< a month
    bool fits = false;    ///< everything has a place; with more machines where `add_machines` allows them
    bool served = false;  ///< every service with a prediction keeps within replicas_needed()'s limits
};

/// Replicas as replicas_needed() says for services that scale_by_replicas(), within the `max` of their rule,
/// and then machines for them, server by server in the order of the plan.
[[nodiscard]] ScaledEnvironment scaled_to(const Plan& plan, const Catalogue& catalogue,
                                          std::uint32_t environment, const EnvironmentEstimate& estimate,
                                          const LoadScale& scale, bool add_machines);

/// What a multiple of the stated load takes.
struct LoadStep {
    double factor = 1;
    ScaledEnvironment scaled;
};

/// scaled_to() with machines added, at `points` even steps up to `most` times the stated load.
[[nodiscard]] std::vector<LoadStep> load_steps(const Plan& plan, const Catalogue& catalogue,
                                               std::uint32_t environment, const EnvironmentEstimate& estimate,
                                               double most, std::int64_t points);

/// Whether a load of the environment has a growth rate, and arrives somewhere.
[[nodiscard]] bool load_grows(const Environment& environment);

/// When a growing load crosses what is there, in whole months from now; none within kMostMonths.
struct GrowthRunway {
    bool grows = false;                    ///< a load has a growth rate and arrives somewhere
    std::optional<std::int64_t> limit;     ///< the first limit, with replicas and machines as they are
    std::optional<LoadLimit> first_limit;  ///< which one that is
    std::optional<std::int64_t> room;      ///< the replicas that are needed find no place on the machines
    std::optional<std::int64_t> budget;    ///< what is needed costs more than the budget
};

/// Five years: no forecast of a load looks further.
inline constexpr std::int64_t kMostMonths = 60;

/// What the load of a month takes.
struct GrowthStep {
    std::int64_t month = 0;
    ScaledEnvironment scaled;
};

/// scaled_to() with machines added, month by month from now on; no further once as many replicas and machines
/// as `most_placed` have been counted, those of each month anew.
[[nodiscard]] std::vector<GrowthStep> growth_steps(const Plan& plan, const Catalogue& catalogue,
                                                   std::uint32_t environment,
                                                   const EnvironmentEstimate& estimate, std::int64_t months,
                                                   std::int64_t most_placed = INT64_MAX);

[[nodiscard]] GrowthRunway growth_runway(const Plan& plan, const Catalogue& catalogue,
                                         std::uint32_t environment, const EnvironmentEstimate& estimate);

/// load_steps(), growth_runway() and, of a load that grows, growth_steps(), part by part.
class OutlookRun {
  public:
    /// The catalogue must outlive this.
    OutlookRun(const Plan& plan, const Catalogue& catalogue, std::uint32_t environment,
               const EnvironmentEstimate& estimate, double most, std::int64_t points, std::int64_t months);
    OutlookRun(OutlookRun&&) noexcept;
    OutlookRun& operator=(OutlookRun&&) noexcept;
    ~OutlookRun();

    [[nodiscard]] std::int64_t parts() const;
    [[nodiscard]] std::int64_t done() const;  ///< of them
    /// The next part; nothing when all are done.
    void go_on();

    [[nodiscard]] const std::vector<LoadStep>& loads() const;
    [[nodiscard]] const std::vector<GrowthStep>& months() const;
    [[nodiscard]] const GrowthRunway& runway() const;

  private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace stowage
