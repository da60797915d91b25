// A row's panel: its letters, its clauses with what each of them grounds, and the same row in the
// other languages. The text comes from the row's place in its document, a page of this site; its
// nodes are adopted, never parsed again, and the other languages are fetched when they are asked for.

const pages = new Map();

/** A page of this site, fetched once. */
function page(url) {
  const address = new URL(url);
  address.hash = "";
  const { href } = address;
  if (!pages.has(href)) pages.set(href, fetchPage(href));
  return pages.get(href);
}

async function fetchPage(href) {
  try {
    const response = await fetch(href);
    if (!response.ok) throw new Error(`${response.status} ${href}`);
    return new DOMParser().parseFromString(await response.text(), "text/html");
  } catch (error) {
    pages.delete(href);
    throw error;
  }
}

/** The row of a document's table that a link leads to. */
async function documentRow(url) {
  const row = (await page(url)).getElementById(fragment(url));
  if (!row?.cells) throw new Error(`no row at ${url}`);
  return row;
}

function fragment(url) {
  return decodeURIComponent(new URL(url).hash.slice(1));
}

function element(name, className, ...content) {
  const made = document.createElement(name);
  made.className = className;
  made.append(...content);
  return made;
}

/** What a letter is called, in the words of the page's legend. */
function nameOf(letter) {
  for (const term of document.querySelectorAll(".legend dt")) {
    const text = term.textContent.trim();
    if (term.querySelector(".chip").textContent === letter) return text.slice(letter.length).trim();
  }
  return letter;
}

/** A letter as it stands beside a link, without being one. */
function chip(link) {
  const mark = element("span", link.className, link.textContent);
  mark.title = nameOf(link.textContent);
  mark.setAttribute("aria-hidden", "true");
  return mark;
}

/** Text for the eye, beside a link that says the same. */
function hidden(text) {
  const made = element("span", "", text);
  made.setAttribute("aria-hidden", "true");
  return made;
}

/** What stands under a document's row: parties with their letters, by the clause that says so. */
function evidence(row, base) {
  const clauses = new Map();
  for (const assignment of row.querySelectorAll(".assignments > span")) {
    const party = assignment.querySelector("a:not(.chip)").textContent;
    const letters = [...assignment.querySelectorAll("a.chip")];
    const clause = letters.length > 0 && fragment(new URL(letters[0].getAttribute("href"), base));
    if (!clause || clause === row.id) continue;
    const isInherited = assignment.classList.contains("inherited");
    if (!clauses.has(clause)) clauses.set(clause, []);
    clauses.get(clause).push({ party, letters, isInherited });
  }
  return clauses;
}

/** One party's letters that a clause grounds. */
function mark({ party, letters, isInherited }) {
  const item = element("li", isInherited ? "inherited" : "");
  const names = letters.map((letter) => nameOf(letter.textContent)).join(", ");
  item.append(
    ...letters.map(chip), element("span", "", party),
    element("span", "visually-hidden", ` (${names})`),
  );
  return item;
}

/** A row's clauses, each with the letters that it grounds, for this page. */
function clauses(row, url, label) {
  const description = row.cells[row.cells.length - 1];
  const text = document.createElement("div");
  const { lang, dir } = row.closest("[lang]") ?? {};
  if (lang) Object.assign(text, { lang, dir });
  text.append(...[...description.childNodes].map((node) => document.importNode(node, true)));
  const grounds = evidence(row, url);
  for (const clause of text.querySelectorAll("[id]")) {
    const marks = grounds.get(clause.id);
    clause.removeAttribute("id");
    if (!marks) continue;
    clause.classList.add("clause-grounds");
    const list = element("ul", "clause-marks", ...marks.map(mark));
    list.setAttribute("aria-label", label);
    if (clause.localName === "li") clause.append(list);
    else clause.after(list);
  }
  for (const [selector, name] of [["a[href]", "href"], ["img[src]", "src"]]) {
    for (const node of text.querySelectorAll(selector)) {
      node.setAttribute(name, new URL(node.getAttribute(name), url).href);
    }
  }
  return text;
}

/** The letters of a row of the matrix, a party a line. */
function letters(row, heads) {
  return [...row.cells].slice(1).flatMap((cell, column) => {
    const links = [...cell.querySelectorAll("a.chip")];
    if (links.length === 0) return [];
    const party = heads[column + 1].querySelector("a").cloneNode();
    party.textContent = cell.dataset.label;
    party.removeAttribute("title");
    const held = links.map((link) => {
      const [name] = link.title.split(" · ");
      return element("span", "panel-letter", link.cloneNode(true), hidden(name));
    });
    const origin = element("span", "origin", links[0].title.split(" · ").at(-1));
    origin.classList.toggle("origin-inherited", cell.classList.contains("inherited"));
    return [element("li", cell.className, party, element("span", "panel-held", ...held), origin)];
  });
}

/** The same row in other languages, each fetched when its part is opened. */
function languages(row, url, panel) {
  const own = new Set(
    [...row.ownerDocument.querySelectorAll("link[rel=alternate]")].map((link) => link.hreflang),
  );
  const links = row.ownerDocument.querySelectorAll(".switcher-panel a[hreflang]:not([aria-current])");
  return [...links].filter((link) => own.size === 0 || own.has(link.hreflang)).map((link) => {
    const name = element("span", "", link.querySelector("bdi").textContent);
    name.lang = link.hreflang;
    name.dir = "auto";
    const details = element("details", "panel-language", element("summary", "", name));
    const address = new URL(link.getAttribute("href"), url);
    address.hash = row.id;
    const place = address.href;
    details.addEventListener("toggle", () => {
      if (!details.open || details.querySelector(".panel-other")) return;
      const other = element("div", "panel-other", panel.words.loading);
      other.setAttribute("role", "status");
      details.append(other);
      documentRow(place).then(
        (there) => {
          const title = element("a", "panel-other-title", there.cells[0].firstChild.textContent.trim());
          Object.assign(title, { href: place, hreflang: link.hreflang });
          const { lang, dir } = there.closest("[lang]") ?? link;
          Object.assign(other, { lang, dir });
          other.removeAttribute("role");
          other.replaceChildren(title, clauses(there, place, panel.words.evidence));
        },
        () => {
          const title = element("a", "panel-other-title", name.textContent);
          title.href = place;
          other.replaceChildren(panel.words.failed, " ", title);
        },
      );
    });
    return details;
  });
}

/** The parts of the panel that change from row to row. */
function parts(dialog) {
  const part = (name) => dialog.querySelector(`[data-panel-${name}]`);
  const status = part("status");
  const text = part("text");
  const { loading, failed } = status.dataset;
  return {
    title: dialog.querySelector("h2"), place: part("place"), notice: part("notice"),
    letters: part("letters"), languages: part("languages"), link: part("link"), status, text,
    words: { loading, failed, evidence: text.dataset.evidence },
  };
}

/** Fills the panel for a row of the matrix: what the table says at once, the text when it is there. */
async function fill(panel, row, table) {
  const link = row.cells[0].querySelector("a");
  const heading = table.querySelector(`tbody[data-section="${CSS.escape(row.dataset.section)}"] span`);
  panel.title.textContent = link.textContent;
  for (const name of ["lang", "dir"]) {
    if (link[name]) panel.title[name] = link[name];
    else panel.title.removeAttribute(name);
  }
  panel.place.replaceChildren(heading.cloneNode(true));
  const notices = [...row.querySelectorAll(".row-notice")].map((notice) => notice.textContent);
  panel.notice.hidden = notices.length === 0;
  panel.notice.textContent = notices.join(" ");
  panel.letters.replaceChildren(...letters(row, table.tHead.rows[0].cells));
  panel.link.href = link.href;
  panel.text.replaceChildren();
  panel.languages.hidden = true;
  for (const old of panel.languages.querySelectorAll("details")) old.remove();
  panel.status.textContent = panel.words.loading;
  const isCurrent = () => panel.link.href === link.href;
  try {
    const there = await documentRow(link.href);
    if (!isCurrent()) return;
    panel.text.replaceChildren(clauses(there, link.href, panel.words.evidence));
    const others = languages(there, link.href, panel);
    panel.languages.append(...others);
    panel.languages.hidden = others.length === 0;
    panel.status.textContent = "";
  } catch {
    if (isCurrent()) panel.status.textContent = panel.words.failed;
  }
}

/**
 * Connects the panel with the address: `?row=` names the row that it shows.
 *
 * @param holder an element with the panel's parts, whose place a dialog takes.
 * @returns a function that opens the panel for a row.
 */
export function connect(holder) {
  const dialog = element("dialog", "panel", ...holder.childNodes);
  dialog.setAttribute("aria-labelledby", "_panel-title");
  holder.replaceWith(dialog);
  const panel = parts(dialog);
  const table = document.querySelector("table.matrix");
  let current;

  const show = (row) => {
    if (current === row) return;
    current?.classList.remove("opened");
    current = row;
    row.classList.add("opened");
    fill(panel, row, table);
    if (!dialog.open) dialog.showModal();
    dialog.querySelector(".panel-body").scrollTop = 0;
  };
  const address = (anchor) => {
    const url = new URL(location.href);
    if (anchor) url.searchParams.set("row", anchor);
    else url.searchParams.delete("row");
    return url;
  };
  const follow = () => {
    const anchor = new URLSearchParams(location.search).get("row");
    const row = anchor && document.getElementById(anchor);
    if (row && table.contains(row) && row.dataset.section !== undefined) show(row);
    else dialog.close();
  };
  const leave = () => {
    const row = current;
    current = undefined;
    row.classList.remove("opened");
    row.querySelector(".row-open").focus();
    if (!new URLSearchParams(location.search).has("row")) return;
    if (history.state?.panel) history.back();
    else history.replaceState(history.state, "", address());
  };

  dialog.querySelector("[data-panel-close]").addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", leave);
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });
  window.addEventListener("popstate", follow);
  follow();
  if (current) current.scrollIntoView({ block: "center" });
  return (row) => {
    history.pushState({ panel: true }, "", address(row.id));
    show(row);
  };
}
