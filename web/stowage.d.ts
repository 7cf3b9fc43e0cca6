// SPDX-License-Identifier: MIT

/** Why a text is no plan, no link, no catalogue. */
export interface StowageError {
  /** Stable: "unit", "unknown_key", "dangling_name" ... */
  code: string;
  /** One sentence that names the value and the limit. */
  message: string;
  /** What would be accepted; may be empty. */
  accepted: string;
  /** JSON pointer of the value; empty for the whole document. */
  where: string;
  /** 1-based; 0 when unknown. */
  line: number;
  column: number;
}

/** Nothing throws: either a value or the reasons why there is none. */
export type Result<T> = { ok: true; value: T } | { ok: false; errors: StowageError[] };

/** A plan as JSON; docs/plan.schema.json describes it. */
export interface Plan {
  stowage: 0;
  name?: string;
  [key: string]: unknown;
}

export interface Resources {
  cpu_millis: number;
  memory_bytes: number;
  /** Where the server limits it or the service states it. */
  disk_bytes?: number;
  /** Replicas, where the server or its reserve limits them. */
  pods?: number;
}

export type Resource = 'cpu' | 'memory' | 'disk' | 'pods';

export interface CostLine {
  category:
    | 'server' | 'disk' | 'managed' | 'storage' | 'load_balancer' | 'nat' | 'address' | 'egress' | 'cross_zone';
  item: string;
  where: string;
  sku?: string;
  priced: boolean;
  quantity: number;
  hourly_price?: string;
  hours?: string;
  /** That the charges are priced per. */
  unit?: 'hour' | 'month' | 'GiB-hour' | 'GiB-month' | 'disk-month' | 'GB' | 'GiB';
  /** What one is charged, tier by tier: units x price each. */
  charges?: { units: string; price: string }[];
  /** What the list takes for a month of one at most, where its hours come to more. */
  month_cap?: string;
  /** What one costs, where hourly_price and hours do not say it. */
  formula?: string;
  /** Off the list price, such as "20%"; low and high are what remains. */
  discount?: string;
  low: string;
  high: string;
  price_date?: string;
  source?: string;
  /** The provider has changed its prices since. */
  stale?: true;
  /** The price is the one that the plan was made with, not the catalogue's. */
  kept?: true;
  /** Why it has no price, where more is known than that none is listed. */
  reason?: string;
}

export interface Cost {
  currency: string;
  /** Decimal text with two decimals, as are all amounts. */
  low: string;
  high: string;
  /** false: something has no price, the total is "at least" that. */
  complete: boolean;
}

/** What something costs of a month's bill. */
export interface CostShare {
  /** Label of a server, service or category; or what no service accounts for. */
  item: string;
  /** Absent where it is no element of the plan. */
  where?: string;
  low: string;
  high: string;
  complete: boolean;
  /** How it was counted, with its numbers. */
  rule: string;
}

/** The monthly bill of an environment. */
export interface EnvironmentCost extends Cost {
  lines: CostLine[];
  year: Cost;
  /** The bill by what it is for; the rows of each view sum to it. */
  views: { server: CostShare[]; service: CostShare[]; category: CostShare[] };
  /** What is paid for room that no service has requested. */
  unused_headroom: Cost;
  /** Servers and their disks by the CPU that can be allocated; absent without a size. */
  per_vcpu?: Cost;
  /** The same by memory. */
  per_gib?: Cost;
  /** Everything, by the arrivals of services that no other service calls; absent where none states any. */
  per_million_requests?: Cost;
}

/** One setting of the plan to change. */
export interface FieldEdit {
  /** JSON pointer into the plan. */
  where: string;
  /** As a plan file writes it; empty takes the setting away. */
  text: string;
}

/** A mechanical way to mend what a finding says: edits that are made together. */
export interface Fix {
  /** An action with its figures: "Set workers to 5". */
  label: string;
  /**
   * What the fix adds to the cost of a month, "-12.30" where it saves, from the smaller change to the larger one; absent
   * where something that it rents has no price.
   */
  cost_change?: { low: string; high: string };
  edits: FieldEdit[];
}

export interface Finding {
  severity: 'error' | 'warning' | 'info';
  /** Stable; `stowage explain CODE` explains it. */
  code: string;
  /** JSON pointer into the plan. */
  where: string;
  message: string;
  /** Each by itself; empty where there is none. */
  fixes: Fix[];
}

export interface ServerEstimate {
  name: string;
  title: string;
  count: number;
  instance?: string;
  zone?: string;
  capacity: Resources;
  reserved: Resources;
  used: Resources;
  free: Resources;
  min_headroom: Resources;
  /** Free CPU without memory beside it at the environment's mix of requests, and the reverse. */
  stranded: Resources;
  /** What runs out first; absent without a size. */
  binding?: Resource;
  instances: { used: Resources; free: Resources }[];
}

export interface ServiceEstimate {
  name: string;
  title: string;
  kind: string;
  replicas: number;
  request: Resources;
  total: Resources;
  /** Of one replica: its memory limit, else its request. */
  peak_memory_bytes: number;
  cpu_shared?: true;
  /** The plan leaves it out: it follows from the settings of the kind. */
  cpu_derived?: true;
  memory_derived?: true;
  /** Of its kind, as they are in force; absent for other. */
  settings?: StackSetting[];
  /** Predicted for its busiest time; absent where no service of the environment states a load. */
  load?: ServiceLoad;
}

/** Times are in seconds. Null: not known, or without an end. */
export interface ServiceLoad {
  /** A second, at all replicas together. */
  arrivals: number | null;
  /** Requests that all replicas serve at once. */
  slots: number;
  /** Share of the CPU that is requested. */
  cpu: number | null;
  memory: number | null;
  /** Of workers, event loops or connections; 1 and more: it cannot keep up. */
  utilisation: number | null;
  response_mean: number | null;
  response_p50: number | null;
  response_p95: number | null;
  /** Requests that wait, mean, at all replicas together. */
  queue: number | null;
  connections: number | null;
  /** Share of connections that meet a full replica. */
  turned_away: number | null;
  /** How far the figures may be from what the model describes. */
  error_band: string;
}

/** A setting of a service's kind, or a figure that follows from them. */
export interface StackSetting {
  /** Of the plan file; absent for what cannot be set. */
  key?: string;
  label: string;
  /** As shown; empty when it is off. */
  value: string;
  /** The plan does not state it. */
  derived: boolean;
  /** With its numbers, for a derived value. */
  formula?: string;
  source?: string;
}

/** The loss of a zone, or of a machine of a server, and what finds no place any more. */
export type Loss = ({ zone: string } | { server: string; machine: number }) & {
  unplaced: { service: string; replicas: number }[];
};

/** Each possible loss tried by itself. */
export interface Losses {
  /** Machines, or zones, that run anything. */
  cases: number;
  /** Cases in which everything finds a place on the others. */
  survived: number;
  /** The other cases; at most 32 are listed. */
  losses: Loss[];
}

export interface EnvironmentEstimate {
  name: string;
  title: string;
  servers: ServerEstimate[];
  services: ServiceEstimate[];
  placements: { service: string; replica: number; server: string; machine: number; cpu_shared?: true }[];
  unplaced: {
    service: string;
    replicas: number;
    reasons: { server: string; missing: Resources; spread?: true }[];
  }[];
  /** Services that cannot run together as they ask: some are pinned to different servers. */
  apart: string[];
  survival: {
    server_loss: Losses;
    zone_loss: Losses;
    /** Services whose surge replicas do not all find a place while a new version rolls out. */
    surges: { service: string; surge: number; placed: number }[];
  };
  totals: { capacity: Resources; used: Resources; free: Resources };
  tightest?: { server: string; machine: number; resource: Resource };
  cost: EnvironmentCost;
  findings: Finding[];
}

/** docs/estimate.schema.json describes it. */
export interface Estimate {
  environments: EnvironmentEstimate[];
  cost: Cost;
}

/** How many more of a service fit in an environment; docs/fit.schema.json describes it. */
export interface Fit {
  name: string;
  service: string;
  replicas: number;
  /** Replicas that find room beside everything that is placed, over all servers. */
  room: number;
  servers: {
    name: string;
    /** Absent where the service is pinned to another server. */
    room?: number;
    /** What runs out first; absent where no resource does. */
    binding?: Resource;
    count: number;
    /** The fewest with which everything is placed; null: no number would do; absent: too many servers to try. */
    machines_needed?: number | null;
  }[];
}

/** Which environment to buy elsewhere, and which machines may be chosen. */
export interface ComparisonQuestion {
  /** Its name in the plan; all when absent. */
  environment?: string;
  /** Any when absent. */
  architecture?: 'x86_64' | 'arm64';
  /** Only the newest machines of each series. */
  latestGeneration?: boolean;
  /** Also vCPUs that neighbours use, without a published baseline. */
  sharedCpu?: boolean;
  /** Also prices that are known to be out of date. */
  stale?: boolean;
}

/** An environment bought from one provider. */
export interface ProviderOffer {
  provider: string;
  region: string;
  /** The plan as it is. */
  current: boolean;
  cost: Cost & { lines: CostLine[] };
  /** Of cost.low from the plan's: "-12.50%"; absent where either is not complete. */
  difference?: string;
  /** What has no price there, and why. */
  missing: { where: string; what: string }[];
  /** As in a plan: it takes the place of the present one. */
  environment: { [key: string]: unknown };
}

/** docs/comparison.schema.json describes it. */
export interface Comparison {
  environments: { name: string; title: string; offers: ProviderOffer[] }[];
}

export interface CataloguePrice {
  provider: string;
  region: string;
  offering: 'compute' | 'postgres' | 'redis';
  sku: string;
  cpu_millis?: number;
  sustained_cpu_millis?: number;
  memory_bytes?: number;
  /** burstable: a baseline, and credits above it; shared: vCPUs of neighbours too, without a published baseline. */
  cpu_class: 'dedicated' | 'burstable' | 'shared';
  architecture: 'x86_64' | 'arm64' | 'unknown';
  hourly_price: string;
  /** 730 hours, at most month_cap. */
  monthly_price: string;
  /** What a month costs at most. */
  month_cap?: string;
  /** No source states the baseline of the type: it is that of a type like it. */
  baseline_inferred?: true;
  price_date: string;
  source: string;
  /** The provider is known to have changed its prices since. */
  stale?: true;
}

/** A price of something that is not sold by the machine and hour: disks, traffic, load balancers ... */
export interface CatalogueRate {
  provider: string;
  region: string;
  item:
    | 'disk' | 'database_storage' | 'cache_memory' | 'egress' | 'cross_zone' | 'load_balancer'
    | 'load_balancer_capacity' | 'load_balancer_data' | 'nat_gateway' | 'nat_data' | 'public_address';
  sku: string;
  unit: 'hour' | 'month' | 'GiB-hour' | 'GiB-month' | 'disk-month' | 'GB' | 'GiB';
  /** Ascending; each prices the units above the one before, and of disk-month the whole disk of up to that size. */
  tiers: { up_to?: number; price: string }[];
  month_cap?: string;
  price_date: string;
  source: string;
  stale?: true;
}

/** What the load makes of an environment; docs/load.schema.json describes it. */
export interface EnvironmentLoad {
  environment: string;
  services: { service: string; replicas: number; replicas_needed: number | null; load: ServiceLoad }[];
  /** In the order in which a growing load meets them. `factor` is of the stated load. */
  limits: { service?: string; server?: string; limit: string; factor: number }[];
  /** Replicas and machines in the order of the plan; absent where no load is stated. */
  steps?: { factor: number; replicas: number[]; machines: number[]; cost: Cost; fits: boolean; served: boolean }[];
  /** Months from now; null: not within 60. */
  growth?: { limit_month: number | null; limit: string | null; room_month: number | null; budget_month: number | null };
}

export interface Percentiles {
  p10: number | null;
  p50: number | null;
  p90: number | null;
}

/** How likely a plan with ranges fits; docs/risk.schema.json describes it. Probabilities are shares of the draws. */
export interface EnvironmentRisk {
  environment: string;
  draws: number;
  seed: number;
  fits: number;
  keeps_up: number;
  in_time: number;
  in_budget: number;
  all: number;
  cost: Percentiles;
  cpu: Percentiles;
  memory: Percentiles;
  latency: { [service: string]: Percentiles };
  /** Months from now, of the first draws; null: not within 60. Absent where no load grows. */
  growth?: { draws: number; limit_month: Percentiles; budget_draws?: number; budget_month?: Percentiles };
}

/** Whether a scaling rule fires; docs/scale.schema.json describes the whole answer. */
export interface ScalingAnswer {
  environment: string;
  service: string;
  replicas: number;
  predicted: boolean;
  verdict: 'fires' | 'rests' | 'undecided';
  conditions: { condition: string; figure: string | null; holds: boolean | null }[];
  action?: { added: number; placed: number; cost: Cost; [key: string]: unknown };
}

export interface Stowage {
  version(): string;
  /** Reads YAML, JSON text or an object, and gives the plan in canonical JSON. */
  readPlan(text: string | object): Result<Plan>;
  estimate(plan: string | object): Result<Estimate>;
  /** Of each environment that has the service, or of the one that is named. */
  fit(plan: string | object, question: { service: string; environment?: string }): Result<{ environments: Fit[] }>;
  /** Utilisation and response times, limits, needed replicas, what more load takes. `p95`: how long responses may take,
   * such as "300ms", instead of each latency budget of the plan. */
  predictLoad(plan: string | object, question?: { environment?: string; p95?: string }):
    Result<{ environments: EnvironmentLoad[] }>;
  /** Draws plans from the ranges: 2000 with seed 1 when absent. The same seed gives the same answer everywhere. */
  risk(plan: string | object, question?: { environment?: string; draws?: number; seed?: number }):
    Result<{ environments: EnvironmentRisk[] }>;
  /** On metrics such as "cpu=82%,p95=640ms"; predicted from the load of the plan when absent. */
  scale(plan: string | object, question?: { metrics?: string; service?: string; environment?: string }):
    Result<{ services: ScalingAnswer[] }>;
  /** `curve`: "office-day" (when absent), "shop-evening", "flat", "spike", or CSV text of HH:MM,factor. `rent`:
   * machines are rented while replicas find no room. The answer is by docs/replay.schema.json. */
  replay(plan: string | object, question?: { curve?: string; service?: string; environment?: string; rent?: boolean }):
    Result<{ [key: string]: unknown }>;
  /** The plan as it is, and bought from every other provider with the cheapest machines that carry it. */
  compare(plan: string | object, question?: ComparisonQuestion): Result<Comparison>;
  report(plan: string | object, format?: 'md' | 'csv' | 'json'): Result<string>;
  /** "#p=0....", to be put behind the address of a page. */
  encodeLink(plan: string | object): Result<string>;
  decodeLink(link: string): Result<Plan>;
  /** The YAML of a template; "hybrid-django" when no name is given. */
  template(name?: string): Result<string>;
  /** `filter` is a part of the type's name, in any case. By provider, region and offering, then cheapest first. */
  catalogue(filter?: { provider?: string; region?: string; filter?: string }): Result<{
    snapshot: string;
    prices: CataloguePrice[];
    rates: CatalogueRate[];
  }>;
}

export interface LoadOptions {
  /** A packed catalogue instead of the shipped one: see docs/catalogue.md. */
  catalogue?: string;
}

/** Loads the core. Rejects when a file beside the module is missing. */
export function load(options?: LoadOptions): Promise<Stowage>;
