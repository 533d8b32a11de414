"""What browsers may do with the pages: a content security policy in every page, and headers for hosts that take them.

A script that stands in a page is allowed by its hash, and only if all pages of the theme have the same one. So a script
of the theme's templates is allowed by itself, and one that came out of data or of a chapter ends the build.
"""

import hashlib
import re
from base64 import b64encode
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from ..render.links import DATA, EMBED
from .site import Published

NOT_FOUND = "404.html"
"""The page of the theme that is no chapter; the hosted site has it."""
HEADERS = "_headers"
"""The file of headers, in the form that Netlify and Cloudflare Pages read."""
REFERRER = "same-origin"
"""No other site learns where a reader comes from."""
REFUSED = ("accelerometer", "browsing-topics", "camera", "geolocation", "gyroscope", "magnetometer", "microphone")
"""What no page asks for; it stays refused in whatever a page may come to show."""

_CHARSET = '<meta charset="utf-8">'
_SCRIPT = re.compile(r"<script\b([^>]*)>(.*?)</script\s*>", re.DOTALL | re.IGNORECASE)
_SOURCE = re.compile(r"\ssrc\s*=", re.IGNORECASE)
_TYPE = re.compile(r"\stype\s*=\s*[\"']?([^\"'\s>]*)", re.IGNORECASE)
_RUN = frozenset({"", "module", "importmap", "speculationrules"})
_NAMED_BY_CONTENT = re.compile(r"\.[0-9a-f]{8}\.(?:min\.)?(?:css|js)$")


class PolicyError(Exception):
    """A page has a script that no policy should allow, or no place for a policy; the message says which."""


def inline_scripts(html: str) -> Iterator[str]:
    """The scripts that stand in a page and that a browser would run, as they are written there.

    JSON and other blocks of data are not run.
    """
    for attributes, code in _SCRIPT.findall(html) if "<script" in html.lower() else ():
        kind = _TYPE.search(attributes)
        name = kind[1].lower() if kind else ""
        if not _SOURCE.search(attributes) and (name in _RUN or name.endswith(("javascript", "ecmascript"))):
            yield code


def policy(scripts: Iterable[str]) -> str:
    """The policy that allows the site's own files and these scripts, whatever their order.

    Nothing is said about who may show a page in a frame: a `meta` cannot, and pages to embed are there to be shown.
    """
    hashes = sorted({f"'sha256-{b64encode(hashlib.sha256(code.encode()).digest()).decode()}'" for code in scripts})
    directives = {
        "default-src": ["'none'"],
        "script-src": ["'self'", *hashes],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "connect-src": ["'self'"],
        "worker-src": ["'self'"],
        "base-uri": ["'none'"],
        "form-action": ["'self'"],
    }
    return "; ".join(" ".join([name, *sources]) for name, sources in directives.items())


def shared(found: Mapping[str, Iterable[str]], of_theme: Iterable[str]) -> list[str]:
    """The scripts that all pages of the theme have in them, out of `found`: the scripts in each page, by its path.

    Raises PolicyError where a page has another one.
    """
    in_theme = [set(found[path]) for path in of_theme]
    common = set.intersection(*in_theme) if in_theme else set()
    odd = [(path, code) for path, scripts in found.items() for code in scripts if code not in common]
    if odd:
        lines = "\n".join(f"{path}: {' '.join(code.split())[:80]}" for path, code in odd)
        raise PolicyError(f"scripts that not every page has; put each into a file of its own\n{lines}")
    return sorted(common)


def with_policy(path: str, html: str, allowed: str) -> str:
    """A page with the policy and the referrer policy at the beginning of its head. Raises PolicyError without one."""
    if html.count(_CHARSET) != 1:
        raise PolicyError(f"{path}: {_CHARSET} has to stand there once, for the policy to stand behind it")
    more = f'<meta http-equiv="content-security-policy" content="{allowed}">'
    return html.replace(_CHARSET, f'{_CHARSET}\n{more}\n<meta name="referrer" content="{REFERRER}">')


def headers(allowed: str, files: Iterable[str]) -> str:
    """The file of headers. `files`: the paths of all files of the site.

    A host joins the values that several rules have for one header, so no header is in two rules for one address. Where
    no rule says how long a file is kept, both hosts have browsers ask each time whether it is still the same.
    """
    folders = sorted({path.partition("/")[0] for path in files if path.endswith(".html") and "/" in path} - {EMBED})
    whole = ["/", "/index.html", f"/{NOT_FOUND}", *(f"/{folder}/*" for folder in folders)]
    kept = [f"/{path}" for path in sorted(files) if _NAMED_BY_CONTENT.search(path)]
    everywhere = {
        "Content-Security-Policy": allowed,
        "Referrer-Policy": REFERRER,
        "Permissions-Policy": ", ".join(f"{name}=()" for name in REFUSED),
        "X-Content-Type-Options": "nosniff",
    }
    rules = [
        ("/*", everywhere),
        (f"/{DATA.partition('/')[0]}/v1/*", {"Access-Control-Allow-Origin": "*"}),
        *((path, {"X-Frame-Options": "SAMEORIGIN"}) for path in whole),
        *((path, {"Cache-Control": "public, max-age=31536000, immutable"}) for path in kept),
    ]
    return "".join(
        f"{path}\n" + "".join(f"  {name}: {value}\n" for name, value in values.items()) for path, values in rules
    )


def strict(contents: Iterable[tuple[str, str | bytes]]) -> Iterator[tuple[str, str | bytes]]:
    """Files by their paths, each page among them with the policy that allows no script in it, for it has none.

    Raises PolicyError where one has.
    """
    allowed = policy(())
    for path, content in contents:
        if isinstance(content, str) and path.endswith(".html"):
            shared({path: inline_scripts(content)}, ())
            yield path, with_policy(path, content, allowed)
        else:
            yield path, content


def apply(made: Published, folder: Path) -> None:
    """Puts the policy into every page of the theme in the folder of the finished site, and beside them the headers.

    All other pages have theirs (`strict`). A copy on disk has no headers. Raises PolicyError; then nothing was changed.
    """
    of_theme = [made.site.file(page) for page in made.outline.order] + [NOT_FOUND] * made.site.hosted
    pages = {name: (folder / name).read_text(encoding="utf-8") for name in of_theme}
    allowed = policy(shared({name: list(inline_scripts(html)) for name, html in pages.items()}, of_theme))
    finished = {name: with_policy(name, html, allowed) for name, html in pages.items()}
    for name, html in finished.items():
        (folder / name).write_text(html, encoding="utf-8")
    if made.site.hosted:
        paths = [path.relative_to(folder).as_posix() for path in sorted(folder.rglob("*")) if path.is_file()]
        (folder / HEADERS).write_text(headers(allowed, paths), encoding="utf-8")
