// SPDX-License-Identifier: MIT
#include "platform_glfw.hpp"

#include <GLFW/glfw3.h>

#include <array>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <string>

#include "desktop_files.hpp"
#include "stowage/ui/scale.hpp"
#include "window.hpp"

namespace stowage::desktop {
namespace {

std::string_view environment(const char* name) {
    const char* value = std::getenv(name);
    return value == nullptr ? std::string_view() : std::string_view(value);
}

}  // namespace

PlatformGlfw::PlatformGlfw(Window& window)
    : window_(window),
      dialog_program_(find_dialog_program(environment("PATH"), environment("XDG_CURRENT_DESKTOP"))) {
    window_.set_scale(ui::stored_scale(*this));
}

ui::FileAccess PlatformGlfw::file_access() const {
    return dialog_program_ ? ui::FileAccess::dialogs : ui::FileAccess::paths;
}

// A dialog that is asked for while another is open takes its place: the other may lie behind the window.
void PlatformGlfw::choose_file() {
    asked_ = DialogAnswer::Kind::open;
    dialog_ = std::make_unique<FileDialog>(open_dialog(*dialog_program_));
}

void PlatformGlfw::offer_file(std::string_view name, std::string_view) {
    asked_ = DialogAnswer::Kind::save;
    dialog_ = std::make_unique<FileDialog>(save_dialog(*dialog_program_, full_path(std::string(name))));
}

std::optional<DialogAnswer> PlatformGlfw::take_answer() {
    using State = FileDialog::State;
    const State state = dialog_ ? dialog_->look() : State::open;
    if (state == State::open) return std::nullopt;
    const std::unique_ptr<FileDialog> answered = std::move(dialog_);
    if (state == State::chosen) return DialogAnswer{asked_, answered->path()};
    if (state == State::cancelled) return std::nullopt;
    dialog_program_.reset();
    return DialogAnswer{DialogAnswer::Kind::problem, answered->problem()};
}

void PlatformGlfw::copy_text(std::string_view text) {
    glfwSetClipboardString(window_.handle(), std::string(text).c_str());
}

std::optional<std::string> PlatformGlfw::load(std::string_view key) {
    const auto folder = configuration_folder();
    if (folder.empty()) return std::nullopt;
    auto text = desktop::read_file(folder / key);
    if (!text) return std::nullopt;
    return *std::move(text);
}

std::uint64_t PlatformGlfw::stored_bytes(std::string_view key) {
    const auto folder = configuration_folder();
    return folder.empty() ? 0 : file_bytes(folder / key);
}

bool PlatformGlfw::store(std::string_view key, std::string_view text) {
    const auto folder = configuration_folder();
    return !folder.empty() && desktop::write_file(folder / key, text).has_value();
}

std::vector<std::string> PlatformGlfw::stored_keys(std::string_view prefix) {
    return files_in(configuration_folder(), prefix);
}

bool PlatformGlfw::forget(std::string_view key) {
    const auto folder = configuration_folder();
    std::error_code problem;
    if (!folder.empty()) std::filesystem::remove(folder / key, problem);
    return !folder.empty() && !problem;
}

std::string PlatformGlfw::local_time() const {
    const std::time_t now = std::time(nullptr);
    std::tm parts = {};
    std::array<char, 32> text{};  // "2026-11-28 14:05" and the end
    if (::localtime_r(&now, &parts) == nullptr) return {};
    return {text.data(), std::strftime(text.data(), text.size(), "%Y-%m-%d %H:%M", &parts)};
}

std::string PlatformGlfw::link_base() const {
    // Where the page is published is for its operator to say.
    return std::string(environment("STOWAGE_LINK_BASE"));
}

Result<std::string> PlatformGlfw::read_file(const std::string& path) { return desktop::read_file(path); }

Result<bool> PlatformGlfw::write_file(const std::string& path, std::string_view text) {
    return desktop::write_file(path, text);
}

std::string PlatformGlfw::full_path(const std::string& path) {
    std::error_code problem;
    const auto full = std::filesystem::absolute(path, problem);
    return problem ? path : full.lexically_normal().string();
}

void PlatformGlfw::set_title(std::string_view title) {
    glfwSetWindowTitle(window_.handle(), std::string(title).c_str());
}

std::optional<int> PlatformGlfw::scale() const { return window_.scale(); }

void PlatformGlfw::set_scale(int percent) {
    const int wanted = ui::nearest_scale(percent);
    if (wanted == window_.scale()) return;
    window_.set_scale(wanted);
    ui::store_scale(*this, wanted);
}

ui::Appearance PlatformGlfw::system_appearance() const {
    // What GTK and Qt programs follow where no desktop portal is asked.
    return {.dark = environment("GTK_THEME").ends_with(":dark"), .high_contrast = false};
}

}  // namespace stowage::desktop
