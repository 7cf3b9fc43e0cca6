// SPDX-License-Identifier: MIT
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <iostream>
#include <system_error>

#include "output_file.hpp"
#include "run_cli.hpp"

int main(int argc, char** argv) {
    using namespace stowage::cli;
    // A reader that has seen enough closes the pipe: that must not kill a command whose exit code somebody
    // waits for.
    std::signal(SIGPIPE, SIG_IGN);
    // https://no-color.org: any non-empty value switches colours off.
    const char* no_colour = std::getenv("NO_COLOR");
    const bool colour = (no_colour == nullptr || *no_colour == '\0') && isatty(STDOUT_FILENO) != 0;

    OutputFile file(STDOUT_FILENO);
    std::ostream out(&file);
    std::cerr.tie(&out);  // what was written before a message stands before it
    const int code = run_cli({argv + 1, argv + argc}, {std::cin, out, std::cerr, colour});
    out.flush();
    std::cerr.tie(nullptr);
    if (file.problem() == 0 || file.problem() == EPIPE) return code;
    std::cerr << "stowage: cannot write the output: " << std::generic_category().message(file.problem())
              << '\n';
    return kUsage;
}
