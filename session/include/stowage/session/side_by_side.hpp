// SPDX-License-Identifier: MIT
#pragma once

#include "stowage/session/session.hpp"
#include "stowage/text/side_by_side_text.hpp"

namespace stowage {

/// The baseline and the plan beside each other: for each environment cost, servers, what is free, what runs
/// out first, findings, losses survived and the load that is carried. `estimate` is that of `plan`. Names of
/// the plans are told where they differ.
[[nodiscard]] SideBySide side_by_side(const Baseline& baseline, const Plan& plan, const Estimate& estimate);

/// "The link", "The baseline": what a baseline is called at the head of a column.
[[nodiscard]] std::string title_of(const Baseline& baseline);

}  // namespace stowage
