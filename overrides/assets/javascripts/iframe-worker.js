// Between the theme's search and its worker. It asks for what a reader means: without the words that every text has, for
// singular and plural alike, and again with room for a slip where a word is found nowhere. And a page that is opened
// from disk may not start a worker, so there a hidden frame stands in for it: it runs the same script and passes the
// same messages. The offline plugin looks for "iframe-worker" in the name, and else loads a script from another host.
(() => {
  "use strict";

  const QUERY = 2; // kinds of the theme's messages
  const RESULT = 3;

  // The theme looks for everything that begins with a word, so "a" and "is" would find half of all words.
  const COMMON = new Set(
    `a about am an and any are as at be between by can could did do does for from get had has have how i if in into is it its
    me much my of on or our should so some than that the their them there these they this those to us vs was we were
    what when where which who whom whose why will with would you your`.split(/\s+/),
  );
  // Whoever writes these knows what to ask for; a colon after another word, or a dash between two, is no operator.
  const OPERATORS = /["+~^*]|\b(title|text|keywords):|(^|\s)-\w/;
  const LONGEST = 200; // letters that are read of what was typed
  const GUESSED = 24; // letters of a word with a slip, for a longer one would take the search seconds

  // As much of a word as its singular and its plural begin with.
  const stem = (word) => {
    if (word.length > 4 && /(ies|y)$/.test(word)) return word.replace(/(ies|y)$/, "");
    return word.length > 3 && /[^s]s$/.test(word) ? word.slice(0, -1) : word;
  };

  // Everything that begins with the word; and the word itself, which weighs more than what only begins with it.
  const asked = (word) => `${word} ${word}^2`;

  // What to ask for: the words, and for each the one that was typed.
  const first = (typed) => {
    const read = typed.slice(0, LONGEST);
    if (OPERATORS.test(read)) return { text: read, words: new Map() };
    const all = read.toLowerCase().split(/[\s?!,;:]+|-+(?=\s|$)/).filter(Boolean);
    const telling = all.filter((word) => !COMMON.has(word));
    const words = new Map((telling.length ? telling : all).map((word) => [stem(word), word]));
    return { text: [...words.keys()].map(asked).join(" "), words };
  };

  // What to ask for when some words were found nowhere, or null: the same, and these with one letter other than typed,
  // or two in a long word.
  const second = ({ words }, { items }) => {
    const found = (word) => items.some((group) => group.some(({ terms }) => Object.hasOwn(terms, word) && terms[word]));
    const isGuessed = (typed) => typed.length > 3 && typed.length <= GUESSED && !typed.includes("-");
    const unknown = [...words].filter(([word, typed]) => isGuessed(typed) && !found(word));
    if (!unknown.length) return null;
    const slips = new Map(unknown.map(([word, typed]) => [word, `${typed}~${typed.length < 8 ? 1 : 2}^2`]));
    return {
      text: [...words.keys()].map((word) => slips.get(word) ?? asked(word)).join(" "),
      words,
      slips: new Set(unknown.map(([, typed]) => typed)),
    };
  };

  // A result says which words it lacks: as they were typed, and none for which something like it was found. Of what was
  // found by its keywords alone, its first paragraph is shown and not all of them.
  const said = ({ words, slips }, { items, ...more }) => ({
    ...more,
    items: items.map((group) => group.map((item) => {
      const terms = Object.entries(item.terms).map(([word, has]) => [has ? word : words.get(word) ?? word, has]);
      const text = item.text.includes("<mark") ? item.text : item.text.replace(/(<\/p>).*$/s, "$1");
      return { ...item, text, terms: Object.fromEntries(terms.filter(([word, has]) => has || !slips?.has(word))) };
    })),
  });

  globalThis.sideBySide = { ...globalThis.sideBySide, searching: { first, second, said } };
  if (!globalThis.document) return;

  class Frame extends EventTarget {
    constructor(address) {
      super();
      const frame = document.createElement("iframe");
      frame.hidden = true;
      frame.title = "search";
      this.ready = new Promise((resolve, reject) => {
        frame.onload = () => {
          frame.onload = null;
          const inside = frame.contentWindow;
          inside.postMessage = (data) => this.dispatchEvent(new MessageEvent("message", { data }));
          const script = inside.document.createElement("script");
          script.src = address;
          script.onload = () => resolve(inside);
          script.onerror = reject;
          inside.document.body.append(script);
        };
      });
      this.frame = frame;
      document.body.append(frame);
    }

    postMessage(data) {
      this.ready.then((inside) => inside.dispatchEvent(new inside.MessageEvent("message", { data })));
    }

    terminate() {
      this.frame.remove();
    }
  }

  // The theme asks for the index at once. It gets it when somebody opens the search; from disk it waits by itself.
  const opened = new Promise((resolve) => {
    const toggle = document.getElementById("__search");
    if (toggle.checked) resolve();
    else toggle.addEventListener("change", resolve, { once: true });
  });
  const { open, send } = XMLHttpRequest.prototype;
  Object.assign(XMLHttpRequest.prototype, {
    open(method, address, ...more) {
      this.isIndex = /\/search_index\.json$/.test(address);
      open.call(this, method, address, ...more);
    },
    send(...body) {
      if (this.isIndex) opened.then(() => send.apply(this, body));
      else send.apply(this, body);
    },
  });

  const Inner = location.protocol === "file:" ? Frame : window.Worker;
  window.Worker = class extends EventTarget {
    constructor(address) {
      super();
      this.asked = []; // what the worker has not answered yet; it answers in order
      this.address = address;
    }

    // Begun when it gets the index.
    get inner() {
      const inner = new Inner(this.address);
      inner.addEventListener("message", ({ data }) => this.answer(data));
      Object.defineProperty(this, "inner", { value: inner });
      return inner;
    }

    ask(query) {
      this.asked.push(query);
      this.inner.postMessage({ type: QUERY, data: query.text });
    }

    postMessage(message) {
      if (message.type === QUERY) this.ask(first(message.data));
      else this.inner.postMessage(message);
    }

    answer(message) {
      const query = message.type === RESULT && this.asked.shift();
      if (!query) return this.pass(message);
      if (this.asked.length) return; // somebody typed on
      const again = !query.before && second(query, message.data);
      if (again) return this.ask({ ...again, before: said(query, message.data) });
      const answer = said(query, message.data);
      this.pass({ type: RESULT, data: answer.items.length ? answer : query.before ?? answer });
    }

    pass(data) {
      this.dispatchEvent(new MessageEvent("message", { data }));
    }

    terminate() {
      this.inner.terminate();
    }
  };
})();
