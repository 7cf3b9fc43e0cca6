// SPDX-License-Identifier: MIT
#include "decoder_properties.hpp"
#include "fuzz_target.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    return stowage::test::run_fuzz_target(data, size, stowage::test::property_broken_by_rows);
}
