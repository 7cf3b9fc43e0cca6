// SPDX-License-Identifier: MIT
//
// The sections of the Markdown report. Each ends in an empty line, or writes nothing
// where it has nothing to say.
#pragma once

#include "markdown.hpp"
#include "stowage/estimate.hpp"
#include "stowage/plan.hpp"

namespace stowage {

/// What runs on the servers, and what finds no place there.
void write_services(const Environment& environment, const EnvironmentEstimate& estimate, MarkdownWriter& out);

/// Servers and managed services, and the rules behind the reserves.
void write_items(const Environment& environment, const EnvironmentEstimate& estimate, MarkdownWriter& out);
/// Size, reserve, requests and what is left, against the headroom policy.
void write_headroom(const Environment& environment, const EnvironmentEstimate& estimate, MarkdownWriter& out);

/// What each service costs in each environment, and what a unit does.
void write_cost_views(const Plan& plan, const Estimate& estimate, MarkdownWriter& out);

}  // namespace stowage
