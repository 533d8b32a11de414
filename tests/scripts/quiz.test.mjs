// What was chosen, and how many first tries were right.
import assert from "node:assert/strict";
import { test } from "node:test";

import "../../overrides/assets/javascripts/quiz-score.js";

const { choose, score, words } = globalThis.sideBySide.quiz;

test("the first try stays what it was", () => {
  const first = choose(undefined, "B");
  assert.deepEqual(first, { first: "B", now: "B" });
  assert.deepEqual(choose(first, "C"), { first: "B", now: "C" });
  assert.deepEqual(choose(choose(first, "C"), "D"), { first: "B", now: "D" });
});

test("only first tries count", () => {
  const rights = { one: "A", two: "B", three: "C" };
  const states = { one: choose(undefined, "A"), two: choose(choose(undefined, "A"), "B"), other: choose(undefined, "A") };
  assert.deepEqual(score(rights, states), { asked: 3, answered: 2, right: 1 });
});

test("in words", () => {
  assert.equal(words({ asked: 3, answered: 0, right: 0 }), "0 of 3 answered");
  assert.equal(words({ asked: 3, answered: 2, right: 1 }), "2 of 3 answered, 1 of them right at the first try");
});
