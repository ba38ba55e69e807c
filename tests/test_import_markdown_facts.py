"""Markdown reading lists -> drafts of papers: entries with one fact a line, the title first."""

from __future__ import annotations

import pytest
from markdown_pages import TITLE, URL, papers, titles

PEOPLE = ("Ada Wrenfold, Alan Askew", "Grace Chandler and Edith Prince.", "Mary Carder")
NAMES = [["Ada Wrenfold", "Alan Askew"], ["Grace Chandler", "Edith Prince"], ["Mary Carder"]]
TITLES = ("Notes on Looms", "Weaving: A Survey of Looms", "How to Card Wool in the Large")
PLACES = ("OSDI 2020", "In Symposium on Looms, pages 2–27. Springer, 2021.", "In SOSP ’19: Proceedings of Looms, 2019")
ENDS = ("", "  ", "\\")
CONTAINERS = ("##### {}\n\n{}", "##### {}.\n{}", "* {}\n  {}", "{}\n{}")


def page(container: str, end: str = "", *, links: str = "https://e.org/{}.pdf", of: int = 3) -> str:
    """A page of ``of`` entries, of which a line ends in ``end``."""
    entries = []
    for number, facts in enumerate(zip(TITLES[:of], PEOPLE, PLACES, strict=False)):
        indent = "  " if container.startswith("*") else ""
        lines = f"{end}\n{indent}".join([*facts[1:], links.format(number)])
        entries.append(container.format(facts[0], lines))
    return "# Papers\n\n## Looms\n\n" + "\n\n".join(entries) + "\n"


@pytest.mark.parametrize("end", ENDS)
@pytest.mark.parametrize("container", CONTAINERS)
def test_each_line_below_a_title_is_told_by_what_it_is(container: str, end: str) -> None:
    drafts = papers(page(container, end))
    assert [draft.title for draft in drafts] == list(TITLES)
    assert [[one.name for one in draft.authors] for draft in drafts] == NAMES
    assert [draft.year for draft in drafts] == [2020, 2021, 2019]
    assert [draft.venue for draft in drafts][::2] == ["OSDI", "SOSP"]
    assert [[link.url for link in draft.links] for draft in drafts] == [[f"https://e.org/{n}.pdf"] for n in range(3)]
    assert {draft.lists[0].section for draft in drafts} == {"Looms"}
    assert not any(draft.notes for draft in drafts)


@pytest.mark.parametrize("container", CONTAINERS)
def test_what_else_stands_in_a_line_below_a_title_is_a_note(container: str) -> None:
    indent = "  " if container.startswith("*") else ""
    text = page(container, links=f"[pdf](https://e.org/{{}}.pdf)\n{indent}Same as: the loom of OSDI 2018, but faster")
    drafts = papers(text)
    assert [draft.title for draft in drafts] == list(TITLES)
    assert [[note.body for note in draft.notes] for draft in drafts] == [
        ["Same as: the loom of OSDI 2018, but faster"]
    ] * 3
    assert drafts[0].year == 2020


@pytest.mark.parametrize(
    ("line", "places"),
    [
        ("Ada Wrenfold (MIT), Alan Askew (CMU / Acme Research)", [("MIT",), ("CMU", "Acme Research")]),
        ("Ada Wrenfold(MIT), Alan Askew(CMU)", [("MIT",), ("CMU",)]),
        (
            "Ada Wrenfold, University of Looms; Alan Askew, University of Looms, and Acme Research",
            [("University of Looms",), ("University of Looms", "Acme Research")],
        ),
        ("Ada Wrenfold, Alan Askew, University of Looms", [("University of Looms",), ("University of Looms",)]),
    ],
)
def test_people_in_a_line_of_their_own_have_their_affiliations(line: str, places: list[tuple[str, ...]]) -> None:
    text = (
        page("* {}\n  {}")
        + f"* The Last of the Looms\n  {line}\n  NSDI '16, Oakland, CA\n  8 pages [ pdf ](https://e.org/l)\n"
    )
    draft = papers(text)[-1]
    assert (draft.title, draft.venue, draft.year, draft.notes) == ("The Last of the Looms", "NSDI", 2016, ())
    assert [(one.name, one.affiliations) for one in draft.authors] == [
        ("Ada Wrenfold", places[0]),
        ("Alan Askew", places[1]),
    ]
    assert [link.url for link in draft.links] == ["https://e.org/l"]


def test_an_entry_may_lack_its_people_or_its_place_where_others_have_them() -> None:
    text = (
        page("##### {}\n\n{}")
        + "##### Proceedings of the Loom Workshop\n\nJanuary 2011\n\n##### A Last Loom\n\nAda Wrenfold\n"
    )
    assert [(draft.title, draft.year, len(draft.authors)) for draft in papers(text)[3:]] == [
        ("Proceedings of the Loom Workshop", 2011, 0),
        ("A Last Loom", None, 1),
    ]


def test_a_heading_with_words_below_it_stays_one_among_titles_with_facts() -> None:
    text = (
        page("### {}\n\n{}")
        + "### More Looms\n\nSome that came later.\n\n- [Another Loom of Ours](https://e.org/x.pdf)\n"
    )
    assert [draft.lists[0].section for draft in papers(text)] == ["Looms"] * 3 + ["Looms / More Looms"]


def test_people_below_a_line_that_says_nothing_make_no_title_of_what_is_above_it() -> None:
    text = (
        page("{}\n{}")
        + "\nWe read these papers in the winter,\nwith some that were not there:\nAda Wrenfold, Alan Askew\n"
    )
    assert titles(text) == list(TITLES)


@pytest.mark.parametrize("label", ["Presenters", "Authors"])
def test_headings_that_say_the_same_above_people_are_no_titles(label: str) -> None:
    days = "".join(f"## Day {n}\n\n### {label}\n\n{PEOPLE[0]}\n{PEOPLE[1]}\n\n" for n in range(4))
    assert label not in titles(f"# Papers\n\n{days}")


def test_paragraphs_of_prose_are_no_papers_though_people_stand_in_the_second_line() -> None:
    text = "# Papers\n\nThis list was begun by\nAda Wrenfold, Alan Askew\nin 2019.\n\n- [A Loom of Ours](https://e.org/x.pdf)\n"
    assert titles(text) == ["A Loom of Ours"]


@pytest.mark.parametrize(
    ("line", "venue", "year", "notes"),
    [
        ("In SOSP 2007, volume 4609 of\nLNCS, pages 2–27. Springer Verlag, August 2007.", "SOSP", 2007, []),
        ("Journal of Looms. Volume 44, Issue #3 (July 2014)", "Journal of Looms", 2014, []),
        ("Invited talk at OSDI 2009", "OSDI", 2009, []),
        ("Ph.D. Thesis, University of Looms, January 2010.", "Ph.D. Thesis, University of Looms", 2010, []),
        ("See the loom of OSDI 2018", None, None, ["See the loom of OSDI 2018"]),
    ],
)
def test_the_line_below_people_says_where_and_when(line: str, venue: str, year: int, notes: list[str]) -> None:
    draft = papers(page("##### {}\n\n{}") + f"##### A Last Loom\n\nAda Wrenfold\n{line}\n")[-1]
    assert (draft.title, draft.venue, draft.year) == ("A Last Loom", venue, year)
    assert [note.body for note in draft.notes] == notes


@pytest.mark.parametrize("entries", [0, 3])
def test_the_people_of_a_section_above_a_list_of_papers_make_no_paper_of_its_heading(entries: int) -> None:
    told = TITLES[:entries]
    listed = ("Looms of the First Kind", "Looms of the Second Kind", "Looms of the Third Kind")
    by_lines = "".join(f"## {title}\n\nAda Lovelace, Alan Turing\nOSDI 2020\n\n" for title in told)
    groups = "".join(
        f"## Group {number}\n\nAda Lovelace, Alan Turing\n\n- [{title}](https://e.org/{number}), 2020\n\n"
        for number, title in enumerate(listed)
    )
    assert titles(f"# Papers\n\n{by_lines}{groups}") == [*told, *listed]


def test_a_list_below_a_title_with_people_and_a_place_is_of_the_paper() -> None:
    entries = "".join(
        f"## {title}\n\nAda Lovelace, Alan Turing\nOSDI 2020\n\n- Builds on [Cards of the First Kind](https://e.org/{at})\n\n"
        for at, title in enumerate(TITLES)
    )
    assert set(TITLES) <= set(titles(f"# Papers\n\n{entries}"))


def test_a_year_below_people_is_that_of_a_thesis_or_report_alone() -> None:
    entries = "".join(f"## {title}\n\nAda Lovelace, Alan Turing\nOSDI 2020\n\n" for title in TITLES)
    more = "## Looms at Last\n\nAda Lovelace, Alan Turing\n{} 2020\n"
    assert papers(f"# Papers\n\n{entries}{more.format('Revisited by our group in')}")[-1].year is None
    assert papers(f"# Papers\n\n{entries}{more.format('PhD thesis, University of Oslo,')}")[-1].year == 2020


@pytest.mark.parametrize(
    ("who", "author"),
    [
        ("Lovelace, Ada", "Ada Lovelace"),
        ("Wrenfold, Odalys K", "Odalys K. Wrenfold"),
        ("Tarbuck Jr, Elias John", "Elias John Tarbuck Jr"),
    ],
)
def test_one_author_turned_and_a_year_before_a_bar_stand_behind_a_dash_and_before_the_venue(
    who: str, author: str
) -> None:
    (draft,) = papers(f"# Papers\n\n- **{TITLE}** — {who}, 2021 | Pattern Weaving. [[Paper]]({URL})\n")
    assert (draft.title, draft.venue, draft.year, draft.notes) == (TITLE, "Pattern Weaving", 2021, ())
    assert [one.name for one in draft.authors] == [author]


def test_a_town_and_its_country_before_a_year_and_a_bar_are_nobody() -> None:
    assert not any(
        draft.authors
        for draft in papers(f"# Papers\n\n- **{TITLE}** — Turin, Italy, 2021 | Pattern Weaving. [[Paper]]({URL})\n")
    )


def test_family_names_and_a_year_behind_a_dash_stand_before_what_is_said_of_a_paper() -> None:
    people = ["Wrenfold et al.", "Askew and Chandler", "Carder, Prince, and Tarbuck", "Hopper", "Nature"]
    lines = [f"- **[{TITLE} {at}]({URL}{at})** — {who}, 19{at}4. Weaves looms." for at, who in enumerate(people, 5)]
    found = papers("# Papers\n\n" + "\n".join(lines) + "\n")
    names = [["Wrenfold"], ["Askew", "Chandler"], ["Carder", "Prince", "Tarbuck"], ["Hopper"], []]
    assert [[one.name for one in draft.authors] for draft in found] == names
    assert [draft.year for draft in found[:4]] == [1954, 1964, 1974, 1984]
    assert {note.body for draft in found[:4] for note in draft.notes} == {"Weaves looms"}


def test_one_family_name_and_a_year_behind_a_dash_are_a_remark_where_no_other_line_names_people() -> None:
    (draft,) = papers(f"# Papers\n\n- **[{TITLE}]({URL})** — Hopper, 1952. Weaves looms.\n")
    assert draft.authors == ()
    assert [note.body for note in draft.notes] == ["Hopper, 1952. Weaves looms"]


@pytest.mark.parametrize(
    "said",
    [
        "— October, 2010. The basis of all.",
        "— Berlin, 2016. Good.",
        "— Revised, 2016. Good.",
        "— 推荐, 2020. Good.",
        "(2010) — Excellent\n  and more words.",
        "(2010) — Recommended\n  and more words.",
    ],
)
def test_months_places_and_praise_are_no_people_where_other_lines_have_family_names_and_a_year(said: str) -> None:
    lines = [f"- [{TITLE} {at}]({URL}{at}) — Wrenfold and Askew, 1843. Good.\n" for at in range(3)]
    *others, draft = papers(f"# Papers\n\n{''.join(lines)}- [{TITLE}]({URL}) {said}\n")
    assert all(len(other.authors) == 2 for other in others)
    assert draft.authors == ()


def test_two_family_names_and_a_year_below_a_title_are_who_wrote_it_where_others_are_named_so() -> None:
    people = ["Wrenfold et al.", "Askew et al.", "Carder et al.", "Askew and Chandler", "Hopper"]
    lines = [
        f"{at}. **[{TITLE} {at}]({URL}{at})**  \n   *{who}, 19{at}4.*  \n   *Cards:* LM.\n"
        for at, who in enumerate(people, 4)
    ]
    found = papers("# Papers\n\n" + "\n".join(lines))
    assert [one.name for draft in found[3:] for one in draft.authors] == ["Askew", "Chandler", "Hopper"]
    assert [draft.year for draft in found] == [1944, 1954, 1964, 1974, 1984]
    assert {note.body for draft in found for note in draft.notes} == {"*Cards:* LM"}


@pytest.mark.parametrize(
    ("said", "authors", "venue", "remark"),
    [
        (
            "by Wrenfold A, Askew-Prince B. Pattern Weaving, 2007.",
            ["Wrenfold A", "Askew-Prince B"],
            "Pattern Weaving",
            [],
        ),
        ("by Wrenfold A B. Pattern Weaving. Mill Books, 2007", ["Wrenfold A B"], "Pattern Weaving", []),
        ("by Wrenfold A, De Carder B C, et al. SIGMOD, 2007.", ["Wrenfold A", "De Carder B C"], "SIGMOD", []),
        ("by Wrenfold A B. 2007. [`notes`](notes.md)", ["Wrenfold A B"], None, []),
        ("by Wrenfold, Ada L. SIGMOD, 2007.", ["Ada L. Wrenfold"], "SIGMOD", []),
        (". Wrenfold A, Askew B. Pattern Weaving, 2007.", ["Wrenfold A", "Askew B"], "Pattern Weaving", []),
    ],
)
def test_people_named_with_initials_alone_end_at_a_stop_before_where_and_when(
    said: str, authors: list[str], venue: str | None, remark: list[str]
) -> None:
    (draft,) = papers(f"# Papers\n\n* [{TITLE}]({URL}) {said}\n")
    assert ([one.name for one in draft.authors], draft.venue, draft.year) == (authors, venue, 2007)
    assert not any(one.affiliations for one in draft.authors)
    assert [note.body for note in draft.notes] == remark


def test_volume_issue_pages_and_publisher_stand_between_a_venue_in_italics_and_its_year() -> None:
    where = "*IEEE Transactions on Weaving*, vol. 6, issue 5, pp. 29-31, Society of Weavers and Dyers, 2021"
    for end in (where, where.replace("issue 5, ", "").replace("Society of Weavers and Dyers", "Mill Books, Inc.")):
        (draft,) = papers(f"# Papers\n\n1. **{TITLE}**\n\n   *Ada Lovelace, Alan Turing.* [PDF]({URL}), {end}\n")
        assert (draft.venue, draft.year) == ("IEEE Transactions on Weaving", 2021)
        assert [one.name for one in draft.authors] == ["Ada Lovelace", "Alan Turing"]


def test_people_below_a_title_of_three_words_are_no_title_below_a_name() -> None:
    page = f"# Papers\n\n1. **Robust Loom Weaving**\n\n   *Ada Lovelace, Alan Turing.* [PDF]({URL}), *SIGMOD*, 2000\n"
    (draft,) = papers(page)
    assert (draft.title, draft.venue, draft.year) == ("Robust Loom Weaving", "SIGMOD", 2000)
    assert [one.name for one in draft.authors] == ["Ada Lovelace", "Alan Turing"]


def test_a_full_stop_may_stand_between_a_venue_and_its_year_in_brackets() -> None:
    (draft,) = papers(f'# Papers\n\n- Lovelace, Ada, et al. "{TITLE}." (WWW.2018). [[pdf]]({URL})\n')
    assert (draft.title, draft.venue, draft.year) == (TITLE, "WWW", 2018)


def test_a_journal_of_many_words_in_brackets_behind_a_title_needs_no_year() -> None:
    journal = "International Journal of Pattern Weaving"
    (draft,) = papers(f"# Papers\n\n1. **{TITLE}** [{journal}] [[paper]]({URL})\n")
    assert (draft.title, draft.venue, draft.notes) == (TITLE, journal, ())


def test_names_are_asked_about_before_italics_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr("readtrack.importers.markdown.said.facts.likeness", asked.append)
    papers(f"- [{TITLE}]({URL}) {'A, B and ' * 500}\n")
    assert len(asked) < 100


@pytest.mark.parametrize(
    ("said", "venue", "year"),
    [
        (f"ICML 2023. [arXiv:2303.01234]({URL}). Loops until it is done.", "ICML", 2023),
        (f"ICLR 2025 (Oral). [arXiv]({URL}). Loops until it is done.", "ICLR", 2025),
        ("2024. no-link. Loops until it is done.", None, 2024),
        (f"2026 (Lovelace et al.). [LoomRxiv]({URL}). Loops until it is done.", None, 2026),
    ],
)
def test_where_and_when_a_paper_appeared_may_be_the_first_sentence_behind_a_dash(
    said: str, venue: str | None, year: int
) -> None:
    others = "".join(f"- **{title} and Mills** — ICLR 2020. Weaves.\n" for title in ("Cards", "Wheels"))
    paper = papers(f"- **{TITLE}** — {said}\n{others}")[0]
    assert (paper.title, paper.year) == (TITLE, year)
    assert paper.venue in (venue, "arXiv" if "[arXiv" in said else None)
    assert [note.body for note in paper.notes] == [said.rpartition("). ")[2].removeprefix("2024. ").rstrip(".")]


def test_prose_behind_a_dash_stays_one_though_a_year_begins_it() -> None:
    (paper,) = papers(f"- [{TITLE}]({URL}) — 1843 was a good year. It has looms\n")
    assert paper.year is None


@pytest.mark.parametrize(
    ("behind", "venue", "year"),
    [
        (". Chapter 3, e12345", None, None),
        ("(Nature，2020年)", "Nature", 2020),
        ("(OSDI，2020)", "OSDI", 2020),
        (" - Journal of Looms（2020）", "Journal of Looms", 2020),
        ("\n  - 出处：Proceedings of the National Academy of Sciences（PNAS）", "PNAS", None),
        (" - Weaving in Journal of Looms, 1984. A novel", None, None),
        (" - Journal of Looms, 1984. A novel", "Journal of Looms", 1984),
    ],
)
def test_where_a_paper_appeared_is_told_from_what_only_looks_so(behind: str, venue: str, year: int) -> None:
    (draft,) = papers(f"# Papers\n\n- [{TITLE}]({URL}){behind}\n")
    assert (draft.venue, draft.year) == (venue, year)


def test_the_initial_of_one_before_an_abbreviated_journal_is_followed_by_no_other_person() -> None:
    (draft,) = papers(f"# Papers\n\n- [{TITLE}]({URL}). Smith J., Phys. Rev. Lett. 2020\n")
    assert (str(draft.venue).endswith("Phys. Rev. Lett."), draft.year) == (True, 2020)


@pytest.mark.parametrize(
    ("behind", "venue", "year"),
    [
        (" OSDI, 2020 Apr", "OSDI", 2020),
        (" OSDI oral, 2020 May :star:", "OSDI", 2020),
        (". Ada Lovelace, Alan Turing. In Loom blog 2018.", "Loom blog", 2018),
        (". In *arXiv:1905.07129 [cs]*. 2019.", "arXiv", 2019),
        (
            " OSDI oral, 2020 Apr [paper(OSDI version)](https://e.org/a) [paper(TOPLAS version)](https://e.org/b)",
            "OSDI",
            2020,
        ),
    ],
)
def test_words_around_where_and_when_leave_those(behind: str, venue: str, year: int) -> None:
    (draft,) = papers(f'# Papers\n\n- "{TITLE}"{behind} [pdf]({URL})\n')
    assert (draft.venue, draft.year, draft.notes) == (venue, year, ())


def test_a_line_of_an_entry_may_say_who_wrote_it_behind_a_label() -> None:
    links = f"[paper]({URL}) [code](https://e.org/c)"
    page = f'- [ ] "{TITLE}" OSDI, 2023 Aug\n  {links}\n  Authors: Ada Lovelace, Alan Turing\n'
    (draft,) = papers(page)
    assert [one.name for one in draft.authors] == ["Ada Lovelace", "Alan Turing"]


@pytest.mark.parametrize(
    ("cited", "people", "venue"),
    [
        (f"Lovelace, A. B., & Turing, C. LOOM: {TITLE}.", ["A. B. Lovelace", "C. Turing"], None),
        (
            f'A. Lovelace and C. Turing, "LOOM: {TITLE}," in IEEE Loom Journal of the Society,'
            " vol. 4, pp. 3-9, 2023, doi: 10.1109/LOOM.2023.3239115.",
            ["A. Lovelace", "C. Turing"],
            "IEEE Loom Journal of the Society",
        ),
    ],
)
def test_a_citation_ends_its_people_before_the_name_of_a_system(cited: str, people: list[str], venue: str) -> None:
    (draft,) = papers(f"# Papers\n\n- {cited} [[paper]]({URL})\n")
    assert (draft.title, [one.name for one in draft.authors]) == (f"LOOM: {TITLE}", people)
    assert draft.venue == venue


def test_a_title_that_begins_with_in_and_ends_in_a_year_is_no_venue() -> None:
    assert titles(f"# Papers\n\n- In Cold Yarn 1966\n- [{TITLE}]({URL}). OSDI 2018\n") == ["In Cold Yarn 1966", TITLE]
    rows = f"| 2018 | In Lana Caprina 2018 |\n| 2019 | {TITLE} |\n"
    assert titles(f"# Papers\n\n| Year | Title |\n|---|---|\n{rows}")[-1:] == [TITLE]
    assert titles(f"# Papers\n\n| Year | Title |\n|---|---|\n{rows}")[0].startswith("In Lana Caprina")


@pytest.mark.parametrize("taken", ["rejected", "accept", "withdrawn", "top 25%", "notable top 5%", "highlighted"])
def test_how_a_paper_was_taken_at_a_venue_is_no_word_of_its_name(taken: str) -> None:
    (draft,) = papers(f"# Papers\n\n- **{TITLE}** (ICLR 2023 {taken}) [[pdf]]({URL})\n")
    assert (draft.title, draft.venue, draft.year) == (TITLE, "ICLR", 2023)
