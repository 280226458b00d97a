// What the page says instead of charts: HTML from the server, whose values show where they are printed (answers/writer.py).

import { element } from "./dom.js";

/** The answer of a board. `go(address)`: leads to another view of the page; null until Streamlit has started. */
export class Answer {
  constructor(board) {
    this.board = board;
    this.go = null;
    this.html = "";
    this.values = {};
    this.node = element("div", { class: "ds-answer", hidden: true });
    const save = element("button", { type: "button", class: "ds-answer-save", "aria-haspopup": "dialog" });
    save.addEventListener("click", () => board.options.open(this, board.data.strings));
    this.saved = element("div", { class: "ds-actions ds-answer-actions", hidden: true }, save);
    const on = (type, handler) => this.node.addEventListener(type, handler);
    const value = ({ target }) => target.closest?.("[data-mark]");
    on("pointerover", (event) => {
      const { tooltip } = board;
      if (event.pointerType === "mouse" && value(event) && !(tooltip.row === value(event) && tooltip.pinned)) this.show(value(event));
    });
    on("pointerout", (event) => event.pointerType === "mouse" && value(event) && board.tooltip.leave());
    on("focusin", (event) => value(event)?.matches(":focus-visible") && this.show(value(event), true));
    on("focusout", ({ relatedTarget }) => board.tooltip.card.contains(relatedTarget) || board.tooltip.hide());
    on("click", (event) => this.click(event, value(event)));
  }

  click(event, button) {
    const { tooltip } = this.board;
    if (button) {
      const open = tooltip.row === button && tooltip.pinned;
      if (open && event.detail === 0 && tooltip.enter()) return; // by keyboard: on to the buttons in it
      if (open) tooltip.hide();
      else this.show(button, true);
      return;
    }
    const adding = event.target.closest?.("[data-add]");
    if (adding) {
      const { add: kind, address, name } = adding.dataset;
      return this.board.putAside({ kind, address, name });
    }
    const link = event.target.closest?.("a");
    if (!link || event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    if (link.dataset.to) {
      event.preventDefault();
      this.reach(link.dataset.to);
    } else if (link.matches('[data-go][href^="?"]') && this.go) {
      event.preventDefault();
      this.left = true;
      this.go(link.getAttribute("href"));
    }
  }

  /** Brings a part of the answer into sight, opens it, and moves the focus there. */
  reach(id) {
    const part = this.node.querySelector(`[id="${CSS.escape(id)}"]`);
    if (!part) return;
    part.tabIndex = -1;
    part.querySelector("details")?.setAttribute("open", "");
    part.scrollIntoView({ block: "start", behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
    part.focus({ preventScroll: true });
  }

  show(button, pinned = false) {
    const { data, tooltip } = this.board;
    const mark = this.values[button.dataset.mark];
    if (!mark) return;
    const facts = mark.facts.map((fact) => (typeof fact === "string" ? data.facts[fact] : fact));
    tooltip.show(button, { ...mark, facts }, data.strings, { pinned });
  }

  update({ answer, values, saved, strings }) {
    this.values = values;
    this.card = saved;
    this.saved.hidden = !saved;
    this.saved.firstElementChild.textContent = strings.save_image;
    if (answer === this.html) return;
    this.html = answer;
    this.board.tooltip.hide();
    this.node.hidden = !answer;
    this.node.innerHTML = answer; // every text in it was escaped by the server
    if (!this.left) return;
    this.left = false; // the reader followed a link: the new answer is read from its top
    this.node.closest('[data-testid="stMain"]')?.scrollTo(0, 0);
  }
}
