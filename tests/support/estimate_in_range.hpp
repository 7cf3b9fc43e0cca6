// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "stowage/estimate.hpp"

namespace stowage::test {

/// What is wrong with an estimate as the figures of `plan`: a list of another length than the plan's, an
/// index of an element that the plan has not, a pointer that leads nowhere, a list out of order. Empty when
/// nothing is.
[[nodiscard]] std::string places_that_lead_nowhere(const Plan& plan, const Estimate& estimate);

}  // namespace stowage::test
