// Printing: the button that prints the page. On paper stand also the day, the page's address, and the caveats that the
// screen opens at a click.
{
  addEventListener("click", (click) => click.target.closest?.("[data-print]") && print());

  const opened = [];

  addEventListener("beforeprint", () => {
    for (const place of document.querySelectorAll("[data-printed-on]")) {
      const [locale, month] = place.dataset.printedOn.split(" ");
      place.querySelector("time").textContent = new Date().toLocaleDateString(locale, { day: "numeric", month, year: "numeric" });
      const address = location.href.replace(/%2[CF]/g, decodeURIComponent);
      Object.assign(place.querySelector("a"), { href: address, textContent: address });
    }
    for (const one of document.querySelectorAll("td details:not([open]), .ds-sources:not([open])")) {
      one.open = true;
      opened.push(one);
    }
  });
  addEventListener("afterprint", () => opened.splice(0).forEach((one) => (one.open = false)));
}
