// SPDX-License-Identifier: MIT
#include "plan_generator.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "random_figures.hpp"
#include "stowage/catalogue.hpp"
#include "stowage/cost.hpp"
#include "stowage/limits.hpp"

namespace stowage::test {
namespace {

class Generator : RandomFigures {
  public:
    explicit Generator(std::uint64_t seed) : RandomFigures(seed) {}

    Plan plan() {
        Plan plan;
        plan.name = maybe_text(200);
        plan.note = maybe_text(limits::kNoteBytes);
        plan.exchange = {{"EUR", Money::nanos(1'080'000'000), "2026-11-01"},
                         {"JPY", Money::nanos(random_.spread_between(1, 10'000'000)), "2026-11-02"}};
        plan.environments.resize(count(3));
        for (std::size_t i = 0; i < plan.environments.size(); ++i) {
            plan.environments[i] = environment();
            plan.environments[i].name = name(i);
        }
        const std::size_t used = count(4);
        for (std::size_t i = 0; i < used; ++i) {
            // One draw a statement: the order in which arguments are evaluated differs between compilers.
            const std::string whose = provider();
            const std::string where = region();
            const std::string sku = instance() + std::to_string(i);
            plan.prices.used.push_back({price_name(whose, where, sku), list_price()});
        }
        for (const Environment& environment : plan.environments) keep_price(environment, plan.prices.used);
        const std::size_t own = count(3);
        for (std::size_t i = 0; i < own; ++i) plan.prices.own.push_back(own_price(i));
        if (!plan.prices.used.empty() || random_.chance(50))
            plan.prices.snapshot = random_.chance(50) ? "2026-11-23" : "2020-01-01!";
        return plan;
    }

  private:
    /// The price that the plan was made with, for the first machine that is rented.
    void keep_price(const Environment& environment, std::vector<UsedPrice>& used) {
        for (const Server& server : environment.servers) {
            if (server.instance.empty() || environment.provider.empty() || environment.region.empty())
                continue;
            std::string name = price_name(environment.provider, environment.region, server.instance);
            if (find_named(used, name) == nullptr)
                used.push_back({std::move(name), per_hour(hourly_price())});
            return;
        }
    }

    /// Any price that a text can say.
    ListPrice list_price() {
        if (random_.chance(50)) {
            ListPrice hourly = per_hour(hourly_price());
            if (maybe()) hourly.month_cap = money();
            return hourly;
        }
        static const PriceUnit kUnits[] = {PriceUnit::month,      PriceUnit::gib_hour, PriceUnit::gib_month,
                                           PriceUnit::disk_month, PriceUnit::gb,       PriceUnit::gib};
        ListPrice price{random_.one_of(kUnits), {}, {}};
        const bool is_tiered = price.unit != PriceUnit::month;
        const std::int64_t tiers = is_tiered ? random_.between(1, 4) : 1;
        std::int64_t up_to = 0;
        for (std::int64_t i = 0; i < tiers; ++i) {
            up_to += random_.between(1, 10'000);
            const bool endless = i + 1 == tiers && price.unit != PriceUnit::disk_month;
            const std::int64_t nanos = hourly_price().to_nanos();
            price.tiers.push_back({endless ? 0 : up_to, UnitPrice::nanos(nanos)});
        }
        return price;
    }

    RateItem item_priced_per(PriceUnit unit) {
        std::vector<RateItem> items;
        for (const RateItem item : kRateItems) {
            if (is_priced_per(item, unit)) items.push_back(item);
        }
        return items[count(static_cast<std::int64_t>(items.size()) - 1)];
    }

    OwnPrice own_price(std::size_t index) {
        OwnPrice own;
        const std::string whose = provider();
        const std::string where = region();
        own.name = price_name(whose, where, "own-" + std::to_string(index));
        own.price = list_price();
        if (own.price.unit != PriceUnit::hour || maybe()) own.item = item_priced_per(own.price.unit);
        if (maybe()) own.cpu = cpu();
        if (maybe()) own.memory = memory();
        if (maybe()) own.cpu_class = CpuClass::burstable;
        if (own.cpu_class == CpuClass::burstable && maybe()) own.baseline = percent();
        if (maybe()) own.architecture = Architecture::arm64;
        if (maybe()) own.date = "2026-11-01";
        own.source = maybe_text(200);
        return own;
    }

    /// With amounts that stay within the limit of a month at any rate below.
    OwnedCost owned_cost() {
        OwnedCost cost;
        if (maybe()) cost.currency = random_.chance(50) ? "EUR" : "JPY";
        if (maybe()) cost.purchase = money();
        if (!cost.purchase.is_zero() || maybe()) cost.lifetime = Months::count(random_.between(10, 1'200));
        if (maybe()) cost.power = Power::watts(random_.spread_between(1, 10'000));
        if (!cost.power.is_zero() || maybe()) {
            cost.electricity = EnergyPrice::nanos(random_.spread_between(0, 1'000'000'000));
        }
        if (maybe()) cost.monthly = Money::nanos(random_.spread_between(0, 100'000'000'000'000));
        return cost;
    }
    std::string maybe_currency() { return random_.chance(20) ? "JPY" : ""; }

    OwnCost own_cost() {
        if (random_.chance(25)) return owned_cost();
        if (random_.chance(50)) {
            const Money low = money();
            const Money high = random_.chance(50) ? low : money();
            return MonthlyCost{std::min(low, high), std::max(low, high), maybe_currency()};
        }
        const HourlyPrice low = hourly_price();
        const HourlyPrice high = random_.chance(50) ? low : hourly_price();
        return HourlyCost{std::min(low, high), std::max(low, high), maybe_currency()};
    }
    Reserve reserve() {
        if (random_.chance(20)) return {};
        if (random_.chance(60))
            return {kNamedReserveRules[static_cast<std::size_t>(random_.between(0, 4))], {}};
        return {ReserveRule::own,
                {maybe() ? MilliCpu::millis(random_.between(0, 2'000)) : MilliCpu{},
                 maybe() ? Bytes::mib(random_.between(0, 4'096)) : Bytes{}}};
    }
    MinHeadroom min_headroom() {
        MinHeadroom floors;
        floors.note = maybe_text(200);
        if (maybe()) floors.cpu = HeadroomFloor<MilliCpu>(percent());
        if (maybe()) floors.cpu = HeadroomFloor<MilliCpu>(MilliCpu::millis(random_.between(0, 4'000)));
        if (maybe()) floors.memory = HeadroomFloor<Bytes>(percent());
        if (maybe()) floors.memory = HeadroomFloor<Bytes>(Bytes::mib(random_.between(0, 9'000)));
        return floors;
    }

    Server server() {
        Server server;
        server.title = maybe_text(200);
        server.note = maybe_text(limits::kNoteBytes);
        if (random_.chance(80)) server.cpu = MilliCpu::millis(random_.between(0, 16'000));
        if (random_.chance(5)) server.cpu = cpu();
        if (random_.chance(80)) server.memory = Bytes::mib(random_.between(0, 65'536));
        if (random_.chance(5)) server.memory = memory();
        if (maybe()) server.count = random_.chance(5) ? 700 : random_.between(1, 5);
        if (maybe()) server.instance = instance();
        if (maybe()) server.disk = bytes(limits::kDisk);
        if (maybe()) server.disk_type = "gp3";
        if (maybe()) server.pods = random_.between(1, 30);
        if (maybe()) server.zone = random_.chance(50) ? "a" : "b";
        if (maybe()) server.cost = own_cost();
        if (maybe()) server.discount = percent();
        if (maybe()) server.reserved = reserve();
        if (maybe()) server.min_headroom = min_headroom();
        return server;
    }

    Condition condition() {
        static constexpr Metric kMetrics[] = {Metric::cpu,        Metric::memory,  Metric::utilisation,
                                              Metric::p95,        Metric::latency, Metric::queue,
                                              Metric::connections};
        Condition condition;
        condition.metric = random_.one_of(kMetrics);
        condition.above = random_.chance(70);
        switch (unit_of(condition.metric)) {
            case MetricUnit::percent: condition.threshold = percent().to_hundredths(); break;
            case MetricUnit::time: condition.threshold = duration().to_micros(); break;
            case MetricUnit::count: condition.threshold = random_.spread_between(0, 1'000'000'000); break;
        }
        if (maybe()) condition.sustained = duration();
        return condition;
    }

    template <class Rule>
    Rule scaling_rule() {
        Rule rule;
        rule.note = maybe_text(200);
        rule.join = random_.chance(50) ? Join::any : Join::all;
        rule.conditions.resize(count(3));
        for (Condition& each : rule.conditions) each = condition();
        if (maybe()) rule.cooldown = duration();
        return rule;
    }

    ScaleOut scale_out() {
        auto rule = scaling_rule<ScaleOut>();
        rule.add = random_.spread_between(1, limits::kReplicas);
        if (maybe()) rule.max = random_.spread_between(1, limits::kReplicas);
        if (maybe()) rule.start_up = duration();
        return rule;
    }

    ScaleIn scale_in() {
        auto rule = scaling_rule<ScaleIn>();
        rule.remove = random_.spread_between(1, limits::kReplicas);
        rule.min = random_.spread_between(1, limits::kReplicas);
        return rule;
    }

    Load load() {
        Load load;
        load.note = maybe_text(200);
        if (maybe()) load.arrivals = rate();
        if (maybe()) load.peak_factor = number();
        if (maybe()) load.service_time = duration_range();
        if (maybe()) load.service_time_median = duration();
        if (maybe()) load.service_time_p95 = duration_range();
        if (maybe()) load.cpu_time = duration_range();
        if (maybe()) load.scv = number();
        if (maybe()) load.connections = number();
        if (maybe()) load.messages = rate();
        if (maybe()) load.message_time = duration();
        if (maybe()) load.hit_ratio = range([this] { return percent(); });
        if (maybe()) load.latency_budget = duration();
        if (maybe()) load.growth = percent();
        return load;
    }

    std::int64_t setting() { return random_.spread_between(1, 1'000'000); }

    Service service(const Environment& environment) {
        static constexpr ServiceKind kKinds[] = {
            ServiceKind::other,  ServiceKind::nginx,    ServiceKind::wsgi, ServiceKind::asgi,
            ServiceKind::celery, ServiceKind::postgres, ServiceKind::redis};
        Service service;
        service.title = maybe_text(200);
        service.note = maybe_text(limits::kNoteBytes);
        service.kind = random_.one_of(kKinds);
        if (maybe() && !environment.servers.empty()) service.server = one_name_of(environment.servers);
        if (maybe()) service.replicas = random_.chance(5) ? 3'000 : random_.between(0, 12);
        service.spread = maybe();
        service.cpu = CpuRequest{random_.chance(20), {}};
        if (!service.cpu->shared)
            service.cpu->amount = range([this] { return MilliCpu::millis(random_.between(0, 4'000)); });
        service.memory = Bytes::mib(random_.between(0, 8'192));
        if (random_.chance(3)) service.memory = range([this] { return memory(); });
        if (maybe()) service.memory_limit = range([this] { return memory(); });
        if (maybe()) service.disk = bytes(limits::kReplicaDisk);
        if (maybe()) service.together = random_.chance(50) ? "x" : "y";
        if (maybe()) service.max_surge = random_.between(0, 4);
        if (maybe()) service.workers = setting();
        if (maybe()) service.threads = setting();
        if (maybe()) service.max_connections = setting();
        if (maybe()) service.worker_memory = memory();
        if (maybe()) service.connection_memory = memory();
        if (maybe()) service.worker_connections = setting();
        if (maybe()) service.prefetch = setting();
        if (maybe()) service.pool_size = setting();
        if (maybe()) service.shared_buffers = memory();
        if (maybe()) service.work_mem = memory();
        if (maybe()) service.maintenance_work_mem = memory();
        if (maybe()) service.reserved_connections = setting();
        if (maybe()) service.pgbouncer_pool = setting();
        if (maybe()) service.maxmemory = memory();
        service.persistence = maybe();
        if (service.kind != ServiceKind::other && maybe()) service.cpu.reset();
        if (service.kind != ServiceKind::other && maybe()) service.memory.reset();
        if (maybe()) service.load = load();
        if (maybe()) service.scale_out = scale_out();
        if (maybe()) service.scale_in = scale_in();
        return service;
    }

    Managed managed(const Environment& environment) {
        Managed managed;
        managed.title = maybe_text(200);
        managed.note = maybe_text(limits::kNoteBytes);
        if (maybe() && !environment.services.empty()) managed.for_service = one_name_of(environment.services);
        if (random_.chance(60)) managed.instance = instance();
        if (maybe()) managed.count = random_.between(1, 30);
        if (maybe()) managed.memory = memory();
        if (maybe()) managed.storage = bytes(limits::kDisk);
        if (maybe()) managed.storage_type = "gp3";
        if (maybe()) managed.cost = own_cost();
        if (maybe()) managed.discount = percent();
        if (maybe()) managed.max_cost = money();
        return managed;
    }

    /// Databases and caches rented from AWS, as findings hold both against each other.
    void rent_databases(Environment& environment) {
        environment.provider = "aws";
        for (const Service& service : environment.services) {
            Managed managed;
            managed.name = "rented-" + service.name.substr(0, limits::kNameBytes - 7);
            managed.for_service = service.name;
            if (service.kind == ServiceKind::postgres) managed.instance = "db.t3.medium";
            if (service.kind == ServiceKind::redis) managed.instance = "cache.t3.medium:redis-oss";
            if (!managed.instance.empty()) environment.managed.push_back(managed);
        }
    }

    void load_network(Network& network) {
        if (maybe()) network.cross_zone = bytes(limits::kTraffic);
        if (maybe()) network.load_balancers = random_.between(1, limits::kNetworkDevices);
        if (maybe()) network.load_balancer_type = "alb";
        if (maybe()) network.load_balancer_capacity = number();
        if (maybe()) network.load_balancer_data = bytes(limits::kTraffic);
        if (maybe()) network.nat_gateways = random_.between(1, limits::kNetworkDevices);
        if (maybe()) network.nat_data = bytes(limits::kTraffic);
        if (maybe()) network.public_addresses = random_.between(1, limits::kNetworkDevices);
    }

    Environment environment() {
        Environment environment;
        environment.title = maybe_text(200);
        environment.note = maybe_text(limits::kNoteBytes);
        if (random_.chance(60)) environment.provider = provider();
        if (random_.chance(60)) environment.region = region();
        if (maybe()) environment.hours = Duration::millis(3'600) * random_.between(0, 744'000);
        if (maybe()) environment.discount = percent();
        if (maybe()) environment.budget = money();
        if (maybe()) environment.reserved = reserve();
        if (maybe()) environment.min_headroom = min_headroom();
        if (maybe()) environment.fit_memory = FitMemory::limit;
        environment.survive = {maybe(), maybe(), maybe()};
        environment.servers.resize(count(5));
        for (std::size_t i = 0; i < environment.servers.size(); ++i) {
            environment.servers[i] = server();
            environment.servers[i].name = name(i);
        }
        const std::size_t services = count(10);
        for (std::size_t i = 0; i < services; ++i) {
            environment.services.push_back(service(environment));
            environment.services.back().name = name(i);
        }
        for (Service& caller : environment.services) {
            for (const Service& called : environment.services) {
                if (random_.chance(10)) caller.calls.push_back({called.name, number()});
            }
        }
        const std::size_t rented = count(3);
        for (std::size_t i = 0; i < rented; ++i) {
            environment.managed.push_back(managed(environment));
            environment.managed.back().name = name(i);
        }
        if (random_.chance(20)) rent_databases(environment);
        environment.network.note = maybe_text(200);
        if (maybe()) environment.network.egress = bytes(limits::kTraffic);
        if (maybe()) load_network(environment.network);
        return environment;
    }

    template <class T>
    std::string one_name_of(const std::vector<T>& list) {
        return list[static_cast<std::size_t>(random_.between(0, static_cast<std::int64_t>(list.size()) - 1))]
            .name;
    }
};

}  // namespace

Plan random_plan(std::uint64_t seed) { return Generator(seed).plan(); }

}  // namespace stowage::test
