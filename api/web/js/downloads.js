// Files made in the page.

/** Offers content as a file. */
export function download(name, content, type) {
  const address = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** Rows as CSV (RFC 4180) in UTF-8 with the mark by which Excel knows it; nothing in it is taken for a formula. */
export function csv(columns, rows) {
  const cell = (value) => {
    const text = value === null || value === undefined ? "" : String(value);
    const safe = /^[=+\-@\t\r]/.test(text) && Number.isNaN(Number(text)) ? `'${text}` : text;
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  return `\uFEFF${[columns, ...rows].map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}

export const downloadCsv = (name, columns, rows) => download(`${name}.csv`, csv(columns, rows), "text/csv;charset=utf-8");

export const downloadJson = (name, content) => download(`${name}.json`, `${JSON.stringify(content, null, 2)}\n`, "application/json");

/** A file name of a document's number: 32-NQ-CP. */
export const fileName = (document, suffix = "") => `${(document.code ?? document.id).normalize("NFC").replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "")}${suffix}`;
