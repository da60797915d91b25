// Finds documents of a large guide by words of their titles and folders. The first page of a language
// lists all of them; they are read from there.

import { fold } from "./search-matching.js";
import { counted, fill } from "./words.js";

/** Past this many, documents that match are only counted. */
const most = 50;

/** All documents, and the words for how many are found. */
async function readDocuments(home) {
  const response = await fetch(home);
  if (!response.ok) throw new Error(`${response.status} ${home}`);
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const { documentsFound, documentsNone } = page.querySelector("[data-documents-found]").dataset;
  const documents = [...page.querySelectorAll("[data-document-list] > li > a")].map((link) => {
    const title = link.textContent;
    const place = link.closest("[data-document-list]").dataset.documentList;
    const { lang, dir } = link.parentElement;
    const url = new URL(link.getAttribute("href"), home).href;
    return { title, place, lang, dir, url, folded: fold(`${title} ${place}`) };
  });
  return { documents, words: { found: documentsFound, none: documentsNone } };
}

/** A document as an entry of the list. */
function entry({ title, place, lang, dir, url }) {
  const link = Object.assign(document.createElement("a"), { href: url, textContent: title });
  if (lang) Object.assign(link, { lang, dir });
  if (url === location.href.replace(/[?#].*$/, "")) link.setAttribute("aria-current", "page");
  if (place) {
    const folder = document.createElement("span");
    Object.assign(folder, { className: "muted navigation-place", textContent: place });
    link.append(folder);
  }
  const item = document.createElement("li");
  item.append(link);
  return item;
}

/** Connects a field with the list of documents behind it. */
export async function connect(field) {
  const box = field.parentElement;
  const status = box.querySelector("[role=status]");
  const tree = box.nextElementSibling;
  const found = document.createElement("ul");
  found.setAttribute("aria-labelledby", tree.getAttribute("aria-labelledby"));
  found.hidden = true;
  tree.after(found);
  const { textError } = document.querySelector("form.search-form")?.dataset ?? {};
  const home = new URL(field.dataset.documentFilter, document.baseURI).href;
  let reading;
  const update = async () => {
    const words = fold(field.value).split(" ").filter(Boolean);
    tree.hidden = words.length > 0;
    found.hidden = words.length === 0;
    if (words.length === 0) {
      status.textContent = "";
      return;
    }
    try {
      reading ??= readDocuments(home);
      const { documents, words: { found: foundWords, none } } = await reading;
      if (words.join(" ") !== fold(field.value).split(" ").filter(Boolean).join(" ")) return;
      const matching = documents.filter(({ folded }) => words.every((word) => folded.includes(word)));
      found.replaceChildren(...matching.slice(0, most).map(entry));
      status.textContent = matching[0]
        ? counted(foundWords, matching.length)
        : fill(none, { query: field.value.trim() });
    } catch {
      reading = undefined;
      status.textContent = textError ?? "–";
    }
  };
  field.addEventListener("input", update);
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !field.value) return;
    event.preventDefault();
    event.stopPropagation();
    field.value = "";
    update();
  });
  await update();
}
