// SPDX-License-Identifier: MIT
#include "session_under_test.hpp"
#include "stowage/text/link.hpp"

using namespace stowage;
using namespace stowage::test;

namespace {

constexpr const char* kReplicas = "/environments/live/services/web/replicas";

}  // namespace

TEST_SUITE("session: opening") {
    TEST_CASE("YAML, JSON and links are taken, undoably") {
        for (const std::string& text :
             {write_plan_yaml(web_plan()), write_plan_json(web_plan()), encode_link(web_plan()),
              "https://example.org/stowage/" + encode_link(web_plan())}) {
            CAPTURE(text);
            Session session = session_of(seed_plan());
            done(session, OpenText{text, "shop.yaml"});
            CHECK(session.plan() == web_plan());
            CHECK(shown(session) == "live");
            CHECK(session.undo_label() == "open shop.yaml");
            done(session, Undo{});
            CHECK(session.plan() == seed_plan());
        }
    }

    TEST_CASE("what cannot be read leaves the plan on screen, and the history") {
        const std::string link = encode_link(web_plan());
        struct Refused {
            std::string text;
            ErrorCode code;
        };
        const Refused refused[] = {
            {"", ErrorCode::type},
            {"name: [", ErrorCode::syntax},
            {"{\"stowage\": 0,", ErrorCode::syntax},
            {"name: no format", ErrorCode::missing},
            {"stowage: 1", ErrorCode::version},
            {"stowage: 0\ncolour: red", ErrorCode::unknown_key},
            {link.substr(0, link.size() / 2), ErrorCode::damaged},
            {link.substr(0, link.size() - 1), ErrorCode::damaged},
        };
        for (const Refused& file : refused) {
            CAPTURE(file.text);
            Session session = session_of(seed_plan());
            done(session, SelectEnvironment{"staging"});
            const auto result = session.apply(OpenText{file.text, "file"});
            CHECK_MESSAGE(error_of(result).code == file.code, refusal_of(result));
            CHECK(session.plan() == seed_plan());
            CHECK(shown(session) == "staging");
            CHECK(session.undo_label().empty());
        }
    }

    TEST_CASE("the environment on screen stays when the new plan has one of its name") {
        Session session = web_session();
        done(session, SelectEnvironment{"test"});
        done(session, OpenText{"stowage: 0\nenvironments: {a: {}, test: {}}", "file"});
        CHECK(shown(session) == "test");
    }

    TEST_CASE("wrong values of the plan before are forgotten") {
        Session session = web_session();
        CHECK_FALSE(session.apply(SetField{kReplicas, "many"}));
        done(session, OpenText{write_plan_yaml(seed_plan()), "file"});
        CHECK(session.all_rejected().empty());
    }
}

TEST_SUITE("session: saving") {
    TEST_CASE("the text to save is the plan, with the prices behind its figures") {
        const Session session = web_session();
        const auto saved = read_plan(session.text_to_save());
        REQUIRE_MESSAGE(saved.has_value(), refusal_of(saved));
        Plan expected = web_plan();
        expected.prices = saved->prices;
        CHECK(*saved == expected);
        CHECK(saved->prices.snapshot == catalogue().snapshot());
        REQUIRE(saved->prices.used.size() == 1);
        CHECK(saved->prices.used[0].name == "aws/us-east-1/db.t3.medium");
    }

    TEST_CASE("the link holds the same plan as the text to save, and follows every change") {
        Session session = web_session();
        const auto check = [&] {
            const auto linked = decode_link(session.link());
            const auto saved = read_plan(session.text_to_save());
            REQUIRE_MESSAGE(linked.has_value(), refusal_of(linked));
            CHECK(*linked == *saved);
        };
        check();
        done(session, SetField{kReplicas, "3"});
        check();
        done(session, Undo{});
        check();
    }

    TEST_CASE("the link of the template is short enough for every chat program") {
        // DESIGN: under 1,800 characters; Discord, the shortest, takes 2,000 with the address in front.
        CHECK(session_of(seed_plan()).link().size() < 1'800);
    }

    TEST_CASE("a baseline keeps a plan with its figures, whatever is edited or undone") {
        Session session = web_session();
        CHECK(session.baseline() == nullptr);
        done(session, SetField{kReplicas, "3"});
        done(session, PinBaseline{});
        const Plan pinned = session.plan();
        done(session, SetField{kReplicas, "7"});
        done(session, Undo{});
        done(session, Undo{});
        REQUIRE(session.baseline() != nullptr);
        CHECK(*session.baseline()->plan == pinned);
        CHECK(session.baseline()->estimate.environments.size() == 2);
        CHECK(session.plan() == web_plan());
        done(session, UnpinBaseline{});
        CHECK(session.baseline() == nullptr);
    }

    TEST_CASE(
        "the baseline that was replaced or removed last comes back, and changes over with the present one") {
        Session session = web_session();
        CHECK(session.previous_baseline() == nullptr);
        CHECK_FALSE(*session.apply(RestoreBaseline{}));
        done(session, PinText{std::string(kWebPlan), "first"});
        done(session, PinText{std::string(kWebPlan), "second"});
        const auto changes = session.baseline_changes();
        done(session, RestoreBaseline{});
        CHECK(session.baseline()->origin == "first");
        CHECK(session.previous_baseline()->origin == "second");
        CHECK(session.baseline_changes() > changes);
        done(session, RestoreBaseline{});
        CHECK(session.baseline()->origin == "second");
        done(session, UnpinBaseline{});
        CHECK(session.baseline() == nullptr);
        done(session, UnpinBaseline{});  // there is none: nothing is lost
        done(session, RestoreBaseline{});
        CHECK(session.baseline()->origin == "second");
    }

    TEST_CASE("every intent is counted, whether it was taken, refused or changed nothing") {
        Session session = web_session();
        const auto before = session.intents();
        done(session, SetField{kReplicas, "3"});
        CHECK_FALSE(session.apply(SetField{kReplicas, "many"}));
        done(session, SetField{kReplicas, "3"});
        CHECK(session.intents() == before + 3);
    }

    TEST_CASE("a plan of a text or a link is pinned without a change to the one on screen") {
        Session session = web_session();
        const auto revision = session.revision();
        done(session, PinText{std::string(kWebPlan), "a file"});
        REQUIRE(session.baseline() != nullptr);
        CHECK(*session.baseline()->plan == web_plan());
        CHECK(session.baseline()->origin == "a file");
        const std::uint64_t first = session.baseline()->number;
        done(session, PinText{session.link(), "the link"});  // which has the prices, too
        CHECK(session.baseline()->plan->environments == web_plan().environments);
        CHECK(session.baseline()->number != first);
        CHECK(session.revision() == revision);
        CHECK(session.undo_label().empty());
        CHECK_FALSE(session.apply(PinText{"no plan", "a file"}));
        CHECK(session.baseline()->origin == "the link");  // what was refused changes nothing
    }

    TEST_CASE("an adopted offer takes the place of its environment in one step") {
        Session session = web_session();
        auto offer = std::make_shared<Environment>(session.plan().environments[0]);
        offer->provider = "gcp";
        offer->region = "us-east4";
        done(session, AdoptOffer{"live", "gcp", offer});
        CHECK(session.plan().environments[0] == *offer);
        CHECK(session.plan().environments[1] == web_plan().environments[1]);
        CHECK(session.undo_label() == "adopt gcp");
        done(session, Undo{});
        CHECK(session.plan() == web_plan());
        CHECK_FALSE(session.apply(AdoptOffer{"nowhere", "gcp", offer}).has_value());
    }
}
