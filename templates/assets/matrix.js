// The matrix: filters and an order of rows, both in the address, arrow keys that walk its cells, the
// column under the pointer picked out, and a panel for each row, which is fetched when it is opened.
// `matrix-table.js` reads the rows of the page. A large matrix brings its rows in files of their own,
// which `matrix-large.js` reads.

import { filtered, rankTitles, sorted, tally } from "./matrix-order.js";
import { counted, isolated, labeled, number } from "./words.js";

const form = document.querySelector("[data-matrix-filter]");
const table = document.querySelector("table.matrix");
const panel = document.querySelector("[data-panel]");
const frame = document.querySelector(".matrix-frame");
const heads = table ? [...table.tHead.rows[0].cells].slice(1) : [];
const parties = heads.map((head) => head.dataset.party).filter(Boolean);
const address = (path) => new URL(path, document.baseURI).href;

/** The letters of the guide in their order, with their names and the keys of their looks. */
const legend = new Map(
  [...document.querySelectorAll("[data-letter]")].map(({ dataset, textContent }) => [
    dataset.letter, { key: dataset.key, name: textContent.trim() },
  ]),
);

/** The search's folding, fetched when the first word is typed. */
let folding;
function loadFolding() {
  folding ??= import("./search-matching.js").then((matching) => matching.fold);
  return folding;
}

/** What a party holds, by its id; all letters of a row at once as `all`. */
function makeLetters(pairs) {
  const letters = new Map(pairs);
  letters.all = [...letters.values()].join("");
  return letters;
}

// Filter and order

/** Offers the letters, parties and sections that the page has. */
function fillFilter() {
  const offer = (name, value, text, like) => {
    const choice = form.elements[name];
    if (!choice?.options) return;
    const option = new Option(text, value);
    if (like?.lang) Object.assign(option, { lang: like.lang, dir: like.dir });
    choice.append(option);
  };
  for (const [letter, { name }] of legend) offer("letter", letter, labeled(letter, name));
  for (const body of table.tBodies) {
    const title = body.querySelector("span");
    const words = [...title.children].map((it) => it.textContent);
    offer("section", body.dataset.section, words.join(" · "), title);
  }
  if (form.elements.sort.options[1]) return;
  offer("sort", "title", table.tHead.rows[0].cells[0].firstChild.textContent.trim());
  for (const head of heads) {
    const name = head.querySelector("a").title;
    offer("party", head.dataset.party, name);
    offer("sort", `party.${head.dataset.party}`, name);
  }
}

/** Says how many rows are shown, and how many letters their columns have. */
function announce(view, shown, party) {
  const counts = tally(shown, parties, legend);
  const status = form.querySelector("[role=status]");
  const total = view.rows.length;
  const words = [
    counted(form.dataset.textCount, total, { shown: number(shown.length), total: number(total) }),
  ];
  const columns = counts.map((held) => held.map(([letter, count]) => `${letter} ${number(count)}`));
  if (party) words.push((columns[parties.indexOf(party)] ?? []).map(isolated).join(" · "));
  status.textContent = words.filter(Boolean).join(" – ");
  const [first, ...rest] = table.tFoot?.rows[0].cells ?? [];
  if (!first) return;
  first.dataset.all ??= first.textContent;
  const isWhole = shown.length === view.rows.length;
  first.textContent = isWhole ? first.dataset.all : first.dataset.filtered;
  columns.forEach((marks, column) => {
    const count = (text) =>
      Object.assign(document.createElement("span"), { className: "count", textContent: text });
    rest[column]?.replaceChildren(...marks.map(count));
  });
}

/** Keeps the form, the address and the rows in step. */
function connectForm(view) {
  const { party, letter, section, sort, text } = form.elements;
  const fields = Object.entries({ party, letter, section, sort, text })
    .filter(([, field]) => field && field.type !== "hidden");
  const empty = document.querySelector("[data-matrix-empty]");
  const columns = [...table.querySelectorAll("col")];
  let isDescending = false;
  let current = view.rows;

  const writeURL = (isStep) => {
    const url = new URL(location.href);
    const set = (name, value) => {
      if (value) url.searchParams.set(name, value);
      else url.searchParams.delete(name);
    };
    for (const [name, field] of fields) set(name, field.value.trim());
    set("order", isDescending ? "descending" : "");
    if (url.href === location.href) return;
    if (isStep) history.pushState({}, "", url);
    else history.replaceState(history.state, "", url);
  };
  const readURL = () => {
    const given = new URLSearchParams(location.search);
    for (const [name, field] of fields) {
      const value = given.get(name) ?? "";
      field.value = name === "letter" ? value.toUpperCase() : value;
      if (field.selectedIndex < 0 || (name === "letter" && field.value !== value.toUpperCase())) {
        field.value = "";
      }
    }
    isDescending = Boolean(sort?.value) && given.get("order") === "descending";
  };
  const arrange = async () => {
    const query = text.value.trim();
    const fold = query ? await loadFolding() : undefined;
    if (query || sort?.value === "title") await view.prepare();
    if (query !== text.value.trim()) return;
    const words = fold ? fold(query).split(" ").filter(Boolean) : [];
    if (words[0]) for (const entry of view.rows) entry.folded ??= fold(entry.text);
    const choices = { party: party?.value, letter: letter?.value, section: section?.value, words };
    const shown = filtered(view.rows, choices);
    if (sort?.value === "title") rankTitles(view.rows);
    current = sorted(shown, sort?.value, isDescending, legend);
    view.show(current, Boolean(sort?.value));
    table.classList.toggle("matrix-ordered", Boolean(sort?.value));
    empty.hidden = shown.length > 0;
    frame.hidden = shown.length === 0;
    heads.forEach((head, column) => {
      const isChosen = Boolean(party?.value) && parties[column] === party.value;
      head.classList.toggle("chosen", isChosen);
      columns[column + 1].classList.toggle("chosen", isChosen);
    });
    for (const head of table.querySelectorAll("th[data-sort]")) {
      if (head.dataset.sort !== sort?.value) head.removeAttribute("aria-sort");
      else head.setAttribute("aria-sort", isDescending ? "descending" : "ascending");
    }
    const chosen = fields.filter(([, field]) => field.value.trim())
      .map(([, field]) => field.selectedOptions?.[0].textContent ?? field.value.trim());
    form.classList.toggle("filter-used", chosen.length > 0);
    form.querySelector("[role=status]").dataset.chosen = chosen.map(isolated).join(" · ");
    announce(view, shown, party?.type === "hidden" ? "" : party?.value);
    document.dispatchEvent(new CustomEvent("rows-shown", { detail: current }));
  };
  let isTyping = false;
  const change = (event) => {
    if (event?.target === sort || event?.type === "reset") isDescending = false;
    const isText = event?.target === text;
    writeURL(!(isText && isTyping));
    isTyping = isText;
    return arrange();
  };

  form.addEventListener("input", change);
  form.addEventListener("reset", (event) => setTimeout(change, 0, event));
  form.addEventListener("submit", (event) => event.preventDefault());
  form.querySelector("[data-fold]")?.addEventListener("click", ({ currentTarget }) => {
    const isOpen = form.classList.toggle("filter-open");
    currentTarget.setAttribute("aria-expanded", isOpen);
  });
  window.addEventListener("popstate", () => {
    isTyping = false;
    readURL();
    arrange();
  });
  table.tHead.addEventListener("click", (event) => {
    const head = event.target.closest("button.sort")?.closest("th");
    if (!head) return;
    const isAgain = sort.value === head.dataset.sort;
    if (isAgain && isDescending) sort.value = "";
    else sort.value = head.dataset.sort;
    isDescending = isAgain && !isDescending;
    change();
  });
  readURL();
  return { ready: arrange(), shown: () => current };
}

// What surrounds the rows

/** Picks out the column of the cell that has the pointer or the focus. */
function connectColumns() {
  const columns = [...table.querySelectorAll("col")];
  let current;
  const mark = (event) => {
    const cell = event.target.closest?.("td, thead th");
    const next = cell && columns[cell.cellIndex];
    if (next === current) return;
    current?.classList.remove("hovered");
    if (next !== columns[0]) next?.classList.add("hovered");
    current = next;
  };
  table.addEventListener("pointerover", mark);
  table.addEventListener("focusin", mark);
  table.addEventListener("pointerleave", () => mark({ target: document }));
}

/** Adds a style sheet; what it styles waits for it, but not for one that cannot be had. */
function loadStyle(href) {
  const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href });
  document.head.append(link);
  return new Promise((done) => (link.onload = link.onerror = done));
}

/** A row's title opens its panel; an address with `row` in it opens one at once. */
function connectPanel(view, shown) {
  let loading;
  const style = new URL("./row-panel.css", import.meta.url).href;
  const load = () => {
    loading ??= Promise.all([import("./row-panel.js"), loadStyle(style)])
      .then(([module]) => module.connect(panel, { view, shown, legend, heads }));
    return loading;
  };
  table.addEventListener("click", (event) => {
    const link = event.target.closest("tbody th[scope=row] > a");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    const { id } = link.closest("tr");
    load().then(({ open }) => open(id), () => location.assign(link.href));
  });
  table.addEventListener("pointerover", load, { once: true, passive: true });
  if (new URLSearchParams(location.search).has("row")) load();
}

/** Keeps what has the focus clear of the head and the first column, and says where columns go on. */
function followHead() {
  const scroller = table.parentElement;
  const [corner] = table.tHead.rows[0].cells;
  const shade = () => {
    const rest = scroller.scrollWidth - scroller.clientWidth;
    const at = Math.abs(scroller.scrollLeft);
    frame.classList.toggle("more-before", at > 2);
    frame.classList.toggle("more-after", rest - at > 2);
  };
  const isLong = scroller.classList.contains("matrix-long");
  new ResizeObserver(() => {
    // A short table that fits scrolls with the page, and its head stays in sight with it.
    const fits = !isLong && table.offsetWidth <= scroller.clientWidth + 2;
    scroller.classList.toggle("matrix-fits", fits);
    frame.style.setProperty("--head", `${corner.offsetHeight}px`);
    frame.style.setProperty("--side", `${corner.offsetWidth}px`);
    shade();
  }).observe(corner);
  scroller.addEventListener("scroll", shade, { passive: true });
}

/** The rows that are shown as a workbook, made where the reader is. */
function connectWorkbook(view, shown) {
  const button = document.querySelector("[data-workbook]");
  button?.addEventListener("click", async () => {
    await view.prepare();
    const { download } = await import("./spreadsheet.js");
    const columns = heads.map((head) => head.querySelector("[title]")?.title || head.textContent.trim());
    const first = table.tHead.rows[0].cells[0].firstChild.textContent.trim();
    const page = new URL(button.dataset.whole ?? location.pathname, document.baseURI).href;
    const rows = shown().map(({ title, letters, place, anchor }) => [
      title, ...parties.map((party) => letters.get(party) ?? ""), place,
      `${page}?row=${encodeURIComponent(anchor)}`,
    ]);
    download(button.dataset.name, [[first, ...columns, button.dataset.place, "URL"], ...rows]);
  });
}

async function connect() {
  fillFilter();
  const { matrixSource } = table.dataset;
  let view;
  if (matrixSource) {
    const { open } = await import("./matrix-large.js");
    view = await open(table, address(matrixSource), { parties, heads, legend, makeLetters });
  } else {
    const { open } = await import("./matrix-table.js");
    view = open(table, { parties, makeLetters });
  }
  const { ready, shown } = connectForm(view);
  await ready;
  connectColumns();
  followHead();
  connectPanel(view, shown);
  connectWorkbook(view, shown);
  const { connectGrid } = await import("./matrix-grid.js");
  connectGrid(table);
}

if (form && table) {
  connect().catch((error) => {
    const status = form.querySelector("[role=status]");
    status.textContent = form.dataset.textFailed;
    throw error;
  });
}
