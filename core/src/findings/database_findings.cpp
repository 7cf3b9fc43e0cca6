// SPDX-License-Identifier: MIT
#include <map>

#include "../stack/clamped.hpp"
#include "../word_list.hpp"
#include "stack_findings.hpp"
#include "stowage/stack/connection_budget.hpp"
#include "stowage/stack/pgtune.hpp"
#include "stowage/stack/postgres.hpp"
#include "stowage/stack/service_cpu.hpp"

namespace stowage {
namespace {

bool states_connections(const Service& postgres) {
    return postgres.max_connections || postgres.reserved_connections || postgres.pgbouncer_pool;
}

bool has_own_cpu(const Service& postgres) { return !postgres.cpu || stated_cpu(postgres); }

bool states_memory_settings(const Service& postgres) {
    return postgres.max_connections || postgres.shared_buffers || postgres.work_mem ||
           postgres.maintenance_work_mem || postgres.connection_memory;
}

/// Whether the memory carries the settings in force, with shared_buffers within what helps.
bool carries(const Service& postgres, Bytes memory) {
    const PostgresSettings settings = postgres_settings(postgres, memory);
    return memory_of(settings) <= memory && settings.shared_buffers <= share_of(memory, kMostSharedBuffers);
}

/// The largest shared_buffers up to PGTune's with which the memory carries the settings; none below
/// PostgreSQL's default, as the other settings are what is too large then. What is derived from the rest
/// changes with it, hence the few rounds.
std::optional<Bytes> shared_buffers_within(Service postgres, Bytes memory) {
    postgres.shared_buffers = whole_mib_down(pgtune_shared_buffers(memory));
    for (int round = 0; round < 8; ++round) {
        if (*postgres.shared_buffers < kPostgresSharedBuffers) return std::nullopt;
        if (carries(postgres, memory)) return postgres.shared_buffers;
        const Bytes over = memory_of(postgres_settings(postgres, memory)) - memory;
        postgres.shared_buffers = whole_mib_down(*postgres.shared_buffers - over);
    }
    return std::nullopt;
}

/// The least whole MiB of memory that carry the settings, where a request decides. Settings that follow the
/// memory grow by less than it does, so the rounds close in.
std::optional<Bytes> memory_enough(const Service& postgres, Bytes memory) {
    for (int round = 0; round < 64; ++round) {
        if (carries(postgres, memory)) return memory;
        const PostgresSettings settings = postgres_settings(postgres, memory);
        const Bytes for_buffers =
            Bytes::bytes((settings.shared_buffers.to_bytes() * 5 + 1) / 2);  // x 100 / 40
        const Bytes next = std::max({memory_of(settings), for_buffers, memory + Bytes::mib(1)});
        if (next > limits::kMemory) return std::nullopt;
        memory = whole_mib_up(next);
    }
    return std::nullopt;
}

std::string memory_message(const Service& postgres, const PostgresSettings& settings, Bytes memory) {
    if (memory_of(settings) <= memory) {
        return "shared_buffers of " + show_bytes(settings.shared_buffers) + " are more than 40 % of the " +
               show_bytes(memory) + " that " + label_of(postgres) + " has";
    }
    return label_of(postgres) + " may need " + show_bytes(memory_of(settings)) + " of the " +
           show_bytes(memory) + " that it has: shared_buffers " + show_bytes(settings.shared_buffers) +
           ", maintenance_work_mem " + show_bytes(settings.maintenance_work_mem) + ", " +
           std::to_string(settings.open) + " connections of " + show_bytes(settings.connection_memory) +
           ", " + std::to_string(settings.active) + " times work_mem " + show_bytes(settings.work_mem);
}

void add_postgres_memory(const Examined& examined, std::uint32_t index, Findings& findings) {
    const Service& postgres = examined.environment.services[index];
    if (!has_own_cpu(postgres) && !states_memory_settings(postgres)) return;
    const auto memory = memory_of_postgres(examined.environment, examined.estimate, index);
    if (!memory || carries(postgres, memory->amount)) return;
    Finding found =
        finding(FindingCode::postgres_memory, setting_pointer(examined, postgres, "memory", true),
                memory_message(postgres, postgres_settings(postgres, memory->amount), memory->amount));
    if (const auto buffers = shared_buffers_within(postgres, memory->amount))
        found.fixes.push_back(set_to(examined, postgres, "shared_buffers", *buffers));
    const auto enough = memory->dedicated ? std::nullopt : memory_enough(postgres, memory->amount);
    if (enough) found.fixes.push_back(raise_memory(examined, postgres, *enough));
    findings.push_back(std::move(found));
}

/// "WSGI 2 x 3 x 1 = 6"
std::string product_of(const Service& service, const DatabaseClient& client) {
    std::string text = label_of(service) + " " + std::to_string(service.replicas) + " x " +
                       std::to_string(client.settings.workers) + " x " +
                       std::to_string(client.settings.threads);
    if (client.settings.pool_size != 1) text += " x " + std::to_string(client.settings.pool_size);
    return text + " = " + std::to_string(client.connections);
}

/// "WSGI 2 x 3 x 1 = 6 and ASGI 2 x 1 x 5 = 10: 16 connections"
std::string sum_of(const Examined& examined, const ConnectionBudget& budget) {
    std::vector<std::string> parts;
    for (const DatabaseClient& client : budget.clients)
        parts.push_back(product_of(examined.environment.services[client.service], client));
    const std::size_t others = budget.client_count - budget.clients.size();
    if (others > 0) parts.push_back(std::to_string(others) + (others == 1 ? " other" : " others"));
    std::string text = list_of(parts);
    if (budget.client_count > 1) text += ": " + std::to_string(budget.connections);
    return text + (budget.connections == 1 ? " connection" : " connections");
}

/// The pool of the formula, behind which any number of clients share few connections.
void add_pgbouncer_fix(const Examined& examined, const Service& postgres, MilliCpu cpu,
                       std::int64_t available, Finding& found) {
    const std::int64_t pool = postgres_pool_size(cpu);
    if (pool > available) return;
    Fix fix = set_to(examined, postgres, "pgbouncer_pool", pool);
    fix.label = "Use PgBouncer with a pool of " + std::to_string(pool);
    found.fixes.push_back(std::move(fix));
}

/// What gives connections: the service where it runs, or its managed stand-in.
struct Giver {
    const std::string& label;
    std::int64_t available = 0;
    std::int64_t limit = 0;
    std::int64_t reserved = 0;
};

std::string exceeded_message(const Examined& examined, const ConnectionBudget& budget, const Giver& giver) {
    const Service& postgres = examined.environment.services[budget.database];
    const std::int64_t seen = budget.seen(postgres);
    std::string text = sum_of(examined, budget);
    if (seen < budget.connections) text += ", of which PgBouncer opens " + std::to_string(seen);
    return text + "; " + giver.label + " gives " + std::to_string(giver.available) + ": " +
           std::to_string(giver.limit) + " without the " + std::to_string(giver.reserved) + " reserved";
}

void add_budget(const Examined& examined, const ConnectionBudget& budget, const Giver& giver,
                Findings& findings) {
    const Service& postgres = examined.environment.services[budget.database];
    const std::int64_t seen = budget.seen(postgres);
    std::string text = sum_of(examined, budget);
    if (seen < budget.connections) {
        text += "; PgBouncer opens " + std::to_string(seen) + " of the " + std::to_string(giver.available) +
                " that " + giver.label + " gives, and has to accept " + std::to_string(budget.connections) +
                " clients (max_client_conn, " + std::to_string(kPgBouncerClients) + " where it is not set)";
    } else {
        text += " of the " + std::to_string(giver.available) + " that " + giver.label + " gives";
    }
    if (budget.assumed && budget.client_count > 1) text += "; no service states calls: all are counted";
    findings.push_back(
        finding(FindingCode::connection_budget, examined.pointer_to("services", postgres.name), text));
}

void add_connections(const Examined& examined, const ConnectionBudget& budget, Findings& findings) {
    const Service& postgres = examined.environment.services[budget.database];
    const PostgresSettings settings = postgres_settings(postgres, std::nullopt);
    const Giver giver{label_of(postgres), settings.available(), settings.max_connections,
                      settings.reserved_connections};
    const std::int64_t seen = budget.seen(postgres);
    if (seen <= giver.available) return add_budget(examined, budget, giver, findings);
    Finding found =
        finding(FindingCode::database_connections_exceeded,
                setting_pointer(examined, postgres, "max_connections", postgres.max_connections.has_value()),
                exceeded_message(examined, budget, giver));
    const std::int64_t enough = seen + settings.reserved_connections;
    if (enough <= kMostSetting) found.fixes.push_back(set_to(examined, postgres, "max_connections", enough));
    const MilliCpu cpu = stated_cpu(postgres).value_or(MilliCpu::cores(1));
    add_pgbouncer_fix(examined, postgres, cpu, giver.available, found);
    findings.push_back(std::move(found));
}

void add_rds_connections(const Examined& examined, const ConnectionBudget& budget, const Managed& managed,
                         Findings& findings) {
    const InstanceType* type = examined.catalogue.find_type(examined.environment.provider, managed.instance);
    if (type == nullptr || type->offering != Offering::postgres || !type->memory) return;
    const Service& postgres = examined.environment.services[budget.database];
    const std::int64_t limit = rds_max_connections(*type->memory);
    const std::int64_t reserved = postgres_settings(postgres, std::nullopt).reserved_connections;
    const Giver giver{label_of(managed), std::max<std::int64_t>(limit - reserved, 0), limit, reserved};
    if (budget.seen(postgres) <= giver.available) {
        if (postgres.replicas == 0) add_budget(examined, budget, giver, findings);
        return;
    }
    Finding found = finding(FindingCode::rds_connections_exceeded,
                            child_pointer(examined.pointer_to("managed", managed.name), "instance"),
                            exceeded_message(examined, budget, giver));
    add_pgbouncer_fix(examined, postgres, type->cpu.value_or(MilliCpu::cores(1)), giver.available, found);
    findings.push_back(std::move(found));
}

/// Managed services by the service that they stand for.
std::multimap<std::string_view, const Managed*> stand_ins(const Environment& environment) {
    std::multimap<std::string_view, const Managed*> managed;
    if (environment.provider != "aws") return managed;  // whose RDS is
    for (const Managed& each : environment.managed) managed.emplace(each.for_service, &each);
    return managed;
}

}  // namespace

void find_database_problems(const Examined& examined, Findings& findings) {
    const auto& services = examined.environment.services;
    for (std::uint32_t i = 0; i < services.size(); ++i) {
        if (services[i].kind == ServiceKind::postgres && services[i].replicas > 0)
            add_postgres_memory(examined, i, findings);
    }
    const auto managed = stand_ins(examined.environment);
    for (const ConnectionBudget& budget : connection_budgets(examined.environment)) {
        const Service& postgres = services[budget.database];
        if (!budget.stated && !states_connections(postgres) && !has_own_cpu(postgres)) continue;
        if (postgres.replicas > 0) add_connections(examined, budget, findings);
        const auto [first, last] = managed.equal_range(postgres.name);
        for (auto each = first; each != last; ++each)
            add_rds_connections(examined, budget, *each->second, findings);
    }
}

}  // namespace stowage
