// The board: all charts of a page, drawn in place and saved as images. Every word comes with the data.

import { Answer } from "./answer.js";
import { add } from "./basket.js";
import { Card } from "./card.js";
import { arrange, element, fill } from "./dom.js";
import { isDark, loadFonts, loadPlotly } from "./drawing.js";
import { encoder } from "./encoder.js";
import { fileOf } from "./image.js";
import { Masonry } from "./masonry.js";
import { Options } from "./options.js";
import { ask, named, save } from "./saving.js";
import { styled } from "./stylesheet.js";
import { Tooltip } from "./tooltip.js";
import { zip } from "./zip.js";

const ROOMY = 820; // px of a window from which the legend of the charts is open to begin with
const PATIENCE = 200; // ms that a chart outside the window waits for an idle moment

export class Board {
  /** `held`: charts outside the window wait, because the browser has more urgent work. */
  constructor(parent, { held = false } = {}) {
    this.held = held;
    this.closed = new AbortController();
    this.cards = new Map();
    this.answer = new Answer(this);
    this.all = element("button", { type: "button", class: "ds-all" });
    this.status = element("p", { class: "ds-status", role: "status" });
    this.copied = element("span", { class: "ds-copied", role: "status" });
    this.count = element("p", { class: "ds-count", "aria-live": "polite" });
    this.grid = element("div", { class: "ds-grid" });
    this.legend = element("details", { class: "ds-legend", open: window.innerWidth >= ROOMY });
    this.back = element("a", { class: "ds-back", target: "_blank", rel: "noopener", hidden: true });
    this.node = element(
      "section", { class: "ds-board" },
      this.answer.saved, this.answer.node, element("div", { class: "ds-toolbar" }, this.legend, this.all), this.grid, this.back,
      this.count, this.status,
    );
    this.masonry = new Masonry(this.grid);
    this.options = new Options(this);
    this.tooltip = new Tooltip(this.node, (...copied) => this.copyText(...copied));
    this.all.addEventListener("click", () => this.exportAll());
    this.resized = new ResizeObserver(() => requestAnimationFrame(() => this.draw()));
    const { signal } = this.closed;
    window.addEventListener("beforeprint", () => this.print(), { signal });
    window.addEventListener("afterprint", () => this.unprint(), { signal });
    parent.append(this.node);
  }

  /** A promise of the data in gzipped bytes; the same promise for the same bytes. */
  read(bytes) {
    const same = (one, place) => one === bytes[place];
    if (!(this.bytes?.length === bytes.length && this.bytes.every(same))) {
      const plain = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
      Object.assign(this, { bytes, reading: new Response(plain).json() });
    }
    return this.reading;
  }

  /** Shows the data of a run, or the same data in another theme. */
  async update(data, parent) {
    const dark = data.mode ? data.mode === "dark" : isDark(parent);
    if (data === this.data && dark === this.dark && this.Plotly) return this.draw();
    if (this.data && data !== this.data) this.tellCount(data);
    this.dark = dark;
    this.data = data;
    this.palette = data.palettes[dark ? "dark" : "light"];
    document.documentElement.lang = data.lang;
    this.paint(dark);
    this.node.setAttribute("aria-label", data.strings.board);
    this.all.textContent = data.strings.all;
    this.all.hidden = Boolean(data.back);
    this.all.parentNode.hidden = data.cards.length === 0;
    this.legend.hidden = data.legend.length === 0;
    this.legend.replaceChildren(
      element("summary", {}, data.strings.legend), element("ul", {}, ...data.legend.map((line) => element("li", {}, line))));
    this.node.toggleAttribute("data-alone", Boolean(data.back));
    this.back.hidden = !data.back;
    this.back.textContent = data.strings.back;
    if (data.back) this.back.href = data.back;
    this.answer.update(data);
    this.lay();
    if (!data.cards.length) {
      await Promise.all([loadFonts(data.fontFamily, data.fonts), styled()]);
      this.node.dataset.state = this.held ? "first" : "drawn";
      return;
    }
    try {
      await this.ready(data);
    } catch {
      for (const card of this.cards.values()) card.fail(data.strings.plotly_failed);
      this.node.dataset.state = "failed";
      return;
    }
    if (data !== this.data) return; // a newer run has taken over
    if (!this.placed) this.masonry.place(true); // heights are right only once the font is loaded
    this.placed = true;
    this.point();
    await this.draw();
  }

  /** Loads what charts are drawn with: an answer needs it when a picture of it is saved. */
  async ready({ plotlyUrl, fontFamily, fonts }) {
    this.Plotly ??= (await Promise.all([loadPlotly(plotlyUrl), loadFonts(fontFamily, fonts), styled()]))[0];
  }

  /** Sets the colours of everything but the charts. */
  paint(dark) {
    this.node.style.colorScheme = dark ? "dark" : "light";
    const palette = this.data.palettes[dark ? "dark" : "light"];
    for (const [name, colour] of Object.entries(palette)) this.node.style.setProperty(`--ds-${name}`, colour);
  }

  /** Draws all charts for paper, in light colours, beside those on the screen, and opens what is folded: the browser
   * prints when this returns. */
  print() {
    if (!this.data) return;
    this.paint(false);
    for (const fold of this.node.querySelectorAll("details:not([open])")) {
      fold.dataset.shut = "";
      fold.open = true;
    }
    for (const card of this.cards.values()) card.print(this.Plotly, this.data.palettes.light);
  }

  unprint() {
    if (!this.data) return;
    this.paint(this.dark);
    for (const fold of this.node.querySelectorAll("details[data-shut]")) {
      delete fold.dataset.shut;
      fold.open = false;
    }
    for (const card of this.cards.values()) card.unprint();
  }

  /** Adds, updates and removes cards by id: those that stay keep their nodes. */
  lay() {
    const { cards, strings } = this.data;
    const gone = new Map(this.cards);
    for (const card of cards) {
      gone.delete(card.id);
      if (!this.cards.has(card.id)) {
        const made = new Card(this);
        this.cards.set(card.id, made);
        this.resized.observe(made.plot);
      }
      this.cards.get(card.id).update(card, strings);
    }
    for (const [id, card] of gone) {
      this.cards.delete(id);
      this.resized.unobserve(card.plot);
      this.Plotly?.purge(card.plot);
    }
    arrange(this.grid, cards.map(({ id }) => this.cards.get(id).node));
    for (const card of this.cards.values()) card.fit();
    this.masonry.take();
  }

  /** Scrolls to the chart that the link is about, once. */
  point() {
    const { chart } = this.data;
    const asked = this.cards.get(chart) ?? [...this.cards.values()].find(({ card }) => card.holds?.includes(chart));
    for (const one of this.cards.values()) one.node.toggleAttribute("data-asked", one === asked);
    if (this.pointed !== chart && asked) {
      const { node } = asked;
      node.scrollIntoView();
      node.focus({ preventScroll: true });
    }
    this.pointed = chart;
  }

  /** Draws the cards in the window at once, then the others; while `held` it does not wait for these. */
  async draw() {
    if (!this.Plotly) return;
    const turn = (this.turn = {});
    await Promise.all(this.stale().filter((card) => card.isSeen()).map((card) => this.drawOne(card)));
    const others = this.drawOthers(turn);
    if (!this.held) await others;
  }

  /** Draws what is left one by one, when the browser has nothing else to do. */
  async drawOthers(turn) {
    for (let left = this.stale(); left.length; left = this.stale()) {
      await idle(this.held ? undefined : PATIENCE);
      if (turn !== this.turn) return; // a newer drawing has taken over
      await this.drawOne(left.find((card) => card.isSeen()) ?? left[0]);
    }
    this.node.dataset.state = this.held ? "first" : "drawn";
  }

  stale() {
    return [...this.cards.values()].filter((card) => card.isStale(this.palette));
  }

  async drawOne(card) {
    try {
      await card.draw(this.Plotly, this.palette);
    } catch (error) {
      if (this.cards.get(card.card.id) !== card) return; // taken from the page while Plotly was drawing it
      console.error(error);
      card.fail(this.data.strings.draw_failed);
    }
  }

  /** Saves one chart as a file; `choice`: size, format, dark, title, where not the default ones. */
  exportOne(card, choice = {}) {
    const name = named(card.file, choice);
    return this.working(card.title, name, async (make) => {
      const { blob, file } = await make(card, choice);
      save(blob, file);
      return fill(this.data.strings.exported, { file });
    });
  }

  /** Saves all charts as one ZIP, in the order of the page, with their figures and sources. */
  exportAll() {
    const { archive, pictures, strings } = this.data;
    return this.working(archive, archive, async () => {
      const found = await ask(pictures);
      const entries = await this.drawnAll(found.pictures, {});
      const texts = found.files.map(({ name, text }) => ({ name, bytes: new TextEncoder().encode(text) }));
      save(zip([...entries, ...texts]), archive);
      return fill(strings.exported, { file: archive });
    });
  }

  /** A picture as a blob in the chosen format; `encode` as for `pngOf`. */
  drawn(picture, { format = "png", dark = false }, encode) {
    const { palettes, fontFamily, fonts } = this.data;
    return fileOf(format, this.Plotly, picture, palettes[dark ? "dark" : "light"], fontFamily, fonts, encode);
  }

  /** Pictures as {name, bytes}, one drawn while the one before it is still being compressed. */
  async drawnAll(pictures, choice) {
    const beside = encoder();
    const pack = async (picture, blob) => (
      { name: named(picture.file, choice), bytes: new Uint8Array(await (await blob).arrayBuffer()) });
    try {
      const entries = [];
      for (const [at, picture] of pictures.entries()) {
        await this.tell(fill(this.data.strings.exporting, { n: at + 1, total: pictures.length, title: picture.title }));
        let handed; // over to the encoder: the next may be drawn
        const ready = new Promise((resolve) => (handed = resolve));
        const encode = beside && ((...how) => {
          const blob = beside.encode(...how);
          handed();
          return blob;
        });
        const entry = pack(picture, this.drawn(picture, choice, encode ?? undefined));
        entry.catch(() => {}); // Promise.all tells
        entries.push(entry);
        await Promise.race([ready, entry]);
      }
      return await Promise.all(entries);
    } finally {
      beside?.close();
    }
  }

  /**
   * One piece of work at a time: says that `title` is being drawn, then what `work` resolves to; or that `file` could not
   * be made. `work` is given a function that makes the file of a card, as the page was when it was asked for: a picture,
   * or a ZIP where the card makes several (with `choice.single`, the first of them).
   */
  async working(title, file, work) {
    if (this.busy) return;
    const { strings } = this.data;
    const make = async (card, choice) => {
      const { pictures: [picture, ...more] } = await ask(card.picture, choice);
      if (!more.length || choice.single) {
        return { blob: await this.drawn(picture, choice), file: named(picture.file, choice), total: more.length + 1 };
      }
      const shape = choice.size && choice.size !== "page" ? `_${choice.size}` : "";
      return {
        blob: zip(await this.drawnAll([picture, ...more], choice)),
        file: named(`${card.file}${shape}`, { ...choice, format: "zip" }),
      };
    };
    this.busy = true;
    this.node.setAttribute("aria-busy", "true");
    try {
      this.say(fill(strings.exporting, { n: 1, total: 1, title }));
      await this.ready(this.data);
      this.say(await work(make));
    } catch (error) {
      console.error(error);
      this.say(fill(strings.export_failed, { file }));
    } finally {
      this.busy = false;
      this.node.removeAttribute("aria-busy");
    }
  }

  /** Announces to screen readers how many charts a change of filter, theme or language has left. */
  tellCount({ cards: { length }, strings }) {
    clearTimeout(this.counted);
    this.count.textContent = ""; // the same number twice is said twice
    if (!length) return; // the page says so
    this.counted = setTimeout(() => (this.count.textContent = fill(strings.shown, { n: length })), 150);
  }

  /** Shows a message and lets the browser paint it. */
  tell(text) {
    this.say(text);
    return new Promise((resolve) => setTimeout(resolve));
  }

  /** Puts a link, given relative to the page, on the clipboard. */
  copy(link, button) {
    return this.copyText(new URL(link, location.href).href, this.data.strings.copied, button);
  }

  /**
   * Puts text on the clipboard and says so beside the button, to screen readers too, for 10 s; where the browser forbids
   * it, shows the text to be copied by hand.
   */
  async copyText(text, said, button) {
    clearTimeout(this.confirmed);
    this.copied.textContent = "";
    button.after(this.copied); // before it says anything: only then is it announced
    try {
      await navigator.clipboard.writeText(text);
      this.copied.textContent = said;
    } catch {
      this.copied.textContent = fill(this.data.strings.not_copied, { text });
    }
    this.confirmed = setTimeout(() => (this.copied.textContent = ""), 10_000);
  }

  /** Puts something into the basket of the report, and says so. */
  putAside(item) {
    const { strings } = this.data;
    const n = add({ ...item, title: "", comment: "" });
    this.say(n ? fill(strings.added, { n }) : strings.not_kept);
  }

  /** Shows and announces a message, in the dialog where one is open; it goes after 10 s. */
  say(text) {
    clearTimeout(this.said);
    if (this.options.say(text)) return;
    this.status.textContent = text;
    this.said = setTimeout(() => (this.status.textContent = ""), 10_000);
  }

  close() {
    this.turn = null;
    clearTimeout(this.said);
    clearTimeout(this.counted);
    clearTimeout(this.confirmed);
    this.closed.abort();
    this.resized.disconnect();
    this.masonry.close();
    this.options.close();
    this.tooltip.close();
    for (const card of this.cards.values()) this.Plotly?.purge(card.plot);
    this.node.remove();
  }
}

/** Resolves when the browser is idle, after `timeout` ms in any case. */
function idle(timeout) {
  return new Promise((resolve) => {
    if (window.requestIdleCallback) requestIdleCallback(resolve, timeout && { timeout });
    else setTimeout(resolve, 16);
  });
}
