// SPDX-License-Identifier: MIT
//
// The page around the canvas: starts the WebAssembly module, runs its frames on demand, and is what the module calls
// for storage, files, clipboard and address (see platform_web.cpp). Publishes globalThis.stowage.
import { followCanvasSize } from './canvas.mjs';
import { missingFeature, showFailure } from './failure.mjs';
import { connectInput } from './input.mjs';

const CATALOGUE = './catalogue.txt';
const GLUE = './stowage-page.mjs';
const WASM = './stowage-page.wasm';
const STORAGE_PREFIX = 'stowage.0.'; // of the plan format: a later one must not read what it cannot understand
const SHOWN_LINK_LIMIT = 32_000; // Chromium shows no longer address, Firefox bookmarks none over 65,536
const FRAMES_PER_GESTURE = 8; // more than ImGui ever needs to work through the events of one gesture

const canvas = document.getElementById('canvas');
const textarea = document.getElementById('text');

let wasm; // the module once it runs
let frameRequest = 0;
let wakeTimer = 0;
let crashed = false;

const seconds = () => performance.now() / 1000;

/** Calls `use` with `text` as a C string. ccall would put a plan of megabytes on the stack. */
function withText(text, use) {
  const size = wasm.lengthBytesUTF8(text) + 1;
  const pointer = wasm._malloc(size);
  wasm.stringToUTF8(text, pointer, size);
  try {
    return use(pointer);
  } finally {
    wasm._free(pointer);
  }
}

const textOf = (pointer) => (pointer ? wasm.UTF8ToString(pointer) : null);

/** Runs something of the module; a crash leaves the plan's text on the page instead of a dead picture. */
function guarded(run) {
  if (crashed) return undefined;
  try {
    return run();
  } catch (error) {
    crashed = true;
    cancelAnimationFrame(frameRequest);
    clearTimeout(wakeTimer);
    showFailure('crash', { error, rescue: host.load('plan') });
    throw error;
  }
}

function drawFrame() {
  frameRequest = 0;
  const wake = guarded(() => wasm._stowage_frame(seconds()));
  if (wake === undefined) return;
  clearTimeout(wakeTimer);
  if (wake === 0) requestFrame();
  else if (Number.isFinite(wake)) wakeTimer = setTimeout(requestFrame, Math.max(0, wake - seconds()) * 1000);
}

function requestFrame() {
  if (!frameRequest && !document.hidden) frameRequest = requestAnimationFrame(drawFrame);
}

/** Something happened: the module may have to answer with frames. */
function poke() {
  if (!wasm || crashed) return;
  wasm._stowage_request_frames();
  requestFrame();
}

/** Draws now instead of at the next refresh, for what browsers allow only inside a gesture: clipboard, keyboard, files. */
function drawNow() {
  for (let i = 0; i < FRAMES_PER_GESTURE; ++i) {
    wasm._stowage_request_frames();
    if (guarded(() => wasm._stowage_frame(seconds())) === undefined) return;
  }
  poke();
}

const darkQuery = matchMedia('(prefers-color-scheme: dark)');

/** What platform_web.cpp calls. */
const host = {
  captured: null, // text of a copy or cut event that is under way
  toHeap(text) {
    if (text === null) return 0;
    const size = wasm.lengthBytesUTF8(text) + 1;
    const pointer = wasm._malloc(size);
    wasm.stringToUTF8(text, pointer, size);
    return pointer;
  },
  copyText(text) {
    if (host.captured !== null) {
      host.captured = text;
      return;
    }
    const refused = () => showFailure('copy', { text });
    if (navigator.clipboard?.writeText) navigator.clipboard.writeText(text).catch(refused);
    else refused();
  },
  load(key) {
    try {
      return localStorage.getItem(STORAGE_PREFIX + key);
    } catch {
      return null; // storage is switched off
    }
  },
  store(key, text) {
    try {
      localStorage.setItem(STORAGE_PREFIX + key, text);
      return true;
    } catch {
      return false; // switched off, or full
    }
  },
  linkBase: () => location.href.split('#')[0],
  showLink(fragment) {
    if (fragment.length > SHOWN_LINK_LIMIT || fragment === location.hash) return;
    try {
      history.replaceState(null, '', fragment);
    } catch {
      // Safari refuses more than 100 changes in 30 seconds; the next save shows it
    }
  },
  chooseFile() {
    const input = Object.assign(document.createElement('input'), { type: 'file', accept: '.yaml,.yml,.json,.txt' });
    input.addEventListener('change', async () => {
      const file = input.files[0];
      if (file) openText(await file.text(), file.name);
    });
    input.click();
  },
  offerFile(name, text) {
    const url = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
    Object.assign(document.createElement('a'), { href: url, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(url), 10_000); // the download has begun by then
  },
  setTitle: (title) => void (document.title = title),
  setSummary: (text) => void (document.getElementById('summary').textContent = text),
  prefersDark: () => darkQuery.matches,
  themeChanged: (dark) => void (document.documentElement.dataset.theme = dark ? 'dark' : 'light'),
  textInput: () => {}, // replaced by input.mjs
  showCursor: () => {},
};

function openText(text, origin) {
  const taken = withText(text, (t) => withText(origin, (o) => guarded(() => wasm._stowage_open(t, o))));
  poke();
  return taken === 1 ? { ok: true } : { ok: false, message: textOf(wasm._stowage_notice()) };
}

function listen() {
  addEventListener('hashchange', () => {
    withText(location.hash, (text) => guarded(() => wasm._stowage_location_changed(text)));
    poke();
  });
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) guarded(() => wasm._stowage_flush());
    else poke();
  });
  addEventListener('pagehide', () => guarded(() => wasm._stowage_flush()));
  addEventListener('dragover', (event) => event.preventDefault());
  addEventListener('drop', async (event) => {
    event.preventDefault();
    const file = event.dataTransfer.files[0];
    if (file) openText(await file.text(), file.name);
  });
  canvas.addEventListener('webglcontextlost', (event) => {
    event.preventDefault(); // else the browser never restores it
    wasm._stowage_context_lost();
  });
  canvas.addEventListener('webglcontextrestored', () => {
    wasm._stowage_context_restored();
    poke();
  });
}

async function start() {
  const missing = missingFeature();
  if (missing) return showFailure(missing);
  const catalogue = fetch(new URL(CATALOGUE, import.meta.url)).then((response) => {
    if (!response.ok) throw new Error(`catalogue: ${response.status}`);
    return response.text();
  });
  const locateFile = () => new URL(WASM, import.meta.url).href;
  const { default: createStowage } = await import(GLUE); // here, so that a failure to load it is told
  wasm = await createStowage({ host, locateFile });
  const problem = withText(await catalogue, (text) =>
    withText(location.hash, (hash) => textOf(wasm._stowage_start(text, hash))));
  if (problem) throw new Error(problem);
  connectInput({ wasm, canvas, textarea, host, poke, drawNow, withText });
  listen();
  await followCanvasSize(canvas, (width, height, pixelWidth, pixelHeight) => {
    wasm._stowage_resize(width, height, pixelWidth, pixelHeight);
    cancelAnimationFrame(frameRequest);
    drawFrame(); // in the same task: setting the size has cleared the canvas
  });
  document.documentElement.dataset.state = 'ready';
}

globalThis.stowage = {
  /** Resolves after the first frame, rejects when the page cannot start. */
  ready: start().catch((error) => {
    showFailure('load', { error });
    throw error;
  }),
  get version() {
    return wasm ? textOf(wasm._stowage_version()) : null;
  },
  getPlan: () => textOf(wasm._stowage_plan()),
  /** YAML, JSON or a link; replaces the plan, undoably. {ok: true} or {ok: false, message}. */
  setPlan: (text) => openText(text, 'text'),
  estimate: () => JSON.parse(textOf(wasm._stowage_estimate())),
  link: () => textOf(wasm._stowage_link()),
  /** How many frames were drawn so far. */
  frames: () => wasm._stowage_frames(),
  /** Every widget as it was drawn last: path, role, label, value, and its rectangle in CSS pixels. */
  items: () => JSON.parse(textOf(wasm._stowage_items())),
};
globalThis.stowage.ready.catch(() => {}); // told on the page already
