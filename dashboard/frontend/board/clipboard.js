// Onto the clipboard: a picture, or a table that Word and Excel take for one. Each resolves to whether it was allowed.

import { element } from "./dom.js";

const EXCEL = "urn:schemas-microsoft-com:office:excel";
const RUN = /^[=+\-@\t\r]/; // what a spreadsheet would compute

/** `blob`: a promise of a PNG, so that the browser still sees that a person has asked for it. */
export async function copyPicture(blob) {
  if (!navigator.clipboard?.write || !window.ClipboardItem) return false;
  try {
    await navigator.clipboard.write([new ClipboardItem({ "image/png": blob })]);
    return true;
  } catch (error) {
    if (error.name !== "NotAllowedError") throw error;
    return false;
  }
}

export async function copyTable(table) {
  const [html, plain] = [asHtml(table), asTabs(table)];
  if (navigator.clipboard?.write && window.ClipboardItem) {
    const part = (text, type) => new Blob([text], { type });
    try {
      await navigator.clipboard.write([
        new ClipboardItem({ "text/html": part(html, "text/html"), "text/plain": part(plain, "text/plain") }),
      ]);
      return true;
    } catch {
      // some pages may not write by themselves: the older way follows
    }
  }
  let written = false;
  const write = (event) => {
    event.clipboardData.setData("text/html", html);
    event.clipboardData.setData("text/plain", plain);
    event.preventDefault();
    written = true;
  };
  document.addEventListener("copy", write, { once: true });
  document.execCommand("copy");
  document.removeEventListener("copy", write);
  return written;
}

/** A table for word processors; cells are text, so that no 7.397 becomes seven and a bit, but bare numbers say so. */
export function asHtml({ caption, columns, rows, numbers = [] }) {
  const cell = (tag, text, number) => {
    const made = element(tag, { style: "mso-number-format:'\\@';vertical-align:top" }, text ?? "");
    if (number == null) return made;
    made.setAttribute("style", "text-align:right;vertical-align:top");
    made.setAttribute("x:num", number); // Excel
    made.setAttribute("sdval", number); // LibreOffice
    return made;
  };
  const table = element(
    "table", { border: "1", style: "border-collapse:collapse" },
    element("caption", {}, caption),
    element("thead", {}, element("tr", {}, ...columns.map((name) => cell("th", name)))),
    element("tbody", {}, ...rows.map((row, at) =>
      element("tr", {}, ...row.map((text, column) => cell("td", text, column === 2 ? numbers[at] : null))))),
  );
  return `<html xmlns:x="${EXCEL}"><head><meta charset="utf-8"></head><body>${table.outerHTML}</body></html>`;
}

/** The same with tabs between cells. */
export function asTabs({ columns, rows }) {
  const cell = (text) => (RUN.test(text ?? "") ? `'${text}` : text ?? "").replace(/\s+/g, " ");
  return [columns, ...rows].map((row) => row.map(cell).join("\t")).join("\n");
}
