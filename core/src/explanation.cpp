// SPDX-License-Identifier: MIT
#include "stowage/explanation.hpp"

#include "findings/examined.hpp"
#include "stowage/quantity_text.hpp"

namespace stowage {
namespace {

std::string with_currency(Money low, Money high) {
    return show_cost(low, high, true) + " " + std::string(kCurrency);
}

}  // namespace

std::string explain_cost(const CostLine& line) {
    const std::string most = "\nup to " + with_currency(line.high, line.high) + ", as the plan states";
    if (!line.priced) {
        return "no price: neither an own cost nor a row of the catalogue" + (line.high.is_zero() ? "" : most);
    }
    std::string text = std::to_string(line.quantity);
    if (line.unit_price) {
        text += " x " + format_hourly_price(*line.unit_price) + " " + std::string(kCurrency) + "/h x " +
                format_month_hours(line.hours) + " h";
        if (!line.discount.is_zero()) {
            const Money list = cost_of(*line.unit_price, line.hours, line.quantity);
            text += " = list " + show_money(list) + " - " + format_percent(line.discount);
        }
        text += " = " + with_currency(line.low, line.low);
        if (line.high != line.low) text += most;
    } else {
        text += " x " + (line.formula.empty() ? std::string("own cost") : line.formula) + " = " +
                with_currency(line.low, line.high);
    }
    if (!line.date.empty()) text += "\nlist price of " + line.date;
    if (!line.source.empty()) text += "\n" + line.source;
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
