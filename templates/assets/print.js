// The day on the page to print, if the build did not say one: that on which it is opened. It is on the
// cover and, through the root's attribute, on the edge of each sheet.

const root = document.documentElement;
const place = document.querySelector(".book-date");
if (place && !root.dataset.printDate) {
  const style = { dateStyle: "long", calendar: "gregory" };
  if (/[0-9]/.test(document.body.dataset.numbers)) style.numberingSystem = "latn";
  place.textContent = new Intl.DateTimeFormat(root.lang, style).format(new Date());
  place.hidden = false;
  root.dataset.printDate = place.textContent;
}
