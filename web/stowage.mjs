// SPDX-License-Identifier: MIT
//
// The module for other programs, in browsers and in node: loads the WebAssembly core and the price catalogue that lie
// beside this file. stowage.d.ts describes it.
import createStowage from './stowage-module.mjs';

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
const planText = (plan) => (typeof plan === 'string' ? plan : JSON.stringify(plan));

/** The eight functions, once the core is loaded. */
export async function load({ catalogue: ownCatalogue } = {}) {
  const [wasmBinary, shipped] = await Promise.all([
    bytesOf(WASM),
    ownCatalogue ?? bytesOf(CATALOGUE).then(textOf),
  ]);
  const core = await createStowage({ wasmBinary });
  const call = (name, ...texts) => JSON.parse(core[name](...texts));
  return {
    version: () => call('version').value,
    readPlan: (text) => call('readPlan', planText(text)),
    estimate: (plan) => call('estimate', planText(plan), shipped),
    report: (plan, format = 'md') => call('report', planText(plan), shipped, format),
    encodeLink: (plan) => call('encodeLink', planText(plan), shipped),
    decodeLink: (link) => call('decodeLink', link),
    template: (name = 'hybrid-django') => call('template', name),
    catalogue: ({ provider = '', region = '', filter = '' } = {}) =>
      call('catalogue', shipped, provider, region, filter),
  };
}
