// SPDX-License-Identifier: MIT
//
// An offer that is taken puts its environment into the plan: what must hold then, of plans at random.
#include <algorithm>
#include <map>
#include <set>

#include "fixtures.hpp"
#include "plan_generator.hpp"
#include "stowage/provider_comparison.hpp"

using namespace stowage;
using namespace stowage::test;

namespace {

/// The plan with one of its environments alone.
Plan alone(const Plan& plan, const Environment& environment) {
    Plan one = plan;
    one.environments = {environment};
    return one;
}

/// Findings that say how the machines carry what is placed on them: those must not get worse. Costs, the
/// catalogue and what a database of another provider promises do change with the provider.
bool is_about_fit(FindingCode code) {
    const std::string_view name = name_of(code);
    return name.starts_with("server_") || name.starts_with("service_") || name.starts_with("headroom_") ||
           name.starts_with("surge_") || name.starts_with("zone_") || name.starts_with("stranded_") ||
           name == "instance_too_small" || name == "instance_sustained_cpu" || name == "instance_shared_cpu";
}

std::set<std::string> fit_findings(const EnvironmentEstimate& estimate) {
    std::set<std::string> found;
    for (const Finding& finding : estimate.findings) {
        if (is_about_fit(finding.code))
            found.insert(std::string(name_of(finding.code)) + " " + finding.where);
    }
    return found;
}

bool has(const EnvironmentEstimate& estimate, FindingCode code) {
    return std::any_of(estimate.findings.begin(), estimate.findings.end(),
                       [&](const Finding& finding) { return finding.code == code; });
}

/// Of a server whose size nobody tells, it is that of the machine which is rented: what fits there, and what
/// is found, is new.
bool tells_every_size(const EnvironmentEstimate& estimate) {
    return std::all_of(estimate.servers.begin(), estimate.servers.end(), [](const ServerEstimate& server) {
        return !server.machine.size.cpu.is_zero() && !server.machine.size.memory.is_zero();
    });
}

struct Counts {
    int offers = 0;
    int with_every_size = 0;
    int complete = 0;
};

void check_adopted(const Plan& plan, const EnvironmentEstimate& before, const ProviderOffer& offer,
                   const std::string& what, Counts& counts) {
    const Plan adopted = alone(plan, offer.environment);
    const auto again = read_plan(write_plan_yaml(adopted));
    CHECK_MESSAGE(again.has_value(), what << (again ? std::string() : to_text(again.error().front())));
    if (again) CHECK_MESSAGE(*again == adopted, what);
    const Estimate figures = estimate(adopted, catalogue());
    const EnvironmentEstimate& after = figures.environments.front();
    CHECK_MESSAGE(after.cost.low == offer.cost.low, what);
    CHECK_MESSAGE(after.cost.high == offer.cost.high, what);
    CHECK_MESSAGE(after.cost.complete == offer.cost.complete, what);
    CHECK_MESSAGE(offer.cost.complete == offer.missing.empty(), what);
    CHECK_MESSAGE(!has(after, FindingCode::instance_too_small), what);
    CHECK_MESSAGE(!has(after, FindingCode::instance_sustained_cpu), what);
    CHECK_MESSAGE(!has(after, FindingCode::instance_shared_cpu), what);
    ++counts.offers;
    if (offer.cost.complete) ++counts.complete;
    if (!tells_every_size(before)) return;
    ++counts.with_every_size;
    const auto old_findings = fit_findings(before);
    for (const std::string& finding : fit_findings(after))
        CHECK_MESSAGE(old_findings.count(finding) == 1, what << ": new: " << finding);
}

void check_offers(const Plan& plan, std::size_t index, const MachineFilter& filter, const std::string& name,
                  Counts& counts) {
    const Environment& environment = plan.environments[index];
    const Plan one = alone(plan, environment);
    const Estimate figures = estimate(one, catalogue());
    const auto offers =
        compare_providers(one, one.environments[0], figures.environments[0], catalogue(), filter);
    CHECK(offers.front().current);
    for (const ProviderOffer& offer : offers) {
        if (offer.current) continue;
        check_adopted(one, figures.environments[0], offer, name + ", " + offer.provider, counts);
    }
}

}  // namespace

TEST_SUITE("an offer that is taken") {
    TEST_CASE("is a plan with the cost of the offer, whose machines carry what is on them") {
        Counts counts;
        const Plan seed = seed_plan();
        for (std::size_t i = 0; i < seed.environments.size(); ++i)
            check_offers(seed, i, {}, seed.environments[i].name, counts);
        for (std::uint64_t number = 0; number < 60; ++number) {
            Plan plan = random_plan(number);
            plan.prices.own.clear();
            MachineFilter filter;
            filter.latest_generation = number % 3 == 1;
            filter.stale_prices = number % 4 == 2;
            if (number % 5 == 3) filter.architecture = Architecture::x86_64;
            for (std::size_t i = 0; i < plan.environments.size(); ++i)
                check_offers(plan, i, filter, "seed " + std::to_string(number), counts);
        }
        CHECK(counts.offers > 100);
        CHECK(counts.with_every_size > 20);
        CHECK(counts.complete > 10);
    }
}
