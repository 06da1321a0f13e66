// Beside the graph: what a chosen node or arrow says.

import { el, replace } from "../dom.js";
import { documentEntry, documentList, fullName } from "../documents.js";
import { edgeProof, edgeSentence, relationName } from "../edges.js";
import { formatNumber, t } from "../language.js";
import { errorMessage, waiting } from "../messages.js";

/** What is said before anything is chosen: the answer itself. */
export function overview(model) {
  const plans = model.localPlans();
  const root = model.documents.get(model.root);
  const held = plans.filter((one) => one.held).length;
  const above = model.restsOn();
  return [
    el("h2", { tabindex: "-1" }, plans.length || !above.length ? t(plans.length ? "cascade sentence" : "cascade none", { n: plans.length, name: fullName(root) }) : t("rests sentence", { n: above.length, name: fullName(root), top: fullName(above[0]) })),
    plans.length > 0 && el("p", {}, [t("cascade levels"), " ", levelsInWords(plans), ". ", held < plans.length && t("cascade held", { held, n: plans.length - held })]),
    !plans.length && !above.length && model.documents.size > 1 && el("p", {}, t("tied documents", { n: model.documents.size - 1 })),
    el("p", { class: "small" }, t("graph help")),
  ];
}

function levelsInWords(plans) {
  return ["province", "district", "commune"]
    .map((level) => [level, plans.filter((one) => one.level === level).length])
    .filter(([, number]) => number)
    .map(([level, number]) => `${formatNumber(number)} ${t(`of level ${level}`)}`)
    .join(", ");
}

/** One document: what it is, its arrows as buttons, and what can be done with it. */
export function nodePanel(node, { edges, model, actions, onChoose }) {
  if (node.members) return groupPanel(node, actions);
  const list = (title, members, other) =>
    members.length > 0 && [
      el("h3", {}, title),
      el("ul", { class: "edge-list" }, members.map((edge) => el("li", {}, el("button", { type: "button", class: "link", on: { click: () => onChoose(edge.id) } }, el("em", {}, relationName(edge.relation)), " ", model.nameOf(edge[other]))))),
    ];
  return [
    el("h2", { tabindex: "-1", class: "unseen" }, fullName(node.document)),
    documentEntry(node.document),
    el("div", { class: "row" }, actions),
    list(t("its arrows"), edges.filter(({ from }) => from === node.id), "to"),
    list(t("arrows to it"), edges.filter(({ to }) => to === node.id), "from"),
  ];
}

function groupPanel(node, actions) {
  return [el("h2", { tabindex: "-1" }, t("group in words", { province: node.province, n: node.members.length })), el("div", { class: "row" }, actions), documentList(node.members.slice(0, 200))];
}

/** The proof of an arrow; of several in one, the list of them. */
export function showEdge(panel, edge, { model, signal, onChoose, onDone }) {
  if (edge.members) {
    return void replace(
      panel,
      el("h2", { tabindex: "-1" }, t("n arrows", { n: edge.members.length })),
      el("ul", { class: "edge-list" }, edge.members.slice(0, 200).map((one) => el("li", {}, el("button", { type: "button", class: "link", on: { click: () => onChoose(one) } }, edgeSentence(model.nameOf(one.from), one.relation, model.nameOf(one.to)))))),
    );
  }
  replace(panel, waiting());
  edgeProof({ from: model.documents.get(edge.from), relation: edge.relation, to: model.documents.get(edge.to) }, signal)
    .then((content) => replace(panel, content))
    .then(onDone)
    .catch((error) => error.name !== "AbortError" && replace(panel, errorMessage(error, () => showEdge(panel, edge, { model, signal, onChoose, onDone }))));
}
