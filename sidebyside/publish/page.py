"""What a page carries beside its text: ids that lead on, the way to link and cite its parts, credits, and its head."""

import json
import re
from functools import partial
from html import escape

from ..outline import Entry
from ..render import snippets
from ..render.frames import pattern, size
from ..render.html import text
from ..render.links import FEED, INDEX, LICENCE, Links, data_file
from ..render.numbers import day
from . import metadata
from .assets import SCRIPTS, STYLESHEETS, wanted
from .embeds import oembed_address
from .html import fill
from .permalinks import left_behind, renamed
from .site import Published
from .twins import twin

EMBEDDED = ("table", "picture")
"""What offers openly to be taken along; everything else does so in its menu."""
_LINK = re.compile(r'<a class="headerlink" href="#([^"]+)" title="[^"]*">(?:&para;|¶)</a>')
_WANTED = re.compile(r'\bdata-scripts="([a-z0-9 -]+)"')
_STAND_IN = "{}"


def content(made: Published, page: str, html: str) -> str:
    """The HTML of a chapter's text with its former ids, and with links that offer to link and cite."""
    links = made.links(page)

    def offer(found: re.Match[str]) -> str:
        entry = made.outline.entries.get(found[1])
        if entry is None:
            return found[0]
        title = text(made.outline.full_title(entry))
        said = f"Link to, embed or cite this {'section' if entry.depth else entry.section.kind}"
        high = size(made.outline.height(entry.id))  # attributes, which have no single quote in them
        sign = (
            f'<a class="headerlink" href="{links.to_short(entry.id)}" title="{said}" data-id="{entry.id}" '
            f"data-title=\"{title}\" data-size='{high}'>¶</a>"
        )
        return _offers(made, links, entry, sign) if entry.section.kind in EMBEDDED else sign

    html = _LINK.sub(offer, html)
    for id_, entry in renamed(made, page):
        html = re.sub(
            rf'<(table)?[^>]*\sid="{re.escape(entry.id)}"[^>]*>',
            partial(_beside, anchor=f'<span class="sb-former" id="{id_}"></span>'),
            html,
            count=1,
        )
    return html


def _offers(made: Published, links: Links, entry: Entry, sign: str) -> str:
    """What a table or a picture offers openly: its data, how to cite and to embed it. Search leaves it out.

    A picture that is made of the dataset offers its data below.
    """
    kind, chapter = entry.section.kind, made.outline.chapter(entry.page).id
    offered = [(links.to_citations(entry.id, chapter), f' title="How to cite this {kind}"', "Cite")]
    if entry.id not in made.dataset.picture_by_id:
        files = [
            (links.to_file(data_file(kind, entry.id, form)), f' title="The data of this {kind}"{more}', form.upper())
            for form, more in (("csv", " download"), ("json", ""))
        ]
        offered = files + offered
    embed = links.to_citations(entry.id, chapter, "embed")
    offered.append((embed, ' class="sb-embed" title="Copy the code to embed this"', "Embed"))
    words = " ".join(f'<a href="{href}"{more}>{word}</a>' for href, more, word in offered)
    return f'<span class="sb-offers" data-search-exclude>{words} {sign}</span>'


def _beside(tag: re.Match[str], anchor: str) -> str:
    """The anchor in the element, or before it where it is a table, in which nothing else can stand."""
    return f"{anchor}{tag[0]}" if tag[1] else f"{tag[0]}{anchor}"


def start(made: Published, page: str) -> str:
    """What stands above the text on paper alone: where the page is from, and on which terms."""
    address = made.site.short(made.outline.chapter(page).id)
    return fill("start.html", made=made, address=address, date=day(made.release.date))


def end(made: Published, page: str, html: str) -> str:
    """What stands below the text: how to cite the page, the credits of its sources, and what has moved away."""
    links, entry = made.links(page), made.outline.chapter(page)
    return fill(
        "end.html",
        apa=snippets.snippet(entry, "apa", made.outline, made.dataset, made.site),
        href=links.to_citations(entry.id, entry.id),
        sections=links.to(INDEX, f"index-{entry.id}"),
        twin=_twin(made, page),
        credits=made.credited(html, page),
        left=left_behind(made, page),
        offer=_offer(made, page),
        scripts=[links.to_asset(f"{SCRIPTS}/{name}.js") for name in _scripts(html)],
    )


def _twin(made: Published, page: str) -> str:
    """The way to the page's Markdown; empty from disk, where there is none."""
    return made.links(page).to_file(twin(made, page)) if made.site.hosted else ""


def _scripts(html: str) -> list[str]:
    """The scripts that the page asks for, `data-scripts="logic instrument"`, each once and in that order."""
    return list(dict.fromkeys(name for names in _WANTED.findall(html) for name in names.split()))


def styles(made: Published, page: str, html: str) -> list[str]:
    """Where the styles are that the page needs beside those of all pages."""
    return [made.links(page).to_asset(f"{STYLESHEETS}/{name}.css") for name in wanted(html)]


def _offer(made: Published, page: str) -> str:
    """What the script needs to offer links and citations, as JSON: the patterns, and the way to the pages of ids."""
    entry = made.outline.chapter(page)
    work = snippets.work(entry, made.outline, made.dataset, made.site)
    links = made.links(page)
    return json.dumps(
        {
            "address": made.site.short(_STAND_IN),
            "embed": pattern().replace("{address}", escape(made.site.embed(_STAND_IN))),
            "cite": snippets.pattern(work, made.site),
            "more": links.to_citations(_STAND_IN, entry.id),
        },
        ensure_ascii=False,
    )


def head(made: Published, page: str, trail: list[tuple[str, str]]) -> str:
    """What stands in the page's head. `trail`: title and page of each page that leads here, the first page first."""
    return fill(
        "head.html",
        tags=metadata.tags(made, page),
        highwire=metadata.highwire(made, made.outline.chapter(page)),
        linked_data=[
            json.dumps(each, ensure_ascii=False).replace("<", "\\u003c")
            for each in metadata.linked_data(made, page, trail)
        ],
        licence=made.links(page).to(LICENCE),
        answer=oembed_address(made, made.outline.chapter(page)),
        feed=made.links(page).to_file(FEED) if made.site.hosted else "",
        twin=_twin(made, page),
    )
