// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace CLI {
class App;
}

namespace stowage::cli {

/// What `stowage help` prints: every command by group, and what holds for all of them.
[[nodiscard]] std::string help_of_program(const CLI::App& app);

/// What `stowage help COMMAND` prints.
[[nodiscard]] std::string help_of_command(const CLI::App& command);

/// "usage: stowage check [OPTIONS] PLAN"
[[nodiscard]] std::string usage_of(const CLI::App& command);

}  // namespace stowage::cli
