// SPDX-License-Identifier: MIT
//
// What the page says, in the document itself, when the canvas cannot.

const MESSAGES = {
  'no-webassembly': ['This browser has no WebAssembly',
    'Stowage needs it. Use a current browser, or the desktop or command line tool, which do the same.'],
  'no-webgl': ['This browser gives no WebGL 2',
    'Stowage draws with it, so the plan is a report here, with its main figures to change. For all the rest, switch on ' +
    'hardware acceleration, or use another browser, the desktop or the command line tool.'],
  load: ['Stowage could not be loaded',
    'A part of the page is missing or was cut on the way. Reload; if that does not help, tell whoever runs this site.'],
  crash: ['Stowage has stopped',
    'Your plan was saved up to a second before. Copy its text below, then reload.'],
  graphics: ['The graphics card is away',
    'It usually comes back by itself. If it does not, reload: your plan is saved in this browser.'],
  copy: ['Copy this text',
    'The browser does not let the page use the clipboard. Select all and copy.'],
};

/** Messages over a page that works on. */
const PASSING = new Set(['copy', 'graphics']);

const failureBox = () => document.getElementById('failure');

/** The name of the failure when the browser lacks something, else null. */
export function missingFeature() {
  if (typeof WebAssembly !== 'object') return 'no-webassembly';
  // A canvas of its own: asking for a context binds a canvas to it.
  return document.createElement('canvas').getContext('webgl2') ? null : 'no-webgl';
}

/** Shows a message over the page. `text` or `rescue` is offered for copying. */
export function showFailure(name, { error, text, rescue } = {}) {
  const [title, advice] = MESSAGES[name];
  const box = failureBox();
  const heading = Object.assign(document.createElement('h2'), { textContent: title });
  const paragraph = Object.assign(document.createElement('p'), { textContent: advice });
  box.replaceChildren(heading, paragraph);
  if (error) box.append(Object.assign(document.createElement('pre'), { textContent: String(error) }));
  const offered = text ?? rescue;
  if (offered) {
    const area = Object.assign(document.createElement('textarea'), { value: offered, readOnly: true, rows: 6 });
    area.setAttribute('aria-label', 'Text to copy');
    box.append(area);
    queueMicrotask(() => area.select());
  }
  if (name === 'copy') {
    const close = Object.assign(document.createElement('button'), { type: 'button', textContent: 'Close' });
    close.addEventListener('click', () => hideFailure('copy'));
    box.append(close);
  }
  box.dataset.name = name;
  box.hidden = false;
  if (!PASSING.has(name)) document.documentElement.dataset.state = name;
}

/** Takes away a message that is shown; every other one stays. */
export function hideFailure(name) {
  const box = failureBox();
  if (box.dataset.name !== name) return;
  box.hidden = true;
  document.getElementById('canvas').focus({ preventScroll: true });
}
