// The language chooser: sends a returning reader, or one whose browser names a
// language that the guide has, on to that language. `?choose` shows the list.

const cookieName = "rolebook_locale";

/** The offered tag that fits the reader's list best: exact, else the longest shared prefix. */
function bestLocale(offered, wanted) {
  for (const tag of wanted) {
    const subtags = tag.toLowerCase().split("-");
    for (let length = subtags.length; length > 0; length -= 1) {
      const prefix = `${subtags.slice(0, length).join("-")}-`;
      const match = offered.find(
        (candidate) => `${candidate.toLowerCase()}-`.startsWith(prefix) && sameScript(candidate, tag),
      );
      if (match) return match;
    }
  }
  return undefined;
}

/** Traditional and simplified Chinese do not stand in for one another. */
function sameScript(one, other) {
  return new Intl.Locale(one).maximize().script === new Intl.Locale(other).maximize().script;
}

function storedLocale() {
  const cookie = document.cookie.split("; ").find((pair) => pair.startsWith(`${cookieName}=`));
  return cookie?.slice(cookieName.length + 1);
}

/** Remembers the choice for a year where the web server sees it too, for this site alone. */
function remember(tag) {
  const path = new URL("..", import.meta.url).pathname;
  document.cookie = `${cookieName}=${tag}; path=${path}; max-age=31536000; samesite=lax`;
}

const links = new Map();
for (const link of document.querySelectorAll("a[data-locale]")) {
  links.set(link.dataset.locale, link);
  link.addEventListener("click", () => remember(link.dataset.locale));
}

if (!new URLSearchParams(location.search).has("choose")) {
  const stored = storedLocale();
  const tag = links.has(stored) ? stored : bestLocale([...links.keys()], navigator.languages ?? []);
  if (tag) location.replace(links.get(tag).href);
}
