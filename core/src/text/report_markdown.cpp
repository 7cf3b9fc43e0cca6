// SPDX-License-Identifier: MIT
#include <algorithm>

#include "report_formats.hpp"
#include "stowage/explanation.hpp"
#include "stowage/quantity_text.hpp"

namespace stowage {
namespace {

/// Free text inside a table cell, a heading or a list item: nothing of it may act as Markdown.
std::string escaped(std::string_view text) {
    constexpr std::string_view kActing = "|\\`*_<>[#~&";
    std::string result;
    for (const char c : text) {
        if (kActing.find(c) != std::string_view::npos) result += '\\';
        result +=
            static_cast<unsigned char>(c) < 0x20 ? ' ' : c;  // line breaks, and what would steer a terminal
    }
    return result;
}

/// Free text as a paragraph of its own: where a line begins, also indentation, "- ", "+ ", "---", "===" and
/// "1. " act.
std::string escaped_paragraph(std::string_view text) {
    std::string result = escaped(text);
    result.erase(0, result.find_first_not_of(' '));
    const std::size_t digits = std::min(result.find_first_not_of("0123456789"), result.size());
    const std::string_view acting = digits == 0 ? "-+=" : ".)";
    if (digits < result.size() && acting.find(result[digits]) != std::string_view::npos)
        result.insert(digits, 1, '\\');
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
    void row(const std::vector<std::string>& cells) {
        text_ += '|';
        for (const std::string& cell : cells) text_ += ' ' + cell + " |";
        text_ += '\n';
    }
    /// `alignment`: one letter a column, l or r.
    void header(const std::vector<std::string>& cells, std::string_view alignment) {
        row(cells);
        text_ += '|';
        for (const char column : alignment) text_ += column == 'r' ? "---:|" : "---|";
        text_ += '\n';
    }
    std::string take() { return std::move(text_); }

  private:
    std::string text_;
};

/// "2 x ", or nothing for one.
std::string times(std::int64_t count) { return count > 1 ? std::to_string(count) + " x " : std::string(); }

/// A list item about `element`, with its note as a second sentence.
template <class T>
std::string item_about(const T& element, const std::string& text) {
    return "- **" + escaped(label_of(element)) + ":** " + text +
           (element.note.empty() ? "" : ". " + escaped(element.note));
}

/// "8 cores, 16 GiB", "8 cores, memory unknown".
std::string size_text(const MachineSize& machine) {
    const bool no_cpu = !machine.complete && machine.size.cpu.is_zero();
    const bool no_memory = !machine.complete && machine.size.memory.is_zero();
    if (no_cpu && no_memory) return "size unknown";
    return (no_cpu ? "CPU unknown" : show_cpu(machine.size.cpu)) + ", " +
           (no_memory ? "memory unknown" : show_bytes(machine.size.memory));
}

/// "2 x 8 cores, 16 GiB, c6i.2xlarge; the system keeps 0.25 cores and 512 MiB"
std::string server_text(const Server& server, const ServerEstimate& figures) {
    const Resources reserved = figures.machine.reserved;
    std::string text = times(server.count) + size_text(figures.machine);
    if (!server.instance.empty()) text += ", " + escaped(server.instance);
    if (reserved == Resources{}) return text;
    return text + "; the system keeps " + show_cpu(reserved.cpu) + " and " + show_bytes(reserved.memory);
}

/// "add-on for PostgreSQL, db.t3.medium"
std::string managed_text(const Environment& environment, const Managed& managed) {
    std::string text = "add-on";
    const Service* service = find_named(environment.services, managed.for_service);
    if (service != nullptr) text += " for " + escaped(label_of(*service));
    if (!managed.instance.empty()) text += ", " + times(managed.count) + escaped(managed.instance);
    return text;
}

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

std::string kind_of(const CostLine& line) {
    switch (line.category) {
        case CostCategory::server: return "server";
        case CostCategory::managed: return "add-on";
        case CostCategory::disk: return "disk";
        case CostCategory::egress: return "traffic";
    }
    return {};
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
        if (!plan_.note.empty()) out_.paragraph(escaped_paragraph(plan_.note));
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
        if (!environment.note.empty()) out_.paragraph(escaped_paragraph(environment.note));
        const std::string terms = terms_of(environment);
        if (!terms.empty()) out_.paragraph(terms);
        items(environment, estimate);
        services(environment, estimate);
        headroom(environment, estimate);
        findings(estimate);
    }

    void items(const Environment& environment, const EnvironmentEstimate& estimate) {
        if (environment.servers.empty() && environment.managed.empty()) return;
        for (std::size_t i = 0; i < environment.servers.size(); ++i) {
            const Server& server = environment.servers[i];
            out_.line(item_about(server, server_text(server, estimate.servers[i])));
        }
        for (const Managed& managed : environment.managed) {
            out_.line(item_about(managed, managed_text(environment, managed)));
        }
        out_.line();
        reserves(environment, estimate);
    }

    /// The rule behind each reserve, with its numbers.
    void reserves(const Environment& environment, const EnvironmentEstimate& estimate) {
        const auto explained = explain_reserves(environment, estimate);
        for (const ExplainedReserve& reserve : explained) {
            out_.line("- **Reserve of " + escaped(reserve.servers) + ":** " + escaped(reserve.text));
        }
        if (!explained.empty()) out_.line();
    }

    void services(const Environment& environment, const EnvironmentEstimate& estimate) {
        const auto& services = environment.services;
        if (services.empty()) return;
        const bool notes = std::any_of(services.begin(), services.end(),
                                       [](const Service& service) { return !service.note.empty(); });
        const bool all_shared = std::all_of(estimate.needs.begin(), estimate.needs.end(),
                                            [](const ServiceNeeds& needs) { return needs.cpu_shared; });
        std::vector<std::string> head{"Component", "CPU",          "Memory", "Count",
                                      "Total CPU", "Total memory", "On"};
        if (notes) head.push_back("Notes");
        out_.header(head, notes ? "lrrrrrll" : "lrrrrrl");
        Resources total;
        for (std::size_t i = 0; i < services.size(); ++i) {
            const Service& service = services[i];
            const ServiceNeeds& needs = estimate.needs[i];
            const Resources all = needs.request * service.replicas;
            total += all;
            std::vector<std::string> cells{escaped(label_of(service)),
                                           needs.cpu_shared ? "shared" : format_cpu(needs.request.cpu),
                                           show_bytes(needs.request.memory),
                                           std::to_string(service.replicas),
                                           needs.cpu_shared ? "shared" : format_cpu(all.cpu),
                                           show_bytes(all.memory),
                                           servers_of(environment, estimate, static_cast<std::uint32_t>(i))};
            if (notes) cells.push_back(escaped(service.note));
            out_.row(cells);
        }
        std::vector<std::string> sum{"**Total**",
                                     "",
                                     "",
                                     "",
                                     "**" + (all_shared ? "shared" : format_cpu(total.cpu)) + "**",
                                     "**" + show_bytes(total.memory) + "**",
                                     ""};
        if (notes) sum.emplace_back();
        out_.row(sum);
        out_.line();
    }

    /// The servers that run a service: "app", "a, b", "-" when it is not placed.
    static std::string servers_of(const Environment& environment, const EnvironmentEstimate& estimate,
                                  std::uint32_t service) {
        std::string names;
        for (const std::uint32_t server : servers_running(estimate, service)) {
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
        out_.header({"Environment", "Item", "Kind", "Rented", "Quantity", "Per hour", "Hours",
                     std::string(kCurrency)},
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
        out_.row({environment, escaped(line.item), kind_of(line), line.sku.empty() ? "-" : escaped(line.sku),
                  std::to_string(line.quantity),
                  line.unit_price ? hourly_price_of(line) + mark_of(line) : "-",
                  line.hours.is_zero() ? "-" : format_month_hours(line.hours), show_cost(line)});
    }

    static std::string hourly_price_of(const CostLine& line) {
        const std::string price = format_hourly_price(*line.unit_price);
        return line.discount.is_zero() ? price : price + " - " + format_percent(line.discount);
    }

    /// A superscript number for each source of prices, in the order of their use.
    std::string mark_of(const CostLine& line) {
        if (line.date.empty() && !line.kept) return {};
        const std::string text = line.kept ? line.source : "prices of " + line.date + ": " + line.source;
        std::size_t number = 0;
        while (number < sources_.size() && sources_[number] != text) ++number;
        if (number == sources_.size()) sources_.push_back(text);
        return " [" + std::to_string(number + 1) + "]";
    }

    void sources() {
        const std::string snapshots = explain_snapshots(plan_, estimate_, catalogue_);
        if (snapshots.empty()) return;
        out_.paragraph("On-demand list prices before tax and discounts, catalogue " + escaped(snapshots) +
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
