// SPDX-License-Identifier: MIT
#include "stowage/session/scaled_copy.hpp"

#include <algorithm>
#include <limits>
#include <optional>

#include "stowage/text/plan_text.hpp"

namespace stowage {
namespace {

using detail::Int128;

/// Larger and smaller plans are other architectures.
constexpr std::int64_t kMostScale = 10;  // and the least is a tenth
/// Digits that a decimal of a plan may have: see parse_decimal().
constexpr int kMostDigits = 18;

Int128 power_of_ten(int exponent) {
    Int128 power = 1;
    for (int i = 0; i < exponent; ++i) power *= 10;
    return power;
}

/// What passes 64 bits passes the limits of a plan as well, and is refused with it.
std::int64_t within_64_bits(Int128 value) {
    return static_cast<std::int64_t>(std::min<Int128>(value, std::numeric_limits<std::int64_t>::max()));
}

class Scaling {
  public:
    explicit Scaling(Decimal scale)
        : digits_(scale.digits), unit_(power_of_ten(scale.scale)), scale_(scale) {}

    void apply(Environment& environment) const {
        for (Server& server : environment.servers) server.count = up(server.count);
        for (Service& service : environment.services) apply(service);
        for (Managed& managed : environment.managed) {
            if (managed.count > 1) managed.count = up(managed.count);
        }
        Network& network = environment.network;
        for (auto* traffic :
             {&network.egress, &network.cross_zone, &network.load_balancer_data, &network.nat_data})
            if (*traffic) *traffic = of(**traffic);
    }

  private:
    /// x scale, rounded up; one stays at least.
    [[nodiscard]] std::int64_t up(std::int64_t count) const {
        return std::max<std::int64_t>(1, within_64_bits((Int128{count} * digits_ + unit_ - 1) / unit_));
    }
    /// To the nearest byte.
    [[nodiscard]] Bytes of(Bytes amount) const {
        return Bytes::bytes(within_64_bits((Int128{amount.to_bytes()} * digits_ + unit_ / 2) / unit_));
    }
    /// Exact where 18 digits hold it.
    [[nodiscard]] Decimal of(Decimal number) const {
        Int128 digits = Int128{number.digits} * digits_;
        int scale = number.scale + scale_.scale;
        while (scale > 0 &&
               (digits % 10 == 0 || digits >= power_of_ten(kMostDigits) || scale > kMostDigits)) {
            digits = digits / 10 + (digits % 10 >= 5 ? 1 : 0);
            --scale;
        }
        return normalised({within_64_bits(digits), scale});
    }
    [[nodiscard]] Rate of(const Rate& rate) const { return {of(rate.events), rate.per}; }
    template <class T>
    [[nodiscard]] Range<T> of(const Range<T>& range) const {
        return {of(range.low), of(range.high)};
    }

    void apply(Service& service) const {
        if (service.load.arrivals) service.load.arrivals = of(*service.load.arrivals);
        if (service.load.connections) service.load.connections = of(*service.load.connections);
        const bool keeps_data = service.kind == ServiceKind::postgres || service.kind == ServiceKind::redis;
        if (keeps_data && service.replicas == 1) return;
        service.replicas = up(service.replicas);
        if (service.scale_out && service.scale_out->max) service.scale_out->max = up(*service.scale_out->max);
        if (service.scale_in) service.scale_in->min = up(service.scale_in->min);
    }

    Int128 digits_;
    Int128 unit_;
    Decimal scale_;
};

}  // namespace

Result<Decimal> parse_scale(std::string_view text) {
    const auto scale = parse_decimal(text);
    const bool accepted = scale && is_at_most(*scale, kMostScale) &&
                          Int128{scale->digits} * kMostScale >= power_of_ten(scale->scale);
    if (accepted) return normalised(*scale);
    return Error{ErrorCode::out_of_range, "\"" + std::string(text.substr(0, 40)) + "\" is no size",
                 "a number from 0.1 to 10, such as 0.5"};
}

Result<PlanEdit> with_scaled_copy(const Plan& plan, std::string_view environment, Decimal scale,
                                  std::string_view label) {
    auto copy = with_duplicate(plan, {ElementKind::environment, std::string(environment)});
    if (!copy) return copy.error();
    auto named = with_label(copy->plan, copy->element, label.empty() ? copy->element.environment : label);
    if (!named) return named.error();
    PlanEdit edit = *std::move(named);
    Scaling(scale).apply(*find_named(edit.plan.environments, edit.element.environment));
    // Each setting has limits of its own, which its reader knows.
    const auto read = read_plan(write_plan_compact_json(edit.plan));
    if (read) return edit;
    Error error = read.error().front();
    error.line = error.column = 0;  // of a text that nobody has seen
    return error;
}

}  // namespace stowage
