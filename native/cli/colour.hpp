// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "run_cli.hpp"
#include "stowage/finding.hpp"

namespace stowage::cli {

/// `text` in the colour of a severity, where the output is a terminal that wants colours.
[[nodiscard]] inline std::string coloured(std::string_view text, Severity severity, const Streams& streams) {
    if (!streams.colour) return std::string(text);
    // ANSI: bold red, yellow, cyan
    const char* start = severity == Severity::error     ? "\033[1;31m"
                        : severity == Severity::warning ? "\033[33m"
                                                        : "\033[36m";
    return start + std::string(text) + "\033[0m";
}

}  // namespace stowage::cli
