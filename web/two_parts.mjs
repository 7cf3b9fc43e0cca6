// SPDX-License-Identifier: MIT
//
// The program comes in two parts: what the first frame runs, and the rest, which nobody waits for. scripts/split-page.mjs
// makes them. A function of the later part that is called before it has arrived brings it at once.
import { siteBytesNow, siteFile } from './site_files.mjs';

/** The names under which the parts import from each other; scripts/split-page.mjs gives them. */
const FROM_LATER = 'later';
const FROM_FIRST = 'first';

/** Also from hosts that call WebAssembly something else. */
async function compiled(response) {
  const again = response.clone();
  try {
    return await WebAssembly.compileStreaming(response);
  } catch {
    return WebAssembly.compile(await again.arrayBuffer());
  }
}

/** instantiate(imports, done) starts the first part, as Emscripten's `instantiateWasm` wants it; loadLater() brings the
 * other. `failed` is told what keeps the first part from starting. */
export function twoParts({ first, later, failed }) {
  let exports = null;
  let complete = false;

  /** Puts the functions of the later part where calls look for them. */
  function join(module) {
    if (complete) return;
    new WebAssembly.Instance(module, { [FROM_FIRST]: exports });
    complete = true;
  }

  /** What stands for function `index` of the table until the later part is there. */
  const placeholder = (index) => (...values) => {
    join(new WebAssembly.Module(siteBytesNow(later)));
    // Newer releases of wasm-split give them a table of their own, behind that of the program.
    return Object.values(exports).filter((value) => value instanceof WebAssembly.Table).pop().get(index)(...values);
  };

  async function start(imports) {
    const placeholders = new Proxy({}, { get: (_, index) => placeholder(Number(index)) });
    const module = await compiled(await siteFile(first));
    // The second is what newer releases of wasm-split call it.
    const deferred = { [FROM_LATER]: placeholders, [`${FROM_LATER}.deferred`]: placeholders };
    return [await WebAssembly.instantiate(module, { ...imports, ...deferred }), module];
  }

  return {
    instantiate(imports, done) {
      start(imports).then(([instance, module]) => {
        exports = instance.exports;
        done(instance, module);
      }).catch(failed);
      return {}; // the exports come later
    },
    loadLater: async () => join(await compiled(await siteFile(later))),
  };
}
