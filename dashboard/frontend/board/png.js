// What a PNG says of itself: iTXt chunks, in UTF-8 (PNG 3rd edition, 11.3.3.4), right behind its header.

import { crc32 } from "./zip.js";

const HEADER = 33; // bytes of the signature and of IHDR, with which every PNG begins

/** bytes of a PNG, [{keyword, language, text}] → the same picture with the texts inside */
export function withTexts(bytes, texts) {
  const chunks = texts.map(chunk);
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

function chunk({ keyword, language, text }) {
  // keyword; not compressed, method 0; language; no translated keyword
  const content = new TextEncoder().encode(`iTXt${keyword}\0\0\0${language}\0\0${text}`);
  const bytes = new Uint8Array(content.length + 8);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, content.length - 4);
  bytes.set(content, 4);
  view.setUint32(content.length + 4, crc32(content));
  return bytes;
}
