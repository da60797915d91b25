// A matrix of any size: the letters of all rows come first, in one file; titles come in shards, when
// the reader scrolls to them, looks for words or prints. Rows are made as they come into sight.

const rowsInBlock = 60;
/** Far rows are not divided into blocks: a table of hundreds takes long to lay out. */
const rowsInStretch = 1200;

/** Numbers of patterns from runs such as `3*12`. */
function* runs(text) {
  for (const run of text ? text.split(",") : []) {
    const [pattern, count = "1"] = run.split("*");
    for (let left = parseInt(count, 36); left > 0; left -= 1) yield parseInt(pattern, 36);
  }
}

function element(name, attributes, ...content) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value) made.setAttribute(key, value);
  }
  made.append(...content);
  return made;
}

const foreign = ({ lang, dir } = {}) => (lang ? { lang, dir } : {});

/** What a party holds in rows of one kind, by column. */
function readPattern(pattern, parties) {
  return pattern.map(([party, letters, inherited]) => ({
    party: parties[party], letters: [...letters], isInherited: Boolean(inherited),
  }));
}

/** A row of the table. */
function makeRow(entry, { columns, legend, names, words, isPlaced }) {
  const row = element("tr", { id: entry.anchor, "aria-rowindex": String(entry.number + 2) });
  const title = element("a", { href: entry.url, ...foreign(entry) }, entry.title);
  const head = element("th", { scope: "row", role: "rowheader" }, title);
  if (isPlaced) {
    const place = entry.group.title;
    head.append(element("span", { class: "row-place", ...foreign(entry.group) }, place));
  }
  for (const { kind, text } of entry.notices) {
    head.append(element("span", { class: `row-notice row-notice-${kind}` }, text));
  }
  row.setAttribute("role", "row");
  row.append(head);
  for (const party of columns) {
    const cell = element("td", { role: "cell" });
    const held = entry.held.get(party);
    if (held) {
      cell.className = held.isInherited ? "inherited" : "declared";
      cell.dataset.label = names.get(party);
      const origin = held.isInherited ? words.inherited : words.declared;
      for (const letter of held.letters) {
        const { key = letter.toLowerCase(), name = letter } = legend.get(letter) ?? {};
        const href = entry.evidence(party);
        const looks = { class: `chip chip-${key}`, href, title: `${name} · ${origin}` };
        cell.append(element(href ? "a" : "span", looks, letter));
      }
    }
    row.append(cell);
  }
  return row;
}

/** The heading over the rows of a section. */
function makeHeading({ title, url, document: place, ...rest }, width) {
  const text = element("span", foreign(rest), element("a", { href: url }, title));
  if (place.title !== title) {
    text.append(" ", element("a", { class: "muted", href: place.url, ...foreign(place) }, place.title));
  }
  const head = element("th", { scope: "rowgroup", role: "rowheader", colspan: String(width) }, text);
  return element("tr", { class: "matrix-section", role: "row" }, head);
}

/** Rows as the form filters them: titles are there once their shard is. */
function makeRows(data, parties, makeLetters) {
  const kinds = data.patterns.map((pattern) => {
    const held = new Map(readPattern(pattern, data.parties).map((it) => [it.party, it]));
    const letters = makeLetters([...held].map(([party, it]) => [party, it.letters.join("")]));
    return { held, letters };
  });
  const rows = [];
  const patterns = runs(data.rows);
  const groups = data.sections.map((section) => ({
    ...section, document: data.documents[section.document],
  }));
  for (const group of groups) {
    const context = `${group.title} ${group.document.title}`;
    for (let left = group.count; left > 0; left -= 1) {
      const { held, letters } = kinds[patterns.next().value];
      rows.push({
        number: rows.length, held, letters, group, context, section: group.key, title: "",
        documentKey: group.document.key,
        place: group.title, text: context, notices: [], anchor: "", url: group.url,
      });
    }
  }
  return rows;
}

/** Fills in what a shard says of its rows. */
function addTitles(rows, shard, first, source) {
  shard.rows.forEach(([id, title, rest = {}], at) => {
    const entry = rows[first + at];
    const { document } = entry.group;
    const url = new URL(rest.url ?? `${document.url}#${encodeURIComponent(id)}`, source).href;
    Object.assign(entry, {
      id, title, url, lang: rest.lang, dir: rest.dir, notices: rest.notices ?? [],
      anchor: `${document.prefix}${id}`, text: `${title} ${entry.context}`,
      evidence: (party) => {
        const clause = rest.evidence?.[party];
        return clause ? `${url}.${clause}` : "";
      },
      isThere: true,
    });
    delete entry.folded;
    delete entry.rank;
  });
}

/**
 * Opens a matrix.
 *
 * @param table the table, which has its head and its foot already.
 * @param source the address of the file that describes it.
 */
export async function open(table, source, { parties, heads, legend, makeLetters }) {
  const response = await fetch(source);
  if (!response.ok) throw new Error(`${response.status} ${source}`);
  const data = await response.json();
  for (const place of [...data.documents, ...data.sections]) {
    place.url = new URL(place.url, source).href;
  }
  const only = table.dataset.matrixParty;
  const all = makeRows(data, parties, makeLetters);
  const rows = only ? all.filter(({ letters }) => letters.get(only)) : all;
  const size = data.rows_per_file;
  const shards = new Map();
  const names = new Map(
    heads.map((head) => [head.dataset.party, head.querySelector("[title]")?.title ?? head.textContent.trim()]),
  );
  const { dataset } = document.querySelector("[data-panel]");
  const context = {
    columns: parties, legend, names,
    words: { declared: dataset.originDeclared, inherited: dataset.originInherited },
  };
  const width = parties.length + 1;

  const fileOf = ({ number }) => Math.floor(number / size);
  const fileURL = (file) => new URL(`rows/${file}.json`, source);
  const load = (file) => {
    if (!shards.has(file)) {
      const answer = fetch(fileURL(file))
        .then((response) => (response.ok ? response.json() : Promise.reject(response)))
        .then((shard) => addTitles(all, shard, file * size, source));
      answer.catch(() => shards.delete(file));
      shards.set(file, answer);
    }
    return shards.get(file);
  };
  const loadAll = (list) => Promise.all([...new Set(list.map(fileOf))].map(load));
  /** Before a page is printed there is no waiting. */
  const loadNow = (list) => {
    for (const file of new Set(list.filter((entry) => !entry.isThere).map(fileOf))) {
      const request = new XMLHttpRequest();
      request.open("GET", fileURL(file), false);
      request.send();
      if (request.status === 200) addTitles(all, JSON.parse(request.responseText), file * size, source);
    }
  };

  // Blocks of rows, empty while they are out of sight.

  let isOrdered = false;
  let rowHeight = 41;
  const blocks = new Map();
  const gap = (entries) => {
    const cell = element("td", { colspan: String(width) });
    cell.style.blockSize = `${Math.round(entries.length * rowHeight)}px`;
    return element("tr", { class: "matrix-gap", "aria-hidden": "true" }, cell);
  };
  const empty = (body) => {
    const entries = blocks.get(body);
    const height = body.offsetHeight;
    if (body.isFilled && height) rowHeight = rowHeight * 0.7 + (height / entries.length) * 0.3;
    body.isFilled = false;
    body.replaceChildren(gap(entries));
    if (height) body.rows[0].cells[0].style.blockSize = `${height}px`;
  };
  const fill = (body) => {
    const entries = blocks.get(body);
    if (!entries || body.isFilled || !entries.every((entry) => entry.isThere)) return;
    body.isFilled = true;
    const made = [];
    entries.forEach((entry, at) => {
      const isFirst = at === 0 || entries[at - 1].group !== entry.group;
      if (!isOrdered && isFirst) made.push(makeHeading(entry.group, width));
      made.push(makeRow(entry, { ...context, isPlaced: isOrdered }));
    });
    body.replaceChildren(...made);
    table.dispatchEvent(new CustomEvent("rows-made"));
  };
  const observer = new IntersectionObserver(
    (seen) => {
      for (const { target, isIntersecting } of seen) {
        if (!isIntersecting) {
          if (target.isFilled && !target.contains(document.activeElement)) empty(target);
          continue;
        }
        if (isStretch(target)) divide(target);
        else loadAll(blocks.get(target) ?? []).then(() => fill(target), () => {});
      }
    },
    { rootMargin: "600px 0px", scrollMargin: "600px 0px" },
  );

  const isStretch = (body) => blocks.get(body)?.length > rowsInBlock;
  /** Bodies of the table for some rows, without the rows. */
  const makeBodies = (entries, length) => {
    const made = [];
    for (let at = 0; at < entries.length; at += length) {
      const part = entries.slice(at, at + length);
      const body = element("tbody", { role: "rowgroup" }, gap(part));
      body.fill = (step) => {
        const near = isStretch(body) ? divide(body).at(step < 0 ? -1 : 0) : body;
        fill(near);
        return near;
      };
      blocks.set(body, part);
      made.push(body);
    }
    return made;
  };
  /** Puts blocks in the place of a stretch. */
  const divide = (body) => {
    const made = makeBodies(blocks.get(body), rowsInBlock);
    blocks.delete(body);
    observer.unobserve(body);
    body.replaceWith(...made);
    for (const block of made) observer.observe(block);
    return made;
  };

  const show = (list, ordered) => {
    observer.disconnect();
    isOrdered = ordered;
    // The table is laid out already: later this would have the browser do it twice.
    table.parentElement.scrollTop = 0;
    for (const body of [...table.tBodies]) body.remove();
    blocks.clear();
    const made = [
      ...makeBodies(list.slice(0, rowsInStretch), rowsInBlock),
      ...makeBodies(list.slice(rowsInStretch), rowsInStretch),
    ];
    table.tHead.after(...made);
    made.slice(0, 1).forEach(fill);
    for (const body of made) observer.observe(body);
    table.setAttribute("aria-rowcount", String(list.length + 1));
  };

  window.addEventListener("beforeprint", () => {
    loadNow([...blocks.values()].flat());
    for (const body of blocks.keys()) fill(body);
  });

  /** The row of an entry in the table, brought into sight. */
  const rowOf = (entry) => {
    const holder = () => [...blocks].find(([, entries]) => entries.includes(entry))?.[0];
    const body = holder();
    if (!body) return undefined;
    if (isStretch(body)) divide(body);
    fill(holder());
    return document.getElementById(entry.anchor);
  };
  const describe = (entry) => ({
    title: entry.title, lang: entry.lang, dir: entry.dir, url: new URL(entry.url, document.baseURI).href,
    place: makeHeading(entry.group, width).querySelector("span"),
    notices: entry.notices.map(({ text }) => text),
    held: [...entry.held.values()].map(({ party, letters, isInherited }) => ({
      party, isInherited, remark: "",
      letters: letters.map((letter) => ({ letter, url: entry.evidence(party) })),
    })),
  });
  for (const entry of rows) entry.describe = () => describe(entry);

  const prepare = () => loadAll(rows);
  /** The entry of an anchor, whose shard is fetched first. */
  const find = async (anchor) => {
    const near = rows.filter(({ group }) => anchor.startsWith(group.document.prefix));
    await loadAll(near);
    return near.find((entry) => entry.anchor === anchor);
  };
  const ready = (entries) => loadAll(entries);
  await loadAll(rows.slice(0, rowsInBlock));
  connectSections(data, rows);
  return { rows, show, prepare, rowOf, find, ready };
}

/** Past so many sections the reader chooses among documents. */
const mostSections = 200;

/** Fills the choice of sections, which the page leaves to the file. */
function connectSections(data, rows) {
  const choice = document.getElementById("_filter-section");
  if (!choice) return;
  const groups = new Set(rows.map(({ group }) => group));
  const add = (title, key, { lang, dir }) => {
    const option = new Option(title, key);
    if (lang) Object.assign(option, { lang, dir });
    choice.append(option);
  };
  if (groups.size > mostSections) {
    for (const place of new Set([...groups].map((group) => group.document))) {
      add(place.title, place.key, place);
    }
    return;
  }
  for (const group of groups) add(`${group.title} · ${group.document.title}`, group.key, group);
}
