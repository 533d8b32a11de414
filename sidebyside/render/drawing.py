"""SVG by hand: what the pictures are drawn with.

A picture is drawn twice, wide and narrow, at the size at which it is seen, so that its letters are as large as those
of the text around it. Colors are the site's variables; whoever gives a picture away puts the values in their place.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from math import ceil, floor, hypot, log10

from markupsafe import Markup

from ..model import Role
from .html import capital

INK, MUTED, RULE, PAPER = (f"var(--sb-{name})" for name in ("ink", "muted", "rule", "paper"))
WIDE, NARROW = 688, 328
"""Widths in pixels: of the text column of a page, and of a phone's less its margins."""
SIZE, SMALL = 13, 11.5
"""Sizes of letters in pixels."""
LINE = 1.25
"""Height of a line, in sizes of its letters."""

# Widths of the letters of Helvetica, which Arial and Liberation Sans share, in thousandths of their size.
_WIDTHS = {
    letter: width
    for width, letters in {
        191: "'",
        222: "ijl‘’",
        260: "|",
        278: " !,./:;I[]\\ft·",
        333: "()-`r“”",
        355: '"',
        389: "*",
        500: "Jcksvxyz",
        556: "#$0123456789?L_abdeghnopqu–",
        584: "+<=>~−",
        611: "FTZ",
        667: "&ABEKPSVXY",
        722: "CDHNRUw",
        778: "GOQ",
        833: "Mm",
        889: "%",
        944: "W",
        1000: "—…",
        1015: "@",
    }.items()
    for letter in letters
}
SLACK = 1.05
"""By how much other fonts may be wider."""


def measure(text: str, size: float = SIZE, *, bold: bool = False) -> float:
    """How wide a text is drawn, in pixels; for a letter that is not known, a wide one's width."""
    return sum(_WIDTHS.get(letter, 722) for letter in text) * size / 1000 * SLACK * (1.07 if bold else 1)


def wrap(text: str, width: float, size: float = SIZE, *, bold: bool = False) -> list[str]:
    """The text on lines that are no wider than `width`; a single word that is wider has a line of its own."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and measure(longer, size, bold=bold) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def number(value: float) -> str:
    """A coordinate, to a tenth of a pixel."""
    return f"{round(value, 1) + 0:g}"


@dataclass(frozen=True)
class Scale:
    """From the data to pixels, in a straight line."""

    low: float
    high: float
    start: float
    end: float

    def __call__(self, value: float) -> float:
        """Where a value is."""
        return self.start + (value - self.low) / (self.high - self.low) * (self.end - self.start)


def ticks(low: float, high: float, most: int) -> list[float]:
    """Round numbers that reach from `low` or below to `high` or above, at most `most` if that can be.

    Steps are 1, 2, 2.5 or 5 times a power of ten (Heckbert 1990, "Nice numbers for graph labels").
    """
    span = (high - low) or 1
    power = 10 ** floor(log10(span / max(most - 1, 1)))
    steps = [factor * power for factor in (1, 2, 2.5, 5, 10, 20)]
    fitting = [step for step in steps if ceil(high / step) - floor(low / step) + 1 <= most]
    step = fitting[0] if fitting else steps[-1]
    return [place * step for place in range(floor(low / step), ceil(high / step) + 1)]


_CORNERS = {
    "triangle": ((0, -0.62), (0.6, 0.46), (-0.6, 0.46)),
    "diamond": ((0, -0.68), (0.68, 0), (0, 0.68), (-0.68, 0)),
}
"""Marks that are drawn by their corners, from the middle and in sizes of the mark."""


@dataclass
class _Path:
    """Lines and areas that are painted alike, in one element."""

    paint: dict[str, str | float]
    course: str


@dataclass
class Canvas:
    """What is drawn of a picture in one width; `height` grows with what is put onto it."""

    name: str
    """Different for each drawing of a page: the ids in it begin with it."""
    width: float
    height: float = 0
    made: list[Markup | _Path] = field(default_factory=list, init=False)
    """From the back to the front."""
    _patterned: dict[str, Role] = field(default_factory=dict, init=False)

    @property
    def narrow(self) -> bool:
        """Whether it is for a phone."""
        return self.width < WIDE

    def put(self, tag: str, content: str = "", /, **attributes: str | float) -> None:
        """An element; `stroke_width` is written stroke-width."""
        self.made.append(_element(tag, content, attributes))

    def path(self, course: str, **paint: str | float) -> None:
        """A course as SVG writes it; those that are painted alike, one after another, become one."""
        last = self.made[-1] if self.made else None
        if isinstance(last, _Path) and last.paint == paint:
            last.course += course
        else:
            self.made.append(_Path(paint, course))

    def line(
        self, x1: float, y1: float, x2: float, y2: float, stroke: str = RULE, width: float = 1, **more: str
    ) -> None:
        """A line."""
        end = f"H{number(x2)}" if y1 == y2 else f"V{number(y2)}" if x1 == x2 else f"L{number(x2)},{number(y2)}"
        self.path(f"M{number(x1)},{number(y1)}{end}", stroke=stroke, stroke_width=width, fill="none", **more)

    def area(self, x: float, y: float, width: float, height: float, fill: str, **more: str | float) -> None:
        """A rectangle."""
        wide = number(width)
        self.path(f"M{number(x)},{number(y)}h{wide}v{number(height)}h-{wide}z", fill=fill, **more)

    def box(self, x: float, y: float, width: float, height: float, **attributes: str | float) -> None:
        """A rectangle whose corners can be round."""
        self.put("rect", x=x, y=y, width=width, height=height, **attributes)

    def arrow(self, x1: float, y1: float, x2: float, y2: float) -> None:
        """The tip of an arrow that comes from (x1, y1) and points at (x2, y2)."""
        length = hypot(x2 - x1, y2 - y1) or 1
        dx, dy = 7 * (x2 - x1) / length, 7 * (y2 - y1) / length
        sides = [(x2 - dx + side * dy / 2, y2 - dy - side * dx / 2) for side in (1, -1)]
        back = "L".join(f"{number(x)},{number(y)}" for x, y in sides)
        self.path(f"M{number(x2)},{number(y2)}L{back}z", fill=MUTED)

    def text(
        self,
        x: float,
        y: float,
        words: str,
        *,
        size: float = SIZE,
        fill: str = INK,
        anchor: str = "start",
        bold: bool = False,
        halo: bool = False,
    ) -> None:
        """A line of text on the base line `y`; with a halo it can be read where lines cross it."""
        more: dict[str, str | float] = {"font_size": size, "fill": fill}
        if anchor != "start":
            more["text_anchor"] = anchor
        if bold:
            more["font_weight"] = 700
        if halo:
            more |= {"stroke": PAPER, "stroke_width": 4, "paint_order": "stroke", "stroke_linejoin": "round"}
        self.put("text", words, x=x, y=y, **more)

    def lines(
        self,
        x: float,
        y: float,
        words: list[str],
        *,
        size: float = SIZE,
        fill: str = INK,
        anchor: str = "start",
        bold: bool = False,
        halo: bool = False,
    ) -> float:
        """Lines of text below each other, the first on the base line `y`; where the next would be."""
        for line in words:
            self.text(x, y, line, size=size, fill=fill, anchor=anchor, bold=bold, halo=halo)
            y += size * LINE
        return y

    # Roles: always a color, a mark and a way to fill

    def marks(
        self, role: Role, places: Sequence[tuple[float, float]], size: float = 9, *, is_hollow: bool = False
    ) -> None:
        """The role's mark at each place, with an edge of paper around it.

        A disc and a square are dots of a pen that is round or square; a triangle and a diamond have corners.
        """
        if role.mark in _CORNERS:
            self._cornered(role, places, size, is_hollow=is_hollow)
            return
        size, cap = (size, "round") if role.mark == "disc" else (size * 0.9, "square")
        pens = [(size + 2, PAPER), (size, role_color(role)), *([(size - 3.4, PAPER)] if is_hollow else [])]
        for width, color in pens:
            for x, y in places:
                self.path(f"M{number(x)},{number(y)}h.01", stroke=color, stroke_width=width, stroke_linecap=cap)

    def _cornered(self, role: Role, places: Sequence[tuple[float, float]], size: float, *, is_hollow: bool) -> None:
        sizes = [(size + 3, PAPER), (size + 0.5, role_color(role)), *([(size - 4.5, PAPER)] if is_hollow else [])]
        for width, color in sizes:
            for x, y in places:
                corners = (f"{number(x + dx * width)},{number(y + dy * width)}" for dx, dy in _CORNERS[role.mark])
                self.path(f"M{'L'.join(corners)}z", fill=color)

    def fill(self, role: Role) -> str:
        """What an area of the role is filled with."""
        if role.fill == "solid":
            return role_color(role)
        self._patterned[role.id] = role
        return f"url(#{self.name}-{role.id})"

    def legend(self, roles: tuple[Role, ...], y: float, further: str = "", *, has_areas: bool = False) -> float:
        """The roles with their marks, and with how their areas are filled; and what else has to be said.

        Gives where the next line would be.
        """
        x = 0.0
        for role in roles:
            words = capital(role.short_plural)
            if x and x + 14 + 22 * has_areas + measure(words, bold=True) > self.width:
                x, y = 0.0, y + SIZE * LINE
            self.marks(role, [(x + 5, y - 4)])
            if has_areas:
                self.area(x + 14, y - 9, 16, 9, self.fill(role))
                x += 22
            self.text(x + 14, y, words, fill=role_color(role), bold=True)
            x += 14 + measure(words, bold=True) + 16
        if not further:
            return y + SIZE * LINE
        rest = wrap(further, self.width - x, SMALL)
        if self.narrow or len(rest) > 1:
            return self.lines(0, y + SIZE * LINE, wrap(further, self.width, SMALL), size=SMALL, fill=MUTED)
        self.text(x, y, further, size=SMALL, fill=MUTED)
        return y + SIZE * LINE

    # The whole

    def content(self) -> Markup:
        """Everything that is drawn, to be put into a drawing."""
        patterns = Markup("").join(self._pattern(role) for role in self._patterned.values())
        defs = Markup("<defs>{}</defs>").format(patterns) if patterns else Markup("")
        return defs + Markup("").join(
            _element("path", "", {"d": each.course, **each.paint}) if isinstance(each, _Path) else each
            for each in self.made
        )

    def svg(self, attributes: str) -> Markup:
        """The drawing; `attributes`, which are HTML, go into its first tag."""
        width, height = number(self.width), number(self.height)
        return Markup(
            '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {0} {1}" width="{0}" height="{1}" '
            'font-family="Arial, Liberation Sans, Helvetica, sans-serif"{2}>{3}</svg>'
        ).format(width, height, Markup(attributes), self.content())

    def _pattern(self, role: Role) -> Markup:
        turned = Markup(' patternTransform="rotate(45)"') if role.fill == "hatched" else ""
        drawn = '<circle cx="2.5" cy="2.5" r="1.7"' if role.fill == "dotted" else '<rect width="3" height="5"'
        return Markup(
            '<pattern id="{0}-{1}" width="5" height="5" patternUnits="userSpaceOnUse"{2}>'
            '<rect width="5" height="5" fill="{3}"/>{4} fill="{5}"/></pattern>'
        ).format(self.name, role.id, turned, role_tint(role), Markup(drawn), role_color(role))


def role_color(role: Role) -> str:
    """The color of a role."""
    return f"var(--sb-{role.color})"


def role_tint(role: Role) -> str:
    """The pale color of a role."""
    return f"var(--sb-{role.color}-tint)"


def _element(tag: str, content: str, attributes: dict[str, str | float]) -> Markup:
    said = Markup("").join(
        Markup(' {}="{}"').format(key.replace("_", "-"), value if isinstance(value, str) else number(value))
        for key, value in attributes.items()
    )
    if content:
        return Markup("<{0}{1}>{2}</{0}>").format(Markup(tag), said, content)
    return Markup("<{}{}/>").format(Markup(tag), said)


def columns(start: float, end: float, count: int, gap: float) -> Iterator[tuple[float, float]]:
    """Equal columns between two places, each as its start and its end."""
    width = (end - start - gap * (count - 1)) / count
    for position in range(count):
        left = start + position * (width + gap)
        yield left, left + width
