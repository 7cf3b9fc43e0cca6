// SPDX-License-Identifier: MIT
#include "stowage/sort_by.hpp"

#include <algorithm>

namespace stowage::detail {

void sort_indices(std::span<std::uint32_t> indices, const void* context, Precedes precedes) {
    std::stable_sort(indices.begin(), indices.end(),
                     [=](std::uint32_t a, std::uint32_t b) { return precedes(context, a, b); });
}

}  // namespace stowage::detail
