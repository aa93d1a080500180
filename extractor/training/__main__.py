"""``python -m extractor.training``: `prepare`, then ``spacy train``, then `measure`; the model card says how."""

from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None)


@app.callback()
def _root() -> None:
    """Make the NER model that the package ships."""


@app.command()
def prepare(
    out: Annotated[Path, typer.Argument(help="Folder to write to.")],
    folders: Annotated[list[Path], typer.Argument(help="Folders of labelled documents, or of documents alone.")],
    folds: Annotated[int, typer.Option(help="Folds for cross-validation.")] = 4,
    silver: Annotated[int, typer.Option(help="Documents that the rules label, of a folder without labels.")] = 60,
    leave_out: Annotated[list[str] | None, typer.Option(help="A filer whose documents are not read.")] = None,
    seed: Annotated[int, typer.Option(help="Of the shuffling into folds.")] = 1,
) -> None:
    """Write training examples out of labelled folders."""
    from extractor.training.prepare import prepare as write

    counted = write(folders, out, folds=folds, silver=silver, leave_out=frozenset(leave_out or ()), seed=seed)
    for what, number in counted.items():
        typer.echo(f"{number:6d}  {what}")


@app.command()
def measure(
    data: Annotated[Path, typer.Argument(help="Folder that prepare wrote to.")],
    models: Annotated[str, typer.Argument(help="Path of the model trained without a fold, with {} for its number.")],
    folders: Annotated[list[Path], typer.Argument(help="The labelled folders given to prepare.")],
    write: Annotated[Path | None, typer.Option(help="Where to write choice.json.")] = None,
) -> None:
    """Print what rules, model and both find on documents held out; fit and measure the choice among names."""
    from extractor.training import measure as measuring

    cases = measuring.read_cases(data, models, folders)
    scores = measuring.held_out(cases)
    choice = measuring.best_thresholds(cases, scores)
    typer.echo(measuring.ablation(cases, scores))
    typer.echo(f"threshold {choice.threshold:g}, floor {choice.floor:g}; precision by score:")
    for low, right, judged in measuring.buckets(cases, scores):
        typer.echo(f"  from {low:4g}  {right:5d} of {judged:5d}  {right / max(1, judged):.3f}")
    if write is not None:
        measuring.write_choice(write, cases, scores, choice)


@app.command()
def ship(
    model: Annotated[Path, typer.Argument(help="The model that spacy train wrote.")],
    version: Annotated[str, typer.Option(help="Of the model.")],
) -> None:
    """Put a trained model into the package, without the words of the texts it was trained on."""
    from extractor.training.ship import ship as put

    typer.echo(f"{put(model, version)} bytes")


if __name__ == "__main__":
    app()
