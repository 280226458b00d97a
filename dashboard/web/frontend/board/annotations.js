// Draws the annotations of a figure as Plotly would, but all at once: Plotly measures each by itself, which takes twice as
// long as the rest of a chart. A figure with anything that is not known here is left to Plotly.
//
// A text here is {x, anchor, family, colour, weight, lines}; a line {y, runs}; a run {text, size, and what differs from
// the text: weight, italic, colour}. All are px of the figure; texts are still escaped, as they came.

const LINE = 1.3; // times the size of the words: from one line to the next
const TOKEN = /<[^>]*>|[^<]+/g;
const ANCHORS = { left: "start", center: "middle", right: "end" };
const INSETS = { left: 1, center: 0, right: -1 }; // px that Plotly leaves for the border that it does not draw
const STARTS = { start: 0, middle: 0.5, end: 1 };
const ENTITIES = { amp: "&", lt: "<", gt: ">", quot: '"', nbsp: "\u00a0" };
const heights = new Map();

class Unknown extends Error {}

/** {layout, texts}: a layout without its annotations, and these as texts; null for texts if one is not known here. */
export function apart(layout) {
  try {
    const texts = (layout.annotations ?? []).filter(({ text }) => text !== "").map((one) => placed(one, layout));
    return { layout: { ...layout, annotations: [] }, texts };
  } catch (error) {
    if (!(error instanceof Unknown)) throw error;
    return { layout, texts: null };
  }
}

/** Puts texts over a chart that Plotly has drawn, in place of those that were there. */
export function put(plot, texts) {
  const [top] = [...plot.querySelectorAll("svg.main-svg")].slice(-1);
  let group = top.querySelector(":scope > .ds-words");
  if (!group) {
    group = document.createElementNS("http://www.w3.org/2000/svg", "g");
    group.setAttribute("class", "ds-words");
    top.append(group);
  }
  group.innerHTML = (texts ?? []).map(markup).join("");
}

/** An SVG document with texts at its end, which is above all else. */
export function within(svg, texts) {
  return svg.replace(/<\/svg>\s*$/, () => `<g class="ds-words">${(texts ?? []).map(markup).join("")}</g></svg>`);
}

/** Draws texts on a canvas, `scale` times their size. */
export function paint(context, texts, scale) {
  context.textBaseline = "alphabetic";
  context.textRendering = "geometricPrecision";
  for (const { x, anchor, family, colour, weight, lines } of texts) {
    for (const { y, runs } of lines) {
      const drawn = runs.map((run) => {
        const font = `${run.italic ? "italic " : ""}${run.weight ?? weight} ${run.size * scale}px ${family}`;
        const text = plain(run.text);
        context.font = font;
        return { text, font, fill: run.colour ?? colour, width: context.measureText(text).width };
      });
      let at = x * scale - STARTS[anchor] * drawn.reduce((sum, { width }) => sum + width, 0);
      for (const { text, font, fill, width } of drawn) {
        Object.assign(context, { font, fillStyle: fill });
        context.fillText(text, at, y * scale);
        at += width;
      }
    }
  }
}

function markup({ x, anchor, family, colour, weight, lines }) {
  const spans = lines.map(({ y, runs }) => {
    const inside = runs.map(({ text, size, weight, italic, colour }) => {
      const style = [
        `font-size:${size}px`, weight && `font-weight:${weight}`, italic && "font-style:italic", colour && `fill:${colour}`,
      ];
      return `<tspan style="${style.filter(Boolean).join(";")}">${text.replaceAll("&nbsp;", "&#160;")}</tspan>`;
    });
    return `<tspan x="${x}" y="${y}">${inside.join("")}</tspan>`;
  });
  const style = `font-family:${family.replaceAll('"', "'")};font-weight:${weight};fill:${colour};white-space:pre`;
  return `<text text-anchor="${anchor}" style="${style}">${spans.join("")}</text>`;
}

/** One of a layout's annotations as a text. */
function placed(one, layout) {
  const { text, x, y, xref, yref, xanchor, yanchor = "middle", xshift = 0, yshift = 0, font = {}, showarrow } = one;
  const { family, size = 12, color: colour, weight = 400 } = { ...layout.font, ...font };
  if (showarrow !== false || !(xanchor in ANCHORS) || !["top", "middle", "bottom"].includes(yanchor)) throw new Unknown();
  const { l, r, t, b } = layout.margin;
  const across = l + (layout.width - l - r) * part(x, xref, layout) + xshift + INSETS[xanchor];
  const down = t + (layout.height - t - b) * (1 - part(y, yref, layout)) - yshift;
  const lines = text.split("<br>").map((line) => parsed(line, size));
  const { ascent, descent } = extent(family);
  const largest = lines.map((runs) => (runs.length ? Math.max(...runs.map((run) => run.size)) : size));
  const top = Math.min(...largest.map((size_, n) => n * LINE * size - ascent * size_));
  const bottom = Math.max(...largest.map((size_, n) => n * LINE * size + descent * size_));
  const first = down - { top, middle: (top + bottom) / 2, bottom }[yanchor];
  return {
    x: rounded(across), anchor: ANCHORS[xanchor], family, colour, weight,
    lines: lines.map((runs, n) => ({ y: rounded(first + n * LINE * size), runs })),
  };
}

/** Where a value stands on its axis, from 0 to 1. */
function part(value, ref, layout) {
  if (ref === "paper") return value;
  const axis = /^[xy]\d*$/.test(ref) && layout[`${ref[0]}axis${ref.slice(1)}`];
  if (!axis || axis.domain || (axis.type ?? "linear") !== "linear") throw new Unknown();
  const [from, to] = axis.range;
  return (value - from) / (to - from);
}

/** A line's markup as runs. */
function parsed(line, size) {
  const [runs, open] = [[], [{ size }]];
  for (const token of line.match(TOKEN) ?? []) {
    if (token[0] !== "<") runs.push({ ...open.at(-1), name: undefined, text: token });
    else if (token[1] !== "/") open.push({ ...open.at(-1), ...styled(token) });
    else if (open.length < 2 || open.pop().name !== token.slice(2, -1)) throw new Unknown();
  }
  if (open.length > 1) throw new Unknown();
  return runs;
}

/** What an opening tag says of the words in it. */
function styled(tag) {
  if (tag === "<b>") return { name: "b", weight: 700 };
  if (tag === "<i>") return { name: "i", italic: true };
  const found = { name: "span" };
  for (const rule of tag.match(/^<span style="([^"]*)">$/)?.[1].split(";") ?? [""]) {
    const [name, value] = rule.split(":");
    if (name === "color") found.colour = value;
    else if (name === "font-size" && value.endsWith("px")) found.size = parseFloat(value);
    else throw new Unknown();
  }
  return found;
}

/** Escaped text as it is read. */
function plain(text) {
  return text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) =>
    hex || decimal ? String.fromCodePoint(parseInt(hex ?? decimal, hex ? 16 : 10)) : (ENTITIES[name] ?? whole));
}

/** How far a typeface reaches above and below the line, as parts of its size. */
function extent(family) {
  if (!heights.has(family)) {
    const pen = new OffscreenCanvas(1, 1).getContext("2d");
    pen.font = `100px ${family}`;
    const { fontBoundingBoxAscent, fontBoundingBoxDescent } = pen.measureText("Đ");
    heights.set(family, { ascent: fontBoundingBoxAscent / 100, descent: fontBoundingBoxDescent / 100 });
  }
  return heights.get(family);
}

const rounded = (value) => Math.round(value * 100) / 100;
