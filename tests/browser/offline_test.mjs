// SPDX-License-Identifier: MIT
//
// After the first visit the page needs no network; a newer version is taken when the user asks for it.
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { serve } from './static_server.mjs';
import { eventually, SITE, SUB_PATH, useBrowser } from './stowage_page.mjs';

const { profile, windowOf } = useBrowser();

/** A window on a copy of the site that the test may change, and switch off. */
async function visitCopy(t) {
  const folder = mkdtempSync(join(tmpdir(), 'stowage-site-'));
  t.after(() => rmSync(folder, { recursive: true }));
  cpSync(SITE, folder, { recursive: true });
  const server = await serve(folder, SUB_PATH);
  const stop = async () => server.close().catch(() => {}); // once is enough
  t.after(stop);
  const context = await profile(t, { serviceWorkers: 'allow', viewport: { width: 640, height: 480 } }); // draws faster
  const openWindow = async (where) => {
    const stowage = await windowOf(t, context, [], server.address);
    await stowage.open(where);
    return stowage;
  };
  const stowage = await openWindow();
  await stowage.page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
  return { folder, context, stowage, openWindow, stop };
}

function edit(folder, file, before, after) {
  const text = readFileSync(join(folder, file), 'utf8');
  assert.match(text, before);
  writeFileSync(join(folder, file), text.replace(before, after));
}

/** What a new version changes for certain: the page, and the version that the worker is told. */
function publish(folder, version) {
  edit(folder, 'index.html', /<html lang="en"[^>]*>/, `<html lang="en" data-version="${version}">`);
  edit(folder, 'service-worker.js', /"version": "[^"]*"/, `"version": "${version}"`);
}

const versionOf = (stowage) => stowage.page.evaluate(() => document.documentElement.dataset.version ?? 'first');
const caches = (stowage) => stowage.page.evaluate(() => globalThis.caches.keys());
const line = (stowage) => stowage.page.getByText('A new version is ready.');
const offered = (stowage) => eventually(() => line(stowage).isVisible(), 'the offer of a new version');

/** The window is shown again after two hours. */
function comeBack(stowage) {
  return stowage.page.evaluate(() => {
    const later = Date.now() + 7_200_000;
    Date.now = () => later;
    document.dispatchEvent(new Event('visibilitychange'));
  });
}

async function reload(stowage) {
  await stowage.page.reload();
  await stowage.ready();
}

test('without a network the page opens as before, with the plan, its links and what comes after the first frame', async (t) => {
  const { context, stowage, openWindow, stop } = await visitCopy(t);
  await stowage.enter('/name', 'On the train');
  const link = (await stowage.link()).replace(/^.*#/, '#');
  await stop();
  await context.setOffline(true);
  await reload(stowage);
  assert.match(await stowage.plan(), /name: On the train/);
  const report = stowage.page.getByRole('main');
  await eventually(async () => /On the train/.test(await report.textContent()), 'the report, which comes later');
  const other = await openWindow(`index.html?from=a-friend${link}`);
  assert.match(await other.plan(), /name: On the train/);
});

test('a new version is offered, and taken when it is asked for; the plan stays, and the old files go', async (t) => {
  const { folder, stowage, openWindow } = await visitCopy(t);
  const [old] = await caches(stowage);
  await reload(stowage); // a first visit is not the worker's yet: nothing would keep a new version from starting
  publish(folder, 'second');
  await comeBack(stowage);
  await offered(stowage);
  await stowage.page.getByRole('button', { name: 'Later' }).click();
  assert.equal(await line(stowage).count(), 0);
  assert.equal(await stowage.page.evaluate(() => document.activeElement.id), 'canvas');
  const taker = await openWindow();
  await offered(taker);
  assert.equal(await versionOf(taker), 'first', 'a visit alone takes no new version');
  await taker.enter('/name', 'Right before');
  await taker.page.keyboard.press('Escape');
  const focused = () => taker.page.evaluate(() => document.activeElement.textContent);
  for (let i = 0; i < 3 && await focused() !== 'Reload'; ++i) await taker.page.keyboard.press('Tab');
  assert.equal(await focused(), 'Reload');
  await Promise.all([taker.page.waitForEvent('load'), taker.page.keyboard.press('Enter')]);
  await taker.ready();
  assert.equal(await versionOf(taker), 'second');
  assert.match(await taker.plan(), /name: Right before/);
  assert.equal(await line(taker).count(), 0);
  const kept = await caches(taker);
  assert.equal(kept.length, 1);
  assert.notEqual(kept[0], old);
  assert.equal(await versionOf(stowage), 'first', 'other windows are not reloaded');
});

test('a page of another version than its files is not kept', async (t) => {
  const { folder, stowage } = await visitCopy(t);
  const before = await caches(stowage);
  publish(folder, 'half');
  edit(folder, 'index.html', /host\.[0-9a-f]{10}\./, 'host.0123456789.');
  const state = await stowage.page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update();
    const worker = registration.installing;
    return new Promise((resolve) => worker.addEventListener('statechange', () => resolve(worker.state)));
  });
  assert.equal(state, 'redundant');
  assert.deepEqual(await caches(stowage), before);
  await reload(stowage);
  assert.equal(await versionOf(stowage), 'first', 'the version before works on');
});
