// SPDX-License-Identifier: MIT
#include "findings_of_plan.hpp"

using namespace stowage;
using namespace stowage::test;

namespace {

std::string findings_of_plan(const std::string& environment) {
    const Plan plan = plan_of("stowage: 0\nenvironments: {e: {" + environment + "}}");
    return findings_text(estimate(plan, small_catalogue()).environments.at(0));
}

}  // namespace

TEST_SUITE("instance findings") {
    TEST_CASE("instance_too_small: the machine has less CPU or memory than planned") {
        // std.small has 2 vCPU and 4 GiB
        CHECK(findings_with("servers: {app: {cpu: 2001m, memory: 4GiB, instance: std.small}}") ==
              "error instance_too_small: std.small has 2 vCPU, app needs 2.001\n");
        CHECK(findings_with("servers: {app: {cpu: 2, memory: 4097MiB, instance: std.small}}") ==
              "error instance_too_small: std.small has 4 GiB memory, app needs 4097 MiB\n");
        CHECK(findings_with("servers: {app: {cpu: 4, memory: 8GiB, instance: std.small}}") ==
              "error instance_too_small: std.small has 2 vCPU, app needs 4\n"
              "error instance_too_small: std.small has 4 GiB memory, app needs 8 GiB\n");
        CHECK(findings_with("servers: {app: {cpu: 2, memory: 4GiB, instance: std.small}}").empty());
        CHECK(places_of("servers: {app: {cpu: 4, memory: 4GiB, instance: std.small}}",
                        "instance_too_small") == "/environments/e/servers/app/instance\n");
    }

    TEST_CASE("instance_too_small: a figure that nobody knows is not compared") {
        CHECK(findings_with("servers: {app: {cpu: 64, memory: 1GiB, instance: kv.small}}").empty());
    }

    TEST_CASE("instance_sustained_cpu: more is requested than a burstable machine earns") {
        // burst.small sustains 20 % of 2 vCPU = 0.4
        const auto requesting = [](const std::string& cpu, const std::string& more = "") {
            return findings_with("servers: {app: {instance: burst.small" + more +
                                 "}}, services: {x: {server: app, cpu: " + cpu + ", memory: 1GiB}}");
        };
        CHECK(requesting("401m") ==
              "warning instance_sustained_cpu: burst.small sustains 0.4 of its 2 vCPU, app needs 0.401\n");
        CHECK(requesting("400m").empty());
        CHECK(requesting("shared").empty());
        CHECK(requesting("300m", ", reserved: {cpu: 250m}") ==
              "warning instance_sustained_cpu: burst.small sustains 0.4 of its 2 vCPU, app needs 0.55\n");
        CHECK(requesting("shared", ", reserved: {cpu: 1}").empty());  // nothing asks for CPU
    }

    TEST_CASE("instance_sustained_cpu: of a pool the fullest machine is named") {
        CHECK(findings_with("servers: {app: {instance: burst.small, count: 2}}, services: {a: {server: app, "
                            "cpu: 1.9, memory: "
                            "1GiB}, b: {server: app, cpu: 0.3, memory: 1GiB}}") ==
              "warning instance_sustained_cpu: burst.small sustains 0.4 of its 2 vCPU, machine 1 of app "
              "needs 1.9\n");
    }

    TEST_CASE("instance_sustained_cpu: a machine that is not burstable sustains all it has") {
        CHECK(
            findings_with(
                "servers: {app: {instance: std.small}}, services: {x: {server: app, cpu: 1.9, memory: 1GiB}}")
                .empty());
    }

    TEST_CASE("instance_unknown: the catalogue does not know the machine") {
        CHECK(findings_with("servers: {app: {cpu: 2, memory: 4GiB, instance: std.smal}}") ==
              "warning instance_unknown: the catalogue has no std.smal of cloud in east\n"
              "info unpriced: app has no price: the total is a lower bound\n");
        CHECK(findings_with("servers: {app: {cpu: 2, memory: 4GiB, instance: std.smal, cost: 5/month}}")
                  .empty());
        CHECK(findings_with("servers: {app: {cpu: 2, memory: 4GiB, instance: std.small}}").empty());
        CHECK(places_of("servers: {app: {cpu: 2, memory: 4GiB, instance: std.smal}}", "instance_unknown") ==
              "/environments/e/servers/app/instance\n");
    }

    TEST_CASE("instance_unknown: the machine is sold in another region only") {
        CHECK(findings_of_plan("provider: cloud, region: west, servers: {app: {instance: std.large}}") ==
              "warning instance_unknown: the catalogue has no std.large of cloud in west\n"
              "info unpriced: app has no price: the total is a lower bound\n");
    }

    TEST_CASE("instance_unknown: a managed service") {
        CHECK(findings_with("managed: {rds: {title: DB, instance: db.huge}}") ==
              "warning instance_unknown: the catalogue has no db.huge of cloud in east\n"
              "info unpriced: DB has no price: the total is a lower bound\n");
        CHECK(findings_with("managed: {rds: {instance: db.small}}").empty());
        CHECK(places_of("managed: {rds: {instance: db.huge}}", "instance_unknown") ==
              "/environments/e/managed/rds/instance\n");
    }

    TEST_CASE("region_unknown: the catalogue has no prices there") {
        const std::string server = ", servers: {app: {cpu: 2, memory: 4GiB, cost: 5/month}}";
        CHECK(findings_of_plan("provider: cloud, region: moon" + server) ==
              "warning region_unknown: the catalogue has no prices for cloud in moon\n");
        CHECK(findings_of_plan("provider: clod, region: east" + server) ==
              "warning region_unknown: the catalogue has no prices for clod in east\n");
        CHECK(findings_of_plan("provider: cloud" + server) ==
              "warning region_unknown: the catalogue has no prices for cloud without a region\n");
        CHECK(findings_of_plan("provider: cloud, region: west" + server).empty());
        CHECK(findings_of_plan("region: moon" + server).empty());  // own machines have no prices
        CHECK(findings_of_plan("title: Own" + server).empty());
    }

    TEST_CASE("region_unknown: what is rented there is not reported once more") {
        CHECK(findings_of_plan("provider: cloud, region: moon, servers: {app: {cpu: 2, memory: 4GiB, "
                               "instance: std.tiny}}") ==
              "warning region_unknown: the catalogue has no prices for cloud in moon\n"
              "info unpriced: app has no price: the total is a lower bound\n");
    }
}
