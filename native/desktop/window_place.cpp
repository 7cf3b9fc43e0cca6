// SPDX-License-Identifier: MIT
#include "window_place.hpp"

#include <algorithm>
#include <charconv>
#include <cstdint>

namespace stowage::desktop {
namespace {

constexpr int kFarthest = 1'000'000;  // no desktop is as wide; sums of two stay far from overflow

/// Takes a word and the space after it off the text.
std::string_view take_word(std::string_view& text) {
    const std::size_t end = std::min(text.find(' '), text.size());
    const std::string_view word = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    return word;
}

bool take_number(std::string_view& text, int& number) {
    const std::string_view word = take_word(text);
    const char* end = word.data() + word.size();
    const auto read = std::from_chars(word.data(), end, number);
    return read.ec == std::errc() && read.ptr == end && number >= -kFarthest && number <= kFarthest;
}

int overlap(int from_a, int length_a, int from_b, int length_b) {
    return std::max(0, std::min(from_a + length_a, from_b + length_b) - std::max(from_a, from_b));
}

std::int64_t shared(const Area& a, const Area& b) {
    return std::int64_t{overlap(a.x, a.width, b.x, b.width)} * overlap(a.y, a.height, b.y, b.height);
}

}  // namespace

std::optional<WindowPlace> read_window_place(std::string_view text) {
    WindowPlace place;
    Area& area = place.area;
    for (int* number : {&area.x, &area.y, &area.width, &area.height}) {
        if (!take_number(text, *number)) return std::nullopt;
    }
    const std::string_view state = take_word(text);
    if (area.width <= 0 || area.height <= 0 || !text.empty()) return std::nullopt;
    if (state != "normal" && state != "maximised") return std::nullopt;
    place.maximised = state == "maximised";
    return place;
}

std::string window_place_text(const WindowPlace& place) {
    std::string text;
    for (const int number : {place.area.x, place.area.y, place.area.width, place.area.height})
        text += std::to_string(number) + ' ';
    return text + (place.maximised ? "maximised" : "normal");
}

Area on_screen(Area area, const std::vector<Area>& screens) {
    if (screens.empty()) return area;
    // Of equals the first is taken: the primary one.
    const Area& screen = *std::max_element(
        screens.begin(), screens.end(),
        [&area](const Area& a, const Area& b) { return shared(area, a) < shared(area, b); });
    area.width = std::min(area.width, screen.width);
    area.height = std::min(area.height, screen.height);
    area.x = std::clamp(area.x, screen.x, screen.x + screen.width - area.width);
    area.y = std::clamp(area.y, screen.y, screen.y + screen.height - area.height);
    return area;
}

}  // namespace stowage::desktop
