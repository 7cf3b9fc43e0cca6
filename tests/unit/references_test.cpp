// SPDX-License-Identifier: MIT
#include "stowage/references.hpp"

#include "expectations.hpp"
#include "fixtures.hpp"

using namespace stowage;
using namespace stowage::test;

namespace {

const std::string kHead =
    "stowage: 0\n"
    "environments:\n"
    "  e:\n"
    "    servers: {app: {cpu: 8, memory: 16GiB}, db: {cpu: 4, memory: 8GiB}}\n"
    "    services:\n"
    "      web: {cpu: 1, memory: 1GiB}\n";

}  // namespace

TEST_SUITE("references") {
    TEST_CASE("a plan whose names all refer to something has no errors") {
        CHECK(check_references(seed_plan()).empty());
        CHECK(check_references(Plan{}).empty());
    }

    TEST_CASE("prices without the snapshot that they are of") {
        CHECK(
            refusal_of(read_plan("stowage: 0\nprices:\n  used: {a/b/c: 1}\n")) ==
            "missing line 3, column 3: /prices/snapshot: the snapshot that the used prices are of is missing "
            "(accepted: an id such as 2026-11-23 beside used)\n");
        CHECK(read_plan("stowage: 0\nprices: {snapshot: x, used: {a/b/c: 1}}\n").has_value());
        CHECK(read_plan("stowage: 0\nprices: {snapshot: x}\n").has_value());
    }

    TEST_CASE("an own price whose name has no provider, region and sku") {
        CHECK(refusal_of(read_plan("stowage: 0\nprices:\n  own: {aws/t3.large: {price: 1}}\n")) ==
              "syntax line 3, column 23: /prices/own/aws~1t3.large: the own price \"aws/t3.large\" names no "
              "provider, region and sku (accepted: provider/region/sku such as aws/us-east-1/t3.large)\n");
        CHECK(read_plan("stowage: 0\nprices: {own: {a/b/c: {price: 1}}}\n").has_value());
    }

    TEST_CASE("an own price per what is not sold so") {
        const auto refusal_of_row = [](const std::string& row) {
            return refusal_of(read_plan("stowage: 0\nprices:\n  own: {a/b/c: " + row + "}\n"));
        };
        CHECK(refusal_of_row("{price: 6/month}") ==
              "unit line 3, column 24: /prices/own/a~1b~1c/price: \"compute\" has no price per month "
              "(accepted: a "
              "price per hour such as 0.34, or 0.00893 at most 6/month)\n");
        CHECK(refusal_of_row("{for: egress, price: 6/month}") ==
              "unit line 3, column 37: /prices/own/a~1b~1c/price: \"egress\" has no price per month "
              "(accepted: a "
              "price per GB, GiB)\n");
        CHECK(read_plan("stowage: 0\nprices: {own: {a/b/c: {for: egress, price: 1/GB}}}\n").has_value());
    }

    TEST_CASE("an own price with a baseline of a type that is not burstable") {
        CHECK(refusal_of(read_plan("stowage: 0\nprices:\n  own: {a/b/c: {price: 1, baseline: 20%}}\n")) ==
              "missing line 3, column 37: /prices/own/a~1b~1c/baseline: a baseline of a type that is not "
              "burstable "
              "(accepted: class: burstable)\n");
    }

    TEST_CASE("an own cost in a currency that the plan has no rate for") {
        CHECK(refusal_of(read_plan(
                  "stowage: 0\nenvironments:\n  e:\n    servers:\n      a: {cost: 40 EUR/month}\n")) ==
              "dangling_name line 5, column 17: /environments/e/servers/a/cost: the plan has no exchange "
              "rate for "
              "EUR (accepted: exchange: {EUR: {rate: 1.08, date: 2026-11-01}} at the top of the plan)\n");
        CHECK(read_plan("stowage: 0\nenvironments: {e: {managed: {m: {cost: 40 USD/month}}}}\n").has_value());
    }

    TEST_CASE("a day that the calendar does not have") {
        const auto plan_of_day = [](const std::string& day) {
            return read_plan("stowage: 0\nexchange: {EUR: {rate: 1.08, date: " + day + "}}\n");
        };
        CHECK(refusal_of(plan_of_day("2026-02-29")) ==
              "type line 2, column 36: /exchange/EUR/date: \"2026-02-29\" is not a day (accepted: a day that "
              "the "
              "calendar has, such as 2026-11-01)\n");
        CHECK(plan_of_day("2024-02-29").has_value());  // a leap year
        CHECK_FALSE(plan_of_day("2026-13-01").has_value());
        CHECK_FALSE(plan_of_day("2026-11-00").has_value());
    }

    TEST_CASE("an own cost that is more dollars than a line may have") {
        // 1,000,000 x 1.08 dollars are too many; 925,925 x 1.08 = 999,999
        const std::string head =
            "stowage: 0\nexchange: {EUR: {rate: 1.08, date: 2026-11-01}}\nenvironments: {e: {managed: {m: "
            "{cost: ";
        CHECK(read_plan(head + "925925 EUR/month}}}}\n").has_value());
        CHECK(error_of(read_plan(head + "1000000 EUR/month}}}}\n")).code == ErrorCode::out_of_range);
        // 744 h x 1,300 x 1.08 dollars are too many
        CHECK_FALSE(read_plan(head + "1300 EUR/hour}}}}\n").has_value());
        // 36,000,000 / 36 = 1,000,000 dollars are just allowed, with 1 more a month not
        CHECK(read_plan(head + "{purchase: 36000000, lifetime: 3 years}}}}}\n").has_value());
        CHECK_FALSE(
            read_plan(head + "{purchase: 36000000, lifetime: 3 years, monthly: 1}}}}}\n").has_value());
    }

    TEST_CASE("a service on a server that does not exist") {
        CHECK(refusal_of(read_plan(kHead + "      api: {cpu: 1, memory: 1GiB, server: apps}\n")) ==
              "dangling_name line 7, column 43: /environments/e/services/api/server: no server of this "
              "environment "
              "is named \"apps\" (accepted: app, db)\n");
    }

    TEST_CASE("a call to a service that does not exist") {
        CHECK(refusal_of(
                  read_plan(kHead + "      api: {cpu: 1, memory: 1GiB, calls: {web: 1, postgres: 6}}\n")) ==
              "dangling_name line 7, column 61: /environments/e/services/api/calls/postgres: no service of "
              "this "
              "environment is named \"postgres\" (accepted: web, api)\n");
    }

    TEST_CASE("a managed service for a service that does not exist") {
        CHECK(refusal_of(read_plan(kHead + "    managed:\n      rds: {for: postgres}\n")) ==
              "dangling_name line 8, column 18: /environments/e/managed/rds/for: no service of this "
              "environment is "
              "named \"postgres\" (accepted: web)\n");
    }

    TEST_CASE("of thousands of names that refer to nothing the first hundred are told") {
        std::string calls;
        for (int i = 0; i < 5'000; ++i)
            calls += (i == 0 ? "" : ", ") + std::string("x") + std::to_string(i) + ": 1";
        const auto plan = read_plan(kHead + "      api: {cpu: 1, memory: 1GiB, calls: {" + calls + "}}\n");
        CHECK((!plan && plan.error().size() == 100));
        CHECK((!plan && plan.error().back().where == "/environments/e/services/api/calls/x99"));
    }

    TEST_CASE("names of another environment do not count") {
        const Error error =
            error_of(read_plan(kHead + "  f: {services: {x: {cpu: 1, memory: 1GiB, server: app}}}\n"));
        CHECK(error.code == ErrorCode::dangling_name);
        CHECK(error.where == "/environments/f/services/x/server");
        CHECK(error.accepted.empty());
    }

    TEST_CASE("the names that would do are told in the order of the plan, ten at most") {
        std::string servers;
        for (const char* name : {"m", "c", "z", "a", "q", "b", "y", "d", "x", "e", "w", "f"}) {
            servers += std::string(servers.empty() ? "" : ", ") + name + ": {}";
        }
        const Error error = error_of(read_plan("stowage: 0\nenvironments: {e: {servers: {" + servers +
                                               "}, services: {s: {cpu: 1, memory: 1B, server: none}}}}\n"));
        CHECK(error.accepted == "m, c, z, a, q, b, y, d, x, e");
    }

    TEST_CASE("a name that stands twice in a plan that was not read from text") {
        Plan plan = seed_plan();
        plan.environments.push_back(plan.environments[0]);
        plan.environments[1].servers.push_back(plan.environments[1].servers[0]);
        plan.environments[2].services.push_back(plan.environments[2].services[1]);
        plan.environments[2].managed.push_back(plan.environments[2].managed[0]);
        std::string found;
        for (const Error& error : check_references(plan)) {
            found += std::string(name_of(error.code)) + " " + to_text(error) + "\n";
        }
        CHECK(found ==
              "duplicate /environments/development: the name \"development\" stands here twice\n"
              "duplicate /environments/staging/servers/staging: the name \"staging\" stands here twice\n"
              "duplicate /environments/production-single/services/wsgi: the name \"wsgi\" stands here twice\n"
              "duplicate /environments/production-single/managed/rds: the name \"rds\" stands here twice\n");
    }

    TEST_CASE("every name that refers to nothing is told") {
        const auto plan = read_plan(kHead +
                                    "      api: {cpu: 1, memory: 1GiB, server: x, calls: {y: 1}}\n"
                                    "    managed: {m: {for: z}}\n");
        CHECK((!plan && plan.error().size() == 3));
    }
}
