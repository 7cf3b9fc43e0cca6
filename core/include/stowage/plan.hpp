// SPDX-License-Identifier: MIT
//
// The plan: what somebody intends to run, on which machines, at which price. Plain values; everything that a
// plan file can say and nothing that is computed from it. docs/plan-format.md describes the file.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "stowage/catalogue_item.hpp"
#include "stowage/decimal.hpp"
#include "stowage/list_price.hpp"
#include "stowage/own_cost.hpp"
#include "stowage/quantity.hpp"
#include "stowage/range.hpp"
#include "stowage/resources.hpp"
#include "stowage/scaling_rule.hpp"

namespace stowage {

/// The month of the public price lists: 8,760 h / 12 (AWS Pricing Calculator assumptions).
inline constexpr Duration kBillingMonth = Duration::hours(730);
/// Office hours: 8 h on 22 working days.
inline constexpr Duration kOfficeMonth = Duration::hours(8 * 22);

/// What a component is; decides which settings and which rules of thumb apply to it.
enum class ServiceKind { other, nginx, wsgi, asgi, celery, postgres, redis };

inline constexpr std::array kServiceKinds{ServiceKind::other, ServiceKind::nginx,  ServiceKind::wsgi,
                                          ServiceKind::asgi,  ServiceKind::celery, ServiceKind::postgres,
                                          ServiceKind::redis};

/// The kind as a plan file spells it.
[[nodiscard]] constexpr std::string_view name_of(ServiceKind kind) {
    switch (kind) {
        case ServiceKind::other: return "other";
        case ServiceKind::nginx: return "nginx";
        case ServiceKind::wsgi: return "wsgi";
        case ServiceKind::asgi: return "asgi";
        case ServiceKind::celery: return "celery";
        case ServiceKind::postgres: return "postgres";
        case ServiceKind::redis: return "redis";
    }
    return "other";
}

/// CPU that one replica requests. A shared replica reserves none: it lives on what is left.
struct CpuRequest {
    bool shared = false;
    Range<MilliCpu> amount;

    /// What the request takes from a machine.
    [[nodiscard]] constexpr MilliCpu reserved() const { return shared ? MilliCpu{} : amount.middle(); }
    friend bool operator==(const CpuRequest&, const CpuRequest&) = default;
};

/// A number of events per time, as written: 40 per second stays 40 per second.
struct Rate {
    Decimal events;
    Duration per = Duration::seconds(1);

    friend bool operator==(const Rate&, const Rate&) = default;
};
/// Of two rates per the same time.
[[nodiscard]] inline Rate middle_of(const Rate& low, const Rate& high) {
    return {middle_of(low.events, high.events), low.per};
}

/// The work that arrives at a service. Its service time is stated as mean and scv, or as median and 95th
/// percentile, from which those follow.
struct Load {
    std::string note;
    std::optional<Range<Rate>> arrivals;          ///< mean, at all replicas together
    std::optional<Range<Decimal>> peak_factor;    ///< of the busiest time, on arrivals and connections
    std::optional<Range<Duration>> service_time;  ///< wall time in a worker, mean
    std::optional<Range<Duration>> service_time_median;
    std::optional<Range<Duration>> service_time_p95;
    std::optional<Range<Duration>> cpu_time;      ///< the part of the service time that uses a CPU
    std::optional<Range<Decimal>> scv;            ///< squared coefficient of variation of the service time
    std::optional<Range<Decimal>> connections;    ///< asgi: that stay open, mean, at all replicas together
    std::optional<Range<Rate>> messages;          ///< asgi: on each open connection
    std::optional<Range<Duration>> message_time;  ///< asgi: CPU time of one message
    std::optional<Range<Percent>> hit_ratio;      ///< requests that are answered without a call
    std::optional<Duration> latency_budget;       ///< the longest that a response should take
    std::optional<Range<Percent>> growth;         ///< of arrivals and connections, per month

    friend bool operator==(const Load&, const Load&) = default;
};

/// Calls that one request makes to another service of the environment.
struct Call {
    std::string name;  ///< the service that is called
    Range<Decimal> per_request;

    friend bool operator==(const Call&, const Call&) = default;
};

/// A component that runs in `replicas` copies. CPU and memory are requests of one replica; a service of a
/// known kind may leave them out: see needs_of() in service_needs.hpp. The settings after `max_connections`
/// are each of one kind, and named as that software names them.
struct Service {
    std::string name;
    std::string title;
    std::string note;
    ServiceKind kind = ServiceKind::other;
    std::string server;  ///< the pool it is pinned to; empty: placed automatically
    std::int64_t replicas = 1;
    bool spread = false;   ///< no two replicas on one machine
    std::string together;  ///< services that share this word run together, replica by replica, as in one pod
    std::optional<CpuRequest> cpu;
    std::optional<Range<Bytes>> memory;
    std::optional<Range<Bytes>> memory_limit;  ///< peak of one replica
    std::optional<Bytes> disk;                 ///< that one replica fills
    std::optional<std::int64_t> max_surge;     ///< replicas beyond `replicas` while a new version rolls out
    std::optional<std::int64_t> workers;       ///< processes; of Celery the concurrency
    std::optional<std::int64_t> threads;       ///< of one worker
    std::optional<std::int64_t> max_connections;
    std::optional<Bytes> worker_memory;              ///< wsgi, asgi, celery: of one worker process
    std::optional<Bytes> connection_memory;          ///< asgi, nginx, postgres: of one connection
    std::optional<std::int64_t> worker_connections;  ///< nginx: of one worker
    std::optional<std::int64_t> prefetch;            ///< celery: tasks reserved for each process
    std::optional<std::int64_t> pool_size;      ///< wsgi, asgi, celery: database connections of one thread
    std::optional<Bytes> shared_buffers;        ///< postgres
    std::optional<Bytes> work_mem;              ///< postgres
    std::optional<Bytes> maintenance_work_mem;  ///< postgres
    std::optional<std::int64_t> reserved_connections;  ///< postgres: superuser_reserved_connections
    std::optional<std::int64_t>
        pgbouncer_pool;              ///< postgres: connections that PgBouncer in front of it opens
    std::optional<Bytes> maxmemory;  ///< redis
    bool persistence = false;        ///< redis: it saves by fork (RDB or AOF rewrite)
    std::vector<Call> calls;
    Load load;
    std::optional<ScaleOut> scale_out;
    std::optional<ScaleIn> scale_in;

    friend bool operator==(const Service&, const Service&) = default;
};

/// What the operating system and its agents keep for themselves on each machine.
enum class ReserveRule {
    none,
    host,  ///< a plain host, by a rule of our own: see reserve_of() in sizing.hpp
    gke,   ///< a node of Google Kubernetes Engine
    eks,   ///< a node of Amazon EKS
    aks,   ///< a node of Azure Kubernetes Service
    own,   ///< the figures given with it
};

inline constexpr std::array kNamedReserveRules{ReserveRule::none, ReserveRule::host, ReserveRule::gke,
                                               ReserveRule::eks, ReserveRule::aks};

/// The rule as a plan file spells it; own figures stand there instead of a word.
[[nodiscard]] constexpr std::string_view name_of(ReserveRule rule) {
    switch (rule) {
        case ReserveRule::none: return "none";
        case ReserveRule::host: return "host";
        case ReserveRule::gke: return "gke";
        case ReserveRule::eks: return "eks";
        case ReserveRule::aks: return "aks";
        case ReserveRule::own: return "own";
    }
    return "none";
}

/// What the system keeps of each machine: by a rule, or own figures where that is `own`.
struct Reserve {
    ReserveRule rule = ReserveRule::none;
    Resources own;

    friend bool operator==(const Reserve&, const Reserve&) = default;
};

/// What must stay free of one resource: a share of the allocatable amount, or an amount.
template <class Amount>
using HeadroomFloor = std::variant<Percent, Amount>;

/// The headroom policy. A resource without a floor has no policy.
struct MinHeadroom {
    std::string note;
    std::optional<HeadroomFloor<MilliCpu>> cpu;
    std::optional<HeadroomFloor<Bytes>> memory;

    friend bool operator==(const MinHeadroom&, const MinHeadroom&) = default;
};

/// A pool of `count` equal machines. cpu and memory are the planned size, which decides the fit; `instance`
/// is what is rented, which decides the cost. With the instance alone its shape is the size.
struct Server {
    std::string name;
    std::string title;
    std::string note;
    std::optional<MilliCpu> cpu;
    std::optional<Bytes> memory;
    std::int64_t count = 1;
    std::string instance;
    std::optional<Bytes> disk;
    std::string disk_type;             ///< sku of the disk's price; empty: the provider's usual one
    std::optional<std::int64_t> pods;  ///< the most replicas on one machine
    std::string zone;                  ///< what fails together, such as an availability zone
    std::optional<OwnCost> cost;
    std::optional<Percent> discount;  ///< on its list price, instead of the environment's
    std::optional<Reserve> reserved;  ///< instead of the environment's
    MinHeadroom min_headroom;         ///< each floor given here replaces the environment's

    friend bool operator==(const Server&, const Server&) = default;
};

/// A service rented from the provider: a database, a cache.
struct Managed {
    std::string name;
    std::string title;
    std::string note;
    std::string for_service;  ///< the service that it replaces or duplicates; "for" in the file
    std::string instance;
    std::int64_t count = 1;
    std::optional<Bytes> memory;   ///< of one cache that is priced by its memory
    std::optional<Bytes> storage;  ///< of one database, for its data
    std::string storage_type;      ///< sku of the storage's price; empty: the provider's usual one
    std::optional<OwnCost> cost;
    std::optional<Percent> discount;  ///< on its list price, instead of the environment's
    std::optional<Money> max_cost;    ///< per month, for all of `count`: the upper end of the estimate

    friend bool operator==(const Managed&, const Managed&) = default;
};

/// Traffic of an environment, per month, and what carries it.
struct Network {
    std::string note;
    std::optional<Bytes> egress;      ///< to the internet
    std::optional<Bytes> cross_zone;  ///< between zones, counted once; both ends are billed
    std::int64_t load_balancers = 0;
    std::string load_balancer_type;                 ///< sku of their price; empty: the provider's usual one
    std::optional<Decimal> load_balancer_capacity;  ///< capacity units (LCU) of each, mean over its hours
    std::optional<Bytes> load_balancer_data;        ///< that they process, all together
    std::int64_t nat_gateways = 0;
    std::optional<Bytes> nat_data;  ///< that they process, all together
    std::int64_t public_addresses = 0;

    friend bool operator==(const Network&, const Network&) = default;
};

/// Which memory of a replica must find a place.
enum class FitMemory {
    request,
    limit,  ///< its peak: memory_limit where one is stated
};

/// What the environment must live through: a shortage is an error then, otherwise only told.
struct Survive {
    bool server_loss = false;     ///< of any one machine
    bool zone_loss = false;       ///< of any one zone
    bool rolling_update = false;  ///< each service can run its surge replicas beside the old ones

    friend bool operator==(const Survive&, const Survive&) = default;
};

/// One place to run: development, staging, production ...
struct Environment {
    std::string name;
    std::string title;
    std::string note;
    std::string provider;  ///< catalogue id, such as aws or hetzner; empty: own machines
    std::string region;
    Duration hours = kBillingMonth;  ///< that machines run in a month
    Percent discount;                ///< on list prices; own costs are what is paid
    std::optional<Money> budget;     ///< per month
    Reserve reserved;
    MinHeadroom min_headroom;
    FitMemory fit_memory = FitMemory::request;
    Survive survive;
    std::vector<Server> servers;
    std::vector<Service> services;
    std::vector<Managed> managed;
    Network network;

    friend bool operator==(const Environment&, const Environment&) = default;
};

/// A row of the plan's own price list: sold under that name as if the catalogue had it, and before it.
struct OwnPrice {
    std::string name;  ///< provider/region/sku
    CatalogueItem item = Offering::compute;
    ListPrice price;
    std::optional<MilliCpu> cpu;
    std::optional<Bytes> memory;
    std::optional<Percent> baseline;  ///< of each vCPU; burstable types alone have one
    Architecture architecture = Architecture::unknown;
    CpuClass cpu_class = CpuClass::dedicated;
    std::string date;    ///< of the price, YYYY-MM-DD
    std::string source;  ///< where it is from

    friend bool operator==(const OwnPrice&, const OwnPrice&) = default;
};

/// A price that the plan was made with.
struct UsedPrice {
    std::string name;  ///< provider/region/sku
    ListPrice price;

    friend bool operator==(const UsedPrice&, const UsedPrice&) = default;
};

/// The catalogue that the plan was made with, so that an old link shows its old figures.
struct PriceBasis {
    std::string snapshot;
    std::vector<UsedPrice> used;
    std::vector<OwnPrice> own;

    friend bool operator==(const PriceBasis&, const PriceBasis&) = default;
};

/// All that a user states. Once read it is within the limits of limits.hpp, and no name in it dangles.
struct Plan {
    std::string name;
    std::string note;
    std::vector<ExchangeRate> exchange;  ///< of the currencies of own costs
    PriceBasis prices;
    std::vector<Environment> environments;

    friend bool operator==(const Plan&, const Plan&) = default;
};

/// The element of that name, or null.
template <class T>
[[nodiscard]] const T* find_named(const std::vector<T>& list, std::string_view name) {
    for (const T& element : list) {
        if (element.name == name) return &element;
    }
    return nullptr;
}
template <class T>
[[nodiscard]] T* find_named(std::vector<T>& list, std::string_view name) {
    return const_cast<T*>(find_named(std::as_const(list), name));
}

/// What to call an element on screen: its title, else its name.
template <class T>
[[nodiscard]] const std::string& label_of(const T& element) {
    return element.title.empty() ? element.name : element.title;
}

}  // namespace stowage
