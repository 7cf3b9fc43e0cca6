// SPDX-License-Identifier: MIT
//
// `stowage queue`: the figures of a queueing model, without a plan.
#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <ostream>
#include <string>

#include "commands.hpp"
#include "stowage/decimal.hpp"
#include "stowage/number_text.hpp"
#include "stowage/queueing/queue_model.hpp"
#include "stowage/refusal.hpp"
#include "stowage/text/node.hpp"
#include "terminal_text.hpp"

namespace stowage::cli {
namespace {

constexpr int kTextDigits = 6;

/// "arrivals" as the option that it was given with.
std::string option_of(std::string_view field) {
    std::string option = "--" + std::string(field);
    for (char& letter : option) {
        if (letter == '_') letter = '-';
    }
    return option;
}

/// Reads the options, and gathers those that are no numbers; which numbers are accepted queue_errors() knows.
class Reader {
  public:
    double number(const char* field, const std::string& text) {
        // strtod() would also take white space, hexadecimal digits and words such as "infinity".
        if (text.find_first_not_of("0123456789.+-eE") == std::string::npos && !text.empty()) {
            char* end = nullptr;
            const double value = std::strtod(text.c_str(), &end);
            if (*end == '\0') return value;
        }
        refuse(field, text, "a number such as 40, 0.5 or 2.5e3");
        return 0;
    }
    std::int64_t whole(const char* field, const std::string& text) {
        const auto value = parse_decimal(text);
        if (value) {
            const Decimal shortest = normalised(*value);
            if (shortest.scale == 0) return shortest.digits;
        }
        refuse(field, text, "a whole number such as 10");
        return 0;
    }

    Errors errors;

  private:
    void refuse(const char* field, const std::string& text, const char* accepted) {
        Error error = not_a("a number", text, accepted);
        error.message = std::string(field) + " is " + in_quotes(text);
        error.where = "/" + std::string(field);
        errors.push_back(std::move(error));
    }
};

Result<QueueQuestion, Errors> question_of(const QueueOptions& options) {
    Reader reader;
    QueueQuestion question;
    question.model = queue_model_named(options.model).value_or(QueueModel::mmc);
    question.pool.arrivals = reader.number("arrivals", options.arrivals);
    question.pool.service_rate = reader.number("service_rate", options.service_rate);
    question.pool.servers = reader.whole("servers", options.servers);
    if (!options.capacity.empty()) question.capacity = reader.whole("capacity", options.capacity);
    if (!options.scv.empty()) question.scv = reader.number("scv", options.scv);
    question.percentile = reader.number("percentile", options.percentile);
    if (!reader.errors.empty()) return std::move(reader.errors);
    return question;
}

int refuse(const Errors& errors, std::ostream& err) {
    for (const Error& error : errors) {
        const std::string field = error.where.substr(1);  // "/arrivals", and "arrivals is -1"
        err << printable("stowage queue: " + option_of(field) + error.message.substr(field.size())) << '\n'
            << printable("    accepted: " + error.accepted) << '\n';
    }
    return kUsage;
}

/// The shortest text that is read back as the same number: values are compared to more than nine digits.
Node number_node(std::optional<double> value) {
    if (!value || !std::isfinite(*value)) return {};
    constexpr int kMostDigits = 17;  // enough for any double
    std::array<char, 32> text{};
    for (int digits = 15; digits <= kMostDigits; ++digits) {
        std::snprintf(text.data(), text.size(), "%.*g", digits, *value);
        if (std::strtod(text.data(), nullptr) == *value) break;
    }
    return Node::number(std::string(text.data()));
}

Node figures_node(const QueueFigures& figures) {
    Node node = Node::map();
    node.add("utilisation", number_node(figures.utilisation));
    node.add("erlang_b", number_node(figures.erlang_b));
    node.add("erlang_c", number_node(figures.erlang_c));
    node.add("wq", number_node(figures.wq));
    node.add("w", number_node(figures.w));
    node.add("lq", number_node(figures.lq));
    node.add("l", number_node(figures.l));
    node.add("p_block", number_node(figures.p_block));
    node.add("wait_percentile", number_node(figures.wait_percentile));
    node.add("response_percentile", number_node(figures.response_percentile));
    return node;
}

/// Rows of name, value, unit and meaning.
class FigureTable {
  public:
    void share(const char* name, std::optional<double> value, const char* meaning) {
        row(name, value, 1, "", meaning);
    }
    void requests(const char* name, std::optional<double> value, const char* meaning) {
        row(name, value, 1, "requests", meaning);
    }
    void time(const std::string& name, std::optional<double> seconds, const std::string& meaning) {
        const bool in_milliseconds = seconds && *seconds < 1;
        row(name, seconds, in_milliseconds ? 1'000 : 1, in_milliseconds ? "ms" : "s", meaning);
    }
    void print(std::ostream& out) const { table_.print(out, false, kIndent); }

  private:
    void row(const std::string& name, std::optional<double> value, double factor, const char* unit,
             const std::string& meaning) {
        const bool has_unit = value && std::isfinite(*value);
        table_.row({{name},
                    {value ? format_significant(*value * factor, kTextDigits) : "-"},
                    {has_unit ? unit : ""},
                    {meaning}});
    }

    Table table_{"lrll"};
};

std::string question_text(const QueueQuestion& question) {
    const QueuePool& pool = question.pool;
    constexpr int kDigits = 9;
    std::string text = std::string(notation_of(question.model)) + ": " +
                       format_significant(pool.arrivals, kDigits) + " arrivals/s, " +
                       std::to_string(pool.servers) + (pool.servers == 1 ? " server of " : " servers of ") +
                       format_significant(pool.service_rate, kDigits) + "/s";
    if (question.capacity) text += ", room for " + std::to_string(*question.capacity);
    if (question.model == QueueModel::mg1 || question.model == QueueModel::mgc)
        text += ", scv " + format_significant(question.scv.value_or(1), kDigits);
    return text;
}

/// What the figures are worth.
std::string remark_on(const QueueQuestion& question) {
    if (question.model != QueueModel::mmck && !question.pool.is_stable())
        return "More arrives than the servers can do: the queue grows without end.";
    const std::string_view band = queue_error_band(question);
    return band.empty() ? "Exact for this model." : "Approximation: " + std::string(band) + ".";
}

void print_figures(const QueueQuestion& question, const QueueFigures& figures, std::ostream& out) {
    const std::string percentile = format_significant(question.percentile, kTextDigits);
    FigureTable table;
    table.share("utilisation", figures.utilisation, "load of each server");
    table.share("Erlang B", figures.erlang_b, "share turned away if nobody could wait");
    table.share("Erlang C", figures.erlang_c, "share that waits, if service is exponential");
    table.share("blocked", figures.p_block, "share that the limit turns away");
    table.time("Wq", figures.wq, "mean wait");
    table.time("W", figures.w, "mean response: wait and service");
    table.requests("Lq", figures.lq, "waiting, on average");
    table.requests("L", figures.l, "waiting or served, on average");
    table.time("P" + percentile + " wait", figures.wait_percentile, percentile + " % wait no longer");
    table.time("P" + percentile + " response", figures.response_percentile,
               percentile + " % are done by then");
    out << question_text(question) << "\n\n";
    table.print(out);
    out << '\n' << wrapped(remark_on(question), kTextWidth) << '\n';
}

}  // namespace

int show_queue(const QueueOptions& options, const Streams& streams) {
    const auto question = question_of(options);
    if (!question) return refuse(question.error(), streams.err);
    const auto figures = queue_figures(*question);
    if (!figures) return refuse(figures.error(), streams.err);
    if (options.json) {
        streams.out << write_json(figures_node(*figures));
    } else {
        print_figures(*question, *figures, streams.out);
    }
    return kFine;
}

}  // namespace stowage::cli
