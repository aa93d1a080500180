"""The command line; the only module that prints or exits."""

import json
import sys
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperGroup

from extractor.errors import ExtractError, ModelError
from extractor.nlp.recogniser import OWN
from extractor.version import __version__

if TYPE_CHECKING:
    from extractor.document.model import PassedOver
    from extractor.records import Record

_Ner = Annotated[
    str, typer.Option("--ner", metavar="NAME", help="Another spaCy pipeline in place of the package's own model.")
]
_NoNer = Annotated[bool, typer.Option("--no-ner", help="Rules alone, no model.")]
_OWN_OPTIONS = {"--help", "-h", "--version", "--install-completion", "--show-completion"}


class _DefaultGroup(TyperGroup):
    """``extract FILE`` needs no word between ``extract`` and the file."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        if args and args[0] not in self.commands and args[0] not in _OWN_OPTIONS:
            args = ["files", *args]
        return super().parse_args(ctx, args)

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """The help shows the default command's arguments and options with the program's own."""
        default = self.commands["files"]
        rows = [
            row for param in default.get_params(ctx) if param.name != "help" and (row := param.get_help_record(ctx))
        ]
        with formatter.section("For files"):
            formatter.write_dl(rows)
        super().format_options(ctx, formatter)


app = typer.Typer(
    cls=_DefaultGroup,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    rich_markup_mode=None,
)


def main() -> None:
    """Entry point of the console script."""
    app()


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"extract {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    """Turn filed loan amendments into validated records.

    extract FILE...  prints the record of each loan instrument as JSON. A single instrument is one JSON document,
    several are JSON Lines; folders are walked, - reads standard input.
    """


@app.command(name="files", hidden=True)
def files(
    inputs: Annotated[
        list[str], typer.Argument(metavar="FILE...", help="Files, folders, globs, or - for standard input.")
    ],
    with_text: Annotated[
        bool, typer.Option("--with-text", help="Add the plain text that the offsets refer to, as source.text.")
    ] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing on standard error but failures.")] = False,
    to: Annotated[
        str | None,
        typer.Option(
            "--to",
            metavar="TARGET",
            help="Write the records to NAME.jsonl, NAME.parquet, sqlite:///FILE, duckdb:///FILE or postgresql://...; "
            "run again, it goes on where it stopped. The options below need it.",
        ),
    ] = None,
    workers: Annotated[
        int | None, typer.Option("--workers", min=1, help="Worker processes; as many as there are cores if not given.")
    ] = None,
    timeout: Annotated[
        float, typer.Option("--timeout", min=0, metavar="SECONDS", help="Longest time for a document; 0 for no limit.")
    ] = 300.0,
    memory_limit: Annotated[
        str, typer.Option("--memory-limit", metavar="SIZE", help="Most memory for a document; 0 for no limit.")
    ] = "2GB",
    log_json: Annotated[
        bool, typer.Option("--log-json", help="JSON lines on standard error, for machines, instead of words.")
    ] = False,
    min_confidence: Annotated[
        float | None,
        typer.Option(
            "--min-confidence",
            min=0,
            max=1,
            metavar="P",
            help="Only facts whose measured confidence is at least P; what was taken out is counted in diagnostics.",
        ),
    ] = None,
    ner: _Ner = OWN,
    no_ner: _NoNer = False,
    dask: Annotated[
        str | None, typer.Option("--dask", metavar="ADDRESS", help="Hand the work to the Dask cluster at ADDRESS.")
    ] = None,
) -> None:
    """Print the records of the given files, or write them to a target."""
    model = _model(ner, no_ner)
    if to is not None:
        from extractor.batch.command import size, to_target
        from extractor.batch.model import Options

        try:
            memory = size(memory_limit)
        except ValueError as error:
            raise typer.BadParameter(str(error), param_hint="--memory-limit") from error
        raise typer.Exit(
            to_target(
                inputs,
                to,
                lambda line: typer.echo(line, err=True),
                workers=workers,
                timeout=timeout,
                memory=memory,
                options=Options(with_text, model, min_confidence),
                quiet=quiet,
                log_json=log_json,
                dask=dask,
            )
        )
    from extractor.batch.inputs import expand
    from extractor.batch.names import PassedOver as Others

    others = Others()
    paths = list(expand(inputs, others))
    single = len(paths) == 1 and len(inputs) == 1 and not Path(inputs[0]).is_dir()
    failed = 0
    delivered = 0
    for path in paths:
        passed_over: list[str] = []
        try:
            records = _records(path, with_text, passed_over, min_confidence, model)
        except ExtractError as error:
            failed += 1
            typer.echo(f"extract: {path}: {error}", err=True)
            _say(passed_over, path, quiet)
            continue
        _say(passed_over, path, quiet)
        alone = single and len(records) == 1
        for record in records:
            delivered += 1
            typer.echo(_json(record, indent=2 if alone and sys.stdout.isatty() else None))
    if others and not quiet:
        typer.echo(f"extract: {others}", err=True)
    if not paths:
        typer.echo("extract: the folders hold no document", err=True)
    if not quiet and (len(paths) > 1 or failed):
        typer.echo(f"extract: {delivered} records from {len(paths)} inputs, {failed} failed", err=True)
    raise typer.Exit(1 if failed or not paths else 0)


def _model(ner: str, no_ner: bool) -> str | None:
    """The pipeline that the options name, None for none; one that cannot be loaded is wrong usage."""
    if no_ner:
        return None
    from extractor.nlp.recogniser import title_of

    try:
        title_of(ner)
    except ModelError as error:
        raise typer.BadParameter(str(error), param_hint="--ner") from error
    return ner


def _records(
    path: str,
    with_text: bool,
    passed_over: list[str],
    min_confidence: float | None = None,
    ner: str | None = OWN,
) -> list["Record"]:
    from extractor.api import extract_all
    from extractor.batch.inputs import is_remote, opened

    def note(part: "PassedOver") -> None:
        passed_over.append(f"{part.type or 'part'} {part.name}: {part.reason}")

    with opened(path) if is_remote(path) else nullcontext(path) as here:
        return list(extract_all(here, with_text=with_text, min_confidence=min_confidence, ner=ner, on_passed_over=note))


def _say(passed_over: list[str], path: str, quiet: bool) -> None:
    for line in passed_over if not quiet else []:
        typer.echo(f"extract: {path}: passed over {line}", err=True)


def _json(record: "Record", indent: int | None) -> str:
    from extractor.schema import validate

    text = record.model_dump_json(indent=indent)
    validate(text)
    return text


@app.command()
def schema() -> None:
    """Print the JSON Schema (draft 2020-12) that every record meets."""
    from extractor.records import json_schema

    typer.echo(json.dumps(json_schema(), indent=2, ensure_ascii=False))


@app.command()
def evaluate(
    folder: Annotated[
        Path,
        typer.Argument(metavar="GOLD_DIR", help="Folder with documents and their label files (NAME.txt, NAME.json)."),
    ],
    as_json: Annotated[bool, typer.Option("--json", help="Print the figures as JSON.")] = False,
    errors: Annotated[
        bool, typer.Option("--errors", help="List every fact that was missed or is extra, in its context.")
    ] = False,
    ner: _Ner = OWN,
    no_ner: _NoNer = False,
) -> None:
    """Score the extractor against label files and print a table by field."""
    from extractor import evaluate as scoring

    if not folder.is_dir():
        typer.echo(f"extract: {folder}: no such folder", err=True)
        raise typer.Exit(2)
    model = _model(ner, no_ner)
    failures: list[str] = []
    found: list[tuple[Path, dict[str, Any]]] = []

    def record_of(path: Path) -> dict[str, Any]:
        record: dict[str, Any] = {}
        try:
            record = json.loads(_records(str(path), errors, [], ner=model)[0].model_dump_json())
        except ExtractError as error:
            failures.append(f"extract: {path}: {error}")
        found.append((path, record))
        return record

    try:
        scores = scoring.evaluate(folder, record_of)
    except (FileNotFoundError, scoring.LabelError) as error:
        typer.echo(f"extract: {error}", err=True)
        raise typer.Exit(2) from error
    if as_json:
        figures = {
            k: {
                "precision": s.precision,
                "recall": s.recall,
                "f1": s.f1,
                "by_document": s.by_document,
                "labels": s.hits + s.missed,
            }
            for k, s in scores.items()
        }
        typer.echo(json.dumps({"mean_by_document": scoring.mean_by_document(scores), "fields": figures}, indent=1))
    else:
        typer.echo(scoring.table(scores))
    if errors:
        _say_errors(folder, found)
    for failure in failures:
        typer.echo(failure, err=True)
    raise typer.Exit(1 if failures else 0)


def _say_errors(folder: Path, found: list[tuple[Path, dict[str, Any]]]) -> None:
    from extractor.evaluate import labels_in
    from extractor.judge import judge

    records = dict(found)
    for _, labels, document in labels_in(folder):
        record = records[document]
        for one in judge(labels, record, record["source"]["text"] if record else None):
            if one.verdict != "right":
                value = " | ".join(map(str, one.value)) if isinstance(one.value, tuple) else one.value
                where = f": {one.context}" if one.context else ""
                rule = f" ({one.rule})" if one.rule else ""
                typer.echo(f"{document.name}: {one.field}: {one.verdict} {value}{rule}{where}")
