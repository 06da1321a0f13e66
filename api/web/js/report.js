// What was read from a file: its head and lists beside the text, in which each thing is marked.

import { el } from "./dom.js";
import { fullName, levelMark, typeName } from "./documents.js";
import { fact } from "./evidence.js";
import { currentLanguage, formatDate, knownWords, t } from "./language.js";
import { markedText } from "./marked_text.js";
import { percent } from "./messages.js";
import { leftOutText } from "./reasons.js";
import { deadlineOf, roleName } from "./tasks.js";

/** The report of the service on one file. */
export function reportView(report) {
  const { document, citations, tasks, recipients } = report.record;
  const cited = (one) => fullName({ ...one, held: false, title: one.title ?? one.quote });
  const marks = [
    ...citations.map((one) => ({ start: one.start, end: one.end, kind: "citation", title: `${knownWords(`relation ${one.relation}`) ?? one.relation}: ${cited(one)}` })),
    ...tasks.map((one) => ({ start: one.start, end: one.end, kind: "task", title: one.assigned.map(({ text, role }) => `${roleName(role)}: ${text === "all" ? t("everybody") : text}`).join("; ") || t("task") })),
    ...recipients.map((one) => ({ start: one.start, end: one.end, kind: "recipient", title: t("mark recipient") })),
    ...report.defects.map((one) => ({ start: one.start, end: one.end, kind: "defect", title: defectText(one) })),
  ];
  return el(
    "div",
    { class: "report" },
    el("div", { class: "report-text" }, textLegend(), markedText(report.text, marks)),
    el(
      "div",
      { class: "report-facts" },
      el("h2", {}, document.code ? t("type and number", { type: typeName(document.type), code: document.code }) : t("no number", { type: typeName(document.type) })),
      headFacts(report),
      list("n citations", citations, (one) => [el("em", {}, knownWords(`relation ${one.relation}`) ?? one.relation), " ", el("span", { class: "number" }, cited(one)), el("span", { class: "small" }, ` ${percent(one.confidence)}`)]),
      list("n defects", report.defects, (one) => [el("p", { class: "defect" }, defectText(one)), el("span", { lang: "vi" }, one.quote), " ", el("span", { class: "small" }, t("line and column", one))]),
      list("n unsettled", report.unsettled, (one) => [el("span", { lang: "vi" }, one.quote), el("p", { class: "small" }, t("missing fields", { fields: one.missing.map((name) => knownWords(`field ${name}`) ?? name).join(", ") }))]),
      list("n tasks", tasks, (one) => [one.assigned.map(({ text, role }) => [el("span", { class: `role role-${role}` }, roleName(role)), " ", text === "all" ? t("everybody") : text, " "]), el("p", { lang: "vi" }, one.text), el("p", { class: "small" }, deadlineOf({ deadline: one.deadline_date, deadline_text: one.deadline }))]),
      list("n recipients", recipients, (one) => [one.body?.name ?? one.text, one.purpose && el("span", { class: "small" }, ` (${one.purpose})`)]),
      list("n left out", report.left_out, (one) => [el("span", { lang: "vi" }, one.words), leftOutText(one)]),
    ),
  );
}

function headFacts({ id, record: { document } }) {
  const rows = [
    [t("issuer"), document.issuer?.name ?? t("not stated")],
    [t("date"), [document.place, formatDate(document.date)].filter(Boolean).join(", ") || t("not stated")],
    [t("level"), levelMark(document.level)],
    [t("signer"), document.signer],
    [t("title of it"), document.title],
    [t("identifier"), el("code", {}, id)],
  ];
  return el("dl", { class: "facts" }, rows.filter(([, value]) => value).map(([name, value]) => fact(name, value)));
}

function list(words, rows, content) {
  if (!rows.length) return null;
  return el("details", { class: "report-list", open: words === "n citations" || words === "n defects" }, el("summary", {}, t(words, { n: rows.length })), el("ul", { class: "entries" }, rows.map((one) => el("li", {}, content(one)))));
}

const defectText = (one) => (currentLanguage() === "vi" ? one.vietnamese : one.text);

function textLegend() {
  return el("p", { class: "small text-legend" }, [["citation", t("citation")], ["task", t("task")], ["recipient", t("mark recipient")], ["defect", t("mark defect")]].map(([kind, words]) => [el("span", { class: `mark-${kind}` }, words), " "]));
}
