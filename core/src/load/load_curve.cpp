// SPDX-License-Identifier: MIT
#include "stowage/load_curve.hpp"

#include <cmath>

namespace stowage {
namespace {

constexpr std::size_t kHours = 24;
constexpr std::size_t kMinutesOfHour = 60;
static_assert(kHours * kMinutesOfHour == kMinutesOfDay);

/// The factor at each full hour. Each table sums to 24, so that its mean is 1.
using HourlyFactors = std::array<double, kHours>;

constexpr HourlyFactors kOfficeDay{0.3, 0.2, 0.2, 0.2, 0.2, 0.3, 0.4, 0.9, 1.3, 1.8, 2.2, 2.4,
                                   1.8, 1.8, 2.2, 2.3, 1.8, 1.2, 0.7, 0.5, 0.4, 0.3, 0.3, 0.3};
constexpr HourlyFactors kShopEvening{0.6, 0.3, 0.2, 0.1, 0.1, 0.2, 0.3, 0.5, 0.7, 0.9, 1.0, 1.1,
                                     1.2, 1.1, 1.0, 1.0, 1.1, 1.4, 1.8, 2.3, 2.6, 2.2, 1.5, 0.8};

/// Goes from 0 to 1 and is level at both ends, without the overshoot of a spline.
constexpr double smooth_step(double x) { return x * x * (3 - 2 * x); }

/// To a hundredth: nobody knows the load of a minute better, and equal minutes need one calculation.
double in_hundredths(double factor) { return std::round(factor * 100) / 100; }

/// The steps are symmetric, so the minutes have the mean of the table.
LoadCurve through(const HourlyFactors& hours) {
    LoadCurve curve;
    curve.factors.reserve(kMinutesOfDay);
    for (std::size_t minute = 0; minute < kMinutesOfDay; ++minute) {
        const double from = hours[minute / kMinutesOfHour];
        const double to = hours[(minute / kMinutesOfHour + 1) % kHours];
        const double part = static_cast<double>(minute % kMinutesOfHour) / kMinutesOfHour;
        curve.factors.push_back(in_hundredths(from + (to - from) * smooth_step(part)));
    }
    return curve;
}

LoadCurve spike() {
    constexpr double kHeight = 4;
    constexpr std::size_t kRamp = 5;
    constexpr std::size_t kBegin = kMinutesOfDay / 2;
    constexpr std::size_t kEnd = kBegin + 30;
    LoadCurve curve{std::vector<double>(kMinutesOfDay, 1.0)};
    for (std::size_t minute = kBegin; minute < kEnd; ++minute) curve.factors[minute] = kHeight;
    for (std::size_t step = 0; step < kRamp; ++step) {
        const double height = 1 + (kHeight - 1) * static_cast<double>(step) / kRamp;
        curve.factors[kBegin - kRamp + step] = height;
        curve.factors[kEnd + kRamp - step] = height;
    }
    curve.factors[kEnd] = kHeight;
    return curve;
}

}  // namespace

std::optional<DayShape> day_shape_named(std::string_view name) {
    for (const DayShape shape : kDayShapes) {
        if (name_of(shape) == name) return shape;
    }
    return std::nullopt;
}

LoadCurve day_curve(DayShape shape) {
    switch (shape) {
        case DayShape::office_day: return through(kOfficeDay);
        case DayShape::shop_evening: return through(kShopEvening);
        case DayShape::flat: return {std::vector<double>(kMinutesOfDay, 1.0)};
        case DayShape::spike: return spike();
    }
    return {};
}

}  // namespace stowage
