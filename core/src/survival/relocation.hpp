// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "occupancy.hpp"
#include "stowage/survival.hpp"

namespace stowage {

/// Tries the loss of machines: what ran on them is placed again on the others, each loss by itself. It keeps
/// its memory from loss to loss, as a large plan has thousands.
class Relocation {
  public:
    explicit Relocation(const Occupancy& occupancy);

    /// What finds no place, by service, when these machines are lost together.
    [[nodiscard]] std::vector<Displaced> lose(std::span<const std::uint32_t> machines);

  private:
    /// Equal things to place, each as a whole: replicas of one service, or sets of services kept together.
    struct Parcel {
        detail::Int128 size = 0;
        Resources request;
        std::int64_t times = 1;
        std::size_t first_service = 0;  ///< in services_
        std::size_t services = 0;
    };
    struct Taken {
        std::size_t machine = 0;
        Resources amounts;
    };

    void collect(std::span<const std::uint32_t> machines);
    void add_parcels_of(std::size_t machine);
    void order_parcels();
    void place(const Parcel& parcel);
    void put(const Parcel& parcel, std::size_t machine, std::int64_t times);
    bool mark_kept_apart(const Parcel& parcel);
    void displace(const Parcel& parcel, std::int64_t times);
    void restore(std::span<const std::uint32_t> machines);

    [[nodiscard]] std::span<const std::uint32_t> services_of(const Parcel& parcel) const {
        return std::span(services_).subspan(parcel.first_service, parcel.services);
    }
    [[nodiscard]] Pool allowed(const Parcel& parcel) const;
    [[nodiscard]] bool before(const Parcel& a, const Parcel& b) const;
    [[nodiscard]] bool alike(const Parcel& a, const Parcel& b) const;
    [[nodiscard]] detail::Int128 size_of(Resources request) const;

    const Occupancy& occupancy_;
    RoomIndex room_;
    MilliCpu total_cpu_;
    Bytes total_memory_;
    std::vector<std::uint32_t> sorted_;    ///< replicas of one machine, those kept together side by side
    std::vector<std::uint32_t> services_;  ///< of the parcels
    std::vector<Parcel> parcels_;
    std::vector<Taken> taken_;
    std::vector<Resources> lost_room_;
    MachineMarks kept_apart_;
    std::vector<std::vector<std::uint32_t>> moved_;  ///< machines that took spread replicas, by service
    std::vector<std::uint32_t> moved_services_;
    std::vector<Displaced> displaced_;
};

}  // namespace stowage
