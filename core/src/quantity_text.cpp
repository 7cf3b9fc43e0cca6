// SPDX-License-Identifier: MIT
#include "stowage/quantity_text.hpp"

#include "stowage/limits.hpp"
#include "stowage/number_text.hpp"
#include "stowage/refusal.hpp"
#include "unit_text.hpp"

namespace stowage {
namespace {

constexpr std::int64_t kKibi = INT64_C(1) << 10;
constexpr std::int64_t kMebi = INT64_C(1) << 20;
constexpr std::int64_t kGibi = INT64_C(1) << 30;
constexpr std::int64_t kTebi = INT64_C(1) << 40;

constexpr std::array kByteUnits{
    Unit{"TiB", kTebi},
    Unit{"GiB", kGibi},
    Unit{"MiB", kMebi},
    Unit{"KiB", kKibi},
    Unit{"TB", 1'000'000'000'000},
    Unit{"GB", 1'000'000'000},
    Unit{"MB", 1'000'000},
    Unit{"kB", 1'000},
    Unit{"B", 1},
};
/// Kubernetes leaves out the B; its other units, such as M and m, mean other things elsewhere.
constexpr std::array kKubernetesUnits{
    Unit{"Ti", kTebi},
    Unit{"Gi", kGibi},
    Unit{"Mi", kMebi},
    Unit{"Ki", kKibi},
};
constexpr std::string_view kAcceptedBytes =
    "a number with a unit: 512MiB, 1.5GiB (powers of 2) or 500MB, 16GB "
    "(powers of 10)";

constexpr std::array kTimeUnits{
    Unit{"h", Duration::hours(1).to_micros()},
    Unit{"m", Duration::minutes(1).to_micros()},
    Unit{"s", Duration::seconds(1).to_micros()},
    Unit{"ms", Duration::millis(1).to_micros()},
    Unit{"us", 1},
};
/// What show_seconds() writes.
constexpr std::string_view kShownMicros = "\u00B5s";
constexpr std::string_view kAcceptedTime = "a number with a unit: 250us, 120ms, 2s, 5m or 1h";

constexpr std::array kRateUnits{
    Unit{"s", Duration::seconds(1).to_micros()},
    Unit{"min", Duration::minutes(1).to_micros()},
    Unit{"h", Duration::hours(1).to_micros()},
    Unit{"day", Duration::hours(24).to_micros()},
};
constexpr std::string_view kAcceptedRate = "a number per time: 40/s, 2400/min, 1000/h or 50000/day";

constexpr int kMilliDecimals = 3;
constexpr int kPercentDecimals = 2;

}  // namespace

Result<MilliCpu> parse_cpu(std::string_view text) {
    constexpr std::string_view kAccepted = "cores such as 2 or 0.5, or 500m; from 0 to 10000 cores";
    const auto parts = split_unit(text);
    if (!parts) return not_a("an amount of CPU", text, kAccepted);
    if (!parts->unit.empty() && parts->unit != "m") {
        return refused(ErrorCode::unit, in_quotes(text) + " has an unknown unit", kAccepted);
    }
    const std::int64_t unit = parts->unit == "m" ? 1 : 1'000;
    const auto millis = scaled(parts->number, unit);
    if (!millis || *millis < 0 || *millis > limits::kCpu.to_millis()) return out_of_range(text, kAccepted);
    if (parts->number.scale > (unit == 1 ? 0 : kMilliDecimals)) {
        return refused(ErrorCode::out_of_range, in_quotes(text) + " is finer than a thousandth of a core",
                       kAccepted);
    }
    return MilliCpu::millis(*millis);
}

std::string join_range(std::string_view low, std::string_view high) {
    const auto unit_in = [](std::string_view text) {
        return text.substr(std::min(text.find_first_not_of("0123456789."), text.size()));
    };
    const std::string_view unit = unit_in(low);
    if (unit == unit_in(high)) low.remove_suffix(unit.size());
    return std::string(low).append("..").append(high);
}

std::string format_cpu(MilliCpu cpu) { return format_shortest(cpu.to_millis(), kMilliDecimals); }

std::string edit_cpu(const Range<MilliCpu>& cpu) {
    return cpu.is_exact() ? format_cpu(cpu.low) : join_range(format_cpu(cpu.low), format_cpu(cpu.high));
}

std::string show_cpu(MilliCpu cpu) {
    const bool one = cpu == MilliCpu::cores(1) || cpu == MilliCpu::cores(-1);
    return grouped(format_cpu(cpu)) + (one ? " core" : " cores");
}

Result<Bytes> parse_bytes(std::string_view text, Bytes limit) {
    const auto parts = split_unit(text);
    if (!parts) return not_a("an amount of bytes", text, kAcceptedBytes);
    auto unit = size_of(parts->unit, kByteUnits);
    if (!unit) unit = size_of(parts->unit, kKubernetesUnits);
    if (!unit) {
        return refused(ErrorCode::unit,
                       in_quotes(text) + (parts->unit.empty() ? " has no unit" : " has an unknown unit"),
                       kAcceptedBytes);
    }
    const auto bytes = scaled(parts->number, *unit);
    if (!bytes || *bytes < 0 || *bytes > limit.to_bytes()) {
        return out_of_range(text, "from 0 to " + format_bytes(limit));
    }
    return Bytes::bytes(*bytes);
}

std::string format_bytes(Bytes bytes) { return shortest_with_unit(bytes.to_bytes(), kByteUnits); }

std::string edit_bytes(Bytes bytes) {
    std::string text = format_bytes(bytes);
    const auto unit = text.find_first_not_of("0123456789.");
    return unit == std::string::npos ? text : text.insert(unit, 1, ' ');
}

std::string edit_bytes(const Range<Bytes>& bytes) {
    return bytes.is_exact() ? edit_bytes(bytes.low)
                            : join_range(edit_bytes(bytes.low), edit_bytes(bytes.high));
}

std::string show_bytes(Bytes bytes) {
    const std::int64_t value = bytes.to_bytes();
    const std::int64_t size = value < 0 ? -value : value;
    const auto rounded = [value](std::int64_t unit, std::string_view name) {
        const std::int64_t hundredths = divide_rounded(detail::Int128{value} * 100, unit);
        const std::string number = format_shortest(hundredths, 2);
        // Four digits are read at a glance, and many amounts of MiB have as many.
        const bool is_long = hundredths >= 1'000'000 || hundredths <= -1'000'000;
        return (is_long ? grouped(number) : number) + std::string(name);
    };
    const auto exact = [size](std::int64_t unit) { return detail::Int128{size} * 100 % unit == 0; };
    if (size >= kTebi && exact(kTebi)) return rounded(kTebi, " TiB");
    if (size >= kGibi && (exact(kGibi) || size % kMebi != 0 || size >= 10 * kGibi))
        return rounded(kGibi, " GiB");
    if (size == 0) return "0 GiB";
    if (size >= kMebi) return rounded(kMebi, " MiB");
    return size >= kKibi ? rounded(kKibi, " KiB") : std::to_string(value) + " B";
}

std::string show_amount(Resources amounts, Resource resource) {
    switch (resource) {
        case Resource::cpu: return show_cpu(amounts.cpu);
        case Resource::memory: return show_bytes(amounts.memory);
        case Resource::disk: return show_bytes(amounts.disk);
        case Resource::pods:
            return grouped(std::to_string(amounts.pods)) + (amounts.pods == 1 ? " pod" : " pods");
    }
    return {};
}

Result<Bytes> parse_monthly_bytes(std::string_view text) {
    const auto amount = without_suffix(text, kPerMonth);
    if (!amount) return refused(ErrorCode::unit, in_quotes(text) + " does not end in /month", "500GB/month");
    return parse_bytes(*amount, limits::kTraffic);
}

std::string format_monthly_bytes(Bytes bytes) { return format_bytes(bytes) + std::string(kPerMonth); }

Result<Percent> parse_percent(std::string_view text) {
    constexpr std::string_view kAccepted = "from 0% to 100%, with at most two decimals";
    const auto parts = split_unit(text);
    if (!parts) return not_a("a percentage", text, kAccepted);
    if (parts->unit != "%")
        return refused(ErrorCode::unit, in_quotes(text) + " has no per cent sign", kAccepted);
    const auto hundredths = scaled(parts->number, 100);
    const bool too_fine = parts->number.scale > kPercentDecimals;
    if (!hundredths || too_fine || *hundredths < 0 || *hundredths > 10'000)
        return out_of_range(text, kAccepted);
    return Percent::hundredths(*hundredths);
}

std::string format_percent(Percent percent) {
    return format_shortest(percent.to_hundredths(), kPercentDecimals) + "%";
}

Result<Percent> parse_monthly_growth(std::string_view text) {
    const auto share = without_suffix(text, kPerMonth);
    if (!share) return refused(ErrorCode::unit, in_quotes(text) + " does not end in /month", "6%/month");
    return parse_percent(*share);
}

std::string format_monthly_growth(Percent percent) {
    return format_percent(percent) + std::string(kPerMonth);
}

Result<Duration> parse_duration(std::string_view text) {
    const auto parts = split_unit(text);
    if (!parts) return not_a("a duration", text, kAcceptedTime);
    const auto unit = size_of(parts->unit == kShownMicros ? kTimeUnits.back().text : parts->unit, kTimeUnits);
    if (!unit) return refused(ErrorCode::unit, in_quotes(text) + " has no known unit", kAcceptedTime);
    const auto micros = scaled(parts->number, *unit);
    if (!micros || *micros < 0 || *micros > limits::kDuration.to_micros()) {
        return out_of_range(text, "from 0 to " + format_duration(limits::kDuration));
    }
    return Duration::micros(*micros);
}

std::string format_duration(Duration duration) {
    return shortest_with_unit(duration.to_micros(), kTimeUnits);
}

Result<Duration> parse_month_hours(std::string_view text) {
    constexpr std::string_view kAccepted =
        "hours a month, from 0 to 744 with at most three decimals; always is 730, the mean month, and "
        "office 176";
    if (text == "always") return kBillingMonth;
    if (text == "office") return kOfficeMonth;
    const auto number = parse_decimal(text);
    if (!number) return not_a("a number of hours", text, kAccepted);
    const auto micros = scaled(*number, Duration::hours(1).to_micros());
    const bool too_fine = number->scale > kMilliDecimals;
    if (!micros || too_fine || *micros < 0 || *micros > limits::kMonth.to_micros()) {
        return out_of_range(text, kAccepted);
    }
    return Duration::micros(*micros);
}

std::string format_month_hours(Duration hours) {
    const std::int64_t thousandth_of_an_hour = Duration::hours(1).to_micros() / 1'000;
    return format_shortest(divide_rounded(hours.to_micros(), thousandth_of_an_hour), kMilliDecimals);
}

Result<Rate> parse_rate(std::string_view text) {
    const auto slash = text.find('/');
    if (slash == std::string_view::npos) return not_a("a rate", text, kAcceptedRate);
    const auto events = parse_decimal(text.substr(0, slash));
    const auto per = size_of(text.substr(slash + 1), kRateUnits);
    if (!events || !per) return not_a("a rate", text, kAcceptedRate);
    // More than a billion a second is no web system; the limit keeps products with a month within 64 bits.
    if (events->digits < 0 || !is_at_most(*events, 1'000'000'000)) {
        return out_of_range(text, "from 0 to 1000000000 per unit of time");
    }
    return Rate{*events, Duration::micros(*per)};
}

std::string format_rate(const Rate& rate) {
    std::string_view per = kRateUnits.front().text;
    for (const Unit& unit : kRateUnits) {
        if (unit.size == rate.per.to_micros()) per = unit.text;
    }
    return format_shortest(rate.events.digits, rate.events.scale) + "/" + std::string(per);
}

}  // namespace stowage
