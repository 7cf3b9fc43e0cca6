// SPDX-License-Identifier: MIT
//
// axe-core finds nothing in the page, in the mirror of each kind of picture and in the report; and the mirror has the
// tables, lists and dialogs of the picture. What a screen reader makes of them no test here knows.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import test from 'node:test';
import { eventually, useBrowser } from './stowage_page.mjs';

const { profile, visit, windowOf } = useBrowser();
const AXE = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const DISTRIBUTED = '/environments/production-distributed';
/** No caret that blinks, and few points to draw in software. */
const CALM = { reducedMotion: 'reduce', viewport: { width: 1000, height: 800 } };
const TALL = { width: 1440, height: 1500 }; // all tables are in view

/** Until the mirror shows what the registry says. */
async function mirrored(stowage) {
  await stowage.settled();
  await eventually(() => stowage.page.evaluate(() => {
    const widgets = globalThis.stowage.items().filter(({ label, value }) => label || value);
    return document.querySelectorAll('#mirror .widget[id^="mirror-"]:not([role=columnheader], [role=rowheader])').length === widgets.length;
  }), 'the mirror to follow');
}

/** Fails with what axe-core finds in the whole document as it is now. No rule is left out. */
async function assertClean(stowage, state) {
  if (!await stowage.page.evaluate(() => 'axe' in globalThis)) await stowage.page.evaluate(AXE);
  const { violations, passes } = await stowage.page.evaluate(async () => {
    const found = await globalThis.axe.run(document, { resultTypes: ['violations'] });
    return { violations: found.violations, passes: found.passes.length };
  });
  const told = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  assert.deepEqual(told, [], state);
  assert.ok(passes > 20, `${state}: axe-core has looked at something`);
}

test('axe-core finds nothing in the plan, its panels, menus, lists, dialogs and views', async (t) => {
  const stowage = await visit(t, { ...CALM, bypassCSP: true }); // its policy refuses axe-core
  const check = async (state) => {
    await mirrored(stowage);
    await assertClean(stowage, state);
  };
  await stowage.click(DISTRIBUTED);
  await eventually(() => stowage.page.locator('#report table').count(), 'the report');
  await check('the template');
  await stowage.press('Control+k');
  await check('the list of actions');
  await stowage.press('Escape');
  for (const [path, state] of [
    [`${DISTRIBUTED}/servers/app/more`, 'a menu'], [`${DISTRIBUTED}/provider`, 'a list'], ['toolbar/help', 'the help'],
    [`${DISTRIBUTED}/services/nginx/settings`, 'the panel of a service'],
  ]) {
    await stowage.click(path);
    await check(state);
    await stowage.press('Escape');
  }
  if (await stowage.find('panel/close')) await stowage.click('panel/close');
  await stowage.press('Control+k');
  await stowage.page.keyboard.type('look closer');
  await stowage.press('Enter');
  await check('the load');
  await stowage.click('load/back');
  await stowage.press('Control+k');
  await stowage.page.keyboard.type('compare');
  await stowage.press('Enter');
  await check('the comparison');
  await stowage.press('Escape');
  await stowage.click('toolbar/save');
  await stowage.click('toolbar/save/baseline');
  await stowage.click('toolbar/save');
  await stowage.click('toolbar/save/sides');
  await eventually(() => stowage.page.locator('#report h2', { hasText: 'Side by side' }).count(), 'both plans in the report');
  await check('two plans side by side');
  const [heads, cost] = await rowsOf(stowage.page.locator('#mirror').getByRole('table', { name: 'Development', exact: true }));
  assert.deepEqual(heads, ['Figure', 'The baseline', 'This plan', 'Difference']);
  assert.deepEqual(cost, ['USD a month', 'USD a month, The baseline, 30.37', 'USD a month, This plan, 30.37', 'USD a month, Difference, no change']);
});

test('axe-core finds nothing in the report that browsers without WebGL get, light and dark, with high contrast, too', async (t) => {
  const context = await profile(t, { bypassCSP: true });
  await context.addInitScript(() => { HTMLCanvasElement.prototype.getContext = () => null; });
  const stowage = await windowOf(t, context, [/./]);
  await stowage.page.goto(stowage.address);
  await eventually(() => stowage.page.locator('#report table').count(), 'the report');
  await stowage.page.locator('#figures summary').last().click();
  const memory = stowage.page.locator('#figures').getByRole('textbox', { name: 'Memory each, Nginx' });
  await memory.fill('512mb');
  await memory.press('Enter');
  await eventually(() => stowage.page.locator('#figures [aria-invalid]').count(), 'a field that was refused');
  await stowage.page.setViewportSize({ width: 390, height: 844 }); // where tables are wider than the page
  await eventually(() => stowage.page.locator('#report-text .wide[tabindex]').count(), 'tables that scroll');
  await assertClean(stowage, 'a phone');
  await stowage.page.setViewportSize({ width: 1280, height: 800 });
  for (const colorScheme of ['light', 'dark']) {
    for (const contrast of ['no-preference', 'more']) {
      await stowage.page.emulateMedia({ colorScheme, contrast });
      await assertClean(stowage, `${colorScheme}, ${contrast}`);
    }
  }
});

/** The rows of a table, each as the texts of its cells: what they say, or the names of what is in them. */
function rowsOf(table) {
  return table.locator('[role=row]').evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) =>
    cell.textContent || [...cell.children].map((child) => child.getAttribute('aria-label')).join(', '))));
}

test('servers, services, managed services and load are tables with row and column headers', async (t) => {
  const stowage = await visit(t, { viewport: TALL });
  await stowage.click(DISTRIBUTED);
  await mirrored(stowage);
  const table = (name) => stowage.page.locator('#mirror').getByRole('table', { name, exact: true });
  const [heads, nginx] = await rowsOf(table('Services'));
  assert.deepEqual(heads, ['Service', 'Kind', 'Replicas', 'CPU each', 'Memory each', 'CPU of all replicas', 'Memory of all replicas',
    'Server', 'Actions', 'Selected']);
  assert.deepEqual(nginx, ['Nginx', 'nginx', '1', '1', '512 MiB', '1', '512 MiB', 'App server', 'Settings of Nginx, More about Nginx',
    'Select Nginx']);
  const [serverHeads, app] = await rowsOf(table('Servers'));
  assert.deepEqual(serverHeads.slice(0, 6), ['Server', 'Cores', 'Memory', 'Machines', 'Instance', 'USD a month']);
  assert.deepEqual(app.slice(0, 6), ['App server', '8', '16 GiB', '1', 'c6a.2xlarge', '223.38']);
  const load = await rowsOf(table('Load'));
  assert.deepEqual(load[0].slice(0, 4), ['Service', 'Arrivals', 'Service time', 'CPU time']);
  assert.equal(load.find(([service]) => service === 'WSGI')?.[1], '30..50/s');
  const cell = table('Services').getByRole('row').filter({ has: stowage.page.getByRole('rowheader', { name: 'Nginx' }) })
    .getByRole('textbox', { name: 'Replicas' });
  await cell.dispatchEvent('click');
  await stowage.page.keyboard.type('2');
  await stowage.press('Enter');
  assert.match(await stowage.plan(), /nginx:[^]*?replicas: 2/, 'a field in a cell takes what is typed');
  const taken = await stowage.setPlan('stowage: 0\nenvironments: {live: {managed: {db: {title: Database, instance: db.t3.medium}}}}\n');
  assert.ok(taken.ok, taken.message);
  await mirrored(stowage);
  const [managedHeads, db] = await rowsOf(table('Managed services'));
  assert.deepEqual([managedHeads[0], db[0]], ['Managed service', 'Database']);
});

test('findings are a list, each with what mends it; a dialog has a name and shuts off what is below', async (t) => {
  const stowage = await visit(t, { viewport: { width: 1280, height: 1400 } }); // the mirror has what is in view
  await stowage.click(DISTRIBUTED);
  await mirrored(stowage);
  const mirror = stowage.page.locator('#mirror');
  const finding = mirror.getByRole('listitem').filter({ has: stowage.page.getByRole('button', { name: 'Add 1 machine to App server' }) }).first();
  assert.match(await finding.getByRole('link').getAttribute('aria-label'), /over-committed by 1 core, error$/);
  await stowage.press('F1');
  await mirrored(stowage);
  const help = mirror.getByRole('dialog', { name: /^Stowage \d/ });
  assert.equal(await help.getAttribute('aria-modal'), 'true');
  assert.match(await help.textContent(), /Press a figure and type/);
  assert.equal(await mirror.locator('> [inert]').count(), 1);
  await help.getByRole('button', { name: 'Close' }).dispatchEvent('click');
  await mirrored(stowage);
  assert.equal(await mirror.locator('> [inert], [role=dialog]').count(), 0);
});

test('a screen reader gives the keyboard to a widget, and hears which list is open', async (t) => {
  const stowage = await visit(t, CALM);
  await mirrored(stowage);
  const mirror = stowage.page.locator('#mirror');
  await mirror.getByRole('button', { name: 'Copy link', exact: true }).focus(); // 1000 pixels show "Link";
  await eventually(async () => (await stowage.item('toolbar/copy-link')).focused, 'the focus');
  assert.equal(await stowage.page.evaluate(() => document.activeElement.id), 'canvas');
  const provider = mirror.getByRole('combobox', { name: 'Provider' });
  assert.equal(await provider.getAttribute('aria-expanded'), 'false');
  await provider.dispatchEvent('click');
  await mirrored(stowage);
  assert.equal(await provider.getAttribute('aria-expanded'), 'true');
  const list = mirror.locator('[id="' + await provider.getAttribute('aria-controls') + '"]');
  assert.equal(await list.getByRole('option', { selected: true }).count(), 1);
});
