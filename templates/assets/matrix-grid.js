// Keys walk the matrix as they walk a spreadsheet: arrows from cell to cell, Home and End to the ends
// of a row, with Control to the corners, Page Up and Page Down by ten rows. One Tab leads in, one out.

const focusable = "a[href], button";

/** What can have the focus in a cell; the cell itself where nothing else can. */
function stops(cell) {
  const found = [...cell.querySelectorAll(focusable)].filter((it) => it.checkVisibility?.() ?? true);
  return found[0] ? found : [cell];
}

const isSeen = (row) => row.cells[0] && row.offsetHeight > 0;

/** The next row up or down that can be seen; those of a large matrix are made on the way. */
function neighbor(row, step) {
  const side = step > 0 ? "nextElementSibling" : "previousElementSibling";
  let section = row.parentElement;
  let next = row[side];
  for (;;) {
    while (next) {
      if (isSeen(next) && !next.classList.contains("matrix-gap")) return next;
      next = next[side];
    }
    section = section[side];
    if (!section?.rows) return undefined;
    section = section.fill?.(step) ?? section;
    next = step > 0 ? section.rows[0] : section.rows[section.rows.length - 1];
    if (next?.classList.contains("matrix-gap")) return undefined;
  }
}

/** Connects the keys. */
export function connectGrid(table) {
  let current;
  let column = 0;
  const set = (role, ...elements) => elements.forEach((it) => it?.setAttribute("role", role));
  const quiet = (root) => {
    for (const stop of root.querySelectorAll(focusable)) if (stop !== current) stop.tabIndex = -1;
    for (const cell of root.querySelectorAll("td")) set("gridcell", cell);
  };
  const take = (stop) => {
    if (current && current !== stop) current.tabIndex = -1;
    current = stop;
    current.tabIndex = 0;
  };
  const ensure = () => {
    if (current?.isConnected && (current.checkVisibility?.() ?? true)) return;
    const title = [...table.querySelectorAll("tbody th[scope=row] > a")]
      .find((link) => link.checkVisibility?.() ?? true);
    const first = title ?? table.tHead.querySelector(focusable);
    if (first) take(first);
  };

  /** Moves the focus to a row, to the cell of the column that the reader walks along. */
  const enter = (row, isLast = false) => {
    const cell = row.cells[Math.min(column, row.cells.length - 1)];
    const [first, ...rest] = stops(cell);
    take(isLast ? (rest.at(-1) ?? first) : first);
    current.focus({ preventScroll: true });
    current.scrollIntoView({ block: "nearest", inline: "nearest" });
  };
  const along = (cell, step) => {
    const own = stops(cell);
    const within = own[own.indexOf(current) + step];
    if (within) {
      take(within);
      return current.focus();
    }
    const next = cell.parentElement.cells[cell.cellIndex + step];
    if (!next) return undefined;
    column = next.cellIndex;
    return enter(cell.parentElement, step < 0);
  };
  const far = (row, step, count) => {
    let last = row;
    for (let at = 0; at < count; at += 1) {
      const next = neighbor(last, step);
      if (!next) break;
      last = next;
    }
    if (last !== row) enter(last);
  };

  table.addEventListener("keydown", (event) => {
    if (event.altKey || event.metaKey || event.isComposing) return;
    const cell = event.target.closest("th, td");
    if (!cell) return;
    const row = cell.parentElement;
    const forward = getComputedStyle(table).direction === "rtl" ? -1 : 1;
    const isFar = event.ctrlKey;
    const last = row.cells.length - 1;
    const to = (place) => {
      column = place;
      enter(row);
    };
    const keys = {
      ArrowRight: () => along(cell, forward),
      ArrowLeft: () => along(cell, -forward),
      ArrowDown: () => far(row, 1, 1),
      ArrowUp: () => far(row, -1, 1),
      PageDown: () => far(row, 1, 10),
      PageUp: () => far(row, -1, 10),
      Home: () => (isFar ? far(row, -1, Infinity) : to(0)),
      End: () => (isFar ? far(row, 1, Infinity) : to(last)),
    };
    if (!keys[event.key] || (isFar && !/^(Home|End)$/.test(event.key))) return;
    event.preventDefault();
    keys[event.key]();
  });
  table.addEventListener("focusin", ({ target }) => {
    const cell = target.closest("th, td");
    if (!cell) return;
    if (!cell.hasAttribute("colspan")) column = cell.cellIndex;
    take(target);
  });

  set("grid", table);
  for (const cell of table.querySelectorAll("td")) cell.tabIndex = -1;
  quiet(table);
  ensure();
  table.parentElement.removeAttribute("tabindex");
  document.addEventListener("rows-shown", ensure);
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes) {
      for (const node of addedNodes) if (node.querySelectorAll) quiet(node);
    }
    ensure();
  }).observe(table, { childList: true, subtree: true });
}
