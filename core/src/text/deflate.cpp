// SPDX-License-Identifier: MIT
#include "deflate.hpp"

#include <zlib.h>

#include <algorithm>
#include <array>

namespace stowage {
namespace {

/// Negative: no zlib header or checksum, which the link has no use for. 15: the largest window, 32 KiB.
constexpr int kRawWindowBits = -15;
constexpr int kMemoryLevel = 9;  // the most memory, the best compression: plans are small

const Bytef* bytes_of(std::string_view text) { return reinterpret_cast<const Bytef*>(text.data()); }

}  // namespace

std::string deflate_raw(std::string_view bytes, std::string_view dictionary) {
    z_stream stream{};
    if (deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, kRawWindowBits, kMemoryLevel,
                     Z_DEFAULT_STRATEGY) != Z_OK) {
        return {};
    }
    deflateSetDictionary(&stream, bytes_of(dictionary), static_cast<uInt>(dictionary.size()));
    std::string packed(deflateBound(&stream, static_cast<uLong>(bytes.size())), '\0');
    stream.next_in = const_cast<Bytef*>(bytes_of(bytes));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    deflate(&stream, Z_FINISH);
    packed.resize(packed.size() - stream.avail_out);
    deflateEnd(&stream);
    return packed;
}

std::optional<std::string> inflate_raw(std::string_view data, std::string_view dictionary, std::size_t most) {
    z_stream stream{};
    if (inflateInit2(&stream, kRawWindowBits) != Z_OK) return std::nullopt;
    inflateSetDictionary(&stream, bytes_of(dictionary), static_cast<uInt>(dictionary.size()));
    stream.next_in = const_cast<Bytef*>(bytes_of(data));
    stream.avail_in = static_cast<uInt>(data.size());
    std::string bytes;
    std::array<char, 16'384> chunk;
    int status = Z_OK;
    while (status == Z_OK && bytes.size() <= most) {
        stream.next_out = reinterpret_cast<Bytef*>(chunk.data());
        stream.avail_out = static_cast<uInt>(chunk.size());
        status = inflate(&stream, Z_NO_FLUSH);
        bytes.append(chunk.data(), chunk.size() - stream.avail_out);
    }
    const bool whole = status == Z_STREAM_END && stream.avail_in == 0 && bytes.size() <= most;
    inflateEnd(&stream);
    if (!whole) return std::nullopt;
    return bytes;
}

std::uint32_t crc32_of(std::string_view bytes) {
    return static_cast<std::uint32_t>(crc32(0, bytes_of(bytes), static_cast<uInt>(bytes.size())));
}

}  // namespace stowage
