// SPDX-License-Identifier: MIT
//
// The commands that need no plan: template, explain, schema.
#include "cli.hpp"
#include "stowage/finding.hpp"

using namespace stowage;
using namespace stowage::test;

namespace {

void check_refused(const std::vector<std::string>& arguments, std::string_view message) {
    const Outcome outcome = run(arguments);
    CHECK(outcome.code == 2);
    CHECK(outcome.out.empty());
    CHECK(outcome.err == message);
}

}  // namespace

TEST_SUITE("template") {
    TEST_CASE("without a name lists all of them, the first to begin with first") {
        CHECK(run({"template"}).out.starts_with("hybrid-django  "));
        const Json list = json_of(run({"template", "--json"}));
        CHECK(list.at("templates")[0].at("name") == "hybrid-django");
        CHECK(list.at("templates")[1].at("name") == "blank");
    }

    TEST_CASE("with a name prints its plan, which estimate takes") {
        const Json list = json_of(run({"template", "--json"}));
        for (const Json& known : list.at("templates")) {
            const std::string name = known.at("name");
            CAPTURE(name);
            const Outcome outcome = run({"template", name});
            CHECK(outcome.code == 0);
            CHECK(run({"estimate", "-"}, {outcome.out}).code == 0);
            CHECK(json_of(run({"template", "--json", name})) ==
                  json_of(run({"convert", "--json", "-"}, {outcome.out})));
        }
    }

    TEST_CASE("an unknown name gets the one that was meant") {
        check_refused({"template", "hybrid-djago"},
                      "stowage template: no template is called hybrid-djago; did you mean hybrid-django?\n"
                      "`stowage template` lists them\n");
    }
}

TEST_SUITE("explain") {
    TEST_CASE("every code has its rule, remedy and source, in lines of 80") {
        for (const FindingRule& rule : finding_rules()) {
            CAPTURE(rule.name);
            const Outcome outcome = run({"explain", std::string(rule.name)});
            CHECK(outcome.code == 0);
            CHECK(
                outcome.out.starts_with(std::string(rule.name) + " (" + std::string(name_of(rule.severity))));
            CHECK(contains(outcome.out, "\nWhat to do: "));
            CHECK(contains(outcome.out, "\nSource: "));
            for (const std::string& line : lines_of(outcome.out)) CHECK_MESSAGE(line.size() <= 80, line);
        }
    }

    TEST_CASE("without a code lists all of them, one a line") {
        const Outcome outcome = run({"explain"});
        CHECK(lines_of(outcome.out).size() == finding_rules().size());
        CHECK(contains(outcome.out,
                       "\npaid_twice                     warning  A managed service is paid twice\n"));
    }

    TEST_CASE("as JSON a rule has code, severity, title, meaning, remedy and source") {
        const Json rule = json_of(run({"explain", "--json", "no_headroom"}));
        CHECK(rule.at("code") == "no_headroom");
        CHECK(rule.at("severity") == "warning");
        for (const char* key : {"title", "meaning", "remedy", "source"}) CHECK_FALSE(rule.at(key).empty());
        CHECK(json_of(run({"explain", "--json"})).at("findings").size() == finding_rules().size());
    }

    TEST_CASE("all of them make a Markdown document") {
        const Outcome outcome = run({"explain", "--all"});
        CHECK(outcome.out.starts_with("# Findings\n"));
        CHECK(contains(outcome.out, "\n## server_overcommitted\n"));
    }

    TEST_CASE("an unknown code gets the one that was meant") {
        check_refused({"explain", "server_overcomitted"},
                      "stowage explain: no finding has the code server_overcomitted; did you mean "
                      "server_overcommitted?\n`stowage explain` lists them\n");
    }
}

TEST_SUITE("schema") {
    TEST_CASE("is a JSON schema that requires the format number and knows no other keys") {
        const Json schema = json_of(run({"schema"}));
        CHECK(schema.at("$schema") == "https://json-schema.org/draft/2020-12/schema");
        CHECK(schema.at("required") == Json::array({"stowage"}));
        CHECK(schema.at("additionalProperties") == false);
        CHECK(schema.at("properties").contains("environments"));
    }
}
