// SPDX-License-Identifier: MIT
#include "stowage/session/summary.hpp"

#include <algorithm>
#include <array>

#include "stowage/number_text.hpp"
#include "stowage/quantity_text.hpp"
#include "stowage/survival_text.hpp"

namespace stowage {
namespace {

constexpr std::size_t kMostDetails = 8;  // lines of a tooltip

/// "WSGI 2, ASGI 1 and 3 more services": replicas that find no place.
std::string displaced_text(const Environment& environment, const Loss& loss) {
    constexpr std::size_t kMostServices = 4;
    std::string text;
    for (std::size_t i = 0; i < std::min(loss.unplaced.size(), kMostServices); ++i) {
        const Displaced& displaced = loss.unplaced[i];
        text += (text.empty() ? "" : ", ") + label_of(environment.services[displaced.service]) + " " +
                std::to_string(displaced.replicas);
    }
    if (loss.unplaced.size() > kMostServices)
        text += " and " + std::to_string(loss.unplaced.size() - kMostServices) + " more services";
    return text + (loss.unplaced.empty() ? "" : " without a place");
}

}  // namespace

std::string tightest_text(const Environment& environment, const EnvironmentEstimate& estimate) {
    if (!estimate.tightest) return {};
    const Tightest& tightest = *estimate.tightest;
    const ServerEstimate& server = estimate.servers[tightest.server];
    const Resources free = server.machines[tightest.machine].free;
    std::string text = label_of(environment.servers[tightest.server]);
    if (server.machines.size() > 1) text += " machine " + std::to_string(tightest.machine + 1);
    text += " " + std::string(name_of(tightest.resource)) + ", ";
    const bool over = amount_of(free, tightest.resource) < 0;
    const Resources amounts = over ? Resources{} - free : free;
    const std::string amount = show_amount(amounts, tightest.resource);
    return text + (over ? "over by " + amount : amount + " free");
}

std::string survival_text(const Survival& survival) {
    if (survival.cases == 0) return "nothing runs yet";
    if (survival.survived == survival.cases) return "every loss survived";
    if (survival.cases == 1) return "not survived";
    return std::to_string(survival.survived) + " of " + counted(survival.cases, "loss") + " survived";
}

std::string survival_details(const Environment& environment, const Survival& survival) {
    std::string text;
    for (std::size_t i = 0; i < std::min(survival.losses.size(), kMostDetails); ++i) {
        const Loss& loss = survival.losses[i];
        text += (text.empty() ? "without " : "\nwithout ") + lost_text(environment, loss) + ": ";
        text += displaced_text(environment, loss);
    }
    const auto untold = survival.cases - survival.survived -
                        static_cast<std::int64_t>(std::min(survival.losses.size(), kMostDetails));
    if (untold > 0) text += "\nand " + std::to_string(untold) + " more";
    return text;
}

std::string rolling_update_text(const EnvironmentEstimate& estimate) {
    if (estimate.placement.placed.empty()) return "nothing runs yet";
    if (estimate.surges.empty()) return "all services have room";
    const std::ptrdiff_t count = std::ssize(estimate.surges);
    return counted(count, "service") + (count == 1 ? " has no room" : " have no room");
}

std::string rolling_update_details(const Environment& environment, const EnvironmentEstimate& estimate) {
    std::string text;
    for (std::size_t i = 0; i < std::min(estimate.surges.size(), kMostDetails); ++i) {
        const SurgeShortage& shortage = estimate.surges[i];
        text += (text.empty() ? "" : "\n") + label_of(environment.services[shortage.service]) + ": " +
                std::to_string(shortage.placed) + " of " + std::to_string(shortage.surge) + " find a place";
    }
    if (estimate.surges.size() > kMostDetails)
        text += "\nand " + std::to_string(estimate.surges.size() - kMostDetails) + " more";
    return text;
}

std::string findings_count_text(const EnvironmentEstimate& estimate) {
    std::array<std::int64_t, 3> counts{};
    for (const Finding& finding : estimate.findings) ++counts[static_cast<std::size_t>(finding.severity)];
    std::string text;
    for (const Severity severity : {Severity::error, Severity::warning, Severity::info}) {
        const std::int64_t count = counts[static_cast<std::size_t>(severity)];
        if (count == 0) continue;
        text += (text.empty() ? "" : ", ") +
                counted(count, severity == Severity::info ? "note" : name_of(severity));
    }
    return text.empty() ? "no findings" : text;
}

std::string summary_text(const Environment& environment, const EnvironmentEstimate& estimate) {
    std::string text = label_of(environment) + ": " + show_cost(estimate.cost) + " " +
                       std::string(kCurrency) + " a month; " + findings_count_text(estimate);
    const std::string tightest = tightest_text(environment, estimate);
    if (!tightest.empty()) text += "; tightest: " + tightest;
    return text + ".";
}

}  // namespace stowage
