// SPDX-License-Identifier: MIT
//
// What can be done and where one can go, as a list that is searched by typing.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "panel_context.hpp"

namespace stowage::ui {

/// Every action on the plan as it is, in the order of how often they are wanted; then the places of the plan;
/// then what can be read up.
[[nodiscard]] std::vector<PaletteEntry> action_entries(const PanelContext& context);
/// The states of the plan that can be returned to, newest first.
[[nodiscard]] std::vector<PaletteEntry> history_entries(const PanelContext& context);

/// Which of the entries have every word of `query` in their label or note, in any case; those whose label
/// begins with the query first, else in their order; then those that have them in their text. For an empty
/// query all that can be done and gone to, and nothing to read.
[[nodiscard]] std::vector<std::size_t> matching(const std::vector<PaletteEntry>& entries,
                                                std::string_view query);

}  // namespace stowage::ui
