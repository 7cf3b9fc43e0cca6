// SPDX-License-Identifier: MIT
//
// Whatever a plan says survives each of its texts.
#include <set>

#include "expectations.hpp"
#include "fixtures.hpp"
#include "plan_generator.hpp"
#include "random.hpp"
#include "stowage/references.hpp"
#include "stowage/text/link.hpp"
#include "test_files.hpp"

using namespace stowage;
using namespace stowage::test;

namespace {

constexpr std::uint64_t kPlans = 400;

bool reads_as(const std::string& text, const Plan& plan) {
    const auto again = read_plan(text);
    return again.has_value() && *again == plan;
}

void check_texts(const Plan& plan, const std::string& which) {
    const std::string yaml = write_plan_yaml(plan);
    CHECK_MESSAGE(reads_as(yaml, plan), which << "\n" << yaml << "\n" << refusal_of(read_plan(yaml)));
    CHECK_MESSAGE(reads_as(write_plan_json(plan), plan), which);
    CHECK_MESSAGE(reads_as(write_plan_compact_json(plan), plan), which);
    const auto decoded = decode_link(encode_link(plan));
    CHECK_MESSAGE((decoded && *decoded == plan), which);
}

/// Every key of the maps of a tree.
void collect_keys(const Node& node, std::set<std::string>& keys) {
    for (const Member& member : node.members) {
        keys.insert(member.key);
        collect_keys(member.value, keys);
    }
    for (const Node& item : node.items) collect_keys(item, keys);
}

/// Every key under a "properties" of a JSON schema.
void collect_properties(const Node& schema, std::set<std::string>& keys) {
    for (const Member& member : schema.members) {
        if (member.key == "properties") {
            for (const Member& property : member.value.members) keys.insert(property.key);
        }
        collect_properties(member.value, keys);
    }
    for (const Node& item : schema.items) collect_properties(item, keys);
}

}  // namespace

TEST_SUITE("plan round trip") {
    TEST_CASE("the templates") {
        for (const PlanTemplate& known : plan_templates())
            check_texts(plan_of(known.text), std::string(known.name));
    }

    TEST_CASE("the sample of the design") {
        check_texts(plan_of(read_file("tests/data/plans/design-sample.yaml")), "design-sample.yaml");
    }

    TEST_CASE("the plan of nothing") { check_texts(Plan{}, "empty"); }

    TEST_CASE("hundreds of plans made at random") {
        for (std::uint64_t seed = 0; seed < kPlans; ++seed) {
            const Plan plan = random_plan(seed);
            REQUIRE_MESSAGE(check_references(plan).empty(), seed);
            check_texts(plan, "seed " + std::to_string(seed));
        }
    }

    TEST_CASE("a canonical text is its own canonical text") {
        for (std::uint64_t seed = 0; seed < kPlans; seed += 10) {
            const std::string yaml = write_plan_yaml(random_plan(seed));
            const std::string json = write_plan_json(random_plan(seed));
            CHECK(write_plan_yaml(plan_of(json)) == yaml);
            CHECK(write_plan_json(plan_of(yaml)) == json);
        }
    }

    TEST_CASE("plans made at random are the same on every platform") {
        // The first three draws of SplitMix64 from seed 1234567, as its authors publish them.
        Random random(1'234'567);
        CHECK(random.next() == UINT64_C(6457827717110365317));
        CHECK(random.next() == UINT64_C(3203168211198807973));
        CHECK(random.next() == UINT64_C(9817491932198370423));
    }

    TEST_CASE("plans made at random use every key of the format") {
        std::set<std::string> used;
        for (std::uint64_t seed = 0; seed < kPlans; ++seed) collect_keys(plan_node(random_plan(seed)), used);
        const auto schema = read_document(plan_schema());
        REQUIRE(schema.has_value());
        if (!schema) return;
        std::set<std::string> known;
        collect_properties(*schema, known);
        CHECK(known.size() > 40);
        for (const std::string& key : known) CHECK_MESSAGE(used.contains(key), key);
    }
}
