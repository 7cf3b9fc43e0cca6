// SPDX-License-Identifier: MIT
//
// The benchmarks where Google Benchmark is not at hand: in wasm under node. Takes its flag for the least
// time.
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string_view>

#include "benchmarks.hpp"

int main(int argc, char** argv) {
    using Clock = std::chrono::steady_clock;
    using Seconds = std::chrono::duration<double>;
    constexpr std::string_view kFlag = "--benchmark_min_time=";
    double least = 0.5;  // seconds, as in Google Benchmark
    for (int i = 1; i < argc; ++i) {
        const std::string_view argument = argv[i];
        if (argument.starts_with(kFlag)) least = std::atof(argv[i] + kFlag.size());
    }
    for (const stowage::bench::Benchmark& each : stowage::bench::benchmarks()) {
        if (each.run() == 0) std::printf("%s gives nothing\n", each.name.c_str());  // also warms up
        int runs = 0;
        const auto start = Clock::now();
        Seconds passed{};
        while (passed.count() < least) {
            if (each.run() == 0) break;
            ++runs;
            passed = Clock::now() - start;
        }
        std::printf("%-28s %10.3f ms %8d runs\n", each.name.c_str(),
                    passed.count() * 1'000 / (runs > 0 ? runs : 1), runs);
    }
    return 0;
}
