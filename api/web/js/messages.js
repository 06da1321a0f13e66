// What is said when there is nothing to show, or something went wrong.

import { el } from "./dom.js";
import { formatNumber, t } from "./language.js";
import { key } from "./service.js";

/** What to say of an error, with a way on. */
export function errorMessage(error, again) {
  const kind = error.kind ?? "failed";
  const problem = error.problem ?? {};
  const details = [problem.detail, problem.request_id && t("request", { id: problem.request_id })].filter(Boolean);
  return el(
    "section",
    { class: "message message-error", role: "alert" },
    el("h2", {}, t(`error ${kind}`)),
    el("p", {}, t(`error ${kind} help`)),
    kind === "key" && keyForm(again),
    kind !== "away" && details.length > 0 && el("p", { class: "small", lang: "en" }, details.join(" · ")),
    again && kind !== "key" && el("button", { type: "button", class: "button", on: { click: again } }, t("try again")),
  );
}

/** Asks for the key; calls `then` with it. */
export function keyForm(then) {
  const input = el("input", { id: "key", type: "password", autocomplete: "off", spellcheck: "false", required: true });
  const take = (event) => {
    event.preventDefault();
    key.set(input.value.trim());
    then();
  };
  return el(
    "form",
    { class: "key-form", on: { submit: take } },
    el("label", { for: "key" }, t("key")),
    el("div", { class: "row" }, input, el("button", { class: "button" }, t("use key"))),
    el("p", { class: "small" }, t("key kept")),
  );
}

export function waiting() {
  return el("p", { class: "waiting", role: "status" }, t("waiting"));
}

export function nothing(text) {
  return el("p", { class: "nothing" }, text);
}

/** Said of a list that stops before its end. */
export function cutNote(results) {
  return el("p", { class: "note" }, t("cut", { n: results.length }));
}

export const percent = (number) => formatNumber(number, { style: "percent" });
