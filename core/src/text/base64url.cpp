// SPDX-License-Identifier: MIT
#include "base64url.hpp"

#include <array>
#include <cstdint>

namespace stowage {
namespace {

constexpr std::string_view kAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
constexpr int kBitsPerCharacter = 6;
constexpr int kBitsPerByte = 8;

constexpr auto kValues = [] {
    std::array<std::int8_t, 256> values{};
    for (auto& value : values) value = -1;
    for (std::size_t i = 0; i < kAlphabet.size(); ++i) {
        values[static_cast<unsigned char>(kAlphabet[i])] = static_cast<std::int8_t>(i);
    }
    return values;
}();

}  // namespace

std::string encode_base64url(std::string_view bytes) {
    std::string text;
    text.reserve((bytes.size() * kBitsPerByte + kBitsPerCharacter - 1) / kBitsPerCharacter);
    std::uint32_t bits = 0;
    int count = 0;
    for (const char byte : bytes) {
        bits = (bits << kBitsPerByte) | static_cast<unsigned char>(byte);
        count += kBitsPerByte;
        while (count >= kBitsPerCharacter) {
            count -= kBitsPerCharacter;
            text += kAlphabet[(bits >> count) & 63u];
        }
    }
    if (count > 0) text += kAlphabet[(bits << (kBitsPerCharacter - count)) & 63u];
    return text;
}

std::optional<std::string> decode_base64url(std::string_view text) {
    std::string bytes;
    bytes.reserve(text.size() * kBitsPerCharacter / kBitsPerByte);
    std::uint32_t bits = 0;
    int count = 0;
    for (const char c : text) {
        const int value = kValues[static_cast<unsigned char>(c)];
        if (value < 0) return std::nullopt;
        bits = (bits << kBitsPerCharacter) | static_cast<std::uint32_t>(value);
        count += kBitsPerCharacter;
        if (count < kBitsPerByte) continue;
        count -= kBitsPerByte;
        bytes += static_cast<char>((bits >> count) & 255u);
    }
    const bool whole = count < kBitsPerCharacter && (bits & ((1u << count) - 1u)) == 0;
    if (!whole) return std::nullopt;
    return bytes;
}

}  // namespace stowage
