// SPDX-License-Identifier: MIT
#include "stowage/stack/connection_budget.hpp"

#include "fixtures.hpp"

using namespace stowage;
using namespace stowage::test;

namespace {

/// "DATABASE CONNECTIONS of CLIENTS", one a line, of an environment with these services.
std::string budgets_of(const std::string& services) {
    const Plan plan = plan_of("stowage: 0\nenvironments: {e: {services: {" + services + "}}}");
    const Environment& environment = plan.environments.front();
    std::string text;
    for (const ConnectionBudget& budget : connection_budgets(environment)) {
        const ConnectionBudget same = connection_budget(environment, budget.database);
        CHECK(same.connections == budget.connections);
        CHECK(same.client_count == budget.client_count);
        CHECK(same.assumed == budget.assumed);
        CHECK(same.stated == budget.stated);
        text += environment.services[budget.database].name + " " + std::to_string(budget.connections) +
                " of " + std::to_string(budget.client_count) + (budget.assumed ? " assumed\n" : "\n");
    }
    return text;
}

}  // namespace

TEST_SUITE("connection budget") {
    TEST_CASE("RDS allows LEAST(memory / 9531392, 5000)") {
        const std::pair<std::int64_t, std::int64_t> published[] = {{1, 112}, {2, 225},   {4, 450},
                                                                   {8, 901}, {16, 1802}, {32, 3604}};
        for (const auto& [gib, connections] : published)
            CHECK(rds_max_connections(Bytes::gib(gib)) == connections);
        CHECK(rds_max_connections(Bytes::gib(64)) == 5'000);
    }

    TEST_CASE("where no service states calls, every client counts for every database") {
        CHECK(budgets_of("wsgi: {kind: wsgi, replicas: 2, cpu: 1, memory: 1GiB}, "
                         "asgi: {kind: asgi, replicas: 2, cpu: 1, memory: 1GiB}, "
                         "off: {kind: wsgi, replicas: 0}, nginx: {kind: nginx}, "
                         "a: {kind: postgres}, b: {kind: postgres}") ==
              "a 16 of 2 assumed\nb 16 of 2 assumed\n");
    }

    TEST_CASE("where calls are stated, those who call") {
        CHECK(budgets_of("wsgi: {kind: wsgi, workers: 4, calls: {a: 1, cache: 2}}, "
                         "tasks: {kind: celery, workers: 8, pool_size: 2, calls: {b: 1, a: 1}}, "
                         "asgi: {kind: asgi, calls: {cache: 1}}, cache: {kind: redis}, "
                         "a: {kind: postgres}, b: {kind: postgres}, c: {kind: postgres}") ==
              "a 20 of 2\nb 16 of 1\n");
    }

    TEST_CASE("a few clients are listed, all are counted") {
        const Plan plan = plan_of(
            "stowage: 0\nenvironments: {e: {services: {a: {kind: wsgi}, b: {kind: wsgi}, c: {kind: wsgi}, "
            "d: {kind: wsgi}, e: {kind: postgres}}}}");
        const ConnectionBudget budget = connection_budget(plan.environments.front(), 4);
        CHECK(budget.clients.size() == kMostClients);
        CHECK(budget.client_count == 4);
        CHECK(budget.connections == 4);
    }

    TEST_CASE("behind PgBouncer the server sees its pool") {
        ConnectionBudget budget;
        budget.connections = 200;
        Service postgres;
        CHECK(budget.seen(postgres) == 200);
        postgres.pgbouncer_pool = 9;
        CHECK(budget.seen(postgres) == 9);
        postgres.pgbouncer_pool = 300;
        CHECK(budget.seen(postgres) == 200);
    }
}
