// SPDX-License-Identifier: MIT
//
// convert, share and open: a plan travels and stays the same.
#include "cli.hpp"
#include "test_files.hpp"

using namespace stowage;
using namespace stowage::test;

namespace {

std::string sample_plan() { return read_file("tests/data/plans/design-sample.yaml"); }

std::string yaml_of(const std::string& text) { return run({"convert", "-"}, {text}).out; }

std::string link_of(const std::string& text) {
    const Outcome outcome = run({"share", "-"}, {text});
    CHECK(outcome.code == 0);
    return lines_of(outcome.out).front();
}

/// A plan whose link has far more than 4,000 characters: notes that do not compress.
std::string long_plan() {
    std::string text = "stowage: 0\nenvironments:\n";
    std::uint32_t state = 1;
    for (int i = 0; i < 40; ++i) {
        text += "  e" + std::to_string(i) + ": {note: ";
        for (int j = 0; j < 200; ++j) {
            state = state * 1'664'525u + 1'013'904'223u;  // Numerical Recipes' generator
            text += static_cast<char>('a' + (state >> 24) % 26);
        }
        text += "}\n";
    }
    return text;
}

}  // namespace

TEST_SUITE("convert") {
    TEST_CASE("drops comments and alignment and keeps the plan") {
        const std::string canonical = yaml_of(sample_plan());
        CHECK(contains(sample_plan(), "# per month"));
        CHECK_FALSE(contains(canonical, "#"));
        CHECK(contains(canonical, "      db: {cpu: 4, memory: 8GiB, cost: 85/month}\n"));
        CHECK(yaml_of(canonical) == canonical);
    }

    TEST_CASE("writes JSON that it reads again") {
        const Outcome json = run({"convert", "--json", "-"}, {sample_plan()});
        CHECK(json_of(json).at("stowage") == 0);
        CHECK(yaml_of(json.out) == yaml_of(sample_plan()));
    }
}

TEST_SUITE("share and open") {
    TEST_CASE("a link opens as the plan that it was made of, with the prices that it was made with") {
        const std::string opened = run({"open", link_of(kSmallPlan)}).out;
        CHECK(opened == yaml_of(kSmallPlan));  // its own cost is no price of the catalogue
        const std::string sample = run({"open", link_of(sample_plan())}).out;
        CHECK(contains(sample, "aws/us-east-1/c6i.2xlarge: 0.34"));
        CHECK(contains(sample, "aws/us-east-1/db.t3.medium: 0.072"));
        const auto estimate = [](const std::string& text) { return run({"estimate", "-"}, {text}).out; };
        CHECK(estimate(sample) == estimate(sample_plan()));
    }

    TEST_CASE("the link of a link is the link") {
        const std::string link = link_of(sample_plan());
        CHECK(link.starts_with("#p=0."));
        CHECK(link_of(link) == link);
    }

    TEST_CASE("open reads a link from the standard input, and prints JSON when asked for") {
        const std::string link = link_of(kSmallPlan);
        CHECK(run({"open", "-"}, {link + "\n"}).out == yaml_of(kSmallPlan));
        CHECK(json_of(run({"open", "--json", link})).at("name") == "Small");
    }

    TEST_CASE("with the address of the page the link is one to click on") {
        const Outcome outcome = run({"share", "--base", "https://example.org/stowage/", "-"}, {kSmallPlan});
        CHECK(outcome.out == "https://example.org/stowage/" + link_of(kSmallPlan) + "\n");
        CHECK(run({"open", lines_of(outcome.out).front()}).out == yaml_of(kSmallPlan));
        const Outcome refused = run({"share", "--base", "https://example.org/#top", "-"}, {kSmallPlan});
        CHECK(refused.code == 2);
        CHECK(refused.out.empty());
        CHECK(contains(refused.err, "--base takes the address of the page without #"));
    }

    TEST_CASE("a link that chat programs would cut comes with a warning") {
        const Outcome outcome = run({"share", "-"}, {long_plan()});
        CHECK(outcome.code == 0);
        CHECK(outcome.out.size() > 4'000);
        CHECK(contains(outcome.err, "chat programs cut links above 4000, so send the plan as a file"));
        CHECK(run({"share", "-"}, {kSmallPlan}).err.empty());
    }

    TEST_CASE("the template's link fits a chat message") {
        CHECK(run({"share", "template:hybrid-django"}).out.size() < 1'800);  // the budget of the design
    }

    TEST_CASE("what is no link, was cut or was changed is refused and no plan is printed") {
        const std::string link = link_of(kSmallPlan);
        const auto refusal = [](const std::string& text) {
            const Outcome outcome = run({"open", text});
            CHECK(outcome.code == 2);
            CHECK(outcome.out.empty());
            return outcome.err;
        };
        CHECK(contains(refusal("https://example.org/"), "this is no link to a plan"));
        CHECK(contains(refusal(link.substr(0, link.size() / 2)), "the link is cut: its end is missing"));
        std::string changed = link;
        changed[10] = changed[10] == 'A' ? 'B' : 'A';
        CHECK(contains(refusal(changed), "the link is damaged: its checksum does not match"));
        CHECK(contains(refusal("#p=1" + link.substr(4)), "made by a newer Stowage"));
    }
}
