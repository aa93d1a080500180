"""What is known of a name that may be a party's: what rules and model say of it, and what stands around it."""

import math
from collections.abc import Sequence
from typing import NamedTuple

import regex

from extractor.nlp.mention import Mention, Parts
from extractor.resolve.found import Found
from extractor.values.names import fold, is_organisation, is_person

# What stands around a party's name, and seldom around another.
_BETWEEN = regex.compile(
    r"\b(?:between|among|amongst|with|by|from|to|parties|part(?:y|ies)\s*:)\W*(?:the\s+)?$", regex.I
)
_AND = regex.compile(r"\b(?:and|&|or)\W*(?:between\s+)?$|[;:]\s*$|(?:\(?\w{1,3}[.)])\s*$", regex.I)
_TERM = regex.compile(
    r"^[^\n\"(]{0,20}\(\s*(?:[^()\"]{0,60}\")|^.{0,260}?\((?:the\s+|each,?\s+an?\s+|hereinafter\W[^()\"]{0,60}|collectively,?\s+|together[^()\"]{0,60}|an?\s+)?\"",
    regex.S,
)
_FORM_OF = regex.compile(
    r"^[\s,]+(?:an?\s|the\s)?[^.;\n(]{0,60}\b(?:corporation|company|partnership|association|trust|individual|bank|resident)\b",
    regex.I,
)
_ADDRESS = regex.compile(
    r"^[\s,]+(?:[^.;()]{0,80}\b)?(?:having|with\s+(?:an?|its|offices)|located|whose|residing|principal|of\s+\d)",
    regex.I,
)
_SIGNS = regex.compile(
    r"^[\s,.]{0,8}(?:[^\n]{0,40}\n\s*)?(?:\W*By\b\W|\W*/s/|_{3}|(?:Per|Name|Signature)\s*:)", regex.I
)
_SIGNED = regex.compile(r"(?:/s/|_{3,}|\bName\s*:|\bSignature\W|Printed\W|Print\s+Name\W)[^\n]{0,60}\n?\s*$", regex.I)
_OFFICE = regex.compile(
    r"\b(?:Title|Its|President|Officer|Director|Secretary|Chairman|Manager|Counsel|Treasurer|Witness)\b", regex.I
)
_OFFICE_NEXT = regex.compile(
    r"^[\s,]{0,4}(?:(?:Title|Its)\s*:|[^\n]{0,12}\n?[^\n]{0,20}\b(?:President|Officer|Director|Secretary|Chairman|Manager|Counsel|Treasurer)\b)",
    regex.I,
)
_BY = regex.compile(r"\bBy\b\W*(?:/s/)?\W*(?:\n\s*Name\s*:\s*)?$", regex.I)
_PLAINLY = regex.compile(r"(?<!\bBy\b\W{0,4})/s/\s*$|_{4,}\s*\n\s*$", regex.I)
_SELF = regex.compile(
    r"\b(?:employee|executive|consultant|contractor|recipient|individual(?:ly)?|director|participant|officer|stockholder|shareholder|undersigned)\b",
    regex.I,
)
# An agreement with one who is employed, advises or owns shares speaks of him on every page.
_PERSONAL = regex.compile(r"\b(?:Employee|EMPLOYEE|Executive|EXECUTIVE|Consultant|Director|I|my|you|your)\b")
_SMALL = regex.compile(r"(?<!\w)\p{Ll}{3,}(?!\w)")
# So much of a text is enough to learn its words from.
_MUCH = 60_000
_DEAR = regex.compile(r"\b(?:Dear|Attention|Attn|Re)\b\W*(?:(?:Mr|Ms|Mrs|Dr)\.?\s+)?$")

#: What is known of a name, each from 0 to about 1.
FEATURES = (
    "rule_opening",
    "rule_signature",
    "rule_defined",
    "model_opening",
    "model_signature",
    "person_opening",
    "person_signature",
    "rule_and_model",
    "both_places",
    "often_by_model",
    "often_in_text",
    "early",
    "organisation",
    "person",
    "described",
    "termed",
    "signs_for_another",
    "small_words",
    "heading",
    "two_lines",
    "part_of_another",
    "holds_another",
    "behind_between",
    "behind_and",
    "before_term",
    "before_form",
    "before_address",
    "above_signature",
    "signed_itself",
    "person_with_office",
    "person_called",
    "addressed",
    "others_in_opening",
    "person_alone",
    "person_in_personal",
    "alone_in_personal",
    "only_organisation",
    "common_words",
    "person_behind_by",
    "person_signs_plainly",
    "person_before_office",
)


class Text(NamedTuple):
    """What a text tells of all its names.

    Attributes:
        view: the text.
        opening: where the opening begins.
        officers: folded names of who signs for a company, by the rules.
        common: the words that the text writes small.
        personal: how much it speaks of one person, from 0 to 1.
    """

    view: str
    opening: int
    officers: frozenset[str]
    common: frozenset[str]
    personal: float


def text_of(parts: Parts, mentions: Sequence[Mention]) -> Text:
    """What the text of these parts and mentions tells."""
    head = parts.view[:_MUCH]
    officers = {
        fold(str(m.data["name"]))
        for m in mentions
        if m.label == "signatory" and (m.data["title"] or (m.data["party"] and m.data["party"] != m.data["name"]))
    }
    return Text(
        parts.view,
        parts.span("opening")[0],
        frozenset(officers),
        frozenset(_SMALL.findall(head)),
        min(1.0, len(_PERSONAL.findall(head, 0, 20_000)) / 10),
    )


def features(text: Text, one: Found, found: Sequence[Found]) -> list[float]:
    """What is known of `one` among all the names `found` in a text."""
    view = text.view
    best = {
        key: max([s for signing, label, s in one.seen if (label, signing) == key], default=0.0)
        for key in (("party", False), ("party", True), ("person", False), ("person", True))
    }
    rule = float(any(r in ("party.opening", "party.note", "party.form") for r in one.rules))
    words = one.name.split()
    key = fold(one.name).split()
    keys = [fold(other.name).split() for other in found if other is not one]
    person = is_person(one.name) and not is_organisation(one.name)
    before = [view[max(0, a - 60) : a] for a, _ in one.spans]
    after = [view[b : b + 300] for _, b in one.spans]
    signing = [view[b : b + 90] for (_, b) in one.spans]
    office = fold(one.name) in text.officers or bool(_share(signing, _OFFICE))
    letters = [w.casefold() for w in regex.findall(r"\p{L}{3,}", one.name)]
    both_sides = best["party", True] > 0 or best["person", True] > 0
    both = best["party", True] > 0 or "party.signature" in one.rules
    return [
        rule,
        float("party.signature" in one.rules),
        float("party.defined" in one.rules),
        best["party", False],
        best["party", True],
        best["person", False],
        best["person", True],
        rule * best["party", False],
        float(both and (best["party", False] > 0 or rule > 0)),
        min(1.0, sum(s for _, label, s in one.seen if label == "party") / 4),
        min(1.0, math.log1p(view.count(one.name)) / 3),
        max(0.0, 1 - max(0, min(a for a, _ in one.spans) - text.opening) / 2000),
        float(is_organisation(one.name)),
        float(person),
        float(bool(one.entity_type)),
        float(bool(one.terms)),
        float(fold(one.name) in text.officers),
        sum(bool(regex.match(r"[a-z]", w)) for w in words) / len(words),
        float(one.name.isupper() and not person and not is_organisation(one.name)),
        float(all("\n" in view[a:b] for a, b in one.spans)),
        float(any(within(key, other) for other in keys)),
        float(any(within(other, key) for other in keys)),
        _share(before, _BETWEEN),
        _share(before, _AND),
        _share(after, _TERM),
        _share(after, _FORM_OF),
        _share(after, _ADDRESS),
        _share(after, _SIGNS),
        float(person) * _share(before, _SIGNED),
        float(person) * _share(signing, _OFFICE),
        float(person) * max(_share(signing, _SELF), _share(before, _SELF)),
        _share(before, _DEAR),
        min(3, sum(_opens(other) for other in found if other is not one)) / 3,
        float(person and not office and both_sides),
        float(person) * text.personal,
        float(person and not office and both_sides) * text.personal,
        float(is_organisation(one.name) and not any(is_organisation(o.name) for o in found if o is not one)),
        sum(w in text.common for w in letters) / max(1, len(letters)),
        float(person) * _share(before, _BY),
        float(person) * _share(before, _PLAINLY),
        float(person) * _share(signing, _OFFICE_NEXT),
    ]


def _share(texts: Sequence[str], cue: regex.Pattern[str]) -> float:
    """Whether any of the texts has the cue."""
    return float(any(cue.search(text) for text in texts))


def within(part: list[str], whole: list[str]) -> bool:
    """Whether a name is part of another."""
    return 0 < len(part) < len(whole) and any(
        whole[i : i + len(part)] == part for i in range(len(whole) - len(part) + 1)
    )


def _opens(one: Found) -> bool:
    """Whether the opening names it, as rules and model see it."""
    return "party.opening" in one.rules and any(label == "party" and not signing for signing, label, _ in one.seen)
