// Two things for sections. A section that left the page is followed to where it is now. And the sign beside a heading,
// which without scripts leads to the section's permanent address, offers to copy address, Markdown, HTML and citation.
(() => {
  "use strict";

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

  const menu = document.createElement("div");
  if (!menu.showPopover) return;
  menu.className = "sb-menu md-typeset";
  menu.popover = "auto";
  menu.setAttribute("role", "dialog");
  menu.setAttribute("aria-label", "Link and cite");
  const label = document.createElement("p");
  label.textContent = "Copy";
  menu.append(label);
  const status = document.createElement("p");
  status.setAttribute("role", "status");
  const more = document.createElement("a");
  more.textContent = "BibTeX, RIS and more";
  let copied = {};
  let opener = null;

  const put = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      const area = document.createElement("textarea");
      area.value = text;
      menu.append(area);
      area.select();
      const done = document.execCommand("copy");
      area.remove();
      return done;
    }
    return true;
  };

  for (const form of ["Short link", "Markdown", "HTML", "Citation"]) {
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

  const forms = (id, title, offer) => {
    const address = offer.address.replace("{}", id);
    const cited = offer.cite.replace("{title}", () => title).replace("{address}", address);
    return {
      "Short link": address,
      Markdown: `[${title.replace(/[\\[\]*_`<]/g, "\\$&")}](${address})`,
      HTML: `<a href="${address}">${escaped(title)}</a>`,
      Citation: cited.replace(/([?!])\./g, "$1"),
    };
  };

  const open = (link) => {
    const offer = JSON.parse(document.querySelector("[data-offer]").dataset.offer);
    opener?.setAttribute("aria-expanded", "false");
    opener = link;
    copied = forms(link.dataset.id, link.dataset.title, offer);
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

  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a.headerlink[data-id]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    event.preventDefault();
    event.stopPropagation();
    open(link);
  }, true);
})();
