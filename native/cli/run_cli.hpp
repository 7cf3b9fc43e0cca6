// SPDX-License-Identifier: MIT
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

namespace stowage::cli {

/// Exit codes, as `stowage help` lists them.
inline constexpr int kFine = 0;
inline constexpr int kFindings = 1;  ///< only from `check`
inline constexpr int kUsage = 2;     ///< usage, file, or a plan that cannot be read
inline constexpr int kInternal = 3;

/// Where the program reads and writes. Results go to `out`, messages to `err`.
struct Streams {
    std::istream& in;
    std::ostream& out;
    std::ostream& err;
    bool colour = false;  ///< `out` is a terminal that wants colours
};

/// Runs `stowage ARGUMENTS...` and gives its exit code. Nothing is thrown: what goes wrong inside is a
/// message and kInternal.
[[nodiscard]] int run_cli(const std::vector<std::string>& arguments, const Streams& streams);

}  // namespace stowage::cli
