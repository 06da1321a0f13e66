// The cascade as a graph: from the Government down to the communes.

import { note } from "../address.js";
import { announce, el, later, replace } from "../dom.js";
import { documentLink, fullName } from "../documents.js";
import { edgeSentence } from "../edges.js";
import { csv, download, downloadJson, fileName } from "../downloads.js";
import { RELATIONS } from "../facts.js";
import { GraphCanvas } from "../graph/canvas.js";
import { nodeInWords } from "../graph/labels.js";
import { drawLegend } from "../graph/legend.js";
import { GraphModel } from "../graph/model.js";
import { nodePanel, overview, showEdge } from "../graph/panel.js";
import { pngBlob, svgText } from "../graph/picture.js";
import { t } from "../language.js";
import { errorMessage, waiting } from "../messages.js";
import { ask, documentPath } from "../service.js";

const HOPS = 8;
const MOST = 1500;
const LISTED = 300;
const button = (words, run, more = {}) => el("button", { type: "button", class: "button button-quiet", on: { click: run }, ...more }, words);

/** The documents around one, as the graph shows them. */
export function askLineage(id, withCites, signal) {
  const relation = withCites ? RELATIONS : undefined;
  return ask(`${documentPath(id)}/lineage`, { direction: "both", hops: HOPS, limit: MOST, relation }, { signal });
}

export async function showGraph(panel, context) {
  const view = new GraphView(panel, context);
  await view.load(context.lineage);
  view.build();
}

class GraphView {
  constructor(panel, { document, address, signal, container }) {
    Object.assign(this, { panel, document, address, signal, container });
    this.model = new GraphModel(document.id);
    this.withCites = address.cites === "1";
    this.chosen = address.edge ?? address.node ?? null;
    for (const relation of address.without?.split(",") ?? []) this.model.hiddenRelations.add(relation);
    for (const level of address.levels?.split(",") ?? []) this.model.hiddenLevels.add(level);
    this.model.heldOnly = address.held === "1";
    if (address.grouped) this.model.grouped = address.grouped === "1";
  }

  async load(asked = askLineage(this.document.id, this.withCites, this.signal)) {
    const lineage = await asked;
    this.model.add(lineage);
    this.truncated = lineage.truncated;
  }

  build() {
    this.place = el("div", { class: "graph-canvas", id: "graph", tabindex: "0", role: "application", "aria-label": t("graph of", { name: fullName(this.document) }), "aria-describedby": "graph-keys" });
    this.side = el("aside", { class: "graph-side", "aria-label": t("chosen"), "aria-live": "off" });
    this.legend = el("div", { class: "graph-legend" });
    this.list = el("details", { class: "graph-list" });
    this.groupButton = button("", () => this.group());
    const find = el("input", { id: "graph-find", type: "search", autocomplete: "off", placeholder: t("find here"), "aria-label": t("find here") });
    find.addEventListener("input", later(100, () => this.find(find.value)));
    find.addEventListener("keydown", (event) => event.key === "Enter" && this.goToFound());
    this.panel.append(
      el(
        "div",
        { class: "graph-tools", role: "group", "aria-label": t("graph tools") },
        find,
        button("+", () => this.canvas.zoomBy(1.3), { "aria-label": t("zoom in"), title: t("zoom in") }),
        button("−", () => this.canvas.zoomBy(1 / 1.3), { "aria-label": t("zoom out"), title: t("zoom out") }),
        button(t("fit"), () => this.canvas.fit()),
        this.groupButton,
        this.exportMenu(),
      ),
      this.truncated ? el("p", { class: "note" }, t("graph truncated", { n: this.model.documents.size })) : "",
      el("div", { class: "graph" }, this.place, this.side),
      el("p", { class: "small", id: "graph-keys" }, t("graph keys")),
      this.legend,
      this.list,
    );
    this.container.addEventListener("shown", () => this.start());
    this.signal.addEventListener("abort", () => this.canvas?.destroy());
  }

  start() {
    this.canvas = new GraphCanvas(this.place, { onChoose: (id) => this.choose(id), onOpen: (id) => this.expand(id) });
    this.place.addEventListener("keydown", (event) => this.press(event));
    addEventListener("vanban-theme", () => this.canvas.restyle(), { signal: this.signal });
    addEventListener("resize", later(150, () => this.canvas.fit()), { signal: this.signal });
    this.redraw({ first: true });
    // For tests and for the console.
    this.place.graph = this.canvas.cy;
  }

  redraw({ first = false } = {}) {
    this.shown = this.model.visible();
    this.nodes = new Map(this.shown.nodes.map((node) => [node.id, node]));
    this.edges = new Map(this.shown.edges.map((edge) => [edge.id, edge]));
    this.canvas.draw(this.shown, this.document.id);
    if (first) this.canvas.start();
    else this.canvas.fit();
    replace(this.legend, this.drawnLegend());
    this.groupButton.textContent = t(this.model.isGrouped ? "ungroup" : "group by province");
    this.groupButton.hidden = this.model.documents.size < 12;
    this.drawList();
    if (this.chosen && !this.nodes.has(this.chosen) && !this.edges.has(this.chosen)) this.chosen = null;
    this.choose(this.chosen, { show: first });
  }

  drawnLegend() {
    return drawLegend(this.model, (change) => this.changeLegend(change), { hasCites: this.withCites });
  }

  changeLegend(change) {
    const focus = document.activeElement?.id;
    if (change?.cites) return void this.attempt(() => this.addCites());
    const text = (set) => [...set].join(",");
    note({ without: text(this.model.hiddenRelations), levels: text(this.model.hiddenLevels), held: this.model.heldOnly ? "1" : null });
    this.redraw();
    document.getElementById(focus)?.focus();
    announce(t("n documents", { n: this.shown.nodes.length }));
  }

  async addCites() {
    await this.load(askLineage(this.document.id, true, this.signal));
    note({ cites: "1" });
    this.withCites = true;
    this.redraw();
  }

  /** Runs what asks the service; what goes wrong stands beside the graph, with a way to try again. */
  async attempt(run) {
    try {
      await run();
    } catch (error) {
      if (error.name === "AbortError") return;
      console.error(error);
      const again = () => {
        replace(this.side, waiting());
        return this.attempt(run);
      };
      replace(this.legend, this.drawnLegend());
      replace(this.side, errorMessage(error, again));
      this.side.scrollIntoView({ block: "nearest" });
    }
  }

  /** Shows a node or an arrow in the panel; null shows the answer. */
  choose(id, { show = false, focus = false } = {}) {
    this.chosen = id;
    const [node, edge] = [this.nodes.get(id), this.edges.get(id)];
    this.canvas.choose(id, { show });
    note({ node: node ? id : null, edge: edge ? id : null });
    const done = () => focus && this.side.querySelector("h2")?.focus({ preventScroll: true });
    if (edge) return showEdge(this.side, edge, { model: this.model, signal: this.signal, onChoose: (one) => this.showMember(one), onDone: done });
    if (!node) replace(this.side, overview(this.model));
    else replace(this.side, nodePanel(node, { edges: this.shown.edges, model: this.model, actions: this.actions(node), onChoose: (one) => this.choose(one, { show: true, focus: true }) }));
    done();
  }

  showMember(edge) {
    showEdge(this.side, edge, { model: this.model, signal: this.signal, onDone: () => this.side.querySelector("h2")?.focus() });
  }

  actions(node) {
    if (node.members) return [button(t("open group"), () => this.expand(node.id))];
    const isCollapsed = this.model.collapsed.has(node.id);
    return [
      node.id !== this.document.id && documentLinkButton(node.document),
      button(t("expand"), () => this.expand(node.id), { title: t("expand help") }),
      button(t(isCollapsed ? "uncollapse" : "collapse"), () => this.collapse(node.id), { title: t("collapse help") }),
    ];
  }

  expand(id) {
    const node = this.nodes.get(id);
    if (!node) return;
    if (!node.members) return void this.attempt(() => this.addNeighbours(id));
    this.model.openedProvinces.add(node.province);
    this.chosen = null;
    this.redraw();
  }

  async addNeighbours(id) {
    const relation = this.withCites ? RELATIONS : undefined;
    const added = this.model.add(await ask(`${documentPath(id)}/lineage`, { direction: "both", hops: 1, limit: 300, relation }, { signal: this.signal }));
    this.model.collapsed.delete(id);
    announce(added ? t("n added", { n: added }) : t("none added"));
    this.chosen = id;
    this.redraw();
  }

  collapse(id) {
    if (!this.model.collapsed.delete(id)) this.model.collapsed.add(id);
    this.redraw();
    this.side.querySelector("h2")?.focus({ preventScroll: true });
  }

  group() {
    this.model.grouped = !this.model.isGrouped;
    this.model.openedProvinces.clear();
    note({ grouped: this.model.grouped ? "1" : "0" });
    this.redraw();
  }

  find(words) {
    const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[đĐ]/g, "d").toLowerCase();
    const wanted = plain(words.trim());
    this.found = wanted ? this.shown.nodes.filter((node) => plain(`${nodeInWords(node)} ${node.document?.title ?? ""}`).includes(wanted)).map(({ id }) => id) : [];
    this.canvas.dimOthers(wanted ? new Set(this.found) : null);
    if (wanted) announce(t("n found", { n: this.found.length }));
  }

  goToFound() {
    if (!this.found?.length) return;
    const next = this.found[(this.found.indexOf(this.chosen) + 1) % this.found.length];
    this.choose(next, { show: true });
  }

  press(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const id = this.nodes.has(this.chosen) ? this.chosen : null;
    if (event.key.startsWith("Arrow")) {
      const next = id ? this.canvas.neighbour(id, event.key) : this.document.id;
      this.choose(next, { show: true });
      announce(nodeInWords(this.nodes.get(next)));
    } else if (event.key === "Enter" && this.chosen) this.side.querySelector("a, button")?.focus();
    else if (event.key === "Escape") this.choose(null);
    else if (event.key === "+" || event.key === "=") this.canvas.zoomBy(1.3);
    else if (event.key === "-") this.canvas.zoomBy(1 / 1.3);
    else if (event.key === "0") this.canvas.fit();
    else return;
    event.preventDefault();
  }

  /** The same as text: every arrow as a sentence. */
  drawList() {
    const edges = this.shown.edges.slice(0, LISTED);
    replace(
      this.list,
      el("summary", {}, t("arrows as list", { n: this.shown.edges.length })),
      el("ul", { class: "edge-list" }, edges.map((edge) => el("li", {}, el("button", { type: "button", class: "link", on: { click: () => this.chooseFromList(edge.id) } }, edgeSentence(this.model.nameOf(edge.from), edge.relation, this.model.nameOf(edge.to)))))),
      this.shown.edges.length > LISTED && el("p", { class: "small" }, t("list cut", { n: LISTED })),
    );
  }

  chooseFromList(id) {
    this.choose(id, { show: true, focus: true });
    this.side.scrollIntoView({ block: "nearest" });
  }

  exportMenu() {
    const name = fileName(this.document, `-${t("file graph")}`);
    const choices = [
      [t("save png"), async () => download(`${name}.png`, await pngBlob(this.canvas.cy), "image/png")],
      [t("save svg"), () => download(`${name}.svg`, svgText(this.canvas.cy, fullName(this.document)), "image/svg+xml")],
      [t("save csv"), () => download(`${name}.csv`, this.edgesCsv(), "text/csv;charset=utf-8")],
      [t("save json"), () => downloadJson(name, this.asJson())],
    ];
    const menu = el("details", { class: "menu" }, el("summary", { class: "button button-quiet" }, t("save")), el("div", { class: "menu-choices" }, choices.map(([words, run]) => button(words, run))));
    menu.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      menu.open = false;
      menu.querySelector("summary").focus();
    });
    return menu;
  }

  /** What is in sight, groups opened: for programs, as the service gave it. */
  asJson() {
    const ids = new Set(this.shown.nodes.flatMap((node) => node.members?.map(({ id }) => id) ?? [node.id]));
    const edges = [...this.model.edges.values()].filter(({ from, relation, to }) => ids.has(from) && ids.has(to) && !this.model.hiddenRelations.has(relation));
    return { root: this.document.id, nodes: [...ids].map((id) => this.model.documents.get(id)), edges: edges.map(({ id, ...edge }) => edge) };
  }

  edgesCsv() {
    const { edges } = this.asJson();
    const side = (id) => {
      const one = this.model.documents.get(id);
      return [one.code, one.type, one.issuer?.name, one.level, one.date, one.id];
    };
    const columns = ["number", "type", "issuer", "level", "date", "id"].map((name) => t(`column ${name}`));
    const ends = [t("from"), t("to")].flatMap((end) => columns.map((column) => `${end}: ${column}`));
    const rows = edges.map(({ from, relation, to, evidence_count: count, confidence }) => [...side(from), t(`relation ${relation}`), ...side(to), count, confidence]);
    return csv([...ends.slice(0, 6), t("column relation"), ...ends.slice(6), t("column evidence"), t("column confidence")], rows);
  }
}

function documentLinkButton(document) {
  const link = documentLink(document);
  link.className = "button";
  link.textContent = t("go to document");
  return link;
}
