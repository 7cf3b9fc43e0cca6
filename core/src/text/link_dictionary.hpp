// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace stowage {

/// What a compact plan is likely to contain, so that a short plan compresses from its first byte: keys,
/// values and spellings as write_plan_compact_json() makes them, the likeliest last, where references to them
/// are shortest. Belongs to link format 0: changing a byte breaks every link of that format.
inline constexpr std::string_view kLinkDictionary0 =
    R"("azure","region":"eastus","westeurope","gcp","region":"us-central1","europe-west1","eu-west-1","eu-central-1",)"
    R"("us-east-2","us-west-2","ap-southeast-1","Standard_D2s_v5","e2-medium","e2-standard-2","n2-standard-4",)"
    R"("m6i.large","m6i.xlarge","t3.small","t3.xlarge","t4g.medium","r6i.large","c6a.xlarge","c6a.2xlarge",)"
    R"("budget":100,"reserved":"host","reserved":{"cpu":"250m","memory":"512MiB"},"min_headroom":{"cpu":"20%","memory":"15%"},)"
    R"("network":{"egress":"500GB/month"},"disk":"80GiB","cost":"85/month","cost":"0.12/hour","spread":true,)"
    R"("memory_limit":"2GiB","workers":5,"threads":4,"max_connections":100,"calls":{"postgres":6,"redis":2},)"
    R"("load":{"arrivals":"40/s","service_time":"120ms","cpu_time":"50ms","scv":1,"growth":"6%/month"},)"
    R"("scale_out":{"any":["cpu > 70% for 5m","p95 > 500ms","queue > 50"],"add":1,"max":8,"cooldown":"5m"},)"
    R"("all":["connections > 150","latency > 2s","memory > 85%","utilisation > 80%"],"note":"","title":"Celery","kind":"celery",)"
    R"({"stowage":0,"name":"","prices":{"snapshot":"2026-11-23","used":{"aws/us-east-1/db.t3.medium":0.072,)"
    R"("aws/us-east-1/cache.t3.medium:redis-oss":0.068}},"environments":{"development":{"title":"Development",)"
    R"("staging":{"title":"Staging","production":{"title":"Production","provider":"aws","region":"us-east-1","hours":176,)"
    R"("managed":{"rds":{"title":"RDS PostgreSQL","for":"postgres","instance":"db.t3.medium","max_cost":200},)"
    R"("elasticache":{"title":"ElastiCache Redis","for":"redis","instance":"cache.t3.medium:redis-oss","max_cost":100}}},)"
    R"("servers":{"app":{"cpu":8,"memory":"16GiB","count":2,"instance":"c6i.2xlarge"},"db":{"cpu":4,"memory":"8GiB"},)"
    R"("cache":{"cpu":2,"memory":"4GiB","instance":"t3.medium"}},"services":{"nginx":{"title":"Nginx","kind":"nginx",)"
    R"("server":"app","cpu":0.5,"memory":"256MiB"},"wsgi":{"title":"WSGI","kind":"wsgi","server":"app","replicas":2,)"
    R"("cpu":"shared","memory":"1.5GiB"},"asgi":{"title":"ASGI","kind":"asgi","server":"app","replicas":2,"cpu":2,"memory":"2GiB"},)"
    R"("postgres":{"title":"PostgreSQL","kind":"postgres","server":"db","cpu":1,"memory":"4GiB"},)"
    R"("redis":{"title":"Redis","kind":"redis","server":"cache","cpu":1,"memory":"512MiB"}}},)";

}  // namespace stowage
