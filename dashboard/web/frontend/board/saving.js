// Asks the server for the pictures to draw, and saves files.

const FRESH = 10_000; // ms for which a prefetched answer is kept
let prefetched = {}; // the last one: {url, at, answer}

/** {pictures, files} from an address relative to the page; `choice`: size and title, where not the default ones. */
export async function ask(address, choice) {
  const url = whole(address, choice);
  const { answer } = prefetched.url === url && performance.now() - prefetched.at < FRESH ? prefetched : {};
  prefetched = {};
  return (await answer?.catch(() => null)) ?? answered(url);
}

/** Prefetches what `ask` will want: when somebody points at the button, or reads what the images will be. */
export function prefetch(address, choice) {
  const url = whole(address, choice);
  if (prefetched.url !== url || performance.now() - prefetched.at >= FRESH) {
    prefetched = { url, at: performance.now(), answer: answered(url) };
    prefetched.answer.catch(() => {}); // ask() reports it
  }
  return prefetched.answer;
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
