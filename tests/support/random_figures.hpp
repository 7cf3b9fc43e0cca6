// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "random.hpp"
#include "stowage/limits.hpp"
#include "stowage/plan.hpp"

namespace stowage::test {

/// Text that is hard to write in YAML, JSON, Markdown or CSV.
inline const std::string kHardTexts[] = {
    "plain words",
    "null",
    "true",
    "No",
    "~",
    "1:2",
    "0x1F",
    "1e3",
    "12",
    "-1.5",
    "2026-11-23",
    " leading space",
    "trailing space ",
    "a: b",
    "a #b",
    "# c",
    "- item",
    "? key",
    "key:",
    ": value",
    "[list",
    "{map",
    "]",
    "}",
    ",",
    "&anchor",
    "*alias",
    "!tag",
    "|",
    ">",
    "%TAG",
    "@at",
    "`tick`",
    "=",
    "<<",
    "---",
    "...",
    "'single'",
    "\"double\"",
    "back\\slash",
    "two\nlines",
    "\nleading line",
    "trailing line\n",
    "carriage\rreturn",
    "both\r\nof them",
    "a\ttab",
    "\ttab first",
    "tab last\t",
    "bell \x07 and escape \x1B",
    "delete \x7F",
    std::string("nothing \0 inside", 16),
    "next line \xC2\x85 control",
    "no-break \xC2\xA0 space",
    "\xC3\xA9t\xC3\xA9",
    "\xE6\x97\xA5\xE6\x9C\xAC",
    "line \xE2\x80\xA8 separator",
    "paragraph \xE2\x80\xA9 separator",
    "mark \xEF\xBB\xBF inside",
    "\xEF\xBB\xBFmark first",
    "not a character \xEF\xBF\xBE",
    "crane \xF0\x9F\x8F\x97",
    "last \xF4\x8F\xBF\xBF",
    "x|y|z",
    "<b>bold</b>",
    "=1+2",
};

/// Names, texts and quantities of random plans, one draw a statement: the order in which arguments are
/// evaluated differs between compilers.
class RandomFigures {
  public:
    explicit RandomFigures(std::uint64_t seed) : random_(seed) {}

    bool maybe() { return random_.chance(40); }
    std::size_t count(std::int64_t most) { return static_cast<std::size_t>(random_.between(0, most)); }

    /// Unique for each index: the index is part of it.
    std::string name(std::size_t index) {
        constexpr std::string_view kCharacters =
            "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-";
        static const std::string kWords[] = {"app", "null", "true", "1", "0x1", "no", "a", "Z", "1e3"};
        std::string name = random_.one_of(kWords) + "-" + std::to_string(index);
        const std::int64_t more = random_.chance(10) ? 50 : random_.between(0, 4);
        for (std::int64_t i = 0; i < more; ++i) {
            name += kCharacters[static_cast<std::size_t>(
                random_.between(0, static_cast<std::int64_t>(kCharacters.size()) - 1))];
        }
        return name;
    }

    std::string maybe_text(std::size_t most_bytes) {
        if (!maybe()) return {};
        std::string text = random_.one_of(kHardTexts);
        while (random_.chance(30)) text += " " + random_.one_of(kHardTexts);
        if (random_.chance(3)) text = std::string(most_bytes, 'x');
        return text.size() <= most_bytes ? text : std::string("too long");
    }

    std::string provider() {
        static const std::string kProviders[] = {"aws", "gcp", "azure", "ovh", "nowhere"};
        return random_.one_of(kProviders);
    }
    std::string region() {
        static const std::string kRegions[] = {"us-east-1", "eu-west-1", "us-central1",
                                               "eastus",    "1-az",      "the/moon"};
        return random_.one_of(kRegions);
    }
    std::string instance() {
        static const std::string kInstances[] = {
            "t3.medium",       "c6a.xlarge",    "m6i.4xlarge", "db.t3.medium", "cache.t3.medium:redis-oss",
            "Standard_D2s_v5", "e2-standard-2", "none.such",   "null",         "d2-8",
        };
        return random_.one_of(kInstances);
    }

    MilliCpu cpu() { return MilliCpu::millis(random_.spread_between(0, limits::kCpu.to_millis())); }
    Bytes bytes(Bytes most) {
        const Bytes any = Bytes::bytes(random_.spread_between(0, most.to_bytes()));
        const Bytes whole = Bytes::mib(any.to_bytes() / Bytes::mib(1).to_bytes());
        return random_.chance(70) && !whole.is_zero() ? whole : any;
    }
    Bytes memory() { return bytes(limits::kMemory); }
    Money money() { return Money::nanos(random_.spread_between(0, limits::kMonthlyCost.to_nanos())); }
    HourlyPrice hourly_price() {
        return HourlyPrice::nanos(random_.spread_between(0, limits::kHourlyPrice.to_nanos()));
    }
    Percent percent() { return Percent::hundredths(random_.between(0, 10'000)); }
    Duration duration() { return Duration::micros(random_.spread_between(0, limits::kDuration.to_micros())); }
    /// From 0 to a million, with at most six decimals, without trailing zeros.
    Decimal number() {
        Decimal number{random_.spread_between(0, 1'000'000), static_cast<int>(random_.between(0, 6))};
        while (number.scale > 0 && number.digits % 10 == 0) number = {number.digits / 10, number.scale - 1};
        return number;
    }

    /// A figure, or a range that begins with it.
    template <class Draw>
    auto range(const Draw& draw) {
        const auto low = draw();
        if (!maybe()) return Range(low);
        const auto high = draw();
        return low < high ? Range(low, high) : Range(low);
    }

    Range<Rate> rate() {
        static constexpr Duration kPer[] = {Duration::seconds(1), Duration::minutes(1), Duration::hours(1),
                                            Duration::hours(24)};
        const Rate low{number(), random_.one_of(kPer)};
        if (!maybe()) return low;
        return {low, {normalised({low.events.digits * 2, low.events.scale}), low.per}};
    }

    Range<Duration> duration_range() {
        return range([this] { return duration(); });
    }

    Random random_;
};

}  // namespace stowage::test
