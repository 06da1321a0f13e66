// The provinces, about where they lie: which have a plan, which are only cited, of which nothing is known.

import { addressOf, note } from "../address.js";
import { announce, el, replace } from "../dom.js";
import { fullName } from "../documents.js";
import { downloadCsv, fileName } from "../downloads.js";
import { PROVINCES } from "../facts.js";
import { formatNumber, t } from "../language.js";
import { askPlans } from "../local_plans.js";
import { cutNote } from "../messages.js";

/** The month from whose first day 34 provinces are in the place of 63. */
const CHANGE = "2025-07";
const STATES = ["plan", "cited", "none"];

export async function showMap(panel, { document, address, signal }) {
  const { results, cut } = await askPlans(document.id, signal);
  const documents = results.map((one) => one.document);
  const place = el("div", {});
  let set = address.set === "34" ? "34" : "63";
  const draw = () => replace(place, drawn(document, countBySet(documents, set), { set, cut }));
  const choice = el(
    "fieldset",
    { class: "choices" },
    el("legend", { class: "unseen" }, t("which provinces")),
    ["63", "34"].map((one) => {
      const input = el("input", { type: "radio", name: "set", value: one, checked: one === set });
      input.addEventListener("change", () => {
        note({ set: (set = one) });
        draw();
        announce(t(`provinces ${one}`));
      });
      return el("label", {}, input, t(`provinces ${one}`));
    }),
  );
  panel.append(el("h2", {}, t("map title", { name: fullName(document) })), cut ? cutNote(results) : "", choice, place);
  draw();
}

/** Per province of a set: its documents that are held, and those that are only cited; and those that lie in none. */
export function countBySet(documents, set) {
  const byName = (wanted) => new Map(PROVINCES.filter((one) => one.set === wanted).map((one) => [one.name, one]));
  const [old, recent] = [byName("63"), byName("34")];
  const byCode = new Map([...recent.values()].map((one) => [one.code, one]));
  const counts = new Map(PROVINCES.filter((one) => one.set === set).map((one) => [one.code, { province: one, held: 0, cited: 0 }]));
  let elsewhere = 0;
  for (const one of documents) {
    const isOld = isBeforeChange(one, old, recent);
    const then = (isOld ? old : recent).get(one.province);
    const province = set === "63" ? (isOld ? then : null) : isOld ? byCode.get(then?.into) : then;
    if (!province) elsewhere += 1;
    else counts.get(province.code)[one.held ? "held" : "cited"] += 1;
  }
  return { counts: [...counts.values()], elsewhere };
}

/**
 * Whether a document names one of the 63 provinces. A bare 2025 (or no date) does not tell, so the name does: one that only one of
 * the sets has belongs to that; one that survives in both is of the 63 only where nothing was merged into it, so that both mean
 * the same place. Of the 34 it is rightly counted either way.
 */
function isBeforeChange({ date, year, province }, old, recent) {
  const day = date ?? (year ? String(year) : "");
  if (!CHANGE.startsWith(day) || day === CHANGE) return day < CHANGE;
  const now = recent.get(province);
  return !now || (old.has(province) && [...old.values()].filter(({ into }) => into === now.code).length === 1);
}

const stateOf = ({ held, cited }) => (held ? "plan" : cited ? "cited" : "none");

function drawn(document, { counts, elsewhere }, { set, cut }) {
  const sums = Object.fromEntries(STATES.map((state) => [state, counts.filter((one) => stateOf(one) === state).length]));
  const order = [...counts].sort((a, b) => a.province.tile[1] - b.province.tile[1] || a.province.tile[0] - b.province.tile[0]);
  return [
    el("p", { class: "lead" }, t("map sentence", { plan: formatNumber(sums.plan), all: formatNumber(counts.length) })),
    el("ul", { class: "map-legend" }, STATES.map((state) => el("li", {}, el("span", { class: `tile-sample tile-${state}`, "aria-hidden": "true" }), t(`map ${state}`), " ", el("strong", {}, formatNumber(sums[state]))))),
    elsewhere > 0 && el("p", { class: "note" }, t(`map elsewhere ${set}`, { n: elsewhere })),
    el("ul", { class: `tiles tiles-${set}` }, order.map((one) => tile(document, one))),
    el("p", { class: "small" }, t("map help")),
    el("button", { type: "button", class: "button button-quiet", on: { click: () => saveCsv(document, order, { set, cut }) } }, t("save csv")),
  ];
}

function tile(document, { province, held, cited }) {
  const state = stateOf({ held, cited });
  const [column, row] = province.tile;
  const inside = [el("span", { class: "tile-name" }, province.name), el("span", { class: "tile-count" }, held || cited ? formatNumber(held || cited) : "–", el("span", { class: "unseen" }, ` ${t(`map ${state}`)}`))];
  const link = state !== "none" && addressOf({ doc: document.id, view: "plans", ...(province.set === "63" ? { province: province.name } : { now: province.code }) });
  return el("li", { class: `tile tile-${state}`, style: { "--column": column + 1, "--row": row + 1 } }, link ? el("a", { href: link }, inside) : el("span", {}, inside));
}

function saveCsv(document, order, { set, cut }) {
  const rows = order.map((one) => [one.province.code, one.province.name, t(`map ${stateOf(one)}`), one.held, one.cited]);
  downloadCsv(fileName(document, `-${set}-${t("file provinces")}${cut ? `-${t("file cut")}` : ""}`), ["code", "province", "state", "held", "cited only"].map((name) => t(`column ${name}`)), rows);
}
