// SPDX-License-Identifier: MIT
#include "stowage/stack/stack_settings.hpp"

#include "expectations.hpp"
#include "fixtures.hpp"
#include "small_catalogue.hpp"

using namespace stowage;
using namespace stowage::test;

namespace {

/// "KEY LABEL: VALUE (FORMULA)" of the last service of an environment with these settings, one a line.
std::string settings_with(const std::string& settings) {
    const Plan plan = plan_of("stowage: 0\nenvironments: {e: {" + settings + "}}");
    const Environment& environment = plan.environments.front();
    const Estimate figures = estimate(plan, small_catalogue());
    const auto last = static_cast<std::uint32_t>(environment.services.size() - 1);
    std::string text;
    for (const StackSetting& setting : stack_settings(environment, figures.environments.front(), last)) {
        text += std::string(setting.key) + " " + std::string(setting.label) + ": " + setting.value;
        if (setting.derived) text += " (" + setting.formula + ")";
        text += "\n";
        CHECK(setting.derived == !setting.source.empty());
        CHECK(setting.derived == !setting.formula.empty());
    }
    return text;
}

}  // namespace

TEST_SUITE("stack settings") {
    TEST_CASE("wsgi") {
        CHECK(settings_with("services: {x: {kind: wsgi, replicas: 2, cpu: 2, memory: 1GiB}}") ==
              "workers Workers: 5 (2 x 2 cores + 1)\n"
              "threads Threads of a worker: 1 (default)\n"
              "worker_memory Memory of a worker: 200 MiB (default)\n"
              "pool_size Connections of a thread: 1 (default)\n"
              " Database connections: 10 (2 x 5 x 1 = 10)\n");
        CHECK(
            settings_with(
                "services: {x: {kind: wsgi, workers: 3, threads: 2, worker_memory: 150MiB, pool_size: 2}}") ==
            "workers Workers: 3\n"
            "threads Threads of a worker: 2\n"
            "worker_memory Memory of a worker: 150 MiB\n"
            "pool_size Connections of a thread: 2\n"
            "cpu CPU: 1 core ((3 - 1) / 2, at least 0.5)\n"
            "memory Memory: 450 MiB (3 x 150 MiB)\n"
            " Database connections: 12 (1 x 3 x 2 x 2 = 12)\n");
    }

    TEST_CASE("asgi") {
        CHECK(settings_with("services: {x: {kind: asgi, cpu: 2}}") ==
              "workers Processes: 2 (one for each whole core of 2)\n"
              "threads Threads of a process for synchronous code: 10 (2 CPUs x 5)\n"
              "worker_memory Memory of a worker: 200 MiB (default)\n"
              "max_connections Connections: 300 (2 x 150)\n"
              "connection_memory Memory of a connection: 1 MiB (default)\n"
              " Worst-case WebSocket buffers: 512 MiB each (32 x 16 MiB at Uvicorn's defaults; lower "
              "ws-max-size where clients are not trusted)\n"
              "pool_size Connections of a thread: 1 (default)\n"
              "memory Memory: 700 MiB (2 x 200 MiB + 300 x 1 MiB)\n"
              " Database connections: 20 (1 x 2 x 10 = 20)\n");
    }

    TEST_CASE("celery") {
        CHECK(settings_with("services: {x: {kind: celery, cpu: 4, memory: 1GiB}}") ==
              "workers Concurrency: 4 (one for each whole core of 4)\n"
              "worker_memory Memory of a worker: 200 MiB (default)\n"
              "prefetch Tasks reserved for a process: 4 (default)\n"
              " Tasks reserved: 16 (4 x 4 = 16)\n"
              "pool_size Connections of a thread: 1 (default)\n"
              " Database connections: 4 (1 x 4 x 1 = 4)\n");
    }

    TEST_CASE("nginx") {
        CHECK(settings_with("services: {x: {kind: nginx}}") ==
              "workers Workers: 1 (1 without a stated CPU)\n"
              "worker_connections Connections of a worker: 512 (default)\n"
              "connection_memory Memory of a connection: 64 KiB (default)\n"
              "cpu CPU: 1 core (1 core a worker)\n"
              "memory Memory: 48 MiB (1 x (16 MiB + 512 x 64 KiB))\n"
              " Proxied clients: 256 (1 x 512 / 2 = 256)\n");
    }

    TEST_CASE("postgres alone on a machine: PGTune's vector of 8 GB, 4 CPUs and 200 connections") {
        CHECK(settings_with("servers: {db: {cpu: 4, memory: 8GiB}}, services: {web: {kind: wsgi, workers: 5, "
                            "replicas: 0}, "
                            "x: {kind: postgres, server: db, cpu: 4, memory: 8GiB, max_connections: 200}}") ==
              "max_connections max_connections: 200\n"
              "reserved_connections superuser_reserved_connections: 3 (default)\n"
              "pgbouncer_pool PgBouncer's pool: \n"
              " Pool size: 9 (2 x 4 cores + 1)\n"
              " Connections of its clients: 0 of 197 (replicas x workers x threads x pool_size of each "
              "client)\n"
              "shared_buffers shared_buffers: 2 GiB (8 GiB / 4, all that the machine can allocate)\n"
              "maintenance_work_mem maintenance_work_mem: 512 MiB (8 GiB / 16, all that the machine can "
              "allocate)\n"
              "work_mem work_mem: 10.04 MiB ((8 GiB - 2 GiB) / ((200 + 4) x 3), at least 4 MiB, all that the "
              "machine can allocate)\n"
              "connection_memory Memory of a connection: 10 MiB (default)\n"
              " effective_cache_size: 6 GiB (8 GiB x 3/4: a hint to the planner, not memory that it takes)\n"
              " Memory needed: 4.54 GiB (2 GiB + 512 MiB + 200 x 10 MiB + 9 x 10.04 MiB)\n");
    }

    TEST_CASE("redis") {
        CHECK(settings_with("services: {x: {kind: redis, cpu: 1, memory: 10GiB}}") ==
              "maxmemory maxmemory: 8 GiB (80 % of 10 GiB)\n");
        CHECK(settings_with("services: {x: {kind: redis, maxmemory: 4GiB, persistence: true}}") ==
              "maxmemory maxmemory: 4 GiB\n"
              "cpu CPU: 1 core (commands run on one thread)\n"
              "memory Memory: 10 GiB (4 GiB / 40 %)\n");
    }

    TEST_CASE("a service of another kind has none") {
        CHECK(settings_with("services: {x: {cpu: 1, memory: 1GiB}}").empty());
    }
}
