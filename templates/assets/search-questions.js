// What a question asks for: its words without those that only ask, and words in other inflections
// than a title has them, by light stems of the page's language.

/** Endings that a language's words take, the long ones first. */
const endings = {
  en: "ations ation ments ment ings ing ities ity ions ion ers ors ies er or ed es al s e y",
  de: "ierungen ierung ungen ung innen ieren igen enden ern ers end en er es em et te st e n s",
  fr:
    "issements issement ations ation ements ement antes ante ants ant eurs euses eur euse ments ment " +
    "ions ion ables able ees ies ee es er ez ir re s x e",
  sv:
    "eringarna eringar eringen ering ningarna ningar ningen ning arna erna orna aren erar era ande " +
    "ar er or en et na at as a e s n t",
  es: "aciones acion amientos amiento mente adores ador ando iendo ar er ir os as es a o e s",
  it: "azioni azione amenti amento mente atori atore ando endo are ere ire i e o a",
  pt: "acoes acao amentos amento mente adores ador ando ar er ir os as es a o e s",
  nl: "eringen ering ingen ing elijk eren en er es s e t",
  ar: "ات ون ين ان يه ه ي",
};
const stemLengths = { ar: 3, en: 3, sv: 3 };
const prefixes = { ar: ["وال", "بال", "لل", "ال"] };

/** A folded word without its inflection. */
export function stem(word, language) {
  const least = stemLengths[language] ?? 4;
  let root = word;
  const prefix = prefixes[language]?.find((it) => root.startsWith(it));
  if (prefix && root.length - prefix.length >= least) root = root.slice(prefix.length);
  const list = (endings[language] ?? "").split(" ");
  const ending = list.find((it) => it && root.endsWith(it) && root.length - it.length >= least);
  if (ending) root = root.slice(0, -ending.length);
  if (language === "en" || language === "sv") {
    if (root.length > 4 && root.at(-1) === root.at(-2) && !/[ls]$/.test(root)) root = root.slice(0, -1);
    if (root.length > least) root = root.replace(/[eiy]$/, "");
  }
  return root;
}

const spaceless = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}]/u;

/** The words of a list; one that ends with a star stands for all that begin with it. */
function readList(list, fold) {
  const words = list.split(/[\s,]+/).filter(Boolean);
  const whole = new Set(words.filter((it) => !it.endsWith("*")).map(fold));
  const starts = words.filter((it) => it.endsWith("*")).map((it) => fold(it.slice(0, -1)));
  const spans = words.map((it) => fold(it.replace("*", ""))).filter((it) => spaceless.test(it));
  spans.sort((one, other) => other.length - one.length);
  return { spans, has: (word) => whole.has(word) || starts.some((it) => word.startsWith(it)) };
}

/**
 * Reads the words that a language sets aside: those that ask before the bar, those that only join
 * words behind it.
 *
 * @returns a function that says of a query what it asks for; nothing where no word is left.
 */
export function createQuestions({ setAside, letters }, language, fold) {
  const [asking, joining = ""] = setAside.split("|");
  const [asks, joins] = [asking, joining].map((list) => readList(list, fold));

  return (text) => {
    const typed = text.trim().slice(0, 200);
    const isQuoted = /["“”„«»「」]/.test(typed);
    let key = fold(typed);
    if (isQuoted || !key) return undefined;
    let isAsked = false;
    const without = (spans) => {
      for (const span of spans) {
        if (!key.includes(span) || key.replaceAll(span, "").trim() === "") continue;
        isAsked = true;
        key = key.replaceAll(span, " ").replace(/ +/g, " ").trim();
      }
    };
    without(asks.spans);
    if (isAsked) without(joins.spans);
    let words = key.split(" ");
    const [first] = typed.split(/\s+/);
    if (words.length > 1 && letters.includes(first)) {
      isAsked = true;
      words = words.slice(1);
    }
    const rest = words.filter((word) => !asks.has(word));
    isAsked ||= rest.length < words.length;
    const kept = isAsked ? rest.filter((word) => !joins.has(word)) : words;
    const left = kept[0] ? kept : rest[0] ? rest : words;
    /** Whether a title is in the question as a whole, with words that elsewhere only ask. */
    const contains = (title) =>
      isAsked && title.words[1] && ` ${fold(typed)} `.includes(title.key)
      && kept.every((word) => title.words.includes(word));
    return {
      rest: left.join(" "), isAsked, stem: (word) => stem(word, language),
      rank: rankBy(left, isAsked, language, contains),
    };
  };
}

/** Ranks entries by the words that are left of a question, as they are or in another inflection. */
function rankBy(words, isAsked, language, contains) {
  const stems = words.map((word) => stem(word, language));
  return ({ entries }, needles, { keys, titleTier }) => {
    const query = keys(words.join(" "));
    const least = stemLengths[language] ?? 4;
    if (isAsked) needles.push(query.squeezed, ...words);
    needles.push(...stems.filter((it) => it.length >= least));
    return entries.map(({ title, text }) => {
      if (contains(title)) return 1.04;
      const tier = isAsked ? titleTier(title, query) : Infinity;
      if (tier <= 7) return tier + 0.05;
      title.stems ??= title.words.map((word) => stem(word, language));
      if (stems.every((it) => title.stems.includes(it))) {
        return 7.01 + 0.03 * (title.words.length - stems.length > 0);
      }
      const isLong = (it) => it.length >= least;
      if (stems.every((it) => isLong(it) && title.stems.some((known) => known.startsWith(it)))) return 7.2;
      if (stems.every((it) => it.length > 4 && title.squeezed.includes(it))) return 7.4;
      if (isAsked && text.squeezed.includes(query.squeezed)) return 7.95;
      return Infinity;
    });
  };
}
