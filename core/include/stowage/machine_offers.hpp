// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>
#include <vector>

#include "stowage/catalogue.hpp"

namespace stowage {

/// One type that a region sells, held against what is needed.
struct MachineOffer {
    const InstanceType* type = nullptr;  ///< of the catalogue that was asked; never null
    const Price* price = nullptr;
    bool large_enough =
        false;  ///< nominal vCPU and memory reach what is needed; an unknown figure reaches nothing
    bool sustains = false;  ///< so does its sustained CPU
    bool latest = true;     ///< of the newest generation of its series that the region sells
};

/// Every type of one kind in a provider's region that is_named() with `part`: first those that sustain what
/// is needed, then those that reach it in bursts, then the others; each group cheapest first, equal prices by
/// name. The pointers last as long as the catalogue.
[[nodiscard]] std::vector<MachineOffer> machine_offers(const Catalogue& catalogue, std::string_view provider,
                                                       std::string_view region, Offering offering,
                                                       Resources needed, std::string_view part = {});

}  // namespace stowage
