// SPDX-License-Identifier: MIT
//
// The main job with the keyboard alone, from the load of the page to leaving it. What was pressed and what came of it is
// written to keyboard-walk.txt of the build folder.
import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { eventually, useBrowser } from './stowage_page.mjs';

const { visit } = useBrowser();
const RECORD = fileURLToPath(new URL(process.env.STOWAGE_WALK ?? '../../build/web/keyboard-walk.txt', import.meta.url));
/** No caret that blinks, and few points to draw in software. */
const CALM = { reducedMotion: 'reduce', viewport: { width: 1000, height: 800 } };
const DISTRIBUTED = '/environments/production-distributed';
const REPLICAS = `${DISTRIBUTED}/services/asgi/replicas`;
const MOST_TABS = 40; // there is not more to come by

/** Who walks: presses keys, and writes down which, and what the page answers. */
class Walk {
  lines = [];

  constructor(stowage) {
    this.stowage = stowage;
  }

  async press(keys) {
    await this.stowage.press(keys);
    this.lines.push(`press ${keys}`);
  }

  async type(text) {
    await this.stowage.page.keyboard.type(text);
    await this.stowage.settled();
    this.lines.push(`type "${text}"`);
  }

  /** Presses Tab until the widget has the focus. */
  async tabTo(path) {
    let pressed = 0;
    while (!(await this.stowage.find(path))?.focused) {
      assert.ok(++pressed <= MOST_TABS, `Tab reaches ${path}`);
      const before = await this.focused();
      await this.stowage.page.keyboard.press('Tab');
      await eventually(async () => (await this.focused()) !== before, 'the focus to move on');
    }
    const { role, label } = await this.stowage.find(path);
    this.lines.push(`press Tab, ${pressed} times: the focus is on the ${role} "${label}"`);
  }

  /** The widget with the focus; the first Tab begins to type in the one that has it. */
  focused() {
    return this.stowage.page.evaluate(() => {
      const path = globalThis.stowage.items().find((item) => item.focused)?.path;
      return `${path} ${document.activeElement.id}`;
    });
  }

  /** Chooses a line of the list of actions and places by typing. */
  async choose(words) {
    await this.press('Control+k');
    await this.type(words);
    const { label, value } = await this.stowage.item('palette/0');
    this.lines.push(`  the first line is "${[label, value].filter(Boolean).join(', ')}"`);
    await this.press('Enter');
  }

  summary() {
    return this.stowage.page.textContent('#summary');
  }

  /** Runs a step that changes the answer, and gives what is said of it. */
  async hear(step) {
    const before = await this.summary();
    await step();
    await eventually(async () => (await this.summary()) !== before, 'the answer to be told');
    this.lines.push(`  told: ${await this.summary()}`);
    return this.summary();
  }
}

async function takeJob(walk, stowage) {
  walk.lines.push('# Choose production');
  await walk.tabTo(DISTRIBUTED);
  assert.match(await walk.hear(() => walk.press('Enter')), /^Production, distributed: 390\.92 USD a month; 1 error/);
  assert.equal((await stowage.item(DISTRIBUTED)).value, 'selected');

  walk.lines.push('# Change the replicas of a service');
  await walk.choose('asgi distr');
  await walk.tabTo(REPLICAS);
  await walk.hear(async () => {
    await walk.type('3');
    await walk.press('Enter');
  });
  assert.equal((await stowage.item(REPLICAS)).value, '3');
  assert.match(await stowage.plan(), /asgi:[^]*?replicas: 3/);

  walk.lines.push('# Apply the fix of a finding');
  const { findings: before } = await stowage.environment('production-distributed');
  const told = await walk.hear(() => walk.choose('1 machine'));
  // 2 x 0.306 + 0.153 + 0.0765 dollars, 730 hours: 614.295
  assert.match(told, /614\.30/);
  const after = await stowage.environment('production-distributed');
  assert.equal(after.servers.find(({ name }) => name === 'app').count, 2);
  assert.ok(after.findings.length < before.length, 'it is mended');
}

async function readHelp(walk, stowage) {
  walk.lines.push('# Read the help');
  await walk.press('F1');
  assert.match((await stowage.item('help')).label, /^Stowage \d/);
  assert.equal((await stowage.item('help/close')).surface, 'dialog');
  await walk.press('Escape');
  assert.equal(await stowage.find('help'), undefined);
}

async function copyLink(walk, stowage) {
  walk.lines.push('# Copy the link');
  await walk.choose('copy a link');
  assert.match(await stowage.notice(), /clipboard/);
  const link = await stowage.page.evaluate(() => navigator.clipboard.readText());
  assert.equal(link, await stowage.link());
  walk.lines.push(`  told: ${await stowage.notice()}`);
}

async function leave(walk, stowage) {
  walk.lines.push('# Leave the planner');
  await walk.press('Escape');
  await walk.press('Tab');
  const left = await stowage.page.evaluate(() => document.activeElement.closest('section[aria-label="Planner"]'));
  assert.equal(left, null, 'the browser has the key');
}

test('choose, edit, mend, read the help, copy the link and leave, with the keyboard alone', async (t) => {
  const stowage = await visit(t, { permissions: ['clipboard-read', 'clipboard-write'], ...CALM });
  const walk = new Walk(stowage);
  assert.equal(await stowage.page.evaluate(() => document.activeElement.id), 'canvas', 'keys work from the start');
  try {
    await takeJob(walk, stowage);
    await readHelp(walk, stowage);
    await copyLink(walk, stowage);
    await leave(walk, stowage);
  } finally {
    await writeFile(RECORD, `${walk.lines.join('\n')}\n`);
  }
});
