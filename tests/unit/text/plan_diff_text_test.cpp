// SPDX-License-Identifier: MIT
#include "stowage/text/plan_diff_text.hpp"

#include "fixtures.hpp"
#include "plan_generator.hpp"

using namespace stowage;
using namespace stowage::test;

namespace {

/// "WHERE: BEFORE -> AFTER", one a line.
std::string changes_between(const Plan& before, const Plan& after) {
    std::string text;
    for (const FieldChange& change : changed_fields(before, after)) {
        text += change.where + ": " + change.before.value_or("(default)") + " -> " +
                change.after.value_or("(default)") + "\n";
    }
    return text;
}

}  // namespace

TEST_SUITE("changed fields") {
    TEST_CASE("settings that changed, that are new and that are gone") {
        CHECK(changes_between(
                  plan_of("stowage: 0\nenvironments: {e: {budget: 100, servers: {a: {cpu: 2, memory: 4GiB}, "
                          "b: {cpu: 1, memory: 1GiB}}}}"),
                  plan_of("stowage: 0\nenvironments: {e: {servers: {c: {cpu: 8, memory: 1GiB}, a: {cpu: 4, "
                          "memory: 4GiB, count: 2}}}}")) ==
              "/environments/e/servers/c: (default) -> {\"cpu\":8,\"memory\":\"1GiB\"}\n"
              "/environments/e/servers/a/cpu: 2 -> 4\n"
              "/environments/e/servers/a/count: (default) -> 2\n"
              "/environments/e/servers/b: {\"cpu\":1,\"memory\":\"1GiB\"} -> (default)\n"
              "/environments/e/budget: 100 -> (default)\n");
    }

    TEST_CASE("a list is one setting, and a name in a pointer is escaped") {
        CHECK(changes_between(
                  plan_of("stowage: 0\nprices: {own: {c/r/s: {price: 1}}}\nenvironments: {e: {services: {w: "
                          "{cpu: 1, memory: 1GiB, scale_out: {any: ['queue > 50']}}}}}"),
                  plan_of("stowage: 0\nprices: {own: {c/r/s: {price: 2}}}\nenvironments: {e: {services: {w: "
                          "{cpu: 1, memory: 1GiB, scale_out: {any: ['queue > 60']}}}}}")) ==
              "/prices/own/c~1r~1s/price: 1 -> 2\n"
              "/environments/e/services/w/scale_out/any: [\"queue > 50\"] -> [\"queue > 60\"]\n");
    }

    TEST_CASE("two spellings of a size are one, and the order of elements is no change") {
        CHECK(changes_between(
                  plan_of("stowage: 0\nenvironments: {e: {servers: {a: {cpu: 500m, memory: 1024MiB}, b: }}}"),
                  plan_of("stowage: 0\nenvironments: {e: {servers: {b: , a: {cpu: 0.5, memory: 1GiB}}}}"))
                  .empty());
    }

    TEST_CASE("the prices that Stowage wrote into a plan are no setting") {
        CHECK(changes_between(plan_of("stowage: 0\nprices: {snapshot: s}\nenvironments: {e: }"),
                              plan_of("stowage: 0\nprices: {snapshot: s, used: {c/r/t: 0.1}}\nenvironments: "
                                      "{e: }"))
                  .empty());
    }

    TEST_CASE("no plan differs from itself, and from another it does") {
        for (std::uint64_t seed = 0; seed < 50; ++seed) {
            CHECK(changed_fields(random_plan(seed), random_plan(seed)).empty());
            CHECK_FALSE(changed_fields(random_plan(seed), random_plan(seed + 1)).empty());
        }
    }
}
