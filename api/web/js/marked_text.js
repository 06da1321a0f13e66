// A text with spans marked in it. Spans count code points; they may overlap.

import { el } from "./dom.js";

const ORDER = ["here", "defect", "citation", "number", "recipient", "head", "task"];

/** The text as it stands in its file, each stretch in the marks that cover it; a link where a mark has one. */
export function markedText(text, marks) {
  const points = Array.from(text);
  const sorted = marks.filter(({ start, end }) => start < end && end <= points.length).sort((a, b) => a.start - b.start || b.end - a.end);
  const edges = [...new Set([0, points.length, ...sorted.flatMap(({ start, end }) => [start, end])])].sort((a, b) => a - b);
  const box = el("div", { class: "whole-text", lang: "vi" });
  let next = 0;
  let open = [];
  let seenHere = false;
  for (let index = 0; index + 1 < edges.length; index++) {
    const [from, to] = [edges[index], edges[index + 1]];
    open = open.filter(({ end }) => end > from);
    while (next < sorted.length && sorted[next].start <= from) open.push(sorted[next++]);
    const piece = points.slice(from, to).join("");
    if (!open.length) {
      box.append(piece);
      continue;
    }
    const by = [...open].sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
    const kinds = [...new Set(by.map(({ kind }) => kind))].map((kind) => `mark-${kind}`);
    const link = by.find(({ href }) => href);
    const title = by.map((one) => one.title).filter(Boolean).join("; ");
    box.append(el(link ? "a" : "span", { class: kinds.join(" "), href: link?.href, title, id: !seenHere && kinds[0] === "mark-here" ? "here" : null }, piece));
    seenHere ||= kinds[0] === "mark-here";
  }
  return box;
}
