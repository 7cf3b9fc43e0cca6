// SPDX-License-Identifier: MIT
#include "load_view.hpp"

#include <algorithm>
#include <array>

#include "../widgets/button.hpp"
#include "../widgets/choice_row.hpp"
#include "../widgets/rows.hpp"
#include "../widgets/text.hpp"
#include "service_fields.hpp"
#include "stowage/stack/workers.hpp"

namespace stowage::ui {
namespace {

constexpr const char* kButton = "load/open";
constexpr std::array<std::string_view, 5> kPages{"More load", "Rules", "A day", "Ranges", "Calculator"};

}  // namespace

void draw_load_button(PanelContext& context, const Shown& shown) {
    if (shown.estimate.loads.empty()) return;
    if (button(context, kButton,
               {.label = "Look closer at the load",
                .style = ButtonStyle::framed,
                .hint = "Response times and cost against the load, growth, ranges, a calculator"}))
        open_load_view(context);
}

void open_load_view(PanelContext& context) {
    context.state.side_by_side.open = false;
    context.state.load_view.open = true;
    context.state.load_view.opened_by = kButton;
    context.edit.focus_path = "load/back";
}

void close_load_view(PanelContext& context) {
    context.state.load_view.open = false;
    context.edit.focus_path = context.state.load_view.opened_by;
}

void open_load_rules(PanelContext& context, const std::string& service, const std::string& button) {
    open_load_view(context);
    LoadView& view = context.state.load_view;
    view.page = LoadView::Page::rules;
    view.opened_by = button;
    if (!service.empty() && service != view.trial.service) view.trial = {view.trial.environment, service, {}};
}

void draw_unstated(PanelContext& context, const Shown& shown, const std::string& path, std::string_view words,
                   std::string_view key) {
    const std::vector<Service>& services = shown.environment.services;
    if (services.empty()) {
        text(context, path, {.text = words, .muted = true, .wrap = true});
        return;
    }
    if (!sentence_link(context, path, {.text = words, .muted = true, .help = "Press to state it."})) return;
    auto service = std::find_if(services.begin(), services.end(), [](const Service& each) {
        return each.load.arrivals || each.load.connections;
    });
    if (service == services.end())
        service = std::find_if(services.begin(), services.end(),
                               [](const Service& each) { return runs_workers(each.kind); });
    if (service == services.end()) service = services.begin();
    const ElementRef element{ElementKind::service, shown.environment.name, service->name};
    close_load_view(context);
    open_service_panel(context, element, kButton);
    const std::string field = pointer_to(element) + "/load/" + std::string(key);
    context.edit.focus_path = key == "arrivals" ? std::string(kPanelPlace) + field : field;
}

void draw_load_view(PanelContext& context, const Shown& shown) {
    LoadView& view = context.state.load_view;
    if (button(context, "load/back", {.label = "Back", .style = ButtonStyle::framed, .hint = "Escape"}))
        close_load_view(context);
    ImGui::SameLine(0, em(0.7f));
    ImGui::AlignTextToFramePadding();
    text(context, "load/title",
         {.text = "Load: " + label_of(shown.environment), .size = TextSize::heading, .strong = true},
         Role::heading);
    gap(0.3f);
    if (const auto page = choice_row(context, "load/page", kPages, static_cast<std::size_t>(view.page)))
        view.page = static_cast<LoadView::Page>(*page);
    PanelContext figures = context.figures();
    if (view.page == LoadView::Page::calculator) {
        draw_queue_calculator(context);
    } else if (view.page == LoadView::Page::rules) {
        draw_load_rules(figures, shown);
    } else if (shown.estimate.loads.empty() && view.page != LoadView::Page::ranges) {
        gap(0.6f);
        draw_unstated(
            context, shown, "load/none",
            "No service of this environment states a load. State what arrives at one, such as 40/s.",
            "arrivals");
    } else if (view.page == LoadView::Page::more_load) {
        draw_more_load(figures, shown);
    } else if (view.page == LoadView::Page::day) {
        draw_load_day(figures, shown);
    } else {
        draw_load_ranges(figures, shown);
    }
    gap(1);
}

}  // namespace stowage::ui
