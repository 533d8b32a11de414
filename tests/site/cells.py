"""What stands in the cells of tables, written anew from what the published files say of each cell."""

from typing import Any

from wording import FEW, Numbers, capital, said

COUNTED = ("no", "one", "two", "three")


class Cells(Numbers):
    """Writes the cells of a row, one by one."""

    def cell(self, table: dict[str, Any], row: dict[str, Any], column: dict[str, Any], cell: dict[str, Any]) -> str:
        numbers = cell.get("numbers", [])
        if column["id"].endswith("difference"):
            return said(self.difference(table, row, column, cell), cell.get("base"))
        if column["id"] == "sign":
            return self.sign(table, row)
        statistics = {number["statistic"] for number in numbers}
        if "weight" in statistics:
            return self.weighed(table, numbers)
        if column["id"] in ("interval", "95-interval"):
            return self.interval(row)
        if not numbers:
            return self.wordy(row, cell)
        by_hand = self.by_hand(row, numbers)
        if by_hand is not None:
            return by_hand
        first = numbers[0]
        if first["statistic"] == "level":
            level = self.levels[first["value"] - 1] if first["value"] else None
            shown = self.words["proficiencies"][level] if level else "not asked"
        elif first["statistic"] == "listed":
            shown = ", ".join(self.figures[number["figure"]]["title"] for number in numbers if number["value"])
        else:
            shown = self.shown(first)
        return said(shown, self.warning(first), cell.get("label"), self.middle(numbers), cell.get("words"))

    def wordy(self, row: dict[str, Any], cell: dict[str, Any]) -> str:
        """Words of ours, perhaps after a level or a part; or what stands where others list something."""
        term = cell.get("term")
        if term:
            word = self.words[term["vocabulary"]][term["id"]]
            is_grid = term["vocabulary"] == "parts" and cell["text"].startswith(f"{capital(word)}.")
            if is_grid:
                return f"{capital(word)}. {cell['words']}" if cell.get("words") else f"{capital(word)}."
            return said(word, cell.get("label"), cell.get("words"))
        others = [number for each in row["cells"].values() for number in each.get("numbers", [])]
        if any(number["statistic"] == "listed" for number in others) and "items" not in cell:
            return said("none of these", cell.get("label"), cell.get("words"))
        return cell.get("text", "")

    def by_hand(self, row: dict[str, Any], numbers: list[dict[str, Any]]) -> str | None:
        """Steps of a computation on paper, and what is only counted."""
        [first, *_] = numbers
        statistic, value = first["statistic"], first.get("value")
        if statistic in ("count", "of", "n"):
            return (f"few: n {value}" if statistic == "n" and value < FEW else f"{value:,}") if value else str(value)
        if row["id"] == "share":
            return f"{value:.4f}"
        if statistic == "variance":
            return f"{value:.6f}"
        if statistic == "standard-error":
            return f"{value:.4f}"
        if row["id"] == "difference":
            return f"{value:.4f}".replace("-", "−")
        if statistic == "interval":
            return " to ".join(f"{number['value']:.3f}".replace("-", "−") for number in numbers)
        return None

    def weighed(self, table: dict[str, Any], numbers: list[dict[str, Any]]) -> str:
        by = {number["statistic"]: number["value"] for number in numbers}
        if any(column["id"] == "add" for column in table["columns"]):
            return f"× {by['weight']} =" if by["weight"] else "–"
        return said(f"{by['mean'] * 100:.1f} %" if "mean" in by else "", f"counts {by['weight']}")

    def interval(self, row: dict[str, Any]) -> str:
        number = row["cells"]["number"]["numbers"][0]
        if "low" not in number:
            return "none known"
        return f"{self.end(number, number['low'])} to {self.end(number, number['high'])}"

    def sign(self, table: dict[str, Any], row: dict[str, Any]) -> str:
        """Whether the difference of the group's first row has the same sign here."""
        whole = next(each for each in table["rows"] if each["group"] == row["group"])
        if whole is row:
            return ""
        found = row["cells"]["difference"].get("numbers")
        if not found:
            return "too few to tell"
        [number], [first] = found, whole["cells"]["difference"]["numbers"]
        clear = "low" in number and (number["low"] > 0 or number["high"] < 0)
        same = (number["value"] > 0) == (first["value"] > 0)
        return f"{'holds' if same else 'turns'}, {'clear' if clear else 'not clear'}"

    def difference(
        self, table: dict[str, Any], row: dict[str, Any], column: dict[str, Any], cell: dict[str, Any]
    ) -> str:
        if not cell.get("numbers"):
            return self.difference_of_words(row, column)
        [number] = cell["numbers"]
        value, low, high = number["value"], number.get("low"), number.get("high")
        if "margin" in cell and low is not None:
            margin = self.margin(number, row)
            if not (low > margin or high < -margin):
                words = "5 points" if number["unit"] == "share" else self.amount(number, margin)
                return (
                    f"alike, within {words}" if -margin <= low and high <= margin else f"no difference beyond {words}"
                )
        ahead = self.roles[number["subject"] if value > 0 else number["minus"]]["short_plural"]
        size = f"{abs(value) * 100:.1f} points" if number["unit"] == "share" else self.amount(number, abs(value))
        if low is None:
            return f"{size} more {ahead}; no interval known"
        ends = (low, high) if value >= 0 else (-high, -low)
        whole = f"{size} more {ahead}; {' to '.join(self.end(number, end) for end in ends)}"
        if low > 0 or high < 0:
            return whole
        is_full = any(each["id"] == "sign" for each in table["columns"])
        return said("no clear difference", whole if is_full else "")

    def difference_of_words(self, row: dict[str, Any], column: dict[str, Any]) -> str:
        """Of levels, of parts, or of what is listed; or that there is nothing to compare."""
        before = f"{column['kind']}-" if column.get("kind") else ""
        cells = {role: row["cells"].get(before + role) for role in self.roles}
        if None in cells.values():
            return ""
        numbers = {role: cell.get("numbers", []) for role, cell in cells.items()}
        every = [number for found in numbers.values() for number in found]
        terms = [cell["term"]["vocabulary"] for cell in cells.values() if "term" in cell]
        if "parts" in terms:
            leading = [role for role, cell in cells.items() if cell["term"]["id"] == "leads"]
            return f"led by {self.roles[leading[0]]['short_plural']}" if leading else "shared"
        if "proficiencies" in terms:
            is_published = any(number["statistic"] == "level" for number in every)
            return self.levels_apart([self.rank(cell, is_published=is_published) for cell in cells.values()])
        if any(number["statistic"] == "listed" for number in every):
            listed = {role: [number["figure"] for number in found] for role, found in numbers.items()}
            having = [role for role, found in listed.items() if found]
            if len(having) == 1:
                return f"listed only for {self.roles[having[0]]['short_plural']}"
            return "listed for both" if len({tuple(found) for found in listed.values()}) == 1 else "each has its own"
        return "nothing to compare" if every else ""

    def rank(self, cell: dict[str, Any], *, is_published: bool) -> int:
        """Of the level that is published or, where none is, of our judgment; the two are not compared."""
        if is_published:
            return next((each["value"] for each in cell.get("numbers", []) if each["statistic"] == "level"), 0)
        return self.levels.index(cell["term"]["id"]) + 1 if "term" in cell else 0

    def levels_apart(self, ranks: list[int]) -> str:
        roles = [role["short_plural"] for role in self.roles.values()]
        if 0 in ranks:
            return f"asked only of {roles[1 if ranks[0] == 0 else 0]}"
        steps = ranks[1] - ranks[0]
        if not steps:
            return "same level"
        return f"{COUNTED[abs(steps)]} {'level' if abs(steps) == 1 else 'levels'} higher {roles[steps > 0]}"
