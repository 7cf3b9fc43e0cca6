// SPDX-License-Identifier: MIT
#include "stowage/session/summary.hpp"

#include <array>

#include "stowage/quantity_text.hpp"

namespace stowage {
namespace {

std::string counted(std::size_t count, std::string_view what) {
    return std::to_string(count) + " " + std::string(what) + (count == 1 ? "" : "s");
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

std::string findings_count_text(const EnvironmentEstimate& estimate) {
    std::array<std::size_t, 3> counts{};
    for (const Finding& finding : estimate.findings) ++counts[static_cast<std::size_t>(finding.severity)];
    std::string text;
    for (const Severity severity : {Severity::error, Severity::warning, Severity::info}) {
        const std::size_t count = counts[static_cast<std::size_t>(severity)];
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
