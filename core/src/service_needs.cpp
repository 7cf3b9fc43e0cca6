// SPDX-License-Identifier: MIT
#include "stowage/service_needs.hpp"

namespace stowage {

ServiceNeeds needs_of(const Service& service) {
    ServiceNeeds needs;
    const CpuRequest cpu = service.cpu.value_or(CpuRequest{});
    needs.cpu_shared = cpu.shared;
    needs.request = {cpu.reserved(), service.memory.value_or(Bytes{}), service.disk.value_or(Bytes{}), 1};
    needs.peak_memory = service.memory_limit.value_or(needs.request.memory);
    return needs;
}

}  // namespace stowage
