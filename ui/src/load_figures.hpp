// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "panel_context.hpp"

namespace stowage::ui {

/// What the panels show of the load beyond the estimate; worked out once for each estimate.
const LoadFigures& known_load(PanelContext& context, const Shown& shown);

/// Something is predicted of it.
[[nodiscard]] bool has_prediction(const ServiceLoad& load);

/// The response time of a service with what it is: "360 ms P95", "10 ms mean"; empty where none is predicted.
[[nodiscard]] std::string response_text(const ServiceLoad& load);
/// All that is predicted of a service, a line each, for a tooltip.
[[nodiscard]] std::string prediction_text(const Service& service, const ServiceLoad& load);

/// How bad the predicted load of a service is: none where it is fine.
[[nodiscard]] std::optional<Severity> load_severity(const Service& service, const ServiceLoad& load);

}  // namespace stowage::ui
