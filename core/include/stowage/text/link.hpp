// SPDX-License-Identifier: MIT
//
// A plan as the fragment of a link: "#p=0.PAYLOAD.CHECKSUM". docs/link-format.md describes it. The fragment
// of a URL is never sent to a server.
#pragma once

#include <string>
#include <string_view>

#include "stowage/plan.hpp"
#include "stowage/result.hpp"

namespace stowage {

/// Chat programs cut or refuse messages above these lengths: the first is Discord's limit, the second is near
/// where Slack cuts.
inline constexpr std::size_t kComfortableLinkLength = 2'000;
inline constexpr std::size_t kLongestLinkLength = 4'000;

/// "#p=0....": the same text on every platform for the same plan. decode_link() refuses the link of a plan
/// whose compact JSON is longer than limits::kTextBytes, as read_plan() refuses that text.
[[nodiscard]] std::string encode_link(const Plan& plan);

/// Reads what encode_link() wrote, with or without the address in front of the `#` and white space around. A
/// link that lost its tail, was changed on the way, or decodes to more than limits::kTextBytes is refused
/// with a message that says so. Errors have no line: nobody sees the text of a link.
[[nodiscard]] Result<Plan, Errors> decode_link(std::string_view link);

/// A link with a second plan behind the first, to hold it against: "#p=0....&p=0....". Both begin with `#`.
[[nodiscard]] std::string join_links(std::string_view plan, std::string_view other);
/// The second of them as a link of its own, "#p=0...."; empty where there is none. decode_link() reads the
/// first.
[[nodiscard]] std::string second_link(std::string_view link);

/// True for a text that is one link and nothing else: its first `#` begins like a plan's fragment, and what
/// stands before that is no part of a document. A plan may well mention a link.
[[nodiscard]] bool is_link(std::string_view text);

}  // namespace stowage
