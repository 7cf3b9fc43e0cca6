// SPDX-License-Identifier: MIT
#include "cli.hpp"

using namespace stowage;
using namespace stowage::test;

namespace {

/// Two app servers of 4 cores and 8 GiB, of which web and mail take 1 core and 1 GiB each; a
/// database server of 8 cores and 2 GiB.
constexpr const char* kPlan =
    "stowage: 0\n"
    "environments:\n"
    "  staging:\n"
    "    servers: {box: {cpu: 1, memory: 1GiB, cost: 5/month}}\n"
    "    services: {mail: {cpu: 1, memory: 1GiB}}\n"
    "  live:\n"
    "    title: Production\n"
    "    servers:\n"
    "      app: {cpu: 4, memory: 8GiB, count: 2, cost: 40/month}\n"
    "      db: {cpu: 8, memory: 2GiB, cost: 40/month}\n"
    "    services:\n"
    "      web: {cpu: 1, memory: 1GiB}\n"
    "      mail: {cpu: 1, memory: 1GiB, server: app}\n";

void check_refused(const std::vector<std::string>& arguments, std::string_view message) {
    const Outcome outcome = run(arguments, {kPlan});
    CHECK(outcome.code == 2);
    CHECK(outcome.out.empty());
    CHECK(contains(outcome.err, message));
}

Json answers(const std::string& service) {
    const Outcome outcome = run({"fit", "-", "--service", service, "--json"}, {kPlan});
    CHECK(outcome.code == 0);
    CHECK(outcome.err.empty());
    return json_of(outcome).at("environments");
}

}  // namespace

TEST_SUITE("fit") {
    TEST_CASE("tells how many more replicas each server takes, and what ends it") {
        // app: 2 x 4 cores less web and mail, which run there; db: 2 GiB of 1 GiB each.
        const Json web = answers("web");
        REQUIRE(web.size() == 1);
        CHECK(web[0].at("name") == "live");
        CHECK(web[0].at("replicas") == 1);
        CHECK(web[0].at("room") == 6 + 2);
        CHECK(web[0].at("servers")[0].at("room") == 6);
        CHECK(web[0].at("servers")[0].at("binding") == "cpu");
        CHECK(web[0].at("servers")[1].at("room") == 2);
        CHECK(web[0].at("servers")[1].at("binding") == "memory");
    }

    TEST_CASE("of a pinned service tells it of its own server, in every environment that has it") {
        const Json mail = answers("mail");
        REQUIRE(mail.size() == 2);
        CHECK(mail[0].at("name") == "staging");
        CHECK(mail[0].at("room") == 0);
        CHECK(mail[1].at("room") == 6);
        CHECK_FALSE(mail[1].at("servers")[1].contains("room"));
    }

    TEST_CASE("tells how many machines everything would need") {
        const Json web = answers("web");
        CHECK(web[0].at("servers")[0].at("count") == 2);
        CHECK(web[0].at("servers")[0].at("machines_needed") == 1);  // 2 of its 4 cores
    }

    TEST_CASE("as text it is a table for each environment, in 80 columns") {
        const Outcome outcome = run({"fit", "-", "--service", "web", "--environment", "live"}, {kPlan});
        CHECK(outcome.code == 0);
        CHECK(outcome.err.empty());
        CHECK(outcome.out.starts_with("Production (live): room for 8 more of web, which has 1 replica\n\n"));
        const auto lines = lines_of(outcome.out);
        REQUIRE(lines.size() == 5);
        CHECK(lines[2] == "  server  room for  what ends it  machines  everything needs");
        CHECK(lines[3] == "  app            6  CPU                  2                 1");
        for (const std::string& line : lines) CHECK(line.size() <= 80);
    }

    TEST_CASE("an unknown name gets the one that was meant") {
        check_refused({"fit", "-", "--service", "wbe"},
                      "stowage fit: no service is named \"wbe\"; did you mean web?\n"
                      "    accepted: mail, web\n");
        check_refused({"fit", "-", "--service", "web", "--environment", "lvie"},
                      "no environment is named \"lvie\"; did you mean live?");
        check_refused({"fit", "-", "--service", "web", "--environment", "staging"},
                      "no service of staging is named \"web\"");
    }

    TEST_CASE("a missing name and a bad plan are refused as everywhere") {
        check_refused({"fit", "-"}, "stowage fit: --service is missing");
        const Outcome outcome = run({"fit", "--service", "web", "-"}, {"stowage: 0\nenvironment: {}\n"});
        CHECK(outcome.code == 2);
        CHECK(contains(outcome.err, "unknown key \"environment\""));
    }
}
