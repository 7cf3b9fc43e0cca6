// SPDX-License-Identifier: MIT
#include "cli.hpp"

using namespace stowage;
using namespace stowage::test;

namespace {

const std::string kPlan =
    "stowage: 0\nenvironments: {live: {servers: {app: {cpu: 8, memory: 16GiB, cost: 100/month}}, services: "
    "{web: "
    "{kind: wsgi, server: app, replicas: 2, workers: 5, cpu: 2, memory: 1GiB, load: {arrivals: 40/s, "
    "service_time: "
    "120ms, cpu_time: 50ms, growth: 10%/month}}}}}\n";

}  // namespace

TEST_SUITE("load") {
    TEST_CASE("predicts each service, lists limits, what more load takes, and when growth meets them") {
        // Utilisation, P95 and queue are the reference values of M/M/10 with 40/s and 120 ms. CPU is 2 of 4
        // cores: doubled after 7.3 months; the server's 8 cores carry 4 replicas, which is four times the
        // load after 14.5.
        const Outcome outcome = run({"load", "-"}, {kPlan});
        CHECK(outcome.code == 0);
        CHECK(outcome.out ==
              "live\n"
              "\n"
              "  service  arrivals  CPU  workers      P50     P95    mean   queue  connections  replicas\n"
              "  web          40/s  50%      48%  83.9 ms  360 ms  121 ms  0.0261               2, needs 1\n"
              "\n"
              "  What a growing load meets, as a multiple of it\n"
              "\n"
              "    2     CPU of web\n"
              "    2.08  workers of web\n"
              "    4     CPU of app\n"
              "\n"
              "  What more load takes\n"
              "\n"
              "    load  USD a month  replicas    machines\n"
              "    0.25       100.00  as planned  as planned\n"
              "    2.25       100.00  3 web       as planned\n"
              "    3.25       100.00  4 web       as planned\n"
              "\n"
              "  As the load grows\n"
              "\n"
              "    the first limit is met                     in month 8 (CPU of web)\n"
              "    the replicas that are needed find no room  in month 15\n");
    }

    TEST_CASE("answers for another response time than that of the plan") {
        // M/M/1 at 6 of 10 requests a second: P95 = ln(20) / 4 = 749 ms. Two replicas: that of the service,
        // ln(20) / 10 = 300 ms, and little more; no number is faster than that.
        const std::string plan =
            "stowage: 0\nenvironments: {live: {servers: {app: {cpu: 8, memory: 16GiB, cost: 100/month}}, "
            "services: {web: {kind: wsgi, workers: 1, cpu: 1, memory: 1GiB, load: {arrivals: 6/s, "
            "service_time: 100ms, latency_budget: 800ms}}}}}\n";
        const auto within = [&plan](const char* time) {
            return run({"load", "-", "--p95", time}, {plan}).out;
        };
        CHECK(contains(run({"load", "-"}, {plan}).out, "  1, needs 1\n"));
        CHECK(contains(within("750ms"), "  1, needs 1\n"));
        CHECK(contains(within("748ms"), "  1, needs 2\n"));
        CHECK(contains(within("299ms"), "  1, no number is enough\n"));
        // 10 - 6 x factor = ln(20) / 0.75 s = 3.994: the limits are those of that time, too
        CHECK(contains(within("750ms"), "    1     latency budget of web\n"));
        for (const char* bad : {"0ms", "300", "soon"}) {
            const Outcome outcome = run({"load", "-", "--p95", bad}, {plan});
            CHECK(outcome.code == 2);
            CHECK(contains(outcome.err, std::string("\"") + bad + "\""));
        }
    }

    TEST_CASE("says that a plan states no load, and how it would") {
        CHECK(contains(run({"load", "template:hybrid-django", "--environment", "staging"}).out,
                       "No service states a load (load: {arrivals: 40/s, ...})."));
    }

    TEST_CASE("refuses an environment that the plan has not, and names those that it has") {
        const Outcome outcome = run({"load", "-", "--environment", "life"}, {kPlan});
        CHECK(outcome.code == 2);
        CHECK(contains(outcome.err, "no environment is named \"life\"; did you mean live?"));
    }
}

TEST_SUITE("risk") {
    TEST_CASE("counts how many of the plans in the ranges fit, are in time and in budget") {
        const std::string plan =
            "stowage: 0\nenvironments: {live: {budget: 150, servers: {app: {cpu: 8, memory: 16GiB, cost: "
            "100..140/month}}, services: {web: {server: app, cpu: 9..10, memory: 1GiB}}}}\n";
        const Outcome outcome = run({"risk", "-", "--draws", "200"}, {plan});
        CHECK(outcome.code == 0);
        CHECK(contains(outcome.out, "  everything fits                   0%\n"));
        CHECK(contains(outcome.out, "  the month is within the budget  100%\n"));
        CHECK(contains(outcome.out, "  all of it                         0%\n"));
        CHECK(contains(outcome.out, "In 200 draws of the ranges."));
        CHECK(run({"risk", "-", "--json"}, {plan}).out ==
              run({"risk", "-", "--json", "--seed", "1"}, {plan}).out);
        CHECK(run({"risk", "-", "--json"}, {plan}).out !=
              run({"risk", "-", "--json", "--seed", "2"}, {plan}).out);
    }

    TEST_CASE("tells when a growth that is a range crosses the limit and the budget") {
        // 8..12 % is N(10, 1.216): 2 is met in month 7 from 10.41 % on, in 37 of 100 draws, in 8 from 9.05 %,
        // 78, and in 9 from 8.01 %, 95
        std::string plan = kPlan;
        plan.replace(plan.find("10%/month"), 9, "8..12%/month");
        const Outcome outcome = run({"risk", "-"}, {plan});
        CHECK(contains(outcome.out,
                       "\n  As the load grows, in months from now\n"
                       "\n"
                       "                            P10  P50  P90\n"
                       "    the first limit is met    7    8    9\n"
                       "\n"));
        const auto growth =
            json_of(run({"risk", "-", "--json"}, {plan})).at("environments").at(0).at("growth");
        CHECK(growth.at("limit_month").at("p50") == 8);
        CHECK(!growth.contains("budget_month"));
    }

    TEST_CASE("says that nothing is a range") {
        CHECK(contains(run({"risk", "-"}, {kPlan}).out,
                       "Nothing is a range (a..b): the plan is the only outcome."));
    }

    TEST_CASE("refuses draws and seeds that are no numbers") {
        for (const std::string draws : {"0", "100001", "many", "1.5"}) {
            const Outcome outcome = run({"risk", "-", "--draws", draws}, {kPlan});
            CHECK(outcome.code == 2);
            CHECK(contains(outcome.err, "a whole number from 1 to 100000"));
        }
        CHECK(run({"risk", "-", "--seed", "x"}, {kPlan}).code == 2);
    }
}
