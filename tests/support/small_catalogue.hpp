// SPDX-License-Identifier: MIT
#pragma once

#include <doctest/doctest.h>

#include <string>

#include "stowage/catalogue.hpp"

namespace stowage::test {

/// A catalogue of round figures, for bills that can be added up in the head. Provider "cloud":
///
///     type         vCPU  GiB   baseline   east    west    (an hour)
///     std.small    2     4                0.05    0.06
///     std.large    8     16               0.2     -
///     burst.small  2     4     20 %       0.04    -
///     db.small     2     4                0.1     -
///     kv.small     ?     1.5              0.03    -
///
/// Provider "other", in north, arm64: o.arm with 4 vCPU and 8 GiB at 0.1, and o.shared with 2 shared vCPUs
/// and 4 GiB at 0.06.
inline constexpr std::string_view kSmallCatalogue =
    "stowage-catalogue\t1\n"
    "snapshot\t2026-01-31\n"
    "source\t2026-01-15\tfirst list\n"
    "source\t2025-12-01\tsecond list\n"
    "family\tcloud\tcompute\tstd\n"
    "type\tstd.small\t2\t4\t-\tx86_64\tdedicated\n"
    "type\tstd.large\t8\t16\t-\tx86_64\tdedicated\n"
    "family\tcloud\tcompute\tburst\n"
    "type\tburst.small\t2\t4\t20%\tx86_64\tburstable\n"
    "family\tcloud\tpostgres\tdb\n"
    "type\tdb.small\t2\t4\t-\tx86_64\tdedicated\n"
    "family\tcloud\tredis\tkv\n"
    "type\tkv.small\t-\t1.5\t-\t-\tdedicated\n"
    "family\tother\tcompute\to\n"
    "type\to.arm\t4\t8\t-\tarm64\tdedicated\n"
    "type\to.shared\t2\t4\t-\tarm64\tshared\n"
    "list\teast\t0\n"
    "0\t0.05\n"
    "0\t0.2\n"
    "0\t0.04\n"
    "0\t0.1\n"
    "0\t0.03\n"
    "list\twest\t1\n"
    "0\t0.06\n"
    "list\tnorth\t0\n"
    "5\t0.1\n"
    "0\t0.06\n"
    "end\t27\n";

/// A catalogue that a test knows to be good.
inline Catalogue catalogue_of(std::string_view text) {
    auto read = Catalogue::read(text);
    REQUIRE_MESSAGE(read.has_value(), (read ? std::string() : to_text(read.error())));
    return read ? *std::move(read) : Catalogue{};
}

inline const Catalogue& small_catalogue() {
    static const Catalogue kCatalogue = catalogue_of(kSmallCatalogue);
    return kCatalogue;
}

}  // namespace stowage::test
