// What the service is asked, and what can go wrong.

const KEY = "vanban-key";
const PATIENCE = 30_000;

/** An answer that is none; `kind` is away, busy, key, forbidden, unknown, wrong or failed. */
export class ServiceError extends Error {
  constructor(kind, problem = {}) {
    super(problem.detail ?? kind);
    this.kind = kind;
    this.problem = problem;
  }
}

const KINDS = { 401: "key", 403: "forbidden", 404: "unknown", 429: "busy", 502: "away", 503: "away", 504: "slow" };

/** The key that was typed, until the tab closes; those who show whether there is one listen to `vanban-key`. */
export const key = {
  get: () => sessionStorage.getItem(KEY),
  set(value) {
    if (value) sessionStorage.setItem(KEY, value);
    else sessionStorage.removeItem(KEY);
    dispatchEvent(new Event("vanban-key"));
  },
};

/** The answer of the service to a question; throws ServiceError. Several choices (300) are an answer. */
export async function ask(path, parameters = {}, options = {}) {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    for (const one of Array.isArray(value) ? value : [value]) if (one !== null && one !== undefined && one !== "") query.append(name, one);
  }
  const address = query.size ? `${path}?${query}` : path;
  return (await fetchJson(address, options)).content;
}

/** Sends a form; gives the status with the answer. */
export function send(path, form, options = {}) {
  return fetchJson(path, { method: "POST", body: form, patience: 180_000, ...options });
}

/** A file of the service, for which a link cannot send the key. */
export async function askFile(address, options = {}) {
  return (await fetchWithKey(address, { accept: "*/*", ...options })).blob();
}

async function fetchJson(address, options) {
  const response = await fetchWithKey(address, options);
  return { status: response.status, content: await response.json().catch(() => ({})) };
}

/** A key that is not known, or no longer, is dropped: it must not keep from reading what everybody may read. */
async function fetchWithKey(address, options) {
  const sent = key.get();
  try {
    return await fetchAnswer(address, sent, options);
  } catch (error) {
    if (error.kind !== "key" || !sent || (options.method ?? "GET") !== "GET") throw error;
    if (key.get() === sent) key.set(null);
    return fetchAnswer(address, null, options).catch((second) => {
      throw second.kind === "key" ? error : second;
    });
  }
}

async function fetchAnswer(address, sent, { signal, method = "GET", body, patience = PATIENCE, accept = "application/json" }) {
  const headers = { Accept: accept };
  if (sent) headers.Authorization = `Bearer ${sent}`;
  const timeout = AbortSignal.timeout(patience);
  let response;
  try {
    response = await fetch(address, { method, body, headers, signal: signal ? AbortSignal.any([signal, timeout]) : timeout });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new ServiceError(error.name === "TimeoutError" ? "slow" : "away");
  }
  if (response.ok || response.status === 300) return response;
  const content = await response.json().catch(() => ({}));
  throw new ServiceError(KINDS[response.status] ?? (response.status < 500 ? "wrong" : "failed"), content);
}

/** Every result of a list, page by page, about `most`; `cut` says that there are more. */
export async function askAll(path, parameters = {}, { most = 5000, ...options } = {}) {
  const results = [];
  let cursor = null;
  let first = null;
  do {
    const page = await ask(path, { limit: 500, ...parameters, cursor }, options);
    first ??= page;
    results.push(...page.results);
    cursor = page.cursor;
  } while (cursor && results.length < most);
  return { ...first, results, cut: Boolean(cursor) };
}

/** The path of a document or body in the service. */
export const documentPath = (id) => `/v1/documents/${encodeURIComponent(id)}`;
export const bodyPath = (id) => `/v1/bodies/${encodeURIComponent(id)}`;
