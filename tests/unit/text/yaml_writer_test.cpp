// SPDX-License-Identifier: MIT
//
// The expected texts follow the YAML 1.2 specification: what a plain scalar may look like is its
// section 7.3.3.
#include <doctest/doctest.h>

#include "expectations.hpp"
#include "stowage/text/node.hpp"

using namespace stowage;
using namespace stowage::test;

namespace {

std::string yaml_of_value(const std::string& value) {
    Node map = Node::map();
    map.add("a", Node::text(value));
    return write_yaml(map);
}

std::string read_back(const std::string& yaml) {
    const auto document = read_document(yaml);
    if (!document) return refusal_of(document);
    const Node* value = document->find("a");
    return value == nullptr ? "no value" : value->is_scalar() ? value->scalar : "no scalar";
}

Node map_of(std::initializer_list<std::pair<const char*, Node>> members) {
    Node map = Node::map();
    for (const auto& [key, value] : members) map.add(key, value);
    return map;
}

}  // namespace

TEST_SUITE("yaml writer") {
    TEST_CASE("ordinary text stands plain") {
        for (const std::string text :
             {"x", "two words", "512MiB", "6%/month", "40/s", "12.5 cores", "deed", "d#e", "a-b", "it's",
              "x:y", "cache.t3.medium:redis-oss", "cpu > 70% for 5m", "a, b", "c{d}", "\xC3\xA9t\xC3\xA9"}) {
            CHECK(yaml_of_value(text) == "a: " + text + "\n");
        }
    }

    TEST_CASE("text that would be read as something else stands in double quotes") {
        for (const std::string text :
             {"",    "~",    "null", "Null",  "NULL",       "true",     "True",     "false",
              "yes", "No",   "on",   "OFF",   "y",          "N",        "12",       "-1.5",
              "1e3", "0x1F", "1:2",  "1_000", "2026-11-23", " leading", "trailing "}) {
            CHECK(yaml_of_value(text) == "a: \"" + text + "\"\n");
        }
    }

    TEST_CASE("text with signs of the syntax is quoted") {
        for (const std::string text :
             {"# c",   "a #b",     "a: b",       "key:", "- item", "? key",   ": value",
              "[list", "{map",     "]",          "}",    ",",      "&anchor", "*alias",
              "!tag",  "|",        ">",          "%TAG", "@at",    "`tick`",  "---",
              "...",   "'single'", "\"double\"", "-",    "?",      ":",       "<<"}) {
            const std::string yaml = yaml_of_value(text);
            CHECK(read_back(yaml) == text);
            CHECK(yaml.back() == '\n');
        }
        CHECK(yaml_of_value("# c") == "a: '# c'\n");
        CHECK(yaml_of_value("a: b") == "a: 'a: b'\n");
        CHECK(yaml_of_value("it's: so") == "a: 'it''s: so'\n");
    }

    TEST_CASE("lines, tabs and control characters are escaped in one line") {
        CHECK(yaml_of_value("two\nlines") == "a: \"two\\nlines\"\n");
        CHECK(yaml_of_value("both\r\n") == "a: \"both\\r\\n\"\n");
        CHECK(yaml_of_value("a\rb") == "a: \"a\\rb\"\n");
        CHECK(yaml_of_value("a\tb") == "a: \"a\\tb\"\n");
        CHECK(yaml_of_value("\x01\x7F") == "a: \"\\x01\\x7F\"\n");
        CHECK(yaml_of_value(std::string("a\0b", 3)) == "a: \"a\\0b\"\n");
        CHECK(yaml_of_value("\xC2\x85") == "a: \"\\N\"\n");
        CHECK(yaml_of_value("\xE2\x80\xA8\xE2\x80\xA9") == "a: \"\\L\\P\"\n");
        CHECK(yaml_of_value("\xEF\xBB\xBF") == "a: \"\\uFEFF\"\n");
    }

    TEST_CASE("all text is read as it was written") {
        for (const std::string& text :
             {std::string("a \xE2\x80\xA8 b"), std::string("a\n\n b\n"), std::string("\n"), std::string("  "),
              std::string("\t"), std::string("a\0", 2), std::string("\xF0\x9F\x8F\x97"),
              std::string("\xEF\xBF\xBE"), std::string("\xC2\xA0"), std::string("a\\n\"b\""),
              std::string(5'000, 'x'), std::string("x ") + std::string(500, 'y') + " z"}) {
            CHECK(read_back(yaml_of_value(text)) == text);
        }
    }

    TEST_CASE("keys are quoted like values") {
        CHECK(write_yaml(map_of({{"null", Node::text("x")},
                                 {"a: b", Node::text("z")},
                                 {"aws/us-east-1/t3.medium", Node::number("1")}})) ==
              "\"null\": x\n'a: b': z\naws/us-east-1/t3.medium: 1\n");
    }

    TEST_CASE("numbers, words and nothing stand plain") {
        CHECK(write_yaml(map_of({{"m", Node::number("0.5")}, {"b", Node::boolean(true)}, {"z", Node{}}})) ==
              "m: 0.5\nb: true\nz: null\n");
    }

    TEST_CASE("a short map of values goes into one line, a map of maps does not") {
        Node servers = Node::map();
        servers.add("app", map_of({{"cpu", Node::number("8")}, {"memory", Node::text("16GiB")}}));
        servers.add("db", map_of({{"cpu", Node::number("4")}}));
        Node root = Node::map();
        root.add("servers", servers);
        CHECK(write_yaml(root) == "servers:\n  app: {cpu: 8, memory: 16GiB}\n  db: {cpu: 4}\n");
    }

    TEST_CASE("a long map stands one value a line") {
        Node root = Node::map();
        root.add("a", map_of({{"note", Node::text(std::string(120, 'x'))}, {"b", Node::number("1")}}));
        CHECK(write_yaml(root) == "a:\n  note: " + std::string(120, 'x') + "\n  b: 1\n");
    }

    TEST_CASE("empty collections and lists") {
        Node list = Node::sequence();
        list.items = {Node::text("cpu > 70% for 5m"), Node::text("a, b")};
        CHECK(write_yaml(map_of({{"m", Node::map()}, {"l", Node::sequence()}})) == "m: {}\nl: []\n");
        CHECK(write_yaml(map_of({{"any", list}})) == "any: [cpu > 70% for 5m, 'a, b']\n");
        CHECK(write_yaml(Node::map()) == "{}\n");
    }

    TEST_CASE("keys of every length are read again") {
        for (const std::size_t length : {1u, 63u, 100u, 127u, 128u, 129u, 500u}) {
            Node root = Node::map();
            root.add(std::string(length, 'k'), Node::text("x"));
            const auto document = read_document(write_yaml(root));
            CHECK_MESSAGE((document && write_compact_json(*document) == write_compact_json(root)), length);
        }
    }
}
