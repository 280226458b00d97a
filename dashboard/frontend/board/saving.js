// Asks the server for pictures to be drawn, and hands files to the reader.

/** {pictures, files} at an address relative to the page; `choice`: size and title, where they are not the usual. */
export async function ask(address, { size, title } = {}) {
  const url = new URL(address, document.baseURI);
  if (size) url.searchParams.set("size", size);
  if (title) url.searchParams.set("title", title);
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  return answer.json();
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
