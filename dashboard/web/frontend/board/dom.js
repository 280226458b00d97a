// Creates elements. Text is always set as text, so no text of the data is read as markup.

export function element(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) node.setAttribute(name, "");
    else if (value !== false && value != null) node.setAttribute(name, value);
  }
  node.append(...children.filter((child) => child != null && child !== false));
  return node;
}

/** "Vẽ {n} trên {total}" with its placeholders filled. */
export function fill(text, values) {
  if (text.other) text = values.n === 1 ? text.one : text.other;
  return text.replace(/\{(\w+)\}/g, (place, name) => (name in values ? values[name] : place));
}

/** Puts `wanted` into `parent` in this order, moving only the nodes that stand elsewhere. */
export function arrange(parent, wanted) {
  for (const child of [...parent.children]) if (!wanted.includes(child)) child.remove();
  wanted.forEach((node, place) => {
    const there = parent.children[place];
    if (there === node) return;
    // moveBefore keeps focus and running animations; not every browser has it yet
    if (node.parentNode === parent && parent.moveBefore) parent.moveBefore(node, there ?? null);
    else parent.insertBefore(node, there ?? null);
  });
}
