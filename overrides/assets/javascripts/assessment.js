// The statements about work: adds up the answers and says to whose profile they lie nearer, and why. Nothing leaves the
// page: answers live in it, and in a link only if somebody asks for one, after its #, which browsers send to nobody.
(() => {
  "use strict";

  const BEFORE = "#answers=";

  const points = (number) => `${number} ${Math.abs(number) === 1 ? "point" : "points"}`.replace("-", "−");
  const listed = (words) => words.join(", ").replace(/, (?=[^,]*$)/, " and ");

  const setUp = (root, shared) => {
    const { assess, read, write } = shared.assessment;
    const kept = (shared.keptAnswers ??= {}); // by version: instant navigation comes back to a page that is made anew
    const made = JSON.parse(root.dataset.instrument);
    const statements = [...root.querySelectorAll(".sb-statement")];
    const radios = statements.map((each) => [...each.querySelectorAll("input")]);
    const live = root.querySelector(".sb-live");
    const result = root.querySelector(".sb-result");
    const show = root.querySelector("[data-do=result]");
    const roles = [...root.querySelectorAll("th[data-role]")];
    const part = (name) => root.querySelector(`[data-part="${name}"]`);
    const parts = (name) => [...root.querySelectorAll(`[data-part="${name}"]`)];

    const answers = () => radios.map((each) => {
      const checked = each.find((radio) => radio.checked);
      return checked ? Number(checked.value) : null;
    });
    const set = (given) => radios.forEach((each, place) => each.forEach((radio) => {
      radio.checked = given[place] !== null && Number(radio.value) === given[place];
    }));

    // A role with its mark and color, as the head of its column has it.
    const named = (role) => {
      const name = roles[role].querySelector(".sb-role").cloneNode(true);
      name.lastChild.textContent = ` ${roles[role].dataset.role}`;
      return name;
    };
    const fill = (element, ...content) => element.replaceChildren(...content);
    const say = (...content) => { // what is said already is not said again
      const said = content.map((each) => each.textContent ?? each).join("");
      if (part("said").textContent !== said) fill(part("said"), ...content);
    };
    const tell = (text) => { part("told").textContent = text; }; // what a button did, until something else is done
    const words = (place, answer) => radios[place].find((radio) => Number(radio.value) === answer)
      .closest("label").querySelector(".sb-choice").textContent;
    const text = (place) => statements[place].querySelector("legend").lastChild.textContent.trim();

    const list = (name, title, places, found, given) => {
      part(`${name}-title`).textContent = places.length ? title : "";
      fill(part(name), ...places.map((place) => {
        const item = document.createElement("li");
        const counted = document.createElement("span");
        counted.textContent = `${words(place, given[place])}: ${points(Math.abs(found.adds[place]))}`;
        item.append(`${place + 1}. ${text(place)} `, counted);
        return item;
      }));
    };

    const count = (found) => {
      const blank = found.verdict === "early";
      const numbers = (name, values) => parts(name).forEach((cell, place) => {
        cell.textContent = blank ? "" : String(values[place]).replace("-", "−");
      });
      const weights = made.weights.flatMap((row, kind) => row.filter(Boolean).map((weight) => weight * found.sums[kind]));
      numbers("sum", found.sums);
      numbers("points", weights);
      numbers("total", found.totals);
    };

    const scale = (found) => {
      const mark = part("mark");
      if (!mark) return;
      const at = (lead) => `${50 + (50 * lead) / found.attainable}%`;
      const lead = found.totals[1] - found.totals[0];
      for (const end of ["x1", "x2"]) mark.setAttribute(end, at(lead));
      part("unclear").setAttribute("x1", at(-found.threshold));
      part("unclear").setAttribute("x2", at(found.threshold));
    };

    const explain = (found, given) => {
      const [first, second] = found.pair;
      const near = found.verdict === "near";
      scale(found);
      if (found.lead) {
        fill(part("lead"), "The total of ", named(first), ` is ${points(found.lead)} larger than that of `, named(second),
          `. It could be ${found.attainable} larger, and below ${found.threshold} that says nothing clear.`);
      } else {
        fill(part("lead"), "The totals of ", named(first), " and ", named(second), " are alike.");
      }
      const side = found.lead ? "Counted most for it" : "Counted most on one side";
      list("decided", `${side}:`, found.decided, found, given);
      list("against", `${found.lead ? "Counted most against it" : "And on the other"}:`, found.against, found, given);
      const numbers = listed(found.turning.map((place) => place + 1).sort((one, other) => one - other));
      const turned = `What would change it: with “${words(0, 0)}” at ${found.turning.length > 1 ? "statements" : "statement"} ${numbers}`;
      if (!found.turning.length) fill(part("turning"));
      else if (near) fill(part("turning"), `${turned} the answers would say nothing clear.`);
      else fill(part("turning"), `${turned} they would lie nearer to the profile of `, named(first), ".");
    };

    const update = () => {
      const given = answers();
      const found = assess(made, given);
      const all = given.length;
      kept[made.version] = given;
      part("progress").textContent = `${found.answered} of ${all} statements are marked.`;
      const shown = !result.hidden;
      count(shown ? found : { ...found, verdict: "early" });
      if (!shown) return;
      part("counted").hidden = found.verdict === "early";
      if (found.verdict === "early") {
        say(`Too early to say: mark at least ${Math.ceil(all / 2)} statements.`);
        return;
      }
      if (found.verdict === "near") say("The answers lie nearer to the profile of ", named(found.pair[0]), ".");
      else say("The answers say nothing clear: they lie between the profiles.");
      explain(found, given);
    };

    const open = (shown) => {
      result.hidden = !shown;
      show.setAttribute("aria-expanded", String(shown));
      show.textContent = shown ? "Hide the result" : "Show the result";
      if (!shown) say("");
      update();
    };

    const inAddress = () => location.hash.startsWith(BEFORE);
    const put = (hash) => {
      try {
        history.replaceState(history.state, "", hash || location.pathname + location.search);
      } catch { /* an address that cannot be changed stays as it is */ }
    };
    const restore = () => {
      if (!inAddress()) return false;
      const given = read(made.version, statements.length, location.hash.slice(BEFORE.length));
      if (!given) {
        tell("The answers in the address were given to other statements, so they are not restored.");
        return true;
      }
      set(given);
      open(true);
      live.scrollIntoView();
      return true;
    };

    const doing = {
      result: () => open(result.hidden),
      link: async () => {
        put(BEFORE + write(made.version, answers()));
        const where = "They stand after its #, which browsers send to nobody.";
        try {
          await navigator.clipboard.writeText(location.href);
          tell(`Link copied; the address of this page has the answers now, too. ${where}`);
        } catch {
          tell(`The address of this page has the answers now; copy it from there. ${where}`);
        }
      },
      print: () => {
        document.documentElement.classList.add("sb-alone");
        window.addEventListener("afterprint", () => document.documentElement.classList.remove("sb-alone"), { once: true });
        window.print();
      },
      clear: () => {
        set(radios.map(() => null));
        if (inAddress()) put("");
        open(false);
        tell("All marks are removed.");
      },
    };
    live.addEventListener("click", (event) => doing[event.target.closest("button")?.dataset.do]?.());
    root.addEventListener("change", () => {
      tell("");
      if (inAddress()) put(BEFORE + write(made.version, answers()));
      update();
    });
    root.addEventListener("sb-restore", restore);

    const given = inAddress() && read(made.version, statements.length, location.hash.slice(BEFORE.length));
    if (kept[made.version] && !given) set(kept[made.version]);
    update();
    live.hidden = false;
    restore();
    root.dataset.ready = "";
  };

  const begin = () => {
    const shared = globalThis.sideBySide;
    for (const root of document.querySelectorAll(".sb-assessment:not([data-ready])")) setUp(root, shared);
    if (shared.restores) return;
    shared.restores = true;
    window.addEventListener("hashchange", () => {
      for (const root of document.querySelectorAll(".sb-assessment")) root.dispatchEvent(new Event("sb-restore"));
    });
  };

  // Where the theme changes the page without loading it anew, the scoring may come last.
  if (globalThis.sideBySide?.assessment) begin();
  else document.addEventListener("sb-assessment", begin, { once: true });
})();
