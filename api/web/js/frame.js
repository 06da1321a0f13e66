// What stays on every view: name, search, language, light or dark, and the foot.

import { go, readAddress } from "./address.js";
import { el, replace } from "./dom.js";
import { currentLanguage, setLanguage, t } from "./language.js";
import { searchBox } from "./search.js";
import { key } from "./service.js";
import { chosenTheme, chooseTheme, THEMES } from "./theme.js";

/** Draws the frame in the current language; on the first view the search box stands in the page itself. */
export function drawFrame(showAgain) {
  const address = readAddress();
  const isHome = !["doc", "q", "body", "page"].some((name) => name in address);
  document.documentElement.lang = currentLanguage();
  document.getElementById("skip").textContent = t("skip");
  replace(
    document.getElementById("top"),
    el(
      "div",
      { class: "top-inner" },
      el("a", { class: "wordmark", href: "/" }, "vanban"),
      isHome ? el("div", { class: "top-space" }) : searchBox({ id: "search", value: address.q ?? "", label: t("search") }),
      el("nav", { class: "top-tools", "aria-label": t("tools") }, uploadLink(), languageSwitch(showAgain), themeSwitch()),
    ),
  );
  replace(
    document.getElementById("foot"),
    el("p", {}, t("foot")),
    keyNote(),
    el("p", {}, el("a", { href: "/docs", target: "_blank", rel: "noopener" }, t("for programs"))),
  );
}

/** Says that a key is sent with every question, and lets one take it back. */
function keyNote() {
  return el("p", { id: "key-note", hidden: !key.get() }, t("key in use"), " ", el("button", { type: "button", class: "link", on: { click: () => key.set(null) } }, t("forget key")));
}

addEventListener("vanban-key", () => (document.getElementById("key-note").hidden = !key.get()));

function uploadLink() {
  return el("a", { href: "/?page=upload", class: "tool" }, t("upload"));
}

function languageSwitch(showAgain) {
  const other = currentLanguage() === "vi" ? "en" : "vi";
  const change = () => {
    setLanguage(other);
    const { lang, ...rest } = readAddress();
    if (lang) go(rest, { instead: true });
    else showAgain();
    document.querySelector(".language").focus();
  };
  return el("button", { type: "button", class: "tool language", lang: other, on: { click: change } }, t("other language"));
}

function themeSwitch() {
  const button = el("button", { type: "button", class: "tool theme", on: { click: next } });
  function label() {
    button.textContent = t(`theme ${chosenTheme()}`);
    button.setAttribute("aria-label", t("theme is", { theme: t(`theme ${chosenTheme()}`) }));
  }
  function next() {
    chooseTheme(THEMES[(THEMES.indexOf(chosenTheme()) + 1) % THEMES.length]);
    label();
  }
  label();
  return button;
}
