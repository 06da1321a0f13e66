// Reading a file: what is found in it, before and after it is loaded.

import { el } from "../dom.js";
import { t } from "../language.js";

export async function showUpload(container) {
  container.append(el("h1", { tabindex: "-1" }, t("upload title")));
  return t("upload title");
}
