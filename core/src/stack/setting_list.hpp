// SPDX-License-Identifier: MIT
//
// How the settings of a service are listed: the same for every kind.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "stowage/quantity_text.hpp"
#include "stowage/stack/stack_settings.hpp"

namespace stowage {

/// How a value came about when the plan does not state it.
struct Derivation {
    std::string formula;
    std::string_view source;
};

class SettingList {
  public:
    void count(std::string_view key, std::string_view label, const std::optional<std::int64_t>& stated,
               std::int64_t in_force, Derivation derivation) {
        add(key, label, std::to_string(in_force), !stated, std::move(derivation));
    }
    void memory(std::string_view key, std::string_view label, const std::optional<Bytes>& stated,
                Bytes in_force, Derivation derivation) {
        add(key, label, show_bytes(in_force), !stated, std::move(derivation));
    }
    /// What follows from the settings and cannot be set.
    void figure(std::string_view label, std::string value, std::string formula, std::string_view source) {
        settings_.push_back({"", label, std::move(value), true, std::move(formula), source});
    }
    /// Off unless the plan states it.
    void optional_count(std::string_view key, std::string_view label,
                        const std::optional<std::int64_t>& stated) {
        add(key, label, stated ? std::to_string(*stated) : std::string(), false, {});
    }
    /// A request that the plan leaves out.
    void need(std::string_view key, std::string_view label, std::string value, Derivation derivation) {
        add(key, label, std::move(value), true, std::move(derivation));
    }

    [[nodiscard]] std::vector<StackSetting> take() { return std::move(settings_); }

  private:
    void add(std::string_view key, std::string_view label, std::string value, bool derived,
             Derivation derivation) {
        if (!derived) derivation = {};
        settings_.push_back(
            {key, label, std::move(value), derived, std::move(derivation.formula), derivation.source});
    }

    std::vector<StackSetting> settings_;
};

/// "2 x 5 x 1 = 10"
[[nodiscard]] inline std::string product_text(std::initializer_list<std::int64_t> factors,
                                              const std::string& product) {
    std::string text;
    for (const std::int64_t factor : factors) text += (text.empty() ? "" : " x ") + std::to_string(factor);
    return text + " = " + product;
}

/// Each appends what its kind has.
void list_worker_settings(const Service& service, SettingList& list);
void list_nginx_settings(const Service& service, SettingList& list);
void list_postgres_settings(const Environment& environment, const EnvironmentEstimate& estimate,
                            std::uint32_t service, SettingList& list);
void list_redis_settings(const Service& service, SettingList& list);

}  // namespace stowage
