// SPDX-License-Identifier: MIT
//
// The page around the canvas: starts the WebAssembly module and runs its frames on demand. Publishes
// globalThis.stowage.
import { takeFirstLink } from './address.mjs';
import { followCanvasSize } from './canvas.mjs';
import { hideFailure, missingFeature, showFailure } from './failure.mjs';
import { connectInput } from './input.mjs';
import { contrastQuery, darkQuery, makePlatform, PLAN, textOfFile } from './platform.mjs';
import { siteFile } from './site_files.mjs';
import { LONGEST_TEXT } from './text_limit.mjs';
import { twoParts } from './two_parts.mjs';

const CATALOGUE = './catalogue.txt';
const WASM = './stowage-page.wasm';
const WASM_LATER = './stowage-page-later.wasm';
const LETTERS = ['./inter-regular-letters.otf', './inter-semibold-letters.otf'];
const FRAMES_PER_GESTURE = 8; // more than ImGui ever needs to work through the events of one gesture
const SETTLES_WITHIN = 0.008; // seconds: half of what lies between two refreshes
const CONTEXT_RETURNS_WITHIN = 5_000; // milliseconds: drivers that restart are back in one or two seconds
const OBSERVE_AFTER = 100; // milliseconds: what stands beside the canvas follows at most ten times a second

const canvas = document.getElementById('canvas');
const textarea = document.getElementById('text');

let wasm; // the module once it is loaded
let started = false; // the module has a plan
let crashed = false;
let windowless = false; // there is no WebGL, and nothing is drawn
let frameRequest = 0;
let wakeTimer = 0;
let nextFrame = 0; // when it is due, in seconds of performance.now(); infinite for not before the next event
let observeTimer = 0;
let complete = false; // what comes after the first frame is there
const observers = []; // told when the picture has come to rest

const seconds = () => performance.now() / 1000;
const textOf = (pointer) => (pointer ? wasm.UTF8ToString(pointer) : null);

/** A C string that the caller frees; null for null. ccall would put a plan of megabytes on the stack. */
function toHeap(text) {
  if (text === null) return 0;
  const size = wasm.lengthBytesUTF8(text) + 1;
  const pointer = wasm._malloc(size);
  wasm.stringToUTF8(text, pointer, size);
  return pointer;
}

/** Calls `use` with `text` as a C string. */
function withText(text, use) {
  const pointer = toHeap(text);
  try {
    return use(pointer);
  } finally {
    wasm._free(pointer);
  }
}

const host = makePlatform({ toHeap, openFile, tellError });

/** Runs something of the module; a crash leaves the plan's text on the page instead of a dead picture. */
function guarded(run) {
  if (crashed) return undefined;
  try {
    return run();
  } catch (error) {
    crashed = true;
    cancelAnimationFrame(frameRequest);
    clearTimeout(wakeTimer);
    showFailure('crash', { error, rescue: host.planText });
    throw error;
  }
}

function tellObservers() {
  observeTimer = 0;
  for (const observe of observers) observe();
}

/** When the next frame is due: 0 for at once, in seconds, infinite for not before the next event. */
function scheduleFrame(wake) {
  clearTimeout(wakeTimer);
  nextFrame = wake;
  if (wake === 0) return requestFrame();
  if (Number.isFinite(wake)) wakeTimer = setTimeout(requestFrame, Math.max(0, wake - seconds()) * 1000);
  if (observers.length > 0 && !observeTimer) observeTimer = setTimeout(tellObservers, OBSERVE_AFTER);
}

const frame = (seen) => guarded(() => wasm._stowage_frame(seconds(), seen));

/** Of the frames that an event needs to settle only the last is seen, where the others take no time to speak of. */
function drawFrame() {
  frameRequest = 0;
  const end = seconds() + SETTLES_WITHIN;
  while (wasm._stowage_frames_due() > 1 && seconds() < end && frame(0) === 0);
  const wake = frame(1);
  if (wake !== undefined) scheduleFrame(wake);
}

function requestFrame() {
  if (!frameRequest && !document.hidden && !windowless) frameRequest = requestAnimationFrame(drawFrame);
}

/** Seconds until the page does something of itself: 0 while it has work, infinite when it waits for an event. */
function restsFor() {
  if (!complete || frameRequest || observeTimer) return 0;
  return Math.max(0, nextFrame - seconds());
}

/** Something happened: the module may have to answer with frames. */
function poke() {
  if (!started || crashed) return;
  wasm._stowage_request_frames();
  if (document.hidden || windowless) flush(); // no frame comes that would save what has changed
  else requestFrame();
  if (!windowless) return;
  wasm._stowage_finish_estimate(); // as the frame after a change does
  tellObservers();
}

/** Saves what has changed. */
function flush() {
  if (started) guarded(() => wasm._stowage_flush());
}

/**
 * Works through what happened now instead of at the next refresh, for what browsers allow only inside a gesture:
 * clipboard, keyboard, files. What comes of it is seen at the next refresh.
 */
function drawNow() {
  wasm._stowage_request_frames();
  let wake = 0;
  for (let i = 0; i < FRAMES_PER_GESTURE && wake === 0; ++i) wake = frame(0);
  if (wake !== undefined) scheduleFrame(0);
}

/** YAML, JSON or a link replaces the plan, undoably. */
function openText(text, origin) {
  if (typeof text !== 'string') return { ok: false, message: `${origin}: a plan is a text, this is ${typeof text}` };
  const start = text.slice(0, LONGEST_TEXT);
  const bytes = wasm.lengthBytesUTF8(start); // told, because a zero byte may stand before the end
  const taken = withText(start, (plan) =>
    withText(origin, (from) => guarded(() => wasm._stowage_open(plan, bytes, from))));
  poke();
  return taken === 1 ? { ok: true } : { ok: false, message: textOf(wasm._stowage_notice()) };
}

function tellError(message) {
  withText(message, (text) => guarded(() => wasm._stowage_notify_error(text)));
  poke();
}

async function openFile(file) {
  try {
    openText(await textOfFile(file), file.name);
  } catch { // a folder, a file that is gone, a disk that fails
    tellError(`${file.name} cannot be read`);
  }
}

function followContext() {
  let patience = 0;
  canvas.addEventListener('webglcontextlost', (event) => {
    event.preventDefault(); // else the browser never restores it
    wasm._stowage_context_lost();
    patience = setTimeout(() => showFailure('graphics'), CONTEXT_RETURNS_WITHIN);
  });
  canvas.addEventListener('webglcontextrestored', () => {
    clearTimeout(patience);
    hideFailure('graphics');
    wasm._stowage_context_restored();
    poke();
  });
}

function followPage() {
  addEventListener('hashchange', () => {
    withText(location.hash, (text) => guarded(() => wasm._stowage_location_changed(text)));
    poke();
  });
  addEventListener('storage', () => {
    guarded(() => wasm._stowage_storage_changed());
    if (!document.hidden) poke();
  });
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) flush();
    else poke();
  });
  addEventListener('pagehide', flush);
  for (const query of [darkQuery, contrastQuery]) {
    query.addEventListener('change', () => {
      wasm._stowage_system_appearance(darkQuery.matches ? 1 : 0, contrastQuery.matches ? 1 : 0);
      requestFrame();
    });
  }
  addEventListener('dragover', (event) => event.preventDefault());
  addEventListener('drop', (event) => {
    event.preventDefault();
    const [file] = event.dataTransfer.files;
    if (file) openFile(file);
  });
}

/** What the parts beside the canvas need of this one. */
const page = () => ({
  wasm, canvas, textarea, running: () => started && !crashed, textOf, withText, guarded, poke, drawNow,
});

/** What screen readers and printers get. Nobody waits for it, so it comes after the first frame. */
async function loadReaders() {
  const { connectReaders } = await import('./readers.mjs');
  observers.push(...await connectReaders(page()));
  tellObservers();
}

/** Letters that the interface itself needs not, but a plan may: they come after the first frame, too. */
async function loadLetters() {
  const fonts = await Promise.all(LETTERS.map((file) => siteFile(file).then((response) => response.arrayBuffer())));
  if (crashed) return;
  const pointers = fonts.map((font) => wasm._malloc(font.byteLength));
  fonts.forEach((font, i) => wasm.HEAPU8.set(new Uint8Array(font), pointers[i]));
  guarded(() => wasm._stowage_add_letters(...pointers.flatMap((pointer, i) => [pointer, fonts[i].byteLength])));
  pointers.forEach((pointer) => wasm._free(pointer));
  poke();
}

/** Without WebGL 2 a plan can still be read, and its main figures changed. */
async function startWithoutWindow(catalogue, loadLater) {
  const [{ connectReportView }] = await Promise.all([import('./readers.mjs'), loadLater()]);
  startPlan(catalogue, (prices, link) => wasm._stowage_start_without_window(prices, link));
  windowless = true;
  followPage();
  observers.push(...await connectReportView({ ...page(), notice: () => textOf(wasm._stowage_notice()) }));
  tellObservers();
}

const fetchCatalogue = () => siteFile(CATALOGUE).then((response) => response.text());

/** The module with its first part, and what brings the other. */
function loadModule() {
  return new Promise((resolve, reject) => {
    const { instantiate, loadLater } = twoParts({ first: WASM, later: WASM_LATER, failed: reject });
    import('./stowage-page.mjs') // here, so that a failure to load it is told
      .then(({ default: createStowage }) => createStowage({ host, instantiateWasm: instantiate }))
      .then((module) => resolve([module, loadLater]), reject);
  });
}

/** The page is complete without: nothing is said when it fails. */
function followVersions() {
  import('./versions.mjs').then(({ keepForOffline }) => keepForOffline(flush)).catch(() => {});
}

/** What this browser lacks, as the failure that start() ends in. */
const lacking = (feature) => Object.assign(new Error(feature), { feature });

function startPlan(catalogue, run) {
  const opened = takeFirstLink();
  host.planText = opened ? new URL(opened, location.href).href : host.load(PLAN);
  const problem = withText(catalogue, (prices) => withText(opened, (link) => textOf(run(prices, link))));
  if (problem) throw new Error(problem);
  started = true;
}

/** What the planner can be used without. */
function loadExtras() {
  const orTell = (loaded, what) => loaded.catch(() => tellError(`${what} did not arrive. Reload the page to try again.`));
  return Promise.all([orTell(loadReaders(), 'What screen readers need'), orTell(loadLetters(), 'Letters of other scripts')]);
}

async function start() {
  const missing = missingFeature();
  if (missing === 'no-webassembly') throw lacking(missing);
  const [[module, loadLater], catalogue] = await Promise.all([loadModule(), fetchCatalogue()]);
  wasm = module;
  // What a service worker has kept costs no waiting, and requests in the middle of a call do not reach it.
  if (navigator.serviceWorker?.controller) await loadLater();
  if (missing) {
    await startWithoutWindow(catalogue, loadLater);
    throw lacking(missing);
  }
  startPlan(catalogue, (prices, link) => wasm._stowage_start(prices, link));
  connectInput({ wasm, canvas, textarea, host, poke, drawNow, withText, openText });
  followContext();
  followPage();
  await followCanvasSize(canvas, (width, height, pixelWidth, pixelHeight) => {
    wasm._stowage_resize(width, height, pixelWidth, pixelHeight);
    cancelAnimationFrame(frameRequest);
    drawFrame(); // in the same task: setting the size has cleared the canvas
  });
  document.documentElement.dataset.state = 'ready';
  if (document.activeElement === document.body) canvas.focus({ preventScroll: true }); // keys work from the start
  setTimeout(() => loadLater().then(loadExtras, (error) => showFailure('load', { error })).then(followVersions)
    .then(() => { complete = true; }));
}

function running() {
  if (!started) throw new Error('Stowage has not started: await stowage.ready');
  return wasm;
}

globalThis.stowage = {
  /** Resolves after the first frame, rejects when the page cannot start. */
  ready: start().catch((error) => {
    showFailure(error.feature ?? 'load', error.feature ? {} : { error });
    followVersions(); // a newer one may mend it
    throw error;
  }),
  get version() {
    return started ? textOf(wasm._stowage_version()) : null;
  },
  getPlan: () => textOf(running()._stowage_plan()),
  /** YAML, JSON or a link; replaces the plan, undoably. {ok: true} or {ok: false, message}. */
  setPlan: (text) => running() && openText(text, 'text'),
  estimate: () => JSON.parse(textOf(running()._stowage_estimate())),
  link: () => textOf(running()._stowage_link()),
  /** How many frames were drawn so far. */
  frames: () => running()._stowage_frames(),
  /** How many seconds from now the page does nothing of itself. */
  restsFor,
  /** Every widget as it was drawn last: path, role, label, value, and its rectangle in CSS pixels. */
  items: () => JSON.parse(textOf(running()._stowage_items())),
};
globalThis.stowage.ready.catch(() => {}); // told on the page already
