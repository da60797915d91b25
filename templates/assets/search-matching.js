// What answers a query: texts folded to keys, entries ranked, answers marked.

// Folding

const dropped =
  /\p{Cf}|ـ|(?=\p{M})(?![\u3099\u309a])[\p{sc=Zinh}\p{sc=Arab}\p{sc=Hebr}\p{sc=Cyrl}]/gu;
const mapped = new Map(
  "ß:ss æ:ae œ:oe ø:o ł:l đ:d ð:d þ:th ı:i ς:σ ٱ:ا ى:ي ی:ي ک:ك ة:ه ہ:ه ھ:ه"
    .split(" ")
    .map((pair) => pair.split(":")),
);
const known = new Map();

/** A code point as letters and digits, a space, or nothing. */
function foldCharacter(character) {
  let folded = known.get(character);
  if (folded === undefined) {
    folded = [...character.normalize("NFKD").replace(dropped, "").toLowerCase()]
      .map((part) => mapped.get(part) ?? (/[\p{L}\p{N}\p{M}]/u.test(part) ? part : " "))
      .join("")
      .replace(/[٠-٩۰-۹]/g, (digit) => digit.charCodeAt(0) & 15);
    known.set(character, folded);
  }
  return folded;
}

/** Text without case, marks and punctuation; one space between words. */
export function fold(text) {
  let key = "";
  for (const character of text) key += foldCharacter(character);
  return key.replace(/ +/g, " ").trim();
}

const squeeze = (key) => key.replaceAll(" ", "");
const keys = (key) => ({ key: ` ${key} `, squeezed: squeeze(key), words: key.split(" ") });

// Index

/** The keys of an index file's entries, with what fetches `search-spelling.js`. */
export function createIndex({ documents, parties, entries }, loadSpelling) {
  const names = new Map(parties.map(({ id, name }) => [id, name]));
  return {
    loadSpelling,
    entries: entries.map((entry) => {
      const letters = Object.entries(entry.letters ?? {});
      const held = letters.map(([id, letters]) => ({ party: names.get(id) ?? id, letters }));
      const context = [entry.section, documents[entry.document].title, ...held.map((it) => it.party)];
      return {
        entry,
        document: documents[entry.document],
        held,
        title: keys(fold(entry.title)),
        text: keys(fold(entry.text ?? "")),
        context: ` ${fold(context.join(" "))}`,
        isProse: entry.kind !== undefined && entry.kind !== "responsibility",
      };
    }),
  };
}

/** Parties as what can be found; each goes by its name and its short one. */
export function createParties(parties) {
  return parties.filter(({ url }) => url).map(({ id, name, short = name, url }) => ({
    entry: { kind: "party", url, title: name, party: id },
    names: [name, short].map((it) => keys(fold(it))),
  }));
}

/** The parties that a query names, best first. */
export function findParties(parties, text, rest) {
  const queries = [text, rest].filter(Boolean).map((it) => keys(fold(it)));
  const rank = ({ names }) =>
    Math.min(...queries.flatMap((query) => names.map((name) => (query.squeezed ? titleTier(name, query) : Infinity))));
  const isSure = (tier, { squeezed }) => tier < 5 || (tier === 5 && squeezed.length > 2) || tier === 6;
  return parties
    .map((party) => ({ ...party, rank: rank(party) }))
    .filter((party) => isSure(party.rank, queries.at(-1)))
    .sort((one, other) => one.rank - other.rank)
    .slice(0, 3)
    .map((party) => ({
      ...party, held: [], isParty: true,
      mask: (title) => mask(title, undefined, queries.map(({ squeezed }) => squeezed)),
    }));
}

// Queries

/** The words of a query; writing without spaces gives pairs of characters. */
const wordsOf = (query) =>
  query.words.flatMap((word) =>
    /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]../u.test(word)
      ? [...word].slice(1).map((character, at) => [...word][at] + character)
      : word,
  );

/** Whether a padded key holds a word; a single letter must begin one. */
const holds = (key, word) => key.includes(word[1] ? word : ` ${word}`);

/** How well a title answers: 1 is equal, 7 all but a short suffix of the query. */
function titleTier(title, query) {
  if (title.squeezed === query.squeezed) return 1;
  if (title.squeezed.startsWith(query.squeezed)) return 2;
  if (title.key.includes(query.key)) return 3;
  if (title.key.includes(query.key.trimEnd())) return 4;
  if (title.squeezed.includes(query.squeezed)) return 5;
  if (query.words.every((word) => holds(title.key, word))) return 6;
  const suffix = query.squeezed.length - title.squeezed.length;
  return title.squeezed[1] && suffix < 5 && query.squeezed.startsWith(title.squeezed) ? 7 : Infinity;
}

/** Ranks from 9 for the entries that hold most of the words; rare ones count more. */
async function rankByWords(index, words, needles, stem = (word) => word) {
  const { entries } = index;
  let tier = 9;
  const counts = entries.map(() => 0);
  const scores = entries.map(() => 0);
  const weigh = (words) =>
    entries.map(({ title, context, text }) => {
      const has = (key) => words.some((word) => holds(key, word));
      return 4 * has(title.key) + 2 * has(context) + has(text.key);
    });
  for (const word of words) {
    let weights = weigh([word]);
    needles.push(word);
    const root = stem(word);
    if (!weights.some(Boolean) && root.length > 2 && root !== word) {
      weights = weigh([root]);
      needles.push(root);
    }
    if (!weights.some(Boolean)) {
      const { spellings, vocabulary } = await index.loadSpelling();
      const others = spellings(vocabulary(index), word);
      needles.push(...others);
      weights = weigh(others);
      tier = 10;
    }
    const rarity = Math.log(1 + weights.length / weights.filter(Boolean).length);
    weights.forEach((weight, row) => {
      if (!weight) return;
      counts[row] += 1;
      scores[row] += weight * rarity;
    });
  }
  const most = Math.max(1, words.length / 2, ...counts);
  const best = Math.max(...scores);
  return scores.map((score, row) =>
    counts[row] < most ? Infinity : tier + 0.9 - (0.9 * score) / best,
  );
}

/**
 * At most 50 of the entries that are accepted, best first; `mask` finds answers in their texts, and
 * `total` says how many there are. `question` is what `search-questions.js` made of the query.
 */
export async function search(index, text, accepts = () => true, question = undefined) {
  const typed = text.trim().slice(0, 200);
  const raw = /[^\p{L}\p{N}\p{M}\s]/u.test(typed) && typed;
  const query = keys(fold(typed));
  const needles = [query.squeezed];
  let ranks = index.entries.map(({ entry, title, text }) => {
    if (raw && entry.title.includes(raw)) return 0;
    const tier = query.squeezed ? titleTier(title, query) : Infinity;
    if (raw && entry.text?.includes(raw)) return Math.min(tier, 7.9);
    return query.squeezed && text.squeezed.includes(query.squeezed) ? Math.min(tier, 8) : tier;
  });
  const improve = (others) => (ranks = ranks.map((rank, row) => Math.min(rank, others[row])));
  const isPhrase = query.words.length > 3 && index.entries.some(
    ({ isProse }, row) => !isProse && ranks[row] === 8,
  );
  if (question && !isPhrase) improve(question.rank(index, needles, { keys, titleTier }));
  if (query.squeezed && Math.min(...ranks) > 7) {
    const { rankByVariants } = await index.loadSpelling();
    improve(rankByVariants(index, query, needles, { keys, titleTier }));
  }
  const words = question && !isPhrase ? keys(fold(question.rest)) : query;
  if (query.squeezed && ranks.filter(isFinite).length < 50) {
    improve(await rankByWords(index, wordsOf(words), needles, question?.stem));
  }
  // Rows come before other text, but for a title that is the query and a phrase of some words. A
  // title that contains the query comes after the rows whose titles do.
  const isLong = !question?.isAsked && query.words.length > 2;
  ranks = ranks.map((rank, row) => {
    if (!index.entries[row].isProse) return rank;
    if (rank <= 1 || (rank === 8 && isLong)) return rank + 0.5;
    return rank <= 3 ? 3 + rank / 10 : rank + 10;
  });
  const length = ({ rank, title, text }) => title.key.length + (rank > 7.8 && text.key.length);
  const results = index.entries
    .map((item, row) => ({ ...item, rank: ranks[row], mask: (text) => mask(text, raw, needles) }))
    .filter(({ rank, entry }) => isFinite(rank) && accepts(entry))
    .sort((one, other) => one.rank - other.rank || length(one) - length(other));
  return Object.assign(results.slice(0, 50), { total: results.length });
}

/** For each unit of a text, 1 where it answers the query. */
function mask(text, raw, [whole, ...others]) {
  const mask = new Uint8Array(text.length);
  const literal = raw ? text.indexOf(raw) : -1;
  if (literal >= 0) return mask.fill(1, literal, literal + raw.length);
  let key = "";
  let offset = 0;
  const starts = [];
  const ends = [];
  for (const character of text) {
    const folded = foldCharacter(character);
    const end = offset + character.length;
    if (!folded && key) ends[key.length - 1] = end;
    for (const unit of squeeze(folded).split("")) {
      starts.push(offset);
      ends.push(end);
      key += unit;
    }
    offset = end;
  }
  const mark = (needle) => {
    for (let at = 0; needle && (at = key.indexOf(needle, at)) >= 0; at += needle.length) {
      mask.fill(1, starts[at], ends[at + needle.length - 1]);
    }
  };
  mark(whole);
  if (!mask.includes(1)) others.filter((needle) => needle[1]).forEach(mark);
  return mask;
}
