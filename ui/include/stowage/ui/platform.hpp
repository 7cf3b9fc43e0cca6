// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "stowage/result.hpp"
#include "stowage/ui/appearance.hpp"

namespace stowage::ui {

/// How files are named on this platform.
enum class FileAccess {
    dialogs,  ///< the system asks for the file
    paths,    ///< the interface asks for a path
};

/// What the interface asks of the world around it. Implemented by the page (web/), the desktop tool
/// (native/desktop) and the null platform of the tests. Nothing here throws; calls that can fail say so.
class Platform {
  public:
    Platform() = default;
    Platform(const Platform&) = delete;
    Platform& operator=(const Platform&) = delete;
    virtual ~Platform() = default;

    /// Puts text on the system's clipboard. On the web only within a user's gesture.
    virtual void copy_text(std::string_view text) = 0;

    /// Small texts that outlive the program, by key: localStorage, the user's configuration folder.
    [[nodiscard]] virtual std::optional<std::string> load(std::string_view key) = 0;
    /// How many bytes are stored under that key: more than load() gives where that has a limit. 0 for none.
    [[nodiscard]] virtual std::uint64_t stored_bytes(std::string_view key) {
        const auto text = load(key);
        return text ? text->size() : 0;
    }
    /// False when it could not be stored.
    virtual bool store(std::string_view key, std::string_view text) = 0;
    /// Those of the keys that begin with `prefix`, in any order.
    [[nodiscard]] virtual std::vector<std::string> stored_keys(std::string_view prefix) = 0;
    /// Removes the text of that key. False when it could not be removed.
    virtual bool forget(std::string_view key) = 0;
    /// The user's date and time of day: "2026-11-28 14:05".
    [[nodiscard]] virtual std::string local_time() const = 0;

    /// What stands before "#p=..." in a link to share: the page's own address.
    [[nodiscard]] virtual std::string link_base() const = 0;
    /// Shows the link in the address bar, where there is one.
    virtual void show_link(std::string_view fragment) = 0;

    [[nodiscard]] virtual FileAccess file_access() const = 0;
    /// With dialogs: asks for a file. It comes later through App::open_text() or App::open_path().
    virtual void choose_file() = 0;
    /// With dialogs: asks where to save, which App::save_to() does later, or saves where downloads go.
    virtual void offer_file(std::string_view name, std::string_view text) = 0;
    /// With paths, and with dialogs that answer with paths.
    [[nodiscard]] virtual Result<std::string> read_file(const std::string& path) = 0;
    [[nodiscard]] virtual Result<bool> write_file(const std::string& path, std::string_view text) = 0;
    /// The path that names the same file from any folder.
    [[nodiscard]] virtual std::string full_path(const std::string& path) { return path; }

    virtual void set_title(std::string_view title) = 0;
    /// A sentence with the result, for screen readers; told when it changes.
    virtual void set_summary(std::string_view text) = 0;
    /// How large everything is drawn, in per cent of its usual size; none where that is the system's affair.
    [[nodiscard]] virtual std::optional<int> scale() const { return std::nullopt; }
    /// Draws everything that large from the next frame on, or as near to it as the platform can, and
    /// remembers it.
    virtual void set_scale([[maybe_unused]] int percent) {}
    /// Whether Ctrl with +, - and 0 changes the scale. In a browser these keys are the browser's.
    [[nodiscard]] virtual bool has_scale_keys() const { return false; }

    /// How the system wants programs to look now.
    [[nodiscard]] virtual Appearance system_appearance() const = 0;
    /// Tells which theme is on, for what the platform draws around the interface.
    virtual void appearance_changed(Appearance appearance) = 0;
};

}  // namespace stowage::ui
