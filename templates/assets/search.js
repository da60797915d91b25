// Search: a scan of the guide's display text, folded in the browser. `fold`,
// `createIndex` and `search` are pure; `connect` joins them to a search form.

// Folding

const dropped =
  /\p{Cf}|ـ|(?=\p{M})(?![\u3099\u309a])[\p{sc=Zinh}\p{sc=Arab}\p{sc=Hebr}\p{sc=Cyrl}\p{sc=Grek}\p{sc=Latn}]/gu;
const mapped = new Map(
  "ß:ss æ:ae œ:oe ø:o ł:l đ:d ð:d þ:th ı:i ς:σ ٱ:ا ى:ي ی:ي ک:ك ة:ه ە:ه ہ:ه ھ:ه"
    .split(" ")
    .map((pair) => pair.split(":")),
);
const foldedCharacters = new Map();

/** A code point as search sees it: letters and digits, a space, or nothing. */
function foldCharacter(character) {
  let folded = foldedCharacters.get(character);
  if (folded === undefined) {
    folded = [...character.normalize("NFKD").replace(dropped, "").toLowerCase()]
      .map((part) => mapped.get(part) ?? (/[\p{L}\p{N}\p{M}]/u.test(part) ? part : " "))
      .join("")
      .replace(/[٠-٩۰-۹]/g, (digit) => digit.charCodeAt(0) & 15);
    foldedCharacters.set(character, folded);
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
const keys = (key) => ({ key, squeezed: squeeze(key), words: key.split(" ") });

// Index

/** The keys of every entry of an index file. */
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
        held,
        title: keys(fold(entry.title)),
        text: keys(fold(entry.text ?? "")),
        context: fold(context.join(" ")),
      };
    }),
  };
}

// Queries

const particles =
  /(?<=..)(에서는|에게서|으로는|이라고|은|는|이|가|을|를|의|에|에서|에게|으로|로|와|과|도|만|부터|까지|께서|한테|보다|처럼|이나|라고)$/;
const stem = (word) => word.normalize("NFC").replace(particles, "").normalize("NFKD");
const reduce = (key) => key.replace(/([aou])e/g, "$1");

/** The words of a query; writing without spaces gives pairs of characters. */
const wordsOf = (query) =>
  query.words.flatMap((word) =>
    /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]../u.test(word)
      ? [...word].slice(1).map((character, at) => [...word][at] + character)
      : word,
  );

/** How well a title answers: 1 is equal, 7 all but a short suffix of the query. */
function titleTier(title, query) {
  if (title.squeezed === query.squeezed) return 1;
  if (title.squeezed.startsWith(query.squeezed)) return 2;
  const padded = ` ${title.key} `;
  if (padded.includes(` ${query.key} `)) return 3;
  if (padded.includes(` ${query.key}`)) return 4;
  if (title.squeezed.includes(query.squeezed)) return 5;
  if (query.words.every((word) => title.key.includes(word))) return 6;
  const suffix = query.squeezed.length - title.squeezed.length;
  return title.squeezed[1] && suffix < 5 && query.squeezed.startsWith(title.squeezed) ? 7 : Infinity;
}

/** Whether a letter too many, too few, wrong or two swapped tell the words apart. */
function withinOneEdit(one, other) {
  let start = 0;
  let end = 0;
  while (start < one.length && one[start] === other[start]) start += 1;
  const room = Math.min(one.length, other.length) - start;
  while (end < room && one.at(-1 - end) === other.at(-1 - end)) end += 1;
  const [rest, otherRest] = [one, other].map((word) => word.slice(start, word.length - end));
  return (!rest[1] && !otherRest[1]) || (!rest[2] && rest === otherRest[1] + otherRest[0]);
}

/** What a word that the guide does not hold may stand for: inflected, or with a typing error. */
function spellings(index, word) {
  index.vocabulary ??= new Set(
    index.entries.flatMap(({ title, text }) => [...title.words, ...text.words]),
  );
  const close = (known) =>
    word[4] && known[3] && [known, known.slice(0, word.length)].some((it) => withinOneEdit(word, it));
  return [stem(word), reduce(word), ...[...index.vocabulary].filter(close)];
}

/** Ranks of 9 and more for the entries that hold most of the words; the rarer, the better. */
function rankByWords(index, words, needles) {
  let tier = 9;
  const weigh = (...words) =>
    index.entries.map(({ title, context, text }) => {
      const has = (key) => words.some((word) => key.includes(word));
      return 4 * has(title.key) + 2 * has(context) + has(text.key);
    });
  const columns = words.map((word) => {
    let weights = weigh(word);
    needles.push(word);
    if (!weights.some(Boolean)) {
      const others = spellings(index, word);
      needles.push(...others);
      weights = weigh(...others);
      tier = 10;
    }
    const frequency = weights.filter(Boolean).length;
    return weights.map((weight) => weight && weight * Math.log(1 + weights.length / frequency));
  });
  const rows = index.entries.map((_, row) => columns.map((column) => column[row]).filter(Boolean));
  const most = Math.max(1, words.length / 2, ...rows.map((row) => row.length));
  const scores = rows.map((row) => (row.length < most ? 0 : row.reduce((sum, it) => sum + it)));
  const best = Math.max(...scores);
  return scores.map((score) => (score ? tier + 0.9 - (0.9 * score) / best : Infinity));
}

/** At most 50 results, best first, with the needles that are to be marked in them. */
export function search(index, text) {
  const typed = text.trim().slice(0, 200);
  const raw = /[^\p{L}\p{N}\p{M}\s]/u.test(typed) && typed;
  const query = keys(fold(typed));
  const needles = [query.key];
  let ranks = index.entries.map(({ entry, title, text }) => {
    if (raw && entry.title.includes(raw)) return 0;
    const tier = query.key ? titleTier(title, query) : Infinity;
    if (raw && entry.text?.includes(raw)) return Math.min(tier, 7.9);
    return query.key && text.squeezed.includes(query.squeezed) ? Math.min(tier, 8) : tier;
  });
  const improve = (rank) => (ranks = ranks.map((old, row) => Math.min(old, rank(row))));
  if (query.key) {
    if (Math.min(...ranks) > 7) {
      for (const variant of [query.words.map(stem).join(" "), reduce(query.key)].map(keys)) {
        needles.push(variant.key);
        improve((row) => {
          const { title } = index.entries[row];
          const tiers = [title, keys(reduce(title.key))].map((it) => titleTier(it, variant));
          return 7 + Math.min(...tiers) / 10;
        });
      }
    }
    const byWords = rankByWords(index, wordsOf(query), needles);
    improve((row) => byWords[row]);
  }
  const length = ({ rank, title, text }) => title.key.length + (rank > 7.8 && text.key.length);
  return index.entries
    .map((item, row) => ({ ...item, rank: ranks[row], raw, needles }))
    .filter(({ rank }) => rank < Infinity)
    .sort((one, other) => one.rank - other.rank || length(one) - length(other))
    .slice(0, 50);
}

/** For each unit of a display text, 1 where it answers the query. */
export function highlights(text, { raw, needles: [whole, ...others] }) {
  const mask = new Uint8Array(text.length);
  const literal = raw ? text.indexOf(raw) : -1;
  if (literal >= 0) return mask.fill(1, literal, literal + raw.length);
  let key = "";
  let offset = 0;
  const starts = [];
  for (const character of text) {
    const folded = squeeze(foldCharacter(character));
    key += folded;
    for (let unit = 0; unit < folded.length; unit += 1) starts.push(offset);
    offset += character.length;
  }
  const mark = (needle) => {
    for (let at = 0; needle && (at = key.indexOf(needle, at)) >= 0; ) {
      const start = starts[at];
      at += needle.length;
      let end = at;
      while (starts[end] === starts[at - 1]) end += 1;
      mask.fill(1, start, starts[end]);
    }
  };
  mark(squeeze(whole));
  if (!mask.includes(1)) others.filter((needle) => needle[1]).map(squeeze).forEach(mark);
  return mask;
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

/** A text with its answers in `<mark>`; a long one is cut to what surrounds the first. */
function marked(text, result, limit = text.length) {
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

/** Joins the search to a form: a popup under its field, or the list of the search page. */
export function connect(form, page) {
  const { dataset } = form;
  const input = form.elements.q;
  const box = page ?? form.querySelector(".search-popup");
  const [status, list] = box.children;
  const loading = fetch(dataset.searchIndex)
    .then((response) => (response.ok ? response.json() : Promise.reject(response)))
    .then(createIndex);
  let options = [];
  let active = -1;
  let announcing;

  const activate = (next) => {
    options[active]?.removeAttribute("aria-selected");
    active = next;
    options[active]?.setAttribute("aria-selected", true);
    options[active]?.scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", options[active]?.id ?? "");
  };
  const open = (shown) => {
    activate(-1);
    box.hidden = !shown;
    input.setAttribute("aria-expanded", shown);
  };
  const span = (name, ...children) => element("span", { class: name }, ...children);
  const option = (href, ...children) => {
    const role = page ? {} : { role: "option", tabindex: -1, id: `_result-${options.length}` };
    const link = element("a", { class: "search-result", href, ...role }, ...children);
    options.push(link);
    return link;
  };
  const chip = (letter) => {
    const title = dataset[`letter${letter}`];
    return element("abbr", { class: `chip chip-${letter.toLowerCase()}`, title }, letter);
  };
  const show = (result) => {
    const { url, title, text = "", section = "" } = result.entry;
    const held = result.held.map(({ party, letters }) =>
      span("assignment", party, ...[...letters].map(chip)),
    );
    return option(
      url,
      span("search-title", ...marked(title, result)),
      span("search-text", ...marked(text, result, 160)),
      span("search-meta", section, ...held),
    );
  };
  const showGroup = ({ title, url, lang, dir }, results) => {
    if (page) {
      const heading = element("h2", {}, element("a", { href: url }, title));
      const items = results.map((result) => element("li", {}, show(result)));
      return element("section", { lang, dir }, heading, element("ul", {}, ...items));
    }
    const heading = element("div", { class: "search-group", "aria-hidden": true }, title);
    const group = { role: "group", "aria-label": title, lang, dir };
    return element("div", group, heading, ...results.map(show));
  };
  const update = async () => {
    const query = input.value.trim();
    const index = await loading.catch(() => undefined);
    if (query !== input.value.trim()) return;
    const results = index && query ? search(index, query) : [];
    const address = new URL(form.action);
    if (query) address.searchParams.set("q", query);
    const groups = Map.groupBy(results.slice(0, page ? 50 : 8), (result) => result.entry.document);
    options = [];
    list.replaceChildren(...[...groups].map(([at, group]) => showGroup(index.documents[at], group)));
    if (page) history.replaceState(history.state, "", address);
    else {
      if (results[8]) list.append(option(address, dataset.textAll));
      open(query !== "" && input.matches(":focus"));
    }
    let message = results[0] ? dataset.textCount.replace("{count}", results.length) : "";
    if (query && !message) {
      message = index ? dataset.textNone.replace("{query}", () => query) : dataset.textError;
    }
    clearTimeout(announcing);
    announcing = setTimeout(() => (status.textContent = message), 200);
  };

  input.addEventListener("input", update);
  if (page) {
    input.value ||= new URLSearchParams(location.search).get("q") ?? "";
    form.addEventListener("submit", (event) => event.preventDefault());
    return update();
  }
  input.role = "combobox";
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
