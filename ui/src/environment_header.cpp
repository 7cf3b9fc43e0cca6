// SPDX-License-Identifier: MIT
#include <algorithm>

#include "../widgets/button.hpp"
#include "../widgets/checkbox.hpp"
#include "../widgets/text.hpp"
#include "../widgets/text_field.hpp"
#include "panel_context.hpp"
#include "plan_fields.hpp"
#include "provider_names.hpp"
#include "scaled_copy_dialog.hpp"
#include "stowage/explanation.hpp"
#include "stowage/plan_pointer.hpp"
#include "stowage/text/plan_text.hpp"

namespace stowage::ui {
namespace {

// em. All settings stand in one line beside the answer in a window of 1280 points.
constexpr float kProviderWidth = 8.0f;  // "DigitalOcean"
constexpr float kReserveWidth = 6.3f;

std::vector<PlanChoice::Option> provider_options(const Catalogue& catalogue) {
    std::vector<PlanChoice::Option> options{{"", shown_provider("")}};
    for (const std::string_view name : catalogue.providers())
        options.push_back({std::string(name), shown_provider(name)});
    return options;
}

std::vector<PlanChoice::Option> region_options(const Catalogue& catalogue, std::string_view provider) {
    std::vector<PlanChoice::Option> options;
    for (const std::string_view name : catalogue.regions_of(provider))
        options.push_back({std::string(name), shown_region(name)});
    return options;
}

void draw_place(PanelContext& context, const Environment& environment, const std::string& pointer) {
    const Catalogue& catalogue = context.session.catalogue();
    {
        const Setting setting(context, "Provider", em(kProviderWidth), true);
        plan_choice(context, pointer + "/provider",
                    {.current = environment.provider,
                     .label = "Provider",
                     .width = em(kProviderWidth),
                     .options = provider_options(catalogue)});
    }
    if (environment.provider.empty()) return;
    const Setting setting(context, "Region", em(9));
    plan_choice(context, pointer + "/region",
                {.current = environment.region,
                 .label = "Region",
                 .width = em(9),
                 .options = region_options(catalogue, environment.provider)});
}

void draw_money(PanelContext& context, const std::string& pointer) {
    setting_field(context, pointer + "/hours", "Hours a month",
                  {.label = "Hours a month", .width = em(6), .hint = "730"});
    setting_field(context, pointer + "/discount", "Discount",
                  {.label = "Discount on list prices", .width = em(4.7f), .hint = "0%"});
    setting_field(context, pointer + "/budget", "Budget a month",
                  {.label = "Budget a month", .width = em(6.5f), .hint = "none"});
}

void draw_reserve(PanelContext& context, const Environment& environment, const std::string& pointer) {
    const ReserveRule rule = environment.reserved.rule;
    {
        const Setting setting(context, "Reserve", em(kReserveWidth));
        std::optional<Reserve> chosen;
        if (rule != ReserveRule::none) chosen = environment.reserved;
        reserve_choice(context, pointer + "/reserved", chosen, title_of(ReserveRule::none),
                       em(kReserveWidth));
    }
    if (rule != ReserveRule::own) return;
    setting_field(context, pointer + "/reserved/cpu", "Reserved CPU",
                  {.label = "CPU that the system keeps",
                   .width = em(6),
                   .hint = "none",
                   .help = "CPU that the system keeps of each machine, such as 250m"});
    setting_field(context, pointer + "/reserved/memory", "Reserved memory",
                  {.label = "Memory that the system keeps",
                   .width = em(7.2f),
                   .hint = "none",
                   .help = "Memory that the system keeps of each machine, such as 512MiB"});
}

void draw_policy(PanelContext& context, const std::string& pointer) {
    setting_field(context, pointer + "/min_headroom/cpu", "Keep CPU free",
                  {.label = "CPU to keep free",
                   .width = em(6),
                   .hint = "none",
                   .help = "CPU that must stay free, such as 20% or 500m"});
    setting_field(context, pointer + "/min_headroom/memory", "Keep memory free",
                  {.label = "Memory to keep free",
                   .width = em(7.2f),
                   .hint = "none",
                   .help = "Memory that must stay free, such as 15% or 1GiB"});
}

/// What the environment must live through: boxes side by side, in as many lines as they need.
void draw_demands(PanelContext& context, const Environment& environment, const std::string& pointer) {
    const bool zones = std::any_of(environment.servers.begin(), environment.servers.end(),
                                   [](const Server& server) { return !server.zone.empty(); });
    const Survive& survive = environment.survive;
    bool first = true;
    const auto box = [&](const char* key, std::string_view label, bool checked, std::string_view set_to) {
        if (!first) {
            ImGui::SameLine(0, em(1.1f));
            if (ImGui::GetContentRegionAvail().x < checkbox_width(label)) ImGui::NewLine();
        }
        first = false;
        if (checkbox(context, pointer + key,
                     {.label = label, .checked = checked, .help = field_help(pointer + key)}))
            context.want(SetField{pointer + key, checked ? "" : std::string(set_to)});
    };
    gap(0.3f);
    box("/survive/server_loss", "Survive a server's loss", survive.server_loss, "true");
    if (zones || survive.zone_loss)
        box("/survive/zone_loss", "Survive a zone's loss", survive.zone_loss, "true");
    box("/survive/rolling_update", "Room for a rolling update", survive.rolling_update, "true");
    box("/fit_memory", "Fit memory limits, not requests", environment.fit_memory == FitMemory::limit,
        "limit");
}

void draw_title(PanelContext& context, const Environment& environment, const ElementRef& element) {
    const Button more{.label = "More about this environment", .icon = Icon::more, .icon_only = true};
    ImGui::SetCursorPosX(ImGui::GetCursorPosX() - em(kFieldPadding));
    const float width = ImGui::GetContentRegionAvail().x - button_width(context, more) - em(0.4f);
    label_field(context, element, label_of(environment),
                {.label = "Name of the environment",
                 .width = width,
                 .frameless = true,
                 .strong = true,
                 .size = TextSize::heading,
                 .next = "provider"});
    ImGui::SameLine(0, em(0.4f));
    if (begin_menu(context, pointer_to(element) + "/more", more)) {
        note_action(context, element);
        if (menu_item(context, pointer_to(element) + "/scaled-copy", "Duplicate at another size ..."))
            ask_for_scaled_copy(context, environment);
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
    draw_reserve(context, shown.environment, pointer);
    draw_policy(context, pointer);
    draw_demands(context, shown.environment, pointer);
}

}  // namespace stowage::ui
