"""Draws the boxes of facts on page images, for eyes: `python tests/benchmarks/boxes.py FILE.pdf ... -o FOLDER [-n 50]`

Without files: some of Kleister's PDFs, and texts of ``gold/dev`` set by `typeset`. Also checks that the words that pdfium
finds in each box are the evidence's, and prints those of which they are not.
"""

import argparse
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import goldsets
import typeset

SCALE = 1.6


def main() -> None:
    """Chooses facts, draws them, checks them."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("files", nargs="*", type=Path)
    arguments.add_argument("-o", "--output", type=Path, default=Path("boxes"))
    arguments.add_argument("-n", "--number", type=int, default=50, help="of facts in all")
    options = arguments.parse_args()
    options.output.mkdir(parents=True, exist_ok=True)
    files = options.files or _some(options.output)
    wrong = drawn = 0
    for turn, path in enumerate(files):
        quota = options.number * (turn + 1) // len(files) - options.number * turn // len(files)
        facts = _spread(list(_facts(path)), quota)
        wrong += _draw(path, facts, options.output)
        drawn += len(facts)
    print(f"{drawn} facts of {len(files)} files drawn in {options.output}; words in the box differ for {wrong}")
    sys.exit(1 if wrong else 0)


def _some(folder: Path) -> list[Path]:
    gold = goldsets.gold()
    found = sorted((gold / "kleister-train").glob("*.pdf"))[5::55]
    texts = sorted((gold / "dev").glob("*.txt"))[3::18]
    for turn, text in enumerate(texts):
        words = text.read_bytes().decode("utf-8", "replace")
        for form, data in (
            ("fixed", typeset.fixed(words)),
            ("proportional", typeset.proportional(words, text.stem)),
            *([("scanned", typeset.scanned(typeset.proportional(words, text.stem)))] if turn == 1 else []),
        ):
            path = folder / f"{text.stem}.{form}.pdf"
            path.write_bytes(data)
            found.append(path)
    return found


def _facts(path: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Evidence that stands on a page, with what it is evidence of."""
    from extractor.api import extract_all

    for record in extract_all(path):
        yield from _evidence(json.loads(record.model_dump_json()), "")


def _evidence(value: Any, name: str) -> Iterator[tuple[str, dict[str, Any]]]:
    if isinstance(value, dict):
        if value.keys() >= {"start", "end", "bbox"}:
            if value["bbox"]:
                yield name, value
            return
        for key, one in value.items():
            yield from _evidence(one, name if key in ("evidence", "provenance") else f"{name}.{key}".strip("."))
    elif isinstance(value, list):
        for one in value:
            yield from _evidence(one, name)


def _spread(facts: list[Any], number: int) -> list[Any]:
    if len(facts) <= number:
        return facts
    return [facts[at * len(facts) // number] for at in range(number)]


def _draw(path: Path, facts: list[tuple[str, dict[str, Any]]], folder: Path) -> int:
    import pypdfium2
    from PIL import ImageDraw

    document = pypdfium2.PdfDocument(path)
    wrong = 0
    for number in sorted({fact["page"] for _, fact in facts}):
        page = document[number - 1]
        height = page.get_height()
        image = page.render(scale=SCALE).to_pil().convert("RGB")
        pen = ImageDraw.Draw(image)
        words = page.get_textpage()
        for name, fact in facts:
            if fact["page"] != number:
                continue
            x0, top, x1, bottom = fact["bbox"]
            pen.rectangle([SCALE * n for n in (x0 - 1, top - 1, x1 + 1, bottom + 1)], outline="red", width=2)
            pen.text((SCALE * x0, SCALE * top - 11), name, fill="blue")
            if words.count_chars() and page.get_rotation() == 0:
                inside = words.get_text_bounded(
                    left=x0 - 1, bottom=height - bottom - 1, right=x1 + 1, top=height - top + 1
                )
                if not _holds(inside, fact["text"]):
                    wrong += 1
                    print(f"{path.name} page {number}: {fact['text']!r} but in the box {inside!r}")
        image.save(folder / f"{path.stem[:24]}-{path.suffixes[0].strip('.')}-p{number}.png")
    document.close()
    return wrong


def _holds(inside: str, text: str) -> bool:
    """Whether the words in the box hold those of the evidence: over several lines a box holds what stands beside, too."""
    letters = re.sub(r"[\W_]", "", inside.replace("\x02", "")).casefold()
    words = [re.sub(r"[\W_]", "", word).casefold() for word in text.split()]
    return all(word in letters for word in words)


if __name__ == "__main__":
    main()
