// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "expectations.hpp"
#include "small_catalogue.hpp"
#include "stowage/limits.hpp"

using namespace stowage;
using namespace stowage::test;

namespace {

const std::string kHead =
    "stowage-catalogue\t0\nsource\t2026-01-15\tlist\nfamily\tcloud\tcompute\tstd\ntype\ta\t2\t4\t-\tx86_"
    "64\tdedicated\n";

std::string problem(const std::string& text) { return error_of(Catalogue::read(text)).message; }

/// What is wrong with a fifth line.
std::string problem_of_line(const std::string& line) { return problem(kHead + line + "\n"); }

std::string problem_of_type(const std::string& fields) { return problem_of_line("type\t" + fields); }

}  // namespace

TEST_SUITE("catalogue reader") {
    TEST_CASE("a catalogue is read in any order of types and regions") {
        const Catalogue read = catalogue_of(
            "stowage-catalogue\t0\nsnapshot\tid\nsource\td\tt\nfamily\tz\tcompute\tf\n"
            "type\tb\t1\t1\t-\t-\tdedicated\ntype\ta\t1\t1\t-\t-\tshared\n"
            "family\ty\tredis\tg\ntype\tc\t1\t1\t-\tarm64\tburstable\n"
            "list\tr2\t0\n0\t1\n0\t2\n0\t3\nlist\tr1\t0\n1\t4\nend\t4\n");
        CHECK(read.snapshot() == "id");
        std::string prices;
        for (const Price& price : read.prices()) {
            const InstanceType& type = read.types()[price.type];
            prices += type.provider + "/" + read.regions()[price.region] + "/" + type.sku + "=" +
                      std::to_string(price.hourly.to_nanos() / 1'000'000'000) + " ";
        }
        CHECK(prices == "y/r2/c=3 z/r1/a=4 z/r2/a=2 z/r2/b=1 ");
    }

    TEST_CASE("header and end alone are a catalogue without rows, also without a newline") {
        CHECK(Catalogue::read("stowage-catalogue\t0\nend\t0").has_value());
        CHECK(Catalogue::read("stowage-catalogue\t0\nend\t0\n").has_value());
        CHECK(catalogue_of(kSmallCatalogue.substr(0, kSmallCatalogue.size() - 1)).prices().size() == 8);
    }

    TEST_CASE("a text that is no catalogue says what its first line should be") {
        for (const std::string text :
             {"x", "\n", "stowage-catalogue\t1", "stowage-catalogue 0", "stowage-catalogue\t0\r\n", "{}"}) {
            CHECK(refusal_of(Catalogue::read(text)) ==
                  "syntax not a catalogue: line 1: the header is missing (accepted: stowage-catalogue\t0 in "
                  "the "
                  "first line)");
        }
        CHECK(problem("") == "not a catalogue: it is empty");
        CHECK(problem(std::string(limits::kTextBytes + 1, 'x')) ==
              "not a catalogue: the catalogue is too long");
    }

    TEST_CASE("a record that is not understood is refused with its line") {
        CHECK(problem_of_line("shape\ta\tb\tc") == "not a catalogue: line 5: unknown record \"shape\"");
        CHECK(problem_of_line("") == "not a catalogue: line 5: unknown record \"\"");
        CHECK(problem_of_line("snapshot") == "not a catalogue: line 5: unknown record \"snapshot\"");
        CHECK(problem_of_line("source\tx") == "not a catalogue: line 5: a price before the first list");
        CHECK(problem_of_line("a\tb\tc\td\te\tf\tg\th") == "not a catalogue: line 5: too many fields");
        CHECK(problem_of_line("type\ta\t2\t4\t-\tx86_64\tdedicated\t") ==
              "not a catalogue: line 5: too many fields");
    }

    TEST_CASE("a bad type is refused with its line") {
        CHECK(contains(problem_of_type("b\tmany\t4\t-\t-\tdedicated"),
                       "line 5: \"many\" is not an amount of CPU"));
        CHECK(contains(problem_of_type("b\t-1\t4\t-\t-\tdedicated"), "line 5: \"-1\" is out of range"));
        CHECK(contains(problem_of_type("b\t2\tlots\t-\t-\tdedicated"),
                       "line 5: \"lotsGiB\" is not an amount of bytes"));
        CHECK(contains(problem_of_type("b\t2\t33000\t-\t-\tdedicated"),
                       "line 5: \"33000GiB\" is out of range"));
        CHECK(contains(problem_of_type("b\t2\t4\t20\t-\tdedicated"), "line 5: \"20\" has no per cent sign"));
        CHECK(contains(problem_of_type("b\t2\t4\t101%\t-\tdedicated"), "line 5: \"101%\" is out of range"));
        CHECK(contains(problem_of_type("b\t2\t4\t-\triscv\tdedicated"),
                       "line 5: unknown architecture \"riscv\""));
        CHECK(contains(problem_of_type("\t2\t4\t-\t-\tdedicated"), "line 5: \"\" is no id"));
        CHECK(contains(problem_of_type("b c\t2\t4\t-\t-\tdedicated"), "line 5: \"b c\" is no id"));
    }

    TEST_CASE("a class is one of three, and burstable types alone have a baseline") {
        CHECK(problem_of_line("type\tb\t2\t4\t-\t-\tmine") ==
              "not a catalogue: line 5: unknown class \"mine\"");
        for (const std::string other : {"dedicated", "shared"}) {
            CHECK(problem_of_line("type\tb\t2\t4\t20%\t-\t" + other) ==
                  "not a catalogue: line 5: a baseline of a type that is not burstable");
        }
        CHECK(Catalogue::read(kHead + "type\tb\t2\t4\t-\t-\tburstable\nend\t0\n").has_value());
    }

    TEST_CASE("a text that was cut is recognised, also at the end of a line") {
        const std::string whole(kSmallCatalogue);
        for (std::size_t size = 1; size + 1 < whole.size(); ++size) {
            CHECK_FALSE(Catalogue::read(whole.substr(0, size)).has_value());
        }
        const std::string last = "end\t8\n";
        CHECK(problem(whole.substr(0, whole.size() - last.size())) ==
              "not a catalogue: it is cut short: its last record should be end");
    }

    TEST_CASE("the end counts the prices, and nothing follows it") {
        CHECK(problem_of_line("end\t1") ==
              "not a catalogue: line 5: the end counts \"1\" prices, but there are 0");
        CHECK(problem_of_line("end\t") ==
              "not a catalogue: line 5: the end counts \"\" prices, but there are 0");
        CHECK(problem_of_line("end\t0\nend\t0") == "not a catalogue: line 6: something follows the end");
        CHECK(problem_of_line("end\t0\n") == "not a catalogue: line 6: something follows the end");
    }

    TEST_CASE("a type needs a family, a family an offering") {
        CHECK(problem("stowage-catalogue\t0\ntype\ta\t2\t4\t-\tx86_64\tdedicated\n") ==
              "not a catalogue: line 2: a type before the first family");
        CHECK(problem_of_line("family\tcloud\tmysql\tx") ==
              "not a catalogue: line 5: unknown offering \"mysql\"");
        CHECK(problem_of_line("family\t\tcompute\tx") == "not a catalogue: line 5: \"\" is no id");
    }

    TEST_CASE("a price needs a list, a list a source") {
        CHECK(problem_of_line("0\t0.1") == "not a catalogue: line 5: a price before the first list");
        for (const std::string source : {"1", "-1", "x", "", "0.5", "99999999999999999999"}) {
            CHECK(problem_of_line("list\tr\t" + source) ==
                  "not a catalogue: line 5: no source \"" + source + "\"");
        }
        CHECK(problem_of_line("list\t\t0") == "not a catalogue: line 5: \"\" is no id");
    }

    TEST_CASE("a bad price is refused with its line") {
        const auto problem_of_price = [](const std::string& line) {
            return problem_of_line("list\tr\t0\n" + line);
        };
        CHECK(problem_of_price("1\t0.1") == "not a catalogue: line 6: no type at step \"1\"");
        CHECK(problem_of_price("0\t0.1\n0\t0.1") == "not a catalogue: line 7: no type at step \"0\"");
        CHECK(problem_of_price("-1\t0.1") == "not a catalogue: line 6: no type at step \"-1\"");
        CHECK(problem_of_price("x\t0.1") == "not a catalogue: line 6: no type at step \"x\"");
        CHECK(contains(problem_of_price("0\tfree"), "line 6: \"free\" is not an amount of money"));
        CHECK(contains(problem_of_price("0\t-0.1"), "line 6: \"-0.1\" is out of range"));
        CHECK(contains(problem_of_price("0\t1001"), "line 6: \"1001\" is out of range"));
    }

    TEST_CASE("an id that no plan could name is refused") {
        CHECK(problem_of_line("snapshot\ttwo words") == "not a catalogue: line 5: \"two words\" is no id");
        CHECK(problem_of_line("snapshot\t\xC3\xA9") == "not a catalogue: line 5: \"\xC3\xA9\" is no id");
        CHECK(contains(problem_of_line("snapshot\t" + std::string(101, 'x')), "is no id"));
        CHECK(Catalogue::read(kHead + "snapshot\t" + std::string(100, 'x') + "\nend\t0\n").has_value());
        // cloud/REGION/a: 100 bytes together
        CHECK(Catalogue::read(kHead + "list\t" + std::string(92, 'r') + "\t0\n0\t1\nend\t1\n").has_value());
        CHECK(problem_of_line("list\t" + std::string(93, 'r') + "\t0\n0\t1") ==
              "not a catalogue: line 6: provider, region and sku are too long together");
    }

    TEST_CASE("what stands twice is refused") {
        CHECK(problem_of_type("a\t4\t8\t-\t-\tdedicated\nend\t0") ==
              "not a catalogue: the type a of cloud stands twice");
        CHECK(problem_of_line("list\tr\t0\n0\t0.1\nlist\tr\t0\n0\t0.2\nend\t2") ==
              "not a catalogue: the price of a in r stands twice");
        CHECK(Catalogue::read(kHead + "family\tother\tcompute\tstd\ntype\ta\t2\t4\t-\t-\tdedicated\nend\t0\n")
                  .has_value());
        CHECK(Catalogue::read(kHead + "list\tr\t0\n0\t0.1\nlist\ts\t0\n0\t0.1\nend\t2\n").has_value());
    }

    TEST_CASE("more rows than a catalogue may have are refused") {
        std::string text = kHead;
        for (int i = 0; i < 200'001; ++i) text += "type\tt" + std::to_string(i) + "\t1\t1\t-\t-\tshared\n";
        CHECK(text.size() < limits::kTextBytes);
        CHECK(contains(problem(text), "too many rows"));
    }
}
