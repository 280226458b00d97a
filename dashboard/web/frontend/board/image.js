// Charts as image files: Plotly's SVG, with the typeface and what it says of itself inside; as PNG at twice its size.

import { painted } from "./drawing.js";
import { described } from "./png.js";
import { apart, paint, within } from "./annotations.js";

export const SCALES = [2, 1]; // some phones have no memory for a tall picture at twice its size
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

/** A text without what XML forbids: control characters, lone surrogates. */
const wellFormed = (text) =>
  text.replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Surrogate}/gu, "");

const escaped = (text) => text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** A figure as an SVG document without its annotations, and these (see annotations.js). */
async function bars(Plotly, figure, palette) {
  const { data, layout: whole } = painted(figure, palette);
  const { layout, texts } = apart(whole);
  const page = { paper_bgcolor: palette.paper, plot_bgcolor: palette.paper, ...layout, autosize: false };
  const svg = await Plotly.toImage(
    { data, layout: page, config: { staticPlot: true } },
    { format: "svg", imageDataOnly: true, width: layout.width, height: layout.height },
  );
  return { svg, words: texts };
}

/** A picture ({figure, texts}) as an SVG document that looks the same everywhere. */
export async function svgOf(Plotly, { figure, texts = [] }, palette, family, fonts) {
  const { svg: drawn, words } = await bars(Plotly, figure, palette);
  const svg = within(drawn, words);
  const used = fonts.filter(({ style }) => style === "normal" || svg.includes(style));
  const rules = await Promise.all(used.map((font) => face(family, font)));
  const said = Object.fromEntries(texts.map(({ keyword, text }) => [keyword, escaped(text)]));
  const inside = [
    said.Title && `<title>${said.Title}</title>`,
    said.Description && `<desc>${said.Description}</desc>`,
    texts.length && `<metadata>${texts.map(({ keyword, text }) => `${escaped(keyword)}: ${escaped(text)}`).join("\n")}</metadata>`,
    `<defs><style>${rules.join("")}</style></defs>`,
  ];
  return wellFormed(svg.replace(/<svg[^>]*>/, (opening) => opening + inside.filter(Boolean).join("")));
}

/** A picture as a PNG file; `encode` makes a PNG of what a function has drawn, null where the memory is too small. */
export async function pngOf(Plotly, picture, palette, family, fonts, encode = onCanvas) {
  // Words in an SVG would need the typeface inside of it, to be read anew for each picture: the canvas has the page's.
  const { svg, words } = await bars(Plotly, picture.figure, palette);
  const drawn = words ? svg : await svgOf(Plotly, { figure: picture.figure }, palette, family, fonts);
  const address = URL.createObjectURL(new Blob([drawn], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    for (const scale of SCALES) {
      const width = picture.figure.layout.width * scale;
      const height = picture.figure.layout.height * scale;
      const blob = await encode(width, height, (context) => {
        context.fillStyle = palette.paper;
        context.fillRect(0, 0, width, height);
        context.drawImage(image, 0, 0, width, height);
        paint(context, words ?? [], scale);
      });
      if (blob) {
        const bytes = described(new Uint8Array(await blob.arrayBuffer()), picture.texts ?? []);
        return new Blob([bytes], { type: "image/png" });
      }
    }
    throw new Error("toBlob");
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** Draws on a new canvas. */
export async function onCanvas(width, height, draw) {
  const canvas = document.createElement("canvas");
  Object.assign(canvas, { width, height });
  const context = canvas.getContext("2d", { alpha: false });
  if (!context) return null;
  draw(context);
  const blob = await new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
  canvas.width = 0; // frees its memory at once, which some phones need
  return blob;
}

/** A picture in a format, "png" or "svg". */
export async function fileOf(format, ...how) {
  if (format === "svg") return new Blob([await svgOf(...how)], { type: "image/svg+xml" });
  return pngOf(...how);
}
