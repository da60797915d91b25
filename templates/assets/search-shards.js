// Search in a large guide: the head says which shards hold a query's words, the shards which
// entries hold them, and the entries of the likeliest documents are then searched as a small
// guide's are.

const withoutSpaces =
  /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\u{20000}-\u{323af}]/u;

/** The words of a key; writing without spaces gives each pair of neighbours. */
function tokens(key) {
  return key.split(" ").flatMap((word) => {
    const letters = [...word];
    if (!letters[1] || !withoutSpaces.test(word)) return word || [];
    return letters.slice(1).map((letter, at) => letters[at] + letter);
  });
}

/** Rising numbers from their differences in base 36. */
function numbers(list) {
  let last = 0;
  return list ? list.split(",").map((step) => (last += parseInt(step, 36))) : [];
}

/**
 * Opens a split index.
 *
 * @param head its head, as fetched from `url`.
 * @param tools what `search-matching.js` does with a whole index, and `loadSpelling`.
 * @returns an object whose `find` answers a query.
 */
export function open(head, url, { fold, createIndex, search, loadSpelling }) {
  const files = new Map();
  const words = head.title_words.split(" ");
  const firstEntry = [0];
  for (const count of head.entry_counts) firstEntry.push(firstEntry.at(-1) + count);

  const file = (path) => {
    if (!files.has(path)) {
      const answer = fetch(new URL(path, url)).then((response) =>
        response.ok ? response.json() : Promise.reject(response),
      );
      answer.catch(() => files.delete(path));
      files.set(path, answer);
    }
    return files.get(path);
  };

  /** The place of the last number or text in a rising list that is not beyond another. */
  const placeIn = (list, sought) => {
    let [low, high] = [0, list.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (list[middle] <= sought) low = middle;
      else high = middle;
    }
    return low;
  };
  const shardOf = (token) => placeIn(head.token_shards, token);
  const shard = (number) => file(`tokens/${number}.json`);

  /** The lists of tokens that begin with a word, and of title words that hold it elsewhere. */
  const lists = async (word) => {
    const [first, last] = [shardOf(word), shardOf(`${word}\uffff`)];
    const inner = word[1]
      ? words.filter((known) => known.indexOf(word) > 0).sort((a, b) => a.length - b.length)
      : [];
    const numbers = new Set(inner.slice(0, 12).map(shardOf).slice(0, 4));
    for (let number = first; number <= Math.min(last, first + 2); number += 1) numbers.add(number);
    const shards = await Promise.all([...numbers].map(shard));
    const found = [];
    const known = [];
    for (const tokens of shards) {
      for (const [token, list] of Object.entries(tokens)) {
        known.push(token);
        const at = token.indexOf(word);
        if (at === 0 || (at > 0 && inner.includes(token))) {
          found.push({ list, closeness: token === word ? 3 : at ? 1 : 2 });
        }
      }
    }
    return { found, known };
  };

  /** What a word says of entries, by their number; nothing where every text holds it. */
  const weights = async (word, stem) => {
    let { found, known } = await lists(word);
    const root = stem?.(word) ?? word;
    if (!found.length && root !== word && root.length > 2) ({ found, known } = await lists(root));
    if (!found.length) {
      const { spellings } = await loadSpelling();
      const others = spellings(new Set([...words, ...known]), word).slice(0, 6);
      found = (await Promise.all(others.map(lists))).flatMap(({ found }) => found);
    }
    const weights = new Map();
    let isCommon = false;
    const raise = (entry, weight) => weights.set(entry, Math.max(weight, weights.get(entry) ?? 0));
    for (const { list, closeness } of found) {
      const [titles, texts] = list.split(";");
      for (const entry of numbers(titles)) raise(entry, 4 + closeness * 2);
      if (texts === "*") isCommon = true;
      else for (const entry of numbers(texts)) raise(entry, closeness);
    }
    return { weights, isCommon };
  };

  /** Whether an entry is a row; the others, whose titles answer only as a whole, come before. */
  const isRow = (entry) => {
    const document = placeIn(firstEntry, entry);
    return entry - firstEntry[document] >= head.prose_counts[document];
  };

  /** Documents by how well one of their entries answers, best first. */
  const rank = async (query, stem) => {
    const wanted = tokens(query);
    const held = await Promise.all(wanted.map((word) => weights(word, stem)));
    const scores = new Map();
    for (const { weights, isCommon } of held) {
      const rarity = Math.log(1 + firstEntry.at(-1) / weights.size);
      for (const [entry, weight] of weights) {
        const score = scores.get(entry) ?? { count: 0, inTitle: 0, sum: 0 };
        score.count += isCommon ? 0.5 : 1;
        score.inTitle += weight > 4;
        score.sum += weight * rarity;
        scores.set(entry, score);
      }
    }
    const value = ([entry, { count, inTitle, sum }]) => {
      const length = parseInt(head.title_lengths[entry], 36) || 1;
      const isFit = inTitle === wanted.length && (length === inTitle || isRow(entry));
      const fit = isFit ? 1000 / (1 + Math.abs(length - inTitle)) : 0;
      return count * 100 + fit + sum;
    };
    const best = [...scores].map((score) => [score[0], value(score)]).sort((a, b) => b[1] - a[1]);
    const documents = [...new Set(best.slice(0, 400).map(([entry]) => placeIn(firstEntry, entry)))];
    const total = [...scores.values()].filter(({ count }) => count >= wanted.length).length;
    return { documents, total };
  };

  /** The entries of some documents as an index of their own. */
  const part = async (numbers) => {
    const parts = await Promise.all(numbers.map((number) => file(`entries/${number}.json`)));
    const entries = parts.flatMap(({ entries }, document) =>
      entries.map((entry) => ({ ...entry, document })),
    );
    const documents = parts.flatMap(({ documents }) => documents);
    return createIndex({ parties: head.parties, documents, entries }, loadSpelling);
  };

  /** Whether a result is a title with the query in it or a text with the phrase. */
  const isSure = (rank) => rank <= 5.05 || (rank > 7 && rank < 7.3) || rank === 8;

  /** Searches more documents as long as none is sure to be what is sought. */
  const find = async (text, accepts, question) => {
    const { isAsked, rest, stem } = question ?? {};
    const queries = [isAsked ? rest : fold(text.slice(0, 200))];
    if (isAsked) queries.push(fold(text.slice(0, 200)));
    const [first, second] = await Promise.all(queries.map((query) => rank(query, stem)));
    const ranked = [...new Set([...first.documents.slice(0, 6), ...(second?.documents.slice(0, 4) ?? []),
      ...first.documents])];
    let results = [];
    for (const count of accepts ? [24, 96] : [8, 24]) {
      const index = await part(ranked.slice(0, count));
      results = await search(index, text, accepts, question);
      const isEnough = isSure(results[0]?.rank) && (!accepts || results[49]);
      if (isEnough || ranked.length <= count) break;
    }
    const total = Math.max(results.total, accepts ? 0 : first.total);
    return Object.assign(results, { total, isAtLeast: ranked.length > 8 || total > results.length });
  };
  return { find };
}
