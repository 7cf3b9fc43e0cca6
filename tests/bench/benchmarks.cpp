// SPDX-License-Identifier: MIT
#include "benchmarks.hpp"

#include <memory>

#include "benchmark_plans.hpp"
#include "stowage/builtin_catalogue.hpp"
#include "stowage/estimate.hpp"
#include "stowage/text/link.hpp"
#include "stowage/text/plan_template.hpp"
#include "stowage/text/plan_text.hpp"

namespace stowage::bench {
namespace {

/// Everything that the benchmarks read, made once.
struct Inputs {
    Catalogue catalogue = *Catalogue::read(assets::catalogue());
    std::string template_text{plan_templates().front().text};
    Plan template_plan = *read_plan(template_text);
    std::string template_link = encode_link(template_plan);
    Plan thousand = plain_plan(1'000, 200, true);
    std::string thousand_text = write_plan_yaml(thousand);
    Plan ten_thousand = plain_plan(10'000, 2'000, false);  // 54,000 replicas, all placed automatically
    Plan without_room = plan_without_room(10'000, 2'000);
};

std::size_t findings_in(const Estimate& estimate) { return count_findings(estimate, Severity::info); }

}  // namespace

std::vector<Benchmark> core_benchmarks() {
    const auto in = std::make_shared<const Inputs>();
    return {
        {"read_plan/template", [in] { return read_plan(in->template_text)->environments.size(); }},
        {"read_plan/1000_services", [in] { return read_plan(in->thousand_text)->environments.size(); }},
        {"estimate/template", [in] { return findings_in(estimate(in->template_plan, in->catalogue)); }},
        {"estimate/1000_services", [in] { return findings_in(estimate(in->thousand, in->catalogue)); }},
        {"estimate/10000_services", [in] { return findings_in(estimate(in->ten_thousand, in->catalogue)); }},
        {"estimate/10000_services_none_fits",
         [in] { return findings_in(estimate(in->without_room, in->catalogue)); }},
        {"encode_link/template", [in] { return encode_link(in->template_plan).size(); }},
        {"decode_link/template", [in] { return decode_link(in->template_link)->environments.size(); }},
        {"Catalogue::read/shipped", [] { return Catalogue::read(assets::catalogue())->prices().size(); }},
    };
}

}  // namespace stowage::bench
