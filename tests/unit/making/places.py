"""Where the tests' material is."""

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
CORPUS = ROOT / "corpus"
SCHEMAS = ROOT / "schemas"
#: Labelled filings that are not part of the repository; tests that need them are skipped where they are missing.
GOLD = Path(os.environ.get("EXTRACTOR_GOLD") or ROOT.parent / "shared" / "gold")
DOCUMENTS = sorted(CORPUS.glob("*.txt"))
