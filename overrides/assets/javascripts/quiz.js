// The quiz: says at once what is to be said to a chosen answer, and counts first tries. Nothing is stored or sent; what
// was chosen is kept while the pages of this site are changed without loading them anew.
(() => {
  "use strict";

  const setUp = (quiz, kept, all) => {
    const { choose, score, words } = globalThis.sideBySide.quiz;
    const questions = [...quiz.querySelectorAll(".sb-question")];
    const rights = (every) => Object.fromEntries(
      every.map((each) => [each.id, each.querySelector("[data-right]").value]),
    );

    const say = (question, ...content) => question.querySelector(".sb-feedback").replaceChildren(...content);

    const draw = (question) => {
      const chosen = kept[question.id]?.now;
      for (const radio of question.querySelectorAll("input")) {
        const judged = radio.value === chosen;
        if (judged) {
          radio.checked = true;
          radio.setAttribute("aria-describedby", `${question.id}-feedback`);
          radio.closest("label").dataset.judged = "right" in radio.dataset ? "right" : "wrong";
        } else {
          radio.removeAttribute("aria-describedby");
          delete radio.closest("label").dataset.judged;
        }
      }
      if (!chosen) return say(question);
      const verdict = document.createElement("strong");
      const isRight = rights([question])[question.id] === chosen;
      verdict.textContent = isRight ? "Right. " : "Not right. ";
      const feedback = question.querySelector(`[data-feedback="${chosen}"]`).cloneNode(true);
      const more = question.querySelector(".sb-asked a").cloneNode(true);
      return say(question, verdict, ...feedback.childNodes, ...(isRight ? [] : [" To read: ", more]));
    };

    // Only the feedback is announced when an answer is chosen; the score is there to be looked up.
    const count = () => {
      const part = words(score(rights(questions), kept));
      const whole = words(score(rights(all.flatMap((each) => [...each.querySelectorAll(".sb-question")])), kept));
      quiz.querySelector("[data-part=score]").textContent = `In this part: ${part}. In all: ${whole}.`;
    };
    const countEverywhere = () => {
      for (const each of all) each.dispatchEvent(new Event("sb-count"));
    };

    const judge = (question, radio) => {
      if (kept[question.id]?.now === radio.value) return;
      kept[question.id] = choose(kept[question.id], radio.value);
      draw(question);
      countEverywhere();
    };

    const clear = (every) => {
      for (const question of every) {
        delete kept[question.id];
        for (const radio of question.querySelectorAll("input")) radio.checked = false;
        question.querySelector("details").open = false;
        draw(question);
      }
      countEverywhere();
    };

    // Arrow keys move through the answers and check each on their way: that is looking, not yet choosing. A click on an
    // answer that is checked already changes nothing, and chooses it.
    let moving = false;
    quiz.addEventListener("keydown", (event) => {
      const radio = event.target.closest("input[type=radio]");
      if (!radio || event.ctrlKey || event.altKey || event.metaKey) return;
      moving = event.key.startsWith("Arrow");
      if (radio.checked && (event.key === "Enter" || event.key === " ")) judge(radio.closest(".sb-question"), radio);
    });
    for (const end of ["keyup", "pointerdown"]) quiz.addEventListener(end, () => { moving = false; });
    quiz.addEventListener("focusout", (event) => { moving &&= quiz.contains(event.relatedTarget); });
    quiz.addEventListener("click", (event) => {
      if (!moving && event.target.matches("input[type=radio]")) judge(event.target.closest(".sb-question"), event.target);
    });
    quiz.addEventListener("change", (event) => {
      const question = event.target.closest(".sb-question");
      if (!question) return;
      if (!moving) judge(question, event.target);
      else if (kept[question.id]?.now !== event.target.value) say(question, "Enter or the space bar chooses this answer.");
      else draw(question);
    });
    quiz.addEventListener("click", (event) => {
      const button = event.target.closest("[data-quiz]");
      if (!button) return;
      clear(button.dataset.quiz === "all" ? all.flatMap((each) => [...each.querySelectorAll(".sb-question")]) : questions);
      questions[0].querySelector("input").focus();
    });
    quiz.addEventListener("sb-count", count);

    questions.forEach(draw);
    count();
    quiz.querySelector(".sb-score").hidden = false;
  };

  const begin = () => {
    const shared = globalThis.sideBySide;
    const all = [...document.querySelectorAll(".sb-quiz")];
    for (const quiz of all.filter((each) => !("ready" in each.dataset))) {
      quiz.dataset.ready = "";
      setUp(quiz, (shared.quizKept ??= {}), all);
    }
  };

  // Where the theme changes the page without loading it anew, the logic may come last.
  if (globalThis.sideBySide?.quiz) begin();
  else document.addEventListener("sb-quiz", begin, { once: true });
})();
