// SPDX-License-Identifier: MIT
#include "stowage/replay.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <memory>
#include <utility>

#include "../plan_of_one.hpp"
#include "plain_number.hpp"
#include "replayed_load.hpp"
#include "replayed_rent.hpp"
#include "replayed_room.hpp"
#include "replayed_rule.hpp"
#include "stowage/limits.hpp"
#include "stowage/load.hpp"
#include "stowage/stack/connection_budget.hpp"

namespace stowage {
namespace {

/// Long before the first minute.
constexpr std::int64_t kNever = std::numeric_limits<std::int64_t>::min() / 2;

/// What latency is held against, in seconds.
struct LatencyLimit {
    double seconds = std::numeric_limits<double>::infinity();
    bool of_mean = false;  ///< the mean, even where there is a percentile

    [[nodiscard]] bool is_passed_by(const ServiceLoad& load) const {
        if (!load.figures) return false;
        return (of_mean ? load.figures->w : load.latency().value_or(0)) > seconds;
    }
};

std::vector<LatencyLimit> latency_limits(const Service& service) {
    if (service.load.latency_budget) return {{seconds_of(*service.load.latency_budget), false}};
    std::vector<LatencyLimit> limits;
    if (!service.scale_out) return limits;
    for (const Condition& condition : service.scale_out->conditions) {
        const bool mean = condition.metric == Metric::latency;
        if (!condition.above || (!mean && condition.metric != Metric::p95)) continue;
        limits.push_back({seconds_of(Duration::micros(condition.threshold)), mean});
    }
    return limits;
}

/// Replicas of one service, of which some serve and some start.
class Replicas {
  public:
    explicit Replicas(std::int64_t running) : running_(running) {}

    [[nodiscard]] std::int64_t running() const { return running_; }
    [[nodiscard]] std::int64_t starting() const {
        std::int64_t sum = 0;
        for (const Batch& batch : starting_) sum += batch.count;
        return sum;
    }
    [[nodiscard]] std::int64_t all() const { return running() + starting(); }

    void begin(std::int64_t minute) {
        std::erase_if(starting_, [&](const Batch& batch) {
            if (batch.ready > minute) return false;
            running_ += batch.count;
            return true;
        });
    }
    void add(std::int64_t count, std::int64_t ready) { starting_.push_back({ready, count}); }
    /// Those that came last go first.
    void remove(std::int64_t count) {
        while (count > 0 && !starting_.empty()) {
            const std::int64_t taken = std::min(count, starting_.back().count);
            starting_.back().count -= taken;
            if (starting_.back().count == 0) starting_.pop_back();
            count -= taken;
        }
        running_ -= count;
    }

  private:
    struct Batch {
        std::int64_t ready = 0;  ///< the first minute that they serve in
        std::int64_t count = 0;
    };
    std::int64_t running_ = 0;
    std::vector<Batch> starting_;  ///< in the order of their coming
};

/// One service on its way through the curve.
struct Track {
    Track(std::uint32_t index, const Service& planned, ReplayedLoad first)
        : rules(&planned),
          load(std::move(first)),
          out(planned.scale_out),
          in(planned.scale_in),
          limits(latency_limits(planned)),
          replicas(planned.replicas) {
        result.service = index;
        result.least_replicas = result.most_replicas = planned.replicas;
    }

    const Service* rules;  ///< the service as the plan has it
    ReplayedLoad load;
    ReplayedRule out;
    ReplayedRule in;
    std::vector<LatencyLimit> limits;
    Replicas replicas;
    std::int64_t last_added = kNever;
    std::int64_t last_removed = kNever;
    bool refusal_told = false;
    ReplayedService result;
};

/// Connections that its clients may open, of each database that is asked for that.
using DatabaseSlots = std::vector<std::optional<std::int64_t>>;

DatabaseSlots database_slots(const Environment& environment) {
    DatabaseSlots slots(environment.services.size());
    for (const ConnectionBudget& budget : connection_budgets(environment)) {
        if (budget.stated) slots[budget.database] = budget.seen(environment.services[budget.database]);
    }
    return slots;
}

class Replaying {
  public:
    Replaying(const Plan& plan, std::uint32_t environment, const Estimate& estimate,
              const Catalogue& catalogue, MachineSupply supply)
        : now_(plan.environments[environment]),
          room_(plan, environment, estimate, catalogue, supply),
          slots_(database_slots(now_)) {
        const Environment& planned = plan.environments[environment];
        const EnvironmentEstimate& figures = estimate.environments[environment];
        const auto arrivals = arrivals_of(planned, {1, 0, false});
        result_.cost = figures.cost;
        if (supply == MachineSupply::rented) ledger_.emplace(plan, environment, catalogue);
        for (std::uint32_t i = 0; i < planned.services.size(); ++i) {
            const Service& service = planned.services[i];
            if (!service.scale_out && !service.scale_in) continue;
            ReplayedLoad load(service, figures.needs[i], arrivals[i], slots_[i]);
            if (!load.is_predicted()) {
                result_.unpredicted.push_back(i);
                continue;
            }
            room_.set(i, service.replicas);
            has_database_ = has_database_ || service.kind == ServiceKind::postgres;
            tracks_.emplace_back(i, service, std::move(load));
        }
    }

    void next(double factor) {
        const std::int64_t minute = minute_++;
        for (Track& track : tracks_) track.replicas.begin(minute);
        if (minute > 0) {
            for (Track& track : tracks_) act(track, minute);
        }
        if (has_database_) refresh_slots();
        for (Track& track : tracks_) observe(track, minute, factor);
        if (ledger_) ledger_->add_minute(room_.machines());
    }

    void expect(std::size_t minutes) {
        for (Track& track : tracks_) track.result.minutes.reserve(minutes);
    }

    Replay take() {
        if (ledger_) result_.rent = ledger_->take();
        for (Track& track : tracks_) result_.services.push_back(std::move(track.result));
        return std::move(result_);
    }

  private:
    void refresh_slots() {
        bool changed = false;
        for (const Track& track : tracks_) {
            std::int64_t& replicas = now_.services[track.result.service].replicas;
            changed = changed || replicas != track.replicas.running();
            replicas = track.replicas.running();
        }
        if (changed) slots_ = database_slots(now_);
    }

    void act(Track& track, std::int64_t minute) {
        const auto out = track.out.fired();
        if (out) return scale_out(track, minute, *out);
        track.refusal_told = false;
        if (const auto in = track.in.fired()) scale_in(track, minute, *in);
    }

    void scale_out(Track& track, std::int64_t minute, std::size_t condition) {
        const ScaleOut& rule = *track.rules->scale_out;
        if (minute - track.last_added < minutes_of(rule.cooldown)) return;
        const std::int64_t most = rule.max.value_or(limits::kReplicas);
        const std::int64_t wanted = std::min(rule.add, most - track.replicas.all());
        if (wanted <= 0) return;
        const RoomForAdded room = room_.room_for(track.result.service, wanted);
        if (room.placed > 0) {
            track.replicas.add(room.placed, minute + minutes_of(rule.start_up));
            track.replicas.begin(minute);
            acted(track, minute, ReplayAction::added, room.placed, condition, room.machines);
        }
        if (room.placed == wanted || track.refusal_told) return;
        track.refusal_told = true;
        ++track.result.refusals;
        result_.events.push_back({minute, track.result.service, ReplayAction::refused, wanted - room.placed,
                                  track.replicas.all(), condition, room.room, room.server});
    }

    void scale_in(Track& track, std::int64_t minute, std::size_t condition) {
        const ScaleIn& rule = *track.rules->scale_in;
        const std::int64_t last = std::max(track.last_added, track.last_removed);
        if (minute - last < minutes_of(rule.cooldown)) return;
        const std::int64_t count = std::min(rule.remove, track.replicas.all() - rule.min);
        if (count <= 0) return;
        track.replicas.remove(count);
        acted(track, minute, ReplayAction::removed, count, condition);
    }

    void acted(Track& track, std::int64_t minute, ReplayAction action, std::int64_t count,
               std::size_t condition, const Machines& machines = {}) {
        const bool adds = action == ReplayAction::added;
        ReplayedService& result = track.result;
        const std::int64_t added_then = track.last_added;
        const std::int64_t removed_then = track.last_removed;
        const std::int64_t opposite = adds ? removed_then : added_then;
        const bool turned = opposite > (adds ? added_then : removed_then);
        if (turned && minute - opposite <= kFlappingMinutes) ++result.flapping;
        (adds ? track.last_added : track.last_removed) = minute;
        track.refusal_told = false;
        ++result.actions;
        room_.set(result.service, track.replicas.all());
        const Machines before = room_.machines();
        if (adds) {
            room_.rent(machines);
        } else {
            room_.give_back();
        }
        result_.events.push_back({minute, result.service, action, count, track.replicas.all(), condition,
                                  std::nullopt, 0, changes_between(before, room_.machines())});
    }

    /// How many machines of each pool came or went.
    static std::vector<PoolMachines> changes_between(const Machines& before, const Machines& after) {
        std::vector<PoolMachines> changes;
        for (std::uint32_t i = 0; i < after.size(); ++i) {
            const std::int64_t change = after[i] - before[i];
            if (change != 0) changes.push_back({i, std::max(change, -change)});
        }
        return changes;
    }

    void observe(Track& track, std::int64_t minute, double factor) {
        const ServiceLoad load =
            track.load.next(track.replicas.running(), factor, slots_[track.result.service]);
        const Metrics metrics = metrics_of(track.load.service(), load);
        track.out.observe(metrics);
        track.in.observe(metrics);
        ReplayedMinute now;
        now.running = track.replicas.running();
        now.starting = track.replicas.starting();
        now.cpu = load.cpu;
        now.latency = load.latency();
        if (load.figures) {
            now.utilisation = load.figures->utilisation;
            now.queue = load.figures->lq;
        }
        now.in_violation = now.utilisation.value_or(0) >= 1 ||
                           std::any_of(track.limits.begin(), track.limits.end(),
                                       [&](const LatencyLimit& limit) { return limit.is_passed_by(load); });
        note(track.result, minute, now);
    }

    static void note(ReplayedService& result, std::int64_t minute, const ReplayedMinute& now) {
        const std::int64_t replicas = now.running + now.starting;
        result.least_replicas = std::min(result.least_replicas, replicas);
        result.most_replicas = std::max(result.most_replicas, replicas);
        result.replica_minutes += replicas;
        result.minutes_in_violation += now.in_violation ? 1 : 0;
        if (now.latency && (!result.worst_latency || *now.latency > *result.worst_latency)) {
            result.worst_latency = now.latency;
            result.worst_minute = minute;
        }
        result.minutes.push_back(now);
    }

    Environment now_;  ///< with the replicas that serve, for databases
    ReplayedRoom room_;
    DatabaseSlots slots_;
    bool has_database_ = false;
    std::int64_t minute_ = 0;  ///< the next one
    std::vector<Track> tracks_;
    std::optional<RentLedger> ledger_;  ///< where machines may be rented
    Replay result_;
};

}  // namespace

struct ReplayRun::State {
    State(const Plan& whole, std::uint32_t environment, const Estimate& of_whole, const Catalogue& catalogue,
          LoadCurve the_curve, MachineSupply supply)
        : plan(plan_of_one(whole, environment)),
          figures{{of_whole.environments[environment]}, {}},
          curve(std::move(the_curve)),
          replaying(plan, 0, figures, catalogue, supply) {
        replaying.expect(curve.factors.size());
    }

    Plan plan;
    Estimate figures;
    LoadCurve curve;
    Replaying replaying;
    std::size_t done = 0;
};

ReplayRun::ReplayRun(const Plan& plan, std::uint32_t environment, const Estimate& estimate,
                     const Catalogue& catalogue, LoadCurve curve, MachineSupply supply)
    : state_(std::make_unique<State>(plan, environment, estimate, catalogue, std::move(curve), supply)) {}
ReplayRun::ReplayRun(ReplayRun&&) noexcept = default;
ReplayRun& ReplayRun::operator=(ReplayRun&&) noexcept = default;
ReplayRun::~ReplayRun() = default;

std::int64_t ReplayRun::minutes() const { return static_cast<std::int64_t>(state_->curve.factors.size()); }
std::int64_t ReplayRun::done() const { return static_cast<std::int64_t>(state_->done); }

void ReplayRun::go_on(std::int64_t minutes) {
    const auto& factors = state_->curve.factors;
    for (std::int64_t i = 0; i < minutes && state_->done < factors.size(); ++i)
        state_->replaying.next(factors[state_->done++]);
}

Replay ReplayRun::take() { return state_->replaying.take(); }

Replay replay(const Plan& plan, std::uint32_t environment, const Estimate& estimate,
              const Catalogue& catalogue, const LoadCurve& curve, MachineSupply supply) {
    Replaying replaying(plan, environment, estimate, catalogue, supply);
    replaying.expect(curve.factors.size());
    for (const double factor : curve.factors) replaying.next(factor);
    return replaying.take();
}

}  // namespace stowage
