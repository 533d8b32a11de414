// Controls of comparison tables: find by name, filter, sort; what is set stands in the address. Everything is made from
// the table itself, so that without this script there is the whole table and nothing that does not work. If anything
// goes wrong, the controls go and the whole table stays.
(() => {
  "use strict";

  const PAUSE = 400; // while somebody types, nothing is announced

  const made = (tag, attributes = {}, ...children) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(...children);
    return element;
  };

  const words = (element) => element.textContent.replace(/\s+/g, " ").trim();

  const listed = (text) => (text ? text.split(" ") : []);

  // A row is its own line and those that follow it, up to the next row.
  const rowsOf = (table) => {
    const rows = [];
    for (const body of table.tBodies) {
      const head = body.querySelector(".sb-group");
      for (const line of body.rows) {
        const { row, name, kinds, clear, values } = line.dataset;
        if (row) {
          rows.push({
            name,
            group: body.dataset.group,
            kinds: listed(kinds),
            clear: listed(clear),
            values: listed(values),
            body,
            label: head ? words(head) : "",
            lines: [],
          });
        }
        if (line !== head) rows.at(-1).lines.push(line);
      }
    }
    return rows;
  };

  const start = (table, logic) => {
    const id = table.id;
    const bodies = [...table.tBodies];
    const rows = rowsOf(table);
    const heads = [...table.querySelectorAll("th[data-column]")];
    const columns = heads.map((head) => head.dataset.column);
    const kinds = Object.entries(JSON.parse(table.dataset.kinds));
    const groups = new Map(rows.map((row) => [row.group, row.label]));
    const known = { sort: columns, group: [...groups.keys()], kind: kinds.map(([kind]) => kind) };
    let state = logic.nothing();
    let inOrder = true; // as the page has it, so that a table nobody has asked for anything is not touched
    let soon = 0;

    // The controls, each with its label.

    const labeled = (label, control) => made("label", {}, made("span", {}, label), control);
    const choice = (options) => {
      const select = made("select", { autocomplete: "off" });
      for (const [value, label] of options) select.append(made("option", { value }, label));
      return select;
    };
    const find = made("input", { type: "search", autocomplete: "off", spellcheck: "false" });
    const group = choice([["", "all groups"], ...groups]);
    const kind = choice([["", "all kinds"], ...kinds]);
    const sort = choice([["", "the table’s order"], ...heads.map((head) => [head.dataset.column, head.dataset.words])]);
    const box = () => made("input", { type: "checkbox" });
    const clear = box();
    const reverse = box();
    const reversed = made("label", { class: "sb-check" }, reverse, " in reverse");
    const status = made("p", { role: "status" });
    const reset = made("button", { type: "button" }, "Reset");
    const controls = made(
      "details",
      { class: "sb-controls sb-fold" },
      made("summary", {}, "Choose and sort the rows"),
      made(
        "div",
        { class: "sb-asking" },
        labeled("Find by name", find),
        ...(groups.size > 1 ? [labeled("Group", group)] : []),
        ...(kinds.length > 1 ? [labeled("Kind of evidence", kind)] : []),
        labeled("Sort by", sort),
      ),
      made(
        "div",
        { class: "sb-checks" },
        made("label", { class: "sb-check" }, clear, " only where the roles differ"),
        reversed,
        status,
        reset,
      ),
    );
    controls.open = "many" in table.dataset;

    const buttons = heads.map((head) => {
      // Two heads can have the same name, so each has its words besides.
      const button = made("button", { type: "button", class: "sb-sort", title: head.dataset.words });
      button.append(...head.childNodes);
      head.append(button);
      return button;
    });
    const sorted = made("tbody", { class: "sb-sorted" });
    sorted.hidden = true;
    table.append(sorted);

    // What the table shows.

    const show = () => {
      const found = logic.answer(rows, state, columns);
      const there = new Set(found);
      sorted.hidden = !state.sort;
      for (const row of rows) for (const line of row.lines) line.hidden = !there.has(row);
      if (state.sort) {
        label();
        for (const row of found) sorted.append(...row.lines);
      } else if (!inOrder) {
        for (const row of rows) row.body.append(...row.lines);
      }
      inOrder = !state.sort;
      for (const body of bodies) body.hidden = state.sort || !found.some((row) => row.body === body);
      for (const head of heads) head.setAttribute("aria-sort", order(head.dataset.column));
      say(found);
    };

    // Away from its group, a row says which one that is.
    const label = () => {
      if (groups.size < 2 || table.querySelector(".sb-in")) return;
      for (const row of rows) {
        const head = row.lines[0].cells[0];
        head.insertBefore(made("span", { class: "sb-base sb-in" }, row.label), head.querySelector(".sb-base, .sb-note"));
      }
    };

    const order = (column) => {
      if (column !== state.sort) return "none";
      return (column === logic.NAME) !== state.reverse ? "ascending" : "descending";
    };

    const say = (found) => {
      const column = columns.indexOf(state.sort);
      const said = [found.length < rows.length ? `${found.length} of ${rows.length} rows` : `${rows.length} rows`];
      if (state.sort) {
        const first = { ascending: "smallest first", descending: "largest first" }[order(state.sort)];
        const name = state.reverse ? "from Z to A" : "from A to Z";
        said.push(`sorted by ${heads[column].dataset.words}`, column ? first : name);
        if (column && logic.apart(found, column)) said.push("each kind of number by itself");
      }
      const none = "No row has all of this. Ask for less, or reset.";
      const text = found.length ? said.join(", ") : none;
      clearTimeout(soon);
      if (status.textContent !== text) soon = setTimeout(() => (status.textContent = text), status.textContent ? PAUSE : 0);
      const asked = logic.write(state) !== "";
      reset.hidden = !asked;
      controls.classList.toggle("sb-asked", asked);
      if (asked) controls.open = true; // else nothing would say what the table leaves out
      reversed.hidden = !state.sort;
    };

    const fill = () => {
      find.value = state.find;
      group.value = state.group;
      kind.value = state.kind;
      sort.value = state.sort;
      clear.checked = state.clear;
      reverse.checked = state.reverse;
    };

    const remember = () =>
      globalThis.sideBySide.keepInAddress?.(logic.replace(location.search, id, logic.write(state)));

    // Nothing is hidden by a mistake of ours: the table is put back as it was.
    const giveUp = (error) => {
      console.warn("The table cannot be sorted and filtered.", error);
      controls.remove();
      sorted.remove();
      heads.forEach((head, at) => {
        head.removeAttribute("aria-sort");
        buttons[at].replaceWith(...buttons[at].childNodes);
      });
      for (const row of rows) {
        row.body.append(...row.lines);
        for (const each of [row.body, ...row.lines]) each.removeAttribute("hidden");
        for (const each of row.lines) each.querySelector(".sb-in")?.remove();
      }
      removeEventListener("popstate", restore);
    };

    const carefully = (act) => (event) => {
      try {
        act(event);
      } catch (error) {
        giveUp(error);
      }
    };

    const change = (more) => {
      state = { ...state, ...more };
      if (!state.sort) state.reverse = false;
      fill();
      show();
      remember();
    };

    const restore = carefully(() => {
      if (!table.isConnected) {
        removeEventListener("popstate", restore);
        return;
      }
      state = logic.parse(logic.read(location.search, id), known);
      fill();
      show();
    });

    find.addEventListener("input", carefully(() => change({ find: find.value })));
    group.addEventListener("change", carefully(() => change({ group: group.value })));
    kind.addEventListener("change", carefully(() => change({ kind: kind.value })));
    sort.addEventListener("change", carefully(() => change({ sort: sort.value, reverse: false })));
    clear.addEventListener("change", carefully(() => change({ clear: clear.checked })));
    reverse.addEventListener("change", carefully(() => change({ reverse: reverse.checked })));
    reset.addEventListener(
      "click",
      carefully(() => {
        change(logic.nothing());
        find.focus(); // the button is gone
      }),
    );
    buttons.forEach((button, at) => {
      const column = columns[at];
      button.addEventListener(
        "click",
        carefully(() => change({ sort: column, reverse: state.sort === column && !state.reverse })),
      );
    });
    addEventListener("popstate", restore);

    // On paper the page says what its rows were chosen by.
    const unfold = () => {
      if (!table.isConnected) removeEventListener("beforeprint", unfold);
      else if (logic.write(state)) controls.open = true;
    };
    addEventListener("beforeprint", unfold);

    try {
      table.before(controls);
      restore();
      const fit = () => {
        // On a phone the heads are not seen, so nobody should come to them by keyboard; the select does the same.
        const seen = getComputedStyle(table).display === "table";
        for (const button of buttons) button.tabIndex = seen ? 0 : -1;
        // Whoever follows a link to the table sees the controls above it, too.
        const above = table.getBoundingClientRect().top - controls.getBoundingClientRect().top;
        table.style.scrollMarginTop = `calc(3rem + ${Math.round(above)}px)`;
      };
      new ResizeObserver(carefully(fit)).observe(table); // which also calls it for the first time, after the layout
      if (location.hash === `#${id}`) {
        fit();
        table.scrollIntoView();
      }
    } catch (error) {
      giveUp(error);
    }
  };

  const begin = () => {
    for (const table of document.querySelectorAll("table[data-scripts~='table-controls']:not([data-ready])")) {
      table.dataset.ready = "";
      try {
        start(table, globalThis.sideBySide.tables);
      } catch (error) {
        console.warn("The table cannot be sorted and filtered.", error);
      }
    }
  };

  // Where the theme changes the page without loading it anew, it inserts all scripts at once, and they run in the order in
  // which they arrive: the logic may come last.
  if (globalThis.sideBySide?.tables) begin();
  else document.addEventListener("sb-tables", begin, { once: true });
})();
