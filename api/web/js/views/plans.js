// The local plans that trace back to a document: a table, with the path and the proof of each.

import { addressOf, note } from "../address.js";
import { announce, el, replace } from "../dom.js";
import { documentLink, documentMark, fullName, levelMark, levelName, placeName } from "../documents.js";
import { relationName } from "../edges.js";
import { evidenceItem } from "../evidence.js";
import { downloadCsv, fileName } from "../downloads.js";
import { LEVELS, PROVINCES } from "../facts.js";
import { compareText, formatDate, t } from "../language.js";
import { askPlans, pathConfidence, pathEvidence } from "../local_plans.js";
import { cutNote, nothing } from "../messages.js";
import { evidenceButton, sortedTable } from "../sorted_table.js";

export async function showPlans(panel, { document, address, signal }) {
  const answer = await askPlans(document.id, signal);
  const plans = answer.results;
  panel.append(el("h2", {}, t("plans title", { n: plans.length, name: fullName(document) })));
  if (answer.cut) panel.append(cutNote(plans));
  if (answer.unknown_level) panel.append(nothing(t("unknown level", { n: answer.unknown_level })));
  if (!plans.length) return void panel.append(nothing(t("no plans")));
  const known = new Map([document, ...plans.map((one) => one.document)].map((one) => [one.id, one]));
  const chosen = { level: address.level ?? "", province: address.province ?? "", held: address.held ?? "" };
  const region = regionOf(address.now);
  const place = el("div", { class: "table-place" });
  const shown = () => plans.filter(({ document: one }) => (!chosen.level || one.level === chosen.level) && (!chosen.province || one.province === chosen.province) && (!chosen.held || String(one.held) === chosen.held) && (!region || region.names.has(one.province)));
  let sort = address.sort ?? "hops";
  const draw = () => {
    const rows = shown();
    replace(
      place,
      rows.length
        ? sortedTable({ caption: t("view plans"), columns: columns(), rows, sort, onSort: (by) => note({ sort: (sort = by) }), onRow: (row) => pathProof(row, known, document) })
        : nothing(t("none with filters")),
    );
    announce(t("n plans shown", { n: rows.length }));
  };
  const csvButton = el("button", { type: "button", class: "button button-quiet", on: { click: () => saveCsv(document, shown(), answer.cut) } }, t("save csv"));
  if (region) panel.append(el("p", { class: "note" }, t("only now in", { name: region.name }), " ", el("a", { href: addressOf({ doc: document.id, view: "plans" }) }, t("any province"))));
  panel.append(el("div", { class: "filters" }, filters(plans, chosen, draw), csvButton), place);
  draw();
}

/** One of the 34 provinces by its code, with the names of those that became it. */
function regionOf(code) {
  const now = PROVINCES.find((one) => one.set === "34" && one.code === code);
  return now && { name: now.name, names: new Set([now.name, ...PROVINCES.filter(({ into }) => into === code).map(({ name }) => name)]) };
}

function filters(plans, chosen, draw) {
  const provinces = [...new Set(plans.map((one) => one.document.province).filter(Boolean))].sort(compareText);
  const choice = (name, options) => {
    const select = el("select", { id: `by-${name}` }, el("option", { value: "" }, t(`any ${name}`)), options.map(([value, text]) => el("option", { value, selected: chosen[name] === value }, text)));
    select.addEventListener("change", () => {
      chosen[name] = select.value;
      note({ [name]: select.value });
      draw();
    });
    return el("span", { class: "filter" }, el("label", { for: select.id }, t(`by ${name}`)), select);
  };
  return [
    choice("level", LEVELS.slice(1).map((level) => [level, levelName(level)])),
    choice("province", provinces.map((name) => [name, name])),
    choice("held", [["true", t("held")], ["false", t("not held")]]),
  ];
}

function columns() {
  const own = (name, cell, key) => ({ name, title: t(`column ${name}`), cell: (row, tools) => cell(row, tools), key });
  return [
    own("number", ({ document: one }) => [documentLink(one), " ", documentMark(one)], ({ document: one }) => fullName(one)),
    own("level", ({ document: one }) => levelMark(one.level), ({ document: one }) => LEVELS.indexOf(one.level)),
    own("place", ({ document: one }) => placeName(one), ({ document: one }) => [one.province, one.district, one.commune].filter(Boolean).join(" ") || null),
    own("issuer", ({ document: one }) => one.issuer?.name ?? "", ({ document: one }) => one.issuer?.name ?? null),
    own("date", ({ document: one }) => formatDate(one.date), ({ document: one }) => one.date),
    own("hops", ({ hops }) => String(hops.length), ({ hops }) => hops.length),
    own("evidence", ({ hops }, tools) => evidenceButton(t("n places", { n: pathEvidence(hops) }), tools), ({ hops }) => pathEvidence(hops)),
  ];
}

/** Every step from a plan up to the target, each with its places. */
function pathProof({ hops }, known, target) {
  const names = new Map(known);
  const name = (id, hop) => (names.has(id) ? documentLink(names.get(id)) : el("code", {}, id === target.id ? target.code : (hop?.to ?? id)));
  return [
    el(
      "ol",
      { class: "path" },
      hops.map((hop) => el("li", {}, el("h3", {}, name(hop.from), " ", el("em", {}, relationName(hop.relation)), " ", name(hop.to)), hop.evidence.map((one) => evidenceItem(one, names.get(hop.to)?.code)))),
    ),
  ];
}

function saveCsv(target, rows, cut) {
  const names = ["number", "type", "level", "province", "district", "commune", "issuer", "date", "held", "hops", "evidence", "confidence", "quote", "file", "title", "id"];
  const cells = rows.map(({ document: one, hops }) => {
    const first = hops[0].evidence[0];
    return [one.code, one.type, levelName(one.level), one.province, one.district, one.commune, one.issuer?.name, one.date, t(one.held ? "yes" : "no"), hops.length, pathEvidence(hops), pathConfidence(hops), first.quote, first.source, one.title, one.id];
  });
  downloadCsv(fileName(target, `-${t("file plans")}${cut ? `-${t("file cut")}` : ""}`), names.map((name) => t(`column ${name}`)), cells);
}
