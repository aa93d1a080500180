"""Earlier amendments whose numbers stand in one list and whose dates in another; worked out by hand."""

import pytest
from making.loans import record

THREE = "March 2, 2001, April 3, 2002 and May 4, 2003"
IN_PAIRS = (
    f"Amendment Nos. 1, 2 and 3 dated as of {THREE}, respectively",
    f"Amendments No. 1, No. 2 and No. 3 thereto dated as of {THREE}, respectively",
    f"Amendments Nos. 1 through 3 dated as of {THREE}, respectively",
    f"the First, Second and Third Amendments thereto, dated {THREE}, respectively",
    f"the First through Third Amendments dated {THREE}, respectively",
    f"the First Amendment, the Second Amendment and the Third Amendment, dated as of {THREE}, respectively",
    f"First Amendment to Credit Agreement, Second Amendment to Credit Agreement and Third Amendment to Credit Agreement, dated {THREE}, respectively",
    "Amendment No. 1 of March 2, 2001, No. 2 of April 3, 2002 and No. 3 of May 4, 2003",
)


def chain(said: str, title: str = "NINTH AMENDMENT TO CREDIT AGREEMENT") -> list[tuple[int | None, str | None]]:
    recital = f'WHEREAS, the parties made a Credit Agreement dated as of March 1, 2000 (as amended by {said}, the "Credit Agreement").'
    return [(p.number, p.dated) for p in record(title=title, recital=recital).prior_amendments]


@pytest.mark.parametrize("said", IN_PAIRS)
def test_each_number_has_its_date(said: str) -> None:
    assert chain(said) == [(1, "2001-03-02"), (2, "2002-04-03"), (3, "2003-05-04")]


def test_a_range_may_begin_later() -> None:
    said = "the Fourth and Fifth Amendments, dated March 2, 2001 and April 3, 2002"
    assert chain(said) == [(4, "2001-03-02"), (5, "2002-04-03")]


def test_fewer_dates_than_numbers_are_not_shared_out() -> None:
    found = chain("the First, Second and Third Amendments dated March 2, 2001 and April 3, 2002")
    assert [dated for _, dated in found if dated] == ["2001-03-02", "2002-04-03"]
    assert (3, "2002-04-03") not in found


NOT_IN_PAIRS = (
    "the First Amendment and First Waiver, each dated March 2, 2001",
    "a Second Amendment and Second Waiver dated March 2, 2001",
    "Second and First Amendments dated March 2, 2001",
    "Amendment No. 2 and 1 dated March 2, 2001",
)


@pytest.mark.parametrize("said", NOT_IN_PAIRS)
def test_numbers_that_do_not_rise_are_no_list(said: str) -> None:
    assert "2001-03-02" in [dated for _, dated in chain(said)]


def test_the_agreement_s_own_date_is_no_amendment_s() -> None:
    said = "First and Second Amendments to the Credit Agreement dated as of March 1, 2000, dated March 2, 2001 and April 3, 2002"
    assert [dated for _, dated in chain(said)] == ["2001-03-02", "2002-04-03"]
    assert (2, "2001-03-02") not in chain(said)


def test_another_agreement_s_amendments_have_no_numbers_here() -> None:
    found = chain("Amendments Nos. 1 and 2 to the Pledge Agreement dated March 2, 2001 and April 3, 2002")
    assert (1, "2001-03-02") not in found
    assert (2, "2002-04-03") not in found


def test_the_name_of_an_agreement_ends_no_range() -> None:
    said = "Amendment No. 2 to the 5-Year Credit Agreement dated as of March 2, 2001"
    assert [number for number, _ in chain(said)] == [2]
