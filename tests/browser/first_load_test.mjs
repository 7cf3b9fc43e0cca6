// SPDX-License-Identifier: MIT
//
// What a first visit downloads, and how long it takes until the page can be used. Prints both.
import assert from 'node:assert/strict';
import { brotliCompressSync, constants } from 'node:zlib';
import test from 'node:test';
import { useBrowser } from './stowage_page.mjs';

const { profile, windowOf } = useBrowser();
const BUDGET = 450 * 1024; // bytes: three seconds on a slow mobile network (1.2 Mbit/s)
const RUNS = 5;

/** As `brotli -q 11` does, which hosts use for files that they keep. */
const compressed = (bytes) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;

test('the first load stays within its budget', async (t) => {
  const context = await profile(t, { serviceWorkers: 'allow' });
  await context.addInitScript(() => {
    const noteReady = () => {
      if (document.documentElement?.dataset.state === 'ready') globalThis.readyAt ??= performance.now();
    };
    new MutationObserver(noteReady).observe(document, { attributes: true, subtree: true, attributeFilter: ['data-state'] });
  });
  const stowage = await windowOf(t, context);
  const responses = [];
  stowage.page.on('response', (response) => responses.push(response));
  await stowage.page.goto(stowage.address);
  // What is asked for after the first frame is not waited for, but may have arrived by now.
  const waitedFor = await stowage.page.evaluate(() => globalThis.stowage.ready.then(() => performance.getEntriesByType('resource')
    .filter(({ startTime }) => startTime < globalThis.readyAt).map(({ name }) => name)));
  const first = responses.filter((response) =>
    response.url() === stowage.address || waitedFor.includes(response.url()));
  const nameOf = (response) => response.url().slice(stowage.address.length) || 'index.html';
  let sum = 0;
  for (const response of first) {
    const bytes = await response.body();
    const size = compressed(bytes);
    sum += size;
    t.diagnostic(`${String(size).padStart(7)} of ${String(bytes.length).padStart(7)}  ${nameOf(response)}`);
  }
  t.diagnostic(`${String(sum).padStart(7)} bytes with brotli -q 11, budget ${BUDGET}`);
  const names = first.map(nameOf);
  for (const needed of [/^index\.html$/, /^style\..*\.css$/, /^messages\..*\.css$/, /\.wasm$/, /^catalogue\./, /^host\./])
    assert.equal(names.filter((name) => needed.test(name)).length, 1, `${needed} once`);
  assert.ok(sum < BUDGET, `${sum} bytes`);
  assert.deepEqual(names.filter((name) => /mirror|report|readers|print|letters|later|versions|worker|icon-/.test(name)), [], 'nobody waits for those');
});

test('the time from navigation to the first interactive frame', async (t) => {
  const times = [];
  for (let run = 0; run < RUNS; ++run) {
    const stowage = await windowOf(t, await profile(t)); // with an empty cache
    await stowage.page.goto(stowage.address);
    times.push(await stowage.page.evaluate(() => globalThis.stowage.ready.then(() => performance.now())));
  }
  times.sort((a, b) => a - b);
  t.diagnostic(`median ${Math.round(times[(RUNS - 1) / 2])} ms of ${times.map(Math.round).join(', ')}`);
  assert.equal(times.length, RUNS); // a figure for people: how fast a shared machine is decides no test
});
