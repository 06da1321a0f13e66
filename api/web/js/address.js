// The state of the page is its address: what is shown can be sent to somebody, and the back button works.

let onChange = () => {};

/** What the address says: `doc`, `view`, `edge`, `q`, `body`, `page` and the filters of a view, all text. */
export function readAddress() {
  return Object.fromEntries(new URLSearchParams(location.search));
}

/** The address of a state; members that are null or empty are left out. */
export function addressOf(state) {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(state)) if (value !== null && value !== undefined && value !== "") query.set(name, value);
  const text = query.toString().replaceAll("%3A", ":").replaceAll("%2F", "/").replaceAll("%2C", ",").replaceAll("%7E", "~");
  return text ? `/?${text}` : "/";
}

/** Goes to another state and shows it. */
export function go(state, { instead = false } = {}) {
  const address = addressOf(state);
  if (instead) history.replaceState(null, "", address);
  else history.pushState(null, "", address);
  onChange();
}

/** Notes a detail of what is shown in the address, without showing it anew. */
export function note(changes, { step = false } = {}) {
  const address = addressOf({ ...readAddress(), ...changes });
  if (address === location.pathname + location.search) return;
  if (step) history.pushState(null, "", address);
  else history.replaceState(null, "", address);
}

/** Calls `show` whenever another state is to be shown; links within the page do not load it again. */
export function followAddress(show) {
  onChange = show;
  addEventListener("popstate", show);
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[href]");
    if (!link || event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    if (link.origin !== location.origin || link.pathname !== "/" || link.target || link.hasAttribute("download")) return;
    if (link.hash && link.search === location.search) return;
    event.preventDefault();
    history.pushState(null, "", link.pathname + link.search + link.hash);
    show();
  });
}
