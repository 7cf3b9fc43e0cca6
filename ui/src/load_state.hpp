// SPDX-License-Identifier: MIT
//
// State of what is shown of the load: what the user chose and typed there, and what has been worked out.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "stowage/chart.hpp"
#include "stowage/load_curve.hpp"
#include "stowage/load_outlook.hpp"
#include "stowage/queueing/queue_model.hpp"
#include "stowage/replay.hpp"
#include "stowage/risk.hpp"
#include "stowage/scaling.hpp"

namespace stowage::ui {

/// Work that takes too long for a frame: in a large environment it waits until it is asked for.
struct AskedWork {
    bool asked = false;
    bool stopped = false;

    [[nodiscard]] bool goes_on() const { return asked && !stopped; }
};

/// What is known of the load beyond the estimate of a revision; empty where that would take too long.
struct LoadFigures {
    std::string environment;  ///< its name
    std::uint64_t revision = 0;
    std::int64_t placed = 0;  ///< services, replicas and machines: what every calculation goes through
    std::vector<std::size_t> rows{};  ///< of the table: the services that have a load, or could state one
    std::vector<LoadLimit> limits{};
    std::vector<std::optional<std::int64_t>> needed{};  ///< replicas of each service
};

/// The charts of the load, in the estimate of a revision.
struct LoadOutlook {
    std::string environment;  ///< its name
    std::uint64_t revision = 0;
    std::size_t service = 0;  ///< whose latency is drawn
    Chart latency{};
    AskedWork work{};
    std::optional<OutlookRun> run{};
    bool charted = false;  ///< what follows is there
    Chart cost{};
    Chart growth{};
    GrowthRunway runway{};
    std::vector<LoadLimit> limits{};  ///< of environments with too many services for LoadFigures
};

/// The draws of a plan with ranges, in the estimate of a revision.
struct RiskProgress {
    std::string environment;  ///< its name
    std::uint64_t revision = 0;
    std::optional<RiskDraws> draws{};
    std::optional<GrowthRisk> growth{};
    AskedWork work{};
    std::int64_t draws_of_frame = 1;
    std::vector<Chart> charts{};  ///< of so many draws
    std::int64_t charted = 0;
};

/// What the text of a load curve was read as.
struct CurveReading {
    std::string text;
    LoadCurve curve{};
    std::string problem{};  ///< why it is none; empty: it is
};

/// The load curve that the user pasted; kept while the program runs.
struct OwnCurve {
    bool open = false;  ///< the dialog
    std::string draft{};
    CurveReading reading{};
    LoadCurve curve{};           ///< that is replayed
    std::uint64_t revision = 0;  ///< of it; 0: there is none yet
};

/// What a day is made of.
struct DayChoice {
    std::optional<DayShape> shape = DayShape::office_day;  ///< none: the own curve
    std::uint64_t own_revision = 0;                        ///< of it
    bool rent = false;                                     ///< machines for replicas that find no room

    friend bool operator==(const DayChoice&, const DayChoice&) = default;
};

/// A day taken through the scaling rules, in the estimate of a revision.
struct ReplayedDay {
    std::string environment;  ///< its name
    std::uint64_t revision = 0;
    DayChoice choice{};
    AskedWork work{};
    std::int64_t minutes = 0;        ///< of the curve, of all services with a rule together
    std::optional<ReplayRun> run{};  ///< until all minutes are done
    bool done = false;               ///< what follows is there
    Replay replay{};
    std::size_t service = 0;  ///< of the replay: whose charts these are
    Chart replicas{};
    Chart latency{};
};

/// Inputs of the calculator, as typed.
struct QueueInputs {
    std::size_t model = 0;  ///< of kQueueModels
    std::string arrivals = "40";
    std::string service_time = "120ms";
    std::string servers = "10";
    std::string capacity{};
    std::string scv{};
    std::string percentile = "95";

    friend bool operator==(const QueueInputs&, const QueueInputs&) = default;
};

/// What came of them: a limited queue is summed over up to a million places, too long for every frame.
struct QueueAnswer {
    std::optional<QueueInputs> inputs{};
    QueueQuestion question{};
    std::optional<QueueFigures> figures{};
    Error problem{};  ///< where there are no figures
};

/// A response time to ask for instead of the latency budgets of the plan, and what it takes; in the estimate
/// of a revision.
struct LatencyTarget {
    struct Row {
        std::size_t service = 0;
        std::string replicas;  ///< "2, needs 3"
        std::string reason{};  ///< why no number is enough
        bool missed = false;   ///< by the replicas that the plan has
    };
    std::string typed{};  ///< empty: the budgets of the plan
    std::optional<std::string> asked{};
    std::string environment{};  ///< its name
    std::uint64_t revision = 0;
    std::size_t service = 0;  ///< that is shown: of an environment with many services the only one
    std::string problem{};
    std::vector<Row> rows{};
};

/// Figures for the metrics of scaling rules, as typed; empty: not known. In the order of kMetrics.
using TypedMetrics = std::array<std::string, kMetrics.size()>;

/// What the rules of a service say to them. Of one service: its metrics are not those of another.
struct RuleTrial {
    std::string environment{};  ///< its name
    std::string service{};      ///< its name; empty: the first that has a rule
    TypedMetrics typed{};
};

/// What came of it, in the estimate of a revision.
struct RuleAnswer {
    std::uint64_t revision = 0;
    RuleTrial trial{};
    bool predicted = false;  ///< nothing is typed: the figures are those of the load
    TypedMetrics load{};     ///< what the load of the plan makes of the metrics, for the eye
    TypedMetrics problems{};
    RuleVerdict out{};
    RuleVerdict in{};
    AskedWork work{};         ///< for the action, where that waits for it
    bool has_action = false;  ///< `action` is of that service and revision, whatever was typed
    ScalingAction action{};
};

/// The load looked at closely.
struct LoadView {
    enum class Page : std::size_t { more_load, rules, day, ranges, calculator };
    bool open = false;
    std::string opened_by{};  ///< path of the button that gets the focus back; empty: none
    Page page = Page::more_load;
    std::string service{};  ///< whose latency is drawn: its name; empty: the first
    LoadOutlook outlook{};
    LatencyTarget target{};
    RuleTrial trial{};
    RuleAnswer rule_answer{};
    DayChoice choice{};
    OwnCurve own{};
    ReplayedDay day{};
    RiskProgress risk{};
    QueueInputs queue{};
    QueueAnswer queue_answer{};
};

}  // namespace stowage::ui
