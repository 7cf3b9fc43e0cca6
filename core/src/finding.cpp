// SPDX-License-Identifier: MIT
#include "stowage/finding.hpp"

#include <algorithm>
#include <array>

namespace stowage {
namespace {

constexpr std::string_view kOurChoice = "our choice";
constexpr std::string_view kArithmetic = "arithmetic";

constexpr std::string_view kLossMeaning =
    "Each machine that runs anything is taken away in turn and its replicas are placed again on the others: "
    "the larger first, each on the first machine with room, pinned ones within their server, spread and kept "
    "together as planned. The minimum headroom may be used, for that is what it is kept for; nothing is "
    "over-committed. The finding counts the losses after which some replica has no place.";

constexpr std::array kRules{
    FindingRule{FindingCode::server_overcommitted, Severity::error, "server_overcommitted",
                "More is pinned to a server than fits",
                "The requests of the services on one machine exceed what it can allocate: sum of requests > "
                "size - reserved, "
                "for CPU or for memory. Only pinned services can do this; services placed automatically stay "
                "unplaced instead.",
                "Make the server larger, raise its count, request less, or unpin a service so that it is "
                "placed elsewhere.",
                kArithmetic},
    FindingRule{FindingCode::service_unplaced, Severity::error, "service_unplaced",
                "A service finds no server",
                "At least one replica fits on no machine of its environment. For each server the message "
                "names what is "
                "missing: request - (size - reserved - minimum headroom - what is placed there). Of services "
                "that run together the "
                "request is that of all of them.",
                "Add a server, make one larger, request less, or lower the minimum headroom.", kArithmetic},
    FindingRule{FindingCode::together_impossible, Severity::error, "together_impossible",
                "Services that run together are pinned apart",
                "Services share a word in `together` but are pinned to different servers, so none of their "
                "replicas can share a machine. Each of them is placed by itself.",
                "Pin them to one server, pin none of them, or take `together` away.",
                "the plan's own together"},
    FindingRule{
        FindingCode::headroom_below_minimum, Severity::error, "headroom_below_minimum",
        "Less is free than the policy demands",
        "free < minimum on some machine of the server, for CPU or for memory. The minimum is the amount "
        "of min_headroom, or its share x (size - reserved); free is size - reserved - sum of requests.",
        "Make the server larger or request less; or lower min_headroom if the policy is stricter "
        "than you meant.",
        "the plan's own min_headroom"},
    FindingRule{FindingCode::no_headroom, Severity::warning, "no_headroom",
                "Nothing is left to the operating system",
                "free = 0 on some machine of the server in a resource of which nothing is reserved. The "
                "operating system, "
                "monitoring and logs need some of it.",
                "Leave room, or state what the system keeps with `reserved`.", kOurChoice},
    FindingRule{FindingCode::memory_peak_overcommitted, Severity::warning, "memory_peak_overcommitted",
                "The peaks of memory exceed the machine",
                "The memory that the replicas on one machine may take at their peaks exceeds what it can "
                "allocate, although "
                "their requests fit: sum of peaks > size - reserved. The peak of a replica is its "
                "memory_limit, or its request "
                "where none is stated.",
                "Make the server larger or lower memory_limit; or let the peaks decide the fit with "
                "fit_memory: limit.",
                "Kubernetes: limits may be over-committed, then the kernel ends a process when memory runs "
                "out (Resource "
                "Management for Pods and Containers)"},
    FindingRule{FindingCode::stranded_capacity, Severity::info, "stranded_capacity",
                "Capacity that the mix of services cannot use",
                "What is free of one resource without enough of the other beside it, at the environment's "
                "own mix: free "
                "memory - max(0, free CPU) x requested memory / requested CPU, and the reverse, summed over "
                "the server's "
                "machines. It is told from 25 % of what the server can allocate, where services request "
                "both.",
                "Choose machines nearer to the mix, or place here what needs the resource that is left.",
                kOurChoice},
    FindingRule{FindingCode::server_loss_not_survived, Severity::info, "server_loss_not_survived",
                "Not every loss of a server is survived", kLossMeaning,
                "Raise the count of a server, leave more room, or unpin services so that other servers can "
                "take them.",
                "arithmetic; the order of placing again is our choice", "survive.server_loss"},
    FindingRule{FindingCode::zone_loss_not_survived, Severity::info, "zone_loss_not_survived",
                "Not every loss of a zone is survived",
                "As server_loss_not_survived, with all machines of the servers of one `zone` taken away "
                "together. It is "
                "only told where servers name a zone.",
                "Leave as much room in the other zones as the largest one needs, or unpin services so that "
                "other zones can "
                "take them.",
                "arithmetic; the order of placing again is our choice", "survive.zone_loss"},
    FindingRule{FindingCode::surge_without_room, Severity::info, "surge_without_room",
                "A new version finds no room beside the old one",
                "While a service rolls out, max_surge more replicas run beside the old ones; where it is not "
                "stated, 25 % of "
                "the replicas, rounded up, and none for postgres and redis, which are replaced in place (our "
                "choice). Each "
                "service is rolled out by itself, those kept together as one, and may use the minimum "
                "headroom.",
                "Leave more room; or set max_surge to 0 when old replicas may stop before new ones start.",
                "Kubernetes Deployment: maxSurge is 25 % when absent, rounded up", "survive.rolling_update"},
    FindingRule{
        FindingCode::server_without_size, Severity::error, "server_without_size",
        "A server's size is unknown",
        "The server states no cpu or no memory, and its instance gives none either, so nothing fits on it.",
        "State cpu and memory, or name an instance of the environment's provider.", kArithmetic},
    FindingRule{
        FindingCode::instance_too_small, Severity::error, "instance_too_small",
        "The rented machine is smaller than planned",
        "The nominal vCPU or memory of the instance is below the planned cpu or memory of the server.",
        "Choose a larger instance, or plan with the size that it has.", kArithmetic},
    FindingRule{
        FindingCode::instance_sustained_cpu, Severity::warning, "instance_sustained_cpu",
        "A burstable machine cannot sustain the requests",
        "The services on one machine request more CPU, together with the reserve, than the instance "
        "earns credits for: requests + reserved > vCPU x baseline. One credit is one vCPU at 100 % for a "
        "minute; a machine earns vCPU x baseline x 60 credits an hour, so it sustains credits per hour / "
        "60: t3.large earns 2 x 30 % x 60 = 36 and sustains 0.6 vCPU. Above the baseline it spends saved "
        "credits, on AWS those of at most 24 hours, then it is throttled or billed extra.",
        "Choose a type that is not burstable, or a larger one; or mark services as shared that only "
        "need CPU now and then.",
        "EC2 user guide, key concepts of burstable performance instances; Azure B-series sizes"},
    FindingRule{
        FindingCode::instance_shared_cpu, Severity::warning, "instance_shared_cpu",
        "The requests rely on CPU that nobody promises",
        "Services request CPU on an instance whose vCPUs are shared with neighbours, or burstable, and of "
        "which no baseline is known: what it sustains may be less than its vCPU at any time.",
        "Choose a type with dedicated vCPUs or with a known baseline; or mark services as shared that only "
        "need CPU now and then.",
        kOurChoice},
    FindingRule{FindingCode::instance_unknown, Severity::warning, "instance_unknown",
                "The catalogue does not have the instance",
                "No row of the catalogue has this provider, region and instance, so it can be neither priced "
                "nor checked.",
                "Check the spelling, choose another region, or give the server an own cost.", kArithmetic},
    FindingRule{FindingCode::region_unknown, Severity::warning, "region_unknown",
                "The catalogue does not have the region",
                "The catalogue has no price for this provider and region.",
                "Choose one of the regions that `stowage catalogue` lists, or give own costs.", kArithmetic},
    FindingRule{FindingCode::memory_limit_below_request, Severity::warning, "memory_limit_below_request",
                "The memory limit is below the request",
                "memory_limit < memory: the service would be stopped before it has used what it requests.",
                "Raise memory_limit or lower memory.",
                "Kubernetes refuses a limit below the request (Resource Management for Pods and Containers)"},
    FindingRule{
        FindingCode::too_many_workers, Severity::warning, "too_many_workers",
        "More workers than the CPU carries",
        "workers > floor(2 x cores) + 1 of a WSGI service, or more than one for each whole core of an ASGI "
        "or Celery service. Cores are those that a replica requests, never the host's. Workers beyond that "
        "wait for each other and take memory.",
        "Lower workers, or request more CPU.",
        "gunicorn, design.rst: (2 x cores) + 1, too many workers thrash; django/channels, deploying.rst: as "
        "many processes as CPUs; celery-worker(1): concurrency is the number of CPUs"},
    FindingRule{FindingCode::workers_exceed_memory, Severity::error, "workers_exceed_memory",
                "The workers do not fit into the replica's memory",
                "workers x worker_memory > memory of one replica. worker_memory is 200 MiB where it is not "
                "stated. Looked at where the plan states workers or worker_memory.",
                "Request more memory, run fewer workers, or state what a worker takes.",
                "arithmetic; 200 MiB is our choice, twice what an idle worker was seen to use "
                "(thatmattlove/hyperglass#356)"},
    FindingRule{
        FindingCode::asgi_connections_per_process, Severity::warning, "asgi_connections_per_process",
        "A process has to hold many connections",
        "max_connections of an ASGI service > 150 x workers. One event loop serves all connections of a "
        "process; beyond Uvicorn's --limit-concurrency a request is answered with 503, it is not queued.",
        "Run more processes or replicas, or accept fewer connections.",
        "our choice: stalls were seen at 250 connections (django/daphne#144), losses at 400 to 600 "
        "(django/daphne#67)"},
    FindingRule{
        FindingCode::nginx_connections, Severity::warning, "nginx_connections",
        "Nginx takes fewer clients than the services behind it",
        "replicas x workers x worker_connections / 2 < what the services behind it take at once: connections "
        "of the ASGI and workers x threads of the WSGI services that it calls, or of all where it states no "
        "calls. Half, as a proxied client takes two connections. Looked at where Nginx states workers or "
        "worker_connections, or an ASGI service behind it states max_connections.",
        "Raise worker_connections, and the limit of open files with it, which is often 1,024 a process.",
        "nginx, ngx_core_module: worker_connections counts connections to proxied servers too; 512 where it "
        "is not set"},
    FindingRule{FindingCode::postgres_memory, Severity::warning, "postgres_memory",
                "PostgreSQL may need more memory than it has",
                "shared_buffers + maintenance_work_mem + connections x connection_memory + active x work_mem "
                "> memory, or shared_buffers > 40 % of it. The memory is the request; where PostgreSQL is "
                "alone on its machine, all that the machine can allocate. Connections are max_connections, "
                "or PgBouncer's pool; active are (cores x 2) + 1 of them. What is not stated is PGTune's "
                "figure for a web application; effective_cache_size is a hint and not counted.",
                "Lower shared_buffers or max_connections, request more memory, or put PgBouncer in front.",
                "PostgreSQL, Resource Consumption (25 %, 40 %); PGTune; 10 MiB a connection is cautious; the "
                "sum is our choice"},
    FindingRule{FindingCode::database_connections_exceeded, Severity::error, "database_connections_exceeded",
                "More connections than the database gives",
                "The sum of replicas x workers x threads x pool_size over the services that call the "
                "database > max_connections - reserved_connections. With pgbouncer_pool the server sees that "
                "many. Where no service of the environment states calls, every WSGI, ASGI and Celery service "
                "counts for every PostgreSQL service.",
                "Put PgBouncer in front with a pool of (cores x 2) + 1, raise max_connections, or lower "
                "workers and threads.",
                "Django, databases.txt: each thread keeps its own connection; PostgreSQL: max_connections "
                "100, superuser_reserved_connections 3; HikariCP, About Pool Sizing"},
    FindingRule{
        FindingCode::connection_budget, Severity::info, "connection_budget",
        "Connections that a database has to give",
        "The sum of replicas x workers x threads x pool_size over the services that call the database, "
        "against max_connections - reserved_connections. Not told where all of them share CPU and none "
        "states such a setting, as on a laptop.",
        "Nothing has to be done. Scaling out a service multiplies its part.",
        "Django, databases.txt: each thread keeps its own connection; django/channels#1206: they multiply"},
    FindingRule{FindingCode::rds_connections_exceeded, Severity::error, "rds_connections_exceeded",
                "More connections than the managed database gives",
                "The connections of the services that call the database > LEAST(memory / 9531392, 5000) - "
                "reserved_connections of the instance rented for it on AWS. The real figure is lower, as the "
                "system's part of the memory is taken off first.",
                "Rent a larger instance, or put PgBouncer or RDS Proxy in front.",
                "AWS Prescriptive Guidance, Tuning PostgreSQL parameters: max_connections"},
    FindingRule{FindingCode::redis_memory, Severity::warning, "redis_memory",
                "Redis may fill more than its memory allows",
                "maxmemory > 80 % of memory; with persistence > 40 %, as a fork that saves may copy all of "
                "it when writes are many.",
                "Lower maxmemory or request more memory.",
                "Redis, administration: of 10 GB free give maxmemory 8 or 9; up to twice the memory while it "
                "saves. That persistence means many writes is our choice"},
    FindingRule{FindingCode::elasticache_memory, Severity::warning, "elasticache_memory",
                "The managed cache is too small for the data",
                "maxmemory > 75 % of the memory of the instance rented for it on AWS: ElastiCache keeps a "
                "quarter for itself.",
                "Rent a larger instance or keep less.",
                "Amazon ElastiCache, Managing reserved memory: reserved-memory-percent is 25"},
    FindingRule{FindingCode::service_time_unclear, Severity::warning, "service_time_unclear",
                "A service time is stated in a way that cannot be used",
                "Median and 95th percentile say what the service time is only together, with the median at "
                "most the percentile. A stated mean has precedence over both.",
                "State service_time (and scv), or service_time_median and service_time_p95.", kArithmetic},
    FindingRule{
        FindingCode::overloaded, Severity::error, "overloaded", "A service cannot keep up with its load",
        "In its busiest time more arrives than its replicas serve: arrivals x service time >= workers "
        "(of a database: connections), or arrivals x CPU time >= the CPU that is requested. The queue "
        "grows without end.",
        "Add replicas, workers or CPU, or shorten the time of a request.",
        "stability of a queue: utilisation below 1"},
    FindingRule{FindingCode::latency_over_budget, Severity::warning, "latency_over_budget",
                "A response takes longer than its budget",
                "At the load of the busiest time the predicted response time (of event loops the mean, of "
                "others the 95th percentile) is above latency_budget.",
                "Add replicas, or shorten the service time; `stowage load` says how many replicas it takes.",
                "queueing models: see docs/queueing.md"},
    FindingRule{FindingCode::connections_exceeded, Severity::warning, "connections_exceeded",
                "Connections meet a full replica",
                "Of the connections of an ASGI service, at least 1 % find a replica that has all it accepts "
                "(max_connections, or 150 a process): Erlang's loss formula.",
                "Add replicas, or raise max_connections if memory allows it.",
                "Erlang B; the limit of 1 % is our choice"},
    FindingRule{FindingCode::scale_out_fires, Severity::info, "scale_out_fires",
                "A scaling rule fires at the planned load",
                "The metrics that are predicted for the busiest time meet the conditions of scale_out: the "
                "plan begins with fewer replicas than it will run.",
                "Start with more replicas, or change the rule.", kArithmetic},
    FindingRule{
        FindingCode::scale_out_without_room, Severity::warning, "scale_out_without_room",
        "A scaling rule fires, but its replicas find no place",
        "The rule fires at the planned load, and of the replicas that it adds at least one has no room "
        "beside everything that runs.",
        "Add a machine, or make the server larger: `stowage scale` says which and what it costs.",
        kArithmetic},
    FindingRule{FindingCode::setting_without_effect, Severity::info, "setting_without_effect",
                "A setting does nothing",
                "The service states a setting that its kind does not have, such as prefetch of Nginx.",
                "Remove the setting or correct the kind.", "our choice"},
    FindingRule{FindingCode::paid_twice, Severity::warning, "paid_twice", "A managed service is paid twice",
                "A managed service stands for a service that also runs on a server of the same environment, "
                "so its machine "
                "time and the rent are both paid.",
                "Remove the service from the servers, or the managed one from the bill.", kArithmetic},
    FindingRule{FindingCode::budget_exceeded, Severity::error, "budget_exceeded",
                "The environment costs more than its budget",
                "The lower end of the monthly cost is above the budget.",
                "Choose cheaper machines that carry the same (a fix names them), or raise the budget.",
                "the plan's own budget"},
    FindingRule{FindingCode::budget_at_risk, Severity::warning, "budget_at_risk",
                "The environment may cost more than its budget",
                "The upper end of the monthly cost is above the budget, the lower end is not.",
                "Narrow the range, choose cheaper machines, or raise the budget.", "the plan's own budget"},
    FindingRule{FindingCode::max_cost_below_price, Severity::warning, "max_cost_below_price",
                "The stated maximum is below the price",
                "max_cost of a managed service is lower than its price for the month; the price is used for "
                "both ends.",
                "Raise max_cost or choose a smaller instance.", kArithmetic},
    FindingRule{
        FindingCode::unpriced, Severity::info, "unpriced", "Something has no price",
        "The item has neither an own cost nor a price in the catalogue, so the total is a lower "
        "bound: \"at least\".",
        "Name an instance, or give a cost such as 85/month. For a server that rents no machine yet the "
        "fix rents the cheapest one of the region that carries it, at a price that is not known to be "
        "out of date where there is one.",
        kArithmetic},
    FindingRule{FindingCode::storage_not_counted, Severity::info, "storage_not_counted",
                "The storage of a database is extra",
                "A managed database is priced by its machine, the provider lists storage apart, and the plan "
                "states none: the total is short of it.",
                "State `storage`. The fix takes the disk of the service that it stands for, else 20GiB.",
                kOurChoice},
    FindingRule{FindingCode::prices_of_another_snapshot, Severity::info, "prices_of_another_snapshot",
                "The figures are those that the plan was made with",
                "The plan carries the prices of another catalogue snapshot than the one at hand. They are "
                "used, so that an old plan shows its old figures; the finding tells both totals of a month.",
                "Remove `used` and `snapshot` from `prices` of the plan to price it anew.", kOurChoice},
};

static_assert([] {
    for (std::size_t i = 0; i < kRules.size(); ++i) {
        if (kRules[i].code != static_cast<FindingCode>(i)) return false;
    }
    return kRules.size() == static_cast<std::size_t>(FindingCode::prices_of_another_snapshot) + 1;
}());

}  // namespace

std::string_view name_of(Severity severity) {
    switch (severity) {
        case Severity::info: return "info";
        case Severity::warning: return "warning";
        case Severity::error: return "error";
    }
    return "info";
}

std::string severity_text(const FindingRule& rule) {
    std::string text(name_of(rule.severity));
    if (!rule.demanded_by.empty()) text += "; error where " + std::string(rule.demanded_by) + " demands it";
    return text;
}

std::span<const FindingRule> finding_rules() { return kRules; }

const FindingRule& rule_of(FindingCode code) { return kRules[static_cast<std::size_t>(code)]; }

std::string_view name_of(FindingCode code) { return rule_of(code).name; }

const FindingRule* find_rule(std::string_view name) {
    const auto at =  // no pointer in every standard library
        std::find_if(kRules.begin(), kRules.end(), [&](const FindingRule& r) { return r.name == name; });
    return at == kRules.end() ? nullptr : &*at;
}

}  // namespace stowage
