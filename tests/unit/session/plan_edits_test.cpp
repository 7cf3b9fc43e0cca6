// SPDX-License-Identifier: MIT
#include "stowage/session/plan_edits.hpp"

#include "expectations.hpp"
#include "stowage/text/link.hpp"
#include "web_plan.hpp"

using namespace stowage;
using namespace stowage::test;

namespace {

const ElementRef kLive{ElementKind::environment, "live"};
const ElementRef kApp{ElementKind::server, "live", "app"};
const ElementRef kSql{ElementKind::service, "live", "sql"};
const ElementRef kRds{ElementKind::managed, "live", "rds"};

/// The edit of a good request; every plan that an edit makes can be saved and read again.
PlanEdit taken(const Result<PlanEdit>& edit) {
    REQUIRE_MESSAGE(edit.has_value(), (edit ? std::string() : to_text(edit.error())));
    if (!edit) return {};
    const auto again = read_plan(write_plan_yaml(edit->plan));
    CHECK_MESSAGE(again.has_value(), refusal_of(again));
    if (again) CHECK(*again == edit->plan);
    return *edit;
}

const Environment& live(const PlanEdit& edit) { return edit.plan.environments.front(); }

std::string pins(const Environment& environment) {
    std::string text;
    for (const Service& service : environment.services) text += service.name + "@" + service.server + " ";
    return text;
}

std::string calls(const Service& service) {
    std::string text;
    for (const Call& call : service.calls) text += call.name + " ";
    return text;
}

std::string name_for(std::string_view label) {
    return taken(with_label(web_plan(), kApp, label)).element.name;
}

}  // namespace

TEST_SUITE("plan edits") {
    TEST_CASE("an element is named by its JSON pointer and found from any pointer into it") {
        CHECK(pointer_to(kLive) == "/environments/live");
        CHECK(pointer_to(kSql) == "/environments/live/services/sql");
        CHECK(element_at("/environments/live/services/sql") == kSql);
        CHECK(element_at("/environments/live/services/sql/load/arrivals") == kSql);
        CHECK(element_at("/environments/live/managed/rds/count") == kRds);
        CHECK(element_at("/environments/live/min_headroom/cpu") == kLive);
        CHECK(element_at("/environments/live/servers") == kLive);
        CHECK_FALSE(element_at("/name").has_value());
        CHECK_FALSE(element_at("").has_value());
    }

    TEST_CASE("a new server comes last, with a size, and a second one gets a number") {
        const PlanEdit first = taken(with_added(web_plan(), ElementKind::server, "live"));
        CHECK(names_of(live(first).servers) == "app db server");
        CHECK(live(first).servers.back().cpu.has_value());
        CHECK(live(first).servers.back().memory.has_value());
        const PlanEdit second = taken(with_added(first.plan, ElementKind::server, "live"));
        CHECK(names_of(live(second).servers) == "app db server server-2");
        CHECK(second.element == ElementRef{ElementKind::server, "live", "server-2"});
    }

    TEST_CASE("new services, managed services and environments come last") {
        CHECK(names_of(live(taken(with_added(web_plan(), ElementKind::service, "live"))).services) ==
              "web sql jobs service");
        CHECK(names_of(live(taken(with_added(web_plan(), ElementKind::managed, "live"))).managed) ==
              "rds managed");
        const PlanEdit edit = taken(with_added(web_plan(), ElementKind::environment, {}));
        CHECK(names_of(edit.plan.environments) == "live test environment");
        CHECK(edit.element == ElementRef{ElementKind::environment, "environment"});
    }

    TEST_CASE("a new environment is where the last one is") {
        Plan plan = web_plan();
        plan.environments.pop_back();
        const Environment added =
            taken(with_added(plan, ElementKind::environment, {})).plan.environments.back();
        CHECK(added.provider == "aws");
        CHECK(added.region == "us-east-1");
    }

    TEST_CASE("what the plan does not have cannot be edited, and the message names it") {
        const ElementRef nowhere{ElementKind::service, "live", "mail"};
        const Plan plan = web_plan();
        const Error expected{
            ErrorCode::dangling_name, "the plan has no such element", {}, "/environments/live/services/mail"};
        CHECK(error_of(with_duplicate(plan, nowhere)) == expected);
        CHECK(error_of(without(plan, nowhere)) == expected);
        CHECK(error_of(with_moved(plan, nowhere, 1)) == expected);
        CHECK(error_of(with_label(plan, nowhere, "Post")) == expected);
        CHECK(error_of(with_added(plan, ElementKind::server, "moon")).code == ErrorCode::dangling_name);
    }

    TEST_CASE("a copy stands right behind its original, with the same settings") {
        const PlanEdit edit = taken(with_duplicate(web_plan(), kSql));
        CHECK(names_of(live(edit).services) == "web sql sql-2 jobs");
        CHECK(edit.element.name == "sql-2");
        Service expected = live(edit).services[1];
        expected.name = "sql-2";
        CHECK(live(edit).services[2] == expected);
    }

    TEST_CASE("the title of a copy says so") {
        const PlanEdit edit = taken(with_duplicate(web_plan(), ElementRef{ElementKind::environment, "test"}));
        CHECK(names_of(edit.plan.environments) == "live test test-2");
        CHECK(edit.plan.environments.back().title == "Try-out copy");
    }

    TEST_CASE("a copy of the longest name and title can still be saved") {
        Plan plan = web_plan();
        plan.environments[0].servers[1].name = std::string(63, 'n');
        plan.environments[0].servers[1].title = std::string(198, 't') + "\u00e9";  // 200 bytes
        plan.environments[0].services[1].server = plan.environments[0].servers[1].name;
        const ElementRef longest{ElementKind::server, "live", std::string(63, 'n')};
        const PlanEdit copy = taken(with_duplicate(plan, longest));
        CHECK(taken(with_duplicate(copy.plan, longest)).element.name != copy.element.name);
    }

    TEST_CASE("the 101st environment is refused: the format takes 100") {
        Plan plan = web_plan();
        while (plan.environments.size() < 100) {
            plan = taken(with_added(plan, ElementKind::environment, {})).plan;
        }
        CHECK(error_of(with_added(plan, ElementKind::environment, {})).code == ErrorCode::out_of_range);
        CHECK(error_of(with_duplicate(plan, kLive)).code == ErrorCode::out_of_range);
    }

    TEST_CASE("a copy that would pass 200,000 replicas is refused") {
        Plan plan = web_plan();
        plan.environments[0].services[0].replicas = 150'000;
        const ElementRef web{ElementKind::service, "live", "web"};
        CHECK(error_of(with_duplicate(plan, web)).code == ErrorCode::out_of_range);
    }

    TEST_CASE("services of a deleted server are placed automatically from then on") {
        const PlanEdit edit = taken(without(web_plan(), kApp));
        CHECK(names_of(live(edit).servers) == "db");
        CHECK(pins(live(edit)) == "web@ sql@db jobs@ ");
    }

    TEST_CASE("calls and `for` of a deleted service go with it") {
        const PlanEdit edit = taken(without(web_plan(), kSql));
        CHECK(names_of(live(edit).services) == "web jobs");
        CHECK(calls(live(edit).services[0]).empty());
        CHECK(calls(live(edit).services[1]) == "web ");
        CHECK(live(edit).managed[0].for_service.empty());
    }

    TEST_CASE("environments and managed services can be deleted, also the last one") {
        CHECK(live(taken(without(web_plan(), kRds))).managed.empty());
        PlanEdit edit = taken(without(web_plan(), kLive));
        CHECK(names_of(edit.plan.environments) == "test");
        edit = taken(without(edit.plan, {ElementKind::environment, "test"}));
        CHECK(edit.plan.environments.empty());
    }

    TEST_CASE("moving reorders the list and stops at its ends") {
        const auto order = [](int by) {
            return names_of(live(taken(with_moved(web_plan(), kSql, by))).services);
        };
        CHECK(order(-1) == "sql web jobs");
        CHECK(order(+1) == "web jobs sql");
        CHECK(order(0) == "web sql jobs");
        CHECK(order(-9) == "sql web jobs");
        CHECK(order(+9) == "web jobs sql");
        CHECK(names_of(taken(with_moved(web_plan(), kLive, 1)).plan.environments) == "test live");
    }

    TEST_CASE("pins follow the rename of a server") {
        const PlanEdit edit = taken(with_label(web_plan(), kApp, "front"));
        CHECK(names_of(live(edit).servers) == "front db");
        CHECK(pins(live(edit)) == "web@front sql@db jobs@front ");
        CHECK(edit.element == ElementRef{ElementKind::server, "live", "front"});
    }

    TEST_CASE("calls and `for` follow the rename of a service") {
        const PlanEdit edit = taken(with_label(web_plan(), kSql, "postgres"));
        CHECK(calls(live(edit).services[0]) == "postgres ");
        CHECK(calls(live(edit).services[2]) == "postgres web ");
        CHECK(live(edit).managed[0].for_service == "postgres");
    }

    TEST_CASE("a name is the label in lower-case letters, digits and hyphens") {
        CHECK(name_for("front") == "front");
        CHECK(name_for("Front server") == "front-server");
        CHECK(name_for("  Web / API (v2) ") == "web-api-v2");
        CHECK(name_for("3rd") == "3rd");
        CHECK(name_for("Ünïcode") == "n-code");
        CHECK(name_for("日本") == "app");  // no letter that a name may have: the old one stays
        CHECK(name_for("---") == "app");
        CHECK(name_for(std::string(200, 'x')).size() <= 63);
    }

    TEST_CASE("the title is the label, unless the name says the same") {
        CHECK(live(taken(with_label(web_plan(), kApp, "Front server"))).servers[0].title == "Front server");
        CHECK(live(taken(with_label(web_plan(), kApp, "日本"))).servers[0].title == "日本");
        CHECK(live(taken(with_label(web_plan(), kApp, "front"))).servers[0].title.empty());
        const PlanEdit edit = taken(with_label(web_plan(), {ElementKind::environment, "test"}, "test"));
        CHECK(edit.plan.environments[1].title.empty());
    }

    TEST_CASE("a label that another element's name has gets a number in the name") {
        const PlanEdit edit = taken(with_label(web_plan(), kApp, "DB"));
        CHECK(names_of(live(edit).servers) == "db-2 db");
        CHECK(live(edit).servers[0].title == "DB");
        CHECK(name_for("App") == "app");  // its own name is no obstacle
    }

    TEST_CASE("a title of more than 200 bytes is refused") {
        CHECK(refusal_of(with_label(web_plan(), kApp, std::string(201, 'x'))) ==
              "out_of_range /environments/live/servers/app: a title of 201 bytes (accepted: at most 200 "
              "bytes)");
    }
}
