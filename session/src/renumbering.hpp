// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace stowage {

/// Where the elements of a list of a plan are after a change: those of the same name, and those that were
/// renamed in their place.
class Renumbering {
  public:
    template <class T>
    Renumbering(const std::vector<T>& before, const std::vector<T>& after)
        : now_of_(before.size()), count_after_(after.size()), identity_(before.size() == after.size()) {
        const std::size_t common = std::min(before.size(), after.size());
        std::vector<bool> taken(after.size());
        for (std::uint32_t i = 0; i < common; ++i) {
            if (before[i].name == after[i].name) assign(i, i, taken);
        }
        find_by_name(before, after, taken);
        if (before.size() != after.size()) return;
        for (std::uint32_t i = 0; i < common; ++i) {
            if (!now_of_[i] && !taken[i]) assign(i, i, taken);
        }
    }

    /// The new index of an element; none when it is gone.
    [[nodiscard]] std::optional<std::uint32_t> now_of(std::uint32_t before) const {
        return before < now_of_.size() ? now_of_[before] : std::nullopt;
    }
    [[nodiscard]] std::size_t count_after() const { return count_after_; }
    /// True when every element is where it was.
    [[nodiscard]] bool is_identity() const { return identity_; }

  private:
    void assign(std::uint32_t before, std::uint32_t after, std::vector<bool>& taken) {
        now_of_[before] = after;
        taken[after] = true;
    }

    /// Those that are not where they were.
    template <class T>
    void find_by_name(const std::vector<T>& before, const std::vector<T>& after, std::vector<bool>& taken) {
        std::unordered_map<std::string_view, std::uint32_t> index_of;
        for (std::uint32_t i = 0; i < after.size(); ++i) {
            if (!taken[i]) index_of.emplace(after[i].name, i);
        }
        for (std::uint32_t i = 0; i < before.size() && !index_of.empty(); ++i) {
            if (now_of_[i]) continue;
            const auto at = index_of.find(before[i].name);
            if (at == index_of.end()) continue;
            assign(i, at->second, taken);
            identity_ = false;
        }
    }

    std::vector<std::optional<std::uint32_t>> now_of_;
    std::size_t count_after_;
    bool identity_;
};

}  // namespace stowage
