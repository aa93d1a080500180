"""What a tag's attributes say of the text inside: unseen, struck out, preformatted, how far from its neighbours."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

_DECLARATION = re.compile(r"([a-z-]+)\s*:\s*([^;]+)")
_LENGTH = re.compile(r"(-?\d*\.?\d+)\s*(pt|px|in|cm|mm|em|ex|rem|pc|%)?")
_POINTS = {"pt": 1.0, "px": 0.75, "in": 72.0, "cm": 28.35, "mm": 2.835, "em": 11.0, "rem": 11.0, "ex": 5.5, "pc": 12.0}
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_CLASS = re.compile(r"\.([\w-]+)\s*$")
_WHITE = re.compile(r"(?:^|;|\s)color\s*:\s*(?:white|#fff(?:fff)?\b|rgb\(\s*255\s*,\s*255\s*,\s*255)")


@dataclass(frozen=True, slots=True)
class Style:
    """One tag's share in how its text looks; None where it says nothing.

    Attributes:
        hidden: not shown at all.
        visible: shown again inside something hidden by ``visibility``.
        struck: crossed out.
        pre: white space stands as written.
        page_text: tiny white letters, the text layer that filing software lays over page images.
        above, below: margins with padding, in points.
        page_break: a page ends before or after it.
        bottom: a cell's text stands at the cell's bottom.
        align: ``text-align``.
    """

    hidden: bool = False
    visible: bool = False
    struck: bool = False
    pre: bool = False
    page_text: bool = False
    above: float | None = None
    below: float | None = None
    page_break: bool = False
    bottom: bool = False
    align: str = ""


_PLAIN = Style()


def style_of(attributes: Mapping[str, str], classes: Mapping[str, Style]) -> Style:
    """The style that a tag's attributes give it, where `classes` are those of the document's style sheets."""
    text = attributes.get("style")
    if text:
        return _parse(text)
    if classes and "class" in attributes:
        for name in attributes["class"].split():
            if name in classes:
                return classes[name]
    return _PLAIN


def sheet(text: str) -> dict[str, Style]:
    """Classes of a style sheet that hide or strike text.

    >>> sorted(sheet("p {margin: 0} .gone, td.old {display: none}"))
    ['gone', 'old']
    """
    found = {}
    for selectors, declarations in _RULE.findall(text):
        style = _parse(declarations)
        if style.hidden or style.struck:
            for selector in selectors.split(","):
                if match := _CLASS.search(selector):
                    found[match[1]] = style
    return found


@lru_cache(maxsize=4096)
def _parse(text: str) -> Style:
    text = text.lower()
    declared = {name: value.strip() for name, value in _DECLARATION.findall(text)}
    above, below = _margins(declared.get("margin"))
    if "margin-top" in declared:
        above = _points(declared["margin-top"])
    if "margin-bottom" in declared:
        below = _points(declared["margin-bottom"])
    inside, under = _margins(declared.get("padding"))
    above = _sum(above, _points(declared["padding-top"]) if "padding-top" in declared else inside)
    below = _sum(below, _points(declared["padding-bottom"]) if "padding-bottom" in declared else under)
    size = _points(declared.get("font-size", "10pt"))
    tiny = size is not None and size <= 1
    visibility = declared.get("visibility", "")
    return Style(
        hidden=declared.get("display") == "none" or visibility in ("hidden", "collapse") or size == 0,
        visible=visibility == "visible",
        struck="line-through" in declared.get("text-decoration", "") + declared.get("text-decoration-line", ""),
        pre=declared.get("white-space") == "pre",
        page_text=tiny and bool(_WHITE.search(text)),
        above=above,
        below=below,
        page_break=any(
            declared.get(name) in ("always", "page", "left", "right")
            for name in ("page-break-before", "page-break-after", "break-before", "break-after")
        ),
        bottom=declared.get("vertical-align") == "bottom",
        align=declared.get("text-align", ""),
    )


def _sum(one: float | None, other: float | None) -> float | None:
    """Of two lengths; None where neither is given, or no more than nothing by the second alone."""
    return one + (other or 0.0) if one is not None else other or None


def _margins(value: str | None) -> tuple[float | None, float | None]:
    """Top and bottom of a ``margin`` with one to four values."""
    if not value:
        return None, None
    sides = [_points(v) for v in value.split()]
    return sides[0], sides[2] if len(sides) > 2 else sides[0]


def _points(value: str) -> float | None:
    """A length in points; None for percentages, ``auto`` and the like."""
    match = _LENGTH.match(value)
    if not match or match[2] == "%":
        return None
    number = float(match[1])
    return number * _POINTS[match[2]] if match[2] else number * 0.75
