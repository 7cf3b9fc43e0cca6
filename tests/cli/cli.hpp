// SPDX-License-Identifier: MIT
//
// `stowage` without a process: the arguments go in, exit code and both outputs come out.
#pragma once

#include <doctest/doctest.h>

#include <cstdio>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace stowage::test {

using Json = nlohmann::ordered_json;

struct Outcome {
    int code = -1;
    std::string out;
    std::string err;
};

struct Terminal {
    std::string input;
    bool colour = false;
};

Outcome run(const std::vector<std::string>& arguments, const Terminal& terminal = {});

/// The output as JSON; fails the test when it is none.
Json json_of(const Outcome& outcome);

inline bool contains(std::string_view text, std::string_view part) {
    return text.find(part) != std::string_view::npos;
}

inline std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);) lines.push_back(line);
    return lines;
}

/// A file that goes when the test ends.
class TemporaryFile {
  public:
    TemporaryFile(const std::string& name, const std::string& text)
        : path_(std::string(STOWAGE_TEST_FOLDER) + "/" + name) {
        std::ofstream file(path_, std::ios::binary);
        file << text;
        REQUIRE(file.good());
    }
    ~TemporaryFile() { std::remove(path_.c_str()); }
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;

    [[nodiscard]] const std::string& path() const { return path_; }

  private:
    std::string path_;
};

/// One server of 4 cores and 8 GiB with one service of 1 core and 2 GiB, at 40 USD a month: nothing is wrong
/// with it.
inline constexpr const char* kSmallPlan =
    "stowage: 0\n"
    "name: Small\n"
    "environments:\n"
    "  live:\n"
    "    servers:\n"
    "      app: {cpu: 4, memory: 8GiB, cost: 40/month}\n"
    "    services:\n"
    "      web: {server: app, cpu: 1, memory: 2GiB}\n";

}  // namespace stowage::test
