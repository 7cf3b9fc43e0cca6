// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "stowage/json_pointer.hpp"
#include "stowage/plan.hpp"

namespace stowage {

/// "/environments/NAME"
[[nodiscard]] inline std::string pointer_to(const Environment& environment) {
    return child_pointer("/environments", environment.name);
}

/// "/environments/NAME/LIST/ELEMENT": a server, service or managed service.
[[nodiscard]] inline std::string pointer_to(const Environment& environment, std::string_view list,
                                            std::string_view element) {
    return child_pointer(child_pointer(pointer_to(environment), list), element);
}

}  // namespace stowage
