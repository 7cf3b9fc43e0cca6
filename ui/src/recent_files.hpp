// SPDX-License-Identifier: MIT
//
// The files that were opened or saved last, as they are remembered: a full path in each line, the latest
// first.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace stowage::ui {

struct PanelContext;

/// Where they are remembered.
inline constexpr std::string_view kRecentKey = "recent";
inline constexpr std::size_t kMostRecentFiles = 10;

[[nodiscard]] std::vector<std::string> read_recent_files(std::string_view text);
[[nodiscard]] std::string recent_files_text(const std::vector<std::string>& files);
/// With `path` first and once. A path with a line break in it is left out: a line could not hold it.
[[nodiscard]] std::vector<std::string> with_recent_file(std::vector<std::string> files,
                                                        const std::string& path);
[[nodiscard]] std::vector<std::string> without_recent_file(std::vector<std::string> files,
                                                           const std::string& path);

/// "plan.yaml" of "/home/me/plan.yaml".
[[nodiscard]] std::string_view file_of(std::string_view path);
/// "/home/me" of "/home/me/plan.yaml".
[[nodiscard]] std::string_view folder_of(std::string_view path);

/// The lines of a menu that open them again, below a heading.
void draw_recent_files(PanelContext& context);

}  // namespace stowage::ui
