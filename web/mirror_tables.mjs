// SPDX-License-Identifier: MIT
//
// The tables of the picture as nodes, see mirror_structure.mjs: rows, columns and their headers follow from the paths and
// labels of the fields.

/** The tables, by the list of the plan that they show: their name, and what stands in a row of them. */
const TABLES = {
  servers: ['Servers', 'Server'], services: ['Services', 'Service'], managed: ['Managed services', 'Managed service'],
  load: ['Load', 'Service'],
};
/** Headers of columns that hold no field whose label they could take. */
const FIGURES = {
  'cost-per-month': 'USD a month', 'cpu-of-all': 'CPU of all replicas', 'memory-of-all': 'Memory of all replicas',
  busy: 'Busy', cpu: 'CPU in use', response: 'Response time', needed: 'Replicas needed', binding: 'Runs out first',
};
const ACTIONS = 'actions'; // the column of the buttons
const NAME = 'title'; // the column of the row headers
const HANDLE = 'row'; // the column of the boxes that select rows
const HEADER_HEIGHT = 16; // CSS pixels: the headers of the picture are no widgets, those of the mirror stand above the rows

/** The node of a widget. */
export const leaf = (item) => ({ role: item.role, item });
/** "cost-per-month" as words: "Cost per month". */
export const words = (name) => name.replace(/[-_/]/g, ' ').replace(/^[a-z]/, (letter) => letter.toUpperCase());

/** Which table, row and column a widget is in; nothing when it is in none. */
export function cellOf({ path, role }) {
  const [, environment, list, row, rest] =
    /^(?:load)?\/environments\/([^/]+)\/(servers|services|managed)\/([^/]+)\/(.+)$/.exec(path) ?? [];
  if (!rest) return null;
  const [, ofLoad] = /^load(?:\/|$)(.*)/.exec(rest) ?? [];
  const [, field, part] = /^([^/=]+)(?:\/([^/]+))?/.exec(ofLoad ?? rest) ?? [undefined, NAME];
  const column = field === 'bars' ? `bars/${part}` : role === 'button' ? ACTIONS : field;
  return { environment, list: ofLoad === undefined ? list : 'load', row, column };
}

function headerOf(column, list, cells) {
  if (column === NAME) return TABLES[list][1];
  if (column === ACTIONS) return 'Actions';
  if (column === HANDLE) return 'Selected';
  if (column.startsWith('bars/')) return `Use of ${column.slice('bars/'.length).replace('cpu', 'CPU')}`;
  const field = cells.find(({ role }) => role !== 'text' && role !== 'status');
  return field?.label || FIGURES[column] || words(column);
}

/** The columns of all rows, each after the one that it follows in its row. */
function columnsOf(rows) {
  const columns = [NAME];
  for (const cells of rows.values()) {
    let at = 0;
    for (const column of cells.keys()) {
      const known = columns.indexOf(column);
      at = known < 0 ? at + 1 : known;
      if (known < 0) columns.splice(at, 0, column);
    }
  }
  return columns;
}

/** The table of widgets that are all in one. */
export function tableOf(items) {
  const { environment, list } = cellOf(items[0]);
  const rows = new Map(); // by name, each with its widgets by column
  for (const item of items) {
    const { row, column } = cellOf(item);
    const cells = rows.get(row) ?? rows.set(row, new Map()).get(row);
    cells.set(column, [...cells.get(column) ?? [], item]);
  }
  const key = `table-${environment}-${list}`;
  const columns = columnsOf(rows);
  const top = Math.min(...items.map(({ rect }) => rect.y)) - HEADER_HEIGHT;
  const headers = columns.map((column) => {
    const cells = [...rows.values()].flatMap((row) => row.get(column) ?? []);
    const { x, width } = (cells[0] ?? items[0]).rect;
    return { key: `${key}-${column}`, role: 'columnheader', text: headerOf(column, list, cells),
      rect: { x, y: top, width, height: HEADER_HEIGHT } };
  });
  const body = [...rows].map(([row, cells]) => ({
    key: `${key}/${row}`, role: 'row',
    children: columns.map((column) => ({
      key: `${key}/${row}/${column}`, role: column === NAME ? 'rowheader' : 'cell',
      // The line with the name may be scrolled out of view while others of the row are not.
      children: (cells.get(column) ?? []).map(leaf), text: column === NAME && !cells.has(NAME) ? row : '',
    })),
  }));
  return { key, role: 'table', label: TABLES[list][0], children: [{ key: `${key}-headers`, role: 'row', children: headers }, ...body] };
}

/** Rows of the comparison that say something of a provider, by the end of their paths; others are positions of the bill. */
const OF_PROVIDER = { total: 'Total', difference: 'Against the plan', adopt: 'Adopt', dates: 'Prices of' };
const comparedPath = ({ path }) => /^compare\/([^/=]+)(?:\/(.+))?$/.exec(path) ?? [];

/** Whether the widget is in a table of the comparison. */
export function isCompared(item) {
  const [, column, rest] = comparedPath(item);
  return column && (item.role === 'text' ? rest !== 'bar' : rest === 'adopt');
}

/** Puts a widget into a table of providers; null when it begins another one. */
function addCompared(table, item) {
  const [, column, rest] = comparedPath(item);
  if (!rest && table.position) return false;
  if (column === 'position') table.position = rest;
  const name = OF_PROVIDER[rest] ?? table.position;
  const { heads, cells } = name ? table.rows.get(name) ?? table.rows.set(name, { heads: [], cells: new Map() }).get(name)
    : { cells: table.providers };
  if (column === 'position') heads.push(item);
  else cells.set(column, [...cells.get(column) ?? [], item]);
  if (!table.providers.has(column) && column !== 'position') table.providers.set(column, []); // its head is out of view
  return true;
}

/** Tables of a few providers each, as the picture has them. */
export function comparisonOf(items) {
  const tables = [];
  for (const item of items) {
    if (tables.length > 0 && addCompared(tables[tables.length - 1], item)) continue;
    tables.push({ providers: new Map(), rows: new Map(), position: '' });
    addCompared(tables[tables.length - 1], item);
  }
  return { key: 'compared', role: '', children: tables.map((table, at) => comparedTable(table, `table-compared-${at}`, items[0])) };
}

function comparedTable({ providers, rows }, key, { rect }) {
  const headOf = (end, role, heads, text) => ({ key: `${key}${end}`, role, children: heads.map(leaf),
    ...(heads.length === 0 && { text, rect: { ...rect, x: 0, width: HEADER_HEIGHT } }) });
  const children = [{ key: `${key}/`, role: 'row', children: [headOf('-position', 'columnheader', [], 'USD a month'),
    ...[...providers].map(([provider, heads]) => headOf(`-${provider}`, 'columnheader', heads, words(provider)))] }];
  for (const [name, { heads, cells }] of rows) {
    const body = [...providers.keys()].map((provider) => ({
      key: `${key}/${name}/${provider}`, role: 'cell', children: (cells.get(provider) ?? []).map(leaf) }));
    children.push({ key: `${key}/${name}`, role: 'row', children: [headOf(`/${name}/`, 'rowheader', heads, name), ...body] });
  }
  return { key, role: 'table', label: 'Providers compared', children };
}

/** Columns of two plans side by side, by the end of a widget's path. */
const SIDES = ['before', 'after', 'change'];

/** Which environment, row and column of two plans side by side the widget is in; nothing when it is in none. */
export function sideOf({ path, role }) {
  const [, environment, row, column] = /^sides\/(in\/[^/]+|all)\/(\d+)\/(before|after|change)$/.exec(path) ?? [];
  return column && role === 'text' ? { environment, row, column } : null;
}

/** The table of an environment, called `label`. Each widget has the names of its row and its column as its label. */
export function sidesOf(items, label) {
  const rows = new Map(); // by number, each with its widgets by column
  const heads = new Map(SIDES.map((column) => [column, '']));
  for (const item of items) {
    const { row, column } = sideOf(item);
    const [, name, head] = /^([^]*?), ([^]*)$/.exec(item.label);
    (rows.get(row) ?? rows.set(row, { name, cells: new Map() }).get(row)).cells.set(column, item);
    heads.set(column, head);
  }
  const key = `sides-${sideOf(items[0]).environment}`;
  const headers = [['figure', 'Figure'], ...heads].map(([column, text]) => ({ key: `${key}-${column}`, role: 'columnheader', text }));
  const body = [...rows].map(([row, { name, cells }]) => ({
    key: `${key}/${row}`, role: 'row',
    children: [{ key: `${key}/${row}/figure`, role: 'rowheader', text: name }, ...SIDES.map((column) => ({
      key: `${key}/${row}/${column}`, role: 'cell', children: cells.has(column) ? [leaf(cells.get(column))] : [] }))],
  }));
  return { key, role: 'table', label, children: [{ key: `${key}-headers`, role: 'row', children: headers }, ...body] };
}
