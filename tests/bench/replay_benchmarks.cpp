// SPDX-License-Identifier: MIT
#include <memory>

#include "benchmarks.hpp"
#include "stowage/builtin_catalogue.hpp"
#include "stowage/estimate.hpp"
#include "stowage/replay.hpp"
#include "stowage/text/plan_text.hpp"

namespace stowage::bench {
namespace {

/// Two pools of workers, each with rules that act several times a day.
constexpr const char* kPlan = R"(stowage: 0
environments:
  live:
    servers: {app: {cpu: 32, memory: 64GiB, cost: 500/month}}
    services:
      web:
        kind: wsgi
        replicas: 2
        workers: 5
        cpu: 2
        memory: 2GiB
        calls: {api: 0.5}
        load: {arrivals: 60/s, service_time: 120ms, cpu_time: 50ms, scv: 2}
        scale_out: {any: ["cpu > 70% for 5m", "p95 > 800ms"], max: 8, cooldown: 5m, start_up: 30s}
        scale_in: {all: ["cpu < 40% for 15m"], min: 2, cooldown: 10m}
      api:
        kind: wsgi
        replicas: 1
        workers: 4
        cpu: 2
        memory: 2GiB
        load: {service_time: 80ms, cpu_time: 40ms}
        scale_out: {any: ["utilisation > 70% for 2m"], max: 8, cooldown: 5m, start_up: 1m}
        scale_in: {all: ["utilisation < 30% for 15m"], cooldown: 10m}
)";

struct Inputs {
    Catalogue catalogue = *Catalogue::read(assets::catalogue());
    Plan plan = *read_plan(kPlan);
    Estimate figures = estimate(plan, catalogue);
    LoadCurve day = day_curve(DayShape::office_day);
    LoadCurve week = week_of(day);

    static LoadCurve week_of(const LoadCurve& day) {
        LoadCurve week;
        while (static_cast<std::int64_t>(week.factors.size()) < limits::kCurveMinutes)
            week.factors.insert(week.factors.end(), day.factors.begin(), day.factors.end());
        return week;
    }
};

std::size_t events_over(const Inputs& in, const LoadCurve& curve) {
    return 1 + replay(in.plan, 0, in.figures, in.catalogue, curve).events.size();
}

}  // namespace

std::vector<Benchmark> replay_benchmarks() {
    const auto in = std::make_shared<const Inputs>();
    return {
        {"replay/two_services_a_day", [in] { return events_over(*in, in->day); }},
        {"replay/two_services_a_week", [in] { return events_over(*in, in->week); }},
    };
}

}  // namespace stowage::bench
