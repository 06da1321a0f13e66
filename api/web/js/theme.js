// Light or dark: as the system has it, or as chosen.

const KEPT = "vanban-theme";
export const THEMES = ["system", "light", "dark"];

export function chosenTheme() {
  const kept = localStorage.getItem(KEPT);
  return THEMES.includes(kept) ? kept : "system";
}

export function chooseTheme(theme) {
  if (theme === "system") localStorage.removeItem(KEPT);
  else localStorage.setItem(KEPT, theme);
  applyTheme();
}

/** Sets the theme on the page; pictures that do not follow it by themselves listen to `vanban-theme`. */
export function applyTheme() {
  const theme = chosenTheme();
  if (theme === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  dispatchEvent(new Event("vanban-theme"));
}

matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => dispatchEvent(new Event("vanban-theme")));
