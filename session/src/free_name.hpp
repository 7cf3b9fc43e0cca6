// SPDX-License-Identifier: MIT
//
// What copies and new elements are called.
#pragma once

#include <string>
#include <string_view>
#include <unordered_set>

#include "stowage/limits.hpp"

namespace stowage {

/// `wanted`, or the first of wanted-2, wanted-3 ... that is free.
template <class IsFree>
std::string free_name(const std::string& wanted, const IsFree& is_free) {
    if (is_free(wanted)) return wanted;
    for (int number = 2;; ++number) {
        const std::string suffix = "-" + std::to_string(number);
        std::string name = wanted.substr(0, limits::kNameBytes - suffix.size()) + suffix;
        if (is_free(name)) return name;
    }
}

/// One that the list does not have. `except` may keep its name.
template <class List>
std::string unique_name(const List& list, const std::string& wanted, std::string_view except = {}) {
    // Thousands of elements may be called service-2, service-3 ...
    std::unordered_set<std::string_view> taken;
    for (const auto& element : list) taken.insert(element.name);
    return free_name(wanted,
                     [&](const std::string& name) { return name == except || !taken.contains(name); });
}

/// The title of a copy; the same where there is no room to say that it is one.
inline std::string copied_title(const std::string& title) {
    constexpr std::string_view kCopy = " copy";
    if (title.empty() || title.size() + kCopy.size() > limits::kTitleBytes) return title;
    return title + std::string(kCopy);
}

}  // namespace stowage
