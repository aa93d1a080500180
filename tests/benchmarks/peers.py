"""Other readers of such texts, for `speed.py`; each gives what reads one text, or says why it cannot.

As a program, `peers.py NAME RUNS FILE...` prints the processor time that each run took, so that a reader with needs of its own
can be timed by another interpreter.
"""

from __future__ import annotations

import re
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

#: What somebody would write who looks for dates, amounts, companies and titles with nothing but `re`.
PLAIN = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\s+\d{1,2},\s+\d{4}\b"
    r"|\$\s?\d[\d,]*(?:\.\d\d)?"
    r"|\b(?:[A-Z][\w&.-]*\s+){1,5}(?:Inc|Corp|Corporation|Company|LLC|L\.P|Ltd|N\.A|Bank)\b"
    r"|\b(?:First|Second|Third|Fourth|Fifth)\s+Amendment\b|\bAmendment\s+No\.\s+\d+"
)


class Missing(Exception):
    """A peer is not there; the message says why."""


def plain() -> Callable[[str], object]:
    """One alternation of simple patterns."""
    return PLAIN.findall


def ner() -> Callable[[str], object]:
    """Tokens and entities of spaCy's small English pipeline; nothing else of it."""
    import spacy

    try:
        nlp = spacy.load("en_core_web_sm", disable=["tagger", "parser", "attribute_ruler", "lemmatizer"])
    except OSError as error:
        raise Missing("en_core_web_sm is not installed") from error
    nlp.max_length = 50_000_000
    return nlp


def lexnlp() -> Callable[[str], object]:
    """LexNLP's dates, money, companies and definitions.

    It wants data of NLTK's beside it: `punkt` and `averaged_perceptron_tagger`, in a folder that `NLTK_DATA` names.
    """
    try:
        from lexnlp.extract.en.dates import get_dates
        from lexnlp.extract.en.definitions import get_definitions
        from lexnlp.extract.en.entities.nltk_maxent import get_companies
        from lexnlp.extract.en.money import get_money

        readers = get_dates, get_money, get_companies, get_definitions
        said = 'On May 1, 2001, Norwake Holdings, Inc. (the "Borrower") paid five dollars.'
        for get in readers:
            if not list(get(said)):
                raise Missing(f"LexNLP cannot be used: {get.__name__} finds nothing in a sentence that holds one")
    except (ImportError, LookupError, AttributeError, TypeError) as error:
        # NLTK frames what data it lacks with lines of asterisks.
        plain_text = re.sub(r"\x1b\[\d+m", "", str(error))
        why = next((line.strip() for line in plain_text.splitlines() if re.search(r"\w", line)), "")
        raise Missing(f"LexNLP cannot be used: {type(error).__name__}: {why}") from error
    return lambda text: [list(get(text)) for get in readers]


PEERS = {job.__name__: job for job in (plain, ner, lexnlp)}


def seconds(name: str, texts: list[str], runs: int) -> list[float]:
    """Processor time of each run of a peer over all the texts; a run before that does not count."""
    read = PEERS[name]()
    taken = []
    for _ in range(runs + 1):
        start = time.process_time()
        for text in texts:
            read(text)
        taken.append(time.process_time() - start)
    return taken[1:]


def by_another(python: str, name: str, files: list[Path], runs: int) -> float:
    """Median of a peer's runs in a process of its own, of the interpreter `python`."""
    command = [python, __file__, name, str(runs), *map(str, files)]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    if ran.returncode:
        said = [line for line in ran.stderr.splitlines() if re.search(r"\w", line)]
        raise Missing(said[-1] if said else f"{python} failed")
    return statistics.median(map(float, ran.stdout.split()))


def main() -> None:
    """Prints a line a run."""
    name, runs, *files = sys.argv[1:]
    try:
        taken = seconds(name, [Path(f).read_bytes().decode("utf-8", "replace") for f in files], int(runs))
    except Missing as error:
        sys.exit(str(error))
    print(*taken, sep="\n")


if __name__ == "__main__":
    main()
