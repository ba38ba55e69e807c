"""Markdown reading lists -> drafts of papers: lines, records and pages as people write them, without any standard."""

from __future__ import annotations

from typing import Any

import pytest
from markdown_pages import ADA, ALAN, TITLE, URL, papers, said, titles, told

from readtrack.model import Author

AT_ACME = (Author("Ada Lovelace", ("Acme Corporation",)), Author("Alan Turing", ("Acme Corporation",)))
LOVELACE, TURING = Author("Lovelace"), Author("Turing")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (f"[ASPLOS'04-{TITLE}]({URL})", {"venue": "ASPLOS", "year": 2004}),
        (f"[(22 S&P) {TITLE}]({URL})", {"venue": "S&P", "year": 2022}),
        (f"21_ASPLOS_{TITLE} [[paper]]({URL})", {"venue": "ASPLOS", "year": 2021}),
        (f"[{TITLE}, SIGMOD 1979]({URL})", {"venue": "SIGMOD", "year": 1979}),
        (f"[{TITLE}, VLDB, 2016]({URL})", {"venue": "VLDB", "year": 2016}),
        (f"[{TITLE}, Ada Lovelace, 1999]({URL})", {"authors": (ADA,), "year": 1999}),
        (f"[{TITLE}, 2018]({URL})", {"year": 2018}),
        (f"[2022-{TITLE}]({URL})", {"year": 2022}),
        (f"*{TITLE}* [[arxiv, 14.12]]({URL})", {"venue": "arXiv", "year": 2014}),
        (f"{TITLE}. [nips19]({URL}).", {"venue": "NeurIPS", "year": 2019}),
        (f"1843 Lovelace: {TITLE} <{URL}>", {"authors": (LOVELACE,), "year": 1843}),
        (f"1995 Lovelace et al: {TITLE} <{URL}>", {"authors": (LOVELACE,), "year": 1995}),
        (f"The paper that began it: **{TITLE}** (Lovelace, 1843). Read it.", {"authors": (LOVELACE,)}),
        (f"[ ] @lovelaceNotes1843 [{TITLE}]({URL})", {"year": None}),
        (f"(skip) {TITLE} [[pdf]]({URL})", {"tags": ("skip",)}),
        (f"{TITLE} ~ Ada Lovelace", {"authors": (ADA,)}),
        (f"[{TITLE}]({URL}) ~ Lovelace and Turing", {"authors": (LOVELACE, TURING)}),
        (f"[{TITLE}]({URL}) Lovelace, Babbage and Turing", {"authors": (LOVELACE, Author("Babbage"), TURING)}),
        (f"Lovelace, Babbage, Turing: [{TITLE}]({URL}). PPDP'10", {"venue": "PPDP", "year": 2010}),
        (f"A Lovelace, A Turing [{TITLE}]({URL}) ACL 2018", {"venue": "ACL", "year": 2018}),
        (f"Lovelace & Turing. **\"{TITLE}\"**", {"authors": (LOVELACE, TURING)}),
        (f"Turing, Alan. “{TITLE}.” *Mind*, vol. 7, Aug. 1950, pp. 6–10.", {"authors": (ALAN,), "year": 1950}),
        (f"Card. 2009. “{TITLE}.” *Mind*.", {"authors": (Author("Card"),), "venue": "Mind", "year": 2009}),
        (f"Lovelace, A. {TITLE}. [pdf](papers/a.pdf)", {"authors": (Author("A. Lovelace"),)}),
        (f"{TITLE}, Alan Turing, SIGMOD 2016, [Engines] [[Paper]]({URL})", {"authors": (ALAN,), "venue": "SIGMOD"}),
        (f"[{TITLE}]({URL}), Ada Lovelace, Alan Turing SOSP 2015", {"authors": (ADA, ALAN), "venue": "SOSP"}),
        (
            f"[{TITLE}]({URL}) **MAPL 2018**. Ada Lovelace, Alan Turing. _Acme Corporation_.",
            {"authors": AT_ACME},
        ),
        (f"Ada Lovelace. 2012. {TITLE}. Queue 10, 10 (October 2012), 30–36.", {"venue": "Queue", "year": 2012}),
        (f"Ada Lovelace and Alan Turing. 2007. **{TITLE}**. Commun. ACM 50, 12 (December 2007).", {"year": 2007}),
    ],
)  # fmt: skip
def test_what_stands_around_a_title_is_none_of_it(line: str, expected: dict[str, Any]) -> None:
    assert said(f"# Papers\n\n- {line}", *expected) == {"title": TITLE, **expected}


@pytest.mark.parametrize(
    "title", ["RAID: A Case for Cheap Disks", "AC/DC: Alternating Training", "The Art, Science, and Craft of Engines"]
)
def test_a_name_in_a_link_that_is_an_acronym_too_stays_in_the_title(title: str) -> None:
    assert said(f"- [{title}]({URL})", "venue") == {"title": title, "venue": None}


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("[RWH](https://e.org/a) - Real World Haskell - Ada Lovelace and Alan Turing", "RWH"),
        ("[rwh](local/a.pdf): Real World Haskell", None),
        ("[Haskell](https://e.org/a) - Real World Haskell and its Engines", "Haskell"),
    ],
)
def test_a_short_name_before_the_title_is_not_the_title(line: str, name: str | None) -> None:
    (draft,) = papers(f"- {line}")
    assert (draft.title.startswith("Real World Haskell"), draft.name) == (True, name)


def test_what_is_said_of_a_tool_is_not_its_title() -> None:
    assert said(f"- [Engine]({URL}) - a library for building engines") == {"title": "Engine"}


@pytest.mark.parametrize(
    "where", ["https://doi.org/10.1000/", "https://arxiv.org/abs/1901.0000", "https://e.org/a.pdf?"]
)
def test_links_behind_what_they_are_about_are_several_papers_where_all_lead_to_papers(where: str) -> None:
    line = "- Looms: [The first paper of all]({}1), [The second paper of all]({}2)"
    assert [draft.title for draft in papers(line.format(where, where))] == [
        "The first paper of all",
        "The second paper of all",
    ]
    assert len(papers(line.format(where, "https://github.com/ada/loom"))) == 1


def test_a_word_and_a_colon_behind_a_year_begin_a_title() -> None:
    assert said(f"# Papers\n\n- 2019 Background: {TITLE}\n", "year") == {"title": f"Background: {TITLE}", "year": 2019}


def test_several_papers_on_one_line_are_several_papers() -> None:
    linked = "- [The first paper of all](https://e.org/1) and [The second paper of all](https://e.org/2)"
    prose = "- Two studies: **The first paper of all** (Lovelace, 1843) and **The second paper of all** (Turing, 1936)."
    cell = "| Year | Paper |\n|---|---|\n| 2019 "
    cell += "| 1. **[The first paper of all](https://e.org/1)**<br>2. **[The second paper of all](https://e.org/2)** |"
    for text in (linked, prose, cell):
        assert titles(text) == ["The first paper of all", "The second paper of all"]
    assert [draft.year for draft in papers(prose)] == [1843, 1936]


def test_authors_on_the_line_below_a_title_are_no_words_of_it() -> None:
    text = f"- {TITLE}\nAda Lovelace*, Acme; Alan Turing, King's College"
    assert said(text, "authors") == {
        "title": TITLE,
        "authors": (Author("Ada Lovelace", ("Acme",)), Author("Alan Turing", ("King's College",))),
    }


@pytest.mark.parametrize(
    ("heading", "place"),
    [
        ("## ACM Conference on Computer and Communications Security (CCS)", ("CCS", None)),
        ("## ASPLOS (April)", ("ASPLOS", None)),
        ("## MSST16", ("MSST", 2016)),
        ("# 2022\n\n## CVPR", ("CVPR", 2022)),
        ("---\ntitle: Papers of interest in SIGCOMM 23\n---\n", ("SIGCOMM", 2023)),
        ("- ISCA 2023\n", ("ISCA", 2023)),
        ("# osdi2020", ("OSDI", 2020)),
        ("# sosp1999", ("SOSP", 1999)),
        ("# nsdi-21", ("NSDI", 2021)),
        ("## 26th USENIX Security Symposium 2017: Vancouver, BC, Canada", ("USENIX Security", 2017)),
        (f"## [Eurocrypt 2022]({URL})", ("EUROCRYPT", 2022)),
        ("## Fast 2020", (None, None)),
        ("# looms2020", (None, None)),
        ("# fast 20", (None, None)),
    ],
)
def test_a_venue_above_papers_is_theirs(heading: str, place: tuple[str | None, int | None]) -> None:
    indent = "  " if heading.startswith("-") else ""
    (draft,) = papers(f"{heading}\n\n{indent}- **{TITLE}**")
    assert (draft.title, draft.venue, draft.year) == (TITLE, *place)


@pytest.mark.parametrize(
    "text",
    [
        f"# Papers\n\n**Title**: [{TITLE}]({URL}) <br>\n**Journal/Conference**: ICML <br>\n**Author**: Ada Lovelace",
        f"# Proofs\n\n**Title:**\n\n{TITLE}\n\n**Authors:**\n\nAda Lovelace, Acme Corporation\n\n**Venue:**\n\nICML",
        f"# Day\n\n## {TITLE}\n\n| Key | Value |\n|---|---|\n| **Authors** | Ada Lovelace |\n| **Venue** | ICML |",
        f"# Papers\n\n## [{TITLE}]({URL})\n\n**Authors:**\n\n- Ada Lovelace (*Acme*)\n\n**Venue:** ICML",
        f"# Day\n\n# {TITLE}\n* Ada Lovelace, Acme Corporation\n\nWhat was said of ICML.\n- a note",
        f"- **{TITLE}**\n  > Engines <br/>\n  > ICML, 2023",
        f"> [{TITLE}]({URL}), by Ada Lovelace. In ICML 2023.",
    ],
)  # fmt: skip
def test_a_paper_may_be_a_record_a_quotation_or_a_section(text: str) -> None:
    (draft,) = papers(text)
    assert draft.title == TITLE
    assert [one.name for one in draft.authors] == ["Ada Lovelace"] or draft.venue == "ICML"


def test_a_quoted_abstract_below_a_heading_is_the_abstract() -> None:
    (draft,) = papers(f"# Day\n\n## [{TITLE}]({URL})\n\n**Authors:** Ada Lovelace\n\n**Abstract:**\n\n> It weaves.\n")
    assert (draft.abstract, draft.authors) == ("It weaves.", (ADA,))


def test_columns_that_go_on_with_papers_are_papers_too() -> None:
    text = "| Date | Papers to present | | |\n|---|---|---|---|\n"
    text += "| 9/2 | [The first paper of all](https://e.org/1) "
    text += "| [ICML'20][The second paper of all](https://e.org/2) | N/A |"
    assert [(draft.title, draft.venue) for draft in papers(text)] == [
        ("The first paper of all", None),
        ("The second paper of all", "ICML"),
    ]


def test_the_day_of_a_meeting_is_not_the_year_of_its_paper() -> None:
    text = f"| Date | Presenter | Venue | Paper |\n|-|-|-|-|\n| 2023.3.8 | Ada | S&P'21 | [{TITLE}]({URL}) |"
    assert said(text, "venue", "year") == {"title": TITLE, "venue": "S&P", "year": 2021}


def test_a_table_in_html_is_a_table() -> None:
    text = f"""<table>
<tr><th>Title</th><th>Venue</th></tr>
<tr><td><a href="{URL}">{TITLE}</a></td><td>ICML 2019</td></tr>
</table>"""
    assert said(text, "venue", "year", "line") == {"title": TITLE, "venue": "ICML", "year": 2019, "line": 3}


def test_paragraphs_of_nothing_but_titles_are_papers() -> None:
    titles = [f"Efficient Engines for {name} Networks" for name in ("Small", "Large", "Dense", "Sparse", "Dynamic")]
    assert [draft.title for draft in papers("# SIGMOD\n\n## 2022\n\n" + "\n\n".join(titles))] == titles


def test_numbered_paragraphs_with_venue_and_year_are_papers() -> None:
    assert said(f"# Papers\n\n1.{TITLE} (asplos2023)", "venue", "year") == {
        "title": TITLE,
        "venue": "ASPLOS",
        "year": 2023,
    }


def test_an_award_behind_a_title_is_a_tag() -> None:
    for award in ("Best Paper Award", "Awarded Best Paper Award!"):
        assert said(f"- [{TITLE} ({award})]({URL})", "tags") == {"title": TITLE, "tags": ("best paper award",)}


@pytest.mark.parametrize(
    ("line", "why"),
    [
        (f"[SOCC 2022]({URL})", "names a venue, not a paper"),
        (f"[SOCC2022 paper list]({URL})", "names a venue, not a paper"),
        (f"[OSDI 2020 accepted papers]({URL})", "names a venue, not a paper"),
        (f"[Fall 2022]({URL})", "is a date"),
        ("**Systems:** OSDI, SOSP, and EuroSys", "names venues, not a paper"),
        (f"[#B01]({URL})", "has no title"),
        ("[Reading List](old/papers-23.md)", "leads to another list"),
    ],
)
def test_what_stands_where_a_title_does_and_is_none_is_told(line: str, why: str) -> None:
    text = f"# Papers\n\n- [{TITLE}]({URL})\n- {line}"
    assert (titles(text), told(text)) == ([TITLE], [why])


def test_accents_that_stand_apart_are_letters_of_a_name() -> None:
    assert said(f"- **{TITLE}**\n  Llui\u0301s Vilanova (UPC), Ada Lovelace (Acme)", "authors")["authors"] == (
        Author("Lluís Vilanova", ("UPC",)),
        Author("Ada Lovelace", ("Acme",)),
    )


def test_a_venue_below_many_papers_is_the_venue_of_each() -> None:
    text = "\n".join(f"- Efficient Engines of Kind {n}\n\t- USENIX Security 2021" for n in range(4))
    assert [(draft.venue, draft.year) for draft in papers(text)] == [("USENIX Security", 2021)] * 4


def test_one_person_below_where_a_paper_appeared_is_who_wrote_it() -> None:
    text = f"- {TITLE}\n  - SOSP 2021\n  - Gurua Saileshwar"
    assert said(text, "authors", "notes") == {"title": TITLE, "authors": (Author("Gurua Saileshwar"),), "notes": ()}


ITALIC = f"*{TITLE}*"
JOURNAL = "Software Quality Journal"


@pytest.mark.parametrize(
    ("line", "authors", "place"),
    [
        (f"Ada Lovelace, Alan Turing {ITALIC}, {JOURNAL}, 2011", ["Ada Lovelace", "Alan Turing"], (JOURNAL, 2011)),
        (f"Ada Lovelace, Alan Turing, {ITALIC} {JOURNAL}, 2011", ["Ada Lovelace", "Alan Turing"], (JOURNAL, 2011)),
        (f"Lovelace A. E, {ITALIC}, {JOURNAL} 2011.", ["Lovelace A. E"], (JOURNAL, 2011)),
        (f"Lovelace, A. E. {ITALIC} {JOURNAL} 25, 358-366, 2011.", ["A. E. Lovelace"], (JOURNAL, 2011)),
        (f"A.E. King How {ITALIC}, Looms for the New Age 2011.", ["A.E. King How"], ("Looms for the New Age", 2011)),
        (f"Ada Lovelace, Alan Turing, {ITALIC}, Electronic Notes in Looms", None, ("Electronic Notes in Looms", None)),
    ],
)
def test_words_in_italics_between_people_and_a_venue_are_the_title(
    line: str, authors: list[str] | None, place: tuple[str, int | None]
) -> None:
    (draft,) = papers(f"# Papers\n\n- {line}\n")
    assert (draft.title, draft.venue, draft.year) == (TITLE, *place)
    assert [one.name for one in draft.authors] == (authors or ["Ada Lovelace", "Alan Turing"])


@pytest.mark.parametrize(
    "line",
    [
        "Looms *Bombyx mori silk* Nature, 2020",
        "Weaving Patterns *Bombyx mori silk threads* of Moths, Nature 2020",
        "Ada Lovelace, Alan Turing *University of London*, 2020",
        "Ada Lovelace, Alan Turing *Software Quality Journal*, 2011",
        f"[{TITLE}]({URL}) Ada Lovelace, Alan Turing *Acme Corporation of Looms*, OSDI 2020",
    ],
)
def test_words_in_italics_are_no_title_where_they_say_something_else(line: str) -> None:
    italic = line.split("*")[1]
    assert italic not in titles(f"# Papers\n\n- {line}\n")


BARE = [
    "Weaving Patterns by Steam at the Mill",
    "Loom: Checked Cards for Every Machine",
    "Understanding Threads: Why Looms Need Their Own Cards,",
    "Where Do You “Weave”? Uncovering Patterns",
    "Pushing Threads Through Looms to the Limit",
]


def test_titles_alone_in_their_paragraphs_below_one_heading_are_papers() -> None:
    prose = "This is what we read. It is long, and says nothing of any loom.\n\n" * 6
    rest = "Hennessy and Babbage Edition Seven, Chapters 2.5 and 9\n\nOn looms:\n\nhttps://e.org/looms\n\n"
    text = f"# Papers\n\n{prose}## Looms\n\n- [{TITLE}]({URL})\n\n## Cards\n\n" + "\n\n".join(BARE) + f"\n\n{rest}"
    found = papers(text)
    assert [(draft.title, draft.topic) for draft in found] == [
        (TITLE, "Looms"),
        *((title.rstrip(","), "Cards") for title in BARE),
    ]


def test_some_of_the_titles_alone_in_their_paragraphs_may_have_an_address_below() -> None:
    addressed = "".join(f"{title}\nhttps://e.org/{n}.pdf\n\n" for n, title in enumerate(BARE[:4]))
    assert titles(f"# Papers\n\n## Cards\n\n{addressed}{BARE[4]}\n") == [title.rstrip(",") for title in BARE]


@pytest.mark.parametrize(
    "lines",
    [
        BARE[:4],
        [*BARE, *(f"We say more of loom {n}, which is a good one." for n in range(4))],
        [f"Professor {name} Turing, University of London" for name in ("Ann", "Bo", "Cy", "Di", "Ed")],
    ],
)
def test_few_titles_prose_and_people_below_a_heading_are_no_papers(lines: list[str]) -> None:
    text = f"# Papers\n\n- [{TITLE}]({URL})\n\n## Cards\n\n" + "\n\n".join(lines) + "\n"
    assert titles(text) == [TITLE]


def test_a_title_in_italics_may_have_an_organisation_in_it() -> None:
    line = "- Ada Lovelace, Alan Turing, *The Google File System*, SOSP 2003\n"
    assert [(draft.title, draft.venue) for draft in papers(line)] == [("The Google File System", "SOSP")]


def test_a_number_right_before_a_link_is_that_of_an_item() -> None:
    page = f"1. [Looms and Cards]({URL}), 2020\n2. [Looms and Bobbins]({URL}b), 2020\n3.[{TITLE}]({URL}c), 2020\n"
    assert [one.title for one in papers(page)] == ["Looms and Cards", "Looms and Bobbins", TITLE]


def test_links_of_pictures_are_no_contents_of_the_page() -> None:
    page = f"# Papers\n\n1. {TITLE}, OSDI 2020\n2. [Looms and Cards]({URL}), [💡]({URL}b), 2021\n"
    assert [one.title for one in papers(page)] == [TITLE, "Looms and Cards"]


@pytest.mark.parametrize("sentence", ["For more looms please follow the weavers", "To add a loom, please kindly read"])
def test_a_sentence_that_asks_the_reader_is_no_title_before_its_link(sentence: str) -> None:
    page = f"# Looms\n\n{sentence} [here]({URL}b)\n\n- [{TITLE}]({URL}), OSDI 2020\n- {sentence} [page]({URL}c)\n"
    assert [one.title for one in papers(page)] == [TITLE]


@pytest.mark.parametrize(
    "title",
    [
        "How We Were Awarded the Best Paper Award",
        "What Makes Looms Win a Best Paper Award",
        "The Price of $5 Looms and $6 Cards",
    ],
)
def test_a_title_is_kept_whole_where_it_is_about_an_award_or_prices(title: str) -> None:
    assert titles(f"- [{title.replace('Looms', '{Loom}s')}]({URL})\n") == [title]


@pytest.mark.parametrize("title", ["Paris and Vienna", "Reagan and Gorbachev"])
def test_two_names_and_a_year_that_are_all_of_an_entry_are_a_title(title: str) -> None:
    assert titles(f"- [{title} 1986]({URL})\n") == [title]
