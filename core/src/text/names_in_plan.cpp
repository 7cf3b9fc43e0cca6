// SPDX-License-Identifier: MIT
#include "names_in_plan.hpp"

#include <algorithm>
#include <utility>

#include "codec/field.hpp"
#include "stowage/refusal.hpp"

namespace stowage {

Error no_such(const std::string& what, const std::string& name, const std::vector<std::string_view>& names) {
    constexpr std::size_t kListed = 10;
    std::string message = "no " + what + " is named " + quoted(name);
    const std::string_view near = nearest(name, names);
    if (!near.empty()) message += "; did you mean " + std::string(near) + "?";
    std::string list;
    for (std::size_t i = 0; i < std::min(names.size(), kListed); ++i) {
        list += (list.empty() ? "" : ", ") + std::string(names[i]);
    }
    return {ErrorCode::dangling_name, std::move(message), std::move(list)};
}

}  // namespace stowage
