"""Raises the floors of the golden tests to the figures reached now.

    python tests/golden/pin.py                 raises what rose; says what fell, leaves it and exits with 1
    python tests/golden/pin.py --allow-lower   writes the figures reached, lower ones too

Floors of sets that are not at hand stay as they are.
"""

import argparse
import json
import math
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from sets import FLOORS, SETS, TOLERANCE, figures, floors


def pinned(old: dict[str, float], new: dict[str, float], allow_lower: bool) -> tuple[dict[str, float], list[str]]:
    """The floors of one set after a measurement, and the fields whose figures fell and were left.

    >>> pinned({"title": 0.9, "dated": 0.8}, {"title": 0.95, "dated": 0.7, "kinds": 1.0}, allow_lower=False)
    ({'title': 0.95, 'dated': 0.8, 'kinds': 1.0}, ['dated'])
    >>> pinned({"title": 0.9}, {"title": 0.7}, allow_lower=True)
    ({'title': 0.7}, [])
    """
    floored = {name: math.floor(value * 10_000) / 10_000 for name, value in new.items()}
    fell = [name for name, value in new.items() if value < old.get(name, 0.0) - TOLERANCE]
    if allow_lower:
        return floored, []
    return {name: max(value, old.get(name, 0.0)) for name, value in floored.items()}, fell


def main() -> int:
    """Measures, writes, reports; 1 if a figure fell and was left."""
    parser = argparse.ArgumentParser(description="Raise the floors of the golden tests to the figures reached now.")
    parser.add_argument("--allow-lower", action="store_true", help="write lower figures too")
    allow_lower = parser.parse_args().allow_lower
    every, failed = floors(), False
    for name, folder in SETS.items():
        if not folder.is_dir():
            print(f"{name}: not at hand, left as it is")
            continue
        old = every.get(name, {})
        new = figures(folder)
        every[name], fell = pinned(old, new, allow_lower)
        for field, value in every[name].items():
            if value != old.get(field):
                print(f"{name}: {field} {old.get(field, 'new')} -> {value}")
        for field in fell:
            failed = True
            print(
                f"{name}: {field} fell from {old[field]} to {new[field]:.4f}; left, --allow-lower writes it",
                file=sys.stderr,
            )
    FLOORS.write_text(json.dumps(every, indent=2) + "\n", encoding="utf-8")
    return int(failed)


if __name__ == "__main__":
    raise SystemExit(main())
