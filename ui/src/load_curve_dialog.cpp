// SPDX-License-Identifier: MIT
//
// A load curve of one's own: pasted or typed, read as `stowage replay --curve FILE` reads it.
#include "../widgets/button.hpp"
#include "../widgets/text.hpp"
#include "../widgets/text_area.hpp"
#include "dialog_window.hpp"
#include "load_view.hpp"
#include "stowage/text/replay_text.hpp"

namespace stowage::ui {
namespace {

constexpr const char* kCurveName = "##curve";
constexpr const char* kCurveField = "curve/text";
constexpr float kCurveWidth = 34.0f;  // em
constexpr float kCurveLines = 11;     // with the rest of the dialog they fit into a phone
constexpr const char* kHint = "time,factor\n00:00,0.4\n09:00,1.8\n12:00,1.2\n15:00,2\n20:00,0.6";

/// The text as it stands in the field; read again only when it is another one.
const CurveReading& reading_of(PanelContext& context, OwnCurve& own) {
    const bool typing = context.edit.path == kCurveField;
    const std::string& text = typing ? context.edit.text : own.draft;
    CurveReading& reading = own.reading;
    if (reading.text == text) return reading;
    reading = {text, {}, {}};
    const auto curve = parse_load_curve(text);
    if (curve) {
        reading.curve = *curve;
    } else {
        const Error& error = curve.error();
        if (error.line > 0) reading.problem = "Line " + std::to_string(error.line) + ": ";
        reading.problem += error.message + ". Accepted: " + error.accepted;
    }
    return reading;
}

void draw_reading(PanelContext& context, const CurveReading& reading) {
    gap(0.3f);
    if (reading.text.empty()) {
        text(context, "curve/status",
             {.text = "Nothing is pasted yet.", .size = TextSize::small, .muted = true}, Role::status);
        return;
    }
    const bool good = reading.problem.empty();
    const std::string words = good ? "Read: " + show_curve(reading.curve) + "." : reading.problem;
    text(context, "curve/status", {.text = words, .size = TextSize::small, .wrap = true}, Role::status);
}

void draw_load_curve_contents(PanelContext& context, LoadView& view) {
    OwnCurve& own = view.own;
    text(context, "curve", {.text = "Own curve", .size = TextSize::heading, .strong = true}, Role::heading);
    text(context, "",
         {.text = "Rows of time,factor for a day, of minute,factor or of a factor for each minute, up to a "
                  "week. 1 is the mean load of the plan. Columns of a spreadsheet can be pasted.",
          .size = TextSize::small,
          .muted = true,
          .wrap = true});
    gap(0.4f);
    const bool refused = !own.reading.problem.empty() && !own.reading.text.empty();
    if (const auto typed = text_area(context, kCurveField,
                                     {.text = own.draft,
                                      .label = "Load curve",
                                      .lines = kCurveLines,
                                      .hint = kHint,
                                      .refused = refused}))
        own.draft = *typed;
    const CurveReading& reading = reading_of(context, own);
    draw_reading(context, reading);
    gap(0.6f);
    const bool good = !reading.text.empty() && reading.problem.empty();
    if (button(context, "curve/replay",
               {.label = "Replay it", .style = ButtonStyle::primary, .enabled = good})) {
        own.curve = reading.curve;
        view.choice.shape.reset();
        view.choice.own_revision = ++own.revision;
        own.open = false;
    }
    ImGui::SameLine(0, em(0.4f));
    const bool cancelled = button(context, "curve/cancel", {.label = "Cancel", .style = ButtonStyle::framed});
    if (cancelled || ImGui::IsKeyPressed(ImGuiKey_Escape)) own.open = false;
}

}  // namespace

void open_own_curve(PanelContext& context) {
    open_load_view(context);
    context.state.load_view.page = LoadView::Page::day;
    context.state.load_view.own.open = true;
}

void draw_curve_dialog(PanelContext& context) {
    LoadView& view = context.state.load_view;
    if (view.own.open && !ImGui::IsPopupOpen(kCurveName)) {
        ImGui::OpenPopup(kCurveName);
        context.edit.focus_path = kCurveField;
    }
    const DialogWindow window(kCurveName, kCurveWidth);
    if (!window) return;
    if (view.own.open) draw_load_curve_contents(context, view);
    if (!view.own.open) {
        context.edit.focus_path = "load/day/own";
        ImGui::CloseCurrentPopup();
    }
}

}  // namespace stowage::ui
