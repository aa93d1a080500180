"""Puts a trained model into the package."""

import shutil
from pathlib import Path

import spacy

from extractor.nlp import tokenizer as _  # noqa: F401  (the configuration names it)
from extractor.nlp.recogniser import FOLDER

_NAME = "extractor_parties"
_DESCRIPTION = "Contracting parties and persons who sign, in the opening and on the signature pages of agreements"
# Beside the model, and no part of what spaCy writes.
_KEPT = ("choice.json", "README.md")


def ship(model: Path, version: str, folder: Path = FOLDER) -> int:
    """Writes the model to `folder` under the package's name for it; returns its size in bytes.

    The vocabulary stays behind: it lists the words of the training texts, and the model looks up hashes.
    """
    nlp = spacy.load(model)
    nlp.meta.update(name=_NAME, version=version, description=_DESCRIPTION, spacy_version=">=3.7,<4")
    nlp.meta.pop("performance", None)
    nlp.config["paths"] = dict.fromkeys(nlp.config["paths"])
    for path in folder.iterdir() if folder.exists() else ():
        if path.name not in _KEPT:
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    nlp.to_disk(folder, exclude=["vocab"])
    return sum(p.stat().st_size for p in folder.rglob("*") if p.is_file())
