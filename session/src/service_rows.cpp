// SPDX-License-Identifier: MIT
#include "stowage/session/service_rows.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <unordered_map>
#include <vector>

#include "cell_lines.hpp"
#include "stowage/ascii.hpp"
#include "stowage/session/plan_edits.hpp"
#include "stowage/text/plan_text.hpp"

namespace stowage {
namespace {

/// The first names the service, the others are keys of the plan format.
constexpr std::array<std::string_view, 6> kColumns{"name", "kind", "replicas", "cpu", "memory", "server"};
constexpr std::string_view kColumnsText = "name, kind, replicas, cpu, memory, server";

using Cells = std::vector<std::string>;

/// A cell must not begin another one, nor a line.
void append_cell(std::string& text, std::string_view cell) {
    for (const char c : cell) text += c == '\t' || c == '\n' ? ' ' : c;
}

using NameOf = std::unordered_map<std::string, std::string>;

/// The names of the services by what people call them: their titles, then their names where no title is the
/// same.
NameOf names_by_label(const Environment& environment) {
    NameOf names;
    for (const Service& service : environment.services) names.try_emplace(label_of(service), service.name);
    for (const Service& service : environment.services) names.try_emplace(service.name, service.name);
    return names;
}

/// Reads the lines into a plan, and remembers where every edit came from.
class RowReader {
  public:
    RowReader(const Plan& plan, const Environment& environment)
        : plan_(plan), environment_(environment.name), known_(names_by_label(environment)) {}

    Result<PastedRows, Errors> read(std::string_view text) {
        auto read = cell_lines(text);
        if (!read) return Errors{read.error()};
        std::vector<CellLine> lines = *std::move(read);
        for (CellLine& line : lines) {
            if (!errors_.empty()) break;
            if (rows_.empty() && !has_header_ && lower_case(line.cells.front()) == kColumns.front()) {
                header(line.cells, line.line);
            } else {
                row(std::move(line.cells), line.line);
            }
        }
        if (!errors_.empty()) return std::move(errors_);
        return take();
    }

  private:
    /// A line, and the place of its service: among the known ones by name, else among the new ones.
    struct Row {
        std::size_t line;
        Cells cells;
        std::string known;
        std::size_t added;
    };
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
            columns_.push_back(lower_case(cells[i]));
            if (std::find(kColumns.begin(), kColumns.end(), columns_.back()) == kColumns.end())
                refuse(ErrorCode::unknown_key, "there is no column \"" + cells[i] + "\"",
                       std::string(kColumnsText), {line, i + 1});
        }
        const auto name = std::find(columns_.begin(), columns_.end(), kColumns.front());
        name_cell_ = static_cast<std::size_t>(name - columns_.begin());
    }

    void row(Cells cells, std::size_t line) {
        if (rows_.size() == kMostRows)
            return refuse(ErrorCode::out_of_range, "these are more services than can be pasted at once",
                          "at most " + std::to_string(kMostRows), {line, 1});
        if (cells.size() > columns_.size())
            return refuse(ErrorCode::syntax, "the line has more cells than there are columns",
                          std::string(kColumnsText), {line, columns_.size() + 1});
        if (name_cell_ >= cells.size() || cells[name_cell_].empty())
            return refuse(ErrorCode::missing, "the service has no name", "a name in every line",
                          {line, name_cell_ + 1});
        const std::string label = cells[name_cell_];
        const auto known = known_.find(label);
        if (known != known_.end()) {
            rows_.push_back({line, std::move(cells), known->second, 0});
            return;
        }
        const std::size_t added = new_.try_emplace(label, labels_.size()).first->second;
        if (added == labels_.size()) labels_.push_back(label);
        rows_.push_back({line, std::move(cells), {}, added});
    }

    Result<PastedRows, Errors> take() {
        auto with = with_services(plan_, environment_, labels_);
        if (!with) return Errors{with.error()};
        std::set<std::string> changed;
        for (const Row& row : rows_) {
            if (row.known.empty()) {
                title(row, with->names[row.added]);
                edit(row, with->names[row.added]);
            } else {
                changed.insert(row.known);
                edit(row, row.known);
            }
        }
        auto plan = with_fields(with->plan, edits_);
        if (!plan) return placed(plan.error());
        return PastedRows{*std::move(plan), labels_.size(), changed.size()};
    }

    [[nodiscard]] std::string pointer_of(const std::string& name) const {
        return pointer_to({ElementKind::service, environment_, name});
    }

    /// The title is there already; as an edit it is checked like any text that comes from outside.
    void title(const Row& row, const std::string& name) {
        if (row.cells[name_cell_] == name) return;
        edits_.push_back({pointer_of(name) + "/title", row.cells[name_cell_]});
        places_.push_back({row.line, name_cell_ + 1});
    }

    void edit(const Row& row, const std::string& name) {
        const std::string pointer = pointer_of(name);
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            if (i == name_cell_ || row.cells[i].empty()) continue;
            edits_.push_back({pointer + "/" + columns_[i], row.cells[i]});
            places_.push_back({row.line, i + 1});
        }
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

    const Plan& plan_;
    std::string environment_;
    NameOf known_;
    std::unordered_map<std::string, std::size_t> new_;  ///< with the place in labels_
    std::vector<std::string> labels_;                   ///< of the services to be added
    std::vector<std::string> columns_{kColumns.begin(), kColumns.end()};
    std::size_t name_cell_ = 0;
    bool has_header_ = false;
    std::vector<Row> rows_;
    std::vector<FieldEdit> edits_;
    std::vector<Place> places_;  ///< of the edits
    Errors errors_;
};

}  // namespace

bool is_rows(std::string_view text) {
    const char separator = cell_separator(text);
    if (separator == '\0' || separator == '\t') return separator == '\t';
    // Lines of a plan have commas, too, and then a colon or a bracket.
    bool in_marks = false;
    for (const char c : text.substr(0, text.find('\n'))) {
        if (c == '"') in_marks = !in_marks;
        if (!in_marks && (c == ':' || c == '{' || c == '[')) return false;
    }
    return true;
}

std::string service_rows(const Plan& plan, std::string_view environment,
                         const std::vector<std::string>& only) {
    const Environment* shown = find_named(plan.environments, environment);
    if (shown == nullptr) return {};
    std::string text;
    for (const std::string_view column : kColumns) text += (text.empty() ? "" : "\t") + std::string(column);
    const NameOf names = names_by_label(*shown);
    const std::set<std::string_view> chosen(only.begin(), only.end());
    for (const Service& service : shown->services) {
        if (!chosen.empty() && !chosen.contains(service.name)) continue;
        const std::string pointer = pointer_to({ElementKind::service, shown->name, service.name});
        text += '\n';
        const bool own = names.at(label_of(service)) == service.name;  // else two have the same title
        append_cell(text, own ? label_of(service) : service.name);
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
    const Environment* shown = find_named(plan.environments, environment);
    if (shown == nullptr)
        return Errors{
            {ErrorCode::dangling_name, "the plan has no environment \"" + std::string(environment) + "\""}};
    return RowReader(plan, *shown).read(text);
}

}  // namespace stowage
