"""What is reviewed is what is there: no character of the dataset is invisible, and no letter passes for another."""

from pathlib import Path

import pytest
from pydantic import TypeAdapter, ValidationError

from sidebyside.load import load
from sidebyside.model import Address, Text

TEXT, ADDRESS = TypeAdapter(Text), TypeAdapter(Address)


@pytest.mark.parametrize(
    "text",
    [
        "Δ of shares",
        "β-testing",
        "naïve Bayes",
        "5 µg",
        "Тест on its own",
        "a\u00a0b",
        "one\ntwo",
        "📈 rises",
        "数据 science",
    ],
)
def test_what_people_write_is_taken(text: str) -> None:
    assert TEXT.validate_python(text) == text


@pytest.mark.parametrize(
    "text", ["Pyt\u043eRch", "p\u0430y", "Σx", "pay\u200b", "pay\u202e", "pay\x00", "a\tb", "pay\ufeff"]
)
def test_what_only_looks_like_it_is_refused(text: str) -> None:
    with pytest.raises(ValidationError):
        TEXT.validate_python(text)


@pytest.mark.parametrize("address", ["https://example.org/a?b=c&d=%C3%A4#e", "http://data.europa.eu/esco/occupation/x"])
def test_an_address_is_taken(address: str) -> None:
    assert ADDRESS.validate_python(address) == address


@pytest.mark.parametrize(
    "address",
    [
        'https://example.org/"onmouseover="x',
        "https://example.org/<b>",
        "https://example.org/a b",
        "https://example.org/\u202egpj",
        "javascript:alert(1)",
        "https://example.org/{{ x }}",
        "https://еxample.org/",
    ],
)
def test_what_would_be_more_than_an_address_is_refused(address: str) -> None:
    with pytest.raises(ValidationError):
        ADDRESS.validate_python(address)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("\\u202e", "U+202E RIGHT-TO-LEFT OVERRIDE"),
        ("\\u2067", "U+2067 RIGHT-TO-LEFT ISOLATE"),
        ("\\0", "U+0000"),
        ("\\x1b", "U+001B"),
        ("\\u2028", "U+2028 LINE SEPARATOR"),
        ("\\U000E0041", "U+E0041 TAG LATIN CAPITAL LETTER A"),
        ("\\uE000", "U+E000"),
        ("\\u3164", "U+3164 HANGUL FILLER"),
    ],
)
def test_the_mistake_names_the_character_and_its_place(sound: Path, written: str, said: str) -> None:
    tools = sound / "data/tools.yml"
    text = tools.read_text(encoding="utf-8")
    line = next(line for line in text.splitlines() if line.strip().startswith("name: "))
    name = line.partition("name: ")[2]
    tools.write_text(text.replace(line, line.replace(name, f'"{name}{written}"'), 1), encoding="utf-8")
    _, (mistake,) = load(sound)
    assert mistake.line == text.splitlines().index(line) + 1
    assert mistake.message == f"an invisible character, {said}, after '{name}'; remove it"
