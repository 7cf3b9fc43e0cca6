// SPDX-License-Identifier: MIT
#include <algorithm>

#include "expectations.hpp"
#include "findings_of_plan.hpp"

using namespace stowage;
using namespace stowage::test;

namespace {

const std::string kTwoServers =
    "servers: {app: {cpu: 4, memory: 8GiB, cost: 1/month}, db: {title: Database, cpu: 2, memory: 16GiB, "
    "cost: 1/month}}, ";

}  // namespace

TEST_SUITE("service findings") {
    TEST_CASE("service_unplaced: each server says what it lacks") {
        CHECK(findings_with(kTwoServers + "services: {x: {title: X, cpu: 5, memory: 10GiB}}") ==
              "error service_unplaced: X: 1 of 1 replica finds no server: app lacks 1 core and 2 GiB of "
              "memory; "
              "Database lacks 3 cores\n");
        CHECK(findings_with(kTwoServers + "services: {x: {cpu: 3, memory: 7GiB}}").empty());
        CHECK(places_of(kTwoServers + "services: {x: {cpu: 5, memory: 10GiB}}", "service_unplaced") ==
              "/environments/e/services/x\n");
    }

    TEST_CASE("service_unplaced: a plan made by hand names a server that it has not") {
        Plan plan = seed_plan();
        Environment& staging = plan.environments.at(1);
        staging.services.at(1).server = "elsewhere";
        const EnvironmentEstimate figures = estimate(plan, catalogue()).environments.at(1);
        REQUIRE(figures.placement.unplaced.size() == 1);
        CHECK(figures.placement.unplaced.front().service == 1);
        CHECK(figures.placement.unplaced.front().refusals.empty());
        CHECK(contains(findings_text(figures),
                       "error service_unplaced: WSGI: 2 of 2 replicas find no server: "
                       "none is named elsewhere\n"));
        staging.servers.clear();
        CHECK(estimate(plan, catalogue()).environments.at(1).placement.unplaced.size() == 5);
    }

    TEST_CASE("service_unplaced: some replicas of many") {
        CHECK(findings_with("servers: {app: {cpu: 4, memory: 8GiB, cost: 1/month}}, services: {x: {cpu: "
                            "1500m, memory: 1GiB, "
                            "replicas: 4}}") ==
              "error service_unplaced: x: 2 of 4 replicas find no server: app lacks 0.5 cores\n");
        CHECK(findings_with("servers: {app: {cpu: 4, memory: 8GiB, cost: 1/month}}, services: {x: {cpu: "
                            "1500m, memory: 1GiB, "
                            "replicas: 3}}") ==
              "error service_unplaced: x: 1 of 3 replicas finds no server: app lacks 0.5 cores\n");
    }

    TEST_CASE("service_unplaced: the spread rule keeps replicas apart") {
        const std::string spread =
            "servers: {app: {cpu: 4, memory: 8GiB, cost: 1/month}}, services: {x: {cpu: 1, memory: 1GiB, "
            "replicas: 2, spread: true";
        CHECK(findings_with(spread + "}}") ==
              "error service_unplaced: x: 1 of 2 replicas finds no server: app runs a replica already, and "
              "they are "
              "spread\n");
        CHECK(findings_with(spread + ", server: app}}") ==
              "error service_unplaced: x: 1 of 2 replicas finds no server: app runs a replica already, and "
              "they are "
              "spread\n");
        CHECK(findings_with("servers: {app: {cpu: 4, memory: 8GiB, count: 2, cost: 1/month}}, services: {x: "
                            "{cpu: 1, memory: "
                            "1GiB, replicas: 2, spread: true}}")
                  .empty());
    }

    TEST_CASE("service_unplaced: the minimum headroom is not for automatic services") {
        const std::string server =
            "servers: {app: {cpu: 4, memory: 8GiB, cost: 1/month, min_headroom: {cpu: 25%}}}, ";
        CHECK(findings_with(server + "services: {x: {cpu: 3001m, memory: 1GiB}}") ==
              "error service_unplaced: x: 1 of 1 replica finds no server: app lacks 0.001 cores\n");
        CHECK(findings_with(server + "services: {x: {cpu: 3, memory: 1GiB}}").empty());
    }

    TEST_CASE("service_unplaced: an environment without servers") {
        CHECK(findings_with("services: {x: {cpu: 1, memory: 1GiB, replicas: 2}}") ==
              "error service_unplaced: x: 2 of 2 replicas find no server; the environment has none\n");
        CHECK(findings_with("services: {x: {cpu: 1, memory: 1GiB, replicas: 0}}").empty());
    }

    TEST_CASE("service_unplaced: a sentence names three servers at most") {
        CHECK(findings_with("servers: {a: {cpu: 1, memory: 1GiB, cost: 1/month}, b: {cpu: 1, memory: 1GiB, "
                            "cost: 1/month}, c: "
                            "{cpu: 1, memory: 1GiB, cost: 1/month}, d: {cpu: 1, memory: 1GiB, cost: "
                            "1/month}}, services: {x: "
                            "{cpu: 2, memory: 1GiB}}") ==
              "error service_unplaced: x: 1 of 1 replica finds no server: a lacks 1 core; b lacks 1 core; c "
              "lacks 1 "
              "core\n");
    }

    TEST_CASE("service_unplaced: disk and pods are named where a server states them") {
        const auto unplaced = [](const std::string& limit, const std::string& service) {
            const std::string text =
                findings_with("servers: {app: {cpu: 8, memory: 16GiB, cost: 1/month, " + limit +
                              "}}, services: {x: {cpu: 1, memory: 1GiB, " + service + "}}");
            return text.substr(0, text.find('\n'));  // errors come first; a disk has no price here
        };
        CHECK(unplaced("disk: 20GiB", "disk: 30GiB") ==
              "error service_unplaced: x: 1 of 1 replica finds no server: app lacks 10 GiB of disk");
        CHECK_FALSE(contains(unplaced("disk: 20GiB", "disk: 20GiB"), "service_unplaced"));
        CHECK(unplaced("pods: 3", "replicas: 4") ==
              "error service_unplaced: x: 1 of 4 replicas finds no server: app lacks 1 pod");
        CHECK(unplaced("pods: 4", "replicas: 4").empty());
    }

    TEST_CASE("service_unplaced: services that run together lack room for all of them") {
        // Three pods: one bundle of a and b leaves one pod, and the next bundle wants two.
        const std::string servers =
            "servers: {app: {cpu: 8, memory: 16GiB, pods: 3, cost: 1/month}}, services: {";
        CHECK(
            findings_with(servers + "a: {title: A, cpu: 1, memory: 1GiB, replicas: 2, together: x}, b: {cpu: "
                                    "1, memory: 1GiB, replicas: 2, together: x}}") ==
            "error service_unplaced: A, together with b: 1 of 2 replicas finds no server: app lacks 1 pod\n"
            "error service_unplaced: b, together with A: 1 of 2 replicas finds no server: app lacks 1 pod\n");
        // Five members of one pod each: the sentence names two and counts the rest.
        CHECK(contains(
            findings_with(servers + "a: {cpu: 0.1, memory: 1GiB, together: x}, b: {cpu: 0.1, memory: "
                                    "1GiB, together: x}, c: {cpu: 0.1, memory: 1GiB, together: x}, d: "
                                    "{cpu: 0.1, memory: 1GiB, together: x}, e: {cpu: 0.1, memory: "
                                    "1GiB, together: x}}"),
            "error service_unplaced: a, together with b, c and 2 others: 1 of 1 replica finds no "
            "server: app lacks 2 pods\n"));
    }

    TEST_CASE("together_impossible: members are pinned to different servers") {
        const std::string services =
            "services: {a: {server: app, cpu: 1, memory: 1GiB, together: x}, b: {cpu: 1, memory: 1GiB, "
            "together: x}, c: {title: C, server: db, cpu: 1, memory: 1GiB, together: x}}";
        CHECK(findings_with(kTwoServers + services) ==
              "error together_impossible: a is pinned to app, C to Database, so a, b and C cannot run "
              "together\n");
        CHECK(places_of(kTwoServers + services, "together_impossible") ==
              "/environments/e/services/c/server\n");
        CHECK(findings_with(kTwoServers +
                            "services: {a: {server: app, cpu: 1, memory: 1GiB, together: x}, b: "
                            "{cpu: 1, memory: 1GiB, together: x}}")
                  .empty());
    }

    TEST_CASE("together_impossible: the fix pins the others to the server of the first") {
        const Plan plan = plan_of(
            "stowage: 0\nenvironments: {e: {servers: {app: {cpu: 4, memory: 8GiB, cost: 1/month}, db: {cpu: "
            "4, "
            "memory: 8GiB, cost: 1/month}}, services: {a: {cpu: 1, memory: 1GiB, together: x}, b: {server: "
            "db, "
            "cpu: 1, memory: 1GiB, together: x}, c: {server: app, cpu: 1, memory: 1GiB, together: x}}}}");
        const auto findings = estimate(plan, small_catalogue()).environments.at(0).findings;
        const auto torn = std::find_if(findings.begin(), findings.end(), [](const Finding& finding) {
            return finding.code == FindingCode::together_impossible;
        });
        REQUIRE(torn != findings.end());
        if (torn == findings.end()) return;
        CHECK(torn->fixes ==
              std::vector<Fix>{{"Pin c to db", {{"/environments/e/services/c/server", "db"}}}});
    }

    TEST_CASE("memory_limit_below_request: a service may not use what it requests") {
        const auto limited = [](const std::string& limit) {
            return findings_with(
                kTwoServers +
                "services: {x: {title: X, server: app, cpu: 1, memory: 2GiB, memory_limit: " + limit + "}}");
        };
        CHECK(limited("2047MiB") ==
              "warning memory_limit_below_request: X requests 2 GiB but may use only 2047 MiB\n");
        CHECK(limited("2GiB").empty());
        CHECK(
            places_of(kTwoServers + "services: {x: {server: app, cpu: 1, memory: 2GiB, memory_limit: 1GiB}}",
                      "memory_limit_below_request") == "/environments/e/services/x/memory_limit\n");
    }
}
