// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "expectations.hpp"
#include "stowage/text/node.hpp"

using namespace stowage;
using namespace stowage::test;

namespace {

Node sample() {
    Node list = Node::sequence();
    list.items = {Node::number("0.10"), Node::text("x"), Node{}, Node::boolean(false)};
    Node node = Node::map();
    node.add("b", list);
    node.add("a", Node::map());
    node.add("c", Node::sequence());
    return node;
}

}  // namespace

TEST_SUITE("json writer") {
    TEST_CASE("compact JSON has no space and keeps the order") {
        CHECK(write_compact_json(sample()) == R"({"b":[0.10,"x",null,false],"a":{},"c":[]})");
    }

    TEST_CASE("indented JSON ends in a newline") {
        CHECK(write_json(sample()) ==
              "{\n  \"b\": [\n    0.10,\n    \"x\",\n    null,\n    false\n  ],\n"
              "  \"a\": {},\n  \"c\": []\n}\n");
    }

    TEST_CASE("text is escaped as RFC 8259 asks, other characters stay") {
        CHECK(write_compact_json(Node::text("\"\\\b\f\n\r\t\x01/")) == R"("\"\\\b\f\n\r\t\u0001/")");
        CHECK(write_compact_json(Node::text(std::string("a\0b", 3))) == R"("a\u0000b")");
        CHECK(write_compact_json(Node::text("\xC3\xA9 \xF0\x9F\x8F\x97 \xE2\x80\xA8")) ==
              "\"\xC3\xA9 \xF0\x9F\x8F\x97 \xE2\x80\xA8\"");
    }

    TEST_CASE("bytes that are not UTF-8 become the replacement character") {
        CHECK(write_compact_json(Node::text("a\xFF")) == "\"a\xEF\xBF\xBD\"");
    }

    TEST_CASE("keys are escaped too") {
        Node node = Node::map();
        node.add("a\"b", Node::number("1"));
        CHECK(write_compact_json(node) == R"({"a\"b":1})");
    }

    TEST_CASE("what is written reads as the same tree") {
        Node node = sample();
        node.add("text", Node::text("\xE2\x80\xA8 \x7F \x1F \"quoted\" \\"));
        for (const std::string& text : {write_compact_json(node), write_json(node)}) {
            const auto document = read_document(text);
            CHECK((document && write_compact_json(*document) == write_compact_json(node)));
        }
    }
}
