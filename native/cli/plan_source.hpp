// SPDX-License-Identifier: MIT
#pragma once

#include <iosfwd>
#include <string>

#include "commands.hpp"
#include "run_cli.hpp"
#include "stowage/load_curve.hpp"
#include "stowage/plan.hpp"
#include "stowage/result.hpp"

namespace stowage::cli {

/// Why PLAN gave no plan: it could not be read at all (`problem`), or its text is none (`errors`).
struct Unreadable {
    std::string source;   ///< what messages call it
    std::string problem;  ///< empty when there are errors
    Errors errors;

    /// Everything about it, one problem a line, as "SOURCE:LINE:COLUMN: POINTER: MESSAGE", which terminals
    /// and editors turn into a link.
    void print(std::ostream& err) const;
};

/// The plan that PLAN names: a file, `-` for the standard input, a link, or `template:NAME`. With the own
/// price list of --prices in it.
[[nodiscard]] Result<Plan, Unreadable> load_plan(const PlanOptions& options, std::istream& in);

/// `plan` with the own price list of that file, or of the standard input (`-`).
[[nodiscard]] Result<Plan, Unreadable> with_prices_of(Plan plan, const std::string& file, std::istream& in);

/// The load curve of that name, or in that file of CSV, or on the standard input (`-`).
[[nodiscard]] Result<LoadCurve, Unreadable> load_curve(const std::string& source, std::istream& in);

/// The plan in a link, or in a link on the standard input (`-`).
[[nodiscard]] Result<Plan, Unreadable> load_link(const std::string& link, std::istream& in);

/// Says why on the error output; the exit code of a command that has no plan to work with.
[[nodiscard]] int refuse(const Unreadable& unreadable, const Streams& streams);

/// Says why a command cannot answer what it was asked, as a name that the plan has not; the exit code.
[[nodiscard]] int refuse_question(const char* command, const Error& error, const Streams& streams);

}  // namespace stowage::cli
