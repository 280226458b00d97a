// What Streamlit leaves unsaid: the page's language, which of the links is this page, and other words than its own.
// A part of the first page (shell.py): what the server sends later are no scripts. Each page's head holds its settings
// (views/top.py): {lang, at, pages, words, ahead}.
{
  let told, pages, at, whole, begun;

  function read() {
    const page = document.querySelector("[data-page]")?.dataset.page;
    if (!page || page === told) return;
    const settings = JSON.parse((told = page));
    ({ pages, at } = settings);
    const words = Object.entries(settings.words);
    whole = new Map(words.filter(([english]) => !english.includes("{}")));
    begun = words.filter(([english]) => english.includes("{}")).map(([english, ours]) => [english.split("{}")[0], ours]);
    document.documentElement.lang = settings.lang;
    if (settings.ahead) { // plotly.js, while the server still prepares the charts
      const [module, plotly] = settings.ahead;
      import(new URL(module, document.baseURI)).then((drawing) => drawing.loadPlotly(plotly)).catch(() => {});
    }
    dress();
  }

  // When the browser looked for what the address leads to, it was not yet there.
  let arrived;
  function arrive() {
    const there = document.querySelector("[data-arrive]");
    if (there && there !== arrived) {
      setTimeout(() => location.hash && document.getElementById(location.hash.slice(1))?.scrollIntoView(), 300);
    }
    arrived = there;
  }

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
  new MutationObserver(() => {
    read();
    if (waiting || !told) return;
    waiting = true;
    setTimeout(() => { waiting = false; dress(); arrive(); }, 200);
  }).observe(document, {
    childList: true, subtree: true, attributeFilter: ["aria-label", "placeholder", "data-page"],
  });
}
