// Nothing in the text of a page needs the theme's script: it brings the search, the choice between light and dark, the
// mark in the contents, buttons to copy. So a page is there without it, and it is loaded as soon as somebody does
// something, or at once if the address asks for something.
(() => {
  "use strict";

  const SIGNS = ["pointermove", "pointerdown", "touchstart", "wheel", "scroll", "keydown", "focusin"];
  const HOW = { capture: true, passive: true };
  const late = document.currentScript.dataset.late.split(" ");

  const run = (address) =>
    new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = address;
      script.onload = resolve;
      script.onerror = reject;
      document.body.append(script);
    });

  let chosen = null; // light or dark, before the theme could notice
  const note = ({ target }) => {
    chosen = target;
  };

  const load = async () => {
    for (const each of SIGNS) removeEventListener(each, load, HOW);
    for (const address of late) await run(address);
    document.dispatchEvent(new Event("DOMContentLoaded")); // the theme begins with it, and it was over
    removeEventListener("change", note);
    // What began it is done again for the theme: a choice, a field that somebody is in. No key does anything by itself.
    if (chosen?.name === "__palette") chosen.dispatchEvent(new Event("change"));
    const field = document.activeElement;
    if (field?.matches(".md-search__input")) field.dispatchEvent(new FocusEvent("focus"));
  };

  addEventListener("change", note);
  for (const each of SIGNS) addEventListener(each, load, HOW);
  if (location.search || location.hash) load();
})();
