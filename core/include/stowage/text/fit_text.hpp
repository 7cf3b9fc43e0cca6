// SPDX-License-Identifier: MIT
//
// The answer to "how many more of this service fit, and how many machines would everything need", for a
// person's or a program's question by name.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "stowage/fit.hpp"
#include "stowage/text/node.hpp"

namespace stowage {

/// Which service is asked about, by name.
struct FitQuestion {
    std::string service;
    std::string environment;  ///< empty: every environment that has such a service
};

/// How many machines of a pool everything would need.
struct MachinesNeeded {
    bool tried = false;                 ///< false in an environment of more than kMostServersTried pools
    std::optional<std::int64_t> count;  ///< none: no number would do
};

/// Each pool of an environment is tried with a placement of everything for each count: too long for more.
inline constexpr std::size_t kMostServersTried = 32;

/// Of one environment.
struct FitAnswer {
    std::uint32_t environment = 0;
    std::uint32_t service = 0;
    ServiceRoom room;
    std::vector<MachinesNeeded> machines;  ///< of each server, in the order of the plan
};

/// Total but for the names: an unknown one is an error that tells which was probably meant.
[[nodiscard]] Result<std::vector<FitAnswer>> answer(const FitQuestion& question, const Plan& plan,
                                                    const Estimate& estimate);

/// The answers as docs/fit.schema.json describes them.
[[nodiscard]] Node fit_node(const Plan& plan, const std::vector<FitAnswer>& answers);

}  // namespace stowage
