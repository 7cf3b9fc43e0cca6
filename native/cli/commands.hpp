// SPDX-License-Identifier: MIT
//
// The commands of `stowage`, one function each. Options are plain values, filled by run_cli(); the result is
// the exit code.
#pragma once

#include <string>

#include "run_cli.hpp"

namespace stowage::cli {

/// When to use colours: "auto" follows Streams::colour, "always", "never".
inline constexpr const char* kColourByTerminal = "auto";

/// Whether to colour, for the value of --color.
[[nodiscard]] inline bool wants_colour(const std::string& when, const Streams& streams) {
    return when == kColourByTerminal ? streams.colour : when == "always";
}

/// Of every command that reads a plan.
struct PlanOptions {
    std::string plan;
    std::string prices;  ///< a file with an own price list; empty: none
};

struct CheckOptions : PlanOptions {
    std::string fail_on = "error";
    std::string colour = kColourByTerminal;
    bool json = false;
};
[[nodiscard]] int check(const CheckOptions& options, const Streams& streams);

struct EstimateOptions : PlanOptions {
    std::string colour = kColourByTerminal;
    bool json = false;
};
[[nodiscard]] int show_estimate(const EstimateOptions& options, const Streams& streams);

struct CostOptions : PlanOptions {
    std::string by;           ///< a CostView; empty: the bill
    std::string environment;  ///< empty: all
    bool year = false;
    bool compare = false;      ///< the offers of all providers instead of the bill
    std::string architecture;  ///< of the machines that are compared; empty: any
    bool latest_generation = false;
    bool shared_cpu = false;
    bool stale = false;
    std::string colour = kColourByTerminal;
    bool json = false;
};
[[nodiscard]] int show_bill(const CostOptions& options, const Streams& streams);

struct DiffOptions {
    std::string before;
    std::string after;
    std::string prices;  ///< of both
    bool json = false;
};
[[nodiscard]] int show_diff(const DiffOptions& options, const Streams& streams);

struct FitOptions : PlanOptions {
    std::string service;
    std::string environment;  ///< empty: every one that has the service
    bool json = false;
};
[[nodiscard]] int show_fit(const FitOptions& options, const Streams& streams);

struct ScaleOptions : PlanOptions {
    std::string metrics;      ///< empty: predicted from the load of the plan
    std::string service;      ///< empty: every one with a rule
    std::string environment;  ///< empty: all
    bool json = false;
};
[[nodiscard]] int show_scaling(const ScaleOptions& options, const Streams& streams);

struct LoadOptions : PlanOptions {
    std::string environment;  ///< empty: all
    std::string p95;          ///< as typed; empty: the latency budgets of the plan
    bool json = false;
};
[[nodiscard]] int show_load(const LoadOptions& options, const Streams& streams);

struct RiskOptions : PlanOptions {
    std::string environment;  ///< empty: all
    std::string draws;        ///< as typed; empty: kRiskDraws
    std::string seed;         ///< as typed; empty: kRiskSeed
    bool json = false;
};
[[nodiscard]] int show_risk(const RiskOptions& options, const Streams& streams);

struct ReplayOptions : PlanOptions {
    std::string curve = "office-day";  ///< a name, or a file
    std::string service;               ///< empty: every one with a rule
    std::string environment;           ///< empty: all
    bool rent = false;                 ///< machines where replicas find no room
    bool json = false;
};
[[nodiscard]] int show_replay(const ReplayOptions& options, const Streams& streams);

struct FixOptions : PlanOptions {
    std::string code;
};
[[nodiscard]] int fix(const FixOptions& options, const Streams& streams);

struct ReportOptions : PlanOptions {
    std::string format = "md";
};
[[nodiscard]] int write_report(const ReportOptions& options, const Streams& streams);

struct ConvertOptions : PlanOptions {
    bool json = false;
};
[[nodiscard]] int convert(const ConvertOptions& options, const Streams& streams);

struct ShareOptions : PlanOptions {
    std::string base;  ///< address of the page
};
[[nodiscard]] int share(const ShareOptions& options, const Streams& streams);

struct OpenOptions {
    std::string link;
    bool json = false;
};
[[nodiscard]] int open_link(const OpenOptions& options, const Streams& streams);

struct TemplateOptions {
    std::string name;  ///< empty: list them
    bool json = false;
};
[[nodiscard]] int show_template(const TemplateOptions& options, const Streams& streams);

struct CatalogueOptions {
    std::string provider;
    std::string region;
    std::string filter;
    std::string item;
    std::string min_cpu;
    std::string min_memory;
    std::string architecture;
    std::string cpu_class;
    std::string sort;
    std::string limit;
    std::string prices;  ///< a file with an own price list; empty: none
    bool all = false;
    bool json = false;
};
[[nodiscard]] int show_catalogue(const CatalogueOptions& options, const Streams& streams);

/// Numbers as they were typed; empty where an option was not given.
struct QueueOptions {
    std::string model;  ///< the word of a QueueModel
    std::string arrivals;
    std::string service_rate;
    std::string servers = "1";
    std::string capacity;
    std::string scv;
    std::string percentile = "95";
    bool json = false;
};
[[nodiscard]] int show_queue(const QueueOptions& options, const Streams& streams);

struct ExplainOptions {
    std::string code;  ///< empty: list them
    bool all = false;
    bool json = false;
};
[[nodiscard]] int explain(const ExplainOptions& options, const Streams& streams);

struct SchemaOptions {};
[[nodiscard]] int show_schema(const SchemaOptions& options, const Streams& streams);

}  // namespace stowage::cli
