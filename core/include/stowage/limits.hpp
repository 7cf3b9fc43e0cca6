// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>

#include "stowage/quantity.hpp"

namespace stowage {

/// What a plan may hold. The counts are far above any plan that a person writes (the largest planned use is
/// 10,000 services with 54,000 replicas on 2,000 servers); the sizes are above the largest machine on sale
/// (AWS u7in-32tb.224xlarge: 896 vCPU, 32 TiB). Together they keep every sum within 64 bits: see the
/// static_asserts below.
namespace limits {

inline constexpr std::size_t kTextBytes = 8u << 20;
inline constexpr int kDepth = 32;
/// Errors that one text is told: enough to mend it, and a report of a broken 8 MiB text stays short.
inline constexpr std::size_t kErrors = 100;
inline constexpr std::int64_t kEnvironments = 100;
inline constexpr std::int64_t kServices = 20'000;
inline constexpr std::int64_t kReplicas = 200'000;
inline constexpr std::int64_t kServers = 5'000;
inline constexpr std::int64_t kManaged = 1'000;
inline constexpr std::size_t kNameBytes = 63;    // the length of a DNS label, as in Kubernetes and Compose
inline constexpr std::size_t kTitleBytes = 200;  // longer than a heading can show
inline constexpr std::size_t kNoteBytes = 4'000;
inline constexpr std::size_t kIdBytes =
    100;  // the longest provider/region/sku of the shipped catalogue has 67

inline constexpr MilliCpu kCpu = MilliCpu::cores(10'000);
inline constexpr Bytes kMemory = Bytes::tib(32);
inline constexpr Bytes kDisk = Bytes::tib(1'024);
/// The largest general purpose volume of AWS (gp3).
inline constexpr Bytes kReplicaDisk = Bytes::tib(16);
/// What a machine that states no disk and no pods has for placing: more than all replicas can take.
inline constexpr Bytes kUnlimitedDisk = Bytes::bytes(INT64_MAX / 2);
inline constexpr std::int64_t kUnlimitedPods = 1'000'000;
inline constexpr Bytes kTraffic = Bytes::tib(1'024 * 1'024);
/// The most expensive machine in the catalogue costs under 500 an hour.
inline constexpr HourlyPrice kHourlyPrice = HourlyPrice::nanos(1'000 * INT64_C(1'000'000'000));
/// Tiers of one list price: the longest list that was read (Azure egress) has six.
inline constexpr std::size_t kPriceTiers = 12;
/// Where a tier may end, in units of its price: a thousand million GB.
inline constexpr std::int64_t kTierUnits = 1'000'000'000;
/// Own rows of a plan: a price list of a small provider.
inline constexpr std::int64_t kOwnPrices = 1'000;
/// Load balancers, gateways and addresses of one environment.
inline constexpr std::int64_t kNetworkDevices = 10'000;
inline constexpr Money kMonthlyCost = Money::units(1'000'000);
/// What one disk, or the storage of one database, costs at most: a month of the largest of AWS (gp3, 16 TiB)
/// costs 1,311. A bill does not count what is dearer: see CostLine::reason.
inline constexpr Money kDiskCost = Money::units(200'000);
/// Lines of a bill for traffic and what carries it, each of kMonthlyCost at most.
inline constexpr std::int64_t kNetworkLines = 8;
/// An own amount in any currency: the least valued are some ten thousandths of a dollar. What it comes to in
/// dollars stays within kMonthlyCost: check_references() sees to it.
inline constexpr Money kOwnAmount = Money::units(1'000'000'000);
inline constexpr HourlyPrice kOwnHourlyPrice = HourlyPrice::nanos(1'000'000 * INT64_C(1'000'000'000));
inline constexpr EnergyPrice kEnergyPrice = EnergyPrice::nanos(1'000'000 * INT64_C(1'000'000'000));
/// A rack full of accelerators.
inline constexpr Power kPower = Power::watts(100'000);
inline constexpr Months kLifetime = Months::years(100);
inline constexpr std::int64_t kCurrencies = 200;  // ISO 4217 lists some 180
/// The longest month: 31 days.
inline constexpr Duration kMonth = Duration::hours(744);
inline constexpr Duration kDuration = Duration::hours(24 * 366);

static_assert(detail::Int128{kMemory.to_bytes()} * kReplicas < INT64_MAX);
static_assert(detail::Int128{kDisk.to_bytes()} * kServers < INT64_MAX);
static_assert(detail::Int128{kReplicaDisk.to_bytes()} * kReplicas < kUnlimitedDisk.to_bytes());
static_assert(kReplicas < kUnlimitedPods);
static_assert(detail::Int128{kCpu.to_millis()} * kReplicas < INT64_MAX);
// Each server costs either its hourly price or its own monthly cost; managed services likewise. Each has a
// disk.
static_assert(cost_of(kHourlyPrice, kMonth, 1) < kMonthlyCost);
static_assert(detail::Int128{kMonthlyCost.to_nanos() + kDiskCost.to_nanos()} * (kServers + kManaged) +
                  detail::Int128{kMonthlyCost.to_nanos()} * kNetworkLines * kEnvironments <
              INT64_MAX);

}  // namespace limits
}  // namespace stowage
