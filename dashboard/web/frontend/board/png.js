// What a PNG says of itself, right behind its header: how large it stands on paper (pHYs; PNG 3rd edition, 11.3.4.3) and
// texts in UTF-8 (iTXt, 11.3.3.4).

import { crc32 } from "./zip.js";

const HEADER = 33; // bytes of the signature and of IHDR, with which every PNG begins
const WIDTH = 16; // where in them its width stands

const PAPER = 0.16; // m that every picture is wide on paper (charts/picture_sizes.py, ON_PAPER)

/** bytes of a PNG, [{keyword, language, text}] → the same picture with its size on paper and the texts inside */
export function described(bytes, texts) {
  const width = new DataView(bytes.buffer, bytes.byteOffset).getUint32(WIDTH);
  const chunks = [onPaper(width), ...texts.map(text)];
  const whole = new Uint8Array(bytes.length + chunks.reduce((sum, { length }) => sum + length, 0));
  whole.set(bytes.subarray(0, HEADER));
  let at = HEADER;
  for (const one of chunks) {
    whole.set(one, at);
    at += one.length;
  }
  whole.set(bytes.subarray(HEADER), at);
  return whole;
}

function onPaper(width) {
  const content = new Uint8Array(9);
  const view = new DataView(content.buffer);
  view.setUint32(0, Math.round(width / PAPER)); // px to a metre, across and down
  view.setUint32(4, Math.round(width / PAPER));
  content[8] = 1; // the unit is the metre
  return chunk("pHYs", content);
}

function text({ keyword, language, text }) {
  // keyword; not compressed, method 0; language; no translated keyword
  return chunk("iTXt", new TextEncoder().encode(`${keyword}\0\0\0${language}\0\0${text}`));
}

function chunk(type, data) {
  const content = new Uint8Array(data.length + 4);
  content.set(new TextEncoder().encode(type));
  content.set(data, 4);
  const bytes = new Uint8Array(content.length + 8);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, content.length - 4);
  bytes.set(content, 4);
  view.setUint32(content.length + 4, crc32(content));
  return bytes;
}
