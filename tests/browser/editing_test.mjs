// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import test from 'node:test';
import { needs, notInBrief } from './browsers.mjs';
import { eventually, useBrowser } from './stowage_page.mjs';

const { visit } = useBrowser();
const DISTRIBUTED = '/environments/production-distributed';
const CLIPBOARD = { permissions: ['clipboard-read', 'clipboard-write'] };

async function total(stowage) {
  return (await stowage.environment('production-distributed')).cost.low;
}

test('an edit by mouse and keyboard changes the total, Ctrl+Z and Ctrl+Y go back and forth', async (t) => {
  const stowage = await visit(t);
  await stowage.click(DISTRIBUTED);
  assert.equal((await stowage.item(`${DISTRIBUTED}/cost`)).label, '$390.92');
  await stowage.enter(`${DISTRIBUTED}/servers/app/count`, '2');
  // 2 x 0.306 + 0.153 + 0.0765 dollars, 730 hours: 614.295
  assert.equal(await total(stowage), '614.30');
  assert.equal((await stowage.item(`${DISTRIBUTED}/cost`)).label, '$614.30');
  assert.match(await stowage.page.textContent('#summary'), /614\.30/);
  await stowage.press('Control+z');
  assert.equal(await total(stowage), '390.92');
  await stowage.press('Control+y');
  assert.equal(await total(stowage), '614.30');
});

test('a finding takes the keyboard to the field that it is about', notInBrief, async (t) => {
  const stowage = await visit(t);
  await stowage.click(DISTRIBUTED);
  const finding = (await stowage.items()).find(({ label }) => /over-committed by 1 core/.test(label));
  await stowage.click(finding.path);
  await stowage.page.keyboard.type('9');
  await stowage.press('Enter');
  const app = (await stowage.environment('production-distributed')).servers.find(({ name }) => name === 'app');
  assert.equal(app.capacity.cpu_millis, 9000);
});

test('a value that is none stays in its field and does not reach the plan', notInBrief, async (t) => {
  const stowage = await visit(t);
  const before = await stowage.plan();
  await stowage.enter('/environments/development/servers/dev/memory', '4 bananas');
  assert.equal((await stowage.item('/environments/development/servers/dev/memory')).value, '4 bananas');
  assert.equal(await stowage.plan(), before);
});

test('text is copied, cut and pasted by keyboard', async (t) => {
  const stowage = await visit(t, CLIPBOARD);
  const clipboard = () => stowage.page.evaluate(() => navigator.clipboard.readText());
  await stowage.click('/name'); // selects the whole name
  await stowage.press('Control+c');
  assert.equal(await clipboard(), 'Resource planning for hybrid deployment');
  await stowage.press('Control+x');
  assert.equal((await stowage.item('/name')).value, '');
  await stowage.page.evaluate(() => navigator.clipboard.writeText('Grüße, 計画'));
  await stowage.press('Control+v');
  await stowage.press('Enter');
  assert.match(await stowage.plan(), /^name: Grüße, 計画$/m);
});

test('Ctrl+C outside of fields copies the services as a table', async (t) => {
  const stowage = await visit(t, CLIPBOARD);
  await stowage.page.evaluate(() => navigator.clipboard.writeText('kept'));
  await stowage.click('/environments/staging');
  await stowage.press('Control+c');
  assert.match(await stowage.page.evaluate(() => navigator.clipboard.readText()), /^name\tkind\treplicas\tcpu\tmemory\tserver\n/);
});

test('a plan that is pasted outside a field is opened, undoably', async (t) => {
  const stowage = await visit(t, CLIPBOARD);
  const own = await stowage.plan();
  await stowage.page.evaluate(() => navigator.clipboard.writeText('stowage: 0\nname: Pasted\n'));
  await stowage.click('/environments/staging');
  await stowage.press('Control+v');
  assert.match(await stowage.plan(), /name: Pasted/);
  await stowage.press('Control+z');
  assert.equal(await stowage.plan(), own);
});

test('text of an input method is shown while it is composed, and arrives once it is', needs('inputMethod'), async (t) => {
  const stowage = await visit(t);
  await stowage.click('/name');
  const session = await stowage.page.context().newCDPSession(stowage.page);
  const composing = stowage.page.locator('#text');
  assert.equal(await composing.evaluate((element) => getComputedStyle(element).opacity), '0');
  await session.send('Input.imeSetComposition', { text: 'けいか', selectionStart: 3, selectionEnd: 3 });
  assert.equal(await composing.evaluate((element) => getComputedStyle(element).opacity), '1');
  assert.match(await composing.inputValue(), /けいか/);
  await session.send('Input.insertText', { text: '計画' });
  await stowage.settled();
  assert.equal(await composing.evaluate((element) => getComputedStyle(element).opacity), '0');
  await stowage.press('Enter');
  assert.match(await stowage.plan(), /^name: 計画$/m);
});

/** The end of a composition: each browser has its own order, and they differ in whether the last input is a part of it. */
const ENDS = {
  Chromium: [['input', true], ['compositionend']],
  Firefox: [['compositionend'], ['input', false]],
};

for (const [name, end] of Object.entries(ENDS)) {
  test(`composed text arrives once with the events in the order of ${name}`, async (t) => {
    const stowage = await visit(t);
    await stowage.click('/name');
    await stowage.page.evaluate((events) => { // made events: no browser lets a test choose the order
      const area = document.getElementById('text');
      const send = (type, isComposing) => area.dispatchEvent(type === 'input'
        ? new InputEvent(type, { isComposing, data: '計画', bubbles: true })
        : new CompositionEvent(type, { data: '計画', bubbles: true }));
      send('compositionstart');
      area.value += '計画';
      for (const [type, isComposing] of events) send(type, isComposing);
    }, end);
    await stowage.settled();
    await stowage.press('Enter');
    assert.match(await stowage.plan(), /^name: 計画$/m);
  });
}

test('setPlan refuses what is no plan, says why and keeps the plan', notInBrief, async (t) => {
  const stowage = await visit(t);
  const before = await stowage.plan();
  for (const [text, message] of [
    ['stowage: 0\nenvironments: {a: {servers: {s: {cpu: 1, memory: 8}}}}', /memory.*unit/],
    ['{', /line 1/],
    ['stowage: 99', /99/],
    ['stowage: 0\n\0name: Behind a zero byte\n', /line 2.*control characters/],
    ['{"stowage":0}\0', /zero byte/],
    [42, /number/],
    [null, /object/],
  ]) {
    const answer = await stowage.setPlan(text);
    assert.equal(answer.ok, false, `${text}`);
    assert.match(answer.message, message);
    assert.equal(await stowage.plan(), before);
  }
});

test('setPlan refuses a text of 100 MB at once', notInBrief, async (t) => {
  const stowage = await visit(t);
  const answer = await stowage.page.evaluate(() => globalThis.stowage.setPlan('a'.repeat(100_000_000)));
  assert.equal(answer.ok, false);
  assert.match(answer.message, /at most 8388608 bytes/);
});

test('setPlan takes YAML, JSON and a link', notInBrief, async (t) => {
  const stowage = await visit(t);
  const link = await stowage.link();
  for (const text of ['stowage: 0\nname: A plan\n', '{"stowage":0,"name":"A plan"}']) {
    assert.deepEqual(await stowage.setPlan(text), { ok: true });
    assert.match(await stowage.plan(), /name: A plan/);
  }
  assert.deepEqual(await stowage.setPlan(link), { ok: true });
  assert.equal(await stowage.link(), link);
});

test('a file that is dropped on the page is opened', async (t) => {
  const stowage = await visit(t);
  await stowage.page.evaluate(() => {
    const data = new DataTransfer();
    data.items.add(new File(['stowage: 0\nname: Dropped\n'], 'plan.yaml'));
    dispatchEvent(new DragEvent('drop', { dataTransfer: data, cancelable: true }));
  });
  await eventually(async () => /name: Dropped/.test(await stowage.plan()), 'the dropped plan');
});

test('a file that cannot be read is told', notInBrief, async (t) => {
  const stowage = await visit(t);
  await stowage.page.evaluate(() => {
    File.prototype.slice = () => ({ text: () => Promise.reject(new DOMException('a folder', 'NotFoundError')) });
    const data = new DataTransfer();
    data.items.add(new File([], 'folder'));
    dispatchEvent(new DragEvent('drop', { dataTransfer: data, cancelable: true }));
  });
  await eventually(async () => /folder cannot be read/.test(await stowage.notice()), 'a message');
});

test('the Open button asks for a file and opens it', async (t) => {
  const stowage = await visit(t);
  const chooser = stowage.page.waitForEvent('filechooser');
  await stowage.page.mouse.click(...await stowage.centre('toolbar/open'));
  await (await chooser).setFiles({ name: 'plan.yaml', mimeType: 'text/yaml', buffer: Buffer.from('stowage: 0\nname: Chosen\n') });
  await eventually(async () => /name: Chosen/.test(await stowage.plan()), 'the chosen plan');
});

test('Save gives the plan as a file', async (t) => {
  const stowage = await visit(t);
  await stowage.click('toolbar/save');
  const plan = await stowage.centre('toolbar/save/plan');
  const { name, text } = await stowage.fileSavedBy(() => stowage.page.mouse.click(...plan));
  assert.equal(name, 'Resource-planning-for-hybrid-deployment.yaml');
  assert.equal(text, await stowage.plan());
});
