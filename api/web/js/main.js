// Shows what the address says.

import { followAddress, readAddress } from "./address.js";
import { announce, el, replace } from "./dom.js";
import { drawFrame } from "./frame.js";
import { t } from "./language.js";
import { errorMessage, waiting } from "./messages.js";
import { applyTheme } from "./theme.js";
import { showBody } from "./views/body.js";
import { showDocument } from "./views/document.js";
import { showFound } from "./views/found.js";
import { showHome } from "./views/home.js";
import { showUpload } from "./views/upload.js";

const main = document.getElementById("main");
let shown = null;

function viewOf(address) {
  if (address.doc) return showDocument;
  if (address.body) return showBody;
  if (address.q) return showFound;
  if (address.page === "upload") return showUpload;
  return showHome;
}

/** What of the address makes another page: the rest are details of one. */
const pageOf = ({ doc, body, q, page }) => JSON.stringify([doc, body, q, page]);

async function show({ first = false } = {}) {
  shown?.stop.abort();
  const address = readAddress();
  const isOther = shown === null || shown.page !== pageOf(address);
  const here = (shown = { stop: new AbortController(), page: pageOf(address) });
  if (isOther || first) drawFrame(showAgain);
  const container = el("div", { class: "view" });
  const slow = setTimeout(() => replace(main, waiting()), isOther ? 200 : 600);
  try {
    const title = await viewOf(address)(container, address, here.stop.signal);
    if (here !== shown) return;
    document.title = title ? `${title} – vanban` : t("title");
  } catch (error) {
    if (here !== shown || error.name === "AbortError") return;
    console.error(error);
    replace(container, errorMessage(error, showAgain));
    document.title = t("title");
  } finally {
    clearTimeout(slow);
  }
  replace(main, container);
  if (isOther) scrollTo(0, 0);
  if (isOther && !first) main.querySelector("h1")?.focus({ preventScroll: true });
  container.dispatchEvent(new Event("shown"));
  if (!first) announce(document.title);
}

function showAgain() {
  drawFrame(showAgain);
  return show();
}

applyTheme();
followAddress(() => show());
addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input, textarea, select")) return;
  event.preventDefault();
  document.querySelector("[role=combobox]")?.focus();
});
show({ first: true });
