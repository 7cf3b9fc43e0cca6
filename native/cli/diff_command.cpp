// SPDX-License-Identifier: MIT
#include <ostream>
#include <string>

#include "commands.hpp"
#include "plan_source.hpp"
#include "shipped_catalogue.hpp"
#include "stowage/estimate.hpp"
#include "stowage/plan_diff.hpp"
#include "stowage/quantity_text.hpp"
#include "stowage/text/plan_diff_text.hpp"
#include "terminal_text.hpp"

namespace stowage::cli {
namespace {

/// Of a value that changed: an element that is new may be a long map.
constexpr std::size_t kValueWidth = 200;

template <class Figure, class Show>
std::string shown(const std::optional<Figure>& figures, Show show) {
    return figures ? show(*figures) : "-";
}

std::string cost_change(const std::optional<Cost>& before, const std::optional<Cost>& after) {
    if (!before) return "new";
    if (!after) return "gone";
    return show_change(*before, *after);
}

/// One figure of both sides; its row is left out where it did not change.
template <class Show>
void add_figure(Table& table, const EnvironmentDiff& diff, const char* what, Show show) {
    std::string before = shown(diff.before, show);
    std::string after = shown(diff.after, show);
    if (before == after) return;
    table.row({{what}, {std::move(before)}, {std::move(after)}, {}});
}

void add_cost(Table& table, const EnvironmentDiff& diff) {
    const auto of = [](const std::optional<EnvironmentFigures>& figures) {
        return figures ? std::optional<Cost>(figures->cost) : std::nullopt;
    };
    const auto show = [](const Cost& cost) { return show_cost(cost); };
    table.row({{"cost a month"},
               {shown(of(diff.before), show)},
               {shown(of(diff.after), show)},
               {cost_change(of(diff.before), of(diff.after))}});
}

void print_environment(const EnvironmentDiff& diff, const Streams& streams) {
    const bool named = diff.label != diff.name;
    streams.out << printable(diff.label + (named ? " (" + diff.name + ")" : "")) << "\n\n";
    Table table("lrrl");
    table.row({{}, {"before"}, {"after"}, {}});
    add_cost(table, diff);
    for (const CostChange& change : diff.costs) {
        const auto show = [](const Cost& cost) { return cost.complete ? show_cost(cost) : "no price"; };
        table.row(
            {{"  " + shortened(change.item, kLabelWidth) + ", " + std::string(title_of(change.category))},
             {shown(change.before, show)},
             {shown(change.after, show)},
             {cost_change(change.before, change.after)}});
    }
    add_figure(table, diff, "CPU of the servers",
               [](const EnvironmentFigures& figures) { return show_cpu(figures.capacity.cpu); });
    add_figure(table, diff, "CPU free",
               [](const EnvironmentFigures& figures) { return show_cpu(figures.free.cpu); });
    add_figure(table, diff, "memory of the servers",
               [](const EnvironmentFigures& figures) { return show_bytes(figures.capacity.memory); });
    add_figure(table, diff, "memory free",
               [](const EnvironmentFigures& figures) { return show_bytes(figures.free.memory); });
    add_figure(table, diff, "errors",
               [](const EnvironmentFigures& figures) { return std::to_string(figures.errors); });
    add_figure(table, diff, "warnings",
               [](const EnvironmentFigures& figures) { return std::to_string(figures.warnings); });
    table.print(streams.out, false, kIndent);
    streams.out << '\n';
}

void print_fields(const std::vector<FieldChange>& fields, const Streams& streams) {
    if (fields.empty()) {
        streams.out << "No setting differs.\n";
        return;
    }
    streams.out << "Settings that differ\n\n";
    Table table("ll");
    table.wrap_last_column(kTextWidth);
    for (const FieldChange& field : fields) {
        table.row({{"@"}, {field.where}});
        if (field.before) table.row({{"-"}, {shortened(*field.before, kValueWidth), Tone::error}});
        if (field.after) table.row({{"+"}, {shortened(*field.after, kValueWidth), Tone::info}});
    }
    table.print(streams.out, streams.colour, kIndent);
}

}  // namespace

int show_diff(const DiffOptions& options, const Streams& streams) {
    const auto before = load_plan({options.before, options.prices}, streams.in);
    if (!before) return refuse(before.error(), streams);
    const auto after = load_plan({options.after, options.prices}, streams.in);
    if (!after) return refuse(after.error(), streams);
    const Catalogue& catalogue = shipped_catalogue();
    const PlanDiff diff =
        diff_plans(*before, estimate(*before, catalogue), *after, estimate(*after, catalogue));
    const auto fields = changed_fields(*before, *after);
    if (options.json) {
        streams.out << write_json(plan_diff_node(diff, fields));
        return kFine;
    }
    for (const EnvironmentDiff& environment : diff.environments) print_environment(environment, streams);
    print_fields(fields, streams);
    streams.out << "\nAll environments: " << show_cost(diff.before) << " -> " << show_cost(diff.after) << " "
                << kCurrency << " a month, " << show_change(diff.before, diff.after) << '\n';
    return kFine;
}

}  // namespace stowage::cli
