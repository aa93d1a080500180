"""Running headers, running footers and page numbers of paged documents: found by where and how often they stand."""

import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from extractor.document.clauses import is_label
from extractor.document.furniture import page_number
from extractor.document.page_lines import Line

_ZONE = 0.13  # of the page's height at its top and bottom, where page numbers stand
_HEADER = 0.092  # of the same, where headers and footers of words stand: outside of an inch's margin
_DEEP = 4  # lines from the top or bottom that are looked at
_SHARE = 0.5  # of the pages that a running header stands on, at least
_FEWEST = 3  # pages
_FEW = 4  # pages, of which the first has no running header
_MARGIN = 0.07  # of the page's height: so near the edge two pages are enough
_DIGITS = re.compile(r"\d+")
_INSTRUMENT = re.compile(
    r"\b(?:agreement|amendment|note|waiver|consent|forbearance|supplement|joinder|guarant[ye]e?)\b"
)
_SPELT = re.compile(r"^\W*page\b", re.IGNORECASE)


@dataclass(slots=True)
class Page:
    """A page's lines, and how large it is as a viewer shows it, in points.

    Attributes:
        lines: in reading order; the main direction of writing.
        turned: lines that run in another direction.
    """

    width: float
    height: float
    lines: list[Line] = field(default_factory=list)
    turned: list[Line] = field(default_factory=list)


def drop_furniture(pages: Sequence[Page]) -> list[str]:
    """Takes headers, footers and page numbers off the `pages`; returns the texts of those that are no numbers."""
    zones = [_zone(page) for page in pages]
    dropped: set[int] = set()  # ids of lines
    written = sum(bool(page.lines) for page in pages)
    places: Counter[tuple[str, int]] = Counter()
    for page, lines in zip(pages, zones, strict=True):
        places.update({key for line in lines for key in _keys(line, page)})
    texts: dict[str, str] = {}
    first = next((page for page in pages if page.lines), None)
    for page, lines in zip(pages, zones, strict=True):
        for line in lines:
            height = _top(line) / page.height
            if _HEADER < height < 1 - _HEADER or is_label(line.words[0].text):
                continue
            outer = not _MARGIN < height < 1 - _MARGIN
            fewest = 2 if written <= _FEW and outer else _FEWEST
            often = max(places[key] for key in _keys(line, page)) >= max(fewest, _SHARE * written)
            if often or (outer and first is not None and page is not first and _repeats_title(line, first)):
                if page is first and _is_title(line, page):
                    continue
                dropped.add(id(line))
                if page_number(line.text) is None:
                    texts.setdefault(_DIGITS.sub("#", line.text), line.text)
    dropped |= _numbers(zones) | _inner_numbers(pages)
    for page in pages:
        page.lines = [line for line in page.lines if id(line) not in dropped]
    return list(texts.values())


def _zone(page: Page) -> list[Line]:
    """The page's outermost lines, as far as they stand near its edges."""
    ordered = sorted(page.lines, key=_top)
    above = [line for line in ordered[:_DEEP] if _top(line) < _ZONE * page.height]
    below = [line for line in ordered[-_DEEP:] if _top(line) > (1 - _ZONE) * page.height and line not in above]
    return above + below


def _is_title(line: Line, page: Page) -> bool:
    """Whether a running header of the first page is the title there: it names an instrument, and no other line does."""
    title = line.text.casefold()
    return (
        _top(line) < _HEADER * page.height
        and bool(_INSTRUMENT.search(title))
        and not any(title in other.text.casefold() for other in page.lines if other is not line)
    )


def _repeats_title(line: Line, first: Page) -> bool:
    """Whether a line at a later page's edge repeats a line of the first page that names an instrument."""
    text = line.text.casefold()
    return bool(_INSTRUMENT.search(text)) and any(text == other.text.casefold() for other in first.lines)


def _top(line: Line) -> float:
    return line.words[0].boxes[1]


def _keys(line: Line, page: Page) -> tuple[tuple[str, int], ...]:
    """What a line says, figures aside, and about where it stands; in two rasters, as one has edges."""
    text = _DIGITS.sub("#", line.text).casefold()
    height = 60 * _top(line) / page.height if page.height else 0.0
    return (text, 2 * int(height)), (text, 2 * int(height + 0.5) + 1)


def _numbers(zones: Sequence[Sequence[Line]]) -> set[int]:
    """Ids of the lines that are page numbers: they count with the pages, or say that they are."""
    steps: defaultdict[tuple[str, int], list[int]] = defaultdict(list)
    found: set[int] = set()
    for place, lines in enumerate(zones):
        for line in lines:
            number = page_number(line.text)
            if number is None:
                continue
            if _SPELT.match(line.text):
                found.add(id(line))
            steps[number[0], number[1] - place].append(id(line))
    for (_, step), ids in steps.items():
        if len(ids) > 1 or step == 1:
            found.update(ids)
    return found


def _inner_numbers(pages: Sequence[Page]) -> set[int]:
    """Ids of page numbers of an earlier paging, which printed web pages have anywhere: centred, alone, counting on."""
    found: list[tuple[tuple[str, int], int]] = []
    for page in pages:
        for line in page.lines:
            if len(line.words) > 3 or line.text.endswith("."):
                continue
            number = page_number(line.text)
            middle = (line.words[0].boxes[0] + line.words[-1].boxes[-2]) / 2
            central = abs(middle - page.width / 2) < 0.06 * page.width or _SPELT.match(line.text)
            if number and central and not number[0].endswith("roman"):
                found.append((number, id(line)))
    dropped = set()
    for ((sort, value), one), (after, other) in itertools.pairwise(found):
        if after == (sort, value + 1):
            dropped |= {one, other}
    return dropped
