"""The fonts of the PDF: one family for text, one for headings, one for code, the same on every machine.

They come as packages of the index (SIL Open Font License), as variable fonts, of which the weights that the book needs
are cut here. The EPUB has none: who reads one has chosen a font.
"""

from functools import cache
from importlib.resources import files
from io import BytesIO

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

SCHEME = "font:"
_SANS, _SERIF, _CODE = "fontpkg_source_sans_3", "fontpkg_source_serif_4", "fontpkg_source_code_pro"
FACES = {
    "sans-400": ("Source Sans 3", 400, "normal", _SANS, "SourceSans3[wght].ttf", {"wght": 400}),
    "sans-600": ("Source Sans 3", 600, "normal", _SANS, "SourceSans3[wght].ttf", {"wght": 600}),
    "sans-400-italic": ("Source Sans 3", 400, "italic", _SANS, "SourceSans3-Italic[wght].ttf", {"wght": 400}),
    "serif-600": ("Source Serif 4", 600, "normal", _SERIF, "SourceSerif4[opsz,wght].ttf", {"wght": 600, "opsz": 20}),
    "code-400": ("Source Code Pro", 400, "normal", _CODE, "SourceCodePro[wght].ttf", {"wght": 400}),
}
"""By name: family, weight and style in the style sheet; package, file and place on the axes of the variable font."""


def rules() -> str:
    """The style sheet that names all faces."""
    return "\n".join(
        f"@font-face {{ font-family: '{family}'; font-weight: {weight}; font-style: {style}; "
        f"src: url({SCHEME}{name}) format('truetype'); }}"
        for name, (family, weight, style, *_) in FACES.items()
    )


_FEATURES = ("kern", "liga", "lnum", "tnum")
_LETTERS = (*range(0x20, 0x180), *range(0x2010, 0x2040), 0x20AC, *range(0x2190, 0x2270), *range(0x25A0, 0x2720))
"""What is kept of a font: Latin letters, punctuation, currencies, arrows, signs of mathematics and marks."""


@cache
def font(name: str) -> bytes:
    """The file of a face. Raises KeyError if there is no such face."""
    _, _, _, package, file, place = FACES[name]
    with (files(package) / "files" / file).open("rb") as held:
        whole = TTFont(held, recalcTimestamp=False)
        few = Subsetter(Options(layout_features=_FEATURES, notdef_outline=True, name_IDs=["*"]))
        few.populate(unicodes=_LETTERS)
        few.subset(whole)  # first, for it is quick to cut a weight of few letters
        cut = instantiateVariableFont(whole, place)
        made = BytesIO()
        cut.save(made)
    return made.getvalue()
