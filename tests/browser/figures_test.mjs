// SPDX-License-Identifier: MIT
//
// The fields of the document above the report: what is typed there is as good as what is typed in the canvas. And the page
// of browsers without WebGL, which has nothing else.
import assert from 'node:assert/strict';
import test from 'node:test';
import { notInBrief } from './browsers.mjs';
import { eventually, useBrowser } from './stowage_page.mjs';

const { profile, visit, windowOf } = useBrowser();
const DISTRIBUTED = 'Production, distributed';
/** The Nginx of that environment in a plan, once it has two replicas. */
const TWO_NGINX = /kind: nginx, server: app, replicas: 2/;
const NOT_STARTED = [/WebGL/]; // nothing else may be said

/** A page in a browser without WebGL, once its report is there. */
async function withoutWebgl(t, context, fragment = '') {
  await context.addInitScript(() => {
    const { getContext } = HTMLCanvasElement.prototype;
    HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {
      return kind === 'webgl2' ? null : getContext.call(this, kind, ...rest);
    };
  });
  const stowage = await windowOf(t, context, NOT_STARTED);
  await stowage.page.goto(stowage.address + fragment);
  await eventually(() => stowage.page.locator('#figures summary').count(), 'the fields');
  return stowage;
}

const open = (stowage, environment) => stowage.page.locator('#figures summary', { hasText: environment }).click();
const field = (stowage, name) => stowage.page.locator('#figures').getByRole('textbox', { name, exact: true });
const status = (stowage) => stowage.page.locator('#figures').getByRole('status').textContent();
const savedPlan = (stowage) => stowage.page.evaluate(() => localStorage.getItem('stowage.0.plan') ?? '');

/** Types over what a field has, and goes on with `key`. Not Locator.fill(): Firefox does not take that for typing. */
async function fill(stowage, name, text, key = 'Tab') {
  await field(stowage, name).focus();
  await stowage.page.keyboard.press('ControlOrMeta+a');
  await stowage.page.keyboard.type(text);
  await stowage.page.keyboard.press(key);
}

test('without WebGL a figure can be changed: the report follows, it is saved, and undone', async (t) => {
  const stowage = await withoutWebgl(t, await profile(t));
  await open(stowage, DISTRIBUTED);
  assert.equal(await field(stowage, 'Replicas, Nginx').inputValue(), '1');
  assert.equal(await field(stowage, 'CPU each, Nginx').inputValue(), '1');
  assert.equal(await field(stowage, 'Memory each, Nginx').inputValue(), '512 MiB');
  assert.equal(await field(stowage, 'Arrivals, WSGI').inputValue(), '30..50/s');
  const text = () => stowage.page.locator('#report-text').textContent();
  const before = await text();
  await fill(stowage, 'Machines, App server', '2');
  await eventually(async () => await text() !== before, 'the report to follow');
  assert.match(await savedPlan(stowage), /count: 2/);
  assert.match(await status(stowage), /^Done: /);
  await stowage.page.getByRole('button', { name: /^Undo: / }).click();
  await eventually(async () => await text() === before, 'the report of before');
  assert.equal(await field(stowage, 'Machines, App server').inputValue(), '1');
  assert.doesNotMatch(await savedPlan(stowage), /count: 2/);
  await stowage.page.getByRole('button', { name: /^Redo: / }).click();
  assert.equal(await field(stowage, 'Machines, App server').inputValue(), '2');
});

test('what is refused is told beside its field with what would be accepted, and the plan stays', async (t) => {
  const stowage = await withoutWebgl(t, await profile(t));
  await open(stowage, DISTRIBUTED);
  const memory = field(stowage, 'Memory each, Nginx');
  await fill(stowage, 'Memory each, Nginx', '512mb', 'Enter');
  assert.equal(await memory.getAttribute('aria-invalid'), 'true');
  const told = await stowage.page.locator(`[id="${await memory.getAttribute('aria-describedby')}"]`).textContent();
  assert.match(told, /unit.*Accepted: .*MiB/);
  assert.match(await status(stowage), /^Not taken: /);
  assert.ok(await memory.evaluate((element) => element === document.activeElement), 'it keeps the focus');
  assert.doesNotMatch(await savedPlan(stowage), /memory: 512mb/m);
  await fill(stowage, 'Memory each, Nginx', '1GiB', 'Enter');
  assert.equal(await memory.getAttribute('aria-invalid'), null);
  assert.equal(await memory.getAttribute('aria-describedby'), null);
  assert.equal(await memory.inputValue(), '1 GiB', 'as the plan has it');
  assert.match(await savedPlan(stowage), /kind: nginx, server: app, cpu: 1, memory: 1GiB/);
});

test('without WebGL the plan that was saved comes back, and a link is opened', notInBrief, async (t) => {
  const context = await profile(t);
  const stowage = await withoutWebgl(t, context);
  await open(stowage, DISTRIBUTED);
  await fill(stowage, 'Replicas, Nginx', '3');
  await eventually(async () => /replicas: 3/.test(await savedPlan(stowage)), 'the plan to be saved');
  const address = new URL(stowage.page.url()).hash;
  await stowage.page.goto('about:blank');
  await stowage.page.goto(stowage.address);
  await eventually(() => stowage.page.locator('#figures summary').count(), 'the fields');
  await open(stowage, DISTRIBUTED);
  assert.equal(await field(stowage, 'Replicas, Nginx').inputValue(), '3');
  const other = await withoutWebgl(t, await profile(t), address);
  await open(other, DISTRIBUTED);
  assert.equal(await field(other, 'Replicas, Nginx').inputValue(), '3');
});

test('beside the canvas the fields are reached by Tab and shown; Escape leads back', async (t) => {
  const stowage = await visit(t);
  await eventually(() => stowage.page.locator('#figures summary').count(), 'the fields');
  const shown = () => stowage.page.locator('#report').evaluate((element) => element.getBoundingClientRect().width > 600);
  assert.equal(await shown(), false);
  await stowage.press('Escape');
  await stowage.page.keyboard.press('Tab');
  assert.equal(await stowage.page.evaluate(() => document.activeElement.textContent), 'Back to the planner');
  assert.equal(await shown(), true);
  await open(stowage, DISTRIBUTED);
  await fill(stowage, 'Replicas, Nginx', '2');
  assert.match(await stowage.plan(), TWO_NGINX);
  await stowage.page.keyboard.press('Escape');
  assert.equal(await stowage.page.evaluate(() => document.activeElement.id), 'canvas');
  assert.equal(await shown(), false);
  await stowage.press('Control+z');
  assert.doesNotMatch(await stowage.plan(), TWO_NGINX);
  await eventually(async () => await field(stowage, 'Replicas, Nginx').inputValue() === '1', 'the field to follow the canvas');
});

test('while nothing changes the fields are not asked for anew, whatever the pointer does', async (t) => {
  const stowage = await visit(t, {
    before: (context) => context.addInitScript(() => {
      const { parse } = JSON;
      globalThis.asked = [];
      JSON.parse = (text, ...rest) => {
        globalThis.asked.push(String(text).slice(0, 9));
        return parse(text, ...rest);
      };
    }),
  });
  await eventually(() => stowage.page.locator('#figures summary').count(), 'the fields');
  await stowage.page.locator('#figures summary', { hasText: DISTRIBUTED }).evaluate((summary) => summary.click());
  const asked = () => stowage.page.evaluate(() => globalThis.asked.splice(0).filter((text) => /^\{"(undo|table)/.test(text)));
  await eventually(async () => (await asked()).includes('{"tables"'), 'the fields of the environment');
  const rested = () => eventually(async () => {
    await stowage.settled();
    await new Promise((go) => setTimeout(go, 250)); // above the pause after which what stands beside the canvas follows
    return true;
  }, 'the picture to come to rest');
  await rested();
  await asked();
  const frames = await stowage.frames();
  for (const path of ['toolbar/help', 'toolbar/theme', '/environments/staging']) {
    await stowage.page.mouse.move(...await stowage.centre(path));
    await rested();
  }
  assert.ok(await stowage.frames() > frames, 'what is under the pointer is drawn anew');
  assert.deepEqual(await asked(), []);
  await stowage.click('/environments/production-distributed');
  await stowage.enter('/environments/production-distributed/services/nginx/replicas', '2');
  await eventually(async () => (await asked()).includes('{"tables"'), 'the fields to follow a change');
});

test('what is being typed stays when the plan changes, and fields of what is gone go', notInBrief, async (t) => {
  const stowage = await visit(t);
  await eventually(() => stowage.page.locator('#figures summary').count(), 'the fields');
  const plan = (services) => `stowage: 0\nenvironments: {live: {title: Live, services: {${services}}}}\n`;
  await stowage.setPlan(plan('web: {title: Web, cpu: 1, memory: 1GiB}, job: {title: Job, cpu: 1, memory: 1GiB}'));
  await stowage.settled();
  await stowage.page.locator('#figures .back').focus();
  await open(stowage, 'Live');
  await field(stowage, 'Replicas, Web').focus();
  await stowage.page.keyboard.press('End');
  await stowage.page.keyboard.type('2');
  await stowage.setPlan(plan('web: {title: Web, replicas: 7, cpu: 2, memory: 1GiB}, job: {title: Job, cpu: 1, memory: 1GiB}'));
  await eventually(async () => await field(stowage, 'CPU each, Web').inputValue() === '2', 'the other fields to follow');
  assert.equal(await field(stowage, 'Replicas, Web').inputValue(), '12');
  await stowage.setPlan(plan('job: {title: Job, cpu: 1, memory: 1GiB}'));
  await eventually(async () => await field(stowage, 'Replicas, Web').count() === 0, 'the row to go');
  assert.equal(await field(stowage, 'Replicas, Job').inputValue(), '1');
});
