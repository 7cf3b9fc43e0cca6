// SPDX-License-Identifier: MIT
#include "stowage/session/figure_form.hpp"

#include <doctest/doctest.h>

#include <memory>
#include <string>

#include "stowage/text/node.hpp"
#include "stowage/text/plan_text.hpp"

using namespace stowage;

namespace {

Session session_of(std::string_view text) {
    auto plan = read_plan(text);
    REQUIRE_MESSAGE(plan, (plan ? "" : to_text(plan.error().front())));
    return {*std::move(plan), std::make_shared<const Catalogue>()};
}

constexpr std::string_view kShop = R"(stowage: 0
environments:
  live:
    title: Live
    servers:
      app: {title: App server, cpu: 8, memory: 16GiB, count: 2}
    services:
      web: {title: Web, replicas: 3, cpu: 500m, memory: 512MiB, load: {arrivals: 40/s, service_time: 20ms}}
      batch: {cpu: shared, memory: 1GiB}
  test: {}
)";

}  // namespace

TEST_SUITE("figure form") {
    TEST_CASE("the environments, and what can be taken back") {
        Session session = session_of(kShop);
        CHECK(figure_form_json(session) ==
              R"({"undo":"","redo":"","environments":[{"name":"live","title":"Live"},)"
              R"({"name":"test","title":"test"}]})");
        REQUIRE(session.apply(SetField{"/environments/live/servers/app/count", "4"}));
        CHECK(figure_form_json(session).find(R"("undo":"")") == std::string::npos);
        REQUIRE(session.apply(Undo{}));
        CHECK(figure_form_json(session).find(R"("redo":"")") == std::string::npos);
    }

    TEST_CASE("machines of servers; replicas, CPU, memory and arrivals of services") {
        const Session session = session_of(kShop);
        CHECK(
            figure_tables_json(session, "live") ==
            R"({"tables":[{"title":"Servers","columns":["Machines"],"rows":[{"title":"App server","fields":)"
            R"([{"path":"/environments/live/servers/app/count","text":"2"}]}]},)"
            R"({"title":"Services","columns":["Replicas","CPU each","Memory each","Arrivals"],"rows":[)"
            R"({"title":"Web","fields":[{"path":"/environments/live/services/web/replicas","text":"3"},)"
            R"({"path":"/environments/live/services/web/cpu","text":"0.5"},)"
            R"({"path":"/environments/live/services/web/memory","text":"512 MiB"},)"
            R"({"path":"/environments/live/services/web/load/arrivals","text":"40/s"}]},)"
            R"({"title":"batch","fields":[{"path":"/environments/live/services/batch/replicas","text":"1"},)"
            R"({"path":"/environments/live/services/batch/cpu","text":"shared"},)"
            R"({"path":"/environments/live/services/batch/memory","text":"1 GiB"},)"
            R"({"path":"/environments/live/services/batch/load/arrivals","text":""}]}]}]})");
    }

    TEST_CASE("without a load there is no column for it, and without anything no table") {
        const Session session =
            session_of("stowage: 0\nenvironments: {a: {services: {web: {cpu: 1, memory: 1GiB}}}, b: {}}\n");
        CHECK(figure_tables_json(session, "a").find("Arrivals") == std::string::npos);
        CHECK(figure_tables_json(session, "b") == R"({"tables":[]})");
        CHECK(figure_tables_json(session, "nobody") == R"({"tables":[]})");
    }

    TEST_CASE("a refused text stays in its field, with what would be accepted") {
        Session session = session_of(kShop);
        const std::string memory = "/environments/live/services/web/memory";
        CHECK_FALSE(session.apply(SetField{memory, "512mb"}));
        const auto json = read_document(figure_tables_json(session, "live"));
        REQUIRE(json);
        const Node& services = json->find("tables")->items.at(1);
        const Node& field = services.find("rows")->items.at(0).find("fields")->items.at(2);
        CHECK(field.find("path")->scalar == memory);
        CHECK(field.find("text")->scalar == "512mb");
        CHECK(field.find("refusal")->scalar == session.rejected(memory)->error.message);
        CHECK(field.find("refusal")->scalar.find("unit") != std::string::npos);
        CHECK(field.find("accepted")->scalar.find("MiB") != std::string::npos);
    }
}
