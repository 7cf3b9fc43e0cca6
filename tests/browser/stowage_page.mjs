// SPDX-License-Identifier: MIT
//
// Drives the page as a user does: by the widgets that it says it has drawn, with mouse and keyboard. Waits for the
// picture to come to rest, never for a time.
import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { closeBrowsers, downloadsOf, isFirefox, newProfile } from './browsers.mjs';
import { serve } from './static_server.mjs';

export const SITE = fileURLToPath(new URL(process.env.STOWAGE_SITE ?? '../../build/web/site/', import.meta.url));
export const SUB_PATH = '/some/where/'; // the page must work from any folder of a host
const PATIENCE = 15_000; // milliseconds until a test gives up: a loaded machine draws a frame in software in 100
const POLL = 20; // milliseconds
const REST = 120; // milliseconds without a frame: above every tooltip and animation step, below a caret's blink

/**
 * What is said on no account of the page: by the graphics driver of a machine without a graphics card; by Firefox of the
 * style "body {}", here by its hash, that playwright-core brings along when it takes a screenshot; and
 * by playwright-core itself of service workers.
 */
const DRIVER_TALK =
  /GL Driver Message|GPU stall|software WebGL|swiftshader|Service Worker registration blocked by Playwright|sha256-YjaKGiklmzC6wjXA513HAMmzus8VE61XCOT\+SmwNZWA=/i;

/** Asks until `ask` gives something true. waitForFunction would need eval, which the page forbids. */
export async function eventually(ask, what) {
  const end = Date.now() + PATIENCE;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    assert.ok(Date.now() < end, `waited in vain: ${what}`);
    await pause(POLL);
  }
}

export class StowagePage {
  /** Lines that the console has shown as errors or warnings, and uncaught errors. */
  problems = [];

  constructor(page, address) {
    this.page = page;
    this.address = address;
    const tell = (text) => DRIVER_TALK.test(text) || this.problems.push(text);
    page.on('pageerror', (error) => tell(String(error)));
    page.on('console', (message) => ['error', 'warning'].includes(message.type()) && tell(message.text()));
  }

  async open(fragment = '') {
    // Not until everything is loaded: the page does not wait for that either.
    await this.page.goto(this.address + fragment, { waitUntil: 'domcontentloaded' });
    await this.ready();
  }

  async ready() {
    await this.page.evaluate(() => globalThis.stowage.ready);
    await this.settled();
  }

  frames() {
    return this.page.evaluate(() => globalThis.stowage.frames());
  }

  /** Until the page says twice that it draws nothing for a moment, or has not. */
  async settled() {
    let [frames, since, restful] = [-1, Date.now(), 0];
    await eventually(async () => {
      const [now, rests] = await this.page.evaluate(() => [globalThis.stowage.frames(), globalThis.stowage.restsFor()]);
      if (now !== frames) [frames, since, restful] = [now, Date.now(), 0];
      restful = rests * 1000 > REST ? restful + 1 : 0;
      return restful === 2 || Date.now() - since > REST;
    }, 'the picture to come to rest');
  }

  items() {
    return this.page.evaluate(() => globalThis.stowage.items());
  }

  async find(path) {
    return (await this.items()).find((item) => item.path === path);
  }

  async item(path) {
    return eventually(() => this.find(path), `an item ${path}`);
  }

  /** The message above the plan; empty without one. */
  async notice() {
    return (await this.find('notice'))?.label ?? '';
  }

  async centre(path) {
    const { x, y, width, height } = (await this.item(path)).rect;
    return [x + width / 2, y + height / 2];
  }

  async click(path) {
    await this.page.mouse.click(...await this.centre(path));
    await this.settled();
  }

  async press(keys) {
    await this.page.keyboard.press(keys);
    await this.settled();
  }

  /** Types into a field as a user does: click, type over what is there, Enter. */
  async enter(path, text) {
    await this.click(path);
    await this.page.keyboard.type(text);
    await this.press('Enter');
  }

  /** The file that `act` makes the browser save: {name, text}. */
  async fileSavedBy(act) {
    if (!isFirefox) {
      const started = this.page.waitForEvent('download');
      await act();
      const download = await started;
      return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
    }
    // playwright-core does not tell of a download of Firefox that is no navigation.
    const folder = downloadsOf(this.page.context());
    const files = async () => (await readdir(folder)).filter((name) => !name.endsWith('.part'));
    const before = await files();
    await act();
    const name = await eventually(async () => (await files()).find((file) => !before.includes(file)), 'a saved file');
    const read = () => readFile(join(folder, name), 'utf8');
    return { name, text: await eventually(read, 'the text of the saved file') };
  }

  estimate() {
    return this.page.evaluate(() => globalThis.stowage.estimate());
  }

  async environment(name) {
    return (await this.estimate()).environments.find((environment) => environment.name === name);
  }

  plan() {
    return this.page.evaluate(() => globalThis.stowage.getPlan());
  }

  setPlan(text) {
    return this.page.evaluate((plan) => globalThis.stowage.setPlan(plan), text);
  }

  link() {
    return this.page.evaluate(() => globalThis.stowage.link());
  }
}

/** Somebody who has been told what the page is. Runs in the page. */
function skipIntroduction() {
  try {
    localStorage.setItem('stowage.0.tour', 'done');
  } catch {
    // storage is switched off
  }
}

/**
 * A browser and a server for the tests of one file. visit(t, options) opens a window with a profile of its own for test
 * `t`, and fails the test when the console showed something that it does not expect.
 */
export function useBrowser() {
  const shared = {};
  before(async () => {
    shared.server = await serve(SITE, SUB_PATH);
  });
  after(async () => {
    await closeBrowsers();
    await shared.server?.close();
  });

  /** A profile: windows of one share storage. Each load asks the server, unless a test lets service workers answer. */
  async function profile(t, { firstVisit = false, ...options } = {}) {
    const context = await newProfile({ serviceWorkers: 'block', ...options });
    if (!firstVisit) await context.addInitScript(skipIntroduction);
    t.after(() => context.close());
    return context;
  }

  async function windowOf(t, context, expected = [], address = shared.server.address) {
    const stowage = new StowagePage(await context.newPage(), address);
    t.after(() => {
      const unexpected = stowage.problems.filter((line) => !expected.some((pattern) => pattern.test(line)));
      assert.deepEqual(unexpected, [], 'the console stays quiet');
    });
    return stowage;
  }

  return {
    profile,
    windowOf,
    /** A window that shows the page. `before` may prepare its context. */
    async visit(t, { fragment, before: prepare, expected, ...options } = {}) {
      const context = await profile(t, options);
      await prepare?.(context);
      const stowage = await windowOf(t, context, expected);
      await stowage.open(fragment);
      return stowage;
    },
  };
}
