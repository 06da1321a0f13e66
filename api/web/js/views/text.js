// The whole text, with what was read in it marked; an address may point to a place.

import { addressOf } from "../address.js";
import { el } from "../dom.js";
import { relationName } from "../edges.js";
import { fullName } from "../documents.js";
import { markedText } from "../marked_text.js";
import { ask, documentPath } from "../service.js";
import { knownWords, t } from "../language.js";
import { nothing } from "../messages.js";

export async function showText(panel, { detail, document, address, signal, container }) {
  if (!document.held) return void panel.append(nothing(t("not held explained")));
  const { text } = await ask(`${documentPath(document.id)}/text`, {}, { signal });
  const marks = [
    ...detail.citations.map((one) => ({
      start: one.evidence.start,
      end: one.evidence.end,
      kind: "citation",
      href: addressOf({ doc: one.document.id }),
      title: `${knownWords(`relation ${one.relation}`) ? relationName(one.relation) : one.relation}: ${fullName(one.document)}`,
    })),
    ...detail.tasks.map((one) => ({ start: one.start, end: one.end, kind: "task", title: t("task") })),
  ];
  const [, start, end] = /^([0-9]+)-([0-9]+)$/.exec(address.at ?? "") ?? [];
  if (start) marks.push({ start: Number(start), end: Number(end), kind: "here", title: t("this place") });
  panel.append(legend(), markedText(text, marks));
  container.addEventListener("shown", () => {
    const here = panel.querySelector(".mark-here");
    if (!here) return;
    here.scrollIntoView({ block: "center" });
    here.setAttribute("tabindex", "-1");
    here.focus({ preventScroll: true });
  });
}

function legend() {
  return el("p", { class: "small text-legend" }, ["citation", "task"].map((kind) => [el("span", { class: `mark-${kind}` }, t(kind)), " "]), t("text legend"));
}
