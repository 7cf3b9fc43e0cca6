// SPDX-License-Identifier: MIT
#include "kind_of_name.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "stowage/ascii.hpp"

namespace stowage {
namespace {

struct Known {
    std::string_view program;
    ServiceKind kind;
};

constexpr std::array kPrograms{
    Known{"nginx", ServiceKind::nginx},       Known{"gunicorn", ServiceKind::wsgi},
    Known{"wsgi", ServiceKind::wsgi},         Known{"uvicorn", ServiceKind::asgi},
    Known{"asgi", ServiceKind::asgi},         Known{"celery", ServiceKind::celery},
    Known{"postgres", ServiceKind::postgres}, Known{"postgresql", ServiceKind::postgres},
    Known{"redis", ServiceKind::redis},
};

bool is_letter(char c) { return c >= 'a' && c <= 'z'; }

}  // namespace

ServiceKind kind_of_name(std::string_view label) {
    const std::string text = lower_case(label);
    const auto begin = std::find_if(text.begin(), text.end(), is_letter);
    const auto end = std::find_if_not(begin, text.end(), is_letter);
    const std::string word(begin, end);
    for (const Known& known : kPrograms) {
        if (known.program == word) return known.kind;
    }
    return ServiceKind::other;
}

bool is_unnamed(const Service& service) {
    return service.kind == ServiceKind::other && service.title.empty() &&
           (service.name == "service" || service.name.starts_with("service-"));
}

}  // namespace stowage
