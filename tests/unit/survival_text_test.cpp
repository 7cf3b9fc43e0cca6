// SPDX-License-Identifier: MIT
#include "stowage/survival_text.hpp"

#include <doctest/doctest.h>

#include "fixtures.hpp"

using namespace stowage;
using namespace stowage::test;

namespace {

/// Servers app (2 machines) and db, services web, worker, mail and chat.
Environment environment_of() {
    return plan_of(
               "stowage: 0\nenvironments: {e: {servers: {app: {title: App server, cpu: 1, memory: 1GiB, "
               "count: "
               "2}, db: {cpu: 1, memory: 1GiB}}, services: {web: {cpu: 0, memory: 0B}, worker: {cpu: 0, "
               "memory: "
               "0B}, mail: {cpu: 0, memory: 0B}, chat: {title: Chat, cpu: 0, memory: 0B}}}}\n")
        .environments.front();
}

using Sentences = std::vector<std::string>;

}  // namespace

TEST_SUITE("survival as text") {
    TEST_CASE("nothing is said where nothing runs") {
        CHECK(explain_survival(environment_of(), EnvironmentEstimate{}).empty());
    }

    TEST_CASE("what is survived is told") {
        EnvironmentEstimate estimate;
        estimate.server_loss = {3, 3, {}};
        estimate.zone_loss = {1, 1, {}};
        CHECK(explain_survival(environment_of(), estimate) ==
              Sentences{"Survives the loss of any of 3 servers", "Survives the loss of its only zone",
                        "A rolling update finds room for every service"});
    }

    TEST_CASE("what is not survived is left to the findings") {
        EnvironmentEstimate estimate;
        estimate.server_loss = {1, 0, {{"", 1, 0, {{0, 1}}}}};
        estimate.surges = {{0, 1, 0}};
        CHECK(explain_survival(environment_of(), estimate).empty());
    }

    TEST_CASE("a loss names the machine and what finds no place") {
        const Survival servers{3, 1, {{"", 0, 1, {{0, 1}}}, {"", 1, 0, {{1, 2}, {3, 1}}}}};
        CHECK(loss_sentence(environment_of(), servers, "server") ==
              "Survives the loss of 1 of 3 servers: without machine 2 of App server, web 1 replica finds no "
              "place; without db, worker 2 and Chat 1 replicas");
        CHECK(loss_sentence(environment_of(), {2, 1, {{"a", 0, 0, {{0, 4}}}}}, "zone") ==
              "Survives the loss of 1 of 2 zones: without zone a, web 4 replicas find no place");
    }

    TEST_CASE("more than three are counted") {
        const Loss loss{"", 1, 0, {{0, 1}, {1, 1}, {2, 1}, {3, 1}}};
        CHECK(loss_sentence(environment_of(), {1, 0, {loss}}, "server") ==
              "Does not survive the loss of its only server: without db, 4 replicas of 4 services find no "
              "place");
        const std::string many =
            loss_sentence(environment_of(), {5, 0, {loss, loss, loss, loss, loss}}, "server");
        CHECK(many.starts_with("Survives the loss of none of 5 servers: without db, "));
        CHECK(many.ends_with("; and so for 2 more"));
        CHECK(surge_sentence(environment_of(), {{0, 1, 0}, {1, 5, 3}, {2, 1, 0}, {3, 1, 0}}) ==
              "A rolling update finds no room for all surge replicas of 4 services: web 0 of 1, worker 3 of "
              "5, mail 0 of 1 and 1 other");
    }
}
