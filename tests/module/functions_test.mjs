// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import test from 'node:test';
import { load, RICH_PLAN } from './module_under_test.mjs';

const stowage = await load();
const GIB = 2 ** 30;

function valueOf(result) {
  assert.equal(result.ok, true, JSON.stringify(result.errors));
  return result.value;
}

const template = valueOf(stowage.template());

test('version gives three numbers', () => {
  assert.match(stowage.version(), /^\d+\.\d+\.\d+$/);
});

test('template gives the YAML of a name, hybrid-django when there is none', () => {
  assert.match(template, /^stowage: 0\nname: Resource planning for hybrid deployment\n/);
  assert.equal(valueOf(stowage.template('hybrid-django')), template);
  assert.match(valueOf(stowage.template('blank')), /^stowage: 0\n/);
});

test('readPlan takes YAML, JSON text and an object, and gives the same plan', () => {
  const plan = { stowage: 0, name: 'Ours', environments: { live: { servers: { a: { cpu: 2, memory: '4GiB' } } } } };
  const read = valueOf(stowage.readPlan(plan));
  assert.deepEqual(read, valueOf(stowage.readPlan(JSON.stringify(plan))));
  assert.deepEqual(read, valueOf(stowage.readPlan(
    'stowage: 0\nname: Ours\nenvironments: {live: {servers: {a: {cpu: 2, memory: 4GiB}}}}\n')));
  assert.equal(read.environments.live.servers.a.memory, '4GiB');
  assert.deepEqual(valueOf(stowage.readPlan(read)), read, 'what it gives it takes');
});

test('estimate gives the figures of the seed document', () => {
  const { environments, cost } = valueOf(stowage.estimate(template));
  const shown = environments.map(({ name, cost: { low, high } }) => [name, low, high]);
  assert.deepEqual(shown, [
    ['development', '30.37', '30.37'],
    ['staging', '60.74', '60.74'],
    ['production-single', '223.67', '421.47'],
    ['production-distributed', '390.92', '390.92'],
  ]);
  // 30.368 + 60.736 + 223.672 + 390.915 and 30.368 + 60.736 + 421.472 + 390.915: summed exactly, rounded once
  assert.deepEqual(cost, { currency: 'USD', low: '705.69', high: '903.49', complete: true });
  const app = environments[3].servers.find(({ name }) => name === 'app');
  assert.deepEqual(app.free, { cpu_millis: -1000, memory_bytes: 8.5 * GIB });
  assert.ok(environments[3].findings.some(({ severity, code }) => severity === 'error' && code === 'server_overcommitted'));
});

test('fit tells how many more of a service find room, and how many machines everything needs', () => {
  const plan = {
    stowage: 0,
    environments: {
      live: {
        servers: { app: { cpu: 4, memory: '8GiB', count: 2 }, db: { cpu: 8, memory: '2GiB' } },
        services: { web: { cpu: 1, memory: '1GiB' } },
      },
    },
  };
  const [live] = valueOf(stowage.fit(plan, { service: 'web', environment: 'live' })).environments;
  // 2 x 4 cores less the one that runs; 2 GiB for 1 GiB each
  assert.equal(live.room, 7 + 2);
  assert.deepEqual(live.servers.map(({ room, binding }) => [room, binding]), [[7, 'cpu'], [2, 'memory']]);
  assert.equal(live.servers[0].machines_needed, 1);
  assert.deepEqual(valueOf(stowage.fit(plan, { service: 'web' })).environments, [live]);
  assert.match(stowage.fit(plan, { service: 'wbe' }).errors[0].message, /did you mean web/);
});

test('compare buys an environment from every provider, and each offer is a plan', () => {
  const { environments } = valueOf(stowage.compare(template, { environment: 'staging', architecture: 'x86_64' }));
  assert.deepEqual(environments.map(({ name }) => name), ['staging']);
  const [current, ...others] = environments[0].offers;
  assert.deepEqual([current.provider, current.current, current.cost.low], ['aws', true, '60.74']);
  const azure = others.find(({ provider }) => provider === 'azure');
  // Standard_F4s_v2: 4 vCPU and 8 GiB at 0.169 an hour; 123.37 / 60.736 = 2.03125
  assert.equal(azure.environment.servers.staging.instance, 'Standard_F4s_v2');
  assert.deepEqual([azure.cost.low, azure.difference, azure.missing], ['123.37', '+103.13%', []]);
  const plan = { stowage: 0, environments: { staging: azure.environment } };
  assert.equal(valueOf(stowage.estimate(plan)).environments[0].cost.low, '123.37');
  assert.equal(valueOf(stowage.compare(template)).environments.length, 4);
  const any = valueOf(stowage.compare(template, { environment: 'staging', stale: true, sharedCpu: true }));
  assert.notDeepEqual(any.environments[0].offers, environments[0].offers);
  assert.match(stowage.compare(template, { environment: 'stagin' }).errors[0].message, /did you mean staging/);
  assert.equal(stowage.compare(template, { architecture: 'mips' }).errors[0].accepted, 'x86_64, arm64');
});

const PRODUCTION = { environment: 'production-distributed' };

test('predictLoad gives the figures of the reference system, and what ends the growth first', () => {
  const [environment] = valueOf(stowage.predictLoad(template, PRODUCTION)).environments;
  const wsgi = environment.services.find(({ service }) => service === 'wsgi');
  // M/M/10 with 40/s and 120 ms
  assert.ok(Math.abs(wsgi.load.utilisation - 0.48) < 1e-6);
  assert.ok(Math.abs(wsgi.load.response_p95 - 0.3603) < 1e-4);
  assert.equal(wsgi.replicas_needed, 2);
  assert.deepEqual(environment.limits[0], { service: 'wsgi', limit: 'scaling rule', factor: environment.limits[0].factor });
  assert.ok(environment.steps.length > 0);
  // ln(20) x 120 ms = 359.5 ms is the P95 of the service time alone: no number of replicas is faster
  const within = (p95) => valueOf(stowage.predictLoad(template, { ...PRODUCTION, p95 })).environments[0];
  const needed = ({ services }) => services.find(({ service }) => service === 'wsgi').replicas_needed;
  assert.equal(needed(within('360ms')), 3);
  assert.equal(needed(within('350ms')), null);
  assert.equal(stowage.predictLoad(template, { p95: 'soon' }).ok, false);
  assert.equal(stowage.predictLoad(template, { p95: 300 }).ok, false);
  assert.equal(valueOf(stowage.predictLoad(template)).environments.length, 4);
  assert.match(stowage.predictLoad(template, { environment: 'x' }).errors[0].message, /no environment/);
});

test('risk counts the draws in which a plan fits, the same for one seed', () => {
  const draws = (seed) => valueOf(stowage.risk(template, { ...PRODUCTION, draws: 200, seed })).environments[0];
  assert.equal(draws(1).draws, 200);
  assert.equal(draws(1).fits, 0); // its app server is over-committed
  assert.equal(draws(1).in_time, 1);
  assert.deepEqual(draws(1), draws(1));
  assert.notDeepEqual(draws(1).latency, draws(2).latency);
  for (const bad of [{ draws: 0 }, { draws: 1.5 }, { draws: '7' }, { seed: -1 }])
    assert.equal(stowage.risk(template, bad).ok, false, JSON.stringify(bad));
});

test('scale and replay tell what the rules do, and why a replica finds no room', () => {
  const question = { ...PRODUCTION, service: 'wsgi' };
  const [answer] = valueOf(stowage.scale(template, { ...question, metrics: 'cpu=82%' })).services;
  assert.equal(answer.verdict, 'fires');
  assert.equal(answer.action.placed, 0);
  assert.equal(valueOf(stowage.scale(template, question)).services[0].verdict, 'rests');
  assert.equal(stowage.scale(template, { metrics: 'cpu=much' }).ok, false);
  const day = valueOf(stowage.replay(template, { ...question, curve: 'office-day' })).environments[0];
  assert.equal(day.events[0].action, 'refused');
  assert.equal(stowage.replay(template, { curve: '25:00,1' }).ok, false);
});

test('replay rents machines when it is asked to', () => {
  const question = { ...PRODUCTION, service: 'wsgi' };
  assert.equal('rent' in valueOf(stowage.replay(template, question)).environments[0], false);
  const { rent, events } = valueOf(stowage.replay(template, { ...question, rent: true })).environments[0];
  assert.equal(events[0].action, 'added');
  assert.deepEqual(events[0].machines, [{ server: 'app', count: 1 }]);
  assert.equal(rent.cost.length, 1440);
  assert.equal(rent.cost[0], '390.92'); // the plan's machines
  assert.equal(rent.cost[events[0].minute], '614.30'); // and one more c6a.2xlarge of 223.38
});

test('report gives Markdown, CSV and JSON', () => {
  const markdown = valueOf(stowage.report(template));
  assert.equal(valueOf(stowage.report(template, 'md')), markdown);
  assert.match(markdown, /^# Resource planning for hybrid deployment\n/);
  assert.match(markdown, /\| Nginx \| 0\.5 \| 256 MiB \| 1 \|/);
  const rows = valueOf(stowage.report(template, 'csv')).split('\r\n');
  assert.match(rows[0], /^environment,kind,name/);
  assert.ok(rows.length > 20);
  const report = JSON.parse(valueOf(stowage.report(template, 'json')));
  assert.deepEqual(report.estimate, valueOf(stowage.estimate(template)));
});

test('encodeLink and decodeLink give the plan back, with the prices that it used', () => {
  const link = valueOf(stowage.encodeLink(template));
  assert.match(link, /^#p=0\.[\w-]+\.[\w-]+$/);
  assert.ok(link.length < 1800);
  const plan = valueOf(stowage.decodeLink(`https://example.org/plans/${link}`));
  const { prices, ...rest } = plan;
  const { prices: unused, ...own } = valueOf(stowage.readPlan(template));
  assert.deepEqual(rest, own);
  assert.equal(String(prices.used['aws/us-east-1/t3.large']), '0.0832');
  assert.equal(unused.used, undefined);
});

test('catalogue gives prices with date and source, the cheapest of an offering first', () => {
  const { snapshot, prices } = valueOf(stowage.catalogue({ provider: 'aws', region: 'us-east-1', filter: 'T3.' }));
  assert.match(snapshot, /^\d{4}-\d\d-\d\d$/);
  const large = prices.find(({ sku }) => sku === 't3.large');
  // AWS: 2 vCPU at 30 %, 8 GiB, 0.0832 dollars an hour, 60.736 for 730
  assert.deepEqual(
    [large.cpu_millis, large.sustained_cpu_millis, large.memory_bytes, large.hourly_price, large.monthly_price],
    [2000, 600, 8 * GIB, '0.0832', '60.74']);
  assert.equal(large.architecture, 'x86_64');
  assert.equal(large.cpu_class, 'burstable');
  assert.ok(large.source.length > 0 && large.price_date.length === 10);
  const compute = prices.filter(({ offering }) => offering === 'compute').map(({ hourly_price: price }) => Number(price));
  assert.deepEqual(compute, [...compute].sort((a, b) => a - b));
  assert.ok(valueOf(stowage.catalogue()).prices.length > prices.length);
  assert.deepEqual(valueOf(stowage.catalogue({ filter: 'no such machine' })).prices, []);
});

test('an own catalogue takes the place of the shipped one', async () => {
  const own = await load({
    catalogue: 'stowage-catalogue\t1\nsnapshot\tours\nsource\t2026-01-01\tour own list\n' +
      'family\taws\tcompute\tt3\ntype\tt3.medium\t2\t4\t20%\tx86_64\tburstable\nlist\tus-east-1\t0\n0\t1\nend\t7\n',
  });
  const { prices } = valueOf(own.catalogue());
  assert.deepEqual(prices.map(({ sku, hourly_price: hourly, monthly_price: month, source }) => [sku, hourly, month, source]),
    [['t3.medium', '1', '730.00', 'our own list']]);
  assert.equal(valueOf(own.estimate(template)).environments[0].cost.low, '730.00');
});

test('two loaded modules do not know each other', async () => {
  const other = await load();
  assert.deepEqual(other.estimate(RICH_PLAN), stowage.estimate(RICH_PLAN));
});
