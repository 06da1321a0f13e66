// What a typed name means: one document is shown at once, several are offered, and for none the nearest.

import { go } from "../address.js";
import { el, replace } from "../dom.js";
import { documentList, levelName } from "../documents.js";
import { t } from "../language.js";
import { nothing } from "../messages.js";
import { addressOf } from "../address.js";
import { ask, ServiceError } from "../service.js";

const WORDS_SHOWN = 50;
const NONE = { results: [], total: 0 };

export async function showFound(container, { q }, signal) {
  const isNumber = /[0-9]/.test(q) && /[/-]/.test(q);
  const [named, byWords, bodies] = await Promise.all([
    resolveName(q, signal),
    isNumber ? NONE : ask("/v1/documents", { q, limit: WORDS_SHOWN, total: true }, { signal }).catch(onlyUnknown),
    isNumber ? NONE : ask("/v1/bodies", { q, limit: 10 }, { signal }).catch(onlyUnknown),
  ]);
  if (named.target) {
    go({ doc: named.target.id }, { instead: true });
    return null;
  }
  const others = byWords.results.filter((one) => !named.candidates.some(({ id }) => id === one.id));
  replace(
    container,
    el("h1", { tabindex: "-1" }, named.candidates.length ? t("several", { name: q }) : others.length ? t("found by words", { name: q }) : t("not known", { name: q })),
    named.candidates.length > 0 && [el("p", { class: "lead" }, t("several help")), documentList(named.candidates)],
    !named.candidates.length && !others.length && el("p", { class: "lead" }, t("not known help")),
    others.length > 0 && [
      named.candidates.length > 0 && el("h2", {}, t("other documents by words")),
      documentList(others),
      byWords.total > others.length && nothing(t("more by words", { n: byWords.total - byWords.results.length })),
    ],
    bodies.results.length > 0 && [
      el("h2", {}, t("bodies found")),
      el("ul", { class: "entries" }, bodies.results.map((one) => el("li", {}, el("a", { href: addressOf({ body: one.id }) }, one.name), " ", el("span", { class: "small" }, levelName(one.level))))),
    ],
    !others.length && named.nearest.length > 0 && !named.candidates.length && [el("h2", {}, t("nearest")), documentList(named.nearest)],
  );
  return q;
}

async function resolveName(name, signal) {
  try {
    return { nearest: [], ...(await ask("/v1/trace", { to: name, limit: 1 }, { signal })) };
  } catch (error) {
    if (error.kind !== "unknown") throw error;
    return { target: null, candidates: [], nearest: error.problem.nearest ?? [] };
  }
}

function onlyUnknown(error) {
  if (error instanceof ServiceError && ["unknown", "wrong"].includes(error.kind)) return NONE;
  throw error;
}
