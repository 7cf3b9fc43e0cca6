// SPDX-License-Identifier: MIT
//
// Mistakes that the types of quantities refuse. Each concept is shown to accept what is right first, so that
// a refusal below means the mistake and not a misspelt concept.
#include <concepts>
#include <cstdint>
#include <type_traits>

#include "stowage/quantity.hpp"
#include "stowage/resources.hpp"
#include "stowage/result.hpp"

namespace stowage {
namespace {

template <class A, class B>
concept Adds = requires(A a, B b) {
    a + b;
};
template <class A, class B>
concept Subtracts = requires(A a, B b) {
    a - b;
};
template <class A, class B>
concept Multiplies = requires(A a, B b) {
    a* b;
};
template <class A, class B>
concept Divides = requires(A a, B b) {
    a / b;
};
template <class A, class B>
concept Orders = requires(A a, B b) {
    a < b;
};
template <class A, class B>
concept Equates = requires(A a, B b) {
    a == b;
};

template <class A, class B>
concept Mixes =
    Adds<A, B> || Subtracts<A, B> || Multiplies<A, B> || Divides<A, B> || Orders<A, B> || Equates<A, B>;

/// `A` does not go together with any of `Others`, on either side.
template <class A, class... Others>
inline constexpr bool kStaysApartFrom = !((Mixes<A, Others> || Mixes<Others, A>) || ...);

/// Made by a factory that names the unit, read by an accessor that names it.
template <class Q>
inline constexpr bool kIsNoNumber =
    !std::constructible_from<Q, std::int64_t> && !std::constructible_from<Q, double> &&
    !std::constructible_from<std::int64_t, Q> && !std::constructible_from<double, Q> &&
    !std::assignable_from<Q&, std::int64_t> && !Adds<Q, std::int64_t> && !Equates<Q, std::int64_t> &&
    !Orders<Q, std::int64_t>;

static_assert(Adds<MilliCpu, MilliCpu> && Subtracts<Bytes, Bytes>, "one quantity adds and subtracts");
static_assert(Orders<Money, Money> && Equates<Duration, Duration>, "one quantity compares");
static_assert(Multiplies<Bytes, std::int64_t> && Multiplies<std::int64_t, Bytes>, "a quantity times a count");

static_assert(kIsNoNumber<MilliCpu> && kIsNoNumber<Bytes> && kIsNoNumber<Money> && kIsNoNumber<Duration> &&
              kIsNoNumber<HourlyPrice> && kIsNoNumber<Percent>);

static_assert(kStaysApartFrom<MilliCpu, Bytes, Money, Duration, HourlyPrice, Percent>);
static_assert(kStaysApartFrom<Bytes, Money, Duration, HourlyPrice, Percent>);
static_assert(kStaysApartFrom<Money, Duration, Percent>);
static_assert(kStaysApartFrom<HourlyPrice, Money>, "a price per hour is not money until a time is given");
static_assert(kStaysApartFrom<HourlyPrice, Duration>, "cost_of() multiplies them, and rounds once");
static_assert(kStaysApartFrom<Percent, Duration, HourlyPrice>, "share_of() takes a share, and rounds once");

static_assert(!Multiplies<Bytes, Bytes> && !Multiplies<MilliCpu, MilliCpu> && !Multiplies<Money, Money>,
              "there is no square byte");
static_assert(!Divides<Bytes, Bytes> && !Divides<Bytes, std::int64_t>,
              "division rounds: divide_rounded() says how");

static_assert(Equates<Resources, Resources> && !Orders<Resources, Resources>,
              "more CPU and less memory is neither smaller nor larger: ask fits()");

static_assert(std::constructible_from<bool, Result<int>> && !std::convertible_to<Result<int>, bool>,
              "a result is not taken for its value by accident");

}  // namespace
}  // namespace stowage
