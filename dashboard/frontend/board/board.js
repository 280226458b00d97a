// The board: all charts of a page, drawn in place and saved as images. Every word comes with the data.

import { Card } from "./card.js";
import { arrange, element, fill } from "./dom.js";
import { isDark, loadFonts, loadPlotly } from "./drawing.js";
import { pngOf, save } from "./image.js";
import { Facts } from "./marks.js";
import { zip } from "./zip.js";

class Board {
  constructor(parent) {
    this.cards = new Map();
    this.all = element("button", { type: "button", class: "ds-all" });
    this.status = element("p", { class: "ds-status", role: "status" });
    this.grid = element("div", { class: "ds-grid" });
    this.node = element(
      "section", { class: "ds-board" },
      element("div", { class: "ds-toolbar" }, this.all), this.grid, this.status,
    );
    this.facts = new Facts(this.node, (text, said) => this.copyText(text, said));
    this.all.addEventListener("click", () => this.exportAll());
    this.resized = new ResizeObserver(() => requestAnimationFrame(() => this.draw()));
    parent.append(this.node);
  }

  /** Takes the data of a run, or the same data in another theme. */
  async update(data, parent) {
    const dark = isDark(parent);
    this.data = data;
    this.palette = data.palettes[dark ? "dark" : "light"];
    document.documentElement.lang = data.lang;
    this.node.style.colorScheme = dark ? "dark" : "light";
    for (const [name, colour] of Object.entries(this.palette)) this.node.style.setProperty(`--ds-${name}`, colour);
    this.node.setAttribute("aria-label", data.strings.board);
    this.all.textContent = data.strings.all;
    this.all.parentNode.hidden = data.cards.length === 0;
    this.lay();
    try {
      this.Plotly ??= (await Promise.all([loadPlotly(data.plotlyUrl), loadFonts(data.fontFamily, data.fonts)]))[0];
    } catch {
      for (const card of this.cards.values()) card.fail(data.strings.plotly_failed);
      this.node.dataset.state = "failed";
      return;
    }
    if (data === this.data) await this.draw(); // else a newer run has taken over
  }

  /** One card for each of the data's, by id: those that stay keep their nodes. */
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
  }

  async draw() {
    if (!this.Plotly) return;
    const { strings } = this.data;
    await Promise.all([...this.cards.values()].map(async (card) => {
      try {
        await card.draw(this.Plotly, this.palette);
      } catch (error) {
        console.error(error);
        card.fail(strings.draw_failed);
      }
    }));
    this.node.dataset.state = "drawn";
  }

  /** One chart as PNG. */
  exportOne(card) {
    return this.exporting([card], async ([image]) => save(image, card.file));
  }

  /** All charts of the board as one archive, in their order on the page. */
  exportAll() {
    const { cards, archive } = this.data;
    return this.exporting(cards, async (images) => {
      const files = cards.map(async ({ file }, place) => (
        { name: file, bytes: new Uint8Array(await images[place].arrayBuffer()) }
      ));
      save(zip(await Promise.all(files)), archive);
    }, archive);
  }

  /** Puts a link, given relative to the page, on the clipboard. */
  copy(link) {
    return this.copyText(new URL(link, location.href).href, this.data.strings.copied);
  }

  /** Puts text on the clipboard and says so; where the browser forbids it, shows the text to be copied by hand. */
  async copyText(text, said) {
    try {
      await navigator.clipboard.writeText(text);
      this.say(said);
    } catch {
      this.say(fill(this.data.strings.not_copied, { text }));
    }
  }

  /** Makes the images of `cards` as they are now, whatever the page changes to meanwhile; one export at a time. */
  async exporting(cards, finish, file = cards[0]?.file) {
    if (this.busy || cards.length === 0) return;
    const { strings, palettes, fontFamily, fonts } = this.data;
    const say = (text, values) => this.say(fill(text, values));
    this.busy = true;
    this.node.setAttribute("aria-busy", "true");
    try {
      const images = [];
      for (const card of cards) {
        say(strings.exporting, { n: images.length + 1, total: cards.length, title: card.title });
        await new Promise((resolve) => setTimeout(resolve)); // lets the line above be painted
        images.push(await pngOf(this.Plotly, card.export, palettes.light, fontFamily, fonts));
      }
      await finish(images);
      say(strings.exported, { file });
    } catch (error) {
      console.error(error);
      say(strings.export_failed, { file });
    } finally {
      this.busy = false;
      this.node.removeAttribute("aria-busy");
    }
  }

  /** Tells what goes on, to eyes and ears; it leaves the screen when it has been there long enough to be read. */
  say(text) {
    clearTimeout(this.said);
    this.status.textContent = text;
    this.said = setTimeout(() => (this.status.textContent = ""), 10_000);
  }

  close() {
    clearTimeout(this.said);
    this.resized.disconnect();
    this.facts.close();
    for (const card of this.cards.values()) this.Plotly?.purge(card.plot);
    this.node.remove();
  }
}

const boards = new WeakMap();

/** What Streamlit calls: once when the board is put on the page, then at each change of its data or of the theme. */
export default function mount({ data, parentElement }) {
  if (!boards.has(parentElement)) boards.set(parentElement, new Board(parentElement));
  boards.get(parentElement).update(data, parentElement);
  return () => {
    boards.get(parentElement)?.close();
    boards.delete(parentElement);
  };
}
