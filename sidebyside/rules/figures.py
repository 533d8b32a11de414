"""Rules about figures: where they come from, and that their numbers can be true."""

from collections.abc import Iterator
from itertools import pairwise

from ..load import Draft
from ..mistakes import Mistake
from ..model import DERIVED, Figure, Measured, Quantiles, Share
from .lookup import unknown

# The interval methods that a statistic can have.
_METHODS = {
    "share": ("wilson", "cluster-bootstrap", "bootstrap", "none"),
    "quantiles": ("exact-median", "cluster-bootstrap", "bootstrap", "none"),
    "estimate": ("relative-standard-error", "bootstrap", "none"),
    "expectation": ("none",),
    "listing": ("none",),
}

_RESAMPLED = ("bootstrap", "cluster-bootstrap")

_UNITS = {
    "share": ("share",),
    "quantiles": ("usd-a-year", "usd-a-month", "years"),
    "estimate": ("jobs", "share", "index", "usd-a-year"),
    "expectation": ("level",),
    "listing": ("listed",),
}


def _values(draft: Draft) -> Iterator[tuple[str, Figure, str, Measured]]:
    """File, complete figure, subject and value of every number of every figure."""
    for name, evidence in draft.evidence.items():
        for figure in evidence.complete():
            for subject, value in figure.values.items():
                if isinstance(value, Measured):
                    yield name, figure, subject, value


def of_another_source(draft: Draft) -> Iterator[Mistake]:
    """A file of evidence is named like its source, which exists, and its figures' ids begin with it."""
    for name, evidence in draft.evidence.items():
        own = name.removeprefix("evidence/").removesuffix(".yml")
        yield from unknown(draft, name, ("source",), "sources", evidence.source, "source")
        if evidence.source != own:
            message = f"the source is '{evidence.source}', but the file is named '{own}'; make them alike"
            yield draft.mistake(name, ("source",), message)
        for figure in evidence.figures:
            if figure.source != evidence.source:
                message = f"'{figure.id}' must begin with '{evidence.source}/'"
                yield draft.mistake(name, ("figures", figure.id, "id"), message)


def from_other_files(draft: Draft) -> Iterator[Mistake]:
    """Figures come from the files that data/sources.yml names, with the same hashes; computed ones from some file."""
    sources = draft.dataset.source_by_id
    for name, evidence in draft.evidence.items():
        source = sources.get(evidence.source)
        if source is None:
            continue
        if evidence.origin == "computed" and not evidence.files:
            yield draft.mistake(name, ("origin",), "computed, but from no files; name them under files")
        known = {file.path: file.sha256 for file in source.files}
        for position, file in enumerate(evidence.files):
            if known.get(file.path) != file.sha256:
                message = f"{file.path} with this sha256 is not among the files of '{source.id}' in data/sources.yml"
                yield draft.mistake(name, ("files", position), f"{message}; run make evidence")


def kind_that_the_source_has_not(draft: Draft) -> Iterator[Mistake]:
    """A figure of a kind that its source does not declare."""
    sources = draft.dataset.source_by_id
    for name, evidence in draft.evidence.items():
        source = sources.get(evidence.source)
        if source is None:
            continue
        for figure in evidence.complete():
            if figure.kind not in source.kinds:
                message = f"kind '{figure.kind}', but the source '{source.id}' has only {', '.join(source.kinds)}"
                yield draft.mistake(name, ("figures", figure.id), message + "; correct one of them")


def method_that_does_not_fit(draft: Draft) -> Iterator[Mistake]:
    """An interval method that its statistic cannot have."""
    yield from _unfit(draft, "interval", "interval method", _METHODS)


def unit_that_does_not_fit(draft: Draft) -> Iterator[Mistake]:
    """A unit that its statistic cannot have: a share is a share, and a distribution is of amounts."""
    yield from _unfit(draft, "unit", "unit", _UNITS)


def _unfit(draft: Draft, key: str, words: str, possible: dict[str, tuple[str, ...]]) -> Iterator[Mistake]:
    for name, evidence in draft.evidence.items():
        for figure in evidence.complete():
            value, fitting = getattr(figure, key), possible[figure.statistic]
            if value not in fitting:
                message = f"the {words} '{value}' does not fit '{figure.statistic}'; possible are {', '.join(fitting)}"
                yield draft.mistake(name, ("figures", figure.id), message)


def interval_stored_or_derived(draft: Draft) -> Iterator[Mistake]:
    """What follows from the stored numbers is not stored; what does not follow is."""
    for name, figure, subject, value in _values(draft):
        path = ("figures", figure.id, "values", subject)
        if value.interval is not None and figure.interval in DERIVED:
            message = f"the interval is derived by '{figure.interval}'; remove it, or name the method that it is from"
            yield draft.mistake(name, (*path, "interval"), message)
        elif value.interval is not None and figure.interval == "none":
            message = "an interval, but the figure's interval method is 'none'; name the method, or remove it"
            yield draft.mistake(name, (*path, "interval"), message)
        elif value.interval is None and figure.interval not in DERIVED and figure.interval != "none":
            message = f"no interval, but '{figure.interval}' cannot be derived; store it, or say 'none'"
            yield draft.mistake(name, path, message)
        elif figure.interval == "cluster-bootstrap" and isinstance(value, Share | Quantiles) and not value.clusters:
            yield draft.mistake(name, path, "the number of clusters is missing; add it")


def difference_stored_or_derived(draft: Draft) -> Iterator[Mistake]:
    """The interval of a difference is stored where the two values' were resampled by us, and nowhere else."""
    if len(draft.dataset.roles) < 2:
        return
    for name, evidence in draft.evidence.items():
        for figure in evidence.complete():
            path = ("figures", figure.id)
            first = list(figure.values)[:2]  # whom a stored interval is about
            values = [figure.values[role.id] for role in draft.dataset.roles if role.id in first]
            numbers = [value for value in values if isinstance(value, Measured)]
            if figure.difference is None:
                if figure.interval in _RESAMPLED and evidence.origin == "computed" and len(numbers) > 1:
                    yield draft.mistake(name, path, "the interval of the difference is missing; store it")
            elif figure.interval not in _RESAMPLED or len(numbers) != 2:
                message = (
                    f"the interval of the difference follows from '{figure.interval}', or there is none; remove it"
                )
                yield draft.mistake(name, (*path, "difference"), message)
            else:
                low, high = figure.difference
                difference = numbers[1].value - numbers[0].value
                if not low <= difference <= high:
                    message = f"{low:g} to {high:g} leaves out the difference, {difference:g}; correct one of them"
                    yield draft.mistake(name, (*path, "difference"), message)


def count_beyond_its_base(draft: Draft) -> Iterator[Mistake]:
    """More counted than asked."""
    for name, figure, subject, value in _values(draft):
        if isinstance(value, Share) and value.count > value.of:
            path = ("figures", figure.id, "values", subject, "count")
            yield draft.mistake(name, path, f"{value.count} is out of range; it must be at most the base, {value.of}")


def quantiles_out_of_order(draft: Draft) -> Iterator[Mistake]:
    """A quantile below a lower one."""
    for name, figure, subject, value in _values(draft):
        if not isinstance(value, Quantiles):
            continue
        quantiles = [(key, getattr(value, key)) for key in ("p10", "p25", "median", "p75", "p90")]
        stored = [(key, number) for key, number in quantiles if number is not None]
        for (lower, below), (higher, above) in pairwise(stored):
            if above < below:
                message = f"{higher} is {above:g}, less than {lower}, {below:g}; correct one of them"
                yield draft.mistake(name, ("figures", figure.id, "values", subject, higher), message)


def value_outside_its_interval(draft: Draft) -> Iterator[Mistake]:
    """A stored interval whose ends are exchanged, or that leaves out its own value."""
    for name, figure, subject, value in _values(draft):
        if value.interval is None:
            continue
        low, high = value.interval
        if not low <= value.value <= high:
            message = f"{low:g} to {high:g} leaves out the value, {value.value:g}; correct one of them"
            yield draft.mistake(name, ("figures", figure.id, "values", subject, "interval"), message)
