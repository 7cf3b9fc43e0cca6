// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "expectations.hpp"
#include "small_catalogue.hpp"
#include "stowage/limits.hpp"

using namespace stowage;
using namespace stowage::test;

namespace {

const std::string kHead =
    "stowage-catalogue\t1\nsource\t2026-01-15\tlist\nfamily\tcloud\tcompute\tstd\ntype\ta\t2\t4\t-\tx86_"
    "64\tdedicated\n";

std::string problem(const std::string& text) { return error_of(Catalogue::read(text)).message; }

/// What is wrong with a fifth line.
std::string problem_of_line(const std::string& line) { return problem(kHead + line + "\n"); }

std::string problem_of_type(const std::string& fields) { return problem_of_line("type\t" + fields); }

}  // namespace

TEST_SUITE("catalogue reader") {
    TEST_CASE("a catalogue is read in any order of types and regions") {
        const Catalogue read = catalogue_of(
            "stowage-catalogue\t1\nsnapshot\tid\nsource\td\tt\nfamily\tz\tcompute\tf\n"
            "type\tb\t1\t1\t-\t-\tdedicated\ntype\ta\t1\t1\t-\t-\tshared\n"
            "family\ty\tredis\tg\ntype\tc\t1\t1\t-\tarm64\tburstable\n"
            "list\tr2\t0\n0\t1\n0\t2\n0\t3\nlist\tr1\t0\n1\t4\nend\t14\n");
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
        CHECK(Catalogue::read("stowage-catalogue\t1\nend\t1").has_value());
        CHECK(Catalogue::read("stowage-catalogue\t1\nend\t1\n").has_value());
        CHECK(catalogue_of(kSmallCatalogue.substr(0, kSmallCatalogue.size() - 1)).prices().size() == 8);
    }

    TEST_CASE("a text that is no catalogue says what its first line should be") {
        for (const std::string text :
             {"x", "\n", "stowage-catalogue\t0", "stowage-catalogue 1", "stowage-catalogue\t1\r\n", "{}"}) {
            CHECK(refusal_of(Catalogue::read(text)) ==
                  "syntax not a catalogue: line 1: the header is missing (accepted: stowage-catalogue\t1 in "
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
        CHECK(problem_of_line("rates\tcloud\tr\t0\t0") ==
              "not a catalogue: line 5: unknown record \"rates\"");
        CHECK(problem_of_line("source\tx") == "not a catalogue: line 5: a price before the first list");
        CHECK(problem_of_line("a\tb\tc\td\te\tf\tg\th\ti") == "not a catalogue: line 5: too many fields");
        CHECK(problem_of_line("type\ta\t2\t4\t-\tx86_64\tdedicated\t\t") ==
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
        CHECK(Catalogue::read(kHead + "type\tb\t2\t4\t-\t-\tburstable\nend\t5\n").has_value());
    }

    TEST_CASE("a text that was cut is recognised, also at the end of a line") {
        const std::string whole(kSmallCatalogue);
        for (std::size_t size = 1; size + 1 < whole.size(); ++size) {
            CHECK_FALSE(Catalogue::read(whole.substr(0, size)).has_value());
        }
        const std::string last = "end\t27\n";
        CHECK(problem(whole.substr(0, whole.size() - last.size())) ==
              "not a catalogue: it is cut short: its last record should be end");
    }

    TEST_CASE("the end counts the records before it, and nothing follows it") {
        CHECK(problem_of_line("end\t1") ==
              "not a catalogue: line 5: the end counts \"1\" records, but before it are 4");
        CHECK(problem_of_line("end\t") ==
              "not a catalogue: line 5: the end counts \"\" records, but before it are 4");
        CHECK(problem_of_line("end\t4\nend\t4") == "not a catalogue: line 6: something follows the end");
        CHECK(problem_of_line("end\t4\n") == "not a catalogue: line 6: something follows the end");
    }

    TEST_CASE("a type needs a family, a family an offering") {
        CHECK(problem("stowage-catalogue\t1\ntype\ta\t2\t4\t-\tx86_64\tdedicated\n") ==
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
        CHECK(Catalogue::read(kHead + "snapshot\t" + std::string(100, 'x') + "\nend\t5\n").has_value());
        // cloud/REGION/a: 100 bytes together
        CHECK(Catalogue::read(kHead + "list\t" + std::string(92, 'r') + "\t0\n0\t1\nend\t6\n").has_value());
        CHECK(problem_of_line("list\t" + std::string(93, 'r') + "\t0\n0\t1") ==
              "not a catalogue: line 6: provider, region and sku are too long together");
    }

    TEST_CASE("what stands twice is refused") {
        CHECK(problem_of_type("a\t4\t8\t-\t-\tdedicated\nend\t5") ==
              "not a catalogue: the type a of cloud stands twice");
        CHECK(problem_of_line("list\tr\t0\n0\t0.1\nlist\tr\t0\n0\t0.2\nend\t8") ==
              "not a catalogue: the price of a in r stands twice");
        CHECK(Catalogue::read(kHead + "family\tother\tcompute\tstd\ntype\ta\t2\t4\t-\t-\tdedicated\nend\t6\n")
                  .has_value());
        CHECK(Catalogue::read(kHead + "list\tr\t0\n0\t0.1\nlist\ts\t0\n0\t0.1\nend\t8\n").has_value());
    }

    TEST_CASE("more records than a catalogue may have are refused") {
        std::string text = kHead;
        for (int i = 0; i < 200'000; ++i) text += "type\tt" + std::to_string(i) + "\t1\t1\t-\t-\tshared\n";
        CHECK(text.size() < limits::kTextBytes);
        CHECK(contains(problem(text), "too many records"));
    }

    TEST_CASE("what a month costs at most stands after the price of the hour") {
        const Catalogue read = catalogue_of(kHead + "list\tr\t0\n0\t0.00893\t6\nend\t6\n");
        CHECK(read.prices().front().month_cap == Money::units(6));
        CHECK_FALSE(catalogue_of(kHead + "list\tr\t0\n0\t0.00893\nend\t6\n").prices().front().month_cap);
        CHECK(
            contains(problem_of_line("list\tr\t0\n0\t1\tsix"), "line 6: \"six\" is not an amount of money"));
        CHECK(contains(problem_of_line("list\tr\t0\n0\t1\t"), "line 6: \"\" is not an amount of money"));
        CHECK(contains(problem_of_line("list\tr\t0\n0\t1\t1000001"), "line 6: \"1000001\" is out of range"));
        CHECK(problem_of_line("list\tr\t0\n0\t1\t6\t6") == "not a catalogue: line 6: unknown record \"0\"");
    }

    TEST_CASE("a source can be stale, a baseline inferred") {
        const Catalogue read = catalogue_of(
            kHead +
            "source\t2025-01-15\told list\tstale\ntype\tb\t2\t4\t20%\t-\tburstable\tinferred\nend\t6\n");
        CHECK_FALSE(read.sources()[0].stale);
        CHECK(read.sources()[1].stale);
        CHECK_FALSE(read.find_type("cloud", "a")->baseline_inferred);
        CHECK(read.find_type("cloud", "b")->baseline_inferred);
        CHECK(problem_of_line("source\tday\tlist\told") == "not a catalogue: line 5: unknown mark \"old\"");
        CHECK(problem_of_line("source\tday\tlist\t") == "not a catalogue: line 5: unknown mark \"\"");
        CHECK(problem_of_type("b\t2\t4\t20%\t-\tburstable\tstale") ==
              "not a catalogue: line 5: unknown mark \"stale\"");
        CHECK(problem_of_type("b\t2\t4\t-\t-\tburstable\tinferred") ==
              "not a catalogue: line 5: no baseline that could be inferred");
    }

    TEST_CASE("rates are read with their tiers, and of each item the first is the usual one") {
        const Catalogue read = catalogue_of(
            kHead +
            "rates\tz\tr2\t0\nrate\tdisk\tb\t0.08/GiB-month\nrate\tdisk\ta\t0.1/GiB-month\n"
            "rates\tcloud\tr1\t0\nrate\tegress\tinternet\t0/GB up to 100, 0.09/GB up to 10240, 0.085/GB\n"
            "rate\tdisk\tmanaged\t5.28/disk-month up to 32\nrate\tload_balancer\tlb\t0.015 at most 10/month\n"
            "end\t11\n");
        REQUIRE(read.rates().size() == 5);
        std::string order;
        for (const ListedRate& rate : read.rates()) {
            order += rate.provider + "/" + read.regions()[rate.region] + "/" + rate.sku + " ";
        }
        CHECK(order == "cloud/r1/managed cloud/r1/internet cloud/r1/lb z/r2/b z/r2/a ");
        const ListedRate& egress = read.rates()[1];
        CHECK(egress.item == RateItem::egress);
        CHECK(read.sources()[egress.source].date == "2026-01-15");
        CHECK(egress.price == ListPrice{PriceUnit::gb,
                                        {{100, UnitPrice::nanos(0)},
                                         {10'240, UnitPrice::nanos(90'000'000)},
                                         {0, UnitPrice::nanos(85'000'000)}},
                                        {}});
        CHECK(read.rates()[2].price.month_cap == Money::units(10));
    }

    TEST_CASE("a bad rate is refused with its line") {
        const auto problem_of_rate = [](const std::string& fields) {
            return problem_of_line("rates\tcloud\tr\t0\nrate\t" + fields);
        };
        CHECK(problem_of_line("rate\tdisk\ta\t0.1/GiB-month") ==
              "not a catalogue: line 5: a rate before the first rates");
        CHECK(problem_of_line("list\tr\t0\nrate\tdisk\ta\t0.1/GiB-month") ==
              "not a catalogue: line 6: a rate before the first rates");
        CHECK(problem_of_line("rates\tcloud\tr\t0\n0\t0.1") ==
              "not a catalogue: line 6: a price before the first list");
        CHECK(problem_of_line("rates\tcloud\tr\t1") == "not a catalogue: line 5: no source \"1\"");
        CHECK(problem_of_line("rates\t\tr\t0") == "not a catalogue: line 5: \"\" is no id");
        CHECK(problem_of_rate("disc\ta\t0.1/GiB-month") == "not a catalogue: line 6: unknown rate \"disc\"");
        CHECK(problem_of_rate("disk\ta b\t0.1/GiB-month") == "not a catalogue: line 6: \"a b\" is no id");
        CHECK(contains(problem_of_rate("disk\ta\tcheap"), "line 6: \"cheap\" is not an amount of money"));
        CHECK(contains(problem_of_rate("egress\ta\t0.1/GB up to 9, 0.2/GB up to 9"),
                       "line 6: \"0.1/GB up to 9, 0.2/GB up to 9\" is not a list price"));
        CHECK(problem_of_rate("egress\ta\t0.1") ==
              "not a catalogue: line 6: \"egress\" has no price per hour");
        CHECK(problem_of_rate("disk\t" + std::string(93, 's') + "\t0.1/GiB-month") ==
              "not a catalogue: line 6: provider, region and sku are too long together");
        CHECK(problem_of_rate(
                  "disk\ta\t0.1/GiB-month\nrate\tegress\ta\t0.1/GB\nrate\tdisk\ta\t0.1/GiB-month\nend\t8") ==
              "not a catalogue: the disk rate a in r stands twice");
    }

    TEST_CASE("locations are read in their order, each place once") {
        const Catalogue read = catalogue_of(
            kHead +
            "location\teast\tcloud\tr2\nlocation\teast\tcloud\tr1\nlocation\twest\tcloud\tr1\nend\t7\n");
        REQUIRE(read.locations().size() == 3);
        CHECK(read.locations()[0].name == "east");
        CHECK(read.locations()[0].region == "r2");
        CHECK(problem_of_line("location\teast\tcloud\tr 2") == "not a catalogue: line 5: \"r 2\" is no id");
        CHECK(problem_of_line("location\t\tcloud\tr2") == "not a catalogue: line 5: \"\" is no id");
        CHECK(problem_of_line("location\te\tcloud\tr\nlocation\te\tcloud\tr\nend\t6") ==
              "not a catalogue: cloud/r stands twice in the location e");
    }
}
