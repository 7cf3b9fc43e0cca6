// SPDX-License-Identifier: MIT
#pragma once

#include <compare>
#include <cstdint>

namespace stowage {

namespace detail {
/// Wide enough for the product of any two quantities within the limits of limits.hpp.
__extension__ typedef __int128 Int128;
}  // namespace detail

/// Base of every integer quantity. A value is made by a factory that names its unit and read by an accessor
/// that names its unit; nothing converts from or to a plain number by itself. Quantities of one type add,
/// subtract, compare and scale by a count; two quantities never multiply.
template <class Self>
class Quantity {
  public:
    constexpr Quantity() = default;  ///< zero
    friend constexpr auto operator<=>(const Quantity&, const Quantity&) = default;
    friend constexpr Self operator+(Self a, Self b) { return Self::make(a.value_ + b.value_); }
    friend constexpr Self operator-(Self a, Self b) { return Self::make(a.value_ - b.value_); }
    friend constexpr Self operator-(Self a) { return Self::make(-a.value_); }
    friend constexpr Self operator*(Self a, std::int64_t count) { return Self::make(a.value_ * count); }
    friend constexpr Self operator*(std::int64_t count, Self a) { return a * count; }
    constexpr Self& operator+=(Self other) {
        value_ += other.value_;
        return static_cast<Self&>(*this);
    }
    constexpr Self& operator-=(Self other) {
        value_ -= other.value_;
        return static_cast<Self&>(*this);
    }

    /// Rounded to `low` where that is no whole unit. The distance of the two is within 64 bits.
    friend constexpr Self middle_of(Self low, Self high) {
        return Self::make(low.value_ + (high.value_ - low.value_) / 2);
    }

    [[nodiscard]] constexpr bool is_zero() const { return value_ == 0; }
    [[nodiscard]] constexpr bool is_negative() const { return value_ < 0; }

  protected:
    [[nodiscard]] static constexpr Self make(std::int64_t value) {
        Self self;
        self.value_ = value;
        return self;
    }
    std::int64_t value_ = 0;
};

/// CPU time per time, in thousandths of a vCPU: "500m" is half a vCPU, as in a Kubernetes request.
class MilliCpu : public Quantity<MilliCpu> {
    friend Quantity<MilliCpu>;

  public:
    [[nodiscard]] static constexpr MilliCpu millis(std::int64_t n) { return make(n); }
    [[nodiscard]] static constexpr MilliCpu cores(std::int64_t n) { return make(n * 1000); }
    [[nodiscard]] constexpr std::int64_t to_millis() const { return value_; }
};

/// Memory, disk or traffic, in bytes.
class Bytes : public Quantity<Bytes> {
    friend Quantity<Bytes>;

  public:
    [[nodiscard]] static constexpr Bytes bytes(std::int64_t n) { return make(n); }
    [[nodiscard]] static constexpr Bytes mib(std::int64_t n) { return make(n * (INT64_C(1) << 20)); }
    [[nodiscard]] static constexpr Bytes gib(std::int64_t n) { return make(n * (INT64_C(1) << 30)); }
    [[nodiscard]] static constexpr Bytes tib(std::int64_t n) { return make(n * (INT64_C(1) << 40)); }
    [[nodiscard]] constexpr std::int64_t to_bytes() const { return value_; }
};

/// An amount of the plan's currency, in billionths: hourly prices are published with up to nine decimals, so
/// sums stay exact until the one rounding for display. Range: about 9.2e9 currency units.
class Money : public Quantity<Money> {
    friend Quantity<Money>;

  public:
    [[nodiscard]] static constexpr Money nanos(std::int64_t n) { return make(n); }
    [[nodiscard]] static constexpr Money cents(std::int64_t n) { return make(n * 10'000'000); }
    [[nodiscard]] static constexpr Money units(std::int64_t n) { return make(n * 1'000'000'000); }
    [[nodiscard]] constexpr std::int64_t to_nanos() const { return value_; }
};

/// A time span, in microseconds: fine enough for a service time, wide enough for a billing month.
class Duration : public Quantity<Duration> {
    friend Quantity<Duration>;

  public:
    [[nodiscard]] static constexpr Duration micros(std::int64_t n) { return make(n); }
    [[nodiscard]] static constexpr Duration millis(std::int64_t n) { return make(n * 1'000); }
    [[nodiscard]] static constexpr Duration seconds(std::int64_t n) { return make(n * 1'000'000); }
    [[nodiscard]] static constexpr Duration minutes(std::int64_t n) { return seconds(n * 60); }
    [[nodiscard]] static constexpr Duration hours(std::int64_t n) { return seconds(n * 3'600); }
    [[nodiscard]] constexpr std::int64_t to_micros() const { return value_; }
};

/// A price per hour, in billionths of the currency. It is not money until a time is given: see cost_of().
class HourlyPrice : public Quantity<HourlyPrice> {
    friend Quantity<HourlyPrice>;

  public:
    [[nodiscard]] static constexpr HourlyPrice nanos(std::int64_t n) { return make(n); }
    [[nodiscard]] constexpr std::int64_t to_nanos() const { return value_; }
};

/// A whole number of months.
class Months : public Quantity<Months> {
    friend Quantity<Months>;

  public:
    [[nodiscard]] static constexpr Months count(std::int64_t n) { return make(n); }
    [[nodiscard]] static constexpr Months years(std::int64_t n) { return make(n * 12); }
    [[nodiscard]] constexpr std::int64_t to_count() const { return value_; }
};

/// Electrical power, in watts.
class Power : public Quantity<Power> {
    friend Quantity<Power>;

  public:
    [[nodiscard]] static constexpr Power watts(std::int64_t n) { return make(n); }
    [[nodiscard]] constexpr std::int64_t to_watts() const { return value_; }
};

/// A price per kilowatt hour, in billionths of the currency.
class EnergyPrice : public Quantity<EnergyPrice> {
    friend Quantity<EnergyPrice>;

  public:
    [[nodiscard]] static constexpr EnergyPrice nanos(std::int64_t n) { return make(n); }
    [[nodiscard]] constexpr std::int64_t to_nanos() const { return value_; }
};

/// A share of something, in hundredths of a per cent: "12.5%" is 1250.
class Percent : public Quantity<Percent> {
    friend Quantity<Percent>;

  public:
    [[nodiscard]] static constexpr Percent hundredths(std::int64_t n) { return make(n); }
    [[nodiscard]] static constexpr Percent whole(std::int64_t n) { return make(n * 100); }
    [[nodiscard]] constexpr std::int64_t to_hundredths() const { return value_; }
};

/// numerator / divisor, rounded half away from zero. The divisor is positive.
[[nodiscard]] constexpr std::int64_t divide_rounded(detail::Int128 numerator, detail::Int128 divisor) {
    const detail::Int128 half = numerator < 0 ? -(divisor / 2) : divisor / 2;
    return static_cast<std::int64_t>((numerator + half) / divisor);
}

/// The cost of `count` machines at `price` for `time`, less the discount: price x time x count x (1 -
/// discount). Rounded once, to a billionth, half away from zero; exact for whole hours without a discount.
[[nodiscard]] constexpr Money cost_of(HourlyPrice price, Duration time, std::int64_t count,
                                      Percent discount = {}) {
    const std::int64_t whole = Percent::whole(100).to_hundredths();
    const detail::Int128 exact =
        detail::Int128{price.to_nanos()} * time.to_micros() * count * (whole - discount.to_hundredths());
    return Money::nanos(divide_rounded(exact, detail::Int128{Duration::hours(1).to_micros()} * whole));
}

/// `share` of `whole`, rounded half away from zero to the quantity's own unit.
[[nodiscard]] constexpr MilliCpu share_of(MilliCpu whole, Percent share) {
    return MilliCpu::millis(
        divide_rounded(detail::Int128{whole.to_millis()} * share.to_hundredths(), 10'000));
}
[[nodiscard]] constexpr Bytes share_of(Bytes whole, Percent share) {
    return Bytes::bytes(divide_rounded(detail::Int128{whole.to_bytes()} * share.to_hundredths(), 10'000));
}

}  // namespace stowage
