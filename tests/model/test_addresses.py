"""When two addresses are of one page."""

import pytest

from sidebyside.model import addresses


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("https://example.org/a", "http://example.org/a/#part", True),
        ("https://example.org", "https://example.org/", True),
        ("https://example.org/a?b=1", "https://example.org/a?b=2", False),
        ("https://example.org/a", "https://example.com/a", False),
        ("https://example.org/a//b", "https://example.org/a/b", False),
    ],
)
def test_addresses_are_of_one_page_or_not(one, other, same):
    assert addresses.same(one, other) is same


def test_a_copy_names_what_was_copied():
    assert addresses.copied("https://web.archive.org/web/20261120093000/http://example.org/a") == "http://example.org/a"
    assert addresses.copied("https://web.archive.org/web/20261120093000id_/https://a.org/") == "https://a.org/"
    assert addresses.copied("https://example.org/a") is None
