// SPDX-License-Identifier: MIT
#pragma once

#include "stowage/ui/platform.hpp"
#include "stowage/ui/scale.hpp"

namespace stowage::web {

/// The Platform of the page: each call goes to the object of the same name in web/host.mjs.
class PlatformWeb final : public ui::Platform {
  public:
    void copy_text(std::string_view text) override;
    [[nodiscard]] std::optional<std::string> load(std::string_view key) override;
    bool store(std::string_view key, std::string_view text) override;
    [[nodiscard]] std::vector<std::string> stored_keys(std::string_view prefix) override;
    bool forget(std::string_view key) override;
    [[nodiscard]] std::string local_time() const override;
    [[nodiscard]] std::string link_base() const override;
    void show_link(std::string_view fragment) override;
    [[nodiscard]] ui::FileAccess file_access() const override { return ui::FileAccess::dialogs; }
    void choose_file() override;
    void offer_file(std::string_view name, std::string_view text) override;
    [[nodiscard]] Result<std::string> read_file(const std::string& path) override;
    [[nodiscard]] Result<bool> write_file(const std::string& path, std::string_view text) override;
    void set_title(std::string_view title) override;
    void set_summary(std::string_view text) override;
    [[nodiscard]] std::optional<int> scale() const override { return scale_; }
    void set_scale(int percent) override;
    /// CSS pixels of the canvas for each point of the interface.
    [[nodiscard]] float pixels_per_point() const { return static_cast<float>(scale_) / 100.0f; }
    /// As it was set last time.
    void restore_scale();
    [[nodiscard]] ui::Appearance system_appearance() const override;
    void appearance_changed(ui::Appearance appearance) override;

  private:
    int scale_ = ui::kUsualScale;
};

/// Connects ImGui's clipboard and text input to the page. The platform outlives ImGui.
void connect_imgui(const PlatformWeb& platform);

/// What a paste is about to insert.
void set_clipboard(std::string_view text);

/// Tells the page which pointer to show, when it changed.
void show_cursor();

}  // namespace stowage::web
