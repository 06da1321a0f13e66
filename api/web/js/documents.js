// How documents are named and shown wherever they appear.

import { addressOf } from "./address.js";
import { el } from "./dom.js";
import { currentLanguage, formatDate, knownWords, t } from "./language.js";

const SHORT = [
  [/^Ủy ban nhân dân/, "UBND"],
  [/^Hội đồng nhân dân/, "HĐND"],
  [/Giáo dục và Đào tạo/, "GD&ĐT"],
  [/^Ủy ban Thường vụ Quốc hội/, "UBTV Quốc hội"],
];

/** The type in the language of the page. */
export function typeName(type) {
  if (!type) return t("document");
  return (currentLanguage() === "en" && knownWords(`type ${type}`)) || type;
}

/** The number, or what names a document without one. */
export function shortName(document) {
  return document.code ?? (document.held || !document.title ? t("no number", { type: typeName(document.type) }) : document.title);
}

/** Type and number: Kế hoạch số 142/KH-UBND. */
export function fullName(document) {
  if (document.code) return t("type and number", { type: typeName(document.type), code: document.code });
  return document.held || !document.title ? t("no number", { type: typeName(document.type) }) : document.title;
}

/** The issuer in the usual short form. */
export function shortIssuer(document) {
  return SHORT.reduce((name, [long, short]) => name.replace(long, short), document.issuer?.name ?? "");
}

export const levelName = (level) => t(`level ${level ?? "unknown"}`);

export function levelMark(level) {
  return el("span", { class: `level level-${level ?? "unknown"}` }, levelName(level));
}

/** Where a document comes from, from the commune up. */
export function placeName(document) {
  return [document.commune, document.district, document.province].filter(Boolean).join(", ");
}

export function documentAddress(document, view) {
  return addressOf({ doc: document.id ?? document, view });
}

export function documentLink(document, view) {
  return el("a", { href: documentAddress(document, view), class: document.code ? "number whole" : "number" }, fullName(document));
}

/** A document in a list: what it is, who issued it, when, and whether its text is held. */
export function documentEntry(document, view) {
  const facts = [document.issuer?.name, formatDate(document.date ?? (document.year && String(document.year)))];
  return el(
    "div",
    { class: "entry" },
    el("p", { class: "entry-name" }, documentLink(document, view), " ", levelMark(document.level), documentMark(document)),
    el("p", { class: "entry-facts" }, facts.filter(Boolean).join(" · ")),
    document.title && document.code && el("p", { class: "entry-title" }, document.title),
  );
}

/** What is uncertain about a document as a whole, in a word or two. */
export function documentMark(document) {
  if (!document.held) return el("span", { class: "mark not-held", title: t("not held explained") }, t("not held"));
  if (document.number_inferred) return el("span", { class: "mark", title: t("number inferred") }, t("number from citations"));
  return document.open ? el("span", { class: "mark" }, t("open")) : null;
}

/** A list of documents. */
export function documentList(documents, view) {
  return el("ul", { class: "entries" }, documents.map((one) => el("li", {}, documentEntry(one, view))));
}
