// What stands on nodes and edges.

import { fullName, levelName, shortIssuer, shortName } from "../documents.js";
import { relationName } from "../edges.js";
import { formatDate, knownWords, t } from "../language.js";

const LONGEST = 46;

const cut = (text) => (text.length > LONGEST ? `${text.slice(0, LONGEST - 1).trimEnd()}…` : text);

/** Number above issuer; a group says how many documents it holds. */
export function nodeLabel(node) {
  if (node.members) return `${node.province}\n${t("n documents", { n: node.members.length })}`;
  const { document, beyond } = node;
  const hidden = beyond ? `  +${beyond}` : "";
  const first = document.code || document.held ? shortName(document) : cut(shortName(document));
  return document.code || document.held ? `${first}${hidden}\n${cut(shortIssuer(document) || document.title || "")}`.trimEnd() : `${first}${hidden}`;
}

/** The same for those who hear it. */
export function nodeInWords(node) {
  if (node.members) return t("group in words", { province: node.province, n: node.members.length });
  const { document } = node;
  return [fullName(document), document.issuer?.name, formatDate(document.date), levelName(document.level), t(document.held ? "held" : "not held")].filter(Boolean).join(", ");
}

export function edgeLabel({ relation, members }) {
  const name = knownWords(`short ${relation}`) ?? relationName(relation);
  return members?.length > 1 ? `${name} (${members.length})` : name;
}
