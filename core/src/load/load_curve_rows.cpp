// SPDX-License-Identifier: MIT
#include <algorithm>
#include <string>

#include "plain_number.hpp"
#include "stowage/ascii.hpp"
#include "stowage/decimal.hpp"
#include "stowage/load_curve.hpp"
#include "stowage/refusal.hpp"

namespace stowage {
namespace {

constexpr std::string_view kRows = "rows of HH:MM,factor, of minute,factor or of factor";
constexpr std::string_view kSeparators = ",\t";  // a tab is what a spreadsheet copies
constexpr std::string_view kTimes = "from 00:00 to 23:59";
constexpr std::string_view kMinutes = "a whole minute from 0 to 10079";
constexpr std::string_view kFactors = "a number from 0 to 1000, where 1 is the mean, such as 1.5";

static_assert(limits::kCurveMinutes == 10'080 && limits::kCurveFactor == 1'000, "as the texts above say");

enum class RowKind { time, minute, factor };

struct CurvePoint {
    std::int64_t minute = 0;
    double factor = 0;
};

/// Neither a time nor a number stands in its first cell.
bool is_header(std::string_view row) { return !is_digit(row.front()) && row.front() != '-'; }

RowKind kind_of(std::string_view row) {
    const std::size_t separator = row.find_first_of(kSeparators);
    if (separator == std::string_view::npos) return RowKind::factor;
    return row.substr(0, separator).find(':') != std::string_view::npos ? RowKind::time : RowKind::minute;
}

Result<double> read_factor(std::string_view text) {
    const auto number = parse_decimal(text);
    if (!number) return not_a("a factor", text, kFactors);
    if (number->digits < 0 || !is_at_most(*number, limits::kCurveFactor)) return out_of_range(text, kFactors);
    return value_of(*number);
}

/// "06:30" or "6:30".
Result<std::int64_t> read_time(std::string_view text) {
    const std::size_t colon = text.find(':');
    const bool shaped = text.size() == colon + 3 && (colon == 1 || colon == 2) &&
                        std::all_of(text.begin(), text.end(), [](char c) { return c == ':' || is_digit(c); });
    const auto hour = parse_decimal(text.substr(0, colon));
    const auto minute = parse_decimal(text.substr(colon + 1));
    if (!shaped || !hour || !minute) return not_a("a time", text, kTimes);
    if (hour->digits > 23 || minute->digits > 59) return out_of_range(text, kTimes);
    return hour->digits * 60 + minute->digits;
}

Result<std::int64_t> read_minute(std::string_view text) {
    const auto number = parse_decimal(text);
    if (!number || normalised(*number).scale != 0) return not_a("a minute", text, kMinutes);
    if (number->digits < 0 || !is_at_most(*number, limits::kCurveMinutes - 1))
        return out_of_range(text, kMinutes);
    return normalised(*number).digits;
}

/// Gathers the points row by row.
class CurveRows {
  public:
    /// The error has no line yet.
    std::optional<Error> add(std::string_view row) {
        const RowKind kind = kind_of(row);
        if (points_.empty()) kind_ = kind;
        if (kind != kind_) return not_a("a row as those before it", row, kRows);
        const std::size_t separator = row.find_first_of(kSeparators);
        const auto minute = minute_of(trimmed(row.substr(0, std::min(separator, row.size()))));
        if (!minute) return minute.error();
        const auto factor = read_factor(trimmed(kind_ == RowKind::factor ? row : row.substr(separator + 1)));
        if (!factor) return factor.error();
        if (!points_.empty() && *minute <= points_.back().minute)
            return refused(ErrorCode::out_of_range, in_quotes(row) + " is not later than the row before it",
                           "rows in the order of their times");
        points_.push_back({*minute, *factor});
        return std::nullopt;
    }

    [[nodiscard]] bool empty() const { return points_.empty(); }

    [[nodiscard]] LoadCurve curve() const {
        std::vector<CurvePoint> points = points_;
        const std::int64_t minutes = kind_ == RowKind::time ? kMinutesOfDay : points.back().minute + 1;
        if (kind_ == RowKind::time) {  // the day before and the day after are the same
            points.insert(points.begin(), {points_.back().minute - kMinutesOfDay, points_.back().factor});
            points.push_back({points_.front().minute + kMinutesOfDay, points_.front().factor});
        }
        return {between(points, static_cast<std::size_t>(minutes))};
    }

  private:
    [[nodiscard]] Result<std::int64_t> minute_of(std::string_view cell) const {
        switch (kind_) {
            case RowKind::time: return read_time(cell);
            case RowKind::minute: return read_minute(cell);
            case RowKind::factor: break;
        }
        const auto next = static_cast<std::int64_t>(points_.size());
        if (next >= limits::kCurveMinutes)
            return refused(ErrorCode::out_of_range, "there is a row beyond the last minute",
                           "at most 10080 rows, one a minute");
        return next;
    }

    /// Evenly from point to point.
    static std::vector<double> between(const std::vector<CurvePoint>& points, std::size_t minutes) {
        std::vector<double> factors(minutes, points.front().factor);
        for (std::size_t i = 1; i < points.size(); ++i) {
            const CurvePoint& from = points[i - 1];
            const CurvePoint& to = points[i];
            const auto span = static_cast<double>(to.minute - from.minute);
            const std::int64_t end = std::min(to.minute, static_cast<std::int64_t>(minutes) - 1);
            for (std::int64_t minute = std::max<std::int64_t>(from.minute, 0); minute <= end; ++minute) {
                const double part = static_cast<double>(minute - from.minute) / span;
                factors[static_cast<std::size_t>(minute)] = from.factor + (to.factor - from.factor) * part;
            }
        }
        return factors;
    }

    RowKind kind_ = RowKind::factor;
    std::vector<CurvePoint> points_;
};

Error on_line(Error error, int line) {
    error.line = line;
    return error;
}

}  // namespace

Result<LoadCurve> parse_load_curve(std::string_view text) {
    if (text.size() > limits::kCurveBytes)
        return refused(ErrorCode::out_of_range,
                       "the load curve has " + std::to_string(text.size()) + " bytes", "at most 65536 bytes");
    CurveRows rows;
    bool first = true;
    int line = 0;
    while (!text.empty()) {
        ++line;
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view row = trimmed(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
        if (row.empty()) continue;
        const bool skipped = first && is_header(row);
        first = false;
        if (skipped) continue;
        if (auto error = rows.add(row)) return on_line(*std::move(error), line);
    }
    if (rows.empty()) return refused(ErrorCode::missing, "the load curve has no row", kRows);
    return rows.curve();
}

}  // namespace stowage
