// The drawn graph: Cytoscape with what the model shows.

import cytoscape from "../../vendor/cytoscape.js";
import { levelName } from "../documents.js";
import { edgeLabel, nodeLabel } from "./labels.js";
import { layOut, NODE } from "./layout.js";
import { cytoscapeStyle, readColours } from "./looks.js";

const LABELLED_EDGES = 45;
const FEW = 250;
/** Above so many nodes, edges and labels rest while the picture is moved. */
const LEAST_READABLE = 0.55;

/** A canvas in a container; `onChoose` hears the id of a node or edge, or null. */
export class GraphCanvas {
  constructor(container, { onChoose, onOpen }) {
    this.container = container;
    this.cy = cytoscape({ container, minZoom: 0.02, maxZoom: 2.5, boxSelectionEnabled: false, autoungrabify: false, selectionType: "single" });
    this.cy.on("tap", (event) => onChoose(event.target === this.cy ? null : event.target.id()));
    this.cy.on("dbltap", "node", (event) => onOpen(event.target.id()));
    this.cy.on("mouseover", "node, edge", () => (container.style.cursor = "pointer"));
    this.cy.on("mouseout", "node, edge", () => (container.style.cursor = ""));
    this.restyle = () => this.cy.style(cytoscapeStyle(readColours(), { edgeLabels: this.edges <= LABELLED_EDGES }));
  }

  /** Draws nodes and edges anew. */
  draw({ nodes, edges }, root) {
    const { positions, bands } = layOut(nodes, edges, this.container.clientWidth / Math.max(1, this.container.clientHeight));
    this.edges = edges.length;
    const elements = [
      ...bands.map(({ level, x, y, width, height }) => ({ group: "nodes", classes: "band", selectable: false, grabbable: false, position: { x, y }, data: { id: `band:${level}`, level, width, height, held: true, label: "" } })),
      ...bands.map(({ level, x, y, width, height }) => ({ group: "nodes", classes: "band name", selectable: false, grabbable: false, position: { x: x - width / 2 + 10, y: y - height / 2 + 15 }, data: { id: `name:${level}`, level, width: 1, height: 1, held: true, label: levelName(level) } })),
      ...nodes.map((node) => ({
        group: "nodes",
        position: { ...positions.get(node.id) },
        data: { id: node.id, level: node.level, held: node.members ? node.members.some(({ held }) => held) : node.document.held, group: Boolean(node.members), root: node.id === root, label: nodeLabel(node), ...NODE },
      })),
      ...edges.map((edge) => ({ group: "edges", data: { id: edge.id, source: edge.from, target: edge.to, relation: edge.relation, label: edgeLabel(edge) } })),
    ];
    this.cy.startBatch();
    this.cy.elements().remove();
    this.restyle();
    this.cy.add(elements);
    this.cy.endBatch();
    const renderer = this.cy.renderer();
    renderer.hideEdgesOnViewport = renderer.textureOnViewport = nodes.length > FEW;
    this.rootId = root;
  }

  /** The whole picture, or for a small screen its middle at a size that can be read. */
  fit() {
    this.cy.resize();
    this.cy.fit(undefined, 16);
    if (this.cy.zoom() > 1.15) this.cy.zoom(1.15);
    this.cy.center();
  }

  /** The root at a readable size, where the whole would be too small to read on a narrow screen. */
  start() {
    this.fit();
    if (this.container.clientWidth > 640 || this.cy.zoom() >= LEAST_READABLE) return;
    this.cy.zoom(LEAST_READABLE);
    this.cy.center(this.cy.getElementById(this.rootId));
  }

  zoomBy(factor) {
    this.cy.zoom({ level: this.cy.zoom() * factor, renderedPosition: { x: this.cy.width() / 2, y: this.cy.height() / 2 } });
  }

  /** Sets a node or edge off, with what it touches; null for nothing. */
  choose(id, { show = false } = {}) {
    this.cy.startBatch();
    this.cy.elements().removeClass("chosen near");
    const one = id ? this.cy.getElementById(id) : this.cy.collection();
    one.addClass("chosen");
    if (one.isNode?.()) one.connectedEdges().addClass("near");
    this.cy.endBatch();
    if (show && one.nonempty()) this.#bringIntoView(one);
  }

  /** Dims all but some nodes and their edges; null dims nothing. */
  dimOthers(ids) {
    this.cy.startBatch();
    this.cy.elements().removeClass("dim");
    if (ids) this.cy.elements().not(".band").filter((one) => (one.isNode() ? !ids.has(one.id()) : !ids.has(one.source().id()) && !ids.has(one.target().id()))).addClass("dim");
    this.cy.endBatch();
  }

  #bringIntoView(one) {
    const box = one.renderedBoundingBox();
    const isIn = box.x1 >= 0 && box.y1 >= 0 && box.x2 <= this.cy.width() && box.y2 <= this.cy.height();
    if (!isIn || this.cy.zoom() < LEAST_READABLE) this.cy.animate({ center: { eles: one }, zoom: Math.max(this.cy.zoom(), 0.8), duration: matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 200 });
  }

  /** The nearest node in a direction, by the arrow key. */
  neighbour(id, key) {
    const here = this.cy.getElementById(id);
    if (here.empty()) return this.rootId;
    const { x, y } = here.position();
    const away = { ArrowUp: (p) => y - p.y, ArrowDown: (p) => p.y - y, ArrowLeft: (p) => x - p.x, ArrowRight: (p) => p.x - x }[key];
    const aside = { ArrowUp: (p) => Math.abs(p.x - x), ArrowDown: (p) => Math.abs(p.x - x), ArrowLeft: (p) => Math.abs(p.y - y), ArrowRight: (p) => Math.abs(p.y - y) }[key];
    const isVertical = key === "ArrowUp" || key === "ArrowDown";
    const tied = isVertical ? here.neighborhood("node") : this.cy.collection();
    for (const choice of [tied, this.cy.nodes().not(".band")]) {
      const ahead = choice.filter((one) => away(one.position()) > 1).toArray();
      const cost = (one) => away(one.position()) + (isVertical ? 1.2 : 8) * aside(one.position());
      if (ahead.length) return ahead.reduce((best, one) => (cost(one) < cost(best) ? one : best)).id();
    }
    return id;
  }

  destroy() {
    this.cy.destroy();
  }
}
