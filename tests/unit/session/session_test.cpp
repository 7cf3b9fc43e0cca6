// SPDX-License-Identifier: MIT
#include "session_under_test.hpp"

using namespace stowage;
using namespace stowage::test;

namespace {

const ElementRef kApp{ElementKind::server, "live", "app"};
const ElementRef kLive{ElementKind::environment, "live"};
constexpr const char* kReplicas = "/environments/live/services/web/replicas";

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

    TEST_CASE("a rename elsewhere, whose typing ended with a press on another environment, leads not back") {
        Session session = web_session();
        done(session, SelectEnvironment{"test"});
        done(session, RenameElement{kLive, "Production"});
        CHECK(shown(session) == "test");
        done(session, RenameElement{{ElementKind::server, "production", "app"}, "Front"});
        CHECK(shown(session) == "test");
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
