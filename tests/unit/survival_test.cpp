// SPDX-License-Identifier: MIT
#include "stowage/survival.hpp"

#include <string>

#include "fixtures.hpp"
#include "small_catalogue.hpp"

using namespace stowage;
using namespace stowage::test;

namespace {

EnvironmentEstimate figures_of(const Environment& environment) {
    Plan plan;
    plan.environments.push_back(environment);
    return estimate(plan, small_catalogue()).environments.front();
}

/// "1 of 3; a/0: x 2, y 1": how many losses are survived, and what each of the others leaves without a place.
std::string text_of(const Environment& environment, const Survival& survival) {
    std::string text = std::to_string(survival.survived) + " of " + std::to_string(survival.cases);
    for (const Loss& loss : survival.losses) {
        text += "; ";
        text += loss.zone.empty() ? environment.servers[loss.server].name + "/" + std::to_string(loss.machine)
                                  : loss.zone;
        for (std::size_t i = 0; i < loss.unplaced.size(); ++i) {
            text += (i == 0 ? ": " : ", ") + environment.services[loss.unplaced[i].service].name + " " +
                    std::to_string(loss.unplaced[i].replicas);
        }
    }
    return text;
}

std::string server_loss(const Environment& environment) {
    return text_of(environment, figures_of(environment).server_loss);
}

Environment environment_of(const std::string& settings) {
    return plan_of("stowage: 0\nenvironments: {e: {" + settings + "}}").environments.front();
}

std::string server_loss(const std::string& settings) { return server_loss(environment_of(settings)); }

std::string zone_loss(const std::string& settings) {
    const Environment environment = environment_of(settings);
    return text_of(environment, figures_of(environment).zone_loss);
}

/// "x 0 of 1, y 1 of 2": surge replicas that find a place.
std::string surges(const Environment& environment) {
    std::string text;
    for (const SurgeShortage& shortage : figures_of(environment).surges) {
        text += (text.empty() ? "" : ", ") + environment.services[shortage.service].name + " " +
                std::to_string(shortage.placed) + " of " + std::to_string(shortage.surge);
    }
    return text;
}

std::string surges(const std::string& settings) { return surges(environment_of(settings)); }

}  // namespace

TEST_SUITE("loss of a server") {
    TEST_CASE("the template survives none: each server is alone in its role") {
        const Plan plan = seed_plan();
        CHECK(server_loss(plan.environments[0]) == "0 of 1; dev/0: wsgi 1, asgi 1, postgres 1, redis 1");
        CHECK(server_loss(plan.environments[1]) ==
              "0 of 1; staging/0: nginx 1, wsgi 2, asgi 1, postgres 1, redis 1");
        CHECK(server_loss(plan.environments[2]) ==
              "0 of 1; production/0: nginx 1, wsgi 2, asgi 2, postgres 1, redis 1");
        CHECK(server_loss(plan.environments[3]) ==
              "0 of 3; app/0: nginx 1, wsgi 2, asgi 2; db/0: postgres 1; cache/0: redis 1");
    }

    TEST_CASE("a second machine of the pool takes everything over, if it is idle") {
        Environment single = seed_plan().environments[2];
        single.servers[0].count = 2;
        CHECK(server_loss(single) == "1 of 1");
    }

    TEST_CASE("what is placed automatically may go to another server, what is pinned may not") {
        const std::string servers = "servers: {a: {cpu: 4, memory: 8GiB}, b: {cpu: 4, memory: 8GiB}}, ";
        CHECK(server_loss(servers + "services: {x: {cpu: 1, memory: 1GiB, replicas: 2}}") == "1 of 1");
        CHECK(server_loss(servers + "services: {x: {server: a, cpu: 1, memory: 1GiB, replicas: 2}}") ==
              "0 of 1; a/0: x 2");
    }

    TEST_CASE("each machine of a pool is lost by itself") {
        // 2 replicas of 2 cores on each of three machines of 5: the others have 1 core left each
        CHECK(server_loss("servers: {a: {cpu: 5, memory: 8GiB, count: 3}}, "
                          "services: {x: {cpu: 2, memory: 1GiB, replicas: 6}}") ==
              "0 of 3; a/0: x 2; a/1: x 2; a/2: x 2");
        // of machines of 6, each has 2 cores left
        CHECK(server_loss("servers: {a: {cpu: 6, memory: 8GiB, count: 3}}, "
                          "services: {x: {cpu: 2, memory: 1GiB, replicas: 6, spread: false}}") == "2 of 2");
    }

    TEST_CASE("the minimum headroom is used") {
        // half of 4 cores stays free: 2 replicas on each machine; after the loss all 4 are on one
        const std::string four = "services: {x: {cpu: 1, memory: 1GiB, replicas: 4}}";
        CHECK(server_loss("servers: {a: {cpu: 4, memory: 8GiB, count: 2, min_headroom: {cpu: 50%}}}, " +
                          four) == "2 of 2");
        CHECK(server_loss("servers: {a: {cpu: 3, memory: 8GiB, count: 2, min_headroom: {cpu: 1}}}, " +
                          four) == "0 of 2; a/0: x 1; a/1: x 1");
    }

    TEST_CASE("the larger is placed first") {
        // lost: 3 and 1 cores; 3 are left on b and 1 on c. The small one first would block b.
        CHECK(server_loss("servers: {a: {cpu: 4, memory: 8GiB}, b: {cpu: 3, memory: 8GiB}, c: {cpu: 1, "
                          "memory: 8GiB}}, services: {x: {cpu: 1, memory: 1GiB}, y: {cpu: 3, memory: "
                          "1GiB}}") == "1 of 1");
    }

    TEST_CASE("spread replicas find no machine that runs one already") {
        const std::string spread = "services: {x: {cpu: 1, memory: 1GiB, replicas: 3, spread: true}}";
        CHECK(server_loss("servers: {a: {cpu: 4, memory: 8GiB, count: 3}}, " + spread) ==
              "0 of 3; a/0: x 1; a/1: x 1; a/2: x 1");
        CHECK(server_loss("servers: {a: {cpu: 4, memory: 8GiB, count: 4}}, " + spread) == "3 of 3");
    }

    TEST_CASE("services kept together need their room on one machine") {
        const std::string pod =
            "services: {x: {cpu: 2, memory: 1GiB, together: p}, y: {cpu: 1, memory: 1GiB, together: p}}";
        CHECK(server_loss("servers: {a: {cpu: 4, memory: 8GiB}, b: {cpu: 2, memory: 8GiB}, c: {cpu: 2, "
                          "memory: 8GiB}}, " +
                          pod) == "0 of 1; a/0: x 1, y 1");
        CHECK(server_loss("servers: {a: {cpu: 4, memory: 8GiB}, b: {cpu: 3, memory: 8GiB}}, " + pod) ==
              "1 of 1");
    }

    TEST_CASE("disk and pods hold where the others state them") {
        const std::string x = "services: {x: {cpu: 1, memory: 1GiB, disk: 20GiB, replicas: 2}}";
        CHECK(server_loss("servers: {a: {cpu: 4, memory: 8GiB}, b: {cpu: 4, memory: 8GiB, disk: 39GiB}}, " +
                          x) == "0 of 1; a/0: x 1");
        CHECK(server_loss("servers: {a: {cpu: 4, memory: 8GiB}, b: {cpu: 4, memory: 8GiB, pods: 1}}, " + x) ==
              "0 of 1; a/0: x 1");
        CHECK(server_loss("servers: {a: {cpu: 4, memory: 8GiB}, b: {cpu: 4, memory: 8GiB, disk: 40GiB, "
                          "pods: 2}}, " +
                          x) == "1 of 1");
    }

    TEST_CASE("nothing is over-committed, and an over-committed machine takes nothing") {
        // three of 3 cores on two machines of 4: 6 on the first, 3 on the second
        CHECK(server_loss("servers: {a: {cpu: 4, memory: 8GiB, count: 2}}, "
                          "services: {x: {server: a, cpu: 3, memory: 1GiB, replicas: 3}}") ==
              "0 of 2; a/0: x 2; a/1: x 1");
    }

    TEST_CASE("what has no place before the loss does not count, nor does an idle machine") {
        CHECK(server_loss("servers: {a: {cpu: 2, memory: 8GiB, count: 2}}, "
                          "services: {x: {cpu: 2, memory: 1GiB}, y: {cpu: 9, memory: 1GiB}}") == "1 of 1");
        CHECK(server_loss("servers: {a: {cpu: 2, memory: 8GiB}}, "
                          "services: {x: {cpu: 2, memory: 1GiB, replicas: 0}}") == "0 of 0");
    }

    TEST_CASE("of many losses the first are kept") {
        const Environment environment = environment_of(
            "servers: {a: {cpu: 2, memory: 8GiB, count: 40}}, "
            "services: {x: {cpu: 2, memory: 1GiB, replicas: 40}}");
        const Survival survival = figures_of(environment).server_loss;
        CHECK(survival.cases == 40);
        CHECK(survival.survived == 0);
        REQUIRE(survival.losses.size() == kMostLosses);
        CHECK(survival.losses.back().machine == kMostLosses - 1);
    }
}

TEST_SUITE("loss of a zone") {
    TEST_CASE("all machines of the servers of a zone are lost together") {
        const std::string servers =
            "servers: {a: {cpu: 2, memory: 8GiB, zone: east}, b: {cpu: 2, memory: 8GiB, zone: west}, "
            "c: {cpu: 2, memory: 8GiB, zone: east}, d: {cpu: 1, memory: 8GiB}}, ";
        // 2 on a, 1 on b: losing east leaves b and d room for 2, losing west leaves plenty
        CHECK(zone_loss(servers + "services: {x: {cpu: 1, memory: 1GiB, replicas: 3}}") == "2 of 2");
        // 2 on a, 2 on b, 1 on c: losing east leaves one core on d for three replicas
        CHECK(zone_loss(servers + "services: {x: {cpu: 1, memory: 1GiB, replicas: 5}}") ==
              "1 of 2; east: x 2");
    }

    TEST_CASE("where no server names a zone there is none to lose") {
        CHECK(zone_loss("servers: {a: {cpu: 2, memory: 8GiB}}, services: {x: {cpu: 1, memory: 1GiB}}") ==
              "0 of 0");
        CHECK(zone_loss("servers: {a: {cpu: 2, memory: 8GiB, zone: z}}, "
                        "services: {x: {cpu: 1, memory: 1GiB, replicas: 0}}") == "0 of 0");
    }
}

TEST_SUITE("surge of a rolling update") {
    TEST_CASE("a quarter of the replicas, rounded up, as maxSurge of a Kubernetes Deployment") {
        Service service;
        for (const auto& [replicas, surge] :
             {std::pair{0, 0}, std::pair{1, 1}, std::pair{4, 1}, std::pair{5, 2}, std::pair{54, 14}}) {
            service.replicas = replicas;
            CHECK(surge_of(service) == surge);
        }
        service.max_surge = 3;
        CHECK(surge_of(service) == 3);
        service.max_surge = 0;
        CHECK(surge_of(service) == 0);
    }

    TEST_CASE("a stateful service is replaced in place, unless the plan says otherwise") {
        Service service;
        for (const ServiceKind kind : {ServiceKind::postgres, ServiceKind::redis}) {
            service.kind = kind;
            service.max_surge.reset();
            CHECK(surge_of(service) == 0);
            service.max_surge = 1;
            CHECK(surge_of(service) == 1);
        }
    }

    TEST_CASE("the template: only development has room beside what runs") {
        const Plan plan = seed_plan();
        CHECK(surges(plan.environments[0]).empty());
        for (std::size_t i = 1; i < 4; ++i)
            CHECK(surges(plan.environments[i]) == "nginx 0 of 1, wsgi 0 of 1, asgi 0 of 1");
    }

    TEST_CASE("each service rolls out by itself, with the minimum headroom") {
        // 1 core is left for either; the floor keeps automatic services off it, but not a roll-out
        CHECK(surges("servers: {a: {cpu: 3, memory: 8GiB, min_headroom: {cpu: 1}}}, "
                     "services: {x: {cpu: 1, memory: 1GiB}, y: {cpu: 1, memory: 1GiB}}")
                  .empty());
        CHECK(surges("servers: {a: {cpu: 6500m, memory: 8GiB}}, "
                     "services: {x: {cpu: 1, memory: 1GiB, replicas: 5}}") == "x 1 of 2");
    }

    TEST_CASE("pinned ones stay within their server, spread ones apart, those kept together on one") {
        CHECK(surges("servers: {a: {cpu: 1, memory: 8GiB}, b: {cpu: 9, memory: 8GiB}}, "
                     "services: {x: {server: a, cpu: 1, memory: 1GiB}}") == "x 0 of 1");
        const std::string spread = "services: {x: {cpu: 1, memory: 1GiB, replicas: 2, spread: true}}";
        CHECK(surges("servers: {a: {cpu: 4, memory: 8GiB, count: 2}}, " + spread) == "x 0 of 1");
        CHECK(surges("servers: {a: {cpu: 4, memory: 8GiB, count: 3}}, " + spread).empty());
        // one core is left on each of two machines, and together they need two
        CHECK(surges("servers: {a: {cpu: 3, memory: 8GiB}, b: {cpu: 1, memory: 8GiB}}, services: "
                     "{x: {cpu: 1, memory: 1GiB, together: p}, y: {cpu: 1, memory: 1GiB, together: p}}") ==
              "x 0 of 1");
    }

    TEST_CASE("a service without a replica that runs needs no room") {
        CHECK(surges("servers: {a: {cpu: 1, memory: 8GiB}}, services: {x: {cpu: 1, memory: 1GiB, replicas: "
                     "0}, y: {cpu: 9, memory: 1GiB}}")
                  .empty());
    }
}
