// The reader's choice of light or dark, applied before anything is shown; this browser keeps it.

(() => {
  const root = document.documentElement;
  const key = `rolebook-theme:${new URL("..", document.currentScript.src).pathname}`;
  const apply = (theme) => {
    if (["light", "dark"].includes(theme)) root.dataset.theme = theme;
    else delete root.dataset.theme;
  };
  try {
    apply(localStorage.getItem(key));
  } catch {
    // A browser that keeps nothing shows pages as the system does.
  }
  document.addEventListener("theme-chosen", ({ detail }) => {
    apply(detail);
    try {
      if (detail) localStorage.setItem(key, detail);
      else localStorage.removeItem(key);
    } catch {
      // The choice lasts as long as the page.
    }
  });
})();
