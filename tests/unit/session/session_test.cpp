// SPDX-License-Identifier: MIT
#include "stowage/session/session.hpp"

#include "expectations.hpp"
#include "stowage/text/link.hpp"
#include "web_plan.hpp"

using namespace stowage;
using namespace stowage::test;

namespace {

const ElementRef kApp{ElementKind::server, "live", "app"};
const ElementRef kLive{ElementKind::environment, "live"};
constexpr const char* kReplicas = "/environments/live/services/web/replicas";

Session session_of(Plan plan) {
    return Session(std::move(plan), std::make_shared<const Catalogue>(catalogue()));
}
Session web_session() { return session_of(web_plan()); }

/// Name of the environment that is shown.
std::string shown(const Session& session) {
    const auto at = session.selected();
    return at ? session.plan().environments[*at].name : std::string("none");
}

void done(Session& session, const Intent& intent) {
    const auto result = session.apply(intent);
    CHECK_MESSAGE(result.has_value(), refusal_of(result));
}

std::int64_t replicas(const Session& session) {
    return session.plan().environments.front().services.front().replicas;
}

}  // namespace

TEST_SUITE("session") {
    TEST_CASE("begins with the first environment and nothing to undo") {
        const Session session = web_session();
        CHECK(shown(session) == "live");
        CHECK(session.undo_label().empty());
        CHECK(session.redo_label().empty());
        CHECK(session.all_rejected().empty());
    }

    TEST_CASE("a plan without environments shows none") {
        CHECK_FALSE(session_of(Plan{}).selected().has_value());
    }

    TEST_CASE("tells what was added or renamed last by its present name") {
        Session session = web_session();
        CHECK_FALSE(session.edited().has_value());
        done(session, AddElement{ElementKind::server, "live"});
        CHECK(session.edited() == ElementRef{ElementKind::server, "live", "server"});
        done(session, RenameElement{{ElementKind::server, "live", "server"}, "Cache"});
        CHECK(session.edited() == ElementRef{ElementKind::server, "live", "cache"});
        static_cast<void>(session.apply(AddElement{ElementKind::server, "nowhere"}));
        CHECK(session.edited() == ElementRef{ElementKind::server, "live", "cache"});
    }

    TEST_CASE("the name of a new service that is a known program gives it its kind, in the same step") {
        const auto kind_of = [](const std::string& name, const std::string& label) {
            Session session = web_session();
            done(session, AddElement{ElementKind::service, "live"});
            const Plan added = session.plan();
            done(session, RenameElement{{ElementKind::service, "live", name}, label});
            const auto& services = session.plan().environments[0].services;
            const auto named = std::find_if(services.begin(), services.end(),
                                            [&](const Service& each) { return label_of(each) == label; });
            REQUIRE(named != services.end());
            const std::string kind(name_of(named->kind));
            const std::string told(session.undo_label());
            done(session, Undo{});
            CHECK(session.plan() == added);
            return kind + ": " + told;
        };
        CHECK(kind_of("service", "PostgreSQL") == "postgres: name service, of kind postgres");
        CHECK(kind_of("service", "Postgres 16") == "postgres: name service, of kind postgres");
        CHECK(kind_of("service", "redis-cache") == "redis: name service, of kind redis");
        CHECK(kind_of("service", "Gunicorn") == "wsgi: name service, of kind wsgi");
        CHECK(kind_of("service", "Celery beat") == "celery: name service, of kind celery");
        CHECK(kind_of("service", "Nginx") == "nginx: name service, of kind nginx");
        CHECK(kind_of("service", "Mailer for Redis") == "other: rename service");
        CHECK(kind_of("service", "Redistributor") == "other: rename service");
        CHECK(kind_of("service", "Front") == "other: rename service");
    }

    TEST_CASE("a service that had a name already keeps its kind") {
        Session session = web_session();
        done(session, AddElement{ElementKind::service, "live"});
        done(session, RenameElement{{ElementKind::service, "live", "service"}, "Store"});
        done(session, RenameElement{{ElementKind::service, "live", "store"}, "Redis"});
        CHECK(session.plan().environments[0].services.back().kind == ServiceKind::other);
    }

    TEST_CASE("a fix makes all its edits in one step that carries its label") {
        Session session = web_session();
        done(session, ApplyFix{{"Move sql and give it 2 cores",
                                {{"/environments/live/services/sql/server", "app"},
                                 {"/environments/live/services/sql/cpu", "2"}}}});
        const Service& sql = session.plan().environments[0].services[1];
        CHECK(sql.server == "app");
        CHECK(sql.cpu->amount == MilliCpu::cores(2));
        CHECK(session.undo_label() == "Move sql and give it 2 cores");
        done(session, Undo{});
        CHECK(session.plan() == web_plan());
        CHECK(session.undo_label().empty());
    }

    TEST_CASE("a fix of which one edit is refused changes nothing") {
        Session session = web_session();
        const auto result = session.apply(
            ApplyFix{{"Break it", {{kReplicas, "3"}, {"/environments/live/services/sql/server", "none"}}}});
        REQUIRE_FALSE(result.has_value());
        CHECK(result.error().front().where == "/environments/live/services/sql/server");
        CHECK(session.plan() == web_plan());
        CHECK(session.undo_label().empty());
        CHECK(session.all_rejected().empty());
    }

    TEST_CASE("a fix takes away what was refused about its fields") {
        Session session = web_session();
        REQUIRE_FALSE(session.apply(SetField{kReplicas, "many"}).has_value());
        done(session, ApplyFix{{"Set replicas to 3", {{kReplicas, "3"}}}});
        CHECK(session.all_rejected().empty());
    }

    TEST_CASE("setting a field changes plan, estimate and revision") {
        Session session = web_session();
        const auto before = session.revision();
        CHECK(session.estimate().environments[0].servers[0].used.cpu == MilliCpu::millis(2'500));
        done(session, SetField{kReplicas, "3"});  // 3 x 1 core and half a core for jobs
        CHECK(session.estimate().environments[0].servers[0].used.cpu == MilliCpu::millis(3'500));
        CHECK(session.revision() > before);
        CHECK(session.undo_label() == "set replicas");
    }

    TEST_CASE("an empty text takes the setting away") {
        Session session = web_session();
        done(session, SetField{kReplicas, ""});
        CHECK(replicas(session) == 1);  // the default
    }

    TEST_CASE("the value that the plan has already is no step") {
        Session session = web_session();
        const auto before = session.revision();
        done(session, SetField{kReplicas, "2"});
        CHECK(session.undo_label().empty());
        CHECK(session.revision() == before);
    }

    TEST_CASE("a wrong value is kept beside the plan, which stays as it was") {
        Session session = web_session();
        const auto before = session.revision();
        const auto result = session.apply(SetField{kReplicas, "many"});
        CHECK(error_of(result).where == kReplicas);
        REQUIRE(session.rejected(kReplicas) != nullptr);
        CHECK(session.rejected(kReplicas)->text == "many");
        CHECK(session.rejected(kReplicas)->error == error_of(result));
        CHECK(session.plan() == web_plan());
        CHECK(session.revision() == before);
        CHECK(session.undo_label().empty());
    }

    TEST_CASE("a wrong value goes when it is mended") {
        Session session = web_session();
        CHECK_FALSE(session.apply(SetField{kReplicas, "many"}));
        done(session, SetField{kReplicas, "2"});
        CHECK(session.rejected(kReplicas) == nullptr);
    }

    TEST_CASE("a wrong value goes when it is dismissed, and only that one") {
        Session session = web_session();
        CHECK_FALSE(session.apply(SetField{kReplicas, "many"}));
        CHECK_FALSE(session.apply(SetField{"/environments/live/hours", "-1"}));
        done(session, DismissRejected{kReplicas});
        CHECK(session.rejected(kReplicas) == nullptr);
        CHECK(session.all_rejected().size() == 1);
    }

    TEST_CASE("a reference to nothing is refused as a wrong value") {
        Session session = web_session();
        const auto result = session.apply(SetField{"/environments/live/services/web/server", "moon"});
        CHECK(error_of(result).code == ErrorCode::dangling_name);
        CHECK(error_of(result).accepted == "app, db");
    }

    TEST_CASE("a wrong value follows the rename of what it belongs to") {
        Session session = web_session();
        CHECK_FALSE(session.apply(SetField{kReplicas, "many"}));
        done(session, RenameElement{{ElementKind::service, "live", "web"}, "Web front"});
        CHECK(session.rejected(kReplicas) == nullptr);
        REQUIRE(session.rejected("/environments/live/services/web-front/replicas") != nullptr);
        CHECK(session.rejected("/environments/live/services/web-front/replicas")->text == "many");
        done(session, RenameElement{kLive, "Main"});
        CHECK(session.rejected("/environments/main/services/web-front/replicas") != nullptr);
        CHECK(session.all_rejected().size() == 1);
    }

    TEST_CASE("a wrong value goes with what it belongs to") {
        Session session = web_session();
        CHECK_FALSE(session.apply(SetField{kReplicas, "many"}));
        CHECK_FALSE(session.apply(SetField{"/environments/test/hours", "-1"}));
        done(session, DeleteElement{{ElementKind::service, "live", "web"}});
        CHECK(session.all_rejected().size() == 1);
        CHECK(session.rejected("/environments/test/hours") != nullptr);
    }

    TEST_CASE("undo and redo bring back the plan, with its estimate") {
        Session session = web_session();
        const Estimate before = session.estimate();
        done(session, SetField{kReplicas, "3"});
        const Plan changed = session.plan();
        CHECK(session.apply(Undo{}));
        CHECK(session.plan() == web_plan());
        CHECK(session.estimate().environments[0].servers[0].used == before.environments[0].servers[0].used);
        CHECK(session.redo_label() == "set replicas");
        CHECK(session.apply(Redo{}));
        CHECK(session.plan() == changed);
    }

    TEST_CASE("undo and redo with nothing to do change nothing and are no error") {
        Session session = web_session();
        const auto before = session.revision();
        done(session, Undo{});
        done(session, Redo{});
        CHECK(session.revision() == before);
    }

    TEST_CASE("undo and redo show the environment in which the change was made") {
        Session session = web_session();
        done(session, SetField{kReplicas, "3"});
        done(session, SelectEnvironment{"test"});
        done(session, Undo{});
        CHECK(shown(session) == "live");
        done(session, SelectEnvironment{"test"});
        done(session, Redo{});
        CHECK(shown(session) == "live");
    }

    TEST_CASE("undo of a new environment shows the one that was shown before; redo shows the new one") {
        Session session = web_session();
        done(session, SelectEnvironment{"test"});
        done(session, AddElement{ElementKind::environment, {}});
        CHECK(shown(session) == "environment");
        done(session, Undo{});
        CHECK(shown(session) == "test");
        done(session, Redo{});
        CHECK(shown(session) == "environment");
    }

    TEST_CASE("a renamed environment stays on screen, also under undo and redo") {
        Session session = web_session();
        done(session, SelectEnvironment{"test"});
        done(session, RenameElement{{ElementKind::environment, "test"}, "Staging"});
        CHECK(shown(session) == "staging");
        done(session, Undo{});
        CHECK(shown(session) == "test");
        done(session, Redo{});
        CHECK(shown(session) == "staging");
    }

    TEST_CASE("a copy of an environment is shown") {
        Session session = web_session();
        done(session, DuplicateElement{kLive});
        CHECK(shown(session) == "live-2");
        CHECK(session.undo_label() == "duplicate environment");
    }

    TEST_CASE("without the environment on screen its neighbour is shown; undo shows it again") {
        Session session = web_session();
        done(session, AddElement{ElementKind::environment, {}});
        done(session, SelectEnvironment{"test"});
        done(session, DeleteElement{{ElementKind::environment, "test"}});
        CHECK(shown(session) == "environment");  // the next one
        done(session, DeleteElement{{ElementKind::environment, "environment"}});
        CHECK(shown(session) == "live");  // the last one is gone: the one before
        done(session, Undo{});
        CHECK(shown(session) == "environment");
        done(session, Undo{});
        CHECK(shown(session) == "test");
    }

    TEST_CASE("structural edits are named in the history") {
        Session session = web_session();
        done(session, AddElement{ElementKind::server, "live"});
        CHECK(session.undo_label() == "add server");
        done(session, DuplicateElement{kApp});
        CHECK(session.undo_label() == "duplicate server");
        done(session, MoveElement{kApp, 1});
        CHECK(session.undo_label() == "move server");
        done(session, RenameElement{kApp, "Front"});
        CHECK(session.undo_label() == "rename server");
        done(session, DeleteElement{{ElementKind::managed, "live", "rds"}});
        CHECK(session.undo_label() == "delete managed service");
        CHECK(names_of(session.plan().environments[0].servers) == "app-2 front db server");
    }

    TEST_CASE("moving an element beyond the end of its list is no step") {
        Session session = web_session();
        done(session, MoveElement{kApp, -1});
        CHECK(session.undo_label().empty());
    }

    TEST_CASE("an intent about something that is gone is refused and changes nothing") {
        Session session = web_session();
        const Intent intents[] = {DeleteElement{{ElementKind::server, "live", "gone"}},
                                  DuplicateElement{{ElementKind::environment, "gone"}},
                                  MoveElement{{ElementKind::service, "gone", "web"}, 1},
                                  RenameElement{{ElementKind::managed, "live", "gone"}, "x"},
                                  AddElement{ElementKind::server, "gone"},
                                  SelectEnvironment{"gone"}};
        for (const Intent& intent : intents) {
            CHECK(error_of(session.apply(intent)).code == ErrorCode::dangling_name);
        }
        CHECK(session.plan() == web_plan());
        CHECK(shown(session) == "live");
    }
}

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
