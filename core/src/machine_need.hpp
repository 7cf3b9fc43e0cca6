// SPDX-License-Identifier: MIT
//
// When a type of machine truly carries a server. The findings about instances and their fixes, the offers of
// a region and the comparison of providers share this rule.
#pragma once

#include <string>

#include "stowage/catalogue.hpp"
#include "stowage/estimate.hpp"
#include "stowage/plan.hpp"
#include "stowage/resources.hpp"

namespace stowage {

/// Whether its nominal vCPU and memory reach these amounts; an unknown figure reaches nothing but zero.
[[nodiscard]] bool is_large_enough(const InstanceType& type, Resources needed);

/// Whether that much CPU is its own all the time: of a dedicated type all that it has (whether that is enough
/// is a matter of its size), of a burstable one its baseline; of vCPUs without a known baseline nothing.
[[nodiscard]] bool sustains(const InstanceType& type, MilliCpu cpu);

/// What becomes of the size when another type takes the place of a server's instance.
enum class Sizing {
    stays,  ///< what it is, also where the instance alone gives it: what fits, and what does not, stays
    follows_type,  ///< a size that the server does not state is the new type's, and requests have room on it
};

/// What one machine of a server must have. Nominal CPU and memory reach its size: the planned one, else that
/// of its instance. What services request of the fullest machine's CPU, with the reserve, must be sustained:
/// more than that a machine may have in bursts. Where the size stays, more requests than it has make no
/// larger machine necessary; where nobody tells the size, or it follows the type, CPU and memory reach the
/// requests, the reserve of such a machine and its headroom floor; automatic placement may then use all that
/// there is, so only a dedicated type carries the server.
class MachineNeed {
  public:
    /// The references are kept.
    MachineNeed(const Environment& environment, const Server& server, const ServerEstimate& estimate,
                Sizing sizing);

    /// `shared_cpu`: vCPUs that are shared without a published baseline count as sustained; else no type of
    /// them carries anything.
    [[nodiscard]] bool is_carried_by(const InstanceType& type, bool shared_cpu = false) const;

    /// Whether what is needed depends on the type; else size() and sustained() say all.
    [[nodiscard]] bool follows_type() const { return cpu_follows_ || memory_follows_; }
    /// False where there is neither a size nor a request to go by.
    [[nodiscard]] bool is_known() const;
    /// CPU and memory that each machine must have at least; zero where nobody tells.
    [[nodiscard]] Resources size() const { return size_; }
    [[nodiscard]] MilliCpu sustained() const;
    /// "8 cores and 16 GiB", and where they differ "2 cores, 0.5 of them sustained, and 4 GiB".
    [[nodiscard]] std::string text() const;

  private:
    [[nodiscard]] bool has_room_for_requests(const InstanceType& type) const;

    const Environment& environment_;
    const Server& server_;
    Resources size_;
    Resources requested_;  ///< the most on one machine, of each resource
    MilliCpu reserved_;    ///< of a machine of size_
    bool stays_ = false;
    bool cpu_follows_ = false;
    bool memory_follows_ = false;
};

}  // namespace stowage
