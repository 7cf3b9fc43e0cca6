// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <string>
#include <variant>

#include "stowage/decimal.hpp"
#include "stowage/finding.hpp"
#include "stowage/session/plan_edits.hpp"
#include "stowage/session/service_edits.hpp"

namespace stowage {

/// What the user wants of the session. The panels return intents; Session::apply() carries them out.
struct SetField {
    std::string pointer;
    std::string text;  ///< as typed, see typed_unit.hpp; empty takes the setting away
};
/// All edits of the fix as one step, which carries its label; when one of them is refused nothing changes.
struct ApplyFix {
    Fix fix;
};
struct DismissRejected {
    std::string pointer;
};
struct AddElement {
    ElementKind kind;
    std::string environment;
};
struct DuplicateElement {
    ElementRef element;
};
/// A copy of an environment at another size: see scaled_copy.hpp.
struct DuplicateScaled {
    std::string environment;
    Decimal scale;
    std::string label;  ///< of the copy
};
struct DeleteElement {
    ElementRef element;
};
struct MoveElement {
    ElementRef element;
    int by;
};
/// Several services at once, each as one step: see service_edits.hpp.
struct DeleteServices {
    ServiceSet services;
};
struct DuplicateServices {
    ServiceSet services;
};
struct MoveServices {
    ServiceSet services;
    std::size_t before;  ///< the place in the list as it is
};
struct FillDown {
    ServiceSet services;
    std::string key;
};
struct RenameElement {
    ElementRef element;
    std::string label;
};
struct SelectEnvironment {
    std::string name;
};
/// A plan as YAML, JSON or link; replaces the one on screen, undoably.
struct OpenText {
    std::string text;
    std::string origin;  ///< what to call it in messages: a file's name, "link"
    std::string path{};  ///< of the file that it was read from, where there is one: the place to save it to
};
/// Services as lines of cells, into the environment of that name: see service_rows.hpp.
struct PasteRows {
    std::string environment;
    std::string text;
};
/// The plan was written to this file.
struct SavedTo {
    std::string path;
};
/// Forgets the prices that the plan was made with: those of the catalogue at hand are used from now on.
struct UseCurrentPrices {};
/// Puts another environment in the place of the one of that name: what a provider offers for it.
struct AdoptOffer {
    std::string environment;
    std::string provider;  ///< for the name of the step
    std::shared_ptr<const Environment> offer;
};
/// Keeps the plan with its figures, to hold later ones against. It is no part of the plan: undo leaves it.
struct PinBaseline {};
/// The same with a plan as YAML, JSON or link, with the figures that it has on the prices at hand. The plan
/// on screen stays.
struct PinText {
    std::string text;
    std::string origin;  ///< what to call it: "the link", a name
};
struct UnpinBaseline {};
/// Brings back the baseline that was replaced or unpinned last; the present one can be had back the same way.
struct RestoreBaseline {};
struct Undo {};
struct Redo {};
/// Goes to the state at that place of the history; to the nearest end beyond the ends.
struct GoToState {
    std::size_t position;
};

using Intent =
    std::variant<SetField, ApplyFix, DismissRejected, AddElement, DuplicateElement, DuplicateScaled,
                 DeleteElement, MoveElement, DeleteServices, DuplicateServices, MoveServices, FillDown,
                 RenameElement, SelectEnvironment, OpenText, PasteRows, SavedTo, UseCurrentPrices, AdoptOffer,
                 PinBaseline, PinText, UnpinBaseline, RestoreBaseline, Undo, Redo, GoToState>;

}  // namespace stowage
