// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "stowage/catalogue.hpp"
#include "stowage/plan.hpp"

namespace stowage {

/// A catalogue with the own rows of a plan; the catalogue itself where the plan has none.
class CatalogueOfPlan {
  public:
    CatalogueOfPlan(const Plan& plan, const Catalogue& catalogue) : listed_(catalogue) {
        if (!plan.prices.own.empty()) with_own_.emplace(with_own_prices(catalogue, plan.prices.own));
    }

    [[nodiscard]] const Catalogue& get() const { return with_own_ ? *with_own_ : listed_; }

  private:
    const Catalogue& listed_;
    std::optional<Catalogue> with_own_;
};

}  // namespace stowage
