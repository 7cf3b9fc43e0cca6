// SPDX-License-Identifier: MIT
//
// "What do the scaling rules do over a day?" for a person's or a program's question by name.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "stowage/replay.hpp"
#include "stowage/text/node.hpp"

namespace stowage {

struct ReplayQuestion {
    std::string service;      ///< empty: every service with a rule
    std::string environment;  ///< empty: every one that has such a service
    MachineSupply supply = MachineSupply::as_planned;
};

/// Of one environment. All its services are replayed, as they share its machines; those that were not asked
/// for are left out of what is told.
struct ReplayAnswer {
    std::uint32_t environment = 0;
    Replay replay;
};

/// Total but for the names: an unknown one is an error that tells which was probably meant, and so is a
/// service without a rule.
[[nodiscard]] Result<std::vector<ReplayAnswer>> answer(const ReplayQuestion& question, const Plan& plan,
                                                       const Estimate& estimate, const Catalogue& catalogue,
                                                       const LoadCurve& curve);

/// "11:05"; on later days "day 2, 11:05".
[[nodiscard]] std::string show_minute(std::int64_t minute);

/// "1440 minutes; the peak is 2.6 times the mean load at 20:00": a curve of at least one minute.
[[nodiscard]] std::string show_curve(const LoadCurve& curve);

/// "adds 2: 4", "adds 2: 4, rents 1 app", "removes 2: 2, gives back 1 app", "no room for 1: app lacks 2
/// cores": what happened.
[[nodiscard]] std::string show_event(const Environment& environment, const ReplayEvent& event);
/// "cpu > 70% for 5m": why it happened. Of a Replay of that environment.
[[nodiscard]] std::string show_reason(const Environment& environment, const ReplayEvent& event);

/// The answers as docs/replay.schema.json describes them.
[[nodiscard]] Node replay_node(const Plan& plan, const LoadCurve& curve,
                               const std::vector<ReplayAnswer>& answers);

}  // namespace stowage
