// What Streamlit leaves unsaid: the page's language, which of the links is this page, and other words than its own.
// Runs at each run of a page, in place of `settings`: {lang, at, pages, words}.
(({ lang, at, pages, words }) => {
  document.documentElement.lang = lang;
  document.dispatchEvent(new Event("ds-page")); // the run before this one looks no more
  const whole = new Map(Object.entries(words).filter(([english]) => !english.includes("{}")));
  const begun = Object.entries(words).filter(([english]) => english.includes("{}"))
    .map(([english, ours]) => [english.split("{}")[0], ours]);

  const said = (text) => {
    const start = begun.find(([english]) => text.startsWith(english));
    return whole.get(text) ?? (start && start[1].replace("{}", () => text.slice(start[0].length)));
  };

  function dress() {
    const list = document.querySelector(".st-key-pages");
    if (list && !list.role) {
      list.role = "navigation";
      list.ariaLabel = pages;
    }
    list?.querySelectorAll("a").forEach((link, place) => {
      const current = place === at;
      if (current === (link.ariaCurrent === "page")) return;
      link.ariaCurrent = current ? "page" : null;
      // On a phone the links are a strip.
      if (current) list.scrollLeft += link.getBoundingClientRect().left - list.getBoundingClientRect().left - 48;
    });
    for (const node of document.querySelectorAll("[aria-label], input[placeholder]")) {
      for (const name of ["aria-label", "placeholder"]) {
        const ours = node.hasAttribute(name) && said(node.getAttribute(name));
        if (ours) node.setAttribute(name, ours);
      }
    }
    for (const node of document.querySelectorAll(".st-key-data-head [data-testid=stMarkdown]")) node.ariaLive = "polite";
    // The link past the head; what is told when the server is gone.
    for (const node of document.querySelectorAll("[data-testid=stSkipToContent], [role=dialog] *")) {
      const [text, ...more] = node.childNodes;
      const ours = text?.nodeType === Node.TEXT_NODE && !more.length && said(text.data);
      if (ours) text.data = ours;
    }
  }

  let waiting = false;
  const seen = new MutationObserver(() => {
    if (waiting) return;
    waiting = true;
    setTimeout(() => { waiting = false; dress(); }, 200);
  });
  seen.observe(document.body, { childList: true, subtree: true, attributeFilter: ["aria-label", "placeholder"] });
  document.addEventListener("ds-page", () => seen.disconnect(), { once: true });
  dress();
})(settings);
