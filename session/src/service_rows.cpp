// SPDX-License-Identifier: MIT
#include "stowage/session/service_rows.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "stowage/session/plan_edits.hpp"
#include "stowage/text/plan_text.hpp"

namespace stowage {
namespace {

/// The first names the service, the others are keys of the plan format.
constexpr std::array<std::string_view, 6> kColumns{"name", "kind", "replicas", "cpu", "memory", "server"};
constexpr std::string_view kColumnsText = "name, kind, replicas, cpu, memory, server";

using Cells = std::vector<std::string_view>;

std::string_view trimmed(std::string_view text) {
    const auto is_space = [](char c) { return c == ' ' || c == '\r'; };
    while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
    return text;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    for (;;) {
        const std::size_t end = text.find(separator);
        parts.push_back(trimmed(text.substr(0, end)));
        if (end == std::string_view::npos) return parts;
        text.remove_prefix(end + 1);
    }
}

std::string lower(std::string_view text) {
    std::string result(text);
    for (char& c : result) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return result;
}

/// A cell must not begin another one, nor a line.
void append_cell(std::string& text, std::string_view cell) {
    for (const char c : cell) text += c == '\t' || c == '\n' ? ' ' : c;
}

/// Reads the lines into a plan, and remembers where every edit came from.
class RowReader {
  public:
    RowReader(const Plan& plan, std::string_view environment) : result_{plan, 0, 0}, name_(environment) {}

    Result<PastedRows, Errors> read(std::string_view text) {
        if (find_named(result_.plan.environments, name_) == nullptr)
            return Errors{{ErrorCode::dangling_name, "the plan has no environment \"" + name_ + "\""}};
        const auto lines = split(text, '\n');
        for (std::size_t i = 0; i < lines.size() && errors_.empty(); ++i) {
            if (lines[i].empty()) continue;
            const Cells cells = split(lines[i], '\t');
            if (rows_ == 0 && !has_header_ && lower(cells.front()) == "name") {
                header(cells, i + 1);
            } else {
                row(cells, i + 1);
            }
        }
        if (!errors_.empty()) return std::move(errors_);
        auto plan = with_fields(result_.plan, edits_);
        if (!plan) return placed(plan.error());
        result_.plan = *std::move(plan);
        return std::move(result_);
    }

  private:
    struct Place {
        std::size_t line;
        std::size_t column;
    };

    void refuse(ErrorCode code, std::string message, std::string accepted, Place place) {
        errors_.push_back({code,
                           std::move(message),
                           std::move(accepted),
                           {},
                           static_cast<int>(place.line),
                           static_cast<int>(place.column)});
    }

    void header(const Cells& cells, std::size_t line) {
        has_header_ = true;
        columns_.clear();
        for (std::size_t i = 0; i < cells.size(); ++i) {
            columns_.push_back(lower(cells[i]));
            if (std::find(kColumns.begin(), kColumns.end(), columns_.back()) == kColumns.end())
                refuse(ErrorCode::unknown_key, "there is no column \"" + std::string(cells[i]) + "\"",
                       std::string(kColumnsText), {line, i + 1});
        }
    }

    void row(const Cells& cells, std::size_t line) {
        if (++rows_ > kMostRows)
            return refuse(ErrorCode::out_of_range, "these are more services than can be pasted at once",
                          "at most " + std::to_string(kMostRows), {line, 1});
        if (cells.size() > columns_.size())
            return refuse(ErrorCode::syntax, "the line has more cells than there are columns",
                          std::string(kColumnsText), {line, columns_.size() + 1});
        const auto at = std::find(columns_.begin(), columns_.end(), kColumns.front()) - columns_.begin();
        const auto name_cell = static_cast<std::size_t>(at);
        if (name_cell >= cells.size() || cells[name_cell].empty())
            return refuse(ErrorCode::missing, "the service has no name", "a name in every line",
                          {line, name_cell + 1});
        const std::string pointer = service(cells[name_cell], line);
        for (std::size_t i = 0; i < cells.size() && !pointer.empty(); ++i) {
            if (i == name_cell || cells[i].empty()) continue;
            edits_.push_back({pointer + "/" + columns_[i], std::string(cells[i])});
            places_.push_back({line, i + 1});
        }
    }

    /// The pointer to the service of that name or title, which is added where there is none.
    std::string service(std::string_view label, std::size_t line) {
        const Environment& environment = *find_named(result_.plan.environments, name_);
        for (const Service& known : environment.services) {
            if (known.name != label && label_of(known) != label) continue;
            ++result_.changed;
            return pointer_to({ElementKind::service, name_, known.name});
        }
        auto added = with_added(result_.plan, ElementKind::service, name_);
        if (added) added = with_label(added->plan, added->element, label);
        if (!added) {
            Error error = added.error();
            refuse(error.code, std::move(error.message), std::move(error.accepted), {line, 1});
            return {};
        }
        ++result_.added;
        result_.plan = std::move((*std::move(added)).plan);
        const Service& last = find_named(result_.plan.environments, name_)->services.back();
        return pointer_to({ElementKind::service, name_, last.name});
    }

    /// The errors at the cells that they are about.
    Errors placed(Errors errors) const {
        for (Error& error : errors) {
            for (std::size_t i = 0; i < edits_.size(); ++i) {
                if (edits_[i].pointer != error.where) continue;
                error.line = static_cast<int>(places_[i].line);
                error.column = static_cast<int>(places_[i].column);
            }
        }
        return errors;
    }

    PastedRows result_;
    std::string name_;
    std::vector<std::string> columns_{kColumns.begin(), kColumns.end()};
    bool has_header_ = false;
    std::size_t rows_ = 0;
    std::vector<FieldEdit> edits_;
    std::vector<Place> places_;  ///< of the edits
    Errors errors_;
};

}  // namespace

bool is_rows(std::string_view text) {
    const std::string_view line = text.substr(0, text.find('\n'));
    return line.find('\t') != std::string_view::npos;
}

std::string service_rows(const Plan& plan, std::string_view environment) {
    const Environment* shown = find_named(plan.environments, environment);
    if (shown == nullptr) return {};
    std::string text;
    for (const std::string_view column : kColumns) text += (text.empty() ? "" : "\t") + std::string(column);
    for (const Service& service : shown->services) {
        const std::string pointer = pointer_to({ElementKind::service, shown->name, service.name});
        text += '\n';
        append_cell(text, label_of(service));
        for (std::size_t i = 1; i < kColumns.size(); ++i) {
            text += '\t';
            // What has its default stands in no file; a table is read without knowing it.
            const bool replicas = kColumns[i] == "replicas";
            append_cell(text, replicas ? std::to_string(service.replicas)
                                       : field_text(plan, pointer + "/" + std::string(kColumns[i])));
        }
    }
    return text + "\n";
}

Result<PastedRows, Errors> with_service_rows(const Plan& plan, std::string_view environment,
                                             std::string_view text) {
    return RowReader(plan, environment).read(text);
}

}  // namespace stowage
