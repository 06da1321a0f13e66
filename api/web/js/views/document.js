// One document: its head, and five ways to look at it.

import { addressOf } from "../address.js";
import { el } from "../dom.js";
import { fullName, levelMark } from "../documents.js";
import { formatDate, t } from "../language.js";
import { errorMessage } from "../messages.js";
import { ask, documentPath } from "../service.js";
import { showFacts } from "./facts.js";
import { askLineage, showGraph } from "./graph.js";
import { showMap } from "./map.js";
import { showPlans } from "./plans.js";
import { showText } from "./text.js";

const VIEWS = { graph: showGraph, plans: showPlans, map: showMap, facts: showFacts, text: showText };

export async function showDocument(container, address, signal) {
  const view = Object.hasOwn(VIEWS, address.view) ? address.view : "graph";
  // Asked for at the same time as the document: the first view is the graph.
  const lineage = view === "graph" ? askLineage(address.doc, address.cites === "1", signal) : null;
  lineage?.catch(() => {});
  let detail;
  try {
    detail = await ask(documentPath(address.doc), {}, { signal });
  } catch (error) {
    if (error.kind !== "unknown") throw error;
    container.append(
      el("h1", { tabindex: "-1" }, t("document gone")),
      el("p", { class: "lead" }, t("document gone help")),
      el("p", { class: "small" }, el("code", {}, address.doc)),
      el("p", {}, el("a", { href: "/" }, t("to start"))),
    );
    return t("document gone");
  }
  const document = detail.summary;
  container.append(documentHead(detail), tabs(document, view));
  const panel = el("section", { class: `panel panel-${view}`, "aria-label": t(`view ${view}`) });
  container.append(panel);
  container.addEventListener("shown", () => container.querySelector("[aria-current]").scrollIntoView({ block: "nearest", inline: "center" }));
  try {
    await VIEWS[view](panel, { detail, document, address, signal, container, lineage });
  } catch (error) {
    if (error.name === "AbortError") throw error;
    console.error(error);
    panel.replaceChildren(errorMessage(error, () => dispatchEvent(new PopStateEvent("popstate"))));
  }
  return `${fullName(document)} – ${t(`view ${view}`)}`;
}

function documentHead({ summary: document }) {
  const issuer = document.issuer && el("a", { href: addressOf({ body: document.issuer.id }) }, document.issuer.name);
  const date = formatDate(document.date ?? (document.year && String(document.year)));
  const facts = [issuer ?? t("issuer unknown"), date && t("of date", { date })].filter(Boolean);
  return el(
    "header",
    { class: "document-head" },
    el("h1", { tabindex: "-1" }, fullName(document)),
    el("p", { class: "document-facts" }, levelMark(document.level), " ", facts.flatMap((one, index) => (index ? [" · ", one] : [one]))),
    document.title && document.code && el("p", { class: "document-title" }, document.title),
    !document.held && el("p", { class: "note" }, t("not held explained")),
    document.open && el("p", { class: "note" }, t("open explained")),
    document.number_inferred && el("p", { class: "note" }, t("number inferred")),
  );
}

function tabs(document, current) {
  return el(
    "nav",
    { class: "tabs", "aria-label": t("views") },
    el(
      "ul",
      {},
      Object.keys(VIEWS)
        .filter((name) => name !== "text" || document.held)
        .map((name) => el("li", {}, el("a", { href: addressOf({ doc: document.id, view: name === "graph" ? null : name }), "aria-current": name === current ? "page" : null }, t(`view ${name}`)))),
    ),
  );
}
