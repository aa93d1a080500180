"""Documents in any number: copies of the corpus with facts of their own."""

import datetime as dt
import random
import re
from pathlib import Path

CORPUS = Path(__file__).resolve().parents[2] / "corpus"
_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_DATE = re.compile(rf"\b({'|'.join(_MONTHS)}) (\d{{1,2}}), (\d{{4}})")
_MONEY = re.compile(r"\$(\d{1,3}(?:,\d{3})+)\b")


def copies(folder: Path, count: int, *, seed: int = 1, largest: int | None = None) -> list[Path]:
    """Writes `count` documents into `folder`, all different, the same for the same seed.

    Args:
        largest: characters of the largest document to copy; None for no limit.
    """
    folder.mkdir(parents=True, exist_ok=True)
    originals = sorted(CORPUS.glob("*.txt"))
    texts = [(path, path.read_bytes().decode("utf-8")) for path in originals]
    texts = [(path, text) for path, text in texts if largest is None or len(text) <= largest]
    chance = random.Random(seed)
    paths = []
    for i in range(count):
        original, text = texts[i % len(texts)]
        path = folder / f"{i:05}_{original.name}"
        path.write_bytes(changed(text, chance, i).encode())
        paths.append(path)
    return paths


def changed(text: str, chance: random.Random, number: int) -> str:
    """`text` with every date moved and every amount raised; `number` stands at its end, so that no two are the same."""
    days, thousands = chance.randrange(1, 3000), chance.randrange(1, 9000)

    def date(match: re.Match[str]) -> str:
        try:
            then = dt.date(int(match[3]), _MONTHS.index(match[1]) + 1, int(match[2])) + dt.timedelta(days=days)
        except ValueError:
            return match[0]
        return f"{_MONTHS[then.month - 1]} {then.day}, {then.year}"

    def money(match: re.Match[str]) -> str:
        return f"${int(match[1].replace(',', '')) + thousands * 1000:,}"

    return _MONEY.sub(money, _DATE.sub(date, text)) + f"\n[{number}]\n"
