// SPDX-License-Identifier: MIT
//
// The module for other programs, in browsers and in node: loads the WebAssembly core and the price catalogue that lie
// beside this file. stowage.d.ts describes it.
import createStowage from './stowage-module.mjs';
import { LONGEST_TEXT } from './text_limit.mjs';

const WASM = './stowage-module.wasm';
const CATALOGUE = './catalogue.txt';

const inNode = typeof process === 'object' && Boolean(process.versions?.node);

/** The bytes of a file beside this one. */
async function bytesOf(name) {
  const url = new URL(name, import.meta.url);
  if (inNode) {
    const { readFile } = await import('node:fs/promises');
    return readFile(url);
  }
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${name}: ${response.status} ${response.statusText}`);
  return new Uint8Array(await response.arrayBuffer());
}

const textOf = (bytes) => new TextDecoder().decode(bytes);

const refusal = (message, accepted) =>
  ({ ok: false, errors: [{ code: 'type', message, accepted, where: '', line: 0, column: 0 }] });

/** Objects become JSON; undefined for what has no JSON, such as a function or an object that holds itself. */
function planText(plan) {
  if (typeof plan === 'string') return plan;
  try {
    return JSON.stringify(plan);
  } catch {
    return undefined;
  }
}

/** The fourteen functions, once the core is loaded. */
export async function load({ catalogue: ownCatalogue } = {}) {
  const [wasmBinary, shipped] = await Promise.all([
    bytesOf(WASM),
    ownCatalogue ?? bytesOf(CATALOGUE).then(textOf),
  ]);
  const core = await createStowage({ wasmBinary });
  const call = (name, ...texts) => JSON.parse(core[name](...texts));
  /** Calls a function whose first text is the user's. */
  const callWith = (what, name, text, ...others) => {
    if ([text, ...others].every((argument) => typeof argument === 'string'))
      return call(name, text.slice(0, LONGEST_TEXT), ...others);
    return refusal(`${name} takes ${what}`, what);
  };
  return {
    version: () => call('version').value,
    readPlan: (text) => callWith('a plan as text or object', 'readPlan', planText(text)),
    estimate: (plan) => callWith('a plan as text or object', 'estimate', planText(plan), shipped),
    fit: (plan, question) => {
      const { service, environment = '' } = question ?? {};
      return callWith('a plan as text or object, and the names of a service and an environment', 'fit',
        planText(plan), shipped, service, environment);
    },
    predictLoad: (plan, question) =>
      callWith('a plan as text or object, the name of an environment, and a time as text', 'predictLoad', planText(plan),
        shipped, question?.environment ?? '', question?.p95 ?? ''),
    risk: (plan, question) => {
      const { environment = '', draws = 2000, seed = 1 } = question ?? {};
      const accepted = 'a plan as text or object, the name of an environment, and numbers';
      if ([draws, seed].some((number) => !Number.isInteger(number))) return refusal(`risk takes ${accepted}`, accepted);
      const text = planText(plan);
      if ([text, environment].some((argument) => typeof argument !== 'string'))
        return refusal(`risk takes ${accepted}`, accepted);
      return JSON.parse(core.risk(text.slice(0, LONGEST_TEXT), shipped, environment, draws, seed));
    },
    scale: (plan, question) => {
      const { metrics = '', service = '', environment = '' } = question ?? {};
      return callWith('a plan as text or object, metrics as text, and the names of a service and an environment',
        'scale', planText(plan), shipped, metrics, service, environment);
    },
    replay: (plan, question) => {
      const { curve = 'office-day', service = '', environment = '', rent } = question ?? {};
      return callWith('a plan as text or object, a curve, and the names of a service and an environment', 'replay',
        planText(plan), shipped, curve, service, environment, rent ? 'rent' : '');
    },
    compare: (plan, question) => {
      const { environment = '', architecture = '', latestGeneration, sharedCpu, stale } = question ?? {};
      const switches = [latestGeneration && 'latest_generation', sharedCpu && 'shared_cpu', stale && 'stale'];
      return callWith('a plan as text or object, and the names of an environment and an architecture', 'compare',
        planText(plan), shipped, environment, architecture, switches.filter(Boolean).join(' '));
    },
    report: (plan, format = 'md') =>
      callWith('a plan as text or object, and the name of a format', 'report', planText(plan), shipped, format),
    encodeLink: (plan) => callWith('a plan as text or object', 'encodeLink', planText(plan), shipped),
    decodeLink: (link) => callWith('a link as text', 'decodeLink', link),
    template: (name = 'hybrid-django') => callWith('the name of a template', 'template', name),
    catalogue: (filter) => {
      const { provider = '', region = '', filter: part = '' } = filter ?? {};
      return [provider, region, part].every((text) => typeof text === 'string')
        ? call('catalogue', shipped, provider, region, part)
        : refusal('catalogue takes texts for provider, region and filter', 'provider, region, filter');
    },
  };
}
