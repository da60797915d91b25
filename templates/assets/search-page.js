// The search page: its list of results, and the choices of a party and of a letter, which are kept
// in its address with the query.

/**
 * Connects the page.
 *
 * @param form the choices.
 * @param changed what is called when one of them changes.
 * @returns `accepts`, which tells whether an entry is wanted and is missing where all are, and
 *     `done`, which follows an answer that is shown.
 */
export function connectPage(form, parties, changed) {
  const { party, letter } = form.elements;
  const asked = new URLSearchParams(location.search);
  party.append(...parties.map(({ id, name }) => new Option(name, id)));
  for (const choice of [party, letter]) {
    const value = asked.get(choice.name) ?? "";
    choice.value = choice === letter ? value.toUpperCase() : value;
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
    done(query, results, address) {
      for (const { name, value } of [party, letter]) {
        if (value) address.searchParams.set(name, value);
      }
      history.replaceState(null, "", address);
    },
  };
}
