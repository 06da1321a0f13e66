// The places that prove an edge: the sentence with the cited number marked, where it stands, which rule read it, how sure.

import { addressOf } from "./address.js";
import { el } from "./dom.js";
import { knownWords, t } from "./language.js";
import { percent } from "./messages.js";

/** The pieces of a context: before, the quote, after; the quote nearest to where it stands in the text. */
export function splitContext({ context, quote, start, context_start: contextStart }) {
  const wanted = start - contextStart;
  let best = -1;
  for (let at = context.indexOf(quote); at >= 0; at = context.indexOf(quote, at + 1)) {
    if (best < 0 || Math.abs(at - wanted) < Math.abs(best - wanted)) best = at;
  }
  if (best < 0) return { before: "", quote, after: "" };
  return { before: context.slice(0, best), quote, after: context.slice(best + quote.length) };
}

/** The quote, with the number in it set off where it is printed. */
export function markQuote(quote, code) {
  const at = code && code.split("").map((letter) => (/[-–/]/.test(letter) ? `\\s*${letter === "/" ? "/" : "[-–]"}\\s*` : letter.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))).join("");
  const found = at && new RegExp(at, "iu").exec(quote.normalize("NFC").replaceAll("Ð", "Đ"));
  if (!found || quote.normalize("NFC").length !== quote.length) return el("mark", {}, quote);
  const end = found.index + found[0].length;
  return el("mark", {}, quote.slice(0, found.index), el("strong", {}, quote.slice(found.index, end)), quote.slice(end));
}

export function evidenceItem(evidence, code) {
  const parts = splitContext(evidence);
  const [form, place] = evidence.rule.split("/");
  return el(
    "figure",
    { class: "evidence" },
    el("blockquote", { lang: "vi" }, parts.before, markQuote(parts.quote, code), parts.after),
    el(
      "figcaption",
      {},
      el(
        "dl",
        { class: "evidence-facts" },
        fact(t("file"), el("a", { href: addressOf({ doc: evidence.document, view: "text", at: `${evidence.start}-${evidence.end}` }) }, t("file and place", { source: evidence.source, start: evidence.start, end: evidence.end }))),
        fact(t("rule"), [form, place].map((name) => knownWords(`rule ${name}`) ?? name).join("; "), el("code", { class: "small" }, ` ${evidence.rule}`)),
        fact(t("confidence"), confidenceMark(evidence.confidence)),
      ),
    ),
  );
}

export function fact(name, ...value) {
  return [el("dt", {}, name), el("dd", {}, value)];
}

/** How sure, in words and as a share. */
export function confidenceMark(confidence) {
  const word = confidence >= 0.9 ? "sure" : confidence >= 0.7 ? "likely" : "unsure";
  return el("span", { class: `confidence confidence-${word}` }, t(word), " ", percent(confidence));
}
