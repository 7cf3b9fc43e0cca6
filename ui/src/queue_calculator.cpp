// SPDX-License-Identifier: MIT
//
// A queueing model by itself, for a question that no plan holds.
#include <array>
#include <cmath>

#include "../widgets/choice_row.hpp"
#include "../widgets/rows.hpp"
#include "../widgets/text.hpp"
#include "../widgets/text_field.hpp"
#include "load_view.hpp"
#include "panel_lines.hpp"
#include "plan_fields.hpp"
#include "stowage/decimal.hpp"
#include "stowage/number_text.hpp"
#include "stowage/quantity_text.hpp"
#include "stowage/queueing/queue_model.hpp"

namespace stowage::ui {
namespace {

constexpr float kCalculatorWidth = 30.0f;  // em, of the answer

double plain(Decimal number) { return static_cast<double>(number.digits) * std::pow(10.0, -number.scale); }

/// The question, or what of it cannot be read.
Result<QueueQuestion> question_of(const QueueInputs& inputs) {
    const auto number = [](const std::string& text, const char* what) -> Result<double> {
        const auto value = parse_decimal(text);
        if (!value)
            return Error{ErrorCode::type, std::string(what) + " is no number", "a number such as 40 or 0.5"};
        return plain(*value);
    };
    QueueQuestion question;
    question.model = kQueueModels[inputs.model];
    const auto arrivals = number(inputs.arrivals, "Arrivals a second");
    if (!arrivals) return arrivals.error();
    const auto time = parse_duration(inputs.service_time);
    if (!time || time->is_zero())
        return Error{ErrorCode::type, "The service time cannot be read", "a time above 0, such as 120ms"};
    const auto servers = parse_decimal(inputs.servers);
    if (!servers || servers->scale != 0)
        return Error{ErrorCode::type, "Workers is no whole number", "a whole number such as 10"};
    question.pool = {*arrivals, 1e6 / static_cast<double>(time->to_micros()), servers->digits};
    const auto percentile = number(inputs.percentile, "Percentile");
    if (!percentile) return percentile.error();
    question.percentile = *percentile;
    if (question.model == QueueModel::mmck) {
        const auto capacity = parse_decimal(inputs.capacity);
        if (!capacity || capacity->scale != 0)
            return Error{ErrorCode::missing, "The capacity is missing",
                         "a whole number of requests, such as 100"};
        question.capacity = capacity->digits;
    }
    if ((question.model == QueueModel::mg1 || question.model == QueueModel::mgc) && !inputs.scv.empty()) {
        const auto scv = number(inputs.scv, "SCV");
        if (!scv) return scv.error();
        question.scv = *scv;
    }
    return question;
}

/// Worked out once for each set of inputs.
const QueueAnswer& known_answer(LoadView& view) {
    QueueAnswer& known = view.queue_answer;
    if (known.inputs == view.queue) return known;
    known = {view.queue, {}, {}, {}};
    const auto question = question_of(view.queue);
    if (!question) {
        known.problem = question.error();
        return known;
    }
    known.question = *question;
    const auto figures = queue_figures(*question);
    if (figures) {
        known.figures = *figures;
    } else {
        known.problem = figures.error().front();
    }
    return known;
}

void input(PanelContext& context, const char* path, std::string& value, std::string_view label,
           std::string_view hint, bool first = false) {
    const Setting setting(context, label, em(kFieldWidth), first);
    const auto typed = text_field(
        context, path,
        {.text = value, .label = label, .width = em(kFieldWidth), .hint = hint, .align_right = true});
    if (typed.committed) value = *typed.committed;
}

void draw_inputs(PanelContext& context, QueueInputs& inputs) {
    std::array<std::string_view, std::size(kQueueModels)> notations;
    for (std::size_t i = 0; i < notations.size(); ++i) notations[i] = notation_of(kQueueModels[i]);
    if (const auto model = choice_row(context, "queue/model", notations, inputs.model)) inputs.model = *model;
    gap(0.4f);
    const QueueModel model = kQueueModels[inputs.model];
    input(context, "queue/arrivals", inputs.arrivals, "Arrivals a second", "40", true);
    input(context, "queue/service_time", inputs.service_time, "Service time", "120ms");
    input(context, "queue/servers", inputs.servers, "Workers", "10");
    if (model == QueueModel::mmck) input(context, "queue/capacity", inputs.capacity, "Capacity", "100");
    if (model == QueueModel::mg1 || model == QueueModel::mgc)
        input(context, "queue/scv", inputs.scv, "SCV", "1");
    input(context, "queue/percentile", inputs.percentile, "Percentile", "95");
}

void figure(PanelContext& context, const char* key, std::string_view label, const std::string& value) {
    amount_row(context, std::string("queue/") + key, {.label = label, .amount = value});
}

void draw_figures(PanelContext& context, const QueueQuestion& question, const QueueFigures& figures) {
    const std::string percentile = "P" + format_significant(question.percentile, 4);
    const auto time = [&](const char* key, const std::string& label, std::optional<double> seconds) {
        if (seconds) figure(context, key, label, show_seconds(*seconds));
    };
    figure(context, "utilisation", "Utilisation", show_share(figures.utilisation));
    if (figures.erlang_c)
        figure(context, "erlang_c", "Requests that wait (Erlang C)", show_share(*figures.erlang_c));
    if (figures.p_block) figure(context, "p_block", "Turned away", show_share(*figures.p_block));
    time("wq", "Mean wait", figures.wq);
    time("w", "Mean response", figures.w);
    time("wait_percentile", percentile + " wait", figures.wait_percentile);
    time("response_percentile", percentile + " response", figures.response_percentile);
    if (figures.lq) figure(context, "lq", "Requests that wait, mean", format_significant(*figures.lq, 3));
    figure(context, "l", "Requests in all, mean", format_significant(figures.l, 3));
}

}  // namespace

void draw_queue_calculator(PanelContext& context) {
    QueueInputs& inputs = context.state.load_view.queue;
    gap(0.6f);
    draw_inputs(context, inputs);
    gap(0.6f);
    const QueueAnswer& answer = known_answer(context.state.load_view);
    const float width = std::min(ImGui::GetContentRegionAvail().x, em(kCalculatorWidth));
    ImGui::BeginChild("##figures", {width, 0}, ImGuiChildFlags_AutoResizeY | ImGuiChildFlags_NavFlattened);
    if (answer.figures) {
        draw_figures(context, answer.question, *answer.figures);
        const std::string band(queue_error_band(answer.question));
        gap(0.3f);
        text(context, "queue/band",
             {.text = band.empty() ? "Exact for this model." : band,
              .size = TextSize::small,
              .muted = true,
              .wrap = true});
    } else {
        text(context, "queue/problem",
             {.text = answer.problem.message + ". Accepted: " + answer.problem.accepted, .wrap = true},
             Role::status);
    }
    ImGui::EndChild();
}

}  // namespace stowage::ui
