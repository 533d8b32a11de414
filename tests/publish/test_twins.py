"""The Markdown of pages, and the list of them."""

import re

from sidebyside.publish import page, twins
from sidebyside.publish.files import files

HTML = """<h1 id="case">A case<a class="headerlink" href="../../s/case/" data-id="case">¶</a></h1>
<p>In all <a href="../../data/sources/survey/#python">75.0 %</a>, and
<a href="../../data/sources/survey/#other">others</a>; a
<a href="../../check/glossary/#term-feature-store">store</a>.</p>"""


def _made(published, **options):
    made = published(**options)
    return made.in_order(dict.fromkeys(["index.md", "data/sources/survey.md"], "") | {"work/case.md": "The work"})


def _twin(made) -> str:
    return dict(twins.twins(made, dict.fromkeys(made.outline.order, HTML)))["work/case/index.html.md"]


def test_a_twin_says_first_what_it_is_and_where_the_page_is(published):
    assert _twin(_made(published)).startswith(
        "# [A case](https://example.org/guide/s/case/)\n"
        "\n"
        "> One case.\n"
        "\n"
        "- Page: <https://example.org/guide/work/case/>\n"
        "- Release: 0.1.0 of 2026-11-20\n"
        "- License: text [CC BY 4.0](https://creativecommons.org/licenses/by/4.0/), "
        "figures under [the terms of their sources](https://example.org/guide/about/licence/)\n"
        "- All pages as Markdown: <https://example.org/guide/llms.txt>\n"
        "\n"
        "In all [75.0 %][survey/python], and [others](https://example.org/guide/data/sources/survey/#other); a "
        "[store][term-feature-store].\n"
    )


def test_a_twin_ends_with_its_citation_and_where_its_labels_lead(published):
    end = _twin(_made(published)).partition("\n---\n")[2]
    assert "Cite this page: The Authors. (2026). A case. In Which? (Version 0.1.0)." in end
    assert end.endswith(
        "\n\n[survey/python]: https://example.org/guide/data/sources/survey/#python\n"
        "[term-feature-store]: https://example.org/guide/check/glossary/#term-feature-store\n"
    )


def test_the_credits_that_sources_ask_for_stand_in_the_twin(sound, published):
    sources = sound / "data/sources.yml"
    text = sources.read_text()
    wording = re.search(r"wording: [^\n}]*", text)[0]
    sources.write_text(text.replace(wording, f"{wording}, notice: Thanks to *them*.", 1))
    assert "Thanks to \\*them\\*." in _twin(_made(published))


def test_the_list_has_every_page_in_the_sections_of_the_navigation(published):
    made = _made(published)
    found = twins.listed(made)
    assert found.startswith("# Which?\n\n> In short.\n")
    sections = re.split(r"^## (.+)$", found, flags=re.MULTILINE)
    assert sections[1::2][0] == "Start"
    assert sections[1::2][-1] == "Optional"
    listed = re.findall(r"^- \[.+\]\(https://example.org/guide/(.+)\): .+$", found, re.MULTILINE)
    assert sorted(listed) == sorted(twins.twin(made, page) for page in made.outline.order)
    by_name = dict(zip(sections[1::2], sections[2::2], strict=True))
    assert "data/sources/survey/index.html.md" in by_name["Optional"]
    assert "- [A case](https://example.org/guide/work/case/index.html.md): One case." in by_name["The work"]


def test_a_copy_on_disk_has_no_twins(published, tmp_path):
    made = published(folders=False)
    assert list(twins.twins(made, {})) == []
    assert twins.LIST not in dict(files(made, tmp_path))
    assert "markdown" not in page.head(made, "work/case.md", [])
    assert "Markdown" not in page.end(made, "work/case.md", "")


def test_a_page_names_its_twin_so_that_the_theme_takes_it_for_no_translation(published):
    made = published()
    assert '<link rel="alternate " type="text/markdown" href="index.html.md">' in page.head(made, "work/case.md", [])
    assert 'href="index.html.md">' in page.head(made, "index.md", [])
    assert '<a type="text/markdown" href="index.html.md">' in page.end(made, "work/case.md", "")
