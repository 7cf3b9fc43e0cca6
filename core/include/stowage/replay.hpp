// SPDX-License-Identifier: MIT
//
// The scaling rules of an environment over a load curve: which replicas come and go, minute by minute, and
// whether that is in time.
//
// The model. Each minute is settled: the load of the minute on the replicas that serve in it gives figures by
// the models of load.hpp, as if it lasted (pointwise stationary approximation: Green and Kolesar, "The
// pointwise stationary approximation for queues with nonstationary arrivals", Management Science 37, 1991).
// Where utilisation reaches 1 there are no such figures: then what arrives beyond what is served waits (fluid
// approximation: Newell, "Applications of Queueing Theory", 1982), is carried from minute to minute, and is
// served when there is capacity to spare. A service that is behind passes all its calls on nevertheless.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "stowage/catalogue.hpp"
#include "stowage/estimate.hpp"
#include "stowage/load_curve.hpp"
#include "stowage/move.hpp"
#include "stowage/plan.hpp"

namespace stowage {

/// Two opposite actions within that time are flapping. Our choice: no machine or container is worth starting
/// for less, and load rarely turns twice in it.
inline constexpr std::int64_t kFlappingMinutes = 30;

/// One service in one minute. Absent is what the plan does not say enough for.
struct ReplayedMinute {
    std::int64_t running = 0;           ///< replicas that serve
    std::int64_t starting = 0;          ///< that were added, and do not serve yet
    std::optional<double> cpu;          ///< a share of what the running ones request
    std::optional<double> utilisation;  ///< of the workers or event loops; may pass 1
    std::optional<double> latency;      ///< in seconds: the 95th percentile, where there is none the mean
    std::optional<double> queue;        ///< requests that wait, at all replicas together
    bool in_violation = false;          ///< see ReplayedService::minutes_in_violation

    friend bool operator==(const ReplayedMinute&, const ReplayedMinute&) = default;
};

enum class ReplayAction { added, removed, refused };

[[nodiscard]] constexpr std::string_view name_of(ReplayAction action) {
    switch (action) {
        case ReplayAction::added: return "added";
        case ReplayAction::removed: return "removed";
        case ReplayAction::refused: return "refused";
    }
    return "refused";
}

/// Whether machines may be rented for replicas that find no room.
enum class MachineSupply { as_planned, rented };

/// Machines of one pool.
struct PoolMachines {
    std::uint32_t server = 0;
    std::int64_t count = 0;

    friend bool operator==(const PoolMachines&, const PoolMachines&) = default;
};

/// What a rule did, at the beginning of a minute, upon the figures of the minutes before.
struct ReplayEvent {
    std::int64_t minute = 0;
    std::uint32_t service = 0;
    ReplayAction action = ReplayAction::added;
    std::int64_t count = 0;        ///< replicas that were added, removed or refused
    std::int64_t after = 0;        ///< replicas then, with those that start
    std::size_t condition = 0;     ///< of the rule: the first that held
    std::optional<MoveRoom> room;  ///< of a refusal: on the pool that has most room for them
    std::uint32_t server = 0;      ///< that pool
    /// Rented for added replicas, or given back after removed ones; in the order of the plan.
    std::vector<PoolMachines> machines{};
};

/// One service over the whole curve.
struct ReplayedService {
    std::uint32_t service = 0;
    std::vector<ReplayedMinute> minutes;  ///< as many as the curve has
    std::int64_t least_replicas = 0;      ///< running or starting
    std::int64_t most_replicas = 0;
    std::int64_t actions = 0;  ///< replicas added or removed, each time
    std::int64_t refusals = 0;
    /// Actions that took back the one before within kFlappingMinutes.
    std::int64_t flapping = 0;
    /// Latency above the latency_budget; where none is stated, above the p95 or latency that scale_out
    /// names; or utilisation of 1 and more.
    std::int64_t minutes_in_violation = 0;
    std::int64_t replica_minutes = 0;     ///< running and starting: what is paid for, where pods are
    std::optional<double> worst_latency;  ///< the largest of the minutes
    std::int64_t worst_minute = 0;        ///< the first that has it
};

/// Machines of one pool that were rented beyond the plan.
struct RentedPool {
    std::uint32_t server = 0;
    std::vector<std::int64_t> minutes;  ///< how many in each minute of the curve
    std::int64_t most = 0;
};

/// What was rented over the curve, and what that costs. Each minute costs its part of a month with the
/// machines of that minute: providers bill by the second or the hour, which is not rounded up here.
struct ReplayedRent {
    std::vector<RentedPool> pools;  ///< of which machines were rented, in the order of the plan
    std::vector<Money> minutes;     ///< a month of the environment with the machines of that minute, at least
    Cost month;                     ///< of the environment, if every day were like the curve
    Cost curve;                     ///< of the environment for the time of the curve, of a month of 730 hours
    Cost most;                      ///< a month with the most machines of each pool all the time
};

struct Replay {
    std::vector<ReplayedService> services;   ///< that have a rule and a predicted load, in the plan's order
    std::vector<std::uint32_t> unpredicted;  ///< that have a rule, but nothing is predicted of them
    std::vector<ReplayEvent> events;         ///< in the order of time, then of the plan
    Cost cost;                               ///< of the environment, a month, with the machines of the plan
    std::optional<ReplayedRent> rent{};      ///< where machines may be rented
};

/// Every service of the environment with a `scale_out` or `scale_in` whose load is predicted; others keep
/// their replicas. The curve takes the place of `peak_factor`.
///
/// Each minute begins with the rules, service by service. A condition holds when its metric was beyond the
/// threshold in each minute of its `for`, rounded up, at least in the last one. First `scale_out`: up to
/// `max`, unless less than its `cooldown` has passed since it last added. New replicas serve after
/// `start_up`, rounded up to minutes. Only while the conditions of `scale_out` do not hold acts `scale_in`:
/// down to `min`, those that start first, unless less than its `cooldown` has passed since any action. To add
/// at once and to remove late is what autoscalers do: in AWS Application Auto Scaling a cooldown after
/// removing does not delay adding (StepScalingPolicyConfiguration, Cooldown), and a Kubernetes
/// HorizontalPodAutoscaler waits until nothing has asked for more for a while, by default five minutes
/// (stabilizationWindowSeconds).
///
/// Replicas need room on the machines that run, beside everything else, for which the present numbers are
/// placed anew once for each combination of them. What finds none is refused; that is told once, until the
/// rule rests or acts. The replicas of the plan are taken as running, and may come back where nothing has
/// grown beyond the plan meanwhile.
///
/// With MachineSupply::rented, machines like those of the plan are added where replicas would be refused: to
/// the first pool that the service may use and that room comes of, the fewest that give it, within
/// limits::kServers. They serve as soon as the replicas do. When replicas are removed, the machines without
/// which all that runs still has a place are given back, those of the last pool first.
[[nodiscard]] Replay replay(const Plan& plan, std::uint32_t environment, const Estimate& estimate,
                            const Catalogue& catalogue, const LoadCurve& curve,
                            MachineSupply supply = MachineSupply::as_planned);

/// replay() in slices of any length: their number does not change the outcome.
class ReplayRun {
  public:
    /// The catalogue must outlive this.
    ReplayRun(const Plan& plan, std::uint32_t environment, const Estimate& estimate,
              const Catalogue& catalogue, LoadCurve curve, MachineSupply supply = MachineSupply::as_planned);
    ReplayRun(ReplayRun&&) noexcept;
    ReplayRun& operator=(ReplayRun&&) noexcept;
    ~ReplayRun();

    [[nodiscard]] std::int64_t minutes() const;  ///< of the curve
    [[nodiscard]] std::int64_t done() const;     ///< of them
    void go_on(std::int64_t minutes);
    /// The outcome, once, when all minutes are done.
    [[nodiscard]] Replay take();

  private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace stowage
