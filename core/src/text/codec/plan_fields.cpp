// SPDX-License-Identifier: MIT
#include "plan_fields.hpp"

#include "named_codec.hpp"

namespace stowage {
namespace {

/// The currency of the catalogue needs no rate.
struct ExchangedCurrencyCodec : CurrencyCodec {
    static bool read(const Node& node, std::string& value, Decoding& decoding) {
        if (!CurrencyCodec::read(node, value, decoding)) return false;
        if (!value.empty()) return true;
        return decoding.fail(
            node.position, {ErrorCode::unknown_value, "amounts are in USD: it has no rate", "EUR, GBP ..."});
    }
};
using Environments = NamedObjects<Environment, limits::kEnvironments>;
using Servers = NamedObjects<Server, limits::kServers>;
using ManagedServices = NamedObjects<Managed, limits::kManaged>;
using Calls = NamedCodec<Call, NameCodec, NamedScalar<&Call::per_request>, limits::kServices>;
using UsedPrices = NamedCodec<UsedPrice, CatalogueIdCodec, NamedScalar<&UsedPrice::price>,
                              2 * (limits::kServers + limits::kManaged)>;  // machines, and disks and storage
using OwnPrices = NamedCodec<OwnPrice, CatalogueIdCodec, NamedObject<OwnPrice>, limits::kOwnPrices>;
using NetworkDeviceCount = CountCodec<0, limits::kNetworkDevices>;
using ExchangeRates =
    NamedCodec<ExchangeRate, ExchangedCurrencyCodec, NamedObject<ExchangeRate>, limits::kCurrencies>;
constexpr std::int64_t kMostPods =
    10'000;  // Kubernetes is tested to 110 a node, providers allow some hundreds
using SettingCount = OptionalCodec<CountCodec<1, 1'000'000>>;  // workers, connections: beyond any one process

template <class Object>
struct ObjectCodec : NamedObject<Object> {};

/// Prices without the id of their snapshot are refused by check_references().
struct PriceBasisCodec : NamedObject<PriceBasis> {
    static Node schema() {
        Node keys = Node::sequence();
        keys.items.push_back(Node::text("snapshot"));
        Node dependent = Node::map();
        dependent.add("used", std::move(keys));
        Node schema = schema_of_object<PriceBasis>();
        schema.add("dependentRequired", std::move(dependent));
        return schema;
    }
};

/// CPU and memory are required where needs_key() says so: without a kind, or of kind other.
struct ServiceCodec : NamedObject<Service> {
    static Node schema() {
        Node other = Node::map();
        other.add("const", Node::text(std::string(name_of(ServiceKind::other))));
        Node kind = Node::map();
        kind.add("kind", std::move(other));
        Node condition = Node::map();
        condition.add("properties", std::move(kind));
        Node keys = Node::sequence();
        keys.items = {Node::text("cpu"), Node::text("memory")};
        Node needed = Node::map();
        needed.add("required", std::move(keys));
        Node schema = schema_of_object<Service>();
        schema.add("if", std::move(condition));
        schema.add("then", std::move(needed));
        return schema;
    }
};

using Services = NamedCodec<Service, NameCodec, ServiceCodec, limits::kServices>;

constexpr std::string_view kTitleHelp = "What to call it on screen and in reports; its name when absent.";
constexpr std::string_view kNoteHelp = "A remark; shown and kept, never interpreted.";

constexpr Field<Plan> kPlanFields[] = {
    field<&Plan::name, TitleCodec>("name", "What the plan is called."),
    field<&Plan::note, NoteCodec>("note", kNoteHelp),
    field<&Plan::exchange, ExchangeRates>("exchange",
                                          "What currencies of own costs are worth in dollars, by currency."),
    field<&Plan::prices, PriceBasisCodec>("prices", "The catalogue that the plan was made with."),
    field<&Plan::environments, Environments>("environments", "The places to run, by name."),
};

constexpr Field<PriceBasis> kPriceBasisFields[] = {
    field<&PriceBasis::snapshot, CatalogueIdCodec>("snapshot", "Id of the catalogue snapshot."),
    field<&PriceBasis::used, UsedPrices>(
        "used", "List price of each provider/region/sku that the plan uses; written by Stowage."),
    field<&PriceBasis::own, OwnPrices>(
        "own", "An own price list, by provider/region/sku; it stands before the catalogue's."),
};

constexpr Field<OwnPrice> kOwnPriceFields[] = {
    field<&OwnPrice::item>("for",
                           "What is sold: compute, postgres, redis, disk, egress ...; compute when "
                           "absent."),
    field<&OwnPrice::price>("price",
                            "Per hour, such as 0.05, or with its unit: 6/month, 0.08/GiB-month, tiers.",
                            Presence::required),
    field<&OwnPrice::cpu>("cpu", "vCPUs of a machine type."),
    field<&OwnPrice::memory>("memory", "Memory of a machine type."),
    field<&OwnPrice::baseline>("baseline", "Burstable types: the share of each vCPU that lasts."),
    field<&OwnPrice::architecture>("architecture", "x86_64 or arm64."),
    field<&OwnPrice::cpu_class>("class", "dedicated, burstable or shared; dedicated when absent."),
    field<&OwnPrice::date, DateCodec>("date", "The day of the price."),
    field<&OwnPrice::source, TitleCodec>("source", "Where the price is from."),
};

constexpr Field<ExchangeRate> kExchangeRateFields[] = {
    field<&ExchangeRate::rate, ExchangeRateCodec>("rate", "Dollars for one unit of the currency.",
                                                  Presence::required),
    field<&ExchangeRate::date, DateCodec>("date", "The day of the rate.", Presence::required),
};

constexpr Field<OwnedCost> kOwnedCostFields[] = {
    field<&OwnedCost::currency, CurrencyCodec>("currency", "Of the amounts; USD when absent."),
    field<&OwnedCost::purchase, OwnAmountCodec>("purchase", "What the machine cost."),
    field<&OwnedCost::lifetime>("lifetime", "Over which the purchase is written off, such as 36 months."),
    field<&OwnedCost::power>("power", "That it draws while it runs, mean, such as 200W."),
    field<&OwnedCost::electricity>("electricity", "Price of the energy, such as 0.30/kWh."),
    field<&OwnedCost::monthly, OwnAmountCodec>("monthly", "What is due each month whether it runs or not."),
};

constexpr Field<Environment> kEnvironmentFields[] = {
    field<&Environment::title, TitleCodec>("title", kTitleHelp),
    field<&Environment::note, NoteCodec>("note", kNoteHelp),
    field<&Environment::provider, CatalogueIdCodec>(
        "provider", "Whose prices apply, such as aws or hetzner; own machines when absent."),
    field<&Environment::region, CatalogueIdCodec>("region", "The provider's region, such as us-east-1."),
    field<&Environment::hours, MonthHoursCodec>(
        "hours", "Hours a month that machines run: always (730), office (176) or a number; 730 when absent."),
    field<&Environment::discount>("discount", "What the provider takes off its list prices, such as 20%."),
    field<&Environment::budget>("budget", "The most that a month may cost."),
    field<&Environment::reserved>(
        "reserved", "What the system keeps of each machine: none, host, gke, eks, aks or figures."),
    field<&Environment::min_headroom, ObjectCodec<MinHeadroom>>(
        "min_headroom", "What must stay free of the allocatable size, in per cent or as an amount."),
    field<&Environment::fit_memory>(
        "fit_memory", "Which memory of a replica must fit: its request, or its limit; request when absent."),
    field<&Environment::survive, ObjectCodec<Survive>>("survive", "What the environment must live through."),
    field<&Environment::servers, Servers>("servers", "Pools of equal machines, by name."),
    field<&Environment::services, Services>("services", "What runs on the servers, by name."),
    field<&Environment::managed, ManagedServices>("managed", "Services rented from the provider, by name."),
    field<&Environment::network, ObjectCodec<Network>>("network", "Traffic of the environment."),
};

constexpr Field<Server> kServerFields[] = {
    field<&Server::title, TitleCodec>("title", kTitleHelp),
    field<&Server::note, NoteCodec>("note", kNoteHelp),
    field<&Server::cpu>(
        "cpu", "Planned cores of one machine, which decide the fit; those of the instance when absent."),
    field<&Server::memory>("memory",
                           "Planned memory of one machine, which decides the fit; that of the instance when "
                           "absent."),
    field<&Server::count, CountCodec<1, limits::kServers>>("count",
                                                           "How many equal machines; 1 when absent."),
    field<&Server::instance, CatalogueIdCodec>("instance",
                                               "What is rented, such as c6i.2xlarge; decides the cost."),
    field<&Server::disk, OptionalCodec<DiskCodec>>("disk", "Disk of one machine."),
    field<&Server::disk_type, CatalogueIdCodec>(
        "disk_type", "What its disk is rented as, such as gp3; the provider's usual one when absent."),
    field<&Server::pods, OptionalCodec<CountCodec<1, kMostPods>>>(
        "pods", "The most replicas on one machine; unlimited when absent, 110 under gke, eks and aks."),
    field<&Server::zone, NameCodec>("zone", "What fails together, such as an availability zone."),
    field<&Server::cost>(
        "cost", "An own price of one machine, such as 85/month or 40 EUR/month, instead of the catalogue's."),
    field<&Server::discount>("discount", "Off its list price, instead of the environment's discount."),
    field<&Server::reserved>("reserved",
                             "What the operating system keeps, instead of the environment's rule."),
    field<&Server::min_headroom, ObjectCodec<MinHeadroom>>(
        "min_headroom", "What must stay free, instead of the environment's policy."),
};

constexpr Field<Service> kServiceFields[] = {
    field<&Service::title, TitleCodec>("title", kTitleHelp),
    field<&Service::note, NoteCodec>("note", kNoteHelp),
    field<&Service::kind>("kind", "What it is: nginx, wsgi, asgi, celery, postgres, redis or other."),
    field<&Service::server, NameCodec>("server",
                                       "The server that it is pinned to; placed automatically when absent."),
    field<&Service::replicas, CountCodec<0, limits::kReplicas>>("replicas",
                                                                "How many copies run; 1 when absent."),
    field<&Service::spread>("spread", "true: no two replicas on one machine."),
    field<&Service::together, NameCodec>(
        "together", "Services with the same word here run together, replica by replica, as in one pod."),
    field<&Service::cpu>("cpu",
                         "CPU that one replica requests, such as 2, 0.5 or 500m; shared reserves none; "
                         "derived from the settings of its kind when absent."),
    field<&Service::memory>("memory",
                            "Memory that one replica requests, such as 512MiB; derived from the settings "
                            "of its kind when absent."),
    field<&Service::memory_limit>("memory_limit", "Peak memory of one replica."),
    field<&Service::disk, OptionalCodec<ReplicaDiskCodec>>(
        "disk", "Disk that one replica fills; counts on servers that state a disk."),
    field<&Service::max_surge, OptionalCodec<CountCodec<0, limits::kReplicas>>>(
        "max_surge",
        "Replicas beside the old ones while a version rolls out; 25% of the replicas, rounded up, when "
        "absent; none for postgres and redis."),
    field<&Service::workers, SettingCount>("workers", "Worker processes of one replica."),
    field<&Service::threads, SettingCount>("threads", "Threads of one worker."),
    field<&Service::max_connections, SettingCount>("max_connections",
                                                   "Connections that one replica accepts."),
    field<&Service::worker_memory>("worker_memory", "wsgi, asgi, celery: memory of one worker process."),
    field<&Service::connection_memory>("connection_memory",
                                       "asgi, nginx, postgres: memory of one connection."),
    field<&Service::worker_connections, SettingCount>(
        "worker_connections", "nginx: connections of one worker, both sides counted; 512 when absent."),
    field<&Service::prefetch, SettingCount>("prefetch",
                                            "celery: tasks that each process reserves; 4 when absent."),
    field<&Service::pool_size, SettingCount>(
        "pool_size", "wsgi, asgi, celery: database connections of one thread; 1 when absent."),
    field<&Service::shared_buffers>("shared_buffers", "postgres: memory of its own cache."),
    field<&Service::work_mem>("work_mem", "postgres: memory of one sort or hash."),
    field<&Service::maintenance_work_mem>("maintenance_work_mem",
                                          "postgres: memory of a vacuum or an index build."),
    field<&Service::reserved_connections, OptionalCodec<CountCodec<0, 1'000'000>>>(
        "reserved_connections", "postgres: connections kept for superusers; 3 when absent."),
    field<&Service::pgbouncer_pool, SettingCount>(
        "pgbouncer_pool", "postgres: connections that PgBouncer in front of it opens."),
    field<&Service::maxmemory>("maxmemory", "redis: the most that data may take."),
    field<&Service::persistence>("persistence", "redis: true when it saves to disk, for which it forks."),
    field<&Service::calls, Calls>("calls", "Calls that one request makes to other services, by service."),
    field<&Service::load, ObjectCodec<Load>>("load", "The work that arrives."),
    field<&Service::scale_out>("scale_out", "When to add replicas."),
    field<&Service::scale_in>("scale_in", "When to take replicas away."),
};

constexpr Field<Managed> kManagedFields[] = {
    field<&Managed::title, TitleCodec>("title", kTitleHelp),
    field<&Managed::note, NoteCodec>("note", kNoteHelp),
    field<&Managed::for_service, NameCodec>("for", "The service of the environment that it stands for."),
    field<&Managed::instance, CatalogueIdCodec>("instance", "What is rented, such as db.t3.medium."),
    field<&Managed::count, CountCodec<1, limits::kManaged>>("count", "How many; 1 when absent."),
    field<&Managed::memory>("memory", "Of one cache that is priced by its size."),
    field<&Managed::storage, OptionalCodec<DiskCodec>>("storage", "Of one database, for its data."),
    field<&Managed::storage_type, CatalogueIdCodec>(
        "storage_type", "What the storage is rented as; the provider's usual one when absent."),
    field<&Managed::cost>("cost", "An own price of one, such as 85/month, instead of the catalogue's."),
    field<&Managed::discount>("discount", "Off its list price, instead of the environment's discount."),
    field<&Managed::max_cost>("max_cost",
                              "The most that a month may cost for all of them: the estimate's upper end."),
};

constexpr Field<Survive> kSurviveFields[] = {
    field<&Survive::server_loss>("server_loss", "true: losing any one machine leaves everything a place."),
    field<&Survive::zone_loss>("zone_loss", "true: losing any one zone leaves everything a place."),
    field<&Survive::rolling_update>("rolling_update", "true: each service has room for its surge replicas."),
};

constexpr Field<Network> kNetworkFields[] = {
    field<&Network::note, NoteCodec>("note", kKeptNoteHelp),
    field<&Network::egress, OptionalCodec<TrafficCodec>>("egress",
                                                         "Traffic to the internet, such as 500GB/month."),
    field<&Network::cross_zone, OptionalCodec<TrafficCodec>>(
        "cross_zone", "Traffic between zones, counted once; both directions are billed."),
    field<&Network::load_balancers, NetworkDeviceCount>("load_balancers", "How many load balancers."),
    field<&Network::load_balancer_type, CatalogueIdCodec>(
        "load_balancer_type", "What they are rented as, such as alb; the provider's usual one when absent."),
    field<&Network::load_balancer_capacity>(
        "load_balancer_capacity", "Capacity units (LCU) of each, mean over its hours, such as 1.5."),
    field<&Network::load_balancer_data, OptionalCodec<TrafficCodec>>(
        "load_balancer_data", "Traffic through all load balancers, such as 1TB/month."),
    field<&Network::nat_gateways, NetworkDeviceCount>("nat_gateways", "How many NAT gateways."),
    field<&Network::nat_data, OptionalCodec<TrafficCodec>>("nat_data", "Traffic through all NAT gateways."),
    field<&Network::public_addresses, NetworkDeviceCount>("public_addresses",
                                                          "How many public IPv4 addresses."),
};

constexpr Field<Load> kLoadFields[] = {
    field<&Load::note, NoteCodec>("note", kKeptNoteHelp),
    field<&Load::arrivals>("arrivals", "Mean arrival rate, such as 40/s; a range 30..60/s where not known."),
    field<&Load::peak_factor>(
        "peak_factor", "The busiest time against the mean, on arrivals and connections; 1 when absent."),
    field<&Load::service_time>("service_time", "Mean time in a worker, such as 120ms."),
    field<&Load::service_time_median>(
        "service_time_median", "Median time in a worker; with service_time_p95, instead of mean and scv."),
    field<&Load::service_time_p95>("service_time_p95",
                                   "95th percentile of the time in a worker, with service_time_median."),
    field<&Load::cpu_time>("cpu_time", "The part of the service time that uses a CPU."),
    field<&Load::scv>("scv",
                      "Squared coefficient of variation of the service time; 1, exponential, when absent."),
    field<&Load::connections>("connections", "asgi: connections that stay open, mean, at all replicas."),
    field<&Load::messages>("messages", "asgi: messages on each open connection, such as 2/min."),
    field<&Load::message_time>("message_time", "asgi: CPU time of one message, such as 5ms."),
    field<&Load::hit_ratio>("hit_ratio", "Requests that are answered without a call, such as 90%."),
    field<&Load::latency_budget>(
        "latency_budget",
        "The longest that a response should take: of wsgi and celery P95, of others the mean."),
    field<&Load::growth, OptionalCodec<RangeCodec<GrowthCodec>>>(
        "growth", "Growth of arrivals and connections, such as 6%/month."),
};

constexpr Field<MinHeadroom> kMinHeadroomFields[] = {
    field<&MinHeadroom::note, NoteCodec>("note", kKeptNoteHelp),
    field<&MinHeadroom::cpu>("cpu", "Of the CPU, such as 20% or 500m."),
    field<&MinHeadroom::memory>("memory", "Of the memory, such as 15% or 1GiB."),
};

constexpr Field<Resources> kResourcesFields[] = {
    field<&Resources::cpu>("cpu", "CPU, such as 250m."),
    field<&Resources::memory>("memory", "Memory, such as 512MiB."),
};

}  // namespace

template <>
std::span<const Field<Plan>> fields_of() {
    return kPlanFields;
}
template <>
std::span<const Field<PriceBasis>> fields_of() {
    return kPriceBasisFields;
}
template <>
std::span<const Field<OwnPrice>> fields_of() {
    return kOwnPriceFields;
}
template <>
std::span<const Field<ExchangeRate>> fields_of() {
    return kExchangeRateFields;
}
template <>
std::span<const Field<OwnedCost>> fields_of() {
    return kOwnedCostFields;
}
template <>
std::span<const Field<Environment>> fields_of() {
    return kEnvironmentFields;
}
template <>
std::span<const Field<Server>> fields_of() {
    return kServerFields;
}
template <>
std::span<const Field<Service>> fields_of() {
    return kServiceFields;
}
template <>
std::span<const Field<Managed>> fields_of() {
    return kManagedFields;
}
template <>
std::span<const Field<Survive>> fields_of() {
    return kSurviveFields;
}
template <>
std::span<const Field<Network>> fields_of() {
    return kNetworkFields;
}
template <>
std::span<const Field<Load>> fields_of() {
    return kLoadFields;
}
template <>
std::span<const Field<MinHeadroom>> fields_of() {
    return kMinHeadroomFields;
}
template <>
std::span<const Field<Resources>> fields_of() {
    return kResourcesFields;
}

}  // namespace stowage
