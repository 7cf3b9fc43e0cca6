// SPDX-License-Identifier: MIT
#include "queue_simulation.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

#include "random.hpp"

namespace stowage::test {
namespace {

constexpr std::uint64_t kRequests = 200'000;
constexpr std::uint64_t kWarmUp = 20'000;  // not counted: the pool starts empty

/// What a random number is for.
enum class Purpose : std::uint64_t { arrival, service, branch };

/// Above 0 and below 1.
double uniform(std::uint64_t request, Purpose purpose) {
    constexpr std::uint64_t kPurposes = 3;
    constexpr std::uint64_t kSeed = 20'261'128;
    constexpr int kBits = 52;
    // One step of SplitMix64 from a state of its own is a hash of that state.
    const std::uint64_t counter = request * kPurposes + static_cast<std::uint64_t>(purpose);
    const std::uint64_t bits = Random(kSeed + counter * UINT64_C(0x9E3779B97F4A7C15)).next() >> (64 - kBits);
    return (static_cast<double>(bits) + 0.5) * std::ldexp(1.0, -kBits);
}

double exponential(std::uint64_t request, Purpose purpose) { return -std::log(uniform(request, purpose)); }

/// Box and Muller's transform.
double normal(std::uint64_t request) {
    const double angle = 2 * std::acos(-1.0) * uniform(request, Purpose::branch);
    return std::sqrt(2 * exponential(request, Purpose::service)) * std::cos(angle);
}

/// Of mean 1.
double service(std::uint64_t request, ServiceLaw law, double scv) {
    switch (law) {
        case ServiceLaw::deterministic: return 1;
        case ServiceLaw::exponential: return exponential(request, Purpose::service);
        case ServiceLaw::lognormal: {
            const double variance = std::log1p(scv);
            return std::exp(std::sqrt(variance) * normal(request) - variance / 2);
        }
        case ServiceLaw::hyperexponential: break;
    }
    const double often = (1 + std::sqrt((scv - 1) / (scv + 1))) / 2;
    const double share = uniform(request, Purpose::branch) < often ? often : 1 - often;
    return exponential(request, Purpose::service) / (2 * share);
}

}  // namespace

SimulatedQueue simulate_queue(const QueuePool& pool, ServiceLaw law, double scv) {
    std::vector<double> free_from(static_cast<std::size_t>(pool.servers), 0.0);
    std::vector<double> responses;
    responses.reserve(kRequests);
    SimulatedQueue seen;
    double now = 0;
    for (std::uint64_t request = 0; request < kWarmUp + kRequests; ++request) {
        now += exponential(request, Purpose::arrival) / pool.arrivals;
        double& server = *std::min_element(free_from.begin(), free_from.end());
        const double wait = std::max(server - now, 0.0);
        const double response = wait + service(request, law, scv) * pool.service_time();
        server = now + response;
        if (request < kWarmUp) continue;
        seen.mean_wait += wait / kRequests;
        seen.waiting_share += wait > 0 ? 1.0 / kRequests : 0;
        responses.push_back(response);
    }
    const auto p95 = responses.begin() + kRequests * 95 / 100;
    std::nth_element(responses.begin(), p95, responses.end());
    seen.response_p95 = *p95;
    return seen;
}

}  // namespace stowage::test
