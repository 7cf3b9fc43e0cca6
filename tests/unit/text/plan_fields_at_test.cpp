// SPDX-License-Identifier: MIT
//
// One setting of a plan, read and changed by its JSON pointer.
#include "expectations.hpp"
#include "fixtures.hpp"
#include "printers.hpp"
#include "test_files.hpp"

using namespace stowage;
using namespace stowage::test;

namespace {

const std::string kEnvironment = "/environments/production-distributed";

Plan sample() { return plan_of(read_file("tests/data/plans/design-sample.yaml")); }

/// The plan after the change; the old one, with a failed test, when it was refused.
Plan changed(const Plan& plan, const std::string& pointer, const std::string& text) {
    const auto result = with_field(plan, pointer, text);
    CHECK_MESSAGE(result.has_value(), pointer << ": " << refusal_of(result));
    return result ? *result : plan;
}

}  // namespace

TEST_SUITE("plan fields by pointer") {
    TEST_CASE("a setting reads as a file would hold it") {
        const Plan plan = sample();
        CHECK(field_text(plan, "/name") == "Resource planning for hybrid deployment");
        CHECK(field_text(plan, "/prices/snapshot") == "2026-11-23");
        CHECK(field_text(plan, "/prices/used/aws~1us-east-1~1c6i.2xlarge") == "0.34");
        CHECK(field_text(plan, kEnvironment + "/budget") == "400");
        CHECK(field_text(plan, kEnvironment + "/min_headroom/cpu") == "20%");
        CHECK(field_text(plan, kEnvironment + "/network/egress") == "500GB/month");
        CHECK(field_text(plan, kEnvironment + "/servers/app/memory") == "16GiB");
        CHECK(field_text(plan, kEnvironment + "/servers/db/cost") == "85/month");
        CHECK(field_text(plan, kEnvironment + "/services/wsgi/memory") == "1.5GiB");
        CHECK(field_text(plan, kEnvironment + "/services/wsgi/load/arrivals") == "40/s");
        CHECK(field_text(plan, kEnvironment + "/services/wsgi/calls/postgres") == "6");
        CHECK(field_text(plan, kEnvironment + "/services/wsgi/scale_out/max") == "8");
        CHECK(field_text(plan, kEnvironment + "/managed/rds/for") == "postgres");
    }

    TEST_CASE("a setting with its default, a collection and an unknown place read as nothing") {
        const Plan plan = sample();
        for (const std::string pointer :
             {"", "/", "/note", "/none", "/environments", "/environments/none/budget",
              "/environments/production-distributed", "/environments/production-distributed/hours",
              "/environments/production-distributed/servers",
              "/environments/production-distributed/servers/app",
              "/environments/production-distributed/servers/none/cpu",
              "/environments/production-distributed/services/wsgi/load",
              "/environments/production-distributed/services/wsgi/none",
              "/environments/production-distributed/services/wsgi/calls/none",
              "/environments/production-distributed/services/wsgi/cpu/x", "name", "no pointer"}) {
            CHECK_MESSAGE(field_text(plan, pointer).empty(), pointer);
        }
    }

    TEST_CASE("a changed setting is the only difference") {
        Plan expected = sample();
        expected.environments[0].servers[0].cpu = MilliCpu::millis(1'500);
        CHECK(changed(sample(), kEnvironment + "/servers/app/cpu", "1500m") == expected);
        expected.environments[0].services[1].replicas = 3;
        expected.environments[0].services[1].kind = ServiceKind::celery;
        const Plan replicas = changed(changed(sample(), kEnvironment + "/servers/app/cpu", "1.5"),
                                      kEnvironment + "/services/wsgi/replicas", "3");
        CHECK(changed(replicas, kEnvironment + "/services/wsgi/kind", "celery") == expected);
    }

    TEST_CASE("settings of the plan, an environment and a managed service") {
        CHECK(changed(sample(), "/name", "Other").name == "Other");
        CHECK(changed(sample(), "/note", "two\nlines").note == "two\nlines");
        CHECK(changed(sample(), "/prices/snapshot", "x").prices.snapshot == "x");
        const Plan plan = changed(sample(), kEnvironment + "/title", "T");
        CHECK(plan.environments[0].title == "T");
        CHECK(plan.environments[0].servers == sample().environments[0].servers);
        CHECK(plan.environments[0].services == sample().environments[0].services);
        CHECK(changed(sample(), kEnvironment + "/managed/rds/count", "2").environments[0].managed[0].count ==
              2);
    }

    TEST_CASE("nested settings") {
        Plan plan = changed(sample(), kEnvironment + "/min_headroom/cpu", "500m");
        CHECK(plan.environments[0].min_headroom.cpu == HeadroomFloor<MilliCpu>(MilliCpu::millis(500)));
        CHECK(plan.environments[0].min_headroom.memory == HeadroomFloor<Bytes>(Percent::whole(15)));
        plan = changed(plan, kEnvironment + "/services/wsgi/load/arrivals", "80/s");
        CHECK(plan.environments[0].services[1].load.arrivals == Rate{{80, 0}, Duration::seconds(1)});
        CHECK(plan.environments[0].services[1].load.cpu_time == Duration::millis(50));
        plan = changed(plan, kEnvironment + "/services/wsgi/scale_out/cooldown", "10m");
        REQUIRE(plan.environments[0].services[1].scale_out.has_value());
        if (!plan.environments[0].services[1].scale_out) return;
        CHECK(plan.environments[0].services[1].scale_out->cooldown == Duration::minutes(10));
        CHECK(plan.environments[0].services[1].scale_out->conditions.size() == 3);
    }

    TEST_CASE("the first setting of a nested object makes the object") {
        Plan plan = changed(sample(), kEnvironment + "/reserved/cpu", "250m");
        CHECK(plan.environments[0].reserved == Reserve{ReserveRule::own, {MilliCpu::millis(250), {}}});
        plan = changed(plan, kEnvironment + "/reserved/memory", "512MiB");
        CHECK(plan.environments[0].reserved ==
              Reserve{ReserveRule::own, {MilliCpu::millis(250), Bytes::mib(512)}});
        plan = changed(plan, kEnvironment + "/reserved", "host");
        CHECK(plan.environments[0].reserved == Reserve{ReserveRule::host, {}});
        plan = changed(plan, kEnvironment + "/servers/db/reserved/cpu", "1");
        CHECK(plan.environments[0].servers[1].reserved ==
              Reserve{ReserveRule::own, {MilliCpu::cores(1), {}}});
    }

    TEST_CASE("calls keep their order when one is changed, and a new one comes last") {
        Plan plan = changed(sample(), kEnvironment + "/services/wsgi/calls/nginx", "0.5");
        plan = changed(plan, kEnvironment + "/services/wsgi/calls/postgres", "7");
        CHECK(plan.environments[0].services[1].calls ==
              std::vector{Call{"postgres", Decimal{7, 0}}, Call{"nginx", Decimal{5, 1}}});
    }

    TEST_CASE("empty text takes a setting away") {
        const Plan plan = sample();
        CHECK_FALSE(changed(plan, kEnvironment + "/budget", "").environments[0].budget.has_value());
        CHECK(changed(plan, "/name", "").name.empty());
        CHECK(changed(plan, kEnvironment + "/services/wsgi/calls/postgres", "")
                  .environments[0]
                  .services[1]
                  .calls.empty());
        CHECK_FALSE(changed(plan, kEnvironment + "/min_headroom/cpu", "")
                        .environments[0]
                        .min_headroom.cpu.has_value());
        CHECK(changed(plan, kEnvironment + "/services/wsgi/replicas", "")
                  .environments[0]
                  .services[1]
                  .replicas == 1);
        CHECK_FALSE(
            changed(plan, kEnvironment + "/network/egress", "").environments[0].network.egress.has_value());
        CHECK_FALSE(
            changed(plan, kEnvironment + "/servers/db/cost", "").environments[0].servers[1].cost.has_value());
        CHECK_FALSE(changed(plan, kEnvironment + "/services/wsgi/scale_out", "")
                        .environments[0]
                        .services[1]
                        .scale_out.has_value());
    }

    TEST_CASE("empty text for what is not there changes nothing") {
        const Plan host = changed(sample(), kEnvironment + "/reserved", "host");
        CHECK(changed(host, kEnvironment + "/reserved/cpu", "") == host);
        CHECK(changed(host, kEnvironment + "/servers/app/reserved/cpu", "") == host);
        CHECK(changed(host, kEnvironment + "/services/nginx/load/arrivals", "") == host);
        CHECK(changed(host, "/name/x", "") == host);
    }

    TEST_CASE("a required setting cannot be taken away") {
        const Plan other = changed(sample(), kEnvironment + "/services/wsgi/kind", "other");
        const Error error = error_of(with_field(other, kEnvironment + "/services/wsgi/cpu", ""));
        CHECK(error.code == ErrorCode::missing);
        CHECK(error.where == kEnvironment + "/services/wsgi/cpu");
        // A rule without conditions is none: the whole rule has to go.
        CHECK(error_of(with_field(sample(), kEnvironment + "/services/wsgi/scale_out/any", "")).code ==
              ErrorCode::missing);
    }

    TEST_CASE("what a file may not say is refused in the same words") {
        struct Case {
            std::string pointer;
            std::string text;
            ErrorCode code;
        };
        for (const Case& c : {Case{"/servers/app/cpu", "x", ErrorCode::type},
                              Case{"/servers/app/cpu", "-1", ErrorCode::out_of_range},
                              Case{"/servers/app/memory", "4", ErrorCode::unit},
                              Case{"/servers/app/count", "0", ErrorCode::out_of_range},
                              Case{"/services/wsgi/kind", "wsgl", ErrorCode::unknown_value},
                              Case{"/services/wsgi/server", "apps", ErrorCode::dangling_name},
                              Case{"/services/wsgi/calls/none", "1", ErrorCode::dangling_name},
                              Case{"/managed/rds/for", "none", ErrorCode::dangling_name},
                              Case{"/hours", "800", ErrorCode::out_of_range},
                              Case{"/services/wsgi/load/arrivals", "40", ErrorCode::type},
                              Case{"/min_headroom/cpu", "101%", ErrorCode::out_of_range},
                              Case{"/services/wsgi/replicas", "200000", ErrorCode::out_of_range}}) {
            const auto result = with_field(sample(), kEnvironment + c.pointer, c.text);
            CHECK_MESSAGE(error_of(result).code == c.code, c.pointer << ": " << refusal_of(result));
            const bool total = c.text == "200000";  // together with the other services it passes the limit
            CHECK_MESSAGE(error_of(result).where == (total ? "/environments" : kEnvironment + c.pointer),
                          c.pointer);
        }
    }

    TEST_CASE("a place that the format does not have is refused") {
        for (const std::string pointer : {"/none", "/stowage", "/environments/production-distributed/none",
                                          "/environments/production-distributed/servers/app/none",
                                          "/environments/production-distributed/services/wsgi/load/none"}) {
            CHECK_MESSAGE(error_of(with_field(sample(), pointer, "1")).code == ErrorCode::unknown_key,
                          pointer);
        }
        for (const std::string pointer :
             {"", "name", "/environments", "/environments/none", "/environments/none/title",
              "/environments/production-distributed", "/environments/production-distributed/servers",
              "/environments/production-distributed/servers/app",
              "/environments/production-distributed/servers/none/cpu"}) {
            const Error error = error_of(with_field(sample(), pointer, "1"));
            CHECK_MESSAGE(error.code == ErrorCode::unknown_key, pointer);
            CHECK_MESSAGE(error.where == pointer, pointer);
        }
        CHECK(error_of(with_field(sample(), "/name/x", "1")).code == ErrorCode::type);
        CHECK(error_of(with_field(sample(), kEnvironment + "/services/wsgi/load", "1")).code ==
              ErrorCode::type);
    }

    TEST_CASE("text that no file could hold is refused") {
        for (const std::string text : {"\xFF", "\xC3", "\xC0\xAF", "\xE0\x80\x80", "\xED\xA0\x80",
                                       "\xF0\x80\x80\x80", "\xF4\x90\x80\x80", "\x80", "a\xE2\x82"}) {
            CHECK(error_of(with_field(sample(), "/name", text)).code == ErrorCode::syntax);
        }
        for (const std::string text : {"\xC3\xA9", "\xE2\x82\xAC", "\xED\x9F\xBF", "\xEE\x80\x80",
                                       "\xF0\x9F\x8F\x97", "\xF4\x8F\xBF\xBF"}) {
            CHECK(changed(sample(), "/name", text).name == text);
        }
        CHECK(error_of(with_field(sample(), "/name", std::string(201, 'x'))).code == ErrorCode::out_of_range);
    }

    TEST_CASE("every setting has a sentence of help") {
        CHECK(field_help("/name") == "What the plan is called.");
        for (const std::string pointer :
             {"/prices", "/environments/any/budget", "/environments/any/servers/any/cpu",
              "/environments/any/services/any/cpu", "/environments/any/managed/any/for",
              "/environments/any/servers"}) {
            CHECK_MESSAGE(field_help(pointer).ends_with("."), pointer);
        }
        CHECK(field_help("/environments/any/servers/any/cpu") !=
              field_help("/environments/any/services/any/cpu"));
        for (const std::string pointer : {"", "/none", "/environments/any", "/environments/any/none",
                                          "/environments/any/servers/any/none", "name"}) {
            CHECK_MESSAGE(field_help(pointer).empty(), pointer);
        }
    }

    TEST_CASE("every setting has its sentence, the same as its field") {
        const auto helps = setting_helps();
        for (const SettingHelp& setting : helps)
            CHECK_MESSAGE(setting.help.ends_with("."), setting.of << " " << setting.key);
        const auto help_of = [&](std::string_view of, std::string_view key) {
            for (const SettingHelp& setting : helps) {
                if (setting.of == of && setting.key == key) return setting.help;
            }
            return std::string_view();
        };
        CHECK(help_of("plan", "name") == "What the plan is called.");
        CHECK(help_of("service", "cpu") == field_help("/environments/any/services/any/cpu"));
        CHECK(help_of("load", "arrivals") == field_help("/environments/any/services/any/load/arrivals"));
    }

    TEST_CASE("writing back what was read changes nothing") {
        const Plan plan = sample();
        for (const std::string pointer : {"/name", "/environments/production-distributed/budget",
                                          "/environments/production-distributed/min_headroom/memory",
                                          "/environments/production-distributed/servers/db/cost",
                                          "/environments/production-distributed/services/wsgi/load/growth",
                                          "/environments/production-distributed/services/wsgi/calls/postgres",
                                          "/environments/production-distributed/managed/rds/max_cost"}) {
            const std::string text = field_text(plan, pointer);
            CHECK_MESSAGE(!text.empty(), pointer);
            CHECK_MESSAGE(changed(plan, pointer, text) == plan, pointer);
        }
    }
}
