// Words of the page with something filled in, as the pages' own words are made: numbers in the
// language's digits and groups, the form that a number asks for, and each value with its direction
// kept to itself.

const { lang, dir } = document.documentElement;
const words = document.body.dataset;
const plurals = new Intl.PluralRules(lang);
const [four = "1,234", eight = "12,345,678"] = (words.numbers ?? "").split(" ").filter(Boolean);
const separator = eight.match(/\p{Nd}(\P{Nd}+)\p{Nd}/u)?.[1] ?? "";
const sizes = separator ? eight.split(separator).map((group) => [...group].length) : [8];
const [last, next = 3] = [sizes.at(-1), sizes.length > 2 ? sizes.at(-2) : sizes.at(-1)];
const zero = four.codePointAt(0) - 1;

/** A whole number as the language writes it. */
export function number(value) {
  const digits = [...String(value)];
  const isGrouped = digits.length > 4 || /\P{Nd}/u.test(four);
  return digits
    .map((digit, at) => {
      const left = digits.length - at - 1;
      const ends = isGrouped && left >= last && (left - last) % next === 0;
      return String.fromCodePoint(zero + Number(digit)) + (ends ? separator : "");
    })
    .join("");
}

const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
const marks = /[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/;

/** A text between isolates if its direction could change the order of what surrounds it. */
export function isolated(text) {
  const letters = text.match(/\p{Alphabetic}/gu) ?? [];
  const strays = letters.some((letter) => rightToLeft.test(letter) !== (dir === "rtl"));
  return strays || marks.test(text) ? `\u2068${text}\u2069` : text;
}

/** A word with its placeholders filled. */
export function fill(word, values) {
  return word.replace(/\{(\w+)\}/g, (whole, name) =>
    name in values ? isolated(String(values[name])) : whole);
}

/** A word in the form that a number asks for; each of several forms has its category before it. */
export function counted(word, count, values = {}) {
  const forms = new Map(
    word.split("\n").map((line) => [line.slice(0, line.indexOf(" ")), line.slice(line.indexOf(" ") + 1)]),
  );
  const form = forms.has("other") ? (forms.get(plurals.select(count)) ?? forms.get("other")) : word;
  return fill(form, { count: number(count), ...values });
}

/** A label with its value. */
export const labeled = (label, value) => fill(words.labelValue ?? "{label}: {value}", { label, value });

/** A text with a note in parentheses. */
export const noted = (text, note) => fill(words.parenthesis ?? "{text} ({note})", { text, note });

/** Texts one after another. */
export const list = (texts) => texts.map(isolated).join(words.listSeparator ?? ", ");
