// Adds what Streamlit has no option for: the page's language, aria-current on the link to this page, and our words for
// Streamlit's own. It is part of the index page (index_page.py), since Streamlit runs no script of an element. The header of
// each page (components/header.py) holds the settings: {lang, at, pages, words, ahead}.
{
  let settingsText, pages, at, exact, patterns;

  function read() {
    const page = document.querySelector("[data-page]")?.dataset.page;
    if (!page || page === settingsText) return;
    const settings = JSON.parse((settingsText = page));
    ({ pages, at } = settings);
    const words = Object.entries(settings.words);
    exact = new Map(words.filter(([english]) => !english.includes("{}")));
    patterns = words.filter(([english]) => english.includes("{}")).map(([english, ours]) => [english.split("{}")[0], ours]);
    document.documentElement.lang = settings.lang;
    if (settings.ahead) { // load plotly.js while the server prepares the charts
      const [module, plotly] = settings.ahead;
      import(new URL(module, document.baseURI)).then((drawing) => drawing.loadPlotly(plotly)).catch(() => {});
    }
    dress();
  }

  // Scrolls to the address's #anchor, which was not there yet when the browser looked for it.
  let arrived;
  function scrollToAnchor() {
    const there = document.querySelector("[data-arrive]");
    if (there && there !== arrived) {
      setTimeout(() => location.hash && document.getElementById(location.hash.slice(1))?.scrollIntoView(), 300);
    }
    arrived = there;
  }

  const translated = (text) => {
    const start = patterns.find(([english]) => text.startsWith(english));
    return exact.get(text) ?? (start && start[1].replace("{}", () => text.slice(start[0].length)));
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
      // On a phone the links are one strip that scrolls.
      if (current) list.scrollLeft += link.getBoundingClientRect().left - list.getBoundingClientRect().left - 48;
    });
    for (const node of document.querySelectorAll("[aria-label], input[placeholder]")) {
      for (const name of ["aria-label", "placeholder"]) {
        const ours = node.hasAttribute(name) && translated(node.getAttribute(name));
        if (ours) node.setAttribute(name, ours);
      }
    }
    for (const node of document.querySelectorAll(".st-key-data-head [data-testid=stMarkdown]")) node.ariaLive = "polite";
    // The skip link, and the dialog about a lost connection.
    for (const node of document.querySelectorAll("[data-testid=stSkipToContent], [role=dialog] *")) {
      const [text, ...more] = node.childNodes;
      const ours = text?.nodeType === Node.TEXT_NODE && !more.length && translated(text.data);
      if (ours) text.data = ours;
    }
  }

  // Streamlit's own leads to all that is below it, the links of the head again included.
  document.addEventListener("click", (event) => {
    const content = event.target.closest?.("[data-testid=stSkipToContent]") && document.querySelector(".stApp .ds-board");
    if (!content) return;
    event.preventDefault();
    event.stopPropagation();
    content.tabIndex = -1;
    content.focus();
  }, true);

  let waiting = false;
  new MutationObserver(() => {
    read();
    if (waiting || !settingsText) return;
    waiting = true;
    setTimeout(() => { waiting = false; dress(); scrollToAnchor(); }, 200);
  }).observe(document, {
    childList: true, subtree: true, attributeFilter: ["aria-label", "placeholder", "data-page"],
  });
}
