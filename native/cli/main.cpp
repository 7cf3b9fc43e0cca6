// SPDX-License-Identifier: MIT
#include <unistd.h>

#include <cstdlib>
#include <exception>
#include <iostream>

#include "run_cli.hpp"

int main(int argc, char** argv) {
    using namespace stowage::cli;
    // https://no-color.org: any non-empty value switches colours off.
    const char* no_colour = std::getenv("NO_COLOR");
    const bool colour = (no_colour == nullptr || *no_colour == '\0') && isatty(STDOUT_FILENO) != 0;
    try {
        return run_cli({argv + 1, argv + argc}, {std::cin, std::cout, std::cerr, colour});
    } catch (const std::exception& problem) {
        std::cerr << "stowage: internal error: " << problem.what() << '\n';
    } catch (...) {
        std::cerr << "stowage: internal error\n";
    }
    return kInternal;
}
