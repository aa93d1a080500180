"""Does the same record come out of a PDF as of the text? `python tests/benchmarks/parity.py [fixed|proportional|html|scanned ...]`

The texts of ``gold/dev`` are set as PDFs by reportlab, and as HTML, and scored as the texts are. Prints the mean by
document of the texts and of what was made of them, by field, and what only the latter get wrong (``--errors``). Targets:
within 0.02 of the text; scans of ten of them within 0.08.
"""

import argparse
import json
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import goldsets
import typeset
import typeset_html

FORMS = {"fixed": 0.02, "proportional": 0.02, "html": 0.02, "scanned": 0.08}
SCANS = 10


def main() -> None:
    """Sets, extracts, scores, prints."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("forms", nargs="*", choices=[*FORMS, []], help="all, if none is given")
    arguments.add_argument("--keep", type=Path, help="folder for the PDFs and their texts, to look at")
    arguments.add_argument(
        "--errors", action="store_true", help="list what is wrong in the records and not in the texts"
    )
    arguments.add_argument("--only", help="one document")
    options = arguments.parse_args()
    folder = goldsets.gold()
    scorer = goldsets.scorer(folder)
    labels = goldsets.labels(folder / "dev")
    if options.only:
        labels = {options.only: labels[options.only]}
    texts = {
        name: (folder / "dev" / one["doc"]).read_bytes().decode("utf-8", "replace") for name, one in labels.items()
    }
    from_text = {name: _record(folder / "dev" / one["doc"]) for name, one in labels.items()}
    failed = False
    with tempfile.TemporaryDirectory() as temporary:
        for form in options.forms or list(FORMS):
            chosen = _scans(texts) if form == "scanned" and not options.only else list(texts)
            place = (options.keep or Path(temporary)) / form
            place.mkdir(parents=True, exist_ok=True)
            began, found = time.monotonic(), {}
            for turn, name in enumerate(chosen):
                path = place / f"{name}.{'html' if form == 'html' else 'pdf'}"
                path.write_bytes(_made(form, texts[name], labels[name]["title"] or "", turn))
                found[name] = _record(path, keep=options.keep is not None)
            wanted = {name: labels[name] for name in chosen}
            text, wrong_text = scorer.score(wanted, from_text)
            pdf, wrong_pdf = scorer.score(wanted, found)
            failed |= _print(form, text, pdf, len(chosen), time.monotonic() - began)
            if options.errors:
                _print_errors(wrong_text, wrong_pdf)
    sys.exit(1 if failed else 0)


def _scans(texts: dict[str, str]) -> list[str]:
    """Ten documents, spread over the set, none of them long."""
    short = [name for name in sorted(texts) if len(texts[name]) < 24_000]
    return short[:: max(1, len(short) // SCANS)][:SCANS]


def _made(form: str, text: str, title: str, turn: int) -> bytes:
    if form == "fixed":
        return typeset.fixed(text)
    if form == "html":
        return typeset_html.as_html(text, title).encode("cp1252", "xmlcharrefreplace")
    if form == "proportional":
        return typeset.proportional(text, title)
    return typeset.scanned(typeset.fixed(text) if turn % 2 else typeset.proportional(text, title), seed=turn)


def _record(path: Path, keep: bool = False) -> dict[str, Any]:
    from extractor import extract

    record: dict[str, Any] = json.loads(extract(path, with_text=keep).model_dump_json())
    if keep:
        path.with_suffix(".txt").write_text(record["source"]["text"], encoding="utf-8")
    return record


def _print(form: str, text: dict[str, Any], pdf: dict[str, Any], count: int, seconds: float) -> bool:
    """Prints a form's table; whether it fails its target."""
    print(f"{form}: {count} documents, {seconds:.0f} s")
    print(f"  {'field':20} {'text':>6} {'made':>6} {'loss':>7}")
    for field, one in text.items():
        loss = one["by_document"] - pdf[field]["by_document"]
        print(
            f"  {field:20} {one['by_document']:6.3f} {pdf[field]['by_document']:6.3f} {loss:7.3f}"
            + (" *" if loss > 0.02 else "")
        )
    means = [sum(one["by_document"] for one in scores.values()) / len(scores) for scores in (text, pdf)]
    loss = means[0] - means[1]
    verdict = "within" if loss <= FORMS[form] else "NOT within"
    print(f"  {'mean by document':20} {means[0]:6.4f} {means[1]:6.4f} {loss:7.4f}  {verdict} {FORMS[form]}")
    return bool(loss > FORMS[form])


def _print_errors(text: dict[str, Any], pdf: dict[str, Any]) -> None:
    for field, errors in pdf.items():
        before = {name: (missed, extra) for name, missed, extra in text.get(field, [])}
        for name, missed, extra in errors:
            if before.get(name) != (missed, extra):
                was = before.get(name, ([], []))
                print(
                    f"    {field}: {name}: missed {[m for m in missed if m not in was[0]]} extra {[e for e in extra if e not in was[1]]}"
                    + (f" (text: missed {was[0]} extra {was[1]})" if any(was) else "")
                )


if __name__ == "__main__":
    main()
