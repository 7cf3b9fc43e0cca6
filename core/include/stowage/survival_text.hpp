// SPDX-License-Identifier: MIT
//
// Losses and roll-outs in words, alike in findings, reports and on screen. Sentences have no full stop.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "stowage/estimate.hpp"
#include "stowage/plan.hpp"

namespace stowage {

/// What is lost: "app", "machine 2 of app", "zone a".
[[nodiscard]] std::string lost_text(const Environment& environment, const Loss& loss);

/// "Survives the loss of 1 of 3 servers: without App server, Nginx 1 and WSGI 2 replicas find no place; ...":
/// of `what`, a server or a zone. The first three losses are told, the others are counted.
[[nodiscard]] std::string loss_sentence(const Environment& environment, const Survival& survival,
                                        std::string_view what);

/// "A rolling update finds no room for all surge replicas of 2 services: Nginx 0 of 1 and WSGI 1 of 2". At
/// least one is short; the first three are told, the others are counted.
[[nodiscard]] std::string surge_sentence(const Environment& environment,
                                         const std::vector<SurgeShortage>& surges);

/// What the environment lives through, a sentence each; what it does not is a finding. Empty while nothing
/// runs.
[[nodiscard]] std::vector<std::string> explain_survival(const Environment& environment,
                                                        const EnvironmentEstimate& estimate);

}  // namespace stowage
