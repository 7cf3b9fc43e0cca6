// SPDX-License-Identifier: MIT
#include "stowage/version.hpp"

namespace stowage {

std::string_view version() { return STOWAGE_VERSION; }

}  // namespace stowage
