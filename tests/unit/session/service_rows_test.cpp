// SPDX-License-Identifier: MIT
//
// What a spreadsheet puts on the clipboard becomes services, and the other way round.
#include "stowage/session/service_rows.hpp"

#include <doctest/doctest.h>

#include "stowage/text/plan_text.hpp"

using namespace stowage;

namespace {

constexpr std::string_view kPlan = R"(stowage: 0
environments:
  live:
    servers: {app: {cpu: 4, memory: 16 GiB}}
    services:
      web: {title: Web front, kind: wsgi, replicas: 2, cpu: 500m, memory: 1 GiB, server: app}
      cache: {cpu: 0.25, memory: 256 MiB}
)";

Plan plan() {
    auto read = read_plan(kPlan);
    REQUIRE(read);
    return *std::move(read);
}

const Service& service(const Plan& plan, std::string_view name) {
    const Service* found = find_named(plan.environments.front().services, name);
    REQUIRE(found != nullptr);
    return *found;
}

std::string setting(const Plan& plan, const std::string& path) {
    return field_text(plan, "/environments/live/services/" + path);
}

}  // namespace

TEST_SUITE("service rows") {
    TEST_CASE("services are lines of cells under their column names") {
        CHECK(service_rows(plan(), "live") ==
              "name\tkind\treplicas\tcpu\tmemory\tserver\n"
              "Web front\twsgi\t2\t0.5\t1GiB\tapp\n"
              "cache\t\t1\t0.25\t256MiB\t\n");
        CHECK(service_rows(plan(), "nowhere").empty());
    }

    TEST_CASE("what was copied can be pasted and changes nothing") {
        const auto pasted = with_service_rows(plan(), "live", service_rows(plan(), "live"));
        REQUIRE(pasted);
        CHECK(pasted->plan == plan());
        CHECK(pasted->added == 0);
        CHECK(pasted->changed == 2);
    }

    TEST_CASE("a line of a known name or title changes that service, any other adds one") {
        const auto pasted = with_service_rows(
            plan(), "live", "Web front\t\t3\r\nMail queue\tcelery\t1\t0.1\t128 MiB\tapp\r\n");
        REQUIRE(pasted);
        CHECK(pasted->added == 1);
        CHECK(pasted->changed == 1);
        CHECK(service(pasted->plan, "web").replicas == 3);
        CHECK(service(pasted->plan, "web").kind == service(plan(), "web").kind);  // the cell was empty
        const Service& added = service(pasted->plan, "mail-queue");
        CHECK(added.title == "Mail queue");
        CHECK(setting(pasted->plan, "mail-queue/cpu") == "0.1");
        CHECK(setting(pasted->plan, "mail-queue/memory") == "128MiB");
    }

    TEST_CASE("a title that makes a name that is taken makes another one") {
        const auto pasted = with_service_rows(plan(), "live", "a b\t\t1\na-b\t\t2\nA B\t\t3\n");
        REQUIRE(pasted);
        CHECK(pasted->added == 3);
        CHECK(service(pasted->plan, "a-b").title == "a b");
        CHECK(service(pasted->plan, "a-b-2").title == "a-b");
        CHECK(service(pasted->plan, "a-b-3").title == "A B");
        const auto again = with_service_rows(pasted->plan, "live", service_rows(pasted->plan, "live"));
        REQUIRE(again);
        CHECK(again->plan == pasted->plan);
    }

    TEST_CASE("the columns may come in the order of a first line") {
        const auto pasted = with_service_rows(plan(), "live", "Name\tMemory\tCPU\nworker\t2 GiB\t1.5\n");
        REQUIRE(pasted);
        CHECK(setting(pasted->plan, "worker/cpu") == "1.5");
        CHECK(setting(pasted->plan, "worker/memory") == "2GiB");
    }

    TEST_CASE("a cell that cannot be read is named by line and column, and nothing is taken") {
        const auto pasted = with_service_rows(plan(), "live", "good\t\t1\nbad\t\tmany\n");
        REQUIRE_FALSE(pasted);
        CHECK(pasted.error().front().line == 2);
        CHECK(pasted.error().front().column == 3);
    }

    TEST_CASE("an unknown column, a service without a name and a cell too many are told") {
        const auto refused = [](std::string_view text) {
            const auto pasted = with_service_rows(plan(), "live", text);
            REQUIRE_FALSE(pasted);
            return pasted.error().front();
        };
        CHECK(refused("name\tcolour\nweb\tred").code == ErrorCode::unknown_key);
        CHECK(refused("\twsgi").code == ErrorCode::missing);
        CHECK(refused("web\twsgi\t1\t1\t1 GiB\tapp\tmore").code == ErrorCode::syntax);
    }

    TEST_CASE("a name that is no text is refused at its place") {
        const auto pasted = with_service_rows(plan(), "live", "good\t\t1\nWeb \xB4ront\t\t1\n");
        REQUIRE_FALSE(pasted);
        CHECK(pasted.error().front().line == 2);
        CHECK(pasted.error().front().column == 1);
    }

    TEST_CASE("more lines than a paste may have are refused") {
        std::string text;
        for (std::size_t i = 0; i <= kMostRows; ++i) text += "service " + std::to_string(i) + "\t\t1\n";
        const auto pasted = with_service_rows(plan(), "live", text);
        REQUIRE_FALSE(pasted);
        CHECK(pasted.error().front().code == ErrorCode::out_of_range);
    }

    TEST_CASE("cells may stand between commas, and in quotation marks where they have one") {
        const auto pasted = with_service_rows(plan(), "live",
                                              "\xEF\xBB\xBFname,replicas,memory\r\n"
                                              "\"Mail, outgoing\",2,\"128 MiB\"\r\n"
                                              "\"5\"\" disk\", 1 ,\r\n"
                                              "\"two\nlines\",3\r\n");
        REQUIRE(pasted);
        CHECK(pasted->added == 3);
        CHECK(service(pasted->plan, "mail-outgoing").title == "Mail, outgoing");
        CHECK(setting(pasted->plan, "mail-outgoing/memory") == "128MiB");
        CHECK(service(pasted->plan, "5-disk").title == "5\" disk");
        CHECK(service(pasted->plan, "two-lines").replicas == 3);
    }

    TEST_CASE("what is ambiguous between commas is told with its place") {
        const auto refused = [](std::string_view text) {
            const auto pasted = with_service_rows(plan(), "live", text);
            REQUIRE_FALSE(pasted);
            const Error& error = pasted.error().front();
            return std::to_string(error.line) + ":" + std::to_string(error.column) + " " + error.message;
        };
        CHECK(refused("web,wsgi\n\"mail,wsgi\n") == "3:1 the cell in quotation marks does not end");
        CHECK(refused("web,\"ws\"gi,2") == "1:2 there is text behind the cell in quotation marks");
        CHECK(refused("web,wsgi\n5\" disk,wsgi") == "2:1 there is a quotation mark within a cell");
        CHECK(refused("web;wsgi;2") == "1:1 the cells stand between semicolons");
        // 0.5 with a decimal comma makes a cell too many.
        CHECK(refused("web,wsgi,2,0,5,1 GiB,app") == "1:7 the line has more cells than there are columns");
    }

    TEST_CASE("a cell with a comma or quotation marks stays as it is between tabs") {
        const auto pasted = with_service_rows(plan(), "live", "Mail, \"out\"\tcelery\t2\t1\t1 GiB\n");
        REQUIRE(pasted);
        CHECK(service(pasted->plan, "mail-out").title == "Mail, \"out\"");
    }

    TEST_CASE("text is taken for such lines by its first line") {
        CHECK(is_rows("web\twsgi"));
        CHECK(is_rows("web,wsgi,2"));
        CHECK(is_rows("\"a: b\";wsgi"));
        CHECK_FALSE(is_rows("web"));
        CHECK_FALSE(is_rows("{stowage: 0, name: x"));
        CHECK_FALSE(is_rows("stowage: 0\nenvironments:\n\tlive: {}\n"));
        CHECK_FALSE(is_rows(""));
    }
}
