// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

namespace stowage::test {

/// One run of a libFuzzer target: an input that breaks a property ends the process, which libFuzzer records.
template <class Property>
int run_fuzz_target(const std::uint8_t* data, std::size_t size, Property property_broken_by) {
    const std::string broken =
        property_broken_by(std::string_view(reinterpret_cast<const char*>(data), size));
    if (broken.empty()) return 0;
    std::fprintf(stderr, "%s\n", broken.c_str());
    std::abort();
}

}  // namespace stowage::test
