// SPDX-License-Identifier: MIT
//
// Which rows of the services are selected. The plan knows nothing of it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "stowage/session/session.hpp"

namespace stowage::ui {

struct ServiceSelection {
    /// The selected services of the environment on screen, with their places in its list.
    std::map<std::string, std::size_t, std::less<>> rows{};
    std::string anchor{};   ///< the row that Shift extends from
    std::string focused{};  ///< the row with the focus in this frame
    std::string column{};   ///< key of the cell that had the focus last: what is filled down

    std::string environment{};  ///< its name, and the text and the revision of the plan that `rows` is of
    std::size_t document = 0;
    std::uint64_t revision = 0;

    [[nodiscard]] bool contains(std::string_view service) const { return rows.contains(service); }
    /// True when there is more than a single row to act on.
    [[nodiscard]] bool several() const { return rows.size() > 1; }
};

/// Brings the selection up to date with the plan: removed services go, and nothing stays of another
/// environment or another text.
void keep_up(ServiceSelection& selection, const Session& session);
/// After the service `from`, and nothing else, was renamed: it stays selected.
void keep_renamed(ServiceSelection& selection, const Environment& environment, const std::string& from);

/// Selects this row alone; none where it was that already.
void select_alone(ServiceSelection& selection, const Environment& environment, std::size_t row);
/// Selects this row too, or no longer.
void toggle_row(ServiceSelection& selection, const Environment& environment, std::size_t row);
/// Selects the rows from the anchor to this one, and no others. Without an anchor `from` becomes it.
void extend_to(ServiceSelection& selection, const Environment& environment, std::size_t from,
               std::size_t row);
void select_all(ServiceSelection& selection, const Environment& environment);
void clear_rows(ServiceSelection& selection);

/// The selected services in the order of the plan.
[[nodiscard]] ServiceSet selected_services(const ServiceSelection& selection, const Environment& environment);

/// "3 services"
[[nodiscard]] std::string count_text(const ServiceSelection& selection);

/// Column of the names: it cannot be filled down.
inline constexpr std::string_view kNameColumn = "title";
/// What the column is called, "CPU"; empty for what is no column.
[[nodiscard]] std::string_view column_title(std::string_view column);

}  // namespace stowage::ui
