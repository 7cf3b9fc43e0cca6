// SPDX-License-Identifier: MIT
#include "stowage/session/carried_estimate.hpp"

#include "estimate_in_range.hpp"
#include "stowage/session/plan_edits.hpp"
#include "web_plan.hpp"

using namespace stowage;
using namespace stowage::test;

namespace {

const ElementRef kApp{ElementKind::server, "live", "app"};
const ElementRef kWeb{ElementKind::service, "live", "web"};

/// The first environment of what is shown of `after` until it is estimated.
EnvironmentEstimate carried(const Plan& before, const Plan& after) {
    Estimate shown = carried_over(estimate(before, catalogue()), before, after);
    CHECK(places_that_lead_nowhere(after, shown) == "");
    REQUIRE_FALSE(shown.environments.empty());
    return shown.environments.front();
}

EnvironmentEstimate carried(const Result<PlanEdit>& edit) {
    REQUIRE(edit.has_value());
    return carried(web_plan(), edit ? edit->plan : Plan{});
}

MilliCpu used_cpu(const ServerEstimate& server) { return server.used.cpu; }

/// What web_plan() uses of its servers, added up by hand: 2 x 1 and 0.5 cores on app, 1 core on db.
constexpr MilliCpu kOnApp = MilliCpu::millis(2'500);
constexpr MilliCpu kOnDb = MilliCpu::cores(1);

/// "web sql": the services that run on a server.
std::string runs_on(const ServerEstimate& server, const Environment& environment) {
    std::string names;
    for (const ServiceShare& share : server.shares) {
        names += (names.empty() ? "" : " ") + environment.services[share.service].name;
    }
    return names;
}

bool tells_of(const EnvironmentEstimate& figures, std::string_view pointer) {
    for (const Finding& finding : figures.findings) {
        if (finding.where.starts_with(pointer)) return true;
    }
    return false;
}

}  // namespace

TEST_SUITE("carried estimate") {
    TEST_CASE("a changed setting leaves every figure where it was") {
        const auto changed = with_field(web_plan(), "/environments/live/services/web/cpu", "2");
        REQUIRE(changed.has_value());
        if (!changed) return;
        const EnvironmentEstimate shown = carried(web_plan(), *changed);
        CHECK(used_cpu(shown.servers[0]) == kOnApp);
        CHECK(used_cpu(shown.servers[1]) == kOnDb);
        CHECK(shown.placement.placed.size() == 4);
        CHECK(shown.needs[0].request.cpu == MilliCpu::cores(2));  // this is told at once
    }

    TEST_CASE("figures follow what is moved") {
        const auto edit = with_moved(web_plan(), kApp, 1);
        const EnvironmentEstimate shown = carried(edit);
        CHECK(used_cpu(shown.servers[0]) == kOnDb);
        CHECK(used_cpu(shown.servers[1]) == kOnApp);
        REQUIRE(shown.tightest.has_value());
        CHECK(shown.tightest->server == 1);  // app: 1.5 of 4 cores are free, of db half of everything
    }

    TEST_CASE("shares follow services that are moved") {
        const auto edit = with_moved(web_plan(), kWeb, 2);
        const EnvironmentEstimate shown = carried(edit);
        const Environment& live = edit->plan.environments.front();
        CHECK(runs_on(shown.servers[0], live) == "jobs web");
        CHECK(runs_on(shown.servers[1], live) == "sql");
        CHECK(live.services[shown.placement.placed.front().service].name == "sql");
    }

    TEST_CASE("loads follow their services, and new ones have none") {
        const auto loaded = with_field(web_plan(), "/environments/live/services/web/load/arrivals", "40/s");
        REQUIRE(loaded.has_value());
        if (!loaded) return;
        const auto arrivals_after = [&](const Result<PlanEdit>& edit) {
            REQUIRE(edit.has_value());
            std::vector<std::optional<double>> arrivals;
            for (const ServiceLoad& load : carried(*loaded, edit ? edit->plan : Plan{}).loads)
                arrivals.push_back(load.arrivals);
            return arrivals;
        };
        using Arrivals = std::vector<std::optional<double>>;
        const Arrivals before = arrivals_after(with_moved(*loaded, {ElementKind::server, "live", "app"}, 1));
        CHECK(before == Arrivals{40, 120, std::nullopt});  // web calls sql three times
        CHECK(arrivals_after(with_moved(*loaded, kWeb, 2)) == Arrivals{120, std::nullopt, 40});
        CHECK(arrivals_after(without(*loaded, kWeb)) == Arrivals{120, std::nullopt});
        CHECK(arrivals_after(with_added(*loaded, ElementKind::service, "live")) ==
              Arrivals{40, 120, std::nullopt, std::nullopt});
    }

    TEST_CASE("what is new has no figures") {
        const EnvironmentEstimate shown = carried(with_added(web_plan(), ElementKind::server, "live"));
        REQUIRE(shown.servers.size() == 3);
        CHECK(used_cpu(shown.servers[0]) == kOnApp);
        CHECK(shown.servers[2].capacity == Resources{});
        CHECK(shown.servers[2].machines.size() == 1);
    }

    TEST_CASE("a new environment has no figures, the others keep theirs") {
        const auto edit = with_added(web_plan(), ElementKind::environment, {});
        REQUIRE(edit.has_value());
        if (!edit) return;
        const Plan before = web_plan();
        const Estimate shown = carried_over(estimate(before, catalogue()), before, edit->plan);
        REQUIRE(shown.environments.size() == 3);
        CHECK(used_cpu(shown.environments[0].servers[0]) == kOnApp);
        CHECK(shown.environments[2].servers.empty());
    }

    TEST_CASE("figures of what is removed go with it") {
        const EnvironmentEstimate shown = carried(without(web_plan(), kApp));
        REQUIRE(shown.servers.size() == 1);
        CHECK(used_cpu(shown.servers[0]) == kOnDb);
        CHECK(shown.placement.placed.size() == 1);
        CHECK_FALSE(tells_of(shown, "/environments/live/servers/app"));
        for (const CostLine& line : shown.cost_lines) CHECK(line.where != "/environments/live/servers/app");
    }

    TEST_CASE("a removed service is no share any more") {
        const auto edit = without(web_plan(), kWeb);
        const EnvironmentEstimate shown = carried(edit);
        CHECK(runs_on(shown.servers[0], edit->plan.environments.front()) == "jobs");
    }

    TEST_CASE("what is renamed keeps its figures, and what is told of it leads there") {
        REQUIRE(
            tells_of(estimate(web_plan(), catalogue()).environments[0], "/environments/live/servers/app"));
        const EnvironmentEstimate shown = carried(with_label(web_plan(), kApp, "Web front"));
        CHECK(used_cpu(shown.servers[0]) == kOnApp);
        CHECK(tells_of(shown, "/environments/live/servers/web-front"));
        CHECK_FALSE(tells_of(shown, "/environments/live/servers/app"));
        CHECK(shown.cost_lines.front().where == "/environments/live/servers/web-front");
    }

    TEST_CASE("a renamed environment keeps its figures") {
        const EnvironmentEstimate shown =
            carried(with_label(web_plan(), {ElementKind::environment, "live"}, "Main"));
        CHECK(used_cpu(shown.servers[0]) == kOnApp);
        CHECK(shown.cost_lines.front().where == "/environments/main/servers/app");
    }

    TEST_CASE("machines are as many as the plan has now") {
        const auto more = with_field(web_plan(), "/environments/live/servers/app/count", "3");
        REQUIRE(more.has_value());
        if (!more) return;
        CHECK(carried(web_plan(), *more).servers[0].machines.size() == 3);
        CHECK(carried(*more, web_plan()).servers[0].machines.size() == 1);
    }

    TEST_CASE("the plan of another text shares nothing but names") {
        const Plan other = plan_of(
            "stowage: 0\n"
            "environments:\n"
            "  live:\n"
            "    servers: {db: {cpu: 2, memory: 4GiB}}\n"
            "    services: {cron: {cpu: 1, memory: 1GiB}}\n");
        const EnvironmentEstimate shown = carried(web_plan(), other);
        REQUIRE(shown.servers.size() == 1);
        CHECK(used_cpu(shown.servers[0]) == kOnDb);
        CHECK(shown.servers[0].shares.empty());
        CHECK(shown.placement.placed.empty());
    }
}
