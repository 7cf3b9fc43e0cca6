// SPDX-License-Identifier: MIT
//
// A bare number that is typed into the field of a quantity.
#include "stowage/session/typed_unit.hpp"

#include <doctest/doctest.h>

#include "stowage/session/session.hpp"
#include "web_plan.hpp"

using namespace stowage;
using namespace stowage::test;

namespace {

const std::string kLive = "/environments/live";
const std::string kWeb = kLive + "/services/web";

/// The web plan with quantities of other kinds.
Plan plan() {
    auto plan = with_fields(web_plan(), {{kLive + "/min_headroom/cpu", "20%"},
                                         {kLive + "/network/egress", "500GB/month"},
                                         {kLive + "/servers/app/cost", "40/month"},
                                         {kLive + "/servers/app/disk", "80GiB"},
                                         {kLive + "/servers/app/zone", "3b"},
                                         {kLive + "/servers/app/note", "2 GiB"},
                                         {kWeb + "/load/arrivals", "20..40/s"},
                                         {kWeb + "/load/service_time", "120ms"}});
    REQUIRE_MESSAGE(plan, to_text(plan.error().front()));
    return *std::move(plan);
}

std::string taken(const std::string& pointer, std::string_view typed) {
    return with_standing_unit(plan(), pointer, typed);
}

}  // namespace

TEST_SUITE("a bare number") {
    TEST_CASE("takes the unit that stands there") {
        CHECK(taken(kWeb + "/memory", "4") == "4GiB");
        CHECK(taken(kWeb + "/memory", " 1.5 ") == "1.5GiB");
        CHECK(taken(kLive + "/servers/app/disk", "120") == "120GiB");
        CHECK(taken(kLive + "/min_headroom/cpu", "30") == "30%");
        CHECK(taken(kLive + "/network/egress", "2") == "2GB/month");
        CHECK(taken(kWeb + "/load/service_time", "80") == "80ms");
        CHECK(taken(kLive + "/servers/app/cost", "55") == "55/month");
    }

    TEST_CASE("takes the unit of a range, and so does a range without one") {
        CHECK(taken(kWeb + "/load/arrivals", "60") == "60/s");
        CHECK(taken(kWeb + "/memory", "1..2") == "1..2GiB");  // which a plan takes for 1GiB..2GiB
    }

    TEST_CASE("of CPU is cores, as CPU stands there in cores, also where it was typed in millicores") {
        CHECK(taken(kLive + "/services/jobs/cpu", "250") == "250");  // written as 500m in the file
        CHECK(taken(kWeb + "/replicas", "3") == "3");
    }

    TEST_CASE("stays bare where nothing stands, and is refused with what is accepted") {
        CHECK(taken(kWeb + "/memory_limit", "4") == "4");
        Session session(plan(), std::make_shared<const Catalogue>(catalogue()));
        const auto refused = session.apply(SetField{kWeb + "/memory_limit", "4"});
        REQUIRE_FALSE(refused);
        CHECK(refused.error().front().accepted.starts_with("a number with a unit: 512MiB"));
    }

    TEST_CASE("is left alone in settings of words, and so is what is more than a number") {
        CHECK(taken(kLive + "/servers/app/note", "4") == "4");
        CHECK(taken(kLive + "/servers/app/zone", "4") == "4");
        CHECK(taken(kWeb + "/memory", "4 MiB") == "4 MiB");
        CHECK(taken(kWeb + "/memory", "-1") == "-1");
        CHECK(taken(kWeb + "/memory", "").empty());
    }

    TEST_CASE("that is typed into a field of a session is such a quantity, and undone in one step") {
        Session session(plan(), std::make_shared<const Catalogue>(catalogue()));
        CHECK(session.apply(SetField{kWeb + "/memory", "4"}));
        CHECK(session.plan().environments[0].services[0].memory == Bytes::gib(4));
        CHECK(session.apply(Undo{}));
        CHECK(session.plan() == plan());
    }
}
