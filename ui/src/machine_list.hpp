// SPDX-License-Identifier: MIT
//
// What the list of machine types holds: worked out when it is opened, and when what narrows it changes.
#pragma once

#include <string>
#include <vector>

#include "stowage/machine_offers.hpp"
#include "stowage/provider_comparison.hpp"

namespace stowage::ui {

/// The order of the list. fit: what carries the size first, the cheapest of each group first.
enum class MachineOrder { fit, price, cpu, memory, price_per_cpu };

/// What the user wants to see of the list.
struct MachineListing {
    std::string name_part;
    MachineOrder order = MachineOrder::fit;
    Architecture architecture = Architecture::unknown;  ///< unknown: any
    bool dedicated_only = false;                        ///< neither burstable nor shared
    bool latest_generation = false;

    friend bool operator==(const MachineListing&, const MachineListing&) = default;
};

/// The types of a region that the listing wants, in its order.
[[nodiscard]] std::vector<MachineOffer> listed_offers(std::vector<MachineOffer> offers,
                                                      const MachineListing& listing);

/// A line of the list: a heading, or a type.
struct MachineLine {
    std::string words;  ///< of a heading; of a type what it is to the one that is rented: "next size up"
    const MachineOffer* offer = nullptr;  ///< null for a heading
};

struct MachineList {
    MachineListing listing;
    std::string about;                 ///< pointer of the field and revision of the plan
    MachineListing listed{};           ///< what the lines were made for
    std::vector<MachineOffer> offers;  ///< alternatives first
    std::vector<MachineLine> lines;
};

/// Fills the lines: `near` first, then the offers, in groups where something is needed. Both are copied into
/// the list, and the lines point there.
void set_lines(MachineList& list, const std::vector<MachineAlternative>& near,
               const std::vector<MachineOffer>& offers, Resources needed);

}  // namespace stowage::ui
