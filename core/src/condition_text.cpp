// SPDX-License-Identifier: MIT
#include "stowage/decimal.hpp"
#include "stowage/quantity_text.hpp"
#include "stowage/refusal.hpp"

namespace stowage {
namespace {

struct MetricName {
    std::string_view text;
    Metric metric;
};

constexpr std::array kMetrics{
    MetricName{"cpu", Metric::cpu},
    MetricName{"memory", Metric::memory},
    MetricName{"utilisation", Metric::utilisation},
    MetricName{"p95", Metric::p95},
    MetricName{"latency", Metric::latency},
    MetricName{"queue", Metric::queue},
    MetricName{"connections", Metric::connections},
};

constexpr std::string_view kAccepted =
    "METRIC > THRESHOLD [for TIME], such as \"cpu > 70% for 5m\"; METRIC is cpu, memory, utilisation, p95, "
    "latency, queue or connections";

/// The first word of `text`, taken off it together with the space behind.
std::string_view take_word(std::string_view& text) {
    const auto space = text.find(' ');
    const std::string_view word = text.substr(0, space);
    text.remove_prefix(space == std::string_view::npos ? text.size() : space + 1);
    return word;
}

std::optional<Metric> metric_named(std::string_view text) {
    for (const MetricName& known : kMetrics) {
        if (known.text == text) return known.metric;
    }
    return std::nullopt;
}

Result<std::int64_t> parse_threshold(std::string_view text, MetricUnit unit) {
    if (unit == MetricUnit::percent) {
        const auto percent = parse_percent(text);
        if (!percent) return percent.error();
        return percent->to_hundredths();
    }
    if (unit == MetricUnit::time) {
        const auto duration = parse_duration(text);
        if (!duration) return duration.error();
        return duration->to_micros();
    }
    const auto number = parse_decimal(text);
    constexpr std::int64_t kMost = 1'000'000'000;
    if (!number || number->scale > 0 || number->digits < 0 || number->digits > kMost) {
        return not_a("a count", text, "a whole number from 0 to 1000000000");
    }
    return number->digits;
}

std::string format_threshold(const Condition& condition) {
    switch (unit_of(condition.metric)) {
        case MetricUnit::percent: return format_percent(Percent::hundredths(condition.threshold));
        case MetricUnit::time: return format_duration(Duration::micros(condition.threshold));
        case MetricUnit::count: break;
    }
    return std::to_string(condition.threshold);
}

}  // namespace

Result<Condition> parse_condition(std::string_view text) {
    std::string_view rest = text;
    const auto metric = metric_named(take_word(rest));
    const std::string_view comparison = take_word(rest);
    if (!metric || (comparison != ">" && comparison != "<")) return not_a("a condition", text, kAccepted);
    const auto threshold = parse_threshold(take_word(rest), unit_of(*metric));
    if (!threshold) return threshold.error();
    Condition condition{*metric, comparison == ">", *threshold, std::nullopt};
    if (rest.empty()) return condition;
    if (take_word(rest) != "for") return not_a("a condition", text, kAccepted);
    const auto sustained = parse_duration(rest);
    if (!sustained) return sustained.error();
    condition.sustained = *sustained;
    return condition;
}

std::string format_condition(const Condition& condition) {
    std::string text;
    for (const MetricName& known : kMetrics) {
        if (known.metric == condition.metric) text = known.text;
    }
    text += (condition.above ? " > " : " < ") + format_threshold(condition);
    if (condition.sustained) text += " for " + format_duration(*condition.sustained);
    return text;
}

}  // namespace stowage
