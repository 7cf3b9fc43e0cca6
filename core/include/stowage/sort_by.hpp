// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <type_traits>
#include <utility>
#include <vector>

namespace stowage {
namespace detail {

using Precedes = bool (*)(const void* context, std::uint32_t a, std::uint32_t b);

/// One sort for all lists and orders, reached through a pointer.
void sort_indices(std::span<std::uint32_t> indices, const void* context, Precedes precedes);

template <class Before>
void sort_indices(std::span<std::uint32_t> indices, const Before& before) {
    sort_indices(indices, &before, [](const void* context, std::uint32_t a, std::uint32_t b) {
        return (*static_cast<const Before*>(context))(a, b);
    });
}

}  // namespace detail

/// The indices 0..count-1 in the order that `before(a, b)` gives; where it tells neither before the other,
/// the smaller index comes first.
template <class Before>
std::vector<std::uint32_t> indices_sorted_by(std::size_t count, const Before& before) {
    std::vector<std::uint32_t> indices(count);
    for (std::uint32_t i = 0; i < indices.size(); ++i) indices[i] = i;
    detail::sort_indices(indices, before);
    return indices;
}

/// Sorts by `before(a, b)`. What is alike keeps its order, so the result is the same with every standard
/// library (std::sort leaves it open). A program carries a sort once, not once for each list: 25 of them
/// would be a tenth of the page's code.
template <class T, class Before>
void sort_by(std::vector<T>& list, const Before& before) {
    if constexpr (std::is_same_v<T, std::uint32_t>) {
        detail::sort_indices(list, before);
    } else {
        const auto order = indices_sorted_by(
            list.size(), [&](std::uint32_t a, std::uint32_t b) { return before(list[a], list[b]); });
        std::vector<T> sorted;
        sorted.reserve(list.size());
        for (const std::uint32_t index : order) sorted.push_back(std::move(list[index]));
        list = std::move(sorted);
    }
}

}  // namespace stowage
