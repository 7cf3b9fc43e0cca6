// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "expectations.hpp"
#include "stowage/text/node.hpp"

using namespace stowage;
using namespace stowage::test;

namespace {

std::string outcome(std::string_view text) {
    const auto document = read_document(text);
    return document ? write_compact_json(*document) : refusal_of(document);
}

std::string place(const TextPosition& position) {
    return std::to_string(position.line) + ":" + std::to_string(position.column);
}

}  // namespace

TEST_SUITE("json reader") {
    TEST_CASE("values keep their kind and the digits that were written") {
        const auto document = read_document(
            R"({"a": "x", "b": 12, "c": -3, "d": 0.10, "e": 1e3, "f": true, "g": false, "h": null, "i": [], "j": {}})");
        REQUIRE(document.has_value());
        if (!document) return;
        CHECK(write_compact_json(*document) ==
              R"({"a":"x","b":12,"c":-3,"d":0.10,"e":1e3,"f":true,"g":false,"h":null,"i":[],"j":{}})");
        CHECK(document->find("b")->style == Node::Style::number);
        CHECK(document->find("f")->style == Node::Style::boolean);
        CHECK(document->find("a")->style == Node::Style::text);
        CHECK(document->find("h")->is_null());
        CHECK(document->find("i")->is_sequence());
        CHECK(document->find("j")->is_map());
    }

    TEST_CASE("numbers beyond 64 bits keep their digits") {
        CHECK(outcome(
                  R"({"a": 18446744073709551616, "b": -9223372036854775809, "c": 1234567890123456789.5})") ==
              R"({"a":18446744073709551616,"b":-9223372036854775809,"c":1234567890123456789.5})");
        CHECK(outcome(R"({"a": 18446744073709551615, "b": -9223372036854775808})") ==
              R"({"a":18446744073709551615,"b":-9223372036854775808})");
    }

    TEST_CASE("escapes become the characters that they stand for") {
        const auto document = read_document(R"({"a": "\"\\\/\b\f\n\r\t\u00e9\ud83c\udfd7"})");
        REQUIRE(document.has_value());
        if (document) CHECK(document->find("a")->scalar == "\"\\/\b\f\n\r\t\xC3\xA9\xF0\x9F\x8F\x97");
    }

    TEST_CASE("half of a surrogate pair is refused") {
        CHECK(error_of(read_document(R"({"a": "\ud83c"})")).code == ErrorCode::syntax);
        CHECK(error_of(read_document(R"({"a": "\udfd7"})")).code == ErrorCode::syntax);
        CHECK(error_of(read_document(R"({"a": "\ud83cx"})")).code == ErrorCode::syntax);
    }

    TEST_CASE("what is not JSON is refused with line and column") {
        struct Case {
            std::string text;
            std::string place;
            std::string token;
        };
        for (const Case& c :
             {Case{"{\"a\": 1,}", "1:9", "}"}, Case{"{\"a\" 1}", "1:6", "1"},
              Case{"{\"a\" 123}", "1:6", "123"}, Case{"{\"a\": 1} x", "1:10", "x"},
              Case{"{\"a\": 1}{}", "1:9", "{"}, Case{"{\"a\": nul}", "1:10", "}"},
              Case{"{'a': 1}", "1:2", "'"}, Case{"{a: 1}", "1:2", "a"},
              Case{"{\n  \"a\": 1\n  \"b\": 2\n}", "3:3", "\"b\""}, Case{"{\"a\": 01}", "1:7", "01"},
              Case{"{\"a\": +1}", "1:7", "+"}, Case{"{\"a\": .5}", "1:7", "."}, Case{"{// c\n}", "1:2", "/"},
              Case{"{\"a\": [1,\n 2,\n]}", "3:1", "]"}, Case{"{\"a\": \x01}", "1:7", "?"},
              Case{"{\"\xC3\xA9\": x}", "1:7", "x"}, Case{"{\"a\": \"b\nc\"}", "1:9", "?"},
              Case{"{\"a\": 1, \"a\\\"b and so on and on\" 2}", "1:34", "2"},
              Case{"{\"a\": 1 \"a\\\"b and so on and on\": 2}", "1:9", "\"a\\\"b and so on and ..."}}) {
            const Error error = error_of(read_document(c.text));
            CHECK_MESSAGE(error.code == ErrorCode::syntax, c.text);
            CHECK(error.message == "not JSON: unexpected \"" + c.token + "\"");
            const std::string at = place({error.line, error.column});
            CHECK_MESSAGE(at == c.place, c.text << " at " << at);
        }
    }

    TEST_CASE("a text that breaks off says so") {
        for (const std::string text :
             {"{", "{\"a\"", "{\"a\":", "{\"a\": 1", "{\"a\": [", "{\"a\": \"x", "{\"a\": 1,"}) {
            const Error error = error_of(read_document(text));
            CHECK(error.code == ErrorCode::syntax);
            CHECK_MESSAGE(error.message == "not JSON: unexpected end of the text", text);
            CHECK(error.line == 1);
        }
    }

    TEST_CASE("a message shows no byte that a terminal could take for an order") {
        const Error error = error_of(read_document("{\"a\": \x1B[31m}"));
        CHECK(error.code == ErrorCode::syntax);
        for (const char c : error.message) CHECK((c >= ' ' && c <= '~'));
    }

    TEST_CASE("every value knows where it stands") {
        const auto document = read_document(
            "{\"a\": \"x\\\"y\\\\\",\n \"b\": [ 12, -3.5 ,true,\n  null], \"c\": {\"d\": 1}\n, \"e\":0}");
        REQUIRE(document.has_value());
        if (!document) return;
        const Node* b = document->find("b");
        const Node* c = document->find("c");
        REQUIRE((b != nullptr && b->items.size() == 4 && c != nullptr));
        if (b == nullptr || b->items.size() != 4 || c == nullptr) return;
        CHECK(place(document->position) == "1:1");
        CHECK(place(document->members[0].position) == "1:2");
        CHECK(place(document->members[0].value.position) == "1:7");
        CHECK(place(document->members[1].position) == "2:2");
        CHECK(place(b->position) == "2:7");
        CHECK(place(b->items[0].position) == "2:9");
        CHECK(place(b->items[1].position) == "2:13");
        CHECK(place(b->items[2].position) == "2:19");
        CHECK(place(b->items[3].position) == "3:3");
        CHECK(place(c->position) == "3:15");
        CHECK(place(c->members[0].position) == "3:16");
        CHECK(place(c->members[0].value.position) == "3:21");
        CHECK(place(document->members[3].position) == "4:3");
        CHECK(place(document->members[3].value.position) == "4:7");
    }

    TEST_CASE("an escaped quote does not begin a string") {
        const auto document = read_document(R"({"a\\": "b\\\"c", "d\"": "\\"})");
        REQUIRE(document.has_value());
        if (!document || document->members.size() != 2) return;
        CHECK(place(document->members[0].position) == "1:2");
        CHECK(place(document->members[0].value.position) == "1:9");
        CHECK(place(document->members[1].position) == "1:19");
        CHECK(place(document->members[1].value.position) == "1:26");
    }
}
