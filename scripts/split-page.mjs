#!/usr/bin/env node
// SPDX-License-Identifier: MIT
//
// Splits the program of the page in two: the functions that run until the first frames have been drawn, and the
// others. Which ones that are is found out by running it here, on a canvas that draws nothing.
//
// usage: split-page.mjs WASM_SPLIT FOLDER NAME CATALOGUE OUTPUT
//
// Reads FOLDER/NAME.mjs and .wasm, writes OUTPUT/NAME.wasm and OUTPUT/NAME-later.wasm.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const FRAMES = 90; // until a start has come to rest: its estimate is worked out, and the plan is saved
const FRAME = 1 / 30; // seconds
const WINDOWS = [[1280, 800, 1], [390, 844, 2]]; // a laptop and a phone: width, height, pixel ratio

/** WebGL that takes every call. Questions are answered as by a driver to which nothing is wrong. */
function idleGraphics() {
  const UNIFORMS = ['ProjMtx', 'Texture']; // of Dear ImGui's shader
  const COUNTS = new Map([[0x8b86, UNIFORMS.length], [0x8b89, 0]]); // ACTIVE_UNIFORMS, ACTIVE_ATTRIBUTES
  const context = {
    getContextAttributes: () => ({}), getSupportedExtensions: () => [], getError: () => 0, getAttribLocation: () => 0,
    getProgramParameter: (_, question) => COUNTS.get(question) ?? true, getShaderParameter: () => true,
    getActiveUniform: (_, i) => ({ name: UNIFORMS[i], size: 1 }), getUniformLocation: () => ({}), getParameter: () => 0,
    getProgramInfoLog: () => '', getShaderInfoLog: () => '', isEnabled: () => false, isProgram: () => true,
  };
  const other = (name) => (String(name).startsWith('create') ? () => ({}) : () => null);
  return new Proxy(context, { get: (known, name) => (name in known ? known[name] : other(name)) });
}

/** A browser that keeps what visits store. */
function idleHost(storage) {
  const host = {
    dark: false, load: (key) => storage.get(key) ?? null, store: (key, text) => storage.set(key, text),
    prefersDark: () => host.dark, prefersContrast: () => false, linkBase: () => 'https://host/',
  };
  return new Proxy(host, { get: (known, name) => known[name] ?? (() => null) });
}

/** One visit: with the address that was opened, and what earlier ones have stored. */
async function visit({ createStowage, wasmBinary, catalogue, storage }, location) {
  let exports;
  const host = idleHost(storage);
  const wasm = await createStowage({
    host,
    instantiateWasm(imports, done) {
      WebAssembly.instantiate(wasmBinary, imports).then(({ instance, module }) => {
        exports = instance.exports;
        done(instance, module);
      });
      return {};
    },
  });
  const toHeap = (text) => {
    if (text === null || text === undefined) return 0;
    const size = wasm.lengthBytesUTF8(text) + 1;
    const pointer = wasm._malloc(size);
    wasm.stringToUTF8(text, pointer, size);
    return pointer;
  };
  host.toHeap = toHeap;
  const problem = wasm._stowage_start(toHeap(catalogue), toHeap(location));
  if (problem) throw new Error(wasm.UTF8ToString(problem));
  wasm._stowage_key_named(toHeap('Tab'));
  wasm._stowage_mac_keys(0);
  wasm._stowage_blinking_caret(1);
  wasm._stowage_focus(1);
  let now = 0;
  for (const [width, height, ratio] of WINDOWS) {
    wasm._stowage_resize(width, height, width * ratio, height * ratio);
    wasm._stowage_system_appearance(Number(ratio > 1), Number(ratio > 1)); // one is dark, with high contrast
    wasm._stowage_request_frames();
    for (let frame = 0; frame < FRAMES; ++frame) wasm._stowage_frame((now += FRAME), 1);
    wasm._stowage_frames_due();
    wasm._stowage_frames();
    wasm._stowage_flush(); // also when a page is left, where nothing can be loaded any more
  }
  return { wasm, profile: profileOf(wasm, exports) };
}

/** Newer releases import functions by their exact type, which no browser can do yet, unless that is switched off. */
function withoutDescriptors(run) {
  const option = '--disable-custom-descriptors';
  return run('--help').includes(option) ? [option] : [];
}

/** The functions that were called, in the form of wasm-split. */
function profileOf(wasm, exports) {
  const size = exports.__write_profile(0, 0);
  const place = wasm._malloc(size);
  exports.__write_profile(place, size);
  return wasm.HEAPU8.slice(place, place + size);
}

async function main() {
  const [wasmSplit, folder, name, catalogueFile, output] = process.argv.slice(2);
  if (!output) throw new Error('usage: split-page.mjs WASM_SPLIT FOLDER NAME CATALOGUE OUTPUT');
  mkdirSync(output, { recursive: true });
  const program = join(folder, `${name}.wasm`);
  const counted = join(output, 'counted.wasm');
  const run = (...args) => execFileSync(wasmSplit, ['--all-features', ...args]);
  run(program, '--instrument', '-o', counted);

  globalThis.window = globalThis;
  globalThis.WebGLRenderingContext = class {};
  globalThis.document = { querySelector: () => ({ getContext: () => idleGraphics(), addEventListener() {} }) };
  const { default: createStowage } = await import(pathToFileURL(resolve(folder, `${name}.mjs`)));
  const page = {
    createStowage, wasmBinary: readFileSync(counted), catalogue: readFileSync(catalogueFile, 'utf8'), storage: new Map(),
  };
  const first = await visit(page, '');
  const link = first.wasm.UTF8ToString(first.wasm._stowage_link());
  const fragment = link.slice(link.indexOf('#'));
  const visits = [first, await visit(page, ''), await visit(page, fragment)];
  page.storage.clear();
  visits.push(await visit(page, fragment));
  const profiles = visits.map(({ profile }, i) => {
    const file = join(output, `visit${i}.profile`);
    writeFileSync(file, profile);
    return file;
  });
  const needed = join(output, 'needed.profile');
  run('--merge-profiles', ...profiles, '-o', needed);
  run(program, '--split', '--profile', needed, '-o1', join(output, `${name}.wasm`), '-o2', join(output, `${name}-later.wasm`),
    '--import-namespace', 'first', '--placeholder-namespace', 'later', '--export-prefix', '%', ...withoutDescriptors(run));
}

await main();
