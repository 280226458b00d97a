// The rows of a chart as buttons: one invisible button over each row, which shows the tooltip of the row.

import { arrange, element } from "./dom.js";

/** The buttons of one chart: Tab reaches one, the arrow keys the others. */
export class Marks {
  constructor(tooltip) {
    this.tooltip = tooltip;
    this.marks = [];
    this.node = element("div", { class: "ds-marks", role: "group" });
    const at = (event) => [...this.node.children].indexOf(event.target.closest?.(".ds-mark"));
    const show = (event, how) => {
      const place = at(event);
      if (place >= 0) tooltip.show(this.node.children[place], this.marks[place], this.strings, how);
    };
    const on = (type, handler, capture) => this.node.addEventListener(type, handler, capture);
    on("pointerover", (event) => {
      const known = tooltip.row === event.target && tooltip.pinned;
      if (event.pointerType === "mouse" && !known) show(event, { at: event.clientX });
    });
    on("pointerout", (event) => event.pointerType === "mouse" && tooltip.leave());
    on("focusin", (event) => {
      this.rove(at(event));
      if (event.target.matches(":focus-visible")) show(event, { pinned: true });
    });
    on("focusout", ({ relatedTarget }) => tooltip.card.contains(relatedTarget) || tooltip.hide());
    on("click", (event) => {
      const open = tooltip.row === event.target && tooltip.pinned;
      if (open && event.detail === 0 && tooltip.enter()) return; // by keyboard: on to the buttons in it
      if (open) tooltip.hide();
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
    if (this.node.contains(this.tooltip.row)) this.tooltip.hide();
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
