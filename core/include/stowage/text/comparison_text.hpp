// SPDX-License-Identifier: MIT
//
// The comparison of providers for a person's or a program's question by name.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "stowage/provider_comparison.hpp"
#include "stowage/text/node.hpp"

namespace stowage {

/// What to compare, by name, and which machines may be chosen.
struct CompareQuestion {
    std::string environment;  ///< empty: each of the plan
    MachineFilter filter;
};

/// Of one environment.
struct Comparison {
    std::uint32_t environment = 0;
    std::vector<ProviderOffer> offers;
};

/// Total but for the name: an unknown one is an error that tells which was probably meant. The catalogue is
/// one with_own_prices().
[[nodiscard]] Result<std::vector<Comparison>> compare(const CompareQuestion& question, const Plan& plan,
                                                      const Estimate& estimate, const Catalogue& catalogue);

/// The comparisons as docs/comparison.schema.json describes them.
[[nodiscard]] Node comparison_node(const Plan& plan, const std::vector<Comparison>& comparisons);

}  // namespace stowage
