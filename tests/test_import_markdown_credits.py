"""Markdown reading lists -> drafts of papers: who wrote them, where and when they appeared, as citations have it."""

from __future__ import annotations

import pytest
from markdown_pages import ADA, ALAN, GRACE, TITLE, URL, papers, said

from readtrack.model import Author


@pytest.mark.parametrize("key", ["LTH21", "LT+21", "Lovelace21", "LTH21b", "L21"])
@pytest.mark.parametrize(
    ("place", "venue"), [("CCS 2020", "CCS"), ("CCS'20", "CCS"), ("GI 2020", "GI"), ("EUROCRYPT 2020", "EUROCRYPT")]
)
def test_the_key_of_a_citation_behind_its_link_is_neither_venue_nor_title(key: str, place: str, venue: str) -> None:
    page = f"- {TITLE}  \n  *Ada Lovelace, Alan Turing*  \n  {place}, [eprint]({URL}), {key}\n"
    expected = {"title": TITLE, "venue": venue, "year": 2020, "authors": (ADA, ALAN)}
    assert said(page, "venue", "year", "authors") == expected


def test_one_author_in_italics_above_an_unknown_venue_is_no_venue() -> None:
    page = f"- {TITLE}  \n  *Ada Lovelace*  \n  GI 2014, [eprint]({URL})\n"
    expected = {"title": TITLE, "venue": "GI", "year": 2014, "authors": (ADA,)}
    assert said(page, "venue", "year", "authors") == expected


@pytest.mark.parametrize(
    ("place", "venue"),
    [
        ("*Magnetic resonance in medicine* 79.6 (2018): 3055-3071.", "Magnetic resonance in medicine"),
        ("*The Annals of Applied Statistics* 13.3 (2018): 1884-1926.", "The Annals of Applied Statistics"),
        ("*Proceedings of the IEEE* 107.1 (2018): 90-107", "Proceedings of the IEEE"),
        (
            "*Foundations and Trends® in Machine learning* 3.1 (2018): 1-122.",
            "Foundations and Trends® in Machine learning",
        ),
        ("Journal of Looms 20.73 (2018): 1-46", "Journal of Looms"),
        ("Available at SSRN 3287769 (2018).", "SSRN"),
    ],
)
def test_a_journal_behind_a_quoted_title_in_a_link_is_read_without_its_numbers(place: str, venue: str) -> None:
    page = f'- Lovelace, Ada, et al. [**"{TITLE}."**]({URL}) {place}\n'
    assert said(page, "venue", "year", "authors") == {"title": TITLE, "venue": venue, "year": 2018, "authors": (ADA,)}


@pytest.mark.parametrize(
    ("people", "authors"),
    [
        ("Lovelace, Ada, et al.", (ADA,)),
        ("Lovelace, Ada, and Alan Turing.", (ADA, ALAN)),
        ("Lovelace, Ada, Alan Turing, and Grace Hopper.", (ADA, ALAN, GRACE)),
    ],
)
@pytest.mark.parametrize("nickname", ["(**LoomNet**) ", "(**Wide Loom**)"])
def test_authors_are_read_behind_what_the_paper_is_called_for_short(
    nickname: str, people: str, authors: tuple[Author, ...]
) -> None:
    page = f'- {nickname}{people} "**{TITLE}**." (**2016**). [[arXiv:1512.03385]]({URL})\n'
    expected = {"title": TITLE, "name": nickname.strip("()* "), "year": 2016, "authors": authors}
    assert said(page, "name", "year", "authors") == expected


@pytest.mark.parametrize(
    ("people", "names"),
    [
        ("Saurabh Arora, Prashant Doshi, 2019", ["Saurabh Arora", "Prashant Doshi"]),
        ("Yueh-Hua Wu, Peter J. Ramadge, Hao Su, 2019", ["Yueh-Hua Wu", "Peter J. Ramadge", "Hao Su"]),
        (
            "Dylan Bell, Stuart J. Russell and Anca Dragan, NIPS 2019",
            ["Dylan Bell", "Stuart J. Russell", "Anca Dragan"],
        ),
        ("Geoffrey J. Gordon, J. Andrew Bagnell, 2019", ["Geoffrey J. Gordon", "J. Andrew Bagnell"]),
        (
            "Brian D. Bell, J.Andrew Bagnell, and Anind K. Dey, 2019",
            ["Brian D. Bell", "J.Andrew Bagnell", "Anind K. Dey"],
        ),
        ("Peter J. Ramadge, 2019", ["Peter J. Ramadge"]),
    ],
)
def test_the_initial_of_an_author_stands_for_no_journal(people: str, names: list[str]) -> None:
    expected = {"title": TITLE, "year": 2019, "authors": tuple(map(Author, names))}
    assert said(f"* <[{TITLE}]({URL})> by {people}.\n", "year", "authors") == expected


def test_an_abbreviated_journal_is_one_still() -> None:
    line = f"- [{TITLE}]({URL}). Ada Lovelace, Alan Turing. SIAM J. Comput., 2019"
    assert said(line, "venue", "authors") == {"title": TITLE, "venue": "SIAM J. Comput.", "authors": (ADA, ALAN)}


@pytest.mark.parametrize(
    ("people", "names"),
    [
        ("Roh, Junha and Desingh, Karthik and Fox, Dieter", ["Junha Roh", "Karthik Desingh", "Dieter Fox"]),
        ("Yuan, Wenzhen and Adelson, Edward H.", ["Wenzhen Yuan", "Edward H Adelson"]),
        ("Zhengyi Luo, Jinkun Cao, Weipeng Xu", ["Zhengyi Luo", "Jinkun Cao", "Weipeng Xu"]),
        ("Xin Eric Wang, , Wenhan Xiong, William Yang Wang.", ["Xin Eric Wang", "Wenhan Xiong", "William Yang Wang"]),
    ],
)
def test_authors_are_read_in_the_line_below_venue_and_year(people: str, names: list[str]) -> None:
    page = f"* **{TITLE}**, CVPR, 2021   \n{people}   \n[[page]({URL})]\n"
    expected = {"title": TITLE, "venue": "CVPR", "year": 2021, "authors": tuple(map(Author, names))}
    assert said(page, "venue", "year", "authors") == expected


@pytest.mark.parametrize(
    ("people", "names"),
    [
        ("A. Ekwe, G. Fort and H. -T. Wai,", ["A. Ekwe", "G. Fort", "H. -T. Wai"]),
        ("Shan, Tie-Jun, and Kailath, T.,", ["Tie-Jun Shan", "T. Kailath"]),
        ("Chaslot, Guillaume MJ-B.", ["Guillaume MJ-B Chaslot"]),
        ("Karagiannis, Georgios, and Christophe Andrieu.", ["Georgios Karagiannis", "Christophe Andrieu"]),
    ],
)
def test_authors_of_a_citation_are_read_however_unusual_their_names(people: str, names: list[str]) -> None:
    page = f'- {people} **"{TITLE},"** in *IEEE Transactions on Looms*, vol. 71, 2019.\n'
    expected = {"title": TITLE, "venue": "IEEE Transactions on Looms", "authors": tuple(map(Author, names))}
    assert said(page, "venue", "authors") == expected


@pytest.mark.parametrize(
    ("below", "authors"),
    [
        ("Author: Ada Lovelace, Alan Turing", (ADA, ALAN)),
        ("Author: Ada Lovelace | Alan Turing | Grace Hopper", (ADA, ALAN, GRACE)),
        ("Ada Lovelace, Alan Turing and Grace Hopper", (ADA, ALAN, GRACE)),
    ],
)
def test_a_heading_in_a_quotation_is_a_paper_above_who_wrote_it(below: str, authors: tuple[Author, ...]) -> None:
    page = f"## 2020\n\n>#### AAAI 2020: [{TITLE}](./paper/a.pdf)  \n>> {below}\n>> Score: 43.8\n"
    assert said(page, "venue", "year", "authors") == {"title": TITLE, "venue": "AAAI", "year": 2020, "authors": authors}


def test_authors_in_italics_below_a_title_need_only_look_like_names() -> None:
    page = f"1. [{TITLE}]({URL})\n\n   *Sohaib Asaf, Zoubin Gharani*\n\n   `Machine Looms 2021` [[code]]({URL}c)\n"
    authors = (Author("Sohaib Asaf"), Author("Zoubin Gharani"))
    expected = {"title": TITLE, "venue": "Machine Looms", "year": 2021, "authors": authors}
    assert said(page, "venue", "year", "authors") == expected


@pytest.mark.parametrize(
    ("place", "venue"),
    [
        ("International Conference on Machine Learning. (**2016**).", "ICML"),
        ("European Conference on Computer Vision. Springer International Publishing. (**2016**).", "ECCV"),
        ("International Workshop on Looms. Springer, Berlin, Heidelberg, 2016.", "International Workshop on Looms"),
        ("Technologies of Looms. Springer, Cham (**2016**).", "Technologies of Looms"),
        ("Computational Intelligence and Games (CIG), 2016 IEEE Conference on. IEEE, (**2016**).", "CIG"),
        ("[Nature 550.7676](https://e.org/n) (**2016**).", "Nature"),
    ],
)
def test_a_citation_appeared_where_it_says_not_with_its_publisher_or_where_its_link_leads(
    place: str, venue: str
) -> None:
    page = f'- Lovelace, Ada, et al. "**{TITLE}**." {place} [[arXiv:1502.03167]]({URL})\n'
    assert said(page, "venue", "year", "authors") == {"title": TITLE, "venue": venue, "year": 2016, "authors": (ADA,)}


@pytest.mark.parametrize(
    ("place", "venue"),
    [
        ("Behavioral and Loom Sciences 46:e147.", "Behavioral and Loom Sciences"),
        ("npj Loom Action 3:1–8.", "npj Loom Action"),
        ("Nat Hum Loom:1–10.", "Nat Hum Loom"),
        ("Sustain Sci.", "Sustain Sci"),
        ("Annual Looms 44(2):12.", "Annual Looms"),
        ("Seminal.", None),
        ("A must read for us.", None),
    ],
)
def test_a_journal_stands_behind_authors_year_and_title(place: str, venue: str | None) -> None:
    page = f"## Looms\n\n- Lovelace A, Turing AM, Hopper G (2023) {TITLE}. {place}\n"
    assert said(page, "venue", "year") == {"title": TITLE, "venue": venue, "year": 2023}


def test_two_family_names_are_two_people_on_a_page_that_has_no_given_names() -> None:
    rest = "".join(
        f"Lovelace, Turing, {name}: [{name} on Engines and Looms]({URL}{name}). POPL'16\n\n"
        for name in ("Mohta", "Batra", "Gulwani")
    )
    assert papers(f"Turing, Hopper: [{TITLE}]({URL}). ICFP'15\n\n{rest}")[0].authors == (
        Author("Turing"),
        Author("Hopper"),
    )
    assert papers(f"Turing, Alan: [{TITLE}]({URL}). ICFP'15\n\n")[0].authors == (ALAN,)


@pytest.mark.parametrize(
    ("behind", "venue", "year"),
    [
        ("CVPR2017 also looks at the looms of others", "CVPR", 2017),
        ("ECCV 2020 leveraging overlooked looms", "ECCV", 2020),
        ("NeurIPS2019 Looms 2.0 is also for weaving", "NeurIPS", 2019),
        ("CVPR 2020 oral", "CVPR", 2020),
        ("ICML 2020 Workshop on Looms", "ICML Workshop on Looms", 2020),
        ("NeurIPS 2020 Deep Loom Workshop", "NeurIPS Deep Loom Workshop", 2020),
        ("IJCAI 2020 Natural Language Processing", "IJCAI", 2020),
        ("`ICLR 2023 Notable-top-5%25`", "ICLR", 2023),
        (f"[[Code is in the series of looms]({URL}c)] AAAI2020", "AAAI", 2020),
        ("Conference on Robot Learning, 2020", "CoRL", 2020),
        ("medRxiv 2020.04.02.20048793, 2020", "medRxiv", 2020),
        ("3DV, 2017", "3DV", 2017),
    ],
)
def test_a_venue_and_its_year_end_where_a_remark_a_track_or_a_number_begins(behind: str, venue: str, year: int) -> None:
    assert said(f"- [{TITLE}]({URL}) {behind}\n", "venue", "year") == {"title": TITLE, "venue": venue, "year": year}


@pytest.mark.parametrize("day", ["2020-11-01", "2020-11", "2020/11/01", "2020.11.01"])
def test_a_day_at_the_end_of_a_title_is_when_it_appeared(day: str) -> None:
    assert said(f"1. **{TITLE} {day}**\n", "year") == {"title": TITLE, "year": 2020}


@pytest.mark.parametrize(
    ("behind", "venue", "authors"),
    [
        (
            ". A. Lovelace, A. Turing. *J. Looms*, 12(3):1-20, 2021.",
            "J. Looms",
            (Author("A. Lovelace"), Author("A. Turing")),
        ),
        (", Phys. Rev. Lett. 125, 1234 (2021)", "Phys. Rev. Lett.", ()),
        (", Ada Lovelace, Alan Turing, Phys. Rev. B 103, 045123 (2021)", "Phys. Rev. B", (ADA, ALAN)),
        (" *Phys. Rev. B* **103**, 045123 (2021)", "Phys. Rev. B", ()),
        (" | ICLR | 2021", "ICLR", ()),
        (" **ICLR 2021** *Ada Lovelace, Alan Turing*", "ICLR", (ADA, ALAN)),
        (" [ICLR 2021, Ada Lovelace et al.]", "ICLR", (ADA,)),
        (" — ICLR 2021 — Ada Lovelace et al.", "ICLR", (ADA,)),
        (", ICLR 2021 (workshop)", "ICLR", ()),
        (", Under review at ICLR 2021", "ICLR", ()),
        (", EMNLP-Findings 2021", "Findings of EMNLP", ()),
        (", 2021, PLoS ONE", "PLoS ONE", ()),
    ],
)
def test_venue_year_and_authors_are_told_apart_behind_a_title(
    behind: str, venue: str, authors: tuple[Author, ...]
) -> None:
    expected = {"title": TITLE, "venue": venue, "year": 2021, "authors": authors}
    assert said(f"- [{TITLE}]({URL}){behind}\n", "venue", "year", "authors") == expected


@pytest.mark.parametrize(
    ("line", "venue", "authors"),
    [
        (f"(Lovelace et al., 2021) {TITLE}. [pdf]({URL})", None, (Author("Lovelace"),)),
        (f"[Lovelace et al., ICLR 2021] {TITLE}. [pdf]({URL})", "ICLR", (Author("Lovelace"),)),
        (f"[{TITLE}]({URL}), Ada Lovelace+, ICLR 2021", "ICLR", (ADA,)),
        (f"[{TITLE}]({URL}), Lovelace+, ICLR 2021", "ICLR", (Author("Lovelace"),)),
        (f"[{TITLE}]({URL}), Disney+, ICLR 2021", "ICLR", ()),
        (f"[{TITLE}]({URL}) [A. Lovelace+, ICLR'21]", "ICLR", (Author("A. Lovelace"),)),
        (f"[{TITLE}]({URL}) `Ada Lovelace, Alan Turing` `ICLR 2021`", "ICLR", (ADA, ALAN)),
    ],
)
def test_who_wrote_a_paper_is_read_in_brackets_before_it_in_backquotes_and_with_a_plus_for_others(
    line: str, venue: str | None, authors: tuple[Author, ...]
) -> None:
    expected = {"title": TITLE, "venue": venue, "year": 2021, "authors": authors}
    assert said(f"# Papers\n\n- {line}\n", "venue", "year", "authors") == expected


def test_the_sentence_that_says_where_a_paper_appeared_is_no_affiliation_of_its_last_author() -> None:
    page = f"- **{TITLE}.** Hwa Lee, Jin Lee, Tae Kim. The 57th Annual Meeting of the Association for Looms (ACL).\n"
    authors = tuple(map(Author, ("Hwa Lee", "Jin Lee", "Tae Kim")))
    assert said(page, "venue", "authors") == {"title": TITLE, "venue": "ACL", "authors": authors}


def test_one_author_in_a_line_above_a_link_that_is_a_venue_is_no_part_of_it() -> None:
    page = f"## Looms\n\n**{TITLE}**  \nVictor Bauer  \n[ACL 2023 Demo]({URL}) • [Code]({URL}c)\n"
    expected = {"title": TITLE, "venue": "ACL", "year": 2023, "authors": (Author("Victor Bauer"),)}
    assert said(page, "venue", "year", "authors") == expected


def test_a_turned_name_of_a_conference_is_read_in_a_citation_that_is_a_link() -> None:
    cited = (
        f'Lovelace, Ada, and Alan Turing. "{TITLE}." Innovations in Looms (IIT), 2013 9th International Conference on.'
    )
    page = f"2. [{cited} IEEE, 2013.]({URL})\n"
    assert said(page, "venue", "year", "authors") == {
        "title": TITLE,
        "venue": "IIT",
        "year": 2013,
        "authors": (ADA, ALAN),
    }


@pytest.mark.parametrize(
    "line",
    [
        f"{TITLE}, Dr. Ada Lovelacek",
        f"Book, {TITLE}, Dr. Ada Lovelacek",
        f"Book: {TITLE}, Prof. Ada Lovelacek",
        f"[{TITLE}]({URL}) by Professor Ada Lovelacek",
        f'Dr. Ada Lovelacek. "{TITLE}". CVPR 2010',
    ],
)
def test_the_title_of_a_person_tells_an_author_and_is_no_part_of_the_name(line: str) -> None:
    assert said(f"# Papers\n\n- {line}\n", "authors") == {"title": TITLE, "authors": (Author("Ada Lovelacek"),)}


@pytest.mark.parametrize(
    ("people", "names"),
    [
        ("by *Loomwright, Robert M.*", ["Robert M. Loomwright"]),
        ("by * Ada   Lovelace *", ["Ada Lovelace"]),
        (
            "by *Weftson, Ottokar, Bobbin, Wil and Cardsley, Jacqua *",
            ["Ottokar Weftson", "Wil Bobbin", "Jacqua Cardsley"],
        ),
        ("by *Weftson, Ottokar, Bobbin, Wil Jo and others*", ["Ottokar Weftson", "Wil Jo Bobbin"]),
        (
            "by *Weftson, O.~P., Bobbin, W., Cardsley, J. and Mill, Y.*",
            ["O. P. Weftson", "W. Bobbin", "J. Cardsley", "Y. Mill"],
        ),
    ],
)
def test_authors_in_italics_behind_by_may_stand_family_name_first(people: str, names: list[str]) -> None:
    told = said(f"- [**{TITLE}**]({URL}) , (1999) {people} [[bib]](/a/b.bib)\n", "venue", "year", "authors")
    assert told == {"title": TITLE, "venue": None, "year": 1999, "authors": tuple(map(Author, names))}


@pytest.mark.parametrize(
    ("people", "names"),
    [
        ("by Ottokar Weftson and Jacqua Cardsley. 2018", ["Ottokar Weftson", "Jacqua Cardsley"]),
        ("by O.Weftson and Jacqua Cardsley. 2018", ["O.Weftson", "Jacqua Cardsley"]),
        ("by Ottokar Weftson and Jacqua Cardsley.2018", ["Ottokar Weftson", "Jacqua Cardsley"]),
        ("by Ottokar Weftson etc. 2018", ["Ottokar Weftson"]),
        ("by Ottokar Weftson, etc. 2018", ["Ottokar Weftson"]),
        ("by Acme AI Research. 2018", []),
        ("by Ada's group. 2018", []),
    ],
)
def test_authors_behind_by_and_a_link_need_only_look_like_names(people: str, names: list[str]) -> None:
    told = said(f"- {TITLE} [[paper]]({URL}) {people}  \n", "venue", "year", "authors")
    assert told == {"title": TITLE, "venue": None, "year": 2018, "authors": tuple(map(Author, names))}


def test_authors_behind_by_may_be_initials_alone_which_stand_for_no_journal() -> None:
    told = said(f"- {TITLE} [[paper]]({URL}) by O.W, J.C, J.L, W.E.B  \n", "venue", "authors")
    assert told == {"title": TITLE, "venue": None, "authors": tuple(map(Author, ("O.W", "J.C", "J.L", "W.E.B")))}


@pytest.mark.parametrize(
    ("line", "authors", "year"),
    [
        (f"[{TITLE}]({URL}) by __Ada Lovelace__. (1843?)", (ADA,), 1843),
        (f"[{TITLE}]({URL}) (AK Lovelace, C Babbage 1843)", (Author("AK Lovelace"), Author("C Babbage")), 1843),
        (f"[{TITLE}]({URL}) by __Ada van Weft__ (👀), __Alan Turing__.", (Author("Ada van Weft"), ALAN), None),
        (f"[{TITLE}] by __Ada Lovelace__.", (ADA,), None),
        (f"[{TITLE}] by Ada Lovelace and Alan Turing", (ADA, ALAN), None),
        (f"[{TITLE}]({TITLE}). Ada Lovelace and Alan Turing, 1843", (ADA, ALAN), 1843),
    ],
)
def test_who_wrote_a_title_and_when_is_read_behind_it(line: str, authors: tuple[Author, ...], year: int | None) -> None:
    (draft,) = (one for one in papers(f"# Papers\n\n- [Cards of Looms]({URL}b)\n- {line}\n") if one.line == 4)
    assert (draft.title, draft.authors, draft.year) == (TITLE, authors, year)


def test_a_company_with_its_form_before_a_venue_is_where_the_last_of_the_authors_works() -> None:
    page = f"# Papers\n\n- [{TITLE}]({URL}). Ada Lovelace, UC Berkeley; Alan Turing, Loomworks Inc. ATC'18\n"
    assert said(page, "venue", "authors") == {
        "title": TITLE,
        "venue": "ATC",
        "authors": (Author("Ada Lovelace", ("UC Berkeley",)), Author("Alan Turing", ("Loomworks Inc.",))),
    }


def test_a_department_is_no_venue() -> None:
    lines = "Computer\n  Science and Department of Looms, Institute of Technology; Alan Turing, Princeton. ATC'18"
    page = f"# Papers\n\n- [{TITLE}]({URL}). Ada Lovelace, Department of {lines}\n"
    assert said(page, "venue", "year") == {"title": TITLE, "venue": "ATC", "year": 2018}


def test_a_department_whose_name_is_cut_short_is_where_an_author_works() -> None:
    page = f"# Papers\n\n- [{TITLE}]({URL}). Ada Lovelace, Dept. of Computer Science, MIT; Alan Turing, Yale. OSDI'18\n"
    assert said(page, "venue", "year") == {"title": TITLE, "venue": "OSDI", "year": 2018}


def test_a_remark_in_quotation_marks_keeps_both() -> None:
    (draft,) = papers(f'# Papers\n\n- [{TITLE}]({URL}) (DP Lovelace 1843) _"The paper on looms"_\n')
    assert [note.body for note in draft.notes] == ['"The paper on looms"']


def test_what_stands_behind_a_dash_at_the_end_of_a_line_is_a_note_without_it() -> None:
    page = f"# Papers\n\n1. Ada Lovelace, Alan Turing, **{TITLE}.** [[Paper]({URL})] - Weftina\n"
    (draft,) = papers(page)
    assert [note.body for note in draft.notes] == ["Weftina"]


def test_teams_and_organisations_stand_where_most_titles_have_their_authors_in_italics_below() -> None:
    people = ("Ada Lovelace, Alan Turing",) * 4 + (
        "Loom3 Team",
        "Ada Lovelace and Weaving Lab",
        "Weft University & Loom Labs",
    )
    page = "".join(f"- **{TITLE} {n}**  \n  *{who}*. [[pdf]({URL}{n})], 2025.10.\n" for n, who in enumerate(people))
    assert [[one.name for one in draft.authors] for draft in papers(page)[4:]] == [
        ["Loom3 Team"],
        ["Ada Lovelace", "Weaving Lab"],
        ["Weft University", "Loom Labs"],
    ]


def test_an_accent_of_latex_in_a_name_is_read_though_its_backslash_is_markdowns() -> None:
    (draft,) = papers(f"- **{TITLE}**, OSDI, 2011\n  Lovelace, Ad{{\\'a}} and Turing, Alan\n")
    assert [one.name for one in draft.authors] == ["Adá Lovelace", "Alan Turing"]


@pytest.mark.parametrize(
    ("line", "title", "venue", "year"),
    [
        (
            "Wendy Kit and Yorick Wilks. Unsupervised Weaving of Looms. CoNLL 1999.",
            "Unsupervised Weaving of Looms",
            "CoNLL",
            1999,
        ),
        (
            "Ada Lovelace, et al. Weaving of Cards and Wide Looms with Bobbins NIPS 2013.",
            "Weaving of Cards and Wide Looms with Bobbins",
            "NeurIPS",
            2013,
        ),
        (
            "Ada Lovelace, et al. Weaving of Cards, International Journal on Looms, 2000.",
            "Weaving of Cards",
            "International Journal on Looms",
            2000,
        ),
        (
            "Ada Lovelace et al. Don't weave, knit! On card-weaving vs. loom-weaving. ACL 2014",
            "Don't weave, knit! On card-weaving vs. loom-weaving",
            "ACL",
            2014,
        ),
    ],
)
def test_a_title_behind_people_ends_where_it_appeared(line: str, title: str, venue: str, year: int) -> None:
    (draft,) = papers(f"* {line} {URL}\n")
    assert (draft.title, draft.venue, draft.year) == (title, venue, year)
    assert draft.authors


@pytest.mark.parametrize(
    ("behind", "name", "venue"),
    [
        ("*Ada Lovelace et al, Loom Letters* *1843*", "Ada Lovelace", "Loom Letters"),
        ("*Ada Lovelace et al., Weaving Cards* 1843", "Ada Lovelace", "Weaving Cards"),
        ("*ADA LOVELACE et al, ICML* 1843", "ADA LOVELACE", "ICML"),
        ("*A. K. Lovelace et al ICML* 1843", "A. K. Lovelace", "ICML"),
        ("*Ada Lovelace et al, Loom Letters 1843*", "Ada Lovelace", "Loom Letters"),
    ],
)
def test_the_first_author_and_the_venue_may_stand_in_italics_together(behind: str, name: str, venue: str) -> None:
    (draft,) = papers(f"# Looms\n\n1. {TITLE}, {behind}. [pdf]({URL})\n")
    assert (draft.title, draft.venue, draft.year) == (TITLE, venue, 1843)
    assert draft.authors == (Author(name),)


@pytest.mark.parametrize(
    ("behind", "names", "year"),
    [
        (", Lovelace and Turing, *1843*", ["Lovelace", "Turing"], 1843),
        (". Lovelace, *1843*", None, None),
        (" by Lovelace *(1843)*", None, 1843),
    ],
)
def test_a_year_in_italics_behind_people_makes_no_venue_of_them(
    behind: str, names: list[str] | None, year: int | None
) -> None:
    (draft,) = papers(f"# Looms\n\n- [{TITLE}]({URL}){behind}\n")
    assert draft.venue is None
    assert year is None or draft.year == year
    assert names is None or [one.name for one in draft.authors] == names


def test_a_full_width_comma_ends_a_title_as_any_other() -> None:
    (draft,) = papers(f"# Looms\n\n1. {TITLE}， *Ada Lovelace et al, ICML* . [pdf]({URL})\n")
    assert (draft.title, draft.venue, [one.name for one in draft.authors]) == (TITLE, "ICML", ["Ada Lovelace"])


def test_the_first_author_below_a_title_stands_before_a_journal_in_italics_where_other_papers_have_them_so() -> None:
    below = ("B. Wrenfold et al. *IEEE Access.*", "Ada Lovelace et al. *OSDI'19*", "A. Turing et al. *IEEE TSG.*")
    page = "".join(f"- **Looms that Weave {n}** (2019). [[pdf]]({URL}{n})\n  - {who}\n" for n, who in enumerate(below))
    news = ("V. Hopper et al. *Energies*", "V. Hopper et al. *Scientific Looms.*", "V. Hopper et al. *Venue.*")
    page += "".join(f"- **Cards for Mills {n}** (2020). [[pdf]]({URL}b{n})\n  - {who}\n" for n, who in enumerate(news))
    found = papers(f"# Looms\n\n{page}- **Wool** (2020). [[pdf]]({URL}c)\n  - I read it. *Twice*\n")
    assert [one.venue for one in found[3:]] == ["Energies", "Scientific Looms", None, None]
    assert [one.authors for one in found[3:]] == [(Author("V. Hopper"),)] * 3 + [()]
    assert [len(one.notes) for one in found] == [0] * 6 + [1]


def test_a_comma_behind_the_others_is_of_no_name() -> None:
    (draft,) = papers(f"- [{TITLE}]({URL}), Ada Lovelace, Alan Turing et al, (OSDI 2022). [Video]({URL}v)\n")
    assert (draft.authors, draft.venue, draft.year) == ((ADA, ALAN), "OSDI", 2022)


@pytest.mark.parametrize(
    "people",
    [
        ("Edward Ste. Lovelace", "Alan Turing"),
        ("Ada Seb. Lovelace", "Alan Phil. Emanuel Turing"),
        ("Ada Fdez. Lovelace", "Alan Turing", "Grace Hopper"),
        ("Alan Turing", "Ada Fdez. Lovelace"),
        ("Ada Bel. Lovelace", "Alan Turing"),
    ],
)
def test_a_stop_behind_part_of_a_name_ends_no_name(people: tuple[str, ...]) -> None:
    (draft,) = papers(f"- [{TITLE}]({URL}). {', '.join(people)}. Nature 2010\n")
    assert (tuple(one.name for one in draft.authors), draft.venue) == (people, "Nature")


def test_the_stop_of_a_name_ends_it_where_words_follow() -> None:
    (draft,) = papers(f"- [{TITLE}]({URL}). Ada Lovelace, Alan Turing. Weaves Numbers\n")
    assert all("Weaves" not in one.name for one in draft.authors)


def test_an_accent_of_latex_may_end_the_last_name_in_italics_below_a_title() -> None:
    (draft,) = papers(f"1. **{TITLE}**\n\n    *Alan Turing, Grace Hopper, Ada Lovelac{{\\`e}}*\n")
    assert [one.name for one in draft.authors] == ["Alan Turing", "Grace Hopper", "Ada Lovelacè"]


@pytest.mark.parametrize(("place", "venue"), [("Arxiv", "arXiv"), ("ICML", "ICML"), ("In OSDI", "OSDI")])
@pytest.mark.parametrize("end", ["_", "._", "_.", "*"])
def test_the_end_of_italics_ends_the_people_before_a_venue(place: str, venue: str, end: str) -> None:
    begin = "*" if end == "*" else "_"
    (draft,) = papers(f"1. [**{TITLE}.**]({URL}) {begin}Amira Mohtar, Martin Jagger{end} {place} 1993.\n")
    assert (draft.venue, draft.year) == (venue, 1993)
    assert [one.name for one in draft.authors] == ["Amira Mohtar", "Martin Jagger"]


@pytest.mark.parametrize(
    ("place", "venue"),
    [("ACM Computing Surveys", "ACM Computing Surveys"), ("arXiv preprint", "arXiv"), ("Preprint", None)],
)
def test_authors_stand_on_the_line_below_a_venue_in_italics_whose_year_is_behind_the_title(
    place: str, venue: str | None
) -> None:
    people = "Ada Lovelace*, Alan Turing*, Grace Hopper"
    entry = f"- **{TITLE}** (1843)<br>\n*{place}* <br>\n{people} <br>\n[[Paper]]({URL})\n"
    assert said(f"# Papers\n\n{entry}", "authors", "venue", "year") == {
        "title": TITLE,
        "authors": (ADA, ALAN, GRACE),
        "venue": venue,
        "year": 1843,
    }
