"""HTML to plain text."""

import contextlib
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.document.html import read_html
from extractor.errors import ExtractError

PIECES = re.split(
    r"\|",
    "<table>|</table>|<tr>|</tr>|<td>|<td colspan=3 rowspan=2>|</td>|<p>|</p>|<pre>|</pre>|<s>|</s>|<strike>|<br>|<hr>"
    "|<hr style='page-break-after:always'>|<li>|<ol>|</ol>|<ul>|<sup>|</sup>|<PAGE>|<div style='display:none'>|</div>"
    "|<font style='font-size:1pt;color:white'>|</font>|<img>|&nbsp;|&#150;|<!--|-->|<style>|</style>|<center>|By:|$|)",
)


def text(markup: str, encoding: str = "utf-8") -> str:
    return read_html(markup.encode(encoding))[0]


def codes(markup: str) -> list[str]:
    return [notice.code for notice in read_html(markup.encode())[1]]


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<p>one</p><p>two</p>", "one\n\ntwo"),
        ("<p style='margin:0'>one</p><p style='margin: 0pt 0'>two</p>", "one\ntwo"),
        ("<p style='margin:0'>one</p><p style='margin:0'>&nbsp;</p><p style='margin:0'>two</p>", "one\n\ntwo"),
        ("<div>one</div><div>two<br>three<br><br>four</div>", "one\ntwo\nthree\n\nfour"),
        (
            "<p align=right style='margin:0'>Exhibit 10.1</p><p align=center style='margin:0'>TITLE",
            "Exhibit 10.1\n\nTITLE",
        ),
        ("<p>  white \n\t space <b> and</b> <i>tags </i>.</p>", "white space and tags ."),
        ("<p>Mar<b>ch</b>&nbsp;3,&#160;2004</p>", "March\xa03,\xa02004"),
        ("<p>&#147;Bank&#148; &#150; &#146;s &amp; &lt;b&gt; &copy;</p>", "“Bank” – ’s & <b> ©"),
        ("<p>Agree&shy;ment\u200b s\u200cigned</p>", "Agreement signed"),
        ("<p>this 12<sup>th</sup> day, the 3 <sup>rd</sup> day</p>", "this 12th day, the 3rd day"),
        (
            "<p>the Agreement<sup>1</sup> and $500<sup>2</sup> and 6<sup>1</sup>/<sub>2</sub>%",
            "the Agreement 1 and $500 2 and 6 1/2%",
        ),
        ("<ol><li>one<li>two</ol><ul><li><p>three</p></ul>", "1. one\n2. two\n\n• three"),
        ("<title>gone</title><style>p {x: y}</style><script>if (a<b) '<p>'</script><!-- gone -->here", "here"),
        ("x <font color=red>y <unknown>z</unknown></font>", "x y z"),
        ("A < B and C&D; <$500", "A < B and C&D; <$500"),
    ],
)
def test_running_text(markup: str, expected: str) -> None:
    assert text(markup) == expected + "\n"


@pytest.mark.parametrize(
    "gone",
    [
        "<s>gone</s>",
        "<STRIKE>gone</STRIKE>",
        "<del>gone</del>",
        "<span style='text-decoration: line-through'>gone</span>",
        "<font style='color:red;TEXT-DECORATION:underline line-through'>go<b>ne</b></font>",
        "<strike><p>gone</p><p>gone</p></strike>",
        "<p><s>gone</p><p>gone</s></p>",
        "<div style='display:none'>gone<p>gone</p></div>",
        "<span style='visibility: hidden'>gone</span>",
        "<span style='font-size:0pt'>gone</span>",
        "<span style='font-size:1pt;color:white'>gone</span>",
        "<style>.x, td.old { display: none }</style><p class='a old'>gone</p>",
        "<ix:header><ix:hidden><ix:nonNumeric name='d'>gone</ix:nonNumeric></ix:hidden></ix:header>",
    ],
)
def test_what_does_not_stand_is_left_out(gone: str) -> None:
    found = text(f"<html><body><p>before</p>{gone}<p>after</p></body></html>")
    assert "gone" not in found
    assert found.split() == ["before", "after"]


def test_left_out_text_is_reported() -> None:
    assert codes("<p>x<s>struck</s></p>") == ["text.struck"]
    assert codes("<p>x<span style='display:none'>unseen</span></p>") == ["text.hidden"]
    assert codes("<p>x<span style='display:none'> </span><s></s></p>") == []


def test_strike_that_never_ends_takes_its_paragraph_only() -> None:
    assert text("<p>one <s>two</p><p>three</p>") == "one\n\nthree\n"


def test_inline_xbrl_is_seen_through() -> None:
    assert (
        text("<p>Amount <ix:nonFraction name='x' scale='6'>12.5</ix:nonFraction> million</p>")
        == "Amount 12.5 million\n"
    )


def test_xhtml_with_empty_title() -> None:
    assert text("<?xml version='1.0'?><html><head><title/><meta name='a'/></head><body><div/>x</body></html>") == "x\n"


def test_text_behind_page_images_is_the_text() -> None:
    layer = "AMENDMENT NO. 1  dated as of May 5,  2020  By:   Jane Roe  Title:  Clerk"
    page = f"<div><img src=p1.jpg></div><div><font size=1 style='font-size:1pt;color:white'>{layer}</font></div>"
    assert text(page) == "AMENDMENT NO. 1\ndated as of May 5,\n2020\nBy: Jane Roe\nTitle: Clerk\n"
    assert codes(page) == ["text.behind_images"]


def test_images_without_text_are_reported() -> None:
    assert codes("<html><body><img src=1.jpg><img src=2.jpg></body></html>") == ["text.no_text_layer"]


def test_preformatted_text_keeps_its_layout() -> None:
    pre = "  AMENDMENT\n\n\n<TABLE>\n<S>         <C>\nBank A      $1\nBank B      $2\n</TABLE>\nthe &amp; end   x"
    assert text(f"<html><body><pre>{pre}</pre><p>after") == (
        "  AMENDMENT\n\n\n\n         \nBank A      $1\nBank B      $2\n\nthe & end   x\n\nafter\n"
    )


def test_page_numbers_at_page_breaks() -> None:
    pages = "<hr style='page-break-after:always'>".join(f"<p>Text of page {n}.</p><p>- {n} -</p>" for n in (1, 2, 3))
    assert text(pages) == "Text of page 1.\n\nText of page 2.\n\nText of page 3.\n"
    assert text("<p>Schedule</p><p>500</p><hr style='page-break-after:always'><p>x</p>").split() == [
        "Schedule",
        "500",
        "x",
    ]


def test_sentence_over_a_page_break_is_not_parted() -> None:
    pages = "<p>dated as of</p><p>4</p><hr style='page-break-after:always'><p>the fifth day</p><p>5</p>"
    assert text(pages) == "dated as of\nthe fifth day\n"


def test_numbers_in_preformatted_page_marks() -> None:
    assert text("<pre>one\n<PAGE>   12\ntwo</pre>") == "one\ntwo\n"


SIGNATURES = """
<table width=100%>
<tr><td width=45%><b>FIRST BANK, N.A.</b></td><td width=10%>&nbsp;</td><td><p style='margin:0'>ACME, INC.</p></td></tr>
<tr><td></td><td></td><td>&nbsp;</td></tr>
<tr><td><table><tr><td>By:</td><td>&nbsp;</td><td>/s/ Jane Roe</td></tr>
<tr><td>Name:</td><td></td><td>Jane Roe</td></tr><tr><td>Title:</td><td></td><td>Vice President</td></tr></table></td>
<td></td><td>By: /s/ John Doe<br>Name: John Doe<br>Title: Treasurer</td></tr>
</table>"""


def test_signatures_stand_side_by_side() -> None:
    assert text(SIGNATURES).splitlines() == [
        "FIRST BANK, N.A.        ACME, INC.",
        "",
        "By: /s/ Jane Roe        By: /s/ John Doe",
        "Name: Jane Roe          Name: John Doe",
        "Title: Vice President   Title: Treasurer",
    ]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([["Bank A", "", "$", "5,000", ""], ["Bank B", "", "$", "(10", ")"]], "Bank A   $5,000\nBank B   $(10)"),
        ([["Rate", "2.5", "%"], ["Fee", "0.25", "%"]], "Rate   2.5%\nFee    0.25%"),
        ([["", "only", ""], ["", "column", ""]], "only\ncolumn"),
        ([["", "(a)", "the first;"], ["", "(b)", "the second."]], "(a) the first;\n(b) the second."),
        ([["•", "one"]], "• one"),
        ([["Date:", "Date:"], ["Place:", "Place:"]], "Date:    Date:\nPlace:   Place:"),
    ],
)
def test_tables(rows: list[list[str]], expected: str) -> None:
    table = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    assert text(f"<table>{table}</table>") == expected + "\n"


def test_column_and_row_spans() -> None:
    table = (
        "<table><tr><td colspan=3>Commitments</td></tr><tr><td rowspan=2>Lender</td><td>A</td><td>1</td></tr>"
        "<tr><td>B</td><td>2</td></tr></table>"
    )
    assert text(table) == "Commitments\nLender   A   1\n         B   2\n"


def test_long_clauses_are_not_wrapped_or_padded() -> None:
    clause = "word " * 100
    table = f"<table><tr><td>(a)</td><td>{clause}</td></tr><tr><td>(b)</td><td>short</td></tr></table>"
    assert text(table) == f"(a) {clause.strip()}\n\n(b) short\n"


def test_a_paragraph_is_not_set_beside_another() -> None:
    left, right = "left " * 40, "right " * 40
    assert text(f"<table><tr><td>{left}</td><td>{right}</td></tr></table>") == f"{left.strip()}\n\n{right.strip()}\n"


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("<p>“Bank” – café".encode("cp1252"), "“Bank” – café"),
        (b"<meta charset=iso-8859-1><p>\x93Bank\x94", "“Bank”"),
        ("<meta charset='windows-1252'><p>“café”".encode(), "“café”"),
        ("<meta http-equiv=x content='text/html; charset=shift_jis'><p>契約".encode("shift_jis"), "契約"),
        ("<meta charset=utf-8><p>é".encode("utf-16"), "é"),
        (b"<meta charset=no-such><p>\xe9", "é"),
        (b"<p>a\0b" + b" b" * 200, "ab" + " b" * 200),
    ],
)
def test_encodings(data: bytes, expected: str) -> None:
    assert read_html(data)[0] == expected + "\n"


@pytest.mark.parametrize(
    "hostile",
    [
        "<div>" * 100_000 + "x",
        "<table><tr><td>" * 100_000 + "x",
        "<b><p>" * 50_000 + "x",
        "<pre>" * 50_000 + "x",
        "<s>" * 100_000 + "x",
        "</p>" * 100_000 + "x",
        "<!--" * 100_000 + "x",
        "<" * 200_000 + "x",
        "&" * 200_000 + "x",
        "<p " + "a='b' " * 100_000 + ">x",
        "<table>" + "<tr><td colspan=99999999 rowspan=99999999>x</td></tr>" * 20_000 + "</table>",
        "<table>" + ("<tr>" + "<td>x</td>" * 1000 + "</tr>") * 100 + "</table>",
        "<table><tr>" + "<td>x</td>" * 100_000 + "</tr></table>",
        "<ol>" * 50_000 + "<li>x",
        "x" + " " * 500_000 + "y",
        "<p>x</p>" + "<p>&nbsp;</p>" * 100_000,
    ],
    ids=lambda markup: markup[:20],
)
def test_hostile_markup_is_read(hostile: str) -> None:
    found = text(hostile)
    assert "x" in found or hostile.startswith(("<s>", "<!--", "<<"))
    assert len(found) < 20 * len(hostile)


@given(st.lists(st.one_of(st.text(max_size=20), st.sampled_from(PIECES)), max_size=40))
def test_any_markup_is_read(pieces: list[str]) -> None:
    """No markup, however broken, is more than an error that says so."""
    data = ("<html>word" + "".join(pieces)).encode("utf-8", "surrogatepass")
    with contextlib.suppress(ExtractError):
        found, _ = read_html(data)
        assert found.endswith("\n")
