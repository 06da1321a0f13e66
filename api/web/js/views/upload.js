// Reading a file: what is found in it, before and after it is loaded.

import { addressOf } from "../address.js";
import { announce, el, replace } from "../dom.js";
import { t } from "../language.js";
import { errorMessage, keyForm } from "../messages.js";
import { reportView } from "../report.js";
import { key, send } from "../service.js";

export async function showUpload(container, address, signal) {
  const place = el("div", { class: "upload-place" });
  container.append(el("h1", { tabindex: "-1" }, t("upload title")), el("p", { class: "lead" }, t("upload lead")), place);
  const view = new UploadView(place, signal);
  if (key.get()) view.askForFile();
  else view.askForKey();
  return t("upload title");
}

class UploadView {
  constructor(place, signal) {
    this.place = place;
    this.signal = signal;
  }

  askForKey() {
    replace(this.place, el("p", {}, t("key needed")), keyForm(() => this.askForFile()));
  }

  askForFile() {
    const input = el("input", { type: "file", id: "upload-file", accept: ".txt,.md,text/plain,text/markdown", class: "unseen" });
    input.addEventListener("change", () => input.files.length && this.read(input.files[0]));
    const zone = el("label", { class: "drop", for: "upload-file" }, t("upload drop"));
    for (const name of ["dragenter", "dragover"]) zone.addEventListener(name, (event) => (event.preventDefault(), zone.classList.add("drop-over")));
    zone.addEventListener("dragleave", () => zone.classList.remove("drop-over"));
    zone.addEventListener("drop", (event) => {
      event.preventDefault();
      zone.classList.remove("drop-over");
      if (event.dataTransfer.files.length) this.read(event.dataTransfer.files[0]);
    });
    const other = el("button", { type: "button", class: "link", on: { click: () => (key.set(null), this.askForKey()) } }, t("change key"));
    replace(this.place, input, zone, el("p", {}, other));
  }

  read(file) {
    this.file = file;
    return this.sendFile("/v1/extractions", t("upload reading", { name: file.name }));
  }

  load(replaceHeld = false) {
    return this.sendFile("/v1/documents", t("upload loading", { name: this.file.name }), replaceHeld);
  }

  async sendFile(path, words, replaceHeld = false) {
    const report = this.place.querySelector(".report");
    const state = el("p", { class: "waiting", role: "status" }, words);
    if (report) this.place.querySelector(".upload-state").replaceWith(state);
    else replace(this.place, state);
    const form = new FormData();
    form.append("file", this.file);
    if (replaceHeld) form.append("replace", "true");
    try {
      const { content } = await send(path, form, { signal: this.signal });
      this.show(content);
    } catch (error) {
      if (error.name !== "AbortError" || !this.signal.aborted) this.refuse(error, state, report);
    }
  }

  refuse(error, state, report) {
    const isConflict = /Conflict/.test(error.problem?.title ?? "");
    const isOfKey = ["key", "forbidden"].includes(error.kind);
    let message;
    if (isOfKey) message = errorMessage(error, () => this.read(this.file));
    else if (isConflict || error.kind === "wrong") {
      message = el(
        "section",
        { class: "message message-error", role: "alert" },
        el("h2", {}, t(isConflict ? "upload conflict" : "upload refused")),
        isConflict && el("p", {}, t("upload conflict help")),
        el("p", { class: "small", lang: "en" }, error.problem.detail),
        isConflict && el("button", { type: "button", class: "button", on: { click: () => this.load(true) } }, t("replace it")),
      );
    } else message = errorMessage(error, () => this.read(this.file));
    const again = el("p", {}, el("button", { type: "button", class: "link", on: { click: () => this.askForFile() } }, t("other file")));
    if (error.kind === "forbidden") message.append(keyForm(() => this.read(this.file)));
    if (report) state.replaceWith(el("div", { class: "upload-state" }, message, again));
    else replace(this.place, message, again);
  }

  /** What was read, over the text itself; a button stores it, a link leads to what is stored. */
  show(report) {
    const isStored = report.action !== "read";
    const state = el(
      "div",
      { class: `upload-state ${isStored ? "upload-stored" : ""}` },
      el("p", { role: "status" }, t(`upload ${report.action}`)),
      el(
        "div",
        { class: "row" },
        isStored
          ? el("a", { class: "button", href: addressOf({ doc: report.id }) }, t("see document"))
          : el("button", { type: "button", class: "button", on: { click: () => this.load() } }, t("load it")),
        el("button", { type: "button", class: "button button-quiet", on: { click: () => this.askForFile() } }, t("other file")),
      ),
    );
    replace(this.place, state, reportView(report));
    announce(t(`upload ${report.action}`));
    state.scrollIntoView({ block: "nearest" });
  }
}
