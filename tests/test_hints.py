"""Terms become hints where they first appear in the prose of a chapter."""

import pytest

from sidebyside.hints import hinted
from sidebyside.model import GlossaryTerm


def term(id_: str, *forms: str) -> GlossaryTerm:
    return GlossaryTerm(id=id_, name=forms[0], forms=forms, definition="Something.")


DRIFT, FEATURE = term("drift", "drift", "drifts"), term("feature", "feature", "features")
STORE, TEST = term("store", "feature store"), term("test", "A/B test")
ALL = [DRIFT, FEATURE, STORE, TEST]


def test_only_the_first_of_a_term_is_a_hint():
    assert hinted("It drifts. The drift is slow.", ALL) == 'It {{ term("drift", "drifts") }}. The drift is slow.'


def test_a_sentence_may_begin_with_it():
    assert hinted("Drift is slow.", ALL) == '{{ term("drift", "Drift") }} is slow.'


def test_the_first_form_in_the_text_counts_and_not_the_longest():
    assert hinted("A drift drifts.", ALL) == 'A {{ term("drift", "drift") }} drifts.'


def test_a_longer_term_keeps_a_shorter_one_out():
    assert hinted("A feature store has a feature.", ALL) == (
        'A {{ term("store", "feature store") }} has a {{ term("feature", "feature") }}.'
    )


def test_a_term_over_a_line_break():
    assert hinted("A feature\nstore.", ALL) == 'A {{ term("store", "feature store") }}.'


def test_signs_in_a_term():
    assert hinted("One A/B test, another A/B test.", ALL) == 'One {{ term("test", "A/B test") }}, another A/B test.'


@pytest.mark.parametrize(
    "text",
    [
        "## Drift {#drift}",
        "See [the drift](x.md).",
        "Write `drift`.",
        "```\ndrift\n```",
        '{{ figure("drift", "x") }}',
        "![drift](x.svg){#drift}",
        "Snowdrift, drift-free and drifting.",
    ],
)
def test_where_no_hint_is_wanted(text):
    assert hinted(text, ALL) == text


def test_a_link_does_not_use_up_the_first_place():
    assert hinted("[The drift](x.md) is a drift.", ALL) == '[The drift](x.md) is a {{ term("drift", "drift") }}.'


def test_a_term_without_a_hint_keeps_shorter_ones_out():
    text = "A feature store has a feature."
    assert hinted(text, ALL, unhinted={"store"}) == 'A feature store has a {{ term("feature", "feature") }}.'


def test_a_term_without_forms_goes_by_its_name():
    plain = GlossaryTerm(id="sql", name="SQL", definition="A language.")
    assert hinted("Use SQL, not sql.", [plain]) == 'Use {{ term("sql", "SQL") }}, not sql.'
