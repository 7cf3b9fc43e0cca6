// SPDX-License-Identifier: MIT
#include "report_formats.hpp"
#include "report_load.hpp"
#include "report_sections.hpp"
#include "stowage/explanation.hpp"
#include "stowage/quantity_text.hpp"
#include "stowage/survival_text.hpp"
#include "stowage/text/fix_cost.hpp"

namespace stowage {
namespace {

/// "aws us-east-1, 176 hours a month, budget 400.00 USD a month"; what is not stated is left out.
std::string terms_of(const Environment& environment) {
    std::string text = escaped_paragraph(environment.provider);
    const auto add = [&text](std::string_view separator, const std::string& part) {
        text += (text.empty() ? "" : std::string(separator)) + part;
    };
    if (!environment.region.empty()) add(" ", escaped(environment.region));
    if (environment.hours != kBillingMonth)
        add(", ", format_month_hours(environment.hours) + " hours a month");
    if (environment.budget) {
        add(", ", "budget " + show_money(*environment.budget) + " " + std::string(kCurrency) + " a month");
    }
    return text;
}

class MarkdownReport {
  public:
    MarkdownReport(const Plan& plan, const Estimate& estimate, const Catalogue& catalogue)
        : plan_(plan),
          estimate_(estimate),
          catalogue_(catalogue),
          load_(plan, catalogue),
          costs_(plan, catalogue) {}

    std::string write() {
        out_.paragraph("# " + escaped(plan_.name.empty() ? "Plan" : plan_.name));
        if (!plan_.note.empty()) out_.paragraph(escaped_paragraph(plan_.note));
        for (std::size_t i = 0; i < plan_.environments.size(); ++i) {
            environment(plan_.environments[i], estimate_.environments[i]);
            load_.write(static_cast<std::uint32_t>(i), estimate_.environments[i], out_);
        }
        cost();
        write_cost_views(plan_, estimate_, out_);
        sources();
        return out_.take();
    }

  private:
    void environment(const Environment& environment, const EnvironmentEstimate& estimate) {
        out_.paragraph("## " + escaped(label_of(environment)));
        if (!environment.note.empty()) out_.paragraph(escaped_paragraph(environment.note));
        const std::string terms = terms_of(environment);
        if (!terms.empty()) out_.paragraph(terms);
        write_items(environment, estimate, out_);
        write_services(environment, estimate, out_);
        write_headroom(environment, estimate, out_);
        survival(environment, estimate);
        findings(estimate);
    }

    void survival(const Environment& environment, const EnvironmentEstimate& estimate) {
        const auto sentences = explain_survival(environment, estimate);
        for (const std::string& sentence : sentences) out_.line("- **Survival:** " + escaped(sentence));
        if (!sentences.empty()) out_.line();
    }

    void findings(const EnvironmentEstimate& estimate) {
        for (const Finding& finding : estimate.findings) {
            std::string text = "- **" + std::string(name_of(finding.severity)) + "** " +
                               escaped(finding.message) + " (`" + std::string(name_of(finding.code)) + "`)";
            for (std::size_t i = 0; i < finding.fixes.size(); ++i) {
                text += (i == 0 ? ". Proposed: " : "; or: ") + escaped(costs_.label_of(finding.fixes[i]));
            }
            out_.line(text);
        }
        if (!estimate.findings.empty()) out_.line();
    }

    void cost() {
        out_.paragraph("## Cost per month");
        out_.header(
            {"Environment", "Item", "Kind", "Rented", "Quantity", "Price", "Hours", std::string(kCurrency)},
            "llllrrrr");
        for (std::size_t i = 0; i < plan_.environments.size(); ++i) {
            const std::string name = escaped(label_of(plan_.environments[i]));
            for (const CostLine& line : estimate_.environments[i].cost_lines) cost_line(name, line);
            out_.row({"**" + name + "**", "**Total**", "", "", "", "", "",
                      "**" + show_cost(estimate_.environments[i].cost) + "**"});
        }
        out_.row({"**All**", "**Total**", "", "", "", "", "", "**" + show_cost(estimate_.cost) + "**"});
        out_.line();
    }

    void cost_line(const std::string& environment, const CostLine& line) {
        out_.row({environment, escaped(line.item), std::string(title_of(line.category)),
                  line.sku.empty() ? "-" : escaped(line.sku), std::to_string(line.quantity),
                  price_of(line) + mark_of(line), line.hours.is_zero() ? "-" : format_month_hours(line.hours),
                  show_cost(line)});
    }

    static std::string price_of(const CostLine& line) {
        std::string price = "-";
        if (line.unit_price) {
            price = format_hourly_price(*line.unit_price) + "/h";
        } else if (!line.charges.empty()) {
            price = line.formula.empty() ? explain_charges(line) : line.formula;
        }
        if (line.month_cap) price += ", at most " + show_money(*line.month_cap) + "/month";
        if (!line.discount.is_zero()) price += " - " + format_percent(line.discount);
        return line.stale ? price + ", stale" : price;
    }

    /// A superscript number for each source of prices, in the order of their use.
    std::string mark_of(const CostLine& line) {
        if (line.source.empty() || line.source == kOwnCost) return {};
        std::string text = line.date.empty() ? line.source : "prices of " + line.date + ": " + line.source;
        if (line.stale) text += " (stale: the provider has changed its prices since)";
        std::size_t number = 0;
        while (number < sources_.size() && sources_[number] != text) ++number;
        if (number == sources_.size()) sources_.push_back(text);
        return " [" + std::to_string(number + 1) + "]";
    }

    void sources() {
        const std::string snapshots = explain_snapshots(plan_, estimate_, catalogue_);
        if (!snapshots.empty()) {
            out_.paragraph("On-demand list prices before tax and discounts, catalogue " + escaped(snapshots) +
                           ". A range ends at the most that the plan states for an item.");
        }
        for (std::size_t i = 0; i < sources_.size(); ++i) {
            out_.line(std::to_string(i + 1) + ". " + escaped(sources_[i]));
        }
    }

    const Plan& plan_;
    const Estimate& estimate_;
    const Catalogue& catalogue_;
    LoadReport load_;
    FixCosts costs_;
    MarkdownWriter out_;
    std::vector<std::string> sources_;
};

}  // namespace

std::string markdown_report(const Plan& plan, const Estimate& estimate, const Catalogue& catalogue) {
    return MarkdownReport(plan, estimate, catalogue).write();
}

}  // namespace stowage
