// SPDX-License-Identifier: MIT
#include "stowage/queueing/usl.hpp"

#include <cmath>
#include <limits>
#include <string>

#include "stowage/number_text.hpp"

namespace stowage {
namespace {

constexpr int kDigits = 9;

Error refused_coefficient(const char* name, double value, const char* accepted) {
    return {ErrorCode::out_of_range, std::string(name) + " is " + format_significant(value, kDigits),
            accepted, "/" + std::string(name)};
}

}  // namespace

Result<UslModel> usl_model(double contention, double coherency) {
    if (!(contention >= 0 && contention <= 1))
        return refused_coefficient("contention", contention, "from 0 to 1: a share of the work");
    if (!(coherency >= 0 && std::isfinite(coherency)))
        return refused_coefficient("coherency", coherency, "0 or more");
    return UslModel{contention, coherency};
}

double usl_capacity(const UslModel& model, double workers) {
    return workers / (1 + (workers - 1) * (model.contention + model.coherency * workers));
}

double usl_best_concurrency(const UslModel& model) {
    if (model.coherency == 0) return std::numeric_limits<double>::infinity();
    return std::sqrt((1 - model.contention) / model.coherency);
}

}  // namespace stowage
