// A chart for print, drawn anew for the width of the page. A high one is cut into rows, so that a page break cuts no row in
// two; the head of its panel comes again on the next page.

import { element } from "./dom.js";
import { drawAt, painted } from "./drawing.js";

const WIDTH = 830; // px of a chart on 710 of paper: as large as the words around it, the least of them 7 pt
const WHOLE = 1000; // px up to which a chart stays on one page, which holds 1200
const GAP = 4; // px between two rows beyond which there is a head between them
const SVG = "http://www.w3.org/2000/svg";
const LEAVES = ".ds-words > text, .shape-group, .bars .point, .scatterlayer > .trace";

/** The chart of a card as nodes to print. It is drawn when this returns: printing waits for no promise. */
export function onPaper(Plotly, card, palette) {
  const figure = painted(card.wide, palette);
  const width = Math.max(WIDTH, card.minWidth ?? 0);
  const { height } = figure.layout;
  const plot = element("div", { style: `position: absolute; left: -9999px; top: 0; width: ${width}px; visibility: hidden` });
  document.body.append(plot);
  drawAt(Plotly, plot, figure, width).catch(console.error);
  const leaves = height > WHOLE ? leavesOf(plot) : null;
  const layers = [...plot.querySelectorAll("svg.main-svg")]; // plotly.js would take the bars out of what it purges
  plot.remove();
  if (!leaves) return [band(picture(layers, width, 0, height))];
  const { defs, piece } = pieces(layers, leaves, width);
  const rows = card.marks.map(({ wide }) => wide).filter(Boolean);
  return [defs, ...panels(rows, height).map(({ head, rows }) => element(
    "div", { class: "ds-panel" }, headed(piece(...head)), ...rows.map((row) => band(piece(...row))),
  ))];
}

const band = (svg) => element("div", { class: "ds-band" }, svg);

/** A panel's head. One without bars comes again on the next page; Chromium misplaces bars in a repeated head. */
function headed(svg) {
  if (svg.querySelector(".bars .point")) return band(svg);
  svg.querySelector(".cartesianlayer").remove();
  return element("div", { class: "ds-panel-head" }, svg);
}

/** Rows as {top, height}, one below the other, as panels: {head, rows}, each of these from where to where. */
function panels(rows, height) {
  const found = [];
  let end = 0;
  for (const { top, height: high } of rows) {
    if (!found.length || top - end > GAP) found.push({ head: [end, top], rows: [] });
    const { rows: above } = found.at(-1);
    above.push([above.length ? end : top, top + high]);
    end = top + high;
  }
  if (!found.length) return [{ head: [0, 0], rows: [[0, height]] }];
  found.at(-1).rows.at(-1)[1] = height;
  return found;
}

/** The elements of a chart with the height they span: a text or bar belongs to one row, a line to all it crosses. */
function leavesOf(plot) {
  const { top: start } = plot.getBoundingClientRect();
  return [...plot.querySelectorAll(LEAVES)].map((node) => {
    const { top, bottom } = node.getBoundingClientRect();
    const [first, last] = [top - start, bottom - start];
    return node.matches(".shape-group") ? { node, first, last } : { node, first: (first + last) / 2, last: (first + last) / 2 };
  });
}

/** {defs, piece}: the definitions that all pieces refer to, and a function that cuts the piece between two heights. */
function pieces(layers, leaves, width) {
  const holders = [...new Set(leaves.map(({ node }) => node.parentNode))];
  const held = leaves.map((leaf) => ({ ...leaf, holder: holders.indexOf(leaf.node.parentNode) }));
  for (const holder of holders) holder.dataset.holder = "";
  for (const { node } of leaves) node.remove();
  const defs = document.createElementNS(SVG, "svg");
  defs.style.cssText = "position: absolute; width: 0; height: 0";
  defs.append(...layers.flatMap((layer) => [...layer.querySelectorAll("defs")]));
  // In the order of the document, which their copies keep.
  const order = layers.flatMap((layer) => [...layer.querySelectorAll("[data-holder]")]).map((holder) => holders.indexOf(holder));
  const piece = (from, to) => {
    const svg = picture(layers.map((layer) => layer.cloneNode(true)), width, from, to);
    const copies = [...svg.querySelectorAll("[data-holder]")];
    for (const { node, first, last, holder } of held) {
      if (first < to && last >= from) copies[order.indexOf(holder)].append(node.cloneNode(true));
    }
    return svg;
  };
  return { defs, piece };
}

/** The part of the layers between two heights, as one SVG. */
function picture(layers, width, from, to) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", `0 ${from} ${width} ${to - from}`);
  svg.append(...layers);
  return svg;
}
