// What answers to statements about work say: the same as sidebyside/assessment.py, which explains the method, and a test
// compares the two. And answers as a part of an address. Nothing here touches the page.
(() => {
  "use strict";

  const END = 2;
  const SHOWN = 4;
  const NONE = "0"; // in an address: no answer; 1 to 5 are the answers from one end to the other

  const sum = (numbers) => numbers.reduce((all, each) => all + each, 0);

  // `made`: statements [kind of work, sign], weights by kind of work and role, undecided in percent.
  // `answers`: from -2 to 2 for each statement, null where there is none.
  const assess = (made, answers) => {
    const roles = made.weights[0].map((_, role) => role);
    const apart = (kind, [one, other]) => made.weights[kind][one] - made.weights[kind][other];
    const attainable = (pair) => sum(made.statements.map(([kind]) => END * Math.abs(apart(kind, pair))));
    const threshold = (pair) => Math.max(1, Math.ceil((attainable(pair) * made.undecided) / 100));
    const sumsOf = (worth) => {
      const sums = made.weights.map(() => 0);
      made.statements.forEach(([kind, sign], place) => (sums[kind] += sign * worth[place]));
      return sums;
    };
    const totalsOf = (sums) => roles.map((role) => sum(sums.map((each, kind) => each * made.weights[kind][role])));
    const clearBy = (totals, pair) => totals[pair[0]] - totals[pair[1]] - threshold(pair);
    const pairOf = (totals) => {
      const first = totals.indexOf(Math.max(...totals));
      const pairs = roles.filter((role) => role !== first).map((role) => [first, role]);
      return pairs.reduce((best, each) => (clearBy(totals, each) < clearBy(totals, best) ? each : best));
    };
    const isNear = (totals) => clearBy(totals, pairOf(totals)) >= 0;
    const largest = (adds) => adds.map((_, place) => place).filter((place) => adds[place] > 0)
      .sort((one, other) => adds[other] - adds[one] || one - other);

    const worth = answers.map((answer) => answer ?? 0);
    const answered = answers.filter((answer) => answer !== null).length;
    const sums = sumsOf(worth);
    const totals = totalsOf(sums);
    const pair = pairOf(totals);
    const near = isNear(totals);
    const adds = made.statements.map(([kind, sign], place) => sign * worth[place] * apart(kind, pair));
    const opposed = adds.map((each) => -each);
    const early = 2 * answered < made.statements.length;

    const turning = () => {
      if (early || (!near && sum(adds) === 0)) return [];
      const left = [...worth];
      const turned = [];
      for (const place of largest(near ? adds : opposed)) {
        left[place] = 0;
        turned.push(place);
        const found = totalsOf(sumsOf(left));
        if (isNear(found) !== near || pairOf(found)[0] !== pair[0]) return turned;
      }
      return [];
    };

    return {
      verdict: early ? "early" : near ? "near" : "undecided",
      answered,
      sums,
      totals,
      pair,
      lead: totals[pair[0]] - totals[pair[1]],
      attainable: attainable(pair),
      threshold: threshold(pair),
      adds,
      decided: largest(adds).slice(0, SHOWN),
      against: largest(opposed).slice(0, SHOWN),
      turning: turning(),
    };
  };

  const write = (version, answers) =>
    `${version}-${answers.map((answer) => (answer === null ? NONE : answer + END + 1)).join("")}`;

  // The answers in a text that `write` made for the same statements, else null.
  const read = (version, count, text) => {
    const found = /^([0-9a-f]+)-([0-5]+)$/.exec(text);
    if (!found || found[1] !== version || found[2].length !== count) return null;
    return [...found[2]].map((sign) => (sign === NONE ? null : Number(sign) - END - 1));
  };

  globalThis.sideBySide = { ...globalThis.sideBySide, assessment: { assess, write, read } };
  globalThis.document?.dispatchEvent(new Event("sb-assessment"));
})();
