// SPDX-License-Identifier: MIT
//
// Which machines of a provider follow one another.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>

#include "stowage/catalogue.hpp"

namespace stowage {

/// Families of which the newer takes the place of the older.
struct MachineSeries {
    std::string name;
    std::int64_t generation = 0;

    friend bool operator==(const MachineSeries&, const MachineSeries&) = default;
};

/// What the provider's name of the family tells of it; none where no rule is known.
///
/// aws: letters, generation, then the processor (a, g or i) and other options, as in c6i and c6gn; without a
/// letter of a processor it is Intel's, so c5 comes before c6i (docs.aws.amazon.com, "Amazon EC2 instance
/// type naming conventions"). gcp: letters, generation, options, as in n2 and n2d. azure: the number after
/// the last v, as in Dasv5; a name without one is of the first (learn.microsoft.com, "Azure VM sizes naming
/// conventions").
[[nodiscard]] std::optional<MachineSeries> series_of(const InstanceType& type);

/// Of each series the newest generation among the machines of a list. What no rule is known for is the
/// latest.
class LatestGenerations {
  public:
    LatestGenerations() = default;
    LatestGenerations(std::span<const Price> prices, const Catalogue& catalogue);
    [[nodiscard]] bool has(const InstanceType& type) const;

  private:
    std::map<std::string, std::int64_t> newest_;
};

}  // namespace stowage
