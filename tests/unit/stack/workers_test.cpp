// SPDX-License-Identifier: MIT
//
// The figures of Gunicorn's, Channels' and Celery's own documents.
#include "stowage/stack/workers.hpp"

#include <doctest/doctest.h>

#include "stowage/limits.hpp"
#include "stowage/stack/asgi.hpp"
#include "stowage/stack/celery.hpp"
#include "stowage/stack/gunicorn.hpp"

using namespace stowage;

namespace {

Service service_of(ServiceKind kind, std::optional<MilliCpu> cpu = std::nullopt) {
    Service service;
    service.kind = kind;
    if (cpu) service.cpu = CpuRequest{false, *cpu};
    return service;
}

}  // namespace

TEST_SUITE("workers") {
    TEST_CASE("gunicorn starts with (2 x cores) + 1 workers") {
        CHECK(gunicorn_start_workers(MilliCpu::cores(1)) == 3);
        CHECK(gunicorn_start_workers(MilliCpu::cores(2)) == 5);
        CHECK(gunicorn_start_workers(MilliCpu::cores(4)) == 9);
        CHECK(gunicorn_start_workers(MilliCpu::cores(64)) ==
              129);  // the host's cores of benoitc/gunicorn#2028
        CHECK(gunicorn_start_workers(MilliCpu::millis(500)) == 2);
        CHECK(gunicorn_start_workers(MilliCpu::millis(499)) == 1);
        CHECK(gunicorn_start_workers(limits::kCpu) == 20'001);
    }

    TEST_CASE("the CPU for a number of workers is the least for which the formula gives them") {
        for (const std::int64_t workers : {2, 3, 4, 5, 9, 129}) {
            const MilliCpu cpu = gunicorn_cpu(workers);
            CHECK(gunicorn_start_workers(cpu) == workers);
            CHECK(gunicorn_start_workers(cpu - MilliCpu::millis(1)) == workers - 1);
        }
        CHECK(gunicorn_cpu(5) == MilliCpu::cores(2));
        CHECK(gunicorn_cpu(1) == MilliCpu::millis(500));  // our choice
    }

    TEST_CASE("without a CPU of its own a replica has the one worker that gunicorn and uvicorn start") {
        CHECK(worker_settings(service_of(ServiceKind::wsgi)).workers == 1);
        CHECK(worker_settings(service_of(ServiceKind::asgi)).workers == 1);
        Service shared = service_of(ServiceKind::wsgi);
        shared.cpu = CpuRequest{true, {}};
        CHECK(worker_settings(shared).workers == 1);
        CHECK(worker_settings(service_of(ServiceKind::wsgi, MilliCpu{})).workers == 1);
    }

    TEST_CASE("what the plan states stands") {
        Service service = service_of(ServiceKind::wsgi, MilliCpu::cores(2));
        CHECK(worker_settings(service).workers == 5);
        CHECK(worker_settings(service).threads == 1);
        service.workers = 7;
        service.threads = 4;
        service.worker_memory = Bytes::mib(300);
        service.pool_size = 2;
        const WorkerSettings settings = worker_settings(service);
        CHECK(settings.workers == 7);
        CHECK(settings.threads == 4);
        CHECK(memory_of(settings) == Bytes::mib(2'100));
        service.replicas = 3;
        CHECK(database_connections(service, settings) == 168);  // 3 x 7 x 4 x 2
    }

    TEST_CASE("16 idle workers of 100 MiB nearly fill 2 GiB: twice that is planned for each") {
        // thatmattlove/hyperglass#356: 16 workers took 1.745 GiB
        Service service = service_of(ServiceKind::asgi);
        service.workers = 16;
        CHECK(memory_of(worker_settings(service)) == Bytes::mib(3'200));
    }

    TEST_CASE("an ASGI service runs a process for each core, each with CPUs x 5 threads") {
        const WorkerSettings big = worker_settings(service_of(ServiceKind::asgi, MilliCpu::cores(16)));
        CHECK(big.workers == 16);
        CHECK(big.threads == 80);  // django/daphne#293
        const WorkerSettings small = worker_settings(service_of(ServiceKind::asgi, MilliCpu::millis(250)));
        CHECK(small.workers == 1);
        CHECK(small.threads == 5);
        CHECK(worker_settings(service_of(ServiceKind::asgi, MilliCpu::millis(3'900))).workers == 3);
    }

    TEST_CASE("an ASGI process holds 150 connections") {
        CHECK(asgi_max_connections(service_of(ServiceKind::asgi)) == 150);
        Service service = service_of(ServiceKind::asgi, MilliCpu::cores(2));
        CHECK(asgi_max_connections(service) == 300);
        service.max_connections = 200;
        CHECK(asgi_max_connections(service) == 200);
        CHECK(kWebSocketBuffer == Bytes::mib(512));  // 32 messages of 16 MiB
    }

    TEST_CASE("Celery on 4 cores runs 4 tasks and reserves 16 more") {
        const WorkerSettings settings = worker_settings(service_of(ServiceKind::celery, MilliCpu::cores(4)));
        CHECK(settings.workers == 4);
        CHECK(settings.threads == 1);
        CHECK(celery_reserved_tasks(settings.workers, kCeleryPrefetch) == 16);
    }

    TEST_CASE("the largest settings of a plan do not overflow") {
        Service service = service_of(ServiceKind::wsgi);
        service.replicas = limits::kReplicas;
        service.workers = service.threads = service.pool_size = 1'000'000;
        service.worker_memory = limits::kMemory;
        CHECK(memory_of(worker_settings(service)) == Bytes::tib(1'024));
        CHECK(database_connections(service, worker_settings(service)) == 100'000'000'000'000);
    }
}
