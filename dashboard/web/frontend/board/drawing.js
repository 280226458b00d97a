// Loads plotly.js once a page and draws figures with it, whose colours are tokens ("$ink").

import { apart, put } from "./annotations.js";

/** plotly.js as the plotly package ships it; the same promise for every board of the page. */
export function loadPlotly(url) {
  const address = new URL(url, document.baseURI).href;
  const shared = (window.doisanhPlotly ??= {});
  shared[address] ??= new Promise((resolve, reject) => {
    if (window.Plotly) return resolve(window.Plotly); // the page has loaded it already (index_page.py)
    const preloaded = document.querySelector("script[data-plotly]");
    const script = preloaded ?? Object.assign(document.createElement("script"), { src: address });
    script.addEventListener("load", () => (window.Plotly ? resolve(window.Plotly) : reject(new Error(address))));
    script.addEventListener("error", () => {
      delete shared[address]; // the next update tries again
      script.remove();
      reject(new Error(address));
    });
    if (!preloaded) document.head.append(script);
  });
  return shared[address];
}

/** Resolves when the font is loaded: a chart drawn before would be measured in another one. */
export async function loadFonts(family, fonts) {
  const wanted = [`400 16px "${family}"`, `600 16px "${family}"`, `italic 400 16px "${family}"`];
  const load = () => Promise.all(wanted.map((font) => document.fonts.load(font, "Đữ")));
  try {
    if ((await load()).some((faces) => faces.length === 0)) {
      for (const { url, style } of fonts) {
        const source = `url("${new URL(url, document.baseURI).href}")`;
        document.fonts.add(new FontFace(family, source, { style, weight: "200 900" }));
      }
      await load();
    }
  } catch {
    // the browser's own font takes its place
  }
}

/** A copy of a figure with "$ink" and the like replaced by the palette's colours. */
export function painted(value, palette) {
  if (typeof value === "string") {
    return value.replace(/\$([a-z]+[0-9]?)/g, (token, name) => palette[name] ?? token);
  }
  if (Array.isArray(value)) return value.map((item) => painted(item, palette));
  if (value && typeof value === "object") {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, painted(item, palette)]));
  }
  return value;
}

/** Whether the page is dark, judged by the background that Streamlit's theme has in force. */
export function isDark(node) {
  const colour = getComputedStyle(node).getPropertyValue("--st-background-color").trim();
  const probe = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  probe.fillStyle = colour || "#fff";
  probe.fillRect(0, 0, 1, 1);
  const [red, green, blue] = probe.getImageData(0, 0, 1, 1).data;
  return 0.299 * red + 0.587 * green + 0.114 * blue < 128;
}

/**
 * Draws a figure into `plot`; what is already there stays, and moves to its new place by the style sheet.
 * (Plotly's own transitions move the bars too, but leave the words as they were.)
 */
export async function draw(Plotly, plot, figure, width) {
  await drawAt(Plotly, plot, figure, width);
  for (const svg of plot.querySelectorAll("svg")) svg.setAttribute("aria-hidden", "true");
}

/** As `draw`, but synchronous: the chart stands there when it returns, the promise only reports errors. */
export function drawAt(Plotly, plot, figure, width) {
  const { layout, texts } = apart({ ...figure.layout, width, autosize: false, dragmode: false });
  layout.paper_bgcolor = layout.plot_bgcolor = "rgba(0,0,0,0)";
  const drawn = Plotly.react(plot, figure.data, layout, { staticPlot: true, displayModeBar: false, responsive: false });
  put(plot, texts);
  return drawn;
}
