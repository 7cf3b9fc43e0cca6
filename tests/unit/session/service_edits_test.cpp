// SPDX-License-Identifier: MIT
#include "stowage/session/service_edits.hpp"

#include "expectations.hpp"
#include "stowage/session/service_rows.hpp"
#include "stowage/session/session.hpp"
#include "stowage/text/plan_text.hpp"
#include "web_plan.hpp"

using namespace stowage;
using namespace stowage::test;

namespace {

/// web, sql and jobs of the plan; every plan that an edit makes can be saved and read again.
const Environment& live(const Plan& plan) {
    const auto again = read_plan(write_plan_yaml(plan));
    CHECK_MESSAGE(again.has_value(), refusal_of(again));
    if (again) CHECK(*again == plan);
    return plan.environments.front();
}

ServiceSet of(std::vector<std::string> names) { return {"live", std::move(names)}; }

Plan taken(Result<Plan> plan) {
    REQUIRE(plan.has_value());
    return plan ? *std::move(plan) : Plan{};
}

std::string order(std::vector<std::string> names, std::size_t before) {
    return names_of(live(taken(with_services_at(web_plan(), of(std::move(names)), before))).services);
}

Session web_session() { return {web_plan(), std::make_shared<const Catalogue>(catalogue())}; }

}  // namespace

TEST_SUITE("service edits") {
    TEST_CASE("several services go with the calls to them and with what is rented for them") {
        const Plan plan = taken(without_services(web_plan(), of({"web", "sql"})));
        CHECK(names_of(live(plan).services) == "jobs");
        CHECK(live(plan).services.front().calls.empty());  // it called both
        CHECK(live(plan).managed.front().for_service.empty());
    }

    TEST_CASE("copies stand behind the last of their originals, in the same order, under new names") {
        const Plan plan = taken(with_duplicates(web_plan(), of({"sql", "web"})));
        CHECK(names_of(live(plan).services) == "web sql web-2 sql-2 jobs");
        CHECK(live(plan).services[2].replicas == 2);
        CHECK(live(plan).services[2].calls.front().name == "sql");
    }

    TEST_CASE("services move as a block, before the one that is in that place now") {
        CHECK(order({"jobs"}, 0) == "jobs web sql");
        CHECK(order({"web"}, 2) == "sql web jobs");
        CHECK(order({"web"}, 3) == "sql jobs web");
        CHECK(order({"web"}, 99) == "sql jobs web");
        CHECK(order({"web", "jobs"}, 2) == "sql web jobs");
        CHECK(order({"jobs", "web"}, 1) == "web jobs sql");
        CHECK(order({"web"}, 1) == "web sql jobs");  // where it is
    }

    TEST_CASE("names that are gone are passed over; none at all is refused") {
        CHECK(names_of(live(taken(without_services(web_plan(), of({"gone", "web"})))).services) ==
              "sql jobs");
        CHECK_FALSE(without_services(web_plan(), of({"gone"})).has_value());
        CHECK_FALSE(with_duplicates(web_plan(), {"nowhere", {"web"}}).has_value());
        CHECK_FALSE(with_filled_down(web_plan(), of({}), "cpu").has_value());
    }
}

TEST_SUITE("filling down") {
    TEST_CASE("gives the value of the first in the plan to the others, whichever was named first") {
        const auto filled = with_filled_down(web_plan(), of({"jobs", "web", "sql"}), "memory");
        REQUIRE(filled.has_value());
        CHECK(filled->from == "web");
        CHECK(filled->changed == 2);
        for (const Service& service : live(filled->plan).services) CHECK(service.memory == Bytes::gib(1));
        CHECK(live(filled->plan).services[2].cpu->amount == MilliCpu::millis(500));  // nothing else
    }

    TEST_CASE("counts those only that had another value") {
        const auto filled = with_filled_down(web_plan(), of({"web", "sql", "jobs"}), "cpu");
        REQUIRE(filled.has_value());
        CHECK(filled->changed == 1);  // sql has 1 core as web does
    }

    TEST_CASE("what the first does not state is taken away from the others") {
        Plan plan = web_plan();
        plan.environments[0].services[0].server.clear();
        const auto filled = with_filled_down(plan, of({"web", "sql"}), "server");
        REQUIRE(filled.has_value());
        CHECK(live(filled->plan).services[1].server.empty());
    }

    TEST_CASE("is refused as a whole where one of them cannot have the value") {
        // 150,000 replicas each are more than the 200,000 of a plan.
        Plan plan = web_plan();
        plan.environments[0].services[0].replicas = 150'000;
        const auto filled = with_filled_down(plan, of({"web", "sql"}), "replicas");
        REQUIRE_FALSE(filled.has_value());
        CHECK(filled.error().front().code == ErrorCode::out_of_range);
    }
}

TEST_SUITE("several services in a session") {
    TEST_CASE("each change is one step that says how many") {
        Session session = web_session();
        CHECK(session.apply(DeleteServices{of({"web", "sql"})}).has_value());
        CHECK(session.undo_label() == "delete 2 services");
        CHECK(session.apply(Undo{}).has_value());
        CHECK(session.plan() == web_plan());
        CHECK(session.apply(DuplicateServices{of({"web"})}).has_value());
        CHECK(session.undo_label() == "duplicate 1 service");
        CHECK(session.apply(MoveServices{of({"jobs", "sql"}), 0}).has_value());
        CHECK(session.undo_label() == "move 2 services");
        CHECK(session.apply(FillDown{of({"web", "sql"}), "memory"}).has_value());
        CHECK(session.undo_label() == "fill down memory of sql to 1 service");
    }

    TEST_CASE("a move to where they are, and a value that all have, are no steps") {
        Session session = web_session();
        const auto revision = session.revision();
        CHECK(session.apply(MoveServices{of({"web"}), 1}).has_value());
        const auto filled = session.apply(FillDown{of({"web", "sql"}), "cpu"});
        REQUIRE(filled.has_value());
        CHECK_FALSE(*filled);
        CHECK(session.revision() == revision);
    }

    TEST_CASE("filling down replaces what was refused in the cell") {
        Session session = web_session();
        const std::string cell = "/environments/live/services/sql/memory";
        CHECK_FALSE(session.apply(SetField{cell, "plenty"}).has_value());
        REQUIRE(session.rejected(cell) != nullptr);
        CHECK(session.apply(FillDown{of({"web", "sql"}), "memory"}).has_value());
        CHECK(session.rejected(cell) == nullptr);
    }

    TEST_CASE("the rows of some services alone are written as a table") {
        CHECK(service_rows(web_plan(), "live", {"sql"}) ==
              "name\tkind\treplicas\tcpu\tmemory\tserver\nsql\tpostgres\t1\t1\t2GiB\tdb\n");
    }
}
