// SPDX-License-Identifier: MIT
#include "stowage/queueing/queue_model.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <initializer_list>
#include <limits>

#include "close_to.hpp"

using namespace stowage;
using namespace stowage::test;

namespace {

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
constexpr double kInfinity = std::numeric_limits<double>::infinity();

/// The only error of a question, as "place: message"; what is wrong with the test otherwise.
std::string refusal(const QueueQuestion& question) {
    const Errors errors = queue_errors(question);
    if (errors.size() != 1) return std::to_string(errors.size()) + " errors";
    return errors.front().where + ": " + errors.front().message;
}

QueueQuestion good(QueueModel model = QueueModel::mmc) {
    QueueQuestion question{model, {0.8, 1, 1}};
    if (model == QueueModel::mmck) question.capacity = 5;
    return question;
}

}  // namespace

TEST_SUITE("queueing models") {
    TEST_CASE("each has a word that is read back and a notation") {
        for (const QueueModel model : kQueueModels) {
            CHECK(queue_model_named(name_of(model)) == model);
            CHECK(notation_of(model).substr(0, 2) == "M/");
            CHECK(queue_figures(good(model)).has_value());
        }
        CHECK_FALSE(queue_model_named("mm1").has_value());
    }

    TEST_CASE("a rate must be a positive number that doubles can work with") {
        QueueQuestion question = good();
        for (const double bad : {0.0, -1.0, kNan, kInfinity, 1e-101, 1e101}) {
            question.pool.arrivals = bad;
            CHECK(queue_errors(question).size() == 1);
            CHECK(queue_errors(question).front().where == "/arrivals");
        }
        question.pool.arrivals = -1;
        CHECK(refusal(question) == "/arrivals: arrivals is -1");
        question = good();
        question.pool.service_rate = kNan;
        CHECK(refusal(question) == "/service_rate: service_rate is not a number");
    }

    TEST_CASE("servers are counted, and some models have one") {
        QueueQuestion question = good();
        question.pool.servers = 0;
        CHECK(refusal(question) == "/servers: servers is 0");
        question.pool.servers = 100'001;
        CHECK(refusal(question) == "/servers: servers is 100001");
        question.pool.servers = 100'000;
        CHECK(queue_errors(question).empty());
        for (const QueueModel model : {QueueModel::mg1, QueueModel::mg1ps}) {
            question = good(model);
            question.pool.servers = 2;
            CHECK(refusal(question) == "/servers: servers is 2");
        }
    }

    TEST_CASE("capacity belongs to M/M/c/K, from the servers up") {
        QueueQuestion question = good(QueueModel::mmck);
        question.pool.servers = 6;
        CHECK(refusal(question) == "/capacity: capacity is 5");
        question.capacity = 1'000'001;
        CHECK(refusal(question) == "/capacity: capacity is 1000001");
        question.capacity = std::nullopt;
        CHECK(refusal(question) == "/capacity: capacity is missing");
        question = good();
        question.capacity = 5;
        CHECK(refusal(question) == "/capacity: capacity is 5");
    }

    TEST_CASE("scv belongs to M/G/1 and M/G/c") {
        QueueQuestion question = good(QueueModel::mgc);
        for (const double bad : {-0.1, kNan, kInfinity, 1e7}) {
            question.scv = bad;
            CHECK(queue_errors(question).size() == 1);
        }
        question.scv = 0;
        CHECK(queue_errors(question).empty());
    }

    TEST_CASE(
        "of the other models scv is what their name says, and processor sharing does not depend on it") {
        const auto errors_with = [](QueueModel model, double scv) {
            QueueQuestion question = good(model);
            question.scv = scv;
            return queue_errors(question).size();
        };
        CHECK(errors_with(QueueModel::mmc, 1) == 0);
        CHECK(errors_with(QueueModel::mmc, 2) == 1);
        CHECK(errors_with(QueueModel::mdc, 0) == 0);
        CHECK(errors_with(QueueModel::mdc, 1) == 1);
        QueueQuestion shared{QueueModel::mg1ps, {0.5, 1, 1}};
        shared.scv = 4;
        CHECK(queue_errors(shared).empty());
    }

    TEST_CASE("a percentile lies between 0 and 100") {
        QueueQuestion question = good();
        for (const double bad : {0.0, 100.0, -5.0, kNan}) {
            question.percentile = bad;
            CHECK(queue_errors(question).size() == 1);
        }
        question.percentile = 99.999;
        CHECK(queue_errors(question).empty());
    }

    TEST_CASE("everything that is wrong is told at once, and there are no figures") {
        const QueueQuestion question{QueueModel::mmck, {-1, 0, 0}, 0, std::nullopt, 100};
        CHECK(queue_errors(question).size() == 4);  // a capacity of 0 is no less than no servers
        CHECK_FALSE(queue_figures(question).has_value());
    }

    TEST_CASE("exact figures have no error band, approximations have one") {
        CHECK(queue_error_band(good(QueueModel::mmc)).empty());
        CHECK(queue_error_band(good(QueueModel::mmck)).empty());
        CHECK(queue_error_band(good(QueueModel::mg1ps)).empty());
        CHECK(queue_error_band(good(QueueModel::mdc)).empty());  // one server
        CHECK_FALSE(queue_error_band({QueueModel::mdc, {1.6, 1, 2}}).empty());
        for (const double scv : {0.0, 0.5, 1.0, 2.0, 4.0, 5.0}) {
            CHECK_FALSE(queue_error_band({QueueModel::mgc, {1.6, 1, 2}, std::nullopt, scv}).empty());
        }
    }

    TEST_CASE("of service times with a heavy tail no percentile above 95 is told") {
        QueueQuestion question{QueueModel::mgc, {1.6, 1, 2}, std::nullopt, 4, 99};
        const auto hidden = queue_figures(question);
        REQUIRE(hidden.has_value());
        CHECK_FALSE(hidden->response_percentile.has_value());
        CHECK_FALSE(hidden->wait_percentile.has_value());
        CHECK(hidden->wq.has_value());
        question.percentile = 95;
        const auto told = queue_figures(question);
        REQUIRE(told.has_value());
        CHECK(told->response_percentile.has_value());
    }
}
