// SPDX-License-Identifier: MIT
//
// The interface as the browser's accessibility tree sees it: an invisible element with role, name and value over every
// widget that the canvas shows. The mouse goes through to the canvas; a screen reader's click presses the widget.

/** Roles that ARIA allows only inside another one. */
const PARENTS = { tab: 'tablist', menuitem: 'menu', option: 'listbox' };
/** Roles that have a name, and what the user chose or typed as content. */
const FIELDS = new Set(['textbox', 'combobox']);
/** Roles that say what they are: the content is all there is. */
const SPOKEN = new Set(['text', 'heading', 'status']);
/** Roles that ARIA has no such attributes for. */
const PASSIVE = new Set(['text', 'heading', 'status', 'img']);

const HEADING_LEVEL = '2'; // the page's own heading is the first

function setAttribute(element, name, value) {
  if (value === null) element.removeAttribute(name);
  else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

function describe(element, item) {
  const { path, role, label, value, enabled, focused } = item;
  const everything = value ? `${label}, ${value}` : label;
  const content = FIELDS.has(role) ? value : SPOKEN.has(role) ? everything : '';
  if (element.textContent !== content) element.textContent = content;
  setAttribute(element, 'aria-label', SPOKEN.has(role) ? null : role === 'img' ? everything : label);
  if (role === 'combobox') setAttribute(element, 'aria-expanded', 'false'); // an open one is a listbox of its own
  if (role === 'status') setAttribute(element, 'aria-live', path === 'notice' ? 'assertive' : 'off');
  if (role === 'tab') setAttribute(element, 'aria-selected', String(value === 'selected'));
  if (role === 'checkbox') setAttribute(element, 'aria-checked', String(value === 'true'));
  if (role === 'heading') setAttribute(element, 'aria-level', HEADING_LEVEL);
  if (!PASSIVE.has(role)) setAttribute(element, 'aria-disabled', enabled ? null : 'true');
  element.toggleAttribute('data-focused', focused);
}

function place(element, { x, y, width, height }) {
  Object.assign(element.style, { left: `${x}px`, top: `${y}px`, width: `${width}px`, height: `${height}px` });
}

/** The elements in drawing order, those that need a parent inside one. */
function grouped(items, elements) {
  const children = [];
  let group = null;
  items.forEach((item, i) => {
    const parent = PARENTS[item.role];
    if (!parent) {
      group = null;
      children.push(elements[i]);
      return;
    }
    if (group?.getAttribute('role') !== parent) {
      group = document.createElement('div');
      group.setAttribute('role', parent);
      children.push(group);
    }
    group.append(elements[i]);
  });
  return children;
}

/**
 * Gives a function that brings the mirror up to date. items() is the JSON of the widgets; press(x, y) clicks the canvas.
 */
export function connectMirror({ canvas, textarea, items, press }) {
  const layer = document.getElementById('mirror');
  let shown = ''; // the JSON that the mirror shows
  let order = ''; // of its elements: they stay in the document as long as it does, so that reading is not interrupted
  let elements = new Map(); // by role and path
  let rects = new WeakMap();

  function elementOf(key, item) {
    const known = elements.get(key);
    if (known) return known;
    const element = document.createElement('div');
    element.setAttribute('role', item.role);
    element.id = `mirror-${key}`;
    element.addEventListener('click', () => {
      const { x, y, width, height } = rects.get(element);
      canvas.focus({ preventScroll: true });
      press(x + width / 2, y + height / 2);
    });
    return element;
  }

  return function update() {
    const json = items();
    if (json === shown) return;
    shown = json;
    const drawn = JSON.parse(json).filter((item) => item.label || item.value);
    const next = new Map();
    for (const item of drawn) {
      const plain = `${item.role}-${item.path || item.label}`.replace(/\s+/g, '_');
      let key = plain;
      for (let copy = 2; next.has(key); ++copy) key = `${plain}~${copy}`;
      const element = elementOf(key, item);
      describe(element, item);
      place(element, item.rect);
      rects.set(element, item.rect);
      next.set(key, element);
    }
    elements = next;
    const nextOrder = [...next.keys()].join('\n');
    if (nextOrder !== order) layer.replaceChildren(...grouped(drawn, [...next.values()]));
    order = nextOrder;
    const focused = layer.querySelector('[data-focused]');
    setAttribute(canvas, 'aria-activedescendant', focused ? focused.id : null);
    setAttribute(textarea, 'aria-label', focused?.getAttribute('aria-label') ?? 'Text');
  };
}
