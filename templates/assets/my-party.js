// The reader's own party, remembered in this browser when the reader says so: the party's page keeps
// it, the first page greets with it.

const key = `rolebook-party:${new URL("..", import.meta.url).pathname}`;

function stored() {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function store(party) {
  try {
    if (party) localStorage.setItem(key, party);
    else localStorage.removeItem(key);
  } catch {
    // A browser that keeps nothing forgets it with the page.
  }
}

for (const button of document.querySelectorAll("button[data-my-party]")) {
  const { myParty } = button.dataset;
  const mark = (isMine) => button.setAttribute("aria-pressed", isMine);
  mark(stored() === myParty);
  button.addEventListener("click", () => {
    const isMine = button.getAttribute("aria-pressed") !== "true";
    store(isMine ? myParty : null);
    mark(isMine);
  });
}

const greeting = document.querySelector("[data-my-party-greeting]");
const card = [...document.querySelectorAll("[data-party-card]")]
  .find(({ dataset }) => dataset.partyCard === stored());
if (greeting && card) {
  const link = card.querySelector("a").cloneNode(true);
  const counts = document.createElement("span");
  counts.className = "counts";
  counts.append(...card.querySelector(".counts").cloneNode(true).childNodes);
  greeting.append(link, " ", counts);
  greeting.hidden = false;
}
