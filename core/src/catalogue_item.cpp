// SPDX-License-Identifier: MIT
#include "stowage/catalogue_item.hpp"

namespace stowage {
namespace {

template <class Word, class Words>
std::optional<Word> word_named(std::string_view text, const Words& words) {
    for (const Word word : words) {
        if (name_of(word) == text) return word;
    }
    return std::nullopt;
}

}  // namespace

std::optional<Offering> offering_named(std::string_view text) {
    return word_named<Offering>(text, std::array{Offering::compute, Offering::postgres, Offering::redis});
}

std::optional<RateItem> rate_item_named(std::string_view text) {
    return word_named<RateItem>(text, kRateItems);
}

std::optional<Architecture> architecture_named(std::string_view text) {
    return word_named<Architecture>(text, std::array{Architecture::x86_64, Architecture::arm64});
}

std::optional<CpuClass> cpu_class_named(std::string_view text) {
    return word_named<CpuClass>(text, std::array{CpuClass::dedicated, CpuClass::burstable, CpuClass::shared});
}

}  // namespace stowage
