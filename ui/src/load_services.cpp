// SPDX-License-Identifier: MIT
//
// Which service a page of the load is about.
#include <algorithm>

#include "../widgets/button.hpp"
#include "../widgets/choice_field.hpp"
#include "../widgets/choice_row.hpp"
#include "load_view.hpp"

namespace stowage::ui {
namespace {

constexpr std::size_t kMostInRow = 5;  // more are a list: they do not fit into a row
constexpr float kListWidth = 16.0f;    // em

std::optional<std::size_t> choice_list(PanelContext& context, const std::string& path,
                                       const Environment& environment,
                                       const std::vector<std::size_t>& services, std::size_t current) {
    const std::string shown = label_of(environment.services[current]);
    const ChoiceField field{.shown = shown, .label = "Service", .width = em(kListWidth)};
    if (!begin_choice(context, path, field)) return std::nullopt;
    std::optional<std::size_t> chosen;
    ImGuiListClipper clipper;
    clipper.Begin(static_cast<int>(services.size()));
    while (clipper.Step()) {
        for (int line = clipper.DisplayStart; line < clipper.DisplayEnd; ++line) {
            const std::size_t service = services[static_cast<std::size_t>(line)];
            const std::string& name = environment.services[service].name;
            if (menu_item(context, path + "=" + name, label_of(environment.services[service]), true,
                          service == current, Role::option))
                chosen = service;
        }
    }
    if (chosen) close_choice();
    end_choice();
    return chosen;
}

}  // namespace

std::size_t service_named(const Environment& environment, const std::vector<std::size_t>& services,
                          std::string_view name) {
    const auto found = std::find_if(services.begin(), services.end(), [&](std::size_t service) {
        return environment.services[service].name == name;
    });
    return found == services.end() ? services.front() : *found;
}

std::optional<std::size_t> service_choice(PanelContext& context, const std::string& path,
                                          const Environment& environment,
                                          const std::vector<std::size_t>& services, std::size_t current) {
    if (services.size() < 2) return std::nullopt;
    std::vector<std::string_view> labels;
    for (const std::size_t service : services) {
        if (labels.size() > kMostInRow) break;
        labels.emplace_back(label_of(environment.services[service]));
    }
    if (labels.size() > kMostInRow || choice_row_width(context, labels) > ImGui::GetContentRegionAvail().x)
        return choice_list(context, path, environment, services, current);
    const auto at = std::find(services.begin(), services.end(), current) - services.begin();
    const auto pressed = choice_row(context, path, labels, static_cast<std::size_t>(at));
    return pressed ? std::optional(services[*pressed]) : std::nullopt;
}

}  // namespace stowage::ui
