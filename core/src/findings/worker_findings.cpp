// SPDX-License-Identifier: MIT
#include <unordered_map>

#include "../stack/clamped.hpp"
#include "stack_findings.hpp"
#include "stowage/stack/asgi.hpp"
#include "stowage/stack/gunicorn.hpp"
#include "stowage/stack/nginx.hpp"
#include "stowage/stack/workers.hpp"

namespace stowage {
namespace {

void add_too_many_workers(const Examined& examined, const Service& service, Findings& findings) {
    const auto cpu = stated_cpu(service);
    if (!service.workers || !cpu) return;
    const bool gunicorn = service.kind == ServiceKind::wsgi;
    const std::int64_t most = gunicorn ? gunicorn_start_workers(*cpu) : whole_cores(*cpu);
    if (*service.workers <= most) return;
    Finding found =
        finding(FindingCode::too_many_workers, setting_pointer(examined, service, "workers", true),
                label_of(service) + " runs " + std::to_string(*service.workers) + " workers on " +
                    show_cpu(*cpu) + ": more than " +
                    (gunicorn ? "2 x cores + 1 = " : "one for each core, which is ") + std::to_string(most));
    found.fixes.push_back(set_to(examined, service, "workers", most));
    findings.push_back(std::move(found));
}

void add_workers_exceed_memory(const Examined& examined, const Service& service, Findings& findings) {
    if (!service.memory || (!service.workers && !service.worker_memory)) return;
    const WorkerSettings settings = worker_settings(service);
    const Bytes needed = memory_of(settings);
    const Bytes request = service.memory->middle();
    if (needed <= request) return;
    Finding found = finding(
        FindingCode::workers_exceed_memory, setting_pointer(examined, service, "memory", true),
        label_of(service) + ": " + std::to_string(settings.workers) + " workers of " +
            show_bytes(settings.worker_memory) + (service.worker_memory ? "" : " (our choice)") + " need " +
            show_bytes(needed) + " of the " + show_bytes(request) + " that a replica requests");
    if (needed <= limits::kMemory)
        found.fixes.push_back(raise_memory(examined, service, whole_mib_up(needed)));
    const std::int64_t fit =
        settings.worker_memory.is_zero() ? 0 : request.to_bytes() / settings.worker_memory.to_bytes();
    if (fit > 0) found.fixes.push_back(set_to(examined, service, "workers", fit));
    findings.push_back(std::move(found));
}

void add_asgi_connections(const Examined& examined, const Service& service, Findings& findings) {
    if (service.kind != ServiceKind::asgi || !service.max_connections) return;
    const std::int64_t processes = worker_settings(service).workers;
    const std::int64_t most = std::min(processes * kAsgiConnections, kMostSetting);
    const std::int64_t stated = *service.max_connections;
    if (stated <= most) return;
    Finding found = finding(FindingCode::asgi_connections_per_process,
                            setting_pointer(examined, service, "max_connections", true),
                            label_of(service) + " accepts " + std::to_string(stated) + " connections in " +
                                std::to_string(processes) + (processes == 1 ? " process" : " processes") +
                                ": more than " + std::to_string(kAsgiConnections) + " each");
    found.fixes.push_back(set_to(examined, service, "max_connections", most));
    const std::int64_t enough = (stated + kAsgiConnections - 1) / kAsgiConnections;
    const auto cpu = stated_cpu(service);
    if (!cpu || enough <= whole_cores(*cpu))
        found.fixes.push_back(set_to(examined, service, "workers", enough));
    findings.push_back(std::move(found));
}

/// What the services behind a proxy take at once.
struct Upstream {
    detail::Int128 clients = 0;
    bool stated = false;  ///< an ASGI service states its connections

    void add(const Service& service) {
        if (service.kind == ServiceKind::asgi) {
            clients += detail::Int128{service.replicas} * asgi_max_connections(service);
            stated = stated || (service.replicas > 0 && service.max_connections);
        } else if (service.kind == ServiceKind::wsgi) {
            const WorkerSettings settings = worker_settings(service);
            clients += detail::Int128{service.replicas} * settings.workers * settings.threads;
        }
    }
};

void add_nginx_connections(const Examined& examined, const Service& service, const Upstream& upstream,
                           Findings& findings) {
    if (!service.workers && !service.worker_connections && !upstream.stated) return;
    const NginxSettings settings = nginx_settings(service);
    const detail::Int128 takes = detail::Int128{service.replicas} * settings.proxied_clients();
    if (takes >= upstream.clients) return;
    Finding found = finding(
        FindingCode::nginx_connections,
        setting_pointer(examined, service, "worker_connections", service.worker_connections.has_value()),
        label_of(service) + " proxies " + std::to_string(clamped(takes, kMostConnections)) +
            " clients: " + std::to_string(service.replicas) + " x " + std::to_string(settings.workers) +
            " x " + std::to_string(settings.worker_connections) + " / 2; the services behind it take " +
            std::to_string(clamped(upstream.clients, kMostConnections)));
    // Per replica first, and even: an odd product loses half a client to the division.
    const detail::Int128 of_each = (upstream.clients + service.replicas - 1) / service.replicas;
    const detail::Int128 enough = (of_each * 2 + settings.workers - 1) / settings.workers;
    if (enough <= kMostSetting)
        found.fixes.push_back(
            set_to(examined, service, "worker_connections", static_cast<std::int64_t>(enough)));
    findings.push_back(std::move(found));
}

/// A proxy that states what it calls is held against that, another against all ASGI and WSGI services.
class Proxies {
  public:
    explicit Proxies(const Examined& examined) : examined_(examined) {
        for (const Service& service : examined.environment.services) {
            all_.add(service);
            by_name_.emplace(service.name, &service);
        }
    }

    void examine(const Service& proxy, Findings& findings) const {
        if (proxy.calls.empty()) return add_nginx_connections(examined_, proxy, all_, findings);
        Upstream upstream;
        for (const Call& call : proxy.calls) {
            const auto called = by_name_.find(call.name);
            if (called != by_name_.end()) upstream.add(*called->second);
        }
        add_nginx_connections(examined_, proxy, upstream, findings);
    }

  private:
    const Examined& examined_;
    Upstream all_;
    std::unordered_map<std::string_view, const Service*> by_name_;
};

}  // namespace

void find_worker_problems(const Examined& examined, Findings& findings) {
    std::optional<Proxies> proxies;
    for (const Service& service : examined.environment.services) {
        if (service.replicas == 0) continue;
        if (runs_workers(service.kind)) {
            add_too_many_workers(examined, service, findings);
            add_workers_exceed_memory(examined, service, findings);
            add_asgi_connections(examined, service, findings);
        } else if (service.kind == ServiceKind::nginx) {
            if (!proxies) proxies.emplace(examined);
            proxies->examine(service, findings);
        }
    }
}

}  // namespace stowage
