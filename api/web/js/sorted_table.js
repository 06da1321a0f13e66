// A table whose rows are sorted by a click on a column's head.

import { el, replace } from "./dom.js";
import { compareText, t } from "./language.js";

/**
 * A table. A column is {name, title, cell(row), key(row)}: what is shown, and by what it is sorted (text, number or null, which
 * comes last). `sort` is the name of a column, with - before it when it is turned round; `onSort` hears of another; `onRow` gives the second line of a row when it is opened.
 */
export function sortedTable({ caption, columns, rows, sort, onSort, onRow }) {
  let by = columns.some(({ name }) => name === sort?.replace(/^-/, "")) ? sort : columns[0].name;
  const head = el("tr", {});
  const body = el("tbody", {});
  const table = el("table", { class: "table" }, el("caption", { class: "unseen" }, caption), el("thead", {}, head), body);

  function draw() {
    const [name, turned] = [by.replace(/^-/, ""), by.startsWith("-")];
    const { key } = columns.find((column) => column.name === name);
    const order = rows.map((row, index) => [key(row), index, row]).sort(([a, i], [b, j]) => compare(a, b, turned) || i - j);
    replace(
      head,
      columns.map((column) => {
        const sorted = column.name === name ? (turned ? "descending" : "ascending") : null;
        return el("th", { scope: "col", "aria-sort": sorted, class: `column-${column.name}` }, el("button", { type: "button", on: { click: () => choose(column.name) } }, column.title, el("span", { class: "sort", "aria-hidden": "true" }, sorted ? (turned ? "▼" : "▲") : "")));
      }),
    );
    replace(body, order.map(([, , row], index) => rowsOf(row, index)));
  }

  function rowsOf(row, index) {
    const below = el("tr", { class: "below", hidden: true, id: `below-${index}` });
    const open = async (button) => {
      const show = below.hidden;
      below.hidden = !show;
      button.setAttribute("aria-expanded", String(show));
      if (show && !below.firstChild) {
        const cell = el("td", { colspan: columns.length });
        below.append(cell);
        cell.append(...(await onRow(row)));
      }
    };
    const cells = columns.map((column, at) =>
      el(at === 0 ? "th" : "td", { scope: at === 0 ? "row" : null, class: `column-${column.name}`, data: { title: column.title } }, column.cell(row, { open, below: below.id })),
    );
    return [el("tr", {}, cells), below];
  }

  function choose(name) {
    by = by === name ? `-${name}` : name;
    draw();
    onSort(by);
    head.querySelector(`.column-${name} button`).focus();
  }

  draw();
  return table;
}

function compare(a, b, turned) {
  if (a === null || b === null) return (a === null) - (b === null);
  const order = typeof a === "number" ? a - b : compareText(a, b);
  return turned ? -order : order;
}

export const evidenceButton = (text, { open, below }) => el("button", { type: "button", class: "link", "aria-expanded": "false", "aria-controls": below, title: t("show places"), on: { click: (event) => open(event.currentTarget) } }, text);
