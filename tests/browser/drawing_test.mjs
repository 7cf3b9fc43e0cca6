// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import test from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { notInBrief } from './browsers.mjs';
import { eventually, useBrowser } from './stowage_page.mjs';

const { visit } = useBrowser();
const IDLE = 2_000; // milliseconds

/** Letters that come after the first frame bring frames of their own. */
async function lettersCame(stowage) {
  await eventually(() => stowage.page.evaluate(() =>
    performance.getEntriesByType('resource').filter(({ name }) => /-letters\..*otf$/.test(name)).length === 2), 'the letters');
  await stowage.settled();
}

async function framesWhileIdle(stowage) {
  await lettersCame(stowage);
  const before = await stowage.frames();
  await pause(IDLE);
  return await stowage.frames() - before;
}

test('no frame is drawn in two seconds of idling', async (t) => {
  const stowage = await visit(t);
  assert.equal(await framesWhileIdle(stowage), 0);
});

test('nor after an edit has been saved, with the pointer at rest on a tooltip', notInBrief, async (t) => {
  const stowage = await visit(t);
  await stowage.enter('/name', 'Idle');
  await stowage.page.mouse.move(...await stowage.centre('toolbar/copy-link'));
  await eventually(async () => stowage.page.url() === await stowage.link(), 'the plan to be saved');
  await stowage.settled();
  assert.equal(await framesWhileIdle(stowage), 0);
});

test('a caret blinks with at most three frames a second, and not at all once the field is left', notInBrief, async (t) => {
  const stowage = await visit(t);
  await stowage.click('/name');
  const blinking = await framesWhileIdle(stowage);
  assert.ok(blinking >= 2 && blinking <= 6, `${blinking} frames: on and off every 0.4 s`);
  await stowage.press('Escape');
  assert.equal(await framesWhileIdle(stowage), 0);
});

test('for whoever wants less motion no caret blinks', notInBrief, async (t) => {
  const stowage = await visit(t, { reducedMotion: 'reduce' });
  await stowage.click('/name');
  assert.equal(await framesWhileIdle(stowage), 0);
});

test('a hidden page draws nothing', async (t) => {
  const stowage = await visit(t);
  await stowage.page.evaluate(() => {
    Object.defineProperty(document, 'hidden', { value: true, configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  });
  const before = await stowage.frames();
  await stowage.setPlan('stowage: 0\nname: Unseen\n');
  await pause(200);
  assert.equal(await stowage.frames(), before);
  await stowage.page.evaluate(() => {
    delete document.hidden;
    document.dispatchEvent(new Event('visibilitychange'));
  });
  await eventually(async () => (await stowage.item('/name')).value === 'Unseen', 'the page to catch up');
});

/** Canvas pixels and CSS pixels, and what one canvas pixel per device pixel would be. */
function canvasSize(stowage) {
  return stowage.page.evaluate(() => {
    const canvas = document.getElementById('canvas');
    const box = canvas.getBoundingClientRect();
    return {
      pixels: [canvas.width, canvas.height],
      expected: [Math.round(box.width * devicePixelRatio), Math.round(box.height * devicePixelRatio)],
    };
  });
}

/** The largest step between neighbouring pixels of a part of the screen, of 0..1: what blurs it makes it smaller. */
async function largestStep(stowage, clip) {
  const png = await stowage.page.screenshot({ clip });
  return stowage.page.evaluate(async (base64) => {
    const bitmap = await createImageBitmap(new Blob([Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))]));
    const { width, height } = bitmap;
    const context = new OffscreenCanvas(width, height).getContext('2d');
    context.drawImage(bitmap, 0, 0);
    const { data } = context.getImageData(0, 0, width, height);
    const red = (x, y) => data[4 * (y * width + x)];
    let most = 0;
    for (let y = 0; y < height; ++y)
      for (let x = 1; x < width; ++x) most = Math.max(most, Math.abs(red(x, y) - red(x - 1, y)));
    return most / 255;
  }, png.toString('base64'));
}

for (const ratio of [1, 1.25, 1.5, 2, 3]) {
  const everywhere = ratio === 1.25 ? {} : notInBrief; // the one that leaves the most to round
  test(`at pixel ratio ${ratio} every canvas pixel is a device pixel, and text is crisp`, everywhere, async (t) => {
    const stowage = await visit(t, { deviceScaleFactor: ratio });
    const { pixels, expected } = await canvasSize(stowage);
    assert.deepEqual(pixels, expected);
    const step = await largestStep(stowage, (await stowage.item('/name')).rect);
    // The name stands dark on light, a step of 0.85; drawn at ratio 1 and scaled up it keeps 0.65 at most.
    assert.ok(step > 0.75, `${step}`);
  });
}

test('the picture follows the size of the window', async (t) => {
  const stowage = await visit(t);
  for (const viewport of [{ width: 900, height: 700 }, { width: 390, height: 844 }, { width: 1600, height: 900 }]) {
    await stowage.page.setViewportSize(viewport);
    await stowage.settled();
    const { pixels } = await canvasSize(stowage);
    assert.deepEqual(pixels, [viewport.width, viewport.height]);
    const beyond = (await stowage.items()).filter(({ rect }) => rect.x + rect.width > viewport.width);
    assert.deepEqual(beyond, [], 'nothing is drawn beyond the edge');
  }
});

test('when the graphics card comes back the picture does too', async (t) => {
  const stowage = await visit(t, { expected: [/CONTEXT_LOST_WEBGL|context lost/i] });
  await stowage.setPlan(await stowage.plan()); // as below, so that it changes nothing there
  await stowage.page.mouse.move(640, 795); // over nothing
  await stowage.settled();
  const before = await stowage.page.screenshot();
  await stowage.page.evaluate(() => {
    globalThis.loss = document.getElementById('canvas').getContext('webgl2').getExtension('WEBGL_lose_context');
    globalThis.loss.loseContext();
  });
  await pause(50); // the event comes in a task of its own
  const frames = await stowage.frames();
  await stowage.setPlan(await stowage.plan()); // wants frames, and gets none
  await pause(200);
  assert.equal(await stowage.frames(), frames);
  await stowage.page.evaluate(() => globalThis.loss.restoreContext());
  await eventually(async () => await stowage.frames() > frames, 'a frame after the loss');
  await stowage.settled();
  assert.deepEqual(await stowage.page.screenshot(), before);
  await stowage.enter('/name', 'Still alive');
  assert.match(await stowage.plan(), /name: Still alive/);
});

test('a graphics card that stays away is told', notInBrief, async (t) => {
  const stowage = await visit(t, { expected: [/CONTEXT_LOST_WEBGL|context lost/i] });
  await stowage.page.evaluate(() => {
    document.getElementById('canvas').getContext('webgl2').getExtension('WEBGL_lose_context').loseContext();
  });
  const alert = stowage.page.getByRole('alert');
  await eventually(() => alert.isVisible(), 'a message');
  assert.match(await alert.textContent(), /graphics card/);
});
