// SPDX-License-Identifier: MIT
#include <algorithm>

#include "cli.hpp"

using namespace stowage;
using namespace stowage::test;

namespace {

/// Two machines, each of which could do the work of the other.
constexpr const char* kGoodPlan =
    "stowage: 0\n"
    "environments:\n"
    "  live:\n"
    "    servers: {app: {cpu: 4, memory: 8GiB, count: 2, cost: 40/month}}\n"
    "    services: {web: {server: app, cpu: 1, memory: 2GiB}}\n";

/// With a warning and nothing else: both cores of one machine are requested.
constexpr const char* kPlanWithWarning =
    "stowage: 0\n"
    "environments:\n"
    "  live:\n"
    "    servers: {app: {cpu: 2, memory: 2.5GiB, count: 2, cost: 40/month}}\n"
    "    services: {web: {server: app, cpu: 2, memory: 2GiB}}\n";

}  // namespace

TEST_SUITE("check") {
    TEST_CASE("a plan with which nothing is wrong has no findings and exit code 0") {
        for (const char* limit : {"error", "warning"}) {
            const Outcome outcome = run({"check", "--fail-on", limit, "-"}, {kGoodPlan});
            CHECK(outcome.code == 0);
            CHECK(outcome.out.empty());
            CHECK(outcome.err == "no findings\n");
        }
    }

    TEST_CASE("warnings give exit code 1 only when they are asked for") {
        const std::string warning =
            "warning  no_headroom  /environments/live/servers/app: app leaves no CPU to the operating "
            "system: "
            "all 2 cores are requested\n";
        const Outcome tolerant = run({"check", "-"}, {kPlanWithWarning});
        CHECK(tolerant.code == 0);
        CHECK(tolerant.out == warning);
        CHECK(tolerant.err == "1 warning; `stowage explain CODE` tells the rule behind each\n");
        const Outcome strict = run({"check", "--fail-on", "warning", "-"}, {kPlanWithWarning});
        CHECK(strict.code == 1);
        CHECK(strict.out == warning);
    }

    TEST_CASE("an error gives exit code 1, whichever severity was asked for") {
        for (const char* limit : {"error", "warning"}) {
            CHECK(run({"check", "--fail-on", limit, "template:hybrid-django"}).code == 1);
        }
    }

    TEST_CASE("the seed document has three errors and eight warnings, one a line") {
        const Outcome outcome = run({"check", "template:hybrid-django"});
        const auto lines = lines_of(outcome.out);
        CHECK(std::count_if(lines.begin(), lines.end(),
                            [](const std::string& line) { return line.starts_with("error "); }) == 3);
        CHECK(std::count_if(lines.begin(), lines.end(),
                            [](const std::string& line) { return line.starts_with("warning "); }) == 8);
        CHECK(contains(outcome.out,
                       "/environments/production-distributed/servers/app: "
                       "App server needs 9 of 8 cores: over-committed by 1 core\n"));
        CHECK(contains(outcome.out, "t3.large has 2 vCPU, staging needs 4"));
        CHECK(contains(outcome.out, "t3.xlarge sustains 1.6 of its 4 vCPU, production needs 8"));
        CHECK(contains(outcome.err, "3 errors, 8 warnings"));
    }

    TEST_CASE("as JSON a finding has severity, code, place, message and its fixes") {
        const Outcome outcome = run({"check", "--json", "-"}, {kPlanWithWarning});
        CHECK(outcome.code == 0);
        CHECK(outcome.err.empty());
        Json printed = json_of(outcome);
        CHECK(printed.at("findings")[0].at("fixes").is_array());
        printed.at("findings")[0].erase("fixes");
        CHECK(printed == Json::parse(R"({"findings": [{
            "severity": "warning",
            "code": "no_headroom",
            "where": "/environments/live/servers/app",
            "message": "app leaves no CPU to the operating system: all 2 cores are requested"}]})"));
        CHECK(json_of(run({"check", "--json", "-"}, {kGoodPlan})) == Json::parse(R"({"findings": []})"));
        CHECK(run({"check", "--json", "template:hybrid-django"}).code == 1);
    }

    TEST_CASE(
        "as JSON a text that is no plan has its errors on the output, and on the error output for people") {
        const Outcome outcome = run({"check", "--json", "-"}, {"stowage: 0\nnmae: x\n"});
        CHECK(outcome.code == 2);
        CHECK(json_of(outcome) == Json::parse(R"({"errors": [{
            "code": "unknown_key",
            "message": "unknown key \"nmae\"; did you mean name?",
            "accepted": "name, note, exchange, prices, environments",
            "where": "/nmae",
            "line": 2,
            "column": 1}]})"));
        CHECK(contains(outcome.err, "<stdin>:2:1: /nmae: unknown key"));
    }

    TEST_CASE("severities are coloured on a terminal, when asked for, and never otherwise") {
        const auto coloured = [](const std::vector<std::string>& options, bool terminal) {
            std::vector<std::string> arguments{"check", "-"};
            arguments.insert(arguments.end(), options.begin(), options.end());
            return contains(run(arguments, {kPlanWithWarning, terminal}).out, "\x1b[33mwarning\x1b[0m");
        };
        CHECK(coloured({}, true));
        CHECK_FALSE(coloured({}, false));
        CHECK(coloured({"--color", "always"}, false));
        CHECK_FALSE(coloured({"--color", "never"}, true));
    }
}
