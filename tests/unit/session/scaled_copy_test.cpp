// SPDX-License-Identifier: MIT
//
// Environments at another size. The figures are those of the rule in scaled_copy.hpp, by hand.
#include "stowage/session/scaled_copy.hpp"

#include "expectations.hpp"
#include "stowage/quantity_text.hpp"
#include "stowage/session/session.hpp"
#include "stowage/text/plan_text.hpp"
#include "web_plan.hpp"

using namespace stowage;
using namespace stowage::test;

namespace {

Decimal scale(std::string_view text) {
    const auto read = parse_scale(text);
    REQUIRE_MESSAGE(read.has_value(), text);
    return read ? *read : Decimal{};
}

Environment copy_of(const Plan& plan, std::string_view name, std::string_view size) {
    const auto edit = with_scaled_copy(plan, name, scale(size), "Rehearsal");
    REQUIRE_MESSAGE(edit.has_value(), (edit ? std::string() : to_text(edit.error())));
    if (!edit) return {};
    const auto again = read_plan(write_plan_yaml(edit->plan));
    CHECK_MESSAGE(again.has_value(), refusal_of(again));
    if (again) CHECK(*again == edit->plan);
    const Environment* found = find_named(edit->plan.environments, edit->element.environment);
    return found == nullptr ? Environment{} : *found;
}

/// "nginx 1, wsgi 2"
std::string replicas(const Environment& environment) {
    std::string text;
    for (const Service& service : environment.services)
        text += (text.empty() ? "" : ", ") + service.name + " " + std::to_string(service.replicas);
    return text;
}

std::string machines(const Environment& environment) {
    std::string text;
    for (const Server& server : environment.servers)
        text += (text.empty() ? "" : ", ") + server.name + " " + std::to_string(server.count);
    return text;
}

std::string arrivals(const Service& service) {
    if (!service.load.arrivals) return "none";
    return format_rate(service.load.arrivals->low) + " to " + format_rate(service.load.arrivals->high);
}

constexpr std::string_view kOne =
    "stowage: 0\nenvironments:\n  a:\n    budget: 500\n    min_headroom: {cpu: 20%}\n"
    "    servers: {s: {cpu: 4, memory: 8GiB, count: 5}}\n"
    "    services:\n"
    "      api: {kind: wsgi, server: s, replicas: 7, cpu: 500m, memory: 1GiB, load: {arrivals: 40/s},\n"
    "        scale_out: {any: [\"cpu > 70%\"], max: 9}, scale_in: {all: [\"cpu < 30%\"], min: 3}}\n"
    "      sql: {kind: postgres, server: s, replicas: 2, cpu: 1, memory: 2GiB}\n"
    "    managed: {rds: {instance: db.t3.medium, count: 3}, cache: {instance: cache.t3.micro}}\n"
    "    network: {egress: 1001GB/month, load_balancers: 2}\n";

}  // namespace

TEST_SUITE("scaled copy") {
    TEST_CASE("staging from production of the template, at half its size") {
        Plan plan = seed_plan();
        std::erase_if(plan.environments, [](const Environment& other) { return other.name == "staging"; });
        const auto edit = with_scaled_copy(plan, "production-distributed", scale("0.5"), "Staging");
        REQUIRE(edit.has_value());
        CHECK(names_of(edit->plan.environments) ==
              "development production-single production-distributed staging");
        const Environment& staging = edit->plan.environments.back();
        CHECK(staging.title == "Staging");
        CHECK(replicas(staging) == "nginx 1, wsgi 1, asgi 1, postgres 1, redis 1");  // of 1, 2, 2, 1, 1
        CHECK(machines(staging) == "app 1, db 1, cache 1");
        CHECK(arrivals(staging.services[1]) == "15/s to 25/s");                            // of 30 to 50
        CHECK(staging.services[2].load.connections == Range<Decimal>{{75, 0}, {125, 0}});  // of 150 to 250
        CHECK(staging.services[1].cpu->amount == MilliCpu::cores(2));
        CHECK(staging.servers[0].instance == "c6a.2xlarge");
        CHECK(edit->plan.environments[2] == plan.environments[2]);  // the original
    }

    TEST_CASE("twice the size: what keeps data stays single, its machine has a twin") {
        const Environment copy = copy_of(seed_plan(), "production-distributed", "2");
        CHECK(replicas(copy) == "nginx 2, wsgi 4, asgi 4, postgres 1, redis 1");
        CHECK(machines(copy) == "app 2, db 2, cache 2");
        CHECK(arrivals(copy.services[1]) == "60/s to 100/s");
    }

    TEST_CASE("replicas, machines and the bounds of scaling are rounded up, at least 1") {
        const Environment half = copy_of(plan_of(kOne), "a", "0.5");
        CHECK(replicas(half) == "api 4, sql 1");      // of 7 and 2
        CHECK(machines(half) == "s 3");               // of 5
        CHECK(half.services[0].scale_out->max == 5);  // of 9
        CHECK(half.services[0].scale_in->min == 2);   // of 3
        CHECK(half.managed[0].count == 2);            // of 3
        CHECK(half.managed[1].count == 1);
        const Environment tenth = copy_of(plan_of(kOne), "a", "0.1");
        CHECK(replicas(tenth) == "api 1, sql 1");
        CHECK(machines(tenth) == "s 1");
        CHECK(arrivals(tenth.services[0]) == "4/s to 4/s");
        const Environment third = copy_of(plan_of(kOne), "a", "1.333");
        CHECK(replicas(third) == "api 10, sql 3");  // 9.331 and 2.666
        CHECK(arrivals(third.services[0]) == "53.32/s to 53.32/s");
        CHECK(third.managed[1].count == 1);
    }

    TEST_CASE("traffic follows the arrivals; devices, budget and policies stay") {
        const Environment half = copy_of(plan_of(kOne), "a", "0.5");
        CHECK(half.network.egress == Bytes::bytes(500'500'000'000));
        CHECK(half.network.load_balancers == 2);
        const Environment original = plan_of(kOne).environments.front();
        CHECK(half.budget == original.budget);
        CHECK(half.min_headroom == original.min_headroom);
        CHECK(half.services[0].scale_out->conditions == original.services[0].scale_out->conditions);
    }

    TEST_CASE("at the same size it is the original under another name") {
        Environment copy = copy_of(plan_of(kOne), "a", "1");
        CHECK(copy.name == "rehearsal");
        copy.name = "a";
        copy.title.clear();
        CHECK(copy == plan_of(kOne).environments.front());
    }

    TEST_CASE("a size is a number from 0.1 to 10") {
        CHECK(scale("0.1") == Decimal{1, 1});
        CHECK(scale("10.00") == Decimal{10, 0});
        for (const char* text : {"0.0999999999", "10.01", "0", "-1", "", "half", "50%", "1e1"})
            CHECK_MESSAGE(!parse_scale(text).has_value(), text);
        CHECK(parse_scale("11").error().accepted == "a number from 0.1 to 10, such as 0.5");
    }

    TEST_CASE("what passes a limit is refused with its place") {
        Plan plan = plan_of(kOne);
        plan.environments[0].services[0].load.arrivals =
            Range<Rate>({{1'000'000'000, 0}, Duration::seconds(1)});
        const auto many = with_scaled_copy(plan, "a", scale("10"), "Large");
        REQUIRE_FALSE(many.has_value());
        CHECK(many.error().where == "/environments/large/services/api/load/arrivals");
        plan = plan_of(kOne);
        plan.environments[0].services[0].replicas = 100'000;
        CHECK_FALSE(with_scaled_copy(plan, "a", scale("2"), "Large").has_value());
        CHECK_FALSE(with_scaled_copy(plan, "nowhere", scale("2"), "Large").has_value());
    }

    TEST_CASE("is one step of a session, which shows the copy") {
        Session session(web_plan(), std::make_shared<const Catalogue>(catalogue()));
        CHECK(session.apply(DuplicateScaled{"live", scale("0.5"), "Half"}).has_value());
        CHECK(names_of(session.plan().environments) == "live half test");
        CHECK(session.selected() == 1);
        CHECK(session.undo_label() == "duplicate environment at 0.5 of its size");
        CHECK(session.apply(Undo{}).has_value());
        CHECK(session.plan() == web_plan());
    }
}
