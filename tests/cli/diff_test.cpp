// SPDX-License-Identifier: MIT
#include "cli.hpp"

using namespace stowage;
using namespace stowage::test;

namespace {

/// kSmallPlan with two machines and twice the requests.
std::string grown_plan() {
    std::string plan = kSmallPlan;
    const auto replace = [&plan](const std::string& what, const std::string& by) {
        plan.replace(plan.find(what), what.size(), by);
    };
    replace("cost: 40/month", "cost: 40/month, count: 2");
    replace("cpu: 1, memory: 2GiB", "cpu: 1, memory: 2GiB, replicas: 4");
    return plan;
}

}  // namespace

TEST_SUITE("diff") {
    TEST_CASE("cost, room and settings before and after") {
        const TemporaryFile before("before.yaml", kSmallPlan);
        const TemporaryFile after("after.yaml", grown_plan());
        const Outcome outcome = run({"diff", before.path(), after.path()});
        CHECK(outcome.code == 0);
        CHECK(outcome.err.empty());
        CHECK(contains(outcome.out, "live\n\n"));
        CHECK(contains(outcome.out,
                       "  cost a month             40.00    80.00  +40.00 (+100.0%)\n"
                       "    app, server            40.00    80.00  +40.00 (+100.0%)\n"
                       "  CPU of the servers     4 cores  8 cores\n"
                       "  CPU free               3 cores  4 cores\n"
                       "  memory of the servers    8 GiB   16 GiB\n"
                       "  memory free              6 GiB    8 GiB\n"));
        CHECK(contains(outcome.out,
                       "Settings that differ\n\n"
                       "  @  /environments/live/servers/app/count\n"
                       "  +  2\n"
                       "  @  /environments/live/services/web/replicas\n"
                       "  +  4\n"));
        CHECK(contains(outcome.out, "\nAll environments: 40.00 -> 80.00 USD a month, +40.00 (+100.0%)\n"));
    }

    TEST_CASE("a plan does not differ from its link") {
        const std::string link = lines_of(run({"share", "-"}, {kSmallPlan}).out).front();
        const Outcome outcome = run({"diff", "-", link}, {kSmallPlan});
        CHECK(outcome.code == 0);
        CHECK(contains(outcome.out, "No setting differs.\n"));
        CHECK(contains(outcome.out, "40.00 -> 40.00 USD a month, no change\n"));
    }

    TEST_CASE("as JSON it has both sides") {
        const TemporaryFile before("before.yaml", kSmallPlan);
        const Json diff = json_of(run({"diff", before.path(), "-", "--json"}, {grown_plan()}));
        CHECK(diff.at("cost").at("before").at("low") == "40.00");
        CHECK(diff.at("cost").at("after").at("low") == "80.00");
        const Json& live = diff.at("environments")[0];
        CHECK(live.at("name") == "live");
        CHECK(live.at("before").at("free").at("cpu_millis") == 3'000);
        CHECK(live.at("after").at("free").at("cpu_millis") == 4'000);
        CHECK(live.at("costs")[0].at("where") == "/environments/live/servers/app");
        REQUIRE(diff.at("fields").size() == 2);
        CHECK(diff.at("fields")[0].at("where") == "/environments/live/servers/app/count");
        CHECK_FALSE(diff.at("fields")[0].contains("before"));
        CHECK(diff.at("fields")[0].at("after") == "2");
    }

    TEST_CASE("environments that are new or gone say so") {
        const Outcome outcome = run({"diff", "template:blank", "-"}, {kSmallPlan});
        CHECK(outcome.code == 0);
        CHECK(contains(outcome.out, "  new\n"));
        CHECK(contains(outcome.out, "  gone\n"));
    }

    TEST_CASE("a plan that cannot be read is told, whichever it is") {
        CHECK(run({"diff", "no/such.yaml", "template:blank"}).code == 2);
        CHECK(run({"diff", "template:blank", "no/such.yaml"}).code == 2);
        CHECK(run({"diff", "template:blank"}).code == 2);
    }
}
