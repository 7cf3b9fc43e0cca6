// SPDX-License-Identifier: MIT
//
// Nothing throws: whatever comes in, {ok: false, errors} comes out.
import assert from 'node:assert/strict';
import test from 'node:test';
import { load } from './module_under_test.mjs';

const stowage = await load();
const circular = {};
circular.self = circular;

const NO_TEXTS = [
  undefined, null, 0, 42, NaN, true, 10n, Symbol('plan'), () => 'plan', [], {}, circular, new Date(NaN), new Map(),
  new Uint8Array(3), Object.create(null), { toJSON() { throw new Error('no'); } },
];
const BAD_TEXTS = [
  '', ' ', '{', '[]', 'null', '\u0000', 'stowage: 1000000', 'stowage: 0\nstowage: 0', 'a: &a [*a]', '\ud800', '#p=0.',
  'stowage: 0\nenvironments: {a: {servers: {s: {cpu: -1, memory: 8}}}}', '{"a":'.repeat(5000), '['.repeat(100_000),
  'x'.repeat(10_000_000),
];

function refused(result, about) {
  assert.equal(result.ok, false, about);
  assert.ok(Array.isArray(result.errors) && result.errors.length > 0, about);
  for (const error of result.errors) {
    assert.deepEqual(Object.keys(error).sort(), ['accepted', 'code', 'column', 'line', 'message', 'where'], about);
    assert.ok(error.message.length > 0 && error.code.length > 0, about);
    assert.ok(error.message.length < 10_000, 'a message is for people');
  }
}

const name = (value) => {
  try {
    return `${typeof value} ${String(value).slice(0, 30)}`;
  } catch {
    return typeof value;
  }
};

for (const call of ['readPlan', 'estimate', 'compare', 'report', 'encodeLink', 'decodeLink']) {
  test(`${call} refuses what is no plan`, () => {
    for (const value of NO_TEXTS) refused(stowage[call](value), `${call}(${name(value)})`);
    refused(stowage[call](), `${call}()`);
  });
  test(`${call} refuses bad texts`, () => {
    for (const text of BAD_TEXTS) refused(stowage[call](text), `${call}(${name(text)})`);
  });
}

test('fit refuses a question without a service, and names that the plan does not have', () => {
  const plan = stowage.template().value;
  for (const question of [undefined, null, 7, {}, { service: 7 }, { service: 'wsgi', environment: {} }])
    refused(stowage.fit(plan, question), name(question));
  refused(stowage.fit(plan, { service: '' }), 'an empty name');
  refused(stowage.fit(plan, { service: 'wsgi', environment: 'nowhere' }), 'environment');
  for (const value of NO_TEXTS) refused(stowage.fit(value, { service: 'wsgi' }), name(value));
  for (const text of BAD_TEXTS) refused(stowage.fit(text, { service: 'wsgi' }), name(text));
});

test('compare refuses names that are none', () => {
  const plan = stowage.template().value;
  for (const question of [{ environment: 7 }, { environment: 'nowhere' }, { architecture: {} }, { architecture: 'mips' }])
    refused(stowage.compare(plan, question), name(question));
});

test('template, report and catalogue refuse options that they do not know', () => {
  refused(stowage.template('no such template'), 'name');
  assert.match(stowage.template('no such template').errors[0].accepted, /hybrid-django/);
  for (const value of [null, 7, {}]) refused(stowage.template(value), name(value));
  for (const format of ['pdf', '', 7, null, {}]) refused(stowage.report('stowage: 0', format), name(format));
  for (const provider of [7, {}, null]) refused(stowage.catalogue({ provider }), name(provider));
  assert.equal(stowage.catalogue(null).ok, true);
  assert.equal(stowage.catalogue(7).ok, true, 'a number has no provider, so all are meant');
});

test('an error names its place', () => {
  const { errors } = stowage.readPlan('stowage: 0\nenvironments:\n  a: {servers: {s: {cpu: 1, memory: 8}}}\n');
  assert.deepEqual(errors.map(({ code, where, line }) => [code, where, line]),
    [['unit', '/environments/a/servers/s/memory', 3]]);
  assert.match(errors[0].accepted, /GiB/);
});

test('a link that was cut or changed says so', () => {
  const { value: link } = stowage.encodeLink(stowage.template().value);
  for (let length = 0; length < link.length; length += 37) refused(stowage.decodeLink(link.slice(0, length)), `${length}`);
  for (let at = 5; at < link.length; at += 23) {
    const other = link[at] === 'A' ? 'B' : 'A';
    refused(stowage.decodeLink(link.slice(0, at) + other + link.slice(at + 1)), `character ${at}`);
  }
});

test('a catalogue that is none is told by what needs it', async () => {
  const broken = await load({ catalogue: 'no catalogue' });
  refused(broken.estimate('stowage: 0'), 'estimate');
  refused(broken.catalogue(), 'catalogue');
  assert.equal(broken.readPlan('stowage: 0').ok, true);
  const wrong = await load({ catalogue: 7 });
  refused(wrong.estimate('stowage: 0'), 'a number');
});

test('after all that it still works', () => {
  assert.equal(stowage.estimate(stowage.template().value).ok, true);
});
