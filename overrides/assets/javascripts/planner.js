// The planner on the page: reads the list that stands there, and keeps a plan of what is not ticked. If anything of it
// fails, the list is shown as it is without scripts.
(() => {
  "use strict";

  let logic = null;
  const STORE = "sb-planner";
  const SHOWN = 12;
  const PAUSE = 700; // until the count is said aloud, in milliseconds

  const stored = {
    get: () => {
      try {
        return localStorage.getItem(STORE) ?? "";
      } catch {
        return "";
      }
    },
    set: (text) => {
      try {
        if (text) localStorage.setItem(STORE, text);
        else localStorage.removeItem(STORE);
      } catch {
        // A browser that stores nothing still has the address.
      }
    },
  };

  const show = (search) => globalThis.sideBySide.keepInAddress?.(search);

  const make = (tag, props = {}, ...children) => {
    const made = Object.assign(document.createElement(tag), props);
    made.append(...children);
    return made;
  };

  const start = (root) => {
    const part = (name) => root.querySelector(`[data-plan="${name}"]`);
    const field = (name) => root.querySelector(`[name="${name}"]`);
    const text = (node, selector) => node.querySelector(selector).textContent.trim();
    const box = (node) => node.querySelector("input[type=checkbox]");
    const roles = [...field("to").options].map((option) => option.value);
    const pattern = root.dataset.address;
    const bands = {};
    for (const item of root.querySelectorAll("[data-band]")) {
      bands[item.dataset.band] = text(item, "strong").replace(/\.$/, "");
    }

    const byRole = (node, selector, value) =>
      Object.fromEntries([...node.querySelectorAll(selector)].map((each) => [each.dataset.role, value(each)]));
    const sharesOf = (node) =>
      [...node.querySelectorAll(".sb-plan-share")].map((share) => ({
        kind: share.dataset.kind,
        label: text(share, "a"),
        by: byRole(share, "[data-role]", (each) => each.querySelector("data").value),
      }));
    const skills = [...root.querySelectorAll("[data-skill]")].map((node) => {
      const learn = [...node.querySelectorAll(".sb-plan-learn a")].map((link) => ({
        title: link.textContent,
        address: link.href,
        hours: link.dataset.hours ? Number(link.dataset.hours) : null,
      }));
      const known = learn.filter((each) => each.hours !== null);
      return {
        node,
        learn,
        id: node.dataset.skill,
        name: text(node, ".sb-plan-head .sb-plan-name"),
        places: logic.places(node.dataset.places),
        levelBy: byRole(node, ".sb-plan-level", (each) => text(each, ".sb-plan-word")),
        hours: known.length ? known.reduce((sum, each) => sum + each.hours, 0) : null,
        read: [...node.querySelectorAll(".sb-plan-read a")].map((link) => ({
          title: link.title,
          address: pattern.replace("{}", link.dataset.id),
        })),
        tools: [...node.querySelectorAll("[data-tool]")].map((tool) => ({
          node: tool,
          id: tool.dataset.tool,
          name: text(tool, ".sb-plan-name"),
          places: logic.places(tool.dataset.places),
          shareBy: sharesOf(tool),
        })),
      };
    });
    const tools = skills.flatMap((skill) => skill.tools);

    const today = logic.dayOf(new Date());
    const defaults = { from: roles[0], to: roles.at(-1), can: [], use: [] };
    const known = {
      roles,
      skills: skills.map((skill) => skill.id),
      tools: tools.map((tool) => tool.id),
      defaults: { ...defaults, hours: 6, weeks: 2, start: logic.nextMonday(today) },
    };
    let state = logic.parse(location.search, known) ?? logic.parse(stored.get(), known) ?? known.defaults;
    let whole = false; // whether all steps are shown
    let made = { steps: [], count: {} };
    let soon = 0;

    const fill = () => {
      field("from").value = state.from;
      field("to").value = state.to;
      for (const name of ["hours", "weeks", "start"]) field(name).value = state[name];
      for (const skill of skills) box(skill.node).checked = state.can.includes(skill.id);
      for (const tool of tools) box(tool.node).checked = state.use.includes(tool.id);
    };

    const read = () => {
      const names = ["from", "to", "hours", "weeks", "start"];
      const typed = names.map((name) => [name, field(name).value || (name === "from" ? "none" : "")]);
      return {
        ...logic.parse(new URLSearchParams(typed).toString(), known),
        can: skills.filter((skill) => box(skill.node).checked).map((skill) => skill.id),
        use: tools.filter((tool) => box(tool.node).checked).map((tool) => tool.id),
      };
    };

    const option = (id) => field("to").options[roles.indexOf(id)];
    const isCompared = () => state.from && state.from !== state.to;
    const title = () =>
      isCompared() ? `From ${option(state.from).text} to ${option(state.to).text}` : `Plan for a ${option(state.to).text}`;

    const step = (each) => {
      const name = make("p", { className: "sb-plan-step" }, make("strong", { textContent: each.skill.name }));
      const asked = each.skill.node.querySelector(".sb-plan-levels").cloneNode(true);
      for (const level of asked.querySelectorAll(".sb-plan-level")) {
        level.hidden = level.dataset.role !== state.to && level.dataset.role !== state.from;
      }
      if (each.lacks) name.append(" ", asked);
      else name.append(" ", make("span", { className: "sb-plan-unclear", textContent: "only tools are left" }));
      const item = make("li", {}, name);
      if (each.tools.length) {
        const list = make("ul", { className: "sb-plan-tools" });
        for (const tool of each.tools) {
          const shares = tool.node.querySelector(".sb-plan-shares").cloneNode(true);
          list.append(make("li", {}, make("span", { className: "sb-plan-name", textContent: tool.name }), " ", shares));
        }
        item.append(list);
      }
      item.append(each.skill.node.querySelector(".sb-plan-more").cloneNode(true));
      return item;
    };

    const list = (steps) => {
      const parts = [];
      let band = "";
      for (const [index, each] of steps.entries()) {
        if (each.place.band !== band) {
          band = each.place.band;
          parts.push(make("p", { className: "sb-plan-band", textContent: bands[band] }), make("ol", { start: index + 1 }));
        }
        parts.at(-1).append(step(each));
      }
      part("steps").replaceChildren(...parts);
    };

    const shown = () => (whole ? made.steps : made.steps.slice(0, SHOWN));

    const draw = () => {
      made = logic.plan(skills, state, roles);
      const chosen = logic.planOf(state, roles);
      for (const skill of skills) {
        const asked = skill.tools.filter((tool) => tool.places[chosen]);
        const own = Boolean(skill.places[chosen]);
        skill.node.hidden = !own && !asked.length;
        skill.node.classList.toggle("sb-plan-given", !own);
        box(skill.node).disabled = !own;
        for (const tool of skill.tools) tool.node.hidden = !tool.places[chosen];
        if (skill.tools.length) skill.tools[0].node.parentNode.hidden = !asked.length; // a list of nothing is none
        for (const level of skill.node.querySelectorAll(".sb-plan-level")) level.hidden = level.dataset.role !== state.to;
      }
      for (const group of root.querySelectorAll(".sb-plan-group")) {
        group.hidden = !group.querySelector("[data-skill]:not([hidden])");
      }
      list(shown());
      part("title").textContent = title();
      const rest = made.steps.length - SHOWN;
      const button = part("all");
      button.hidden = rest <= 0;
      button.setAttribute("aria-expanded", String(whole));
      button.textContent = whole ? `Show only the first ${SHOWN}` : `Show all ${made.steps.length} steps`;
      clearTimeout(soon);
      for (const each of root.querySelectorAll("[data-take]")) each.disabled = !made.steps.length;
      const said = logic.summary(made);
      if (part("count").textContent === said) return;
      if (part("count").textContent) soon = setTimeout(() => (part("count").textContent = said), PAUSE);
      else part("count").textContent = said;
    };

    const view = () => {
      const both = (by) => ({ to: by[state.to] ?? "", from: isCompared() ? (by[state.from] ?? "") : "" });
      const shares = (tool) => tool.shareBy.map(({ by, ...share }) => ({ ...share, ...both(by) }));
      const dress = (each) => ({
        ...each,
        skill: { ...each.skill, levels: both(each.skill.levelBy) },
        tools: each.tools.map((tool) => ({ ...tool, shares: shares(tool) })),
      });
      return {
        title: title(),
        order: "In the order in which adverts and levels put it, which is not an order of learning.",
        made: today,
        hours: state.hours,
        address: root.dataset.home,
        roles: { to: option(state.to).dataset.plural, from: isCompared() ? option(state.from).dataset.plural : "" },
        bands,
        steps: logic.schedule(made.steps, state).map(dress),
      };
    };

    const uid = () => {
      const bytes = crypto.getRandomValues(new Uint8Array(16));
      bytes[6] = (bytes[6] & 15) | 64; // version 4 of RFC 9562: of chance
      bytes[8] = (bytes[8] & 63) | 128;
      const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
      return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
    };

    const take = {
      md: () => ["text/markdown", logic.markdown(view())],
      csv: () => ["text/csv", logic.csv(view())],
      ics: () => ["text/calendar", logic.calendar(view(), new Date().toISOString().replace(/[-:]|\.\d+/g, ""), uid)],
    };

    const save = (form) => {
      const [type, content] = take[form]();
      const address = URL.createObjectURL(new Blob([content], { type: `${type};charset=utf-8` }));
      const link = make("a", { href: address, download: `plan.${form}` });
      link.hidden = true;
      root.append(link);
      link.click();
      link.remove();
      setTimeout(() => URL.revokeObjectURL(address), 10000);
    };

    // On paper nobody can ask for the rest of the steps.
    const unfold = () => {
      if (root.isConnected) list(made.steps);
      else removeEventListener("beforeprint", unfold);
    };
    const fold = () => {
      if (root.isConnected) list(shown());
      else removeEventListener("afterprint", fold);
    };

    const print = () => {
      const page = document.documentElement;
      page.classList.add("sb-plan-alone");
      window.addEventListener("afterprint", () => page.classList.remove("sb-plan-alone"), { once: true });
      window.print();
    };

    // An error leaves the list as it is without scripts.
    const safely = (work) => (event) => {
      try {
        work(event);
      } catch (error) {
        turn(false);
        throw error;
      }
    };

    const turn = (on) => {
      root.classList.toggle("sb-planner-on", on);
      for (const name of ["choices", "ticks", "plan"]) part(name).hidden = !on;
      part("plain").hidden = on;
      if (on) return;
      for (const node of root.querySelectorAll(".sb-plan-groups [hidden]")) node.hidden = false;
      for (const skill of skills) box(skill.node).disabled = false;
    };

    const changed = () => {
      state = read();
      for (const name of ["hours", "weeks", "start"]) field(name).value = state[name]; // what is no such number is not kept
      draw();
      const search = logic.format(state, known, location.search);
      show(search);
      stored.set(logic.format(state, known));
    };

    const clear = () => {
      state = known.defaults;
      whole = false;
      fill();
      draw();
      show(logic.without(location.search));
      stored.set("");
      field("from").focus();
    };

    // An older entry of the history has an older address: it gets what is set now, so that loading it again loses nothing.
    const renew = () => {
      if (root.isConnected) show(logic.format(state, known, location.search));
      else removeEventListener("popstate", renew);
    };

    safely(() => {
      fill();
      draw();
      turn(true);
      addEventListener("popstate", renew);
      addEventListener("beforeprint", unfold);
      addEventListener("afterprint", fold);
    })();
    root.addEventListener("change", safely((event) => event.target.matches("select, input") && changed()));
    root.addEventListener("click", safely((event) => {
      const button = event.target.closest("button");
      if (!button) return;
      if (button.dataset.take === "print") print();
      else if (button.dataset.take) save(button.dataset.take);
      else if (button.dataset.plan === "clear") clear();
      else if (button.dataset.plan === "all") {
        whole = !whole;
        draw();
      }
    }));
  };

  const begin = () => {
    logic = globalThis.sideBySide.planner;
    for (const root of document.querySelectorAll("[data-planner]:not([data-planner=ready])")) {
      root.dataset.planner = "ready";
      start(root);
    }
  };

  // Where the theme changes the page without loading it anew, the plan may come last.
  if (globalThis.sideBySide?.planner) begin();
  else document.addEventListener("sb-planner", begin, { once: true });
})();
