// SPDX-License-Identifier: MIT
#include <string_view>
#include <unordered_map>

#include "load_growth.hpp"
#include "plain_number.hpp"
#include "stowage/load.hpp"

namespace stowage {
namespace {

struct IncomingCall {
    std::uint32_t caller = 0;
    double per_request = 0;
};

/// Adds up arrivals, each service after all that call it.
class Arrivals {
  public:
    Arrivals(const Environment& environment, const LoadScale& scale)
        : environment_(environment), scale_(scale) {
        const auto& services = environment.services;
        incoming_.resize(services.size());
        outgoing_.resize(services.size());
        std::unordered_map<std::string_view, std::uint32_t> index;
        for (std::uint32_t i = 0; i < services.size(); ++i) index.emplace(services[i].name, i);
        for (std::uint32_t caller = 0; caller < services.size(); ++caller) {
            const double missed = 1 - share_of(services[caller].load.hit_ratio);
            for (const Call& call : services[caller].calls) {
                const auto callee = index.find(call.name);
                if (callee == index.end()) continue;
                incoming_[callee->second].push_back({caller, missed * value_of(call.per_request.middle())});
                outgoing_[caller].push_back(callee->second);
            }
        }
    }

    std::vector<std::optional<double>> run() {
        std::vector<std::optional<double>> arrivals(incoming_.size());
        std::vector<std::size_t> open(incoming_.size());
        std::vector<std::uint32_t> ready;
        for (std::uint32_t i = 0; i < incoming_.size(); ++i) {
            open[i] = incoming_[i].size();
            if (open[i] == 0) ready.push_back(i);
        }
        for (std::size_t next = 0; next < ready.size(); ++next) {
            const std::uint32_t service = ready[next];
            arrivals[service] = sum_of(service, arrivals);
            for (const std::uint32_t callee : outgoing_[service]) {
                if (--open[callee] == 0) ready.push_back(callee);
            }
        }
        return arrivals;
    }

  private:
    [[nodiscard]] std::optional<double> sum_of(std::uint32_t service,
                                               const std::vector<std::optional<double>>& arrivals) const {
        std::optional<double> sum;
        const Load& load = environment_.services[service].load;
        if (load.arrivals) sum = per_second(load.arrivals) * growth_of(load, scale_);
        for (const IncomingCall& call : incoming_[service]) {
            if (arrivals[call.caller]) sum = sum.value_or(0) + *arrivals[call.caller] * call.per_request;
        }
        return sum;
    }

    const Environment& environment_;
    const LoadScale& scale_;
    std::vector<std::vector<IncomingCall>> incoming_;  ///< in the order of the callers
    std::vector<std::vector<std::uint32_t>> outgoing_;
};

}  // namespace

std::vector<std::optional<double>> arrivals_of(const Environment& environment, const LoadScale& scale) {
    return Arrivals(environment, scale).run();
}

}  // namespace stowage
