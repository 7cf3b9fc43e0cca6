// SPDX-License-Identifier: MIT
#include "stowage/survival_text.hpp"

#include <algorithm>

#include "stowage/number_text.hpp"
#include "word_list.hpp"

namespace stowage {
namespace {

constexpr std::size_t kTold = 3;  // a sentence holds no more losses or services; the estimate lists them all

/// "Nginx 1, WSGI 2 and ASGI 2 replicas", "6 replicas of 5 services".
std::string displaced_text(const Environment& environment, const Loss& loss) {
    std::int64_t replicas = 0;
    std::vector<std::string> words;
    for (const Displaced& displaced : loss.unplaced) {
        replicas += displaced.replicas;
        words.push_back(label_of(environment.services[displaced.service]) + " " +
                        std::to_string(displaced.replicas));
    }
    if (words.size() > kTold)
        return counted(replicas, "replica") + " of " + counted(std::ssize(words), "service");
    return list_of(words) + (replicas == 1 ? " replica" : " replicas");
}

std::string_view place_none(const Loss& loss) {
    const bool one = loss.unplaced.size() == 1 && loss.unplaced.front().replicas == 1;
    return one ? " finds no place" : " find no place";
}

/// "Survives the loss of 1 of 3 servers"; all, none and a single one have words of their own.
std::string outcome_text(const Survival& survival, std::string_view what) {
    const bool all = survival.survived == survival.cases;
    if (survival.cases == 1)
        return (all ? "Survives the loss of its only " : "Does not survive the loss of its only ") +
               std::string(what);
    const std::string survived = all                      ? "any of "
                                 : survival.survived == 0 ? "none of "
                                                          : std::to_string(survival.survived) + " of ";
    return "Survives the loss of " + survived + counted(survival.cases, what);
}

}  // namespace

std::string lost_text(const Environment& environment, const Loss& loss) {
    if (!loss.zone.empty()) return "zone " + loss.zone;
    const Server& server = environment.servers[loss.server];
    if (server.count == 1) return label_of(server);
    return "machine " + std::to_string(loss.machine + 1) + " of " + label_of(server);
}

std::string loss_sentence(const Environment& environment, const Survival& survival, std::string_view what) {
    std::string text = outcome_text(survival, what);
    const std::size_t told = std::min(kTold, survival.losses.size());
    for (std::size_t i = 0; i < told; ++i) {
        const Loss& loss = survival.losses[i];
        text += (i == 0 ? ": without " : "; without ") + lost_text(environment, loss) + ", " +
                displaced_text(environment, loss);
        if (i == 0) text += place_none(loss);
    }
    const auto untold = survival.cases - survival.survived - static_cast<std::int64_t>(told);
    if (untold > 0) text += "; and so for " + std::to_string(untold) + " more";
    return text;
}

std::string surge_sentence(const Environment& environment, const std::vector<SurgeShortage>& surges) {
    std::vector<std::string> words;
    for (std::size_t i = 0; i < std::min(kTold, surges.size()); ++i) {
        words.push_back(label_of(environment.services[surges[i].service]) + " " +
                        std::to_string(surges[i].placed) + " of " + std::to_string(surges[i].surge));
    }
    if (surges.size() > kTold)
        words.push_back(counted(static_cast<std::int64_t>(surges.size() - kTold), "other"));
    return "A rolling update finds no room for all surge replicas of " +
           counted(std::ssize(surges), "service") + ": " + list_of(words);
}

std::vector<std::string> explain_survival(const Environment& environment,
                                          const EnvironmentEstimate& estimate) {
    std::vector<std::string> sentences;
    const auto add = [&](const Survival& survival, std::string_view what) {
        if (survival.cases > 0 && survival.survived == survival.cases)
            sentences.push_back(loss_sentence(environment, survival, what));
    };
    if (estimate.server_loss.cases == 0) return sentences;
    add(estimate.server_loss, "server");
    add(estimate.zone_loss, "zone");
    if (estimate.surges.empty()) sentences.emplace_back("A rolling update finds room for every service");
    return sentences;
}

}  // namespace stowage
