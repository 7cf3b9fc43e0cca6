// SPDX-License-Identifier: MIT
#include <algorithm>
#include <set>
#include <span>

#include "report_formats.hpp"
#include "stowage/quantity_text.hpp"

namespace stowage {
namespace {

/// Free text inside a table cell or a paragraph: nothing of it may act as Markdown structure.
std::string escaped(std::string_view text) {
    std::string result;
    for (const char c : text) {
        if (c == '|' || c == '\\' || c == '`' || c == '*' || c == '_' || c == '<' || c == '[' || c == '#')
            result += '\\';
        result +=
            static_cast<unsigned char>(c) < 0x20 ? ' ' : c;  // line breaks, and what would steer a terminal
    }
    return result;
}

class Writer {
  public:
    void line(std::string_view text = {}) {
        text_ += text;
        text_ += '\n';
    }
    void paragraph(std::string_view text) {
        line(text);
        line();
    }
    void row(std::span<const std::string> cells) {
        text_ += '|';
        for (const std::string& cell : cells) text_ += ' ' + cell + " |";
        text_ += '\n';
    }
    void row(std::initializer_list<std::string> cells) { row(std::span(cells.begin(), cells.size())); }
    /// `alignment`: one letter a column, l or r.
    void header(std::initializer_list<std::string> cells, std::string_view alignment) {
        row(cells);
        text_ += '|';
        for (const char column : alignment) text_ += column == 'r' ? "---:|" : "---|";
        text_ += '\n';
    }
    std::string take() { return std::move(text_); }

  private:
    std::string text_;
};

std::string show_total(const Cost& cost) { return show_cost(cost.low, cost.high, cost.complete); }

std::string cpu_cell(const CpuRequest& cpu) { return cpu.shared ? "shared" : format_cpu(cpu.amount); }

/// "8 cores, 16 GiB, c6i.2xlarge", with the count of a pool.
std::string server_line(const Server& server, const ServerEstimate& figures) {
    const Resources size = figures.machine.size;
    std::string text = "**" + escaped(label_of(server)) + ":** ";
    if (server.count > 1) text += std::to_string(server.count) + " x ";
    text += show_cpu(size.cpu) + ", " + show_bytes(size.memory);
    if (!server.instance.empty()) text += ", " + escaped(server.instance);
    return text;
}

std::string free_text(const ServerEstimate& figures) {
    return show_cpu(figures.free.cpu) + " and " + show_bytes(figures.free.memory);
}

class MarkdownReport {
  public:
    MarkdownReport(const Plan& plan, const Estimate& estimate, const Catalogue& catalogue)
        : plan_(plan), estimate_(estimate), catalogue_(catalogue) {}

    std::string write() {
        out_.paragraph("# " + escaped(plan_.name.empty() ? "Plan" : plan_.name));
        if (!plan_.note.empty()) out_.paragraph(escaped(plan_.note));
        for (std::size_t i = 0; i < plan_.environments.size(); ++i) {
            environment(plan_.environments[i], estimate_.environments[i]);
        }
        cost();
        sources();
        return out_.take();
    }

  private:
    void environment(const Environment& environment, const EnvironmentEstimate& estimate) {
        out_.paragraph("## " + escaped(label_of(environment)));
        if (!environment.note.empty()) out_.paragraph(escaped(environment.note));
        for (std::size_t i = 0; i < environment.servers.size(); ++i) {
            const std::string& note = environment.servers[i].note;
            out_.line("- " + server_line(environment.servers[i], estimate.servers[i]) +
                      (note.empty() ? "" : ". " + escaped(note)));
        }
        if (!environment.servers.empty()) out_.line();
        services(environment, estimate);
        headroom(environment, estimate);
        findings(estimate);
    }

    void services(const Environment& environment, const EnvironmentEstimate& estimate) {
        if (environment.services.empty()) return;
        out_.header({"Component", "CPU", "Memory", "Count", "Total CPU", "Total memory", "On"}, "lrrrrrl");
        Resources total;
        bool all_shared = true;
        for (std::size_t i = 0; i < environment.services.size(); ++i) {
            const Service& service = environment.services[i];
            const Resources all = Resources{service.cpu.reserved(), service.memory} * service.replicas;
            total += all;
            all_shared = all_shared && service.cpu.shared;
            out_.row({escaped(label_of(service)), cpu_cell(service.cpu), show_bytes(service.memory),
                      std::to_string(service.replicas), service.cpu.shared ? "shared" : format_cpu(all.cpu),
                      show_bytes(all.memory),
                      servers_of(environment, estimate, static_cast<std::uint32_t>(i))});
        }
        out_.row({"**Total**", "", "", "", "**" + (all_shared ? "shared" : format_cpu(total.cpu)) + "**",
                  "**" + show_bytes(total.memory) + "**", ""});
        out_.line();
    }

    /// The servers that run a service: "app", "a, b", "-" when it is not placed.
    static std::string servers_of(const Environment& environment, const EnvironmentEstimate& estimate,
                                  std::uint32_t service) {
        const auto& placed = estimate.placement.placed;  // ordered by service
        auto at = std::lower_bound(placed.begin(), placed.end(), service,
                                   [](const Placed& p, std::uint32_t s) { return p.service < s; });
        std::set<std::uint32_t> servers;
        for (; at != placed.end() && at->service == service; ++at) servers.insert(at->server);
        std::string names;
        for (const std::uint32_t server : servers) {
            names += (names.empty() ? "" : ", ") + escaped(label_of(environment.servers[server]));
        }
        return names.empty() ? "-" : names;
    }

    void headroom(const Environment& environment, const EnvironmentEstimate& estimate) {
        if (environment.servers.empty()) return;
        std::string text = "**Headroom:** ";
        for (std::size_t i = 0; i < environment.servers.size(); ++i) {
            if (i > 0) text += "; ";
            text += escaped(label_of(environment.servers[i])) + " " + free_text(estimate.servers[i]);
        }
        out_.paragraph(text);
    }

    void findings(const EnvironmentEstimate& estimate) {
        for (const Finding& finding : estimate.findings) {
            out_.line("- **" + std::string(name_of(finding.severity)) + "** " + escaped(finding.message) +
                      " (`" + std::string(name_of(finding.code)) + "`)");
        }
        if (!estimate.findings.empty()) out_.line();
    }

    void cost() {
        out_.paragraph("## Cost per month");
        out_.header(
            {"Environment", "Item", "Rented", "Quantity", "Per hour", "Hours", std::string(kCurrency)},
            "lllrrrr");
        for (std::size_t i = 0; i < plan_.environments.size(); ++i) {
            const std::string name = escaped(label_of(plan_.environments[i]));
            for (const CostLine& line : estimate_.environments[i].cost_lines) cost_line(name, line);
            out_.row({"**" + name + "**", "**Total**", "", "", "", "",
                      "**" + show_total(estimate_.environments[i].cost) + "**"});
        }
        out_.row({"**All**", "", "", "", "", "", "**" + show_total(estimate_.cost) + "**"});
        out_.line();
    }

    void cost_line(const std::string& environment, const CostLine& line) {
        std::string item = escaped(line.item);
        if (line.category == CostCategory::disk) item += ", disk";
        out_.row({environment, item, line.sku.empty() ? "-" : escaped(line.sku),
                  std::to_string(line.quantity),
                  line.unit_price ? format_hourly_price(*line.unit_price) + mark_of(line) : "-",
                  line.hours.is_zero() ? "-" : format_month_hours(line.hours),
                  line.priced ? show_cost(line.low, line.high, true) : "no price"});
    }

    /// A superscript number for each source of prices, in the order of their use.
    std::string mark_of(const CostLine& line) {
        if (line.date.empty()) return {};
        const std::string text = "prices of " + line.date + ": " + line.source;
        std::size_t number = 0;
        while (number < sources_.size() && sources_[number] != text) ++number;
        if (number == sources_.size()) sources_.push_back(text);
        return " [" + std::to_string(number + 1) + "]";
    }

    void sources() {
        if (catalogue_.snapshot().empty()) return;
        out_.paragraph("On-demand list prices before tax and discounts, catalogue snapshot " +
                       catalogue_.snapshot() +
                       ". A range ends at the most that the plan states for an item.");
        for (std::size_t i = 0; i < sources_.size(); ++i) {
            out_.line(std::to_string(i + 1) + ". " + escaped(sources_[i]));
        }
    }

    const Plan& plan_;
    const Estimate& estimate_;
    const Catalogue& catalogue_;
    Writer out_;
    std::vector<std::string> sources_;
};

}  // namespace

std::string markdown_report(const Plan& plan, const Estimate& estimate, const Catalogue& catalogue) {
    return MarkdownReport(plan, estimate, catalogue).write();
}

}  // namespace stowage
