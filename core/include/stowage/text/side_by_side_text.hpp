// SPDX-License-Identifier: MIT
//
// Two plans beside each other in words, for a screen or a document.
#pragma once

#include <string>
#include <vector>

namespace stowage {

/// One figure of both, and what is different.
struct ComparedFigure {
    std::string what;    ///< "USD a month"
    std::string before;  ///< "-" where it is not there
    std::string after;
    std::string change;  ///< "+12.30 (+4.1%)", "no change"; empty where words cannot be subtracted

    friend bool operator==(const ComparedFigure&, const ComparedFigure&) = default;
};

/// Environments are the same when their names are.
struct ComparedEnvironment {
    std::string name;
    std::string label;
    std::vector<ComparedFigure> figures;
};

struct SideBySide {
    std::string before;  ///< what the first plan is called: "The link: Web shop"
    std::string after;
    std::vector<ComparedEnvironment> environments;  ///< those of the plan after, then what it does not have
    ComparedFigure sum;                             ///< of all environments: the cost
};

/// As Markdown: a heading, then a table for each environment and for the sum.
[[nodiscard]] std::string side_by_side_report(const SideBySide& sides);

}  // namespace stowage
