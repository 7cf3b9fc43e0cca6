// SPDX-License-Identifier: MIT
#include "plan_source.hpp"

#include <array>
#include <cerrno>
#include <fstream>
#include <istream>
#include <ostream>
#include <system_error>
#include <variant>

#include "stowage/limits.hpp"
#include "stowage/text/link.hpp"
#include "stowage/text/plan_template.hpp"
#include "stowage/text/plan_text.hpp"
#include "suggestion.hpp"
#include "terminal_text.hpp"

namespace stowage::cli {
namespace {

/// Longer than the pointer to any setting that a plan may have; a key of a bad text has no such limit.
constexpr std::size_t kPointerWidth = 300;
constexpr const char* kInputName = "<stdin>";  // as compilers call it

struct Text {
    std::string bytes;
    std::string problem;  ///< why there are none
};

/// Why nothing came from where the system just refused.
std::string refusal_of_system() {
    return "cannot be read: " + std::generic_category().message(errno != 0 ? errno : EIO);
}

/// All of the stream; a text over the limit is not read to its end.
Text read_all(std::istream& stream) {
    Text text;
    errno = 0;
    std::array<char, 65'536> chunk{};
    while (stream && text.bytes.size() <= limits::kTextBytes) {
        stream.read(chunk.data(), static_cast<std::streamsize>(chunk.size()));
        text.bytes.append(chunk.data(), static_cast<std::size_t>(stream.gcount()));
    }
    // A folder opens like a file and fails only when it is read, and std::cin keeps no reason.
    if (stream.bad() || (text.bytes.empty() && errno != 0)) text.problem = refusal_of_system();
    if (text.bytes.size() > limits::kTextBytes) {
        text.problem =
            "longer than " + std::to_string(limits::kTextBytes) + " bytes, the most that a plan may have";
    }
    return text;
}

Text read_file(const std::string& path) {
    errno = 0;
    std::ifstream file(path, std::ios::binary);
    if (file.is_open()) return read_all(file);
    Text text{{}, refusal_of_system()};
    if (find_template(path) != nullptr)
        text.problem += "; did you mean " + std::string(kTemplatePrefix) + path + "?";
    return text;
}

Result<Plan, Unreadable> take(Result<Plan, Errors> plan, std::string source) {
    if (plan) return *std::move(plan);
    return Unreadable{std::move(source), {}, plan.error()};
}

Result<Plan, Unreadable> take(const Text& text, const std::string& source) {
    if (!text.problem.empty()) return Unreadable{source, text.problem, {}};
    if (is_link(text.bytes)) return take(decode_link(text.bytes), source);
    return take(read_plan(text.bytes), source);
}

Result<Plan, Unreadable> load_template(std::string_view name, const std::string& source) {
    const PlanTemplate* known = find_template(name);
    if (known != nullptr) return take(read_plan(known->text), source);
    std::vector<std::string> names;
    for (const PlanTemplate& other : plan_templates()) names.emplace_back(other.name);
    const std::string near = nearest_word(name, names);
    std::string problem = "no such template";
    if (!near.empty()) problem += "; did you mean " + std::string(kTemplatePrefix) + near + "?";
    return Unreadable{source, problem + " (`stowage template` lists them)", {}};
}

Result<Plan, Unreadable> load_without_prices(const std::string& source, std::istream& in) {
    if (source == "-") return take(read_all(in), kInputName);
    if (is_link(source)) return take(decode_link(source), "link");
    if (const auto name = template_named_in(source)) return load_template(*name, source);
    return take(read_file(source), source);
}

}  // namespace

void Unreadable::print(std::ostream& err) const {
    if (!problem.empty()) err << printable(source + ": " + problem) << '\n';
    for (const Error& error : errors) {
        std::string line = source;
        if (error.line > 0) {
            line += ":" + std::to_string(error.line);
            if (error.column > 0) line += ":" + std::to_string(error.column);
        }
        line += ": ";
        if (!error.where.empty()) line += shortened(error.where, kPointerWidth) + ": ";
        err << printable(line + error.message) << '\n';
        if (!error.accepted.empty()) err << printable("    accepted: " + error.accepted) << '\n';
    }
}

Result<Plan, Unreadable> load_plan(const PlanOptions& options, std::istream& in) {
    auto plan = load_without_prices(options.plan, in);
    if (!plan || options.prices.empty()) return plan;
    return with_prices_of(*std::move(plan), options.prices, in);
}

Result<Plan, Unreadable> with_prices_of(Plan plan, const std::string& file, std::istream& in) {
    const bool from_input = file == "-";
    const Text text = from_input ? read_all(in) : read_file(file);
    const std::string source = from_input ? kInputName : file;
    if (!text.problem.empty()) return Unreadable{source, text.problem, {}};
    return take(with_price_list(std::move(plan), text.bytes), source);
}

Result<Plan, Unreadable> load_link(const std::string& link, std::istream& in) {
    if (link != "-") return take(decode_link(link), "link");
    const Text text = read_all(in);
    if (!text.problem.empty()) return Unreadable{kInputName, text.problem, {}};
    return take(decode_link(text.bytes), kInputName);
}

Result<LoadCurve, Unreadable> load_curve(const std::string& source, std::istream& in) {
    if (const auto shape = day_shape_named(source)) return day_curve(*shape);
    const bool from_input = source == "-";
    Text text = from_input ? read_all(in) : read_file(source);
    const std::string name = from_input ? kInputName : source;
    if (!text.problem.empty()) {
        std::vector<std::string> names;
        for (const DayShape shape : kDayShapes) names.emplace_back(name_of(shape));
        const std::string near = nearest_word(source, names);
        if (!near.empty()) text.problem += "; did you mean " + near + "?";
        return Unreadable{name, text.problem, {}};
    }
    const auto curve = parse_load_curve(text.bytes);
    if (!curve) return Unreadable{name, {}, {curve.error()}};
    return *curve;
}

int refuse_question(const char* command, const Error& error, const Streams& streams) {
    streams.err << printable("stowage " + std::string(command) + ": " + error.message) << '\n';
    if (!error.accepted.empty()) streams.err << printable("    accepted: " + error.accepted) << '\n';
    return kUsage;
}

int refuse(const Unreadable& unreadable, const Streams& streams) {
    unreadable.print(streams.err);
    return kUsage;
}

}  // namespace stowage::cli
