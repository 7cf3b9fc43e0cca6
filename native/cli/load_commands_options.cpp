// SPDX-License-Identifier: MIT
#include "command_parser.hpp"
#include "stowage/queueing/queue_model.hpp"

namespace stowage::cli {
namespace {

constexpr const char* kGroup = "load";

std::vector<std::string> words_of_models() {
    std::vector<std::string> words;
    for (const QueueModel model : kQueueModels) words.emplace_back(name_of(model));
    return words;
}

void load_command(CommandParser& parser) {
    const auto load = parser.command<LoadOptions>(
        "load", kGroup, "Predict utilisation and response times, how far the load can grow, what more takes",
        show_load);
    load.plan();
    load.option("--environment", &LoadOptions::environment, kEnvironmentHelp)->type_name("NAME");
    load.option(
            "--p95", &LoadOptions::p95,
            "how long responses may take, such as 300ms, instead of each latency budget of the plan: P95, "
            "of event loops the mean")
        ->type_name("TIME");
    load.flag("--json", &LoadOptions::json, "print JSON, as docs/load.schema.json describes it");
    load.examples(
        "docs/scaling.md tells what is predicted of which service.\n"
        "\nExamples\n"
        "  stowage load template:hybrid-django --environment production-distributed\n"
        "  stowage load plan.yaml --p95 300ms\n"
        "  stowage load plan.yaml --json");
}

void risk_command(CommandParser& parser) {
    const auto risk = parser.command<RiskOptions>(
        "risk", kGroup, "Tell how likely a plan with ranges (a..b) fits, is in time and in budget",
        show_risk);
    risk.plan();
    risk.option("--environment", &RiskOptions::environment, kEnvironmentHelp)->type_name("NAME");
    risk.option("--draws", &RiskOptions::draws, "how many plans are drawn; 2000 when absent")
        ->type_name("NUMBER");
    risk.option("--seed", &RiskOptions::seed, "of the random numbers; 1 when absent")->type_name("NUMBER");
    risk.flag("--json", &RiskOptions::json, "print JSON, as docs/risk.schema.json describes it");
    risk.examples(
        "The same seed gives the same answer everywhere.\n"
        "\nExamples\n"
        "  stowage risk template:hybrid-django --environment production-distributed\n"
        "  stowage risk plan.yaml --draws 10000 --json");
}

void scale_command(CommandParser& parser) {
    const auto scale = parser.command<ScaleOptions>(
        "scale", kGroup,
        "Tell which scaling rules fire at given or predicted metrics, and what they would do", show_scaling);
    scale.plan();
    scale
        .option("--metrics", &ScaleOptions::metrics,
                "what is observed, the mean per replica: cpu=82%,p95=640ms,queue=12; also memory, "
                "utilisation, latency, connections; predicted from the load of the plan when absent")
        ->type_name("LIST");
    scale
        .option("--service", &ScaleOptions::service,
                "its name in the plan; every service with a rule when absent")
        ->type_name("NAME");
    scale.option("--environment", &ScaleOptions::environment, "its name in the plan; all when absent")
        ->type_name("NAME");
    scale.flag("--json", &ScaleOptions::json, "print JSON, as docs/scale.schema.json describes it");
    scale.examples(
        "Examples\n"
        "  stowage scale template:hybrid-django --service wsgi --metrics cpu=82%,p95=640ms\n"
        "  stowage scale plan.yaml --json");
}

void replay_command(CommandParser& parser) {
    const auto replay = parser.command<ReplayOptions>(
        "replay", kGroup, "Tell what the scaling rules do over a day, minute by minute", show_replay);
    replay.plan();
    replay
        .option("--curve", &ReplayOptions::curve,
                "office-day (default), shop-evening, flat, spike, or a CSV file of HH:MM,factor, "
                "where 1 is the mean load of the plan; - for the standard input")
        ->type_name("NAME");
    replay
        .option("--service", &ReplayOptions::service,
                "its name in the plan; every service with a rule when absent")
        ->type_name("NAME");
    replay.option("--environment", &ReplayOptions::environment, kEnvironmentHelp)->type_name("NAME");
    replay.flag("--rent", &ReplayOptions::rent,
                "rent machines like those of the plan while replicas find no room on these");
    replay.flag("--json", &ReplayOptions::json, "print JSON, as docs/replay.schema.json describes it");
    replay.examples(
        "Examples\n"
        "  stowage replay template:hybrid-django --environment production-distributed\n"
        "  stowage replay plan.yaml --curve monday.csv --service web --json\n"
        "  stowage replay plan.yaml --curve spike --rent");
}

void queue_command(CommandParser& parser) {
    const auto queue = parser.command<QueueOptions>(
        "queue", kGroup, "Calculate waits and response times of a pool by a queueing model", show_queue);
    queue.choice("--model", &QueueOptions::model, "WORD", words_of_models(),
                 "mmc, mmck (limited queue), mdc (equal service times), mg1, mgc (service times of "
                 "any spread) or mg1ps (an event loop)");
    const auto number = [&queue](const char* name, std::string QueueOptions::*member, const char* help) {
        return queue.option(name, member, help)->type_name("NUMBER");
    };
    queue.app->get_option("--model")->required();
    number("--arrivals", &QueueOptions::arrivals, "requests a second")->required();
    number("--service-rate", &QueueOptions::service_rate, "requests a second that a busy server completes")
        ->required();
    number("--servers", &QueueOptions::servers, "workers that take from one queue; 1 when absent");
    number("--capacity", &QueueOptions::capacity,
           "of mmck: the most requests that wait or are served, others are turned away");
    number("--scv", &QueueOptions::scv,
           "of mg1 and mgc: variance / mean^2 of the service time; 1 when absent");
    number("--percentile", &QueueOptions::percentile, "of wait and response; 95 when absent");
    queue.flag("--json", &QueueOptions::json,
               "print JSON: times in seconds, all digits, null for what is infinite or not defined");
    queue.examples(
        "docs/queueing.md tells the formulas, their sources and their errors.\n"
        "\nExamples\n"
        "  stowage queue --model mmc --arrivals 40 --service-rate 8 --servers 10\n"
        "  stowage queue --model mmck --arrivals 90 --service-rate 10 --servers 8 \\\n"
        "    --capacity 2056\n"
        "  stowage queue --model mgc --arrivals 40 --service-rate 8 --servers 6 \\\n"
        "    --scv 2 --json");
}

}  // namespace

void add_load_commands(CommandParser& parser) {
    load_command(parser);
    scale_command(parser);
    replay_command(parser);
    risk_command(parser);
    queue_command(parser);
}

}  // namespace stowage::cli
