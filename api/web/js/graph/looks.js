// How nodes and edges look: colour by level, shape by held or not, line by relation. The legend, the picture and the SVG agree.

import { el } from "../dom.js";

/** Dashes and arrow heads of each relation. */
export const LINES = {
  IMPLEMENTS: { dash: [], width: 2.4, head: "triangle" },
  BASED_ON: { dash: [9, 5], width: 1.6, head: "triangle" },
  PROMULGATES: { dash: [], width: 1.8, head: "diamond" },
  APPROVES: { dash: [], width: 1.8, head: "circle" },
  AMENDS: { dash: [12, 4, 2, 4], width: 1.8, head: "square" },
  REPLACES: { dash: [12, 4, 2, 4, 2, 4], width: 1.8, head: "tee" },
  REPEALS: { dash: [3, 3], width: 2.2, head: "tee" },
  GUIDES: { dash: [5, 5], width: 1.8, head: "vee" },
  SUPERVISES: { dash: [16, 5], width: 1.8, head: "vee" },
  REPORTS_ON: { dash: [2, 4, 10, 4], width: 1.6, head: "vee" },
  CITES: { dash: [1.5, 4], width: 1.4, head: "vee" },
};

/** Corners cut off by so many pixels: the shape of documents that are not held. */
export const CUT = 10;
export const FONT = 12;

/** The colours of the page as it is shown now: of a pair for light and dark only an element knows which one it is. */
export function readColours() {
  const probe = document.body.appendChild(el("span"));
  const shown = getComputedStyle(probe);
  const colour = (name) => {
    probe.style.color = `var(--${name})`;
    return shown.color;
  };
  const levels = Object.fromEntries(["central", "province", "district", "commune", "unknown"].map((level) => [level, { fill: colour(`level-${level}`), text: colour(`level-${level}-text`), band: colour(`band-${level}`), line: colour(`line-${level}`) }]));
  const colours = { levels, ink: colour("ink"), soft: colour("ink-soft"), paper: colour("paper"), line: colour("edge"), strong: colour("accent"), font: shown.getPropertyValue("--sans").trim() };
  probe.remove();
  return colours;
}

/** The style of Cytoscape. */
export function cytoscapeStyle(colours, { edgeLabels }) {
  const level = (one) => ({ selector: `node[level = "${one}"]`, style: { "background-color": colours.levels[one].fill, color: colours.levels[one].text, "border-color": colours.levels[one].line } });
  const open = (one) => ({ selector: `node[level = "${one}"][!held]`, style: { "background-color": colours.paper, color: colours.ink, "border-color": colours.levels[one].line } });
  const band = (one) => ({ selector: `node.band[level = "${one}"]`, style: { "background-color": colours.levels[one].band, color: colours.levels[one].line } });
  const names = Object.keys(colours.levels);
  return [
    {
      selector: "node",
      style: {
        shape: "round-rectangle", "corner-radius": 5, width: "data(width)", height: "data(height)", label: "data(label)", "font-family": colours.font, "font-size": FONT, "line-height": 1.25,
        "text-valign": "center", "text-halign": "center", "text-wrap": "wrap", "text-max-width": "158px", "border-width": 1.5, "min-zoomed-font-size": 5, "overlay-opacity": 0,
      },
    },
    ...names.map(level),
    { selector: "node[!held]", style: { shape: "cut-rectangle", "corner-radius": CUT, "border-style": "dashed" } },
    ...names.map(open),
    { selector: "node[?group]", style: { shape: "round-rectangle", "border-style": "double", "border-width": 5 } },
    { selector: "node[?root]", style: { "border-width": 4, "border-color": colours.ink, "border-style": "solid" } },
    {
      selector: "node.band",
      style: { shape: "rectangle", "border-width": 0, events: "no", "z-index": 0, "z-index-compare": "manual", "font-size": 14, "font-weight": "bold", "text-max-width": "1000px", "min-zoomed-font-size": 0, "text-valign": "center", "text-halign": "right" },
    },
    { selector: "node.band.name", style: { "background-opacity": 0 } },
    ...names.map(band),
    {
      selector: "edge",
      style: {
        "curve-style": "bezier", "control-point-step-size": 64, "line-color": colours.line, "target-arrow-color": colours.line, "arrow-scale": 1.2, "z-index-compare": "manual", "z-index": 1, "overlay-opacity": 0,
        "font-family": colours.font, "font-size": 11, color: colours.soft, "text-background-color": colours.paper, "text-background-opacity": 0.92, "text-background-padding": 2, "min-zoomed-font-size": 7, label: edgeLabels ? "data(label)" : "",
      },
    },
    ...Object.entries(LINES).map(([relation, { dash, width, head }]) => ({
      selector: `edge[relation = "${relation}"]`,
      style: { width, "target-arrow-shape": head, ...(dash.length ? { "line-style": "dashed", "line-dash-pattern": dash } : { "line-style": "solid" }) },
    })),
    { selector: "node:childless", style: { "z-index-compare": "manual", "z-index": 2 } },
    { selector: "node.band", style: { "z-index": 0 } },
    { selector: ".dim", style: { opacity: 0.22 } },
    { selector: "node.chosen", style: { "border-width": 4, "border-color": colours.strong, "border-style": "solid" } },
    { selector: "edge.chosen", style: { "line-color": colours.strong, "target-arrow-color": colours.strong, width: 4, "z-index": 3, label: "data(label)", color: colours.strong, "font-weight": "bold" } },
    { selector: "edge.near", style: { "line-color": colours.ink, "target-arrow-color": colours.ink } },
  ];
}
