"""Numbers as the pages write them, knowing only what the published files say of them."""

import re
from collections.abc import Callable
from typing import Any

MONEY = ("usd-a-year", "usd-a-month")
FEW = 30
MARGIN = 0.05


def said(*parts: str | None) -> str:
    """Parts as a text of the files has them; a page sets them apart by its looks."""
    return "; ".join(part for part in parts if part)


def capital(words: str) -> str:
    return words[:1].upper() + words[1:]


class Numbers:
    """Writes numbers with the words that stand at them."""

    def __init__(self, read: Callable[[str], Any]) -> None:
        self.figures = {each["id"]: each for each in read("figures.json")["figures"]}
        self.roles = {each["id"]: each for each in read("roles.json")["roles"]}
        self.words = {
            name: {each["id"]: each["label"] for each in words}
            for name, words in read("vocabularies.json")["vocabularies"].items()
        }
        self.short = {each["id"]: each["short"] for each in read("sources.json")["sources"]}
        self.levels = list(self.words["proficiencies"])

    def amount(self, number: dict[str, Any], value: float) -> str:
        unit = number.get("unit")
        if unit == "share":
            return f"{value * 100:.1f} %"
        if unit in MONEY:
            if self.figures[number["figure"]]["interval"] != "none":
                value = int(value / 100 + 0.5) * 100
            return f"${value:,.0f}"
        if unit == "index":
            return f"{value:g}"
        if unit == "years":
            years = f"{value:.1f}".removesuffix(".0")
            return f"{years} year" if years == "1" else f"{years} years"
        return f"{value:,.0f}"

    def shown(self, number: dict[str, Any]) -> str:
        value = number.get("value")
        if value is None:
            return "too few to show" if "n" in number else "not published"
        text = self.amount(number, value)
        return f"{text} or more" if number.get("at_least") else text

    def end(self, number: dict[str, Any], value: float) -> str:
        shown = (
            f"{abs(value) * 100:.1f}" if number["unit"] == "share" else self.amount(number, abs(value)).split(" ")[0]
        )
        return ("−" if value < 0 and re.search("[1-9]", shown) else "") + shown

    def hint(self, number: dict[str, Any]) -> str:
        """What a number's link says of its interval."""
        if number.get("value") is None or number["statistic"] == "level":
            return ""
        if "low" not in number:
            return "no interval known"
        return f"95 % interval {self.end(number, number['low'])} to {self.end(number, number['high'])}"

    def warning(self, number: dict[str, Any]) -> str:
        is_few = number.get("n", FEW) < FEW and "value" in number
        return f"few: n {number['n']:,}" if is_few else ""

    def middle(self, numbers: list[dict[str, Any]]) -> str:
        by = {number["statistic"]: number for number in numbers}
        return f"middle half {self.shown(by['p25'])} to {self.shown(by['p75'])}" if len(by) == 3 else ""

    def margin(self, number: dict[str, Any], row: dict[str, Any]) -> float:
        """How large a difference is in a summary to be one: 5 points, or 5 % of the first role's value."""
        if number["unit"] == "share":
            return MARGIN
        return MARGIN * row["cells"][number["minus"]]["numbers"][0]["value"]
