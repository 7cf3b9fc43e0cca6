// SPDX-License-Identifier: MIT
#include "fixtures.hpp"
#include "stowage/text/link.hpp"
#include "stowage/text/plan_text.hpp"
#include "test_files.hpp"

using namespace stowage;
using namespace stowage::test;

namespace {

Plan plan_in(const std::string& name) {
    const auto plan = decode_link(read_file("tests/data/links/" + name));
    REQUIRE_MESSAGE(plan.has_value(), name);
    return *plan;
}

}  // namespace

TEST_SUITE("links of earlier days") {
    TEST_CASE("are read, and what is read makes a link again") {
        for (const char* name : {"template-2026-11-24.txt", "template-2026-11-28.txt",
                                 "design-sample-2026-11-24.txt", "design-sample-2026-11-25.txt",
                                 "every-key-2026-11-28.txt", "every-part-of-an-estimate-2026-11-28.txt"}) {
            CAPTURE(name);
            const Plan plan = plan_in(name);
            CHECK_FALSE(plan.environments.empty());
            const auto again = decode_link(encode_link(plan));
            REQUIRE(again.has_value());
            CHECK(*again == plan);
        }
    }

    TEST_CASE("hold the plan that they were made of") {
        const auto same = [](const std::string& link, const std::string& file) {
            return plan_in(link) == plan_of(read_file(file));
        };
        CHECK(same("every-key-2026-11-28.txt", "tests/data/links/every-key.yaml"));
        CHECK(plan_in("template-2026-11-24.txt").environments.size() == 4);
        CHECK(plan_in("design-sample-2026-11-25.txt").environments.front().name == "production-distributed");
    }
}
