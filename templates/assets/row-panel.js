// A row's panel: its letters, how to reach who holds them, its clauses with what each of them
// grounds, who approved it, what changed, and the same row in the other languages, with the way to
// the row before and the row after. The text comes from the row's place in its document, a page of
// this site; its nodes are adopted, never parsed again.

import { documentRow } from "./fetched-pages.js";
import { rowChanges } from "./row-changes.js";
import { clauses, element } from "./row-clauses.js";

/** The letters of a row, a party a line. */
function letters({ held }, { heads, legend, words, contacts }) {
  return held.map(({ party, letters, remark, isInherited }) => {
    const head = heads.find(({ dataset }) => dataset.party === party)?.querySelector("a, [title]");
    const link = element("a", "", head?.title || head?.textContent.trim() || party);
    if (head?.href) link.href = head.href;
    const marks = letters.map(({ letter, url }) => {
      const { key = letter.toLowerCase(), name = letter } = legend.get(letter) ?? {};
      const mark = element(url ? "a" : "span", `chip chip-${key}`, letter);
      if (url) mark.href = url;
      const shown = element("span", "", name);
      return element("span", "panel-letter", mark, shown);
    });
    const origin = element("span", "origin", isInherited ? words.inherited : words.declared);
    origin.classList.toggle("origin-inherited", isInherited);
    const item = element("li", isInherited ? "inherited" : "declared", link);
    item.append(element("span", "panel-held", ...marks));
    if (remark) item.append(element("span", "panel-remark", remark));
    item.append(origin);
    const contact = contacts.get(party);
    if (contact) item.append(contact.cloneNode(true));
    return item;
  });
}

/** The same row's places in other languages, as the document's page names them. */
function places(there, url) {
  const page = there.ownerDocument;
  const own = new Set(
    [...page.querySelectorAll("link[rel=alternate]")].map((link) => link.hreflang),
  );
  return [...page.querySelectorAll(".switcher-panel a[hreflang]:not([aria-current])")]
    .filter((link) => own.size === 0 || own.has(link.hreflang))
    .map((link) => {
      const place = new URL(link.getAttribute("href"), url);
      place.hash = new URL(url).hash;
      const name = link.querySelector("bdi").textContent;
      return { place: place.href, tag: link.hreflang, lang: link.hreflang, dir: "auto", name };
    });
}

/** The same row in other languages, each fetched when its part is opened. */
function languages(there, url, panel) {
  return places(there, url).map(({ place, tag, lang, dir, name }) => {
    const label = Object.assign(element("span", "", name), { lang, dir });
    const details = element("details", "panel-language", element("summary", "", label));
    details.addEventListener("toggle", () => {
      if (!details.open || details.querySelector(".panel-other")) return;
      const other = element("div", "panel-other", panel.words.loading);
      other.setAttribute("role", "status");
      details.append(other);
      const link = (text) =>
        Object.assign(element("a", "panel-other-title", text), { href: place, hreflang: tag });
      documentRow(place).then(
        (row) => {
          const head = row.querySelector("th[scope=row]") ?? row.cells[0];
          const title = link(head.firstChild.textContent.trim());
          const text = row.closest("[lang]");
          Object.assign(other, { lang: text?.lang ?? lang, dir: text?.dir ?? dir });
          other.removeAttribute("role");
          other.replaceChildren(title, clauses(row, place, panel));
        },
        () => other.replaceChildren(panel.words.failed, " ", link(name)),
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
  const { originDeclared: declared, originInherited: inherited } = dialog.dataset;
  return {
    title: dialog.querySelector("h2"), place: part("place"), notice: part("notice"),
    letters: part("letters"), review: part("review"), changes: part("changes"),
    languages: part("languages"), link: part("link"), previous: part("previous"),
    next: part("next"), copy: part("copy"), status, text,
    contacts: new Map(
      [...dialog.querySelectorAll("[data-panel-contacts] > [data-party]")]
        .map((contact) => [contact.dataset.party, contact]),
    ),
    words: { loading, failed, declared, inherited, evidence: text.dataset.evidence },
  };
}

/** Who approved a row, as its place in the document has it. */
function showReview(part, there, url) {
  if (!part) return;
  part.querySelector("ul")?.remove();
  const review = there?.querySelector(".row-review");
  part.hidden = !review;
  if (!review) return;
  const list = document.importNode(review, true);
  const { lang, dir } = review.closest("[lang]") ?? {};
  Object.assign(list, { hidden: false, className: "reviews" }, lang ? { lang, dir } : {});
  for (const link of list.querySelectorAll("a[href]")) {
    link.href = new URL(link.getAttribute("href"), url).href;
  }
  part.append(list);
}

/** How a row changed since the last edition, if it did. */
async function showChanges(part, url, isCurrent) {
  if (!part) return;
  part.hidden = true;
  part.querySelector(".panel-changes")?.remove();
  const changes = await rowChanges(part.querySelector("a").href, url).catch(() => undefined);
  if (!changes || !isCurrent()) return;
  part.append(element("div", "panel-changes", ...changes));
  part.hidden = false;
}

/** Fills the panel for a row: what the matrix says at once, the text when it is there. */
async function fill(panel, entry) {
  const row = entry.describe();
  panel.title.textContent = row.title;
  for (const name of ["lang", "dir"]) {
    if (row[name]) panel.title[name] = row[name];
    else panel.title.removeAttribute(name);
  }
  panel.place.replaceChildren(row.place);
  panel.notice.hidden = row.notices.length === 0;
  panel.notice.textContent = row.notices.join(" ");
  panel.letters.replaceChildren(...letters(row, panel));
  panel.link.href = row.url;
  panel.text.replaceChildren();
  panel.status.previousElementSibling.hidden = false;
  panel.languages.hidden = true;
  showReview(panel.review);
  for (const old of panel.languages.querySelectorAll("details")) old.remove();
  panel.status.textContent = panel.words.loading;
  const isCurrent = () => panel.link.href === row.url;
  showChanges(panel.changes, row.url, isCurrent);
  try {
    const there = await documentRow(row.url);
    if (!isCurrent()) return;
    const text = clauses(there, row.url, panel);
    panel.text.replaceChildren(text);
    panel.status.previousElementSibling.hidden = text.textContent.trim() === "";
    showReview(panel.review, there, row.url);
    const others = languages(there, row.url, panel);
    panel.languages.append(...others);
    panel.languages.hidden = others.length === 0;
    panel.status.textContent = "";
  } catch {
    if (isCurrent()) panel.status.textContent = panel.words.failed;
  }
}

/** The page's address with a row in it, or without. */
function address(anchor) {
  const url = new URL(location.href);
  if (anchor) url.searchParams.set("row", anchor);
  else url.searchParams.delete("row");
  return url;
}

/**
 * The address that opens a row and nothing besides.
 *
 * @param whole the address of the whole matrix, if rows move between pages like this one.
 */
function ownAddress(anchor, whole) {
  const url = whole ? new URL(whole, document.baseURI) : address(anchor);
  url.searchParams.set("row", anchor);
  for (const name of ["party", "letter", "section", "text", "sort", "order"]) {
    url.searchParams.delete(name);
  }
  return url.href;
}

/**
 * Connects the panel with the address: `?row=` names the row that it shows.
 *
 * @param holder an element with the panel's parts, whose place a dialog takes.
 * @param view the rows of the page, with `shown` those that the reader sees.
 * @returns a function that opens the panel for the row of an anchor.
 */
export async function connect(holder, { view, shown, legend, heads }) {
  const dialog = element("dialog", "panel", ...holder.childNodes);
  Object.assign(dialog.dataset, holder.dataset);
  dialog.setAttribute("aria-labelledby", "_panel-title");
  holder.replaceWith(dialog);
  const panel = { ...parts(dialog), legend, heads };
  let current;

  const neighbor = (step) => {
    const rows = shown();
    const at = rows.indexOf(current);
    return at < 0 ? undefined : rows[at + step];
  };
  const show = (entry) => {
    if (current === entry && dialog.open) return;
    if (current) view.rowOf(current)?.classList.remove("opened");
    current = entry;
    view.rowOf(entry)?.classList.add("opened");
    fill(panel, entry);
    panel.copy.dataset.copy = ownAddress(entry.anchor, dialog.dataset.whole);
    panel.previous.disabled = !neighbor(-1);
    panel.next.disabled = !neighbor(1);
    if (!dialog.open) dialog.showModal();
    dialog.querySelector(".panel-body").scrollTop = 0;
  };
  const find = async (anchor) =>
    view.find ? view.find(anchor) : view.rows.find((entry) => entry.anchor === anchor);
  const follow = async () => {
    const anchor = new URLSearchParams(location.search).get("row");
    const entry = anchor && (await find(anchor));
    if (entry) show(entry);
    else if (dialog.open) dialog.close();
  };
  const leave = () => {
    const row = view.rowOf(current);
    current = undefined;
    row?.classList.remove("opened");
    row?.querySelector("th a").focus();
    if (!new URLSearchParams(location.search).has("row")) return;
    if (history.state?.panel) history.back();
    else history.replaceState(history.state, "", address());
  };
  const turn = async (step) => {
    const entry = neighbor(step);
    if (!entry) return;
    await view.ready?.([entry]);
    history.replaceState(history.state, "", address(entry.anchor));
    show(entry);
  };

  dialog.querySelector("[data-panel-close]").addEventListener("click", () => dialog.close());
  panel.previous.addEventListener("click", () => turn(-1));
  panel.next.addEventListener("click", () => turn(1));
  dialog.addEventListener("close", leave);
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });
  window.addEventListener("popstate", follow);
  await follow();
  if (current) view.rowOf(current)?.scrollIntoView({ block: "center" });
  return {
    open: async (anchor) => {
      const entry = await find(anchor);
      history.pushState({ panel: true }, "", address(entry.anchor));
      show(entry);
    },
  };
}
