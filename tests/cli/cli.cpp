// SPDX-License-Identifier: MIT
#include "cli.hpp"

#include "run_cli.hpp"

namespace stowage::test {

Outcome run(const std::vector<std::string>& arguments, const Terminal& terminal) {
    std::istringstream in(terminal.input);
    std::ostringstream out;
    std::ostringstream err;
    const int code = cli::run_cli(arguments, {in, out, err, terminal.colour});
    return {code, out.str(), err.str()};
}

Json json_of(const Outcome& outcome) {
    REQUIRE_MESSAGE(Json::accept(outcome.out), outcome.out);
    return Json::parse(outcome.out);
}

}  // namespace stowage::test
