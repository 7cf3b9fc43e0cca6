// SPDX-License-Identifier: MIT
//
// The package as a program has it in node_modules: its exports, its types.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import test from 'node:test';
import { load, makeConsumer, RICH_PLAN } from './module_under_test.mjs';

/** The compiler, or null where the node packages are not installed. */
const tsc = (() => {
  try {
    return createRequire(import.meta.url).resolve('typescript/bin/tsc');
  } catch {
    return null;
  }
})();
const needsCompiler = { skip: tsc ? false : 'typescript is not installed: scripts/setup brings it' };

/** Compiles as strictly as a careful program does. */
function compile(folder, file) {
  const flags = [
    '--noEmit', '--strict', '--exactOptionalPropertyTypes', '--module', 'nodenext', '--moduleResolution', 'nodenext',
    '--target', 'es2022',
  ];
  try {
    execFileSync(process.execPath, [tsc, ...flags, join(folder, file)], { cwd: folder, encoding: 'utf8' });
    return '';
  } catch (error) {
    return error.stdout;
  }
}

test('a program that has installed the package imports it by name', (t) => {
  const folder = makeConsumer(t);
  writeFileSync(join(folder, 'program.mjs'),
    "import { load } from 'stowage';\nconst { estimate, template } = await load();\n" +
    'console.log(estimate(template().value).value.environments.length);\n');
  const flag = '--disallow-code-generation-from-strings';
  assert.equal(execFileSync(process.execPath, [flag, 'program.mjs'], { cwd: folder, encoding: 'utf8' }), '4\n');
});

test('the package has every file that it lists, and nothing is secret', (t) => {
  const folder = join(makeConsumer(t), 'node_modules/stowage');
  const description = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  for (const file of description.files) assert.ok(statSync(join(folder, file)).size > 0, file);
  for (const file of Object.values(description.exports['.'])) assert.ok(existsSync(join(folder, file)), file);
  assert.equal(description.license, 'MIT');
});

test('a TypeScript program compiles against the types', needsCompiler, (t) => {
  const folder = makeConsumer(t);
  copyFileSync(join(import.meta.dirname, 'sample.ts'), join(folder, 'sample.mts'));
  assert.equal(compile(folder, 'sample.mts'), '');
});

test('the types refuse what the module refuses', needsCompiler, (t) => {
  const folder = makeConsumer(t);
  writeFileSync(join(folder, 'wrong.mts'), "import { load } from 'stowage';\n(await load()).report('stowage: 0', 'pdf');\n");
  assert.match(compile(folder, 'wrong.mts'), /"pdf"' is not assignable/);
});

/** With every mark that a price or a rate may have. */
const MARKED_CATALOGUE = [
  'stowage-catalogue\t1', 'snapshot\tours', 'source\t2026-01-01\tour own list\tstale',
  'family\tattic\tcompute\told', 'type\told.pc\t2\t4\t20%\tx86_64\tburstable\tinferred',
  'list\tcellar\t0', '0\t0.01\t6',
  'rates\tattic\tcellar\t0', 'rate\tegress\tinternet\t0/GB up to 100, 0.09/GB', 'rate\tload_balancer\tlb\t0.015 at most 10/month',
  'end\t10\n',
].join('\n');

/** With a price of another snapshot than the catalogue's. */
const PLAN_WITH_KEPT_PRICE = `stowage: 0
prices: {snapshot: 2020-01-01, used: {aws/us-east-1/t3.large: 0.1}}
environments: {e: {provider: aws, region: us-east-1, servers: {s: {instance: t3.large}}}}
`;

/** With a budget that its load grows beyond. */
const PLAN_WITH_GROWTH = `stowage: 0
environments:
  e:
    budget: 100
    servers: {s: {cpu: 4, memory: 8GiB, cost: 60/month}}
    services: {web: {cpu: 1, memory: 1GiB, load: {arrivals: 5/s, cpu_time: 100ms, growth: 5..15%/month}}}
`;

/** Real values as literals: the compiler then finds keys that are missing in them, and keys that the types lack. */
test('the types have the keys of what the module gives, no fewer and no more', needsCompiler, async (t) => {
  const stowage = await load();
  const everyPart = readFileSync(new URL('../data/plans/every-part-of-an-estimate.yaml', import.meta.url), 'utf8');
  const marked = await load({ catalogue: MARKED_CATALOGUE });
  const { prices, rates } = marked.catalogue().value;
  const values = {
    Estimate: [RICH_PLAN, everyPart, stowage.template().value, PLAN_WITH_KEPT_PRICE].map((plan) => stowage.estimate(plan).value),
    Fit: stowage.fit(everyPart, { service: 'celery' }).value.environments,
    Comparison: [everyPart, stowage.template().value].map((plan) => stowage.compare(plan).value),
    EnvironmentLoad: [...stowage.predictLoad(stowage.template().value).value.environments,
      ...stowage.predictLoad(everyPart).value.environments],
    EnvironmentRisk: [stowage.template().value, PLAN_WITH_GROWTH].flatMap((plan) =>
      stowage.risk(plan, { draws: 5 }).value.environments),
    ScalingAnswer: stowage.scale(stowage.template().value, { metrics: 'cpu=82%' }).value.services,
    Plan: [stowage.readPlan(RICH_PLAN).value],
    CataloguePrice: [...prices, ...stowage.catalogue({ region: 'us-east-1', filter: 't3' }).value.prices],
    CatalogueRate: rates,
    StowageError: stowage.readPlan('stowage: x').errors,
  };
  const folder = makeConsumer(t);
  const lines = Object.entries(values).map(([type, list]) => {
    assert.ok(list.length > 0, type);
    return `export const values${type}: ${type}[] = ${JSON.stringify(list)};\n`;
  });
  writeFileSync(join(folder, 'values.mts'), `import type { ${Object.keys(values)} } from 'stowage';\n${lines.join('')}`);
  assert.equal(compile(folder, 'values.mts'), '');

  const types = readFileSync(join(folder, 'node_modules/stowage/stowage.d.ts'), 'utf8');
  const optional = [...types.matchAll(/(\w+)\?: /g)].map(([, key]) => key);
  const options = ['name', 'format', 'question', 'filter', 'provider', 'region', 'options', 'catalogue', 'environment', 'architecture',
    'latestGeneration', 'sharedCpu', 'stale', 'draws', 'seed', 'metrics', 'service', 'curve', 'p95', 'rent']; // what is given, not got
  const text = JSON.stringify(values);
  for (const key of optional.filter((name) => !options.includes(name)))
    assert.ok(text.includes(`"${key}":`), `${key} is in the types and in no value`);
});
