"""A YAML file as data with places: what is read, and what is refused where."""

import pytest

from sidebyside.document import read


def messages(raw: bytes) -> list[str]:
    return [str(mistake) for mistake in read("data/x.yml", raw)[1]]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12", 12),
        ("-3", -3),
        ("1.5", 1.5),
        ("true", True),
        ("null", None),
        ("", None),
        ("no", "no"),
        ("on", "on"),
        ("010", "010"),
        ("1_000", "1_000"),
        ("12:30", "12:30"),
        ("9" * 5000, "9" * 5000),
        ("2026-11-20", "2026-11-20"),
        ("'12'", "12"),
        ('"true"', "true"),
        ("|\n  two\n  lines", "two\nlines\n"),
    ],
)
def test_nothing_is_guessed(text, value):
    found, mistakes = read("data/x.yml", f"key: {text}\n".encode())
    assert mistakes == []
    assert found.data == {"key": value}
    assert type(found.data["key"]) is type(value)


def test_a_mistake_is_placed_at_its_value_or_its_key():
    found, _ = read("data/tools.yml", b"rows:\n  - id: pytorch\n    evidence:\n      - a/b\n      - c/d\n", "rows")
    at_value = found.mistake(("rows", "pytorch", "evidence", 1), "wrong")
    assert str(at_value) == "data/tools.yml:5:9: tools.pytorch.evidence.2: wrong"
    at_key = found.mistake(("rows", 0, "evidence"), "wrong", at_key=True)
    assert str(at_key) == "data/tools.yml:3:5: tools.pytorch.evidence: wrong"


def test_a_path_that_leads_nowhere_is_placed_where_it_ends():
    found, _ = read("data/tools.yml", b"rows:\n  - id: pytorch\n", "rows")
    assert str(found.mistake(("rows", "pytorch", "tag", "missing"), "wrong")).startswith("data/tools.yml:2:5: ")


def test_a_key_that_stands_there_twice():
    assert messages(b"a:\n  b: 1\n  b: 2\n") == [
        "data/x.yml:3:3: x.a: the key 'b' is already on line 2; keep one of them"
    ]


@pytest.mark.parametrize(
    ("raw", "place", "words"),
    [
        (b"", "1:1", "empty"),
        (b"# only a comment\n", "1:1", "empty"),
        (b"a: 1\nb: caf\xe9\n", "2:7", "0xe9 is not UTF-8"),
        (b"a: 1\n\tb: 2\n", "2:1", "a tab"),
        ("a: one\u2028two\n".encode(), "1:7", "U+2028"),
        (b"a: &x 1\n", "1:4", "an anchor (&x)"),
        (b"a: &x 1\nb: *x\n", "2:4", "an alias (*x)"),
        (b"a: !!str 1\n", "1:4", "a tag (!)"),
        (b"a: [1\n", "2:1", "not valid YAML"),
        (b"a: 1\n---\nb: 2\n", "2:1", "not valid YAML"),
        (b"a: \x07\n", "1:4", "not valid YAML"),
        (b"[" * 100_000 + b"]" * 100_000, "1:21", "nested too deeply"),
    ],
)
def test_what_cannot_be_read_is_refused_where_it_stands(raw, place, words):
    found = messages(raw)
    assert any(line.startswith(f"data/x.yml:{place}") and words in line for line in found), found


def test_a_tab_is_reported_once_though_it_breaks_the_syntax_too():
    assert len(messages(b"a:\n\tb: 1\n")) == 1


def test_signs_of_anchors_in_plain_text_are_text():
    found, mistakes = read("data/x.yml", b"a: R&D *and* more!\n")
    assert mistakes == []
    assert found.data == {"a": "R&D *and* more!"}
