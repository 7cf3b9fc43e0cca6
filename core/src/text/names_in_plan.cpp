// SPDX-License-Identifier: MIT
#include "names_in_plan.hpp"

#include <algorithm>
#include <utility>

#include "codec/field.hpp"
#include "stowage/refusal.hpp"
#include "stowage/text/environments_named.hpp"

namespace stowage {

Error no_such(const std::string& what, const std::string& name, const std::vector<std::string_view>& names) {
    constexpr std::size_t kListed = 10;
    std::string message = "no " + what + " is named " + in_quotes(name);
    const std::string_view near = nearest(name, names);
    if (!near.empty()) message += "; did you mean " + std::string(near) + "?";
    std::string list;
    for (std::size_t i = 0; i < std::min(names.size(), kListed); ++i) {
        list += (list.empty() ? "" : ", ") + std::string(names[i]);
    }
    return {ErrorCode::dangling_name, std::move(message), std::move(list)};
}

Result<std::vector<std::uint32_t>> environments_named(const Plan& plan, const std::string& name) {
    std::vector<std::uint32_t> indices;
    for (std::uint32_t i = 0; i < plan.environments.size(); ++i) {
        if (name.empty() || plan.environments[i].name == name) indices.push_back(i);
    }
    if (indices.empty() && !name.empty()) return no_such("environment", name, names_of(plan.environments));
    return indices;
}

}  // namespace stowage
