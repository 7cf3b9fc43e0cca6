// SPDX-License-Identifier: MIT
#include "service_fields.hpp"

#include "plan_fields.hpp"

namespace stowage::ui {
namespace {

std::vector<PlanChoice::Option> kind_options() {
    std::vector<PlanChoice::Option> options;
    for (const ServiceKind kind : kServiceKinds) {
        const std::string name(name_of(kind));
        options.push_back({kind == ServiceKind::other ? std::string() : name, name});
    }
    return options;
}

constexpr const char* kAutomatic = "automatic";

std::vector<PlanChoice::Option> server_options(const Environment& environment) {
    std::vector<PlanChoice::Option> options{{"", kAutomatic}};
    for (const Server& server : environment.servers) options.push_back({server.name, label_of(server)});
    return options;
}

}  // namespace

void kind_choice(PanelContext& context, const Service& service, const std::string& pointer, float width,
                 bool frameless, std::string_view place) {
    const std::string current = service.kind == ServiceKind::other ? "" : std::string(name_of(service.kind));
    plan_choice(context, pointer + "/kind",
                {.current = current,
                 .label = "Kind",
                 .width = width,
                 .frameless = frameless,
                 .options = kind_options(),
                 .place = place});
}

void server_choice(PanelContext& context, const Shown& shown, const Service& service,
                   const std::string& pointer, float width, bool frameless, std::string_view place) {
    const Server* server = find_named(shown.environment.servers, service.server);
    plan_choice(context, pointer + "/server",
                {.current = service.server,
                 .label = "Server",
                 .width = width,
                 .frameless = frameless,
                 .place = place,
                 .shown = server == nullptr ? kAutomatic : label_of(*server),
                 .long_list = [&] { return server_options(shown.environment); }});
}

}  // namespace stowage::ui
