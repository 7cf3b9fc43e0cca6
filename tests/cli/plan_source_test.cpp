// SPDX-License-Identifier: MIT
//
// What PLAN may be: a file, the standard input, a link, a template.
#include "cli.hpp"

using namespace stowage;
using namespace stowage::test;

namespace {

constexpr const char* kTemplate = "template:hybrid-django";

/// The plan that PLAN names, as YAML.
std::string plan_from(const std::string& source, const std::string& input = {}) {
    const Outcome outcome = run({"convert", source}, {input});
    CHECK_MESSAGE(outcome.code == 0, outcome.err);
    return outcome.out;
}

std::string link_of(const std::string& source) { return lines_of(run({"share", source}).out).front(); }

void check_unreadable(const std::string& source, std::string_view message, const std::string& input = {}) {
    const Outcome outcome = run({"estimate", source}, {input});
    CHECK(outcome.code == 2);
    CHECK(outcome.out.empty());
    CHECK(outcome.err == message);
}

}  // namespace

TEST_SUITE("plan source") {
    TEST_CASE("a file, the standard input and a template give the same plan") {
        const std::string text = run({"template", "hybrid-django"}).out;
        const TemporaryFile file("plan.yaml", text);
        CHECK(contains(text, "name: Resource planning for hybrid deployment"));
        CHECK(plan_from(file.path()) == plan_from(kTemplate));
        CHECK(plan_from("-", text) == plan_from(kTemplate));
    }

    TEST_CASE("a link is a plan: alone, behind an address, in a file and on the standard input") {
        const std::string link = link_of("template:blank");
        const std::string plan = plan_from(link);
        CHECK(contains(plan, "environments:"));
        CHECK(plan_from("https://example.org/stowage/" + link) == plan);
        CHECK(plan_from("-", link + "\n") == plan);
        const TemporaryFile file("link.txt", "https://example.org/" + link + "\r\n");
        CHECK(plan_from(file.path()) == plan);
    }

    TEST_CASE("a plan may be JSON, begin with a byte order mark and end its lines as Windows does") {
        const std::string plan = plan_from("-", kSmallPlan);
        CHECK(plan_from("-", run({"convert", "--json", "-"}, {kSmallPlan}).out) == plan);
        CHECK(plan_from("-", std::string("\xEF\xBB\xBF") + kSmallPlan) == plan);
        std::string windows;
        for (const std::string& line : lines_of(kSmallPlan)) windows += line + "\r\n";
        CHECK(plan_from("-", windows) == plan);
    }

    TEST_CASE("what cannot be read says why") {
        check_unreadable("no/such.yaml", "no/such.yaml: cannot be read: No such file or directory\n");
        check_unreadable(STOWAGE_TEST_FOLDER,
                         std::string(STOWAGE_TEST_FOLDER) + ": cannot be read: Is a directory\n");
        check_unreadable("-",
                         "<stdin>: this is no plan: expected a map of settings\n    accepted: stowage: 0\n");
    }

    TEST_CASE("the name of a template without its prefix is recognised") {
        check_unreadable("hybrid-django",
                         "hybrid-django: cannot be read: No such file or directory; did you mean "
                         "template:hybrid-django?\n");
        check_unreadable("template:hybrid-djnago",
                         "template:hybrid-djnago: no such template; did you mean template:hybrid-django? "
                         "(`stowage template` lists them)\n");
        check_unreadable("template:", "template:: no such template (`stowage template` lists them)\n");
    }

    TEST_CASE("an error names file, line, column, pointer and what is accepted") {
        const TemporaryFile file(
            "bad.yaml", "stowage: 0\nenvironments:\n  live:\n    servers:\n      app: {memory: 16}\n");
        check_unreadable(
            file.path(),
            file.path() +
                ":5:21: /environments/live/servers/app/memory: \"16\" has no unit\n"
                "    accepted: a number with a unit: 512MiB, 1.5GiB (powers of 2) or 500MB, 16GB "
                "(powers of 10)\n");
    }

    TEST_CASE("an error in a link has no line: nobody sees the text of a link") {
        const std::string link = link_of("template:blank");
        check_unreadable(
            link.substr(0, link.size() - 3),
            "link: the link is cut: its end is missing\n"
            "    accepted: the whole link; some chat programs shorten long ones, a file does not "
            "get lost\n");
    }

    TEST_CASE("a key of a megabyte is not printed whole") {
        const Outcome outcome = run({"check", "-"}, {"stowage: 0\n? " + std::string(1'000'000, 'x') + "\n"});
        CHECK(outcome.code == 2);
        CHECK(contains(outcome.err, "xxx...: unknown key \"xxx"));
        CHECK(outcome.err.size() < 600);
    }

    TEST_CASE("what a plan says reaches no terminal as a control sequence") {
        const Outcome outcome =
            run({"estimate", "-"},
                {std::string("stowage: 0\nenvironments:\n  a: {title: \"") + "\\e[2Jgone\"}\n"});
        CHECK(outcome.code == 0);
        CHECK(contains(outcome.out, "?[2Jgone"));
        CHECK_FALSE(contains(outcome.out, "\x1b"));
    }
}
