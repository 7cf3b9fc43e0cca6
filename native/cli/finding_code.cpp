// SPDX-License-Identifier: MIT
#include "finding_code.hpp"

#include <ostream>
#include <vector>

#include "stowage/finding.hpp"
#include "suggestion.hpp"
#include "terminal_text.hpp"

namespace stowage::cli {

int refuse_code(const char* command, const std::string& code, const Streams& streams) {
    std::vector<std::string> codes;
    for (const FindingRule& rule : finding_rules()) codes.emplace_back(rule.name);
    streams.err << printable("stowage " + std::string(command) + ": no finding has the code " + code +
                             did_you_mean(code, codes))
                << "\n`stowage explain` lists them\n";
    return kUsage;
}

}  // namespace stowage::cli
