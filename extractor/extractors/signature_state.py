"""What is known while signature pages are read line by line."""

from collections.abc import Callable
from dataclasses import dataclass, field

from extractor.extractors.page_rows import Line
from extractor.values.names import tidy


@dataclass
class Signer:
    """A signature: the offsets of the name as signed and as typed, and of the title's lines."""

    name: tuple[int, int] | None = None
    typed: tuple[int, int] | None = None
    title: list[tuple[int, int]] = field(default_factory=list)
    bare: bool = False  # no "By": an individual's own signature, or a witness's
    own: bool = False  # who signs below a company's officer signs for himself
    apart: bool = False  # a blank line stands above
    individual: bool = False  # the page says that the person signs "individually", or is "an individual"
    labelled: bool = False  # a "Title:" line stands under the signature: what follows is no name


@dataclass
class Block:
    """A party's part of the pages: its name's pieces, what is said of it, who signs."""

    name: list[tuple[int, int]]
    described: list[tuple[int, int]] = field(default_factory=list)
    header: str | None = None
    consent: bool = False
    commitment: bool = False
    closed: bool = False  # an entity that signs for the party stands below the name: it does not go on
    headed: bool = False  # the document's name stands right above: the heading of a page, if another's name follows
    signers: list[Signer] = field(default_factory=list)


class State:
    """The reader's state; `blocks` and `loose` hold what was found."""

    def __init__(self, view: str, known: dict[str, str], consent: bool) -> None:
        self.view = view
        self.known = known
        self.blocks: list[Block] = []
        self.waiting: list[Block] = []
        self.signing: list[Block] = []
        self.signer: Signer | None = None
        self.expects: str | None = None
        self.header: str | None = None
        self.consent = consent
        self.attest = False
        self.behalf = False
        self.address = False
        self.office = False
        self.open_prose = False
        self.queue: list[Block] = []
        self.beside: list[Block] = []  # who stand side by side, and sign in turn, row by row
        self.recent: list[Signer] = []
        self.pair: list[Signer] = []  # two who signed in one line
        self.following = ""
        self.before = ""
        self.caption = False
        self.loose: list[tuple[Signer, str | None, bool]] = []

        # Whether as many signatures follow as parties wait: then they sign in turn.
        self.pairwise: Callable[[int], bool] = lambda waiting: False
        # Whether an address stands below the line that is read.
        self.addressed: Callable[[], bool] = lambda: False

    def _text_of(self, block: Block) -> str:
        return tidy("\n".join(self.view[a:b] for a, b in block.name))

    def _within(self, line: Line, content: str) -> tuple[int, int]:
        """Offsets of `content` in the line."""
        content = content.strip(" \t_")
        at = self.view.rfind(content, line.start, line.end) if content else line.end
        return (at, at + len(content)) if at >= 0 else (line.start, line.end)
