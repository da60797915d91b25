// The rows of a matrix that is on the page as a whole.

/** What the panel shows of a row, read from the table. */
function describe(row, section, parties) {
  const link = row.cells[0].querySelector("a");
  const held = parties.flatMap((party, column) => {
    const cell = row.cells[column + 1];
    const letters = [...cell.querySelectorAll(".chip")].map((chip) => ({
      letter: chip.textContent, url: chip.href ?? "",
    }));
    if (!letters[0]) return [];
    const rest = cell.cloneNode(true);
    for (const chip of rest.querySelectorAll(".chip, .visually-hidden")) chip.remove();
    const remark = rest.textContent.trim();
    return [{ party, letters, remark, isInherited: cell.classList.contains("inherited") }];
  });
  return {
    title: link.textContent, lang: link.lang, dir: link.dir, url: link.href, held,
    place: section.querySelector("span").cloneNode(true),
    notices: [...row.querySelectorAll(".row-notice")].map((notice) => notice.textContent),
  };
}

/**
 * Reads a table.
 *
 * @param table the table of the page, a body a section.
 * @param page the parties of its columns, and what makes the letters of a row.
 * @returns the rows, and how to show some of them.
 */
export function open(table, { parties, makeLetters }) {
  const bodies = [...table.tBodies];
  const rows = bodies.flatMap((body) => {
    const [heading, ...rest] = body.rows;
    return rest.map((row) => {
      const letters = makeLetters(
        parties.map((party, column) => [
          party,
          [...row.cells[column + 1].querySelectorAll(".chip")].map((it) => it.textContent).join(""),
        ]),
      );
      const title = row.cells[0].querySelector("a").textContent;
      return {
        letters, title, row, body, anchor: row.id, section: body.dataset.section,
        place: heading.querySelector("a").textContent,
        text: `${row.cells[0].textContent} ${heading.textContent}`,
        describe: () => describe(row, body, parties),
      };
    });
  });
  const ordered = document.createElement("tbody");
  ordered.setAttribute("role", "rowgroup");

  /** Names the section of a row that is no longer under its heading. */
  const addPlace = ({ row, body, place }) => {
    if (row.querySelector(".row-place")) return;
    const mark = Object.assign(document.createElement("span"), { className: "row-place" });
    const { lang, dir } = body.rows[0].querySelector("span");
    if (lang) Object.assign(mark, { lang, dir });
    mark.textContent = place;
    row.cells[0].querySelector("a").after(mark);
  };

  const show = (shown, isOrdered) => {
    if (isOrdered) {
      shown.forEach(addPlace);
      ordered.append(...shown.map(({ row }) => row));
      bodies.at(-1).after(ordered);
    } else if (ordered.isConnected) {
      for (const { row, body } of rows) body.append(row);
      ordered.remove();
    }
    const visible = new Set(shown);
    const filled = new Set(shown.map(({ body }) => body));
    for (const entry of rows) entry.row.hidden = !visible.has(entry);
    for (const body of bodies) body.hidden = isOrdered || !filled.has(body);
  };
  return { rows, show, prepare: async () => {}, rowOf: ({ row }) => row };
}
