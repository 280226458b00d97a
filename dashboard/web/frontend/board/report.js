// The report page: what was put aside, in its order, with titles and comments; its preview, and the files that it makes.

import { basket, keep, spec } from "./basket.js";
import { element, fill } from "./dom.js";
import { save } from "./saving.js";
import { styled } from "./stylesheet.js";

const WAIT = 400; // ms after the last key before the preview is asked for
const TOO_LONG = [414, 431]; // an address that a server, or one before it, does not take
const reports = new WeakMap();

export default async function mount({ data, parentElement }) {
  if (!reports.has(parentElement)) reports.set(parentElement, new Report(parentElement));
  await styled();
  reports.get(parentElement).update(data);
  return () => {
    reports.get(parentElement)?.close();
    reports.delete(parentElement);
  };
}

class Report {
  constructor(parent) {
    this.found = basket();
    this.list = element("ol", { class: "ds-basket" });
    this.title = element("input", { type: "text", class: "ds-report-title", maxlength: 300 });
    this.title.addEventListener("input", () => this.change((found) => (found.title = this.title.value)));
    this.files = element("p", { class: "ds-report-files" });
    this.status = element("p", { class: "ds-report-status", role: "status" });
    this.preview = element("div", { class: "ds-preview" });
    this.edit = element("section", { class: "ds-report-edit" }, this.title, this.list, this.files, this.status);
    this.node = element("div", { class: "ds-report" }, this.edit, this.preview);
    this.elsewhere = () => this.reread();
    window.addEventListener("storage", this.elsewhere); // another tab put something aside
    parent.append(this.node);
  }

  close() {
    window.removeEventListener("storage", this.elsewhere);
    clearTimeout(this.waiting);
    this.asked?.abort();
    URL.revokeObjectURL(this.yaml);
    this.node.remove();
  }

  reread() {
    this.found = basket();
    this.draw();
  }

  update(data) {
    if (JSON.stringify(data) === this.known) return;
    this.known = JSON.stringify(data);
    Object.assign(this, { strings: data.strings, language: data.lang });
    this.found = basket();
    this.draw();
  }

  change(edit, { redraw = false } = {}) {
    edit(this.found);
    const kept = keep(this.found);
    if (redraw) this.draw();
    else this.show();
    if (!kept) this.status.textContent = this.strings.unkept;
  }

  draw() {
    const { strings, found } = this;
    this.title.value = found.title;
    this.title.placeholder = strings.untitled;
    this.title.setAttribute("aria-label", strings.title);
    this.list.replaceChildren(...found.items.map((item, at) => this.item(item, at)));
    this.show();
  }

  item(item, at) {
    const { strings, found } = this;
    const name = item.name || item.address;
    const field = (tag, key, words, most) => {
      const made = element(tag, { maxlength: most, placeholder: words, "aria-label": `${words}: ${name}`, ...(tag === "input" ? { type: "text" } : { rows: 2 }) });
      made.value = item[key];
      made.addEventListener("input", () => this.change(() => (item[key] = made.value)));
      return made;
    };
    const button = (sign, words, act, off) => {
      const made = element("button", { type: "button", "aria-label": fill(words, { name }), title: fill(words, { name }), disabled: off }, sign);
      made.addEventListener("click", () => {
        this.change(act, { redraw: true });
        this.list.children[Math.min(at, found.items.length - 1)]?.querySelector("button:not(:disabled)")?.focus();
      });
      return made;
    };
    const swap = (by) => ({ items }) => ([items[at], items[at + by]] = [items[at + by], items[at]]);
    return element(
      "li", {},
      element("div", { class: "ds-item-head" }, element("a", { href: `./${item.address}` }, `${strings[item.kind]}: ${name}`),
        button("↑", strings.up, swap(-1), at === 0), button("↓", strings.down, swap(1), at === found.items.length - 1),
        button("×", strings.remove, ({ items }) => items.splice(at, 1))),
      field("input", "title", strings.own_title, 300), field("textarea", "comment", strings.comment, 5000),
    );
  }

  /** The links to the files, at once; the preview when nothing was typed for a moment. */
  show() {
    const { strings, found } = this;
    const empty = !found.items.length;
    const said = spec(found, this.language, strings.untitled);
    const file = (format) => `reports?${new URLSearchParams({ format, spec: said })}`;
    const link = (format) => {
      const made = element("a", { class: "ds-button", href: file(format), download: `doisanh.${format}` }, strings[format]);
      made.addEventListener("click", (event) => {
        event.preventDefault();
        this.save(made);
      });
      return made;
    };
    URL.revokeObjectURL(this.yaml);
    this.yaml = URL.createObjectURL(new Blob([said], { type: "application/yaml" }));
    const print = element("button", { type: "button", class: "ds-button", "data-print": true }, strings.pdf);
    this.files.replaceChildren(...(empty ? [] : [
      ...["docx", "pptx", "xlsx"].map(link),
      print, element("a", { class: "ds-button", href: this.yaml, download: "doisanh-report.yaml" }, strings.yaml),
    ]));
    this.status.textContent = empty ? strings.empty : "";
    clearTimeout(this.waiting);
    this.asked?.abort(); // the server makes one at a time
    if (empty) return this.preview.replaceChildren();
    this.waiting = setTimeout(() => this.ask(file("html")), WAIT);
  }

  /** The preview; none where it can't be had: what stood there before is not this report. */
  async ask(address) {
    const { signal } = (this.asked = new AbortController());
    const answer = await this.fetched(address, signal);
    const words = await answer?.text().catch(() => "");
    if (signal.aborted) return;
    this.preview.innerHTML = words ?? ""; // every text in it was escaped by the server
  }

  /** Saves the file that a link leads to; while it is made the link waits. */
  async save(link) {
    if (link.ariaDisabled) return;
    link.ariaDisabled = "true";
    const file = await (await this.fetched(link.href))?.blob().catch(() => null);
    link.ariaDisabled = null;
    if (file) save(file, link.download);
  }

  /** The server's answer. Null where it has none, and the page says why. */
  async fetched(address, signal) {
    const answer = await fetch(address, { signal }).catch(() => null);
    if (answer?.ok) return answer;
    const said = answer?.status === 400 ? await answer.text().catch(() => "") : "";
    if (!signal?.aborted) this.status.textContent = said || (TOO_LONG.includes(answer?.status) ? this.strings.too_long : this.strings.failed);
    return null;
  }
}
