"""Claims with their verdicts."""

import pytest
from fragments import spaced

from sidebyside.load import load
from sidebyside.render.calling import CallError
from sidebyside.render.calls import Calls
from sidebyside.render.links import Links


def test_a_claim_has_its_verdict_its_figures_who_says_it_and_its_anchor(calls):
    found = calls.claims("said")
    assert 'id="claim-python"' in found
    first, second, third = (spaced(each) for each in found.split('<div class="sb-claim')[1:])
    assert "The second writes Python more." in first
    assert "Partly supported by the rule for “more”" in first
    assert "answers, Survey 2022" in first
    assert "20.0 points more ■ seconds 10.2 to 30.3" in first
    assert "no clear difference 3.3 points more ■ seconds −14.1 to 20.5" in first
    assert "Said by A neighbor, What I heard" in first
    assert "threshold: above 55.0 %" in second
    assert "95 % interval 50.2 to 69.1" in second
    assert "Cannot be tested" in third
    assert "What would be needed: A diary of both." in third


def test_the_filter_counts_every_verdict(calls):
    found = spaced(calls.verdicts())
    assert "all 3" in found
    assert "partly supported 2" in found
    assert "contradicted 0" in found
    assert "cannot be tested 1" in found


def test_text_of_a_claim_is_shown_as_it_is(sound):
    path = sound / "data" / "claims.yml"
    path.write_text(path.read_text().replace("Nobody has looked.", "<b>Nobody</b> {{ 7*7 }} *looked*."))
    found = Calls(load(sound)[0].dataset, Links("index.md")).claims("said")
    assert "<b>" not in found
    assert "&lt;b&gt;Nobody" in found or "&#60;b&#62;Nobody" in found
    assert "{{" not in found
    assert "*looked*" not in found


def test_claims_of_no_group_are_refused(calls):
    with pytest.raises(CallError, match="no group 'sayd' of claims; did you mean 'said'"):
        calls.claims("sayd")
    with pytest.raises(CallError, match="no verdict 'right'"):
        calls.count("claims", "right")
