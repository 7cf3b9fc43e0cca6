// SPDX-License-Identifier: MIT
#include "architecture_choice.hpp"

#include <algorithm>
#include <array>

#include "../widgets/choice_row.hpp"

namespace stowage::ui {
namespace {

constexpr std::array kArchitectures{Architecture::unknown, Architecture::x86_64, Architecture::arm64};
constexpr std::array<std::string_view, kArchitectures.size()> kArchitectureWords{"any CPU", "x86", "Arm"};

}  // namespace

void architecture_choice(PanelContext& context, std::string_view path, Architecture& architecture) {
    const auto at = std::find(kArchitectures.begin(), kArchitectures.end(), architecture);
    const auto chosen =
        choice_row(context, path, kArchitectureWords, static_cast<std::size_t>(at - kArchitectures.begin()));
    if (chosen) architecture = kArchitectures[*chosen];
}

float architecture_choice_width(const PanelContext& context) {
    return choice_row_width(context, kArchitectureWords);
}

}  // namespace stowage::ui
