// The list of keyboard shortcuts, which the first page of a language has: other pages take it from there.

let finding;

/** The list's template, taken from the first page unless this is it. */
async function template(home) {
  const own = document.getElementById("_shortcuts");
  if (own) return own;
  const response = await fetch(new URL(home, document.baseURI));
  return new DOMParser().parseFromString(await response.text(), "text/html").getElementById("_shortcuts");
}

/** Makes the dialog once. */
async function prepare(home) {
  const source = await template(home);
  if (!source) return undefined;
  const dialog = document.createElement("dialog");
  dialog.className = "shortcuts";
  dialog.setAttribute("aria-labelledby", "_shortcuts-title");
  dialog.append(document.importNode(source.content, true));
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog || event.target.closest("[data-close]")) dialog.close();
  });
  document.body.append(dialog);
  return dialog;
}

/** Opens the list, or closes it. */
export async function toggle(home) {
  finding ??= prepare(home);
  const dialog = await finding;
  if (!dialog) finding = undefined;
  else if (dialog.open) dialog.close();
  else dialog.showModal();
}
