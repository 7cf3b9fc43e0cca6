// SPDX-License-Identifier: MIT
//
// What the fix of a finding changes in the cost of a month.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "stowage/catalogue.hpp"
#include "stowage/finding.hpp"
#include "stowage/plan.hpp"

namespace stowage {

/// The cost of a month after a fix less that before it, at the lower and at the upper end of ranges, in
/// kCurrency; the smaller change first.
struct FixCost {
    Money low;
    Money high;

    friend bool operator==(const FixCost&, const FixCost&) = default;
};

/// Prices fixes of one plan. Only the positions that a fix edits are put on a bill and nothing is placed, so
/// that the time does not grow with the services of the plan.
class FixCosts {
  public:
    /// Both must last as long as this.
    FixCosts(const Plan& plan, const Catalogue& catalogue);
    ~FixCosts();
    FixCosts(const FixCosts&) = delete;
    FixCosts& operator=(const FixCosts&) = delete;

    /// None where something that the fix rents has no price, or where the plan does not take its edits. What
    /// had no price before counts as nothing, as in the total.
    [[nodiscard]] std::optional<FixCost> of(const Fix& fix) const;

    /// The label with what the fix costs behind it: "Add 1 machine to app (+60.74 a month)", "Rent m6a.large
    /// (saves 12.30 a month)", of ranges "(+10.00..20.00 a month)"; "(no price)" where that is not known, and
    /// the label alone where nothing changes.
    [[nodiscard]] std::string label_of(const Fix& fix) const;

  private:
    struct Bare;
    std::unique_ptr<const Bare> bare_;
    const Plan& plan_;
};

}  // namespace stowage
