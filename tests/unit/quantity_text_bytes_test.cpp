// SPDX-License-Identifier: MIT
#include <iterator>

#include "expectations.hpp"
#include "printers.hpp"
#include "random.hpp"
#include "stowage/limits.hpp"
#include "stowage/quantity_text.hpp"

using namespace stowage;
using namespace stowage::test;

namespace {

bool reads(std::string_view text, Bytes expected) {
    const auto bytes = parse_bytes(text, limits::kMemory);
    return bytes && *bytes == expected;
}

const std::string kAccepted =
    " (accepted: a number with a unit: 512MiB, 1.5GiB (powers of 2) or 500MB, 16GB (powers of 10))";

}  // namespace

TEST_SUITE("bytes as text") {
    TEST_CASE("units with i are powers of 2, the others powers of 10") {
        CHECK(reads("1KiB", Bytes::bytes(1'024)));
        CHECK(reads("512MiB", Bytes::bytes(536'870'912)));
        CHECK(reads("1.5GiB", Bytes::bytes(1'610'612'736)));
        CHECK(reads("32TiB", Bytes::bytes(35'184'372'088'832)));
        CHECK(reads("1kB", Bytes::bytes(1'000)));
        CHECK(reads("500MB", Bytes::bytes(500'000'000)));
        CHECK(reads("16GB", Bytes::bytes(16'000'000'000)));
        CHECK(reads("1TB", Bytes::bytes(1'000'000'000'000)));
        CHECK(reads("7B", Bytes::bytes(7)));
        CHECK(reads("1.5 GiB", Bytes::mib(1'536)));
        CHECK(reads("0B", Bytes{}));
    }

    TEST_CASE("powers of 2 may be spelt as Kubernetes does, and are written with a B") {
        CHECK(reads("64Ki", Bytes::bytes(65'536)));
        CHECK(reads("512Mi", Bytes::mib(512)));
        CHECK(reads("1.5 Gi", Bytes::mib(1'536)));
        CHECK(reads("1Ti", Bytes::gib(1'024)));
        CHECK(format_bytes(*parse_bytes("512Mi", limits::kMemory)) == "512MiB");
    }

    TEST_CASE("a fraction of a byte is rounded half away from zero") {
        CHECK(reads("0.4B", Bytes{}));
        CHECK(reads("0.5B", Bytes::bytes(1)));
        CHECK(reads("0.3KiB", Bytes::bytes(307)));  // 307.2
    }

    TEST_CASE("a number without a unit is refused") {
        CHECK(refusal_of(parse_bytes("512", limits::kMemory)) == "unit \"512\" has no unit" + kAccepted);
        CHECK(refusal_of(parse_bytes("0", limits::kMemory)) == "unit \"0\" has no unit" + kAccepted);
    }

    TEST_CASE("the case of a unit counts") {
        for (const char* text : {"1gib", "1GIB", "1Gb", "1mb", "1KB", "1kib", "1b", "1gi", "1KI", "1M", "1G",
                                 "1GiB/month", "1  GiB", "1GiB "}) {
            CHECK(refusal_of(parse_bytes(text, limits::kMemory)) ==
                  "unit \"" + std::string(text) + "\" has an unknown unit" + kAccepted);
        }
    }

    TEST_CASE("text without a number in front is refused") {
        for (const char* text : {"", "GiB", "much", ".5GiB", "1.2.3GiB", "1,5GiB", "1e3MiB"}) {
            const Error error = error_of(parse_bytes(text, limits::kMemory));
            // "1,5GiB" and "1e3MiB" do begin with a number; what follows is no unit.
            const bool number_first = text[0] == '1' && text[1] != '.';
            CHECK(error.code == (number_first ? ErrorCode::unit : ErrorCode::type));
            CHECK(contains(error.accepted, "512MiB"));
        }
    }

    TEST_CASE("an amount below zero or above the limit is refused with the limit") {
        CHECK(refusal_of(parse_bytes("-1MiB", limits::kMemory)) ==
              "out_of_range \"-1MiB\" is out of range (accepted: from 0 to 32TiB)");
        CHECK(refusal_of(parse_bytes("33TiB", limits::kMemory)) ==
              "out_of_range \"33TiB\" is out of range (accepted: from 0 to 32TiB)");
        CHECK(refusal_of(parse_bytes("999999999999999999TiB", limits::kMemory)) ==
              "out_of_range \"999999999999999999TiB\" is out of range (accepted: from 0 to 32TiB)");
        CHECK(refusal_of(parse_bytes("2KiB", Bytes::bytes(2'047))) ==
              "out_of_range \"2KiB\" is out of range (accepted: from 0 to 2047B)");
        CHECK(parse_bytes("2047B", Bytes::bytes(2'047)).has_value());
    }

    TEST_CASE("an amount is written in the unit that is shortest, the larger one when equal") {
        CHECK(format_bytes(Bytes::mib(1'536)) == "1.5GiB");
        CHECK(format_bytes(Bytes::mib(1'000)) == "1000MiB");
        CHECK(format_bytes(Bytes::mib(512)) == "512MiB");
        CHECK(format_bytes(Bytes::bytes(500'000'000)) == "500MB");
        CHECK(format_bytes(Bytes::bytes(1'024'000'000)) == "1024MB");  // 1.024GB is longer
        CHECK(format_bytes(Bytes::gib(1'280)) == "1.25TiB");           // as long as 1280GiB
        CHECK(format_bytes(Bytes::bytes(1'000)) == "1kB");
        CHECK(format_bytes(Bytes::bytes(1'073'741'823)) == "1073741823B");
        CHECK(format_bytes(Bytes{}) == "0B");
    }

    TEST_CASE("an amount is shown in powers of 2 with at most two decimals") {
        CHECK(show_bytes(Bytes::mib(512)) == "512 MiB");
        CHECK(show_bytes(Bytes::mib(6'400)) == "6.25 GiB");
        CHECK(show_bytes(Bytes::mib(8'704)) == "8.5 GiB");
        CHECK(show_bytes(Bytes::gib(1)) == "1 GiB");
        CHECK(show_bytes(Bytes::tib(2)) == "2 TiB");
        CHECK(show_bytes(Bytes::bytes(1'536)) == "1.5 KiB");
        CHECK(show_bytes(Bytes::bytes(100)) == "100 B");
        CHECK(show_bytes(Bytes{}) == "0 GiB");
    }

    TEST_CASE("whole MiB stay MiB where GiB would round, up to 10 GiB") {
        CHECK(show_bytes(Bytes::mib(1'250)) == "1250 MiB");
        CHECK(show_bytes(Bytes::mib(2'846)) == "2846 MiB");
        CHECK(show_bytes(Bytes::mib(10'239)) == "10,239 MiB");
        CHECK(show_bytes(Bytes::mib(10'250)) == "10.01 GiB");  // 10.0098
        CHECK(show_bytes(Bytes::gib(1) + Bytes::bytes(1)) == "1 GiB");
        CHECK(show_bytes(Bytes::bytes(500'000'000)) == "476.84 MiB");  // 476.837
    }

    TEST_CASE("what is short is shown with its sign") {
        CHECK(show_bytes(Bytes::gib(-1)) == "-1 GiB");
        CHECK(show_bytes(Bytes::mib(-1'250)) == "-1250 MiB");
        CHECK(show_bytes(Bytes::bytes(-7)) == "-7 B");
    }

    TEST_CASE("traffic is an amount per month") {
        const auto traffic = parse_monthly_bytes("500GB/month");
        CHECK((traffic && *traffic == Bytes::bytes(500'000'000'000)));
        CHECK(refusal_of(parse_monthly_bytes("500GB")) ==
              "unit \"500GB\" does not end in /month (accepted: 500GB/month)");
        CHECK(refusal_of(parse_monthly_bytes("500/month")) == "unit \"500\" has no unit" + kAccepted);
        CHECK(error_of(parse_monthly_bytes("1048577TiB/month")).code == ErrorCode::out_of_range);
        CHECK(parse_monthly_bytes("1048576TiB/month").has_value());
        CHECK(format_monthly_bytes(Bytes::bytes(500'000'000'000)) == "500GB/month");
    }

    TEST_CASE("what is written reads as the same amount") {
        Random random(3);
        const Bytes limits[] = {Bytes::tib(32), Bytes::tib(1'024), Bytes::gib(10), Bytes::mib(10)};
        for (int i = 0; i < 2'000; ++i) {
            const Bytes most = random.one_of(limits);
            Bytes bytes = Bytes::bytes(random.spread_between(0, most.to_bytes()));
            if (random.chance(50)) bytes = Bytes::mib(bytes.to_bytes() >> 20);
            const auto again = parse_bytes(format_bytes(bytes), most);
            CHECK_MESSAGE((again && *again == bytes), format_bytes(bytes));
        }
    }
}
