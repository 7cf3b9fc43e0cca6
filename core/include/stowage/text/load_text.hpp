// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "stowage/catalogue.hpp"
#include "stowage/estimate.hpp"
#include "stowage/load_limits.hpp"
#include "stowage/load_outlook.hpp"
#include "stowage/plan.hpp"
#include "stowage/result.hpp"
#include "stowage/risk.hpp"
#include "stowage/text/node.hpp"

namespace stowage {

/// How far load_steps() looks in documents: at four times a load, the plan is another one.
inline constexpr double kShownLoadFactor = 4;
inline constexpr std::int64_t kShownLoadSteps = 16;

/// An answer in words, with what it is about.
struct LoadAnswer {
    std::string subject;
    std::string words;
};

/// Requests that wait: "0.0261", "0" for what rounds to none in three decimals.
[[nodiscard]] std::string show_queue_length(double length);

/// "2, needs 3", "2, no number is enough"; "2" where more replicas serve no more, or nothing is predicted.
/// `latency`: as of replicas_needed().
[[nodiscard]] std::string show_replicas(const Service& service, const ServiceNeeds& needs,
                                        const ServiceLoad& load, std::optional<double> latency);

/// Why replicas_needed() has no number for a service with that load: "a response takes 354 ms even without a
/// wait".
[[nodiscard]] std::string why_no_number(const Service& service, const ServiceNeeds& needs,
                                        const ServiceLoad& load, std::optional<double> latency);

/// "the first limit is met", "in month 6 (scaling rule of WSGI)"; of the budget only where the plan has one.
/// Empty where nothing grows.
[[nodiscard]] std::vector<LoadAnswer> growth_answers(const GrowthRunway& runway,
                                                     const Environment& environment);

/// "300ms": a response time to ask for, above 0.
[[nodiscard]] Result<Duration> parse_latency_target(std::string_view text);

/// "WSGI", or the server of a policy.
[[nodiscard]] std::string subject_of(const LoadLimit& limit, const Environment& environment);
/// "scaling rule of WSGI".
[[nodiscard]] std::string show_limit(const LoadLimit& limit, const Environment& environment);

/// Prediction, limits, needed replicas, cost by load and growth of these environments, as
/// docs/load.schema.json describes them.
[[nodiscard]] Node load_node(const Plan& plan, const std::vector<std::uint32_t>& environments,
                             const Estimate& estimate, const Catalogue& catalogue);

/// Probabilities and percentiles of these environments from so many draws, as docs/risk.schema.json describes
/// them. `draws` is from 1 to kMostRiskDraws.
[[nodiscard]] Node risk_node(const Plan& plan, const std::vector<std::uint32_t>& environments,
                             const Estimate& estimate, const Catalogue& catalogue, std::int64_t draws,
                             std::uint64_t seed);

}  // namespace stowage
