// SPDX-License-Identifier: MIT
//
// Workers against CPU and memory of a replica, connections of ASGI processes and of the proxy in front.
#include "stack_findings_of_plan.hpp"

using namespace stowage::test;

namespace {

std::string found(const std::string& service) {
    return stack_findings_with("services: {x: {title: X, " + service + "}}");
}

}  // namespace

TEST_SUITE("worker findings") {
    TEST_CASE("too_many_workers: gunicorn starts with 2 x cores + 1") {
        CHECK(found("kind: wsgi, cpu: 2, memory: 4GiB, workers: 6") ==
              "warning too_many_workers at services/x/workers: X runs 6 workers on 2 cores: more than 2 x "
              "cores "
              "+ 1 = 5\n"
              "  Set workers to 5: services/x/workers = 5\n");
        CHECK(found("kind: wsgi, cpu: 2, memory: 4GiB, workers: 5").empty());
    }

    TEST_CASE("too_many_workers: ASGI and Celery use a core for each process") {
        CHECK(found("kind: asgi, cpu: 1.9, memory: 4GiB, workers: 2") ==
              "warning too_many_workers at services/x/workers: X runs 2 workers on 1.9 cores: more than one "
              "for "
              "each core, which is 1\n"
              "  Set workers to 1: services/x/workers = 1\n");
        CHECK(found("kind: celery, cpu: 2, memory: 4GiB, workers: 3").find("too_many_workers") !=
              std::string::npos);
        CHECK(found("kind: celery, cpu: 2, memory: 4GiB, workers: 2").empty());
    }

    TEST_CASE("too_many_workers: nothing to hold them against") {
        CHECK(found("kind: wsgi, cpu: shared, memory: 40GiB, workers: 100").empty());
        CHECK(found("kind: wsgi, workers: 100").empty());
        CHECK(found("kind: wsgi, cpu: 1, memory: 4GiB, workers: 6, replicas: 0").empty());
    }

    TEST_CASE("workers_exceed_memory: 9 workers of 120 MiB need 1080 MiB") {
        CHECK(found("kind: wsgi, cpu: 4, memory: 1GiB, workers: 9, worker_memory: 120MiB") ==
              "error workers_exceed_memory at services/x/memory: X: 9 workers of 120 MiB need 1080 MiB of "
              "the 1 "
              "GiB that a replica requests\n"
              "  Set memory to 1080 MiB: services/x/memory = 1080MiB\n"
              "  Set workers to 8: services/x/workers = 8\n");
        CHECK(found("kind: wsgi, cpu: 4, memory: 1080MiB, workers: 9, worker_memory: 120MiB").empty());
    }

    TEST_CASE(
        "workers_exceed_memory: says when the memory of a worker is an assumption, and moves the limit "
        "along") {
        CHECK(found("kind: wsgi, cpu: 4, memory: 1GiB, memory_limit: 1GiB, workers: 6") ==
              "error workers_exceed_memory at services/x/memory: X: 6 workers of 200 MiB (our choice) need "
              "1200 "
              "MiB of the 1 GiB that a replica requests\n"
              "  Set memory to 1200 MiB: services/x/memory = 1200MiB services/x/memory_limit = 1200MiB\n"
              "  Set workers to 5: services/x/workers = 5\n");
    }

    TEST_CASE("workers_exceed_memory: not on figures of which the plan states none") {
        CHECK(found("kind: wsgi, cpu: 4, memory: 100MiB").empty());
        CHECK(found("kind: wsgi, cpu: 4, memory: 100MiB, worker_memory: 101MiB") ==
              "error workers_exceed_memory at services/x/memory: X: 9 workers of 101 MiB need 909 MiB of the "
              "100 "
              "MiB that a replica requests\n"
              "  Set memory to 909 MiB: services/x/memory = 909MiB\n");  // not even one worker fits
        CHECK(
            found("kind: wsgi, cpu: 1, workers: 3, worker_memory: 32TiB").empty());  // the memory is derived
    }

    TEST_CASE("asgi_connections_per_process: 150 for each process") {
        CHECK(found("kind: asgi, cpu: 2, memory: 4GiB, workers: 1, max_connections: 200") ==
              "warning asgi_connections_per_process at services/x/max_connections: X accepts 200 connections "
              "in 1 "
              "process: more than 150 each\n"
              "  Set max_connections to 150: services/x/max_connections = 150\n"
              "  Set workers to 2: services/x/workers = 2\n");
        CHECK(
            found("kind: asgi, cpu: 1, memory: 4GiB, max_connections: 151") ==
            "warning asgi_connections_per_process at services/x/max_connections: X accepts 151 connections "
            "in 1 "
            "process: more than 150 each\n"
            "  Set max_connections to 150: services/x/max_connections = 150\n");  // no core for a second one
        CHECK(found("kind: asgi, cpu: 2, memory: 4GiB, max_connections: 300").empty());
    }

    TEST_CASE("nginx_connections: half of its connections are clients") {
        const auto behind = [](const std::string& nginx, const std::string& more) {
            return stack_findings_with("services: {nginx: {kind: nginx, cpu: 1, memory: 1GiB" + nginx +
                                       "}, wsgi: {kind: wsgi, replicas: 2, cpu: 1, memory: 1GiB}, asgi: "
                                       "{kind: asgi, replicas: 2, cpu: "
                                       "1, memory: 1GiB" +
                                       more + "}}");
        };
        CHECK(behind(", worker_connections: 610", "") ==
              "warning nginx_connections at services/nginx/worker_connections: nginx proxies 305 clients: 1 "
              "x 1 x "
              "610 / 2; the services behind it take 306\n"
              "  Set worker_connections to 612: services/nginx/worker_connections = 612\n");
        CHECK(behind(", worker_connections: 612", "").empty());  // 2 x 3 + 2 x 150
        CHECK(behind("", "").empty());                           // 256 of 306, but all of it assumed
        CHECK(behind("", ", max_connections: 150") ==
              "warning nginx_connections at services/nginx: nginx proxies 256 clients: 1 x 1 x 512 / 2; the "
              "services behind it take 306\n"
              "  Set worker_connections to 612: services/nginx/worker_connections = 612\n");
        CHECK(behind(", worker_connections: 20, calls: {wsgi: 1}", "").empty());  // 10 of 6
        CHECK(behind(", replicas: 3, workers: 3, worker_connections: 67", "") ==
              "warning nginx_connections at services/nginx/worker_connections: nginx proxies 300 clients: 3 "
              "x 3 x "
              "67 / 2; the services behind it take 306\n"
              "  Set worker_connections to 68: services/nginx/worker_connections = 68\n");  // 3 x 102
    }

    TEST_CASE("setting_without_effect: what the kind does not have") {
        CHECK(
            found("kind: nginx, prefetch: 3, persistence: true") ==
            "info setting_without_effect at services/x/prefetch: X states prefetch, which nothing uses of a "
            "service of kind nginx\n"
            "  Remove prefetch: services/x/prefetch = \n"
            "info setting_without_effect at services/x/persistence: X states persistence, which nothing uses "
            "of "
            "a service of kind nginx\n"
            "  Remove persistence: services/x/persistence = \n");
        CHECK(found("cpu: 1, memory: 1GiB, workers: 2, threads: 2, max_connections: 10").empty());
        CHECK(found("kind: postgres, max_connections: 10, connection_memory: 5MiB").empty());
    }
}
