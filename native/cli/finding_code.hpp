// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "run_cli.hpp"

namespace stowage::cli {

/// Says that no finding has that code and which was probably meant; the exit code of `command`.
[[nodiscard]] int refuse_code(const char* command, const std::string& code, const Streams& streams);

}  // namespace stowage::cli
