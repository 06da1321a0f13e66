// The graph as a file: PNG by Cytoscape, SVG written here (the extension that does it is under the GPL).

import { levelName } from "../documents.js";
import { CUT, FONT, LINES, readColours } from "./looks.js";

const MARGIN = 24;

export function pngBlob(cy) {
  return cy.png({ output: "blob-promise", full: true, scale: Math.min(2, 8000 / Math.max(1, cy.elements().boundingBox().w)), bg: readColours().paper });
}

/** The drawn graph as SVG text. */
export function svgText(cy, title) {
  const colours = readColours();
  const { x1, y1, w, h } = cy.elements().boundingBox();
  const heads = Object.entries(LINES).map(([relation, { head }]) => marker(relation, head, colours.line));
  const bands = cy.nodes(".band").not(".name").map((node) => bandShape(node, colours));
  const edges = cy.edges().map((edge) => edgeShape(edge, colours));
  const nodes = cy.nodes().not(".band").map((node) => nodeShape(node, colours));
  const box = [x1 - MARGIN, y1 - MARGIN, w + 2 * MARGIN, h + 2 * MARGIN].map(short);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box.join(" ")}" width="${box[2]}" height="${box[3]}" font-family="${escape(colours.font)}" font-size="${FONT}">`,
    `<title>${escape(title)}</title><defs>${heads.join("")}</defs>`,
    `<rect x="${box[0]}" y="${box[1]}" width="${box[2]}" height="${box[3]}" fill="${colours.paper}"/>`,
    ...bands,
    ...edges,
    ...nodes,
    "</svg>\n",
  ].join("\n");
}

const short = (number) => Math.round(number * 10) / 10;
const escape = (text) => text.replace(/[&<>"]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[sign]);

const HEADS = {
  triangle: (c) => `<path d="M0 0L10 5L0 10z" fill="${c}"/>`,
  vee: (c) => `<path d="M0 0L10 5L0 10L3 5z" fill="${c}"/>`,
  diamond: (c) => `<path d="M0 5L5 1L10 5L5 9z" fill="${c}"/>`,
  circle: (c) => `<circle cx="5" cy="5" r="4.5" fill="${c}"/>`,
  square: (c) => `<path d="M1 1H9V9H1z" fill="${c}"/>`,
  tee: (c) => `<path d="M7 0H10V10H7z" fill="${c}"/>`,
};

function marker(relation, head, colour) {
  return `<marker id="head-${relation}" viewBox="0 0 10 10" refX="10" refY="5" markerWidth="11" markerHeight="11" markerUnits="userSpaceOnUse" orient="auto">${HEADS[head](colour)}</marker>`;
}

function bandShape(node, colours) {
  const { x, y } = node.position();
  const [width, height] = [node.data("width"), node.data("height")];
  const level = colours.levels[node.data("level")];
  return `<g><rect x="${short(x - width / 2)}" y="${short(y - height / 2)}" width="${short(width)}" height="${short(height)}" fill="${level.band}"/><text x="${short(x - width / 2 + 10)}" y="${short(y - height / 2 + 19)}" font-size="14" font-weight="bold" fill="${level.line}">${escape(levelName(node.data("level")))}</text></g>`;
}

function nodeShape(node, colours) {
  const { x, y } = node.position();
  const [w, h] = [node.data("width"), node.data("height")];
  const [left, top] = [short(x - w / 2), short(y - h / 2)];
  const level = colours.levels[node.data("level")];
  const held = node.data("held");
  const corners = `M${left + CUT} ${top}h${w - 2 * CUT}l${CUT} ${CUT}v${h - 2 * CUT}l${-CUT} ${CUT}h${2 * CUT - w}l${-CUT} ${-CUT}v${2 * CUT - h}z`;
  const edge = node.data("root") ? `stroke="${colours.ink}" stroke-width="4"` : `stroke="${level.line}" stroke-width="1.5"`;
  const shape = held
    ? `<rect x="${left}" y="${top}" width="${w}" height="${h}" rx="5" fill="${level.fill}" ${edge}/>`
    : `<path d="${corners}" fill="${colours.paper}" ${edge} stroke-dasharray="5 3"/>`;
  const lines = wrap(node.data("label"), w - 14, colours.font);
  const spans = lines.map((line, index) => `<tspan x="${short(x)}" y="${short(y + FONT * 0.35 + (index - (lines.length - 1) / 2) * FONT * 1.25)}">${escape(line)}</tspan>`);
  return `<g>${shape}<text text-anchor="middle" fill="${held ? level.text : colours.ink}">${spans.join("")}</text></g>`;
}

let measure;
/** Lines no wider than a node, as Cytoscape breaks them. */
function wrap(label, width, font) {
  measure ??= document.createElement("canvas").getContext("2d");
  measure.font = `${FONT}px ${font}`;
  return label.split("\n").flatMap((line) => {
    const lines = [""];
    for (const word of line.split(" ")) {
      const longer = lines.at(-1) ? `${lines.at(-1)} ${word}` : word;
      if (measure.measureText(longer).width <= width || !lines.at(-1)) lines[lines.length - 1] = longer;
      else lines.push(word);
    }
    return lines;
  });
}

function edgeShape(edge, colours) {
  const { dash, width } = LINES[edge.data("relation")];
  const [from, to] = [edge.sourceEndpoint(), edge.targetEndpoint()];
  const bends = edge.controlPoints() ?? [];
  const path = bends.length === 1 ? `M${short(from.x)} ${short(from.y)}Q${short(bends[0].x)} ${short(bends[0].y)} ${short(to.x)} ${short(to.y)}` : `M${short(from.x)} ${short(from.y)}L${short(to.x)} ${short(to.y)}`;
  return `<path d="${path}" fill="none" stroke="${colours.line}" stroke-width="${width}"${dash.length ? ` stroke-dasharray="${dash.join(" ")}"` : ""} marker-end="url(#head-${edge.data("relation")})"><title>${escape(edge.data("label"))}</title></path>`;
}
