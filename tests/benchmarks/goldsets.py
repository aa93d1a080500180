"""Where the labelled filings are, and their own scorer."""

import importlib.util
import json
import os
from pathlib import Path
from types import ModuleType
from typing import Any

REPOSITORY = Path(__file__).resolve().parents[2]


def gold() -> Path:
    """The folder of labelled filings: ``EXTRACTOR_GOLD``, else ``../shared/gold`` beside the repository.

    Raises:
        SystemExit: there is none.
    """
    folder = Path(os.environ.get("EXTRACTOR_GOLD") or REPOSITORY.parent / "shared" / "gold")
    if not folder.is_dir():
        raise SystemExit(f"no labelled filings in {folder}; set EXTRACTOR_GOLD")
    return folder


def scorer(folder: Path) -> ModuleType:
    """The module ``score.py`` that stands beside the labels."""
    spec = importlib.util.spec_from_file_location("score", folder / "score.py")
    if spec is None or spec.loader is None:
        raise SystemExit(f"no score.py in {folder}")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def labels(folder: Path) -> dict[str, dict[str, Any]]:
    """Label files by the name of their document, without its ending."""
    return {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.json"))}
