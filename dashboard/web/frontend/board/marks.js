// What was printed, at the reader's finger: one button over each row of a chart, one card of facts for the board.

import { arrange, element } from "./dom.js";

const GAP = 12;
const EDGE = 8;
const GRACE = 250; // ms to travel from a row to its card of facts

/** The card of facts. It can be entered with the pointer, is closed by Escape, and stays inside the window. */
export class Facts {
  /** `copy(text, said)` puts text on the clipboard and tells so. */
  constructor(host, copy) {
    this.copy = copy;
    this.card = element("div", { class: "ds-facts", role: "tooltip", popover: "manual", hidden: !("popover" in host) });
    this.told = element("p", { class: "ds-told", role: "status" });
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
      this.told,
    );
    this.told.textContent = "";
    this.card.setAttribute("role", pinned ? "dialog" : "tooltip");
    this.card.setAttribute("aria-label", mark.label);
    if (this.card.popover) this.card.showPopover();
    else this.card.hidden = false;
    this.place();
  }

  /** What can be done with one printed number; null for what has no citation of its own. */
  actions({ cite, pair, report, mail, page, archive }, strings) {
    if (!cite) return null;
    const button = (words, act) => {
      const made = element("button", { type: "button" }, words);
      made.addEventListener("click", act);
      return made;
    };
    const away = (href, words) =>
      href && element("a", { href, target: "_blank", rel: "noopener noreferrer" }, words);
    return element(
      "p", { class: "ds-acts" },
      away(page, strings.page), away(archive, strings.archive),
      button(strings.cite, () => this.copy(cite, strings.cited)),
      mail
        ? element("a", { href: mail }, strings.report)
        : button(strings.report, () => this.copy(report, strings.reported)),
      pair && element("a", { href: pair }, strings.pair),
    );
  }

  /** Says in the card, as long as it is open, what came of an act there: it would cover what is said below it. */
  say(text) {
    if (!this.row) return false;
    this.told.textContent = text;
    this.place();
    return true;
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

/** The buttons of one chart: Tab reaches one, the arrow keys the others. */
export class Marks {
  constructor(facts) {
    this.facts = facts;
    this.marks = [];
    this.node = element("div", { class: "ds-marks", role: "group" });
    const at = (event) => [...this.node.children].indexOf(event.target.closest?.(".ds-mark"));
    const show = (event, how) => {
      const place = at(event);
      if (place >= 0) facts.show(this.node.children[place], this.marks[place], this.strings, how);
    };
    const on = (type, handler, capture) => this.node.addEventListener(type, handler, capture);
    on("pointerover", (event) => {
      const known = facts.row === event.target && facts.pinned;
      if (event.pointerType === "mouse" && !known) show(event, { at: event.clientX });
    });
    on("pointerout", (event) => event.pointerType === "mouse" && facts.leave());
    on("focusin", (event) => {
      this.rove(at(event));
      if (event.target.matches(":focus-visible")) show(event, { pinned: true });
    });
    on("focusout", ({ relatedTarget }) => facts.card.contains(relatedTarget) || facts.hide());
    on("click", (event) => {
      const open = facts.row === event.target && facts.pinned;
      if (open && event.detail === 0 && facts.enter()) return; // by keyboard: on to what can be done
      if (open) facts.hide();
      else show(event, { pinned: true, at: event.detail && event.pointerType === "mouse" ? event.clientX : null });
    });
    on("keydown", (event) => {
      const last = this.marks.length - 1;
      const here = at(event);
      const next = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: last }[event.key];
      if (next === undefined || here < 0) return;
      event.preventDefault();
      this.node.children[Math.max(0, Math.min(next, last))].focus();
    });
  }

  rove(place) {
    [...this.node.children].forEach((button, index) => (button.tabIndex = index === Math.max(0, place) ? 0 : -1));
  }

  /** One button per mark that is in the variant of the figure that is drawn, laid over its row; `facts` by their ids. */
  update(marks, variant, strings, title, facts = {}) {
    if (this.node.contains(this.facts.row)) this.facts.hide();
    marks = marks.filter((mark) => mark[variant])
      .map((mark) => ({ ...mark, facts: mark.facts.map((fact) => (typeof fact === "string" ? facts[fact] : fact)) }));
    Object.assign(this, { marks, strings });
    this.node.setAttribute("aria-label", `${strings.marks}: ${title}`);
    const old = [...this.node.children];
    const current = Math.max(0, old.findIndex((button) => button.tabIndex === 0));
    arrange(this.node, marks.map((_, place) => old[place] ?? element("button", { type: "button", class: "ds-mark" })));
    marks.forEach((mark, place) => {
      const button = this.node.children[place];
      button.style.top = `${mark[variant].top}px`;
      button.style.height = `${mark[variant].height}px`;
      const said = mark.facts.flatMap(({ printed, lines }) =>
        [printed && strings.printed.replace("{printed}", () => printed), ...lines]);
      button.setAttribute("aria-label", [mark.label, ...said.filter(Boolean)].map((part) => part.replace(/[.]$/, "")).join(". "));
    });
    this.rove(Math.min(current, marks.length - 1));
  }
}
