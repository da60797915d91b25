// How a row changed since the last edition, as the page of changes has it: the letters of each party
// before and after, and the words.

import { page } from "./fetched-pages.js";

/** Whether a link of the page of changes leads to a row. */
function leads(link, base, row) {
  return new URL(link.getAttribute("href"), base).href === row;
}

/** A copy for this page, whose links lead where those of the other page do. */
function adopted(node, base) {
  const copy = document.importNode(node, true);
  for (const link of copy.querySelectorAll("a[href]")) {
    link.href = new URL(link.getAttribute("href"), base).href;
  }
  return copy;
}

/** The table of a row's letters, under the heading of their kind of change. */
function letters(body, base) {
  const table = document.createElement("table");
  table.className = "changes";
  const heading = body.closest("section").querySelector("h2").firstChild.textContent.trim();
  table.append(
    Object.assign(document.createElement("caption"), { textContent: heading }),
    adopted(body.parentElement.tHead, base), adopted(body, base),
  );
  for (const title of table.querySelectorAll("th:first-child")) title.remove();
  return table;
}

/**
 * The changes of a row.
 *
 * @param changes the address of the page of changes.
 * @param row the address of the row in its document.
 * @returns the nodes to show; nothing if the row did not change.
 */
export async function rowChanges(changes, row) {
  const there = await page(changes);
  const links = [...there.querySelectorAll("a.duty-title[href]")]
    .filter((link) => leads(link, changes, row));
  const tables = links.map((it) => it.closest(".changes tbody")).filter(Boolean)
    .map((body) => letters(body, changes));
  const words = links.map((it) => it.closest(".duty")?.querySelector(".difference")).filter(Boolean)
    .map((it) => adopted(it, changes));
  const nodes = [...tables, ...words];
  return nodes.length > 0 ? nodes : undefined;
}
