// SPDX-License-Identifier: MIT
//
// Each finding once with the smallest cause, and once as near to it as it gets without it.
#include "findings_of_plan.hpp"

using namespace stowage::test;

namespace {

/// A server of 4 cores and 8 GiB, priced so that nothing else is found, with one service pinned to it.
std::string server_with(const std::string& cpu, const std::string& memory, const std::string& more = {}) {
    return "servers: {app: {cpu: 4, memory: 8GiB, cost: 1/month" + more +
           "}}, services: {x: {server: app, cpu: " + cpu + ", memory: " + memory + "}}";
}

}  // namespace

TEST_SUITE("capacity findings") {
    TEST_CASE("server_overcommitted: more CPU is pinned than there is") {
        CHECK(findings_with(server_with("4001m", "7GiB")) ==
              "error server_overcommitted: app needs 4.001 of 4 cores: over-committed by 0.001 cores\n");
        CHECK(findings_with(server_with("3999m", "7GiB")).empty());
    }

    TEST_CASE("server_overcommitted: more memory is pinned than there is") {
        CHECK(findings_with(server_with("1", "9GiB")) ==
              "error server_overcommitted: app needs 9 GiB of 8 GiB memory: over-committed by 1 GiB\n");
        CHECK(findings_with(server_with("5", "9GiB")) ==
              "error server_overcommitted: app needs 5 of 4 cores: over-committed by 1 core\n"
              "error server_overcommitted: app needs 9 GiB of 8 GiB memory: over-committed by 1 GiB\n");
    }

    TEST_CASE("server_overcommitted: the reserve counts") {
        const std::string reserve = ", reserved: {cpu: 500m}";
        CHECK(findings_with(server_with("4", "7GiB", reserve)) ==
              "error server_overcommitted: app needs 4 of 3.5 cores: over-committed by 0.5 cores\n");
        CHECK(findings_with(server_with("3.5", "7GiB", reserve)).empty());
    }

    TEST_CASE("server_overcommitted: of a pool the fullest machine is named") {
        // 4 cores each: 3 and 3, then the third goes round to the first machine
        CHECK(findings_with("servers: {app: {cpu: 4, memory: 8GiB, count: 2, cost: 1/month}}, "
                            "services: {x: {server: app, cpu: 3, memory: 1GiB, replicas: 3}}") ==
              "error server_overcommitted: machine 1 of app needs 6 of 4 cores: over-committed by 2 cores\n");
        CHECK(places_of("servers: {app: {cpu: 4, memory: 8GiB, count: 2}}, "
                        "services: {x: {server: app, cpu: 3, memory: 1GiB, replicas: 3}}",
                        "server_overcommitted") == "/environments/e/servers/app\n");
    }

    TEST_CASE("headroom_below_minimum: less CPU is free than the policy demands") {
        const std::string policy = ", min_headroom: {cpu: 25%}";  // 1 of 4 cores
        CHECK(findings_with(server_with("3001m", "1GiB", policy)) ==
              "error headroom_below_minimum: app has 0.999 cores of CPU free; the policy demands 1 core\n");
        CHECK(findings_with(server_with("3", "1GiB", policy)).empty());
    }

    TEST_CASE("headroom_below_minimum: less memory is free than the policy demands") {
        const std::string policy = ", min_headroom: {memory: 2GiB}";
        CHECK(findings_with(server_with("1", "7GiB", policy)) ==
              "error headroom_below_minimum: app has 1 GiB of memory free; the policy demands 2 GiB\n");
        CHECK(findings_with(server_with("1", "6GiB", policy)).empty());
    }

    TEST_CASE("headroom_below_minimum: the environment's policy holds for every server without its own") {
        const std::string settings =
            "min_headroom: {cpu: 50%}, servers: {a: {cpu: 4, memory: 8GiB, cost: 1/month}, b: {cpu: 4, "
            "memory: 8GiB, cost: 1/month, min_headroom: {cpu: 0%}}}, "
            "services: {x: {server: a, cpu: 3, memory: 1GiB}, y: {server: b, cpu: 3, memory: 1GiB}}";
        CHECK(findings_with(settings) ==
              "error headroom_below_minimum: a has 1 core of CPU free; the policy demands 2 cores\n");
    }

    TEST_CASE("headroom_below_minimum: over-commitment hides it, in the same resource") {
        CHECK(findings_with(server_with("5", "1GiB", ", min_headroom: {cpu: 25%}")) ==
              "error server_overcommitted: app needs 5 of 4 cores: over-committed by 1 core\n");
        CHECK(findings_with(server_with("5", "1GiB", ", min_headroom: {cpu: 25%, memory: 100%}")) ==
              "error server_overcommitted: app needs 5 of 4 cores: over-committed by 1 core\n"
              "error headroom_below_minimum: app has 7 GiB of memory free; the policy demands 8 GiB\n");
    }

    TEST_CASE("no_headroom: a resource without a reserve is used up") {
        CHECK(findings_with(server_with("4", "7GiB")) ==
              "warning no_headroom: app leaves no CPU to the operating system: all 4 cores are requested\n");
        CHECK(findings_with(server_with("1", "8GiB")) ==
              "warning no_headroom: app leaves no memory to the operating system: all 8 GiB are requested\n");
        CHECK(findings_with(server_with("4", "8GiB")) ==
              "warning no_headroom: app leaves no CPU and no memory to the operating system: all 4 cores and "
              "8 GiB are "
              "requested\n");
        CHECK(findings_with(server_with("3999m", "8191MiB")).empty());
    }

    TEST_CASE("no_headroom: trouble with one resource does not hide that the other is used up") {
        CHECK(findings_with(server_with("5", "8GiB")) ==
              "error server_overcommitted: app needs 5 of 4 cores: over-committed by 1 core\n"
              "warning no_headroom: app leaves no memory to the operating system: all 8 GiB are requested\n");
        CHECK(findings_with(server_with("4", "8GiB", ", min_headroom: {memory: 1GiB}")) ==
              "error headroom_below_minimum: app has 0 GiB of memory free; the policy demands 1 GiB\n"
              "warning no_headroom: app leaves no CPU to the operating system: all 4 cores are requested\n");
    }

    TEST_CASE("no_headroom: what is reserved for the system is headroom enough") {
        CHECK(findings_with(server_with("3750m", "7GiB", ", reserved: {cpu: 250m}")).empty());
        CHECK(findings_with(server_with("3750m", "8GiB", ", reserved: {cpu: 250m}")) ==
              "warning no_headroom: app leaves no memory to the operating system: all 8 GiB are requested\n");
    }

    TEST_CASE("no_headroom: one full machine of a pool is enough") {
        CHECK(findings_with("servers: {app: {cpu: 4, memory: 8GiB, count: 3, cost: 1/month}}, "
                            "services: {x: {server: app, cpu: 4, memory: 1GiB}}") ==
              "warning no_headroom: app leaves no CPU to the operating system: all 4 cores are requested\n");
    }

    TEST_CASE("server_without_size: CPU or memory is unknown") {
        const auto server = [](const std::string& settings) {
            return findings_with("servers: {app: {cost: 1/month" + settings + "}}");
        };
        CHECK(server("") ==
              "error server_without_size: app states no cpu and no memory and names no instance\n");
        CHECK(server(", cpu: 4") ==
              "error server_without_size: app states no memory and names no instance\n");
        CHECK(server(", memory: 8GiB") ==
              "error server_without_size: app states no cpu and names no instance\n");
        CHECK(server(", memory: 1GiB, instance: kv.small") ==
              "error server_without_size: app states no cpu, and the catalogue has no such figure for "
              "kv.small\n");
        CHECK(server(", cpu: 2, instance: kv.small").empty());  // its memory is known
        CHECK(server(", instance: std.small").empty());
        CHECK(server(", cpu: 4, memory: 8GiB").empty());
    }
}
