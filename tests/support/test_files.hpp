// SPDX-License-Identifier: MIT
#pragma once

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <iterator>
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

/// "line 3: 'is' instead of 'was'": where two texts part; empty when they are equal.
inline std::string first_difference(const std::string& was, const std::string& is) {
    if (was == is) return {};
    const auto line_at = [](const std::string& text, std::size_t start) {
        return "'" + text.substr(start, text.find('\n', start) - start) + "'";
    };
    const auto parted = std::mismatch(was.begin(), was.end(), is.begin(), is.end());
    const auto before = std::find(std::make_reverse_iterator(parted.first), was.rend(), '\n');
    const auto start = static_cast<std::size_t>(was.rend() - before);
    return "line " + std::to_string(1 + std::count(was.begin(), parted.first, '\n')) + ": " +
           line_at(is, start) + " instead of " + line_at(was, start);
}

/// Compares with a golden file. With STOWAGE_RENEW_GOLDEN=1 in the environment the file is written anew
/// instead; look at the difference before you commit it.
inline void check_golden(const std::string& path, const std::string& actual) {
    const char* renew = std::getenv("STOWAGE_RENEW_GOLDEN");
    if (renew != nullptr && *renew == '1') {
        std::FILE* file = std::fopen((std::string(STOWAGE_SOURCE_DIR) + "/" + path).c_str(), "wb");
        REQUIRE_MESSAGE(file != nullptr, "cannot write " << path);
        if (file == nullptr) return;
        std::fwrite(actual.data(), 1, actual.size(), file);
        std::fclose(file);
        return;
    }
    const std::string difference = first_difference(read_file(path), actual);
    CHECK_MESSAGE(difference.empty(), path << ", " << difference);
}

}  // namespace stowage::test
