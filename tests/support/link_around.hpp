// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "text/base64url.hpp"
#include "text/deflate.hpp"

namespace stowage::test {

/// A link that carries `packed`, whatever it is, with the checksum that fits: what somebody could send who
/// means no good.
inline std::string link_around(std::string_view packed) {
    const std::string payload = encode_base64url(packed);
    const std::uint32_t crc = crc32_of(payload);
    std::string checksum;
    for (int shift = 24; shift >= 0; shift -= 8) checksum += static_cast<char>((crc >> shift) & 255u);
    return "#p=0." + payload + "." + encode_base64url(checksum);
}

}  // namespace stowage::test
