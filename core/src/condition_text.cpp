// SPDX-License-Identifier: MIT
#include "stowage/ascii.hpp"
#include "stowage/decimal.hpp"
#include "stowage/quantity_text.hpp"
#include "stowage/refusal.hpp"
#include "stowage/scaling.hpp"

namespace stowage {
namespace {

constexpr std::string_view kAcceptedCondition =
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
    for (const Metric metric : kMetrics) {
        if (name_of(metric) == text) return metric;
    }
    return std::nullopt;
}

Result<std::int64_t> parse_count(std::string_view text) {
    const auto number = parse_decimal(text);
    if (!number || number->scale > 0 || number->digits < 0 || number->digits > limits::kMetricCount) {
        return not_a("a count", text, "a whole number from 0 to 1000000000");
    }
    return number->digits;
}

/// Time and counts, which are alike as thresholds and as figures.
Result<std::int64_t> parse_time_or_count(std::string_view text, MetricUnit unit) {
    if (unit == MetricUnit::count) return parse_count(text);
    const auto duration = parse_duration(text);
    if (!duration) return duration.error();
    return duration->to_micros();
}

Result<std::int64_t> parse_threshold(std::string_view text, MetricUnit unit) {
    if (unit != MetricUnit::percent) return parse_time_or_count(text, unit);
    const auto percent = parse_percent(text);
    if (!percent) return percent.error();
    return percent->to_hundredths();
}

/// As a threshold, but a per cent may exceed 100.
Result<std::int64_t> parse_percent_figure(std::string_view text) {
    constexpr std::string_view kAcceptedPercent = "from 0% to 10000%, with at most two decimals";
    if (text.empty() || text.back() != '%')
        return refused(ErrorCode::unit, in_quotes(text) + " has no per cent sign", kAcceptedPercent);
    const auto number = parse_decimal(text.substr(0, text.size() - 1));
    if (!number || number->scale > 2) return not_a("a percentage", text, kAcceptedPercent);
    const std::int64_t unit_size = number->scale == 0 ? 100 : number->scale == 1 ? 10 : 1;
    if (number->digits < 0 || number->digits > limits::kMetricPercent / unit_size)
        return out_of_range(text, kAcceptedPercent);
    return number->digits * unit_size;
}

}  // namespace

Result<Condition> parse_condition(std::string_view text) {
    std::string_view rest = text;
    const auto metric = metric_named(take_word(rest));
    const std::string_view comparison = take_word(rest);
    if (!metric || (comparison != ">" && comparison != "<"))
        return not_a("a condition", text, kAcceptedCondition);
    const auto threshold = parse_threshold(take_word(rest), unit_of(*metric));
    if (!threshold) return threshold.error();
    Condition condition{*metric, comparison == ">", *threshold, std::nullopt};
    if (rest.empty()) return condition;
    if (take_word(rest) != "for") return not_a("a condition", text, kAcceptedCondition);
    const auto sustained = parse_duration(rest);
    if (!sustained) return sustained.error();
    condition.sustained = *sustained;
    return condition;
}

std::string format_condition(const Condition& condition) {
    std::string text(name_of(condition.metric));
    text += (condition.above ? " > " : " < ") + format_figure(condition.metric, condition.threshold);
    if (condition.sustained) text += " for " + format_duration(*condition.sustained);
    return text;
}

std::string format_conditions(const std::vector<Condition>& conditions) {
    std::string text;
    for (const Condition& condition : conditions)
        text += (text.empty() ? "" : ", ") + format_condition(condition);
    return text;
}

std::string format_figure(Metric metric, std::int64_t figure) {
    switch (unit_of(metric)) {
        case MetricUnit::percent: return format_percent(Percent::hundredths(figure));
        case MetricUnit::time: return format_duration(Duration::micros(figure));
        case MetricUnit::count: break;
    }
    return std::to_string(figure);
}

Result<std::int64_t> parse_figure(Metric metric, std::string_view text) {
    const std::string_view figure = trimmed(text);
    const MetricUnit unit = unit_of(metric);
    return unit == MetricUnit::percent ? parse_percent_figure(figure) : parse_time_or_count(figure, unit);
}

Result<Metrics> parse_metrics(std::string_view text) {
    constexpr std::string_view kAcceptedMetrics =
        "METRIC=FIGURE, ..., such as cpu=82%, p95=640ms, queue=12; METRIC is cpu, memory, utilisation, p95, "
        "latency, queue or connections";
    Metrics metrics;
    for (std::string_view rest = text;;) {
        const auto comma = rest.find(',');
        const std::string_view part = trimmed(rest.substr(0, comma));
        const auto equals = part.find('=');
        const auto metric = metric_named(trimmed(part.substr(0, equals)));
        if (!metric || equals == std::string_view::npos) return not_a("a metric", part, kAcceptedMetrics);
        if (metrics.of(*metric)) {
            return refused(ErrorCode::duplicate, std::string(name_of(*metric)) + " is given twice",
                           kAcceptedMetrics);
        }
        const auto figure = parse_figure(*metric, part.substr(equals + 1));
        if (!figure) return figure.error();
        metrics.set(*metric, *figure);
        if (comma == std::string_view::npos) return metrics;
        rest.remove_prefix(comma + 1);
    }
}

}  // namespace stowage
