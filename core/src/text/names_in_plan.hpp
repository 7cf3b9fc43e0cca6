// SPDX-License-Identifier: MIT
//
// What to say of a name that a question has and the plan has not.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "stowage/result.hpp"

namespace stowage {

template <class T>
[[nodiscard]] std::vector<std::string_view> names_of(const std::vector<T>& list) {
    std::vector<std::string_view> names;
    for (const T& element : list) names.emplace_back(element.name);
    return names;
}

/// The nearest of all names, and as many of them as a person would read.
[[nodiscard]] Error no_such(const std::string& what, const std::string& name,
                            const std::vector<std::string_view>& names);

}  // namespace stowage
