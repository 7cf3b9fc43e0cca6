// SPDX-License-Identifier: MIT
//
// PostgreSQL's memory and the connections that are asked of it.
#include "expectations.hpp"
#include "stack_findings_of_plan.hpp"

using namespace stowage::test;

namespace {

std::string found(const std::string& postgres, const std::string& clients = {}) {
    return stack_findings_with("services: {" + clients + "db: {title: DB, kind: postgres, cpu: 1, " +
                               postgres + "}}");
}

/// On aws, where a managed service stands for `db`.
std::string rented(const std::string& instance, const std::string& postgres, const std::string& clients) {
    return stack_findings_with("provider: aws, region: us-east-1, services: {" + clients +
                               "db: {title: DB, kind: postgres, replicas: 0" + postgres +
                               "}}, managed: {rds: {title: RDS, for: db, instance: " + instance + "}}");
}

}  // namespace

TEST_SUITE("database findings") {
    TEST_CASE("postgres_memory: buffers, connections and sorts against the request") {
        // On 1,024 MiB: 256 + 64 + 100 x 10 + 3 x 4 = 1,332. Of m it takes 5/16 m + 1,012, which is m at
        // 1,472.
        CHECK(found("memory: 1GiB") ==
              "warning postgres_memory at services/db/memory: DB may need 1332 MiB of the 1 GiB that it has: "
              "shared_buffers 256 MiB, maintenance_work_mem 64 MiB, 100 connections of 10 MiB, 3 times "
              "work_mem 4 "
              "MiB\n"
              "  Set memory to 1472 MiB: services/db/memory = 1472MiB\n");
        CHECK(found("memory: 1472MiB").empty());
        CHECK(found("memory: 1GiB, connection_memory: 5MiB").empty());  // 256 + 64 + 500 + 12
    }

    TEST_CASE("postgres_memory: less for shared_buffers is a way out where that is enough") {
        // On 2,048 MiB 1,000 + 128 + 3 x 4 are taken by the rest, which leaves 908; 25 % of it are 512.
        CHECK(found("memory: 2GiB, shared_buffers: 1GiB") ==
              "warning postgres_memory at services/db/memory: DB may need 2164 MiB of the 2 GiB that it has: "
              "shared_buffers 1 GiB, maintenance_work_mem 128 MiB, 100 connections of 10 MiB, 3 times "
              "work_mem 4 "
              "MiB\n"
              "  Set shared_buffers to 512 MiB: services/db/shared_buffers = 512MiB\n"
              "  Set memory to 2.5 GiB: services/db/memory = 2.5GiB\n");
    }

    TEST_CASE("postgres_memory: shared_buffers beyond 40 % hardly help") {
        CHECK(contains(found("memory: 10GiB, shared_buffers: 4097MiB"),
                       "shared_buffers of 4097 MiB are more than 40 % of the 10 GiB that DB has\n"
                       "  Set shared_buffers to 2.5 GiB: services/db/shared_buffers = 2.5GiB\n"));
        CHECK(found("memory: 10GiB, shared_buffers: 4GiB").empty());
    }

    TEST_CASE("postgres_memory: alone on a machine it has all of it") {
        const std::string alone =
            "servers: {m: {cpu: 4, memory: 8GiB}}, services: {db: {kind: postgres, server: m, cpu: 1, "
            "memory: 1GiB";
        CHECK(stack_findings_with(alone + "}}").empty());
        // 2,048 + 512 + 600 x 10 + 3 x 4 = 8,572; 8,192 without the other 6,524 leaves 1,668
        CHECK(stack_findings_with(alone + ", max_connections: 600}}") ==
              "warning postgres_memory at services/db/memory: db may need 8572 MiB of the 8 GiB that it has: "
              "shared_buffers 2 GiB, maintenance_work_mem 512 MiB, 600 connections of 10 MiB, 3 times "
              "work_mem 4 "
              "MiB\n"
              "  Set shared_buffers to 1668 MiB: services/db/shared_buffers = 1668MiB\n");
    }

    TEST_CASE(
        "postgres_memory: nothing is said of a database that lives on what is left, unless it states "
        "settings") {
        CHECK(stack_findings_with("services: {db: {kind: postgres, cpu: shared, memory: 200MiB}}").empty());
        CHECK(contains(
            stack_findings_with(
                "services: {db: {kind: postgres, cpu: shared, memory: 200MiB, max_connections: 50}}"),
            "db may need 574.5 MiB of the 200 MiB that it has"));  // 50 + 12.5 + 500 + 3 x 4
    }

    TEST_CASE("connection_budget: a sentence with the sum") {
        CHECK(found("memory: 8GiB",
                    "wsgi: {title: WSGI, kind: wsgi, replicas: 2, cpu: 1, memory: 1GiB}, "
                    "asgi: {title: ASGI, kind: asgi, replicas: 2, cpu: 1, memory: 1GiB}, ") ==
              "info connection_budget at services/db: WSGI 2 x 3 x 1 = 6 and ASGI 2 x 1 x 5 = 10: 16 "
              "connections "
              "of the 97 that DB gives; no service states calls: all are counted\n");
        CHECK(found("memory: 8GiB", "a: {kind: celery, workers: 4, pool_size: 2, calls: {db: 1}}, ") ==
              "info connection_budget at services/db: a 1 x 4 x 1 x 2 = 8 connections of the 97 that DB "
              "gives\n");
        CHECK(found("memory: 8GiB", "a: {kind: wsgi}, b: {kind: wsgi}, c: {kind: wsgi}, d: {kind: wsgi}, ") ==
              "info connection_budget at services/db: a 1 x 1 x 1 = 1, b 1 x 1 x 1 = 1, c 1 x 1 x 1 = 1 and "
              "1 other: 4 connections of the 97 that DB gives; no service states calls: all are counted\n");
    }

    TEST_CASE("connection_budget: a laptop on which all share the CPU is left alone") {
        const std::string laptop =
            "services: {wsgi: {kind: wsgi, cpu: shared, memory: 500MiB}, db: {kind: postgres, cpu: shared, "
            "memory: "
            "200MiB";
        CHECK(stack_findings_with(laptop + "}}").empty());
        CHECK(
            contains(stack_findings_with(laptop + ", reserved_connections: 0}}"), "1 connection of the 100"));
    }

    TEST_CASE("database_connections_exceeded: one more than it gives") {
        const auto with = [](const std::string& workers, const std::string& postgres) {
            return found("memory: 16GiB" + postgres,
                         "wsgi: {kind: wsgi, replicas: 2, threads: 7, workers: " + workers + "}, ");
        };
        CHECK(with("7", ", max_connections: 100") ==
              "error database_connections_exceeded at services/db/max_connections: wsgi 2 x 7 x 7 = 98 "
              "connections; DB gives 97: 100 without the 3 reserved\n"
              "  Set max_connections to 101: services/db/max_connections = 101\n"
              "  Use PgBouncer with a pool of 3: services/db/pgbouncer_pool = 3\n");
        CHECK_FALSE(contains(with("7", ", reserved_connections: 2"), "exceeded"));  // 98 of 98
    }

    TEST_CASE("database_connections_exceeded: behind PgBouncer its pool counts") {
        const std::string clients = "wsgi: {kind: wsgi, replicas: 20, workers: 10}, ";
        CHECK(found("memory: 16GiB, pgbouncer_pool: 9", clients) ==
              "info connection_budget at services/db: wsgi 20 x 10 x 1 = 200 connections; PgBouncer opens 9 "
              "of the "
              "97 that DB gives, and has to accept 200 clients (max_client_conn, 100 where it is not set)\n");
        CHECK(found("memory: 16GiB, pgbouncer_pool: 98", clients) ==
              "error database_connections_exceeded at services/db: wsgi 20 x 10 x 1 = 200 connections, of "
              "which "
              "PgBouncer opens 98; DB gives 97: 100 without the 3 reserved\n"
              "  Set max_connections to 101: services/db/max_connections = 101\n"
              "  Use PgBouncer with a pool of 3: services/db/pgbouncer_pool = 3\n");
    }

    TEST_CASE("rds_connections_exceeded: 1 GiB of RDS gives 112") {
        // db.t3.micro has 1 GiB; 112 without the 3 reserved are 109
        const std::string clients = "wsgi: {kind: wsgi, replicas: 10, workers: 11}, ";
        CHECK(
            rented("db.t3.micro", "", clients) ==
            "error rds_connections_exceeded at managed/rds/instance: wsgi 10 x 11 x 1 = 110 connections; RDS "
            "gives 109: 112 without the 3 reserved\n"
            "  Use PgBouncer with a pool of 5: services/db/pgbouncer_pool = 5\n");
        CHECK(rented("db.t3.micro", ", reserved_connections: 2", clients) ==
              "info connection_budget at services/db: wsgi 10 x 11 x 1 = 110 connections of the 110 that RDS "
              "gives\n");
        CHECK(rented("db.none", "", clients).empty());
    }
}
