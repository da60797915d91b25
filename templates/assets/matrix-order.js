// Which rows of the matrix are shown, in which order, and how many letters they have.

/** The rows that a form's choices leave. */
export function filtered(rows, { party, letter, section, words }) {
  return rows.filter((entry) => {
    const held = party ? (entry.letters.get(party) ?? "") : entry.letters.all;
    if (letter ? !held.includes(letter) : party && !held) return false;
    if (section && entry.section !== section && entry.documentKey !== section) return false;
    return words.every((word) => entry.folded.includes(word));
  });
}

/** Makes a key of each title, for a comparison by the page's language and by the value of figures. */
function titleKeys(rows) {
  const collator = new Intl.Collator(document.documentElement.lang, { sensitivity: "base" });
  const known = [...new Set(rows.flatMap(({ title }) => [...new Set(title)]))].sort(collator.compare);
  const ranks = new Map();
  known.forEach((character, at) => {
    const isSame = at > 0 && collator.compare(known[at - 1], character) === 0;
    ranks.set(character, isSame ? ranks.get(known[at - 1]) : String.fromCharCode(at + 1));
  });
  const figures = (title) => title.replace(/\d+/g, (digits) => `${digits.length % 10}${digits}`);
  return new Map(rows.map((entry) =>
    [entry, [...figures(entry.title)].map((it) => ranks.get(it) ?? it).join("")]));
}

/** Gives all rows their places in the order of titles, the same to equal titles. */
export function rankTitles(rows) {
  if (rows.every(({ rank }) => rank !== undefined)) return;
  const keys = titleKeys(rows);
  const order = [...keys].sort(([, one], [, other]) => (one < other ? -1 : one > other ? 1 : 0));
  let rank = 0;
  order.forEach(([entry, key], at) => {
    if (at > 0 && key !== order[at - 1][1]) rank = at;
    entry.rank = rank;
  });
}

/** Puts rows in order: by the rank of the title, or by the letter of a party, A first. */
export function sorted(rows, order, isDescending, legend) {
  if (!order) return rows;
  const sign = isDescending ? -1 : 1;
  if (order === "title") {
    return [...rows].sort((one, other) => sign * (one.rank - other.rank));
  }
  const party = order.slice(order.indexOf(".") + 1);
  const letters = [...legend.keys()].sort((one, other) => (other === "A") - (one === "A"));
  const ranks = new Map();
  const rank = (held) => {
    if (!held) return letters.length * 9;
    if (!ranks.has(held)) {
      ranks.set(held, letters.findIndex((it) => held.includes(it)) * 9 - held.length);
    }
    return ranks.get(held);
  };
  return rows
    .map((entry) => ({ entry, rank: rank(entry.letters.get(party)) }))
    .sort((one, other) => sign * (one.rank - other.rank))
    .map(({ entry }) => entry);
}

/** The number of each letter in the columns of some rows, by party and then by letter. */
export function tally(rows, parties, legend) {
  const kinds = new Map();
  for (const { letters } of rows) kinds.set(letters, (kinds.get(letters) ?? 0) + 1);
  return parties.map((party) => {
    const counts = new Map([...legend.keys()].map((letter) => [letter, 0]));
    for (const [letters, number] of kinds) {
      for (const letter of letters.get(party) ?? "") {
        counts.set(letter, (counts.get(letter) ?? 0) + number);
      }
    }
    return [...counts].filter(([, number]) => number > 0);
  });
}
