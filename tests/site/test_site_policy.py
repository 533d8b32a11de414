"""What browsers are told that pages may do: nothing that the site does is refused, and nothing else is allowed."""

import re
import shutil
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from driving import Visitor, served, visiting
from lxml import html
from playwright.sync_api import Browser, BrowserContext, Page, expect
from reading import Site

pytestmark = pytest.mark.site

LISTEN = """addEventListener("securitypolicyviolation", event =>
  refused(`${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}`), true)"""
CHAPTERS = (
    *("index.md", "compare/all-tools.md", "compare/skills.md", "compare/job-market.md", "path/choose.md"),
    *("path/switch.md", "check/claims.md", "check/glossary.md", "teach/quiz.md", "teach/sections.md"),
    *("teach/handouts/posting.md", "data/sources/kaggle-2022.md", "data/changes.md", "data/examples.md"),
)
"""A chapter of each kind: with instruments, tables that answer, pictures, code, lists."""
OTHERS = ("s/tools/cite.html", "embed/tools-picture/{}", "embed/tools-table-infrastructure/{}", "embed/term-model/{}")
META = re.compile(
    r'<meta charset="utf-8">\s*<meta http-equiv="content-security-policy" content="([^"]+)">\s*<meta name="referrer"'
)
OWN_SCRIPT = """addEventListener("load", () => {
  for (const act of [
    () => eval("window.ran = 'eval'"),
    () => new Function("window.ran = 'a function of text'")(),
    () => setTimeout("window.ran = 'a timer of text'"),
  ]) try { act() } catch {}
  window.tried = true;
})"""
PLANTED = """<div id="planted">
<script src="assets/own.js"></script>
<script>window.ran = "an inline script"</script>
<script src="data:text/javascript,window.ran='a script of data'"></script>
<img src="nowhere.png" onerror="window.ran = 'onerror'" alt="">
<button onclick="window.ran = 'onclick'">Press</button>
<a href="javascript:window.ran='a link'">Follow</a>
<p style="display: none">Styled</p>
<style>#planted { display: none }</style>
<iframe srcdoc="<script>parent.ran = 'a frame'</script>"></iframe>
<form action="https://example.org/"><input name="word"></form>
</div>"""


class Watch:
    """Notes what the policy refuses on any page of a context."""

    def __init__(self, context: BrowserContext) -> None:
        self.refused: list[str] = []
        context.expose_binding("refused", lambda _, what: self.refused.append(what))
        context.add_init_script(LISTEN)


@pytest.fixture
def watch(visitor: Visitor) -> Watch:
    return Watch(visitor.page.context)


@pytest.fixture(params=["hosted", "with headers", "offline"])
def place(request: pytest.FixtureRequest) -> Iterator[tuple[Site, str]]:
    """The site and its address: on a host that takes no headers, on one that takes the file of them, and on disk."""
    if request.param == "offline":
        site: Site = request.getfixturevalue("offline")
        yield site, f"{site.folder.as_uri()}/"
        return
    site = request.getfixturevalue("hosted")
    if request.param == "hosted":
        yield site, request.getfixturevalue("address")
        return
    with served(site.folder, headers=partial(sent, rules(site))) as address:
        yield site, address


def rules(site: Site) -> dict[str, list[tuple[str, str]]]:
    """What the file of headers says for each path."""
    found: dict[str, list[tuple[str, str]]] = {}
    for line in (site.folder / "_headers").read_text(encoding="utf-8").splitlines():
        if line.startswith("/"):
            path = line
            found[path] = []
        else:
            name, value = line.strip().split(": ", 1)
            found[path].append((name, value))
    return found


def sent(said: dict[str, list[tuple[str, str]]], path: str) -> dict[str, str]:
    """What a host sends with a path: the headers of all rules that match."""
    found: dict[str, str] = {}
    for rule, values in said.items():
        if path == rule or (rule.endswith("*") and path.startswith(rule[:-1])):
            for name, value in values:
                assert name not in found, f"{path} has {name} twice, which hosts join"
                found[name] = value
    return found


def _use(page: Page) -> None:
    """Uses whatever instrument the page has."""
    for control in (
        ".sb-controls select",
        ".sb-controls input",
        "th button",
        ".sb-assessment input",
        ".sb-planner input",
    ):
        found = page.locator(f".md-content {control}:visible").first
        if found.count():
            found.dispatch_event("click")
    for summary in page.locator(".md-content details > summary:visible").all()[:2]:
        summary.click()


def test_nothing_that_the_site_does_is_refused(place: tuple[Site, str], visitor: Visitor, watch: Watch) -> None:
    site, root = place
    others = [each.format("" if site.folders else "index.html") for each in OTHERS]
    for path in [*map(site.address, CHAPTERS), *others]:
        page = visitor.open(root + path)
        _use(page)
        page.wait_for_load_state("load")
        assert watch.refused == [], path
    page.goto(root + ("s/tools/" if site.folders else "s/tools/index.html"), wait_until="commit")
    page.wait_for_url(re.compile("/compare/tools"))
    visitor.search("terraform", "compare/tools").click()
    page.wait_for_url(re.compile("/compare/tools[^#]*[?]h="))
    page.locator("h2 a.headerlink[data-id]").first.dispatch_event("click")
    expect(page.locator(".sb-menu")).to_be_visible()
    page.keyboard.press("Escape")
    assert watch.refused == []
    assert page.context.cookies() == []


def test_going_from_page_to_page_keeps_one_policy(address: str, visitor: Visitor, watch: Watch) -> None:
    visitor.begin(address)
    visitor.page.evaluate("window.kept = true")
    for path in ("compare/salaries/", "path/choose/", "compare/all-tools/"):
        visitor.page.evaluate("path => document.querySelector(`a[href$='${path}']`).click()", path)
        visitor.page.wait_for_url(f"{address}{path}")
        expect(visitor.page.locator(".md-content h1")).to_be_visible()
    assert visitor.page.evaluate("window.kept") is True
    assert watch.refused == []


def test_all_pages_with_scripts_have_the_same_policy_and_all_others_one_without_hashes(site: Site) -> None:
    texts = {path: (site.folder / path).read_text(encoding="utf-8") for path in site.files if path.endswith(".html")}
    found = {path: META.search(text) for path, text in texts.items()}
    assert [path for path, policy in found.items() if not policy] == []
    has_script = {path: "<script>" in text for path, text in texts.items()}
    (policy,) = {policy[1] for path, policy in found.items() if has_script[path]}
    assert {policy[1] for path, policy in found.items() if not has_script[path]} == {
        re.sub(" 'sha256-[^']+'", "", policy)
    }
    assert "unsafe" not in policy
    assert re.search(r"script-src 'self'( 'sha256-[A-Za-z0-9+/]{43}=')+;", policy)
    if site.folders:
        assert dict(rules(site)["/*"])["Content-Security-Policy"] == policy


def test_no_page_has_a_handler_a_style_or_a_link_that_runs(site: Site) -> None:
    found: dict[str, list[str]] = {}
    for path in site.files:
        if not path.endswith(".html"):
            continue
        tree = html.parse(str(site.folder / path), html.HTMLParser(encoding="utf-8"))
        wrong = tree.xpath("//@*[starts-with(name(), 'on')] | //@style | //style/text()")
        wrong += [each for each in tree.xpath("//@href | //@src | //@action") if each.strip().startswith("javascript:")]
        if wrong:
            found[path] = wrong
    assert found == {}


def test_what_gets_into_a_page_does_not_run(place: tuple[Site, str], browser: Browser, tmp_path: Path) -> None:
    site, _ = place
    folder = Path(shutil.copytree(site.folder / "assets", tmp_path / "assets")).parent
    text = (site.folder / "index.html").read_text(encoding="utf-8")
    (folder / "index.html").write_text(re.sub(r"(<article[^>]*>)", rf"\1{PLANTED}", text), encoding="utf-8")
    assert "window.ran" in (folder / "index.html").read_text(encoding="utf-8")
    (folder / "assets" / "own.js").write_text(OWN_SCRIPT, encoding="utf-8")
    with visiting(browser) as visitor:
        seen = Watch(visitor.page.context)
        if site.folders:
            with served(folder) as address:
                _look(visitor, address)
        else:
            _look(visitor, (folder / "index.html").as_uri())
    refused = {what.split(" ")[0] for what in seen.refused}
    assert {"script-src-elem", "script-src-attr", "style-src-elem", "style-src-attr"} <= refused
    assert len([what for what in seen.refused if what.startswith("script-src eval")]) == 3


def _look(visitor: Visitor, address: str) -> None:
    page = visitor.open(address)
    expect(page.locator("#planted")).to_be_visible()
    page.locator("#planted button").click()
    page.locator("#planted a").click()
    page.locator("#planted form").evaluate("form => form.submit()")
    page.wait_for_timeout(300)
    assert page.url.startswith(address)
    assert page.evaluate("[window.tried, window.ran ?? null]") == [True, None]


def test_an_embed_is_shown_by_any_site_and_a_whole_page_by_none(
    hosted: Site, visit: Callable[..., Visitor], browser: Browser, tmp_path: Path
) -> None:
    with served(hosted.folder, headers=partial(sent, rules(hosted))) as address, served(tmp_path) as course:
        frames = "".join(
            f'<iframe src="{address}{path}"></iframe>' for path in ("embed/tools-picture/", "compare/tools/")
        )
        (tmp_path / "index.html").write_text(f"<!doctype html><title>Course</title>{frames}", encoding="utf-8")
        with visiting(browser) as visitor:
            page = visitor.open(course)
            expect(page.frame_locator("iframe").first.locator("svg:visible").first).to_be_visible()
            expect(page.frame_locator("iframe").last.locator(".md-content")).to_have_count(0)
            assert any("X-Frame-Options" in each for each in visitor.complaints())


def test_hosts_can_take_the_file_of_headers(hosted: Site) -> None:
    found = rules(hosted)
    lines = (hosted.folder / "_headers").read_text(encoding="utf-8").splitlines()
    assert len(found) <= 100, "Cloudflare takes no more rules"
    assert max(map(len, lines)) <= 2_000, "nor longer lines"
    for path in hosted.files:
        sent(found, f"/{path}")
    named = [path for path in hosted.files if re.search(r"\.[0-9a-f]{8}\.(min\.)?(css|js)$", path)]
    assert named
    assert all("immutable" in sent(found, f"/{path}")["Cache-Control"] for path in named)
    assert "Cache-Control" not in sent(found, "/index.html")
