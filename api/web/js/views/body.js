// One body: its tasks in all documents, by deadline, and what it issued.

import { addressOf, note } from "../address.js";
import { announce, el, replace } from "../dom.js";
import { documentLink, documentList, levelMark } from "../documents.js";
import { download, downloadCsv } from "../downloads.js";
import { t } from "../language.js";
import { cutNote, errorMessage, nothing } from "../messages.js";
import { ask, askAll, askFile, bodyPath, key } from "../service.js";
import { deadlineOf, isPast, localToday, roleName, taskText } from "../tasks.js";

const ROLES = ["lead", "coordinate", "all"];
const ISSUED = 50;

export async function showBody(container, address, signal) {
  const path = bodyPath(address.body);
  let body;
  try {
    body = await ask(path, {}, { signal });
  } catch (error) {
    if (error.kind !== "unknown") throw error;
    container.append(el("h1", { tabindex: "-1" }, t("body gone")), el("p", { class: "small" }, el("code", {}, address.body)), el("p", {}, el("a", { href: "/" }, t("to start"))));
    return t("body gone");
  }
  const [tasks, documents] = await Promise.all([askAll(`${path}/tasks`, {}, { signal }), ask(`${path}/documents`, { limit: ISSUED, total: true }, { signal })]);
  container.append(
    el(
      "header",
      { class: "document-head" },
      el("h1", { tabindex: "-1" }, body.name),
      el("p", { class: "document-facts" }, levelMark(body.level), " ", aboveOf(body)),
    ),
    taskSection(body, tasks, { address, signal }),
    el("section", {}, el("h2", {}, t("issued", { n: body.issued })), documents.results.length ? documentList(documents.results) : nothing(t("issued none")), documents.cursor && nothing(t("n of m", { n: documents.results.length, m: documents.total }))),
  );
  return body.name;
}

function aboveOf({ part_of: part, located_in: places }) {
  return [
    part.length > 0 && [t("part of"), " ", part.map((one, index) => [index > 0 && ", ", el("a", { href: addressOf({ body: one.id }) }, one.name)])],
    places.length > 0 && [part.length > 0 && " · ", [...new Set(places.map(({ name }) => name))].join(", ")],
  ];
}

function taskSection(body, { results: tasks, cut }, { address, signal }) {
  const section = el("section", {}, el("h2", {}, t("tasks of body", { n: tasks.length })));
  if (!tasks.length) {
    section.append(nothing(t("no tasks of body")));
    return section;
  }
  if (cut) section.append(cutNote(tasks));
  let role = ROLES.includes(address.role) ? address.role : "";
  const place = el("div", {});
  const shown = () => tasks.filter((one) => !role || one.role === role);
  const draw = () => {
    const rows = shown();
    replace(place, rows.length ? taskTable(rows) : nothing(t("none with filters")));
    announce(t("n tasks", { n: rows.length }));
    replace(calendars, calendarLinks(body, rows, { role, signal }));
  };
  const select = el("select", { id: "by-role" }, el("option", { value: "" }, t("any role")), ROLES.map((one) => el("option", { value: one, selected: one === role }, roleName(one))));
  select.addEventListener("change", () => {
    note({ role: (role = select.value) });
    draw();
  });
  const calendars = el("div", { class: "row" });
  const hasDates = tasks.some(({ task }) => task.deadline);
  section.append(
    el("div", { class: "filters" }, el("span", { class: "filter" }, el("label", { for: "by-role" }, t("by role")), select), calendars, el("button", { type: "button", class: "button button-quiet", on: { click: () => saveCsv(body, shown(), cut) } }, t("save csv"))),
    place,
    hasDates ? el("p", { class: "small" }, t("ics help")) : "",
  );
  draw();
  return section;
}

/** Calendars of the deadlines that are to come, and of all; what the service puts into one is limited, the earliest first. */
function calendarLinks(body, rows, { role, signal }) {
  const today = localToday();
  const dated = rows.filter(({ task }) => task.deadline);
  const past = dated.filter(({ task }) => isPast(task.deadline, today)).length;
  return [past < dated.length && calendarLink(body, t("save ics"), { role, deadline_from: today, signal }), past > 0 && calendarLink(body, t("save ics all"), { role, signal })];
}

function calendarLink(body, words, { signal, ...parameters }) {
  const query = new URLSearchParams(Object.entries(parameters).filter(([, value]) => value));
  const address = `${bodyPath(body.id)}/tasks.ics${query.size ? `?${query}` : ""}`;
  const saveWithKey = async (event) => {
    if (!key.get()) return;
    event.preventDefault();
    const { parentElement: place } = event.currentTarget;
    try {
      download(`${body.id.replace("body:", "")}.ics`, await askFile(address, { signal }), "text/calendar");
    } catch (error) {
      if (error.name !== "AbortError") place.append(errorMessage(error));
    }
  };
  return el("a", { class: "button button-quiet", download: "", href: address, on: { click: saveWithKey } }, words);
}

function taskTable(rows) {
  const today = localToday();
  return el(
    "table",
    { class: "table table-tasks" },
    el("caption", { class: "unseen" }, t("tasks")),
    el("thead", {}, el("tr", {}, ["deadline", "task", "role", "document"].map((name) => el("th", { scope: "col" }, t(`column ${name}`))))),
    el(
      "tbody",
      {},
      rows.map(({ task, role, document }) =>
        el(
          "tr",
          {},
          el("th", { scope: "row", class: "column-deadline", data: { title: t("column deadline") } }, deadlineOf(task, { overdue: isPast(task.deadline, today) })),
          el("td", { class: "column-task", data: { title: t("column task") } }, taskText(task, document.id)),
          el("td", { data: { title: t("column role") } }, el("span", { class: `role role-${role}` }, roleName(role))),
          el("td", { class: "column-document", data: { title: t("column document") } }, documentLink(document, "facts"), el("p", { class: "small" }, document.issuer?.name)),
        ),
      ),
    ),
  );
}

function saveCsv(body, rows, cut) {
  const names = ["deadline", "deadline text", "task", "role", "number", "issuer", "date", "id"];
  const cells = rows.map(({ task, role, document: one }) => [task.deadline, task.deadline_text, task.text, roleName(role), one.code, one.issuer?.name, one.date, one.id]);
  downloadCsv(`${body.id.replace("body:", "")}-${t("file tasks")}${cut ? `-${t("file cut")}` : ""}`, names.map((name) => t(`column ${name}`)), cells);
}
