"""Markdown reading lists -> drafts of papers: what stands before and behind a title."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from markdown_pages import ADA, ALAN, GRACE, TITLE, URL, papers, said, titles

from readtrack.importers.markdown.layout.headings import facts_in
from readtrack.importers.markdown.line.ends import ends_dated
from readtrack.importers.markdown.markup.inline import marked
from readtrack.importers.markdown.said.titles import take_award, tidy
from readtrack.model import Author

ADA_CARD, ALAN_M = Author("Ada Card"), Author("Alan M. Turing")


@pytest.mark.parametrize(
    ("line", "venue", "authors"),
    [
        ("*Ada Lovelace et al.arXiv.*", "arXiv", (ADA,)),
        ("*Ada Lovelace et al. Arxiv.*", "arXiv", (ADA,)),
        ("arxiV, 2018.", "arXiv", ()),
        ("*Ada B. Lovelace (CMU) et al. arXiv.*", "arXiv", (Author("Ada B. Lovelace", ("CMU",)),)),
        ("*Ada Lovelace (AIWaves) et al. arXiv.*", "arXiv", (Author("Ada Lovelace", ("AIWaves",)),)),
        ("*Wei-Ning Lovelace et al. arXiv.*", "arXiv", (Author("Wei-Ning Lovelace"),)),
    ],
)
def test_one_author_with_others_a_workplace_and_a_preprint(line: str, venue: str, authors: tuple[Author, ...]) -> None:
    text = f"# Papers\n\n- [2023/04] **{TITLE}.** {line} [[paper]({URL})]\n"
    assert said(text, "venue", "authors") == {"title": TITLE, "venue": venue, "authors": authors}


def test_stars_that_close_no_bold_are_not_of_the_title() -> None:
    assert said(f"# Papers\n\n- **{TITLE} **(arXiv 2025.11) [[paper]({URL})] on looms\n", "year") == {
        "title": TITLE,
        "year": 2025,
    }


def test_an_initial_ends_no_title() -> None:
    line = f"{TITLE}, K. Turing, Communications of the ACM, Vol. 27, No. 8, August 1984, pp. 761-763."
    assert said(f"# Papers\n\n- {line}\n", "venue", "year", "authors") == {
        "title": TITLE,
        "venue": "Communications of the ACM",
        "year": 1984,
        "authors": (Author("K. Turing"),),
    }


def test_two_words_before_a_colon_are_no_people() -> None:
    assert titles("# Papers\n\n- Traps and Pitfalls: Practical Problems of Looms, A. Lovelace, NDSS, 2003.\n") == [
        "Traps and Pitfalls: Practical Problems of Looms"
    ]


@pytest.mark.parametrize("end", [" - Survey", " - Revisited", " - Ada Lovelace's Way"])
def test_what_else_stands_behind_a_dash_stays_in_the_title(end: str) -> None:
    lines = "".join(f"- [Weaving Pattern {number} by Cards{end}](https://e.org/{number})\n" for number in range(4))
    assert titles(f"# Papers\n\n{lines}") == [f"Weaving Pattern {number} by Cards{end}" for number in range(4)]


@pytest.mark.parametrize(
    "line",
    [
        f"[{TITLE}]({URL})\n  - Ada Lovelace, Alan Turing.:",
        f"[{TITLE}]({URL}). Ada Lovelace, Alan Turing.: What it says",
        f"Ada Lovelace, Alan Turing.: [{TITLE}]({URL})",
        f"Ada Lovelace, Alan Turing.: {TITLE}. CVPR 2020",
        f"**{TITLE}**\n  <br />\n  Authors:Ada Lovelace, Alan Turing\n  [pdf]({URL})",
        f"**{TITLE}** Ada Lovelace, ..., Alan Turing. [[pdf]({URL})]",
        f"**{TITLE}**. Ada Lovelace, ... Alan Turing, arXiv 2023. [[pdf]({URL})]",
    ],
)
def test_a_line_of_authors_ends_and_begins_as_lists_have_it(line: str) -> None:
    assert said(f"# Papers\n\n- {line}\n", "authors") == {"title": TITLE, "authors": (ADA, ALAN)}


@pytest.mark.parametrize("end", ["", ", CVPR 2023"])
def test_all_of_a_long_line_of_authors_are_read(end: str) -> None:
    families = "Smith Jones Brown White Young Lovelace Turing Hopper Babbage Walker".split()
    names = [f"{given} {family}" for family in families for given in ("Ada", "Alan", "Grace", "Mary", "Ed H.")]
    (draft,) = papers(f"# Papers\n\n- **{TITLE}** {', '.join(names)}{end}. [[pdf]({URL})]\n")
    assert [one.name for one in draft.authors] == names
    assert draft.venue == ("CVPR" if end else None)


@pytest.mark.parametrize(
    "line",
    [
        f"{TITLE} CVPR2023 [pdf]({URL})",
        f"[CVPR2023]({URL}) {TITLE}",
        f"{TITLE} [[CVPR2023]({URL})]",
        f"12.09.2023: [{TITLE}]({URL}) CVPR",
        f"12 Sep 2023 - [{TITLE}]({URL}) (CVPR)",
    ],
)
def test_a_venue_glued_to_its_year_and_a_day_are_none_of_the_title(line: str) -> None:
    assert said(f"# Papers\n\n- {line}\n", "venue", "year") == {"title": TITLE, "venue": "CVPR", "year": 2023}


@pytest.mark.parametrize("said_so", ["(Book, 2001)", "(Ada Lovelace, Book, 2001)"])
def test_a_book_in_brackets_is_a_book(said_so: str) -> None:
    assert said(f"# Papers\n\n- {TITLE} {said_so} [pdf]({URL})\n", "type", "venue", "year") == {
        "title": TITLE,
        "type": "book",
        "venue": None,
        "year": 2001,
    }


@pytest.mark.parametrize(
    ("line", "venue", "year"),
    [
        (f"**{TITLE} (WSDM)**\n  - Ada Lovelace, Alan Turing\n  - [[paper]]({URL})", "WSDM", 2020),
        (
            f"**{TITLE} (arXiv)**\n  - [[paper]]({URL})\n  - [[Python Pytorch Reference]](https://e.org/b)",
            "arXiv",
            2020,
        ),
        (f"[{TITLE} - CVPR - 2018]({URL}) [[code](https://e.org/b)]", "CVPR", 2018),
        (f"[{TITLE} - ARXIV - 2018]({URL})", "arXiv", 2018),
        (f"[Loom - {TITLE} - PAMI -2000]({URL})", "PAMI", 2000),
        (f"[[Arxiv]({URL})] {TITLE} [[github](https://e.org/b)]", "arXiv", 2020),
        (
            f"**{TITLE} (IEEE Transactions on Looms 2019)** [[pdf]]({URL})",
            "IEEE Transactions on Looms",
            2019,
        ),
    ],
)
def test_a_venue_at_the_end_of_a_title_or_in_the_first_label_is_one(line: str, venue: str, year: int) -> None:
    assert said(f"# Papers\n\n## 2020\n\n- {line}\n", "venue", "year") == {"title": TITLE, "venue": venue, "year": year}


@pytest.mark.parametrize("title", ["Connected and Automated Vehicles (CAV)", "Weaving with Looms (GPT-2)"])
def test_what_else_stands_in_brackets_at_the_end_of_a_title_stays(title: str) -> None:
    assert titles(f"# Papers\n\n- [{title}]({URL})\n") == [title]


def test_one_author_with_the_name_of_a_company_and_a_stray_brace() -> None:
    assert said(f"# Papers\n\n- **{TITLE}.** *Sun et al. arXiv.* [[pdf]({URL})]\n", "authors")["authors"] == (
        Author("Sun"),
    )
    text = f"# Papers\n\n- **{TITLE} (ICML 2019)**\n  - Ada Lovelace, Alan Turing, and Grace Hopper}}\n"
    assert said(text, "authors")["authors"] == (ADA, ALAN, GRACE)


def test_a_title_that_says_we_is_a_title() -> None:
    title = "We are More than Our Looms: Predicting how Engines Move"
    assert titles(f"# Papers\n\n- [[ICCV2021]({URL})] {title}\n") == [title]


def test_where_the_authors_work_is_no_part_of_a_venue() -> None:
    said_of_it = "IEEE Signal Processing Magazine. Acme Research & Tsinghua University"
    text = f"# Papers\n\n**{TITLE}**\n\n- intro: {said_of_it}\n- arxiv: {URL}\n"
    assert said(text, "venue") == {"title": TITLE, "venue": "IEEE Signal Processing Magazine"}


@pytest.mark.parametrize(
    ("line", "title", "venue", "year", "names"),
    [
        ("Ada Lovelace, Alan Turing:{}. ICDE 2007: 466-475", TITLE, "ICDE", 2007, ["Ada Lovelace", "Alan Turing"]),
        ("Sparsh Lovelacek:{}. IEEE Access 8: 1180-1195 (2020)", TITLE, "IEEE Access", 2020, ["Sparsh Lovelacek"]),
        (
            "Thuan Tan Nguyen, Ban Van Doan:{}. Int. J. Nat. Comput. Res. 8(1): 1-17 (2019)",
            TITLE,
            "Int. J. Nat. Comput. Res.",
            2019,
            ["Thuan Tan Nguyen", "Ban Van Doan"],
        ),
        (
            "M. Tamer Özsu, Ada Lovelace: Joins: Sort vs. Hash. Proc. VLDB Endow. 7(1): 85-96 (2013)",
            "Joins: Sort vs. Hash",
            "Proc. VLDB Endow.",
            2013,
            ["M. Tamer Özsu", "Ada Lovelace"],
        ),
        (
            "Ada Lovelace, Laurie J. Turing:r3d3: Compiled Looms on GPUs. CoRR abs/2203.01079 (2022)",
            "r3d3: Compiled Looms on GPUs",
            "arXiv",
            2022,
            ["Ada Lovelace", "Laurie J. Turing"],
        ),
        (
            "Ada Lovelace, Alan Turing: Fast Looms. Concurr. Comput. Pract. Exp. 31(17) (2019) [pdf](https://e.org/a)",
            "Fast Looms",
            "Concurr. Comput. Pract. Exp.",
            2019,
            ["Ada Lovelace", "Alan Turing"],
        ),
    ],
)
def test_a_line_copied_from_dblp_is_read(line: str, title: str, venue: str, year: int, names: list[str]) -> None:
    (draft,) = papers(f"# Papers\n\n+ {line.format(TITLE)}\n")
    assert (draft.title, draft.venue, draft.year) == (title, venue, year)
    assert [one.name for one in draft.authors] == names


@pytest.mark.parametrize(
    ("line", "venue", "year"),
    [
        (
            f"Information Systems Frontiers 2014, [{TITLE}]({URL})---Notes:[zhihu](https://e.org/n)",
            "Information Systems Frontiers",
            2014,
        ),
        (f"arXiv 2024.9 {TITLE}. [Arxiv]({URL}). How it weaves.", "arXiv", 2024),
        (f"CoRL 2023 Oral, {TITLE}. [Website]({URL}). How it weaves.", "CoRL", 2023),
    ],
)
def test_a_venue_and_year_lead_a_title(line: str, venue: str, year: int) -> None:
    text = f"# Papers\n\n{line}\n\nOSDI 2016, [The Loom of Tomorrow](https://e.org/b)\n"
    draft = papers(text)[0]
    assert (draft.title, draft.venue, draft.year) == (TITLE, venue, year)


def test_a_conference_in_full_with_its_acronym_is_one_behind_in() -> None:
    line = (
        f"Ada Lovelace and Alan Turing. 2020. {TITLE}. In 2020 Int. Wireless Looms and Mobile Weaving (IWLMW). 18-29."
    )
    assert said(f"# Papers\n\n{line}\n", "venue", "year") == {"title": TITLE, "venue": "IWLMW", "year": 2020}


def test_you_are_may_begin_a_title() -> None:
    assert titles(f"# Papers\n\n- [You are what you weave: an evaluation of remote looms]({URL})\n") == [
        "You are what you weave: an evaluation of remote looms"
    ]


@pytest.mark.parametrize(
    ("badge", "venue", "year"),
    [
        ("Conference-LOOMW'25-blue", "LOOMW", 2025),
        ("Venue-Loom%20Letters%202024-blue", "Loom Letters", 2024),
        ("Published_in-CARDS_2023-6c757d", "CARDS", 2023),
        ("Version-LOOM_2024-blue", None, None),
        ("Conference-2025-blue", None, None),
        ("Conference-Under_Review_2024-blue", None, None),
        ("Venue-TBD_2020-blue", None, None),
        ("Submitted_2020-blue", None, None),
        ("Journal-In%20preparation%202024-blue", None, None),
        ("Journal-reading_club-blue", None, None),
    ],
)
def test_half_a_badge_says_that_the_other_is_a_venue_and_year(badge: str, venue: str | None, year: int | None) -> None:
    page = f"# Papers\n\n* **[{TITLE}]({URL})** ![Publish](https://img.shields.io/badge/{badge})\n"
    assert said(page, "venue", "year") == {"title": TITLE, "venue": venue, "year": year}


@pytest.mark.parametrize(
    ("end", "title", "venue", "year"),
    [
        (",OSDI2018", TITLE, "OSDI", 2018),
        (",OSDI 2018", TITLE, "OSDI", 2018),
        (",LoomNet2018", f"{TITLE},LoomNet2018", None, None),
        (",OSDI2018 and Others", f"{TITLE},OSDI2018 and Others", None, None),
    ],
)
def test_a_known_conference_and_its_year_right_behind_a_comma_end_a_title_in_a_link(
    end: str, title: str, venue: str | None, year: int | None
) -> None:
    assert said(f"# Papers\n\n1. [{TITLE}{end}]({URL})\n", "venue", "year") == {
        "title": title,
        "venue": venue,
        "year": year,
    }


@pytest.mark.parametrize(
    ("badge", "year"),
    [
        ("Elsevier25-blue", 2025),
        ("IEEE_2021-blue", 2021),
        ("Other19-blue", 2019),
        ("Loom25-blue", None),
        ("IEEE754-blue", None),
        ("License-ACM25-blue", None),
    ],
)
def test_who_printed_a_paper_is_no_venue_on_a_badge_but_the_year_there_is_that_of_the_paper(
    badge: str, year: int | None
) -> None:
    page = f"# Papers\n\n* [**{TITLE}**]({URL}) [![Paper](https://img.shields.io/badge/{badge})]()\n"
    assert said(page, "venue", "year") == {"title": TITLE, "venue": None, "year": year}


@pytest.mark.parametrize(
    ("line", "title", "venue"),
    [
        (f"[{TITLE} — USENIX OSDI 2008]({URL})", TITLE, "OSDI"),
        (f"[{TITLE} - ACM SIGCOMM 2008]({URL})", TITLE, "SIGCOMM"),
        (f"[{TITLE} — Windows 2008]({URL})", f"{TITLE} — Windows 2008", None),
    ],
)
def test_who_holds_a_known_conference_may_stand_before_it_behind_a_dash(
    line: str, title: str, venue: str | None
) -> None:
    assert said(f"# Papers\n\n- {line}\n", "venue") == {"title": title, "venue": venue}


@pytest.mark.parametrize(
    ("tag", "behind", "venue", "year"),
    [
        ("Nature Review", "Nature Reviews Genetics 2026", "Nature Reviews Genetics", 2026),
        ("Nature Perspective", "Nature 2025", "Nature", 2025),
        ("OSDI", "arXiv 2020", "OSDI", 2020),
    ],
)
def test_where_and_when_behind_a_title_is_more_exact_than_a_name_before_it_that_begins_alike(
    tag: str, behind: str, venue: str, year: int
) -> None:
    page = f"# Papers\n\n- **[{tag}]** {TITLE} (**{behind}**) [[paper]({URL})]\n"
    assert said(page, "venue", "year") == {"title": TITLE, "venue": venue, "year": year}


def test_a_badge_with_a_shortened_year_is_a_venue() -> None:
    badge = "![Static Badge](https://img.shields.io/badge/ICLR'23-6c757d)"
    assert said(f"# Papers\n\n* **[{TITLE}]({URL})** {badge}\n", "venue", "year")["venue"] == "ICLR"
    assert said(f"# Papers\n\n* **[{TITLE}]({URL})** {badge}\n", "year") == {"title": TITLE, "year": 2023}


@pytest.mark.parametrize(
    "line", ["*[Ada Lovelace], Alan Turing, et al*", f"*[Ada Lovelace], [Alan Turing]*\n\n[Ada Lovelace]: {URL}\n"]
)
def test_authors_in_brackets_are_authors(line: str) -> None:
    assert said(f"# Papers\n\n- 2019 - WSDM - [{TITLE}]({URL})\n  - {line}\n", "authors")["authors"] == (ADA, ALAN)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (f"[CVPR25Highlight] [{TITLE}]({URL})", {"venue": "CVPR", "year": 2025}),
        (f"[{TITLE}. 2024]({URL}) It weaves.", {"year": 2024}),
        (
            f"[{TITLE}]({URL}): it weaves, whatever it reads | [BibTex](): lovelace2020 | Lovelace et al, *Looms* 2020",
            {"authors": (Author("Lovelace"),), "venue": "Looms", "year": 2020},
        ),
        (f"[{TITLE}]({URL}): it weaves | Lovelace et al, *Looms (TrustLoom)* 2020", {"venue": "Looms (TrustLoom)"}),
        (f"[{TITLE}]({URL}): it weaves | Lovelace et al, 2021.9", {"authors": (Author("Lovelace"),), "year": 2021}),
    ],
)
def test_what_is_said_at_either_end_of_a_line(line: str, expected: dict[str, Any]) -> None:
    assert said(f"# Papers\n\n- {line}\n", *expected) == {"title": TITLE, **expected}


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            f"**Lovelace, A. M., Turing, A., et al. (2006).** {TITLE}. *Ergonomics*, 49(12-13), 1288. [[a]]({URL})",
            {"authors": (Author("A. M. Lovelace"), Author("A. Turing")), "venue": "Ergonomics", "year": 2006},
        ),
        (
            f"**Lovelace, A., & Turing, A. (2025).** {TITLE}? *arXiv preprint arXiv:2504.05259*. [[link]]({URL})",
            {"authors": (Author("A. Lovelace"), Author("A. Turing")), "venue": "arXiv", "year": 2025},
        ),
        (
            f"**Ada Lovelace, Alan Turing (2025).** {TITLE}. Acme. [[link]]({URL})",
            {"authors": (ADA, ALAN), "year": 2025},
        ),
        (f"<[{TITLE}]({URL})> by Ada Lovelace and Alan Turing, 2011.", {"authors": (ADA, ALAN), "year": 2011}),
        (
            f"**[UCB]** <[{TITLE}]({URL})>by Lovelace, Ada and Turing, Alan, 2018",
            {"authors": (ADA, ALAN), "year": 2018},
        ),
        (f"{TITLE} (TKDE 2026) [GitHub Lint]({URL})", {"venue": "TKDE", "year": 2026}),
        (f"**{TITLE}.** arvix, 2022. [paper]({URL})", {"venue": "arXiv", "year": 2022}),
    ],
)
def test_authors_and_year_in_bold_or_behind_a_title_in_brackets(line: str, expected: dict[str, Any]) -> None:
    found = said(f"# Papers\n\n- {line}\n", *expected)
    assert found == {"title": TITLE if "?" not in line else f"{TITLE}?", **expected}


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (f"[Lovelace1843] {TITLE} in *CIKM*, 2024. [pdf]({URL})", {"venue": "CIKM", "year": 2024}),
        (f"[SIGMOD2019] {TITLE} [pdf]({URL})", {"venue": "SIGMOD", "year": 2019}),
        (f"{TITLE} in *Loom Letters*, 2024. [pdf]({URL})", {"venue": "Loom Letters", "year": 2024}),
        (f"Card, Ada and Turing, Alan M. (1843). {TITLE}. *Mind*, 3.", {"authors": (ADA_CARD, ALAN_M)}),
        (f"[Lovelace 1843 : {TITLE}]({URL})", {"authors": (Author("Lovelace"),), "year": 1843}),
        (f"[Card, Pearl 1843 : {TITLE}]({URL})", {"authors": (Author("Card"), Author("Pearl")), "year": 1843}),
        (f"[Ada Lovelace : {TITLE}]({URL})", {"authors": (ADA,), "year": None}),
        (f"[Lovelace & Turing. “{TITLE}.” LREC. 2012.]({URL})", {"venue": "LREC", "year": 2012}),
        (f"*{TITLE}* by Ada Lovelace", {"authors": (ADA,)}),
        (f"**Loom** **[Acme]** {TITLE} · Weaving / Cards [[paper]({URL})]", {"name": "Loom", "tags": ("Acme",)}),
    ],
)  # fmt: skip
def test_who_when_and_where_around_a_title_are_no_words_of_it(line: str, expected: dict[str, Any]) -> None:
    assert said(f"# Papers\n\n## Looms\n\n- {line}\n", *expected) == {"title": TITLE, **expected}


@pytest.mark.parametrize(
    "title", ["Spark: Cluster Computing", "Why Threads : A Study of Looms", "Ada: A Language of Looms"]
)
def test_a_colon_behind_anything_but_people_is_one_of_the_title(title: str) -> None:
    assert said(f"- [{title}]({URL})") == {"title": title}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("- On Numbers (sating, by Ada Lovelace, " + "tags,notes,links,a " * 40 + "\n", 0),
        ("- On Numbers" + " " * 15_000 + "of looms [pdf](https://example.org/a)\n", 1),
        ("- On Numbers of looms" + "\u00a0" * 15_000 + "[pdf](https://example.org/a)\n", 1),
        ("- [On Numbers](https://example.org/a) [" + "[pdf](https://example.org/b) " * 60 + "\n", 1),
    ],
)
def test_brackets_that_do_not_close_and_rows_of_blanks_are_read_in_no_time(text: str, found: int) -> None:
    assert len(papers(text)) == found


@pytest.mark.parametrize(
    "title",
    [
        "FAST 10 Gigabit Networking for Servers",
        "SIGMOD 50 Years of Database Research",
        "NIPS 2016 Tutorials, Long Beach",
        "ICLR 2016 Videos, San Juan",
        "SAT 2020 Solver Competition Results",
        "ICLR 2018 Reproducibility Challenge Report",
    ],
)
def test_a_conference_that_a_title_speaks_of_stays_in_it(title: str) -> None:
    assert titles(f"# Papers\n\n- {title} [pdf]({URL})\n- [{title}]({URL}b)\n") == [title, title]


@pytest.mark.parametrize("before", ["FAST'10 ", "FAST 2010 ", "FAST10 ", "2010-FAST-", "FAST 2010 - "])
def test_a_conference_and_its_year_before_a_title_are_none_of_its_words(before: str) -> None:
    (draft,) = papers(f"# Papers\n\n- {before}{TITLE} [pdf]({URL})\n")
    assert (draft.title, draft.venue, draft.year) == (TITLE, "FAST", 2010)


def test_a_name_and_year_before_a_colon_are_of_the_title_where_the_year_stands_again_behind_it() -> None:
    title = "VoxLOOM 2019: The First Loom Recognition Challenge"
    text = f"# Papers\n\n- **{title}**(2019), Ada Lovelace et al. [[pdf]]({URL})\n"
    assert said(text, "venue", "year") == {"title": title, "venue": None, "year": 2019}
    known = f"# Papers\n\n- **CVPR 2019: {TITLE}**(2019), Ada Lovelace et al. [[pdf]]({URL})\n"
    assert said(known, "venue", "year") == {"title": TITLE, "venue": "CVPR", "year": 2019}


@pytest.mark.parametrize(
    ("line", "notes"),
    [
        (f"- [{TITLE} (解析引擎笔记)]({URL})", ["解析引擎笔记"]),
        (f"- {TITLE}（解析引擎笔记） [[pdf]]({URL})", ["解析引擎笔记"]),
        (f"- **{TITLE} (Babbage: 해석 기관에 대한 노트)**, OSDI 2020", ["Babbage: 해석 기관에 대한 노트"]),
    ],
)
def test_a_title_told_again_in_another_script_is_a_note(line: str, notes: list[str]) -> None:
    (paper,) = papers(f"# Papers\n\n{line}\n")
    assert (paper.title, [note.body for note in paper.notes]) == (TITLE, notes)


@pytest.mark.parametrize("title", ["解析引擎笔记 (机器之书)", "Notes on Looms (Writing 織 in Threads)", "Looms (織機)"])
def test_brackets_in_the_script_of_a_title_or_with_more_words_of_it_stay(title: str) -> None:
    assert titles(f"# Papers\n\n- [{title}]({URL})\n") == [title]


SIGNS = [
    "A",
    "\u00a0",
    "&nbsp;",
    "\u00a0 ",
    "(",
    "[ ",
    "([",
    ", ",
    "→ ",
    " - ",
    "[a](#a) ",
    "(a) ",
    "`a` ",
    "Best Paper ",
]


@pytest.mark.parametrize("sign", SIGNS)
@pytest.mark.parametrize(("before", "after"), [("- ", ""), ("# ", " x"), (f"- [{TITLE}]({URL}) ", " x")])
def test_whatever_a_line_repeats_to_its_greatest_length_is_read(sign: str, before: str, after: str) -> None:
    page = f"{before}{sign * ((19_900 - len(before)) // len(sign))}{after}\n- [On Numbers]({URL}/numbers)\n"
    assert titles(page)[-1] == "On Numbers"


@pytest.mark.parametrize("ends", [ends_dated, take_award, tidy, facts_in])
@pytest.mark.parametrize("sign", SIGNS)
def test_whatever_a_title_repeats_has_one_end(sign: str, ends: Callable[[str], object]) -> None:
    assert ends(f"Notes {sign * (19_900 // len(sign))}x")


@pytest.mark.parametrize("sign", [". ", "→ ", "&nbsp;", "(["])
def test_signs_that_come_again_and_again_are_kept_as_three(sign: str) -> None:
    assert len(marked(f"On Numbers {sign * 1000}of looms", {}).text) < 60


@pytest.mark.parametrize(
    ("label", "venue"),
    [
        ("VLSI'20", "VLSI"),
        ("Trans Looms and Cards'20", "Trans Looms and Cards"),
        ("TLO'20", "TLO"),
        ("looms’20", "looms"),
    ],
)
@pytest.mark.parametrize("title", [TITLE, "LoomNet: Notes on Weaving with Many Cards"])
def test_a_link_that_is_a_name_and_a_year_behind_a_title_says_where_and_when(
    label: str, venue: str, title: str
) -> None:
    for page in (f"# Papers\n\n- {title} [{label}]({URL})\n", f"# Papers\n\n{title} [{label}]({URL})\n"):
        assert said(page, "venue", "year") == {"title": title, "venue": venue, "year": 2020}


@pytest.mark.parametrize(
    "label",
    [
        "slides'20",
        "talk video '20",
        "journal version 2020",
        "my notes 2020",
        "Lecture notes 2020",
    ],
)
def test_a_label_and_a_year_say_nothing_of_where(label: str) -> None:
    assert said(f"# Papers\n\n- {TITLE} [{label}]({URL})\n", "venue") == {"title": TITLE, "venue": None}


@pytest.mark.parametrize("label", ["Talk in Turin 2020", "good looms 2020", "Alan Turing 2020"])
def test_a_talk_a_remark_and_a_person_before_a_year_in_a_link_are_no_place(label: str) -> None:
    assert all(draft.venue is None for draft in papers(f"# Papers\n\n- [{TITLE}]({URL}) [{label}]({URL}b)\n"))


@pytest.mark.parametrize("label", ["Summer of '69", "Back in '99"])
def test_a_label_that_goes_on_to_its_year_says_nothing_of_where_and_when(label: str) -> None:
    assert said(f"# Papers\n\n- {TITLE} [[{label}]({URL})]\n", "venue", "year") == {
        "title": TITLE,
        "venue": None,
        "year": None,
    }


def test_a_university_in_brackets_before_a_link_is_none_of_the_title_but_what_is_short_for_it_stays() -> None:
    assert said(f"# Papers\n\n- {TITLE}: A Tutorial (NJU) [Looms'24]({URL})\n", "venue", "year") == {
        "title": f"{TITLE}: A Tutorial",
        "venue": "Looms",
        "year": 2024,
    }
    whole = "On the Massive Parallel Infrastructure (MPI)"
    assert titles(f"# Papers\n\n- {whole} [Looms'24]({URL})\n") == [whole]


@pytest.mark.parametrize(
    ("end", "venue", "year"),
    [
        ("[Computational Looms and Cards 2023.05]", "Computational Looms and Cards", 2023),
        ("(Computational Looms 2023)", "Computational Looms", 2023),
        ("[CVPR 2022 and WL4CC 2022 (Best Poster)]", "CVPR", 2022),
    ],
)
def test_a_title_that_is_a_heading_ends_before_where_it_appeared_and_what_stands_below_leads_to_it(
    end: str, venue: str, year: int
) -> None:
    below = f"**Authors**: Ada Lovelace, Alan Turing, Grace Hopper\n\n  [📄 Paper]({URL}.pdf)\n"
    text = f"# Looms\n\n## Surveys\n\n### 1. Looms that Weave [CVPR 2021]\n\n{below}\n### 2. {TITLE} {end}\n\n{below}"
    first, draft = papers(text)
    assert (draft.title, draft.venue, draft.year) == (TITLE, venue, year)
    assert [link.url for link in draft.links] == [link.url for link in first.links] == [f"{URL}.pdf"]


def test_two_dashes_stand_before_a_venue_and_links_that_are_none_are_left_out() -> None:
    dashed = f"- {TITLE} -- IEEE Transactions on Looms, 2016, ([paper]({URL}))\n"
    unlinked = "- Cards of Wide Looms, HotCloud 2017, (paper), (slide)\n"
    assert [(one.title, one.venue, one.year) for one in papers(dashed + unlinked)] == [
        (TITLE, "IEEE Transactions on Looms", 2016),
        ("Cards of Wide Looms", "HotCloud", 2017),
    ]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Weft Cuts - Interactive Weft Cuts for Looms - ICCV - 2001", "Interactive Weft Cuts for Looms"),
        ("WEFT - WEFT Looms - ICCV - 2010", "WEFT Looms"),
        ("Weft Cuts - Interactive Looms - ICCV - 2001", "Weft Cuts - Interactive Looms"),
    ],
)
def test_a_short_name_that_the_title_says_again_stands_before_it(text: str, title: str) -> None:
    assert titles(f"# Papers\n\n- [{text}]({URL})\n") == [title]


@pytest.mark.parametrize("who", ["Lovelace and Askew", "Wrenfold et al.", "Wrenfold, Carder & Turing", "Hu and Xu"])
@pytest.mark.parametrize("title", [TITLE, "**LoomNet**: Notes on Looms by Hand Weavers"])
def test_family_names_in_italics_behind_the_last_comma_are_those_who_wrote_it(title: str, who: str) -> None:
    (paper,) = papers(f"- (ICLR 2024) {title}, *{who}*\n")
    assert paper.title == title.replace("*", "")
    assert [one.name for one in paper.authors] == re.findall(r"[A-Z]\w+", who)


@pytest.mark.parametrize("where", ["Plant and Soil", "Crime and Punishment", "Heart, Lung and Circulation"])
def test_words_in_italics_behind_the_last_comma_are_no_people_where_none_of_them_is_known(where: str) -> None:
    for title in (TITLE, f"[{TITLE}]({URL})"):
        assert [one.authors for one in papers(f"- (ICLR 2024) {title}, *{where}*\n")] == [()]


def test_a_preprint_may_have_its_year_before_the_apostrophe() -> None:
    (paper,) = papers(f"- (Preprint 24') {TITLE}, *Wrenfold et al.*\n")
    assert (paper.title, paper.venue, paper.year) == (TITLE, None, 2024)


def test_a_venue_behind_a_preposition_stays_in_its_title_whatever_the_case() -> None:
    assert titles(f"- Weaving at Large: Perspectives From CoRL 2023 [[pdf]({URL})]\n") == [
        "Weaving at Large: Perspectives From CoRL 2023"
    ]


@pytest.mark.parametrize(
    "links",
    ["[논문]({0}), [설명]({0}b), 구현 |", "[논문]({0}), 설명, 구현 |", "[论文]({0}), 代码", "[paper]({0}), code"],
)
def test_what_links_are_called_is_nothing_behind_a_title_where_there_are_none(links: str) -> None:
    (draft,) = papers(f"# Papers\n\n## Looms\n\n- [1] {TITLE} | {links.format(URL)}\n")
    assert (draft.title, draft.notes, draft.links[0].url) == (TITLE, (), URL)


@pytest.mark.parametrize("versus", ["v.", "vs."])
def test_the_stop_between_the_parties_of_a_case_ends_no_title(versus: str) -> None:
    case = f"The Case of State {versus} Looms et al 1980"
    (paper,) = papers(f"- {case}, Harvard Law Review [[pdf]({URL})]\n")
    assert (paper.title, paper.venue, paper.authors) == (case, "Harvard Law Review", ())


@pytest.mark.parametrize("signs", ["📝", " 📝", " 🔥🔥", "🆕 ⭐", " :memo:"])
@pytest.mark.parametrize("form", ["[{}]({})", "**{}** [paper]({})"])
def test_pictures_behind_a_title_inside_of_its_link_or_bold_words_are_none_of_it(form: str, signs: str) -> None:
    assert titles(f"- {form.format(f'Notes on the Looms of Turin{signs}', URL)}\n") == ["Notes on the Looms of Turin"]


def test_a_picture_that_a_title_ends_in_as_a_word_stays() -> None:
    assert titles(f"- [All Weavers Need Is 🧵]({URL})\n") == ["All Weavers Need Is 🧵"]


def test_a_tick_inside_of_a_link_says_that_it_was_read() -> None:
    (paper,) = papers(f"- [Notes on the Looms of Turin ✅]({URL})\n")
    assert [reading.status for reading in paper.readings] == ["read"]


@pytest.mark.parametrize("said", ["(Neurips-20)", "(neurips-20)", "(NeurIPS-20)", " (Sigmod-20)"])
def test_a_conference_and_its_year_are_known_in_any_case_with_a_dash_between(said: str) -> None:
    (paper,) = papers(f"- Notes on the Looms of Turin{said} [[link]({URL})]\n")
    assert (paper.title, paper.year) == ("Notes on the Looms of Turin", 2020)
    assert paper.venue in ("NeurIPS", "SIGMOD")


@pytest.mark.parametrize(
    "label", ["Author", "Authors", "Researchers involved", "First author", "Auteurs", "著者", "作者"]
)
def test_those_behind_a_label_on_the_next_line_wrote_it(label: str) -> None:
    (paper,) = papers(f"- [{TITLE}]({URL}) <br>\n  {label}: [Ada Lovelace]({URL}2) and [Alan Turing]({URL}3)\n")
    assert [one.name for one in paper.authors] == ["Ada Lovelace", "Alan Turing"]


@pytest.mark.parametrize("more", ["many authors", "12 more authors", "others", "8 others", "many others", "coauthors"])
def test_that_there_are_more_authors_is_none_of_them(more: str) -> None:
    (paper,) = papers(f"- **{TITLE}**\n\n  *Ada Lovelace, Alan M. Turing and {more}.* OSDI, 2020. [[pdf]({URL})]\n")
    assert [one.name for one in paper.authors] == ["Ada Lovelace", "Alan M. Turing"]


def test_a_title_in_bold_that_is_broken_and_goes_on_in_bold_is_one() -> None:
    assert titles(f"1. **Notes on the Weaving of Cards**\n   **on looms of Turin** [paper]({URL})\n") == [
        "Notes on the Weaving of Cards on looms of Turin"
    ]


def test_the_numbers_of_a_journal_end_no_title_that_its_name_stands_in() -> None:
    line = f"- {TITLE}. Angelaki: Looms of Turin, 11, no. 1 (2006): 89-97 [[pdf]]({URL})\n"
    assert said(f"# Papers\n\n{line}", "year") == {"title": TITLE, "year": 2006}


@pytest.mark.parametrize(
    "title",
    [
        "Notes on the Analytical  Engine and How the Looms of Old Weave Cards",
        "On Intra- and  Inter-looms of those who know it",
    ],
)
def test_two_blanks_inside_of_a_title_do_not_end_it(title: str) -> None:
    whole = " ".join(title.split())
    assert titles(f"# Papers\n\n- {title} [pdf]({URL})\n") == [whole]
    assert titles(f"# Papers\n\n| Rank | Paper |\n|---|---|\n| 1 | {title} |\n") == [whole]


def test_two_blanks_set_a_sentence_apart_from_a_title() -> None:
    line = f"{TITLE}  Shows how the looms may be made to weave by themselves"
    assert titles(f"# Papers\n\n- {line} [pdf]({URL})\n") == [TITLE]


@pytest.mark.parametrize(
    "behind",
    [
        "Ada Lovelace, Alan Turing, Grace Hopper, Edsger Dijkstra",
        "Proceedings of the International Conference on Machine Learning",
        "Stanford University, Google Research and Facebook AI Research",
        "Introduces LOOM, RoLOOM, XLoom and WeftLOOM to Cards",
    ],
)
def test_two_blanks_set_apart_who_where_and_what_though_those_have_capitals(behind: str) -> None:
    assert titles(f"# Papers\n\n- {TITLE}  {behind} [pdf]({URL})\n") == [TITLE]


def test_what_a_title_may_also_be_called_in_brackets_is_a_part_of_it_where_it_has_its_capitals() -> None:
    assert titles(f"# Papers\n\n- [Wide Looms Need Better Cards (or Much More Cloth)]({URL})\n") == [
        "Wide Looms Need Better Cards (or Much More Cloth)"
    ]
