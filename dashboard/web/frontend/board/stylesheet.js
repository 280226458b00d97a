// The board's style sheets: in the page's head already (index_page.py), else added here.

const SHEETS = ["board.css", "answers.css", "report.css"];

/** Resolves when the sheets are loaded, or have failed to load: a board can be read without them. */
export function styled() {
  return Promise.all(SHEETS.map(loaded));
}

function loaded(name) {
  const known = document.querySelector(`link[data-board="${name}"]`);
  const link = known ?? Object.assign(document.createElement("link"), { rel: "stylesheet", href: new URL(name, import.meta.url).href });
  if (link.sheet) return null;
  const there = new Promise((resolve) => ["load", "error"].forEach((event) => link.addEventListener(event, resolve)));
  if (!known) {
    link.dataset.board = name;
    document.head.append(link);
  }
  return there;
}
