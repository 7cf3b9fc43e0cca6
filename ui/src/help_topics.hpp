// SPDX-License-Identifier: MIT
//
// What can be read up: how to use the interface, what each finding means, what each setting is.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "stowage/finding.hpp"

namespace stowage::ui {

/// A paragraph about the interface.
struct HelpEntry {
    std::string_view what;
    std::string_view how;
};
[[nodiscard]] std::span<const HelpEntry> help_entries();

/// Remedy, meaning with formula, source and code of the rule behind a finding.
[[nodiscard]] std::string explanation_of(const FindingRule& rule);

/// Something to read.
struct HelpTopic {
    std::string title;
    std::string kind;  ///< "help", "finding no_headroom", "setting of a server"
    std::string text;
};
/// All of them: the interface first, then findings, then settings.
[[nodiscard]] std::vector<HelpTopic> help_topics();

}  // namespace stowage::ui
