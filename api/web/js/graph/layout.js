// Where the documents stand: one band for each level of government, the centre above, the commune below.
//
// Within a band a document stands below those of the band that it rests on. Small graphs are laid out by dagre, which is told
// the ranks; of large ones the ranks are wrapped into rows, in an order with few crossings: dagre takes 2.5 s for 500 documents
// and makes a picture 75,000 pixels wide.

import { LEVELS } from "../facts.js";
import { Graph, layout as dagreLayout } from "../../vendor/dagre.js";

export const NODE = { width: 172, height: 50 };
const ROW = { x: NODE.width + 18, y: NODE.height + 16 };
const BETWEEN_RANKS = 54;
const SMALL = { nodes: 120, width: 9 };
const SWEEPS = 6;
const PADDING = 26;
const MOST_WIDENED = 1.9;

/** Positions by id, and the bands: {positions: Map, bands: [{level, x, y, width, height}]}. `aspect` is width by height. */
export function layOut(nodes, edges, aspect) {
  const ranks = rankNodes(nodes, edges);
  const isSmall = nodes.length <= SMALL.nodes && ranks.every(({ ids }) => ids.length <= SMALL.width);
  const positions = isSmall ? widened(byDagre(ranks, edges), aspect) : byRows(ranks, edges, nodes, aspect);
  return { positions, bands: bandsOf(ranks, positions, aspect) };
}

/** The ranks from above: {level, ids}. */
function rankNodes(nodes, edges) {
  const bandOf = new Map(nodes.map(({ id, level }) => [id, level === "unknown" ? LEVELS.length : LEVELS.indexOf(level)]));
  const above = Map.groupBy(edges.filter(({ from, to }) => bandOf.get(from) === bandOf.get(to)), ({ from }) => from);
  const depths = new Map();
  const depthOf = (id, path) => {
    if (depths.has(id)) return depths.get(id);
    if (path.has(id)) return 0;
    path.add(id);
    const depth = Math.max(0, ...(above.get(id) ?? []).map(({ to }) => 1 + depthOf(to, path)));
    path.delete(id);
    depths.set(id, depth);
    return depth;
  };
  const ranks = new Map();
  for (const { id } of nodes) {
    const place = bandOf.get(id) * 1000 + depthOf(id, new Set());
    if (!ranks.has(place)) ranks.set(place, { level: LEVELS[bandOf.get(id)] ?? "unknown", ids: [] });
    ranks.get(place).ids.push(id);
  }
  return [...ranks].sort(([a], [b]) => a - b).map(([, rank]) => rank);
}

function byDagre(ranks, edges) {
  const rankOf = new Map(ranks.flatMap(({ ids }, rank) => ids.map((id) => [id, rank])));
  const graph = new Graph();
  // dagre puts a rank for labels between any two, hence twice.
  const ranker = (ranked) => ranked.nodes().forEach((id) => (ranked.node(id).rank = 2 * rankOf.get(id)));
  graph.setGraph({ rankdir: "TB", nodesep: 26, ranksep: BETWEEN_RANKS, ranker });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const id of rankOf.keys()) graph.setNode(id, { ...NODE });
  for (const { from, to } of edges) {
    const [upper, lower] = rankOf.get(from) > rankOf.get(to) ? [to, from] : [from, to];
    if (rankOf.get(upper) < rankOf.get(lower)) graph.setEdge(upper, lower);
  }
  dagreLayout(graph);
  return new Map(graph.nodes().map((id) => [id, { x: graph.node(id).x, y: graph.node(id).y }]));
}

/** The same, drawn out in width to fill a place of that shape. */
function widened(positions, aspect) {
  const [xs, ys] = ["x", "y"].map((axis) => [...positions.values()].map((one) => one[axis]));
  const size = (values, more) => Math.max(...values) - Math.min(...values) + more;
  const factor = Math.min(MOST_WIDENED, Math.max(1, (aspect * size(ys, NODE.height)) / size(xs, NODE.width)));
  return new Map([...positions].map(([id, { x, y }]) => [id, { x: x * factor, y }]));
}

function byRows(ranks, edges, nodes, aspect) {
  orderRanks(ranks, edges, nodes);
  const columns = chooseColumns(ranks, aspect);
  const width = columns * ROW.x;
  const positions = new Map();
  let y = 0;
  for (const { ids } of ranks) {
    const rows = Math.ceil(ids.length / columns);
    const used = Math.ceil(ids.length / rows);
    ids.forEach((id, index) => {
      const [column, row] = [Math.floor(index / rows), index % rows];
      positions.set(id, { x: ((column + 0.5) * width) / used, y: y + row * ROW.y });
    });
    y += rows * ROW.y + BETWEEN_RANKS;
  }
  return positions;
}

/** As many columns as make the picture about as wide for its height as the place for it. */
function chooseColumns(ranks, aspect) {
  const widest = Math.max(...ranks.map(({ ids }) => ids.length));
  let best = 1;
  let least = Infinity;
  for (let columns = 1; columns <= widest; columns++) {
    const rows = ranks.reduce((sum, { ids }) => sum + Math.ceil(ids.length / columns), 0);
    const shape = (columns * ROW.x) / (rows * ROW.y + ranks.length * BETWEEN_RANKS);
    const miss = Math.abs(Math.log(shape / aspect));
    if (miss < least) [best, least] = [columns, miss];
  }
  return best;
}

/** Puts each rank into an order in which documents stand near those that they are tied to. */
function orderRanks(ranks, edges, nodes) {
  const nameOf = new Map(nodes.map(({ id, document, province }) => [id, [province ?? document?.province, document?.district, document?.commune, id].map((part) => part ?? "").join("\t")]));
  const beside = new Map();
  for (const { from, to } of edges) {
    for (const [one, other] of [[from, to], [to, from]]) (beside.get(one) ?? beside.set(one, []).get(one)).push(other);
  }
  const place = new Map();
  const note = (ids) => ids.forEach((id, index) => place.set(id, (index + 0.5) / ids.length));
  for (const { ids } of ranks) note(ids.sort((a, b) => (nameOf.get(a) < nameOf.get(b) ? -1 : 1)));
  const rankOf = new Map(ranks.flatMap(({ ids }, rank) => ids.map((id) => [id, rank])));
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    const isDown = sweep % 2 === 0;
    for (const [rank, { ids }] of isDown ? ranks.entries() : [...ranks.entries()].reverse()) {
      const wish = new Map(
        ids.map((id) => {
          const others = (beside.get(id) ?? []).filter((other) => (isDown ? rankOf.get(other) < rank : rankOf.get(other) > rank));
          return [id, others.length ? others.reduce((sum, other) => sum + place.get(other), 0) / others.length : place.get(id)];
        }),
      );
      note(ids.sort((a, b) => wish.get(a) - wish.get(b) || (nameOf.get(a) < nameOf.get(b) ? -1 : 1)));
    }
  }
}

/** Bands as wide as the place, one for each level. */
function bandsOf(ranks, positions, aspect) {
  const xs = [...positions.values()].map(({ x }) => x);
  const ys = [...positions.values()].map(({ y }) => y);
  const wanted = (Math.max(...ys) - Math.min(...ys) + NODE.height + 2 * PADDING) * aspect;
  const middle = (Math.min(...xs) + Math.max(...xs)) / 2;
  const width = Math.max(wanted, Math.max(...xs) - Math.min(...xs) + NODE.width + 2 * PADDING);
  const byLevel = Map.groupBy(ranks, ({ level }) => level);
  return [...byLevel].map(([level, members]) => {
    const ys = members.flatMap(({ ids }) => ids.map((id) => positions.get(id).y));
    const [top, bottom] = [Math.min(...ys) - NODE.height / 2 - PADDING, Math.max(...ys) + NODE.height / 2 + PADDING * 0.5];
    return { level, x: middle, y: (top + bottom) / 2, width, height: bottom - top };
  });
}
