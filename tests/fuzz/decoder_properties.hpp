// SPDX-License-Identifier: MIT
//
// What must hold for any bytes that somebody gives to a decoder. The fuzz targets look for bytes that break
// it; corpus_test.cpp tries the bytes of the corpus in every build.
#pragma once

#include <string>
#include <string_view>

namespace stowage::test {

// Each gives the first property that `input` breaks, in one sentence, or nothing.

/// As the text of a plan, YAML or JSON: what is read survives every writer and has an estimate; what is
/// refused has a message with its place.
[[nodiscard]] std::string property_broken_by_plan_text(std::string_view input);
/// As a link, and as the packed data inside a link whose checksum is right.
[[nodiscard]] std::string property_broken_by_link(std::string_view input);
/// As the compact catalogue: it is read the same every time, and finds each of its own rows.
[[nodiscard]] std::string property_broken_by_catalogue(std::string_view input);
/// As an own price list: each of its rows is found, and the plan that has them is like any other.
[[nodiscard]] std::string property_broken_by_price_list(std::string_view input);

/// As lines of a spreadsheet: pasted once more they add nothing.
[[nodiscard]] std::string property_broken_by_rows(std::string_view input);

}  // namespace stowage::test
