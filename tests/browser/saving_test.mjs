// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import test from 'node:test';
import { needs, notInBrief } from './browsers.mjs';
import { eventually, useBrowser } from './stowage_page.mjs';

const { profile, visit, windowOf } = useBrowser();

const saved = (stowage) => stowage.page.evaluate(() => localStorage.getItem('stowage.0.plan') ?? '');

test('a reload keeps the plan', notInBrief, async (t) => {
  const stowage = await visit(t);
  await stowage.enter('/name', 'Kept');
  await eventually(async () => /name: Kept/.test(await saved(stowage)), 'the plan to be saved');
  const before = await stowage.plan();
  await stowage.page.reload();
  await stowage.ready();
  assert.equal(await stowage.plan(), before);
  assert.equal((await stowage.item('toolbar/undo')).enabled, false, 'a reload is no step to undo');
});

test('a reload keeps an edit that was made right before it', notInBrief, async (t) => {
  const stowage = await visit(t);
  await stowage.enter('/name', 'First');
  await eventually(async () => stowage.page.url().includes('#p='), 'the address to hold the first edit');
  await stowage.enter('/name', 'Second');
  await stowage.page.reload();
  await stowage.ready();
  assert.match(await stowage.plan(), /name: Second/);
  assert.equal(await stowage.notice(), '');
});

test('an edit made right before the page is left is there at the next visit', async (t) => {
  const context = await profile(t);
  const first = await windowOf(t, context);
  await first.open();
  await first.enter('/name', 'Last words');
  await first.page.goto('about:blank');
  const second = await windowOf(t, context);
  await second.open();
  assert.match(await second.plan(), /name: Last words/);
});

test('a plan that arrives while the page is hidden is saved at once, although no frame is drawn', notInBrief, async (t) => {
  const stowage = await visit(t);
  await stowage.page.evaluate(() => {
    Object.defineProperty(document, 'hidden', { value: true, configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  });
  const frames = await stowage.frames();
  await stowage.setPlan('stowage: 0\nname: Unseen');
  assert.match(await saved(stowage), /name: Unseen/);
  assert.equal(await stowage.frames(), frames);
});

test('a text that is being typed when the page is left is not half taken', notInBrief, async (t) => {
  const context = await profile(t);
  const first = await windowOf(t, context);
  await first.open();
  const before = await first.plan();
  await first.click('/name');
  await first.page.keyboard.type('Unfini');
  await first.page.goto('about:blank');
  const second = await windowOf(t, context);
  await second.open();
  assert.equal(await second.plan(), before);
});

test('two tabs keep a plan each over a reload', async (t) => {
  const context = await profile(t);
  const [left, right] = [await windowOf(t, context), await windowOf(t, context)];
  await left.open();
  await right.open();
  for (const [tab, name] of [[left, 'Left'], [right, 'Right']]) {
    await tab.page.bringToFront();
    await tab.enter('/name', name);
    await eventually(async () => tab.page.url() === await tab.link(), 'the address to hold the plan');
  }
  await left.page.bringToFront();
  await left.page.reload();
  await left.ready();
  assert.match(await left.plan(), /name: Left/);
  assert.match(await right.plan(), /name: Right/);
});

const stored = (stowage, name) =>
  stowage.page.evaluate((key) => localStorage.getItem(`stowage.0.kept.${key}`), name);

test('a plan is kept under a name; a window with the list open sees it, opens it and exports it', async (t) => {
  const context = await profile(t);
  const [left, right] = [await windowOf(t, context), await windowOf(t, context)];
  await left.open();
  await right.open();
  await right.page.bringToFront();
  await right.click('toolbar/plans');
  await left.page.bringToFront();
  await left.enter('/name', 'Shop');
  await left.press('F8');
  await left.enter('plans/name', 'Main shop');
  assert.match(await stored(left, '%4dain%20shop'), /^# kept \d{4}-\d\d-\d\d \d\d:\d\d\n[^]*name: Shop/);
  await right.page.bringToFront();
  await eventually(async () => (await right.find('plans/0'))?.label === 'Main shop', 'the list to be read again');
  await right.click('plans/0/more');
  const { name, text } = await right.fileSavedBy(() => right.click('plans/0/export'));
  assert.equal(name, 'Main-shop.yaml');
  assert.equal(text, await left.plan());
  await right.click('plans/0');
  assert.equal(await right.plan(), await left.plan());
});

test('where the browser has no room left, keeping a plan says so and changes nothing', notInBrief, async (t) => {
  const stowage = await visit(t);
  await stowage.page.evaluate(() => {
    let number = 0;
    for (let size = 1 << 22; size > 0; size >>= 1) {
      try {
        for (;;) localStorage.setItem(`filler.${++number}`, 'x'.repeat(size));
      } catch {
        // a smaller one may find room
      }
    }
  });
  await stowage.click('toolbar/plans');
  await stowage.enter('plans/name', 'One more');
  assert.match((await stowage.item('plans/message')).label, /could not be stored, and nothing has changed/);
  assert.equal(await stored(stowage, '%4fne%20more'), null);
});

test('a saved plan that cannot be read is told and kept aside', notInBrief, async (t) => {
  const stowage = await visit(t, {
    before: (context) => context.addInitScript(() => {
      if (origin === 'null') return; // the empty page that a window opens with has no storage
      if (!localStorage.getItem('stowage.0.plan')) localStorage.setItem('stowage.0.plan', 'stowage: 7');
    }),
  });
  assert.match(await stowage.notice(), /saved.*cannot be read/);
  assert.equal(await stowage.page.evaluate(() => localStorage.getItem('stowage.0.plan.unreadable')), 'stowage: 7');
});

const theme = (stowage) => stowage.page.evaluate(() => document.documentElement.dataset.theme);

for (const [colorScheme, everywhere] of [['dark', {}], ['light', notInBrief]]) {
  test(`where the system is ${colorScheme} the page is, too`, everywhere, async (t) => {
    const stowage = await visit(t, { colorScheme });
    assert.equal(await theme(stowage), colorScheme);
  });
}

test('the theme follows the system', needs('changingMedia'), async (t) => {
  const stowage = await visit(t, { colorScheme: 'dark' });
  const frames = await stowage.frames();
  await stowage.page.emulateMedia({ colorScheme: 'light' });
  await eventually(async () => await theme(stowage) === 'light' && await stowage.frames() > frames, 'the light theme');
});

/** A page in a light system, for which its user has chosen the dark theme. */
async function chosenDark(t) {
  const stowage = await visit(t, { colorScheme: 'light' });
  await stowage.click('toolbar/theme');
  await stowage.click('toolbar/theme/dark');
  assert.equal(await theme(stowage), 'dark');
  return stowage;
}

test('a theme that was chosen stays over a reload', async (t) => {
  const stowage = await chosenDark(t);
  await stowage.page.reload();
  await stowage.ready();
  assert.equal(await theme(stowage), 'dark');
});

test('a theme that was chosen stays whatever the system does', needs('changingMedia'), async (t) => {
  const stowage = await chosenDark(t);
  await stowage.page.emulateMedia({ colorScheme: 'dark' });
  await stowage.page.emulateMedia({ colorScheme: 'light' });
  await stowage.settled();
  assert.equal(await theme(stowage), 'dark');
});

const contrast = (stowage) => stowage.page.evaluate(() => document.documentElement.dataset.contrast);

test('contrast follows the system: more of it, or colours that it forces on pages', needs('changingMedia'), async (t) => {
  const stowage = await visit(t, { contrast: 'more' });
  assert.equal(await contrast(stowage), 'high', 'from the start');
  for (const [media, wanted] of [
    [{ contrast: 'no-preference' }, 'normal'], [{ forcedColors: 'active' }, 'high'], [{ forcedColors: 'none' }, 'normal'],
    [{ contrast: 'more' }, 'high'],
  ]) {
    const frames = await stowage.frames();
    await stowage.page.emulateMedia(media);
    await eventually(async () => await contrast(stowage) === wanted && await stowage.frames() > frames, JSON.stringify(media));
  }
  assert.equal(await stowage.page.evaluate(() => getComputedStyle(document.body).backgroundColor), 'rgb(255, 255, 255)');
});

test('before the program is there the page has the colours that the system wants', needs('changingMedia'), async (t) => {
  const context = await profile(t);
  await context.route('**/host.*.mjs', () => {}); // it never comes
  const stowage = await windowOf(t, context);
  await stowage.page.goto(stowage.address, { waitUntil: 'commit' });
  const colours = () => stowage.page.evaluate(() => {
    const { backgroundColor, color } = getComputedStyle(document.body);
    return `${backgroundColor} ${color}`;
  });
  for (const [media, wanted] of [
    [{ colorScheme: 'light', contrast: 'no-preference' }, 'rgb(244, 245, 247) rgb(26, 31, 39)'],
    [{ colorScheme: 'dark', contrast: 'no-preference' }, 'rgb(18, 21, 26) rgb(233, 236, 241)'],
    [{ colorScheme: 'light', contrast: 'more' }, 'rgb(255, 255, 255) rgb(0, 0, 0)'],
    [{ colorScheme: 'dark', contrast: 'more' }, 'rgb(0, 0, 0) rgb(255, 255, 255)'],
  ]) {
    await stowage.page.emulateMedia(media);
    await eventually(async () => await colours() === wanted, `${JSON.stringify(media)}: ${wanted}`);
  }
});

test('what was chosen of theme and contrast is stronger than what the system wants', notInBrief, async (t) => {
  const stowage = await visit(t, { colorScheme: 'light' });
  const set = (theme, contrast) => stowage.page.evaluate((chosen) => {
    Object.assign(document.documentElement.dataset, chosen);
    const { backgroundColor } = getComputedStyle(document.body);
    return `${backgroundColor} ${getComputedStyle(document.documentElement).colorScheme}`;
  }, { theme, contrast });
  assert.equal(await set('dark', 'normal'), 'rgb(18, 21, 26) dark');
  assert.equal(await set('dark', 'high'), 'rgb(0, 0, 0) dark');
  assert.equal(await set('light', 'high'), 'rgb(255, 255, 255) light');
  assert.equal(await set('light', 'normal'), 'rgb(244, 245, 247) light');
});

test('contrast that was chosen stays over a reload, and the document has it, too', notInBrief, async (t) => {
  const stowage = await visit(t, { colorScheme: 'dark' });
  await stowage.click('toolbar/theme');
  await stowage.click('toolbar/theme/contrast');
  await stowage.page.reload();
  await stowage.ready();
  assert.deepEqual([await theme(stowage), await contrast(stowage)], ['dark', 'high']);
  assert.equal(await stowage.page.evaluate(() => getComputedStyle(document.body).backgroundColor), 'rgb(0, 0, 0)');
});

test('without storage the page works and says that it cannot save', notInBrief, async (t) => {
  const stowage = await visit(t, {
    before: (context) => context.addInitScript(() => {
      Object.defineProperty(globalThis, 'localStorage', { get() { throw new DOMException('blocked', 'SecurityError'); } });
    }),
  });
  await stowage.enter('/name', 'Unsaved');
  assert.match(await stowage.plan(), /name: Unsaved/);
  await eventually(async () => /could not be saved/.test(await stowage.notice()), 'a message');
});
