// SPDX-License-Identifier: MIT
#pragma once

#include <doctest/doctest.h>

#include <cstdio>
#include <cstdlib>
#include <string>

namespace stowage::test {

/// A file of the repository, such as "tests/data/plans/x.yaml". Fails the test when it is not there.
inline std::string read_file(const std::string& path) {
    const std::string full = std::string(STOWAGE_SOURCE_DIR) + "/" + path;
    std::string text;
    std::FILE* file = std::fopen(full.c_str(), "rb");
    REQUIRE_MESSAGE(file != nullptr, "cannot open " << full);
    if (file == nullptr) return text;
    char chunk[4096];
    for (std::size_t got = 0; (got = std::fread(chunk, 1, sizeof chunk, file)) > 0;) text.append(chunk, got);
    std::fclose(file);
    return text;
}

/// Compares with a golden file. With STOWAGE_RENEW_GOLDEN=1 in the environment the file is written anew
/// instead; look at the difference before you commit it.
inline void check_golden(const std::string& path, const std::string& actual) {
    const char* renew = std::getenv("STOWAGE_RENEW_GOLDEN");
    if (renew != nullptr && *renew == '1') {
        std::FILE* file = std::fopen((std::string(STOWAGE_SOURCE_DIR) + "/" + path).c_str(), "wb");
        REQUIRE(file != nullptr);
        std::fwrite(actual.data(), 1, actual.size(), file);
        std::fclose(file);
        return;
    }
    const bool same = read_file(path) == actual;
    CHECK_MESSAGE(same, path << " differs; STOWAGE_RENEW_GOLDEN=1 writes it anew");
}

}  // namespace stowage::test
