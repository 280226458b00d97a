// Copies an image, or a table that Word and Excel paste as a table. Each function resolves to whether it was allowed.

import { element } from "./dom.js";

const EXCEL = "urn:schemas-microsoft-com:office:excel";
// The start of a text that a spreadsheet would run as a formula: the rule of export/csv_files.py, compared by a test.
const RUN = /^(?:[\s\x00-\x20\x85\ufeff\u200b-\u200f\u2060]*[=+\-@＝＋－＠﹦﹢﹣﹫]|[\t\r\n])/;

/** `blob`: a promise of a PNG. Browsers allow a copy only within a click, so it can't be awaited first. */
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
      // not allowed here: the older way follows
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

/**
 * A table for word processors and spreadsheets, its caption and its verdict (if any) in rows of their own: of a <caption>
 * LibreOffice makes the first cell of the heads. Each cell told what it is, so that no locale makes 55.61 of 55.610.
 *
 * `numbers`: of each row the number that its third cell is, if it is one; all else is text. Excel reads x:num, x:str and
 * mso-number-format; LibreOffice sdval, with the language and format of sdnum (1033: English), without which it is ignored.
 */
export function asHtml({ caption, columns, rows, numbers = [], verdict }) {
  const cell = (tag, text, number) => {
    if (number == null) {
      const style = "mso-number-format:'\\@';vertical-align:top";
      return element(tag, { style, "x:str": "", sdnum: "1033;0;@" }, harmless(text));
    }
    const format = `#,##0${(String(number).split(".")[1] ?? "").replace(/^./, ".$&").replace(/\d/g, "0")}`;
    const style = `mso-number-format:'${format.replace(/[#,.]/g, "\\$&")}';text-align:right;vertical-align:top`;
    return element(tag, { style, "x:num": number, sdval: number, sdnum: `1033;0;${format}` }, text);
  };
  const across = (tag, text) => {
    const whole = cell(tag, text);
    whole.setAttribute("colspan", columns.length);
    return element("tr", {}, whole);
  };
  const table = element(
    "table", { border: "1", style: "border-collapse:collapse" },
    element("thead", {}, across("th", caption), element("tr", {}, ...columns.map((name) => cell("th", name)))),
    element("tbody", {}, ...rows.map((row, at) =>
      element("tr", {}, ...row.map((text, column) => cell("td", text, column === 2 ? numbers[at] : null)))),
      verdict ? across("td", verdict) : null),
  );
  return `<html xmlns:x="${EXCEL}"><head><meta charset="utf-8"></head><body>${table.outerHTML}</body></html>`;
}

/** The same with tabs between cells; whole numbers without points, which some readers take for a decimal mark. */
export function asTabs({ columns, rows, numbers = [] }) {
  const cell = (text, number) => (Number.isInteger(number) ? String(number) : harmless(text).replace(/\s+/g, " "));
  const lines = rows.map((row, at) => row.map((text, column) => cell(text, column === 2 ? numbers[at] : null)));
  return [columns.map((name) => cell(name)), ...lines].map((line) => line.join("\t")).join("\n");
}

/** Text with an apostrophe before what a spreadsheet would run as a formula. */
export function harmless(text) {
  return RUN.test(text ?? "") ? `'${text}` : (text ?? "");
}
