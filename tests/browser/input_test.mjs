// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import test from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { needs, notInBrief } from './browsers.mjs';
import { eventually, useBrowser } from './stowage_page.mjs';

const { visit } = useBrowser();
const PHONE = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 3, hasTouch: true, isMobile: true };

/** Whether the page keeps a key from the browser. */
async function prevents(stowage, key) {
  await stowage.page.evaluate(() => {
    addEventListener('keydown', (event) => { globalThis.prevented = event.defaultPrevented; }, { once: true });
  });
  // A made event: a real F5 would reload.
  return stowage.page.evaluate((init) => {
    document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { ...init, bubbles: true, cancelable: true }));
    return globalThis.prevented;
  }, key);
}

test('the browser keeps its keys', async (t) => {
  const stowage = await visit(t);
  await stowage.click('/environments/staging');
  for (const key of [
    { key: 'F5' }, { key: 'F11' }, { key: 'F12' }, { key: 'r', ctrlKey: true }, { key: 'f', ctrlKey: true },
    { key: 'l', ctrlKey: true }, { key: 't', ctrlKey: true }, { key: '+', ctrlKey: true }, { key: '0', ctrlKey: true },
    { key: 'I', ctrlKey: true, shiftKey: true }, { key: 'ArrowLeft', altKey: true }, { key: 'c', ctrlKey: true },
    { key: 'v', ctrlKey: true }, { key: 'x', ctrlKey: true },
  ]) {
    assert.equal(await prevents(stowage, key), false, JSON.stringify(key));
  }
  for (const key of [{ key: 'Tab' }, { key: 'Backspace' }, { key: ' ' }, { key: 's', ctrlKey: true }, { key: 'z', ctrlKey: true }])
    assert.equal(await prevents(stowage, key), true, JSON.stringify(key));
});

test('keys work without a click first', async (t) => {
  const stowage = await visit(t);
  await stowage.setPlan('stowage: 0\nname: Other\n');
  await stowage.press('Control+z');
  assert.match(await stowage.plan(), /hybrid/);
});

test('shortcuts work on keyboards that write no Latin letters', async (t) => {
  const stowage = await visit(t);
  await stowage.setPlan('stowage: 0\nname: Other\n');
  assert.equal(await prevents(stowage, { key: 'я', code: 'KeyZ', ctrlKey: true }), true);
  await stowage.settled();
  assert.match(await stowage.plan(), /hybrid/);
});

test('what is typed after Ctrl and an arrow stands where the caret is', async (t) => {
  const stowage = await visit(t);
  const { page } = stowage;
  await page.mouse.click(...await stowage.centre('/name'));
  await stowage.settled();
  await page.keyboard.insertText('two words');
  for (const keys of ['Control+ArrowLeft', 'x', 'Control+Shift+ArrowLeft', 'y', 'Enter']) await page.keyboard.press(keys);
  await stowage.settled();
  assert.match(await stowage.plan(), /name: two ywords/);
});

test('Tab moves within the interface; after Escape it leaves it', async (t) => {
  const stowage = await visit(t);
  const focused = async () => (await stowage.items()).find((item) => item.focused)?.path;
  const inside = () => stowage.page.evaluate(() => ['canvas', 'text'].includes(document.activeElement.id));
  await stowage.click('/environments/staging');
  await stowage.press('Tab');
  const first = await focused();
  await stowage.press('Tab');
  assert.notEqual(await focused(), first);
  assert.ok(await inside());
  await stowage.press('Escape');
  await stowage.press('Tab');
  assert.equal(await inside(), false);
});

test('the wheel scrolls, with Ctrl it is left to the browser', async (t) => {
  const stowage = await visit(t, { viewport: { width: 1280, height: 500 } });
  await stowage.click('/environments/production-distributed');
  const path = '/environments/production-distributed/servers/app/cpu';
  const { rect } = await stowage.item(path);
  await stowage.page.mouse.move(400, 300);
  await stowage.page.mouse.wheel(0, 100);
  await stowage.settled();
  const scrolled = (await stowage.find(path))?.rect.y ?? -1;
  assert.ok(scrolled < rect.y);
  await stowage.page.evaluate(() => {
    document.getElementById('canvas').dispatchEvent(new WheelEvent('wheel', { deltaY: -100, ctrlKey: true }));
  });
  await stowage.settled();
  assert.equal((await stowage.find(path))?.rect.y ?? -1, scrolled);
});

test('a drag goes on outside the window and ends there', needs('pointerOutside'), async (t) => {
  const stowage = await visit(t);
  await stowage.page.mouse.move(...await stowage.centre('toolbar/help'));
  await stowage.page.mouse.down();
  await stowage.page.mouse.move(1400, -50);
  await stowage.page.mouse.up();
  await stowage.settled(); // would never come to rest with a button held
  assert.equal(await stowage.find('help/close'), undefined);
});

test('every button that is let go is up, though browsers tell of the last one only', async (t) => {
  const stowage = await visit(t);
  const { mouse } = stowage.page;
  await mouse.move(...await stowage.centre('toolbar/help'));
  await mouse.down();
  await mouse.down({ button: 'right' });
  await mouse.up();
  await mouse.up({ button: 'right' });
  await stowage.item('help/close');
  const frames = await stowage.frames();
  await pause(500); // a button that is held draws a frame each 16 ms
  assert.ok(await stowage.frames() - frames < 10, 'it comes to rest');
});

test('a finger edits a field on a phone', needs('touch'), async (t) => {
  const stowage = await visit(t, PHONE);
  assert.deepEqual(await stowage.page.evaluate(() => {
    const canvas = document.getElementById('canvas');
    return [canvas.width, canvas.height];
  }), [3 * 390, 3 * 844]);
  await stowage.page.touchscreen.tap(...await stowage.centre('/name'));
  await stowage.settled();
  assert.equal(await stowage.page.evaluate(() => document.activeElement.id), 'text', 'the phone shows its keyboard');
  await stowage.page.keyboard.insertText('By thumb');
  await stowage.press('Enter');
  assert.match(await stowage.plan(), /name: By thumb/);
});

test('a keyboard that covers the page makes the picture smaller', notInBrief, async (t) => {
  const stowage = await visit(t, PHONE);
  const heightOver = async (visible) => {
    await stowage.page.evaluate((height) => { // as iOS tells of it
      Object.defineProperty(visualViewport, 'height', { value: height, configurable: true });
      visualViewport.dispatchEvent(new Event('resize'));
    }, visible);
    await stowage.settled();
    return stowage.page.evaluate(() => document.getElementById('canvas').height / devicePixelRatio);
  };
  assert.equal(await heightOver(500), 500);
  assert.equal(await heightOver(844), 844);
});

test('a finger that moves scrolls, and presses nothing', needs('touch'), async (t) => {
  const stowage = await visit(t, PHONE);
  const before = await stowage.plan();
  const cpu = '/environments/development/servers/dev/cpu';
  const { rect } = await stowage.item(cpu);
  const session = await stowage.page.context().newCDPSession(stowage.page);
  const at = (y) => ({ x: rect.x + rect.width / 2, y });
  const send = (type, points) => session.send('Input.dispatchTouchEvent', { type, touchPoints: points });
  await send('touchStart', [at(rect.y)]);
  for (const step of [30, 60, 90, 120]) await send('touchMove', [at(rect.y - step)]);
  await send('touchEnd', []);
  await stowage.settled();
  const moved = rect.y - ((await stowage.find(cpu))?.rect.y ?? -Infinity);
  assert.ok(moved > 80, `the content follows the finger: ${moved} of 120`);
  assert.equal(await stowage.page.evaluate(() => document.activeElement.id), 'canvas', 'no field was entered');
  assert.equal(await stowage.plan(), before);
});

/** Fingers over Chromium's protocol: each step is a list of places, [x, y] for each finger that is down. */
async function fingers(stowage) {
  const session = await stowage.page.context().newCDPSession(stowage.page);
  let down = 0;
  return async (...places) => {
    const type = places.length < down ? 'touchEnd' : places.length > down ? 'touchStart' : 'touchMove';
    down = places.length;
    await session.send('Input.dispatchTouchEvent', { type, touchPoints: places.map(([x, y], id) => ({ x, y, id })) });
  };
}

const scaleOf = (stowage) => stowage.page.evaluate(() => Number(localStorage.getItem('stowage.0.scale') ?? 100));

test('two fingers that come apart enlarge everything, and what is remembered of it comes back', needs('touch'), async (t) => {
  const stowage = await visit(t, PHONE);
  const before = (await stowage.item('toolbar/undo')).rect;
  const plan = await stowage.plan();
  const touch = await fingers(stowage);
  await touch([150, 400]);
  await touch([150, 400], [250, 400]);
  for (const apart of [60, 70, 80, 90]) await touch([200 - apart, 400], [200 + apart, 400]);
  await touch([290, 400]);
  await touch();
  await stowage.settled();
  // The pinch begins once they are 16 px further apart, at 120; they end at 180.
  assert.equal(await scaleOf(stowage), 150);
  const after = (await stowage.item('toolbar/undo')).rect;
  assert.ok(Math.abs(after.height - 1.5 * before.height) <= 1, `${before.height} high, then ${after.height}`);
  assert.equal(await stowage.plan(), plan, 'nothing was pressed');
  await stowage.page.touchscreen.tap(...await stowage.centre('/name'));
  await stowage.settled();
  assert.equal((await stowage.items()).find((item) => item.focused)?.path, '/name', 'a tap presses what is there');
  const box = await stowage.page.locator('#text').boundingBox();
  const field = (await stowage.item('/name')).rect;
  assert.ok(Math.abs(box.y - field.y) < field.height, 'the field of the phone lies over the one that is drawn');
  await stowage.page.reload();
  await stowage.ready();
  assert.deepEqual((await stowage.item('toolbar/undo')).rect, after);
});

test('a pinch ends at three quarters and at twice the size, and the palette leads back', needs('touch'), async (t) => {
  const stowage = await visit(t, { ...PHONE, viewport: { width: 800, height: 800 }, deviceScaleFactor: 1 });
  const touch = await fingers(stowage);
  const pinch = async (from, to) => {
    await touch([400 - from, 400]);
    await touch([400 - from, 400], [400 + from, 400]);
    for (const share of [0.25, 0.5, 0.75, 1]) {
      const apart = from + (to - from) * share;
      await touch([400 - apart, 400], [400 + apart, 400]);
    }
    await touch([400 + to, 400]);
    await touch();
    await stowage.settled();
  };
  await pinch(30, 380);
  assert.equal(await scaleOf(stowage), 200);
  await pinch(380, 20);
  assert.equal(await scaleOf(stowage), 75);
  await stowage.press('Control+k');
  await stowage.page.keyboard.type('usual size');
  await stowage.press('Enter');
  assert.equal(await scaleOf(stowage), 100);
});

test('two fingers that move together scroll what is under them, and enlarge nothing', needs('touch'), async (t) => {
  const stowage = await visit(t, PHONE);
  const cpu = '/environments/development/servers/dev/cpu';
  const { rect } = await stowage.item(cpu);
  const touch = await fingers(stowage);
  await touch([150, 600]);
  await touch([150, 600], [250, 600]);
  for (const step of [30, 60, 90, 120]) await touch([150, 600 - step], [250, 600 - step]);
  await touch([150, 480]);
  await touch([150, 300]); // the finger that stays behind moves nothing
  await touch();
  await stowage.settled();
  const moved = rect.y - ((await stowage.find(cpu))?.rect.y ?? -Infinity);
  assert.ok(moved > 80 && moved <= 125, `the content follows the fingers: ${moved} of 120`);
  assert.equal(await scaleOf(stowage), 100);
  assert.equal(await stowage.page.evaluate(() => document.activeElement.id), 'canvas', 'nothing was pressed');
});

const EXPLAINED = '/environments/development/servers/dev/cpu';

/** What is drawn right above a place, where a finger leaves room for an explanation. */
const above = (stowage, [x, y]) => stowage.page.screenshot({ clip: { x: x - 40, y: y - 45, width: 80, height: 20 } });

/** The place of a field that has an explanation, and a function that tells whether it is shown. */
async function explained(stowage) {
  const place = await stowage.centre(EXPLAINED);
  const before = await above(stowage, place);
  return { place, isShown: async () => !(await above(stowage, place)).equals(before) };
}

const edits = (stowage) => stowage.page.evaluate(() => document.activeElement.id === 'text');

test('a long touch explains what is there and presses nothing; the next touch ends it', needs('touch'), async (t) => {
  const stowage = await visit(t, PHONE);
  const { place, isShown } = await explained(stowage);
  const touch = await fingers(stowage);
  await touch(place);
  await eventually(isShown, 'the explanation');
  await touch();
  await stowage.settled();
  assert.ok(await isShown(), 'it stays when the finger is lifted');
  assert.equal(await edits(stowage), false, 'and the field was not entered');
  await stowage.page.touchscreen.tap(...await stowage.centre('toolbar/undo')); // there is nothing to undo
  await stowage.settled();
  assert.equal(await isShown(), false);
});

test('a finger that has slipped by more than 10 px gets no explanation', needs('touch'), async (t) => {
  const stowage = await visit(t, { ...PHONE, viewport: { width: 390, height: 1600 }, deviceScaleFactor: 1 }); // nothing to scroll
  const { place: [x, y], isShown } = await explained(stowage);
  const touch = await fingers(stowage);
  await touch([x, y]);
  await touch([x, y - 12]);
  await touch([x, y]);
  await new Promise((resolve) => { setTimeout(resolve, 1_200); }); // a long touch takes 500 ms, its explanation 400 more
  await stowage.settled();
  assert.equal(await isShown(), false);
  await touch();
  await stowage.settled();
  assert.equal(await edits(stowage), false);
});

test('a long touch opens the menu of what has one', needs('touch'), async (t) => {
  const stowage = await visit(t, { ...PHONE, viewport: { width: 800, height: 1100 }, deviceScaleFactor: 1 });
  const segment = (await stowage.items()).find(({ path, rect }) => path.includes('/segments/') && rect.width > 20);
  const touch = await fingers(stowage);
  await touch([segment.rect.x + segment.rect.width / 2, segment.rect.y + segment.rect.height / 2]);
  await eventually(async () => (await stowage.items()).some(({ surface }) => surface === 'popup'), 'the menu');
  await touch();
  await stowage.settled();
  assert.ok((await stowage.items()).some(({ surface }) => surface === 'popup'), 'it stays');
});

test('the backspace of a phone\'s keyboard, which sends no key, deletes', needs('touch'), async (t) => {
  const stowage = await visit(t, PHONE);
  await stowage.page.touchscreen.tap(...await stowage.centre('/name'));
  await stowage.settled();
  await stowage.page.keyboard.insertText('Plan B');
  await stowage.settled();
  const session = await stowage.page.context().newCDPSession(stowage.page);
  const unknownKey = { windowsVirtualKeyCode: 229, key: 'Unidentified', commands: ['deleteBackward'] };
  await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...unknownKey });
  await stowage.settled();
  assert.equal((await stowage.item('/name')).value, 'Plan ');
});

test('a click on a menu opens it, a click beside it closes it', notInBrief, async (t) => {
  const stowage = await visit(t);
  await stowage.click('toolbar/template');
  assert.ok(await stowage.find('toolbar/template/blank'));
  await stowage.page.mouse.click(640, 780);
  await eventually(async () => !(await stowage.find('toolbar/template/blank')), 'the menu to close');
});
