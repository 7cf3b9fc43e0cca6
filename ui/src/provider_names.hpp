// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace stowage::ui {

/// A provider as it writes itself: "AWS" of "aws". "own machines" of none; one that is not known as the plan
/// writes it.
[[nodiscard]] std::string shown_provider(std::string_view provider);

/// A region of the catalogue: providers with one price list have none with a name.
[[nodiscard]] std::string shown_region(std::string_view region);

}  // namespace stowage::ui
