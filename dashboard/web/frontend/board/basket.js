// What a reader has put aside for a report: kept by this browser alone, in the order chosen. The server knows nothing of it.

const KEY = "doisanh-report";
const KINDS = ["chart", "comparison", "sentence", "table"];
const text = (value) => (typeof value === "string" ? value : "");

/** The basket: {title, items: [{kind, address, name, title, comment}]}. What can't be read, or leads elsewhere, counts as
 * not there: whoever could write here could write anything. */
export function basket() {
  try {
    const { title, items } = JSON.parse(localStorage.getItem(KEY)) ?? {};
    return {
      title: text(title),
      items: (Array.isArray(items) ? items : []).filter((one) => KINDS.includes(one?.kind) && text(one.address).startsWith("?")).map(
        ({ kind, address, name, title: own, comment }) => ({ kind, address, name: text(name), title: text(own), comment: text(comment) })),
    };
  } catch {
    return { title: "", items: [] };
  }
}

/** Keeps the basket; false where the browser keeps nothing. */
export function keep(found) {
  try {
    localStorage.setItem(KEY, JSON.stringify(found));
  } catch {
    return false;
  }
  return true;
}

/** Puts one thing into the basket, once; the number of things in it, 0 where the browser keeps nothing. */
export function add(item) {
  const found = basket();
  if (!found.items.some((one) => one.kind === item.kind && one.address === item.address)) found.items.push(item);
  return keep(found) ? found.items.length : 0;
}

/** The report as the server and `doisanh report` read it: JSON is YAML too. */
export function spec({ title, items }, language, untitled) {
  return JSON.stringify({
    title: title.trim() || untitled, language,
    items: items.map(({ kind, address, title: own, comment }) => ({
      [kind]: address, ...(own.trim() && { title: own.trim() }), ...(comment.trim() && { comment: comment.trim() }),
    })),
  }, null, 1);
}
