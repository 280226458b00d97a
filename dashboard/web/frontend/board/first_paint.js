// Draws the first charts while Streamlit's scripts still start, then hands them over to the page that Streamlit builds.

import { Board } from "./board.js";
import { loadPlotly } from "./drawing.js";

const INTERVAL = 250; // ms between two looks at whether Streamlit's page stands there without a board
const PATIENCE = 3000; // ms that the first board waits for a board, or all controls, in Streamlit's page
const CHARTS = ["theme", "q", "only", "level", "sort", "scale", "chart"]; // an address with any of them asks for charts
let first = null; // the board drawn before Streamlit's page: {overlay, board, watch, seen}
let late = false; // whether Streamlit's page was there before it

/** Shows the board in `response`, the server's answer for this address, unless Streamlit's page is there already. */
export async function drawFirst(response, plotlyUrl) {
  loadPlotly(plotlyUrl).catch(() => {}); // the board reports the failure
  const answer = await response;
  if (answer?.headers.get("Content-Type") !== "application/gzip") return; // nothing, or another page
  const bytes = new Uint8Array(await answer.arrayBuffer());
  if (late) return;
  const overlay = document.querySelector(".ds-first-paint");
  const [head, place] = overlay.children;
  const asked = new URLSearchParams(location.search);
  const places = asked.get("places");
  if (!CHARTS.some((name) => asked.has(name))) head.dataset.answer = places || asked.has("indicator") ? "chosen" : "home";
  if (places) head.dataset.places = places.includes(",") ? "many" : "one";
  overlay.hidden = false;
  below().inert = true; // Streamlit's page is covered: no keyboard focus, nothing for screen readers
  const board = new Board(place, { held: true });
  first = { overlay, board, watch: setInterval(look, INTERVAL) };
  const read = await board.read(bytes);
  if (read.heading) head.querySelectorAll("h1").forEach((one) => (one.textContent = read.heading));
  if (first?.board === board) await board.update(read, place); // else the page has taken it over
}

/** Resolves when Streamlit's page is complete: what stands in for a control has another height than the control. */
export async function complete() {
  const end = performance.now() + PATIENCE;
  const missing = () => document.querySelector('[data-testid="stApp"] [data-testid="stSkeleton"]');
  while (first && missing() && performance.now() < end) await new Promise((resolve) => setTimeout(resolve, 16));
}

/** Moves the first board as it is into `parent`, where Streamlit wants the page's board; null where there is none. */
export function takeOver(parent) {
  late = true;
  if (!first) return null;
  const { overlay, board } = first;
  const top = () => board.node.getBoundingClientRect().top;
  const before = top(), scrolled = first.overlay.scrollTop > 0;
  below().inert = false;
  if (parent.moveBefore && parent.isConnected) parent.moveBefore(board.node, null); // keeps the focus
  else parent.append(board.node);
  end();
  const main = parent.closest('[data-testid="stMain"]');
  if (main && scrolled) main.scrollTop += top() - before; // what was being read stays where it was on the screen
  board.held = false;
  return board;
}

/**
 * Removes the first board when Streamlit's page has stood without a board for a while: its own message lies below. On a slow
 * machine the board may have its place there for longer before its script is run.
 */
function look() {
  const app = document.querySelector('[data-testid="stApp"]');
  const place = (one) => app?.querySelector(`[data-testid="stMainBlockContainer"] ${one}`);
  const done = app?.dataset.testScriptState === "notRunning" && place("> *") && !place(".st-key-board");
  const failed = document.querySelector('[data-testid="stException"], [role="dialog"]:not(.ds-options)');
  if (!done && !failed) return (first.seen = 0);
  first.seen = (first.seen ?? 0) + 1;
  if (first.seen * INTERVAL < PATIENCE) return;
  late = true;
  first.board.close();
  end();
}

const below = () => document.getElementById("root");

function end() {
  clearInterval(first.watch);
  below().inert = false;
  first.overlay.remove();
  first = null;
}
