// Reasons that the service gives in English, in the language of the page.

import { el } from "./dom.js";
import { currentLanguage } from "./language.js";
import { vietnameseLeftOut, vietnameseReasons } from "./reasons.vi.js";

/** A reason in a paragraph; one for which there are no words yet stays in English, and says so. */
export function reasonText(reason) {
  return paragraph(reason, inVietnamese(reason));
}

/** Why something like a number was not taken for a document's: `reason` is the slug, `explanation` its English. */
export function leftOutText({ reason, explanation }) {
  return paragraph(explanation, Object.hasOwn(vietnameseLeftOut, reason) ? vietnameseLeftOut[reason] : null);
}

function paragraph(english, vietnamese) {
  const isTranslated = currentLanguage() === "vi" && vietnamese;
  return el("p", { class: "small", lang: isTranslated ? "vi" : "en" }, isTranslated ? vietnamese : english);
}

/** A reason, or each of the parts of which it is made; null where one is not known. */
function inVietnamese(reason) {
  const whole = translated(reason);
  if (whole) return whole;
  const parts = reason.split("; ").map(translated);
  return parts.every(Boolean) ? parts.join("; ") : null;
}

function translated(text) {
  for (const [pattern, words] of vietnameseReasons) {
    const found = pattern.exec(text);
    if (found) return typeof words === "function" ? words(...found.slice(1)) : words;
  }
  return null;
}
