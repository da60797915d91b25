// The matrix page: filters and an order of rows, both in the URL, the column under the pointer or
// the focus picked out, and a button in each row for its panel, which is fetched when it is opened.

const form = document.querySelector("[data-matrix-filter]");
const table = document.querySelector("table.matrix");
const panel = document.querySelector("[data-panel]");

/** The search's folding, fetched when the first word is typed. */
let folding;
function loadFolding() {
  folding ??= import("./search-matching.js").then((matching) => matching.fold);
  return folding;
}

/** What filters and orders need to know of a row, read from the table once. */
function readRows(parties) {
  return [...table.tBodies].flatMap((section) => {
    const [heading, ...rows] = section.rows;
    return rows.map((row) => {
      const letters = new Map();
      [...row.cells].slice(1).forEach((cell, column) => {
        letters.set(parties[column], cell.textContent.trim().toLowerCase());
      });
      const title = row.cells[0].querySelector("a").textContent;
      const text = `${row.cells[0].textContent} ${heading.textContent}`;
      row.dataset.section = section.dataset.section;
      return { row, section, letters, title, text };
    });
  });
}

function holds(row, party, letter) {
  const held = party ? row.letters.get(party) : [...row.letters.values()].join("");
  return letter ? held.includes(letter) : !party || held !== "";
}

/** Shows the rows that the form asks for, and says how many they are. */
function connectFilter(rows, parties, heads) {
  const { party, letter, section, text } = form.elements;
  const status = form.querySelector("[role=status]");
  const totals = [...table.tFoot.rows[0].cells];
  const allRows = totals[0].textContent;

  /** Counts the letters of the rows shown, column by column. */
  const count = (shown) => {
    const isWhole = shown.length === rows.length;
    totals[0].textContent = isWhole ? allRows : totals[0].dataset.filtered;
    parties.forEach((id, column) => {
      const counts = new Map([..."raci"].map((key) => [key, 0]));
      for (const { letters } of shown) {
        for (const key of letters.get(id)) counts.set(key, counts.get(key) + 1);
      }
      const marks = [...counts].filter(([, number]) => number > 0).map(([key, number]) => {
        const mark = document.createElement("span");
        mark.className = "count";
        mark.textContent = `${key.toUpperCase()} ${number}`;
        return mark;
      });
      totals[column + 1].replaceChildren(...marks);
    });
  };

  const announce = (shown) => {
    const words = [
      form.dataset.textCount.replace("{shown}", shown.length).replace("{total}", rows.length),
    ];
    if (party.value) {
      const marks = [...totals[parties.indexOf(party.value) + 1].children];
      words.push(marks.map((mark) => mark.textContent).join(" · "));
    }
    status.textContent = words.filter(Boolean).join(" – ");
  };

  return async () => {
    const query = text.value.trim();
    const fold = query ? await loadFolding() : undefined;
    if (query !== text.value.trim()) return;
    const words = fold ? fold(query).split(" ") : [];
    const shown = rows.filter((entry) => {
      entry.folded ??= fold?.(entry.text);
      return (
        holds(entry, party.value, letter.value) &&
        (!section.value || entry.section.dataset.section === section.value) &&
        words.every((word) => entry.folded.includes(word))
      );
    });
    const visible = new Set(shown);
    const filled = new Set(shown.map((entry) => entry.section));
    for (const entry of rows) entry.row.hidden = !visible.has(entry);
    for (const body of table.tBodies) {
      if (body.dataset.section !== undefined) body.hidden = !filled.has(body);
    }
    heads.forEach((head, column) => {
      const chosen = party.value !== "" && parties[column] === party.value;
      head.classList.toggle("chosen", chosen);
      columns[column + 1].classList.toggle("chosen", chosen);
    });
    count(shown);
    announce(shown);
  };
}

/** Puts rows in another order: by title, or by the letter of a party, A and R first. */
function connectOrder(rows) {
  const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });
  const heads = [...table.querySelectorAll("th[data-sort]")];
  const sections = [...table.tBodies];
  const ordered = document.createElement("tbody");
  ordered.setAttribute("role", "rowgroup");

  const rank = (letters) => [..."ARCI"].findIndex((key) => letters.includes(key.toLowerCase()));
  const compare = (order, one, other) => {
    if (order === "title") return collator.compare(one.title, other.title);
    const party = order.slice(order.indexOf(".") + 1);
    const [first, second] = [one, other].map(({ letters }) => {
      const held = letters.get(party);
      return held ? rank(held) * 5 - held.length : Infinity;
    });
    return first === second ? 0 : first - second;
  };

  /** Says of which section a row is, now that it does not stand under its heading. */
  const place = (entry) => {
    if (entry.row.querySelector(".row-place")) return;
    const place = document.createElement("span");
    place.className = "row-place";
    const { lang, dir } = entry.section.rows[0].querySelector("span");
    if (lang) Object.assign(place, { lang, dir });
    place.textContent = entry.section.querySelector("a").textContent;
    entry.row.cells[0].querySelector("a").after(place);
  };

  return (order, isDescending) => {
    for (const head of heads) {
      if (head.dataset.sort !== order) head.removeAttribute("aria-sort");
      else head.setAttribute("aria-sort", isDescending ? "descending" : "ascending");
    }
    table.classList.toggle("matrix-ordered", order !== "");
    if (order === "") {
      if (!ordered.isConnected) return;
      for (const { row, section } of rows) section.append(row);
      ordered.remove();
      return;
    }
    const sign = isDescending ? -1 : 1;
    const sorted = [...rows].sort((one, other) => sign * compare(order, one, other));
    sorted.forEach(place);
    ordered.append(...sorted.map((entry) => entry.row));
    sections.at(-1).after(ordered);
  };
}

/** Keeps the form, the URL and the table in step. */
function connectForm(rows, parties, heads) {
  const show = connectFilter(rows, parties, heads);
  const arrange = connectOrder(rows);
  const fields = ["party", "letter", "section", "sort", "text"].map((name) => form.elements[name]);
  const { sort } = form.elements;
  let isDescending = false;

  const writeURL = () => {
    const url = new URL(location.href);
    const set = (name, value) => {
      if (value) url.searchParams.set(name, value);
      else url.searchParams.delete(name);
    };
    for (const field of fields) set(field.name, field.value.trim());
    set("order", isDescending ? "descending" : "");
    history.replaceState(history.state, "", url);
  };
  const readURL = () => {
    const given = new URLSearchParams(location.search);
    for (const field of fields) {
      field.value = given.get(field.name) ?? "";
      if (field.selectedIndex < 0) field.value = "";
    }
    isDescending = sort.value !== "" && given.get("order") === "descending";
  };
  const change = (event) => {
    if (event?.target === sort || event?.type === "reset") isDescending = false;
    writeURL();
    arrange(sort.value, isDescending);
    show();
  };

  form.addEventListener("input", change);
  form.addEventListener("reset", (event) => setTimeout(change, 0, event));
  form.addEventListener("submit", (event) => event.preventDefault());
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
  arrange(sort.value, isDescending);
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

/** Adds a style sheet; what it styles waits for it, but not for one that cannot be had. */
function loadStyle(href) {
  const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href });
  document.head.append(link);
  return new Promise((done) => (link.onload = link.onerror = done));
}

/** Gives each row a button that opens its panel; an address with `row` in it opens one at once. */
function connectPanel(rows) {
  const opener = document.querySelector("template[data-panel-opener]").content.firstElementChild;
  let loading;
  const style = new URL("./row-panel.css", import.meta.url).href;
  const load = () => {
    loading ??= Promise.all([import("./row-panel.js"), loadStyle(style)])
      .then(([module]) => module.connect(panel));
    return loading;
  };
  for (const { row, title } of rows) {
    const button = opener.cloneNode(true);
    button.setAttribute("aria-label", button.ariaLabel.replace("{title}", title));
    button.addEventListener("click", () => load().then((open) => open(row)));
    row.cells[0].append(button);
    row.cells[0].abbr = title;
  }
  if (new URLSearchParams(location.search).has("row")) load();
}

/** Keeps what has the focus clear of the head and the first column, whatever room they take. */
function followHead() {
  const scroller = table.parentElement;
  const [corner] = table.tHead.rows[0].cells;
  new ResizeObserver(() => {
    scroller.style.setProperty("--head", `${corner.offsetHeight}px`);
    scroller.style.setProperty("--side", `${corner.offsetWidth}px`);
  }).observe(corner);
}

/** Offers the letters, parties and sections that the page has. */
function fillFilter(heads) {
  const offer = (name, value, text, like) => {
    const option = new Option(text, value);
    if (like?.lang) Object.assign(option, { lang: like.lang, dir: like.dir });
    form.elements[name].append(option);
  };
  for (const term of document.querySelectorAll(".legend dt")) {
    const [letter] = term.textContent.trim();
    if (!term.querySelector(".chip-inherited")) {
      offer("letter", letter.toLowerCase(), `${letter}: ${term.textContent.trim().slice(1).trim()}`);
    }
  }
  for (const body of table.tBodies) {
    const title = body.querySelector("span");
    offer("section", body.dataset.section, [...title.children].map((it) => it.textContent).join(" · "), title);
  }
  offer("sort", "title", table.tHead.rows[0].cells[0].firstChild.textContent.trim());
  for (const head of heads) {
    const name = head.querySelector("a").title;
    offer("party", head.dataset.party, name);
    offer("sort", `party.${head.dataset.party}`, name);
  }
}

if (form && table) {
  const heads = [...table.tHead.rows[0].cells].slice(1);
  const parties = heads.map((head) => head.dataset.party);
  fillFilter(heads);
  const rows = readRows(parties);
  connectForm(rows, parties, heads);
  connectColumns();
  connectPanel(rows);
  followHead();
}
