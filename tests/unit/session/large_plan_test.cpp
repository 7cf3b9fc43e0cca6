// SPDX-License-Identifier: MIT
//
// The session of a plan that is too large to be estimated in the call that changes it.
#include <memory>

#include "estimate_in_range.hpp"
#include "expectations.hpp"
#include "plan_generator.hpp"
#include "random.hpp"
#include "stowage/session/session.hpp"
#include "stowage/text/estimate_text.hpp"
#include "web_plan.hpp"

using namespace stowage;
using namespace stowage::test;

namespace {

Session session_of(Plan plan) {
    return Session(std::move(plan), std::make_shared<const Catalogue>(catalogue()));
}

/// The plan with an environment of 12,000 replicas.
Plan made_large(Plan plan) {
    Environment crowd;
    crowd.name = "crowd";
    crowd.services.emplace_back().name = "many";
    crowd.services.back().replicas = 12'000;
    crowd.services.back().cpu = CpuRequest{true, {}};
    crowd.services.back().memory = Bytes::mib(1);
    plan.environments.push_back(std::move(crowd));
    return plan;
}

constexpr const char* kReplicas = "/environments/live/services/web/replicas";

MilliCpu used_on_app(const Session& session) {
    return session.estimate().environments[0].servers[0].used.cpu;
}

/// One element of the plan; an environment where there is nothing else.
ElementRef any_element(const Plan& plan, Random& random) {
    if (plan.environments.empty()) return {};
    const auto pick = [&](const auto& list) {
        return list[static_cast<std::size_t>(random.between(0, static_cast<std::int64_t>(list.size()) - 1))]
            .name;
    };
    const std::string name = pick(plan.environments);
    const Environment& environment = *find_named(plan.environments, name);
    const std::int64_t kind = random.between(0, 9);
    if (kind < 4 && !environment.servers.empty())
        return {ElementKind::server, name, pick(environment.servers)};
    if (kind < 8 && !environment.services.empty())
        return {ElementKind::service, name, pick(environment.services)};
    if (kind < 9 && !environment.managed.empty())
        return {ElementKind::managed, name, pick(environment.managed)};
    return {ElementKind::environment, name, {}};
}

Intent any_setting(const ElementRef& element, Random& random) {
    constexpr std::string_view kServer[] = {"/count", "/cpu", "/memory", "/instance"};
    constexpr std::string_view kService[] = {"/replicas", "/cpu", "/memory", "/server"};
    const bool server = element.kind == ElementKind::server;
    const std::string_view key = server ? random.one_of(kServer) : random.one_of(kService);
    const std::string text = key == "/memory" ? std::to_string(random.between(1, 64)) + "GiB"
                                              : std::to_string(random.between(1, 6));
    return SetField{pointer_to(element) + std::string(key), random.chance(20) ? "" : text};
}

/// What a user does next; much of it is refused.
Intent any_intent(const Plan& plan, Random& random) {
    constexpr ElementKind kKinds[] = {ElementKind::server, ElementKind::service, ElementKind::managed,
                                      ElementKind::environment};
    const ElementRef element = any_element(plan, random);
    switch (random.between(0, 9)) {
        case 0: return AddElement{random.one_of(kKinds), element.environment};
        case 1: return DuplicateElement{element};
        case 2: return DeleteElement{element};
        case 3: return MoveElement{element, static_cast<int>(random.between(-3, 3))};
        case 4: return RenameElement{element, "name " + std::to_string(random.between(1, 99))};
        case 5: return Undo{};
        case 6: return Redo{};
        case 7:
            if (!random.chance(20)) return Undo{};
            return OpenText{write_plan_yaml(made_large(random_plan(random.next()))), "random"};
        default: return any_setting(element, random);
    }
}

}  // namespace

TEST_SUITE("session of a large plan") {
    TEST_CASE("a change is there at once, its estimate when it is asked for") {
        Session session = session_of(made_large(web_plan()));
        CHECK_FALSE(session.estimate_is_stale());
        CHECK(session.apply(SetField{kReplicas, "3"}));
        CHECK(session.plan().environments[0].services[0].replicas == 3);
        CHECK(session.estimate_is_stale());
        CHECK(session.estimated_revision() != session.revision());
        CHECK(used_on_app(session) ==
              MilliCpu::millis(2'500));  // of two replicas with one core, and half a core
        session.finish_estimate();
        CHECK_FALSE(session.estimate_is_stale());
        CHECK(session.estimated_revision() == session.revision());
        CHECK(used_on_app(session) == MilliCpu::millis(3'500));
    }

    TEST_CASE("the plan of a common size is estimated at once") {
        Session session = session_of(web_plan());
        CHECK(session.apply(SetField{kReplicas, "3"}));
        CHECK_FALSE(session.estimate_is_stale());
        CHECK(used_on_app(session) == MilliCpu::millis(3'500));
    }

    TEST_CASE("so is one that was large before the change") {
        Session session = session_of(made_large(web_plan()));
        CHECK(session.apply(SetField{kReplicas, "3"}));
        CHECK(session.apply(DeleteElement{{ElementKind::environment, "crowd"}}));
        CHECK_FALSE(session.estimate_is_stale());
        CHECK(used_on_app(session) == MilliCpu::millis(3'500));
    }

    TEST_CASE("undo before the estimate was asked for leaves figures that are marked as well") {
        Session session = session_of(made_large(web_plan()));
        CHECK(session.apply(SetField{kReplicas, "3"}));
        CHECK(session.apply(Undo{}));
        CHECK(session.estimate_is_stale());
        session.finish_estimate();
        CHECK(used_on_app(session) == MilliCpu::millis(2'500));
    }

    TEST_CASE("the length of the link is that of an earlier one until the link was made") {
        Session session = session_of(made_large(web_plan()));
        const LinkLength before = session.link_length();
        CHECK(before == LinkLength{session.link().size(), false});
        CHECK(session.apply(SetField{"/name", "A name that makes the link much longer than it was before"}));
        CHECK(session.link_length() == LinkLength{before.characters, true});
        const std::size_t now = session.link().size();
        CHECK(now > before.characters);
        CHECK(session.link_length() == LinkLength{now, false});
    }

    TEST_CASE("of a plan of a common size it is always known") {
        Session session = session_of(web_plan());
        CHECK(session.apply(SetField{kReplicas, "3"}));
        CHECK(session.link_length() == LinkLength{session.link().size(), false});
    }

    TEST_CASE("whatever is done, every index of the figures that are shown leads somewhere") {
        for (std::uint64_t seed = 1; seed <= 20; ++seed) {
            CAPTURE(seed);
            Random random(seed);
            Session session = session_of(made_large(random_plan(seed)));
            for (int step = 0; step < 40; ++step) {
                static_cast<void>(session.apply(any_intent(session.plan(), random)));
                REQUIRE(places_that_lead_nowhere(session.plan(), session.estimate()) == "");
                if (!random.chance(10)) continue;
                session.finish_estimate();
                const Estimate anew = estimate(session.plan(), catalogue());
                REQUIRE(estimate_json(session.plan(), session.estimate(), catalogue()) ==
                        estimate_json(session.plan(), anew, catalogue()));
            }
        }
    }
}
