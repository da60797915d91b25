// The list of keyboard shortcuts, which the first page of a language has: other pages take it from there.

let finding;

/** The list, adopted from the first page unless this is it. */
async function find(home) {
  const own = document.getElementById("_shortcuts");
  if (own) return own;
  const response = await fetch(new URL(home, document.baseURI));
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const list = page.getElementById("_shortcuts");
  return list && document.body.appendChild(document.importNode(list, true));
}

/** Connects a list once. */
async function prepare(home) {
  const dialog = await find(home);
  dialog?.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });
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
