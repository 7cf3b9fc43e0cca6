// SPDX-License-Identifier: MIT
//
// A fix that is offered is accepted by the plan, and mends what its finding says.
#include <algorithm>
#include <map>

#include "findings_of_plan.hpp"
#include "plan_generator.hpp"
#include "stowage/text/fix_cost.hpp"

using namespace stowage;
using namespace stowage::test;

namespace {

/// The fixes of a plan tried one by one, by code.
class Tried {
  public:
    void all_of(const Plan& plan, const std::string& name) {
        const Estimate before = estimate(plan, catalogue());
        for (std::size_t i = 0; i < before.environments.size(); ++i) {
            for (const Finding& finding : before.environments[i].findings) {
                for (const Fix& fix : finding.fixes) one(plan, i, finding, fix, name);
            }
        }
    }
    [[nodiscard]] int count(FindingCode code) const {
        const auto at = counts_.find(code);
        return at == counts_.end() ? 0 : at->second;
    }

    [[nodiscard]] int with_cost() const { return with_cost_; }

  private:
    void one(Plan plan, std::size_t environment, const Finding& finding, const Fix& fix,
             const std::string& name) {
        const auto stated = FixCosts(plan, catalogue()).of(fix);
        const Cost before = estimate(plan, catalogue()).environments[environment].cost;
        const std::string what =
            name + ": " + std::string(name_of(finding.code)) + " at " + finding.where + ": " + fix.label;
        CHECK_FALSE(fix.label.empty());
        CHECK_FALSE(fix.edits.empty());
        for (const FieldEdit& edit : fix.edits) {
            auto changed = with_field(plan, edit.pointer, edit.text);
            CHECK_MESSAGE(changed.has_value(),
                          what << ": " << (changed ? std::string() : to_text(changed.error().front())));
            if (changed) plan = *std::move(changed);
        }
        plan.environments = {plan.environments[environment]};
        const Estimate after = estimate(plan, catalogue());
        const auto& findings = after.environments.front().findings;
        const bool gone = std::none_of(findings.begin(), findings.end(), [&](const Finding& other) {
            return other.code == finding.code && other.where == finding.where;
        });
        CHECK_MESSAGE(gone, what);
        ++counts_[finding.code];
        if (!stated) return;
        const Cost& cost = after.environments.front().cost;
        const Money low = cost.low - before.low;
        const auto [less, more] = std::minmax({low, cost.high - before.high});
        const bool agrees =
            *stated == FixCost{less, more} || (!before.complete && *stated == FixCost{low, low});
        CHECK_MESSAGE(agrees, what);
        if (!(*stated == FixCost{})) ++with_cost_;
    }

    std::map<FindingCode, int> counts_;
    int with_cost_ = 0;
};

/// Each fix is tried by an estimate of its own: of the few plans with thousands of replicas or hundreds of
/// machines there is nothing more to learn.
bool is_small(const Plan& plan) {
    std::int64_t size = 0;
    for (const Environment& environment : plan.environments) {
        for (const Server& server : environment.servers) size += server.count;
        for (const Service& service : environment.services) size += service.replicas;
    }
    return size < 500;
}

/// The labels of the fixes of one code, one a line.
std::string fixes_with(const std::string& settings, FindingCode code) {
    const Plan plan =
        plan_of("stowage: 0\nenvironments: {e: {provider: cloud, region: east, " + settings + "}}");
    const Estimate figures = estimate(plan, small_catalogue());
    std::string text;
    for (const Finding& finding : figures.environments.front().findings) {
        if (finding.code != code) continue;
        for (const Fix& fix : finding.fixes) text += fix.label + "\n";
    }
    return text;
}

}  // namespace

TEST_SUITE("fixes") {
    TEST_CASE(
        "of the template and of random plans each is accepted, mends its finding and costs what it says") {
        Tried tried;
        tried.all_of(seed_plan(), "the template");
        for (std::uint64_t seed = 0; seed < 30; ++seed) {
            const Plan plan = random_plan(seed);
            if (is_small(plan)) tried.all_of(plan, "seed " + std::to_string(seed));
        }
        for (const FindingCode code :
             {FindingCode::server_overcommitted, FindingCode::service_unplaced,
              FindingCode::memory_limit_below_request, FindingCode::paid_twice,
              FindingCode::max_cost_below_price, FindingCode::server_loss_not_survived,
              FindingCode::surge_without_room}) {
            CHECK_MESSAGE(tried.count(code) > 1, std::string(name_of(code)));
        }
        CHECK(tried.with_cost() > 5);
    }

    TEST_CASE("an over-committed server: the smallest service that cures it moves, else machines are added") {
        const std::string two =
            "servers: {app: {cpu: 4, memory: 8GiB, cost: 1/month}, db: {title: DB, cpu: 4, memory: 8GiB, "
            "cost: 1/month}}, services: {x: {server: app, cpu: 3, memory: 1GiB}, y: {title: Y, server: app, "
            "cpu: 2, memory: 1GiB}, z: {server: app, cpu: 500m, memory: 1GiB}";
        // 5.5 of 4 cores: without z still 5, without y 3.5
        CHECK(fixes_with(two + "}", FindingCode::server_overcommitted) == "Move Y to DB\n");
        // db has 1 core left, where only z fits, which is not enough: 3 + 0.5 on one machine, 2 on the next
        CHECK(fixes_with(two + ", w: {server: db, cpu: 3, memory: 1GiB}}",
                         FindingCode::server_overcommitted) == "Add 1 machine to app\n");
        // larger than a machine: no number of machines helps
        CHECK(fixes_with("servers: {app: {cpu: 4, memory: 8GiB, cost: 1/month}}, "
                         "services: {x: {server: app, cpu: 5, memory: 1GiB}}",
                         FindingCode::server_overcommitted)
                  .empty());
    }

    TEST_CASE("a service without a place: machines where the fewest do") {
        CHECK(fixes_with("servers: {a: {cpu: 2, memory: 8GiB, cost: 1/month}, b: {cpu: 4, memory: 8GiB, "
                         "cost: 1/month}}, services: {x: {cpu: 2, memory: 1GiB, replicas: 7}}",
                         FindingCode::service_unplaced) == "Add 2 machines to b\n");
        CHECK(fixes_with("servers: {a: {cpu: 2, memory: 8GiB, cost: 1/month}}, "
                         "services: {x: {cpu: 3, memory: 1GiB}}",
                         FindingCode::service_unplaced)
                  .empty());
    }

    TEST_CASE("too little headroom: a pinned service moves") {
        CHECK(fixes_with("servers: {a: {cpu: 4, memory: 8GiB, cost: 1/month, min_headroom: {cpu: 50%}}, "
                         "b: {cpu: 4, memory: 8GiB, cost: 1/month}}, services: {x: {server: a, cpu: 2, "
                         "memory: 1GiB}, y: {server: a, cpu: 1, memory: 1GiB}}",
                         FindingCode::headroom_below_minimum) == "Move y to b\n");
    }

    TEST_CASE("a loss or a roll-out that one more machine makes good") {
        const std::string one =
            "servers: {app: {cpu: 4, memory: 8GiB, cost: 1/month}}, "
            "services: {x: {server: app, cpu: 3, memory: 6GiB}}";
        CHECK(fixes_with(one, FindingCode::server_loss_not_survived) == "Add 1 machine to app\n");
        CHECK(fixes_with(one, FindingCode::surge_without_room) == "Add 1 machine to app\n");
        const std::string two =
            "servers: {app: {cpu: 4, memory: 8GiB, cost: 1/month}, db: {cpu: 4, memory: 8GiB, cost: "
            "1/month}}, services: {x: {server: app, cpu: 3, memory: 6GiB}, y: {server: db, cpu: 3, memory: "
            "6GiB}}";
        CHECK(fixes_with(two, FindingCode::server_loss_not_survived) ==
              "Add 1 machine to each of 2 servers\n");
        CHECK(fixes_with(two, FindingCode::surge_without_room).empty());  // each lacks one
    }

    TEST_CASE("the figures are in the label") {
        CHECK(fixes_with("servers: {app: {cpu: 4, memory: 8GiB, cost: 1/month}}, services: {x: {cpu: 1, "
                         "memory: 2GiB, memory_limit: 1GiB}}",
                         FindingCode::memory_limit_below_request) == "Set the limit to 2 GiB\n");
    }
}
