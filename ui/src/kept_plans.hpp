// SPDX-License-Identifier: MIT
//
// Plans that are kept on this device under names: one stored text for each, so that windows that keep and
// delete at the same time never disturb each other's.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "stowage/ui/platform.hpp"

namespace stowage::ui {

/// Of all their keys.
inline constexpr std::string_view kKeptPrefix = "kept.";
/// The longest name in bytes. As a key each byte may take three characters, and a file name holds 255.
inline constexpr std::size_t kLongestKeptName = 72;
/// All of them are read when the list opens.
inline constexpr std::size_t kMostKeptPlans = 200;

/// One of them, as the list shows it.
struct KeptPlan {
    std::string key;           ///< of the stored text
    std::string name{};        ///< where the key is no name, the key itself
    std::string changed{};     ///< "2026-11-28 14:05", of the user's clock; empty: not known
    std::uint64_t bytes = 0;   ///< of the stored text
    std::size_t services = 0;  ///< in all environments
    std::size_t environments = 0;
    std::string problem{};  ///< why it cannot be read; empty: it can
};

/// The name as it is kept: without white space around and without control characters; empty for none.
[[nodiscard]] std::string tidy_name(std::string_view typed);

/// The key of a tidy name. It has letters that any file system takes and tells apart.
[[nodiscard]] std::string kept_key(std::string_view name);
/// The name behind a key; none for a key that kept_key() makes of no tidy name.
[[nodiscard]] std::optional<std::string> kept_name(std::string_view key);

/// That name, or the key itself.
[[nodiscard]] std::string name_of_key(const std::string& key);
/// A name within a sentence.
[[nodiscard]] std::string in_quotes(std::string_view name);
/// That it was deleted since the list was read.
[[nodiscard]] std::string is_gone(const std::string& key);

/// What is stored: the plan with a comment before it that says when.
[[nodiscard]] std::string kept_text(std::string_view plan, std::string_view time);
/// The plan in it; all of a text without such a comment.
[[nodiscard]] std::string_view plan_in_kept(std::string_view stored);
/// When it was stored; empty for a text without such a comment.
[[nodiscard]] std::string_view time_of_kept(std::string_view stored);

/// What is kept, the latest first; at most kMostKeptPlans. Texts that are no plans are told, not left out.
[[nodiscard]] std::vector<KeptPlan> kept_plans(Platform& platform);

/// "3 environments, 20 services", or that it cannot be read.
[[nodiscard]] std::string contents_of(const KeptPlan& kept);

}  // namespace stowage::ui
