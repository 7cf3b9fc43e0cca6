// SPDX-License-Identifier: MIT
#pragma once

#include "stowage/plan.hpp"
#include "stowage/resources.hpp"

namespace stowage {

/// What one replica of a service asks of a machine, as stated in the plan or derived from the settings of its
/// kind.
struct ServiceNeeds {
    Resources request;
    Bytes peak_memory;  ///< the memory limit; the request without one
    bool cpu_shared = false;
    bool cpu_derived = false;
    bool memory_derived = false;

    friend bool operator==(const ServiceNeeds&, const ServiceNeeds&) = default;
};

/// Total: what a service neither states nor lets derive is zero.
[[nodiscard]] ServiceNeeds needs_of(const Service& service);

}  // namespace stowage
