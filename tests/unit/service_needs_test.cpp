// SPDX-License-Identifier: MIT
//
// What a service asks for when its plan leaves CPU and memory out.
#include "stowage/service_needs.hpp"

#include "fixtures.hpp"
#include "stowage/limits.hpp"
#include "stowage/quantity_text.hpp"

using namespace stowage;
using namespace stowage::test;

namespace {

ServiceNeeds needs_with(const std::string& settings) {
    return needs_of(plan_of("stowage: 0\nenvironments: {e: {services: {x: {" + settings + "}}}}")
                        .environments.front()
                        .services.front());
}

/// "CPU, MEMORY", with a star behind what is derived.
std::string request_with(const std::string& settings) {
    const ServiceNeeds needs = needs_with(settings);
    return show_cpu(needs.request.cpu) + (needs.cpu_derived ? "*, " : ", ") +
           show_bytes(needs.request.memory) + (needs.memory_derived ? "*" : "");
}

}  // namespace

TEST_SUITE("service needs") {
    TEST_CASE("what the plan states stands") {
        CHECK(request_with("kind: wsgi, cpu: 2, memory: 1GiB, workers: 9") == "2 cores, 1 GiB");
        CHECK(request_with("kind: wsgi, cpu: shared, memory: 1GiB") == "0 cores, 1 GiB");
        CHECK(needs_with("kind: wsgi, cpu: shared, memory: 1GiB").cpu_shared);
        CHECK(needs_with("kind: wsgi, cpu: 1, memory: 1GiB, memory_limit: 2GiB").peak_memory ==
              Bytes::gib(2));
        CHECK(needs_with("kind: wsgi, workers: 4").peak_memory == Bytes::mib(800));
    }

    TEST_CASE("wsgi: memory of the workers, and the CPU for which one starts with so many") {
        CHECK(request_with("kind: wsgi, workers: 5") == "2 cores*, 1000 MiB*");
        CHECK(request_with("kind: wsgi, cpu: 2") == "2 cores, 1000 MiB*");
        CHECK(request_with("kind: wsgi, workers: 5, worker_memory: 100MiB, cpu: 1") == "1 core, 500 MiB*");
        CHECK(request_with("kind: wsgi") == "0.5 cores*, 200 MiB*");
    }

    TEST_CASE("asgi: a core for each process, memory of processes and connections") {
        CHECK(request_with("kind: asgi, workers: 2") == "2 cores*, 700 MiB*");  // 2 x 200 + 300 x 1
        CHECK(request_with("kind: asgi, max_connections: 50, connection_memory: 2MiB") ==
              "1 core*, 300 MiB*");
    }

    TEST_CASE("celery: a core and its memory for each process") {
        CHECK(request_with("kind: celery, workers: 4, worker_memory: 256MiB") == "4 cores*, 1 GiB*");
    }

    TEST_CASE("nginx: a core for each worker") {
        CHECK(request_with("kind: nginx") == "1 core*, 48 MiB*");
        CHECK(request_with("kind: nginx, workers: 2, worker_connections: 1024") == "2 cores*, 160 MiB*");
    }

    TEST_CASE("postgres: the CPU of a pool, memory of buffers and connections") {
        CHECK(request_with("kind: postgres, pgbouncer_pool: 9, shared_buffers: 1GiB, work_mem: 8MiB") ==
              "4 cores*, 1250 MiB*");  // 1,024 + 64 + 9 x 10 + 9 x 8
        CHECK(request_with("kind: postgres") == "1 core*, 1204 MiB*");
    }

    TEST_CASE("redis: maxmemory and a quarter more, twice that where it saves") {
        CHECK(request_with("kind: redis, maxmemory: 8GiB") == "1 core*, 10 GiB*");
        CHECK(request_with("kind: redis, maxmemory: 4GiB, persistence: true") == "1 core*, 10 GiB*");
        CHECK(request_with("kind: redis, maxmemory: 1B") == "1 core*, 1 MiB*");  // whole MiB
    }

    TEST_CASE("a kind that is not known has to say what it needs") {
        const ServiceNeeds needs = needs_of(Service{});
        CHECK(needs.request == Resources{{}, {}, {}, 1});
        CHECK_FALSE(needs.cpu_derived);
        CHECK_FALSE(needs.memory_derived);
    }

    TEST_CASE("what no machine has is cut at the limits of a plan") {
        for (const char* kind : {"nginx", "wsgi", "asgi", "celery", "postgres", "redis"}) {
            const ServiceNeeds needs = needs_with(
                "kind: " + std::string(kind) +
                ", workers: 1000000, threads: 1000000, max_connections: 1000000, worker_memory: 32TiB, "
                "connection_memory: 32TiB, worker_connections: 1000000, prefetch: 1000000, pool_size: "
                "1000000, "
                "shared_buffers: 32TiB, work_mem: 32TiB, maintenance_work_mem: 32TiB, pgbouncer_pool: "
                "1000000, "
                "maxmemory: 32TiB, persistence: true");
            CAPTURE(kind);
            CHECK(needs.request.memory == limits::kMemory);
            CHECK(needs.request.cpu == (kind == std::string("redis") ? MilliCpu::cores(1) : limits::kCpu));
        }
    }
}
