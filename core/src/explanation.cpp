// SPDX-License-Identifier: MIT
#include "stowage/explanation.hpp"

#include "findings/examined.hpp"
#include "stowage/quantity_text.hpp"
#include "unit_text.hpp"

namespace stowage {
namespace {

std::string with_currency(Money low, Money high) {
    return show_cost(low, high, true) + " " + std::string(kCurrency);
}

std::string most_of(const CostLine& line) {
    return "\nup to " + with_currency(line.high, line.high) + ", as the plan states";
}

/// To a thousandth: traffic in GiB has thirty decimals.
std::string show_units(Decimal units) {
    constexpr int kDecimals = 3;
    const auto thousandths = scaled(units, 1'000);
    return thousandths ? format_shortest(*thousandths, kDecimals) : std::string{};
}

struct UnitWords {
    std::string_view behind_units;
    std::string_view behind_price;
};

UnitWords words_of(PriceUnit unit) {
    switch (unit) {
        case PriceUnit::hour: return {" h", "/h"};
        case PriceUnit::month: return {" month", "/month"};
        case PriceUnit::gib_hour: return {" GiB-h", "/GiB-h"};
        case PriceUnit::gib_month: return {" GiB", "/GiB-month"};
        case PriceUnit::disk_month: return {" disk", "/disk-month"};
        case PriceUnit::gb: return {" GB", "/GB"};
        case PriceUnit::gib: break;
    }
    return {" GiB", "/GiB"};
}

/// What the lines of a category run for, where it is not the hours of the environment.
std::string_view time_of(CostCategory category) {
    switch (category) {
        case CostCategory::disk:
        case CostCategory::storage: return "a month in full, also while the machine is off";
        case CostCategory::load_balancer:
        case CostCategory::nat:
        case CostCategory::address: return "of all hours of the month, whatever hours the machines run";
        case CostCategory::server:
        case CostCategory::managed:
        case CostCategory::egress:
        case CostCategory::cross_zone: break;
    }
    return {};
}

std::string explain_cap(const CostLine& line) {
    return line.month_cap ? ", at most " + show_money(*line.month_cap * line.quantity) + " a month" : "";
}

std::string explain_hours(const CostLine& line) {
    std::string text = format_hourly_price(*line.unit_price) + " " + std::string(kCurrency) + "/h x " +
                       format_month_hours(line.hours) + " h";
    if (!line.month_cap && line.discount.is_zero()) return text;
    const Money uncapped = cost_of(*line.unit_price, line.hours, line.quantity);
    text += " = list " + show_money(uncapped);
    return text + explain_cap(line);
}

std::string explain_quantity(const CostLine& line) {
    const std::string count = std::to_string(line.quantity) + " x ";
    if (line.unit_price) return count + explain_hours(line);
    if (line.charges.empty()) return count + (line.formula.empty() ? std::string(kOwnCost) : line.formula);
    const std::string one = line.formula.empty() ? explain_charges(line) : line.formula;
    const bool single = line.charges.size() == 1;
    return (line.quantity == 1 ? one : count + (single ? one : "(" + one + ")")) + explain_cap(line);
}

}  // namespace

std::string explain_charges(const CostLine& line) {
    const UnitWords words = words_of(line.unit);
    std::string sum;
    for (const Charge& charge : line.charges) {
        if (!sum.empty()) sum += " + ";
        sum += show_units(charge.units);
        sum.append(words.behind_units).append(" x ");
        sum += format_shortest(charge.price.to_nanos(), kNanoDecimals);
        sum.append(words.behind_price);
    }
    return sum;
}

std::string explain_cost(const CostLine& line) {
    if (!line.priced) {
        const std::string why =
            line.reason.empty() ? "neither an own cost nor a row of the catalogue" : line.reason;
        return "no price: " + why + (line.high.is_zero() ? "" : most_of(line));
    }
    const bool listed = line.unit_price || !line.charges.empty();
    std::string text = explain_quantity(line);
    if (!line.discount.is_zero()) text += " - " + format_percent(line.discount);
    text += " = " + with_currency(line.low, listed ? line.low : line.high);
    if (listed && line.high != line.low) text += most_of(line);
    if (const auto time = time_of(line.category); !time.empty()) text.append("\n").append(time);
    if (!line.date.empty()) text += "\nlist price of " + line.date;
    if (!line.source.empty()) text += "\n" + line.source;
    if (line.stale) text += "\nstale: the provider has changed its prices since";
    return text;
}

std::string explain_credits(const InstanceType& type) {
    if (type.cpu_class == CpuClass::dedicated) return {};
    const auto sustained = type.sustained_cpu();
    if (!sustained) {
        return type.cpu_class == CpuClass::shared
                   ? "shared: neighbours use its vCPUs too and no baseline is published, so what it sustains "
                     "is "
                     "unknown"
                   : "burstable: no source gives its baseline, so what it sustains is unknown";
    }
    const std::string share = format_cpu(*type.cpu) + " vCPU x " + format_percent(*type.baseline);
    const std::string lasting = format_cpu(*sustained) + " vCPU";
    if (type.provider != "aws" && type.provider != "azure")  // only these two count credits
        return "burstable: sustains " + share + " = " + lasting + ", and more for a short while";
    const std::int64_t earned = divide_rounded(
        detail::Int128{type.cpu->to_millis()} * type.baseline->to_hundredths() * 60, 10'000'000);
    const std::string credits = std::to_string(earned);
    std::string text = "burstable: 1 credit = 1 vCPU at 100% for a minute\nearns " + share +
                       " x 60 = " + credits + " credits an hour\nsustains " + credits + " / 60 = " + lasting;
    if (type.provider == "aws" && type.offering == Offering::compute)
        text += "\nsaves at most 24 h x " + credits + " = " + std::to_string(24 * earned) + " credits";
    return text;
}

std::string explain_snapshots(const Plan& plan, const Estimate& estimate, const Catalogue& catalogue) {
    bool kept = false;
    bool listed = false;
    for (const EnvironmentEstimate& environment : estimate.environments) {
        for (const CostLine& line : environment.cost_lines) {
            kept = kept || line.kept;
            listed = listed || !line.date.empty();
        }
    }
    const std::string own = "snapshot " + plan.prices.snapshot + ", kept in the plan";
    if (kept && !listed) return own;
    const std::string at_hand = catalogue.snapshot().empty() ? "" : "snapshot " + catalogue.snapshot();
    return kept ? at_hand + ", and " + own : at_hand;
}

std::string explain_refusal(const Refusal& refusal) {
    std::string lacks;
    for (const Resource resource : kResources) {
        if (amount_of(refusal.missing, resource) == 0) continue;
        join_with_and(lacks,
                      show_amount(refusal.missing, resource) + (resource == Resource::memory ? " of memory"
                                                                : resource == Resource::disk ? " of disk"
                                                                                             : ""));
    }
    return lacks.empty() ? "runs a replica already, and they are spread" : "lacks " + lacks;
}

std::string explain_free(const ServerEstimate& server, Resource resource) {
    return "free " + show_amount(server.free, resource) + " = size " +
           show_amount(server.capacity, resource) + " - reserved " + show_amount(server.reserved, resource) +
           " - requested " + show_amount(server.used, resource);
}

}  // namespace stowage
