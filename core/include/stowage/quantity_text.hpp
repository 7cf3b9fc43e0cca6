// SPDX-License-Identifier: MIT
//
// Quantities as people write and read them. parse_* accept what docs/plan-format.md lists; format_* write the
// canonical form, the shortest that parses to the same value; show_* write for the eye and may round.
// An Error from here carries no place: the caller knows where the text stood.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "stowage/plan.hpp"
#include "stowage/quantity.hpp"
#include "stowage/result.hpp"
#include "stowage/scaling_rule.hpp"

namespace stowage {

/// The two ends of a range as one text, with the unit once where both have the same: "1..2GiB".
[[nodiscard]] std::string join_range(std::string_view low, std::string_view high);

/// "2", "0.5" cores or "500m". Not negative, at most limits::kCpu, in whole millicores.
[[nodiscard]] Result<MilliCpu> parse_cpu(std::string_view text);
[[nodiscard]] std::string format_cpu(MilliCpu cpu);
/// "2", or "1..3".
[[nodiscard]] std::string edit_cpu(const Range<MilliCpu>& cpu);
/// "2 cores", "1 core", "0.5 cores".
[[nodiscard]] std::string show_cpu(MilliCpu cpu);

/// "512MiB", "1.5GiB" (powers of 2; also "512Mi", "1.5Gi"), "500MB", "16GB" (powers of 10). A bare number is
/// an error. At most `limit`.
[[nodiscard]] Result<Bytes> parse_bytes(std::string_view text, Bytes limit);
[[nodiscard]] std::string format_bytes(Bytes bytes);
/// The same with a space before the unit, for a field to be edited; parse_bytes() takes it too.
[[nodiscard]] std::string edit_bytes(Bytes bytes);
/// "512 MiB", or "1..2 GiB".
[[nodiscard]] std::string edit_bytes(const Range<Bytes>& bytes);
/// Powers of 2 with at most two decimals: "512 MiB", "6.25 GiB"; "1250 MiB" where GiB would round; from five
/// digits on they are grouped.
[[nodiscard]] std::string show_bytes(Bytes bytes);

/// One of the two: show_cpu() or show_bytes().
[[nodiscard]] std::string show_amount(Resources amounts, Resource resource);

/// "500GB/month".
[[nodiscard]] Result<Bytes> parse_monthly_bytes(std::string_view text);
[[nodiscard]] std::string format_monthly_bytes(Bytes bytes);

/// "12.50". Not negative, at most limits::kMonthlyCost.
[[nodiscard]] Result<Money> parse_money(std::string_view text);
[[nodiscard]] std::string format_money(Money money);
/// Two decimals, rounded half away from zero, without a currency sign, for programs: "1234.50".
[[nodiscard]] std::string format_cents(Money money);
/// The same for the eye: "1,234.50".
[[nodiscard]] std::string show_money(Money money);

/// "223.67..421.47", "30.37"; "at least 60.74" when something has no price: then the upper end is unknown.
[[nodiscard]] std::string show_cost(Money low, Money high, bool complete);

/// "0.34": a price per hour where the unit is known from the place.
[[nodiscard]] Result<HourlyPrice> parse_hourly_price(std::string_view text);
[[nodiscard]] std::string format_hourly_price(HourlyPrice price);

/// "36 months", "3 years": from 1 month to limits::kLifetime.
[[nodiscard]] Result<Months> parse_months(std::string_view text);
[[nodiscard]] std::string format_months(Months months);

/// "200W", "1.2kW": whole watts, at most limits::kPower.
[[nodiscard]] Result<Power> parse_power(std::string_view text);
[[nodiscard]] std::string format_power(Power power);

/// "0.3/kWh", at most limits::kEnergyPrice.
[[nodiscard]] Result<EnergyPrice> parse_energy_price(std::string_view text);
[[nodiscard]] std::string format_energy_price(EnergyPrice price);

/// "3000": an amount in a currency that is told beside it, at most limits::kOwnAmount.
[[nodiscard]] Result<Money> parse_own_amount(std::string_view text);

/// "1.08": dollars for one unit of a currency, more than 0.
[[nodiscard]] Result<Money> parse_exchange_rate(std::string_view text);

/// "EUR": three capital letters, as in ISO 4217; "USD", the currency of the catalogue, is the empty text.
[[nodiscard]] Result<std::string> parse_currency(std::string_view text);

/// "85/month", "0.12/hour", "50..200/month", "40 EUR/month". The map of an OwnedCost is not read here.
[[nodiscard]] Result<OwnCost> parse_own_cost(std::string_view text);
/// Empty for an OwnedCost, which stands in a file as a map.
[[nodiscard]] std::string format_own_cost(const OwnCost& cost);

/// "20%", "12.5%": 0 to 100 per cent with at most two decimals.
[[nodiscard]] Result<Percent> parse_percent(std::string_view text);
[[nodiscard]] std::string format_percent(Percent percent);
/// "6%/month".
[[nodiscard]] Result<Percent> parse_monthly_growth(std::string_view text);
[[nodiscard]] std::string format_monthly_growth(Percent percent);

/// "120ms", "5m", "2s", "1h", "250us"; "250µs", as it is shown, is read too.
[[nodiscard]] Result<Duration> parse_duration(std::string_view text);
[[nodiscard]] std::string format_duration(Duration duration);
/// "176": hours of a month, from 0 to limits::kMonth. "always" is kBillingMonth, "office" kOfficeMonth; both
/// are written as numbers.
[[nodiscard]] Result<Duration> parse_month_hours(std::string_view text);
[[nodiscard]] std::string format_month_hours(Duration hours);

/// "40/s", "2400/min", "1000/h", "50000/day".
[[nodiscard]] Result<Rate> parse_rate(std::string_view text);
[[nodiscard]] std::string format_rate(const Rate& rate);

/// "cpu > 70% for 5m", "p95 > 500ms", "queue > 50".
[[nodiscard]] Result<Condition> parse_condition(std::string_view text);
[[nodiscard]] std::string format_condition(const Condition& condition);
/// "cpu > 70% for 5m, p95 > 500ms", which a rule reads as a list.
[[nodiscard]] std::string format_conditions(const std::vector<Condition>& conditions);

/// "cpu=82%, p95=640ms, queue=12": each metric once, at least one. Per cents may exceed 100, to 10,000: more
/// CPU can be used than was requested.
[[nodiscard]] Result<Metrics> parse_metrics(std::string_view text);
/// One figure of them: "82%", "640ms" or "12", as its metric asks for.
[[nodiscard]] Result<std::int64_t> parse_figure(Metric metric, std::string_view text);
/// "82%", "640ms", "12": a figure, or the difference of two, in the unit of its metric.
[[nodiscard]] std::string format_figure(Metric metric, std::int64_t figure);

}  // namespace stowage
