// What was chosen in the quiz: whether the first try was right, and how many were. Nothing here touches the page.
(() => {
  "use strict";

  // A question's state after a choice: the first try stays what it was.
  const choose = (state, choice) => ({ first: state?.first ?? choice, now: choice });

  // `rights`: the right choice of each question by its name; `states`: what was chosen, by the same names.
  const score = (rights, states) => {
    const answered = Object.keys(rights).filter((name) => states[name]);
    return {
      asked: Object.keys(rights).length,
      answered: answered.length,
      right: answered.filter((name) => states[name].first === rights[name]).length,
    };
  };

  const words = ({ asked, answered, right }) =>
    `${answered} of ${asked} answered${answered ? `, ${right} of them right at the first try` : ""}`;

  globalThis.sideBySide = { ...globalThis.sideBySide, quiz: { choose, score, words } };
  globalThis.document?.dispatchEvent(new Event("sb-quiz"));
})();
