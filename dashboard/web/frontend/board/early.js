// The first charts, drawn while Streamlit's scripts are still starting, and handed to the page that these build.

import { Board } from "./board.js";
import { loadPlotly } from "./drawing.js";

const PATIENCE = 250; // ms between two looks at whether Streamlit's page is there without a board
let early = null;
let late = false;

/** Shows the board that the server has for the page's address, unless Streamlit's page is there already. */
export async function open(asked, plotlyUrl) {
  loadPlotly(plotlyUrl).catch(() => {}); // the board tells
  const answer = await asked;
  if (answer?.headers.get("Content-Type") !== "application/gzip") return; // nothing, or another page
  const bytes = new Uint8Array(await answer.arrayBuffer());
  if (late) return;
  const overlay = document.querySelector(".ds-early");
  const [head, place] = overlay.children;
  const places = new URLSearchParams(location.search).get("places");
  if (places) head.dataset.places = places.includes(",") ? "many" : "one";
  overlay.hidden = false;
  below().inert = true; // what is not to be seen yet can't be reached by keyboard, nor read out
  const board = new Board(place, { held: true });
  early = { overlay, board, watch: setInterval(look, PATIENCE) };
  const read = await board.read(bytes);
  if (early?.board === board) await board.update(read, place); // else the page has it already
}

/** The early board, moved as it stands to where Streamlit wants the page's; null if there is none. */
export function claim(parent) {
  late = true;
  if (!early) return null;
  const { overlay, board } = early;
  const top = () => board.node.getBoundingClientRect().top;
  const there = top();
  below().inert = false;
  if (parent.moveBefore && parent.isConnected) parent.moveBefore(board.node, null); // keeps what has the focus
  else parent.append(board.node);
  end();
  const main = parent.closest('[data-testid="stMain"]');
  if (main) main.scrollTop += top() - there; // scrolled as the frame was; or where the page's head is higher
  board.held = false;
  return board;
}

/** Ends it where the page has no board: what Streamlit says instead is below. */
function look() {
  const app = document.querySelector('[data-testid="stApp"]');
  const done = app?.dataset.testScriptState === "notRunning" && app.querySelector('[data-testid="stMainBlockContainer"] > *');
  const failed = document.querySelector('[data-testid="stException"], [role="dialog"]:not(.ds-options)');
  if (!done && !failed) return (early.seen = 0);
  early.seen = (early.seen ?? 0) + 1;
  if (early.seen * PATIENCE < 3000) return;
  late = true;
  early.board.close();
  end();
}

const below = () => document.getElementById("root");

function end() {
  clearInterval(early.watch);
  below().inert = false;
  early.overlay.remove();
  early = null;
}
