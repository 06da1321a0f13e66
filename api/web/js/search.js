// The search box: a combobox that offers documents and bodies while one types.

import { go } from "./address.js";
import { announce, el, later, replace } from "./dom.js";
import { fullName, levelName } from "./documents.js";
import { formatDate, t } from "./language.js";
import { ask, ServiceError } from "./service.js";

const OFFERED = 8;
const BODIES = 3;

/** A box with suggestions; Enter without a choice looks the words up. */
export function searchBox({ id, value, label, large = false }) {
  const list = el("ul", { id: `${id}-list`, role: "listbox", "aria-label": t("suggestions"), class: "offers", hidden: true });
  const input = el("input", {
    id, value, type: "text", role: "combobox", autocomplete: "off", autocapitalize: "off", spellcheck: "false", enterkeyhint: "search",
    "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id, placeholder: t("search for"), "aria-label": label,
  });
  const form = el(
    "form",
    { class: large ? "search search-large" : "search", role: "search", on: { submit: lookUp } },
    el("div", { class: "search-field" }, input, list),
    el("button", { class: "button search-go" }, t("look up")),
  );
  let offers = [];
  let active = -1;
  let asked = new AbortController();

  function lookUp(event) {
    event.preventDefault();
    const words = input.value.trim();
    if (active >= 0) return choose(active);
    close();
    if (words) go({ q: words });
    else input.focus();
  }

  function choose(index) {
    const { state } = offers[index];
    close();
    go(state);
  }

  function close() {
    asked.abort();
    offerLater.skip = true;
    list.hidden = true;
    active = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }

  function mark(index) {
    list.children[active]?.setAttribute("aria-selected", "false");
    active = index;
    const option = list.children[active];
    option?.setAttribute("aria-selected", "true");
    option?.scrollIntoView({ block: "nearest" });
    if (option) input.setAttribute("aria-activedescendant", option.id);
    else input.removeAttribute("aria-activedescendant");
  }

  function draw() {
    replace(
      list,
      offers.map(({ name, facts }, index) =>
        el(
          "li",
          { id: `${id}-${index}`, role: "option", "aria-selected": "false", class: "offer", on: { mousedown: (event) => event.preventDefault(), click: () => choose(index) } },
          el("span", { class: "offer-name" }, name),
          el("span", { class: "offer-facts" }, facts),
        ),
      ),
    );
    active = -1;
    input.removeAttribute("aria-activedescendant");
    list.hidden = offers.length === 0;
    input.setAttribute("aria-expanded", String(!list.hidden));
    announce(offers.length ? t("offers", { n: offers.length }) : t("no offers"));
  }

  async function offer() {
    const words = input.value.trim();
    asked.abort();
    asked = new AbortController();
    if (!words || offerLater.skip) return;
    const { signal } = asked;
    const found = await Promise.allSettled([suggestDocuments(words, signal), suggestBodies(words, signal)]);
    if (signal.aborted || document.activeElement !== input) return;
    if (found.some(({ reason }) => reason && !(reason instanceof ServiceError))) throw found.find(({ reason }) => reason).reason;
    offers = found.flatMap(({ value }) => value ?? []);
    draw();
  }

  const offerLater = later(120, offer);
  input.addEventListener("input", () => {
    offerLater.skip = false;
    if (input.value.trim()) offerLater();
    else close();
  });
  input.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !list.hidden) {
      close();
      event.preventDefault();
    }
    if (list.hidden || !["ArrowDown", "ArrowUp"].includes(event.key)) return;
    event.preventDefault();
    const step = event.key === "ArrowDown" ? 1 : -1;
    mark(((active + 1 + step + offers.length + 1) % (offers.length + 1)) - 1);
  });
  input.addEventListener("blur", () => setTimeout(close, 100));
  return form;
}

async function suggestDocuments(words, signal) {
  const { results } = await ask("/v1/suggest", { q: words, limit: OFFERED }, { signal });
  return results.map((one) => ({
    name: fullName(one),
    facts: [one.issuer?.name, formatDate(one.date ?? (one.year && String(one.year))), !one.held && t("not held")].filter(Boolean).join(" · "),
    state: { doc: one.id },
  }));
}

async function suggestBodies(words, signal) {
  if (!/\p{L}{2}/u.test(words) || /\//.test(words)) return [];
  const { results } = await ask("/v1/bodies", { q: words, limit: BODIES }, { signal });
  return results.map((one) => ({ name: one.name, facts: [t("body"), levelName(one.level)].join(" · "), state: { body: one.id } }));
}
