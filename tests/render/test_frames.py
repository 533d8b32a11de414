"""The frame of an embed: as high as what it shows, in a wide column and in a narrow one."""

import re

import pytest

from sidebyside.heights import Height
from sidebyside.render import frames


def height_at(size: str, window: int) -> float:
    """What a browser makes of the height in a window of so many pixels."""
    found = re.search(r"height:clamp\((\d+)px,(-?[\d.]+)px ([+-]) ([\d.]+)vw,(\d+)px\)", size)
    low, start, sign, slope, high = found.groups()
    between = float(start) + (1 if sign == "+" else -1) * float(slope) * window / 100
    return max(float(low), min(between, float(high)))


@pytest.mark.parametrize("height", [Height(500, 900), Height(803, 641)])
def test_the_height_follows_the_window_from_a_phone_to_a_page(height):
    size = frames.size(height)
    wide = frames.rounded(height.wide)
    assert size.startswith(f'height="{wide}" ')
    for window in (720, 1280):
        assert height_at(size, window) == pytest.approx(wide, abs=0.1)
    for window in (360, 375, 390, 412, 430):
        column = window - 36  # less the margins of a page
        assert height_at(size, window) > min(height.narrow * 360 / column, 1.15 * height.narrow)
    assert min(wide, height.narrow) < height_at(size, 560) < max(wide, 1.2 * height.narrow)


def test_a_height_has_a_little_to_spare_and_is_never_less():
    assert [frames.rounded(pixels) for pixels in (471, 480, 481)] == [480, 480, 490]
    assert frames.size(Height(575, 480)) == 'height="580" style="border:0"'


def test_a_title_cannot_end_its_attribute():
    frame = frames.frame("https://example.org/embed/a/", 'Which "one"? <b> {size}', Height(1, 1))
    assert 'title="Which &quot;one&quot;? &lt;b&gt; {size}"' in frame
    assert frame.startswith('<iframe src="https://example.org/embed/a/" ')
    assert frame.endswith(' width="100%" height="10" style="border:0" loading="lazy"></iframe>')
