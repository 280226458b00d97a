// The board's style sheet: in the page's head already (index_page.py), else added here.

/** Resolves when the sheet is loaded, or has failed to load: a board can be read without it. */
export function styled() {
  const known = document.querySelector("link[data-board]");
  const link = known ?? Object.assign(document.createElement("link"), { rel: "stylesheet", href: new URL("board.css", import.meta.url).href });
  if (link.sheet) return null;
  const there = new Promise((resolve) => ["load", "error"].forEach((name) => link.addEventListener(name, resolve)));
  if (!known) {
    link.dataset.board = "";
    document.head.append(link);
  }
  return there;
}
