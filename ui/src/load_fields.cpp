// SPDX-License-Identifier: MIT
#include "load_fields.hpp"

#include <algorithm>
#include <array>

#include "../widgets/button.hpp"
#include "../widgets/rows.hpp"
#include "../widgets/text.hpp"
#include "../widgets/text_field.hpp"
#include "load_view.hpp"
#include "panel_lines.hpp"
#include "plan_fields.hpp"
#include "service_fields.hpp"
#include "stowage/load_needs.hpp"
#include "stowage/quantity_text.hpp"
#include "stowage/text/plan_text.hpp"

namespace stowage::ui {
namespace {

struct LoadField {
    const char* key;
    std::string_view label;
    std::string_view hint;
    bool in_table = false;  ///< the table of loads has this field too
    bool asgi = false;      ///< of asgi alone
};

constexpr std::array kLoadFields{
    LoadField{"arrivals", "Arrivals", "none", true},
    LoadField{"peak_factor", "Peak factor", "1"},
    LoadField{"service_time", "Service time", "none", true},
    LoadField{"scv", "SCV of it", "1"},
    LoadField{"cpu_time", "CPU time", "none", true},
    LoadField{"connections", "Open connections", "none", false, true},
    LoadField{"messages", "Messages on each", "none", false, true},
    LoadField{"message_time", "CPU time of one", "none", false, true},
    LoadField{"hit_ratio", "Hit ratio", "none"},
    LoadField{"latency_budget", "Latency budget", "none"},
    LoadField{"growth", "Growth", "none"},
};

/// A field of the panel that a table has as well.
bool is_in_table(std::string_view key) {
    constexpr std::string_view kLoad = "load/";
    if (!key.starts_with(kLoad)) return true;  // the kind
    return std::any_of(kLoadFields.begin(), kLoadFields.end(), [&](const LoadField& field) {
        return field.in_table && field.key == key.substr(kLoad.size());
    });
}

void line(PanelContext& context, const std::string& pointer, std::string_view label, std::string_view hint,
          std::string_view place = {}) {
    panel_line_label(context, label);
    const std::string value = field_text(context.session.plan(), pointer);
    plan_field(context, pointer,
               {.text = value,
                .label = label,
                .width = em(kFieldWidth),
                .hint = hint,
                .align_right = true,
                .place = place});
}

/// A rule's conditions in one field, which takes them with commas between.
template <class Rule>
void conditions(PanelContext& context, const std::string& pointer, const std::optional<Rule>& rule,
                std::string_view label, Join usual) {
    const Join join = rule ? rule->join : usual;
    const std::string path = pointer + (join == Join::any ? "/any" : "/all");
    const std::string text = rule ? format_conditions(rule->conditions) : "";
    const std::string words = std::string(label) + (join == Join::any ? " when any of" : " when all of");
    label_above(context, words);
    plan_field(context, path,
               {.text = text,
                .label = words,
                .width = em(kFieldWidth + kDerivedWidth) * 2,
                .hint = "cpu > 70% for 5m"});
}

void draw_try_rules(PanelContext& context, const Service& service, const std::string& pointer) {
    if (!service.scale_out && !service.scale_in) return;
    gap(0.3f);
    const std::string path = "panel" + pointer + "/try";
    if (button(context, path,
               {.label = "Try the rules",
                .style = ButtonStyle::framed,
                .hint = "Which rule fires at metrics that you type, and what it would do"}))
        open_load_rules(context, service.name, path);
}

/// What is missing, as a way to the first of it.
void draw_missing(PanelContext& context, const Shown& shown, const Service& service,
                  const std::string& pointer) {
    const auto& loads = shown.estimate.loads;
    const auto index = index_of(shown.environment.services, service.name);
    const auto missing =
        missing_load_figures(service, loads.empty() || !index ? ServiceLoad{} : loads[*index]);
    if (missing.empty()) return;
    const std::string words = missing_load_text(missing);
    if (!sentence_link(context, "panel" + pointer + "/load/missing",
                       {.text = words, .size = TextSize::small, .muted = true, .help = "Press to state it."}))
        return;
    const std::string field = pointer + "/" + std::string(missing.front().key);
    context.edit.focus_path = is_in_table(missing.front().key) ? std::string(kPanelPlace) + field : field;
}

}  // namespace

void draw_load_fields(PanelContext& context, const Shown& shown, const Service& service,
                      const std::string& pointer) {
    panel_heading(context, "Load");
    draw_missing(context, shown, service, pointer);
    for (const LoadField& field : kLoadFields) {
        if (field.asgi && service.kind != ServiceKind::asgi) continue;
        line(context, pointer + "/load/" + field.key, field.label, field.hint,
             field.in_table ? kPanelPlace : "");
    }
    panel_heading(context, "Scaling rules");
    conditions(context, pointer + "/scale_out", service.scale_out, "Add", Join::any);
    if (service.scale_out) {
        line(context, pointer + "/scale_out/add", "Adds", "1");
        line(context, pointer + "/scale_out/max", "At most", "no limit");
        line(context, pointer + "/scale_out/cooldown", "Cooldown", "none");
        line(context, pointer + "/scale_out/start_up", "Start-up", "none");
    }
    conditions(context, pointer + "/scale_in", service.scale_in, "Remove", Join::all);
    if (service.scale_in) {
        line(context, pointer + "/scale_in/remove", "Removes", "1");
        line(context, pointer + "/scale_in/min", "At least", "1");
        line(context, pointer + "/scale_in/cooldown", "Cooldown", "none");
    }
    draw_try_rules(context, service, pointer);
}

}  // namespace stowage::ui
