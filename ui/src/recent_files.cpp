// SPDX-License-Identifier: MIT
#include "recent_files.hpp"

#include <algorithm>

#include "../widgets/button.hpp"
#include "../widgets/text.hpp"
#include "panel_context.hpp"

namespace stowage::ui {

std::vector<std::string> read_recent_files(std::string_view text) {
    std::vector<std::string> files;
    while (!text.empty() && files.size() < kMostRecentFiles) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        if (end > 0) files.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return files;
}

std::string recent_files_text(const std::vector<std::string>& files) {
    std::string text;
    for (const std::string& file : files) text += file + '\n';
    return text;
}

std::vector<std::string> with_recent_file(std::vector<std::string> files, const std::string& path) {
    if (path.find('\n') != std::string::npos) return files;
    files = without_recent_file(std::move(files), path);
    files.insert(files.begin(), path);
    if (files.size() > kMostRecentFiles) files.resize(kMostRecentFiles);
    return files;
}

std::vector<std::string> without_recent_file(std::vector<std::string> files, const std::string& path) {
    files.erase(std::remove(files.begin(), files.end(), path), files.end());
    return files;
}

std::string_view file_of(std::string_view path) { return path.substr(path.rfind('/') + 1); }

std::string_view folder_of(std::string_view path) {
    const std::size_t end = path.rfind('/');
    return end == std::string_view::npos ? std::string_view() : path.substr(0, std::max<std::size_t>(end, 1));
}

void draw_recent_files(PanelContext& context) {
    constexpr float kWidth = 26.0f;  // em: a name and the folder that tells it from another of that name
    gap(0.3f);
    ImGui::SetCursorPosX(ImGui::GetCursorPosX() + em(0.3f));  // where the words of the lines begin
    text(context, "toolbar/open/recent", {.text = "Recent", .size = TextSize::small, .muted = true},
         Role::heading);
    ImGui::SameLine(0, 0);
    const float width = std::min(em(kWidth), ImGui::GetMainViewport()->WorkSize.x - em(3));
    ImGui::Dummy({std::max(0.0f, width - ImGui::GetCursorPosX()), 0});
    for (const std::string& path : context.state.recent_files) {
        const MenuNote note{folder_of(path), context.theme.text_muted};
        if (!menu_item(context, "toolbar/open/recent/" + path, file_of(path), note, false)) continue;
        context.state.recent_choice = path;
        context.want(Command::open_recent);
    }
}

}  // namespace stowage::ui
