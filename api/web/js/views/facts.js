// The document itself: its head, what it rests on, what rests on it, who has to do what, who receives it, what is wrong in it.

import { addressOf } from "../address.js";
import { el, replace } from "../dom.js";
import { documentEntry, levelName, placeName, typeName } from "../documents.js";
import { relationName } from "../edges.js";
import { evidenceItem, fact } from "../evidence.js";
import { DEFECTS, PASSIVE_RELATIONS, RELATIONS } from "../facts.js";
import { currentLanguage, formatDate, formatNumber, t } from "../language.js";
import { nothing } from "../messages.js";
import { reasonText } from "../reasons.js";
import { tasksByBody } from "../tasks.js";

export async function showFacts(panel, { detail }) {
  const { summary: document } = detail;
  replace(
    panel,
    section(t("head"), headTable(detail)),
    section(t("rests on"), relatedList(edgesOf(detail.citations, document.id, "from")) ?? nothing(document.held ? t("rests on nothing") : t("not held explained"))),
    section(t("rests on it"), [
      relatedList(edgesOf(detail.cited_by, document.id, "to")) ?? nothing(t("nothing rests on it")),
      detail.cited_by_count > detail.cited_by.length && nothing(t("n of m citations", { n: detail.cited_by.length, m: detail.cited_by_count })),
    ]),
    document.held && section(t("tasks"), detail.tasks.length ? tasksByBody(detail.tasks, document) : nothing(t("no tasks"))),
    document.held && section(t("recipients"), detail.recipients.length ? recipientList(detail.recipients) : nothing(t("no recipients"))),
    defectSection(detail),
    detail.possibly_same.length > 0 &&
      section(t("possibly same"), [el("p", { class: "small" }, t("possibly same help")), el("ul", { class: "entries" }, detail.possibly_same.map((one) => el("li", {}, documentEntry(one.document), reasonText(one.reason))))]),
  );
}

function section(title, content) {
  return el("section", {}, el("h2", {}, title), content);
}

function headTable(detail) {
  const { summary: document, signer, signer_title: post, source, place, issuer_evidence: proof } = detail;
  const issuer = document.issuer && el("a", { href: addressOf({ body: document.issuer.id }) }, document.issuer.name);
  const rows = [
    [t("type"), typeName(document.type)],
    [t("number"), document.code ? [document.code, document.number_inferred && numberProof()] : document.held ? t("number blank") : t("number unknown")],
    [t("issuer"), issuer ? [issuer, proof?.inferred && el("span", { class: "mark" }, t("inferred")), issuerProof(proof, document)] : t("not stated")],
    [t("date"), [place, formatDate(document.date ?? (document.year && String(document.year)))].filter(Boolean).join(", ") || t("not stated")],
    [t("level"), levelName(document.level)],
    [t("place"), placeName(document)],
    [t("signer"), [signer, post].filter(Boolean).join(", ")],
    [t("title of it"), document.code ? document.title : null],
    [t("file"), source && el("a", { href: addressOf({ doc: document.id, view: "text" }) }, source)],
    [t("identifier"), el("code", {}, document.id)],
  ];
  return el("dl", { class: "facts" }, rows.filter(([, value]) => value).map(([name, value]) => fact(name, value)));
}

function numberProof() {
  return [el("span", { class: "mark" }, t("inferred")), el("p", { class: "small" }, t("number inferred"))];
}

function issuerProof(proof, document) {
  if (proof?.inferred) return proof.why && reasonText(proof.why);
  if (!proof?.quote) return null;
  const place = `${proof.start}-${proof.end}`;
  const quote = el("q", { class: "quoted", lang: "vi" }, proof.quote);
  return el("p", { class: "small" }, document.held || proof.document !== document.id ? el("a", { href: addressOf({ doc: proof.document, view: "text", at: place }) }, quote) : quote);
}

/** Citations as edges: one for each relation and document at the other end, with every place. */
function edgesOf(citations, id, side) {
  const edges = new Map();
  for (const citation of citations) {
    const active = PASSIVE_RELATIONS[citation.relation];
    const [from, to] = active ? [citation.document, citation.subject] : [citation.subject, citation.document];
    const relation = active ?? citation.relation;
    const [own, other] = side === "from" ? [from, to] : [to, from];
    if (own.id !== id || other.id === id) continue;
    const name = `${relation} ${other.id}`;
    if (!edges.has(name)) edges.set(name, { relation, other, to, citations: [] });
    edges.get(name).citations.push(citation);
  }
  return [...edges.values()].sort((a, b) => RELATIONS.indexOf(a.relation) - RELATIONS.indexOf(b.relation));
}

function relatedList(edges) {
  if (!edges.length) return null;
  const groups = Map.groupBy(edges, (one) => one.relation);
  return [...groups].map(([relation, members]) =>
    el(
      "div",
      { class: "related" },
      el("h3", {}, relationName(relation), " ", el("span", { class: "count" }, formatNumber(members.length))),
      el("ul", { class: "entries" }, members.map((one) => el("li", {}, documentEntry(one.other), proofs(one)))),
    ),
  );
}

function proofs({ citations, to }) {
  return el("details", { class: "proofs" }, el("summary", {}, t("show n places", { n: citations.length })), citations.map((one) => evidenceItem(one.evidence, to.code)));
}

function recipientList(recipients) {
  return el(
    "ul",
    { class: "recipients" },
    recipients.map(({ text, purpose, body }) => el("li", {}, body ? el("a", { href: addressOf({ body: body.id }) }, text) : text, purpose && el("span", { class: "small" }, ` (${purpose})`))),
  );
}

function defectSection({ citations, summary }) {
  if (!summary.held) return null;
  const found = citations.filter((one) => one.defects.length);
  if (!found.length) return section(t("defects"), nothing(t("no defects")));
  return section(t("defects"), [
    el("p", { class: "small" }, t("defects help")),
    el("ul", { class: "entries" }, found.map((citation) => el("li", {}, citation.defects.map(defectText), evidenceItem(citation.evidence, citation.document.code)))),
  ]);
}

/** A defect, which begins with the slug of its kind, explained. */
function defectText(defect) {
  const [slug] = defect.split(":");
  const kind = DEFECTS[slug];
  return el("p", { class: "defect" }, kind ? kind[currentLanguage() === "vi" ? "vietnamese" : "english"] : defect);
}

