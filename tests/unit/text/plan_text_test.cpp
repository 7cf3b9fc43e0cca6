// SPDX-License-Identifier: MIT
//
// Good plans: what a file says and what becomes of it. Refused ones: plan_errors_test.cpp.
#include "stowage/text/plan_text.hpp"

#include "fixtures.hpp"
#include "printers.hpp"
#include "test_files.hpp"

using namespace stowage;
using namespace stowage::test;

TEST_SUITE("plan text") {
    TEST_CASE("the sample of the design reads field by field") {
        const Plan plan = plan_of(read_file("tests/data/plans/design-sample.yaml"));
        CHECK(plan.name == "Resource planning for hybrid deployment");
        CHECK(plan.prices.snapshot == "2026-11-23");
        REQUIRE((plan.prices.used.size() == 1 && plan.environments.size() == 1));
        if (plan.prices.used.size() != 1 || plan.environments.size() != 1) return;
        CHECK(plan.prices.used[0] ==
              UsedPrice{"aws/us-east-1/c6i.2xlarge", per_hour(HourlyPrice::nanos(340'000'000))});

        const Environment& environment = plan.environments[0];
        CHECK(environment.name == "production-distributed");
        CHECK(environment.title == "Production, distributed");
        CHECK(environment.provider == "aws");
        CHECK(environment.region == "us-east-1");
        CHECK(environment.hours == Duration::hours(730));
        CHECK(environment.budget == Money::units(400));
        CHECK(environment.reserved == Reserve{});
        CHECK(environment.min_headroom.cpu == HeadroomFloor<MilliCpu>(Percent::whole(20)));
        CHECK(environment.min_headroom.memory == HeadroomFloor<Bytes>(Percent::whole(15)));
        CHECK(environment.network.egress == Bytes::bytes(500'000'000'000));

        Server app;
        app.name = "app";
        app.cpu = MilliCpu::cores(8);
        app.memory = Bytes::gib(16);
        app.instance = "c6i.2xlarge";
        app.disk = Bytes::gib(80);
        Server db;
        db.name = "db";
        db.cpu = MilliCpu::cores(4);
        db.memory = Bytes::gib(8);
        db.cost = MonthlyCost{Money::units(85), Money::units(85)};
        CHECK(environment.servers == std::vector{app, db});

        Managed rds;
        rds.name = "rds";
        rds.for_service = "postgres";
        rds.instance = "db.t3.medium";
        rds.max_cost = Money::units(200);
        CHECK(environment.managed == std::vector{rds});
    }

    TEST_CASE("the sample's services read field by field") {
        const Plan plan = plan_of(read_file("tests/data/plans/design-sample.yaml"));
        if (plan.environments.empty()) return;
        Service nginx;
        nginx.name = "nginx";
        nginx.kind = ServiceKind::nginx;
        nginx.cpu = CpuRequest{false, MilliCpu::cores(1)};
        nginx.memory = Bytes::mib(512);
        nginx.server = "app";
        Service wsgi;
        wsgi.name = "wsgi";
        wsgi.kind = ServiceKind::wsgi;
        wsgi.server = "app";
        wsgi.replicas = 2;
        wsgi.spread = false;
        wsgi.cpu = CpuRequest{false, MilliCpu::cores(2)};
        wsgi.memory = Bytes::mib(1'536);
        wsgi.memory_limit = Bytes::gib(2);
        wsgi.workers = 5;
        wsgi.calls = {{"postgres", Decimal{6, 0}}};
        wsgi.load.arrivals = Rate{{40, 0}, Duration::seconds(1)};
        wsgi.load.service_time = Duration::millis(120);
        wsgi.load.cpu_time = Duration::millis(50);
        wsgi.load.scv = Decimal{1, 0};
        wsgi.load.growth = Percent::whole(6);
        ScaleOut rule;
        rule.join = Join::any;
        rule.conditions = {{Metric::cpu, true, 7'000, Duration::minutes(5)},
                           {Metric::p95, true, 500'000, {}},
                           {Metric::queue, true, 50, {}}};
        rule.add = 1;
        rule.max = 8;
        rule.cooldown = Duration::minutes(5);
        wsgi.scale_out = rule;
        Service postgres;
        postgres.name = "postgres";
        postgres.kind = ServiceKind::postgres;
        postgres.server = "db";
        postgres.cpu = CpuRequest{false, MilliCpu::cores(4)};
        postgres.memory = Bytes::gib(8);
        postgres.max_connections = 100;
        CHECK(plan.environments[0].services == std::vector{nginx, wsgi, postgres});
    }

    TEST_CASE("what a file leaves out has its default") {
        const Plan plan =
            plan_of("stowage: 0\nenvironments: {e: {servers: {s: }, services: {x: {cpu: 1, memory: 1GiB}}}}");
        REQUIRE(plan.environments.size() == 1);
        if (plan.environments.size() != 1) return;
        const Environment& environment = plan.environments[0];
        CHECK(environment.hours == Duration::hours(730));
        CHECK(environment.reserved.rule == ReserveRule::none);
        CHECK_FALSE(environment.budget.has_value());
        REQUIRE((environment.servers.size() == 1 && environment.services.size() == 1));
        if (environment.servers.size() != 1 || environment.services.size() != 1) return;
        CHECK(environment.servers[0].count == 1);
        CHECK_FALSE(environment.servers[0].cpu.has_value());
        CHECK(environment.services[0].replicas == 1);
        CHECK(environment.services[0].kind == ServiceKind::other);
        CHECK_FALSE(environment.services[0].spread);
        CHECK(environment.services[0].server.empty());
    }

    TEST_CASE("a setting without a value is as if it were absent") {
        const Plan plan =
            plan_of("stowage: 0\nname:\nenvironments: {e: {title: , budget: null, hours: ~, servers: }}");
        CHECK(plan == plan_of("stowage: 0\nenvironments: {e: }"));
    }

    TEST_CASE("the smallest plan has no environments") {
        CHECK(plan_of("stowage: 0") == Plan{});
        CHECK(plan_of(R"({"stowage": 0})") == Plan{});
        CHECK(plan_of("stowage: 0\nenvironments: {}") == Plan{});
    }

    TEST_CASE("YAML and JSON of the same plan are the same plan") {
        const Plan yaml = plan_of(read_file("tests/data/plans/design-sample.yaml"));
        CHECK(plan_of(write_plan_json(yaml)) == yaml);
        CHECK(plan_of(write_plan_compact_json(yaml)) == yaml);
        CHECK(plan_of(write_plan_yaml(yaml)) == yaml);
    }

    TEST_CASE("quantities in JSON may be numbers where they have no unit") {
        const Plan plan = plan_of(R"({"stowage": 0, "environments": {"e": {"hours": 176, "budget": 12.50,
            "services": {"x": {"cpu": 0.5, "memory": "1GiB", "calls": {"x": 1.5}, "load": {"scv": 2.0}}}}}})");
        if (plan.environments.empty() || plan.environments[0].services.empty()) return;
        CHECK(plan.environments[0].hours == Duration::hours(176));
        CHECK(plan.environments[0].budget == Money::cents(1'250));
        const Service& service = plan.environments[0].services[0];
        CHECK(service.cpu->amount == MilliCpu::millis(500));
        CHECK(service.calls == std::vector{Call{"x", Decimal{15, 1}}});
        CHECK(service.load.scv == Decimal{2, 0});
    }

    TEST_CASE("the reserve is none, host or figures") {
        const Plan plan = plan_of(
            "stowage: 0\nenvironments:\n  a: {reserved: host}\n  b: {reserved: {cpu: 250m, memory: 512MiB}}\n"
            "  c: {reserved: none, servers: {s: {reserved: none}, t: {reserved: {memory: 1GiB}}}}\n");
        REQUIRE(plan.environments.size() == 3);
        if (plan.environments.size() != 3) return;
        CHECK(plan.environments[0].reserved == Reserve{ReserveRule::host, {}});
        CHECK(plan.environments[1].reserved ==
              Reserve{ReserveRule::own, {MilliCpu::millis(250), Bytes::mib(512)}});
        CHECK(plan.environments[2].reserved == Reserve{});
        REQUIRE(plan.environments[2].servers.size() == 2);
        if (plan.environments[2].servers.size() != 2) return;
        // A server's own rule replaces the environment's, also with none.
        CHECK(plan.environments[2].servers[0].reserved == Reserve{ReserveRule::none, {}});
        CHECK(plan.environments[2].servers[1].reserved == Reserve{ReserveRule::own, {{}, Bytes::gib(1)}});
    }

    TEST_CASE("a headroom floor is a share or an amount") {
        const Plan plan =
            plan_of("stowage: 0\nenvironments: {e: {min_headroom: {cpu: 500m, memory: 12.5%}}}");
        if (plan.environments.empty()) return;
        CHECK(plan.environments[0].min_headroom.cpu == HeadroomFloor<MilliCpu>(MilliCpu::millis(500)));
        CHECK(plan.environments[0].min_headroom.memory == HeadroomFloor<Bytes>(Percent::hundredths(1'250)));
    }

    TEST_CASE("the order of environments, servers and services is kept") {
        const std::string text =
            "stowage: 0\nenvironments:\n  z: {servers: {b: {cpu: 1}, a: {cpu: 2}}}\n  a: {title: Second}\n";
        CHECK(write_plan_yaml(plan_of(text)).find("  z:") < write_plan_yaml(plan_of(text)).find("  a:\n"));
        const Plan plan = plan_of(text);
        if (plan.environments.empty() || plan.environments[0].servers.empty()) return;
        CHECK(plan.environments[0].name == "z");
        CHECK(plan.environments[0].servers[0].name == "b");
    }

    TEST_CASE("the canonical text leaves defaults out and stands in the order of the format") {
        const Plan plan = plan_of(
            "stowage: 0\nenvironments:\n  e:\n    services:\n      x: {memory: 1024MiB, cpu: 1000m, "
            "replicas: 1, spread: false}\n"
            "    servers:\n      s: {memory: 2048MiB, cpu: 2000m, count: 1}\n    hours: 730\n    reserved: "
            "none\nname: P\n");
        CHECK(write_plan_yaml(plan) ==
              "stowage: 0\nname: P\nenvironments:\n  e:\n    servers:\n      s: {cpu: 2, memory: 2GiB}\n"
              "    services:\n      x: {cpu: 1, memory: 1GiB}\n");
        CHECK(write_plan_compact_json(plan) ==
              R"({"stowage":0,"name":"P","environments":{"e":{"servers":{"s":{"cpu":2,"memory":"2GiB"}},)"
              R"("services":{"x":{"cpu":1,"memory":"1GiB"}}}}})");
    }

    TEST_CASE("templates are plans; their names lead to them") {
        REQUIRE_FALSE(plan_templates().empty());
        for (const PlanTemplate& known : plan_templates()) {
            CHECK_MESSAGE(read_plan(known.text).has_value(), std::string(known.name));
            CHECK(find_template(known.name) == &known);
            CHECK_FALSE(known.title.empty());
        }
        CHECK(plan_templates().front().name == "hybrid-django");
        CHECK(find_template("none-such") == nullptr);
        CHECK(find_template("") == nullptr);
    }

    TEST_CASE("where a plan is asked for, template:NAME names a template, known or not") {
        CHECK(template_named_in("template:blank") == "blank");
        CHECK(template_named_in("template:none-such") == "none-such");
        CHECK(template_named_in("template:") == "");
        CHECK_FALSE(template_named_in("blank").has_value());
        CHECK_FALSE(template_named_in("./template:blank").has_value());
        CHECK_FALSE(template_named_in("Template:blank").has_value());
    }
}
