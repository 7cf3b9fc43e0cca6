// SPDX-License-Identifier: MIT
#include "stowage/text/plan_template.hpp"

#include <array>

namespace stowage {
namespace assets {

std::string_view hybrid_django_plan();
std::string_view blank_plan();

}  // namespace assets

std::span<const PlanTemplate> plan_templates() {
    static const std::array kTemplates{
        PlanTemplate{"hybrid-django", "Django WSGI + ASGI with PostgreSQL, Redis and Nginx",
                     assets::hybrid_django_plan()},
        PlanTemplate{"blank", "One empty environment", assets::blank_plan()},
    };
    return kTemplates;
}

const PlanTemplate* find_template(std::string_view name) {
    for (const PlanTemplate& known : plan_templates()) {
        if (known.name == name) return &known;
    }
    return nullptr;
}

std::optional<std::string_view> template_named_in(std::string_view plan) {
    if (!plan.starts_with(kTemplatePrefix)) return std::nullopt;
    return plan.substr(kTemplatePrefix.size());
}

}  // namespace stowage
