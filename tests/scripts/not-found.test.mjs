// Which addresses are nearest to one that does not exist.
import assert from "node:assert/strict";
import { test } from "node:test";

import "../../overrides/assets/javascripts/not-found.js";

const { nearest, parts } = globalThis.sideBySide.notFound;

const PLACES = [
  ["", "Home"],
  ["compare/tools/", "Who uses what?"],
  ["compare/all-tools/", "All tools"],
  ["data/", "The data"],
  ["s/tools/", "Who uses what?"],
  ["s/tools-adverts/", "What adverts ask for"],
  ["s/choose-interest/", "By interest"],
];
const first = (path) => nearest(path, PLACES)[0]?.[0];

test("a slip in an id leads to the id, a slip in the address of a chapter to the chapter", () => {
  assert.equal(first("s/tols/"), "s/tools/");
  assert.equal(first("compare/tols/"), "compare/tools/");
  assert.equal(first("s/tools-advrets/"), "s/tools-adverts/");
  assert.equal(first("S/Tools_Adverts"), "s/tools-adverts/");
});

test("the words of an id may be in another order, and the folder wrong or missing", () => {
  assert.equal(first("s/adverts-tools/"), "s/tools-adverts/");
  assert.equal(first("choose-interest"), "s/choose-interest/");
  assert.equal(first("roles/all-tools/"), "compare/all-tools/");
});

test("the address in a copy on disk, and that of the Markdown, lead to the chapter", () => {
  assert.equal(first("compare/tools.html"), "compare/tools/");
  assert.equal(first("compare/all-tools/index.md"), "compare/all-tools/");
});

test("what is like nothing finds nothing, and never more than five", () => {
  assert.deepEqual(nearest("s/qqqqqqqq/", PLACES), []);
  assert.deepEqual(nearest("", PLACES), []);
  assert.equal(nearest("s/tools/", [...PLACES, ...PLACES, ...PLACES]).length, 5);
});

test("signs that no address of ours has do no harm", () => {
  assert.deepEqual(parts("s/100%/<b>/"), ["s", "100%", "<b>"]);
  assert.deepEqual(nearest(`s/${"a".repeat(10_000)}/`, PLACES), []);
});
