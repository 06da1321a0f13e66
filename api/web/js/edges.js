// Edges between documents, in words.

import { el } from "./dom.js";
import { documentLink, shortIssuer } from "./documents.js";
import { t } from "./language.js";
import { evidenceItem } from "./evidence.js";
import { ask } from "./service.js";

export const relationName = (relation) => t(`relation ${relation}`);

/** One edge as a sentence, of the names of its ends: Kế hoạch số 57/KH-UBND thực hiện Kế hoạch số 142/KH-UBND. */
export function edgeSentence(from, relation, to) {
  return `${from} ${relationName(relation)} ${to}`;
}

/** The sentence with links, and the places that prove it; asks the service for them. */
export async function edgeProof({ from, relation, to }, signal) {
  const { results } = await ask("/v1/evidence", { from: from.id, relation, to: to.id }, { signal });
  return [
    el("h2", { class: "edge-sentence", tabindex: "-1" }, documentLink(from), issuerOf(from), " ", el("em", {}, relationName(relation)), " ", documentLink(to), issuerOf(to)),
    el("p", { class: "small" }, t("n places", { n: results.length })),
    results.map((one) => evidenceItem(one, to.code)),
  ];
}

function issuerOf(document) {
  return document.issuer && el("span", { class: "small" }, ` (${shortIssuer(document)})`);
}
