// Tells the page around the frame how high what is in it is: nothing else is sent, so any page may hear it. Nothing is
// said before a chart stands, or words in its place: until then the frame keeps the height that it was given.
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
