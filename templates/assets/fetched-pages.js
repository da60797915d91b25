// Pages of this site that a panel reads, each fetched once.

const pages = new Map();

/** The document of a page. */
export function page(url) {
  const address = new URL(url);
  address.hash = "";
  const { href } = address;
  if (!pages.has(href)) pages.set(href, fetchPage(href));
  return pages.get(href);
}

async function fetchPage(href) {
  try {
    const response = await fetch(href);
    if (!response.ok) throw new Error(`${response.status} ${href}`);
    return new DOMParser().parseFromString(await response.text(), "text/html");
  } catch (error) {
    pages.delete(href);
    throw error;
  }
}

/** The row of a document's table that a link leads to. */
export async function documentRow(url) {
  const row = (await page(url)).getElementById(fragment(url));
  if (!row?.cells) throw new Error(`no row at ${url}`);
  return row;
}

/** The id that an address leads to. */
export function fragment(url) {
  return decodeURIComponent(new URL(url).hash.slice(1));
}
