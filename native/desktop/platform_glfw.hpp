// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "file_dialog.hpp"
#include "stowage/ui/platform.hpp"

namespace stowage::desktop {

class Window;

/// What came of a file dialog.
struct DialogAnswer {
    enum class Kind { open, save, problem };
    Kind kind = Kind::problem;
    std::string text;  ///< the path that was chosen, or why there was no dialog
};

/// The Platform of the desktop tool.
class PlatformGlfw final : public ui::Platform {
  public:
    explicit PlatformGlfw(Window& window);

    /// True while the user has a file dialog to answer: take_answer() is to be asked now and then.
    [[nodiscard]] bool has_dialog() const { return dialog_ != nullptr; }
    /// What the user chose since the last call, if anything. After a problem paths are typed in the
    /// interface.
    [[nodiscard]] std::optional<DialogAnswer> take_answer();

    void copy_text(std::string_view text) override;
    [[nodiscard]] std::optional<std::string> load(std::string_view key) override;
    [[nodiscard]] std::uint64_t stored_bytes(std::string_view key) override;
    bool store(std::string_view key, std::string_view text) override;
    [[nodiscard]] std::vector<std::string> stored_keys(std::string_view prefix) override;
    bool forget(std::string_view key) override;
    [[nodiscard]] std::string local_time() const override;
    [[nodiscard]] std::string link_base() const override;
    void show_link(std::string_view) override {}  // there is no address bar
    /// Dialogs where the system has a program for them.
    [[nodiscard]] ui::FileAccess file_access() const override;
    void choose_file() override;
    void offer_file(std::string_view name, std::string_view text) override;
    [[nodiscard]] Result<std::string> read_file(const std::string& path) override;
    [[nodiscard]] Result<bool> write_file(const std::string& path, std::string_view text) override;
    [[nodiscard]] std::string full_path(const std::string& path) override;
    void set_title(std::string_view title) override;
    void set_summary(std::string_view) override {}  // desktop screen readers cannot see into a GL window
    [[nodiscard]] std::optional<int> scale() const override;
    void set_scale(int percent) override;
    [[nodiscard]] bool has_scale_keys() const override { return true; }
    /// Dark or not; the contrast is for the user to choose.
    [[nodiscard]] ui::Appearance system_appearance() const override;
    void appearance_changed(ui::Appearance) override {}

  private:
    Window& window_;
    std::optional<DialogProgram> dialog_program_;
    std::unique_ptr<FileDialog> dialog_;  ///< on the screen; one at a time
    DialogAnswer::Kind asked_ = DialogAnswer::Kind::open;
};

}  // namespace stowage::desktop
