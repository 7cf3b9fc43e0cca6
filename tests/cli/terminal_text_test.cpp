// SPDX-License-Identifier: MIT
#include "terminal_text.hpp"

#include "cli.hpp"

using namespace stowage;
using namespace stowage::test;

namespace {

std::string printed(const cli::Table& table, bool colour = false, std::size_t indent = 0) {
    std::ostringstream out;
    table.print(out, colour, indent);
    return out.str();
}

}  // namespace

TEST_SUITE("terminal text") {
    TEST_CASE("control characters of both sets do not reach a terminal") {
        CHECK(cli::printable("a\x1b[31mb") == "a?[31mb");
        CHECK(cli::printable("bell\a, delete\x7f, zero" + std::string(1, '\0')) == "bell?, delete?, zero?");
        CHECK(cli::printable("\xC2\x9B"
                             "31m") == "?31m");  // U+009B begins a sequence like ESC [
        CHECK(cli::printable("two\nlines\tand\ra tab") == "two lines and a tab");
    }

    TEST_CASE("letters of every language stay") {
        CHECK(cli::printable("Größe, 規模, \xC2\xA0") == "Größe, 規模, \xC2\xA0");
        CHECK(cli::columns_of("Größe") == 5);
        CHECK(cli::columns_of("") == 0);
    }

    TEST_CASE("wrapping breaks at spaces and leaves a long word whole") {
        CHECK(cli::wrapped("aa bb cc", 5) == "aa bb\ncc");
        CHECK(cli::wrapped("aa bb cc", 8) == "aa bb cc");
        CHECK(cli::wrapped("aaaaaaaa b", 4) == "aaaaaaaa\nb");
        CHECK(cli::wrapped("", 4).empty());
    }

    TEST_CASE("columns line up, to the left or to the right, without spaces at the end") {
        cli::Table table("lrl");
        table.row({{"a"}, {"1"}, {"x"}});
        table.row({{"long"}, {"1000"}, {"y"}});
        table.row({{"b"}, {"20"}});
        table.row({{"c"}});
        CHECK(printed(table) ==
              "a        1  x\n"
              "long  1000  y\n"
              "b       20\n"
              "c\n");
    }

    TEST_CASE("a column without text takes no room") {
        cli::Table table("lll");
        table.row({{"a"}, {""}, {"x"}});
        table.row({{"bb"}, {""}, {"y"}});
        CHECK(printed(table) == "a   x\nbb  y\n");
    }

    TEST_CASE("the last column breaks at spaces and goes on below itself, in its colour") {
        cli::Table table("ll");
        table.wrap_last_column(34);
        table.row({{"a"}, {"one two three four five six seven", cli::Tone::info}});
        table.row({{"bbbbbb"}, {"short"}});
        CHECK(printed(table) ==
              "a       one two three four five\n"
              "        six seven\n"
              "bbbbbb  short\n");
        CHECK(contains(printed(table, true),
                       "\033[36mone two three four five\033[0m\n        \033[36msix seven\033[0m\n"));
    }

    TEST_CASE("beside very wide columns the last one keeps 24 columns") {
        cli::Table table("ll");
        table.wrap_last_column(30);
        table.row({{std::string(40, 'x')}, {"one two three four five six"}});
        CHECK(printed(table) ==
              std::string(40, 'x') + "  one two three four five\n" + std::string(42, ' ') + "six\n");
    }

    TEST_CASE("a text that is too long is cut between letters and says so") {
        CHECK(cli::shortened("production", 10) == "production");
        CHECK(cli::shortened("production", 9) == "produc...");
        CHECK(cli::shortened("Größenordnung", 7) == "Größ...");
        CHECK(cli::shortened("", 3).empty());
    }

    TEST_CASE("an indent stands before every row but an empty one") {
        cli::Table table("ll");
        table.row({{"a"}, {"b"}});
        table.row({});
        table.row({{""}, {"c"}});
        CHECK(printed(table, false, 2) == "  a  b\n\n     c\n");
    }

    TEST_CASE("colours do not move a column, and an empty cell has none") {
        cli::Table table("lll");
        table.row({{"error", cli::Tone::error}, {"", cli::Tone::quiet}, {"x"}});
        table.row({{"warning", cli::Tone::warning}, {"i", cli::Tone::info}, {"y"}});
        CHECK(printed(table, true) ==
              "\033[1;31merror\033[0m       x\n"
              "\033[33mwarning\033[0m  \033[36mi\033[0m  y\n");
        CHECK(printed(table) == "error       x\nwarning  i  y\n");
    }
}
