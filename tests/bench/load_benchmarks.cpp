// SPDX-License-Identifier: MIT
#include <memory>

#include "benchmarks.hpp"
#include "stowage/builtin_catalogue.hpp"
#include "stowage/estimate.hpp"
#include "stowage/load_outlook.hpp"
#include "stowage/risk.hpp"
#include "stowage/text/load_text.hpp"
#include "stowage/text/plan_template.hpp"
#include "stowage/text/plan_text.hpp"

namespace stowage::bench {
namespace {

constexpr std::uint32_t kDistributed = 3;  // the environment of the template that states a load

struct Inputs {
    Catalogue catalogue = *Catalogue::read(assets::catalogue());
    Plan plan = *read_plan(plan_templates().front().text);
    Estimate figures = estimate(plan, catalogue);

    [[nodiscard]] const Environment& environment() const { return plan.environments[kDistributed]; }
    [[nodiscard]] const EnvironmentEstimate& estimated() const { return figures.environments[kDistributed]; }
};

std::size_t all_draws(const Inputs& in) {
    RiskDraws draws(in.environment(), in.estimated());
    draws.draw(kRiskDraws);
    return static_cast<std::size_t>(draws.outcome().in_time);
}

}  // namespace

std::vector<Benchmark> load_benchmarks() {
    const auto in = std::make_shared<const Inputs>();
    return {
        {"load/template_2000_draws", [in] { return all_draws(*in); }},
        {"load/template_limits", [in] { return load_limits(in->environment(), in->estimated()).size(); }},
        {"load/template_steps",
         [in] {
             return load_steps(in->plan, in->catalogue, kDistributed, in->estimated(), kShownLoadFactor,
                               kShownLoadSteps)
                 .size();
         }},
    };
}

}  // namespace stowage::bench
