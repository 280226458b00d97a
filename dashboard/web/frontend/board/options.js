// The dialog of one chart's options: title, size and format of its image, copy as image or table, code to embed it.

import { copyPicture, copyTable } from "./clipboard.js";
import { element, fill } from "./dom.js";
import { SCALES } from "./image.js";
import { prefetch } from "./saving.js";

const SIZES = ["page", "report", "wide", "square", "plain"];
const FORMATS = ["png", "svg"];
const ROOM = 96; // px that an embedded card has around it, with the legend and the link below
// For the page that embeds: a frame of this server gets the height that it tells (embed.js).
const FITTING = '<script>addEventListener("message",(e)=>{if(e.data?.type==="doisanh:height")'
  + 'for(const f of document.querySelectorAll("iframe"))'
  + 'if(f.contentWindow===e.source&&new URL(f.src).origin===e.origin)f.height=+e.data.height||f.height})</script>';

export class Options {
  constructor(board) {
    this.board = board;
    const part = (tag, name, attributes = {}, ...children) =>
      (this[name] = element(tag, { class: `ds-${name}`, ...attributes }, ...children));
    const button = (name, act) => {
      part("button", name, { type: "button" }).addEventListener("click", act);
      return this[name];
    };
    const id = "ds-options";
    this.node = element(
      "dialog", { class: "ds-options", "aria-labelledby": `${id}-head` },
      element(
        "form", { method: "dialog" },
        element("div", { class: "ds-top" }, part("h2", "head", { id: `${id}-head` }),
          part("button", "shut", { type: "submit", value: "shut" })),
        element("label", { class: "ds-field" }, part("span", "titled"),
          part("textarea", "text", { rows: "2", maxlength: "200", name: "title" })),
        this.#choice("size", SIZES), part("p", "sized", { "aria-live": "polite" }), this.#choice("format", FORMATS),
        element("label", { class: "ds-check" }, part("input", "dark", { type: "checkbox", name: "dark" }), part("span", "darkly")),
        element("div", { class: "ds-do" }, button("save", () => this.#save()), button("copy", () => this.#copy()),
          button("copyRows", () => this.#copyTable())),
        part("p", "said", { role: "status" }),
        part("fieldset", "embedding", {}, part("legend", "embedded"), part("p", "embedNote"),
          part("textarea", "snippet", { rows: "4", readonly: true, spellcheck: "false" }),
          element("div", { class: "ds-do" }, button("copySnippet", () => this.#copySnippet()))),
      ),
    );
    this.save.classList.add("ds-primary");
    this.save.addEventListener("pointerenter", () => prefetch(this.card.picture, this.choice));
    this.node.addEventListener("change", ({ target }) => ["size", "title"].includes(target.name) && this.#foretell());
    // Enter in the title saves: a title is one line
    this.text.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.isComposing) return;
      event.preventDefault();
      this.#save();
    });
    this.node.addEventListener("keydown", (event) => event.stopPropagation()); // Streamlit has keyboard shortcuts of its own
    this.node.addEventListener("pointerdown", (event) => event.target === this.node && this.node.close());
    board.node.append(this.node);
  }

  #choice(name, values) {
    this[`${name}Head`] = element("legend");
    this[`${name}Words`] = {};
    return element(
      "fieldset", { class: "ds-choice" }, this[`${name}Head`],
      ...values.map((value, at) => element(
        "label", {},
        element("input", { type: "radio", name, value, checked: at === 0 }),
        (this[`${name}Words`][value] = element("span")),
      )),
    );
  }

  /** Opens for a card; shape, format and ground stay as they were last chosen. */
  open({ card, node }, strings) {
    Object.assign(this, { card, strings });
    this.head.textContent = card.title;
    for (const [part, words] of Object.entries({
      titled: "title", sizeHead: "size", formatHead: "format", darkly: "dark", save: "save_image", copy: "copy_image",
      copyRows: "copy_table", embedded: "embedding", copySnippet: "copy_snippet",
    })) this[part].textContent = strings[words];
    this.shut.textContent = "×";
    this.shut.setAttribute("aria-label", strings.shut);
    for (const value of SIZES) this.sizeWords[value].textContent = strings[`size_${value}`];
    for (const value of FORMATS) this.formatWords[value].textContent = value.toUpperCase();
    this.text.value = card.pictured ?? card.title;
    this.said.textContent = "";
    this.embedding.hidden = !card.embed;
    if (card.embed) {
      const open = /^https?:/.test(card.embed);
      this.embedNote.textContent = open ? strings.embed_how : strings.embed_private;
      const address = open ? card.embed : new URL(card.embed, document.baseURI).href;
      this.snippet.setAttribute("aria-label", strings.embedding);
      const shown = { "&": "&amp;", '"': "&quot;", "<": "&lt;", ">": "&gt;" };
      const safe = (text) => text.replace(/[&"<>]/g, (sign) => shown[sign]);
      const [actions, table] = [".ds-actions", ".ds-table"].map((part) => node.querySelector(part)?.offsetHeight ?? 0);
      const height = node.offsetHeight - actions - table + ROOM;
      this.snippet.value = `<iframe src="${safe(address)}" title="${safe(card.title)}" width="100%"`
        + ` height="${height}" loading="lazy" style="border:0"></iframe>\n${FITTING}`;
    }
    this.node.showModal();
    this.#foretell();
  }

  /** Says how many pictures there will be, and how large each is. */
  async #foretell() {
    const { card, choice, strings } = this;
    const turn = (this.turn = {});
    const found = await prefetch(card.picture, choice).catch(() => null); // saving reports the failure
    if (turn !== this.turn) return;
    const layouts = (found?.pictures ?? []).map(({ figure }) => figure.layout);
    const heights = layouts.map(({ height }) => height * SCALES[0]);
    const high = [...new Set([Math.min(...heights), Math.max(...heights)])].join("–");
    const size = layouts.length && `${layouts[0].width * SCALES[0]} × ${high}`;
    this.sized.textContent = size && fill(strings.sized, { n: layouts.length, size });
  }

  /** Announces a message inside the dialog while it is open: screen readers skip what lies behind it. */
  say(text) {
    if (this.node.open) this.said.textContent = text;
    return this.node.open;
  }

  get choice() {
    const form = new FormData(this.node.firstElementChild);
    const title = form.get("title").replace(/\s+/g, " ").trim();
    return {
      size: form.get("size"),
      format: form.get("format"),
      dark: form.has("dark"),
      title: title === (this.card.pictured ?? this.card.title) ? "" : title,
    };
  }

  #save() {
    return this.board.exportOne(this.card, this.choice);
  }

  async #copy() {
    const { strings } = this;
    await this.board.working(this.card.title, this.card.file, async (make) => {
      const made = make(this.card, { ...this.choice, format: "png", single: true });
      const copied = await copyPicture(made.then(({ blob }) => blob));
      const { total } = await made; // a failure to draw is reported apart from a browser that forbids copying
      if (!copied) return strings.no_copy_image;
      return total > 1 ? fill(strings.copied_first, { total }) : strings.copied_image;
    });
  }

  async #copyTable() {
    const { card, strings } = this;
    const copied = await copyTable({ ...card.table, caption: `${card.title}. ${card.counted}`, verdict: card.warning });
    this.board.say(copied ? strings.copied_table : strings.no_copy_table);
  }

  #copySnippet() {
    this.snippet.select();
    return this.board.copyText(this.snippet.value, this.strings.copied_snippet, this.copySnippet);
  }

  close() {
    this.node.remove();
  }
}
