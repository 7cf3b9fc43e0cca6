// SPDX-License-Identifier: MIT
//
// What stands beside the canvas, for screen readers and printers, and instead of it in browsers without WebGL. Each gives
// functions to call when something may have changed.
import { connectFigures } from './figures.mjs';
import { connectMirror } from './mirror.mjs';
import { connectReport } from './report.mjs';
import { siteStyle } from './site_files.mjs';

const styled = () => Promise.all([siteStyle('./readers.css'), siteStyle('./print.css')]);

function reportView({ wasm, canvas, running, textOf, withText, guarded, poke, notice = () => '' }) {
  const step = (run) => () => {
    guarded(run);
    poke();
  };
  return [
    connectReport({
      revision: () => wasm._stowage_report_revision(), markdown: () => (running() ? textOf(wasm._stowage_report()) : ''),
      finish: () => running() && wasm._stowage_finish_estimate(),
    }),
    connectFigures({
      report: document.getElementById('report'),
      revision: () => (running() ? wasm._stowage_form_revision() : -1),
      form: () => (running() ? textOf(wasm._stowage_figure_form()) : '{"environments":[]}'),
      tables: (name) => withText(name, (text) => textOf(wasm._stowage_figure_tables(text))),
      change(path, text) {
        const refusal = withText(path, (pointer) => withText(text, (typed) =>
          guarded(() => textOf(wasm._stowage_set_field(pointer, typed)))));
        poke();
        return refusal;
      },
      undo: step(() => wasm._stowage_undo()), redo: step(() => wasm._stowage_redo()),
      back: () => canvas.focus({ preventScroll: true }),
      notice,
    }),
  ];
}

/** The report and the fields above it. */
export async function connectReportView(page) {
  await styled();
  return reportView(page);
}

/** All of it. */
export async function connectReaders(page) {
  await styled();
  const { wasm, canvas, textarea, running, textOf, withText, poke, drawNow } = page;
  const mirror = connectMirror({
    canvas, textarea, revision: () => (running() ? wasm._stowage_items_revision() : -1), items: () => (running() ? textOf(wasm._stowage_items()) : '[]'),
    press(x, y) {
      wasm._stowage_pointer(x, y, 1); // as a finger, which selects row by row without Ctrl
      wasm._stowage_button(0, 1);
      wasm._stowage_button(0, 0);
      drawNow();
    },
    focus(path) {
      withText(path, (text) => wasm._stowage_focus_item(text));
      poke();
    },
  });
  return [mirror, ...reportView(page)];
}
