// SPDX-License-Identifier: MIT
#include "stowage/json_pointer.hpp"

#include <doctest/doctest.h>

using namespace stowage;

namespace {

using Tokens = std::vector<std::string>;

}  // namespace

TEST_SUITE("json pointer") {
    TEST_CASE("the examples of RFC 6901, section 5") {
        CHECK(pointer_tokens("").empty());
        CHECK(pointer_tokens("/foo") == Tokens{"foo"});
        CHECK(pointer_tokens("/foo/0") == Tokens{"foo", "0"});
        CHECK(pointer_tokens("/") == Tokens{""});
        CHECK(pointer_tokens("/a~1b") == Tokens{"a/b"});
        CHECK(pointer_tokens("/c%d") == Tokens{"c%d"});
        CHECK(pointer_tokens("/e^f") == Tokens{"e^f"});
        CHECK(pointer_tokens("/g|h") == Tokens{"g|h"});
        CHECK(pointer_tokens("/i\\j") == Tokens{"i\\j"});
        CHECK(pointer_tokens("/k\"l") == Tokens{"k\"l"});
        CHECK(pointer_tokens("/ ") == Tokens{" "});
        CHECK(pointer_tokens("/m~0n") == Tokens{"m~n"});
    }

    TEST_CASE("~01 is ~1 and not a slash (RFC 6901, section 4)") {
        CHECK(pointer_tokens("/~01") == Tokens{"~1"});
        CHECK(child_pointer("", "~1") == "/~01");
    }

    TEST_CASE("empty tokens are kept") { CHECK(pointer_tokens("//a//") == Tokens{"", "a", "", ""}); }

    TEST_CASE("a text that does not begin with a slash points to nothing") {
        CHECK(pointer_tokens("foo").empty());
        CHECK(pointer_tokens("foo/bar").empty());
    }

    TEST_CASE("a child pointer escapes tilde and slash") {
        CHECK(child_pointer("", "foo") == "/foo");
        CHECK(child_pointer("/a", "b/c") == "/a/b~1c");
        CHECK(child_pointer("/a", "m~n") == "/a/m~0n");
        CHECK(child_pointer("/a", "") == "/a/");
    }

    TEST_CASE("tokens survive being joined and split again") {
        const Tokens tokens{"environments", "a/b", "~", "~0", "~1", "", "aws/us-east-1/t3.medium",
                            "\xC3\xA9",     "/"};
        std::string pointer;
        for (const std::string& token : tokens) pointer = child_pointer(pointer, token);
        CHECK(pointer_tokens(pointer) == tokens);
    }
}
