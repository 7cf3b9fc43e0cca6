// SPDX-License-Identifier: MIT
#pragma once

#include <limits>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "stowage/ui/platform.hpp"

namespace stowage::test {

using Texts = std::map<std::string, std::string, std::less<>>;

/// A platform in memory. Tests look at what the interface asked of it, and prepare what it gives.
class NullPlatform : public ui::Platform {
  public:
    std::string clipboard;
    Texts storage{{"tour", "done"}};  ///< somebody who has been here before
    bool storage_works = true;
    std::size_t storage_room = std::numeric_limits<std::size_t>::max();  ///< bytes of all texts together
    std::string time = "2026-11-28 14:05";
    Texts files;  ///< by path
    bool files_can_be_written = true;
    ui::FileAccess access = ui::FileAccess::paths;
    int files_asked_for = 0;  ///< calls of choose_file()
    Texts offered;            ///< files that offer_file() was given, by name
    std::string address;      ///< the fragment in the address bar
    std::string title;
    std::vector<std::string> summaries;  ///< all that were told, in order
    std::optional<int> size;             ///< in per cent; none: it cannot change it
    bool scale_keys = false;
    ui::Appearance system;
    ui::Appearance shown;  ///< what was told last

    void copy_text(std::string_view text) override { clipboard = text; }
    [[nodiscard]] std::optional<std::string> load(std::string_view key) override {
        const auto at = storage.find(key);
        return at == storage.end() ? std::nullopt : std::optional(at->second);
    }
    bool store(std::string_view key, std::string_view text) override {
        const auto before = storage.find(key);
        const std::size_t freed = before == storage.end() ? 0 : before->second.size();
        if (!storage_works || bytes_of_all() - freed + text.size() > storage_room) return false;
        storage[std::string(key)] = text;
        return true;
    }
    [[nodiscard]] std::vector<std::string> stored_keys(std::string_view prefix) override {
        std::vector<std::string> keys;
        for (const auto& [key, text] : storage) {
            if (key.starts_with(prefix)) keys.push_back(key);
        }
        return keys;
    }
    bool forget(std::string_view key) override {
        if (storage_works) storage.erase(std::string(key));
        return storage_works;
    }
    [[nodiscard]] std::string local_time() const override { return time; }
    [[nodiscard]] std::string link_base() const override { return "https://example.org/stowage/"; }
    void show_link(std::string_view fragment) override { address = fragment; }
    [[nodiscard]] ui::FileAccess file_access() const override { return access; }
    void choose_file() override { ++files_asked_for; }
    void offer_file(std::string_view name, std::string_view text) override {
        offered[std::string(name)] = text;
    }
    [[nodiscard]] Result<std::string> read_file(const std::string& path) override {
        const auto at = files.find(path);
        if (at == files.end()) return Error{ErrorCode::missing, "cannot open " + path};
        return at->second;
    }
    [[nodiscard]] Result<bool> write_file(const std::string& path, std::string_view text) override {
        if (!files_can_be_written) return Error{ErrorCode::missing, "cannot write " + path};
        files[path] = text;
        return true;
    }
    void set_title(std::string_view text) override { title = text; }
    void set_summary(std::string_view text) override { summaries.emplace_back(text); }
    [[nodiscard]] std::optional<int> scale() const override { return size; }
    void set_scale(int percent) override { size = percent; }
    [[nodiscard]] bool has_scale_keys() const override { return scale_keys; }
    [[nodiscard]] ui::Appearance system_appearance() const override { return system; }
    void appearance_changed(ui::Appearance now) override { shown = now; }

  private:
    [[nodiscard]] std::size_t bytes_of_all() const {
        std::size_t bytes = 0;
        for (const auto& [key, text] : storage) bytes += text.size();
        return bytes;
    }
};

}  // namespace stowage::test
