// SPDX-License-Identifier: MIT
//
// The plan as headings and tables of the document itself: for screen readers, printers and browsers without WebGL.
// The text is core's Markdown report; of Markdown it has headings, paragraphs, lists, tables, **bold** and `code`, and
// charts: a line that begins with "<svg ". Words of a plan cannot, as core escapes each "<" of them.

const MOST_OF_THE_TIME = 20; // a report that takes 10 ms is made every 200 ms at most: 5 % of the time

/** Text with **bold**, `code` and backslash escapes. Only text nodes are made: a plan cannot bring elements. */
function inline(text) {
  const nodes = [];
  for (const [, bold, code, escaped, plain] of text.matchAll(/\*\*((?:\\.|[^*])+)\*\*|`([^`]+)`|\\(.)|([^\\*`]+|.)/gsu)) {
    if (bold !== undefined || code !== undefined) {
      const element = document.createElement(bold !== undefined ? 'strong' : 'code');
      element.append(...(bold !== undefined ? inline(bold) : [code]));
      nodes.push(element);
    } else {
      nodes.push(escaped ?? plain);
    }
  }
  return nodes;
}

function made(name, text) {
  const element = document.createElement(name);
  element.append(...inline(text));
  return element;
}

/** Characters that a column has room for in one line: "0.0416/h [1]", "223.67..421.47". A formula has more. */
const LONGEST_FIGURE = 20;

/** "| a | b \| c |" */
const cellsOf = (line) => line.slice(1, line.lastIndexOf('|')).split(/(?<!\\)\|/).map((cell) => cell.trim());

function tableOf([header, alignment, ...rows]) {
  const right = cellsOf(alignment).map((cell) => cell.endsWith(':'));
  const rowOf = (line, name) => {
    const row = document.createElement('tr');
    row.append(...cellsOf(line).map((text, column) => {
      const cell = made(name, text);
      if (right[column]) cell.className = text.length <= LONGEST_FIGURE ? 'number short' : 'number';
      if (name === 'th') cell.scope = 'col';
      return cell;
    }));
    return row;
  };
  const table = document.createElement('table');
  table.createTHead().append(rowOf(header, 'th'));
  table.createTBody().append(...rows.map((line) => rowOf(line, 'td')));
  const box = document.createElement('div'); // which scrolls where the table is too wide
  box.className = 'wide';
  box.append(table);
  return box;
}

function listOf(lines, name) {
  const list = document.createElement(name);
  list.append(...lines.map((line) => made('li', line.replace(/^(-|\d+\.) /, ''))));
  return list;
}

/** What core's charts are made of. */
const CHART_ELEMENTS = new Set(['svg', 'title', 'desc', 'polyline', 'rect', 'circle', 'text']);
const CHART_ATTRIBUTES = new Set(['xmlns', 'viewBox', 'width', 'height', 'role', 'fill', 'fill-opacity', 'stroke', 'stroke-opacity',
  'stroke-width', 'stroke-linejoin', 'stroke-dasharray', 'points', 'x', 'y', 'cx', 'cy', 'r', 'text-anchor', 'font-family',
  'font-size', 'font-weight']);
const SVG = 'http://www.w3.org/2000/svg';

/** The SVG element of a line, or nothing when it is no chart of ours. */
function chartOf(line) {
  const svg = new DOMParser().parseFromString(line, 'image/svg+xml').documentElement;
  const known = [svg, ...svg.querySelectorAll('*')].every((element) => element.namespaceURI === SVG
    && CHART_ELEMENTS.has(element.localName) && [...element.attributes].every(({ name }) => CHART_ATTRIBUTES.has(name)));
  return known ? document.importNode(svg, true) : null;
}

/** What a run of lines is, by how each of them starts. */
const BLOCKS = [
  [/^\|/, tableOf],
  [/^- /, (lines) => listOf(lines, 'ul')],
  [/^\d+\. /, (lines) => listOf(lines, 'ol')],
];

/** The elements of a Markdown text. Headings begin at the second level: the page has its own first one. */
export function elementsOf(markdown) {
  const lines = markdown.split('\n');
  const elements = [];
  for (let at = 0; at < lines.length;) {
    const [start, make] = BLOCKS.find(([pattern]) => pattern.test(lines[at])) ?? [];
    if (make) {
      const first = at;
      while (at < lines.length && start.test(lines[at])) ++at;
      elements.push(make(lines.slice(first, at)));
      continue;
    }
    const line = lines[at++];
    const chart = line.startsWith('<svg ') && chartOf(line);
    if (chart) {
      elements.push(chart);
      continue;
    }
    const [, marks, title] = /^(#+) (.*)$/.exec(line) ?? [];
    if (marks) elements.push(made(`h${marks.length + 1}`, title));
    else if (line) elements.push(made('p', line));
  }
  return elements;
}

/** A table that is wider than the page is scrolled by keyboard, too; the others are no stop on its way. */
const follower = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    const scrolls = getComputedStyle(target).overflowX === 'auto' && target.scrollWidth > target.clientWidth;
    target.toggleAttribute('tabindex', scrolls);
    if (scrolls) target.tabIndex = 0;
  }
});

export function showReport(markdown) {
  const elements = elementsOf(markdown);
  follower.disconnect();
  document.getElementById('report-text').replaceChildren(...elements);
  let title = '';
  for (const element of elements) {
    if (/^H\d$/.test(element.tagName)) title = element.textContent;
    if (element.className !== 'wide') continue;
    element.setAttribute('role', 'group');
    element.setAttribute('aria-label', `Table of ${title}`);
    follower.observe(element);
  }
}

/** Gives a function that brings the report up to date. revision() changes with the figures of the plan, finish() has them
 * worked out now. */
export function connectReport({ revision, finish, markdown }) {
  let shown = NaN;
  let notBefore = 0;
  let timer = 0;
  function update() {
    clearTimeout(timer);
    timer = 0;
    if (revision() === shown) return;
    shown = revision();
    const began = performance.now();
    showReport(markdown());
    notBefore = performance.now() + MOST_OF_THE_TIME * (performance.now() - began);
  }
  addEventListener('beforeprint', () => {
    finish();
    update();
  });
  return function follow() {
    if (revision() === shown || timer) return;
    timer = setTimeout(update, Math.max(0, notBefore - performance.now()));
  };
}
