// SPDX-License-Identifier: MIT
#include <algorithm>

#include "capacity_fixes.hpp"

namespace stowage {
namespace {

constexpr std::size_t kShown = 3;  // a sentence holds no more losses or services; the estimate lists them all

/// A finding that the plan may demand to be an error.
Finding outlook(const Examined& examined, FindingCode code, bool demanded, std::string_view setting,
                std::string message, std::optional<Fix> fix) {
    Finding result = finding(code, child_pointer(child_pointer(examined.pointer(), "survive"), setting),
                             std::move(message));
    if (demanded) result.severity = Severity::error;
    if (fix) result.fixes.push_back(*std::move(fix));
    return result;
}

/// "a", "a and b", "a, b and c".
std::string list_of(const std::vector<std::string>& words) {
    std::string text;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i > 0) text += i + 1 == words.size() ? " and " : ", ";
        text += words[i];
    }
    return text;
}

/// "Nginx 1, WSGI 2 and ASGI 2 replicas", "6 replicas of 5 services".
std::string displaced_text(const Examined& examined, const Loss& loss) {
    std::int64_t replicas = 0;
    std::vector<std::string> words;
    for (const Displaced& displaced : loss.unplaced) {
        replicas += displaced.replicas;
        words.push_back(label_of(examined.environment.services[displaced.service]) + " " +
                        std::to_string(displaced.replicas));
    }
    if (words.size() > kShown)
        return std::to_string(replicas) + " replicas of " + std::to_string(words.size()) + " services";
    return list_of(words) + (replicas == 1 ? " replica" : " replicas");
}

std::string_view places_none(const Loss& loss) {
    const bool one = loss.unplaced.size() == 1 && loss.unplaced.front().replicas == 1;
    return one ? " finds no place" : " find no place";
}

std::string lost_text(const Examined& examined, const Loss& loss) {
    return loss.zone.empty() ? machine_label(examined, loss.server, loss.machine) : "zone " + loss.zone;
}

/// "Survives the loss of 1 of 3 servers: without App server, Nginx 1 and WSGI 2 replicas find no place; ..."
std::string loss_message(const Examined& examined, const Survival& survival, std::string_view what) {
    std::string text = "Survives the loss of " + std::to_string(survival.survived) + " of " +
                       std::to_string(survival.cases) + " " + std::string(what) +
                       (survival.cases == 1 ? "" : "s") + ": ";
    for (std::size_t i = 0; i < std::min(kShown, survival.losses.size()); ++i) {
        const Loss& loss = survival.losses[i];
        text += (i == 0 ? "without " : "; without ") + lost_text(examined, loss) + ", " +
                displaced_text(examined, loss);
        if (i == 0) text += places_none(loss);
    }
    const auto untold = survival.cases - survival.survived -
                        static_cast<std::int64_t>(std::min(kShown, survival.losses.size()));
    if (untold > 0) text += "; and so for " + std::to_string(untold) + " more";
    return text;
}

/// "A rolling update finds no room for all surge replicas of 2 services: Nginx 0 of 1 and WSGI 1 of 2".
std::string surge_message(const Examined& examined) {
    const auto& surges = examined.estimate.surges;
    std::vector<std::string> words;
    for (std::size_t i = 0; i < std::min(kShown, surges.size()); ++i) {
        words.push_back(label_of(examined.environment.services[surges[i].service]) + " " +
                        std::to_string(surges[i].placed) + " of " + std::to_string(surges[i].surge));
    }
    if (surges.size() > kShown) words.push_back(std::to_string(surges.size() - kShown) + " others");
    return "A rolling update finds no room for all surge replicas of " + std::to_string(surges.size()) +
           (surges.size() == 1 ? " service: " : " services: ") + list_of(words);
}

}  // namespace

void find_survival_problems(const Examined& examined, Findings& findings) {
    const EnvironmentEstimate& estimate = examined.estimate;
    const Survive& demanded = examined.environment.survive;
    if (estimate.server_loss.survived < estimate.server_loss.cases) {
        findings.push_back(outlook(examined, FindingCode::server_loss_not_survived, demanded.server_loss,
                                   "server_loss", loss_message(examined, estimate.server_loss, "server"),
                                   fix_server_loss(examined)));
    }
    if (estimate.zone_loss.survived < estimate.zone_loss.cases) {
        findings.push_back(outlook(examined, FindingCode::zone_loss_not_survived, demanded.zone_loss,
                                   "zone_loss", loss_message(examined, estimate.zone_loss, "zone"),
                                   fix_zone_loss(examined)));
    }
    if (!estimate.surges.empty()) {
        findings.push_back(outlook(examined, FindingCode::surge_without_room, demanded.rolling_update,
                                   "rolling_update", surge_message(examined), fix_surges(examined)));
    }
}

}  // namespace stowage
