// Tasks: who has to do what, by when.

import { addressOf } from "./address.js";
import { el } from "./dom.js";
import { compareText, formatDate, knownWords, t } from "./language.js";

export const roleName = (role) => knownWords(`role ${role}`) ?? role;

/** The deadline as a date, and as it is printed. */
export function deadlineOf(task, { overdue = false } = {}) {
  if (!task.deadline && !task.deadline_text) return el("span", { class: "small" }, t("no deadline"));
  const date = task.deadline && el("time", { datetime: task.deadline, class: overdue ? "deadline past" : "deadline" }, formatDate(task.deadline));
  return [date, " ", task.deadline_text && el("span", { class: "small" }, task.deadline_text)];
}

/** The words of a task, linked to where they stand. */
export function taskText(task, documentId) {
  return el("a", { class: "task-text", lang: "vi", href: addressOf({ doc: documentId, view: "text", at: `${task.start}-${task.end}` }) }, task.text);
}

/** Today where the reader is, as a deadline is written. */
export function localToday() {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
}

/** Whether a deadline, perhaps a month or a year, is over. */
export const isPast = (deadline, today) => Boolean(deadline) && deadline < today.slice(0, deadline.length);

/** Tasks under each body that has them; those that name nobody come last. */
export function tasksByBody(tasks, document) {
  const groups = new Map();
  for (const task of tasks) {
    const assigned = task.assigned.length ? task.assigned : [{ text: null, role: null, body: null }];
    for (const one of assigned) {
      const name = one.body?.id ?? one.text ?? "";
      if (!groups.has(name)) groups.set(name, { title: one.text === "all" ? t("everybody") : (one.body?.name ?? one.text ?? t("nobody named")), body: one.body, rows: [] });
      groups.get(name).rows.push({ task, role: one.role });
    }
  }
  const order = [...groups.values()].sort((a, b) => Boolean(b.body) - Boolean(a.body) || compareText(a.title, b.title));
  return el(
    "div",
    { class: "task-groups" },
    order.map(({ title, body, rows }) =>
      el(
        "section",
        { class: "task-group" },
        el("h3", {}, body ? el("a", { href: addressOf({ body: body.id }) }, title) : title),
        el(
          "ul",
          {},
          rows.map(({ task, role }) => el("li", {}, role && el("span", { class: `role role-${role}` }, roleName(role)), " ", taskText(task, document.id), el("p", { class: "task-deadline" }, deadlineOf(task)))),
        ),
      ),
    ),
  );
}
