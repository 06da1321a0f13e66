// The first view: what this is, a box to type into, questions that what is loaded can answer, and how much is loaded.

import { addressOf } from "../address.js";
import { el } from "../dom.js";
import { fullName, levelName } from "../documents.js";
import { t } from "../language.js";
import { searchBox } from "../search.js";
import { ask } from "../service.js";

export async function showHome(container, address, signal) {
  const [coverage, examples] = await Promise.all([ask("/v1/coverage", { limit: 1 }, { signal }), ask("/v1/examples", {}, { signal })]);
  container.classList.add("home");
  container.append(
    el("h1", { tabindex: "-1" }, t("home title")),
    el("p", { class: "lead" }, t("home lead")),
    searchBox({ id: "search", value: "", label: t("search"), large: true }),
    el("p", { class: "small search-hint" }, t("search hint")),
    questionList(examples),
    loaded(coverage),
  );
  container.addEventListener("shown", () => matchMedia("(pointer: fine)").matches && container.querySelector("[role=combobox]").focus());
  return null;
}

function questionList({ cascade, lowest, body }) {
  const questions = [
    cascade && [t("question cascade", { name: fullName(cascade) }), { doc: cascade.id }],
    lowest && [t("question lowest", { name: lowest.issuer ? t("of issuer", { name: fullName(lowest), issuer: lowest.issuer.name }) : fullName(lowest) }), { doc: lowest.id }],
    body && [t("question body", { name: body.name }), { body: body.id }],
  ].filter(Boolean);
  if (!questions.length) return el("section", {}, el("h2", {}, t("nothing loaded")), el("p", {}, t("nothing loaded help")), el("pre", {}, "vanban load PATH"));
  return el(
    "section",
    { class: "questions" },
    el("h2", {}, t("you may ask")),
    el("ul", {}, questions.map(([text, state]) => el("li", {}, el("a", { href: addressOf(state) }, text)))),
  );
}

function loaded({ levels }) {
  const sum = (name) => levels.reduce((total, one) => total + one[name], 0);
  if (!sum("held") && !sum("cited_only")) return null;
  const most = Math.max(...levels.map((one) => one.held + one.cited_only));
  return el(
    "section",
    { class: "loaded" },
    el("h2", {}, t("what is loaded")),
    el("p", {}, t("loaded sentence", { held: sum("held"), cited: sum("cited_only") })),
    el(
      "table",
      { class: "bars" },
      el("thead", { class: "unseen" }, el("tr", {}, ["level", "held", "cited only"].map((name) => el("th", { scope: "col" }, t(`column ${name}`))))),
      el(
        "tbody",
        {},
        levels.map((one) =>
          el(
            "tr",
            {},
            el("th", { scope: "row" }, levelName(one.level)),
            el("td", {}, bar(one.held, most, `level-${one.level ?? "unknown"}`), t("n held", { n: one.held })),
            el("td", {}, one.cited_only > 0 && t("n cited only", { n: one.cited_only })),
          ),
        ),
      ),
    ),
  );
}

function bar(value, most, name) {
  return el("span", { class: `bar ${name}`, "aria-hidden": "true", style: { width: `${value ? Math.max(2, (100 * value) / most) : 0}px` } });
}
