// On the page for addresses that do not exist: the addresses that are most like the one that was asked for. The list of
// all is fetched there and nowhere else.
(() => {
  "use strict";

  const LEAST = 0.5; // less alike is no help
  const LONGEST = 80; // letters that are compared; an address of ours has fewer

  // How many letters have to be changed, added, left out or swapped to make one word of the other.
  const distance = (one, other) => {
    let [before, last] = [[], Array.from({ length: other.length + 1 }, (_, place) => place)];
    for (let i = 1; i <= one.length; i++) {
      const now = [i];
      for (let j = 1; j <= other.length; j++) {
        const same = one[i - 1] === other[j - 1];
        now[j] = Math.min(now[j - 1] + 1, last[j] + 1, last[j - 1] + (same ? 0 : 1));
        const isSwapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
        if (isSwapped) now[j] = Math.min(now[j], before[j - 2] + 1);
      }
      [before, last] = [last, now];
    }
    return last[other.length];
  };

  // From 0 to 1, how much two words are alike letter by letter.
  const spelled = (one, other) => 1 - distance(one, other) / Math.max(one.length, other.length, 1);

  // From 0 to 1, how much two names are alike: as they are spelled, or by their words in whatever order.
  const alike = (one, other) => {
    const [words, others] = [one.split("-"), other.split("-")];
    const best = (word, among) => Math.max(...among.map((each) => spelled(word, each)));
    const mean = (some, among) => some.reduce((sum, word) => sum + best(word, among), 0) / some.length;
    return Math.max(spelled(one, other), 0.9 * Math.min(mean(words, others), mean(others, words)));
  };

  // The parts of an address below the site's root, without what stands for a file of a folder.
  const parts = (path) => {
    let read = path;
    try {
      read = decodeURIComponent(path);
    } catch {
      // a stray percent sign, which is compared as it is
    }
    return read.toLowerCase().replace(/(\/index)?\.(html?|md)$/, "").split("/").filter(Boolean)
      .map((part) => part.replace(/[\s_]+/g, "-").slice(0, LONGEST));
  };

  // Of `places`, [address, title] each, those whose addresses are most like a path below the root; the first one first.
  const nearest = (path, places, most = 5) => {
    const asked = parts(path);
    const name = asked.at(-1);
    if (!name) return [];
    const scored = places.map(([address, title], order) => {
      const its = parts(address);
      const isSameFolder = its.slice(0, -1).join("/") === asked.slice(0, -1).join("/");
      return { address, title, order, score: alike(name, its.at(-1) ?? "") + (isSameFolder ? 0.05 : 0) };
    });
    return scored.filter(({ score }) => score >= LEAST)
      .sort((one, other) => other.score - one.score || one.order - other.order)
      .slice(0, most).map(({ address, title }) => [address, title]);
  };

  globalThis.sideBySide = { ...globalThis.sideBySide, notFound: { nearest, parts } };
  const shown = globalThis.document?.querySelector(".sb-nearest");
  if (!shown) return;

  const { list, root } = shown.dataset;
  const base = new URL(root, location).pathname;
  const path = location.pathname.startsWith(base) ? location.pathname.slice(base.length) : location.pathname;
  const words = parts(path).at(-1)?.replaceAll("-", " ");
  if (!words) return;
  const search = shown.querySelector("p:last-child a");
  search.textContent = `Search for “${words}”`;
  search.search = `?q=${encodeURIComponent(words)}`;
  shown.hidden = false;
  fetch(list).then((answer) => answer.json()).then((places) => {
    const found = nearest(path, places);
    if (!found.length) return;
    shown.querySelector("p").textContent = "The nearest that there is:";
    shown.querySelector("ul").append(...found.map(([address, title]) => {
      const item = document.createElement("li");
      const link = document.createElement("a");
      link.href = base + address;
      link.textContent = title;
      item.append(link);
      return item;
    }));
  }).catch(() => {}); // without the list the links above are there
})();
