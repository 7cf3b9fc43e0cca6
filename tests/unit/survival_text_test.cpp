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

    TEST_CASE("all is well") {
        EnvironmentEstimate estimate;
        estimate.server_loss = {3, 3, {}};
        estimate.zone_loss = {1, 1, {}};
        CHECK(explain_survival(environment_of(), estimate) ==
              Sentences{"survives the loss of 3 of 3 servers", "survives the loss of 1 of 1 zone",
                        "a rolling update finds room for every service"});
    }

    TEST_CASE("a loss names the machine and what finds no place") {
        EnvironmentEstimate estimate;
        estimate.server_loss = {3, 1, {{"", 0, 1, {{0, 1}}}, {"", 1, 0, {{1, 2}, {3, 1}}}}};
        estimate.zone_loss = {2, 1, {{"a", 0, 0, {{0, 4}}}}};
        const auto sentences = explain_survival(environment_of(), estimate);
        REQUIRE(sentences.size() == 3);
        CHECK(
            sentences[0] ==
            "survives the loss of 1 of 3 servers: without machine 2 of App server 1 replica of web finds no "
            "place; without db 2 replicas of worker, 1 replica of Chat find no place");
        CHECK(sentences[1] ==
              "survives the loss of 1 of 2 zones: without zone a 4 replicas of web find no place");
    }

    TEST_CASE("more than three are counted") {
        EnvironmentEstimate estimate;
        estimate.server_loss = {1, 0, {{"", 1, 0, {{0, 1}, {1, 1}, {2, 1}, {3, 1}}}}};
        estimate.surges = {{0, 1, 0}, {1, 5, 3}, {2, 1, 0}, {3, 1, 0}};
        const auto sentences = explain_survival(environment_of(), estimate);
        CHECK(
            sentences[0] ==
            "survives the loss of 0 of 1 server: without db 1 replica of web, 1 replica of worker, 1 replica "
            "of mail, and 1 more find no place");
        CHECK(sentences[1] ==
              "a rolling update finds no room for 1 of 1 surge replica of web, 2 of 5 surge replicas of "
              "worker, 1 of 1 surge replica of mail, and 1 more");
    }
}
