// SPDX-License-Identifier: MIT
//
// Changes to the structure of a plan: each takes a plan and gives the changed one, with every reference
// intact. Changes of a single setting go through with_field() of plan_text.hpp.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "stowage/plan.hpp"
#include "stowage/result.hpp"

namespace stowage {

/// The lists of a plan. All but environments belong to one environment.
enum class ElementKind { environment, server, service, managed };

/// Names one element: an environment, or something in one.
struct ElementRef {
    ElementKind kind = ElementKind::environment;
    std::string environment;
    std::string name{};  ///< empty for an environment

    friend bool operator==(const ElementRef&, const ElementRef&) = default;
};

/// The JSON pointer of the element.
[[nodiscard]] std::string pointer_to(const ElementRef& element);

/// The element that a pointer leads to or into; none for a setting of the plan itself.
[[nodiscard]] std::optional<ElementRef> element_at(std::string_view pointer);

/// A plan, and the element that the edit was about.
struct PlanEdit {
    Plan plan;
    ElementRef element;
};

/// A new element with sensible defaults, after the last of its kind. For an environment `environment` is
/// unused; its provider and region are those of the last one.
[[nodiscard]] Result<PlanEdit> with_added(const Plan& plan, ElementKind kind, std::string_view environment);

/// A plan with services of these labels after the others of the environment, each as with_added() and
/// with_label() make it, and their names in the same order. For many at once: the plan is copied once.
struct AddedServices {
    Plan plan;
    std::vector<std::string> names;
};
[[nodiscard]] Result<AddedServices> with_services(const Plan& plan, std::string_view environment,
                                                  const std::vector<std::string>& labels);

/// A copy of the element right behind it, under a name of its own.
[[nodiscard]] Result<PlanEdit> with_duplicate(const Plan& plan, const ElementRef& element);

/// Without the element. Services pinned to a removed server are placed automatically from then on; calls and
/// `for` of a removed service go with it.
[[nodiscard]] Result<PlanEdit> without(const Plan& plan, const ElementRef& element);

/// With the element `by` places further down (negative: up) its list; it stops at the ends.
[[nodiscard]] Result<PlanEdit> with_moved(const Plan& plan, const ElementRef& element, int by);

/// Calls the element `label`: the name becomes the label in letters that a name may have, made unique; the
/// title is the label itself where that differs. References follow.
[[nodiscard]] Result<PlanEdit> with_label(const Plan& plan, const ElementRef& element,
                                          std::string_view label);

}  // namespace stowage
