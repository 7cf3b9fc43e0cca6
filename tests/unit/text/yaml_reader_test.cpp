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

TEST_SUITE("yaml reader") {
    TEST_CASE("an anchor is refused where it stands") {
        CHECK(outcome("a: &x 1\n") ==
              "syntax line 1, column 4: /a: an anchor has no meaning in a plan; write the value out");
        CHECK(outcome("a:\n  - &x [1]\n") ==
              "syntax line 2, column 5: /a/0: an anchor has no meaning in a plan; write the value out");
        CHECK(contains(outcome("a: &x {b: 1}\n"), "an anchor has no meaning"));
        CHECK(contains(outcome("&x a: 1\n"), "an anchor has no meaning"));
    }

    TEST_CASE("an alias is refused, also one that refers to nothing") {
        CHECK(outcome("a: *x\n") ==
              "syntax line 1, column 4: /a: an alias has no meaning in a plan; write the value out");
        CHECK(contains(outcome("*x : 1\n"), "an alias has no meaning"));
    }

    TEST_CASE("a billion laughs end at the first anchor") {
        const Error error = error_of(read_document(
            "a: &a [ha, ha, ha, ha, ha, ha, ha, ha, ha]\nb: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]\n"
            "c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b]\nd: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c]\n"
            "e: &e [*d, *d, *d, *d, *d, *d, *d, *d, *d]\nf: &f [*e, *e, *e, *e, *e, *e, *e, *e, *e]\n"
            "g: &g [*f, *f, *f, *f, *f, *f, *f, *f, *f]\nh: &h [*g, *g, *g, *g, *g, *g, *g, *g, *g]\n"
            "i: &i [*h, *h, *h, *h, *h, *h, *h, *h, *h]\n"));
        CHECK(error.line == 1);
        CHECK(error.column == 4);
        CHECK(contains(error.message, "an anchor"));
    }

    TEST_CASE("a merge key without an alias is a key like any other") {
        CHECK(outcome("<<: {a: 1}\n") == R"({"<<":{"a":"1"}})");
        CHECK(contains(outcome("a: &a {b: 1}\nc:\n  <<: *a\n"), "an anchor"));
    }

    TEST_CASE("tags are refused, the standard ones too") {
        for (const std::string text : {"a: !!str 1\n", "a: !mine 1\n", "a: !<tag:yaml.org,2002:int> 1\n",
                                       "a: !!map {b: 1}\n", "a: !!seq [1]\n", "!!str a: 1\n", "a: ! b\n"}) {
            CHECK_MESSAGE(contains(outcome(text), "a tag has no meaning in a plan"), text);
        }
    }

    TEST_CASE("a second document is refused") {
        CHECK(outcome("a: 1\n---\nb: 2\n") ==
              "syntax line 2, column 1: a second document has no meaning in a plan; write the value out");
        CHECK(contains(outcome("---\n---\n"), "a second document"));
        CHECK(outcome("---\na: x\n...\n") == R"({"a":"x"})");
    }

    TEST_CASE("the version may be stated, tag directives and unknown versions are refused") {
        CHECK(outcome("%YAML 1.1\n---\na: x\n") == R"({"a":"x"})");
        CHECK(outcome("%YAML 1.2\n---\na: x\n") == R"({"a":"x"})");
        CHECK(outcome("# x\n%TAG ! tag:example.com,2000:\n---\na: x\n") ==
              "syntax line 2, column 1: a tag directive has no meaning in a plan; write the value out");
        CHECK(outcome("a: a%TAG\nb: '%TAG'\n") == R"({"a":"a%TAG","b":"%TAG"})");
        CHECK(error_of(read_document("%YAML 2.0\n---\na: x\n")).code == ErrorCode::syntax);
        CHECK(error_of(read_document("%YAML 1.1\na: x\n")).code == ErrorCode::syntax);
    }

    TEST_CASE("tag directives without end are refused at once, before each document") {
        std::string directives;
        for (int i = 0; i < 200'000; ++i) directives += "%TAG !" + std::to_string(i) + "! tag:x,2000:\n";
        CHECK(contains(outcome(directives + "---\na: x\n"), "line 1, column 1: a tag directive"));
        CHECK(contains(outcome("a: x\n...\n" + directives + "---\n"), "line 3, column 1: a tag directive"));
    }

    TEST_CASE("only plain nothing, ~ and null are no value") {
        CHECK(outcome("[null, ~, 'null', \"~\", \"\", Null, NULL]") ==
              R"([null,null,"null","~","","Null","NULL"])");
        CHECK(outcome("a:\nb: ''\n") == R"({"a":null,"b":""})");
    }

    TEST_CASE("scalars keep the text that was written") {
        CHECK(outcome("[0x1F, 1e3, 012, yes, 1_000, 2026-11-23, 0.10, .5, 1:30]") ==
              R"(["0x1F","1e3","012","yes","1_000","2026-11-23","0.10",".5","1:30"])");
    }

    TEST_CASE("keys that look like something else are text") {
        CHECK(outcome("null: a\ntrue: b\n1: c\n~: d\n? e\n: f\n") ==
              R"({"null":"a","true":"b","1":"c","~":"d","e":"f"})");
    }

    TEST_CASE("a key must be text") {
        CHECK(outcome("? [a]\n: b\n") == "syntax line 1, column 3: a key must be text");
        CHECK(outcome("a:\n  ? {b: c}\n  : d\n") == "syntax line 2, column 5: /a: a key must be text");
    }

    TEST_CASE("text over several lines") {
        CHECK(outcome("a: |\n  one\n  two\nb: >\n  one\n  two\nc: |-\n  one\nd: \"x\\ty\\u00e9\\x41\"\n") ==
              "{\"a\":\"one\\ntwo\\n\",\"b\":\"one two\\n\",\"c\":\"one\",\"d\":\"x\\ty\xC3\xA9"
              "A\"}");
    }

    TEST_CASE("comments are skipped, a hash inside a word is none") {
        CHECK(outcome("# first\na: b # second\nc: d#e\nf: '# g'\n") == R"({"a":"b","c":"d#e","f":"# g"})");
    }

    TEST_CASE("a tab cannot indent") {
        const Error error = error_of(read_document("a:\n\tb: 1\n"));
        CHECK(error.code == ErrorCode::syntax);
        CHECK(error.line == 2);
        CHECK(outcome("a:\tb\n") == R"({"a":"b"})");
    }

    TEST_CASE("what is not YAML is refused with its line") {
        struct Case {
            std::string text;
            int line;
        };
        for (const Case& c :
             {Case{"a: 1\nb: [1, 2\nc: 3\n", 3}, Case{"a: 'x\n", 2}, Case{"a: 1\n b: 2\n", 2},
              Case{"a: b: c\n", 1}, Case{"- a\nb: c\n", 2}, Case{"a: \"\\q\"\n", 1}, Case{"a: @b\n", 1},
              Case{"a: `b\n", 1}, Case{"a: }\n", 1}, Case{"a: %b\n", 1}}) {
            const Error error = error_of(read_document(c.text));
            CHECK_MESSAGE(error.code == ErrorCode::syntax, c.text);
            CHECK_MESSAGE(error.line == c.line, c.text);
            CHECK_MESSAGE(error.column > 0, c.text);
            CHECK_MESSAGE(contains(error.message, "not YAML: "), c.text);
        }
    }

    TEST_CASE("every value knows where it stands") {
        const auto document = read_document("a: x\nb:\n  c: [1,  'two']\n  d: {e: f}\n");
        REQUIRE(document.has_value());
        if (!document) return;
        const Node* b = document->find("b");
        REQUIRE(b != nullptr);
        if (b == nullptr || b->members.size() != 2 || b->members[0].value.items.size() != 2) return;
        CHECK(place(document->position) == "1:1");
        CHECK(place(document->find("a")->position) == "1:4");
        CHECK(place(document->members[1].position) == "2:1");
        CHECK(place(b->position) == "3:3");
        CHECK(place(b->members[0].value.position) == "3:6");
        CHECK(place(b->members[0].value.items[1].position) == "3:11");
        CHECK(place(b->members[1].value.members[0].position) == "4:7");
        CHECK(place(b->members[1].value.members[0].value.position) == "4:10");
    }

    TEST_CASE("text in another encoding is refused") {
        CHECK_FALSE(read_document(std::string_view("\xFF\xFE"
                                                   "a\0:\0 \0b\0",
                                                   10))
                        .has_value());
        CHECK_FALSE(read_document(std::string_view("\xFE\xFF\0a\0:\0 \0b", 10)).has_value());
    }
}
