// SPDX-License-Identifier: MIT
//
// Links that chat programs, mail and slips of the hand have changed. The template's link is the example.
#include "stowage/text/link.hpp"

#include <random>

#include "expectations.hpp"
#include "fixtures.hpp"
#include "link_around.hpp"
#include "stowage/limits.hpp"
#include "text/deflate.hpp"

using namespace stowage;
using namespace stowage::test;

namespace {

Error refusal(const std::string& link) { return error_of(decode_link(link)); }

}  // namespace

TEST_SUITE("link") {
    TEST_CASE("the template fits into a chat message and comes back whole") {
        const std::string link = encode_link(seed_plan());
        CHECK(link.starts_with("#p=0."));
        CHECK(link.size() < 1'800);  // the budget of docs/link-format.md
        const auto plan = decode_link(link);
        CHECK((plan && *plan == seed_plan()));
    }

    TEST_CASE("only characters that no program takes for the end of an address") {
        const std::string link = encode_link(seed_plan());
        CHECK(link.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.",
                                     3) == std::string::npos);
    }

    TEST_CASE("an address in front and white space behind do not matter") {
        const std::string link = encode_link(seed_plan());
        for (const std::string& text : {"https://example.org/stowage/" + link, link + "\n", link + " \r\n",
                                        "\n " + link, link.substr(1), "a?b=c" + link}) {
            const auto plan = decode_link(text);
            CHECK_MESSAGE((plan && *plan == seed_plan()), text.substr(0, 40));
            CHECK(is_link(text));
        }
    }

    TEST_CASE("a plan that mentions a link is no link") {
        for (const std::string text :
             {R"({"stowage":0,"note":"see https://x/#p=0.abc"})", R"({"note":"#p=0.abc"})",
              "note: https://x/#p=0.abc", "stowage: 0\nnote: https://x/#p=0.abc\n",
              "{'stowage':0,'note':'https://x/#p=0.abc'}", "#p=0.abc\nstowage: 0\n",
              "look at https://x/#p=0.abc"}) {
            CHECK_FALSE_MESSAGE(is_link(text), text);
        }
        for (const std::string text :
             {"https://x/it's?a={b}#p=0.abc", " \thttps://x/#p=0.abc\r\n", "p=0.abc", "#p=0.cut here"}) {
            CHECK_MESSAGE(is_link(text), text);
        }
    }

    TEST_CASE("a link that lost its tail is refused wherever it was cut") {
        const std::string link = encode_link(seed_plan());
        for (std::size_t length = 0; length < link.size(); ++length) {
            const Error error = refusal(link.substr(0, length));
            const bool is_recognised = length >= std::string_view("#p=").size();
            CHECK_MESSAGE(error.code == (is_recognised ? ErrorCode::damaged : ErrorCode::syntax), length);
            CHECK_MESSAGE(!error.message.empty(), length);
        }
        CHECK(refusal(link.substr(0, 500)).message == "the link is cut: its end is missing");
        CHECK(refusal(link.substr(0, link.size() - 1)).message == "the link is cut: its end is missing");
    }

    TEST_CASE("a link with one flipped bit is refused, whichever it is") {
        const std::string link = encode_link(seed_plan());
        for (std::size_t i = 0; i < link.size(); ++i) {
            for (unsigned bit = 0; bit < 8; ++bit) {
                std::string flipped = link;
                flipped[i] = static_cast<char>(static_cast<unsigned char>(link[i]) ^ (1u << bit));
                const auto plan = decode_link(flipped);
                CHECK_MESSAGE(!plan.has_value(), "bit " << bit << " of character " << i);
                CHECK(!error_of(plan).message.empty());
            }
        }
    }

    TEST_CASE("a character that is lost, doubled or swapped with the next is told") {
        const std::string link = encode_link(seed_plan());
        for (std::size_t i = 3; i + 1 < link.size(); ++i) {
            std::string lost = link;
            lost.erase(i, 1);
            std::string doubled = link;
            doubled.insert(i, 1, link[i]);
            std::string swapped = link;
            std::swap(swapped[i], swapped[i + 1]);
            CHECK_MESSAGE(!decode_link(lost).has_value(), i);
            CHECK_MESSAGE(!decode_link(doubled).has_value(), i);
            CHECK_MESSAGE((swapped == link || !decode_link(swapped).has_value()), i);
        }
    }

    TEST_CASE("a link of a newer format is named as such") {
        std::string link = encode_link(seed_plan());
        link[std::string_view("#p=").size()] = '1';
        CHECK(refusal(link).code == ErrorCode::version);
    }

    TEST_CASE("what is no link says what one looks like") {
        for (const std::string text : {"", "#", "stowage: 0", "https://example.org/", "#q=0.a.b"}) {
            CHECK(refusal(text).code == ErrorCode::syntax);
            CHECK(refusal(text).accepted == "an address that ends in #p=0....");
            CHECK_FALSE(is_link(text));
        }
    }

    TEST_CASE("a good checksum over something else is no plan") {
        CHECK(refusal(link_around("")).code == ErrorCode::damaged);
        CHECK(refusal(link_around("no deflate stream")).code == ErrorCode::damaged);
        CHECK(refusal(link_around(deflate_raw("{\"stowage\":0}", "") + "more")).code == ErrorCode::damaged);
        CHECK(refusal(link_around(deflate_raw("{\"stowage\":0,\"nmae\":1}", ""))).code ==
              ErrorCode::unknown_key);
        CHECK(decode_link(link_around(deflate_raw("{\"stowage\":0}", ""))).has_value());
        CHECK(refusal(link_around(deflate_raw("{\"stowage\":0,\"nmae\":1}", ""))).line == 0);
    }

    TEST_CASE("a second plan stands behind the first, and each is read by itself") {
        const Plan first = seed_plan();
        Plan second = first;
        second.name = "Another";
        const std::string both =
            "https://example.org/?a=1&p=2" + join_links(encode_link(first), encode_link(second));
        CHECK(is_link(both));
        CHECK(second_link(both) == encode_link(second));
        CHECK(second_link(" " + both + "\n") == encode_link(second));
        const auto read = decode_link(both);
        CHECK((read && *read == first));
        CHECK(second_link("https://example.org/?a=1&p=2" + encode_link(first)).empty());
        CHECK(second_link(encode_link(first) + "&from=mail").empty());
        CHECK(decode_link(encode_link(first) + "&from=mail").has_value());
        CHECK(second_link("a=1&p=0.AAAA.AAAAAA").empty());
        CHECK(second_link("").empty());
    }

    TEST_CASE("the link of a plan that does not compress may be longer than a plan's text") {
        Plan plan;
        std::mt19937 random(1);  // the same numbers everywhere
        std::string note(limits::kNoteBytes, ' ');
        for (int i = 0; i < 2'075; ++i) {  // x 4,000 bytes: just below limits::kTextBytes
            for (char& c : note) {
                c = static_cast<char>('#' + random() % 92);
                if (c == '\\') c = ' ';  // JSON would write two characters
            }
            Service service;
            service.name = "s" + std::to_string(i);
            service.note = note;
            service.cpu = CpuRequest{};
            service.memory = Bytes{};
            if (plan.environments.empty()) plan.environments.emplace_back().name = "e";
            plan.environments.front().services.push_back(service);
        }
        CHECK(write_plan_compact_json(plan).size() < limits::kTextBytes);
        const std::string link = encode_link(plan);
        CHECK(link.size() > limits::kTextBytes);
        const auto again = decode_link(link);
        CHECK((again && *again == plan));
    }

    TEST_CASE("a short link that unpacks to more than a plan may have is refused") {
        const std::string bomb = link_around(deflate_raw(std::string(limits::kTextBytes + 1, ' '), ""));
        CHECK(bomb.size() < 20'000);
        CHECK(refusal(bomb).message == "the link holds no plan, or one that is too large");
        CHECK(refusal("#p=0." + std::string(2 * limits::kTextBytes + 1, 'A') + ".AAAAAA").code ==
              ErrorCode::out_of_range);
    }
}
