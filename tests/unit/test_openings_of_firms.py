"""Openings and recitals in the manner of several law firms, worked out by hand: title, number, date, what is amended, its earlier amendments."""

from typing import NamedTuple

import pytest
from making.loans import SIGNATURES

from extractor import extract_text

BODY = f"""

1. Change. Section 2.1 is hereby amended by deleting "$4,000,000" and substituting "$5,500,000" therefor. No Event of Default has
occurred, and the principal amount of the loans outstanding is $3,100,000. The lender has made no other commitment to the borrower.

2. Governing Law. This instrument is governed by the laws of the State of Ohio.

IN WITNESS WHEREOF, the parties have executed this instrument by their officers.

{SIGNATURES}"""


class Case(NamedTuple):
    """A document's beginning and what it says; `title` is compared without regard to case."""

    text: str
    title: str | None
    kinds: set[str]
    number: int | None
    dated: str | None
    agreement: tuple[str, str | None] | None
    links: list[tuple[int | None, str | None]]


CASES = {
    "construction lender: lower-case agreement, earlier modifications by a recital each": Case(
        """\
RECORDING REQUESTED BY
AND WHEN RECORDED MAIL TO:
Harbor Savings Bank
Loan No. 40-118823

                THIRD MODIFICATION AGREEMENT

Loan No. 40-118823

THIS THIRD MODIFICATION AGREEMENT ("Agreement") is dated as of May 4, 2001, by and between LARCH PARTNERS, L.P., a Nevada limited
partnership ("Borrower"), and HARBOR SAVINGS BANK, a Nevada banking corporation ("Lender").

                R E C I T A L S

A. Pursuant to the terms of a construction loan agreement by and between Borrower and Lender dated March 3, 1998 ("Loan Agreement"),
Lender made a loan to Borrower in the principal amount of $4,000,000 ("Loan"). The Loan is evidenced by a promissory note dated as of
the date of the Loan Agreement ("Note").

B. By a First Modification Agreement dated June 8, 1999 and a Second Modification Agreement dated July 9, 2000 and recorded
July 20, 2000 as Instrument No. 00-4471, the Loan Agreement and the Note were modified.

NOW, THEREFORE, Borrower and Lender agree as follows:""",
        "THIRD MODIFICATION AGREEMENT",
        {"amendment"},
        3,
        "2001-05-04",
        ("construction loan agreement", "1998-03-03"),
        [(1, "1999-06-08"), (2, "2000-07-09")],
    ),
    "cover page: dates between the title's lines": Case(
        """\
EXECUTION COPY

                          AMENDMENT NO. 3

                    dated as of April 5, 2010

                                to

                       TERM LOAN AGREEMENT

                     dated as of May 1, 2007

                              among

                         ACME TOOLS, INC.,
                           as Borrower,

                       and FIRST HARBOR BANK

     AMENDMENT NO. 3, dated as of April 5, 2010 (this "Amendment"), among ACME TOOLS, INC., a Delaware corporation (the "Borrower"),
and FIRST HARBOR BANK (the "Lender").

     WHEREAS, the Borrower and the Lender are parties to the Term Loan Agreement dated as of May 1, 2007 (as amended by Amendment
No. 1 dated as of June 2, 2008, and Amendment No. 2 dated as of July 3, 2009, the "Loan Agreement");

     NOW, THEREFORE, the parties agree as follows:""",
        "AMENDMENT NO. 3 to TERM LOAN AGREEMENT",
        {"amendment"},
        3,
        "2010-04-05",
        ("Term Loan Agreement", "2007-05-01"),
        [(1, "2008-06-02"), (2, "2009-07-03")],
    ),
    "institutional notes: plural agreements, each dated as of": Case(
        """\
                         ACME TOOLS, INC.

                  THIRD AMENDMENT AND WAIVER TO

                     NOTE PURCHASE AGREEMENTS

                    Dated as of August 7, 2002

          Re:  $30,000,000 8.10% Senior Notes due June 1, 2009

     THIS THIRD AMENDMENT AND WAIVER dated as of August 7, 2002 (this "Third Amendment") to the several Note Purchase Agreements, each
dated as of June 1, 1999, is between ACME TOOLS, INC., an Ohio corporation (the "Company"), and each of the institutions which is a
signatory hereto (the "Holders").

RECITALS:

     A. The Company and the Holders have heretofore entered into separate Note Purchase Agreements, each dated as of June 1, 1999 (which,
as amended by a First Amendment dated as of May 2, 2000 and a Second Amendment dated as of April 3, 2001, are called the "Agreements").

     NOW, THEREFORE, the Company and the Holders agree as follows:""",
        "THIRD AMENDMENT AND WAIVER TO NOTE PURCHASE AGREEMENTS",
        {"amendment", "waiver"},
        3,
        "2002-08-07",
        ("Note Purchase Agreements", "1999-06-01"),
        [(1, "2000-05-02"), (2, "2001-04-03")],
    ),
    "a bank's form: may be amended, including without limitation": Case(
        """\
                    LOAN MODIFICATION AGREEMENT

     This Loan Modification Agreement is entered into as of October 9, 2003, by and between Acme Tools, Inc. ("Borrower") and First
Harbor Bank ("Bank").

1.   DESCRIPTION OF EXISTING OBLIGATIONS: Among other obligations which may be owing by Borrower to Bank, Borrower is indebted to Bank
pursuant to, among other documents, an Amended and Restated Loan and Security Agreement, dated August 8, 2000, as may be amended from
time to time, including by that certain Loan Modification Agreement dated July 7, 2001 and that certain Waiver Agreement dated June 6,
2002 (the "Loan Agreement").

     Hereinafter, all obligations owing by Borrower to Bank shall be referred to as the "Obligations."

2.   DESCRIPTION OF COLLATERAL. Repayment is secured by the Collateral as described in the Loan Agreement and by an Intellectual
Property Security Agreement dated August 8, 2000.

3.   DESCRIPTION OF CHANGE IN TERMS. The following terms are amended.""",
        "LOAN MODIFICATION AGREEMENT",
        {"amendment"},
        None,
        "2003-10-09",
        ("Amended and Restated Loan and Security Agreement", "2000-08-08"),
        [(None, "2001-07-07"), (None, "2002-06-06")],
    ),
    "restatement of a restatement, told in one recital": Case(
        """\
          THIRD AMENDED AND RESTATED REVOLVING CREDIT AGREEMENT

     THIS THIRD AMENDED AND RESTATED REVOLVING CREDIT AGREEMENT (this "Agreement") is made as of January 15, 2008, between ACME TOOLS,
INC., a Delaware corporation (the "Borrower"), and FIRST HARBOR BANK (the "Bank").

RECITALS

     A. The Borrower and the Bank entered into a Revolving Credit Agreement dated as of March 1, 1999 (the "Original Agreement"), which
was amended and restated by an Amended and Restated Revolving Credit Agreement dated as of April 2, 2001 and further amended and
restated in its entirety by a Second Amended and Restated Revolving Credit Agreement dated as of May 3, 2004, which in turn was amended
by a First Amendment dated as of June 4, 2005 (as so amended, the "Existing Agreement").

     B. The parties wish to amend and restate the Existing Agreement in its entirety.

     NOW, THEREFORE, the parties agree as follows:""",
        "THIRD AMENDED AND RESTATED REVOLVING CREDIT AGREEMENT",
        {"restatement"},
        None,
        "2008-01-15",
        ("Second Amended and Restated Revolving Credit Agreement", "2004-05-03"),
        [(1, "2005-06-04")],
    ),
    "restatement: what it restates stands in a last section only": Case(
        f"""\
                AMENDED AND RESTATED CREDIT AGREEMENT

     THIS AMENDED AND RESTATED CREDIT AGREEMENT, dated as of February 2, 1997, is between ACME TOOLS, INC., a Delaware corporation (the
"Borrower"), and FIRST HARBOR BANK (the "Lender").

     The parties agree as follows:

                             ARTICLE I
                            DEFINITIONS

     "Security Agreement" means the Security Agreement dated as of March 9, 1995 by the Borrower in favor of the Lender.

     "Closing Date" means February 2, 1997.

     "Indebtedness" means all obligations for borrowed money.
{"     Section 5. The Borrower shall keep proper books of record and account in which true entries are made." * 30}

     Section 10.14. Amendment and Restatement. This Agreement amends and restates in its entirety that certain Credit Agreement dated as
of March 9, 1995 between the Borrower and the Lender, as amended by Amendment No. 1 thereto dated as of April 10, 1996.""",
        "AMENDED AND RESTATED CREDIT AGREEMENT",
        {"restatement"},
        None,
        "1997-02-02",
        ("Credit Agreement", "1995-03-09"),
        [(1, "1996-04-10")],
    ),
    "restatement: restated and amended, superseding a note": Case(
        """\
                 RESTATED AND AMENDED PROMISSORY NOTE

$2,500,000                                           June 1, 1998

     FOR VALUE RECEIVED, the undersigned, ACME TOOLS, INC., an Ohio corporation ("Maker"), promises to pay to the order of FIRST HARBOR
BANK ("Holder") the principal sum of $2,500,000.

     This Note restates, amends and replaces that certain Promissory Note dated May 5, 1996 made by Maker in favor of Holder in the
original principal amount of $2,000,000, and is not a novation.""",
        "RESTATED AND AMENDED PROMISSORY NOTE",
        {"restatement"},
        None,
        "1998-06-01",
        ("Promissory Note", "1996-05-05"),
        [],
    ),
    "letter: its reference line names it": Case(
        """\
                         FIRST HARBOR BANK

                                              March 30, 2000

Acme Tools, Inc.
1 Main Street
Springfield, Ohio 45501

     Re:  Fourth Letter Amendment and Waiver to Revolving Credit
          Agreement dated as of July 8, 1996

Gentlemen:

     We refer to the Revolving Credit Agreement dated as of July 8, 1996 (as amended by the First Letter Amendment dated May 9, 1997, the
Second Letter Amendment dated as of June 10, 1998 and the Third Letter Amendment and Consent dated July 11, 1999, the "Agreement")
between Acme Tools, Inc. (the "Company") and First Harbor Bank (the "Bank").

     1. Amendment. The Bank agrees that the Agreement is hereby amended as follows:""",
        "Fourth Letter Amendment and Waiver to Revolving Credit Agreement",
        {"amendment", "waiver"},
        4,
        "2000-03-30",
        ("Revolving Credit Agreement", "1996-07-08"),
        [(1, "1997-05-09"), (2, "1998-06-10"), (3, "1999-07-11")],
    ),
    "letter: the reference line names but the agreement": Case(
        """\
                                              September 14, 1995

First Harbor Bank
1 Wharf Street
Springfield, Ohio 45501

     Re:  Loan Agreement dated as of January 6, 1993

Ladies and Gentlemen:

     Reference is made to the Loan Agreement dated as of January 6, 1993 between Acme Tools, Inc. (the "Company") and First Harbor Bank
(the "Bank"), as amended by letter agreements dated February 7, 1994, March 8, 1994 and April 9, 1995 (the "Loan Agreement"). The Bank
agrees that the Loan Agreement is hereby amended as follows:""",
        None,
        {"amendment"},
        None,
        "1995-09-14",
        ("Loan Agreement", "1993-01-06"),
        [(None, "1994-02-07"), (None, "1994-03-08"), (None, "1995-04-09")],
    ),
    "English: a deed that relates to a facility agreement": Case(
        """\
DATED 9 October 2006

ACME TOOLS PLC
as Parent

and

HARBOR BANK PLC
as Agent

___________________________________

SUPPLEMENTAL AGREEMENT
relating to a Term Facility Agreement
originally dated 4 March 2003
___________________________________

THIS AGREEMENT is dated 9 October 2006 and made between:

(1)  ACME TOOLS PLC, a public limited company incorporated in England (the "Parent"); and

(2)  HARBOR BANK PLC as agent of the Finance Parties (the "Agent").

BACKGROUND

(A)  By a term facility agreement dated 4 March 2003 made between, among others, the Parent and the Agent, as amended by an amendment
     letter dated 5 April 2004 and a supplemental agreement dated 6 May 2005 (the "Facility Agreement"), the Lenders made available a
     facility of GBP 20,000,000.

(B)  The parties have agreed to amend the Facility Agreement.

IT IS AGREED as follows:""",
        "SUPPLEMENTAL AGREEMENT",
        {"supplement"},
        None,
        "2006-10-09",
        ("Term Facility Agreement", "2003-03-04"),
        [(None, "2004-04-05"), (None, "2005-05-06")],
    ),
    "note: number in brackets, a modification before it": Case(
        """\
               NOTE MODIFICATION AGREEMENT (#2)

     THIS NOTE MODIFICATION AGREEMENT, made as of 6/30/2011, between ACME TOOLS, INC. ("Maker") and FIRST HARBOR BANK ("Holder");

     WHEREAS, Maker executed and delivered to Holder that certain Term Promissory Note dated 6/30/2008 in the original principal amount of
$900,000, as modified by that certain Note Modification Agreement dated 12/15/2009 (the "Note");

     NOW, THEREFORE, the parties agree as follows:""",
        "NOTE MODIFICATION AGREEMENT (#2)",
        {"amendment"},
        2,
        "2011-06-30",
        ("Term Promissory Note", "2008-06-30"),
        [(1, "2009-12-15")],
    ),
    "opening: the act apart from its object, over headings": Case(
        """\
                     SECOND AMENDMENT TO SUBORDINATED

                    BRIDGE AND ACQUISITION FINANCING

                               AGREEMENT

     SECOND AMENDMENT, dated as of November 3, 2005 (this "Amendment"), to the SUBORDINATED BRIDGE AND ACQUISITION FINANCING AGREEMENT,
dated as of December 4, 2003 (as heretofore amended by that certain First Amendment and Consent dated as of October 5, 2004, the
"Financing Agreement"), between ACME TOOLS, INC., a Delaware corporation (the "Borrower"), and FIRST HARBOR BANK (the "Lender").

     NOW, THEREFORE, the parties agree as follows:""",
        "SECOND AMENDMENT TO SUBORDINATED BRIDGE AND ACQUISITION FINANCING AGREEMENT",
        {"amendment"},
        2,
        "2005-11-03",
        ("Subordinated Bridge and Acquisition Financing Agreement", "2003-12-04"),
        [(1, "2004-10-05")],
    ),
    "notes without a date of their own, issued on a date": Case(
        """\
AMENDMENT NO. 2
TO
SECURED CONVERTIBLE PROMISSORY NOTES

This Amendment No. 2 to Secured Convertible Promissory Notes ("Amendment No. 2") is made and entered into on May 6, 2019, by and between
Acme Tools, Inc., a Nevada corporation (the "Company"), and the undersigned holders (the "Holders").

WHEREAS, on April 5, 2016 the Company issued to the Holders Secured Convertible Promissory Notes in the aggregate principal amount of
$3,000,000 (the "Notes");

WHEREAS, the Notes were amended by an Omnibus Amendment to Notes dated March 4, 2018 ("Amendment No. 1");

NOW, THEREFORE, the parties agree as follows:""",
        "AMENDMENT NO. 2 TO SECURED CONVERTIBLE PROMISSORY NOTES",
        {"amendment"},
        2,
        "2019-05-06",
        ("Secured Convertible Promissory Notes", "2016-04-05"),
        [(1, "2018-03-04")],
    ),
    "restatement: a list of agreements by which, the restated one last": Case(
        """\
           SECOND RESTATED AND AMENDED WAREHOUSE CREDIT AGREEMENT

THIS SECOND RESTATED AND AMENDED WAREHOUSE CREDIT AGREEMENT (the "Agreement"), dated as of July 30, 2001 by and between ACME TOOLS, INC.
(the "Company"), and FIRST HARBOR BANK (the "Bank").

WHEREAS, pursuant to that certain Warehouse Credit Agreement dated June 29, 1998, the Bank agreed to extend a line of credit; and

WHEREAS, the Warehouse Credit Agreement was amended pursuant to an Amendment to Warehouse Credit Agreement dated May 28, 1999, by a
Second Amendment to Warehouse Credit Agreement and Amendment to Security Agreement dated April 27, 2000 and by a Restated and Amended
Warehouse Credit Agreement dated March 26, 2001; and

WHEREAS, the parties desire to restate and amend the Warehouse Credit Agreement further;

NOW, THEREFORE, the parties agree as follows:""",
        "SECOND RESTATED AND AMENDED WAREHOUSE CREDIT AGREEMENT",
        {"restatement"},
        None,
        "2001-07-30",
        ("Restated and Amended Warehouse Credit Agreement", "2001-03-26"),
        [(1, "1999-05-28"), (2, "2000-04-27")],
    ),
    "the deal's name in brackets below the title": Case(
        """\
OMNIBUS AMENDMENT NO. 2

(Acme Funding Trust IV)

This OMNIBUS AMENDMENT NO. 2, dated as of the 3rd day of July, 2015 (this "Amendment"), is made with respect to the Loan and Servicing
Agreement, dated as of June 2, 2013 (as amended by Omnibus Amendment No. 1, dated as of May 1, 2014, the "Loan Agreement"), between ACME
FUNDING TRUST IV, a Delaware statutory trust (the "Borrower"), and FIRST HARBOR BANK (the "Lender").

The parties agree as follows:""",
        "OMNIBUS AMENDMENT NO. 2",
        {"amendment"},
        2,
        "2015-07-03",
        ("Loan and Servicing Agreement", "2013-06-02"),
        [(1, "2014-05-01")],
    ),
    "recital: amended on dates, told as events": Case(
        """\
                 FOURTH AMENDMENT TO LOAN AGREEMENT

     THIS FOURTH AMENDMENT TO LOAN AGREEMENT is entered into effective as of the 1st day of August, 2007, by and between ACME TOOLS,
INC., an Ohio corporation ("Borrower"), and FIRST HARBOR BANK ("Lender").

     WHEREAS, Borrower and Lender entered into that certain Loan Agreement dated effective July 2, 2003 (the "Original Loan Agreement");
and

     WHEREAS, the Original Loan Agreement was amended by First Amendment to Loan Agreement dated June 3, 2004, by Second Amendment to Loan
Agreement dated May 4, 2005, and by Third Amendment to Loan Agreement dated April 5, 2006 (the Original Loan Agreement, as so amended,
the "Loan Agreement");

     NOW, THEREFORE, the parties agree as follows:""",
        "FOURTH AMENDMENT TO LOAN AGREEMENT",
        {"amendment"},
        4,
        "2007-08-01",
        ("Loan Agreement", "2003-07-02"),
        [(1, "2004-06-03"), (2, "2005-05-04"), (3, "2006-04-05")],
    ),
    "recital: the chain as a list of letters and numbered paragraphs": Case(
        """\
                AMENDMENT NUMBER FOUR TO CREDIT AND SECURITY AGREEMENT

     This Amendment Number Four to Credit and Security Agreement is dated as of May 9, 2012 and is between ACME TOOLS, INC. ("Borrower")
and FIRST HARBOR BANK ("Lender").

                             BACKGROUND

     A. Borrower and Lender are parties to a Credit and Security Agreement dated as of April 8, 2009, as amended by the following:

        (i) Amendment Number One to Credit and Security Agreement dated as of March 7, 2010;

        (ii) Amendment Number Two to Credit and Security Agreement dated as of February 6, 2011; and

        (iii) Amendment Number Three to Credit and Security Agreement dated as of January 5, 2012

(as so amended, the "Credit Agreement").

     B. Borrower has asked for a change of the Credit Agreement.

     NOW, THEREFORE, the parties agree as follows:""",
        "AMENDMENT NUMBER FOUR TO CREDIT AND SECURITY AGREEMENT",
        {"amendment"},
        4,
        "2012-05-09",
        ("Credit and Security Agreement", "2009-04-08"),
        [(1, "2010-03-07"), (2, "2011-02-06"), (3, "2012-01-05")],
    ),
    "renewal of a note, with a facility's name": Case(
        """\
        RENEWAL, EXTENSION AND MODIFICATION AGREEMENT
               ($3,000,000 Revolving Facility)

THE STATE OF TEXAS
COUNTY OF TRAVIS

     This Renewal, Extension and Modification Agreement (this "Agreement") is made effective as of March 12, 1996, between ACME TOOLS,
INC., a Texas corporation ("Borrower"), and FIRST HARBOR BANK ("Lender").

     WHEREAS, Borrower executed that certain Revolving Line of Credit Note dated March 12, 1994, payable to the order of Lender in the
original principal sum of $3,000,000, as renewed and extended by that certain Renewal and Extension Agreement dated March 12, 1995 (as
renewed, the "Note");

     NOW, THEREFORE, the parties agree as follows:""",
        "RENEWAL, EXTENSION AND MODIFICATION AGREEMENT ($3,000,000 Revolving Facility)",
        {"amendment", "extension"},
        None,
        "1996-03-12",
        ("Revolving Line of Credit Note", "1994-03-12"),
        [(None, "1995-03-12")],
    ),
    "entire agreement: a restatement that supersedes": Case(
        """\
                    AMENDED AND RESTATED LOAN AGREEMENT

     THIS AMENDED AND RESTATED LOAN AGREEMENT is dated as of May 15, 2006 by and between ACME TOOLS, INC., an Ohio corporation
("Borrower"), and FIRST HARBOR BANK ("Lender").

     NOW, THEREFORE, the parties agree as follows:

     1. The Loan. Lender agrees to lend $7,000,000 under a Note dated May 15, 2006, secured by a Mortgage dated April 14, 2004.

     16.1 Entire Agreement. This Agreement amends, restates and supersedes in its entirety the Loan Agreement entered into by Borrower and
Lender on April 14, 2004.""",
        "AMENDED AND RESTATED LOAN AGREEMENT",
        {"restatement"},
        None,
        "2006-05-15",
        ("Loan Agreement", "2004-04-14"),
        [],
    ),
    "allonge": Case(
        """\
                    SECOND ALLONGE TO PROMISSORY NOTE

     This Second Allonge, dated July 7, 2010, is attached to and made a part of that certain Amended and Restated Promissory Note dated
May 5, 2008, made by Acme Tools, Inc., an Ohio corporation ("Maker"), to the order of First Harbor Bank ("Payee"), as amended by a First
Allonge dated June 6, 2009 (the "Note").

     The parties agree as follows:""",
        "SECOND ALLONGE TO PROMISSORY NOTE",
        {"amendment"},
        2,
        "2010-07-07",
        ("Amended and Restated Promissory Note", "2008-05-05"),
        [(1, "2009-06-06")],
    ),
    "waivers and consents among the amendments": Case(
        """\
                      CONSENT AND AMENDMENT NO. 3

     CONSENT AND AMENDMENT NO. 3 (this "Amendment"), dated as of April 30, 2014, under the Financing Agreement dated as of January 31, 2011
(as modified by Waiver No. 1, dated as of August 31, 2011, Amendment No. 1 and Waiver No. 2, dated as of February 29, 2012, and Amendment
No. 2, dated as of October 31, 2013, the "Financing Agreement"), between ACME TOOLS, INC. (the "Borrower") and FIRST HARBOR BANK (the
"Lender").

     The parties agree as follows:""",
        "CONSENT AND AMENDMENT NO. 3",
        {"consent", "amendment"},
        3,
        "2014-04-30",
        ("Financing Agreement", "2011-01-31"),
        [(1, "2011-08-31"), (1, "2012-02-29"), (2, "2013-10-31")],
    ),
    "forbearance: from time to time, including by": Case(
        """\
                        FORBEARANCE AGREEMENT

     THIS FORBEARANCE AGREEMENT is entered into as of the 22nd day of October, 2009, among ACME TOOLS, INC., an Ohio corporation
("Borrower"), JANE R. ROE ("Guarantor") and FIRST HARBOR BANK ("Lender").

     A. Borrower and Lender are parties to that certain Loan and Security Agreement, dated as of September 21, 2006 (as the same has been
amended, restated, supplemented or otherwise modified from time to time, including by that certain First Amendment to Loan and Security
Agreement, dated as of August 20, 2007 and that certain Second Amendment to Loan and Security Agreement and Waiver, dated as of July 19,
2008, the "Loan Agreement").

     B. Guarantor executed a Guaranty dated as of September 21, 2006.

     NOW, THEREFORE, the parties agree as follows:""",
        "FORBEARANCE AGREEMENT",
        {"forbearance"},
        None,
        "2009-10-22",
        ("Loan and Security Agreement", "2006-09-21"),
        [(1, "2007-08-20"), (2, "2008-07-19")],
    ),
    "omnibus of loan documents, lender style Texas": Case(
        """\
                  FIRST MODIFICATION OF LOAN DOCUMENTS

     THIS FIRST MODIFICATION OF LOAN DOCUMENTS (this "Modification") is entered into as of the 14th day of February, 1997, by and between
ACME TOOLS, INC., a Texas corporation ("Borrower"), and FIRST HARBOR BANK, N.A. ("Lender").

                              R E C I T A L S:

     A. Lender has made a loan to Borrower (the "Loan") pursuant to a Loan Agreement of even date with the Note hereinafter described, being
that certain Promissory Note dated January 13, 1995, in the stated principal amount of $2,000,000.00 executed by Borrower and payable to the
order of Lender (the "Note").

     B. Borrower has requested an extension of the Loan.

     NOW, THEREFORE, the parties agree as follows:""",
        "FIRST MODIFICATION OF LOAN DOCUMENTS",
        {"amendment"},
        1,
        "1997-02-14",
        ("Promissory Note", "1995-01-13"),
        [],
    ),
    "amendment agreement, title in bold spaced": Case(
        """\
                    AMENDMENT AGREEMENT NO. 4 TO
                     CREDIT AGREEMENT

     AMENDMENT AGREEMENT NO. 4 dated as of June 17, 2003 among ACME TOOLS, INC. (the "Borrower"), the Lenders party hereto and FIRST HARBOR
BANK, as Administrative Agent, relating to the CREDIT AGREEMENT dated as of May 18, 2000 (as amended by Amendment Agreement No. 1 dated as of
April 19, 2001, Amendment Agreement No. 2 and Waiver dated as of March 20, 2002 and Amendment Agreement No. 3 dated as of February 21, 2003
and as the same may be further amended from time to time, the "Credit Agreement").

     The parties hereto agree as follows:""",
        "AMENDMENT AGREEMENT NO. 4 TO CREDIT AGREEMENT",
        {"amendment"},
        4,
        "2003-06-17",
        ("Credit Agreement", "2000-05-18"),
        [(1, "2001-04-19"), (2, "2002-03-20"), (3, "2003-02-21")],
    ),
    "letter waiver with dear sirs": Case(
        """\
[Harbor Bank letterhead]

                                                           21 June 2002

Acme Tools plc
1 High Street
London

For the attention of the Treasurer

Dear Sirs,

GBP 15,000,000 Revolving Credit Facility Agreement dated 20 May 1999 (the "Agreement") between Acme Tools plc and Harbor Bank plc, as
amended by supplemental letters dated 19 April 2000 and 18 March 2001

1. We refer to the Agreement. Terms defined in it have the same meaning here.

2. We hereby waive the Event of Default under clause 17.2 of the Agreement.""",
        None,
        {"amendment", "waiver"},
        None,
        "2002-06-21",
        ("Revolving Credit Facility Agreement", "1999-05-20"),
        [(None, "2000-04-19"), (None, "2001-03-18")],
    ),
    "on a date form": Case(
        """\
                  SECOND AMENDMENT TO LOAN AGREEMENT

     THIS SECOND AMENDMENT is made this 5th day of September, 1999, by and between Acme Tools, Inc. ("Borrower") and First Harbor Bank
("Bank").

     WHEREAS, on August 6, 1997, Borrower and Bank entered into a Business Loan Agreement (the "Loan Agreement"); and

     WHEREAS, on July 7, 1998, Borrower and Bank entered into a First Amendment to Loan Agreement;

     NOW, THEREFORE, the parties agree as follows:""",
        "SECOND AMENDMENT TO LOAN AGREEMENT",
        {"amendment"},
        2,
        "1999-09-05",
        ("Business Loan Agreement", "1997-08-06"),
        [(1, "1998-07-07")],
    ),
    "A&R with existing definitions": Case(
        """\
                                                                  Published CUSIP Number: 00450AAB1

               SECOND AMENDED AND RESTATED CREDIT AGREEMENT

                    Dated as of March 3, 2011

                              among

                         ACME TOOLS, INC.,
                         as the Borrower,

                       FIRST HARBOR BANK, N.A.,
                     as Administrative Agent,

                                and

                  THE OTHER LENDERS PARTY HERETO

                         TABLE OF CONTENTS

Section                                                      Page

1.01  Defined Terms............................................1

     This SECOND AMENDED AND RESTATED CREDIT AGREEMENT ("Agreement") is entered into as of March 3, 2011, among ACME TOOLS, INC., a Delaware
corporation (the "Borrower"), each lender from time to time party hereto (the "Lenders") and FIRST HARBOR BANK, N.A., as Administrative Agent.

     The Borrower has requested that the Lenders provide a revolving credit facility. In consideration of the mutual covenants herein contained,
the parties hereto covenant and agree as follows:

                              ARTICLE I.
                   DEFINITIONS AND ACCOUNTING TERMS

     "Acquisition" means any purchase under the Asset Purchase Agreement dated as of January 5, 2011.

     "Existing Credit Agreement" means that certain Amended and Restated Credit Agreement dated as of February 4, 2007 among the Borrower, the
lenders party thereto and First Harbor Bank, N.A., as agent, as amended by a First Amendment dated as of January 6, 2008 and a Second Amendment
dated as of December 7, 2009.

     "Guaranty" means the Guaranty dated as of February 4, 2007.""",
        "SECOND AMENDED AND RESTATED CREDIT AGREEMENT",
        {"restatement"},
        None,
        "2011-03-03",
        ("Amended and Restated Credit Agreement", "2007-02-04"),
        [(1, "2008-01-06"), (2, "2009-12-07")],
    ),
    "first supplemental indenture": Case(
        """\
                    ACME TOOLS, INC.
                          AND
                  FIRST HARBOR TRUST COMPANY
                       as Trustee

              SECOND SUPPLEMENTAL INDENTURE

               Dated as of October 9, 2001

     SECOND SUPPLEMENTAL INDENTURE, dated as of October 9, 2001 (this "Supplemental Indenture"), between ACME TOOLS, INC., a Delaware
corporation (the "Company"), and FIRST HARBOR TRUST COMPANY, as Trustee (the "Trustee").

     WHEREAS, the Company has heretofore executed and delivered to the Trustee an Indenture dated as of September 8, 1998, as supplemented by
the First Supplemental Indenture dated as of August 7, 2000 (as so supplemented, the "Indenture"), providing for the issuance of the Company's
9% Senior Notes due 2008;

     NOW, THEREFORE, the parties agree as follows:""",
        "SECOND SUPPLEMENTAL INDENTURE",
        {"supplement"},
        2,
        "2001-10-09",
        ("Indenture", "1998-09-08"),
        [(1, "2000-08-07")],
    ),
    "joinder": Case(
        """\
                 JOINDER AND SUPPLEMENT TO LOAN AND SECURITY AGREEMENT

     This Joinder and Supplement (this "Joinder"), dated July 10, 2013, is executed by ACME WEST, LLC, an Ohio limited liability company
("New Borrower"), in favor of FIRST HARBOR BANK ("Lender"), pursuant to the Amended and Restated Loan and Security Agreement, dated as of June
11, 2010, by and between Acme Tools, Inc. and Lender (as amended by the First Amendment thereto dated as of May 12, 2011, the "Loan Agreement").

     The parties agree as follows:""",
        "JOINDER AND SUPPLEMENT TO LOAN AND SECURITY AGREEMENT",
        {"supplement"},
        None,
        "2013-07-10",
        ("Amended and Restated Loan and Security Agreement", "2010-06-11"),
        [(1, "2011-05-12")],
    ),
    "heading with company first": Case(
        """\
Exhibit 10.3

ACME TOOLS, INC.

SIXTH AMENDMENT
TO AMENDED AND RESTATED CREDIT AGREEMENT

This SIXTH AMENDMENT TO AMENDED AND RESTATED CREDIT AGREEMENT (this "Amendment") is dated as of May 1, 2009 and entered into by and among ACME
TOOLS, INC., a Delaware corporation (the "Company"), and FIRST HARBOR BANK, as agent ("Agent"), and is made with reference to that certain
AMENDED AND RESTATED CREDIT AGREEMENT dated as of April 2, 2004, as amended by the First Amendment dated as of March 3, 2005, the Second
Amendment and Limited Waiver dated as of February 4, 2006, the Third Amendment dated as of January 5, 2007, Limited Waiver dated as of June 6,
2007, the Fourth Amendment dated as of December 7, 2007 and the Fifth Amendment and Consent dated as of November 8, 2008 (as so amended, the
"Credit Agreement"), by and among Company and Agent.

RECITALS

WHEREAS, Company desires to amend the Credit Agreement;

NOW, THEREFORE, the parties agree as follows:""",
        "SIXTH AMENDMENT TO AMENDED AND RESTATED CREDIT AGREEMENT",
        {"amendment"},
        6,
        "2009-05-01",
        ("Amended and Restated Credit Agreement", "2004-04-02"),
        [
            (1, "2005-03-03"),
            (2, "2006-02-04"),
            (3, "2007-01-05"),
            (None, "2007-06-06"),
            (4, "2007-12-07"),
            (5, "2008-11-08"),
        ],
    ),
    "agreement amended by name with the date later": Case(
        """\
                           WAIVER AND AMENDMENT

     WAIVER AND AMENDMENT, dated as of August 14, 1998 (this "Waiver"), with respect to the Amended and Restated Revolving Credit and Term Loan
Agreement (the "Credit Agreement"), dated as of July 15, 1996, among ACME TOOLS, INC. (the "Borrower"), the banks party thereto (the "Banks") and
FIRST HARBOR BANK, as agent for the Banks.

     WHEREAS, the Credit Agreement was previously amended on June 16, 1997 and on May 17, 1998; and

     WHEREAS, the Borrower has requested a waiver;

     NOW, THEREFORE, the parties agree as follows:""",
        "WAIVER AND AMENDMENT",
        {"waiver", "amendment"},
        None,
        "1998-08-14",
        ("Amended and Restated Revolving Credit and Term Loan Agreement", "1996-07-15"),
        [(None, "1997-06-16"), (None, "1998-05-17")],
    ),
    "farm credit form": Case(
        """\
Loan No. RX0213T01B

                  AMENDMENT TO THE MASTER LOAN AGREEMENT

     THIS AMENDMENT is entered into as of April 11, 2006, between HARBOR FARM CREDIT, ACA ("Farm Credit") and ACME GRAIN, LLC, Fargo, North
Dakota (the "Company").

                              BACKGROUND

     Farm Credit and the Company are parties to a Master Loan Agreement dated March 12, 2003 (such agreement, as previously amended, is
hereinafter referred to as the "MLA"). Farm Credit and the Company now desire to amend the MLA.

     For that reason, the parties agree as follows:""",
        "AMENDMENT TO THE MASTER LOAN AGREEMENT",
        {"amendment"},
        None,
        "2006-04-11",
        ("Master Loan Agreement", "2003-03-12"),
        [],
    ),
    "agreement restated as of a date": Case(
        """\
                    FIFTH AMENDMENT TO RESTATED LOAN AGREEMENT

     This Fifth Amendment to Restated Loan Agreement (the "Fifth Amendment") is made and entered into effective as of the 30th day of June, 2000,
by and between ACME TOOLS, INC. (the "Company") and FIRST HARBOR BANK (the "Bank").

     WHEREAS, the Company and the Bank are parties to that certain Loan Agreement dated as of May 31, 1994, as amended and restated in its entirety
by that certain Restated Loan Agreement dated as of April 30, 1996, as further amended by that certain First Amendment to Restated Loan Agreement
dated as of March 31, 1997, that certain Second Amendment to Restated Loan Agreement dated as of February 28, 1998, that certain Third Amendment
to Restated Loan Agreement dated effective as of January 31, 1999 and that certain Fourth Amendment to Restated Loan Agreement dated December 31,
1999 (such Restated Loan Agreement, as so amended, the "Loan Agreement"); and

     NOW, THEREFORE, the parties agree as follows:""",
        "FIFTH AMENDMENT TO RESTATED LOAN AGREEMENT",
        {"amendment"},
        5,
        "2000-06-30",
        ("Restated Loan Agreement", "1996-04-30"),
        [(1, "1997-03-31"), (2, "1998-02-28"), (3, "1999-01-31"), (4, "1999-12-31")],
    ),
    "change in terms agreement form": Case(
        """\
                         CHANGE IN TERMS AGREEMENT

Borrower: Acme Tools, Inc.                 Lender: First Harbor Bank
          1 Main Street                            1 Wharf Street
          Springfield, OH 45501                    Springfield, OH 45501

Principal Amount: $750,000.00      Initial Rate: 8.250%      Date of Agreement: June 19, 2001

DESCRIPTION OF EXISTING INDEBTEDNESS. Promissory Note from Borrower to Lender dated May 20, 1999 in the original principal amount of
$750,000.00, as modified by Change in Terms Agreement dated May 20, 2000.

DESCRIPTION OF CHANGE IN TERMS. The maturity date is extended.""",
        "CHANGE IN TERMS AGREEMENT",
        {"amendment"},
        None,
        "2001-06-19",
        ("Promissory Note", "1999-05-20"),
        [(None, "2000-05-20")],
    ),
}


@pytest.mark.parametrize("case", [pytest.param(c, id=name) for name, c in CASES.items()])
def test_openings(case: Case) -> None:
    found = extract_text(case.text + BODY)
    title, amended = found.instrument.title, found.amended_agreement
    assert {
        "title": title.upper() if title else None,
        "kinds": {k.value for k in found.instrument.kinds},
        "number": found.instrument.amendment_number,
        "dated": found.instrument.dated,
        "agreement": (amended.title.upper(), amended.dated) if amended else None,
        "links": [(a.number, a.dated) for a in found.prior_amendments],
    } == {
        "title": case.title.upper() if case.title else None,
        "kinds": case.kinds,
        "number": case.number,
        "dated": case.dated,
        "agreement": (case.agreement[0].upper(), case.agreement[1]) if case.agreement else None,
        "links": case.links,
    }
