// SPDX-License-Identifier: MIT
//
// What is measured, natively by Google Benchmark and in wasm by a plain loop. docs/ARCHITECTURE.md has the
// budgets.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace stowage::bench {

struct Benchmark {
    std::string name;  ///< FUNCTION/INPUT
    /// One run, on input that was made before. The number depends on the result, so that nothing is optimised
    /// away.
    std::function<std::size_t()> run;
};

[[nodiscard]] std::vector<Benchmark> core_benchmarks();
/// Placing alone: three sizes with spread services, and problems in which much or all finds no machine.
[[nodiscard]] std::vector<Benchmark> placement_benchmarks();
/// The loss of each server and of each zone, and the roll-out of each service, on a placement made before.
[[nodiscard]] std::vector<Benchmark> survival_benchmarks();
/// All environments of a plan bought from every provider, on an estimate made before.
[[nodiscard]] std::vector<Benchmark> comparison_benchmarks();
/// Draws from the ranges of the template, the limits of its load, and what more of it takes.
[[nodiscard]] std::vector<Benchmark> load_benchmarks();
/// The scaling rules of two services over a day and over a week, on an estimate made before.
[[nodiscard]] std::vector<Benchmark> replay_benchmarks();
/// The CPU time of one frame of the interface, from NewFrame to Render.
[[nodiscard]] std::vector<Benchmark> frame_benchmarks();

[[nodiscard]] inline std::vector<Benchmark> benchmarks() {
    auto all = core_benchmarks();
    for (Benchmark& placing : placement_benchmarks()) all.push_back(std::move(placing));
    for (Benchmark& losing : survival_benchmarks()) all.push_back(std::move(losing));
    for (Benchmark& comparing : comparison_benchmarks()) all.push_back(std::move(comparing));
    for (Benchmark& loading : load_benchmarks()) all.push_back(std::move(loading));
    for (Benchmark& replaying : replay_benchmarks()) all.push_back(std::move(replaying));
    for (Benchmark& frame : frame_benchmarks()) all.push_back(std::move(frame));
    return all;
}

}  // namespace stowage::bench
