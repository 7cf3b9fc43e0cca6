// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

#include "markdown.hpp"
#include "stowage/catalogue.hpp"
#include "stowage/estimate.hpp"
#include "stowage/load_outlook.hpp"
#include "stowage/plan.hpp"

namespace stowage {

/// The sections "Load" of the Markdown report: what the load makes of the services, how far it can grow, and
/// charts. The page makes a report after edits, so that what takes long is for plans of a usual size; what is
/// left out of larger ones is said.
class LoadReport {
  public:
    LoadReport(const Plan& plan, const Catalogue& catalogue) : plan_(plan), catalogue_(catalogue) {}

    /// Of one environment; nothing where no load is stated. Ends in an empty line.
    void write(std::uint32_t index, const EnvironmentEstimate& estimate, MarkdownWriter& out);

  private:
    void write_cost(std::uint32_t index, const EnvironmentEstimate& estimate, MarkdownWriter& out);
    void write_growth(std::uint32_t index, const EnvironmentEstimate& estimate, const GrowthRunway& runway,
                      MarkdownWriter& out);
    void count(const ScaledEnvironment& scaled);

    const Plan& plan_;
    const Catalogue& catalogue_;
    /// Services of all environments that are still asked for limits and replicas: some 20 us each.
    std::int64_t services_left_ = 200;
    /// Replicas and machines that are still placed for other loads, in the browser some microseconds each.
    std::int64_t placed_left_ = 10'000;
};

}  // namespace stowage
