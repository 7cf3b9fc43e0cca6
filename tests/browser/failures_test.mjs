// SPDX-License-Identifier: MIT
//
// Every way in which the page cannot start says so in the document.
import assert from 'node:assert/strict';
import test from 'node:test';
import { needs, notInBrief } from './browsers.mjs';
import { eventually, useBrowser } from './stowage_page.mjs';

const { profile, visit, windowOf } = useBrowser();

/** What a console says of a file that is not there: of a script, Firefox, that what came instead is none. */
const NOT_FOUND = [/404/, /disallowed MIME type/];

/** Opens a page that cannot start, and gives the text of its message and why `ready` was rejected. */
async function fail(t, { prepare, expected = [], fragment = '' }) {
  const context = await profile(t);
  await prepare(context);
  const stowage = await windowOf(t, context, expected);
  await stowage.page.goto(stowage.address + fragment);
  const alert = stowage.page.getByRole('alert');
  await eventually(() => alert.isVisible(), 'a message');
  const rejected = await stowage.page.evaluate(() => globalThis.stowage.ready.then(() => '', (error) => String(error)));
  assert.notEqual(rejected, '');
  return { stowage, told: await alert.textContent() };
}

const script = (code) => (context) => context.addInitScript(code);
const missing = (pattern) => (context) => context.route(pattern, (route) => route.fulfill({ status: 404, body: '' }));

const noWebgl = script(() => {
  const { getContext } = HTMLCanvasElement.prototype;
  HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {
    return kind === 'webgl2' ? null : getContext.call(this, kind, ...rest);
  };
});

test('without WebAssembly', notInBrief, async (t) => {
  const { told } = await fail(t, { prepare: script(() => { delete globalThis.WebAssembly; }) });
  assert.match(told, /no WebAssembly/);
  assert.match(told, /desktop or command line tool/);
});

test('without WebGL 2 the plan can still be read', async (t) => {
  const { stowage, told } = await fail(t, { prepare: noWebgl });
  assert.match(told, /no WebGL 2/);
  const report = stowage.page.getByRole('main');
  assert.match(await report.getByRole('table').last().textContent(), /390\.92/);
  assert.ok(await report.getByRole('heading', { name: 'Staging' }).isVisible());
  const width = await report.evaluate((element) => element.getBoundingClientRect().width);
  assert.ok(width > 600, 'it is shown, not only for screen readers');
});

test('without WebGL 2 a link can be read, and a cut one says so', notInBrief, async (t) => {
  const sender = await visit(t);
  await sender.setPlan('stowage: 0\nname: From a colleague\n');
  const link = (await sender.link()).replace(/^.*#/, '#');
  const { stowage } = await fail(t, { prepare: noWebgl, fragment: link });
  assert.ok(await stowage.page.getByRole('heading', { name: 'From a colleague' }).isVisible());
  const cut = await fail(t, { prepare: noWebgl, fragment: link.slice(0, -8) });
  assert.match(await cut.stowage.page.getByRole('main').getByRole('status').textContent(), /^link: /);
});

for (const [what, pattern, everywhere] of [
  ['the WebAssembly', '**/*.wasm', notInBrief], ['its loader', '**/stowage-page.*.mjs', {}],
  ['the catalogue', '**/catalogue.*', notInBrief],
]) {
  test(`when ${what} is missing`, everywhere, async (t) => {
    const { told } = await fail(t, { prepare: missing(pattern), expected: [...NOT_FOUND, /wasm/i, /falling back to ArrayBuffer/] });
    assert.match(told, /could not be loaded/);
    assert.match(told, /Reload/);
  });
}

test('when a host that answers everything with its own page has no catalogue', notInBrief, async (t) => {
  const { told } = await fail(t, {
    prepare: (context) => context.route('**/catalogue.*', (route) => route.fulfill({ body: '<!doctype html>' })),
  });
  assert.match(told, /could not be loaded/);
});

test('when the host serves WebAssembly as another type it works all the same', async (t) => {
  const stowage = await visit(t, {
    expected: [/MIME|wasm streaming|falling back/i],
    before: (context) => context.route('**/*.wasm', async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, headers: { 'content-type': 'application/octet-stream' } });
    }),
  });
  assert.equal((await stowage.estimate()).environments.length, 4);
});

test('a script that never comes leaves no blank page', async (t) => {
  const context = await profile(t);
  await missing('**/input.*.mjs')(context);
  const stowage = await windowOf(t, context, NOT_FOUND);
  await stowage.page.goto(stowage.address);
  await eventually(() => stowage.page.getByText('Loading Stowage').isVisible(), 'a word about it');
});

test('without JavaScript the page says what it needs', needs('noJavaScript'), async (t) => {
  const context = await profile(t, { javaScriptEnabled: false });
  const stowage = await windowOf(t, context);
  await stowage.page.goto(stowage.address);
  const advice = stowage.page.locator('noscript p');
  assert.ok(await advice.isVisible());
  assert.match(await advice.textContent(), /needs JavaScript/);
  assert.equal(await stowage.page.locator('#loading').isVisible(), false);
});

/** What the page leaves for copying when it crashes. */
async function rescuedFrom(stowage, tab) {
  await stowage.page.evaluate(() => {
    // The next frame wants to write there, and gets an exception in the middle of the module's work.
    document.getElementById('summary').remove();
  });
  await stowage.page.mouse.click(...await stowage.centre(tab));
  const rescue = stowage.page.getByRole('alert').getByRole('textbox', { name: 'Text to copy' });
  await eventually(() => rescue.isVisible(), 'the rescued text');
  return rescue.inputValue();
}
const CRASH = [/Cannot set properties of null|access property .* is null/];

test('a crash leaves the plan for copying, not what another tab has saved', async (t) => {
  const stowage = await visit(t, { expected: CRASH });
  await stowage.enter('/name', 'Rescued');
  await eventually(async () => stowage.page.url() === await stowage.link(), 'the plan to be saved');
  await stowage.page.evaluate(() => localStorage.setItem('stowage.0.plan', 'stowage: 0\nname: Other\n'));
  assert.match(await rescuedFrom(stowage, '/environments/staging'), /name: Rescued/);
});

test('a crash leaves the link that was opened and not changed', notInBrief, async (t) => {
  const stowage = await visit(t, { expected: CRASH });
  const link = await stowage.link();
  await stowage.page.goto('about:blank');
  await stowage.open(new URL(link).hash);
  assert.equal(await rescuedFrom(stowage, '/environments/staging'), link);
});

test('letters that do not arrive are told, and the planner goes on without', notInBrief, async (t) => {
  const stowage = await visit(t, { before: missing('**/*-letters.*.otf'), expected: [/404/] });
  await eventually(() => stowage.notice(), 'a message');
  assert.match(await stowage.notice(), /^Letters of other scripts did not arrive/);
  await stowage.enter('/name', 'Still here');
  assert.match(await stowage.plan(), /name: Still here/);
});
