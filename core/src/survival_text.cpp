// SPDX-License-Identifier: MIT
#include "stowage/survival_text.hpp"

#include <algorithm>
#include <string_view>

namespace stowage {
namespace {

/// As many losses, services and shortages as a sentence can carry; the others are counted.
constexpr std::size_t kNamed = 3;

std::string counted(std::int64_t count, std::string_view what) {
    return std::to_string(count) + " " + std::string(what) + (count == 1 ? "" : "s");
}

/// show(element) of the first few, between separators, and how many more there are.
template <class List, class Show>
std::string first_few(const List& list, std::string_view separator, Show show) {
    std::string text;
    for (std::size_t i = 0; i < std::min(list.size(), kNamed); ++i) {
        if (i > 0) text += separator;
        text += show(list[i]);
    }
    if (list.size() > kNamed)
        text += std::string(separator) + "and " + std::to_string(list.size() - kNamed) + " more";
    return text;
}

/// "app", "machine 2 of app", "zone a".
std::string lost_text(const Environment& environment, const Loss& loss) {
    if (!loss.zone.empty()) return "zone " + loss.zone;
    const Server& server = environment.servers[loss.server];
    if (server.count == 1) return label_of(server);
    return "machine " + std::to_string(loss.machine + 1) + " of " + label_of(server);
}

std::string loss_text(const Environment& environment, const Loss& loss) {
    const bool one = loss.unplaced.size() == 1 && loss.unplaced.front().replicas == 1;
    return "without " + lost_text(environment, loss) + " " +
           first_few(loss.unplaced, ", ",
                     [&](const Displaced& displaced) {
                         return counted(displaced.replicas, "replica") + " of " +
                                label_of(environment.services[displaced.service]);
                     }) +
           (one ? " finds no place" : " find no place");
}

std::string survival_text(const Environment& environment, const Survival& survival, std::string_view what) {
    std::string text =
        "survives the loss of " + std::to_string(survival.survived) + " of " + counted(survival.cases, what);
    if (survival.losses.empty()) return text;
    return text + ": " +
           first_few(survival.losses, "; ", [&](const Loss& loss) { return loss_text(environment, loss); });
}

std::string surge_text(const Environment& environment, const SurgeShortage& shortage) {
    return std::to_string(shortage.surge - shortage.placed) + " of " +
           counted(shortage.surge, "surge replica") + " of " +
           label_of(environment.services[shortage.service]);
}

}  // namespace

std::vector<std::string> explain_survival(const Environment& environment,
                                          const EnvironmentEstimate& estimate) {
    std::vector<std::string> sentences;
    if (estimate.server_loss.cases == 0) return sentences;
    sentences.push_back(survival_text(environment, estimate.server_loss, "server"));
    if (estimate.zone_loss.cases > 0)
        sentences.push_back(survival_text(environment, estimate.zone_loss, "zone"));
    if (estimate.surges.empty()) {
        sentences.emplace_back("a rolling update finds room for every service");
    } else {
        sentences.push_back("a rolling update finds no room for " +
                            first_few(estimate.surges, ", ", [&](const SurgeShortage& shortage) {
                                return surge_text(environment, shortage);
                            }));
    }
    return sentences;
}

}  // namespace stowage
