// The locality picker (dashboard/web/components/picker.py): an ARIA 1.2 combobox with a multi-select listbox.
// Streamlit calls the default export again whenever the data or the theme change, with the same parentElement.

const CAP = 50; // rows drawn at once
const ABOVE_ONLY = 5; // the worst tier(): no word of the query is in the place's own name

const pickers = new WeakMap();
// A page switch unmounts the component while Python, its command unchanged, does not send the selection again.
const remembered = new Map(); // key → {revision, chosen}

// `look`, of Python's: letters by others of the same look, and the class of characters that show nothing.
const meant = (text, { letters, invisible }) => text.replace(invisible, "").replace(/\P{ASCII}/gu, (one) => letters.get(one) ?? one);
export const fold = (text, look) =>
  meant(text, look).normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/đ/g, "d");
export const folding = (letters, invisible) => ({
  letters: new Map([...letters[0]].map((one, at) => [one, [...letters[1]][at]])), invisible: new RegExp(invisible, "gu") });
// Letters and digits apart: "p14" is "p 14"
const parts = (text) => text.match(/[\p{L}\p{M}]+|\p{N}+/gu) ?? [];
const spaced = (text) => ` ${parts(text).join(" ")} `;
const plain = (text, look) => spaced(fold(text, look));
const accented = (text, look) => spaced(meant(text, look).normalize("NFC").toLowerCase());
const initials = (text) => parts(text).map(([first]) => first).join("");
const fill = (template, values) => template.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);

function element(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children);
  return node;
}

// --- finding ---------------------------------------------------------------------------------------------------

/** The ways to say a place, spaced: its name; with its type before or after it, in full ("Thành phố Ninh Bình") or by
    initials ("TP Ninh Bình"); a name of three words or more by its initials, too ("TP HCM"). */
function ways(name, forms) {
  const names = parts(name).length > 2 ? [name, ` ${initials(name)} `] : [name];
  return [...names, ...names.flatMap((one) => forms.flatMap((form) => [form + one.slice(1), one + form.slice(1)]))];
}

function index({ rows, types }, look) {
  const forms = (read) => types.map((all) => all.flatMap((type) => [read(type, look), ` ${initials(read(type, look))} `]));
  const folded = forms(plain), written = forms(accented);
  const places = rows.map(([id, label, detail, level, parent, figures, name, type], order) => {
    const own = label.replace(/ \(.*$/, ""), said = [plain(own, look), ...ways(plain(name || own, look), folded[type])];
    const typed = label.toLowerCase().startsWith(`${types[type]?.[0]} `.toLowerCase());
    return { id, label, spoken: typed ? label[0].toLowerCase() + label.slice(1) : label, detail, level, parent, figures, order, children: [], above: [],
      ways: said, own: said.join(""), all: plain(label, look) + said.join(""),
      raw: accented(label, look) + ways(accented(name || own, look), written[type]).join("") };
  });
  const byId = new Map(places.map((place) => [place.id, place]));
  for (const place of places) {
    byId.get(place.parent)?.children.push(place);
    let up = byId.get(place.parent);
    for (; up && up !== place && !place.above.includes(up); up = byId.get(up.parent)) place.above.push(up);
    place.all += place.above.map((ancestor) => ancestor.own).join("");
  }
  return { places, byId };
}

/** What lies in a place, at every depth, each before what lies in it: [{place, depth}]. */
function within(place, depth = 1) {
  if (depth > 9) return []; // parents in a circle
  return place.children.flatMap((child) => [{ place: child, depth }, ...within(child, depth + 1)]);
}

/** 0 the whole name; 1 its start; 2 the words together in the name; 3 its words in any order; 4 name and what it
    lies in; 5 only what it lies in; undefined if a word of the query starts no word of the place. */
function tier(place, words, phrase) {
  if (!words.every((word) => place.all.includes(" " + word))) return undefined;
  if (place.ways.includes(phrase + " ")) return 0;
  if (place.ways.some((one) => one.startsWith(phrase))) return 1;
  if (place.own.includes(phrase)) return 2;
  const inOwn = words.filter((word) => place.own.includes(" " + word)).length;
  return inOwn === words.length ? 3 : inOwn ? 4 : ABOVE_ONLY;
}

/** The matches as [{place, fit, rank, keep}] in order of rank: of what fits alike, what has figures comes first. Where
    there is no room for all, those first in order of `keep` stay: what others lie in. Both are compared item by item. */
function match(places, typed, look) {
  const query = typed.replace(/(?<!\p{L})(\p{L})\. ?(?=\p{L}\.)/gu, "$1"); // "t.p." is "tp"
  const phrase = plain(query, look).trimEnd(), words = phrase.trim().split(" ");
  const exact = accented(query, look).trimEnd(), typedAccents = phrase !== exact;
  const hits = [];
  for (const place of places) {
    const fit = tier(place, words, phrase);
    if (fit === undefined) continue;
    const inexact = place.raw.includes(exact) ? 0 : 1, empty = place.figures ? 0 : 1;
    // Somebody who types no accents has not asked for a name without them: then exactness only breaks a tie.
    const fits = [typedAccents ? inexact : 0, fit], rest = [place.level, inexact, place.order];
    hits.push({ place, fit, rank: [...fits, empty, ...rest], keep: [...fits, ...rest] });
  }
  return hits.sort(by("rank"));
}

const by = (name) => (a, b) => a[name].map((one, at) => one - b[name][at]).find((difference) => difference);

/** Rows to draw, [{place, depth}], the place that fits best, and how many there are in all. What lies in a match is listed beneath it. When
    there is no room for all, the best matches have most of it, and share the rest for what lies in them. */
function find(places, query, look) {
  const hit = (place) => ({ place, fit: 0, rank: [place.figures ? 0 : 1, place.level], keep: [place.level] });
  const together = fold(query, look);
  let hits = query ? match(places, query, look) : places.filter((place) => !place.above.length).map(hit);
  if (!hits.length && together.length > 3) // "bentre"
    hits = places.filter((place) => place.ways.some((one) => one.split(" ").some((_, at, all) =>
      all.slice(at).join("").startsWith(together)))).map(hit).sort(by("rank"));
  const matched = new Set(hits.map((one) => one.place));
  const roots = new Set(hits.map(({ place }) => place.above.findLast((up) => matched.has(up)) ?? place));
  const groups = [...roots].map((root) => [{ place: root, depth: 0 }, ...within(root)]);
  const total = groups.reduce((sum, group) => sum + group.length, 0);
  const keep = new Set(hits.slice(0, 1).map(({ place }) => place));
  const strong = hits.filter(({ place, fit }) => fit < ABOVE_ONLY || roots.has(place)).sort(by("keep"));
  const take = (most) => { for (const { place } of strong) if (keep.size < most) keep.add(place); };
  take(CAP * 0.6);
  groups.forEach((group, at) => {
    const rest = group.filter(({ place }) => !keep.has(place)).sort((a, b) => a.depth - b.depth);
    const share = !query && total > CAP ? 0 : Math.max(3, Math.ceil((CAP - keep.size) / (groups.length - at)));
    if (!keep.has(group[0].place)) return;
    for (const { place } of rest.slice(0, Math.min(share, CAP - keep.size))) keep.add(place);
  });
  take(CAP);
  return { rows: groups.flat().filter(({ place }) => keep.has(place)), best: hits[0]?.place, total };
}

// --- the control -------------------------------------------------------------------------------------------------

function create(parent) {
  const id = `picker-${Math.random().toString(36).slice(2)}`;
  const label = element("label", { for: id });
  const input = element("input", { id, type: "text", role: "combobox", autocomplete: "off", autocapitalize: "off",
    spellcheck: "false", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": `${id}-list` });
  const chips = element("ul", { class: "chips" });
  const clear = element("button", { type: "button", class: "clear" });
  const offer = element("button", { type: "button", class: "offer" });
  const list = element("ul", { id: `${id}-list`, role: "listbox", "aria-multiselectable": "true" });
  const note = element("p", { class: "note" });
  const popup = element("div", { class: "popup", popover: "manual" }, list, note);
  const status = element("div", { class: "status", role: "status", "aria-live": "polite" });
  const box = element("div", { class: "box" }, chips, input, clear);
  const under = element("div", { class: "under" }, offer);
  const root = element("div", { class: "picker" }, label, box, under, popup, status);
  parent.append(root);

  let data, strings, number, look, places = [], byId = new Map(), chosen = [], send;
  let others = [], asked = "", waiting; // units that the server knows, for what was typed
  let rows = [], active = -1, open = false, serial = Date.now();

  const say = (name, values = {}) => {
    const words = strings[name], { n = 0 } = values;
    return fill(words.other ? (n === 1 ? words.one : words.other) : words, { ...values, n: number.format(n) });
  };
  const known = () => chosen.map((one) => byId.get(one)).filter(Boolean);

  function commit(next, message) {
    chosen = next;
    remembered.set(data.key, { revision: data.revision, chosen });
    drawChosen();
    rows.forEach((row, at) => list.children[at].setAttribute("aria-selected", chosen.includes(row.place.id)));
    status.textContent = message;
    // The serial makes choosing the same again, after Python had changed it, an event too.
    send("chosen", { ids: chosen, revision: data.revision, serial: ++serial, address: location.search });
  }

  function toggle({ id: own, label: name, leads }) {
    if (chosen.includes(own)) commit(chosen.filter((one) => one !== own), say("removed", { label: name }));
    else if (leads && !data.single) commit([...new Set([...chosen, ...leads])], say("added_many", { n: leads.length }));
    else commit([...chosen, own], say("added", { label: name }));
  }

  /** What may be added at one click: the places within the last chosen one that has any left. */
  function offered() {
    for (const up of known().reverse()) {
      const below = within(up).map((row) => row.place), useful = below.filter((one) => one.figures);
      const left = (useful.length ? useful : below).filter((one) => !chosen.includes(one.id));
      if (!left.length) continue;
      const key = left.length === 1 ? "add_one" : left.length === below.length ? "add_within" : "add_within_figures";
      return { left, text: say(key, { n: left.length, place: up.spoken, label: left[0].label }) };
    }
  }

  function drawChosen() {
    chips.replaceChildren(...known().map((place) => {
      const name = say("remove", { label: place.label });
      return element("li", {}, element("span", {}, place.label),
        element("button", { type: "button", "aria-label": name, title: name, "data-id": place.id }));
    }));
    chips.hidden = !chosen.length;
    clear.hidden = chosen.length < 2;
    offer.textContent = offered()?.text ?? "";
    offer.hidden = !offer.textContent;
  }

  function draw() {
    const query = input.value.trim();
    const found = find(places, query, look), extra = query === asked ? others.filter((one) => !byId.has(one.id)) : [];
    rows = [...found.rows, ...extra.map((place) => ({ place, depth: 0 }))];
    found.best ??= extra.find(takes);
    active = Math.min(active, rows.length - 1);
    list.replaceChildren(...rows.map(({ place, depth }, at) => {
      const selected = String(chosen.includes(place.id)), name = element("span", { class: "name" }, place.label);
      const row = element("li", { role: "option", id: `${id}-${at}`, "aria-selected": selected }, name);
      if (place.detail) row.append(" ", element("span", { class: "detail" }, place.detail));
      row.style.setProperty("--depth", Math.min(depth, 3));
      if (!takes(place)) row.setAttribute("aria-disabled", "true");
      if (place === extra[0]) row.dataset.heading = strings.others;
      return row;
    }));
    const hiddenRows = found.total - found.rows.length;
    const sought = query.length < 2 || query === asked;
    const none = sought ? say("empty", { query }) : "…";
    note.textContent = !rows.length ? none : hiddenRows ? say("more", { n: hiddenRows }) : "";
    note.hidden = !note.textContent;
    input.setAttribute("aria-expanded", String(open && rows.length > 0));
    mark(active);
    return found;
  }

  // A unit without figures can be looked at; where figures are compared, those in its line are chosen in its stead.
  const takes = (place) => data.single || !place.leads || place.leads.length > 0;

  /** Ask for the units that are called so, once nothing more is typed for a moment. */
  function ask() {
    clearTimeout(waiting);
    const query = input.value.trim();
    if (query.length < 2 || query === asked) return;
    waiting = setTimeout(async () => {
      const answer = await fetch(`units?${new URLSearchParams({ q: query, lang: strings.language })}`).catch(() => null);
      const found = answer?.ok ? await answer.json().catch(() => []) : []; // without a connection: the page tells of that
      if (query !== input.value.trim()) return;
      [others, asked] = [found.map((one) => ({ ...one, spoken: one.label, children: [], above: [] })), query];
      if (!open || (rows.length && !found.length)) return;
      const at = active; // they come below: what somebody went to meanwhile stays
      show();
      if (at >= 0) mark(at);
    }, 200);
  }

  function mark(at) {
    list.children[active]?.classList.remove("active");
    active = at;
    const row = list.children[at];
    if (!row) return input.removeAttribute("aria-activedescendant");
    row.classList.add("active");
    input.setAttribute("aria-activedescendant", row.id);
    row.scrollIntoView({ block: "nearest" }); // the popup is fixed, so the page stays where it is
  }

  function search() {
    turn(true);
    popup.scrollTop = 0;
    show();
    ask();
  }

  function show() {
    const { best, total } = draw();
    mark(input.value.trim() ? rows.findIndex((row) => row.place === best) : -1); // what Enter takes
    status.textContent = rows.length ? say("count", { n: Math.max(total, rows.length) }) : note.textContent;
    place();
  }

  /** In the top layer nothing clips the list: no sidebar, column or dialog. */
  function place() {
    if (!open) return;
    const at = input.getBoundingClientRect(), frame = box.getBoundingClientRect();
    const height = window.visualViewport?.height ?? window.innerHeight, page = document.documentElement.clientWidth;
    const width = Math.min(Math.max(frame.width, 352), page - 16);
    const below = height - at.bottom - 12, above = at.top - 12, up = below < 200 && above > below;
    Object.assign(popup.style, { width: `${width}px`, maxHeight: `${Math.min(400, up ? above : below)}px`,
      left: `${Math.max(8, Math.min(frame.left, page - width - 8))}px`, top: up ? "auto" : `${at.bottom}px`,
      bottom: up ? `${window.innerHeight - at.top}px` : "auto" });
  }

  function turn(on) {
    if (open === on) return;
    open = on;
    active = -1;
    popup.classList.toggle("open", on);
    popup.togglePopover?.(on);
    draw();
    place();
  }

  function take(at) {
    if (!takes(rows[at].place)) return;
    if (rows[at].place.leads && data.single) byId.set(rows[at].place.id, rows[at].place);
    toggle(rows[at].place);
    input.value = ""; // the next word typed opens the list again
    turn(false);
  }

  const keys = {
    ArrowDown: () => (open ? mark((active + 1) % (rows.length || 1)) : (turn(true), mark(0))),
    ArrowUp: () => (open ? mark(active > 0 ? active - 1 : rows.length - 1) : (turn(true), mark(rows.length - 1))),
    Home: () => open && mark(0),
    End: () => open && mark(rows.length - 1),
    Enter: () => { if (open && rows[active]) take(active); },
    Escape: () => { if (open) turn(false); else input.value = ""; },
    Backspace: () => (!input.value && chosen.length ? toggle(known().at(-1)) : false),
  };

  root.addEventListener("keydown", (event) => {
    // Seen from outside the shadow root this is no input: Streamlit would take "r" for rerun, "c" for clear cache.
    if (event.key !== "Escape" || open || input.value) event.stopPropagation();
    if (event.target !== input || event.isComposing || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (keys[event.key] && keys[event.key]() !== false) event.preventDefault();
  });
  input.addEventListener("input", search);
  input.addEventListener("click", () => { turn(true); input.select(); });
  box.addEventListener("click", (event) => { if (event.target === box || event.target === chips) input.focus(); });
  popup.addEventListener("mousedown", (event) => event.preventDefault()); // keeps the focus in the input
  list.addEventListener("click", (event) => {
    const at = [...list.children].indexOf(event.target.closest("li"));
    if (!rows[at]) return;
    take(at);
    if (matchMedia("(pointer: coarse)").matches) input.blur(); // a phone's keyboard goes, too
  });
  chips.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    const at = [...chips.querySelectorAll("button")].indexOf(button);
    toggle(byId.get(button.dataset.id));
    const buttons = chips.querySelectorAll("button");
    (buttons[Math.min(at, buttons.length - 1)] ?? input).focus();
  });
  clear.addEventListener("click", () => { commit([], say("cleared")); input.focus(); });
  offer.addEventListener("click", () => {
    const { left } = offered(), [{ label: first }] = left;
    const message = left.length > 1 ? say("added_many", { n: left.length }) : say("added", { label: first });
    commit([...chosen, ...left.map((one) => one.id)], message);
    (offer.hidden ? input : offer).focus();
  });
  input.addEventListener("blur", () => { input.value = ""; turn(false); }); // not to cover what has the focus now
  const gone = new AbortController();
  for (const name of ["scroll", "resize"]) window.addEventListener(name, place, { capture: true, signal: gone.signal });
  window.visualViewport?.addEventListener("resize", place, { signal: gone.signal }); // a phone's keyboard

  function update(next, setStateValue) {
    if (next.rows !== data?.rows) {
      look = folding(next.letters, next.invisible);
      ({ places, byId } = index(next, look));
    }
    [data, send, strings] = [next, setStateValue, next.strings];
    number = new Intl.NumberFormat(strings.language);
    const mine = remembered.get(data.key);
    chosen = mine?.revision === data.revision ? mine.chosen : data.command;
    remembered.set(data.key, { revision: data.revision, chosen });
    root.lang = strings.language;
    label.textContent = strings.label;
    input.placeholder = strings.placeholder;
    list.setAttribute("aria-label", strings.list);
    chips.setAttribute("aria-label", strings.chosen);
    clear.textContent = strings.clear;
    drawChosen();
    if (open) draw();
  }

  return { update, remove: () => { gone.abort(); root.remove(); } };
}

export default function ({ data, parentElement, setStateValue }) {
  const picker = pickers.get(parentElement) ?? create(parentElement);
  pickers.set(parentElement, picker);
  const call = (picker.call = {});
  picker.update(data, setStateValue);
  return () => { // Streamlit also runs this for a call that a newer one has overtaken
    if (picker.call !== call) return;
    picker.remove();
    pickers.delete(parentElement);
  };
}
