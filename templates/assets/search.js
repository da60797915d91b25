// Search: a scan of the guide's display text, folded here.

// Folding

const dropped =
  /\p{Cf}|ـ|(?=\p{M})(?![\u3099\u309a])[\p{sc=Zinh}\p{sc=Arab}\p{sc=Hebr}\p{sc=Cyrl}]/gu;
const mapped = new Map(
  "ß:ss æ:ae œ:oe ø:o ł:l đ:d ð:d þ:th ı:i ς:σ ٱ:ا ى:ي ی:ي ک:ك ة:ه ہ:ه ھ:ه"
    .split(" ")
    .map((pair) => pair.split(":")),
);
const known = new Map();

/** A code point as letters and digits, a space, or nothing. */
function foldCharacter(character) {
  let folded = known.get(character);
  if (folded === undefined) {
    folded = [...character.normalize("NFKD").replace(dropped, "").toLowerCase()]
      .map((part) => mapped.get(part) ?? (/[\p{L}\p{N}\p{M}]/u.test(part) ? part : " "))
      .join("")
      .replace(/[٠-٩۰-۹]/g, (digit) => digit.charCodeAt(0) & 15);
    known.set(character, folded);
  }
  return folded;
}

/** Text without case, marks and punctuation; one space between words. */
export function fold(text) {
  let key = "";
  for (const character of text) key += foldCharacter(character);
  return key.replace(/ +/g, " ").trim();
}

const squeeze = (key) => key.replaceAll(" ", "");
const keys = (key) => ({ key: ` ${key} `, squeezed: squeeze(key), words: key.split(" ") });

// Index

/** The keys of an index file's entries. */
export function createIndex({ documents, parties, entries }) {
  const names = new Map(parties.map(({ id, name }) => [id, name]));
  return {
    documents,
    entries: entries.map((entry) => {
      const letters = Object.entries(entry.letters ?? {});
      const held = letters.map(([id, letters]) => ({ party: names.get(id) ?? id, letters }));
      const context = [entry.section, documents[entry.document].title, ...held.map((it) => it.party)];
      return {
        entry,
        document: documents[entry.document],
        held,
        title: keys(fold(entry.title)),
        text: keys(fold(entry.text ?? "")),
        context: ` ${fold(context.join(" "))}`,
      };
    }),
  };
}

// Queries

const particles =
  /(?<=..)(에서|에게|께서|한테|부터|까지|보다|처럼|으로|라고|은|는|이|가|을|를|의|에|로|와|과|도|만|나)+$/;
const stem = (word) => word.normalize("NFC").replace(particles, "").normalize("NFKD");
const reduce = (key) => key.replace(/([aou])e/g, "$1");

/** The words of a query; writing without spaces gives pairs of characters. */
const wordsOf = (query) =>
  query.words.flatMap((word) =>
    /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]../u.test(word)
      ? [...word].slice(1).map((character, at) => [...word][at] + character)
      : word,
  );

/** Whether a padded key holds a word; a single letter must begin one. */
const holds = (key, word) => key.includes(word[1] ? word : ` ${word}`);

/** How well a title answers: 1 is equal, 7 all but a short suffix of the query. */
function titleTier(title, query) {
  if (title.squeezed === query.squeezed) return 1;
  if (title.squeezed.startsWith(query.squeezed)) return 2;
  if (title.key.includes(query.key)) return 3;
  if (title.key.includes(query.key.trimEnd())) return 4;
  if (title.squeezed.includes(query.squeezed)) return 5;
  if (query.words.every((word) => holds(title.key, word))) return 6;
  const suffix = query.squeezed.length - title.squeezed.length;
  return title.squeezed[1] && suffix < 5 && query.squeezed.startsWith(title.squeezed) ? 7 : Infinity;
}

/** One letter too many, too few, wrong, or two swapped. */
function withinOneEdit(one, other) {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  const [a, b] = [one.slice(at), other.slice(at)];
  if (a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2)) return true;
  return a.slice(1) === b.slice(1) || a.slice(1) === b || a === b.slice(1);
}

/** All words of an index. */
function vocabulary(index) {
  index.vocabulary ??= new Set(
    index.entries.flatMap(({ title, text }) => [...title.words, ...text.words]),
  );
  return index.vocabulary;
}

/** What a word that a vocabulary does not hold may stand for. */
function spellings(vocabulary, word) {
  const { length } = word;
  const ends = (known) =>
    [length - 1, length, length + 1].flatMap((end) => [known.slice(0, end), known.slice(-end)]);
  const close = (known) =>
    length > 4 && known[3] && ends(known).some((end) => withinOneEdit(word, end));
  return [stem(word), reduce(word), ...[...vocabulary].filter(close)];
}

/** Ranks from 9 for the entries that hold most of the words; rare ones count more. */
function rankByWords(index, words, needles) {
  const { entries } = index;
  let tier = 9;
  const counts = entries.map(() => 0);
  const scores = entries.map(() => 0);
  const weigh = (words) =>
    entries.map(({ title, context, text }) => {
      const has = (key) => words.some((word) => holds(key, word));
      return 4 * has(title.key) + 2 * has(context) + has(text.key);
    });
  for (const word of words) {
    let weights = weigh([word]);
    needles.push(word);
    if (!weights.some(Boolean)) {
      const others = spellings(vocabulary(index), word);
      needles.push(...others);
      weights = weigh(others);
      tier = 10;
    }
    const rarity = Math.log(1 + weights.length / weights.filter(Boolean).length);
    weights.forEach((weight, row) => {
      if (!weight) return;
      counts[row] += 1;
      scores[row] += weight * rarity;
    });
  }
  const most = Math.max(1, words.length / 2, ...counts);
  const best = Math.max(...scores);
  return scores.map((score, row) =>
    counts[row] < most ? Infinity : tier + 0.9 - (0.9 * score) / best,
  );
}

/**
 * At most 50 results, best first, with the needles that are to be marked in them.
 *
 * @param accepts which entries may be among them; all where it is left out.
 */
export function search(index, text, accepts = () => true) {
  const typed = text.trim().slice(0, 200);
  const raw = /[^\p{L}\p{N}\p{M}\s]/u.test(typed) && typed;
  const query = keys(fold(typed));
  const needles = [query.squeezed];
  let ranks = index.entries.map(({ entry, title, text }) => {
    if (raw && entry.title.includes(raw)) return 0;
    const tier = query.squeezed ? titleTier(title, query) : Infinity;
    if (raw && entry.text?.includes(raw)) return Math.min(tier, 7.9);
    return query.squeezed && text.squeezed.includes(query.squeezed) ? Math.min(tier, 8) : tier;
  });
  const improve = (rank) => (ranks = ranks.map((old, row) => Math.min(old, rank(row))));
  if (query.squeezed && Math.min(...ranks) > 7) {
    for (const rewrite of [stem, reduce]) {
      const variant = keys(query.words.map(rewrite).join(" "));
      needles.push(variant.squeezed);
      improve((row) => {
        const { title } = index.entries[row];
        title.reduced ??= keys(title.words.map(reduce).join(" "));
        return 7 + Math.min(titleTier(title, variant), titleTier(title.reduced, variant)) / 10;
      });
    }
  }
  if (query.squeezed && ranks.filter(isFinite).length < 50) {
    const byWords = rankByWords(index, wordsOf(query), needles);
    improve((row) => byWords[row]);
  }
  const length = ({ rank, title, text }) => title.key.length + (rank > 7.8 && text.key.length);
  return index.entries
    .map((item, row) => ({ ...item, rank: ranks[row], raw, needles }))
    .filter(({ rank, entry }) => isFinite(rank) && accepts(entry))
    .sort((one, other) => one.rank - other.rank || length(one) - length(other))
    .slice(0, 50);
}

/** For each unit of a text, 1 where it answers the query. */
export function highlights(text, { raw, needles: [whole, ...others] }) {
  const mask = new Uint8Array(text.length);
  const literal = raw ? text.indexOf(raw) : -1;
  if (literal >= 0) return mask.fill(1, literal, literal + raw.length);
  let key = "";
  let offset = 0;
  const starts = [];
  const ends = [];
  for (const character of text) {
    const folded = foldCharacter(character);
    const end = offset + character.length;
    if (!folded && key) ends[key.length - 1] = end;
    for (const unit of squeeze(folded).split("")) {
      starts.push(offset);
      ends.push(end);
      key += unit;
    }
    offset = end;
  }
  const mark = (needle) => {
    for (let at = 0; needle && (at = key.indexOf(needle, at)) >= 0; at += needle.length) {
      mask.fill(1, starts[at], ends[at + needle.length - 1]);
    }
  };
  mark(whole);
  if (!mask.includes(1)) others.filter((needle) => needle[1]).forEach(mark);
  return mask;
}

/** The index that a form names, in one file or split: its parties, and `find` for queries. */
export async function openIndex({ searchIndex, searchShards }) {
  const url = new URL(searchIndex, document.baseURI);
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${response.status} ${url}`);
  const data = await response.json();
  if (!data.entries) {
    const { open } = await import(new URL(searchShards, document.baseURI).href);
    return open(data, url, { fold, spellings, createIndex, search });
  }
  const index = createIndex(data);
  return { parties: data.parties, find: async (text, accepts) => search(index, text, accepts) };
}

// The search box

function element(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const key in attributes) {
    if (attributes[key]) made.setAttribute(key, attributes[key]);
  }
  made.append(...children);
  return made;
}

/** A text with its answers in `<mark>`, cut to what surrounds the first. */
function marked(text, result, limit = Infinity) {
  const mask = highlights(text, result);
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

/** Joins a form to its popup or, on the search page, to the page's list. */
export function connect(form, page) {
  const { dataset } = form;
  const input = form.elements.q;
  const box = page ?? form.querySelector(".search-popup");
  const [status, list] = box.children;
  const loading = openIndex(dataset);
  let filter;
  let options = [];
  let active = -1;
  let announcing;
  let latest;

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
  const span = (name, ...children) => element("span", { class: `search-${name}` }, ...children);
  const option = (href, ...children) => {
    const role = page ? {} : { role: "option", tabindex: -1, id: `_result-${options.length}` };
    const link = element("a", { class: "search-result", href, ...role }, ...children);
    options.push(link);
    return link;
  };
  const chip = (letter) => {
    const name = `chip chip-${letter.toLowerCase()}`;
    return element("abbr", { class: name, title: dataset[`letter${letter}`] }, letter);
  };
  const show = (result) => {
    const { url, title, section = "" } = result.entry;
    const text = (result.entry.text ?? "").replaceAll("\n", " · ");
    const held = result.held.map(({ party, letters }) =>
      span("party", party, ...[...letters].map(chip)),
    );
    return option(
      url,
      span("title", ...marked(title, result)),
      span("text", ...marked(text, result, 160)),
      span("meta", section, ...held),
    );
  };
  const showGroup = ({ title, lang, dir }, results) => {
    const heading = element(page ? "h2" : "div", { class: "search-group" }, title);
    const group = { role: "group", "aria-label": title, lang, dir };
    return element("div", group, heading, ...results.map(show));
  };
  const update = async () => {
    const query = input.value.trim();
    const turn = (latest = Symbol(query));
    const index = await loading.catch(() => undefined);
    const find = async () => (query ? index.find(query, filter?.accepts) : []);
    const results = await (index && find().catch(() => undefined));
    if (turn !== latest) return;
    const address = new URL(form.action);
    if (query) address.searchParams.set("q", query);
    filter?.write(address.searchParams);
    const shown = results?.slice(0, page ? 50 : 8) ?? [];
    const groups = Map.groupBy(shown, (result) => result.document);
    options = [];
    list.replaceChildren(...[...groups].map(([document, group]) => showGroup(document, group)));
    if (page) history.replaceState(null, "", address);
    else {
      if (results?.[8]) list.append(option(address, dataset.textAll));
      open(query !== "" && input.matches(":focus"));
    }
    const { textCount, textNone, textError } = dataset;
    const message = results?.[0] ? textCount : results ? textNone : textError;
    const words = message.replace("{count}", results?.length).replace("{query}", () => query);
    clearTimeout(announcing);
    announcing = setTimeout(() => (status.textContent = query && words), 200);
  };

  input.addEventListener("input", update);
  if (page) {
    input.value ||= new URLSearchParams(location.search).get("q") ?? "";
    form.addEventListener("submit", (event) => event.preventDefault());
    const choices = import(new URL(dataset.searchFilter, document.baseURI).href);
    return Promise.all([choices, loading]).then(([{ connectFilter }, { parties }]) => {
      filter = connectFilter(document.querySelector(".search-filter"), parties, update);
      return update();
    }, update);
  }
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
  return update();
}
