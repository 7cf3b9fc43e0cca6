// SPDX-License-Identifier: MIT
#include "../widgets/button.hpp"
#include "../widgets/text.hpp"
#include "panel_context.hpp"
#include "plan_fields.hpp"
#include "stowage/plan_pointer.hpp"
#include "stowage/text/plan_text.hpp"

namespace stowage::ui {
namespace {

/// Places label and field side by side, on the next line when both do not fit.
void begin_pair(PanelContext& context, std::string_view label, float field_width, bool first) {
    const float width = ImGui::CalcTextSize(begin_of(label), end_of(label)).x + em(0.4f) + field_width;
    if (!first) {
        ImGui::SameLine(0, em(1.0f));
        if (ImGui::GetContentRegionAvail().x < width) ImGui::NewLine();
    }
    field_label(context, label);
    ImGui::SameLine(0, em(0.4f));
}

std::vector<PlanChoice::Option> provider_options(const Catalogue& catalogue) {
    std::vector<PlanChoice::Option> options{{"", "own machines"}};
    for (const std::string_view name : catalogue.providers())
        options.push_back({std::string(name), std::string(name)});
    return options;
}

std::vector<PlanChoice::Option> region_options(const Catalogue& catalogue, std::string_view provider) {
    std::vector<PlanChoice::Option> options;
    for (const std::string_view name : catalogue.regions_of(provider)) {
        options.push_back({std::string(name), std::string(name)});
    }
    return options;
}

void draw_place(PanelContext& context, const Environment& environment, const std::string& pointer) {
    const Catalogue& catalogue = context.session.catalogue();
    begin_pair(context, "Provider", em(8), true);
    plan_choice(context, pointer + "/provider",
                {.current = environment.provider,
                 .label = "Provider",
                 .width = em(8),
                 .options = provider_options(catalogue)});
    if (environment.provider.empty()) return;
    begin_pair(context, "Region", em(9), false);
    plan_choice(context, pointer + "/region",
                {.current = environment.region,
                 .label = "Region",
                 .width = em(9),
                 .options = region_options(catalogue, environment.provider)});
}

void draw_money(PanelContext& context, const std::string& pointer) {
    const Plan& plan = context.session.plan();
    begin_pair(context, "Hours a month", em(4), false);
    const std::string hours = field_text(plan, pointer + "/hours");
    plan_field(context, pointer + "/hours",
               {.text = hours, .label = "Hours a month", .width = em(4), .hint = "730", .align_right = true});
    begin_pair(context, "Budget", em(5), false);
    const std::string budget = field_text(plan, pointer + "/budget");
    plan_field(
        context, pointer + "/budget",
        {.text = budget, .label = "Budget a month", .width = em(5), .hint = "none", .align_right = true});
}

void draw_policy(PanelContext& context, const Environment& environment, const std::string& pointer) {
    const Plan& plan = context.session.plan();
    begin_pair(context, "Reserve", em(7.5f), false);
    const bool own = environment.reserved.rule == ReserveRule::own;
    PlanChoice reserve{.current = own ? "own" : field_text(plan, pointer + "/reserved"),
                       .label = "Reserve of the system",
                       .width = em(7.5f),
                       .options = {{"", "none"}, {"host", "plain host"}}};
    if (own) reserve.options.push_back({"own", "own figures"});
    plan_choice(context, pointer + "/reserved", reserve);
    for (const Resource resource : kResources) {
        const bool cpu = resource == Resource::cpu;
        const std::string at = pointer + (cpu ? "/min_headroom/cpu" : "/min_headroom/memory");
        begin_pair(context, cpu ? "Keep free: CPU" : "memory", em(4.5f), false);
        const std::string floor = field_text(plan, at);
        plan_field(context, at,
                   {.text = floor,
                    .label = cpu ? "CPU to keep free" : "Memory to keep free",
                    .width = em(4.5f),
                    .hint = "none",
                    .help = cpu ? "CPU that must stay free, such as 20% or 500m"
                                : "Memory that must stay free, such as 15% or 1GiB",
                    .align_right = true});
    }
}

void draw_title(PanelContext& context, const Environment& environment, const ElementRef& element) {
    const Button more{.label = "More about this environment", .icon = Icon::more, .icon_only = true};
    const float width = ImGui::GetContentRegionAvail().x - button_width(context, more) - em(0.4f);
    label_field(context, element, label_of(environment),
                {.label = "Name of the environment",
                 .width = width,
                 .frameless = true,
                 .strong = true,
                 .size = TextSize::heading});
    ImGui::SameLine(0, em(0.4f));
    if (begin_menu(context, pointer_to(element) + "/more", more)) {
        note_action(context, element);
        element_actions(context, element);
        end_menu();
    }
}

}  // namespace

void draw_environment_header(PanelContext& context, const Shown& shown) {
    const ElementRef element{ElementKind::environment, shown.environment.name};
    const std::string pointer = pointer_to(element);
    draw_title(context, shown.environment, element);
    note_field(context, pointer + "/note", shown.environment.note);
    gap(0.5f);
    draw_place(context, shown.environment, pointer);
    draw_money(context, pointer);
    draw_policy(context, shown.environment, pointer);
}

}  // namespace stowage::ui
