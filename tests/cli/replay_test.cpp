// SPDX-License-Identifier: MIT
#include "cli.hpp"

using namespace stowage;
using namespace stowage::test;

namespace {

/// One core of two is used at the mean, so 1.4 times the mean are 70 %; eight workers.
constexpr const char* kPlan =
    "stowage: 0\n"
    "environments:\n"
    "  live:\n"
    "    servers: {app: {cpu: 8, memory: 16GiB, cost: 100/month}}\n"
    "    services:\n"
    "      web:\n"
    "        kind: wsgi\n"
    "        replicas: 2\n"
    "        workers: 4\n"
    "        cpu: 1\n"
    "        memory: 1GiB\n"
    "        load: {arrivals: 10/s, service_time: 100ms, cpu_time: 100ms}\n"
    "        scale_out: {any: [\"cpu > 70% for 5m\"], add: 2, max: 6, cooldown: 5m, start_up: 1m}\n"
    "        scale_in: {all: [\"cpu < 30% for 10m\"], remove: 2, min: 2, cooldown: 10m}\n";

std::string with_cores(int cores) {
    std::string plan = kPlan;
    return plan.replace(plan.find("cpu: 8"), 6, "cpu: " + std::to_string(cores));
}

Outcome replay(std::vector<std::string> further, const std::string& plan = kPlan) {
    std::vector<std::string> arguments{"replay", "-"};
    arguments.insert(arguments.end(), further.begin(), further.end());
    return run(arguments, {plan});
}

}  // namespace

TEST_SUITE("replay") {
    TEST_CASE("tells what the rules do about a spike, and why") {
        // 11:56 begins with 1.6 on two; 12:02 has 4 on four; 12:34 has 1.6 on six, 12:44 has 1 on four.
        // M/M/8 at 4 erlangs: 95 % are done within 302 ms.
        const Outcome outcome = replay({"--curve", "spike"});
        CHECK(outcome.code == 0);
        CHECK(outcome.err.empty());
        CHECK(outcome.out ==
              "live: 100.00 a month\n"
              "\n"
              "  service  replicas  actions  refused  flapping  violation  slowest response\n"
              "  web          2..6        4        0         0      0 min  302 ms at 12:00\n"
              "\n"
              "  12:01  web  cpu > 70% for 5m   adds 2: 4\n"
              "  12:06  web  cpu > 70% for 5m   adds 2: 6\n"
              "  12:44  web  cpu < 30% for 10m  removes 2: 4\n"
              "  12:54  web  cpu < 30% for 10m  removes 2: 2\n");
    }

    TEST_CASE("tells what has no room") {
        const Outcome outcome = replay({"--curve", "spike"}, with_cores(3));
        CHECK(contains(outcome.out, "  12:01  web  cpu > 70% for 5m  adds 1: 3\n"));
        CHECK(contains(outcome.out, "no room for 1: app 1 of 2 fit, the next lacks 1 core\n"));
    }

    TEST_CASE("rents machines for that when it is asked to, and tells what they cost") {
        // Two machines of 100 from 12:01 to 12:53: 53 of 1,440 minutes, 103.68 a month. The day is 1,493 of
        // the 43,800 minutes of a month: 3.41.
        const Outcome outcome = replay({"--curve", "spike", "--rent"}, with_cores(3));
        CHECK(contains(outcome.out,
                       "\n  server  machines  rented\n"
                       "  app         1..2  53 min\n"
                       "\n"
                       "  What it costs, in USD\n"
                       "\n"
                       "    the curve                              3.41\n"
                       "    a month of such days                 103.68\n"
                       "    with the most machines all the time  200.00\n"));
        CHECK(contains(outcome.out, "  12:01  web  cpu > 70% for 5m   adds 2: 4, rents 1 app\n"));
        CHECK(contains(outcome.out, "  12:54  web  cpu < 30% for 10m  removes 2: 2, gives back 1 app\n"));
        CHECK(contains(replay({"--curve", "flat", "--rent"}).out, "\n  No machine is rented.\n"));
        const auto rent = json_of(replay({"--curve", "spike", "--rent", "--json"}, with_cores(3)))
                              .at("environments")
                              .at(0)
                              .at("rent");
        CHECK(rent.at("month").at("low") == "103.68");
        CHECK(rent.at("cost").at(720) == "100.00");
        CHECK(rent.at("cost").at(721) == "200.00");
        CHECK(rent.at("servers").at(0).at("rented").at(773) == 1);
        CHECK(rent.at("servers").at(0).at("rented").at(774) == 0);
    }

    TEST_CASE("is an office day when nothing else is asked for") {
        CHECK(replay({}).out == replay({"--curve", "office-day"}).out);
        CHECK(contains(replay({"--curve", "flat"}).out, "  web             2        0"));
    }

    TEST_CASE("has the figures of every minute in JSON") {
        const auto answer = json_of(replay({"--curve", "spike", "--json"}));
        CHECK(answer.at("curve").size() == 1'440);
        const auto& environment = answer.at("environments").at(0);
        CHECK(environment.at("cost").at("low") == "100.00");
        const auto& web = environment.at("services").at(0);
        CHECK(web.at("most_replicas") == 6);
        CHECK(web.at("series").at("cpu").at(0) == 0.5);
        CHECK(web.at("series").at("cpu").at(721) == 2);
        CHECK(web.at("series").at("starting").at(721) == 2);
        CHECK(web.at("series").at("running").at(722) == 4);
        CHECK(environment.at("events").at(0).at("minute") == 721);
        CHECK(environment.at("events").at(0).at("condition") == "cpu > 70% for 5m");
    }

    TEST_CASE("says which services keep their replicas, and where nothing has a rule") {
        constexpr const char* kSilent =
            "stowage: 0\n"
            "environments: {live: {servers: {app: {cpu: 8, memory: 16GiB, cost: 100/month}}, services: "
            "{web: {cpu: 1, memory: 1GiB, scale_out: {any: [\"cpu > 70%\"]}}}}}\n";
        CHECK(replay({}, kSilent).out ==
              "live: 100.00 a month\n"
              "\n"
              "  web keeps its replicas: its load says too little to predict anything.\n");
        CHECK(run({"replay", "template:blank"}).out ==
              "No service of the plan has a scaling rule (scale_out or scale_in).\n");
    }

    TEST_CASE("lists forty events, and counts the others") {
        std::string plan = kPlan;
        plan.replace(plan.find("cpu > 70% for 5m"), 16, "cpu > 40%");
        plan.replace(plan.find("cpu < 30% for 10m"), 17, "cpu < 30%");
        plan.replace(plan.find("cooldown: 5m, start_up: 1m"), 26, "cooldown: 1m");
        plan.replace(plan.find("cooldown: 10m"), 13, "cooldown: 1m");
        // 1 core of 2 is 50 %, of 4 it is 25 %: every minute but the first
        const Outcome outcome = replay({"--curve", "flat"}, plan);
        CHECK(contains(outcome.out, "  2..4     1439        0      1438 "));
        CHECK(contains(outcome.out, "\n  ... and 1399 more\n"));
    }

    TEST_CASE("refuses what it cannot understand, with what it would accept") {
        const Outcome service = replay({"--service", "wep"});
        CHECK(service.code == 2);
        CHECK(contains(service.err, "no service with a scaling rule is named \"wep\"; did you mean web?"));
        CHECK(contains(replay({"--environment", "life"}).err, "did you mean live?"));
        CHECK(contains(replay({"--curve", "ofice-day"}).err, "did you mean office-day?"));
        const Outcome curve = run({"replay", "template:blank", "--curve", "-"}, {"06:00,1\n07:00,much\n"});
        CHECK(curve.code == 2);
        CHECK(contains(curve.err, "<stdin>:2: \"much\" is not a factor\n    accepted: a number from 0"));
    }
}
