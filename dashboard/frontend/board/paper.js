// A chart on paper: drawn anew for the width of a sheet, whatever the window's is. One that is high is laid down row by
// row, so that the end of a page cuts none in two; on the next page the head of its panel stands again.

import { element } from "./dom.js";
import { drawAt, painted } from "./drawing.js";

const WIDTH = 830; // px of a chart on 710 of paper: as large as the words around it, the least of them 7 pt
const WHOLE = 620; // px up to which a chart stays on one page
const GAP = 4; // px between two rows beyond which there is a head between them
const SVG = "http://www.w3.org/2000/svg";

/** The chart of a card as nodes to be printed; all is drawn when this returns, since printing waits for nothing. */
export function onPaper(Plotly, card, palette) {
  const figure = painted(card.wide, palette);
  const width = Math.max(WIDTH, card.minWidth ?? 0);
  const { height } = figure.layout;
  const drawn = (from, to) => picture(Plotly, cut(figure, from, to), width);
  if (height <= WHOLE) return [element("div", { class: "ds-band" }, drawn(0, height))];
  return panels(card.marks.map(({ wide }) => wide).filter(Boolean), height).map(({ head, rows }) => element(
    "div", { class: "ds-panel" }, headed(drawn(...head)), ...rows.map((row) => element("div", { class: "ds-band" }, drawn(...row))),
  ));
}

/** A panel's head; where it is words alone it comes again on the next page: Chromium puts bars in such a one elsewhere. */
function headed(svg) {
  const bars = svg.querySelector(".bars path");
  if (!bars) svg.querySelector(".cartesianlayer")?.remove();
  return element("div", { class: bars ? "ds-band" : "ds-panel-head" }, svg);
}

/** Rows as {top, height}, one below the other, as panels: {head, rows}, each of these from where to where. */
export function panels(rows, height) {
  const found = [];
  let end = 0;
  for (const { top, height: high } of rows) {
    if (!found.length || top - end > GAP) found.push({ head: [end, top], rows: [] });
    found.at(-1).rows.push([found.at(-1).rows.length ? end : top, top + high]);
    end = top + high;
  }
  if (!found.length) return [{ head: [0, 0], rows: [[0, height]] }];
  found.at(-1).rows.at(-1)[1] = height;
  return found;
}

/** What of a figure lies between two heights, as a figure of that height. */
function cut({ data, layout }, from, to) {
  const within = (y) => y >= from && y < to;
  const kept = (trace) => {
    if (!trace.y) return trace;
    const places = trace.y.map((y, place) => (within(y) ? place : -1)).filter((place) => place >= 0);
    const { length } = trace.y;
    const pick = (list) => (Array.isArray(list) && list.length === length ? places.map((place) => list[place]) : list);
    return Object.fromEntries(Object.entries(trace).map(([name, value]) => [name, name === "meta" ? value : pick(value)]));
  };
  return {
    data: data.map(kept).filter(({ y }) => !y || y.length),
    layout: {
      ...layout,
      height: to - from,
      yaxis: { ...layout.yaxis, range: [to, from] },
      annotations: layout.annotations.filter(({ y }) => within(y)),
      shapes: layout.shapes.filter(({ y0, y1 }) => y0 < to && y1 >= from),
    },
  };
}

/** A figure as one drawing that takes the room it is given. */
function picture(Plotly, figure, width) {
  const { height } = figure.layout;
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
  if (!height) return svg;
  const plot = element("div", { style: `position: absolute; left: -9999px; width: ${width}px; visibility: hidden` });
  document.body.append(plot);
  drawAt(Plotly, plot, figure, width).catch(console.error);
  svg.append(...plot.querySelectorAll("svg.main-svg")); // not to be purged: that takes the bars out of what was moved
  plot.remove();
  return svg;
}
