// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "stowage/plan.hpp"

namespace stowage::cli {

/// "Staging (staging)": what it is called and what the plan names it, where the two differ.
template <class T>
[[nodiscard]] std::string heading_of(const T& element) {
    return element.title.empty() || element.title == element.name ? element.name
                                                                  : element.title + " (" + element.name + ")";
}

}  // namespace stowage::cli
