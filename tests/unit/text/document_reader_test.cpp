// SPDX-License-Identifier: MIT
//
// What both syntaxes share. Each case stands here as YAML and as JSON.
#include <doctest/doctest.h>

#include "expectations.hpp"
#include "stowage/limits.hpp"
#include "stowage/text/node.hpp"

using namespace stowage;
using namespace stowage::test;

namespace {

std::string repeated(std::string_view part, int times) {
    std::string text;
    for (int i = 0; i < times; ++i) text += part;
    return text;
}

/// Compact JSON of what was read, or the refusal.
std::string outcome(std::string_view text) {
    const auto document = read_document(text);
    return document ? write_compact_json(*document) : refusal_of(document);
}

}  // namespace

TEST_SUITE("document reader") {
    TEST_CASE("both syntaxes give the same tree, in the order of the text") {
        const std::string expected = R"({"b":"x","a":["1","2"],"c":{"d":null}})";
        CHECK(outcome("b: x\na: [1, \"2\"]\nc: {d: null}\n") == expected);
        CHECK(outcome(R"({"b": "x", "a": ["1", "2"], "c": {"d": null}})") == expected);
    }

    TEST_CASE("a text that begins with a brace is JSON, whatever stands before it") {
        CHECK(outcome(" \t\r\n {\"a\": true}") == R"({"a":true})");
        CHECK(error_of(read_document("{a: 1}")).code == ErrorCode::syntax);
        CHECK(contains(error_of(read_document("{a: 1}")).message, "not JSON"));
        CHECK(outcome("[{a: x}]") == R"([{"a":"x"}])");
    }

    TEST_CASE("a byte order mark in front is no part of the text") {
        CHECK(outcome("\xEF\xBB\xBF"
                      "a: x") == R"({"a":"x"})");
        CHECK(outcome("\xEF\xBB\xBF{\"a\": \"x\"}") == R"({"a":"x"})");
    }

    TEST_CASE("lines may end in CR LF, and are counted once") {
        CHECK(outcome("a: x\r\nb: y\r\n") == R"({"a":"x","b":"y"})");
        CHECK(outcome("{\"a\": \"x\",\r\n\"b\": \"y\"}\r\n") == R"({"a":"x","b":"y"})");
        const Error yaml = error_of(read_document("a: x\r\nb: y\r\n a: z\r\n"));
        CHECK(yaml.line == 3);
        const Error json = error_of(read_document("{\"a\": \"x\",\r\n \"a\": \"y\"}"));
        CHECK(json.line == 2);
        CHECK(json.column == 2);
    }

    TEST_CASE("a key that stands twice in one map is refused where it stands again") {
        CHECK(outcome("a:\n  b: 1\n  c: 2\n  b: 3\n") ==
              "duplicate line 4, column 3: /a: the key \"b\" stands here twice");
        CHECK(outcome("{\"a\": {\n  \"b\": 1,\n  \"c\": 2,\n  \"b\": 3}}") ==
              "duplicate line 4, column 3: /a: the key \"b\" stands here twice");
        CHECK(outcome("a: {b: 1}\nc: {b: 1}\n") == R"({"a":{"b":"1"},"c":{"b":"1"}})");
        CHECK(error_of(read_document("{\"a\": 1, \"\\u0061\": 2}")).code == ErrorCode::duplicate);
        CHECK(error_of(read_document("a: 1\n\"a\": 2\n")).code == ErrorCode::duplicate);
    }

    TEST_CASE("32 levels are read and the 33rd is refused") {
        CHECK(read_document(repeated("[", 32) + repeated("]", 32)).has_value());
        CHECK(outcome(repeated("[", 33) + repeated("]", 33)) ==
              "out_of_range line 1, column 33: " + repeated("/0", 32) + ": nested deeper than 32 levels");
        CHECK(read_document(repeated("{\"a\":", 32) + "1" + repeated("}", 32)).has_value());
        CHECK(outcome(repeated("{\"a\":", 33) + "1" + repeated("}", 33)) ==
              "out_of_range line 1, column 161: " + repeated("/a", 32) + ": nested deeper than 32 levels");
    }

    TEST_CASE("nesting without end is refused at once") {
        CHECK(error_of(read_document(repeated("[", 100'000))).code == ErrorCode::out_of_range);
        CHECK(error_of(read_document(repeated("{\"a\":", 100'000))).code == ErrorCode::out_of_range);
        CHECK_FALSE(read_document(repeated("- ", 1'000)).has_value());
        CHECK_FALSE(read_document(repeated("? ", 1'000)).has_value());
    }

    TEST_CASE("8 MiB are read and one byte more is refused") {
        std::string text = "a: ";
        text.append(limits::kTextBytes - text.size(), 'x');
        CHECK(text.size() == 8'388'608);
        CHECK(read_document(text).has_value());
        text += 'x';
        CHECK(outcome(text) == "out_of_range the text has 8388609 bytes (accepted: at most 8388608 bytes)");
    }

    TEST_CASE("text without a value gives none") {
        for (const std::string text :
             {"", "\n", "   ", "# only a comment", "# only a comment\n\n", "---\n", "\xEF\xBB\xBF"}) {
            const auto document = read_document(text);
            CHECK_MESSAGE((document && document->is_null()), text);
        }
    }

    TEST_CASE("a list or one value at the top is a document") {
        CHECK(outcome("[1, 2]") == R"(["1","2"])");
        CHECK(outcome("- 1\n- 2\n") == R"(["1","2"])");
        CHECK(outcome("42") == R"("42")");
        CHECK(outcome("\"text\"") == R"("text")");
    }

    TEST_CASE("bytes that are not UTF-8 are refused") {
        for (const char* bytes : {"\xFF", "\xC3", "\xC3\x28", "\x80", "\xC0\xAF", "\xE0\x80\x80",
                                  "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xF8\x88\x80\x80\x80", "\xE2\x82"}) {
            CHECK(error_of(read_document("a: " + std::string(bytes) + " b")).code == ErrorCode::syntax);
            CHECK(error_of(read_document("{\"a\": \"" + std::string(bytes) + "\"}")).code ==
                  ErrorCode::syntax);
            CHECK(error_of(read_document("{\"" + std::string(bytes) + "\": 1}")).code == ErrorCode::syntax);
        }
    }

    TEST_CASE("a byte that is not UTF-8 is refused where it stands, in characters") {
        const std::string refusal =
            "syntax line 2, column 8: a byte that is not UTF-8 (accepted: text in UTF-8)";
        CHECK(outcome("a: 1\nname: \xC3\xA9\xFF\n") == refusal);
        CHECK(outcome("{\"a\": 1,\n\"name\":\xFF}") == refusal);
        CHECK(outcome("\xEF\xBB\xBF\n1234567\xC3") == refusal);
    }

    TEST_CASE("a zero byte is refused wherever it stands") {
        for (const std::string& text :
             {std::string("a: x\0y", 6), std::string("\0a: x", 5), std::string("a: x\n\0", 6),
              std::string("{\"a\": \"x\0y\"}", 12), std::string("{\"a\": 1\0}", 9),
              std::string("{\"a\": 1}\0", 9), std::string("{\"a\": 1}\0{}", 11),
              std::string("{\"a\": 1}\n\0\n", 11)}) {
            CHECK(error_of(read_document(text)).code == ErrorCode::syntax);
        }
    }

    TEST_CASE("control characters are refused") {
        CHECK(outcome("a: 1\nname: \xC3\xA9\x01") ==
              "syntax line 2, column 8: not YAML: control characters are not allowed");
        CHECK(error_of(read_document("a: \x1B[31m")).code == ErrorCode::syntax);
        CHECK(error_of(read_document("{\"a\": \"\x01\"}")).code == ErrorCode::syntax);
        CHECK(error_of(read_document("{\"a\": \"\n\"}")).code == ErrorCode::syntax);
    }

    TEST_CASE("columns count characters, not bytes") {
        // 4 spaces of one byte each would do the same as "é: " in front of the second key
        CHECK(outcome("\xC3\xA9: {b: 1, b: 2}") ==
              "duplicate line 1, column 11: /\xC3\xA9: the key \"b\" stands here twice");
        CHECK(outcome("{\"\xC3\xA9\": {\"b\": 1, \"b\": 2}}") ==
              "duplicate line 1, column 16: /\xC3\xA9: the key \"b\" stands here twice");
    }

    TEST_CASE("comments are noticed, and only comments") {
        for (const char* text : {"# first\na: 1", "a: 1  # behind", "a: 1\n# last", "a: 1\n\n  # alone\nb: 2",
                                 "a: [1,  # in a list\n  2]", "\xC3\xA9: \xC3\xA9 # behind \xC3\xA9",
                                 "\xEF\xBB\xBF# after the mark\na: 1", "a: 1\r\n# after CRLF\r\n"}) {
            CAPTURE(text);
            CHECK(has_comments(text));
        }
        for (const char* text :
             {"", "a: 1", "a: x#y", "a: '# quoted'", "a: \"x # y\"", "a: |\n  # text\n  more\n",
              "https://example.org/#p=0", "{\"a\": \"# text\"}", "a: \xC3\xA9#\xC3\xA9"}) {
            CAPTURE(text);
            CHECK_FALSE(has_comments(text));
        }
    }
}
