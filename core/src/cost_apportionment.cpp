// SPDX-License-Identifier: MIT
#include "cost_apportionment.hpp"

#include <algorithm>

#include "stowage/limits.hpp"
#include "stowage/quantity_text.hpp"

namespace stowage {
namespace {

// What all replicas request of one resource by what all servers have of the other, twice: as the largest sum
// of parts. It must stay far below 2^126.
static_assert(detail::Int128{limits::kCpu.to_millis()} * limits::kReplicas * limits::kMemory.to_bytes() *
                  limits::kServers <
              (detail::Int128{1} << 99));
static_assert(detail::Int128{limits::kMemory.to_bytes()} * limits::kReplicas * limits::kCpu.to_millis() *
                  limits::kServers <
              (detail::Int128{1} << 99));

}  // namespace

std::int64_t part_of(std::int64_t amount, detail::Int128 part, detail::Int128 whole) {
    constexpr int kHighestBit = 62;
    std::int64_t quotient = 0;
    detail::Int128 rest = 0;  // long division, bit by bit of the amount
    for (int bit = kHighestBit; bit >= 0; --bit) {
        quotient *= 2;
        rest *= 2;
        if (rest >= whole) {
            rest -= whole;
            ++quotient;
        }
        if (((amount >> bit) & 1) == 0) continue;
        rest += part;
        if (rest >= whole) {
            rest -= whole;
            ++quotient;
        }
    }
    return quotient;
}

std::string show_fraction(detail::Int128 part, detail::Int128 whole) {
    return format_percent(
        Percent::hundredths(divide_rounded(part * Percent::whole(100).to_hundredths(), whole)));
}

PoolFractions::PoolFractions(const ServerEstimate& server)
    : cpu_(std::max<std::int64_t>((server.capacity - server.reserved).cpu.to_millis(), 0)),
      memory_(std::max<std::int64_t>((server.capacity - server.reserved).memory.to_bytes(), 0)) {
    for (const ServiceShare& share : server.shares) used_ += of(share.used).part;
}

PoolFraction PoolFractions::of(Resources used) const {
    const detail::Int128 by_cpu = cpu_ > 0 ? used.cpu.to_millis() * std::max<detail::Int128>(memory_, 1) : 0;
    const detail::Int128 by_memory =
        memory_ > 0 ? used.memory.to_bytes() * std::max<detail::Int128>(cpu_, 1) : 0;
    if (by_memory > by_cpu) return {by_memory, Resource::memory};
    return {by_cpu, Resource::cpu};
}

}  // namespace stowage
