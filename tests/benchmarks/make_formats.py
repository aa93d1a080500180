"""Writes ``corpus/formats``: some of the corpus' texts as HTML, PDF and in a full submission, with the same labels.

`python tests/benchmarks/make_formats.py` writes the same bytes every time (with one version of reportlab).
"""

import json
from pathlib import Path

import goldsets
import typeset
import typeset_html

CORPUS = goldsets.REPOSITORY / "corpus"
HTML = {"1994_quillmark_third_modification": "windows-1252", "2009_zephlin_controls_amendment_5": "utf-8"}
PDF = {"2003_halden_optical_second_amendment_agreement": "proportional", "1999_pelloway_orchard_extension": "fixed"}
SUBMISSION = "2002_ostrander_kilns_third_amendment"

_LEASE = """\
<HTML><HEAD><TITLE>Lease of Yard Space</TITLE></HEAD><BODY BGCOLOR="WHITE">
<P ALIGN="RIGHT"><FONT SIZE="2"><B>Exhibit 10.5</B></FONT></P>
<P ALIGN="CENTER"><FONT SIZE="2"><B>LEASE OF YARD SPACE</B></FONT></P>
<P><FONT SIZE="2">This Lease is made on March 4, 2002 between Orlo Tabbert, who owns the yard behind 9 Quarry Lane
(&#147;Landlord&#148;), and Ostrander Kilns Corporation (&#147;Tenant&#148;).</FONT></P>
<P><FONT SIZE="2">1.&nbsp;&nbsp;Landlord lets the yard to Tenant from April 1, 2002 to March 31, 2005 for the stacking of
clay and empty pallets. Tenant pays rent of $425.00 on the first day of each month.</FONT></P>
<P><FONT SIZE="2">2.&nbsp;&nbsp;Tenant keeps the gate shut and the drain clear, and leaves the yard swept.</FONT></P>
<TABLE CELLSPACING="0" WIDTH="100%"><TR><TD WIDTH="50%"><FONT SIZE="2">/s/ Orlo Tabbert</FONT></TD>
<TD WIDTH="50%"><FONT SIZE="2">OSTRANDER KILNS CORPORATION<BR>By: /s/ Hedda Ostrander<BR>President</FONT></TD></TR></TABLE>
</BODY></HTML>
"""
_HEADER = """\
<SEC-DOCUMENT>0000999999-02-000017.txt : 20021113
<SEC-HEADER>0000999999-02-000017.hdr.sgml : 20021113
ACCESSION NUMBER:\t\t0000999999-02-000017
CONFORMED SUBMISSION TYPE:\t10-Q
PUBLIC DOCUMENT COUNT:\t\t3
CONFORMED PERIOD OF REPORT:\t20020930
FILED AS OF DATE:\t\t20021113

FILER:

\tCOMPANY DATA:\t
\t\tCOMPANY CONFORMED NAME:\t\t\tOSTRANDER KILNS CORP
\t\tCENTRAL INDEX KEY:\t\t\t0000999999
\t\tSTATE OF INCORPORATION:\t\t\tDE

\tFILING VALUES:
\t\tFORM TYPE:\t\t10-Q
</SEC-HEADER>
"""
_FORM = """\
                                   FORM 10-Q

        OSTRANDER KILNS CORPORATION reports for the quarter ended September 30, 2002
that it sold bricks for $2,114,000. Its exhibits are listed below.

        10.4    Amendment of its loan agreement
        10.5    Lease of Yard Space
"""


def submission(exhibit: str) -> bytes:
    """A full submission: the form, a loan amendment and a lease."""
    documents = (
        ("10-Q", "d10q.txt", "QUARTERLY REPORT", _FORM),
        ("EX-10.4", "dex104.txt", "THIRD AMENDMENT", exhibit),
        ("EX-10.5", "dex105.htm", "LEASE OF YARD SPACE", _LEASE),
    )
    body = "".join(
        f"<DOCUMENT>\n<TYPE>{kind}\n<SEQUENCE>{place}\n<FILENAME>{name}\n<DESCRIPTION>{description}\n<TEXT>\n{text}\n</TEXT>\n</DOCUMENT>\n"
        for place, (kind, name, description, text) in enumerate(documents, 1)
    )
    return (_HEADER + body + "</SEC-DOCUMENT>\n").encode("cp1252")


def made() -> dict[str, bytes]:
    """Every file of ``corpus/formats`` by its name."""
    files: dict[str, bytes] = {}

    def add(name: str, ending: str, data: bytes) -> None:
        labels = json.loads((CORPUS / f"{name}.json").read_text(encoding="utf-8"))
        labels["doc"] = f"{name}.{ending}"
        files[f"{name}.{ending}"] = data
        files[f"{name}.json"] = (json.dumps(labels, indent=1, ensure_ascii=False) + "\n").encode()

    def words(name: str) -> str:
        return (CORPUS / f"{name}.txt").read_bytes().decode("utf-8")

    for name, encoding in HTML.items():
        add(name, "html", typeset_html.as_html(words(name), name).encode(encoding, "xmlcharrefreplace"))
    for name, form in PDF.items():
        title = json.loads((CORPUS / f"{name}.json").read_text(encoding="utf-8"))["title"]
        add(name, "pdf", typeset.fixed(words(name)) if form == "fixed" else typeset.proportional(words(name), title))
    add(SUBMISSION, "txt", submission(words(SUBMISSION)))
    return files


def main() -> None:
    """Writes them."""
    folder = CORPUS / "formats"
    folder.mkdir(exist_ok=True)
    for name, data in made().items():
        Path(folder / name).write_bytes(data)
    print(f"{len(made())} files in {folder}")


if __name__ == "__main__":
    main()
