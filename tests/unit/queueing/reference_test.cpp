// SPDX-License-Identifier: MIT
//
// Every row of tests/data/queueing/reference.csv, whose README tells where its values are from.
#include <doctest/doctest.h>

#include <cmath>
#include <cstdlib>
#include <optional>
#include <string>
#include <vector>

#include "close_to.hpp"
#include "crommelin.hpp"
#include "stowage/queueing/approximations.hpp"
#include "stowage/queueing/erlang.hpp"
#include "stowage/queueing/mdc.hpp"
#include "stowage/queueing/mgc.hpp"
#include "stowage/queueing/mmc.hpp"
#include "stowage/queueing/mmck.hpp"
#include "stowage/queueing/usl.hpp"
#include "test_files.hpp"

using namespace stowage;
using namespace stowage::test;

namespace {

struct Row {
    std::string text;
    std::string model;
    std::string quantity;
    QueuePool pool;
    std::int64_t capacity = 0;
    double value = 0;
};

double number(const std::string& text) { return std::strtod(text.c_str(), nullptr); }

Row row_of(const std::string& line) {
    std::vector<std::string> cells;
    std::size_t start = 0;
    while (cells.size() < 7) {  // the eighth, in quotes, is the source
        const std::size_t end = line.find(',', start);
        cells.push_back(line.substr(start, end - start));
        start = end + 1;
    }
    const auto whole = [](const std::string& text) { return static_cast<std::int64_t>(number(text)); };
    return {line,
            cells[0],
            cells[5],
            {number(cells[1]), number(cells[2]), whole(cells[3])},
            whole(cells[4]),
            number(cells[6])};
}

std::vector<Row> rows() {
    const std::string text = read_file("tests/data/queueing/reference.csv");
    std::vector<Row> all;
    std::size_t start = text.find('\n') + 1;
    while (start < text.size()) {
        const std::size_t end = text.find('\n', start);
        all.push_back(row_of(text.substr(start, end - start)));
        start = end + 1;
    }
    return all;
}

/// The number behind "key=" in a model or quantity.
double parameter(const std::string& text, const std::string& key) {
    const std::size_t at = text.find(key);
    REQUIRE(at != std::string::npos);
    return number(text.substr(at + key.size()));
}

bool begins(const std::string& text, const char* start) { return text.rfind(start, 0) == 0; }

/// The figure of that name; none when the quantity is another.
std::optional<double> figure(const QueueFigures& figures, const std::string& quantity) {
    if (quantity == "Wq") return figures.wq;
    if (quantity == "W") return figures.w;
    if (quantity == "Lq") return figures.lq;
    if (quantity == "L") return figures.l;
    if (quantity == "ErlangB") return figures.erlang_b;
    if (quantity == "ErlangC") return figures.erlang_c;
    if (quantity == "P(block)") return figures.p_block;
    if (quantity == "utilisation") return figures.utilisation;
    if (begins(quantity, "wait_p")) return figures.wait_percentile;
    if (begins(quantity, "response_p")) return figures.response_percentile;
    return std::nullopt;
}

double percentile_of(const Row& row) {
    for (const char* key : {"wait_p", "response_p"}) {
        if (begins(row.quantity, key)) return parameter(row.quantity, key);
    }
    return 95;
}

std::optional<double> mmc_value(const Row& row) {
    if (row.quantity == "P0") return mmc_empty_share(row.pool);
    if (begins(row.quantity, "P(Wq<=")) return 1 - mmc_wait_exceeds(row.pool, parameter(row.quantity, "<="));
    if (begins(row.quantity, "P(Wq>")) return mmc_wait_exceeds(row.pool, parameter(row.quantity, ">"));
    if (row.quantity == "P(T>1/mu)") return mmc_response_exceeds(row.pool, row.pool.service_time());
    return figure(mmc_figures(row.pool, percentile_of(row)), row.quantity);
}

std::optional<double> mmck_value(const Row& row) {
    if (row.quantity == "P0") return mmck_empty_share(row.pool, row.capacity);
    if (begins(row.quantity, "P(Wq>"))
        return mmck_wait_exceeds(row.pool, row.capacity, parameter(row.quantity, ">"));
    const QueueFigures figures = mmck_figures(row.pool, row.capacity, percentile_of(row));
    if (row.quantity == "lambda_eff") return row.pool.arrivals * (1 - figures.p_block.value_or(1));
    return figure(figures, row.quantity);
}

double gg_wait(const Row& row) {
    const double arrivals = parameter(row.model, "ca2=");
    const double services = parameter(row.model, "cs2=");
    if (begins(row.model, "G/G/c Allen-Cunneen")) return allen_cunneen_wait(row.pool, arrivals, services);
    return sakasegawa_wait(row.pool, arrivals, services);
}

/// 1 / (1 + beta Phi(beta) / phi(beta)): the limit of Erlang C in a large pool of R + beta sqrt(R) servers.
double halfin_whitt(double beta) {
    const double below = std::erfc(-beta / std::sqrt(2.0)) / 2;
    const double density = std::exp(-beta * beta / 2) / std::sqrt(2 * std::acos(-1.0));
    return 1 / (1 + beta * below / density);
}

std::optional<double> usl_value(const Row& row) {
    const auto model = usl_model(parameter(row.model, "alpha="), parameter(row.model, "beta="));
    if (!model) return std::nullopt;
    return row.quantity == "N*" ? usl_best_concurrency(*model)
                                : usl_capacity(*model, static_cast<double>(row.pool.servers));
}

std::optional<double> value_of(const Row& row) {
    if (row.model == "M/M/c") return mmc_value(row);
    if (row.model == "M/M/c/K" || row.model == "M/M/c/c") return mmck_value(row);
    if (row.model == "M/D/c") return crommelin_wait(row.pool);
    if (row.model == "M/D/c Cosmetatos") return figure(mdc_figures(row.pool, 95), row.quantity);
    if (row.model == "M/D/1") return md1_wait_exceeds(row.pool, parameter(row.quantity, ">"));
    if (row.model == "M/G/1-PS") return figure(processor_sharing_figures(row.pool), row.quantity);
    if (begins(row.model, "M/G/1"))
        return figure(mgc_figures(row.pool, parameter(row.model, "cs2="), 95), row.quantity);
    if (begins(row.model, "G/G/c")) return gg_wait(row);
    if (row.model == "Halfin-Whitt") return halfin_whitt(parameter(row.quantity, "beta="));
    if (begins(row.model, "USL")) return usl_value(row);
    return std::nullopt;
}

}  // namespace

TEST_SUITE("queueing reference") {
    TEST_CASE("every value of the reference is met to nine digits") {
        const auto all = rows();
        CHECK(all.size() == 230);
        for (const Row& row : all) {
            CAPTURE(row.text);
            const auto value = value_of(row);
            REQUIRE(value.has_value());
            CHECK_MESSAGE(is_close(*value, row.value), *value);
        }
    }

    TEST_CASE("the wait of M/D/c in use is within 5 % of the exact one, and equals it with one server") {
        for (const Row& row : rows()) {
            if (row.model != "M/D/c") continue;
            CAPTURE(row.text);
            const double wait = mdc_figures(row.pool, 95).wq.value_or(0);
            CHECK(is_close(wait, row.value, row.pool.servers == 1 ? 1e-9 : 0.05));
        }
    }
}
