// SPDX-License-Identifier: MIT
//
// The main figures of a plan as data for a form: the fields of a document, beside or instead of a picture. A
// field that was changed comes back as SetField.
#pragma once

#include <string>
#include <string_view>

#include "stowage/session/session.hpp"

namespace stowage {

/// The environments by name and title, what undo and redo would do (empty: nothing), as JSON:
/// {"undo": "", "redo": "", "environments": [{"name": "live", "title": "Live"}]}
[[nodiscard]] std::string figure_form_json(const Session& session);

/// The fields of the environment of that name as JSON, in tables whose rows have a field for each column:
/// {"tables": [{"title": "Services", "columns": ["Replicas"],
///              "rows": [{"title": "WSGI", "fields": [{"path": "/environments/live/...", "text": "2"}]}]}]}
/// A field whose text was refused has that text, and "refusal", "accepted". No tables where there is no such
/// environment.
[[nodiscard]] std::string figure_tables_json(const Session& session, std::string_view environment);

}  // namespace stowage
