// SPDX-License-Identifier: MIT
//
// small_catalogue(): std.small costs 0.05 an hour, std.large 0.20; a month has 730 hours.
#include "stowage/text/fix_cost.hpp"
#include "findings_of_plan.hpp"

using namespace stowage;
using namespace stowage::test;

namespace {

/// What an edit of /environments/e is called when it is a fix.
std::string told(const std::string& settings, const std::vector<FieldEdit>& edits) {
    const Plan plan =
        plan_of("stowage: 0\nenvironments: {e: {provider: cloud, region: east, " + settings + "}}");
    Fix fix{"Do it", edits};
    for (FieldEdit& edit : fix.edits) edit.pointer = "/environments/e/" + edit.pointer;
    return FixCosts(plan, small_catalogue()).label_of(fix);
}

}  // namespace

TEST_SUITE("costs of fixes") {
    const std::string kSmall = "servers: {a: {cpu: 2, memory: 4GiB, instance: std.small}}";

    TEST_CASE("more machines, a larger one, a smaller one") {
        CHECK(told(kSmall, {{"servers/a/count", "3"}}) == "Do it (+73.00 a month)");  // 2 x 36.50
        CHECK(told(kSmall, {{"servers/a/instance", "std.large"}}) == "Do it (+109.50 a month)");
        CHECK(told("servers: {a: {instance: std.large}}", {{"servers/a/instance", "std.small"}}) ==
              "Do it (saves 109.50 a month)");
        CHECK(told("discount: 10%, hours: 100, " + kSmall, {{"servers/a/count", "2"}}) ==
              "Do it (+4.50 a month)");
    }

    TEST_CASE("edits that are made together are priced together") {
        CHECK(told("servers: {a: {instance: std.small}, b: {instance: std.large}}",
                   {{"servers/a/count", "2"}, {"servers/b/count", "2"}}) == "Do it (+182.50 a month)");
        CHECK(told("servers: {a: {instance: std.small}, b: {instance: std.large}}",
                   {{"servers/a/instance", "std.large"}, {"servers/b/instance", "std.small"}}) == "Do it");
    }

    TEST_CASE("what no bill has a position of says nothing of cost") {
        CHECK(told(kSmall + ", services: {x: {cpu: 1, memory: 1GiB}}", {{"services/x/replicas", "2"}}) ==
              "Do it");
    }

    TEST_CASE("own costs with a range give a range") {
        CHECK(told("servers: {a: {cost: 10..20/month}}", {{"servers/a/count", "2"}}) ==
              "Do it (+10.00..20.00 a month)");
        CHECK(told("servers: {a: {count: 2, cost: 10..20/month}}", {{"servers/a/count", "1"}}) ==
              "Do it (saves 10.00..20.00 a month)");
    }

    TEST_CASE("what has no price is not guessed, and other things without a price do not matter") {
        CHECK(told("servers: {a: {cpu: 2, memory: 4GiB}}", {{"servers/a/count", "2"}}) == "Do it (no price)");
        CHECK(told(kSmall, {{"servers/a/instance", "none"}}) == "Do it (no price)");
        CHECK(told("servers: {a: {instance: std.small}, b: {cpu: 2}}", {{"servers/a/count", "2"}}) ==
              "Do it (+36.50 a month)");
        // the total, which counted it as nothing, grows by all of it
        CHECK(told("servers: {a: {cpu: 2, memory: 4GiB}}", {{"servers/a/instance", "std.small"}}) ==
              "Do it (+36.50 a month)");
    }

    TEST_CASE("edits that the plan does not take have no cost") {
        CHECK(told(kSmall, {{"servers/a/count", "many"}}) == "Do it (no price)");
        CHECK(told(kSmall, {{"servers/b/count", "2"}}) == "Do it (no price)");
    }
}
