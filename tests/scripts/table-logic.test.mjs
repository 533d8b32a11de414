import assert from "node:assert/strict";
import { test } from "node:test";

import "../../overrides/assets/javascripts/table-logic.js";

const { nothing, parse, write, read, replace, answer, apart } = globalThis.sideBySide.tables;

const columns = ["name", "one", "two", "three", "difference"]; // three subjects: nothing here counts to two
const known = { sort: columns, group: ["clouds", "languages"], kind: ["usage", "advert"] };
const row = (name, group, kinds, clear, ...values) => ({ name, group, kinds, clear, values });
const rows = [
  row("Python", "languages", ["usage", "advert"], ["usage"], "0:0.9", "0:0.95", "0:0.1", "0:0.05"),
  row("C++", "languages", ["usage"], ["usage"], "0:0.2", "0:0.4", "-", "0:0.2"),
  row("AWS", "clouds", ["advert"], [], "1:30", "0:0.3", "-", "0:0"),
  row("Café au lait", "clouds", ["usage", "advert"], ["advert"], "1:200", "-", "-", "-"),
  row("Azure 10", "clouds", [], [], "-", "-", "-", "0:0"),
  row("Azure 9", "clouds", [], [], "-", "-", "-", "0:0"),
];
const names = (state) => answer(rows, { ...nothing(), ...state }, columns).map((each) => each.name);
const all = rows.map((each) => each.name);

test("a state goes into an address and comes back", () => {
  const state = { sort: "difference", reverse: true, group: "clouds", kind: "advert", clear: true, find: "a, b: c++ & ü" };
  const text = write(state);
  assert.equal(text, "group:clouds,kind:advert,clear,sort:difference,reverse,find:a, b: c++ & ü");
  const query = replace("?q=x&other=clear", "some-table", text);
  assert.match(query, /^\?q=x&other=clear&some-table=group:clouds,kind:advert,clear,sort:difference,reverse,find:a,%20b:/);
  assert.deepEqual(parse(read(query, "some-table"), known), state);
});

test("what is set by nobody leaves the address alone", () => {
  assert.equal(write(nothing()), "");
  assert.equal(replace("", "t", ""), "");
  assert.equal(replace("?a=1&t=clear&b", "t", ""), "?a=1&b");
  assert.equal(replace("?t=clear", "t", ""), "");
  assert.equal(replace("?tt=clear", "t", "clear"), "?tt=clear&t=clear");
});

test("what the table does not know is left out", () => {
  assert.deepEqual(parse("group:x,kind:<b>,sort:constructor,reverse,toString,__proto__:1,:,,", known), nothing());
  assert.deepEqual(parse("", known), nothing());
  assert.deepEqual(parse(read("?t=%E0%A4%A", "t"), known), nothing());
  assert.equal(parse("group:x,clear", known).clear, true);
  assert.equal(parse("reverse", known).reverse, false);
});

test("rows are found by words of their names, without regard to case and accents", () => {
  assert.deepEqual(names({}), all);
  assert.deepEqual(names({ find: " LAIT cafe" }), ["Café au lait"]);
  assert.deepEqual(names({ find: "c++" }), ["C++"]);
  assert.deepEqual(names({ find: ".*" }), []);
});

test("rows are chosen by group, by kind and by whether the roles differ", () => {
  assert.deepEqual(names({ group: "languages" }), ["Python", "C++"]);
  assert.deepEqual(names({ kind: "advert" }), ["Python", "AWS", "Café au lait"]);
  assert.deepEqual(names({ clear: true }), ["Python", "C++", "Café au lait"]);
  assert.deepEqual(names({ clear: true, kind: "advert" }), ["Café au lait"], "that kind has to show it");
});

test("names are sorted as people do, numbers from the largest, and both the other way round", () => {
  assert.deepEqual(names({ sort: "name" }), ["AWS", "Azure 9", "Azure 10", "C++", "Café au lait", "Python"]);
  assert.deepEqual(names({ sort: "two" }).slice(0, 3), ["Python", "C++", "AWS"]);
  assert.deepEqual(names({ sort: "two", reverse: true }).slice(0, 3), ["AWS", "C++", "Python"]);
});

test("a row without a value is last, and equal rows stay as they stand, in either direction", () => {
  const last = ["Café au lait", "Azure 10", "Azure 9"];
  assert.deepEqual(names({ sort: "two" }).slice(3), last);
  assert.deepEqual(names({ sort: "two", reverse: true }).slice(3), last);
  assert.deepEqual(names({ sort: "difference" }), ["C++", "Python", "AWS", "Azure 10", "Azure 9", "Café au lait"]);
  const turned = names({ sort: "difference", reverse: true });
  assert.deepEqual(turned, ["AWS", "Azure 10", "Azure 9", "Python", "C++", "Café au lait"]);
});

test("values of different classes are sorted apart, and it is known that they are", () => {
  assert.deepEqual(names({ sort: "one" }).slice(0, 4), ["Python", "C++", "Café au lait", "AWS"]);
  assert.deepEqual(names({ sort: "one", reverse: true }).slice(0, 4), ["C++", "Python", "AWS", "Café au lait"]);
  assert.equal(apart(rows, 1), true);
  assert.equal(apart(rows, 2), false);
});

test("the rows themselves stay in their order", () => {
  names({ sort: "name" });
  assert.deepEqual(rows.map((each) => each.name), all);
});

test("the file can be loaded again, as on every visit to a page", async () => {
  globalThis.sideBySide.other = {};
  await import("../../overrides/assets/javascripts/table-logic.js?again");
  assert.ok(globalThis.sideBySide.other);
});
