// The writers' side of a previewed page: it follows the files, shows what is wrong with them, and
// says where everything is written. The published site has none of this.

const own = document.querySelector("script[data-generation]");
const generation = Number(own.dataset.generation);
const memory = {
  get: (key) => sessionStorage.getItem(`rolebook-preview-${key}`),
  set: (key, value) => sessionStorage.setItem(`rolebook-preview-${key}`, value),
  drop: (key) => sessionStorage.removeItem(`rolebook-preview-${key}`),
};

/** Makes an element: properties as they are called in the DOM, then children. */
function make(name, properties = {}, ...children) {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
}

// Following the files ---------------------------------------------------------

let events;
let version = 0;
let facts;

function listen() {
  events = new EventSource("/-/events");
  events.addEventListener("change", (event) => follow(JSON.parse(event.data)));
  events.addEventListener("open", () => tellConnection(true));
  events.addEventListener("error", () => tellConnection(false));
}

async function follow(change) {
  if (change.generation !== generation) return renew();
  if (change.version === version) return;
  version = change.version;
  await load();
}

/** Takes the new page in: the reader stays at the same row, heading or paragraph. */
function renew() {
  events.close();
  const mark = [...document.querySelectorAll("main [id]")]
    .find((element) => element.getBoundingClientRect().bottom > 0);
  memory.set("place", JSON.stringify({
    path: location.pathname,
    y: scrollY,
    id: mark?.id,
    top: mark?.getBoundingClientRect().top,
  }));
  history.scrollRestoration = "manual";
  location.reload();
}

function returnToPlace() {
  const place = JSON.parse(memory.get("place") ?? "null");
  memory.drop("place");
  if (place?.path !== location.pathname) return;
  const mark = place.id && document.getElementById(place.id);
  const shift = mark ? mark.getBoundingClientRect().top - place.top : place.y - scrollY;
  scrollBy({ top: shift, behavior: "instant" });
}

// A page that nobody looks at needs no connection, of which browsers have few.
document.addEventListener("visibilitychange", () => {
  if (document.hidden) events?.close();
  else listen();
});
addEventListener("pagehide", () => events?.close());
addEventListener("pageshow", (event) => { if (event.persisted) listen(); });

// The bar ---------------------------------------------------------------------

const bar = make("aside", { className: "preview-bar" });
const list = make("ul", { className: "preview-list" });
const overlay = make("dialog", { className: "preview-overlay" });
let isConnected = true;

function tellConnection(connected) {
  isConnected = connected;
  if (facts) showBar();
}

async function load() {
  const query = new URLSearchParams({
    page: location.pathname,
    language: document.documentElement.lang,
  });
  const response = await fetch(`/-/facts?${query}`);
  facts = await response.json();
  version = facts.version;
  showBar();
  showProblems();
  showFindings();
  showPlaces();
}

const word = (name) => facts.words[name] ?? name;

function showBar() {
  const isBroken = facts.problems.length > 0;
  bar.setAttribute("aria-label", word("preview_title"));
  bar.classList.toggle("preview-bar-broken", isBroken || !isConnected);
  const state = make("p", { className: "preview-state", role: "status" });
  if (!isConnected) state.append(word("preview_lost"));
  else if (isBroken) state.append(word("preview_broken"));
  else state.append(word("preview_title"));
  const items = [state];
  if (isBroken) items.push(button("preview_problems", openOverlay));
  if (facts.findings.length > 0) {
    const found = make("details", { className: "preview-found", open: bar.querySelector(".preview-found")?.open ?? false },
      make("summary", {}, word("preview_findings")), list);
    items.push(found);
  }
  if (Object.keys(facts.rows).length > 0) {
    const toggle = button("preview_places", togglePlaces);
    toggle.setAttribute("aria-pressed", String(memory.get("places") === "on"));
    items.push(toggle);
  }
  if (facts.compare) items.push(make("a", { href: facts.compare }, word("preview_compare")));
  if (facts.units) items.push(make("a", { href: facts.units }, word("preview_units")));
  if (facts.status) {
    items.push(make("a", { href: facts.status }, word("preview_all_findings")));
  }
  bar.replaceChildren(...items);
}

function button(name, action) {
  const element = make("button", { type: "button" }, word(name));
  element.addEventListener("click", action);
  return element;
}

// Findings --------------------------------------------------------------------

/** The language of the findings, and which way it is written. */
const language = () => ({ lang: facts.language, dir: facts.direction });

/** A finding as a list's item: what, where, the line with a mark under the place. */
function item(finding) {
  const head = make("p", {},
    make("strong", { className: `preview-severity preview-${finding.severity}` },
      word(`severity_${finding.severity}`)), " ",
    make("span", language(), finding.message));
  const isForeign = finding.locale && finding.locale !== document.documentElement.lang;
  if (isForeign) head.append(" ", make("code", { dir: "ltr", className: "preview-locale" }, finding.locale));
  const children = [head];
  if (finding.place) {
    const place = make("code", { dir: "ltr" }, finding.place);
    children.push(make("p", { className: "preview-place" }, place, finding.id ? ` ${finding.id}` : ""));
  }
  if (finding.line !== null) children.push(line(finding));
  if (finding.hint) children.push(make("p", { className: "preview-hint", ...language() }, finding.hint));
  return make("li", { className: "preview-finding" }, ...children);
}

/** The source line, its place marked; a long one begins shortly before the place. */
function line({ line, column }) {
  const characters = [...line];
  const place = Math.max(0, column - 1);
  const start = place > 60 ? place - 40 : 0;
  const before = (start > 0 ? "…" : "") + characters.slice(start, place).join("");
  const marked = make("mark", {}, characters[place] ?? " ");
  const after = characters.slice(place + 1, place + 120).join("");
  return make("pre", { dir: "ltr" }, make("code", {}, before, marked, after));
}

/** Each finding in the bar's list, and beside the row or heading that it is about. */
function showFindings() {
  list.replaceChildren(...facts.findings.map((finding) => {
    const element = item(finding);
    if (finding.anchor) {
      const link = make("a", { href: `#${encodeURIComponent(finding.anchor)}` }, "↗");
      link.setAttribute("aria-label", word("preview_go"));
      element.firstChild.append(" ", link);
    }
    return element;
  }));
  for (const old of document.querySelectorAll(".preview-beside")) old.remove();
  for (const [anchor, findings] of Map.groupBy(facts.findings, (finding) => finding.anchor)) {
    const element = anchor && document.getElementById(anchor);
    if (!element) continue;
    const beside = make("ul", { className: "preview-beside" }, ...findings.map(item));
    const cell = element.matches("tr") ? element.querySelector("th, td") : null;
    if (cell) cell.append(beside);
    else element.after(beside);
  }
}

// Errors that keep the site from being built ------------------------------------

function showProblems() {
  const close = button("close", () => overlay.close());
  overlay.replaceChildren(
    make("h2", {}, word("preview_broken")),
    make("ol", {}, ...facts.problems.map(item)),
    close);
  if (facts.problems.length === 0) overlay.close();
  else openOverlay();
}

function openOverlay() {
  if (!overlay.open) overlay.showModal();
}

// Places ------------------------------------------------------------------------

function togglePlaces(event) {
  const isOn = memory.get("places") !== "on";
  memory.set("places", isOn ? "on" : "off");
  event.currentTarget.setAttribute("aria-pressed", String(isOn));
  showPlaces();
}

/** File and line behind every row and every cell: as a tooltip, and in sight where asked for. */
function showPlaces() {
  const isOn = memory.get("places") === "on";
  for (const old of document.querySelectorAll(".preview-source")) old.remove();
  for (const [anchor, { text, letters }] of Object.entries(facts.rows)) {
    const row = document.getElementById(anchor);
    if (!row?.matches("tr")) continue;
    mark(row.querySelector("th, td"), text, text, isOn);
    if (!row.closest(".matrix")) continue;
    const file = letters.find((place) => place)?.replace(/:\d+:\d+$/, "");
    if (isOn && file) mark(row.querySelector("th"), file, text, isOn);
    // The row names the file; its narrow cells have room for line and column.
    row.querySelectorAll(":scope > td").forEach((cell, index) =>
      mark(cell, letters[index]?.match(/\d+:\d+$/)[0], letters[index], isOn));
  }
}

function mark(cell, text, place, isOn) {
  if (!cell || !place) return;
  cell.title = place;
  if (isOn) cell.append(make("code", { className: "preview-source", dir: "ltr" }, text));
}

// Two versions side by side --------------------------------------------------------

/** What a document's page shows under a heading or in a row, without what the comparison has itself. */
function textOf(page, id, isRow) {
  const place = page.getElementById(id);
  if (isRow) {
    const cells = [...place?.cells ?? []].filter((cell) => cell.localName === "td");
    return [...cells.filter((cell) => !cell.matches(".letters")).at(-1)?.childNodes ?? []];
  }
  const nodes = [];
  let next = place?.nextElementSibling;
  while (next && !/^h[1-6]$/.test(next.localName)) {
    if (!next.matches(".responsibilities") && !next.querySelector(".responsibilities")) nodes.push(next);
    next = next.nextElementSibling;
  }
  return nodes;
}

/** Texts of a comparison as the pages show them: lists as lists, links as links. */
async function showTexts(table) {
  const sides = [...table.tHead.rows[0].cells].map((head) => head.querySelector("a")?.href);
  const pages = await Promise.all(sides.map(async (url) => {
    if (!url) return undefined;
    const response = await fetch(url);
    return new DOMParser().parseFromString(await response.text(), "text/html");
  }));
  const take = (holder, side, id, isRow) => {
    if (!holder || !pages[side] || !id) return;
    const nodes = textOf(pages[side], id, isRow).map((node) => document.importNode(node, true));
    if (!nodes.some((node) => node.textContent.trim())) return;
    holder.replaceChildren(...nodes);
    for (const node of holder.querySelectorAll("[id]")) node.removeAttribute("id");
    for (const node of holder.querySelectorAll(".row-links, .assignments, .row-review, button")) node.remove();
    for (const [selector, name] of [["a[href]", "href"], ["img[src]", "src"]]) {
      for (const node of holder.querySelectorAll(selector)) {
        node.setAttribute(name, new URL(node.getAttribute(name), sides[side]).href);
      }
    }
  };
  for (const body of table.tBodies) {
    for (const row of body.rows) {
      [...row.cells].forEach((cell, side) => {
        if (row.matches(".compare-row")) take(cell.querySelector(".compare-clauses"), side, row.id, true);
        else if (row.matches(".compare-text")) take(cell, side, body.dataset.heading, false);
      });
    }
  }
}

document.body.append(bar, overlay);
new ResizeObserver(() => {
  document.documentElement.style.setProperty("--preview-bar", `${bar.offsetHeight}px`);
}).observe(bar);
const compared = document.querySelector(".compare-table:not(.units-table)");
if (compared) showTexts(compared).catch(() => {});
returnToPlace();
await load();
if (!document.hidden) listen();
