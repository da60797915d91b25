// The matrix page: filters by party, letter and words, the filter in the URL,
// and the column under the pointer or the focus picked out.

const form = document.querySelector("[data-matrix-filter]");
const table = document.querySelector("table.matrix");

/** The search's folding, fetched when the first word is typed. */
let folding;
function loadFolding() {
  const script = new URL(form.dataset.searchScript, document.baseURI).href;
  folding ??= import(script).then((search) => search.fold);
  return folding;
}

/** What the filter needs to know of a row, read from the table once. */
function readRows(parties) {
  return [...table.tBodies].flatMap((section) => {
    const [heading, ...rows] = section.rows;
    return rows.map((row) => {
      const letters = new Map();
      [...row.cells].slice(1).forEach((cell, column) => {
        letters.set(parties[column], cell.textContent.toLowerCase());
      });
      return { row, section, letters, text: `${row.cells[0].textContent} ${heading.textContent}` };
    });
  });
}

function holds(row, party, letter) {
  const held = party ? row.letters.get(party) ?? "" : [...row.letters.values()].join("");
  return letter ? held.includes(letter) : !party || held.trim() !== "";
}

function connectFilter() {
  const heads = [...table.tHead.rows[0].cells].slice(1);
  const parties = heads.map((head) => head.dataset.party);
  const rows = readRows(parties);
  const { party, letter, text } = form.elements;

  const show = async () => {
    const query = text.value.trim();
    const fold = query ? await loadFolding() : undefined;
    if (query !== text.value.trim()) return;
    const words = fold ? fold(query).split(" ") : [];
    let shown = 0;
    const filled = new Set();
    for (const entry of rows) {
      entry.folded ??= fold?.(entry.text);
      const visible =
        holds(entry, party.value, letter.value) &&
        words.every((word) => entry.folded.includes(word));
      entry.row.hidden = !visible;
      if (!visible) continue;
      shown += 1;
      filled.add(entry.section);
    }
    for (const section of table.tBodies) section.hidden = !filled.has(section);
    heads.forEach((head, column) => {
      const chosen = party.value !== "" && parties[column] === party.value;
      head.classList.toggle("chosen", chosen);
      columns[column + 1].classList.toggle("chosen", chosen);
    });
    form.querySelector("[role=status]").textContent = form.dataset.textCount
      .replace("{shown}", shown)
      .replace("{total}", rows.length);
  };

  const writeURL = () => {
    const url = new URL(location.href);
    for (const field of [party, letter, text]) {
      if (field.value.trim()) url.searchParams.set(field.name, field.value.trim());
      else url.searchParams.delete(field.name);
    }
    history.replaceState(history.state, "", url);
  };

  const given = new URLSearchParams(location.search);
  for (const field of [party, letter, text]) field.value = given.get(field.name) ?? "";
  for (const select of [party, letter]) if (select.selectedIndex < 0) select.value = "";
  const change = () => {
    writeURL();
    show();
  };
  form.addEventListener("input", change);
  form.addEventListener("reset", () => setTimeout(change));
  form.addEventListener("submit", (event) => event.preventDefault());
  form.hidden = false;
  show();
}

const columns = table ? [...table.querySelectorAll("col")] : [];

/** Picks out the column of the cell that has the pointer or the focus. */
function connectColumns() {
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

if (form && table) {
  connectFilter();
  connectColumns();
}
