// The choices of a party and of a letter on the search page, with their state in the address.

/**
 * Connects the choices.
 *
 * @param changed what is called when one of them changes.
 * @returns `accepts`, which tells whether an entry is wanted and is missing where all are, and
 *     `write`, which puts the choices into an address.
 */
export function connectFilter(form, parties, changed) {
  const { party, letter } = form.elements;
  const asked = new URLSearchParams(location.search);
  party.append(...parties.map(({ id, name }) => new Option(name, id)));
  for (const choice of [party, letter]) {
    choice.value = asked.get(choice.name) ?? "";
    if (choice.selectedIndex < 0) choice.value = "";
  }
  form.addEventListener("change", changed);
  form.addEventListener("submit", (event) => event.preventDefault());
  const accepts = ({ letters = {} }) => {
    const held = party.value ? (letters[party.value] ?? "") : Object.values(letters).join("");
    return letter.value ? held.includes(letter.value) : held !== "";
  };
  return {
    get accepts() {
      return party.value || letter.value ? accepts : undefined;
    },
    write(parameters) {
      for (const { name, value } of [party, letter]) {
        if (value) parameters.set(name, value);
      }
    },
  };
}
