"""A party as it grows out of its mentions."""

from dataclasses import dataclass, field

from extractor.nlp.mention import Mention
from extractor.values.names import fold


@dataclass
class Found:
    """A party as it grows out of its mentions.

    Attributes:
        aliases: under what other names it does business.
        header: the heading of the first signature.
        headers: the headings of all of them.
        seen: what the model sees it as: whether on the signature pages, ``party`` or ``person``, with which score.
        plain: whether it signs without saying in what capacity.
        decided: whether it was chosen for what rules and model say together; if not, its rule alone gave it.
        confidence: the precision that was measured for names chosen so, if it was.
    """

    name: str
    span: tuple[int, int]
    roles: list[str] = field(default_factory=list)
    entity_type: str | None = None
    jurisdiction: str | None = None
    former_names: list[str] = field(default_factory=list)
    aliases: list[str] = field(default_factory=list)
    address: str | None = None
    terms: list[str] = field(default_factory=list)
    spans: list[tuple[int, int]] = field(default_factory=list)
    rules: list[str] = field(default_factory=list)
    in_opening: bool = False
    signs: bool = False
    consents: bool = False
    header: str | None = None
    headers: list[str] = field(default_factory=list)
    plain: bool = False
    seen: list[tuple[bool, str, float]] = field(default_factory=list)
    decided: bool = False
    confidence: float | None = None

    def take(self, mention: Mention) -> None:
        """Adds what a mention says."""
        data = mention.data
        for role in data["roles"]:
            if role not in self.roles:
                self.roles.append(role)
        self.entity_type = self.entity_type or data["entity_type"]
        self.jurisdiction = self.jurisdiction or data["jurisdiction"]
        self.address = self.address or data["address"]
        self.former_names += [
            n
            for n in data["former_names"]
            if fold(n) not in {fold(x) for x in self.former_names} and fold(n) != fold(self.name)
        ]
        self.aliases += [alias for alias in data.get("aliases", []) if alias not in self.aliases]
        self.terms += [t for t in data["defined_terms"] if t not in self.terms]
        self.spans.append((mention.start, mention.end))
        if mention.rule not in self.rules:
            self.rules.append(mention.rule)

    def see(self, mention: Mention) -> None:
        """Adds what the model says; a model without scores counts as sure."""
        score = mention.data["score"]
        self.seen.append(
            (bool(mention.data["signing"]), mention.label.removeprefix("model_"), 1.0 if score is None else score)
        )
        self.spans.append((mention.start, mention.end))
        if mention.rule not in self.rules:
            self.rules.append(mention.rule)
