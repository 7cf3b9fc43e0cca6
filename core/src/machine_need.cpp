// SPDX-License-Identifier: MIT
#include "machine_need.hpp"

#include <algorithm>

#include "stowage/quantity_text.hpp"
#include "stowage/sizing.hpp"

namespace stowage {
namespace {

template <class Quantity>
bool reaches(const std::optional<Quantity>& figure, Quantity needed) {
    return needed.is_zero() || (figure && *figure >= needed);
}

/// The machines of a pool are equal: the most used of each resource is the one with the least of it free.
Resources most_requested(const ServerEstimate& estimate) {
    Resources most;
    for (const MachineEstimate& machine : estimate.machines) {
        most.cpu = std::max(most.cpu, machine.used.cpu);
        most.memory = std::max(most.memory, machine.used.memory);
    }
    return most;
}

}  // namespace

bool is_large_enough(const InstanceType& type, Resources needed) {
    return reaches(type.cpu, needed.cpu) && reaches(type.memory, needed.memory);
}

bool sustains(const InstanceType& type, MilliCpu cpu) {
    return type.cpu_class == CpuClass::dedicated || reaches(type.sustained_cpu(), cpu);
}

MachineNeed::MachineNeed(const Environment& environment, const Server& server, const ServerEstimate& estimate,
                         Sizing sizing)
    : environment_(environment),
      server_(server),
      size_{estimate.machine.size.cpu, estimate.machine.size.memory},
      requested_(most_requested(estimate)),
      reserved_(estimate.machine.reserved.cpu),
      stays_(sizing == Sizing::stays),
      cpu_follows_(!server.cpu && !(stays_ && !size_.cpu.is_zero())),
      memory_follows_(!server.memory && !(stays_ && !size_.memory.is_zero())) {}

bool MachineNeed::is_known() const {
    const Resources most = size_ + requested_;
    return !most.cpu.is_zero() || !most.memory.is_zero();
}

MilliCpu MachineNeed::sustained() const {
    return requested_.cpu.is_zero() ? MilliCpu{} : requested_.cpu + reserved_;
}

bool MachineNeed::is_carried_by(const InstanceType& type, bool shared_cpu) const {
    if (type.offering != Offering::compute || !is_large_enough(type, size_)) return false;
    if (follows_type() && type.cpu_class != CpuClass::dedicated) return false;
    if (type.cpu_class == CpuClass::shared) {
        if (!shared_cpu) return false;
    } else if (!sustains(type, sustained()) || (!stays_ && !is_large_enough(type, {sustained(), {}}))) {
        return false;
    }
    return !follows_type() || has_room_for_requests(type);
}

bool MachineNeed::has_room_for_requests(const InstanceType& type) const {
    const MachineSize machine = machine_size(environment_, server_, &type);
    const Resources needed = requested_ + machine.reserved + machine.floor;
    return (!cpu_follows_ || needed.cpu <= machine.size.cpu) &&
           (!memory_follows_ || needed.memory <= machine.size.memory);
}

std::string MachineNeed::text() const {
    const Resources least{std::max(size_.cpu, cpu_follows_ ? requested_.cpu : MilliCpu{}),
                          std::max(size_.memory, memory_follows_ ? requested_.memory : Bytes{})};
    std::string text = show_cpu(least.cpu);
    const MilliCpu all_the_time = std::min(sustained(), least.cpu);
    if (!all_the_time.is_zero() && all_the_time < least.cpu)
        text += ", " + format_cpu(all_the_time) + " of them sustained,";
    return text + " and " + show_bytes(least.memory);
}

}  // namespace stowage
