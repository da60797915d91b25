// Other spellings, for a query that no title answers and for a word that no entry holds.

const particles =
  /(?<=..)(에서|에게|께서|한테|부터|까지|보다|처럼|으로|라고|은|는|이|가|을|를|의|에|로|와|과|도|만|나)+$/;

/** A word without its Korean particles. */
const stem = (word) => word.normalize("NFC").replace(particles, "").normalize("NFKD");

/** A key in which umlauts and their spelling with `e` are one. */
const reduce = (key) => key.replace(/([aou])e/g, "$1");

/** Ranks from 7.1 for the entries whose titles answer another spelling of a query. */
export function rankByVariants({ entries }, query, needles, { keys, titleTier }) {
  const variants = [stem, reduce].map((rewrite) => keys(query.words.map(rewrite).join(" ")));
  needles.push(...variants.map((variant) => variant.squeezed));
  return entries.map(({ title }) => {
    title.reduced ??= keys(title.words.map(reduce).join(" "));
    const tiers = variants.flatMap((variant) =>
      [title, title.reduced].map((title) => titleTier(title, variant)),
    );
    return 7 + Math.min(...tiers) / 10;
  });
}

/** All words of an index. */
export function vocabulary(index) {
  index.vocabulary ??= new Set(
    index.entries.flatMap(({ title, text }) => [...title.words, ...text.words]),
  );
  return index.vocabulary;
}

/** One letter too many, too few, wrong, or two swapped. */
function withinOneEdit(one, other) {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  const [a, b] = [one.slice(at), other.slice(at)];
  if (a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2)) return true;
  return a.slice(1) === b.slice(1) || a.slice(1) === b || a === b.slice(1);
}

/** What a word that a vocabulary does not hold may stand for. */
export function spellings(vocabulary, word) {
  const { length } = word;
  const ends = (known) =>
    [length - 1, length, length + 1].flatMap((end) => [known.slice(0, end), known.slice(-end)]);
  const close = (known) =>
    length > 4 && known[3] && ends(known).some((end) => withinOneEdit(word, end));
  return [stem(word), reduce(word), ...[...vocabulary].filter(close)];
}
