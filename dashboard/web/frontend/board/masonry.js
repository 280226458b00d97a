// Lays cards out in two columns without gaps: each goes into the shorter column, in the order of the page, so that the
// order of reading, of Tab and of sight agree. The style sheet decides whether there are two columns.

const STEP = 4; // px, the rows of the grid

export class Masonry {
  constructor(grid) {
    this.grid = grid;
    this.observer = new ResizeObserver(() => this.place(this.grid.clientWidth !== this.width));
  }

  /** Takes the cards as they now stand in the grid. */
  take() {
    const cards = [...this.grid.children];
    for (const card of this.cards ?? []) if (!cards.includes(card)) this.observer.unobserve(card);
    for (const card of cards) if (!this.cards?.includes(card)) this.observer.observe(card);
    this.cards = cards;
    this.place(true);
  }

  /** Sets each card's rows; its column only if `afresh`: opening a table must not move other cards to the other column. */
  place(afresh) {
    this.width = this.grid.clientWidth;
    const gap = parseFloat(getComputedStyle(this.grid).columnGap) || 0;
    const heights = this.cards.map((card) => card.offsetHeight);
    const filled = [0, 0];
    this.cards.forEach((card, index) => {
      const full = card.hasAttribute("data-full");
      if (afresh) card.dataset.column = full ? "" : String(filled[1] < filled[0] ? 1 : 0);
      const columns = full ? [0, 1] : [Number(card.dataset.column)];
      const start = Math.max(...columns.map((column) => filled[column]));
      const rows = Math.ceil((heights[index] + gap) / STEP);
      card.style.setProperty("--ds-row", `${start + 1} / span ${rows}`);
      card.style.setProperty("--ds-column", full ? "1 / -1" : String(columns[0] + 1));
      for (const column of columns) filled[column] = start + rows;
    });
  }

  close() {
    this.observer.disconnect();
  }
}
