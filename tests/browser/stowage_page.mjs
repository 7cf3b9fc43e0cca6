// SPDX-License-Identifier: MIT
//
// Drives the page as a user does: by the widgets that it says it has drawn, with mouse and keyboard. Waits for the
// picture to come to rest, never for a time.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { serve } from './static_server.mjs';

export const SITE = fileURLToPath(new URL(process.env.STOWAGE_SITE ?? '../../build/web/site/', import.meta.url));
const CHROMIUM = process.env.STOWAGE_CHROMIUM ?? '/usr/bin/chromium';
export const SUB_PATH = '/some/where/'; // the page must work from any folder of a host
const PATIENCE = 15_000; // milliseconds until a test gives up: a loaded machine draws a frame in software in 100
const POLL = 20; // milliseconds
const REST = 120; // milliseconds without a frame: above every tooltip and animation step, below a caret's blink

/** What the graphics driver of a machine without a graphics card says on its own account, and what playwright says. */
const DRIVER_TALK = /GL Driver Message|GPU stall|software WebGL|swiftshader|Service Worker registration blocked by Playwright/i;

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
    page.on('pageerror', (error) => this.problems.push(String(error)));
    page.on('console', (message) => {
      const told = ['error', 'warning'].includes(message.type()) && !DRIVER_TALK.test(message.text());
      if (told) this.problems.push(message.text());
    });
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

  /** Until no frame was drawn for a moment. */
  async settled() {
    let [frames, since] = [-1, Date.now()];
    await eventually(async () => {
      const now = await this.frames();
      if (now !== frames) [frames, since] = [now, Date.now()];
      return Date.now() - since > REST;
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

/**
 * A browser and a server for the tests of one file. visit(t, options) opens a window with a profile of its own for test
 * `t`, and fails the test when the console showed something that it does not expect.
 */
export function useBrowser() {
  const shared = {};
  before(async () => {
    shared.server = await serve(SITE, SUB_PATH);
    shared.browser = await chromium.launch({
      executablePath: CHROMIUM,
      args: [
        '--no-sandbox', // root in a container has no other way
        '--disable-quic', '--disable-background-networking', '--disable-component-update', '--disable-sync', // no network
      ],
    });
  });
  after(async () => {
    await shared.browser?.close();
    await shared.server?.close();
  });

  /** A profile: windows of one share storage. Each load asks the server, unless a test lets service workers answer. */
  async function profile(t, options = {}) {
    const context = await shared.browser.newContext({
      viewport: { width: 1280, height: 800 }, serviceWorkers: 'block', ...options,
    });
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
