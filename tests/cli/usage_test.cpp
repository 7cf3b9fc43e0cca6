// SPDX-License-Identifier: MIT
//
// What the command line says to somebody who mistyped.
#include <stdexcept>
#include <streambuf>

#include "cli.hpp"
#include "run_cli.hpp"
#include "suggestion.hpp"

using namespace stowage;
using namespace stowage::test;

namespace {

/// A refused command line: exit code 2, nothing on the output, and this on the error output.
void check_refused(const std::vector<std::string>& arguments, std::string_view message) {
    const Outcome outcome = run(arguments);
    CAPTURE(outcome.err);
    CHECK(outcome.code == 2);
    CHECK(outcome.out.empty());
    CHECK(contains(outcome.err, message));
}

/// An output that cannot be written to.
class BrokenOutput : public std::streambuf {
    int_type overflow(int_type) override { throw std::runtime_error("the output broke"); }
};

}  // namespace

TEST_SUITE("usage") {
    TEST_CASE("a mistyped command gets the one that was meant") {
        check_refused({"estmate", "plan.yaml"}, "no command is called \"estmate\"; did you mean estimate?");
        check_refused({"version"}, "did you mean --version?");
        check_refused({"chekc"}, "did you mean check?");
        check_refused({"cat"}, "did you mean catalogue?");
        check_refused({"xyzzy"}, "no command is called \"xyzzy\"\n`stowage help` lists them\n");
        check_refused({""}, "no command is called \"\"");
    }

    TEST_CASE("a plan where a command should stand is recognised") {
        check_refused({"plan.yaml"}, "stowage estimate PLAN");
        check_refused({"template:blank"}, "stowage estimate PLAN");
    }

    TEST_CASE("a mistyped option gets the one that was meant, of the command that it was given to") {
        check_refused({"check", "--fial-on", "warning", "template:blank"},
                      "stowage check: unknown option --fial-on; did you mean --fail-on?\n"
                      "usage: stowage check [OPTIONS] PLAN\n");
        check_refused({"estimate", "--jsn", "template:blank"}, "did you mean --json?");
        check_refused({"report", "--fromat=csv", "template:blank"},
                      "unknown option --fromat; did you mean --format?");
        check_refused({"share", "--json", "template:blank"}, "unknown option --json");
        check_refused({"check", "template:blank", "-x"}, "unknown option -x");
        check_refused({"--verison"}, "unknown option --verison; did you mean --version?");
    }

    TEST_CASE("a mistyped option is told before what it left missing") {
        check_refused({"check", "--jsn"}, "unknown option --jsn");
    }

    TEST_CASE("every command that needs an argument says so when it is missing") {
        for (const char* name : {"check", "estimate", "report", "convert", "share"}) {
            CAPTURE(name);
            check_refused({name}, "stowage " + std::string(name) + ": PLAN is missing (a link needs quotes)");
        }
        check_refused({"open"}, "LINK is missing (a link needs quotes)");
    }

    TEST_CASE("an argument too many is refused by every command") {
        check_refused({"check", "template:blank", "again"}, "stowage check: unexpected argument \"again\"");
        check_refused({"estimate", "template:blank", "again"}, "unexpected argument \"again\"");
        check_refused({"fix", "template:blank", "--code", "unpriced", "again"},
                      "unexpected argument \"again\"");
        check_refused({"fit", "template:blank", "--service", "web", "again"},
                      "unexpected argument \"again\"");
        check_refused({"report", "template:blank", "again"}, "unexpected argument \"again\"");
        check_refused({"convert", "template:blank", "again"}, "unexpected argument \"again\"");
        check_refused({"share", "template:blank", "again"}, "unexpected argument \"again\"");
        check_refused({"open", "#p=0.a.b", "again"}, "unexpected argument \"again\"");
        check_refused({"template", "blank", "again"}, "unexpected argument \"again\"");
        check_refused({"catalogue", "again"}, "unexpected argument \"again\"");
        check_refused({"explain", "unpriced", "again"}, "unexpected argument \"again\"");
        check_refused({"schema", "again"}, "unexpected argument \"again\"");
        check_refused({"help", "check", "again"}, "unexpected argument \"again\"");
    }

    TEST_CASE("an option's word is one of those that the help lists") {
        check_refused({"check", "--fail-on", "info", "template:blank"},
                      "--fail-on: \"info\" is not one of error, warning");
        check_refused({"check", "--fail-on", "eror", "template:blank"}, "did you mean error?");
        check_refused({"report", "--format", "html", "template:blank"},
                      "--format: \"html\" is not one of md, csv, json");
        check_refused({"estimate", "--color", "sometimes", "template:blank"},
                      "--color: \"sometimes\" is not one of auto, always, never");
        check_refused({"check", "template:blank", "--fail-on"}, "stowage check: --fail-on needs a value\n");
    }

    TEST_CASE("the last of several equal options wins") {
        CHECK(run({"check", "--fail-on", "warning", "--fail-on", "error", "template:blank"}).code == 0);
        const Outcome csv = run({"report", "--format", "json", "--format", "csv", "template:blank"});
        CHECK(csv.out.starts_with("environment,kind,name"));
    }

    TEST_CASE("a file may be called like a command") {
        const Outcome outcome = run({"check", "estimate"});
        CHECK(outcome.code == 2);
        CHECK(outcome.err == "estimate: cannot be read: No such file or directory\n");
    }

    TEST_CASE("what breaks inside is an internal error, not a crash") {
        BrokenOutput broken;
        std::istringstream in;
        std::ostream out(&broken);
        out.exceptions(std::ios::badbit);
        std::ostringstream err;
        CHECK(cli::run_cli({"--version"}, {in, out, err}) == 3);
        CHECK(err.str() == "stowage: internal error: the output broke\n");
    }
}

TEST_SUITE("suggestion") {
    TEST_CASE("a slip of the hand is near, another word is not") {
        const std::vector<std::string> known{"check", "estimate", "report"};
        CHECK(cli::nearest_word("chek", known) == "check");
        CHECK(cli::nearest_word("cehck", known) == "check");
        CHECK(cli::nearest_word("estimates", known) == "estimate");
        CHECK(cli::nearest_word("re", known) == "report");
        CHECK(cli::nearest_word("r", known).empty());
        CHECK(cli::nearest_word("deploy", known).empty());
        CHECK(cli::nearest_word("", known).empty());
        CHECK(cli::nearest_word(std::string(100'000, 'e'), known).empty());
    }
}
