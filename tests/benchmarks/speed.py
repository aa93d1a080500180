"""Times the extractor beside its peers: `python tests/benchmarks/speed.py [--runs N] [--json FILE] [JOB...]`

Every job runs in turn with its yardstick, a run of the one and a run of the other, in one process; what counts is the ratio
of the medians. Time is that of the processor, so that a neighbour on the machine takes less from the figures (a batch is
timed by the clock); the machine's load stands beside each. Peers that are not installed are passed over with the reason.
Texts, pages and PDFs come from `corpus/` unless `--texts`, `--html` and `--pdfs` name folders of filings. Jobs:"""

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import made
import peers

CORPUS = Path(__file__).parents[2] / "corpus"
# Characters from which on an agreement is long.
LONG = 200_000


class Result(NamedTuple):
    """A job's figures.

    Attributes:
        job: its name.
        peer: what it was compared with.
        unit: of `ours` and `theirs`.
        ours: the median of the extractor's runs.
        theirs: that of the yardstick's.
        ratio: how the two compare; `wanted` says in which direction.
        wanted: the bound that the project has set itself.
    """

    job: str
    peer: str
    unit: str
    ours: float
    theirs: float
    ratio: float
    wanted: str


class Skipped(NamedTuple):
    """A job that could not be run, and why."""

    job: str
    reason: str


class Empty(Exception):
    """A folder holds nothing for a job."""


def _held(folder: Path, what: str, files: Iterable[Path]) -> list[Path]:
    """The files, in order.

    Raises:
        Empty: there are none.
    """
    found = sorted(files)
    if not found:
        raise Empty(f"{folder} holds no {what}")
    return found


def _texts(folder: Path) -> list[Path]:
    what = f"text file (*.txt) of less than {LONG:,} bytes"
    return _held(folder, what, (f for f in folder.glob("*.txt") if f.stat().st_size < LONG))


def in_turn(runs: int, ours: Callable[[], float], theirs: Callable[[], float]) -> tuple[float, float]:
    """Medians of both, taken in turn; once before that neither counts."""
    ours(), theirs()
    taken = [(ours(), theirs()) for _ in range(runs)]
    return statistics.median(a for a, _ in taken), statistics.median(b for _, b in taken)


def seconds(job: Callable[[], object]) -> float:
    """Processor time of a job in this process."""
    start = time.process_time()
    job()
    return time.process_time() - start


def of_child(*command: str) -> float:
    """Processor time of a command."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, *command], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def rate(job: str, peer: str, unit: str, wanted: str, amount: float, times: tuple[float, float]) -> Result:
    """A result where more is better: amounts a second."""
    ours, theirs = times
    return Result(job, peer, unit, amount / ours, amount / theirs, theirs / ours, wanted)


def _against_tokenizer(job: str, files: list[Path], texts: list[str], wanted: str, runs: int) -> Result:
    import spacy

    from extractor import extract

    nlp = spacy.blank("en")
    times = in_turn(
        runs,
        lambda: seconds(lambda: [extract(f) for f in files]),
        lambda: seconds(lambda: [nlp.tokenizer(t) for t in texts]),
    )
    return rate(job, "spaCy's blank tokenizer", "MB/s", wanted, sum(map(len, texts)) / 1e6, times)


def _read(files: list[Path]) -> list[str]:
    return [f.read_bytes().decode("utf-8", "replace") for f in files]


def beside(options: argparse.Namespace) -> Iterator[Result | Skipped]:
    """Whole documents beside what finds less in them: patterns of `re`, spaCy's small NER pipeline, LexNLP."""
    from extractor import extract

    files = _texts(options.texts)
    texts = _read(files)
    amount = sum(map(len, texts)) / 1e6
    for name in peers.PEERS:
        job, peer = f"text beside {name}", (peers.PEERS[name].__doc__ or "").partition("\n")[0].strip(".")
        try:
            if name == "lexnlp":
                # Its releases want old versions of what the extractor needs too.
                theirs = peers.by_another(options.lexnlp, name, files, 1)
                ours = statistics.median(seconds(lambda: [extract(f) for f in files]) for _ in range(options.runs))
                times = ours, theirs
            else:
                read = peers.PEERS[name]()
                times = in_turn(
                    options.runs,
                    lambda: seconds(lambda: [extract(f) for f in files]),
                    lambda read=read: seconds(lambda: [read(t) for t in texts]),
                )
        except peers.Missing as error:
            yield Skipped(job, str(error))
            continue
        yield rate(job, peer, "MB/s", "", amount, times)


def batch(options: argparse.Namespace) -> Iterator[Result]:
    """Documents a second of `extract --to`, by the clock: one worker, and two beside one."""
    sys.path.insert(0, str(Path(__file__).parents[1] / "faults"))
    from copies import copies

    with tempfile.TemporaryDirectory() as folder:
        documents = copies(Path(folder, "in"), 400)

        def clock(workers: int) -> float:
            start = time.perf_counter()
            command = [sys.executable, "-c", "from extractor.cli import main; main()", "--quiet", f"{folder}/in"]
            target = f"{folder}/{time.time_ns()}.jsonl"
            subprocess.run([*command, "--workers", str(workers), "--to", target], check=True, capture_output=True)
            assert Path(target).read_bytes().count(b"\n") >= len(documents)
            return time.perf_counter() - start

        times = in_turn(options.runs, lambda: clock(2), lambda: clock(1))
        yield rate("batch, two workers", "one worker", "docs/s", "", len(documents), times)


def text(options: argparse.Namespace) -> Iterator[Result]:
    """Whole documents."""
    files = _texts(options.texts)
    yield _against_tokenizer("text", files, _read(files), ">= 1", options.runs)


def long(options: argparse.Namespace) -> Iterator[Result | Skipped]:
    """Agreements of more than 200,000 characters, and two that are made up, of 400,000 and 1.5 million."""
    folder = options.long or options.texts
    try:
        what = f"text file (*.txt) of {LONG:,} bytes or more"
        files = _held(folder, what, (f for f in folder.glob("*.txt") if f.stat().st_size >= LONG))
        yield _against_tokenizer("long, filed", files, _read(files), ">= 5", options.runs)
    except Empty as error:
        yield Skipped("long, filed", str(error))
    with tempfile.TemporaryDirectory() as folder:
        for length in (400_000, 1_500_000):
            path = Path(folder, "made.txt")
            path.write_text(made.agreement(length), encoding="utf-8")
            name = f"long, made, {length:,}"
            yield _against_tokenizer(name, [path], _read([path]), ">= 5", options.runs)


def html(options: argparse.Namespace) -> Iterator[Result]:
    """HTML, beside the tokenizer over the text alone."""
    from extractor.document.read import read_path

    files = _held(options.html, "HTML file", (f for f in options.html.glob("*") if f.suffix in (".htm", ".html")))
    texts = [document.text for f in files for document in read_path(f)]
    yield _against_tokenizer("html", files, texts, "", options.runs)


def pdf(options: argparse.Namespace) -> Iterator[Result]:
    """Pages of PDFs with a text layer, with boxes, beside pdfplumber's text alone."""
    import pdfplumber

    from extractor import extract
    from extractor.document.read import read_path

    files = _held(options.pdfs, "PDF", options.pdfs.rglob("*.pdf"))[:: options.every]
    layouts = [document.layout for f in files for document in read_path(f)]
    pages = sum(layout.pages for layout in layouts if layout is not None)

    def plumbed() -> None:
        for path in files:
            with pdfplumber.open(path) as document:
                for page in document.pages:
                    page.extract_text()

    for name, job in (
        ("pdf, read", lambda: [list(read_path(f)) for f in files]),
        ("pdf, records", lambda: [extract(f) for f in files]),
    ):
        times = in_turn(options.runs, lambda job=job: seconds(job), lambda: seconds(plumbed))
        yield rate(name, "pdfplumber extract_text", "pages/s", ">= 15", pages, times)


def cold(options: argparse.Namespace) -> Iterator[Result]:
    """A single call of the program."""
    run = "from extractor.cli import main; main()"
    document = str(next(CORPUS.glob("*.txt")))
    for name, arguments, peer, wanted in (
        ("cold, a file", [document], "import spacy; spacy.blank('en')", "<= 1.5"),
        ("cold, --help", ["--help"], "import typer", "<= 2"),
    ):
        ours, theirs = in_turn(
            options.runs, lambda a=arguments: of_child("-c", run, *a), lambda p=peer: of_child("-c", p)
        )
        yield Result(name, peer, "s", ours, theirs, ours / theirs, wanted)


def memory(options: argparse.Namespace) -> Iterator[Result]:
    """Most memory for an agreement of 1.5 million characters; what a worker holds after 1,000 documents and after 100."""
    peak = statistics.median(made.peak_of_agreement(1_500_000) for _ in range(options.runs))
    yield Result("memory, 1.5 MB", "the bound", "MB", peak, 500.0, peak / 500.0, "<= 1")
    held = [made.held_by_worker(sorted(CORPUS.glob("*.txt"))) for _ in range(options.runs)]
    first, last = statistics.median(a for a, _ in held), statistics.median(b for _, b in held)
    yield Result("memory, worker", "after 100 documents", "MB", last, first, last / first, "<= 1.1")


def hostile(options: argparse.Namespace) -> Iterator[Result]:
    """Texts that say one thing only, beside ordinary text of the same length."""
    from extractor import extract_text

    ordinary = made.agreement(1_000_000)
    for name, piece in made.HOSTILE.items():
        bad = made.TITLE + piece * (1_000_000 // len(piece))
        ours, theirs = in_turn(
            options.runs,
            lambda bad=bad: seconds(lambda: extract_text(bad)),
            lambda: seconds(lambda: extract_text(ordinary)),
        )
        yield Result(f"hostile, {name}", "ordinary text", "s", ours, theirs, ours / theirs, "<= 2")


def growth(options: argparse.Namespace) -> Iterator[Result]:
    """Every step over a text and over one twice as long, to 2 million characters."""
    from extractor.extractors.reading import STEPS, Reading
    from extractor.nlp.view import make_view

    once, twice = (make_view(made.agreement(length)) for length in (1_000_000, 2_000_000))
    readings = [Reading(once), Reading(twice)]
    for step in STEPS:
        jobs = [lambda r=r, step=step: seconds(lambda: r.run(step)) for r in readings]
        a, b = in_turn(options.runs, jobs[1], jobs[0])
        yield Result(f"growth, {step}", "half the length", "s", a, b, a / b, "<= 2.2")


def _run(name: str, options: argparse.Namespace) -> Iterator[Result | Skipped]:
    """A job's results; one that says why, where there is nothing for it."""
    try:
        yield from JOBS[name](options)
    except Empty as error:
        yield Skipped(name, str(error))


JOBS = {job.__name__: job for job in (text, long, beside, batch, html, pdf, cold, memory, hostile, growth)}


def main() -> None:
    """Runs the jobs and prints a table."""
    listed = "\n".join(f"  {name}: {(job.__doc__ or '').strip()}" for name, job in JOBS.items())
    parser = argparse.ArgumentParser(
        description=f"{__doc__}\n{listed}", formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("jobs", nargs="*", metavar="JOB", help="those to run; all if not given")
    parser.add_argument("--runs", type=int, default=5, help="runs of each, 5 if not given")
    parser.add_argument("--texts", type=Path, default=CORPUS, help="folder of text files")
    parser.add_argument("--long", type=Path, help="folder of text files of which the long ones are taken")
    parser.add_argument("--html", type=Path, default=CORPUS / "formats", help="folder of HTML files")
    parser.add_argument("--pdfs", type=Path, default=CORPUS / "formats", help="folder of PDFs")
    parser.add_argument("--every", type=int, default=1, help="takes one PDF in so many")
    parser.add_argument(
        "--lexnlp", default=sys.executable, help="the interpreter that has LexNLP, this one if not given"
    )
    parser.add_argument("--json", type=Path, help="file for the figures")
    options = parser.parse_args()
    results: list[dict[str, object]] = []
    print(f"{'job':28} {'ours':>9} {'peer':>9} {'unit':8} {'ratio':>7} {'wanted':8} {'load':>5} peer")
    for name in options.jobs or JOBS:
        for result in _run(name, options):
            load = round(os.getloadavg()[0], 1)
            results.append(result._asdict() | {"runs": options.runs, "load": load, "cores": os.cpu_count()})
            if options.json:
                options.json.write_text(json.dumps(results, indent=1), encoding="utf-8")
            if isinstance(result, Skipped):
                print(f"{result.job:28} passed over: {result.reason}", flush=True)
                continue
            print(
                f"{result.job:28} {result.ours:9.3f} {result.theirs:9.3f} {result.unit:8} {result.ratio:7.2f} "
                f"{result.wanted:8} {load:5.1f} {result.peer}",
                flush=True,
            )


if __name__ == "__main__":
    main()
