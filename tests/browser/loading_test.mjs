// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import test from 'node:test';
import { notInBrief } from './browsers.mjs';
import { useBrowser } from './stowage_page.mjs';

const { profile, visit, windowOf } = useBrowser();
const GIB = 2 ** 30;
const MIB = 2 ** 20;

test('a first visit shows the template, and the console stays quiet', async (t) => {
  const stowage = await visit(t);
  assert.equal(await stowage.page.title(), 'Resource planning for hybrid deployment - Stowage');
  assert.equal((await stowage.item('/environments/development')).value, 'selected');
  assert.match(await stowage.page.evaluate(() => globalThis.stowage.version), /^\d+\.\d+\.\d+$/);
});

test('everything comes from the page\'s own folder', async (t) => {
  const context = await profile(t);
  const asked = [];
  context.on('request', (request) => asked.push(request.url()));
  const stowage = await windowOf(t, context);
  await stowage.open();
  await stowage.page.waitForLoadState('networkidle');
  assert.ok(asked.length > 5);
  assert.deepEqual(asked.filter((url) => !url.startsWith(stowage.address)), []);
});

test('stowage.ready is there before the load event and resolves after the first frame', async (t) => {
  const context = await profile(t);
  await context.addInitScript(() => {
    addEventListener('load', () => {
      globalThis.atLoad = { published: globalThis.stowage?.ready instanceof Promise };
    });
  });
  const stowage = await windowOf(t, context);
  await stowage.page.goto(stowage.address);
  assert.deepEqual(await stowage.page.evaluate(() => globalThis.atLoad), { published: true });
  assert.ok(await stowage.page.evaluate(() => globalThis.stowage.ready.then(() => globalThis.stowage.frames())) >= 1);
});

test('what needs a plan says so before there is one', notInBrief, async (t) => {
  const context = await profile(t);
  const stowage = await windowOf(t, context);
  let release;
  await context.route('**/catalogue.*', async (route) => {
    await new Promise((go) => (release = go));
    await route.continue();
  });
  await stowage.page.goto(stowage.address, { waitUntil: 'commit' });
  const told = await stowage.page.evaluate(async () => {
    while (!globalThis.stowage) await new Promise((next) => setTimeout(next));
    try {
      return globalThis.stowage.getPlan();
    } catch (error) {
      return error.message;
    }
  });
  assert.match(told, /await stowage\.ready/);
  release();
  await stowage.ready();
});

// The rows of the document that the template is made from.
const SEED = [
  { name: 'development', cost: ['30.37', '30.37'], servers: { dev: { free: [2, 2846 * MIB] } }, findings: [] },
  {
    name: 'staging', cost: ['60.74', '60.74'], servers: { staging: { free: [0, 1.75 * GIB] } },
    findings: [/no CPU/, /t3\.large.*2.*4|4.*t3\.large.*2/],
  },
  {
    name: 'production-single', cost: ['223.67', '421.47'], servers: { production: { free: [0, 2.5 * GIB] } },
    findings: [/no CPU/, /t3\.xlarge/],
  },
  {
    name: 'production-distributed', cost: ['390.92', '390.92'],
    servers: { app: { free: [-1, 8.5 * GIB] }, db: { free: [0, 0] }, cache: { free: [0, 0] } },
    findings: [/over-committed by 1 core/, /DB server leaves no CPU and no memory/, /Cache server leaves no CPU and no memory/],
  },
];

test('the figures are those of the document', notInBrief, async (t) => {
  const stowage = await visit(t);
  for (const { name, cost, servers, findings } of SEED) {
    const environment = await stowage.environment(name);
    assert.deepEqual([environment.cost.low, environment.cost.high], cost, name);
    for (const [server, { free: [cores, bytes] }] of Object.entries(servers)) {
      const { free } = environment.servers.find((candidate) => candidate.name === server);
      assert.deepEqual(free, { cpu_millis: cores * 1000, memory_bytes: bytes }, `${name} ${server}`);
    }
    const problems = environment.findings.filter(({ severity }) => severity !== 'info').map(({ message }) => message);
    for (const pattern of findings)
      assert.ok(problems.some((message) => pattern.test(message)), `${name}: ${pattern} in ${problems}`);
    if (findings.length === 0) assert.deepEqual(problems, [], name);
  }
});

test('the content security policy is strict and nothing breaks it', async (t) => {
  const context = await profile(t);
  await context.addInitScript(() => {
    globalThis.violations = [];
    addEventListener('securitypolicyviolation', (event) => globalThis.violations.push(event.violatedDirective));
  });
  const stowage = await windowOf(t, context, [/unsafe-eval/]);
  await stowage.open();
  await stowage.click('/environments/staging');
  assert.deepEqual(await stowage.page.evaluate(() => globalThis.violations), []);
  const policy = await stowage.page.getAttribute('meta[http-equiv="Content-Security-Policy"]', 'content');
  assert.match(policy, /default-src 'none'/);
  assert.doesNotMatch(policy, /unsafe-inline|'unsafe-eval'|https?:|\*/);
  // In a task of the page's own: what the test runs itself is exempt.
  const outcome = await stowage.page.evaluate(() => new Promise((resolve) => setTimeout(() => {
    try {
      resolve(eval('"ran"'));
    } catch (error) {
      resolve(error.name);
    }
  })));
  assert.equal(outcome, 'EvalError');
});
