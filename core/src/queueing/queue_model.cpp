// SPDX-License-Identifier: MIT
#include "stowage/queueing/queue_model.hpp"

#include <cmath>
#include <string>

#include "stowage/number_text.hpp"
#include "stowage/queueing/mdc.hpp"
#include "stowage/queueing/mgc.hpp"
#include "stowage/queueing/mmc.hpp"
#include "stowage/queueing/mmck.hpp"

namespace stowage {
namespace {

struct ModelNames {
    QueueModel model;
    std::string_view word;
    std::string_view notation;
};

constexpr ModelNames kNames[] = {
    {QueueModel::mmc, "mmc", "M/M/c"}, {QueueModel::mmck, "mmck", "M/M/c/K"},
    {QueueModel::mdc, "mdc", "M/D/c"}, {QueueModel::mg1, "mg1", "M/G/1"},
    {QueueModel::mgc, "mgc", "M/G/c"}, {QueueModel::mg1ps, "mg1ps", "M/G/1-PS"},
};

const ModelNames& names_of(QueueModel model) {
    for (const ModelNames& names : kNames) {
        if (names.model == model) return names;
    }
    return kNames[0];
}

bool takes_scv(QueueModel model) { return model == QueueModel::mg1 || model == QueueModel::mgc; }
bool has_one_server(QueueModel model) { return model == QueueModel::mg1 || model == QueueModel::mg1ps; }
/// The scv that the name of a model says.
std::optional<double> own_scv(QueueModel model) {
    if (model == QueueModel::mmc || model == QueueModel::mmck) return 1.0;
    if (model == QueueModel::mdc) return 0.0;
    return std::nullopt;
}
double scv_of(const QueueQuestion& question) { return question.scv.value_or(1); }

/// Gathers what is not accepted.
class InputCheck {
  public:
    explicit InputCheck(const QueueQuestion& question) : question_(question) {
        rate("arrivals", question.pool.arrivals);
        rate("service_rate", question.pool.service_rate);
        servers();
        capacity();
        scv();
        const double percentile = question.percentile;
        if (!(percentile > 0 && percentile < 100)) refuse("percentile", percentile, "above 0 and below 100");
    }

    Errors errors;

  private:
    void refuse(std::string_view name, const std::string& value, std::string_view accepted,
                ErrorCode code = ErrorCode::out_of_range) {
        errors.push_back(
            {code, std::string(name) + " is " + value, std::string(accepted), "/" + std::string(name)});
    }
    void refuse(std::string_view name, double value, std::string_view accepted) {
        refuse(name, format_significant(value, 9), accepted);
    }

    void rate(std::string_view name, double value) {
        if (value >= limits::kLeastRate && value <= limits::kMostRate) return;
        refuse(name, value, "requests a second, above 0: from 1e-100 to 1e100");
    }
    void servers() {
        const std::int64_t count = question_.pool.servers;
        if (has_one_server(question_.model) && count != 1) {
            refuse("servers", std::to_string(count),
                   "1: " + std::string(notation_of(question_.model)) + " has one server");
        } else if (count < 1 || count > limits::kQueueServers) {
            refuse("servers", std::to_string(count), "a whole number from 1 to 100000");
        }
    }
    void capacity() {
        const auto& given = question_.capacity;
        if (question_.model != QueueModel::mmck) {
            if (given) {
                refuse("capacity", std::to_string(*given),
                       "none: the queue of " + std::string(notation_of(question_.model)) +
                           " is unlimited; mmck has a limit");
            }
        } else if (!given) {
            refuse("capacity", "missing", "the most requests that wait or are served, at least the servers",
                   ErrorCode::missing);
        } else if (*given < question_.pool.servers || *given > limits::kQueueCapacity) {
            refuse("capacity", std::to_string(*given),
                   "from the number of servers, " + std::to_string(question_.pool.servers) + ", to 1000000");
        }
    }
    void scv() {
        const auto& given = question_.scv;
        if (!given) return;
        const auto own = own_scv(question_.model);
        if (own && *given != *own) {
            refuse("scv", *given,
                   format_significant(*own, 1) + ", which " + std::string(notation_of(question_.model)) +
                       " has; mg1 and mgc take others");
        } else if (!(*given >= 0 && *given <= limits::kScv)) {
            refuse("scv", *given, "variance / mean^2 of the service time, from 0 to 1000000");
        }
    }

    const QueueQuestion& question_;
};

/// Above it, simulated 99th percentiles were up to a third longer than calculated: none is told.
constexpr double kHeavyTail = 2;
constexpr double kMostHeavyTailPercentile = 95;

bool hides_percentiles(const QueueQuestion& question) {
    return takes_scv(question.model) && scv_of(question) > kHeavyTail &&
           question.percentile > kMostHeavyTailPercentile;
}

QueueFigures mgc_answer(const QueueQuestion& question) {
    QueueFigures figures = mgc_figures(question.pool, scv_of(question), question.percentile);
    if (hides_percentiles(question)) figures.wait_percentile = figures.response_percentile = std::nullopt;
    return figures;
}

std::string_view mean_and_percentile_band(double scv) {
    if (scv == 0)
        return "mean wait within 5 % from half load on with up to 32 servers, else within 12 %; response "
               "percentiles up to 9 % (P95) or 14 % (P99) too long";
    if (scv < 1) return "mean wait within 8 %; response percentiles up to 9 % (P95) or 14 % (P99) too long";
    if (scv == 1)
        return "exact for exponential service times; for lognormal ones mean wait up to 26 % too long, P95 "
               "within 4 %, P99 within 10 %";
    if (scv <= kHeavyTail)
        return "mean wait within 6 % on average and 18 % at worst; P95 response within 10 %, P99 up to 20 % "
               "too short";
    if (scv <= 4)
        return "mean wait within 6 % on average and 22 % at worst; P95 response within 15 %; percentiles "
               "above "
               "95 are not told";
    return "not held against a simulation above an scv of 4; percentiles above 95 are not told";
}

std::string_view percentile_band(double scv) {
    if (scv == 0) return {};
    if (scv < 1) return "means are exact; response percentiles up to 9 % (P95) or 14 % (P99) too long";
    if (scv == 1) return "means are exact; percentiles are those of exponential service times";
    if (scv <= kHeavyTail) return "means are exact; P95 response within 10 %, P99 up to 20 % too short";
    if (scv <= 4) return "means are exact; P95 response within 15 %; percentiles above 95 are not told";
    return "means are exact; percentiles are not held against a simulation above an scv of 4, and not told "
           "above 95";
}

}  // namespace

std::string_view name_of(QueueModel model) { return names_of(model).word; }

std::optional<QueueModel> queue_model_named(std::string_view word) {
    for (const ModelNames& names : kNames) {
        if (names.word == word) return names.model;
    }
    return std::nullopt;
}

std::string_view notation_of(QueueModel model) { return names_of(model).notation; }

Errors queue_errors(const QueueQuestion& question) { return InputCheck(question).errors; }

Result<QueueFigures, Errors> queue_figures(const QueueQuestion& question) {
    Errors errors = queue_errors(question);
    if (!errors.empty()) return errors;
    const double percentile = question.percentile;
    switch (question.model) {
        case QueueModel::mmc: return mmc_figures(question.pool, percentile);
        case QueueModel::mmck: return mmck_figures(question.pool, question.capacity.value_or(1), percentile);
        case QueueModel::mdc: return mdc_figures(question.pool, percentile);
        case QueueModel::mg1:
        case QueueModel::mgc: return mgc_answer(question);
        case QueueModel::mg1ps: break;
    }
    return processor_sharing_figures(question.pool);
}

std::string_view queue_error_band(const QueueQuestion& question) {
    if (!question.pool.is_stable()) return {};
    switch (question.model) {
        case QueueModel::mmc:
        case QueueModel::mmck:
        case QueueModel::mg1ps: return {};
        case QueueModel::mdc:
            return question.pool.servers == 1 ? std::string_view{} : mean_and_percentile_band(0);
        case QueueModel::mg1: return percentile_band(scv_of(question));
        case QueueModel::mgc: break;
    }
    return question.pool.servers == 1 ? percentile_band(scv_of(question))
                                      : mean_and_percentile_band(scv_of(question));
}

}  // namespace stowage
