// SPDX-License-Identifier: MIT
#include "stowage/stack/postgres.hpp"

#include "fixtures.hpp"
#include "small_catalogue.hpp"
#include "stowage/limits.hpp"

using namespace stowage;
using namespace stowage::test;

namespace {

/// What PostgreSQL's settings are made for, of the service `db` of an environment with these settings.
std::string memory_with(const std::string& settings) {
    const Plan plan = plan_of("stowage: 0\nenvironments: {e: {" + settings + "}}");
    const Environment& environment = plan.environments.front();
    const Estimate figures = estimate(plan, small_catalogue());
    for (std::uint32_t i = 0; i < environment.services.size(); ++i) {
        if (environment.services[i].name != "db") continue;
        const auto memory = memory_of_postgres(environment, figures.environments.front(), i);
        if (!memory) return "unknown";
        return std::to_string(memory->amount.to_bytes() / Bytes::mib(1).to_bytes()) +
               (memory->dedicated ? " dedicated" : " requested");
    }
    return "no such service";
}

constexpr std::string_view kTwoMachines =
    "servers: {m: {cpu: 8, memory: 16GiB, count: 2, reserved: {memory: 1GiB}}}, ";

}  // namespace

TEST_SUITE("PostgreSQL") {
    TEST_CASE("a pool of (cores x 2) + 1: 9 for 4 cores and an SSD") {
        CHECK(postgres_pool_size(MilliCpu::cores(4)) == 9);
        CHECK(postgres_pool_size(MilliCpu::millis(500)) == 2);
        CHECK(postgres_cpu(9) == MilliCpu::cores(4));
        CHECK(postgres_cpu(1) == MilliCpu::cores(1));
        CHECK(postgres_cpu(1'000'000) == MilliCpu::millis(499'999'500));
    }

    TEST_CASE("without any setting PostgreSQL's own defaults count") {
        const PostgresSettings settings = postgres_settings({}, std::nullopt);
        CHECK(settings.max_connections == 100);
        CHECK(settings.available() == 97);
        // 128 + 64 + 100 x 10 + 3 x 4 MiB: one core has a pool of 3
        CHECK(memory_of(settings) == Bytes::mib(1'204));
    }

    TEST_CASE("with a memory they are PGTune's; the planner's hint is not part of the sum") {
        Service service;
        service.cpu = CpuRequest{false, MilliCpu::cores(4)};
        service.max_connections = 200;
        const PostgresSettings settings = postgres_settings(service, Bytes::gib(8));
        CHECK(settings.shared_buffers == Bytes::gib(2));
        CHECK(settings.work_mem == Bytes::bytes(10'280 * 1'024));
        CHECK(settings.active == 9);
        // 2,048 + 512 + 200 x 10 MiB and 9 x 10,280 kB
        CHECK(memory_of(settings) == Bytes::mib(4'560) + Bytes::bytes(9 * 10'280 * 1'024));
    }

    TEST_CASE("behind PgBouncer only its pool is open") {
        Service service;
        service.max_connections = 500;
        service.pgbouncer_pool = 20;
        const PostgresSettings settings = postgres_settings(service, std::nullopt);
        CHECK(settings.open == 20);
        CHECK(settings.active == 20);
        CHECK(memory_of(settings) == Bytes::mib(128 + 64 + 200 + 80));
        service.pgbouncer_pool = 900;
        CHECK(postgres_settings(service, std::nullopt).open == 500);
    }

    TEST_CASE("more reserved than allowed leaves nothing") {
        Service service;
        service.max_connections = 2;
        CHECK(postgres_settings(service, std::nullopt).available() == 0);
    }

    TEST_CASE("alone on its machine it is made for all of it, beside others for its request") {
        const std::string machines(kTwoMachines);
        const std::string db = "db: {kind: postgres, cpu: 4, memory: 4GiB, server: m";
        CHECK(memory_with(machines + "services: {" + db + "}}") == "15360 dedicated");
        CHECK(memory_with(machines + "services: {" + db + ", replicas: 2, spread: true}}") ==
              "15360 dedicated");
        CHECK(memory_with(machines + "services: {" + db + ", memory_limit: 6GiB}}") == "6144 dedicated");
        CHECK(memory_with(machines + "services: {" + db + ", replicas: 2}}") == "4096 requested");
        CHECK(memory_with(machines + "services: {" + db + "}, x: {cpu: 1, memory: 1GiB}}") ==
              "4096 requested");
        CHECK(memory_with("services: {" + db.substr(0, db.find(", server")) + "}}") == "4096 requested");
        CHECK(memory_with("servers: {m: {cpu: 8, memory: 2GiB}}, services: {" + db + "}}") ==
              "4096 requested");
        CHECK(memory_with(machines + "services: {db: {kind: postgres, server: m}}") == "unknown");
    }

    TEST_CASE("the largest settings of a plan do not overflow") {
        Service service;
        service.max_connections = service.pgbouncer_pool = 1'000'000;
        service.shared_buffers = service.work_mem = service.maintenance_work_mem = limits::kMemory;
        service.connection_memory = limits::kMemory;
        // 32 + 32 TiB, and twice the 1,024 TiB at which products end
        CHECK(memory_of(postgres_settings(service, limits::kMemory)) == Bytes::tib(2'112));
    }
}
