// SPDX-License-Identifier: MIT
#pragma once

#include "stowage/ui/platform.hpp"

struct GLFWwindow;

namespace stowage::desktop {

/// The Platform of the desktop tool.
class PlatformGlfw final : public ui::Platform {
  public:
    explicit PlatformGlfw(GLFWwindow* window) : window_(window) {}

    void copy_text(std::string_view text) override;
    [[nodiscard]] std::optional<std::string> load(std::string_view key) override;
    bool store(std::string_view key, std::string_view text) override;
    [[nodiscard]] std::string link_base() const override;
    void show_link(std::string_view) override {}  // there is no address bar
    [[nodiscard]] ui::FileAccess file_access() const override { return ui::FileAccess::paths; }
    void choose_file() override {}
    void offer_file(std::string_view, std::string_view) override {}
    [[nodiscard]] Result<std::string> read_file(const std::string& path) override;
    [[nodiscard]] Result<bool> write_file(const std::string& path, std::string_view text) override;
    void set_title(std::string_view title) override;
    void set_summary(std::string_view) override {}  // desktop screen readers cannot see into a GL window
    [[nodiscard]] bool prefers_dark() const override;
    void theme_changed(bool) override {}

  private:
    GLFWwindow* window_;
};

}  // namespace stowage::desktop
