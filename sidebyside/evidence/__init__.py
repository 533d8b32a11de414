"""Microdata -> data/evidence/*.yml: one module for each computed source.

Each module has SOURCE, the id in data/sources.yml, and `compute(raw) -> Evidence`, which reads its files through
`raw` and nothing else. The modules hold the filter that finds each role in their source: the one place where code
names roles. They need the optional extra `evidence`; building the site does not.
"""

from pathlib import Path

from tqdm import tqdm

from ..mistakes import one_of
from ..model import Evidence, Source
from . import (
    adverts_2024,
    adverts_pay_2023,
    aijobs,
    bls_oews,
    esco,
    indeed_ai,
    kaggle_2022,
    onet,
    stackoverflow_2025,
    stackoverflow_2025_pay,
    uk_framework,
)
from .raw import RawError, RawFolder
from .write import as_yaml

__all__ = ["MODULES", "RawError", "compute", "recompute"]

MODULES = {
    module.SOURCE: module
    for module in (
        adverts_2024,
        adverts_pay_2023,
        aijobs,
        bls_oews,
        esco,
        indeed_ai,
        kaggle_2022,
        onet,
        stackoverflow_2025,
        stackoverflow_2025_pay,
        uk_framework,
    )
}


def compute(sources: dict[str, Source], raw: Path) -> dict[str, Evidence]:
    """The evidence of every computed source, by its id.

    Raises RawError with all that is wrong with the raw files, before anything is computed.
    """
    unknown = sorted(MODULES.keys() - sources.keys())
    if unknown:
        raise RawError([f"data/sources.yml: no source {one_of(unknown)}, which the code computes; bring it back"])
    folders = {name: RawFolder(raw, sources[name]) for name in MODULES}
    problems = [problem for folder in folders.values() for problem in folder.problems()]
    if problems:
        raise RawError(problems)
    modules = tqdm(MODULES.items(), desc="evidence", unit="source", disable=None)  # silent where there is no terminal
    return {name: module.compute(folders[name]) for name, module in modules}


def recompute(sources: dict[str, Source], raw: Path, folder: Path) -> list[Path]:
    """Writes folder/<source>.yml for every computed source and gives the paths; nothing unless all could be computed.

    Raises RawError as `compute` does.
    """
    texts = {folder / f"{name}.yml": as_yaml(evidence) for name, evidence in compute(sources, raw).items()}
    folder.mkdir(parents=True, exist_ok=True)
    for path, text in texts.items():
        fresh = path.with_suffix(".new")
        fresh.write_text(text, encoding="utf-8", newline="\n")
        fresh.replace(path)
    return list(texts)
