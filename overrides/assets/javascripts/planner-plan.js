// The plan: what is left to learn, in the order that the page's data give; its form as address, Markdown, CSV, calendar.
// Nothing here touches the page.
(() => {
  "use strict";

  const KEYS = ["from", "to", "can", "use", "hours", "weeks", "start"];
  const DAY = 86400000;

  // Days are texts as 2026-11-23, and are counted in UTC, where each has 24 hours.
  const isDay = (text) => /^2\d{3}-\d{2}-\d{2}$/.test(text) && shift(text, 0) === text;
  const shift = (day, days) => {
    const date = new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY);
    return Number.isNaN(date.getTime()) ? "" : date.toISOString().slice(0, 10);
  };
  const dayOf = (date) => {
    const two = (number) => String(number).padStart(2, "0");
    return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  };
  const nextMonday = (day) => shift(day, (8 - new Date(`${day}T00:00:00Z`).getUTCDay()) % 7 || 7);

  // State: from ("" where nobody is anywhere yet), to, can (ids of skills), use (ids of tools), hours, weeks, start.
  // `known` has the ids that exist: roles, skills, tools; and the defaults.

  const whole = (text, low, high, otherwise) => {
    const number = /^\d{1,3}$/.test(text) ? Number(text) : NaN;
    return number >= low && number <= high ? number : otherwise;
  };

  /** The state that an address, or what was stored, holds; null if it holds none. Whatever is unknown is left out. */
  const parse = (search, known) => {
    const query = new URLSearchParams(search);
    if (!KEYS.some((key) => query.has(key))) return null;
    const usual = known.defaults;
    const value = (key) => query.get(key) ?? "";
    const ids = (key, all) => {
      const named = new Set(value(key).split("."));
      return all.filter((id) => named.has(id));
    };
    const from = value("from");
    return {
      from: known.roles.includes(from) ? from : from === "none" ? "" : usual.from,
      to: known.roles.includes(value("to")) ? value("to") : usual.to,
      can: ids("can", known.skills),
      use: ids("use", known.tools),
      hours: whole(value("hours"), 1, 60, usual.hours),
      weeks: whole(value("weeks"), 1, 26, usual.weeks),
      start: isDay(value("start")) ? value("start") : usual.start,
    };
  };

  /** The search of an address with the state in it. What others have put there stays; what is usual is left out. */
  const format = (state, known, search = "") => {
    const query = new URLSearchParams(search);
    for (const key of KEYS) query.delete(key);
    const others = query.toString();
    const own = [`from=${state.from || "none"}`, `to=${state.to}`];
    if (state.can.length) own.push(`can=${state.can.join(".")}`);
    if (state.use.length) own.push(`use=${state.use.join(".")}`);
    for (const key of ["hours", "weeks", "start"]) {
      if (state[key] !== known.defaults[key]) own.push(`${key}=${state[key]}`);
    }
    return `?${[others, ...own].filter(Boolean).join("&")}`;
  };

  /** The address without the state. */
  const without = (search) => {
    const query = new URLSearchParams(search);
    for (const key of KEYS) query.delete(key);
    const others = query.toString();
    return others ? `?${others}` : "";
  };

  /** Places as the page has them, `x.1:asked.3 0.1:more.2`, by plan: start and goal by their position, x for none. */
  const places = (text) => {
    const found = {};
    for (const each of text.split(" ").filter(Boolean)) {
      const [plan, place] = each.split(":");
      const [band, order] = place.split(".");
      found[plan] = { band, order: Number(order) };
    }
    return found;
  };

  /** Which plan it is. Who is where they want to be is compared with nobody. */
  const planOf = (state, roles) => {
    const from = state.from === state.to ? -1 : roles.indexOf(state.from);
    return `${from < 0 ? "x" : from}.${roles.indexOf(state.to)}`;
  };

  /**
   * What is left, step by step, and how much. A skill: id, places, tools (id, places), hours (null if not known). A step:
   * the skill, whether it is itself left (`lacks`), the tools that are left, and its place, which is that of the first.
   */
  const plan = (skills, state, roles) => {
    const key = planOf(state, roles);
    const [can, use] = [new Set(state.can), new Set(state.use)];
    const steps = [];
    const count = { skills: 0, skillsLeft: 0, tools: 0, toolsLeft: 0 };
    for (const skill of skills) {
      const own = skill.places[key];
      const asked = skill.tools.filter((tool) => tool.places[key]);
      const tools = asked
        .filter((tool) => !use.has(tool.id))
        .sort((one, other) => one.places[key].order - other.places[key].order);
      const lacks = Boolean(own) && !can.has(skill.id);
      count.skills += own ? 1 : 0;
      count.skillsLeft += lacks ? 1 : 0;
      count.tools += asked.length;
      count.toolsLeft += tools.length;
      const found = [...(lacks ? [own] : []), ...tools.map((tool) => tool.places[key])];
      if (!found.length) continue;
      const place = found.reduce((first, each) => (each.order < first.order ? each : first));
      steps.push({ skill, lacks, tools, place });
    }
    steps.sort((one, other) => one.place.order - other.place.order);
    return { steps, count };
  };

  /** The steps with their first day, the day after their last, and the weeks between. */
  const schedule = (steps, { hours, weeks, start }) => {
    let day = start;
    return steps.map((step) => {
      const needed = Math.max(weeks, Math.ceil((step.skill.hours ?? 0) / hours));
      const from = day;
      day = shift(day, 7 * needed);
      return { ...step, weeks: needed, from, until: day };
    });
  };

  const many = (number, one, several = `${one}s`) => `${number} ${number === 1 ? one : several}`;

  /** How much is left, in words. */
  const summary = ({ steps, count }) => {
    if (!steps.length) return "Nothing is left: you have ticked all that is asked for.";
    const known = steps.filter((step) => step.skill.hours !== null);
    const total = known.reduce((sum, step) => sum + step.skill.hours, 0);
    const hours = known.length
      ? `The resources state hours for ${many(known.length, "step")}: ${many(total, "hour")}.`
      : "The resources of these steps state no hours.";
    const [skills, tools] = [many(count.skills, "skill"), many(count.tools, "tool")];
    const left = `Left: ${count.skillsLeft} of ${skills}, ${count.toolsLeft} of ${tools}`;
    return `${left}, in ${many(steps.length, "step")}. ${hours}`;
  };

  // What is taken along. `view` has the words: title, order, address, roles (the names of start and goal, the start's is
  // "" where there is none), bands, and for each step its schedule with levels and shares as they are shown.

  const stated = ({ hours }) =>
    hours === null ? "No resource of this step states its hours." : `Its resources state ${many(hours, "hour")}.`;
  const hoursOf = (each) => (each.hours === null ? "" : ` (${many(each.hours, "hour")})`);

  const MARKS = /[\\`*_{}[\]<>#|~]/g;
  const plain = (text) => text.replace(MARKS, "\\$&").replace(/\s+/g, " ");
  const coded = (address) => address.replace(/[\s()<>]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  const link = (title, address) => `[${plain(title)}](${coded(address)})`;

  const levels = ({ skill }, roles) =>
    `${roles.to}: ${skill.levels.to}${roles.from ? `; ${roles.from}: ${skill.levels.from}` : ""}`;

  const shares = (tool, roles) =>
    tool.shares
      .map(({ label, to, from }) => {
        const said = [to && `${roles.to} ${to} %`, roles.from && from && `${roles.from} ${from} %`].filter(Boolean);
        return said.length ? `${label}: ${said.join(", ")}` : "";
      })
      .filter(Boolean)
      .join("; ");

  /** The plan as Markdown, with boxes to tick. */
  const markdown = (view) => {
    const lines = [`# ${plain(view.title)}`, "", `${plain(view.order)} Made on ${view.made}, from ${view.address}.`];
    let band = "";
    for (const [index, step] of view.steps.entries()) {
      if (step.place.band !== band) lines.push("", `## ${plain(view.bands[(band = step.place.band)])}`);
      lines.push("", `### ${index + 1}. ${plain(step.skill.name)}`, "");
      lines.push(`${step.from} to ${shift(step.until, -1)}, ${many(step.weeks, "week")}.`, "");
      if (step.lacks) lines.push(`- [ ] ${plain(step.skill.name)} (${plain(levels(step, view.roles))})`);
      for (const tool of step.tools) {
        const said = shares(tool, view.roles);
        lines.push(`- [ ] ${plain(tool.name)}${said ? ` (${plain(said)})` : ""}`);
      }
      lines.push("", `To read: ${step.skill.read.map((each) => link(each.title, each.address)).join("; ")}`);
      if (step.skill.learn.length) {
        const learn = step.skill.learn.map((each) => link(each.title, each.address) + hoursOf(each));
        lines.push("", `To learn from: ${learn.join("; ")}`);
      }
    }
    return `${lines.join("\n")}\n`;
  };

  // RFC 4180. A cell that a spreadsheet would take for a formula begins with an apostrophe.
  const cell = (value) => {
    const text = String(value ?? "").replace(/^[=+\-@\t\r]/, "'$&");
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };

  /** The plan as CSV: a line for every skill and tool that is left. Shares are in percent. */
  const csv = (view) => {
    const heads = ["step", "skill", "what", "kind", "why", "level_expected", "level_at_start"];
    heads.push("adverts_goal", "adverts_start", "use_goal", "use_start");
    heads.push("hours", "weeks", "from", "to", "read", "resources");
    const rows = view.steps.flatMap((step, index) => {
      const { skill } = step;
      const rest = [skill.hours, step.weeks, step.from, shift(step.until, -1)];
      rest.push(skill.read.map((each) => each.address).join(" "), skill.learn.map((each) => each.address).join(" "));
      const head = [index + 1, skill.name];
      const why = view.bands[step.place.band];
      const asked = [skill.levels.to, view.roles.from && skill.levels.from];
      const own = step.lacks ? [[...head, skill.name, "skill", why, ...asked, "", "", "", "", ...rest]] : [];
      const tools = step.tools.map((tool) => {
        const of = (kind) => tool.shares.find((each) => each.kind === kind) ?? {};
        const [advert, use] = [of("advert"), of("usage")];
        const said = [advert.to, view.roles.from && advert.from, use.to, view.roles.from && use.from];
        return [...head, tool.name, "tool", why, "", "", ...said, ...rest];
      });
      return [...own, ...tools];
    });
    return [heads, ...rows].map((row) => `${row.map(cell).join(",")}\r\n`).join("");
  };

  // RFC 5545. A line has 75 octets at most, and goes on after a space; no sign of several octets is cut.
  const fold = (line) => {
    const encoder = new TextEncoder();
    let [folded, room] = ["", 75];
    for (const sign of line) {
      const size = encoder.encode(sign).length;
      if (size > room) {
        folded += "\r\n ";
        room = 74;
      }
      folded += sign;
      room -= size;
    }
    return folded;
  };
  const escaped = (text) => text.replace(/[\\;,]/g, "\\$&").replace(/\r?\n/g, "\\n").replace(/[\u0000-\u001f\u007f]/g, " ");

  /** The plan as a calendar: for each step an event of whole days. `stamp`: now, as 20261121T120000Z; `uid` makes ids. */
  const calendar = (view, stamp, uid) => {
    const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Side by Side//Planner//EN", "CALSCALE:GREGORIAN"];
    const day = (text) => text.replaceAll("-", "");
    for (const [index, step] of view.steps.entries()) {
      const { skill } = step;
      const left = step.tools.map((tool) => {
        const said = shares(tool, view.roles);
        return said ? `${tool.name} (${said})` : tool.name;
      });
      const notes = [
        `Step ${index + 1} of ${view.steps.length}: ${view.title}.`,
        `${view.bands[step.place.band]}.`,
        ...(step.lacks ? [`Level expected: ${levels(step, view.roles)}`] : []),
        ...(left.length ? [`Tools: ${left.join("; ")}`] : []),
        `${many(step.weeks, "week")} at ${many(view.hours, "hour")} a week. ${stated(skill)}`,
        ...skill.read.map((each) => `To read: ${each.title}: ${each.address}`),
        ...skill.learn.map((each) => `To learn from: ${each.title}${hoursOf(each)}: ${each.address}`),
      ];
      lines.push("BEGIN:VEVENT", `UID:${uid()}`, `DTSTAMP:${stamp}`);
      lines.push(`DTSTART;VALUE=DATE:${day(step.from)}`, `DTEND;VALUE=DATE:${day(step.until)}`);
      lines.push(`SUMMARY:${escaped(`Learn: ${skill.name}`)}`, `DESCRIPTION:${escaped(notes.join("\n"))}`);
      lines.push(`URL:${view.address}`, "TRANSP:TRANSPARENT", "END:VEVENT");
    }
    lines.push("END:VCALENDAR");
    return lines.map((line) => `${fold(line)}\r\n`).join("");
  };

  const texts = { calendar, csv, fold, markdown, summary };
  const planner = { ...texts, dayOf, format, nextMonday, parse, places, plan, planOf, schedule, without };
  globalThis.sideBySide = { ...globalThis.sideBySide, planner };
  globalThis.document?.dispatchEvent(new Event("sb-planner"));
})();
