// SPDX-License-Identifier: MIT
#include "shipped_catalogue.hpp"

#include <stdexcept>

#include "stowage/builtin_catalogue.hpp"

namespace stowage::cli {

const Catalogue& shipped_catalogue() {
    static const Catalogue kCatalogue = [] {
        auto read = Catalogue::read(assets::catalogue());
        if (!read) throw std::runtime_error(to_text(read.error()));  // a broken build, not a user's mistake
        return *std::move(read);
    }();
    return kCatalogue;
}

}  // namespace stowage::cli
