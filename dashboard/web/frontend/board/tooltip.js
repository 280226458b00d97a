// The tooltip of a board: what was printed for the row pointed at, and what can be done with each number.

import { element } from "./dom.js";

const GAP = 12; // px between pointer and tooltip
const EDGE = 8; // px from the edge of the window
const GRACE = 250; // ms to travel from a row to its tooltip
// The forms in which an article can be cited: figures/references.py, compared by a test.
const FORMS = { bib: "BibTeX", ris: "RIS", csl: "CSL-JSON" };

/** The tooltip. The pointer can enter it, Escape closes it, and it stays inside the window. */
export class Tooltip {
  /** `copy(text, said, button)` puts text on the clipboard and tells so beside the button. */
  constructor(host, copy) {
    this.copy = copy;
    this.card = element("div", { class: "ds-facts", role: "tooltip", popover: "manual", hidden: !("popover" in host) });
    host.append(this.card);
    const listen = (type, handler, capture = false) =>
      document.addEventListener(type, handler, { signal: this.#closing.signal, capture, passive: true });
    this.card.addEventListener("pointerenter", () => clearTimeout(this.timer));
    this.card.addEventListener("pointerleave", () => this.leave());
    listen("keydown", (event) => {
      if (event.key !== "Escape") return;
      if (this.card.contains(document.activeElement)) this.row?.focus();
      this.hide();
    });
    this.card.addEventListener("focusout", ({ relatedTarget: next }) => {
      if (next && !this.card.contains(next) && next !== this.row) this.hide();
    });
    listen("scroll", () => this.place(), true);
    listen("pointerdown", (event) => {
      if (!this.card.contains(event.target) && !this.row?.contains(event.target)) this.hide();
    }, true);
  }

  #closing = new AbortController();

  close() {
    this.hide();
    this.#closing.abort();
  }

  /** Shows a mark beside the pointer, or, without one, under its row. `pinned`: until it is dismissed. */
  show(row, mark, strings, { at = null, pinned = false } = {}) {
    clearTimeout(this.timer);
    if (this.row && this.row !== row) delete this.row.dataset.open;
    row.dataset.open = "";
    Object.assign(this, { row, at: at && at - row.getBoundingClientRect().left, pinned });
    this.card.replaceChildren(
      element("strong", {}, mark.label),
      ...mark.facts.map(({ printed, lines }, place) =>
        element(
          "div", {},
          printed && element("p", { class: "ds-printed" }, ...quoted(strings.printed, printed)),
          ...lines.map((line) => element("p", {}, line)),
          pinned && this.actions(mark.facts[place], strings),
        )),
    );
    this.card.setAttribute("role", pinned ? "dialog" : "tooltip");
    this.card.setAttribute("aria-label", mark.label);
    if (this.card.popover) this.card.showPopover();
    else this.card.hidden = false;
    this.place();
  }

  /** What can be done with one number; null for what has no citation of its own. */
  actions({ cite, references, pair, report, mail, page, archive }, strings) {
    if (!cite) return null;
    const copying = (words, text, said) => {
      const made = element("button", { type: "button" }, words);
      made.addEventListener("click", async () => {
        await this.copy(text, said, made);
        this.place();
      });
      return made;
    };
    const away = (href, words) =>
      href && element("a", { href, target: "_blank", rel: "noopener noreferrer" }, words);
    const files = references && element(
      "details", {}, element("summary", {}, strings.references),
      ...Object.entries(FORMS).map(([form, name]) => element("a", { href: references + form, download: true }, name)),
    );
    files?.addEventListener("toggle", () => this.place());
    return element(
      "div", { class: "ds-acts" },
      away(page, strings.page), away(archive, strings.archive),
      copying(strings.cite, cite, strings.cited),
      mail
        ? element("a", { href: mail }, strings.report)
        : report && copying(strings.report, report, strings.reported),
      pair && element("a", { href: pair }, strings.pair),
      files,
    );
  }

  /** Moves the focus into the card, to what can be done there; false where there is nothing. */
  enter() {
    const first = this.card.querySelector("button, a");
    first?.focus();
    return Boolean(first);
  }

  /** The pointer has left: gone soon, unless it comes back or the row was asked to stay. */
  leave() {
    clearTimeout(this.timer);
    if (!this.pinned) this.timer = setTimeout(() => this.hide(), GRACE);
  }

  hide() {
    clearTimeout(this.timer);
    if (!this.row) return;
    delete this.row.dataset.open;
    this.row = null;
    if (this.card.popover) this.card.hidePopover();
    else this.card.hidden = true;
  }

  place() {
    if (!this.row) return;
    const row = this.row.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = this.card;
    const page = document.documentElement;
    const inside = (value, size, room) => Math.max(EDGE, Math.min(value, room - size - EDGE));
    let left = row.left + row.width * 0.3;
    let top = row.bottom + 2;
    const pointer = this.at === null ? null : row.left + this.at;
    const beside = pointer !== null
      && [pointer + GAP, pointer - GAP - width].find((x) => x >= EDGE && x + width <= page.clientWidth - EDGE);
    if (beside) [left, top] = [beside, row.top]; // beside, so that the rows below stay within reach
    else if (top + height > page.clientHeight - EDGE && row.top - height > EDGE) top = row.top - height - 2;
    this.card.style.left = `${inside(left, width, page.clientWidth)}px`;
    this.card.style.top = `${inside(top, height, page.clientHeight)}px`;
  }
}

function quoted(frame, printed) {
  const [before, after = ""] = frame.split("{printed}");
  return [before, element("mark", {}, printed), after];
}
