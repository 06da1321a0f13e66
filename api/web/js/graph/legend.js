// The legend: what colours, shapes and lines mean; each is also a switch.

import { el, svg } from "../dom.js";
import { levelName } from "../documents.js";
import { relationName } from "../edges.js";
import { LEVELS, RELATIONS } from "../facts.js";
import { formatNumber, t } from "../language.js";
import { LINES } from "./looks.js";

/** A legend over the model; `onChange` is called when a switch was turned, with whether CITES is now wanted. */
export function drawLegend(model, onChange, { hasCites }) {
  const counts = model.counts();
  const turn = (set, name) => (event) => {
    if (event.target.checked) set.delete(name);
    else set.add(name);
    onChange();
  };
  const levels = [...LEVELS, "unknown"].filter((level) => counts.levels.has(level));
  const relations = RELATIONS.filter((relation) => counts.relations.has(relation));
  return [
    el(
      "fieldset",
      {},
      el("legend", {}, t("levels")),
      levels.map((level) => entry(`level-${level}`, !model.hiddenLevels.has(level), turn(model.hiddenLevels, level), levelSample(level), levelName(level), counts.levels.get(level))),
    ),
    el(
      "fieldset",
      {},
      el("legend", {}, t("shapes")),
      el("p", { class: "legend-entry" }, shapeSample(true), t("held"), count(counts.held.get(true))),
      entry("not-held", !model.heldOnly, (event) => ((model.heldOnly = !event.target.checked), onChange()), shapeSample(false), t("not held"), counts.held.get(false)),
    ),
    el(
      "fieldset",
      {},
      el("legend", {}, t("arrows")),
      relations.map((relation) => entry(`relation-${relation}`, !model.hiddenRelations.has(relation), turn(model.hiddenRelations, relation), lineSample(relation), relationName(relation), counts.relations.get(relation))),
      !hasCites && entry("relation-CITES", false, () => onChange({ cites: true }), lineSample("CITES"), relationName("CITES")),
    ),
  ];
}

function entry(name, checked, onTurn, sample, text, number) {
  return el("label", { class: "legend-entry" }, el("input", { type: "checkbox", id: `legend-${name}`, checked, on: { change: onTurn } }), sample, text, count(number));
}

const count = (number) => number !== undefined && el("span", { class: "count" }, formatNumber(number));

const levelSample = (level) => el("span", { class: `sample sample-level level-fill-${level}`, "aria-hidden": "true" });

const shapeSample = (held) => svg("svg", { class: `sample sample-shape ${held ? "sample-held" : "sample-cited"}`, viewBox: "0 0 28 16", "aria-hidden": "true" }, held ? svg("rect", { x: 1, y: 1, width: 26, height: 14, rx: 3 }) : svg("path", { d: "M6 1H22L27 6V10L22 15H6L1 10V6z" }));

function lineSample(relation) {
  const { dash, width, head } = LINES[relation];
  const heads = { triangle: "M30 3L38 8L30 13z", vee: "M29 3L38 8L29 13L32 8z", diamond: "M28 8L33 4L38 8L33 12z", circle: "M29 8a4 4 0 1 0 8 0a4 4 0 1 0-8 0", square: "M29 4H37V12H29z", tee: "M35 2H38V14H35z" };
  return svg("svg", { class: "sample sample-line", viewBox: "0 0 40 16", "aria-hidden": "true" }, svg("line", { x1: 1, y1: 8, x2: 31, y2: 8, "stroke-width": width, "stroke-dasharray": dash.join(" ") || null }), svg("path", { d: heads[head] }));
}
