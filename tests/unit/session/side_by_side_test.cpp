// SPDX-License-Identifier: MIT
#include "stowage/session/side_by_side.hpp"

#include "expectations.hpp"
#include "web_plan.hpp"

using namespace stowage;
using namespace stowage::test;

namespace {

/// A service of 40 requests a second that take 50 ms of CPU each, so two cores of those that it requests.
Plan loaded(int replicas, const std::string& load = "{arrivals: 40/s, cpu_time: 50ms}") {
    return plan_of(
        "stowage: 0\nenvironments: {live: {servers: {app: {cpu: 64, memory: 64GiB, cost: 100/month}}, "
        "services: {web: {cpu: 2, memory: 1GiB, replicas: " +
        std::to_string(replicas) + ", load: " + load + "}}}}");
}

SideBySide sides_of(const Plan& before, const Plan& after, const std::string& origin = "the link") {
    const Baseline baseline{std::make_shared<const Plan>(before), estimate(before, catalogue()), 1, origin};
    return side_by_side(baseline, after, estimate(after, catalogue()));
}

/// "BEFORE | AFTER | CHANGE" of the first environment.
std::string figure(const SideBySide& sides, std::string_view what) {
    for (const ComparedFigure& row : sides.environments.front().figures) {
        if (row.what == what) return row.before + " | " + row.after + " | " + row.change;
    }
    return "none";
}

}  // namespace

TEST_SUITE("two plans side by side") {
    TEST_CASE("carry as many times the load as their CPU allows, and name what ends it") {
        // 2 of 4 cores are in use, then 2 of 6
        CHECK(figure(sides_of(loaded(2), loaded(3)), "Carries") ==
              "2 times the load, then: CPU of web | 3 times the load, then: CPU of web | +1 times");
        CHECK(figure(sides_of(loaded(3), loaded(2)), "Carries").ends_with(" | -1 times"));
        CHECK(figure(sides_of(loaded(2), loaded(2)), "Carries").ends_with(" | no change"));
    }

    TEST_CASE("a load that is stated on one side only is not subtracted") {
        CHECK(figure(sides_of(loaded(2, "{}"), loaded(2)), "Carries") ==
              "no load stated | 2 times the load, then: CPU of web | ");
    }

    TEST_CASE("other machines of the same number are no change of their number") {
        Plan other = loaded(2);
        other.environments.front().servers.front().memory = Bytes::gib(32);
        CHECK(figure(sides_of(loaded(2), other), "Servers") ==
              "app: 1 x 64 cores, 64 GiB | app: 1 x 64 cores, 32 GiB | as many machines");
        CHECK(figure(sides_of(loaded(2), other), "Free memory") == "62 GiB | 30 GiB | -32 GiB");
    }

    TEST_CASE("a long list of servers is cut, and the rest counted") {
        Plan many = loaded(2);
        auto& servers = many.environments.front().servers;
        for (int i = 2; i <= 9; ++i) {
            servers.push_back(servers.front());
            servers.back().name = "s" + std::to_string(i);
        }
        const std::string words = figure(sides_of(loaded(2), many), "Servers");
        CHECK(words.find(";\nand 3 more | +8 machines") != std::string::npos);
    }

    TEST_CASE("a baseline that was pinned, and one with a name of its own, head their column") {
        CHECK(sides_of(loaded(1), loaded(1), "").before == "The baseline");
        CHECK(sides_of(loaded(1), loaded(1), "the link").before == "The link");
        CHECK(sides_of(loaded(1), loaded(1), "\u201Cshop\u201D").before == "\u201Cshop\u201D");
    }

    TEST_CASE("plans of different names have them at the head of their columns") {
        Plan before = loaded(1);
        before.name = "Shop, as it is";
        Plan after = before;
        CHECK(sides_of(before, after).before == "The link");
        after.name = "Shop, cheaper";
        CHECK(sides_of(before, after).before == "The link: Shop, as it is");
        CHECK(sides_of(before, after).after == "This plan: Shop, cheaper");
        after.name.clear();
        CHECK(sides_of(before, after).after == "This plan");
    }

    TEST_CASE("where neither states a load there is no change") {
        CHECK(figure(sides_of(loaded(2, "{}"), loaded(2, "{}")), "Carries") ==
              "no load stated | no load stated | no change");
    }

    TEST_CASE("as a document nothing of a plan's words acts") {
        Plan plan = loaded(1);
        plan.environments.front().title = "<b> | *x*";
        const std::string text = side_by_side_report(sides_of(plan, plan));
        CHECK(text.find("\n## \\<b\\> \\| \\*x\\*\n") != std::string::npos);
        CHECK(text.find("\n| Figure | The link | This plan | Difference |\n|---|---|---|---|\n") !=
              std::string::npos);
    }
}
