// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

#include "widget_context.hpp"

namespace stowage::ui {

/// A few choices side by side in one frame, one of them taken. The path of each is PATH=LABEL. Gives the
/// choice that was pressed.
[[nodiscard]] std::optional<std::size_t> choice_row(WidgetContext& context, std::string_view path,
                                                    std::span<const std::string_view> labels,
                                                    std::size_t selected);
/// How wide it will be.
[[nodiscard]] float choice_row_width(const WidgetContext& context, std::span<const std::string_view> labels);

}  // namespace stowage::ui
