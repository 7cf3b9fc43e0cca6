// SPDX-License-Identifier: MIT
//
// The page in one file, opened from the disk.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { pathToFileURL } from 'node:url';
import { eventually, SITE, useBrowser } from './stowage_page.mjs';

const { profile, windowOf } = useBrowser();
const FILE = join(SITE, '..', 'stowage.html');

async function openFile(t, { fragment, context } = {}) {
  const shared = context ?? await profile(t, { viewport: { width: 960, height: 640 } });
  await shared.addInitScript(() => {
    globalThis.violations = [];
    addEventListener('securitypolicyviolation', (event) => globalThis.violations.push(event.violatedDirective));
  });
  const stowage = await windowOf(t, shared, [], pathToFileURL(FILE).href);
  const asked = [];
  stowage.page.on('request', (request) => asked.push(request.url()));
  await stowage.open(fragment);
  const beside = () => asked.filter((url) => !url.startsWith('data:') && url.split('#')[0] !== stowage.address);
  return { stowage, shared, beside };
}

test('it draws the template, asks for no other file and keeps its policy', async (t) => {
  const { stowage, beside } = await openFile(t);
  assert.deepEqual((await stowage.estimate()).environments.map(({ name }) => name),
    ['development', 'staging', 'production-single', 'production-distributed']);
  await stowage.click('/environments/staging');
  assert.ok(await stowage.item('/environments/staging/servers/staging/instance'));
  const report = stowage.page.getByRole('main');
  await eventually(async () => /390\.92/.test(await report.textContent()), 'the report, which comes later');
  assert.equal(await report.getByRole('table').first().evaluate((table) => getComputedStyle(table).borderCollapse), 'collapse');
  assert.deepEqual(await stowage.page.locator('style').count(), 1, 'every style is in it');
  assert.equal(await stowage.page.locator('link[rel=stylesheet]').count(), 0);
  assert.deepEqual(beside(), []);
  assert.deepEqual(await stowage.page.evaluate(() => globalThis.violations), []);
  const policy = await stowage.page.getAttribute('meta[http-equiv="Content-Security-Policy"]', 'content');
  assert.match(policy, /default-src 'none'; script-src 'sha256-[^']+' 'wasm-unsafe-eval'; style-src 'sha256-[^']+';/);
  assert.doesNotMatch(policy, /unsafe-inline|'unsafe-eval'|https?:|\*/);
});

test('it opens a link, and keeps the plan over a reload', async (t) => {
  const { stowage, shared } = await openFile(t);
  await stowage.setPlan('stowage: 0\nname: From a colleague\n');
  const link = await stowage.link();
  const { stowage: other } = await openFile(t, { context: shared, fragment: link.slice(link.indexOf('#')) });
  assert.match(await other.plan(), /name: From a colleague/);
  await other.enter('/name', 'Here');
  await other.page.reload();
  await other.ready();
  assert.match(await other.plan(), /name: Here/);
});

test('it carries the licences, and is the same page as the site', () => {
  const text = readFileSync(FILE, 'utf8');
  for (const licence of ['Stowage', 'Dear ImGui', 'libyaml', 'zlib', 'nlohmann/json', 'Inter'])
    assert.ok(text.includes(`\n${licence}\n===`), licence);
  assert.equal(text.match(/<h1[^>]*>.*<\/h1>/)[0], readFileSync(join(SITE, 'index.html'), 'utf8').match(/<h1[^>]*>.*<\/h1>/)[0]);
});
