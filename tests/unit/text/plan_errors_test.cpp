// SPDX-License-Identifier: MIT
//
// Every way in which a text is no plan, with place and accepted form.
#include <doctest/doctest.h>

#include "expectations.hpp"
#include "stowage/text/plan_text.hpp"

using namespace stowage;
using namespace stowage::test;

namespace {

std::string refusal(const std::string& text) { return refusal_of(read_plan(text)); }

/// A plan with one environment `e` whose settings are `body`, each line of it indented by four.
std::string in_environment(const std::string& body) {
    std::string text = "stowage: 0\nenvironments:\n  e:\n    ";
    for (const char c : body) text += c == '\n' ? std::string("\n    ") : std::string(1, c);
    return text + "\n";
}

}  // namespace

TEST_SUITE("plan errors") {
    TEST_CASE("a text that is no map is no plan") {
        for (const std::string text :
             {"[1, 2]", "- a\n- b\n", "just words", "42", "", "# only a comment\n"}) {
            const Error error = error_of(read_plan(text));
            CHECK(error.code == ErrorCode::type);
            CHECK(error.message == "this is no plan: expected a map of settings");
            CHECK(error.accepted == "stowage: 0");
        }
    }

    TEST_CASE("the format number must be there") {
        CHECK(refusal("name: x\n") ==
              "missing line 1, column 1: /stowage: this is no plan: the format number is missing (accepted: "
              "stowage: 0)\n");
        CHECK(error_of(read_plan("{}")).code == ErrorCode::missing);
    }

    TEST_CASE("the format number must be a whole number") {
        for (const std::string text :
             {"stowage: x", "stowage: -1", "stowage: 0.5", "stowage: [0]", "stowage: {a: b}", "stowage:"}) {
            CHECK(refusal(text + "\n") ==
                  "type line 1, column " + std::string(text == "stowage:" ? "9" : "10") +
                      ": /stowage: the format number must be a whole number (accepted: stowage: 0)\n");
        }
    }

    TEST_CASE("a newer format is named and not guessed at") {
        CHECK(refusal("\nstowage: 7\nunknown: [x]\n") ==
              "version line 2, column 10: /stowage: written in format 7 by a newer Stowage; this one reads 0 "
              "(accepted: stowage: 0)\n");
        CHECK(error_of(read_plan(R"({"stowage": 1})")).code == ErrorCode::version);
    }

    TEST_CASE("a syntax error is passed on with its place") {
        const Error yaml = error_of(read_plan("stowage: 0\nname: [x\n"));
        CHECK(yaml.code == ErrorCode::syntax);
        CHECK(yaml.line == 3);
        const Error json = error_of(read_plan("{\"stowage\": 0,\n \"name\": }"));
        CHECK(json.code == ErrorCode::syntax);
        CHECK(json.line == 2);
        CHECK(json.column == 10);
    }

    TEST_CASE("an unknown key names the nearest one and all that exist") {
        CHECK(
            refusal("stowage: 0\nnmae: x\n") ==
            "unknown_key line 2, column 1: /nmae: unknown key \"nmae\"; did you mean name? (accepted: name, "
            "note, exchange, prices, environments)\n");
        CHECK(refusal(in_environment("servers:\n  s: {cpus: 2, memroy: 4GiB}")) ==
              "unknown_key line 5, column 11: /environments/e/servers/s/cpus: unknown key \"cpus\"; did you "
              "mean cpu? (accepted: title, note, cpu, memory, count, instance, disk, disk_type, pods, zone, "
              "cost, "
              "discount, "
              "reserved, min_headroom)\n"
              "unknown_key line 5, column 20: /environments/e/servers/s/memroy: unknown key \"memroy\"; did "
              "you mean memory? (accepted: title, note, cpu, memory, count, instance, disk, disk_type, pods, "
              "zone, "
              "cost, discount, "
              "reserved, min_headroom)\n");
        CHECK(contains(refusal(in_environment("network: {egres: 1GB/month}")), "did you mean egress?"));
        CHECK(contains(refusal(in_environment("min_headroom: {cup: 1}")), "did you mean cpu?"));
    }

    TEST_CASE("nothing is suggested where nothing is near") {
        CHECK_FALSE(contains(refusal("stowage: 0\nx: y\n"), "did you mean"));
        CHECK_FALSE(contains(refusal("stowage: 0\ncolour: y\n"), "did you mean"));
        CHECK_FALSE(contains(refusal("stowage: 0\n" + std::string(100, 'n') + ": y\n"), "did you mean"));
        CHECK(contains(refusal("stowage: 0\n\"\": y\n"), "unknown key \"\""));
    }

    TEST_CASE("an unknown word names the nearest one and all that exist") {
        CHECK(
            refusal(in_environment("services:\n  x: {kind: postgre, cpu: 1, memory: 1GiB}")) ==
            "unknown_value line 5, column 17: /environments/e/services/x/kind: \"postgre\" is no known kind "
            "of service; did you mean postgres? (accepted: other, nginx, wsgi, asgi, celery, postgres, "
            "redis)\n");
        CHECK(refusal(in_environment("reserved: hots")) ==
              "unknown_value line 4, column 15: /environments/e/reserved: \"hots\" is no known reserve; did "
              "you "
              "mean host? (accepted: none, host, gke, eks, aks, or figures such as {cpu: 250m, memory: "
              "512MiB})\n");
    }

    TEST_CASE("a map or a list where one value is expected") {
        CHECK(refusal(in_environment("title: {a: b}")) ==
              "type line 4, column 12: /environments/e/title: expected one value, found a map\n");
        CHECK(refusal(in_environment("budget: [1]")) ==
              "type line 4, column 13: /environments/e/budget: expected one value, found a list\n");
        CHECK(contains(refusal(in_environment("services:\n  x: {cpu: {}, memory: 1GiB}")), "found a map"));
        CHECK(contains(refusal(in_environment("services:\n  x: {kind: [], cpu: 1, memory: 1GiB}")),
                       "found a list"));
        CHECK(contains(refusal(in_environment("services:\n  x: {spread: [], cpu: 1, memory: 1GiB}")),
                       "found a list"));
        CHECK(contains(refusal(in_environment("services:\n  x: {workers: [], cpu: 1, memory: 1GiB}")),
                       "found a list"));
        CHECK(contains(refusal(in_environment("provider: []")), "found a list"));
        CHECK(contains(refusal(in_environment("reserved: []")), "found a list"));
        CHECK(contains(refusal(in_environment("min_headroom: {cpu: []}")), "found a list"));
    }

    TEST_CASE("one value where a map or a list is expected") {
        CHECK(refusal("stowage: 0\nenvironments: x\n") ==
              "type line 2, column 15: /environments: expected a map by name\n");
        CHECK(refusal("stowage: 0\nenvironments: {e: x}\n") ==
              "type line 2, column 19: /environments/e: expected a map of settings\n");
        CHECK(refusal(in_environment("servers: [a, b]")) ==
              "type line 4, column 14: /environments/e/servers: expected a map by name\n");
        CHECK(
            refusal(in_environment("services:\n  x: {cpu: 1, memory: 1GiB, scale_out: {any: {queue: 5}}}")) ==
            "type line 5, column 50: /environments/e/services/x/scale_out/any: expected a list of "
            "conditions\n");
        CHECK(contains(refusal(in_environment("network: 5GB/month")), "expected a map of settings"));
        CHECK(contains(
            refusal(in_environment(
                "services:\n  x: {cpu: 1, memory: 1GiB, scale_out: {any: \"queue > 5, queue = 6\"}}")),
            "\"queue = 6\" is not a condition"));
        CHECK(contains(refusal(in_environment("min_headroom: 20%")), "expected a map of settings"));
        CHECK(contains(refusal("stowage: 0\nprices: 5\n"), "expected a map of settings"));
    }

    TEST_CASE("nothing where one value is expected") {
        CHECK(refusal(in_environment("services:\n  x: {cpu: 1, memory: 1GiB, calls: {x: }}")) ==
              "type line 5, column 44: /environments/e/services/x/calls/x: expected one value, found none\n");
        CHECK(contains(refusal("stowage: 0\nprices: {used: {a: null}}\n"), "expected one value, found none"));
    }

    TEST_CASE("a service needs CPU and memory") {
        CHECK(refusal(in_environment("services:\n  x: {spread: true}")) ==
              "missing line 5, column 10: /environments/e/services/x/cpu: cpu is missing (accepted: CPU that "
              "one "
              "replica requests, such as 2, 0.5 or 500m; shared reserves none; derived from the settings of "
              "its kind when absent.)\n"
              "missing line 5, column 10: /environments/e/services/x/memory: memory is missing (accepted: "
              "Memory "
              "that one replica requests, such as 512MiB; derived from the settings of its kind when "
              "absent.)\n");
        CHECK(read_plan("stowage: 0\nenvironments:\n  e:\n    services: {x: {kind: redis}}\n"));
        CHECK(contains(refusal(in_environment("services:\n  x:")), "cpu is missing"));
        CHECK(contains(refusal(in_environment("services:\n  x: {cpu: , memory: 1GiB}")), "cpu is missing"));
    }

    TEST_CASE("a rule joins its conditions by any or by all") {
        const std::string head = "services:\n  x: {cpu: 1, memory: 1GiB, scale_out: ";
        for (const std::string rule : {"{}", "{add: 1}", "{any: [queue > 5], all: [queue > 5]}"}) {
            CHECK(refusal(in_environment(head + rule + "}")) ==
                  "missing line 5, column 44: /environments/e/services/x/scale_out: a rule joins its "
                  "conditions "
                  "by any or by all (accepted: one of the keys any and all, with a list of conditions)\n");
        }
        const std::string bad = refusal(in_environment(head + "{all: [queue > 5, queue >> 5]}}"));
        CHECK(contains(bad,
                       "type line 5, column 62: /environments/e/services/x/scale_out/all/1: \"queue >> 5\" "
                       "is not a condition"));
    }

    TEST_CASE("a name has the characters of a host name") {
        for (const std::string& name : std::vector<std::string>{"a b", "\xC3\xA9", "_a", "-a", ".a", "a/b",
                                                                "a:b", std::string(64, 'a'), "\"\""}) {
            const Error error = error_of(read_plan("stowage: 0\nenvironments:\n  " + name + ": {}\n"));
            CHECK(error.code == ErrorCode::type);
            CHECK(contains(error.message, "cannot be a name"));
            CHECK(contains(error.accepted, "1 to 63 letters, digits, dots, hyphens and underscores"));
            CHECK(error.line == 3);
            CHECK(error.column == 3);
        }
        for (const std::string& name :
             std::vector<std::string>{"a", "1", "null", "true", "A-b.c_d", std::string(63, 'a')}) {
            CHECK(read_plan("stowage: 0\nenvironments:\n  " + name + ": {}\n").has_value());
        }
    }

    TEST_CASE("an id of the catalogue has no spaces") {
        CHECK(contains(refusal(in_environment("provider: a b")),
                       "type line 4, column 15: /environments/e/provider: "
                       "\"a b\" cannot be an id of the catalogue"));
        CHECK(contains(refusal(in_environment("region: " + std::string(101, 'r'))), "at most 100"));
        CHECK(contains(refusal("stowage: 0\nprices: {used: {\"a b\": 1}}\n"), "cannot be an id"));
        CHECK(read_plan(in_environment("region: " + std::string(100, 'r'))).has_value());
    }

    TEST_CASE("every error is told, in the order of the text") {
        const auto plan = read_plan(in_environment(
            "hours: 800\nservers:\n  s: {cpu: -1, memory: 4, count: 0}\nservices:\n  x: {cpu: 1, "
            "memory: 1GiB, spread: maybe}"));
        REQUIRE_FALSE(plan.has_value());
        if (plan) return;
        std::string places;
        for (const Error& error : plan.error()) {
            places += std::to_string(error.line) + ":" + std::to_string(error.column) + " " +
                      std::string(name_of(error.code)) + " " + error.where + "\n";
        }
        CHECK(places ==
              "4:12 out_of_range /environments/e/hours\n"
              "6:16 out_of_range /environments/e/servers/s/cpu\n"
              "6:28 unit /environments/e/servers/s/memory\n"
              "6:38 out_of_range /environments/e/servers/s/count\n"
              "8:41 type /environments/e/services/x/spread\n");
    }

    TEST_CASE("a text with thousands of errors tells the first hundred") {
        std::string text = "stowage: 0\n";
        for (int i = 0; i < 1'000; ++i) text += "k" + std::to_string(i) + ": x\n";
        const auto plan = read_plan(text);
        CHECK((!plan && plan.error().size() == 100));
    }
}
