// The search box and the search page: asks the index and shows what it answers.

import { counted as inWords, fill } from "./words.js";

/** The index at an address, in one file or split: its parties, letters, and words, and `find`. */
export async function openIndex(address) {
  const url = new URL(address, document.baseURI);
  const [response, matching, { createQuestions }] = await Promise.all([
    fetch(url), import("./search-matching.js"), import("./search-questions.js"),
  ]);
  if (!response.ok) throw new Error(`${response.status} ${url}`);
  const data = await response.json();
  const loadSpelling = () => import("./search-spelling.js");
  const letters = data.letters.map(({ letter }) => letter);
  const ask = createQuestions({ setAside: data.words.set_aside, letters }, data.locale.split("-")[0], matching.fold);
  const parties = matching.createParties(data.parties);
  const { search } = matching;
  const index = data.entries
    ? matching.createIndex(data, loadSpelling)
    : (await import("./search-shards.js")).open(data, url, { ...matching, loadSpelling });

  /** What answers a text: parties, then rows, then other text, and how many there are at least. */
  const find = async (text, accepts) => {
    const question = ask(text);
    const rows = index.find
      ? await index.find(text, accepts, question)
      : await search(index, text, accepts, question);
    const named = matching.findParties(parties, text, question?.isAsked ? question.rest : "");
    const isOwn = rows[0]?.rank <= 1.05 && !rows[0].isProse && !(named[0]?.rank <= 1);
    const results = isOwn ? [rows[0], ...named, ...rows.slice(1)] : [...named, ...rows];
    return Object.assign(results, {
      total: rows.total + named.length, isAtLeast: Boolean(rows.isAtLeast),
    });
  };
  const names = Object.fromEntries(data.letters.map(({ letter, name }) => [letter, name]));
  return { url, names, words: data.words, parties: data.parties, find };
}

function element(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const key in attributes) {
    if (attributes[key]) made.setAttribute(key, attributes[key]);
  }
  made.append(...children);
  return made;
}

const span = (name, ...children) => element("span", { class: `search-${name}` }, ...children);

/** A text with its answers in `<mark>`, cut to what surrounds the first. */
function marked(text, result, limit = Infinity) {
  const mask = result.mask(text);
  const first = mask.indexOf(1);
  let at = first > limit / 2 ? text.lastIndexOf(" ", first - limit / 4) + 1 : 0;
  if (first - at > limit / 2) at = first;
  const stop = Math.min(at + limit, text.length);
  const parts = [at ? "…" : ""];
  for (let end = at; end < stop; at = end) {
    while (end < stop && mask[end] === mask[at]) end += 1;
    const part = text.slice(at, end);
    parts.push(mask[at] ? element("mark", {}, part) : part);
  }
  return [...parts, stop < text.length ? "…" : ""];
}

const link = (href, ...children) => element("a", { class: "search-result", href }, ...children);

/** A result as a link; `names` says what its letters are called, `base` is the index's address. */
function show(result, { names, url: base }) {
  const { url, title, text = "", section = "" } = result.entry;
  const chip = (letter) => {
    const looks = `chip chip-${letter.toLowerCase()}`;
    return element("abbr", { class: looks, title: names[letter] }, letter);
  };
  const held = result.held.map(({ party, letters }) =>
    span("party", party, ...[...letters].map(chip)),
  );
  const address = new URL(url, base);
  return link(
    address.pathname + address.hash,
    span("title", ...marked(title, result)),
    span("text", ...marked(text.replaceAll("\n", " · "), result, 160)),
    span("meta", section, ...held),
  );
}

/** Results by document, each group under a heading of that name; parties and other text apart. */
function showGroups(results, heading, index) {
  const kind = ({ isParty, isProse, document }) =>
    isParty ? "parties" : `${isProse ? "text" : "rows"} ${document.url}`;
  return [...Map.groupBy(results, kind).values()].map((group) => {
    const { title, lang, dir } = group[0].isParty ? { title: index.words.parties } : group[0].document;
    return element(
      "div",
      { role: "group", "aria-label": title, lang, dir },
      element(heading, { class: "search-group" }, title),
      ...group.map((result) => show(result, index)),
    );
  });
}

/** What keys and the pointer do with the popup; `done` follows an answer that is shown. */
function connectPopup(form, input, box, list) {
  let options = [];
  let active = -1;

  const activate = (next) => {
    active = next;
    options.forEach((link, at) => link.setAttribute("aria-selected", at === active));
    options[active]?.scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", options[active]?.id ?? "");
  };
  const open = (shown) => {
    activate(-1);
    box.hidden = !shown;
    input.setAttribute("aria-expanded", shown);
  };
  input.role = "combobox";
  input.setAttribute("aria-expanded", false);
  input.addEventListener("keydown", (event) => {
    if (event.isComposing || box.hidden) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const places = options.length + 1;
    if (step) activate(((active + 1 + step + places) % places) - 1);
    else if (event.key === "Enter" && options[active]) options[active].click();
    else if (event.key === "Escape") open(false);
    else return;
    event.preventDefault();
  });
  box.addEventListener("mousedown", (event) => event.preventDefault());
  box.addEventListener("click", () => open(false));
  form.addEventListener("focusout", () => open(false));
  const done = (query, results, address, { all } = {}) => {
    if (results?.[8]) list.append(link(address, all));
    options = [...list.querySelectorAll("a")];
    options.forEach((link, at) => {
      Object.assign(link, { role: "option", tabIndex: -1, id: `_result-${at}` });
    });
    open(query !== "" && input.matches(":focus"));
  };
  return { done };
}

/** Joins a form to its popup or, on the search page, to the page's list. */
export function connect(form, page) {
  const input = form.elements.q;
  const box = page ?? form.querySelector(".search-popup");
  const [status, list] = box.children;
  const { searchIndex, textError } = form.dataset;
  const opening = openIndex(searchIndex);
  let view = page ? undefined : connectPopup(form, input, box, list);
  let announcing;
  let latest;

  const ask = async (query, index) => (query ? index.find(query, view?.accepts) : []);
  const update = async () => {
    const query = input.value.trim();
    const turn = (latest = Symbol(query));
    const index = await opening.catch(() => undefined);
    const results = index && (await ask(query, index).catch(() => undefined));
    if (turn !== latest) return;
    const address = new URL(form.action);
    if (query) address.searchParams.set("q", query);
    const shown = results?.slice(0, page ? 50 : 8) ?? [];
    list.replaceChildren(...showGroups(shown, page ? "h2" : "div", index));
    view?.done(query, results, address, index?.words);
    const { count, at_least: least, none } = index?.words ?? {};
    const words = results?.[0]
      ? inWords(results.isAtLeast ? least : count, results.total)
      : fill(results ? none : textError, { query });
    clearTimeout(announcing);
    announcing = setTimeout(() => (status.textContent = query && words), 200);
  };

  input.addEventListener("input", update);
  if (!page) return update();
  input.value ||= new URLSearchParams(location.search).get("q") ?? "";
  form.addEventListener("submit", (event) => event.preventDefault());
  return Promise.all([import("./search-page.js"), opening]).then(([{ connectPage }, { parties }]) => {
    view = connectPage(document.querySelector(".search-filter"), parties, update);
    return update();
  }, update);
}
