// Sends the height of an embedded chart to the page around the frame, and nothing else: any page may read that. It sends
// nothing before a chart, or a message in its place, is shown: until then the frame keeps the height it was given.
if (window.parent !== window) {
  const block = () => document.querySelector('[data-testid="stMainBlockContainer"]');
  const stands = () => document.querySelector('.ds-board[data-state], [data-testid="stAlert"]');
  const told = new ResizeObserver(() => {
    const { paddingTop, paddingBottom } = getComputedStyle(block());
    const height = Math.ceil(block().firstElementChild.offsetHeight + parseFloat(paddingTop) + parseFloat(paddingBottom));
    window.parent.postMessage({ type: "doisanh:height", height }, "*");
  });
  new MutationObserver((_, waiting) => {
    if (!block()?.firstElementChild || !stands()) return;
    waiting.disconnect();
    told.observe(block().firstElementChild);
  }).observe(document, { childList: true, subtree: true, attributes: true, attributeFilter: ["data-state"] });
}
