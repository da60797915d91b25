// What every page shares: the language switcher, search on demand, the table of
// contents, and table roles that survive the card layout of small screens.

import { labeled } from "./words.js";

/** Keeps the fragment and the query on the way to another language, and remembers the choice. */
function connectSwitcher(switcher) {
  const links = [...switcher.querySelectorAll("a[hreflang]")];
  const plain = new Map(links.map((link) => [link, link.href]));
  const update = () => {
    for (const [link, href] of plain) {
      const url = new URL(href);
      url.search = location.search;
      url.hash = location.hash;
      link.href = url.href;
    }
  };
  switcher.addEventListener("toggle", update);
  switcher.addEventListener("click", (event) => {
    const link = event.target.closest("a[hreflang]");
    if (!link) return;
    update();
    // The cookie that the first page and the web server read; scripts lie in a folder of the site.
    const path = new URL("..", import.meta.url).pathname;
    document.cookie = `rolebook_locale=${link.hreflang}; path=${path}; max-age=31536000; samesite=lax`;
  });
}

/** Turns the link that leads down to the navigation into a button that opens it as a drawer. */
function connectMenu(link, navigation) {
  if (!("popover" in navigation)) return;
  const button = document.createElement("button");
  button.type = "button";
  button.className = link.className;
  button.append(...link.childNodes);
  button.popoverTargetElement = navigation;
  navigation.popover = "auto";
  link.replaceWith(button);
}

/** Closes an open menu when the reader turns elsewhere. */
function closeOnLeave(details) {
  document.addEventListener("click", (event) => {
    if (!details.contains(event.target)) details.open = false;
  });
  details.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !details.open) return;
    details.open = false;
    details.querySelector("summary").focus();
  });
  details.addEventListener("focusout", (event) => {
    if (event.relatedTarget && !details.contains(event.relatedTarget)) details.open = false;
  });
}

/** Loads the search once, on the first focus, or at once where there are results to show. */
function connectSearch(form) {
  const results = document.querySelector("[data-search-results]");
  let loading;
  const load = () => {
    loading ??= import("./search.js").then((search) => search.connect(form, results));
    return loading;
  };
  if (results) load();
  else form.addEventListener("focusin", load, { once: true });
}

/**
 * `/` leads to the search box from anywhere that is not itself a field, Control and K from
 * anywhere.
 */
function connectKeys() {
  document.addEventListener("keydown", (event) => {
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
    const isChord = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.altKey;
    if (event.isComposing || !(isChord || (isPlain && event.key === "/"))) return;
    if (!isChord && event.target.closest?.("input, select, textarea, [contenteditable]")) return;
    document.querySelector("dialog[open]")?.close();
    const field = document.querySelector("form.search-form input[name=q]");
    const link = document.querySelector(".search-link");
    if (field?.checkVisibility?.() ?? field) field.focus();
    else if (link) link.click();
    else return;
    event.preventDefault();
  });
}

/** `?` and a button in the footer show the keys that pages know; the first page has the list. */
function connectShortcuts(button) {
  const show = () => import("./shortcuts.js").then((shortcuts) => shortcuts.toggle(button.dataset.shortcuts));
  button.addEventListener("click", show);
  document.addEventListener("keydown", (event) => {
    if (event.key !== "?" || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.target.closest?.("input, select, textarea, [contenteditable]")) return;
    event.preventDefault();
    show();
  });
}

/** Loads what finds documents of a large guide, on the first focus. */
function connectDocuments(field) {
  field.addEventListener("focus", () => import("./document-filter.js").then(({ connect }) => connect(field)), {
    once: true,
  });
}

/** The choice of light or dark, which `theme.js` keeps and applies before a page is shown. */
function connectTheme(choice) {
  choice.value = document.documentElement.dataset.theme ?? "";
  choice.addEventListener("change", () => {
    document.dispatchEvent(new CustomEvent("theme-chosen", { detail: choice.value }));
  });
}

/** Puts text into the clipboard, where pages without HTTPS may do so, too. */
async function copy(text, near) {
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  const field = Object.assign(document.createElement("textarea"), { value: text, readOnly: true });
  field.className = "visually-hidden";
  near.after(field);
  field.select();
  document.execCommand("copy");
  field.remove();
  near.focus();
  return undefined;
}

/** Buttons that copy an address or the text of a block, and say that they did. */
function connectCopies() {
  document.addEventListener("click", async (event) => {
    const button = event.target.closest?.("button[data-copy]");
    if (!button) return;
    const block = button.parentElement.querySelector("pre");
    const text = button.dataset.copy
      ? new URL(button.dataset.copy, document.baseURI).href
      : (block?.textContent ?? "");
    await copy(text, button);
    const label = button.querySelector("[data-label]") ?? button;
    button.dataset.label ??= label.textContent;
    label.textContent = button.dataset.copied;
    setTimeout(() => (label.textContent = button.dataset.label), 2000);
  });
}

/** Says what each letter means, in the words of the page's legend. */
function nameLetters(legend) {
  const names = new Map(
    [...legend.querySelectorAll("dt")].map((term) => {
      const letter = term.querySelector(".chip").textContent;
      return [letter, term.textContent.trim().slice(letter.length).trim()];
    }),
  );
  const { declared, inherited } = legend.dataset;
  for (const letter of document.querySelectorAll("td .chip, .assignments .chip")) {
    const origin = letter.closest(".inherited") ? inherited : declared;
    letter.title = `${names.get(letter.textContent) ?? letter.textContent} · ${origin}`;
  }
}

/** Names the links of a row after it, and adds a menu of the switcher's languages. */
function connectRow(links) {
  const row = links.closest("tr");
  const title = links.closest("th").firstChild.textContent.trim();
  for (const link of links.querySelectorAll("a")) {
    link.setAttribute("aria-label", labeled(link.textContent, title));
  }
  const others = [...document.querySelectorAll(".switcher-panel a[hreflang]:not([aria-current])")];
  if (others.length === 0) return;
  const menu = document.createElement("details");
  const summary = document.createElement("summary");
  summary.textContent = document.querySelector(".switcher").dataset.rowLabel;
  menu.append(summary);
  menu.addEventListener("toggle", () => {
    if (menu.children[1]) return;
    const list = document.createElement("ul");
    for (const other of others) {
      const url = new URL(other.href);
      url.hash = row.id;
      const item = list.appendChild(document.createElement("li"));
      const link = item.appendChild(document.createElement("a"));
      Object.assign(link, { href: url.href, hreflang: other.hreflang });
      link.append(other.querySelector("bdi").cloneNode(true));
    }
    menu.append(list);
  });
  links.append(menu);
}

/** Says out loud what a table is, and in each cell of its columns what the column is: some browsers
 * forget it when CSS turns rows into cards. */
function keepTableRoles(table) {
  const set = (element, role) => element?.setAttribute("role", role);
  const labels = table.matches(".matrix")
    ? [...table.tHead.rows[0].cells].map((head) => head.querySelector("a")?.title)
    : [];
  set(table, "table");
  for (const section of [table.tHead, ...table.tBodies, table.tFoot]) set(section, "rowgroup");
  for (const row of table.rows) {
    set(row, "row");
    for (const cell of row.cells) {
      const header = cell.scope.startsWith("row") ? "rowheader" : "columnheader";
      set(cell, cell.localName === "th" ? header : "cell");
      if (cell.localName === "td" && labels[cell.cellIndex]) {
        cell.dataset.label = labels[cell.cellIndex];
      }
    }
  }
}

/** Marks the section on screen in the table of contents. */
function followContents(contents) {
  const links = [...contents.querySelectorAll("a")];
  const headings = links.map((link) => document.getElementById(link.hash.slice(1)));
  const mark = () => {
    const limit = window.innerHeight / 4;
    const passed = headings.filter((heading) => heading?.getBoundingClientRect().top < limit);
    const current = headings.indexOf(passed.at(-1));
    links.forEach((link, index) => {
      if (index === current) link.setAttribute("aria-current", "location");
      else link.removeAttribute("aria-current");
    });
  };
  let frame = 0;
  const schedule = () => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(mark);
  };
  document.addEventListener("scroll", schedule, { passive: true });
  schedule();
}

connectMenu(document.querySelector("a.menu-button"), document.querySelector(".navigation"));
const switcher = document.querySelector("details.switcher");
if (switcher) {
  connectSwitcher(switcher);
  closeOnLeave(switcher);
}
document.querySelectorAll("form.search-form").forEach(connectSearch);
document.querySelectorAll("table.responsibilities, table.matrix").forEach(keepTableRoles);
document.querySelectorAll("nav.toc").forEach(followContents);
document.querySelectorAll("main dl.legend[data-declared]").forEach(nameLetters);
document.querySelectorAll(".row-links").forEach(connectRow);
document.querySelectorAll("details.menu").forEach(closeOnLeave);
document.querySelectorAll("[data-print]").forEach((button) => {
  button.addEventListener("click", () => window.print());
});
document.querySelectorAll("[data-shortcuts]").forEach(connectShortcuts);
document.querySelectorAll("[data-document-filter]").forEach(connectDocuments);
document.querySelectorAll("[data-theme-choice]").forEach(connectTheme);
connectKeys();
connectCopies();
