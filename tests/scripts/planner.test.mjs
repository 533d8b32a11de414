// The logic of the planner, on a small list made up here.
import assert from "node:assert/strict";
import { test } from "node:test";
import "../../overrides/assets/javascripts/planner-plan.js";

const logic = globalThis.sideBySide.planner;
const roles = ["one", "two", "three"];
const defaults = { from: "one", to: "three", can: [], use: [], hours: 6, weeks: 2, start: "2026-11-23" };
const known = { roles, skills: ["counting", "serving", "r-style"], tools: ["sql", "docker", "r"], defaults };
const tool = (id, places) => ({ id, name: id, places: logic.places(places), shares: [] });
const skills = [
  { id: "counting", places: logic.places("x.2:level.4"), tools: [tool("sql", "x.2:asked.1 0.2:asked.4")], hours: null },
  { id: "serving", places: logic.places("x.2:level.3 0.2:level.2"), tools: [tool("docker", "x.2:asked.2 0.2:more.1"), tool("r", "")], hours: 20 },
  { id: "r-style", places: logic.places("0.2:level.3"), tools: [], hours: null },
];
const stateOf = (more) => ({ ...defaults, ...more });
const idsOf = (made) => made.steps.map((step) => step.skill.id);

test("a state comes back from its address", () => {
  const state = stateOf({ from: "", to: "two", can: ["counting", "r-style"], use: ["sql"], hours: 3, weeks: 4, start: "2027-01-04" });
  const search = logic.format(state, known);
  assert.equal(search, "?from=none&to=two&can=counting.r-style&use=sql&hours=3&weeks=4&start=2027-01-04");
  assert.deepEqual(logic.parse(search, known), state);
});

test("what is usual is left out of the address, and what others have there stays", () => {
  assert.equal(logic.format(defaults, known, "?h=docker%20run&can=sql"), "?h=docker+run&from=one&to=three");
  assert.equal(logic.without("?from=one&h=docker&can=counting"), "?h=docker");
  assert.equal(logic.without("?from=one"), "");
});

test("an address without a state has none, whatever else it has", () => {
  assert.equal(logic.parse("", known), null);
  assert.equal(logic.parse("?h=docker", known), null);
});

test("what an address cannot mean is left out", () => {
  const hostile = "?from=<script>&to=__proto__&can=gone.counting.counting.sql&use=.docker..%00&hours=1e3&weeks=0&start=2026-02-30";
  assert.deepEqual(logic.parse(hostile, known), stateOf({ can: ["counting"], use: ["docker"] }));
  assert.deepEqual(logic.parse("?hours=-6&weeks=999&start=soon&from=", known), defaults);
});

test("steps stand where the first of what is left puts them", () => {
  const made = logic.plan(skills, defaults, roles);
  assert.deepEqual(idsOf(made), ["serving", "r-style", "counting"]);
  assert.deepEqual(made.steps.map((step) => step.place.band), ["more", "level", "asked"]);
  assert.deepEqual(made.count, { skills: 2, skillsLeft: 2, tools: 2, toolsLeft: 2 });
});

test("who has the tool is left with the skill, which moves to its own place", () => {
  const made = logic.plan(skills, stateOf({ use: ["docker"] }), roles);
  assert.deepEqual(made.steps.map((step) => [step.skill.id, step.place.band, step.lacks, step.tools.length])[0], ["serving", "level", true, 0]);
});

test("who has the skill is left with its tools, and who has both with neither", () => {
  const made = logic.plan(skills, stateOf({ can: ["serving", "r-style"], use: ["sql"] }), roles);
  assert.deepEqual(made.steps.map((step) => [step.skill.id, step.lacks]), [["serving", false]]);
  const done = logic.plan(skills, stateOf({ can: ["serving", "r-style"], use: ["sql", "docker"] }), roles);
  assert.equal(logic.summary(done), "Nothing is left: you have ticked all that is asked for.");
});

test("who is nowhere yet, or already where they want to be, is compared with nobody", () => {
  for (const from of ["", "three"]) {
    assert.deepEqual(idsOf(logic.plan(skills, stateOf({ from }), roles)), ["counting", "serving"]);
  }
});

test("the summary counts what is left and the hours that are known", () => {
  const made = logic.plan(skills, stateOf({ can: ["r-style"] }), roles);
  assert.equal(logic.summary(made), "Left: 1 of 2 skills, 2 of 2 tools, in 2 steps. The resources state hours for 1 step: 20 hours.");
  const unknown = logic.plan(skills, stateOf({ can: ["serving"], use: ["docker"] }), roles);
  assert.match(logic.summary(unknown), /in 2 steps\. The resources of these steps state no hours\.$/);
});

test("a step takes the weeks that are set, or what its hours need, and the next begins where it ends", () => {
  const { steps } = logic.plan(skills, defaults, roles);
  const planned = logic.schedule(steps, stateOf({ hours: 6, weeks: 2 }));
  assert.deepEqual(planned.map(({ weeks, from, until }) => [weeks, from, until]), [
    [4, "2026-11-23", "2026-12-21"],
    [2, "2026-12-21", "2027-01-04"],
    [2, "2027-01-04", "2027-01-18"],
  ]);
});

test("the plan begins on the next Monday, never today", () => {
  assert.equal(logic.nextMonday("2026-11-21"), "2026-11-23");
  assert.equal(logic.nextMonday("2026-11-22"), "2026-11-23");
  assert.equal(logic.nextMonday("2026-11-23"), "2026-11-30");
  assert.equal(logic.nextMonday("2026-12-29"), "2027-01-04");
  assert.equal(logic.dayOf(new Date(2026, 0, 5, 23, 59)), "2026-01-05");
});

const view = (() => {
  const share = { kind: "advert", label: "adverts", to: "22.1", from: "4.5" };
  const use = { kind: "usage", label: "survey answers", to: "9.0", from: "" };
  const step = {
    skill: {
      id: "serving",
      name: "Serving, *quick* and \"safe\"; =1+1",
      hours: 20,
      levels: { to: "Expert", from: "not asked" },
      read: [{ title: "The service – Größe \\ Wärme", address: "https://example.org/s/service/" }],
      learn: [{ title: "A [long] course", address: "https://example.org/a_(b)", hours: 20 }, { title: "A book", address: "https://example.org/book", hours: null }],
    },
    lacks: true,
    tools: [{ id: "docker", name: "Docker", shares: [share, use] }],
    place: { band: "more", order: 1 },
    weeks: 4,
    from: "2026-11-23",
    until: "2026-12-21",
  };
  const tools = { ...step, lacks: false, skill: { ...step.skill, name: "=cmd", hours: null, learn: [] }, place: { band: "used", order: 2 } };
  const bands = { more: "Adverts ask for it more", used: "Many use it" };
  return { title: "From one to three", order: "In an order.", made: "2026-11-21", address: "https://example.org/s/switch/", hours: 6, roles: { to: "threes", from: "ones" }, bands, steps: [step, tools] };
})();

test("Markdown has boxes to tick, and text from data is no markup", () => {
  const text = logic.markdown(view);
  assert.match(text, /^# From one to three\n/);
  assert.match(text, /\n## Adverts ask for it more\n\n### 1\. Serving, \\\*quick\\\* and "safe"; =1\+1\n\n2026-11-23 to 2026-12-20, 4 weeks\.\n/);
  assert.match(text, /\n- \[ \] Docker \(adverts: threes 22\.1 %, ones 4\.5 %; survey answers: threes 9\.0 %\)\n/);
  assert.match(text, /\(threes: Expert; ones: not asked\)/);
  assert.match(text, /\[A \\\[long\\\] course\]\(https:\/\/example\.org\/a_%28b%29\) \(20 hours\); \[A book\]/);
});

// A strict reader of RFC 4180: lines end with CRLF, a quoted cell has its quotes doubled.
const cellsOf = (text) => {
  assert.ok(text.endsWith("\r\n"));
  return text.slice(0, -2).split("\r\n").map((line) => {
    const cells = [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g)];
    assert.equal(cells.map((cell) => cell[0]).join(""), line);
    return cells.map((cell) => cell[1]?.replaceAll('""', '"') ?? cell[2]);
  });
};

test("CSV has a line for every skill and tool, and no cell that a spreadsheet would run", () => {
  const [heads, ...rows] = cellsOf(logic.csv(view));
  assert.equal(new Set(rows.map((row) => row.length)).size, 1);
  const [first, second, third] = rows.map((row) => Object.fromEntries(heads.map((head, at) => [head, row[at]])));
  assert.equal(first.skill, 'Serving, *quick* and "safe"; =1+1');
  assert.deepEqual([first.kind, first.level_expected, first.level_at_start, first.adverts_goal], ["skill", "Expert", "not asked", ""]);
  assert.deepEqual([second.what, second.adverts_goal, second.adverts_start, second.use_goal, second.use_start], ["Docker", "22.1", "4.5", "9.0", ""]);
  assert.deepEqual([third.skill, third.kind, third.hours, third.to], ["'=cmd", "tool", "", "2026-12-20"]);
});

// A strict reader of RFC 5545: CRLF, at most 75 octets, unfolded, one value for each name.
const eventsOf = (text) => {
  assert.ok(text.endsWith("\r\n"));
  const lines = text.slice(0, -2).split("\r\n");
  assert.ok(lines.every((line) => Buffer.byteLength(line) <= 75 && !/[\r\n\u0000-\u0008]/.test(line)));
  assert.ok(lines.every((line) => Buffer.from(line).toString() === line), "a sign is cut");
  const whole = lines.join("\r\n").replaceAll("\r\n ", "").split("\r\n");
  assert.equal(whole[0], "BEGIN:VCALENDAR");
  assert.equal(whole.at(-1), "END:VCALENDAR");
  const events = [];
  for (const line of whole.slice(1, -1)) {
    const [, name, value] = /^([A-Z-]+(?:;[A-Z]+=[A-Z]+)*):(.*)$/.exec(line);
    if (name === "BEGIN") events.push({});
    else if (name !== "END" && events.length) {
      assert.ok(!(name in events.at(-1)), `${name} twice`);
      events.at(-1)[name] = value;
    }
  }
  return events;
};

test("a calendar has an event of whole days for every step", () => {
  let made = 0;
  const events = eventsOf(logic.calendar(view, "20261121T120000Z", () => `id-${(made += 1)}`));
  assert.deepEqual(events.map((event) => event.UID), ["id-1", "id-2"]);
  const [first] = events;
  assert.equal(first.DTSTAMP, "20261121T120000Z");
  assert.equal(first["DTSTART;VALUE=DATE"], "20261123");
  assert.equal(first["DTEND;VALUE=DATE"], "20261221");
  assert.equal(first.SUMMARY, 'Learn: Serving\\, *quick* and "safe"\\; =1+1');
  assert.ok(first.DESCRIPTION.includes("\\nTo read: The service – Größe \\\\ Wärme: https://example.org/s/service/\\n"));
  assert.ok(first.DESCRIPTION.includes("4 weeks at 6 hours a week. Its resources state 20 hours."));
  assert.ok(events[1].DESCRIPTION.includes("No resource of this step states its hours."));
});

test("a line is folded at 75 octets and not within a sign", () => {
  const folded = logic.fold(`${"a".repeat(74)}ä😀${"é".repeat(60)}`);
  const lines = folded.split("\r\n");
  assert.deepEqual(lines.map((line) => Buffer.byteLength(line) <= 75), lines.map(() => true));
  assert.equal(lines[0], "a".repeat(74));
  assert.equal(folded.replaceAll("\r\n ", ""), `${"a".repeat(74)}ä😀${"é".repeat(60)}`);
});
