"""Two engines that look for barriers in a page as a browser shows it, and what they are shown."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, Route
from sites import LEADS_ON, Finding, Html

AXE = "node_modules/axe-core/axe.min.js"
ACE = "node_modules/accessibility-checker-engine/ace.js"
ABOVE = ["wcag2aaa", "deprecated"]
"""Tags of axe's rules that are not asked: what goes beyond level AA, and what axe itself has given up."""
ASK_AXE = """async above => {
  const asked = axe.getRules().filter(rule => !rule.tags.some(tag => above.includes(tag)));
  const rules = Object.fromEntries(asked.map(rule => [rule.ruleId, { enabled: true }]));
  const found = await axe.run(document, { resultTypes: ["violations"], rules });
  return found.violations.flatMap(({ id, help, nodes }) =>
    nodes.map(node => ({ rule: id, place: node.target.join(" "), says: `${help}. ${node.failureSummary}` })));
}"""
ASK_ACE = """async () => {
  const found = await new ace.Checker().check(document, ["WCAG_2_2"]);
  return found.results.filter(each => each.value[0] === "VIOLATION" && each.value[1] === "FAIL")
    .map(each => ({ rule: each.ruleId, place: each.path.dom, says: `${each.message} ${each.snippet}` }));
}"""
ASKED = {"axe": (AXE, ASK_AXE, ABOVE), "ace": (ACE, ASK_ACE, None)}
"""For each engine its script, and how it is asked with what."""
UNFOLD = "() => document.querySelectorAll('details').forEach(each => { each.open = true; })"
CLIP = """() => document.querySelectorAll(".md-sidebar__scrollwrap").forEach(wrap => {
  const end = wrap.getBoundingClientRect().bottom;
  wrap.scrollTop = 0;
  for (const link of wrap.querySelectorAll("a"))
    if (link.getBoundingClientRect().top > end) link.style.visibility = "hidden";
})"""
"""A checker does not see that a sidebar ends, and takes its links that nobody sees for ones on the page's foot."""
READY = """scheme => !document.querySelector("[data-md-component=palette]")
  || window.component$ && document.body.dataset.mdColorScheme === (scheme === "dark" ? "slate" : "default")"""
REFRESH = re.compile(rf"(<noscript>)?{LEADS_ON}[^>]*>(</noscript>)?")


@dataclass(frozen=True)
class Form:
    """A window in which a page is looked at."""

    scheme: str = "light"
    width: int = 1280

    def __str__(self) -> str:
        return f"{self.scheme}, {self.width} px"


FORMS = tuple(Form(scheme, width) for scheme in ("light", "dark") for width in (1280, 390))


@contextmanager
def window(browser: Browser, form: Form, **options: Any) -> Iterator[Page]:
    """A window without motion; the site's policy does not bind what is put into its pages there."""
    context = browser.new_context(
        viewport={"width": form.width, "height": 800},
        color_scheme=form.scheme,
        reduced_motion="reduce",
        bypass_csp=True,
        **options,
    )
    try:
        yield context.new_page()
    finally:
        context.close()


def show(page: Page, html: Html, address: str, form: Form) -> None:
    """Opens a page in a window with all that unfolds unfolded. One that leads on is kept from doing so."""
    if html.template in ("short", "moved"):
        page.route(address, lambda route: _stay(route, html))
    page.goto(address)
    page.mouse.move(1, 1)  # brings the theme's script, which changes the page
    page.wait_for_function(READY, arg=form.scheme)
    page.evaluate(UNFOLD)
    page.evaluate(CLIP)


def _stay(route: Route, html: Html) -> None:
    route.fulfill(body=REFRESH.sub("", html.text), content_type="text/html")


def ask(page: Page, engine: str, tools: Path, name: str) -> Iterator[Finding]:
    """What an engine finds in the page that a window shows."""
    script, question, more = ASKED[engine]
    page.add_script_tag(path=tools / script)
    for found in page.evaluate(question, more):
        yield Finding(engine, found["rule"], name, found["place"], found["says"])
