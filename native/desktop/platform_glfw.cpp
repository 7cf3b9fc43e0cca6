// SPDX-License-Identifier: MIT
#include "platform_glfw.hpp"

#include <GLFW/glfw3.h>

#include <cstdlib>
#include <string>

#include "desktop_files.hpp"

namespace stowage::desktop {

void PlatformGlfw::copy_text(std::string_view text) {
    glfwSetClipboardString(window_, std::string(text).c_str());
}

std::optional<std::string> PlatformGlfw::load(std::string_view key) {
    const auto folder = configuration_folder();
    if (folder.empty()) return std::nullopt;
    auto text = desktop::read_file(folder / key);
    if (!text) return std::nullopt;
    return *std::move(text);
}

bool PlatformGlfw::store(std::string_view key, std::string_view text) {
    const auto folder = configuration_folder();
    return !folder.empty() && desktop::write_file(folder / key, text).has_value();
}

std::string PlatformGlfw::link_base() const {
    // Where the page is published is for its operator to say.
    const char* base = std::getenv("STOWAGE_LINK_BASE");
    return base == nullptr ? std::string() : std::string(base);
}

Result<std::string> PlatformGlfw::read_file(const std::string& path) { return desktop::read_file(path); }

Result<bool> PlatformGlfw::write_file(const std::string& path, std::string_view text) {
    return desktop::write_file(path, text);
}

void PlatformGlfw::set_title(std::string_view title) {
    glfwSetWindowTitle(window_, std::string(title).c_str());
}

bool PlatformGlfw::prefers_dark() const {
    // What GTK and Qt programs follow where no desktop portal is asked.
    const char* theme = std::getenv("GTK_THEME");
    return theme != nullptr && std::string_view(theme).ends_with(":dark");
}

}  // namespace stowage::desktop
