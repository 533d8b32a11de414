// Answers as a part of an address, and a few results by hand. tests/test_assessment.py compares the scoring with Python's.
import assert from "node:assert/strict";
import { test } from "node:test";

import "../../overrides/assets/javascripts/assessment-scoring.js";

const { assess, read, write } = globalThis.sideBySide.assessment;
const made = { statements: [[0, 1], [1, 1], [0, -1], [1, -1]], weights: [[3, 0], [0, 2]], undecided: 60 };

test("what is written is read again", () => {
  const answers = [null, -2, -1, 0, 1, 2];
  assert.equal(write("a1b2c3", answers), "a1b2c3-012345");
  assert.deepEqual(read("a1b2c3", 6, "a1b2c3-012345"), answers);
});

test("what was written for other statements, or by nobody, is not read", () => {
  for (const text of ["a1b2c4-012345", "a1b2c3-01234", "a1b2c3-0123456", "a1b2c3-012346", "a1b2c3", "", "-", "a1b2c3-01234 "]) {
    assert.equal(read("a1b2c3", 6, text), null, text);
  }
});

test("by hand: the sums, what they add, and the lead", () => {
  const found = assess(made, [2, -1, -2, 2]);
  assert.deepEqual(found.sums, [4, -3]);
  assert.deepEqual(found.totals, [12, -6]);
  assert.deepEqual([found.pair, found.lead, found.attainable, found.threshold], [[0, 1], 18, 20, 12]);
  assert.deepEqual([found.verdict, found.adds], ["near", [6, 2, 6, 4]]);
  assert.deepEqual([found.decided, found.against, found.turning], [[0, 2, 3, 1], [], [0, 2]]);
});

test("neutral answers, and none at all", () => {
  assert.equal(assess(made, [0, 0, 0, 0]).verdict, "undecided");
  assert.equal(assess(made, [null, null, null, null]).verdict, "early");
});
