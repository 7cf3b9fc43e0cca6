// SPDX-License-Identifier: MIT
#include <benchmark/benchmark.h>

#include "benchmarks.hpp"

int main(int argc, char** argv) {
    const auto all = stowage::bench::benchmarks();
    for (const stowage::bench::Benchmark& each : all) {
        benchmark::RegisterBenchmark(each.name.c_str(), [&each](benchmark::State& state) {
            for (auto iteration : state) {
                static_cast<void>(iteration);
                benchmark::DoNotOptimize(each.run());
            }
        })->Unit(benchmark::kMillisecond);
    }
    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 2;
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
