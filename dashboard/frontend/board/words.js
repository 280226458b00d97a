// The words of a figure, written as Plotly writes its annotations, but all at once: it measures each by itself, which
// takes twice as long as all the rest of a chart. Whatever a figure may have that is not known here is left to Plotly.

const LINE = 1.3; // times the size of the words: from one line to the next
const TOKEN = /<[^>]*>|[^<]+/g;
const ENDS = { left: "start", center: "middle", right: "end" };
const INSETS = { left: 1, center: 0, right: -1 }; // px that Plotly leaves for the border that it does not draw
const TAGS = { "<b>": "font-weight:700", "<i>": "font-style:italic" };
const heights = new Map();

/** {layout, words}: a layout without its annotations, and these as SVG; as it was, and "", if one of them is not known. */
export function apart(layout) {
  try {
    const words = (layout.annotations ?? []).map((one) => written(one, layout)).join("");
    return { layout: { ...layout, annotations: [] }, words };
  } catch (error) {
    if (!(error instanceof Unknown)) throw error;
    return { layout, words: "" };
  }
}

/** Puts words over a chart that Plotly has drawn, in place of those that were there. */
export function put(plot, words) {
  const [top] = [...plot.querySelectorAll("svg.main-svg")].slice(-1);
  let group = top.querySelector(":scope > .ds-words");
  if (!group) {
    group = document.createElementNS("http://www.w3.org/2000/svg", "g");
    group.setAttribute("class", "ds-words");
    top.append(group);
  }
  group.innerHTML = words;
}

/** An SVG document with words at its end, which is above all else. */
export function within(svg, words) {
  return words ? svg.replace(/<\/svg>\s*$/, () => `<g class="ds-words">${words}</g></svg>`) : svg;
}

class Unknown extends Error {}

function written(one, layout) {
  const { text, x, y, xref, yref, xanchor, yanchor = "middle", xshift = 0, yshift = 0, font = {}, showarrow } = one;
  const { family, size = 12, color, weight } = { ...layout.font, ...font };
  if (showarrow !== false || !(xanchor in ENDS) || !["top", "middle", "bottom"].includes(yanchor)) throw new Unknown();
  const { l, r, t, b } = layout.margin;
  const across = l + (layout.width - l - r) * part(x, xref, layout) + xshift + INSETS[xanchor];
  const down = t + (layout.height - t - b) * (1 - part(y, yref, layout)) - yshift;
  const lines = text.split("<br>").map((line) => parsed(line, size));
  const { ascent, descent } = extent(family);
  const top = Math.min(...lines.map((line, n) => n * LINE * size - ascent * line.size));
  const bottom = Math.max(...lines.map((line, n) => n * LINE * size + descent * line.size));
  const first = down - { top, middle: (top + bottom) / 2, bottom }[yanchor];
  const typeface = `font-family:${family.replaceAll('"', "'")};font-size:${size}px;font-weight:${weight ?? 400}`;
  const spans = lines.map(
    ({ markup }, n) => `<tspan x="${rounded(across)}" y="${rounded(first + n * LINE * size)}">${markup}</tspan>`,
  );
  return `<text text-anchor="${ENDS[xanchor]}" style="${typeface};fill:${color};white-space:pre">${spans.join("")}</text>`;
}

/** Where a value stands on its axis, from 0 to 1. */
function part(value, ref, layout) {
  if (ref === "paper") return value;
  const axis = /^[xy]\d*$/.test(ref) && layout[`${ref[0]}axis${ref.slice(1)}`];
  if (!axis || axis.domain || (axis.type ?? "linear") !== "linear") throw new Unknown();
  const [from, to] = axis.range;
  return (value - from) / (to - from);
}

/** A line's markup in SVG, and the size of its largest words. */
function parsed(line, size) {
  const open = [];
  let [markup, largest] = ["", 0];
  for (const token of line.match(TOKEN) ?? []) {
    if (token[0] !== "<") {
      markup += token.replaceAll("&nbsp;", "&#160;");
      largest = Math.max(largest, open.at(-1)?.size ?? size);
    } else if (token[1] === "/") {
      if (open.pop()?.name !== token.slice(2, -1)) throw new Unknown();
      markup += "</tspan>";
    } else {
      const style = TAGS[token] ?? token.match(/^<span style="([^"]*)">$/)?.[1];
      if (style === undefined) throw new Unknown();
      const own = style.match(/font-size:([\d.]+)px/)?.[1];
      open.push({ name: token.match(/\w+/)[0], size: own ? Number(own) : (open.at(-1)?.size ?? size) });
      markup += `<tspan style="${style.replace(/(^|;)color:/, "$1fill:")}">`;
    }
  }
  if (open.length) throw new Unknown();
  return { markup, size: largest || size };
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
