"""The policy in every page and the headers beside them, made of finished pages."""

import hashlib
import re
from base64 import b64encode
from pathlib import Path

import pytest

from sidebyside.publish import policy
from sidebyside.publish.site import Published

HEAD = '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>A page</title>\n'
CODE = "document.documentElement.className = 'js'"
BOTH = f"<script>{CODE}</script>\n"


def _hash(code: str) -> str:
    return f"'sha256-{b64encode(hashlib.sha256(code.encode()).digest()).decode()}'"


@pytest.fixture
def built(published, tmp_path: Path) -> tuple[Published, Path]:
    """The small project with a folder of made-up pages: one for each chapter, and one for what is not found."""
    made, folder = published(), tmp_path / "site"
    pages = [made.site.file(page) for page in made.outline.order]
    for path in (*pages, policy.NOT_FOUND):
        _write(folder, path, f"{HEAD}{BOTH}</head><body>text</body></html>\n")
    return made, folder


def _write(folder: Path, path: str, text: str) -> None:
    (folder / path).parent.mkdir(parents=True, exist_ok=True)
    (folder / path).write_text(text, encoding="utf-8")


def test_what_runs_in_a_page_is_found_as_it_is_written_and_data_are_not():
    html = (
        '<script src="a.js"></script><script type="application/ld+json">{"a": 1}</script><SCRIPT\n>one()</SCRIPT >'
        '<script type="module">two()</script><script id="c" type="application/json">{}</script>'
        '<script type=text/javascript>\n three() </script><script data-src="x">four()</script>'
    )
    assert list(policy.inline_scripts(html)) == ["one()", "two()", "\n three() ", "four()"]


def test_the_policy_names_each_script_once_and_in_the_same_order():
    allowed = policy.policy(["b()", "a()", "b()"])
    assert allowed == policy.policy(["a()", "b()"])
    (scripts,) = [each for each in allowed.split("; ") if each.startswith("script-src ")]
    assert scripts == " ".join(["script-src", "'self'", *sorted([_hash("a()"), _hash("b()")])])
    assert "unsafe" not in allowed
    assert allowed.startswith("default-src 'none'; ")


def test_every_page_of_the_theme_gets_a_policy_after_its_charset_with_hashes_of_its_scripts(built):
    made, folder = built
    policy.apply(made, folder)
    meta = f'<meta http-equiv="content-security-policy" content="{policy.policy([CODE])}">'
    for path in (*(made.site.file(page) for page in made.outline.order), policy.NOT_FOUND):
        text = (folder / path).read_text()
        assert f'<meta charset="utf-8">\n{meta}\n<meta name="referrer" content="same-origin">\n' in text


def test_any_other_page_gets_the_policy_without_hashes_and_files_that_are_no_pages_stay_as_they_are():
    page, data = f"{HEAD}</head></html>\n", "a,b\n"
    found = dict(policy.strict([("s/home/index.html", page), ("data/v1/a.csv", data), ("a.zip", b"zip")]))
    meta = f'<meta http-equiv="content-security-policy" content="{policy.policy(())}">'
    assert (
        f'<meta charset="utf-8">\n{meta}\n<meta name="referrer" content="same-origin">\n' in found["s/home/index.html"]
    )
    assert (found["data/v1/a.csv"], found["a.zip"]) == (data, b"zip")


def test_a_script_that_one_page_alone_has_ends_the_build_and_nothing_is_written(built):
    made, folder = built
    path = made.site.file(made.outline.order[0])
    _write(folder, path, f"{HEAD}{BOTH}</head><body><script>steal()</script></body></html>\n")
    before = {path: path.read_bytes() for path in folder.rglob("*.html")}
    with pytest.raises(policy.PolicyError, match=rf"{re.escape(path)}: steal\(\)"):
        policy.apply(made, folder)
    assert {path: path.read_bytes() for path in folder.rglob("*.html")} == before
    assert not (folder / policy.HEADERS).exists()


def test_a_script_in_a_page_that_is_no_chapter_ends_the_build():
    with pytest.raises(policy.PolicyError, match=r"embed/home/index\.html: steal\(\)"):
        list(policy.strict([("embed/home/index.html", f"{HEAD}</head><script>steal()</script></html>\n")]))


def test_a_page_without_a_charset_cannot_have_a_policy():
    with pytest.raises(policy.PolicyError, match=r"s/home/index\.html"):
        list(policy.strict([("s/home/index.html", "<!doctype html>\n<title>Nothing</title>\n")]))


def test_files_named_by_their_content_are_kept_and_no_address_has_a_header_twice(built):
    made, folder = built
    named = "assets/javascripts/bundle.a5f9d56c.min.js"
    for path in (named, "assets/stylesheets/theme.0123abcd.css", "assets/stylesheets/theme.css", "s/home/index.html"):
        _write(folder, path, f"{HEAD}</head></html>" if path.endswith(".html") else "")
    policy.apply(made, folder)
    rules = _rules((folder / policy.HEADERS).read_text())
    assert rules[f"/{named}"] == {"Cache-Control": "public, max-age=31536000, immutable"}
    assert "/assets/stylesheets/theme.0123abcd.css" in rules
    assert "/assets/stylesheets/theme.css" not in rules
    assert rules["/s/*"] == rules["/"] == {"X-Frame-Options": "SAMEORIGIN"}
    assert "/embed/*" not in rules
    everywhere = rules.pop("/*")
    assert set(everywhere) == {
        *("Content-Security-Policy", "Referrer-Policy", "Permissions-Policy", "X-Content-Type-Options"),
    }
    assert [path for path, values in rules.items() if set(values) & set(everywhere)] == []


def test_a_copy_on_disk_has_the_policy_and_no_headers(published, tmp_path: Path):
    made = published(folders=False)
    for page in made.outline.order:
        _write(tmp_path, made.site.file(page), f"{HEAD}{BOTH}</head></html>\n")
    policy.apply(made, tmp_path)
    assert not (tmp_path / policy.HEADERS).exists()
    assert "content-security-policy" in (tmp_path / "index.html").read_text()


def _rules(text: str) -> dict[str, dict[str, str]]:
    """What a file of headers says for each path."""
    found: dict[str, dict[str, str]] = {}
    for line in text.splitlines():
        if line.startswith("/"):
            assert line not in found
            path = line
            found[path] = {}
        else:
            name, value = line.strip().split(": ", 1)
            found[path][name] = value
    return found
