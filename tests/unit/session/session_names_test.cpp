// SPDX-License-Identifier: MIT
#include <algorithm>

#include "session_under_test.hpp"

using namespace stowage;
using namespace stowage::test;

TEST_SUITE("session: names") {
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
            CHECK(session.edited() == ElementRef{ElementKind::service, "live", named->name});
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
}
