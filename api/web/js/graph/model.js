// What the graph shows: documents and edges as the service gave them, and which of them are in sight.

import { fullName } from "../documents.js";
import { LEVELS } from "../facts.js";

/** More documents than this are drawn grouped by province. */
export const GROUP_ABOVE = 600;
const IMPLEMENTS = "IMPLEMENTS";
const PROVINCE = "province:";

export const edgeId = ({ from, relation, to }) => `${from}~${relation}~${to}`;
const levelOf = (document) => document.level ?? "unknown";

/** Documents and edges around a root; more can be added, and the choice of what is in sight changes. */
export class GraphModel {
  documents = new Map();
  edges = new Map();
  collapsed = new Set();
  openedProvinces = new Set();
  hiddenRelations = new Set();
  hiddenLevels = new Set();
  heldOnly = false;
  /** As the reader wants it; null leaves it to the size. */
  grouped = null;
  /** As it was last drawn. */
  isGrouped = false;

  constructor(root) {
    this.root = root;
  }

  /** Adds what a lineage says; gives how many documents are new. */
  add({ nodes, edges }) {
    const before = this.documents.size;
    for (const { document } of nodes) this.documents.set(document.id, document);
    for (const edge of edges) this.edges.set(edgeId(edge), { id: edgeId(edge), ...edge });
    return this.documents.size - before;
  }

  /** The name of a node by its id: of a document, or of the province that stands for its documents. */
  nameOf(id) {
    return this.documents.has(id) ? fullName(this.documents.get(id)) : id.slice(PROVINCE.length);
  }

  /** How many documents there are of each level, and edges of each relation. */
  counts() {
    const count = (values) => values.reduce((counts, value) => counts.set(value, (counts.get(value) ?? 0) + 1), new Map());
    return {
      levels: count([...this.documents.values()].map(levelOf)),
      relations: count([...this.edges.values()].map(({ relation }) => relation)),
      held: count([...this.documents.values()].map(({ held }) => held)),
    };
  }

  /** Local documents from which IMPLEMENTS leads to the root. */
  localPlans() {
    return this.#reached("to", "from").filter((one) => LEVELS.indexOf(one.level) > 0);
  }

  /** The documents to which IMPLEMENTS leads from the root; held central ones first. */
  restsOn() {
    const rank = (one) => (one.held ? 0 : 10) + (one.level === null ? 5 : LEVELS.indexOf(one.level));
    return this.#reached("from", "to").sort((a, b) => rank(a) - rank(b));
  }

  #reached(near, far) {
    const reached = new Set([this.root]);
    const border = [this.root];
    const edges = Map.groupBy([...this.edges.values()].filter(({ relation }) => relation === IMPLEMENTS), (edge) => edge[near]);
    while (border.length) {
      for (const { [far]: other } of edges.get(border.pop()) ?? []) {
        if (reached.has(other)) continue;
        reached.add(other);
        border.push(other);
      }
    }
    reached.delete(this.root);
    return [...reached].map((id) => this.documents.get(id));
  }

  /** Nodes and edges to draw: reached from the root over what is not hidden, and not beyond a collapsed one. */
  visible() {
    const isShown = (id) => id === this.root || (!this.hiddenLevels.has(levelOf(this.documents.get(id))) && (!this.heldOnly || this.documents.get(id).held));
    const edges = [...this.edges.values()].filter(({ from, relation, to }) => !this.hiddenRelations.has(relation) && isShown(from) && isShown(to));
    const beside = new Map();
    for (const { from, to } of edges) {
      for (const [one, other] of [[from, to], [to, from]]) (beside.get(one) ?? beside.set(one, []).get(one)).push(other);
    }
    const reached = new Set([this.root]);
    // A set gives what is added while it is walked.
    for (const id of reached) {
      if (this.collapsed.has(id)) continue;
      for (const other of beside.get(id) ?? []) reached.add(other);
    }
    const shown = edges.filter(({ from, to }) => reached.has(from) && reached.has(to));
    const beyond = (id) => (beside.get(id) ?? []).filter((other) => !reached.has(other)).length;
    const nodes = [...reached].map((id) => ({ id, document: this.documents.get(id), level: levelOf(this.documents.get(id)), beyond: this.collapsed.has(id) ? beyond(id) : 0 }));
    this.isGrouped = this.grouped ?? nodes.length > GROUP_ABOVE;
    return this.isGrouped ? this.#group(nodes, shown) : { nodes, edges: shown };
  }

  /** The same with the local documents of a province as one node, except of provinces that were opened. */
  #group(nodes, edges) {
    const groups = new Map();
    const groupOf = new Map();
    for (const node of nodes) {
      const { province, level } = node.document;
      if (!province || level === "central" || node.id === this.root || this.openedProvinces.has(province)) continue;
      const id = `${PROVINCE}${province}`;
      if (!groups.has(id)) groups.set(id, { id, province, level: "province", members: [] });
      groups.get(id).members.push(node.document);
      groupOf.set(node.id, id);
    }
    const merged = new Map();
    for (const edge of edges) {
      const [from, to] = [groupOf.get(edge.from) ?? edge.from, groupOf.get(edge.to) ?? edge.to];
      if (from === to) continue;
      if (from === edge.from && to === edge.to) merged.set(edge.id, edge);
      else {
        const id = edgeId({ from, relation: edge.relation, to });
        const one = merged.get(id) ?? { id, from, relation: edge.relation, to, members: [] };
        one.members.push(edge);
        merged.set(id, one);
      }
    }
    return { nodes: [...nodes.filter(({ id }) => !groupOf.has(id)), ...groups.values()], edges: [...merged.values()] };
  }
}
