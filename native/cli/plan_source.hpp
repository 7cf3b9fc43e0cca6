// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

#include "run_cli.hpp"
#include "stowage/plan.hpp"

namespace stowage::cli {

/// The plan that PLAN names: a file, `-` for the input, a link, or `template:NAME`. When it cannot be read
/// the reasons are on `streams.err`.
[[nodiscard]] std::optional<Plan> load_plan(const std::string& source, const Streams& streams);

}  // namespace stowage::cli
