/// The allowed parts of a page, as a script that judges pages after a browser has parsed them.
enum MarkupRules {
  /// Fetches the pages at the given paths, parses them without running anything, and returns what
  /// is wrong with them.
  static let script = """
    const elements = new Set(`a abbr article aside b bdi bdo body br button caption cite code col colgroup
      data dd del details dfn div dl dt em fieldset footer form h1 h2 h3 h4 h5 h6 head header hr html
      i img input ins kbd label legend li link main mark meta meter nav noscript ol option p pre q s samp
      script section select small span strong sub summary sup table tbody tfoot td template th thead
      time title tr u ul var wbr svg path rect circle defs pattern g text blockquote`.split(/\\s+/));
    const addresses = ['href', 'src', 'action', 'formaction', 'data', 'poster', 'cite', 'srcset',
      'ping', 'background', 'xlink:href', 'srcdoc', 'style', 'http-equiv', 'is', 'formmethod'];
    const loaded = new Set(['src', 'action']);
    const found = [];
    for (const path of arguments[0]) {
      const answer = await fetch(path);
      if (!answer.ok) found.push(`${path}: ${answer.status}`);
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const roots = [page, ...[...page.querySelectorAll('template')].map((it) => it.content)];
      for (const element of roots.flatMap((root) => [...root.querySelectorAll('*')])) {
        const complain = (what) => found.push(`${path}: ${what} ${element.outerHTML.slice(0, 150)}`);
        if (!elements.has(element.localName)) complain('element');
        const place = (name) => URL.parse(element.getAttribute(name), new URL(path, location.href));
        if (element.localName === 'script' && (element.textContent ||
          place('src')?.origin !== location.origin ||
          !/^\\/assets\\/[\\w.-]+$/.test(place('src').pathname))) complain('script');
        if (element.localName === 'link' &&
          ![location.origin, 'https://intranet.example'].includes(place('href')?.origin)) {
          complain('link');
        }
        for (const { name, value } of element.attributes) {
          if (name.startsWith('on')) complain(name);
          if (!addresses.includes(name)) continue;
          if (name !== 'href' && !loaded.has(name)) { complain(name); continue; }
          const url = place(name);
          // A browser can go nowhere with a link that is not an address.
          if (!url && !loaded.has(name)) continue;
          if (!url) { complain(name); continue; }
          if (!['http:', 'https:', 'mailto:', 'tel:'].includes(url.protocol)) complain(name);
          if (loaded.has(name) && url.origin !== location.origin) complain(name);
          if (/^[\\\\/][\\\\/]/.test(value.replace(/[\\t\\n\\r]/g, ''))) complain(name);
        }
      }
    }
    return found;
    """
}
