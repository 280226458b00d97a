// Put into every page before its own scripts: at each frame it looks at the bars and words of all Plotly charts, shadow
// roots included, and of doisanh's answer, and keeps when each chart was first there and when it last changed, by the page's own clock.
(() => {
  const roots = [document];
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (how) {
    const root = attach.call(this, how);
    roots.push(root);
    return root;
  };
  const charts = new Map(); // element → {first, last, state}
  let asked = 0; // when what was asked for last was asked for
  let saved = null;
  let changed = 0;
  let stopped = false;
  addEventListener("click", (event) => { if (event.isTrusted) asked = event.timeStamp; }, true);
  const click = HTMLAnchorElement.prototype.click;
  HTMLAnchorElement.prototype.click = function () {
    if (this.download) saved = performance.now();
    return click.call(this);
  };

  function state(chart) {
    if (chart.matches(".ds-answer")) return chart.textContent;
    let said = "";
    for (const path of chart.querySelectorAll(".bars .point path")) said += path.getAttribute("d");
    for (const svg of chart.querySelectorAll(".main-svg")) said += svg.textContent;
    return said;
  }

  const found = () => roots.flatMap((root) => [...root.querySelectorAll(".js-plotly-plot, .ds-answer:not([hidden])")]);

  function look() {
    const now = performance.now();
    const here = found();
    for (const chart of here) {
      const is = state(chart);
      const known = charts.get(chart);
      if (known?.state === is || (!known && !is)) continue;
      charts.set(chart, { first: known?.first ?? now, last: now, state: is });
      changed = now;
    }
    for (const chart of charts.keys()) if (!chart.isConnected && charts.delete(chart)) changed = now;
    if (!stopped) requestAnimationFrame(look);
  }
  requestAnimationFrame(look);

  const seen = (chart) => {
    const { top, bottom, width } = chart.getBoundingClientRect();
    return width > 0 && bottom > 0 && top < innerHeight;
  };
  const latest = (values) => (values.length ? Math.max(...values) : null);

  window.benchmark = {
    /** Whether at least `count` charts are there and none has changed for so long. */
    rests: (count, milliseconds) =>
      charts.size >= count && changed > asked && performance.now() - changed > milliseconds,
    /** Milliseconds from the navigation. */
    visit() {
      const all = [...charts.values()].map(({ first }) => first);
      const onScreen = [...charts].filter(([chart]) => seen(chart)).map(([, { first }]) => first);
      return { first: all.length ? Math.min(...all) : null, screen: latest(onScreen), last: latest(all), count: all.length };
    },
    /** Milliseconds from the click to the last change of a chart on the screen. */
    change() {
      const on = [...charts].filter(([chart, { last }]) => seen(chart) && last > asked).map(([, { last }]) => last);
      return on.length ? latest(on) - asked : null;
    },
    /** Presses what saves a file. */
    save(button) {
      saved = null;
      asked = performance.now();
      button.click();
    },
    /** Looks no more: of a page that is only there, the clock itself would be what keeps the machine busy. */
    stop: () => (stopped = true),
    /** Milliseconds until the file was handed over; null until then. */
    saved: () => saved && saved - asked,
  };
})();
