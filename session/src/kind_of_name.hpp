// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include "stowage/plan.hpp"

namespace stowage {

/// The kind of what goes by that name, such as "PostgreSQL", "redis-cache" or "Gunicorn 2": its first word is
/// that of a program whose settings Stowage knows. Else ServiceKind::other.
[[nodiscard]] ServiceKind kind_of_name(std::string_view label);

/// Whether the service is one that was added and that nobody has named or given a kind yet.
[[nodiscard]] bool is_unnamed(const Service& service);

}  // namespace stowage
