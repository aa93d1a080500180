"""Plain texts as filed, set as HTML in the manner of EDGAR's exhibits of about 2000."""

import html
import re
from collections.abc import Sequence

import typeset

_P = '<P STYLE="margin-top:12px;margin-bottom:0px; text-indent:4%"><FONT STYLE="font-family:Times New Roman" SIZE="2">'


def as_html(text: str, title: str) -> str:
    """A text as EDGAR's exhibits of about 2000 are written: fonts, empty cells, tables in tables for signatures."""
    parts = [
        f"<HTML>\n<HEAD>\n<TITLE>{html.escape(title)}</TITLE>\n</HEAD>\n"
        '<BODY BGCOLOR="WHITE">\n<!-- set from the corpus by make_formats.py -->'
    ]
    for block in _tables(typeset.blocks(text)):
        if block.kind == "page":
            parts.append('<P STYLE="page-break-before:always"></P><HR SIZE="3" NOSHADE COLOR="#999999" WIDTH="100%">')
        elif block.kind == "paragraph":
            parts.append(f"{_P}{_escaped(block.lines[0])}</FONT></P>")
        elif block.kind == "lines":
            parts.append(_lines(block.lines))
    return "\n".join([*parts, "</BODY>\n</HTML>\n"])


def _tables(blocks: Sequence[typeset.Block]) -> list[typeset.Block]:
    """The blocks, with lines in columns that stand below each other put into one table with empty rows."""
    found: list[typeset.Block] = []
    for block in blocks:
        if block.kind == "lines" and len(found) > 1 and found[-1].kind == "gap" and found[-2].kind == "lines":
            both = found[-2].lines + block.lines
            if any(len(typeset.segments(line)) > 1 for line in both) and len(found[-2].lines) > 1:
                found[-2:] = [typeset.Block("lines", [*found[-2].lines, "", *block.lines])]
                continue
        found.append(block)
    return found


def _lines(lines: Sequence[str]) -> str:
    rows = [typeset.segments(line) for line in lines]
    stops = typeset.stops_of(rows)
    if all(len(row) == 1 for row in rows) and len({stops[row[0][0]] for row in rows}) > 1 and len(rows) < 4:
        body = "<BR>\n".join(f"<B>{_escaped(line.strip())}</B>" for line in lines)
        return f'<P ALIGN="CENTER"><FONT SIZE="2">{body}</FONT></P>'
    if not rows[0]:
        rows = rows[1:]
    edges = sorted(set(stops.values()))
    table = []
    for row in rows:
        cells = {edges.index(stops[start]): text for start, text in row}
        table.append(
            '<TR VALIGN="TOP">'
            + "".join(
                f'<TD><FONT SIZE="2">{_escaped(cells[at]) if at in cells else "&nbsp;"}</FONT></TD>'
                for at in range(len(edges))
            )
            + "</TR>"
        )
    inner = '<TABLE CELLSPACING="0" CELLPADDING="0" BORDER="0">\n' + "\n".join(table) + "\n</TABLE>"
    return f'<TABLE WIDTH="100%" CELLPADDING="0" CELLSPACING="0"><TR><TD>{inner}</TD></TR></TABLE>'


def _escaped(text: str) -> str:
    text = re.sub(r'(?<![\w.,;])"(?=\w)', "\u201c", text)
    text = text.replace('"', "\u201d").replace("'", "\u2019")
    text = html.escape(text, quote=False).replace("\u00a7", "&sect;")
    return re.sub(r" {2,}", lambda m: "&nbsp;" * (len(m.group()) - 1) + " ", text)
