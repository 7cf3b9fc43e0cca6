// SPDX-License-Identifier: MIT
#include "range_variables.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>

#include "../load/plain_number.hpp"
#include "../normal_law.hpp"
#include "random_normal.hpp"

namespace stowage {
namespace {

// Every kind of figure as a double in a unit of its own, and back.
double plain(MilliCpu cpu) { return static_cast<double>(cpu.to_millis()); }
double plain(Bytes bytes) { return static_cast<double>(bytes.to_bytes()); }
double plain(Duration duration) { return static_cast<double>(duration.to_micros()); }
double plain(Percent percent) { return static_cast<double>(percent.to_hundredths()); }
double plain(const Decimal& number) { return value_of(number); }
double plain(const Rate& rate) { return value_of(rate.events); }

void assign(MilliCpu& cpu, double value) { cpu = MilliCpu::millis(std::llround(value)); }
void assign(Bytes& bytes, double value) { bytes = Bytes::bytes(std::llround(value)); }
/// A time of nothing would be one that is not stated.
void assign(Duration& duration, double value) {
    duration = Duration::micros(std::max<std::int64_t>(std::llround(value), 1));
}
void assign(Percent& percent, double value) { percent = Percent::hundredths(std::llround(value)); }
void assign(Decimal& number, double value) {
    constexpr int kDecimals = 9;  // a draw of a billion, the most of a rate, stays within 64 bits
    constexpr double kUnit = 1e9;
    number = {std::llround(std::min(value, 9e9) * kUnit), kDecimals};
}
void assign(Rate& rate, double value) { assign(rate.events, value); }

template <class T>
void make_exact(Range<T>& range, double value) {
    assign(range.low, value);
    range.high = range.low;
    if constexpr (requires { range.low.per; }) range.high.per = range.low.per;
}

class Variables {
  public:
    Variables(const Service& service, std::uint32_t index) : service_(service), index_(index) {}

    template <auto kMember>
    void add_size(std::string_view key) {
        add<kMember>(service_.*kMember, key, true, [](Service& service, std::uint32_t, double value) {
            make_exact(*(service.*kMember), value);
        });
    }
    template <auto kMember>
    void add_load(std::string_view key) {
        add<kMember>(service_.load.*kMember, key, false, [](Service& service, std::uint32_t, double value) {
            make_exact(*(service.load.*kMember), value);
        });
    }
    void add_cpu() {
        if (!service_.cpu || service_.cpu->amount.is_exact()) return;
        const Range<MilliCpu>& range = service_.cpu->amount;
        push("cpu", plain(range.low), plain(range.high), true,
             [](Service& service, std::uint32_t, double value) { make_exact(service.cpu->amount, value); });
    }
    void add_calls() {
        for (std::uint32_t i = 0; i < service_.calls.size(); ++i) {
            const Range<Decimal>& range = service_.calls[i].per_request;
            if (range.is_exact()) continue;
            push("calls/" + service_.calls[i].name, plain(range.low), plain(range.high), false,
                 [](Service& service, std::uint32_t call, double value) {
                     make_exact(service.calls[call].per_request, value);
                 });
            found_.back().call = i;
        }
    }
    std::vector<RangeVariable> take() { return std::move(found_); }

  private:
    using Set = void (*)(Service&, std::uint32_t, double);

    template <auto kMember, class T>
    void add(const std::optional<Range<T>>& range, std::string_view key, bool is_size, Set set) {
        if (range && !range->is_exact()) push(key, plain(range->low), plain(range->high), is_size, set);
        if constexpr (std::is_same_v<T, Percent>) {
            if (range && !range->is_exact()) found_.back().most = plain(Percent::whole(100));
        }
    }
    void push(std::string_view key, double low, double high, bool is_size, Set set) {
        RangeVariable variable;
        variable.id = hash_of(service_.name + "/" + std::string(key));
        variable.service = index_;
        variable.low = low;
        variable.high = high;
        variable.is_size = is_size;
        variable.set = set;
        found_.push_back(variable);
    }

    const Service& service_;
    std::uint32_t index_;
    std::vector<RangeVariable> found_;
};

}  // namespace

double drawn(const RangeVariable& variable, std::uint64_t seed, std::uint64_t draw) {
    const double middle = (variable.low + variable.high) / 2;
    const double sigma = (variable.high - variable.low) / (2 * kNormal95);
    const double value = middle + sigma * normal_quantile(uniform(seed, draw, variable.id));
    return std::clamp(value, 0.0, variable.most);
}

std::vector<RangeVariable> range_variables(const Environment& environment) {
    std::vector<RangeVariable> all;
    for (std::uint32_t i = 0; i < environment.services.size(); ++i) {
        Variables variables(environment.services[i], i);
        variables.add_cpu();
        variables.add_size<&Service::memory>("memory");
        variables.add_size<&Service::memory_limit>("memory_limit");
        variables.add_calls();
        variables.add_load<&Load::arrivals>("arrivals");
        variables.add_load<&Load::peak_factor>("peak_factor");
        variables.add_load<&Load::service_time>("service_time");
        variables.add_load<&Load::service_time_median>("service_time_median");
        variables.add_load<&Load::service_time_p95>("service_time_p95");
        variables.add_load<&Load::cpu_time>("cpu_time");
        variables.add_load<&Load::scv>("scv");
        variables.add_load<&Load::connections>("connections");
        variables.add_load<&Load::messages>("messages");
        variables.add_load<&Load::message_time>("message_time");
        variables.add_load<&Load::hit_ratio>("hit_ratio");
        variables.add_load<&Load::growth>("growth");
        for (const RangeVariable& variable : variables.take()) all.push_back(variable);
    }
    return all;
}

}  // namespace stowage
