// One card: a chart with its title, unit, notes, gaps, sources and buttons.

import { draw, painted } from "./drawing.js";
import { element, fill } from "./dom.js";
import { Marks } from "./marks.js";
import { onPaper } from "./print.js";
import { prefetch } from "./saving.js";

const SHORT = 80; // characters of a note that two lines hold on a phone
const WIDE = 400; // px of plot from which the wide figure is drawn, unless the card says otherwise

export class Card {
  constructor(board) {
    this.board = board;
    const id = `ds-${crypto.randomUUID?.() ?? Math.random().toString(36).slice(2)}`;
    const part = (tag, name, attributes = {}) => (this[name] = element(tag, { class: `ds-${name}`, ...attributes }));
    this.marks = new Marks(board.tooltip);
    this.node = element(
      "article", { class: "ds-card", "aria-labelledby": id, tabindex: "-1" },
      part("h2", "title", { id }), part("p", "counted"), part("p", "note"),
      element("div", { class: "ds-stage" }, part("div", "plot", { role: "img" }), this.marks.node),
      part("div", "sheet", { role: "img" }),
      part("p", "failure", { role: "alert", hidden: true }),
      part("div", "notes"), element("div", { class: "ds-folds" }, part("details", "missing"), part("details", "sources")),
      element(
        "div", { class: "ds-actions" },
        part("button", "png", { type: "button" }),
        part("button", "more", { type: "button", "aria-haspopup": "dialog" }),
        part("button", "opener", { type: "button", "aria-expanded": "false", "aria-controls": `${id}-table` }),
        part("button", "link", { type: "button" }),
        part("button", "add", { type: "button" }),
      ),
      part("div", "table", { id: `${id}-table`, hidden: true, role: "region", tabindex: "0", "aria-labelledby": id }),
    );
    this.png.addEventListener("pointerenter", () => prefetch(this.card.picture));
    this.png.addEventListener("click", () => this.board.exportOne(this.card));
    this.more.addEventListener("click", () => this.board.options.open(this, this.strings));
    this.opener.addEventListener("click", () => this.showTable(this.table.hidden));
    this.link.addEventListener("click", () => this.board.copy(this.card.link, this.link));
    this.add.addEventListener("click", () => {
      const address = new URL(this.card.link, location.href).search;
      this.board.putAside({ kind: "chart", address, name: this.card.title });
    });
  }

  /** The table is made when somebody opens it. */
  showTable(open) {
    if (open) this.table.replaceChildren(tableOf(this.card));
    this.table.hidden = !open;
    this.opener.setAttribute("aria-expanded", String(open));
  }

  update(card, strings) {
    Object.assign(this, { card, strings });
    this.fail(null);
    this.node.dataset.card = card.id;
    this.node.toggleAttribute("data-full", Boolean(card.full));
    this.title.textContent = card.title;
    this.counted.textContent = card.counted;
    this.note.textContent = card.note ?? "";
    this.note.hidden = !card.note;
    for (const chart of [this.plot, this.sheet]) chart.setAttribute("aria-label", card.alt);
    this.notes.replaceChildren(...notesOf(card.notes, strings));
    fold(this.missing, card.missing.head, card.missing.lines.map((line) => [line]));
    fold(this.sources, fill(strings.all_sources, { n: card.sources.length }), card.sources.map(({ text, href }) => [
      href ? element("a", { href, target: "_blank", rel: "noopener noreferrer" }, text) : text,
    ]));
    for (const [button, words] of [
      [this.png, strings.png], [this.more, strings.options], [this.opener, strings.table], [this.link, strings.link],
      [this.add, strings.add],
    ]) {
      button.textContent = words;
      button.setAttribute("aria-label", `${words}: ${card.title}`);
    }
    this.link.hidden = this.add.hidden = !card.link;
    if (!this.table.hidden) this.showTable(true);
  }

  /** Sets the plot's height to that of the figure which will be drawn at this width. */
  fit() {
    const width = this.plot.clientWidth;
    if (!width) return; // failed or hidden, as in another tab: the observer calls again when it is shown
    this.width = width;
    this.variant = width >= (this.card.minWidth ?? WIDE) ? "wide" : "narrow";
    this.plot.style.height = `${this.card[this.variant].layout.height}px`;
  }

  /** Whether any of the plot is in the window. */
  isSeen() {
    const { top, bottom } = this.plot.getBoundingClientRect();
    return bottom > 0 && top < window.innerHeight;
  }

  /** Whether what is drawn is out of date. */
  isStale(palette) {
    const { card, plot, asked } = this;
    return plot.clientWidth > 0 && !(asked?.card === card && asked.width === plot.clientWidth && asked.palette === palette);
  }

  /** Draws the variant that fits the width; does nothing when it is drawn already. */
  async draw(Plotly, palette) {
    if (!this.isStale(palette)) return;
    this.fit();
    const { card, width, variant } = this;
    this.asked = { card, width, palette };
    this.marks.update(card.marks, variant, this.strings, card.title, this.board.data.facts);
    const figure = painted(card[variant], palette);
    const drawn = JSON.stringify([width, figure]);
    if (drawn === this.drawn) return;
    this.drawn = drawn;
    this.node.dataset.variant = variant;
    await draw(Plotly, this.plot, figure, width);
  }

  /** Draws the chart for print; where it can't be drawn, its table is printed. */
  print(Plotly, palette) {
    if (this.failed) return; // its table is there
    try {
      this.sheet.replaceChildren(...onPaper(Plotly, this.card, palette));
    } catch (error) {
      console.error(error);
      this.sheet.replaceChildren(tableOf(this.card));
    }
    this.node.toggleAttribute("data-long", this.sheet.querySelector(".ds-panel, table") !== null);
    this.node.toggleAttribute("data-printed", true);
  }

  unprint() {
    this.sheet.replaceChildren();
    this.node.toggleAttribute("data-printed", false);
  }

  /** Shows the table in place of the chart, with the reason; null: the chart can be drawn (again). */
  fail(message) {
    if (message === (this.failed ?? null)) return;
    this.failed = message;
    this.failure.textContent = message ?? "";
    this.failure.hidden = !message;
    this.plot.parentNode.hidden = Boolean(message);
    this.png.disabled = this.more.disabled = Boolean(message);
    this.drawn = this.asked = null;
    this.showTable(Boolean(message));
  }
}

/** Fills a fold with a line that is always seen, and items that are when it is open; it stays as open as it was. */
function fold(node, head, items) {
  node.hidden = items.length === 0;
  node.replaceChildren(element("summary", {}, head), element("ul", {}, ...items.map((one) => element("li", {}, ...one))));
}

/** Notes as nodes: a short one as it is, else the beginning of the first, which unfolds all of them. */
function notesOf([first, ...others], strings) {
  if (!first) return [];
  if (!others.length && first.length <= SHORT) return [element("p", {}, first)];
  return [element(
    "details", {},
    element(
      "summary", {}, element("span", { class: "ds-first" }, first),
      element("span", { class: "ds-rest" }, fill(strings.all_notes, { n: others.length + 1 })),
    ),
    element("ul", {}, ...others.map((note) => element("li", {}, note))),
  )];
}

function tableOf({ title, counted, table }) {
  const row = ([first, ...rest]) =>
    element("tr", {}, element("th", { scope: "row" }, first), ...rest.map((cell) => element("td", {}, cell ?? "")));
  return element(
    "table", {},
    element("caption", {}, `${title}. ${counted}`),
    element("thead", {}, element("tr", {}, ...table.columns.map((name) => element("th", { scope: "col" }, name)))),
    element("tbody", {}, ...table.rows.map(row)),
  );
}
