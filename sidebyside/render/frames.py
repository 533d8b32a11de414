"""The frame in which a page of somebody's course shows an embed: HTML without a script, as high as what it shows."""

from html import escape

from ..heights import NARROW, Height

_FROM, _TO = 360, 720
"""Between these widths of the window, in pixels, a column grows from that of the smallest phones to that of a page."""
_SMALLEST = 300
"""Less than the column on the smallest of these phones: text is as much higher there as it is narrower, code and cards
are higher than that."""
_STEP = 10  # heights are rounded up, for fonts differ


def frame(address: str, title: str, height: Height) -> str:
    """The frame as one copies it."""
    return pattern().format(address=escape(address), title=escape(title), size=size(height))


def pattern() -> str:
    """The frame with {address}, {title} and {size} where these belong."""
    return '<iframe src="{address}" title="{title}" width="100%" {size} loading="lazy"></iframe>'


def size(height: Height) -> str:
    """The attributes that say how high the frame is.

    A page that takes no styles has the height for a wide column. One that does has, between a phone and a page, a
    height that follows the width of the window, for a page without scripts cannot ask how wide its column is.
    """
    wide, narrow = rounded(height.wide), rounded(-(-height.narrow * NARROW // _SMALLEST))
    if wide == narrow:
        return f'height="{wide}" style="border:0"'
    slope = (wide - narrow) / (_TO - _FROM)
    low, high = sorted((wide, narrow))
    between = f"{narrow - slope * _FROM:g}px {'+' if slope > 0 else '-'} {abs(slope) * 100:g}vw"
    return f'height="{wide}" style="border:0;height:clamp({low}px,{between},{high}px)"'


def rounded(pixels: int) -> int:
    """A height with a little to spare."""
    return -(-pixels // _STEP) * _STEP
