// SPDX-License-Identifier: MIT
//
// The comparison of providers as a table.
#pragma once

#include <vector>

#include "run_cli.hpp"
#include "stowage/catalogue.hpp"
#include "stowage/text/comparison_text.hpp"

namespace stowage::cli {

/// Each environment with a row for each provider: what a month costs, by how much that differs, what is
/// rented, and what has no price there.
void print_comparisons(const Plan& plan, const std::vector<Comparison>& comparisons,
                       const Catalogue& catalogue, const Streams& streams, bool colour);

}  // namespace stowage::cli
