// SPDX-License-Identifier: MIT
#include <algorithm>

#include "cli.hpp"
#include "stowage/version.hpp"

using namespace stowage;
using namespace stowage::test;

namespace {

constexpr const char* kCommands[] = {"check",  "estimate", "cost",   "diff", "fit",      "fix",
                                     "report", "convert",  "share",  "open", "template", "catalogue",
                                     "queue",  "explain",  "schema", "help"};

bool has_line_over(const std::string& text, std::size_t width) {
    const auto lines = lines_of(text);
    return std::any_of(lines.begin(), lines.end(),
                       [width](const std::string& line) { return line.size() > width; });
}

}  // namespace

TEST_SUITE("help") {
    TEST_CASE("the program alone, help, --help and -h print the same, on the output") {
        const Outcome help = run({"help"});
        CHECK(help.code == 0);
        CHECK(help.err.empty());
        for (const auto& arguments : {std::vector<std::string>{}, {"--help"}, {"-h"}}) {
            const Outcome other = run(arguments);
            CHECK(other.code == 0);
            CHECK(other.out == help.out);
            CHECK(other.err.empty());
        }
    }

    TEST_CASE("it names every command, what PLAN may be, and every exit code") {
        const std::string help = run({"help"}).out;
        for (const char* command : kCommands) {
            CHECK_MESSAGE(contains(help, "\n  " + std::string(command) + " "), command);
        }
        CHECK(contains(help, "PLAN is a file, - for the standard input, a link"));
        CHECK(contains(help, "template:NAME"));
        for (const char* code : {"\n  0  ", "\n  1  ", "\n  2  ", "\n  3  "}) CHECK(contains(help, code));
    }

    TEST_CASE("every command has a help of its own, in two spellings") {
        for (const char* command : kCommands) {
            CAPTURE(command);
            const Outcome help = run({"help", command});
            CHECK(help.code == 0);
            CHECK(help.err.empty());
            CHECK(contains(help.out, "\nusage: stowage " + std::string(command) + " [OPTIONS]"));
            CHECK(contains(help.out, "--help"));
            const Outcome option = run({command, "--help"});
            CHECK(option.code == 0);
            CHECK(option.out == help.out);
        }
    }

    TEST_CASE("it tells the options of a command with their words and defaults") {
        const std::string help = run({"help", "check"}).out;
        CHECK(contains(help, "--fail-on SEVERITY"));
        CHECK(contains(help, "error (default) or warning: the severity"));
        CHECK(contains(help, "--json"));
        CHECK(contains(help, "--color WHEN"));
        CHECK(contains(run({"help", "report"}).out, "md: tables to read (default); csv: rows"));
        CHECK(contains(run({"help", "catalogue"}).out,
                       "Without an option but --provider it counts the prices of each region"));
    }

    TEST_CASE("it fits a terminal: no line is longer than 80 characters or ends in a space") {
        std::string all = run({"help"}).out;
        for (const char* command : kCommands) all += run({"help", command}).out;
        CHECK_FALSE(has_line_over(all, 80));
        CHECK_FALSE(contains(all, " \n"));
    }

    TEST_CASE("about an unknown command it says which was meant") {
        const Outcome outcome = run({"help", "estmate"});
        CHECK(outcome.code == 2);
        CHECK(outcome.out.empty());
        CHECK(contains(outcome.err, "did you mean estimate?"));
    }

    TEST_CASE("the version is that of the build, with the plan format and the date of the prices") {
        const Outcome outcome = run({"--version"});
        CHECK(outcome.code == 0);
        CHECK(outcome.err.empty());
        CHECK(outcome.out ==
              "stowage " + std::string(version()) + " (plan format 0, prices of 2026-11-23)\n");
    }
}
