// SPDX-License-Identifier: MIT
//
// What the findings about settings of a kind share.
#pragma once

#include <string>
#include <string_view>

#include "examined.hpp"

namespace stowage {

/// Pointer of a service's setting if the plan states it, else of the service: there is no such field.
[[nodiscard]] inline std::string setting_pointer(const Examined& examined, const Service& service,
                                                 std::string_view key, bool stated) {
    const std::string where = examined.pointer_to("services", service.name);
    return stated ? child_pointer(where, key) : where;
}

/// "Set KEY to VALUE"
[[nodiscard]] inline Fix set_to(const Examined& examined, const Service& service, std::string_view key,
                                const std::string& shown, const std::string& text) {
    return {"Set " + std::string(key) + " to " + shown,
            {{child_pointer(examined.pointer_to("services", service.name), key), text}}};
}
[[nodiscard]] inline Fix set_to(const Examined& examined, const Service& service, std::string_view key,
                                std::int64_t value) {
    return set_to(examined, service, key, std::to_string(value), std::to_string(value));
}
[[nodiscard]] inline Fix set_to(const Examined& examined, const Service& service, std::string_view key,
                                Bytes value) {
    return set_to(examined, service, key, show_bytes(value), format_bytes(value));
}

/// Raises the memory request, and the limit with it where that would be lower.
[[nodiscard]] inline Fix raise_memory(const Examined& examined, const Service& service, Bytes memory) {
    Fix fix = set_to(examined, service, "memory", memory);
    if (service.memory_limit && service.memory_limit->middle() < memory) {
        fix.edits.push_back({child_pointer(examined.pointer_to("services", service.name), "memory_limit"),
                             format_bytes(memory)});
    }
    return fix;
}

/// The largest count that a setting takes: see plan_fields.cpp.
inline constexpr std::int64_t kMostSetting = 1'000'000;

/// Parts of find_stack_problems().
void find_worker_problems(const Examined& examined, Findings& findings);
void find_database_problems(const Examined& examined, Findings& findings);
void find_cache_problems(const Examined& examined, Findings& findings);

}  // namespace stowage
