// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "panel_context.hpp"
#include "stowage/catalogue.hpp"

namespace stowage::ui {

/// What to choose a machine type for.
struct MachineChoice {
    std::string_view current;  ///< sku, empty for none
    std::string_view label;
    float width = 0;
    bool frameless = false;  ///< as TextField::frameless
    Offering offering = Offering::compute;
    Resources needed{};                     ///< nothing: the list is not grouped
    std::optional<std::uint32_t> server{};  ///< whose machine it is: what is near it stands first
};

/// A field whose list shows the types of the environment's region, to be filtered and sorted: what carries
/// `needed` first, the cheapest of each group first.
void machine_picker(PanelContext& context, const std::string& pointer, const Shown& shown,
                    const MachineChoice& choice);

}  // namespace stowage::ui
