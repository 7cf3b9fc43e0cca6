// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "test_window.hpp"
#include "web_plan.hpp"

namespace stowage::test {

inline const std::string kServices = "/environments/live/services/";

/// The services web, sql and jobs on screen.
struct Rows {
    NullPlatform platform;
    TestWindow window{platform, {.plan = std::string(kWebPlan)}};

    static std::string handle(std::string_view service) { return kServices + std::string(service) + "/row"; }
    [[nodiscard]] const std::vector<Service>& services() const {
        return window.plan().environments.front().services;
    }
    [[nodiscard]] std::string order() const { return names_of(services()); }
    /// The selected rows, from above.
    [[nodiscard]] std::string selected() const {
        std::string names;
        for (const ui::Item& item : window.items()) {
            if (!item.path.ends_with("/row") || item.value != "true") continue;
            const std::string name =
                item.path.substr(kServices.size(), item.path.size() - kServices.size() - 4);
            names += (names.empty() ? "" : " ") + name;
        }
        return names;
    }
    void click(std::string_view path, int modifier) {
        ImGui::GetIO().AddKeyEvent(static_cast<ImGuiKey>(modifier), true);
        window.click(path);
        ImGui::GetIO().AddKeyEvent(static_cast<ImGuiKey>(modifier), false);
        window.move_to(path);
    }
    void select(std::string_view first, std::string_view last) {
        window.click(handle(first));
        click(handle(last), ImGuiMod_Shift);
    }
    void undo() { window.press(ImGuiMod_Ctrl | ImGuiKey_Z); }
    [[nodiscard]] std::string undo_label() const { return std::string(window.session().undo_label()); }
    void pick(std::string_view action) {
        window.press(ImGuiMod_Ctrl | ImGuiKey_K);
        window.type(action);
        window.press(ImGuiKey_Enter);
    }
    void drag(std::string_view service, std::string_view to, float down = 0) {
        window.hold(handle(service));
        const ui::Rect rect = window.item(handle(to)).rect;
        window.move_to(ImVec2{rect.left + 5, (rect.top + rect.bottom) / 2 + down});
    }
};

}  // namespace stowage::test
