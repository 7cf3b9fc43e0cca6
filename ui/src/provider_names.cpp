// SPDX-License-Identifier: MIT
#include "provider_names.hpp"

#include <array>
#include <utility>

namespace stowage::ui {
namespace {

using Name = std::pair<std::string_view, std::string_view>;

constexpr std::array<Name, 8> kProviders{{{"", "own machines"},
                                          {"aws", "AWS"},
                                          {"azure", "Azure"},
                                          {"digitalocean", "DigitalOcean"},
                                          {"gcp", "Google Cloud"},
                                          {"hetzner", "Hetzner"},
                                          {"linode", "Linode"},
                                          {"ovh", "OVHcloud"}}};

/// "default": where no price list of its own applies.
constexpr std::array<Name, 2> kRegions{{{"all", "all regions"}, {"default", "most regions"}}};

template <std::size_t N>
std::string found_in(const std::array<Name, N>& names, std::string_view key) {
    for (const auto& [name, shown] : names) {
        if (name == key) return std::string(shown);
    }
    return std::string(key);
}

}  // namespace

std::string shown_provider(std::string_view provider) { return found_in(kProviders, provider); }

std::string shown_region(std::string_view region) { return found_in(kRegions, region); }

}  // namespace stowage::ui
