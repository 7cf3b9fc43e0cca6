// SPDX-License-Identifier: MIT
#include <memory>
#include <string>

#include "benchmark_plans.hpp"
#include "benchmarks.hpp"
#include "stowage/builtin_catalogue.hpp"
#include "stowage/limits.hpp"
#include "stowage/provider_comparison.hpp"
#include "stowage/text/plan_template.hpp"
#include "stowage/text/plan_text.hpp"

namespace stowage::bench {
namespace {

/// A plan with its estimate, made before.
struct Input {
    explicit Input(Plan the_plan) : plan(std::move(the_plan)) {}

    Catalogue catalogue = *Catalogue::read(assets::catalogue());
    Plan plan;
    Estimate figures = estimate(plan, catalogue);
};

/// As many servers as a plan may hold, no two alike, of which no machine is large enough for the last half.
Plan servers_unlike_each_other() {
    Plan plan;
    Environment& environment = plan.environments.emplace_back();
    environment.name = "unlike";
    environment.provider = "aws";
    environment.region = "us-east-1";
    for (std::int64_t i = 0; i < limits::kServers; ++i) {
        Server server;
        server.name = "server-" + std::to_string(i);
        server.cpu = MilliCpu::millis(i * 160);
        server.memory = Bytes::mib(i * 160 + 1);
        server.instance = "c6i.4xlarge";
        environment.servers.push_back(std::move(server));
    }
    return plan;
}

std::size_t lines_in(const Input& input) {
    std::size_t lines = 0;
    for (std::size_t i = 0; i < input.plan.environments.size(); ++i) {
        for (const ProviderOffer& offer :
             compare_providers(input.plan, input.plan.environments[i], input.figures.environments[i],
                               input.catalogue, {})) {
            lines += offer.lines.size();
        }
    }
    return lines;
}

Benchmark comparing(std::string name, Plan plan) {
    const auto input = std::make_shared<const Input>(std::move(plan));
    return {std::move(name), [input] { return lines_in(*input); }};
}

}  // namespace

std::vector<Benchmark> comparison_benchmarks() {
    return {
        comparing("compare/template", *read_plan(plan_templates().front().text)),
        comparing("compare/1000_services_200_pools", plain_plan(1'000, 2'000, true)),
        comparing("compare/5000_unlike_servers", servers_unlike_each_other()),
    };
}

}  // namespace stowage::bench
