// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "stowage/catalogue.hpp"
#include "stowage/plan.hpp"

namespace stowage {

/// What one machine of a server offers.
struct MachineSize {
    Resources size;            ///< as planned, else the instance's shape
    Resources reserved;        ///< what the operating system keeps
    Resources floor;           ///< what must stay free by the headroom policy
    bool complete = false;     ///< false when CPU or memory is unknown; the unknown one is 0
    bool limits_disk = false;  ///< the server states a disk
    bool limits_pods = false;  ///< the server, or its reserve rule, states how many pods it takes

    /// What services may request: size - reserved.
    [[nodiscard]] Resources allocatable() const { return size - reserved; }
    /// Whether the amounts of this resource mean anything.
    [[nodiscard]] bool limits(Resource resource) const {
        return resource == Resource::disk ? limits_disk : resource == Resource::pods ? limits_pods : true;
    }
};

/// Pods of a Kubernetes node that states none: the kubelet's own default for --max-pods.
inline constexpr std::int64_t kDefaultPods = 110;

/// The rule of one server: its own, else the environment's.
[[nodiscard]] const Reserve& reserve_for(const Environment& environment, const Server& server);

/// What a reserve rule keeps of a machine of that size (its pods count for EKS and AKS), never more than the
/// size.
///
/// host: 0.25 core and the larger of 512 MiB and 5 % of the memory: our choice, as no universal figure is
/// published for a plain host.
/// gke: 6 % of the first core, 1 % of the second, 0.5 % of the next two, 0.25 % of the others; of the memory
/// 255 MiB below 1 GiB, else 25 % of the first 4 GiB, 20 % of the next 4, 10 % of the next 8, 6 % of the next
/// 112 and 2 % of the rest, and 100 MiB for eviction (cloud.google.com, "Plan node sizes", read 2026-07-20).
/// eks: CPU as gke, and 255 MiB + 11 MiB x pods (awslabs/amazon-eks-ami, bootstrap.sh).
/// aks: 60, 100, 140, 180, 260, 420 and 740 m at 1, 2, 4, 8, 16, 32 and 64 cores, in proportion between them;
/// the smaller of 20 MiB x pods + 50 MiB and 25 % of the memory, and 100 MiB for eviction
/// (learn.microsoft.com, "Node resource reservations in AKS", 1.29 and later; its MB are read as MiB).
[[nodiscard]] Resources reserve_of(const Reserve& reserve, Resources size);

/// Size, reserve and floor of one machine of `server`. `type` is the shape of its instance, null when
/// unknown.
[[nodiscard]] MachineSize machine_size(const Environment& environment, const Server& server,
                                       const InstanceType* type);

}  // namespace stowage
