// SPDX-License-Identifier: MIT
#include "stowage/text/link.hpp"

#include <algorithm>

#include "base64url.hpp"
#include "deflate.hpp"
#include "link_dictionary.hpp"
#include "stowage/ascii.hpp"
#include "stowage/limits.hpp"
#include "stowage/text/plan_text.hpp"

namespace stowage {
namespace {

constexpr std::string_view kStart = "p=";
constexpr std::string_view kFormat = "0";
constexpr char kNext = '&';  // no letter of base64url: what follows is no part of the plan before
constexpr std::size_t kChecksumLength = 6;  // 32 bits in base64url
/// No plan of limits::kTextBytes has a longer payload: deflate adds next to nothing to what it cannot pack (5
/// bytes for each 16 KiB and more: zlib's technical details), base64url a third.
constexpr std::size_t kMostPayload = 2 * limits::kTextBytes;

std::string checksum_of(std::string_view payload) {
    const std::uint32_t crc = crc32_of(payload);
    std::string bytes;
    for (int shift = 24; shift >= 0; shift -= 8) bytes += static_cast<char>((crc >> shift) & 255u);
    return encode_base64url(bytes);
}

/// The part behind "p=" of the first plan, or none.
std::optional<std::string_view> fragment_of(std::string_view text) {
    const auto hash = text.find('#');
    if (hash != std::string_view::npos) text.remove_prefix(hash + 1);
    if (!text.starts_with(kStart)) return std::nullopt;
    text.remove_prefix(kStart.size());
    return text.substr(0, text.find(kNext));
}

Errors refuse(ErrorCode code, std::string message, std::string accepted = {}) {
    return {Error{code, std::move(message), std::move(accepted)}};
}

Errors cut() {
    return refuse(ErrorCode::damaged, "the link is cut: its end is missing",
                  "the whole link; some chat programs shorten long ones, a file does not get lost");
}

}  // namespace

std::string encode_link(const Plan& plan) {
    const std::string payload =
        encode_base64url(deflate_raw(write_plan_compact_json(plan), kLinkDictionary0));
    std::string link = "#";
    link += kStart;
    link += kFormat;
    return link + "." + payload + "." + checksum_of(payload);
}

std::string join_links(std::string_view plan, std::string_view other) {
    return std::string(plan) + kNext + std::string(other.substr(other.find('#') + 1));
}

std::string second_link(std::string_view link) {
    link = trimmed(link);
    const auto next = link.find(kNext, link.find('#'));
    if (next == std::string_view::npos || !fragment_of(link)) return {};
    const std::string_view second = link.substr(next + 1);
    return second.starts_with(kStart) ? "#" + std::string(second) : std::string();
}

bool is_link(std::string_view text) {
    text = trimmed(text);
    if (!fragment_of(text) || text.find('\n') != std::string_view::npos) return false;
    const auto hash = text.find('#');
    const std::string_view address = text.substr(0, hash == std::string_view::npos ? 0 : hash);
    return !address.starts_with('{') && address.find_first_of(" \t\r\"") == std::string_view::npos;
}

Result<Plan, Errors> decode_link(std::string_view link) {
    link = trimmed(link);
    const auto fragment = fragment_of(link);
    if (!fragment)
        return refuse(ErrorCode::syntax, "this is no link to a plan", "an address that ends in #p=0....");
    const auto first = fragment->find('.');
    if (first == std::string_view::npos) return cut();
    const std::string_view format = fragment->substr(0, first);
    if (format != kFormat) {
        return refuse(ErrorCode::version, "the link was made by a newer Stowage: its format is unknown here",
                      "links of format 0");
    }
    const auto last = fragment->rfind('.');
    if (last == first || fragment->size() - last - 1 < kChecksumLength) return cut();
    const std::string_view payload = fragment->substr(first + 1, last - first - 1);
    if (payload.size() > kMostPayload) return refuse(ErrorCode::out_of_range, "the link is too long");
    const auto packed = decode_base64url(payload);
    if (!packed || fragment->substr(last + 1) != checksum_of(payload)) {
        return refuse(ErrorCode::damaged, "the link is damaged: its checksum does not match",
                      "the link as it was made");
    }
    const auto json = inflate_raw(*packed, kLinkDictionary0, limits::kTextBytes);
    if (!json) return refuse(ErrorCode::damaged, "the link holds no plan, or one that is too large");
    const auto plan = read_plan(*json);
    if (plan) return plan;
    Errors errors = plan.error();
    for (Error& error : errors) error.line = error.column = 0;  // nobody sees the text of a link
    return errors;
}

}  // namespace stowage
