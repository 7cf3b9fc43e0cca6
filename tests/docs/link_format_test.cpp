// SPDX-License-Identifier: MIT
//
// docs/link-format.md against the code. link_format_test.py reads its example with other code than ours.
#include <string>

#include "fixtures.hpp"
#include "markdown.hpp"
#include "stowage/text/link.hpp"
#include "test_files.hpp"
#include "text/link_dictionary.hpp"

using namespace stowage;
using namespace stowage::test;

namespace {

/// The link that stands alone in a block.
std::string example_link(const std::string& document) {
    for (const std::string& block : code_blocks(document, "")) {
        if (block.starts_with("#p=")) return block.substr(0, block.find('\n'));
    }
    FAIL("no example");
    return {};
}

}  // namespace

TEST_SUITE("docs/link-format.md") {
    TEST_CASE("its example is the link of the plan that it shows") {
        const std::string document = read_file("docs/link-format.md");
        const auto plans = code_blocks(document, "json");
        REQUIRE(plans.size() == 1);
        const Plan plan = plan_of(plans.front());
        CHECK(encode_link(plan) == example_link(document));
        CHECK(write_plan_compact_json(plan) + "\n" == plans.front());
        const auto decoded = decode_link("https://example.org/stowage/" + example_link(document));
        REQUIRE(decoded.has_value());
        CHECK(*decoded == plan);
    }

    TEST_CASE("its refused links are refused with the code and the words that it gives") {
        const auto rows = table_under(read_file("docs/link-format.md"), "What is refused");
        for (const Row& row : rows) {
            REQUIRE(row.size() == 3);
            const auto decoded = decode_link(code_in(row[2]).at(0));
            REQUIRE_MESSAGE(!decoded.has_value(), row[2]);
            CHECK(name_of(decoded.error().front().code) == code_in(row[0]).at(0));
            CHECK(decoded.error().front().message == row[1]);
        }
    }

    TEST_CASE("its figures are those of the code") {
        const std::string document = read_file("docs/link-format.md");
        CHECK(kLinkDictionary0.size() == 2'113);
        CHECK(document.find("2,113 bytes") != std::string::npos);
        CHECK(kComfortableLinkLength == 2'000);
        CHECK(kLongestLinkLength == 4'000);
        CHECK(document.find("2,000\ncharacters") != std::string::npos);
        CHECK(document.find("and 4,000") != std::string::npos);
    }
}
