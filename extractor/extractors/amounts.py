"""Every amount of money, with what it is for where its context says so."""

from decimal import Decimal

from extractor.extractors.amount_cues import hear
from extractor.extractors.amount_mentions import located
from extractor.extractors.amount_model import role_of
from extractor.nlp.mention import Mention, Parts

# A probability above which other mentions hardly say another role with a higher one.
_CLEAR = 0.97


def find(parts: Parts) -> list[Mention]:
    """All amounts as `located` gives them, each with its section, its role and the role's probability.

    Several mentions of one amount are one amount in the end, whose role is that of its clearest mention: behind a clear
    one, and in annexes where the amount stands outside them too, mentions are not asked and have a probability of 0.
    """
    mentions = [m._replace(data={**m.data, "section": parts.section_at(m.start)}) for m in located(parts)]
    outside = {_amount(m) for m in mentions if m.data["section"] != "annex"}
    roles = _roles(parts.view, [m for m in mentions if m.data["section"] != "annex" or _amount(m) not in outside])
    found = []
    for mention in mentions:
        role, probability = roles.get(mention.start, ("other", 0.0))
        found.append(mention._replace(data={**mention.data, "role": role, "probability": probability}))
    return found


def _roles(view: str, mentions: list[Mention]) -> dict[int, tuple[str, float]]:
    """Roles with their probabilities, by the mention's start, of each amount's mentions as far as the first clear one."""
    waiting: dict[tuple[str, str], list[Mention]] = {}
    for mention in mentions:
        waiting.setdefault(_amount(mention), []).append(mention)
    roles: dict[int, tuple[str, float]] = {}
    # To hear many at once is cheap, to hear what nobody asks is not: one mention of each, then two of the rest, then four.
    count = 1
    while waiting:
        asked = [m for same in waiting.values() for m in same[:count]]
        clear = set()
        for mention, heard in zip(asked, hear(view, [(m.start, m.end) for m in asked]), strict=True):
            amount = _amount(mention)
            if amount in clear:
                continue
            value, section = Decimal(mention.data["value"]), mention.data["section"]
            roles[mention.start] = _, probability = role_of(view, mention.start, mention.end, section, value, heard)
            if probability >= _CLEAR:
                clear.add(amount)
        waiting = {amount: same[count:] for amount, same in waiting.items() if amount not in clear and same[count:]}
        count *= 2
    return roles


def _amount(mention: Mention) -> tuple[str, str]:
    return mention.data["value"], mention.data["currency"]
