import assert from "node:assert/strict";
import { test } from "node:test";

import "../../overrides/assets/javascripts/iframe-worker.js";

const { first, second, said } = globalThis.sideBySide.searching;

const result = (...terms) => ({ items: terms.map((each) => [{ text: "<p>A</p>\n<p>B</p>", terms: each }]) });

test("what every text has is not asked for, unless there is nothing else", () => {
  assert.equal(first("Do I need a degree?").text, "need need^2 degree degree^2");
  assert.equal(first("what is it").text, "what what^2 is is^2 it it^2");
  assert.equal(first("  ").text, "");
});

test("singular and plural are asked for alike", () => {
  for (const [one, many] of [["analyst", "analysts"], ["responsibility", "responsibilities"], ["salary", "salaries"]]) {
    assert.equal(first(one).text, first(many).text);
  }
  for (const word of ["aws", "business", "sas", "py"]) assert.equal(first(word).text, `${word} ${word}^2`);
});

test("who writes operators gets what they ask for", () => {
  for (const typed of ['"data engineer"', "+pay -survey", "salery~1", "pyth*", "title:pay", "pay^2"]) {
    assert.equal(first(typed).text, typed);
    assert.equal(second(first(typed), result()), null);
  }
  assert.equal(first("CRISP-DM").text, "crisp-dm crisp-dm^2");
});

test("a word that is found nowhere is asked for again, with room for a slip", () => {
  const asked = first("lerning enginers");
  assert.equal(second(asked, result({ lerning: true, enginer: false }, { lerning: false, enginer: true })), null);
  assert.equal(second(asked, result({ lerning: true, enginer: false })).text, "lerning lerning^2 enginers~2^2");
  assert.equal(second(asked, result()).text, "lerning~1^2 enginers~2^2");
});

test("signs between words are no operators", () => {
  for (const typed of ["pay: data scientist", "pay - data scientist", "pay data scientist", "pay– data scientist -"]) {
    assert.deepEqual([...first(typed.replace("–", "")).words.keys()], ["pay", "data", "scientist"]);
  }
});

test("a very long word is not guessed, and a very long text not read to its end", () => {
  assert.equal(second(first("x".repeat(24)), result()).text, `${"x".repeat(24)}~2^2`);
  assert.equal(second(first("x".repeat(25)), result()), null);
  assert.ok(first("pay ".repeat(2000)).words.size === 1);
  assert.ok(first("y".repeat(6000)).text.length < 500);
  assert.ok(first(`"${"y".repeat(6000)}`).text.length <= 200);
});

test("what objects inherit is no word of a result", () => {
  assert.equal(second(first("constructor"), result({ pay: true })).text, "constructor~2^2");
});

test("a short word, or one of several parts, is not guessed", () => {
  assert.equal(second(first("xyz"), result()), null);
  assert.equal(second(first("crisp-xy"), result()), null);
});

test("a result says what it lacks as it was typed, and not what something like it was found for", () => {
  const asked = first("analysts salery");
  const lacks = { analyst: false, salery: false };
  const terms = (query, found) => said(query, result(found)).items[0][0].terms;
  assert.deepEqual(terms(asked, lacks), { analysts: false, salery: false });
  assert.deepEqual(terms(asked, { analyst: true, salery: false }), { analyst: true, salery: false });
  assert.deepEqual(terms(second(asked, result({ analyst: true, salery: false })), lacks), { analysts: false });
});

test("of what its keywords found, the first paragraph is shown", () => {
  const [[item]] = said(first("pay"), result({ pay: true })).items;
  assert.equal(item.text, "<p>A</p>");
  const found = { items: [[{ text: "<p>A</p> <p><mark>B</mark></p>", terms: { pay: true } }]], suggest: [] };
  assert.equal(said(first("pay"), found).items[0][0].text, "<p>A</p> <p><mark>B</mark></p>");
  assert.deepEqual(said(first("pay"), found).suggest, []);
});
