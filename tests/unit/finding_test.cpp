// SPDX-License-Identifier: MIT
#include "stowage/finding.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "stowage/text/estimate_text.hpp"

using namespace stowage;

namespace {

bool is_snake_case(std::string_view name) {
    const bool characters =
        std::all_of(name.begin(), name.end(), [](char c) { return (c >= 'a' && c <= 'z') || c == '_'; });
    return characters && !name.empty() && name.front() != '_' && name.back() != '_' &&
           name.find("__") == std::string_view::npos;
}

}  // namespace

TEST_SUITE("finding rules") {
    TEST_CASE("there is one rule for each code, in the order of the enumeration") {
        for (std::size_t i = 0; i < finding_rules().size(); ++i) {
            CHECK(finding_rules()[i].code == static_cast<FindingCode>(i));
            CHECK(&rule_of(static_cast<FindingCode>(i)) == &finding_rules()[i]);
        }
        CHECK(rule_of(FindingCode::prices_of_another_snapshot).code == finding_rules().back().code);
    }

    TEST_CASE("names are unique and in snake case") {
        std::set<std::string_view> names;
        for (const FindingRule& rule : finding_rules()) {
            CHECK_MESSAGE(is_snake_case(rule.name), std::string(rule.name));
            CHECK_MESSAGE(names.insert(rule.name).second, std::string(rule.name));
            CHECK(name_of(rule.code) == rule.name);
            CHECK(find_rule(rule.name) == &rule);
        }
        CHECK(find_rule("none_such") == nullptr);
        CHECK(find_rule("") == nullptr);
    }

    TEST_CASE("every rule says what it means, what to do and where it is from") {
        for (const FindingRule& rule : finding_rules()) {
            const std::string name(rule.name);
            CHECK_MESSAGE(rule.title.size() > 10, name);
            CHECK_MESSAGE(rule.title.back() != '.', name);
            CHECK_MESSAGE(rule.meaning.ends_with("."), name);
            CHECK_MESSAGE(rule.remedy.ends_with("."), name);
            CHECK_MESSAGE(!rule.source.empty(), name);
            for (const std::string_view text : {rule.title, rule.meaning, rule.remedy, rule.source}) {
                CHECK_MESSAGE(text.find("  ") == std::string_view::npos, name);
            }
        }
    }

    TEST_CASE("a rule that a setting makes an error of says so") {
        CHECK(severity_text(rule_of(FindingCode::paid_twice)) == "warning");
        CHECK(severity_text(rule_of(FindingCode::server_loss_not_survived)) ==
              "info; error where survive.server_loss demands it");
        CHECK(findings_document().find(
                  "** (info; error where survive.zone_loss demands it)\n\nAs server_loss_") !=
              std::string::npos);
    }

    TEST_CASE("severities have words and an order") {
        CHECK(name_of(Severity::info) == "info");
        CHECK(name_of(Severity::warning) == "warning");
        CHECK(name_of(Severity::error) == "error");
        CHECK(Severity::error > Severity::warning);
        CHECK(Severity::warning > Severity::info);
    }

    TEST_CASE("the findings page has a section for each rule") {
        const std::string page = findings_document();
        for (const FindingRule& rule : finding_rules()) {
            const std::string heading = "\n## " + std::string(rule.name) + "\n";
            CHECK_MESSAGE(page.find(heading) != std::string::npos, heading);
            CHECK(page.find(std::string(rule.meaning)) != std::string::npos);
            CHECK(page.find("What to do: " + std::string(rule.remedy)) != std::string::npos);
        }
    }
}
