// SPDX-License-Identifier: MIT
#pragma once

#include "fixtures.hpp"

namespace stowage::test {

/// Two environments with every kind of reference in the first: pins, calls, `for`.
inline constexpr std::string_view kWebPlan =
    "stowage: 0\n"
    "name: Web shop\n"
    "environments:\n"
    "  live:\n"
    "    provider: aws\n"
    "    region: us-east-1\n"
    "    servers:\n"
    "      app: {cpu: 4, memory: 8GiB}\n"
    "      db: {cpu: 2, memory: 4GiB}\n"
    "    services:\n"
    "      web: {kind: wsgi, server: app, replicas: 2, cpu: 1, memory: 1GiB, calls: {sql: 3}}\n"
    "      sql: {kind: postgres, server: db, cpu: 1, memory: 2GiB}\n"
    "      jobs: {kind: asgi, server: app, cpu: 500m, memory: 512MiB, calls: {sql: 1, web: 1}}\n"
    "    managed:\n"
    "      rds: {for: sql, instance: db.t3.medium}\n"
    "  test:\n"
    "    title: Try-out\n"
    "    servers:\n"
    "      one: {cpu: 2, memory: 4GiB}\n";

inline Plan web_plan() { return plan_of(kWebPlan); }

/// Names of a list, in order: "app db".
template <class List>
std::string names_of(const List& list) {
    std::string names;
    for (const auto& element : list) names += (names.empty() ? "" : " ") + element.name;
    return names;
}

}  // namespace stowage::test
