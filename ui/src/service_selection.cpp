// SPDX-License-Identifier: MIT
#include "service_selection.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <utility>

namespace stowage::ui {
namespace {

using Places = std::unordered_map<std::string_view, std::size_t>;

void forget_removed(ServiceSelection& selection, const std::vector<Service>& services) {
    Places places;
    for (std::size_t i = 0; i < services.size(); ++i) places.emplace(services[i].name, i);
    for (auto row = selection.rows.begin(); row != selection.rows.end();) {
        const auto known = places.find(row->first);
        if (known == places.end()) {
            row = selection.rows.erase(row);
        } else {
            row->second = known->second;
            ++row;
        }
    }
    if (!selection.contains(selection.anchor)) selection.anchor.clear();
}

}  // namespace

void keep_up(ServiceSelection& selection, const Session& session) {
    const auto shown = session.selected();
    if (!shown) {
        selection = {};
        return;
    }
    const Environment& environment = session.plan().environments[*shown];
    if (selection.environment != environment.name || selection.document != session.document()) {
        selection = {.environment = environment.name, .document = session.document()};
    } else if (selection.revision != session.revision() && !selection.rows.empty()) {
        forget_removed(selection, environment.services);
    }
    selection.revision = session.revision();
}

void keep_renamed(ServiceSelection& selection, const Environment& environment, const std::string& from) {
    const auto row = selection.rows.find(from);
    if (row == selection.rows.end()) return;
    const std::size_t at = row->second;
    const std::string& name = environment.services[at].name;
    if (selection.anchor == from) selection.anchor = name;
    selection.rows.erase(row);
    selection.rows.emplace(name, at);
}

void select_alone(ServiceSelection& selection, const Environment& environment, std::size_t row) {
    const std::string& name = environment.services[row].name;
    const bool was_alone = selection.rows.size() == 1 && selection.contains(name);
    clear_rows(selection);
    if (was_alone) return;
    selection.rows.emplace(name, row);
    selection.anchor = name;
}

void toggle_row(ServiceSelection& selection, const Environment& environment, std::size_t row) {
    const std::string& name = environment.services[row].name;
    if (selection.rows.erase(name) == 0) selection.rows.emplace(name, row);
    selection.anchor = selection.contains(name) ? name : std::string();
}

void extend_to(ServiceSelection& selection, const Environment& environment, std::size_t from,
               std::size_t row) {
    const auto anchor = selection.rows.find(selection.anchor);
    const std::size_t fixed = anchor == selection.rows.end() ? from : anchor->second;
    selection.rows.clear();
    for (std::size_t i = std::min(fixed, row); i <= std::max(fixed, row); ++i)
        selection.rows.emplace(environment.services[i].name, i);
    selection.anchor = environment.services[fixed].name;
}

void select_all(ServiceSelection& selection, const Environment& environment) {
    clear_rows(selection);
    for (std::size_t i = 0; i < environment.services.size(); ++i)
        selection.rows.emplace(environment.services[i].name, i);
}

void clear_rows(ServiceSelection& selection) {
    selection.rows.clear();
    selection.anchor.clear();
}

ServiceSet selected_services(const ServiceSelection& selection, const Environment& environment) {
    ServiceSet services{environment.name, {}};
    for (const Service& service : environment.services) {
        if (selection.contains(service.name)) services.names.push_back(service.name);
    }
    return services;
}

std::string count_text(const ServiceSelection& selection) {
    return std::to_string(selection.rows.size()) + (selection.rows.size() == 1 ? " service" : " services");
}

std::string_view column_title(std::string_view column) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kTitles{{{"title", "name"},
                                                                                    {"kind", "kind"},
                                                                                    {"replicas", "replicas"},
                                                                                    {"cpu", "CPU"},
                                                                                    {"memory", "memory"},
                                                                                    {"server", "server"}}};
    for (const auto& [key, title] : kTitles) {
        if (key == column) return title;
    }
    return {};
}

}  // namespace stowage::ui
