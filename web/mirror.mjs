// SPDX-License-Identifier: MIT
//
// The interface as the browser's accessibility tree sees it: an invisible element with role, name and value over every
// widget that the canvas shows, in tables, lists and dialogs. The mouse goes through to the canvas; a screen reader's click
// presses the widget.
import { structureOf } from './mirror_structure.mjs';

/** Roles that have a name, and what the user chose or typed as content. */
const FIELDS = new Set(['textbox', 'combobox']);
/** Roles that say what they are: the content is all there is. */
const SPOKEN = new Set(['text', 'heading', 'status']);
/** Roles whose name has all of it. */
const NAMED = new Set(['img', 'link']);
/** Roles that ARIA has no such attributes for. */
const PASSIVE = new Set([...SPOKEN, 'img']);
/** Widgets that can take the keyboard without being pressed. Not text fields: they would take it from whom reads on. */
const FOCUSABLE = new Set(['button', 'checkbox', 'combobox']);

const HEADING_LEVEL = '2'; // the page's own heading is the first

function setAttribute(element, name, value) {
  if (value === null) element.removeAttribute(name);
  else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

function setText(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

function describe(element, { path, role, label, value, enabled, focused }, open) {
  const everything = label && value ? `${label}, ${value}` : label || value;
  setText(element, FIELDS.has(role) ? value : SPOKEN.has(role) ? everything : '');
  setAttribute(element, 'aria-label', SPOKEN.has(role) ? null : NAMED.has(role) ? everything : label);
  if (role === 'button' || role === 'menuitem') setAttribute(element, 'aria-description', value || null);
  if (role === 'combobox' || open) setAttribute(element, 'aria-expanded', String(Boolean(open)));
  else element.removeAttribute('aria-expanded');
  setAttribute(element, 'aria-controls', open ? open.id : null);
  if (role === 'status') setAttribute(element, 'aria-live', path === 'notice' ? 'assertive' : 'off');
  if (role === 'tab' || role === 'option') setAttribute(element, 'aria-selected', String(value === 'selected'));
  if (role === 'checkbox') setAttribute(element, 'aria-checked', String(value === 'true'));
  if (role === 'heading') setAttribute(element, 'aria-level', HEADING_LEVEL);
  if (!PASSIVE.has(role)) setAttribute(element, 'aria-disabled', enabled ? null : 'true');
  element.toggleAttribute('data-focused', focused);
}

function place(element, { x, y, width, height }) {
  Object.assign(element.style, { left: `${x}px`, top: `${y}px`, width: `${width}px`, height: `${height}px` });
}

/** Makes `children` the children, and leaves those alone that stay: reading is not interrupted. */
function fill(parent, children) {
  const wanted = new Set(children);
  for (const child of [...parent.childNodes]) if (!wanted.has(child)) child.remove();
  children.forEach((child, at) => {
    if (parent.children[at] !== child) parent.insertBefore(child, parent.children[at] ?? null);
  });
}

/**
 * Gives a function that brings the mirror up to date. items() is the JSON of the widgets, and revision() another number
 * when they are others; press(x, y) clicks the canvas; focus(path) gives the keyboard to a widget.
 */
export function connectMirror({ canvas, textarea, revision, items, press, focus }) {
  const layer = document.getElementById('mirror');
  let shown = NaN; // the revision of what the mirror shows
  let known = new Map(); // elements by role and path
  let next = new Map(); // those of the picture that is being mirrored
  let shownItems = new WeakMap(); // by element

  function made(role) {
    const element = document.createElement('div');
    if (role && role !== 'text') element.setAttribute('role', role); // ARIA has no role for text
    return element;
  }

  function madeWidget(role) {
    const element = made(role);
    element.className = 'widget';
    element.addEventListener('click', () => {
      const { x, y, width, height } = shownItems.get(element).rect;
      canvas.focus({ preventScroll: true });
      press(x + width / 2, y + height / 2);
    });
    if (!FOCUSABLE.has(role)) return element;
    element.tabIndex = -1;
    element.addEventListener('focus', () => {
      canvas.focus({ preventScroll: true });
      focus(shownItems.get(element).path);
    });
    return element;
  }

  /** The element of a node, with a key that no other one of this picture has. */
  function elementOf(name, role, make) {
    const plain = `${role}-${name}`.replace(/\s+/g, '_');
    let key = plain;
    for (let copy = 2; next.has(key); ++copy) key = `${plain}~${copy}`;
    const element = known.get(key) ?? make(role);
    element.id = `mirror-${key}`;
    next.set(key, element);
    return element;
  }

  function widgetOf(item, opener) {
    const element = elementOf(item.path || item.label, item.role, madeWidget);
    shownItems.set(element, item);
    describe(element, item, item === opener?.item ? opener.popup : null);
    place(element, item.rect);
    return element;
  }

  function mirrored(node, opener) {
    if (node.item) return widgetOf(node.item, opener);
    const element = elementOf(node.key, node.role, made);
    if (node.label) setAttribute(element, 'aria-label', node.label);
    if (node.modal) setAttribute(element, 'aria-modal', 'true');
    element.inert = Boolean(node.inert);
    if (node.rect) {
      element.className = 'widget';
      place(element, node.rect);
    }
    if (node.text) setText(element, node.text);
    else fill(element, (node.children ?? []).map((child) => mirrored(child, opener)));
    return element;
  }

  return function update() {
    const now = revision();
    if (now === shown) return;
    shown = now;
    const { nodes, opener } = structureOf(JSON.parse(items()).filter((item) => item.label || item.value));
    next = new Map();
    const [window, ...over] = nodes;
    const above = over.map((node) => mirrored(node)); // first: what opened a popup refers to its element
    fill(layer, [mirrored(window, opener && { item: opener, popup: above[0] }), ...above]);
    known = next;
    const focused = layer.querySelector('[data-focused]');
    setAttribute(canvas, 'aria-activedescendant', focused ? focused.id : null);
    setAttribute(textarea, 'aria-label', focused?.getAttribute('aria-label') ?? 'Text');
  };
}
