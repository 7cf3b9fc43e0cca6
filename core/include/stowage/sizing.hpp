// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "stowage/catalogue.hpp"
#include "stowage/plan.hpp"

namespace stowage {

/// What one machine of a server offers.
struct MachineSize {
    Resources size;         ///< as planned, else the instance's shape
    Resources reserved;     ///< what the operating system keeps
    Resources floor;        ///< what must stay free by the headroom policy
    bool complete = false;  ///< false when CPU or memory is unknown; the unknown one is 0

    /// What services may request: size - reserved.
    [[nodiscard]] Resources allocatable() const { return size - reserved; }
};

/// What a reserve rule keeps of a machine of that size, never more than the size. ReserveRule::host keeps
/// 0.25 core and the larger of 512 MiB and 5 % of the memory: our choice, as no universal figure is published
/// for a plain host.
[[nodiscard]] Resources reserve_of(const Reserve& reserve, Resources size);

/// Size, reserve and floor of one machine of `server`. `type` is the shape of its instance, null when
/// unknown.
[[nodiscard]] MachineSize machine_size(const Environment& environment, const Server& server,
                                       const InstanceType* type);

}  // namespace stowage
