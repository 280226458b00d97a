// The board's style sheet, which a page has in its head (shell.py) or is given here.

/** Resolves when the sheet is in force, or can't be had: a board without it can still be read. */
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
