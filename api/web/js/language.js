// The words of the page: Vietnamese first, English by a switch.

import { english } from "./words.en.js";
import { vietnamese } from "./words.vi.js";

const WORDS = { vi: vietnamese, en: english };
const KEPT = "vanban-language";
let language = null;

/** The language that is shown: of the address, else the one chosen before, else Vietnamese. */
export function currentLanguage() {
  if (!language) {
    const asked = new URLSearchParams(location.search).get("lang") ?? localStorage.getItem(KEPT);
    language = Object.hasOwn(WORDS, asked) ? asked : "vi";
  }
  return language;
}

export function setLanguage(name) {
  language = name;
  localStorage.setItem(KEPT, name);
}

/** Words by their key, `{name}` filled in; a number `n` chooses between one and other. */
export function t(key, values = {}) {
  const found = WORDS[currentLanguage()][key];
  if (found === undefined) throw new Error(`no words for ${key}`);
  const text = typeof found === "string" ? found : found[values.n === 1 ? "one" : "other"];
  return text.replace(/\{(\w+)\}/g, (_, name) => (typeof values[name] === "number" ? formatNumber(values[name]) : values[name]));
}

/** Words by their key, or null where there are none. */
export function knownWords(key) {
  const found = WORDS[currentLanguage()][key];
  return found === undefined ? null : found;
}

const LOCALES = { vi: "vi-VN", en: "en-GB" };

export function formatNumber(number, options) {
  return new Intl.NumberFormat(LOCALES[currentLanguage()], options).format(number);
}

export function compareText(a, b) {
  return a.localeCompare(b, "vi", { numeric: true });
}

/** A date that may be partial, as it is written in the language; "" for none. */
export function formatDate(iso) {
  if (!iso) return "";
  const [year, month, day] = iso.split("-");
  if (currentLanguage() === "vi") return [day && Number(day), month && Number(month), year].filter(Boolean).join("/");
  if (!month) return year;
  const options = { year: "numeric", month: day ? "short" : "long", day: day ? "numeric" : undefined, timeZone: "UTC" };
  return new Intl.DateTimeFormat(LOCALES.en, options).format(new Date(`${year}-${month}-${day ?? "01"}T00:00:00Z`));
}
