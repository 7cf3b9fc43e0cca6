// SPDX-License-Identifier: MIT
#include "stowage/fit.hpp"

#include "fixtures.hpp"
#include "small_catalogue.hpp"

using namespace stowage;
using namespace stowage::test;

namespace {

std::uint32_t index_of(const std::vector<Service>& services, std::string_view name) {
    for (std::uint32_t i = 0; i < services.size(); ++i) {
        if (services[i].name == name) return i;
    }
    FAIL("no service " << name);
    return 0;
}

/// "5: app 3 by memory, db 2": how many more replicas of a service fit, and what ends it on each server.
std::string room_text(const Environment& environment, std::string_view service) {
    Plan plan;
    plan.environments.push_back(environment);
    const EnvironmentEstimate figures = estimate(plan, small_catalogue()).environments.front();
    const ServiceRoom room = room_for(environment, figures, index_of(environment.services, service));
    std::string text = std::to_string(room.replicas) + ":";
    for (const PoolRoom& pool : room.pools) {
        text += " " + environment.servers[pool.server].name + " " + std::to_string(pool.replicas);
        if (pool.binding) text += " by " + std::string(name_of(*pool.binding));
    }
    return text;
}

Environment environment_of(const std::string& settings) {
    return plan_of("stowage: 0\nenvironments: {e: {" + settings + "}}").environments.front();
}

std::string room_of_x(const std::string& settings) { return room_text(environment_of(settings), "x"); }

/// Machines that the first server needs; 0 when no count would do.
std::int64_t needed(const Environment& environment) {
    Plan plan;
    plan.environments.push_back(environment);
    const EnvironmentEstimate figures = estimate(plan, small_catalogue()).environments.front();
    return machines_needed(environment, figures, 0).value_or(0);
}

std::int64_t needed_for(const std::string& settings) { return needed(environment_of(settings)); }

}  // namespace

TEST_SUITE("room for more replicas") {
    TEST_CASE("the template: staging, single and distributed production have no CPU for any more") {
        const Plan plan = seed_plan();
        CHECK(room_text(plan.environments[1], "wsgi") == "0: staging 0 by CPU");
        CHECK(room_text(plan.environments[2], "asgi") == "0: production 0 by CPU");
        CHECK(room_text(plan.environments[3], "wsgi") == "0: app 0 by CPU");
        CHECK(room_text(plan.environments[3], "postgres") == "0: db 0 by CPU");
    }

    TEST_CASE("the template: development has 2846 MiB left, for 5 of 500 MiB and 56 of 50 MiB") {
        const Environment development = seed_plan().environments[0];
        CHECK(room_text(development, "wsgi") == "5: dev 5 by memory");
        CHECK(room_text(development, "redis") == "56: dev 56 by memory");
    }

    TEST_CASE("the template: with 6 cores, staging has 2 cores and 1.75 GiB for WSGI at 0.5 and 1 GiB") {
        Environment staging = seed_plan().environments[1];
        staging.servers[0].cpu = MilliCpu::cores(6);
        CHECK(room_text(staging, "wsgi") == "1: staging 1 by memory");
        staging.servers[0].memory = Bytes::gib(16);  // 9.75 GiB are free then
        CHECK(room_text(staging, "wsgi") == "4: staging 4 by CPU");
    }

    TEST_CASE("an automatic service may use all servers but not the minimum headroom, a pinned one may") {
        const std::string servers =
            "servers: {a: {cpu: 4, memory: 8GiB, min_headroom: {cpu: 25%}}, b: {cpu: 2, memory: 8GiB}}, ";
        // a: 4 - 1 running - 1 floor = 2; b: 2
        CHECK(room_of_x(servers + "services: {x: {cpu: 1, memory: 1GiB}}") == "4: a 2 by CPU b 2 by CPU");
        CHECK(room_of_x(servers + "services: {x: {server: a, cpu: 1, memory: 1GiB}}") == "3: a 3 by CPU");
    }

    TEST_CASE("each machine counts by itself: room that is left in pieces takes nothing") {
        // 3 of 4 cores are used on both machines: 1 core each
        CHECK(room_of_x("servers: {a: {cpu: 4, memory: 8GiB, count: 2}}, "
                        "services: {y: {cpu: 3, memory: 1GiB, replicas: 2}, x: {cpu: 2, memory: 1GiB, "
                        "replicas: 0}}") == "0: a 0 by CPU");
    }

    TEST_CASE("spread replicas take one machine each, and those that are left end it") {
        const std::string servers = "servers: {a: {cpu: 4, memory: 8GiB, count: 3}}, ";
        CHECK(room_of_x(servers + "services: {x: {cpu: 1, memory: 1GiB, spread: true}}") == "2: a 2");
        CHECK(room_of_x(servers + "services: {x: {cpu: 5, memory: 1GiB, spread: true, replicas: 0}}") ==
              "0: a 0 by CPU");
    }

    TEST_CASE("disk and pods count where the server states them") {
        CHECK(room_of_x("servers: {a: {cpu: 8, memory: 8GiB, disk: 50GiB}, b: {cpu: 2, memory: 8GiB}}, "
                        "services: {x: {cpu: 1, memory: 1GiB, disk: 20GiB, replicas: 0}}") ==
              "4: a 2 by disk b 2 by CPU");
        CHECK(room_of_x("servers: {a: {cpu: 8, memory: 8GiB, pods: 3}}, "
                        "services: {x: {cpu: 1, memory: 1GiB}}") == "2: a 2 by pods");
    }

    TEST_CASE("where the peak must fit it is the limit that counts") {
        const std::string rest =
            "servers: {a: {cpu: 8, memory: 8GiB}}, "
            "services: {x: {cpu: 1, memory: 1GiB, memory_limit: 3GiB, replicas: 0}}";
        CHECK(room_of_x(rest) == "8: a 8 by CPU");
        CHECK(room_of_x("fit_memory: limit, " + rest) == "2: a 2 by memory");
    }

    TEST_CASE("a request of nothing fits as often as a plan may hold replicas") {
        CHECK(room_of_x("servers: {a: {cpu: 1, memory: 1GiB}, b: {cpu: 1, memory: 1GiB}}, "
                        "services: {x: {cpu: shared, memory: 0MiB}}") == "199999: a 199999 b 0");
    }

    TEST_CASE("nothing fits where there is no server, or none of its name") {
        CHECK(room_of_x("services: {x: {cpu: 1, memory: 1GiB, replicas: 0}}") == "0:");
        Environment environment =
            environment_of("servers: {a: {cpu: 1, memory: 1GiB}}, services: {x: {cpu: 1, memory: 1GiB}}");
        environment.services[0].server = "elsewhere";
        CHECK(room_text(environment, "x") == "0:");
    }
}

TEST_SUITE("machines needed") {
    TEST_CASE("the template: the app server's 9 cores need two machines of 8, every other server one") {
        const Plan plan = seed_plan();
        for (std::size_t i = 0; i < 3; ++i) CHECK(needed(plan.environments[i]) == 1);
        CHECK(needed(plan.environments[3]) == 2);
    }

    TEST_CASE("a pool that has more than it needs is told how few would do") {
        // 3 cores each, 4 on a machine: one a machine
        CHECK(needed_for("servers: {a: {cpu: 4, memory: 8GiB, count: 20}}, "
                         "services: {x: {cpu: 3, memory: 1GiB, replicas: 7}}") == 7);
    }

    TEST_CASE("the sum is not enough where the pieces do not fit") {
        // 5 x 3 = 15 cores would be four machines of 4, but each takes one
        CHECK(needed_for("servers: {a: {cpu: 4, memory: 8GiB}}, "
                         "services: {x: {server: a, cpu: 3, memory: 1GiB, replicas: 5}}") == 5);
    }

    TEST_CASE("other servers take what they can") {
        // 10 replicas, 4 of which fit on b
        CHECK(needed_for("servers: {a: {cpu: 2, memory: 8GiB}, b: {cpu: 4, memory: 8GiB}}, "
                         "services: {x: {cpu: 1, memory: 1GiB, replicas: 10}}") == 3);
    }

    TEST_CASE("the minimum headroom stays free of automatic services") {
        CHECK(needed_for("servers: {a: {cpu: 4, memory: 8GiB, min_headroom: {cpu: 50%}}}, "
                         "services: {x: {cpu: 1, memory: 1GiB, replicas: 6}}") == 3);
    }

    TEST_CASE("spread replicas need a machine each") {
        CHECK(needed_for("servers: {a: {cpu: 4, memory: 8GiB}}, "
                         "services: {x: {cpu: 100m, memory: 1MiB, spread: true, replicas: 9}}") == 9);
    }

    TEST_CASE("what is pinned to another server is not this one's to place") {
        CHECK(needed_for("servers: {a: {cpu: 4, memory: 8GiB}, b: {cpu: 1, memory: 1GiB}}, "
                         "services: {x: {server: b, cpu: 3, memory: 1GiB, replicas: 5}, y: {cpu: 3, memory: "
                         "1GiB, replicas: 2}}") == 2);
    }

    TEST_CASE("no count helps what is larger than one machine, or more than a plan may hold") {
        CHECK(needed_for("servers: {a: {cpu: 4, memory: 8GiB}}, "
                         "services: {x: {server: a, cpu: 5, memory: 1GiB}}") == 0);
        CHECK(needed_for("servers: {a: {cpu: 4, memory: 8GiB}}, services: {x: {cpu: 5, memory: 1GiB}}") == 0);
        CHECK(needed_for("servers: {a: {cpu: 1, memory: 8GiB}}, "
                         "services: {x: {cpu: 1, memory: 1GiB, replicas: 5001}}") == 0);
        CHECK(needed_for("servers: {a: {cpu: 1, memory: 8GiB}}, "
                         "services: {x: {cpu: 1, memory: 1GiB, replicas: 5000}}") == 5000);
    }
}
