// SPDX-License-Identifier: MIT
//
// Each finding once with the smallest cause, and once as near to it as it gets without it.
#include "findings_of_plan.hpp"

using namespace stowage;
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

    TEST_CASE("server_overcommitted: disk and pods are named by their own figures") {
        const auto pinned = [](const std::string& limit, const std::string& request) {
            return findings_with("servers: {app: {cpu: 4, memory: 8GiB, cost: 1/month, " + limit +
                                     "}}, services: {x: {server: app, cpu: 1, memory: 1GiB, " + request +
                                     "}}",
                                 FindingCode::server_overcommitted);
        };
        CHECK(pinned("disk: 80GiB", "disk: 90GiB") ==
              "error: app needs 90 GiB of 80 GiB disk: over-committed by 10 GiB\n");
        CHECK(pinned("disk: 80GiB", "disk: 80GiB").empty());
        CHECK(pinned("pods: 2", "replicas: 3") == "error: app needs 3 of 2 pods: over-committed by 1 pod\n");
        CHECK(pinned("pods: 2", "replicas: 2").empty());
    }

    TEST_CASE("no_headroom: a disk may be used up, pods are only a count") {
        CHECK(findings_with(server_with("1", "1GiB, disk: 80GiB", ", disk: 80GiB, pods: 1"),
                            FindingCode::no_headroom) ==
              "warning: app leaves no disk to the operating system: all 80 GiB are requested\n");
    }

    TEST_CASE("memory_peak_overcommitted: requests fit, but not the limits") {
        const auto limited = [](const std::string& limit, const std::string& more = {}) {
            return findings_with(server_with("1", "2GiB, replicas: 3, memory_limit: " + limit, more),
                                 FindingCode::memory_peak_overcommitted);
        };
        CHECK(limited("3GiB") ==
              "warning: app may need 9 GiB of 8 GiB memory at the peaks of its services; their requests "
              "fit\n");
        CHECK(limited("2730MiB").empty());  // 8190 MiB
        CHECK(limited("2730MiB", ", reserved: {memory: 3MiB}") ==
              "warning: app may need 8190 MiB of 8189 MiB memory at the peaks of its services; their "
              "requests fit\n");
        // 12 GiB are requested of 8: that is the worse news
        CHECK(findings_with(server_with("1", "4GiB, replicas: 3, memory_limit: 5GiB"),
                            FindingCode::memory_peak_overcommitted)
                  .empty());
    }

    TEST_CASE("stranded_capacity: memory without CPU at the environment's own mix") {
        // 3 cores and 1.5 GiB requested: half a GiB for a core. Free: 1 core and 6.5 GiB, of which it needs
        // 0.5 GiB, so that 6 GiB of 8 have no use.
        CHECK(findings_with(server_with("3", "1.5GiB"), FindingCode::stranded_capacity) ==
              "info: app has 6 GiB of memory left without the CPU that services of this environment need "
              "with it\n");
        // 1.5 cores and 1.5 GiB: 1 GiB for a core; 2.5 cores free take 2.5 of 6.5 GiB
        CHECK(findings_with(server_with("1.5", "1.5GiB"), FindingCode::stranded_capacity) ==
              "info: app has 4 GiB of memory left without the CPU that services of this environment need "
              "with it\n");
    }

    TEST_CASE("stranded_capacity: CPU without memory, from a quarter of the server") {
        // 2 cores and 6 GiB: 2 GiB are left and with them 2/3 core; 1.333 of 2 cores are stranded, a third
        CHECK(findings_with(server_with("2", "6GiB"), FindingCode::stranded_capacity) ==
              "info: app has 1.334 cores of CPU left without the memory that services of this environment "
              "need with it\n");
        // 2.5 cores and 5.5 GiB: 2.5 GiB and with them 1.136 cores; 0.364 of 4 cores
        CHECK(findings_with(server_with("2.5", "5.5GiB"), FindingCode::stranded_capacity).empty());
        // 1 core and 2.5 GiB: 5.5 GiB go with 2.2 cores, 0.8 of 4 are a fifth
        CHECK(findings_with(server_with("1", "2.5GiB"), FindingCode::stranded_capacity).empty());
        // 0.9 cores and 2700 MiB, 3000 MiB for a core: 5492 MiB go with 1.83 cores, 1.27 of 4 are a third
        CHECK(findings_with(server_with("900m", "2700MiB"), FindingCode::stranded_capacity) ==
              "info: app has 1.27 cores of CPU left without the memory that services of this environment "
              "need with it\n");
    }

    TEST_CASE("stranded_capacity: only where services request both, and each machine by itself") {
        CHECK(findings_with(server_with("shared", "1GiB"), FindingCode::stranded_capacity).empty());
        CHECK(findings_with(server_with("1", "0MiB"), FindingCode::stranded_capacity).empty());
        // 1 GiB a core. One machine has 3.5 cores and nothing of memory left, the other 3.5 GiB and no CPU.
        const std::string two =
            "servers: {app: {cpu: 4, memory: 4GiB, count: 2, cost: 1/month}}, services: {x: {server: app, "
            "cpu: 500m, memory: 4GiB}, y: {server: app, cpu: 4, memory: 512MiB}}";
        CHECK(findings_with(two, FindingCode::stranded_capacity) ==
              "info: app has 3.5 cores of CPU left without the memory that services of this environment "
              "need with it\n"
              "info: app has 3.5 GiB of memory left without the CPU that services of this environment need "
              "with it\n");
    }

    TEST_CASE("each server knows what runs out first") {
        const auto binding = [](const std::string& settings) {
            const Plan plan = plan_of("stowage: 0\nenvironments: {e: {" + settings + "}}");
            return estimate(plan, small_catalogue()).environments.front().servers.front().binding;
        };
        CHECK(binding(server_with("3", "4GiB")) == Resource::cpu);               // 25 % against 50 % free
        CHECK(binding(server_with("2", "6GiB")) == Resource::memory);            // 50 % against 25 %
        CHECK(binding(server_with("2", "4GiB", ", pods: 3")) == Resource::cpu);  // 2 of 3 pods are free
        CHECK(binding(server_with("2", "4GiB", ", pods: 1")) == Resource::pods);
        CHECK(binding(server_with("1", "1GiB, disk: 9GiB", ", disk: 10GiB")) == Resource::disk);
        CHECK(binding("servers: {app: {}}") == std::nullopt);
    }
}
