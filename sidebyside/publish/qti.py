"""The quiz of a module as an assessment in the Common Cartridge's profile of QTI 1.2.1.

Its form follows what importers read. The question is HTML in ASCII, for Moodle takes its letters for Latin-1; it is
told that it is HTML, for Moodle and Canvas read it as that anyway. Every answer has one condition with its own
feedback: Moodle shows whatever stands at conditions that continue as the question's general feedback, and Open edX
takes the answers of all conditions up to the first that does not continue for right. So the general feedback alone
continues, and the condition of the right answer comes before the wrong ones; what a learner sees is in the order of
the labels, or shuffled. Feedback lies in `flow_mat`, where Moodle looks for it. No identifier but `general_fb` may
contain what Canvas reads as a kind of feedback, such as "correct" or "solution"; therefore answers are labeled by
their place, which is all that tells them apart.
"""

from dataclasses import dataclass
from html import escape

from ..model import Question
from ..render import quiz
from ..render.citations import LANGUAGE
from .html import fill
from .site import Published

TYPE = "imsqti_xmlv1p2/imscc_xmlv1p1/assessment"


@dataclass(frozen=True)
class _Answer:
    label: str
    text: str
    feedback: str
    right: bool


@dataclass(frozen=True)
class _Item:
    id: str
    title: str
    asks: str
    """HTML."""
    general: str
    answers: tuple[_Answer, ...]


def assessment(made: Published, id_: str, title: str, questions: tuple[Question, ...]) -> str:
    """The file of an assessment of these questions, in their order."""
    items = [_item(made, question) for question in questions]
    return fill("cartridge-quiz.xml", id=id_, title=title, language=LANGUAGE, items=items)


def _item(made: Published, question: Question) -> _Item:
    section = made.outline.leads_to(quiz.section_of(made.dataset, question))

    def said(text: str) -> str:
        return quiz.filled(made.dataset, question, text)

    answers = (
        _Answer(f"answer-{place}", said(answer.text), said(answer.feedback), answer.right)
        for place, answer in enumerate(question.answers, 1)
    )
    asks = escape(said(question.asks), quote=False).encode("ascii", "xmlcharrefreplace").decode()
    general = f"The section to read on this: {made.outline.full_title(section)}"
    named = dict.fromkeys(number.figure.partition("/")[0] for number in question.numbers.values())
    if sources := "; ".join(made.dataset.source_by_id[source].short for source in named):
        general += f". The numbers are from: {sources}"
    return _Item(f"question-{question.id}", section.title, f"<p>{asks}</p>", general, tuple(answers))
