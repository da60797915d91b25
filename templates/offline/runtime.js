// What takes the place of modules and of requests in a site that is opened from a disk, where browsers
// allow neither: modules are functions by name, and files are scripts that hand over their text.

(() => {
  if (window.rolebook) return;
  const folder = new URL(".", document.currentScript.src);
  const makers = new Map();
  const modules = new Map();
  const files = new Map();

  /** The exports of a module, which is run the first time. */
  const load = (name) => {
    if (!modules.has(name)) {
      const exported = {};
      modules.set(name, exported);
      makers.get(name)(exported, ...scope(name));
    }
    return modules.get(name);
  };

  /** A file of the site, from a script beside it. */
  const file = (url) => {
    const address = new URL(url, document.baseURI);
    address.search = "";
    address.hash = "";
    if (!files.has(address.href)) {
      const entry = {};
      entry.answer = new Promise((resolve, reject) => {
        const script = document.createElement("script");
        script.src = `${address.href}.js`;
        script.onload = () => (entry.text === undefined ? script.onerror() : resolve(entry.text));
        script.onerror = () => {
          files.delete(address.href);
          reject(new TypeError(`no file at ${address.href}`));
        };
        document.head.append(script);
        script.addEventListener("load", () => script.remove());
      });
      files.set(address.href, entry);
    }
    return files.get(address.href);
  };

  /** What a module has besides what every script has: facts of itself, other modules, requests. */
  const scope = (name) => [
    { url: new URL(name, folder).href },
    async (other) => load(other),
    async (url) => {
      const text = await file(url).answer;
      return { ok: true, status: 200, json: async () => JSON.parse(text), text: async () => text };
    },
    // A request that does not wait has only what has come already.
    class {
      open(_, url) {
        this.entry = file(url);
      }

      send() {
        this.status = this.entry.text === undefined ? 0 : 200;
        this.responseText = this.entry.text ?? "";
      }
    },
  ];

  window.rolebook = {
    define: (name, maker) => makers.has(name) || makers.set(name, maker),
    load,
    /** The text of the file that the running script stands for, and files that will be asked for. */
    file: (text, next = []) => {
      const source = document.currentScript.src;
      const address = source.slice(0, -".js".length);
      if (!files.has(address)) files.set(address, {});
      const entry = files.get(address);
      entry.text = text;
      entry.answer ??= Promise.resolve(text);
      for (const other of next) file(new URL(other, address)).answer.catch(() => {});
    },
  };
})();
