// SPDX-License-Identifier: MIT
//
// The main figures of the plan as fields of the document, above the report: for whoever reads the report, and for browsers
// without WebGL. What is typed goes where the fields of the canvas go, and is refused as it is there.

const ADVICE = 'CPU in cores, such as 0.5, or shared; memory with its unit, such as 512 MiB; arrivals such as 40/s. What is '
  + 'changed is saved at once, and can be undone.';

function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

function setText(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/** A cell with a field, and room for why it was refused. */
function makeField(path, label) {
  const input = make('input', {
    type: 'text', 'aria-label': label, 'data-path': path, autocomplete: 'off', autocapitalize: 'off', spellcheck: 'false',
  });
  const refusal = make('p', { class: 'refusal', id: `refusal-${path}` });
  return make('td', {}, input, refusal);
}

/** Brings a field up to date; what is being typed in it stays. */
function showField(cell, { text, refusal, accepted }) {
  const [input, told] = cell.children;
  const isTyped = document.activeElement === input && input.value !== input.dataset.given;
  if (!isTyped && input.value !== text) input.value = text;
  if (!isTyped) input.dataset.given = text;
  setText(told, refusal ? `${refusal}. Accepted: ${accepted}` : '');
  if (!refusal) {
    input.removeAttribute('aria-invalid');
    input.removeAttribute('aria-describedby');
  } else {
    input.setAttribute('aria-invalid', 'true');
    input.setAttribute('aria-describedby', told.id);
  }
}

function makeTable({ title, columns, rows }) {
  const head = make('tr', {}, ...[title, ...columns].map((column) => make('th', { scope: 'col' }, column)));
  const body = rows.map((row) => make('tr', {}, make('th', { scope: 'row' }, row.title),
    ...row.fields.map(({ path }, column) => makeField(path, `${columns[column]}, ${row.title}`))));
  return make('div', { class: 'wide' }, make('table', {}, make('thead', {}, head), make('tbody', {}, ...body)));
}

/** What tables must be made anew for: everything but the texts in their fields. */
const shapeOf = (tables) => JSON.stringify(tables, (key, value) => (key === 'text' || key === 'refusal' || key === 'accepted' ? undefined : value));

/** The environment's tables in `place`, made anew only when their rows have changed. */
function showTables(place, tables) {
  const shape = shapeOf(tables);
  if (place.dataset.shape !== shape) {
    const focused = place.contains(document.activeElement) ? document.activeElement.dataset.path : null;
    place.replaceChildren(...tables.map(makeTable));
    place.dataset.shape = shape;
    if (focused) place.querySelector(`[data-path="${CSS.escape(focused)}"]`)?.focus();
  }
  const fields = tables.flatMap(({ rows }) => rows.flatMap((row) => row.fields));
  place.querySelectorAll('td').forEach((cell, at) => showField(cell, fields[at]));
}

function setStep(button, verb, label) {
  setText(button, label ? `${verb}: ${label}` : verb);
  button.setAttribute('aria-disabled', String(!label)); // not disabled: that would take the focus away
}

/**
 * Puts the fields before everything in `report`; gives a function that brings them up to date. form() and tables(name) are
 * the JSON of session/figure_form.hpp, which stays the same while revision() does; change(path, text) says why not, or null;
 * undo(), redo() take a step; back() gives the keyboard to the canvas; notice() is a message of the program, or empty.
 */
export function connectFigures({ report, revision, form, tables, change, undo, redo, back, notice }) {
  const status = make('p', { role: 'status' });
  const leave = make('button', { type: 'button', class: 'back' }, 'Back to the planner');
  const [undoButton, redoButton] = ['Undo', 'Redo'].map((verb) => make('button', { type: 'button' }, verb));
  const list = make('div');
  report.prepend(make('section', { id: 'figures', 'aria-labelledby': 'figures-title' },
    make('h2', { id: 'figures-title' }, 'Main figures'), make('p', {}, ADVICE),
    make('p', {}, leave, undoButton, redoButton), status, list));
  const environments = new Map(); // name to its <details>
  let shownNotice = '';
  let shownForm = NaN; // its revision

  function environmentOf({ name, title }) {
    if (!environments.has(name)) {
      const place = make('div');
      const details = make('details', {}, make('summary'), place);
      details.addEventListener('toggle', showForm);
      environments.set(name, details);
    }
    const details = environments.get(name);
    setText(details.firstChild, title);
    return details;
  }

  function showForm() {
    const state = JSON.parse(form());
    setStep(undoButton, 'Undo', state.undo);
    setStep(redoButton, 'Redo', state.redo);
    const shown = state.environments.map(environmentOf);
    if (shown.length !== list.children.length || shown.some((details, at) => list.children[at] !== details))
      list.replaceChildren(...shown);
    for (const { name } of state.environments) {
      const details = environments.get(name);
      if (details.open) showTables(details.lastChild, JSON.parse(tables(name)).tables);
    }
  }

  function update() {
    const now = revision();
    if (now !== shownForm) showForm();
    shownForm = now;
    if (notice() !== shownNotice) setText(status, shownNotice = notice());
  }

  list.addEventListener('change', ({ target }) => {
    target.dataset.given = target.value;
    const refusal = change(target.dataset.path, target.value);
    setText(status, refusal ? `Not taken: ${refusal}` : `Done: ${JSON.parse(form()).undo}`);
    update();
  });
  for (const [button, step] of [[undoButton, undo], [redoButton, redo]]) {
    button.addEventListener('click', () => {
      if (button.getAttribute('aria-disabled') === 'true') return;
      setText(status, `Done: ${button.textContent}`);
      step();
      update();
    });
  }
  leave.addEventListener('click', back);
  report.addEventListener('keydown', (event) => event.key === 'Escape' && back());
  return update;
}
