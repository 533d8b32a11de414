"""Numbers as readers see them. A no-break space keeps a number and its unit on one line."""

from collections.abc import Sequence
from datetime import date

from ..intervals import LEVEL, Difference, Interval
from ..model import FEW, LEAST, Estimate, Figure, Measured, Share

NBSP = "\u00a0"

MONEY = ("usd-a-year", "usd-a-month")


def percent(share: float, places: int = 1) -> str:
    """A share from 0 to 1, as `35.8 %`."""
    return f"{share * 100:.{places}f}{NBSP}%"


def points(share: float) -> str:
    """A difference of shares, without its sign, as `22.7`."""
    return f"{abs(share) * 100:.1f}"


def whole(number: float) -> str:
    """A count, as `1,908`."""
    return f"{number:,.0f}"


def dollars(amount: float, *, rounded: bool = False) -> str:
    """An amount as `$120,230`, or to the nearest hundred as `$157,500`."""
    return f"${int(amount / 100 + 0.5) * 100 if rounded else amount:,.0f}"


def megabytes(size: int) -> str:
    """A number of bytes, as `5.6 MB`: millions, as shops and browsers count them."""
    return f"{size / 1e6:.1f}{NBSP}MB"


def day(when: date) -> str:
    """A date, as `21 November 2026`."""
    return f"{when.day} {when:%B %Y}"


def confidence() -> str:
    """The level of all intervals, as `95 %`."""
    return percent(LEVEL, 0)


def is_rounded(figure: Figure) -> bool:
    """Whether amounts are shown in hundreds: those that have an interval, which is far wider than that."""
    return figure.interval != "none"


def amount(figure: Figure, number: float, *, exact: bool = False) -> str:
    """A number in the figure's unit. `exact` shows amounts as they are stored."""
    if figure.unit == "share":
        return percent(number)
    if figure.unit in MONEY:
        return dollars(number, rounded=is_rounded(figure) and not exact)
    if figure.unit == "index":
        return f"{number:g}"
    if figure.unit == "years":
        years = f"{number:.1f}".removesuffix(".0")
        return f"{years}{NBSP}{'year' if years == '1' else 'years'}"
    return whole(number)


def span(figure: Figure, interval: Interval, *, exact: bool = False) -> str:
    """An interval in the figure's unit, as `33.6 to 38.0` or `$152,900 to $158,300`."""
    return " to ".join(_end(figure, end, exact=exact) for end in interval)


def _end(figure: Figure, number: float, *, exact: bool) -> str:
    """One end, with its sign and without the words that the value beside it has."""
    if figure.unit == "share":
        shown = f"{abs(number) * 100:.1f}"
    else:
        shown = amount(figure, abs(number), exact=exact).partition(NBSP)[0]
    is_zero = not any(digit in "123456789" for digit in shown)
    return ("−" if number < 0 and not is_zero else "") + shown


def size(figure: Figure, difference: Difference) -> str:
    """How large a difference is, as `22.7 points` or `$44,000`."""
    if figure.unit == "share":
        return f"{points(difference.value)} points"
    return amount(figure, abs(difference.value))


def size_span(figure: Figure, difference: Difference) -> str:
    """The interval of a difference, turned to the side of the larger value: `18.0 to 27.3`.

    Raises ValueError where it is not known.
    """
    if difference.interval is None:
        raise ValueError(f"the interval of the difference is not known: {figure.id}")
    low, high = difference.interval
    return span(figure, Interval(low, high) if difference.value >= 0 else Interval(-high, -low))


def base(figure: Figure, values: list[Measured]) -> str:
    """How many the values rest on, as `n 1,827 and 559 respondents who use machine learning`."""
    counts = [counted(value) for value in values]
    known = [whole(count) for count in counts if count is not None]
    return f"n{NBSP}{listing(known)} {figure.base}" if known else figure.base


def listing(words: Sequence[str]) -> str:
    """Words one after another, as `a, b and c`."""
    return " and ".join(filter(None, [", ".join(words[:-1]), words[-1]])) if words else ""


def counted(value: Measured) -> int | None:
    """How many answers, adverts or bands a value rests on; None where nobody says."""
    return value.of if isinstance(value, Share) else value.n


def is_hidden(value: Measured) -> bool:
    """Whether the value rests on so few that it is not shown."""
    count = counted(value)
    return count is not None and count < LEAST


def warning(value: Measured) -> str:
    """What has to stand beside a number that rests on few; empty where there is no need."""
    count = counted(value)
    return f"few: n{NBSP}{whole(count)}" if count is not None and count < FEW else ""


def stored(value: Share | Estimate) -> str:
    """What the dataset stores of a value beside the number itself, in words."""
    if isinstance(value, Share):
        return f"{whole(value.count)} of {whole(value.of)}"
    if value.n is not None:
        return f"n{NBSP}{whole(value.n)}"
    error = value.relative_standard_error
    return "no standard error" if error is None else f"standard error {error:g}{NBSP}% of it"
