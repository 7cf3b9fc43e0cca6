// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "stowage/result.hpp"

namespace stowage::desktop {

/// Where the program keeps what it remembers: $XDG_CONFIG_HOME/stowage, else ~/.config/stowage; empty when
/// neither is known.
[[nodiscard]] std::filesystem::path configuration_folder();

/// The names of the files in a folder that begin with `prefix`, in any order; none where there is no folder.
[[nodiscard]] std::vector<std::string> files_in(const std::filesystem::path& folder, std::string_view prefix);

/// The content of a file of at most limits::kTextBytes, and one byte more of a larger one, which tells that
/// it is; the error says what the system said.
[[nodiscard]] Result<std::string> read_file(const std::filesystem::path& path);

/// How many bytes a file has; 0 where there is none.
[[nodiscard]] std::uint64_t file_bytes(const std::filesystem::path& path);

/// Replaces the file in one step: what was there stays whole when writing fails. A symbolic link stays one,
/// permissions stay what they are, missing folders are made.
[[nodiscard]] Result<bool> write_file(const std::filesystem::path& path, std::string_view text);

}  // namespace stowage::desktop
