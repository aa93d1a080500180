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
