// Four things for sections. A section that left the page is followed to where it is now. The sign beside a heading,
// which without scripts leads to the section's permanent address, offers to copy address, Markdown, HTML, the code of a
// frame and the citation. The word "Embed" at a table or a picture, which leads to that code, copies it. And whoever
// prints a page gets its title and address on every sheet. Besides, letters alone do
// nothing, and a button beside code is no navigation.
(() => {
  "use strict";

  // The theme turns pages and opens the search at single letters, which befalls whoever dictates and cannot be switched
  // off. It listens to the window, so it does not hear what goes no further than here.
  addEventListener(
    "keydown",
    (event) => {
      const isSearching = document.getElementById("__search")?.checked;
      const isWriting = event.target.matches?.("input, select, textarea, [contenteditable]");
      if ("p,n.fs/".includes(event.key) && !isSearching && !isWriting) event.stopImmediatePropagation();
    },
    true,
  );

  // What an instrument has set goes into the address. The theme has written the address as it was into the links of the
  // contents, which must not bring it back.
  const keepInAddress = (search) => {
    try {
      history.replaceState(history.state, "", location.pathname + search + location.hash);
    } catch {
      return; // some browsers refuse it on file:// or too often
    }
    for (const link of document.links) {
      const isOfContents = link.hash && !link.getAttribute("href").startsWith("#");
      if (isOfContents && link.host === location.host && link.pathname === location.pathname) link.search = search;
    }
  };
  globalThis.sideBySide = { ...globalThis.sideBySide, keepInAddress };

  const follow = () => {
    const id = location.hash.slice(1); // ids are plain letters, so there is nothing to decode
    const moved = id && document.getElementById(id);
    if (!moved || !moved.matches(".sb-moved")) return;
    const to = new URL(moved.querySelector("a").href);
    to.search = location.search; // how somebody had sorted and filtered a table
    location.replace(to);
  };
  follow();
  window.addEventListener("hashchange", follow);

  // The foot of every sheet says what is printed and where it is from, and addresses of other sites are written out.
  addEventListener("beforeprint", () => {
    const title = document.querySelector(".md-content h1")?.firstChild.textContent.trim();
    const address = document.querySelector("link[rel=canonical]")?.href;
    const foot = JSON.stringify([title, address].filter(Boolean).join(" · "));
    document.documentElement.style.setProperty("--sb-foot", foot);
    for (const link of document.links) link.classList.toggle("sb-here", link.origin === location.origin);
  });

  // The theme shows one of the buttons for its colors, and hides the one that was used: the focus goes to the other.
  const palette = document.querySelector("[data-md-component=palette]");
  palette?.addEventListener("click", ({ target }) => {
    const button = target.closest("button");
    if (!button) return;
    document.getElementById(button.dataset.for).click();
    palette.querySelector("button:not([hidden])")?.focus();
  });

  // The theme puts its button to copy into a navigation without a name, one for each block of code.
  new MutationObserver(() => {
    for (const nav of document.querySelectorAll(".md-code__nav:not([role])")) nav.setAttribute("role", "none");
  }).observe(document.body, { childList: true, subtree: true });

  const menu = document.createElement("div");
  if (!menu.showPopover) return;
  menu.className = "sb-menu md-typeset";
  menu.popover = "auto";
  menu.setAttribute("role", "dialog");
  menu.setAttribute("aria-label", "Link, embed and cite");
  const label = document.createElement("p");
  label.textContent = "Copy";
  menu.append(label);
  const status = document.createElement("p");
  status.setAttribute("role", "status");
  const more = document.createElement("a");
  more.textContent = "BibTeX, RIS and more";
  let copied = {};
  let opener = null;

  // Without the clipboard, as on a page that came without encryption, what is selected is copied: so it has to be seen,
  // and in the menu while that lies above everything else.
  const put = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      const focused = document.activeElement;
      const area = document.createElement("textarea");
      area.className = "sb-copied";
      area.readOnly = true;
      area.value = text;
      (menu.isConnected && menu.matches(":popover-open") ? menu : document.body).append(area);
      area.focus({ preventScroll: true });
      area.select();
      const done = document.activeElement === area && document.execCommand("copy");
      area.remove();
      focused?.focus({ preventScroll: true });
      return done;
    }
  };

  for (const form of ["Short link", "Markdown", "HTML", "Embed", "Citation"]) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = form;
    button.addEventListener("click", async () => {
      const done = await put(copied[form]);
      button.focus();
      status.textContent = done ? `${form} copied` : "This browser does not let a page copy.";
    });
    menu.append(button);
  }
  menu.append(more, status);
  menu.addEventListener("focusout", (event) => {
    if (event.relatedTarget && !menu.contains(event.relatedTarget)) menu.hidePopover();
  });
  menu.addEventListener("toggle", (event) => {
    if (event.newState === "closed" && opener) opener.setAttribute("aria-expanded", "false");
  });

  const signs = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;" };
  const escaped = (text) => text.replace(/[&<>"']/g, (sign) => signs[sign]);

  const offered = () => JSON.parse(document.querySelector("[data-offer]").dataset.offer);

  const frame = ({ id, title, size }, offer) =>
    offer.embed.replace("{}", id).replace("{size}", size).replace("{title}", () => escaped(title));

  const forms = (of, offer) => {
    const { id, title } = of;
    const address = offer.address.replace("{}", id);
    const cited = offer.cite.replace("{title}", () => title).replace("{address}", address);
    return {
      "Short link": address,
      Markdown: `[${title.replace(/[\\[\]*_`<]/g, "\\$&")}](${address})`,
      HTML: `<a href="${address}">${escaped(title)}</a>`,
      Embed: frame(of, offer),
      Citation: cited.replace(/([?!])\./g, "$1"),
    };
  };

  const open = (link) => {
    const offer = offered();
    opener?.setAttribute("aria-expanded", "false");
    opener = link;
    copied = forms(link.dataset, offer);
    more.href = offer.more.replace("{}", link.dataset.id);
    status.textContent = "";
    document.body.append(menu);
    menu.showPopover();
    link.setAttribute("aria-expanded", "true");
    const at = link.getBoundingClientRect();
    const width = document.documentElement.clientWidth;
    const height = document.documentElement.clientHeight;
    menu.style.left = `${Math.max(8, Math.min(at.left, width - menu.offsetWidth - 8))}px`;
    menu.style.top = `${Math.max(8, Math.min(at.bottom + 4, height - menu.offsetHeight - 8))}px`;
    menu.querySelector("button").focus();
  };

  // "Embed" says for a moment that it has copied; where the browser refuses, it leads to the code as without scripts.
  const said = document.createElement("p");
  said.className = "sb-hidden";
  said.setAttribute("role", "status");
  const timers = new WeakMap();
  const copyFrame = async (link) => {
    const sign = link.parentNode.querySelector("a.headerlink[data-id]");
    if (!said.isConnected) document.body.append(said);
    said.textContent = "";
    if (!await put(frame(sign.dataset, offered()))) {
      location.href = link.href;
      return;
    }
    link.textContent = said.textContent = "Code copied";
    clearTimeout(timers.get(link));
    timers.set(link, setTimeout(() => { link.textContent = "Embed"; }, 2000));
  };

  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a.headerlink[data-id], a.sb-embed");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    event.preventDefault();
    event.stopPropagation();
    if (link.matches(".sb-embed")) copyFrame(link);
    else open(link);
  }, true);
})();
