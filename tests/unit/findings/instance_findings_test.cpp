// SPDX-License-Identifier: MIT
#include <algorithm>

#include "expectations.hpp"
#include "findings_of_plan.hpp"
#include "stowage/machine_offers.hpp"
#include "stowage/text/plan_text.hpp"

using namespace stowage;
using namespace stowage::test;

namespace {

std::string findings_of_plan(const std::string& environment) {
    const Plan plan = plan_of("stowage: 0\nenvironments: {e: {" + environment + "}}");
    return findings_text(estimate(plan, small_catalogue()).environments.at(0));
}

/// "CODE: LABEL" of every fix about an instance, one a line.
std::string fixes_text(const Plan& plan) {
    std::string text;
    const Estimate figures = estimate(plan, small_catalogue());
    for (const Finding& finding : figures.environments.at(0).findings) {
        if (!finding.where.ends_with("/instance")) continue;
        for (const Fix& fix : finding.fixes)
            text += std::string(name_of(finding.code)) + ": " + fix.label + "\n";
    }
    return text;
}

std::string fixes_with(const std::string& settings) {
    return fixes_text(
        plan_of("stowage: 0\nenvironments: {e: {provider: cloud, region: east, " + settings + "}}"));
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

    TEST_CASE("instance_shared_cpu: requests rely on vCPUs that neighbours use too") {
        const auto in_north = [](const std::string& settings) {
            return findings_of_plan("provider: other, region: north, " + settings);
        };
        const std::string server =
            "servers: {app: {instance: o.shared}}, services: {x: {server: app, memory: 1GiB, ";
        CHECK(in_north(server + "cpu: 1m}}") ==
              "warning instance_shared_cpu: o.shared shares its vCPU with neighbours and has no published "
              "baseline, "
              "app needs 0.001\n");
        CHECK(in_north(server + "cpu: shared}}").empty());  // lives on what is left
        CHECK(
            in_north("servers: {app: {instance: o.arm}}, services: {x: {server: app, memory: 1GiB, cpu: 3}}")
                .empty());
    }

    TEST_CASE("instance_shared_cpu: a burstable type without a known baseline promises nothing either") {
        const Plan plan = plan_of(
            "stowage: 0\nenvironments: {e: {provider: azure, region: westeurope, servers: {app: {instance: "
            "Standard_B2ps_v2}}, services: {x: {server: app, memory: 1GiB, cpu: 0.5}}}}");
        CHECK(contains(
            findings_text(estimate(plan, catalogue()).environments.at(0)),
            "warning instance_shared_cpu: Standard_B2ps_v2 is burstable and no source gives its baseline, "
            "app needs 0.5\n"));
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

TEST_SUITE("fixes of instances") {
    TEST_CASE("a server that rents nothing yet: the cheapest machine of the region that holds what it has") {
        const auto fixes = [](const std::string& settings) {
            std::string text;
            const Plan plan = plan_of("stowage: 0\nenvironments: {e: {" + settings + "}}");
            const Estimate figures = estimate(plan, small_catalogue());
            for (const Finding& finding : figures.environments.at(0).findings) {
                if (finding.code != FindingCode::unpriced) continue;
                for (const Fix& fix : finding.fixes)
                    text += fix.label + ": " + fix.edits.at(0).pointer + " = " + fix.edits.at(0).text + "\n";
            }
            return text;
        };
        const std::string east = "provider: cloud, region: east, servers: {app: {";
        const std::string instance = ": /environments/e/servers/app/instance = ";
        // burst.small is 0.04 an hour, std.small 0.05, std.large 0.20; a month has 730 hours
        CHECK(fixes(east + "cpu: 2, memory: 4GiB}}") ==
              "Rent burst.small at 29.20 a month" + instance + "burst.small\n");
        CHECK(fixes(east + "cpu: 2, memory: 5GiB, count: 2}}") ==
              "Rent std.large at 292.00 a month" + instance + "std.large\n");
        // burst.small sustains 0.4 cores only
        CHECK(fixes(east + "cpu: 2, memory: 4GiB}}, services: {web: {cpu: 1, memory: 1GiB}}") ==
              "Rent std.small at 36.50 a month" + instance + "std.small\n");
        CHECK(fixes("provider: other, region: north, servers: {app: {cpu: 4, memory: 8GiB}}") ==
              "Rent o.arm (Arm) at 73.00 a month" + instance + "o.arm\n");
        CHECK(fixes(east + "cpu: 9, memory: 4GiB}}").empty());  // nothing is as large
        CHECK(fixes(east + "}}").empty());                      // nothing tells how large it is
        CHECK(fixes(east + "cpu: 2, memory: 4GiB, cost: 9/month}}").empty());
        CHECK(fixes("servers: {app: {cpu: 2, memory: 4GiB}}").empty());  // of no provider
    }

    TEST_CASE("each server that rents nothing gets its own") {
        const Plan plan = plan_of(
            "stowage: 0\nenvironments: {e: {provider: cloud, region: east, servers: {a: {cpu: 8, memory: "
            "8GiB}, b: {instance: std.small}, c: {cpu: 1, memory: 1GiB}}}}");
        std::string text;
        const Estimate figures = estimate(plan, small_catalogue());
        for (const Finding& finding : figures.environments.at(0).findings) {
            for (const Fix& fix : finding.fixes) text += finding.where + ": " + fix.label + "\n";
        }
        CHECK(text ==
              "/environments/e/servers/a: Rent std.large at 146.00 a month\n"
              "/environments/e/servers/c: Rent burst.small at 29.20 a month\n");
    }

    // c6a.xlarge: 4 vCPU, 8 GiB, x86_64, 0.153 an hour in us-east-1: 111.69 for 730 h
    TEST_CASE("the cheapest type that sustains the planned size is offered, with its price a month") {
        const Plan plan = seed_plan();
        const Estimate figures = estimate(plan, catalogue());
        std::string offered;
        for (const Finding& finding : figures.environments.at(1).findings) {
            for (const Fix& fix : finding.fixes) {
                if (finding.where != "/environments/staging/servers/staging/instance") continue;
                offered += std::string(name_of(finding.code)) + ": " + fix.label + "\n";
                CHECK(fix.edits == std::vector<FieldEdit>{
                                       {"/environments/staging/servers/staging/instance", "c6a.xlarge"}});
            }
        }
        CHECK(offered ==
              "instance_too_small: Rent c6a.xlarge at 111.69 a month\n"
              "instance_sustained_cpu: Rent c6a.xlarge at 111.69 a month\n");
        const auto offers = machine_offers(catalogue(), "aws", "us-east-1", Offering::compute,
                                           {MilliCpu::cores(4), Bytes::gib(8)});
        const auto first = std::find_if(offers.begin(), offers.end(), [](const MachineOffer& offer) {
            return offer.type->architecture == Architecture::x86_64;
        });
        REQUIRE(first != offers.end());
        CHECK(first->type->sku == "c6a.xlarge");
    }

    TEST_CASE("all machines of a pool and the hours of the environment are in the price") {
        // std.large at 0.2 an hour: 2 machines x 100 h
        CHECK(
            fixes_with("hours: 100, servers: {app: {cpu: 4, memory: 8GiB, count: 2, instance: std.small}}") ==
            "instance_too_small: Rent std.large at 40.00 a month\n"
            "instance_too_small: Rent std.large at 40.00 a month\n");
    }

    TEST_CASE("the discount is off, and an own price is not compared with a list price") {
        // std.large: 0.2 x 730 = 146, less 10 %, 20 %
        const std::string server = "servers: {app: {cpu: 4, memory: 4GiB, instance: std.small";
        CHECK(fixes_with("discount: 10%, " + server + "}}") ==
              "instance_too_small: Rent std.large at 131.40 a month\n");
        CHECK(fixes_with("discount: 10%, " + server + ", discount: 20%}}") ==
              "instance_too_small: Rent std.large at 116.80 a month\n");
        CHECK(fixes_with(server + ", cost: 20/month}}") == "instance_too_small: Rent std.large\n");
        CHECK(fixes_with("discount: 10%, managed: {rds: {instance: db.smal, count: 2}}") ==
              "instance_unknown: Rent db.small at 131.40 a month\n");  // 2 x 0.1 x 730 less 10 %
    }

    TEST_CASE("requests with the reserve decide where they are above the planned size") {
        const auto with_request = [](const std::string& cpu) {
            return fixes_with(
                "servers: {app: {cpu: 1, memory: 4GiB, reserved: {cpu: 250m}, instance: burst.small}}, "
                "services: {x: {server: app, memory: 1GiB, cpu: " +
                cpu + "}}");
        };
        CHECK(contains(with_request("1750m"), "Rent std.small"));  // 2 in all
        CHECK(contains(with_request("1751m"), "Rent std.large"));
        CHECK_FALSE(contains(with_request("8"), "Rent"));  // 8.25 are more than anything has
    }

    TEST_CASE("the architecture stays") {
        // o.arm has the same architecture as o.shared, and is the only one in the region that is dedicated
        const Plan plan = plan_of(
            "stowage: 0\nenvironments: {e: {provider: other, region: north, servers: {app: {instance: "
            "o.shared}}, "
            "services: {x: {server: app, memory: 1GiB, cpu: 1}}}}");
        CHECK(fixes_text(plan) == "instance_shared_cpu: Rent o.arm at 73.00 a month\n");
    }

    TEST_CASE("a slip of the hand in a type's name is mended") {
        CHECK(fixes_with("servers: {app: {cpu: 2, memory: 4GiB, instance: std.smal}}") ==
              "instance_unknown: Rent std.small at 36.50 a month\n");
        CHECK(fixes_with("servers: {app: {cpu: 2, memory: 4GiB, instance: sdt.samll}}") ==
              "instance_unknown: Rent std.small at 36.50 a month\n");
        CHECK(fixes_with("managed: {rds: {instance: db.smal}}") ==
              "instance_unknown: Rent db.small at 73.00 a month\n");
        CHECK(fixes_with("servers: {app: {cpu: 2, memory: 4GiB, instance: x}}").empty());
        CHECK(fixes_with("servers: {app: {cpu: 2, memory: 4GiB, instance: db.smal}}").empty());  // no machine
    }

    TEST_CASE("of a type that the region does not sell its like is offered, not its namesake") {
        const Plan plan = plan_of(
            "stowage: 0\nenvironments: {e: {provider: cloud, region: west, servers: {a: {cpu: 2, memory: "
            "4GiB, "
            "instance: burst.small}, b: {instance: std.large}}}}");
        CHECK(fixes_text(plan) ==
              "instance_unknown: Rent std.small at 43.80 a month\n");  // nothing is as large as b
    }

    TEST_CASE("applying a fix removes its finding, whatever rule keeps a reserve") {
        for (const std::string reserved : {"none", "host", "gke", "eks", "aks"}) {
            for (const std::string size : {"", "cpu: 2, ", "memory: 4GiB, ", "cpu: 2, memory: 4GiB, "}) {
                Plan plan = plan_of(
                    "stowage: 0\nenvironments: {e: {provider: aws, region: us-east-1, reserved: " + reserved +
                    ", servers: {a: {" + size +
                    "instance: t3.medium, count: 2}}, services: {x: {cpu: 300m, memory: 100MiB, "
                    "replicas: 40}}}}");
                const Estimate before = estimate(plan, catalogue());
                std::size_t fixed = 0;
                for (const Finding& finding : before.environments.at(0).findings) {
                    if (finding.code != FindingCode::instance_sustained_cpu) continue;
                    for (const Fix& fix : finding.fixes) {
                        const auto changed = with_field(plan, fix.edits.at(0).pointer, fix.edits.at(0).text);
                        REQUIRE(changed.has_value());
                        const std::string after =
                            findings_text(estimate(*changed, catalogue()).environments.at(0));
                        CHECK_FALSE(contains(after, "instance_sustained_cpu"));
                        CHECK_FALSE(contains(after, "instance_too_small"));
                        ++fixed;
                    }
                }
                CHECK_MESSAGE(fixed == 1, reserved << " " << size);
            }
        }
    }
}
