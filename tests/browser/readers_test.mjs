// SPDX-License-Identifier: MIT
//
// What screen readers and printers get.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import test from 'node:test';
import { inflateSync } from 'node:zlib';
import { needs, notInBrief } from './browsers.mjs';
import { eventually, useBrowser } from './stowage_page.mjs';

const { profile, visit, windowOf } = useBrowser();
const NAME = 'Production, distributed';

/** An element of the mirror: there is one once the mirror has followed the picture. */
async function mirrored(stowage, role, name) {
  const locator = stowage.page.locator('#mirror').getByRole(role, { name, exact: true });
  await eventually(() => locator.count(), `a ${role} called ${name}`);
  return locator.first();
}

test('every widget has role, name and value, where the picture shows it', async (t) => {
  const stowage = await visit(t);
  const tab = await mirrored(stowage, 'tab', 'Development');
  assert.equal(await tab.getAttribute('aria-selected'), 'true');
  const name = await mirrored(stowage, 'textbox', 'Name of the plan');
  assert.equal(await name.textContent(), 'Resource planning for hybrid deployment');
  const { x, y, width, height } = (await stowage.item('/name')).rect;
  assert.deepEqual(await name.boundingBox(), { x, y, width, height });
  assert.equal(await (await mirrored(stowage, 'button', 'Undo')).getAttribute('aria-disabled'), 'true');
});

test('a screen reader\'s click presses the widget', async (t) => {
  const stowage = await visit(t);
  await (await mirrored(stowage, 'tab', NAME)).dispatchEvent('click');
  await stowage.settled();
  assert.equal((await stowage.item('/environments/production-distributed')).value, 'selected');
  await eventually(async () => (await (await mirrored(stowage, 'tab', NAME)).getAttribute('aria-selected')) === 'true',
    'the mirror to follow');
});

test('the canvas names the element with the focus', async (t) => {
  const stowage = await visit(t);
  await stowage.click('/name');
  await mirrored(stowage, 'textbox', 'Name of the plan');
  await eventually(async () => (await stowage.page.getAttribute('#canvas', 'aria-activedescendant')) === 'mirror-textbox-/name',
    'the active descendant');
  assert.equal(await stowage.page.getAttribute('#text', 'aria-label'), 'Name of the plan');
});

test('the mouse reaches the canvas through the mirror', async (t) => {
  const stowage = await visit(t);
  await mirrored(stowage, 'tab', NAME);
  const [x, y] = await stowage.centre('/environments/production-distributed');
  const hit = await stowage.page.evaluate(([left, top]) => document.elementFromPoint(left, top).id, [x, y]);
  assert.equal(hit, 'canvas');
});

test('the mirror costs nothing while nothing changes', notInBrief, async (t) => {
  const stowage = await visit(t);
  await mirrored(stowage, 'tab', NAME);
  await stowage.page.evaluate(() => {
    globalThis.changes = 0;
    new MutationObserver((records) => { globalThis.changes += records.length; })
      .observe(document.getElementById('mirror'), { subtree: true, childList: true, attributes: true, characterData: true });
  });
  await stowage.page.mouse.move(640, 780);
  await stowage.page.mouse.move(600, 780);
  await stowage.settled();
  assert.equal(await stowage.page.evaluate(() => globalThis.changes), 0);
});

test('the report has the tables of the plan and follows every edit', notInBrief, async (t) => {
  const stowage = await visit(t);
  const report = stowage.page.getByRole('main');
  await eventually(() => report.getByRole('table').count(), 'a table');
  const section = report.getByRole('heading', { name: NAME });
  assert.equal(await section.evaluate((element) => element.tagName), 'H3');
  const header = report.getByRole('table').first().getByRole('columnheader');
  assert.deepEqual((await header.allTextContents()).slice(0, 4), ['Component', 'CPU', 'Memory', 'Count']);
  await stowage.setPlan('stowage: 0\nname: "<img src=x> **bold** \\\\| `code`"\n');
  await eventually(async () => /bold/.test(await report.textContent()), 'the new name');
  assert.equal(await report.locator('img').count(), 0, 'a plan brings no elements');
  assert.equal(await report.locator('#report-text').getByRole('heading').first().textContent(), '<img src=x> **bold** \\| `code`');
});

test('a chart of the report is a picture; what is no chart of ours is text', async (t) => {
  const stowage = await visit(t);
  const page = await stowage.page.context().newPage(); // an empty one may import a module from a text
  const module = await readFile(new URL('../../web/report.mjs', import.meta.url), 'base64');
  const svg = (content, attributes = '') => `<svg xmlns="http://www.w3.org/2000/svg" role="img"${attributes}>${content}</svg>`;
  const lines = [
    svg('<title>Load &#60;b&#62;</title><text x="1" y="2" fill="currentColor">40/s</text>'),
    svg('<script>globalThis.ran = true</script>'),
    svg('<text x="1" y="2" onclick="globalThis.ran = true">40/s</text>'),
    svg('', ' onload="globalThis.ran = true"'),
    svg('<a href="https://example.org"><text>40/s</text></a>'),
    svg('<rect style="fill: red"/>'),
    svg('<text>'.repeat(2)), // does not parse
    '<svg role="img"></svg>', // no SVG without its namespace
  ];
  const found = await page.evaluate(async ([code, markdown]) => {
    const { elementsOf } = await import(`data:text/javascript;base64,${code}`);
    document.body.replaceChildren(...elementsOf(markdown));
    return [...document.body.children].map(({ localName, textContent }) => [localName, textContent]);
  }, [module, lines.join('\n')]);
  assert.deepEqual(found[0], ['svg', 'Load <b>40/s']);
  assert.deepEqual(found.slice(1).map(([name]) => name), Array(lines.length - 1).fill('p'));
  assert.equal(await page.evaluate(() => globalThis.ran), undefined);
});

test('the report is styled after the first frame; where a style is missing that is told', notInBrief, async (t) => {
  const stowage = await visit(t);
  await eventually(() => stowage.page.locator('#report table').count(), 'a table');
  const names = await stowage.page.locator('link[rel=stylesheet]').evaluateAll((links) => links.map(({ href }) => href.match(/([a-z]+)\.[0-9a-f]{10}\.css$/)[1]));
  assert.deepEqual(names, ['style', 'messages', 'readers', 'print']);
  assert.equal(await stowage.page.locator('#report table').first().evaluate((table) => getComputedStyle(table).borderCollapse), 'collapse');
  const without = await windowOf(t, await profile(t), [/404/, /MIME/]);
  await without.page.context().route('**/readers.*.css', (route) => route.fulfill({ status: 404, body: '' }));
  await without.open();
  await eventually(async () => /^What screen readers need did not arrive/.test(await without.notice()), 'a message');
});

test('on a phone wide tables of the report scroll by themselves, and the page does not', notInBrief, async (t) => {
  const context = await profile(t, { viewport: { width: 390, height: 844 } });
  await context.addInitScript(() => { HTMLCanvasElement.prototype.getContext = () => null; });
  const stowage = await windowOf(t, context, [/WebGL/]);
  await stowage.page.goto(stowage.address);
  await eventually(() => stowage.page.locator('#report table').count(), 'the report');
  const { wide, beyond } = await stowage.page.evaluate(() => {
    const boxes = [...document.querySelectorAll('#report-text .wide')];
    const text = [...document.querySelectorAll('#report-text :is(h2, h3, h4, p, li, .wide, svg), #failure')];
    return {
      wide: boxes.filter((box) => box.scrollWidth > box.clientWidth && getComputedStyle(box).overflowX === 'auto').length,
      beyond: text.filter((element) => element.getBoundingClientRect().right > innerWidth - 8).map(({ localName }) => localName),
    };
  });
  assert.ok(wide > 3, `${wide} tables scroll`);
  assert.equal(await stowage.page.locator('#report-text .wide[tabindex="0"]').count(), wide, 'by keyboard, too');
  await stowage.page.setViewportSize({ width: 1280, height: 800 });
  await eventually(async () => await stowage.page.locator('#report-text .wide[tabindex]').count() === 0, 'none where all have room');
  assert.deepEqual(beyond, []);
});

test('two plans side by side are in the report, in columns, and on paper', async (t) => {
  const stowage = await visit(t);
  const plan = (count) => `stowage: 0\nenvironments: {live: {title: Live, servers: {app: {cpu: 4, memory: 8GiB, count: ${count}, cost: 100/month}}}}\n`;
  const fragmentOf = async (count) => {
    await stowage.setPlan(plan(count));
    return (await stowage.link()).split('#')[1];
  };
  const [one, two] = [await fragmentOf(1), await fragmentOf(2)];
  await stowage.page.goto('about:blank');
  await stowage.open(`#${two}&${one}`);
  assert.equal((await stowage.item('sides/in/live/0/change')).value, '+100.00 (+100.0%)');
  const report = stowage.page.locator('#report-text');
  await eventually(() => report.getByRole('heading', { name: 'Side by side' }).count(), 'both in the report');
  const cells = report.getByRole('table').first().getByRole('row').nth(1).getByRole('cell');
  assert.deepEqual(await cells.allTextContents(), ['USD a month', '100.00', '200.00', '+100.00 (+100.0%)']);
  await stowage.click('sides/back');
  await stowage.press('Control+k');
  await stowage.page.keyboard.type('remove the baseline');
  await stowage.press('Enter');
  await eventually(async () => !/Side by side/.test(await report.textContent()), 'the comparison to go');
});

test('on paper there is the report and no canvas', needs('changingMedia'), async (t) => {
  const stowage = await visit(t, { colorScheme: 'dark' });
  await eventually(() => stowage.page.getByRole('main').getByRole('table').count(), 'a table');
  await stowage.page.emulateMedia({ media: 'print' });
  assert.equal(await stowage.page.locator('#canvas').isVisible(), false);
  const box = await stowage.page.locator('#report').boundingBox();
  assert.ok(box.height > 800, 'all of it, over several pages');
  assert.equal(await stowage.page.evaluate(() => getComputedStyle(document.body).color), 'rgb(0, 0, 0)');
});

/** How many pages a PDF has, which may say so in a compressed part. */
function pagesOf(pdf) {
  const bytes = pdf.toString('latin1');
  const parts = [...bytes.matchAll(/FlateDecode[^]*?stream\r?\n([^]*?)endstream/g)].map(([, part]) => {
    try {
      return inflateSync(Buffer.from(part, 'latin1')).toString('latin1');
    } catch {
      return ''; // a picture or a font in another coding
    }
  });
  return [bytes, ...parts].join('\n').match(/\/Type *\/Page\b/g)?.length ?? 0;
}

test('a print has the report on several pages', async (t) => {
  const stowage = await visit(t);
  await eventually(() => stowage.page.getByRole('main').getByRole('table').count(), 'a table');
  const pdf = await stowage.page.pdf({ format: 'A4' });
  assert.ok(pagesOf(pdf) > 1, `${pagesOf(pdf)} pages`);
});

test('a message and the answer are told when they change', notInBrief, async (t) => {
  const stowage = await visit(t);
  assert.equal(await stowage.page.getAttribute('#summary', 'aria-live'), 'polite');
  await stowage.click('/environments/production-distributed');
  assert.match(await stowage.page.textContent('#summary'), /390\.92.*1 error, 2 warnings/);
  await stowage.setPlan('no plan');
  const message = stowage.page.locator('#mirror [aria-live="assertive"]');
  await eventually(() => message.count(), 'the message');
  assert.match(await message.textContent(), /text/);
});
