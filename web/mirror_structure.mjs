// SPDX-License-Identifier: MIT
//
// What belongs together among the widgets of a picture, in the words of WAI-ARIA: tables with rows and cells, lists, tabs,
// menus, dialogs. A node is {key, role, ...}: of a widget with its `item`, of a group with its `children`, of a header with
// its `text`; all but widgets may have a `label`.
import { cellOf, comparisonOf, isCompared, leaf, sideOf, sidesOf, tableOf, words } from './mirror_tables.mjs';

/** Roles that ARIA allows only inside another one. */
const PARENTS = { tab: 'tablist', menuitem: 'menu', option: 'listbox' };

/** Lists have an entry for each finding, with what mends it. */
function findingsOf(items, label) {
  const entries = new Map();
  let entry = '';
  for (const item of items) {
    entry = /^findings\/\d+/.exec(item.path)?.[0] ?? (item.role === 'button' ? entry : item.path);
    entries.set(entry, [...entries.get(entry) ?? [], item]);
  }
  const children = [...entries].map(([key, own]) => ({ key: `entry-${key}`, role: 'listitem', children: own.map(leaf) }));
  return { key: 'findings', role: 'list', label, children };
}

function amountsOf(items, label) {
  const children = items.map((item) => ({ key: `entry-${item.role}-${item.path}`, role: 'listitem', children: [leaf(item)] }));
  return { key: `list-${items[0].path}`, role: 'list', label, children };
}

function tabsOf(items, label, parent) {
  const [, row] = /^([^=]+)=/.exec(items[0].path) ?? [];
  const name = parent !== 'tablist' ? label : row ? words(row) : 'Environments';
  return { key: `${parent}-${row ?? items[0].path}`, role: parent, label: name, children: items.map(leaf) };
}

/** What kind of run a widget belongs to, as a text that its neighbours in it share, and what is made of the run. */
function runOf(item) {
  const cell = cellOf(item);
  const parent = PARENTS[item.role];
  if (parent) return [`${parent} ${/^[^=]+(?==)/.exec(item.path)}`, (items, label) => tabsOf(items, label, parent)];
  if (/^(findings\/|rejected)/.test(item.path)) return ['findings', findingsOf];
  if (isCompared(item)) return ['compared', comparisonOf];
  const side = sideOf(item);
  if (side) return [`table of both ${side.environment}`, sidesOf];
  if (cell) return [`table ${cell.environment} ${cell.list}`, tableOf];
  if ((item.role === 'text' && item.value) || item.path.startsWith('environments/')) return ['amounts', amountsOf];
  return [null];
}

function grouped(items, label, alone = () => null) {
  const nodes = [];
  let heading = label;
  for (let at = 0; at < items.length;) {
    const first = at;
    const [kind, make] = alone(items[at]) ?? runOf(items[at]);
    if (items[at].role === 'heading') heading = items[at].label;
    do ++at; while (kind && at < items.length && runOf(items[at])[0] === kind);
    nodes.push(kind ? make(items.slice(first, at), heading) : leaf(items[first]));
    if (kind?.startsWith('table')) heading = ''; // that was what the heading is about
  }
  return nodes;
}

/** A panel or a popup shows one element of the plan: it is no table of several. */
const single = (item) => (cellOf(item) && !PARENTS[item.role] ? [null] : null);

/** The window: tables and answer, and the panel of a service, which is drawn last. */
function windowOf(items) {
  const at = items.findIndex(({ path, role }) => role === 'heading' && path.startsWith('panel/'));
  const [outside, panel] = at < 0 ? [items, []] : [items.slice(0, at), items.slice(at)];
  const nodes = grouped(outside, '');
  if (at >= 0) nodes.push({ key: 'panel', role: 'group', label: `Settings of ${panel[0].label}`, children: grouped(panel, '', single) });
  return { key: 'window', role: '', children: nodes };
}

const POPUP = 'popup';

function popupOf(items, label) {
  const parents = new Set(items.map(({ role }) => PARENTS[role]));
  const [parent] = parents;
  if (parents.size === 1 && parent) return { key: POPUP, role: parent, label, children: items.map(leaf) };
  return { key: POPUP, role: 'dialog', label, children: grouped(items, label, single) };
}

function dialogOf(items) {
  const { label } = items.find(({ role }) => role === 'heading') ?? items[0];
  return { key: 'dialog', role: 'dialog', label, modal: true, children: grouped(items, label, single) };
}

/** The widgets as a tree, in drawing order; the window first, then what lies over it. Tells also which widget a popup
 * belongs to: the one that was drawn before it. */
export function structureOf(items) {
  const on = (surface) => items.filter((item) => item.surface === surface);
  const nodes = [windowOf(on('window'))];
  const popup = on('popup');
  const opener = popup.length > 0 ? items[items.indexOf(popup[0]) - 1] : null;
  if (popup.length > 0) nodes.push(popupOf(popup, opener?.label ?? 'Menu'));
  const dialog = on('dialog');
  if (dialog.length > 0) {
    nodes.push(dialogOf(dialog));
    nodes[0].inert = true;
  }
  return { nodes, opener };
}
