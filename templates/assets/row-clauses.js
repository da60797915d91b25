// The clauses of a row, each with the letters that it grounds.

import { fragment } from "./fetched-pages.js";
import { list as listed, noted } from "./words.js";

/** An element with a class and content. */
export function element(name, className, ...content) {
  const made = document.createElement(name);
  made.className = className;
  made.append(...content);
  return made;
}

/** A letter that looks like the link, and is none. */
function chip(link) {
  const mark = element("span", link.className, link.textContent);
  mark.setAttribute("aria-hidden", "true");
  return mark;
}

/** The parties under a row of a document with their letters, by the clause that grounds them. */
function evidence(row, base) {
  const clauses = new Map();
  for (const assignment of row.querySelectorAll(".assignments > span")) {
    const party = assignment.querySelector("a:not(.chip)").textContent;
    const letters = [...assignment.querySelectorAll(".chip")];
    const href = letters[0]?.getAttribute("href");
    const clause = href && fragment(new URL(href, base));
    if (!clause || clause === row.id) continue;
    const isInherited = assignment.classList.contains("inherited");
    if (!clauses.has(clause)) clauses.set(clause, []);
    clauses.get(clause).push({ party, letters, isInherited });
  }
  return clauses;
}

/** One party's letters that a clause grounds. */
function mark({ party, letters, isInherited }, legend) {
  const item = element("li", isInherited ? "inherited" : "");
  const names = letters.map(({ textContent }) => legend.get(textContent)?.name ?? textContent);
  item.append(
    ...letters.map(chip), element("span", "", party),
    element("span", "visually-hidden", noted("", listed(names))),
  );
  return item;
}

/** A row's clauses, each with the letters that it grounds, for this page. */
export function clauses(row, url, { words, legend }) {
  const description = [...row.cells]
    .filter(({ localName, classList }) => localName === "td" && !classList.contains("letters")).at(-1);
  const text = document.createElement("div");
  const { lang, dir } = row.closest("[lang]") ?? {};
  if (lang) Object.assign(text, { lang, dir });
  text.append(...[...description?.childNodes ?? []].map((node) => document.importNode(node, true)));
  const grounds = evidence(row, url);
  for (const clause of text.querySelectorAll("[id]")) {
    const marks = grounds.get(clause.id);
    clause.removeAttribute("id");
    if (!marks) continue;
    clause.classList.add("clause-grounds");
    const list = element("ul", "clause-marks", ...marks.map((it) => mark(it, legend)));
    list.setAttribute("aria-label", words.evidence);
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
