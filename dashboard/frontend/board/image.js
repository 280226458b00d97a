// Charts as image files, made in the browser: Plotly's SVG, with the typeface inside, drawn at twice its size.

import { painted } from "./drawing.js";

const SCALE = 2;
const faces = new Map();

/** An @font-face rule that carries the font itself: an SVG drawn as an image sees no font of the page. */
function face(family, { url, style }) {
  if (!faces.has(url)) {
    const rule = (async () => {
      const answer = await fetch(new URL(url, document.baseURI));
      if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
      const bytes = new Uint8Array(await answer.arrayBuffer());
      let binary = "";
      for (let at = 0; at < bytes.length; at += 32768) {
        binary += String.fromCharCode(...bytes.subarray(at, at + 32768));
      }
      return (
        `@font-face{font-family:"${family}";font-style:${style};font-weight:200 900;` +
        `src:url(data:font/woff2;base64,${btoa(binary)}) format("woff2")}`
      );
    })();
    rule.catch(() => faces.delete(url)); // the next export tries again
    faces.set(url, rule);
  }
  return faces.get(url);
}

/** A figure as an SVG document that looks the same everywhere. */
export async function svgOf(Plotly, figure, palette, family, fonts) {
  const { data, layout } = painted(figure, palette);
  const page = { paper_bgcolor: palette.paper, plot_bgcolor: palette.paper, ...layout, autosize: false };
  const size = { width: layout.width, height: layout.height };
  const address = await Plotly.toImage(
    { data, layout: page, config: { staticPlot: true } },
    { format: "svg", ...size },
  );
  const svg = decodeURIComponent(address.slice(address.indexOf(",") + 1));
  const used = fonts.filter(({ style }) => style === "normal" || svg.includes(style));
  const rules = await Promise.all(used.map((font) => face(family, font)));
  return svg.replace(/<svg[^>]*>/, (opening) => `${opening}<defs><style>${rules.join("")}</style></defs>`);
}

/** A figure as a PNG file. */
export async function pngOf(Plotly, figure, palette, family, fonts) {
  const svg = await svgOf(Plotly, figure, palette, family, fonts);
  const address = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = figure.layout.width * SCALE;
    canvas.height = figure.layout.height * SCALE;
    const context = canvas.getContext("2d");
    context.fillStyle = palette.paper;
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
    canvas.width = 0; // gives its memory back at once, which some phones need
    if (!blob) throw new Error("toBlob");
    return blob;
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** Hands a file to the reader. */
export function save(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
