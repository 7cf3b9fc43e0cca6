// SPDX-License-Identifier: MIT
#include "plan_source.hpp"

#include <cerrno>
#include <cstring>
#include <fstream>
#include <istream>
#include <ostream>

#include "stowage/limits.hpp"
#include "stowage/text/link.hpp"
#include "stowage/text/plan_template.hpp"
#include "stowage/text/plan_text.hpp"

namespace stowage::cli {
namespace {

constexpr std::string_view kTemplatePrefix = "template:";

/// All of the stream, but not more than one byte over the limit, which read_plan() then refuses.
std::string read_limited(std::istream& stream) {
    std::string text(limits::kTextBytes + 1, '\0');
    stream.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(stream.gcount()));
    return text;
}

std::optional<std::string> read_file(const std::string& path, std::ostream& err) {
    errno = 0;
    std::ifstream file(path, std::ios::binary);
    std::string text;
    if (file) text = read_limited(file);
    if (!file.is_open() || file.bad() || (text.empty() && errno == EISDIR)) {
        err << path << ": cannot be read: " << std::strerror(errno != 0 ? errno : EIO) << '\n';
        return std::nullopt;
    }
    return text;
}

std::optional<Plan> take(Result<Plan, Errors> plan, const std::string& source, std::ostream& err) {
    if (plan) return *std::move(plan);
    for (const Error& error : plan.error()) err << source << ": " << to_text(error) << '\n';
    return std::nullopt;
}

}  // namespace

std::optional<Plan> load_plan(const std::string& source, const Streams& streams) {
    if (source == "-") return take(read_plan(read_limited(streams.in)), "input", streams.err);
    if (is_link(source)) return take(decode_link(source), "link", streams.err);
    if (source.starts_with(kTemplatePrefix)) {
        const PlanTemplate* known = find_template(std::string_view(source).substr(kTemplatePrefix.size()));
        if (known != nullptr) return take(read_plan(known->text), source, streams.err);
        streams.err << source << ": no such template; `stowage template` lists them\n";
        return std::nullopt;
    }
    const auto text = read_file(source, streams.err);
    if (!text) return std::nullopt;
    return take(read_plan(*text), source, streams.err);
}

}  // namespace stowage::cli
