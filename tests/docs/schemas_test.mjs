// SPDX-License-Identifier: MIT
//
// docs/plan.schema.json, docs/estimate.schema.json, docs/comparison.schema.json, docs/fit.schema.json,
// docs/scale.schema.json, docs/replay.schema.json and docs/diff.schema.json against what the program reads and prints. STOWAGE in the environment is the program.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const skip = existsSync(`${root}node_modules/ajv`) ? false : 'node_modules is missing: scripts/setup brings it';

const json = (path) => JSON.parse(readFileSync(`${root}${path}`, 'utf8'));
const stowage = (...args) => JSON.parse(execFileSync(process.env.STOWAGE, args, { encoding: 'utf8' }));

/** A function that gives the errors of a document, null when there are none. `others` are schemas that it refers to. */
async function validator(path, ...others) {
  const { default: Ajv } = await import('ajv/dist/2020.js');
  // strict: a keyword that has no effect where it stands is an error of the schema. "any" and "all" are required by turns
  // and defined beside that choice, which strictRequired does not see.
  const options = { allErrors: true, strict: true, strictRequired: false, allowUnionTypes: true };
  const ajv = new Ajv(options);
  for (const other of others) ajv.addSchema(json(`docs/${other}`), other);
  const validate = ajv.compile(json(path));
  return (document) => (validate(document) ? null : validate.errors);
}

/** Every plan that the repository calls good: a template, or a file of tests/data/plans. */
function goodPlans() {
  const folder = `${root}tests/data/plans/`;
  const files = readdirSync(folder).filter((name) => /\.(ya?ml|json)$/.test(name));
  return ['template:hybrid-django', 'template:blank', ...files.map((name) => folder + name)];
}

test('every template and every sample is a plan by the schema', { skip }, async () => {
  const errorsOf = await validator('docs/plan.schema.json');
  for (const plan of goodPlans()) assert.equal(errorsOf(stowage('convert', '--json', plan)), null, plan);
});

test('every estimate is one by the schema', { skip }, async () => {
  const errorsOf = await validator('docs/estimate.schema.json');
  for (const plan of goodPlans()) assert.equal(errorsOf(stowage('estimate', '--json', plan)), null, plan);
});

test('the estimate of a plan with everything in it is one by the schema', { skip }, async () => {
  const errorsOf = await validator('docs/estimate.schema.json');
  const estimate = stowage('estimate', '--json', `${root}tests/data/plans/every-part-of-an-estimate.yaml`);
  assert.equal(errorsOf(estimate), null);
  const environment = estimate.environments[0];
  assert.ok(environment.tightest);
  assert.ok(environment.placements.some((placement) => placement.cpu_shared));
  assert.ok(environment.services.some((service) => service.cpu_shared));
  assert.ok(environment.unplaced.some((service) => service.reasons.some((reason) => reason.spread)));
  const [limited, unlimited] = environment.servers;
  assert.deepEqual([limited.capacity.disk_bytes, limited.capacity.pods], [160 * 2 ** 30, 40]);
  assert.deepEqual(Object.keys(unlimited.capacity), ['cpu_millis', 'memory_bytes']);
  assert.deepEqual([limited.zone, unlimited.zone], ['a', 'b']);
  assert.ok(limited.binding);
  assert.deepEqual(environment.apart, ['front', 'back']);
  const needs = (name) => environment.services.find((service) => service.name === name);
  assert.equal(needs('postgres').request.disk_bytes, 40 * 2 ** 30);
  assert.equal(needs('wsgi').peak_memory_bytes, 1536 * 2 ** 20);
  assert.deepEqual([needs('celery').cpu_derived, needs('celery').memory_derived], [true, true]);
  const settings = needs('celery').settings;
  assert.deepEqual(settings.find(({ key }) => key === 'workers'),
    { key: 'workers', label: 'Concurrency', value: '2', derived: false });
  assert.ok(settings.some((setting) => setting.derived && setting.key && setting.formula && setting.source));
  assert.ok(settings.some((setting) => !('key' in setting)));
  assert.equal(needs('asgi').peak_memory_bytes, 512 * 2 ** 20);
  assert.deepEqual([...new Set(environment.cost.lines.map((line) => line.category))].sort(), [
    'address',
    'disk',
    'egress',
    'managed',
    'server',
  ]);
  for (const key of ['sku', 'hourly_price', 'hours', 'price_date', 'source']) {
    assert.ok(environment.cost.lines.some((line) => key in line), `some line has ${key}`);
    assert.ok(environment.cost.lines.some((line) => !(key in line)), `some line has no ${key}`);
  }
  assert.deepEqual([...new Set(environment.findings.map((finding) => finding.severity))], ['error', 'warning', 'info']);
});

test('every answer of fit is one by the schema, whatever the service', { skip }, async () => {
  const errorsOf = await validator('docs/fit.schema.json');
  for (const plan of goodPlans()) {
    const { environments } = stowage('estimate', '--json', plan);
    const names = new Set(environments.flatMap(({ services }) => services.map(({ name }) => name)));
    for (const name of names) {
      const answer = stowage('fit', '--json', plan, '--service', name);
      assert.equal(errorsOf(answer), null, `${name} of ${plan}`);
      for (const place of [answer, answer.environments[0], answer.environments[0].servers[0]]) {
        place.surprise = 1;
        assert.notEqual(errorsOf(answer), null);
        delete place.surprise;
      }
    }
  }
});

test('every answer of scale is one by the schema, whether rules fire or not', { skip }, async () => {
  const errorsOf = await validator('docs/scale.schema.json');
  for (const plan of goodPlans()) {
    for (const metrics of ['cpu=99%,memory=99%,p95=9s,latency=9s,queue=999,connections=999', 'cpu=0%', 'queue=51']) {
      const answer = stowage('scale', '--json', plan, '--metrics', metrics);
      assert.equal(errorsOf(answer), null, `${metrics} for ${plan}`);
    }
  }
  const { services } = stowage('scale', '--json', 'template:hybrid-django', '--metrics', 'cpu=82%');
  assert.deepEqual([...new Set(services.map(({ verdict }) => verdict))].sort(), ['fires', 'undecided']);
  for (const place of [services[0], services[0].conditions[0], services[0].action]) {
    place.surprise = 1;
    assert.notEqual(errorsOf({ services }), null);
    delete place.surprise;
  }
});

for (const command of ['load', 'risk']) {
  test(`every answer of ${command} is one by the schema`, { skip }, async () => {
    const errorsOf = await validator(`docs/${command}.schema.json`, 'estimate.schema.json');
    const further = command === 'risk' ? ['--draws', '20'] : [];
    for (const plan of goodPlans()) {
      const answer = stowage(command, '--json', plan, ...further);
      assert.equal(errorsOf(answer), null, plan);
      for (const place of [answer, ...answer.environments]) {
        place.surprise = 1;
        assert.notEqual(errorsOf(answer), null);
        delete place.surprise;
      }
    }
  });
}

test('every replay is one by the schema, with events and without', { skip }, async () => {
  const errorsOf = await validator('docs/replay.schema.json');
  for (const plan of goodPlans()) {
    for (const curve of ['office-day', 'spike']) {
      const answer = stowage('replay', '--json', plan, '--curve', curve);
      assert.equal(errorsOf(answer), null, `${curve} for ${plan}`);
    }
  }
  const answer = replayOfRules();
  assert.equal(errorsOf(answer), null);
  const [environment] = answer.environments;
  const actions = new Set(environment.events.map(({ action }) => action));
  assert.deepEqual([...actions].sort(), ['added', 'refused', 'removed']);
  assert.deepEqual(environment.unpredicted, ['silent']);
  const [service] = environment.services;
  for (const place of [answer, environment, service, service.series, service.worst, environment.events[0]]) {
    place.surprise = 1;
    assert.notEqual(errorsOf(answer), null);
    delete place.surprise;
  }
});

test('every replay that rents machines is one by the schema', { skip }, async () => {
  const errorsOf = await validator('docs/replay.schema.json');
  for (const plan of goodPlans()) assert.equal(errorsOf(stowage('replay', '--json', plan, '--rent')), null, plan);
  const answer = replayOfRules('--rent');
  assert.equal(errorsOf(answer), null);
  const [{ rent, events }] = answer.environments;
  const [{ machines: [machine] }] = events.filter(({ machines }) => machines);
  for (const place of [rent, rent.servers[0], machine]) {
    place.surprise = 1;
    assert.notEqual(errorsOf(answer), null);
    delete place.surprise;
  }
});

/** A day with a spike, in which a rule adds, removes and finds no room, and another has nothing to go by. */
function replayOfRules(...further) {
  const web = { kind: 'wsgi', workers: 2, cpu: 1, memory: '1GiB' };
  web.load = { arrivals: '5/s', service_time: '100ms', cpu_time: '100ms' };
  web.scale_out = { any: ['cpu > 70%'] };
  web.scale_in = { any: ['cpu < 40%'] };
  const silent = { cpu: 1, memory: '1GiB', scale_out: { any: ['cpu > 70%'] } };
  const servers = { app: { cpu: 3, memory: '8GiB', cost: '10/month' } };
  const plan = { stowage: 0, environments: { live: { servers, services: { web, silent } } } };
  const args = ['replay', '--json', '-', '--curve', 'spike', ...further];
  return JSON.parse(execFileSync(process.env.STOWAGE, args, { input: JSON.stringify(plan), encoding: 'utf8' }));
}

test('every diff is one by the schema', { skip }, async () => {
  const errorsOf = await validator('docs/diff.schema.json');
  const plans = goodPlans();
  for (const [i, plan] of plans.entries()) {
    const other = plans[(i + 1) % plans.length];
    assert.equal(errorsOf(stowage('diff', '--json', plan, other)), null, `${plan} and ${other}`);
  }
  const diff = stowage('diff', '--json', 'template:blank', 'template:hybrid-django');
  assert.ok(diff.environments.some((environment) => environment.costs.length > 0));
  for (const place of [diff, diff.cost, diff.environments[0], diff.environments[0].costs[0], diff.fields[0]]) {
    place.surprise = 1;
    assert.notEqual(errorsOf(diff), null);
    delete place.surprise;
  }
});

test('the bills of cost are those of the estimate', () => {
  const { environments } = stowage('estimate', '--json', 'template:hybrid-django');
  const bills = stowage('cost', '--json', 'template:hybrid-django').environments;
  assert.deepEqual(bills, environments.map(({ name, title, cost }) => ({ name, title, cost })));
});

test('every comparison is one by the schema, and each environment in it belongs into a plan', { skip }, async () => {
  const errorsOf = await validator('docs/comparison.schema.json', 'estimate.schema.json');
  const planErrorsOf = await validator('docs/plan.schema.json');
  for (const plan of goodPlans()) {
    const comparison = stowage('cost', '--compare', '--json', plan);
    assert.equal(errorsOf(comparison), null, plan);
    for (const { name, offers } of comparison.environments) {
      for (const { environment } of offers) {
        const adopted = { stowage: 0, environments: { [name]: environment } };
        assert.equal(planErrorsOf(adopted), null, `${name} of ${plan}`);
      }
    }
  }
  const comparison = stowage('cost', '--compare', '--json', 'template:hybrid-django');
  const [first] = comparison.environments;
  assert.ok(first.offers.some((offer) => 'difference' in offer));
  assert.ok(comparison.environments.some(({ offers }) => offers.some(({ missing }) => missing.length > 0)));
  for (const place of [comparison, first, first.offers[0], first.offers[0].cost, first.offers[0].cost.lines[0]]) {
    place.surprise = 1;
    assert.notEqual(errorsOf(comparison), null);
    delete place.surprise;
  }
});

test('an estimate with a key that the schema does not know is refused', { skip }, async () => {
  const errorsOf = await validator('docs/estimate.schema.json');
  const estimate = stowage('estimate', '--json', 'template:hybrid-django');
  const places = [
    estimate,
    estimate.cost,
    estimate.environments[0],
    estimate.environments[0].totals,
    estimate.environments[0].survival,
    estimate.environments[0].survival.server_loss,
    estimate.environments[0].tightest,
    estimate.environments[0].cost,
    estimate.environments[0].cost.lines[0],
    estimate.environments[0].cost.views,
    estimate.environments[0].cost.views.service[0],
    estimate.environments[0].servers[0],
    estimate.environments[0].servers[0].capacity,
    estimate.environments[0].servers[0].instances[0],
    estimate.environments[0].services[0],
    estimate.environments[0].services[0].settings[0],
    estimate.environments[0].placements[0],
    estimate.environments[1].findings[0],
  ];
  for (const place of places) {
    place.surprise = 1;
    assert.notEqual(errorsOf(estimate), null);
    delete place.surprise;
  }
  assert.equal(errorsOf(estimate), null);
});

/** A plan that is good until `change` has seen its service, its server and its environment. */
function planWith(change) {
  const service = { cpu: 1, memory: '1GiB' };
  const server = { cpu: 2, memory: '4GiB' };
  const environment = { servers: { app: server }, services: { web: service } };
  const plan = { stowage: 0, environments: { production: environment } };
  change({ plan, environment, server, service });
  return plan;
}

const good = {
  'as it is': () => {},
  'whose service has a known kind and derives what it needs': ({ service }) => {
    service.kind = 'wsgi';
    delete service.cpu;
    delete service.memory;
  },
};

const bad = {
  'without its format': ({ plan }) => delete plan.stowage,
  'of a newer format': ({ plan }) => (plan.stowage = 1),
  'with an unknown key': ({ service }) => (service.replica = 2),
  'with a list of environments': ({ plan }) => (plan.environments = []),
  'with a name that cannot be one': ({ environment }) => (environment.servers['app server'] = {}),
  'without the memory of a service': ({ service }) => delete service.memory,
  'without the CPU of a service of no known kind': ({ service }) => {
    service.kind = 'other';
    delete service.cpu;
  },
  'with memory without a unit': ({ service }) => (service.memory = '512'),
  'with memory as a number': ({ service }) => (service.memory = 512),
  'with a negative CPU': ({ service }) => (service.cpu = -1),
  'with a CPU in cores': ({ service }) => (service.cpu = '2 cores'),
  'with half a replica': ({ service }) => (service.replicas = 1.5),
  'with fewer than no replicas': ({ service }) => (service.replicas = -1),
  'with too many replicas': ({ service }) => (service.replicas = 200_001),
  'with an unknown kind': ({ service }) => (service.kind = 'apache'),
  'with a word for a boolean': ({ service }) => (service.spread = 'yes'),
  'with a rule without conditions': ({ service }) => (service.scale_out = { add: 1 }),
  'with a rule that says any and all': ({ service }) => (service.scale_out = { any: [], all: [] }),
  'with an unknown metric': ({ service }) => (service.scale_out = { any: ['disk > 70%'] }),
  'with an unknown reserve': ({ server }) => (server.reserved = 'some'),
  'with a cost without its time': ({ server }) => (server.cost = '85'),
  'with a server that is no map': ({ environment }) => (environment.servers.app = 'large'),
  'with a title that is too long': ({ server }) => (server.title = 'x'.repeat(201)),
  'with a disk in words': ({ service }) => (service.disk = 'large'),
  'with no pods': ({ server }) => (server.pods = 0),
  'with a zone that cannot be a name': ({ server }) => (server.zone = 'zone a'),
  'with an unknown loss to survive': ({ environment }) => (environment.survive = { region_loss: true }),
  'with a word for a loss to survive': ({ environment }) => (environment.survive = { server_loss: 'yes' }),
  'with an unknown memory to fit': ({ environment }) => (environment.fit_memory = 'peak'),
  'with memory of workers without a unit': ({ service }) => (service.worker_memory = 150),
  'with half a connection in a pool': ({ service }) => (service.pool_size = 0.5),
  'with a budget in words': ({ environment }) => (environment.budget = 'little'),
  'with prices of no snapshot': ({ plan }) => (plan.prices = { used: { 'aws/us-east-1/t3.large': 0.1 } }),
  'with an instance with a space': ({ server }) => (server.instance = 'c6i large'),
};

test('the schema takes and refuses what the reader takes and refuses', { skip }, async () => {
  const errorsOf = await validator('docs/plan.schema.json');
  const refusedByReader = (plan) => {
    try {
      execFileSync(process.env.STOWAGE, ['convert', '-'], { input: JSON.stringify(plan), stdio: 'pipe' });
    } catch (error) {
      return error.status === 2;
    }
    return false;
  };
  for (const [what, change] of Object.entries(good)) {
    assert.equal(errorsOf(planWith(change)), null, `a plan ${what} is bad by the schema`);
    assert.equal(refusedByReader(planWith(change)), false, `a plan ${what} is bad for the reader`);
  }
  for (const [what, change] of Object.entries(bad)) {
    assert.notEqual(errorsOf(planWith(change)), null, `a plan ${what} is good by the schema`);
    assert.ok(refusedByReader(planWith(change)), `a plan ${what} is good for the reader`);
  }
});
