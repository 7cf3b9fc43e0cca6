// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "stowage/catalogue.hpp"
#include "stowage/estimate.hpp"
#include "stowage/plan.hpp"
#include "stowage/text/node.hpp"

namespace stowage {

/// The estimate as docs/estimate.schema.json describes it. Money is decimal text, CPU is millicores, memory
/// bytes. The catalogue is that of the estimate: it prices the fixes.
[[nodiscard]] Node estimate_node(const Plan& plan, const Estimate& estimate, const Catalogue& catalogue);
/// write_json(estimate_node(...)).
[[nodiscard]] std::string estimate_json(const Plan& plan, const Estimate& estimate,
                                        const Catalogue& catalogue);

/// {"environments": [{name, title, cost}], "cost": ...}: the parts of estimate_node() about cost.
[[nodiscard]] Node cost_document(const Plan& plan, const Estimate& estimate);

/// What a report is written in: tables to read, rows for a spreadsheet, plan and estimate as data.
enum class ReportFormat { markdown, csv, json };

/// A document for people (Markdown: tables per environment, cost, findings, sources), a table for
/// spreadsheets (CSV, RFC 4180: one row per service, server and managed service), or everything for programs
/// (JSON).
[[nodiscard]] std::string report(const Plan& plan, const Estimate& estimate, const Catalogue& catalogue,
                                 ReportFormat format);

/// docs/findings.md: every finding code with its rule and source.
[[nodiscard]] std::string findings_document();

}  // namespace stowage
