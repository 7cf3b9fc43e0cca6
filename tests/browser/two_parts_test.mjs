// SPDX-License-Identifier: MIT
//
// The program comes in two parts. Whoever only looks waits for the first; whoever is quicker than the second loses
// nothing.
import assert from 'node:assert/strict';
import test from 'node:test';
import { eventually, useBrowser } from './stowage_page.mjs';

const { profile, windowOf } = useBrowser();
const LATER = '**/stowage-page-later.*';

/** Holds back the later part, but not where a call waits for it. */
async function holdLater(context) {
  const held = [];
  await context.route(LATER, (route) => (route.request().resourceType() === 'fetch' ? void held.push(route) : route.continue()));
  return held;
}

/** How the later part was asked for: 'fetch' behind the first frame, 'xhr' in the middle of a call. */
function followLater(stowage) {
  const kinds = [];
  stowage.page.on('request', (request) => {
    if (/-later\./.test(request.url())) kinds.push(request.resourceType());
  });
  return kinds;
}

test('a start needs nothing of the later part: of the template, of a link, of a saved plan, in the dark, on a phone', async (t) => {
  const context = await profile(t);
  const stowage = await windowOf(t, context);
  const kinds = followLater(stowage);
  const held = await holdLater(context);
  const release = () => Promise.all(held.splice(0).map((route) => route.continue()));
  const start = async (address) => {
    await stowage.page.goto('about:blank');
    await stowage.open(address);
    assert.equal(held.length, 1);
    await release();
    await eventually(() => stowage.page.locator('#mirror > *').count(), 'what comes after the later part');
  };
  await start('');
  const link = await stowage.link();
  await start(link.slice(link.indexOf('#')));
  await start(''); // the link has been saved by now
  await stowage.page.emulateMedia({ colorScheme: 'dark' });
  await start('');
  await stowage.page.setViewportSize({ width: 390, height: 844 });
  await start('');
  assert.deepEqual(kinds, Array(5).fill('fetch'));
});

test('a click that is quicker than the later part is answered all the same', async (t) => {
  const context = await profile(t);
  const stowage = await windowOf(t, context);
  const kinds = followLater(stowage);
  const held = await holdLater(context);
  await stowage.open();
  await stowage.enter('/environments/development/servers/dev/cpu', '4');
  assert.equal(kinds[0], 'fetch');
  assert.ok(kinds.includes('xhr'), 'it came in the middle of a call');
  assert.match(await stowage.plan(), /cpu: 4/);
  await held[0].continue(); // what comes twice is taken once
  await stowage.settled();
  assert.deepEqual(stowage.problems, []);
});
