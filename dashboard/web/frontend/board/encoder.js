// Compresses PNGs in a web worker: while one picture is compressed, the next is drawn. This file is the module and its worker.

import { onCanvas } from "./image.js";

const INSIDE = typeof WorkerGlobalScope !== "undefined" && self instanceof WorkerGlobalScope;

if (INSIDE) {
  self.onmessage = async ({ data: { number, bitmap } }) => {
    try {
      const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
      canvas.getContext("2d", { alpha: false, willReadFrequently: true }).drawImage(bitmap, 0, 0);
      bitmap.close();
      self.postMessage({ number, blob: await canvas.convertToBlob({ type: "image/png" }) });
    } catch {
      self.postMessage({ number, blob: null });
    }
  };
}

/** An encoder for `pngOf`, to be closed after use, which the page itself helps out; null without such workers. */
export function encoder() {
  if (!globalThis.Worker || !globalThis.OffscreenCanvas) return null;
  const worker = new Worker(import.meta.url, { type: "module" });
  const waiting = new Map();
  worker.onmessage = ({ data: { number, blob } }) => {
    waiting.get(number)(blob);
    waiting.delete(number);
  };
  let broken = false;
  worker.onerror = () => {
    broken = true;
    waiting.forEach((resolve) => resolve(null));
  };
  let last = 0;
  return {
    async encode(width, height, draw) {
      if (broken) return onCanvas(width, height, draw);
      const canvas = new OffscreenCanvas(width, height);
      const context = canvas.getContext("2d", { alpha: false, willReadFrequently: true });
      if (!context) return onCanvas(width, height, draw);
      draw(context);
      const [number, bitmap] = [++last, canvas.transferToImageBitmap()];
      const blob = await new Promise((resolve) => {
        waiting.set(number, resolve);
        worker.postMessage({ number, bitmap }, [bitmap]);
      });
      return blob ?? onCanvas(width, height, draw);
    },
    close: () => worker.terminate(),
  };
}
