// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import test from 'node:test';
import { notInBrief } from './browsers.mjs';
import { eventually, useBrowser } from './stowage_page.mjs';

const { profile, visit, windowOf } = useBrowser();
const FREE_SERVERS = '/environments/development/servers/dev/count';

let known;
/** The fragment of a plan that is not the template. */
async function foreignLink(t) {
  if (!known) {
    const stowage = await visit(t);
    await stowage.setPlan('stowage: 0\nname: From a colleague\nenvironments:\n  live:\n    title: Live\n');
    const link = await stowage.link();
    known = link.slice(link.indexOf('#'));
  }
  return known;
}

test('Copy link puts the plan on the clipboard; a colleague opens it', notInBrief, async (t) => {
  const own = await visit(t, { permissions: ['clipboard-read', 'clipboard-write'] });
  await own.enter(FREE_SERVERS, '3');
  await own.click('toolbar/copy-link');
  const link = await own.page.evaluate(() => navigator.clipboard.readText());
  assert.ok(link.startsWith(`${own.address}#p=0.`));
  assert.ok(link.length < 1800, 'short enough for every chat program');
  assert.match(await own.notice(), /clipboard/);

  const colleague = await visit(t, { fragment: link.slice(link.indexOf('#')) });
  assert.equal(await colleague.plan(), await own.plan());
  assert.equal((await colleague.environment('development')).cost.low, '91.10'); // 3 x 0.0416 x 730 = 91.104
});

test('Copy link is reached and pressed by keyboard', async (t) => {
  const stowage = await visit(t, { permissions: ['clipboard-read', 'clipboard-write'] });
  await stowage.click('/name');
  await stowage.press('Escape');
  await eventually(async () => {
    if ((await stowage.item('toolbar/copy-link')).focused) return true;
    await stowage.press('Tab');
    return false;
  }, 'the focus to come to the button');
  await stowage.press('Enter');
  assert.equal(await stowage.page.evaluate(() => navigator.clipboard.readText()), await stowage.link());
});

test('where the clipboard is refused the link is shown for copying', async (t) => {
  const stowage = await visit(t, {
    before: (context) => context.addInitScript(() => {
      if (!navigator.clipboard) return; // in the empty page that a window opens with
      navigator.clipboard.writeText = () => Promise.reject(new Error('refused'));
    }),
  });
  await stowage.click('toolbar/copy-link');
  const shown = stowage.page.getByRole('alert').getByRole('textbox', { name: 'Text to copy' });
  assert.equal(await shown.inputValue(), await stowage.link());
  await stowage.page.getByRole('button', { name: 'Close' }).click();
  assert.equal(await shown.isVisible(), false);
  assert.match((await stowage.item('notice')).label, /does not let the page use the clipboard/);
});

test('another link in the address opens it, and one undo brings the own work back', async (t) => {
  const link = await foreignLink(t);
  const stowage = await visit(t);
  await stowage.enter('/name', 'My own work');
  const own = await stowage.plan();
  await stowage.page.evaluate((fragment) => { location.hash = fragment; }, link);
  await eventually(async () => /From a colleague/.test(await stowage.plan()), 'the plan of the link');
  await stowage.settled();
  await stowage.press('Control+z');
  assert.equal(await stowage.plan(), own);
});

test('a link over a saved plan is an undo step too', notInBrief, async (t) => {
  const link = await foreignLink(t);
  const context = await profile(t);
  const first = await windowOf(t, context);
  await first.open();
  await first.enter('/name', 'My own work');
  const own = await first.plan();
  await first.page.goto('about:blank');
  const second = await windowOf(t, context);
  await second.open(link);
  assert.match(await second.plan(), /From a colleague/);
  await second.press('Control+z');
  assert.equal(await second.plan(), own);
});

test('the address follows the plan, and adds nothing to the history', async (t) => {
  const stowage = await visit(t);
  const length = await stowage.page.evaluate(() => history.length);
  await stowage.enter('/name', 'Followed');
  await eventually(async () => stowage.page.url() === await stowage.link(), 'the address to hold the link');
  assert.equal(await stowage.page.evaluate(() => history.length), length);
});

const cut = (link) => link.slice(0, link.length * 3 / 4);
function flipped(link) {
  const middle = Math.floor(link.length / 2);
  return link.slice(0, middle) + (link[middle] === 'A' ? 'B' : 'A') + link.slice(middle + 1);
}

for (const [what, damage] of [['a cut link', cut], ['a link with a flipped bit', flipped]]) {
  test(`${what} says so on screen and shows no sample as if it were theirs`, notInBrief, async (t) => {
    const link = await foreignLink(t);
    const stowage = await visit(t, { fragment: damage(link) });
    assert.match(await stowage.notice(), /link/);
    assert.match(await stowage.notice(), /cut|damaged|changed|incomplete|tail/);
    assert.deepEqual((await stowage.estimate()).environments.filter(({ servers }) => servers.length > 0), []);
    assert.doesNotMatch(await stowage.plan(), /hybrid/);
    await eventually(() => stowage.page.getByRole('status').filter({ hasText: 'link' }).count(), 'the message for screen readers');
  });

  test(`${what} in the address of an open page keeps the plan`, notInBrief, async (t) => {
    const link = await foreignLink(t);
    const stowage = await visit(t);
    const own = await stowage.plan();
    await stowage.page.evaluate((fragment) => { location.hash = fragment; }, damage(link));
    await eventually(() => stowage.notice(), 'a message');
    assert.equal(await stowage.plan(), own);
  });
}

test('a fragment that is no link is left alone', notInBrief, async (t) => {
  const stowage = await visit(t, { fragment: '#top' });
  assert.equal(await stowage.notice(), '');
  assert.match(await stowage.plan(), /hybrid/);
});
