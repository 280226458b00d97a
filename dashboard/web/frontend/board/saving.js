// Asks the server for pictures to be drawn, and hands files to the reader.

const FRESH = 10_000; // ms that an answer is kept that nobody has asked for yet
let early = {};

/** {pictures, files} at an address relative to the page; `choice`: size and title, where they are not the usual. */
export async function ask(address, choice) {
  const url = whole(address, choice);
  const { answer } = early.url === url && performance.now() - early.at < FRESH ? early : {};
  early = {};
  return (await answer?.catch(() => null)) ?? answered(url);
}

/** The same a moment before it is asked for: when somebody points at the button, or is told what there will be. */
export function expect(address, choice) {
  const url = whole(address, choice);
  if (early.url !== url || performance.now() - early.at >= FRESH) {
    early = { url, at: performance.now(), answer: answered(url) };
    early.answer.catch(() => {}); // the asking tells
  }
  return early.answer;
}

async function answered(url) {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  return answer.json();
}

function whole(address, { size, title } = {}) {
  const url = new URL(address, document.baseURI);
  if (size) url.searchParams.set("size", size);
  if (title) url.searchParams.set("title", title);
  return url.href;
}

/** "doisanh_party-members_vi_dark.png" */
export function named(file, { format = "png", dark = false } = {}) {
  return `${file}${dark ? "_dark" : ""}.${format}`;
}

export function save(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
