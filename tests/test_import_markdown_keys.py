"""Markdown reading lists -> drafts of papers: the keys that bibliographies have before their citations."""

from __future__ import annotations

import pytest
from markdown_pages import TITLE, URL, papers

WHO = {
    1: "Ada Wrenfold",
    2: "Ada Wrenfold, Carl Tamsett",
    3: "Ada Wrenfold, Carl van Hollin, Eve de Marn",
    4: "Eve de Marn et al.",
}


@pytest.mark.parametrize(
    ("key", "who"),
    [
        ("Wre94", 1),
        ("WT94", 2),
        ("WT1994b", 2),
        ("WT", 2),
        ("WrTa94", 2),
        ("WvHdM94", 3),
        ("WHM94", 3),
        ("WH+94", 3),
        ("dM94", 4),
    ],
)
def test_a_key_made_of_the_names_of_those_who_wrote_it_is_no_venue(key: str, who: int) -> None:
    for sign in ("**[{}]**", "[{}]", "- **[{}]**"):
        line = f'{sign.format(key)} {WHO[who]}. "{TITLE}." *Journal of Wide Looms* 55(1), 1997.'
        (draft,) = papers(f"# Papers\n\n- {line.removeprefix('- ')}\n")
        assert (draft.title, draft.venue, draft.year, draft.tags) == (TITLE, "Journal of Wide Looms", 1997, ())
        assert draft.authors[0].name in WHO[who]


def test_a_key_says_when_where_nothing_else_does() -> None:
    (draft,) = papers(f'# Papers\n\n- [WT94] {WHO[2]}. "{TITLE}."\n')
    assert (draft.title, draft.venue, draft.year) == (TITLE, None, 1994)


@pytest.mark.parametrize(("key", "venue"), [("KDD19", "KDD"), ("LTO19", "LTO")])
def test_a_conference_before_the_authors_stays_the_venue(key: str, venue: str) -> None:
    (draft,) = papers(f'# Papers\n\n- [{key}] {WHO[2]}. "{TITLE}."\n')
    assert (draft.title, draft.venue, draft.year) == (TITLE, venue, 2019)


def test_one_author_and_a_full_stop_stand_before_a_title_in_quotation_marks() -> None:
    (draft,) = papers(f'# Papers\n\n- Lance Wrenfold. "{TITLE}." *Journal of Wide Looms* 55(1), 1997.\n')
    assert [one.name for one in draft.authors] == ["Lance Wrenfold"]


def test_a_title_in_italics_with_a_colon_is_no_organisation() -> None:
    line = "Michael R. Wrenfold, David S. Tamsett. *Computers and Looms: A Guide to Weaving.* W. H. Cardman, 1979."
    (draft,) = papers(f"# Papers\n\n- {line}\n")
    assert (draft.title, draft.year, len(draft.authors)) == ("Computers and Looms: A Guide to Weaving", 1979, 2)


@pytest.mark.parametrize("end", ["ICSE 2024.", "ICSE 2024, to appear."])
@pytest.mark.parametrize("who", ["Wrenfold, Tamsett, and Head", "Wrenfold, Hollin, Tamsett, and Pack"])
def test_a_family_name_that_is_a_word_stands_among_others_before_a_link(who: str, end: str) -> None:
    (draft,) = papers(f"# Papers\n\n- {who}. [{TITLE}](https://e.org/a). {end}\n")
    assert (draft.title, draft.venue, draft.year) == (TITLE, "ICSE", 2024)
    assert [one.name for one in draft.authors] == who.replace("and ", "").split(", ")


def test_topics_before_a_link_wrote_nothing() -> None:
    assert not any(one.authors for one in papers(f"# Papers\n\n- Memory, Cache, Head. [{TITLE}](https://e.org/a)\n"))


@pytest.mark.parametrize(("key", "year"), [("(Lovelace95)", 1995), ("[Lovelace95a]", 1995), ("(Lovelace15)", 2015)])
def test_a_key_behind_a_title_is_none_of_it_and_says_when(key: str, year: int) -> None:
    (draft,) = papers(f"# Papers\n\n- [{TITLE} {key}](https://e.org/a)\n")
    assert (draft.title, draft.venue, draft.year) == (TITLE, None, year)


@pytest.mark.parametrize(
    "end",
    ["(Windows95)", "(Cifar10)", "(Python27)", "(Fortran77)", "(Algol68)", "(Spec92)", "(Mnist98)", "(Europarl96)"],
)
def test_a_name_with_a_number_behind_a_title_is_no_key(end: str) -> None:
    (draft,) = papers(f"# Papers\n\n- [{TITLE} {end}](https://e.org/a)\n")
    assert (draft.title, draft.year) == (f"{TITLE} {end}", None)


def test_a_place_before_a_colon_is_nobody() -> None:
    page = "# Papers\n\n##### Alice in Loomland: A Large Study of Looms\nhttps://e.org/a.pdf\n"
    (draft,) = papers(page)
    assert (draft.title, draft.authors) == ("Alice in Loomland: A Large Study of Looms", ())


def test_a_key_behind_a_title_may_be_the_name_of_one_who_wrote_it() -> None:
    (draft,) = papers(f"# Papers\n\n- [{TITLE} (Wrenfold95)](https://e.org/a), A. Wrenfold and B. Askew\n")
    assert (draft.title, draft.year, len(draft.authors)) == (TITLE, 1995, 2)


@pytest.mark.parametrize(
    ("line", "title", "year"),
    [
        (f"**Wrenfold, A. (2009).** *{TITLE}: A Study*. Loomgate.", f"{TITLE}: A Study", 2009),
        (
            "**Wrenfold, A., et al. (2025).** Why Do Looms Break While Cards Don't? IBM.",
            "Why Do Looms Break While Cards Don't?",
            2025,
        ),
        (f"**Ada Lovelace, Alan Turing (n.d.).** {TITLE}.", TITLE, None),
    ],
)
def test_a_title_behind_people_in_bold_ends_with_its_italics_or_its_question(
    line: str, title: str, year: int | None
) -> None:
    (draft,) = papers(f"# Papers\n\n- {line} [[link]]({URL})\n")
    assert (draft.title.rstrip("."), draft.year, bool(draft.authors)) == (title, year, True)


_KEYED = (
    "[Lovelace2019] Weaving of numbers with cards, *Nucl. Looms*, 2019, 59, p.066022. [DOI](https://e.org/1)",
    "[Turing2021]Slow cards for wide looms[J]. Looms and Design, 2021, 61(3): 41-49.[DOI](https://e.org/2)",
    "[Hopper2022] Wide cards for slow looms. Looms and Design, 2022, 12, 1101. [DOI](https://e.org/3)",
    "[Lovelace2023] How cards weave themselves, *Nucl. Looms*, 2023, 15(1), pp.1-11. [DOI](https://e.org/4)",
    "[Wrenfold-Askew2024] Curricula for the weaving of cards. [DOI](https://doi.org/10.1145/12.5)",
    "[van de Weft2018] Fast weaving of wide silk, *Phys. Looms*, 2018, 27, p.022310. [DOI](https://e.org/6)",
    "[Turing2025] Weaving without numbers on slow machines. arXiv, 2025.",
)


def test_keys_tell_paragraphs_that_are_papers_and_their_years() -> None:
    drafts = papers("# Looms\n\n## Cards\n\n" + "\n\n> 一种织机\n\n".join(_KEYED))
    assert [(draft.title, draft.year) for draft in drafts] == [
        ("Weaving of numbers with cards", 2019),
        ("Slow cards for wide looms", 2021),
        ("Wide cards for slow looms", 2022),
        ("How cards weave themselves", 2023),
        ("Curricula for the weaving of cards", 2024),
        ("Fast weaving of wide silk", 2018),
        ("Weaving without numbers on slow machines", 2025),
    ]
    assert [draft.venue for draft in drafts[:4]] == [
        "Nucl. Looms",
        "Looms and Design",
        "Looms and Design",
        "Nucl. Looms",
    ]
    assert not any(draft.tags or draft.notes for draft in drafts)


def test_two_keys_part_a_paragraph() -> None:
    page = "# Looms\n\n" + "\n\n".join([*_KEYED[:5], "\n".join(_KEYED[5:])]) + "\n"
    assert len(papers(page)) == len(_KEYED)


@pytest.mark.parametrize(
    ("remark", "notes"),
    [("12(3): 41-49", []), ("59, p.066022", []), ("10 pages", ["10 pages"]), ("Top 10", ["Top 10"])],
)
def test_numbers_of_an_issue_behind_its_year_are_no_note(remark: str, notes: list[str]) -> None:
    (draft,) = papers(f"# Papers\n\n- [{TITLE}]({URL}). Nature, 2022. {remark}.\n")
    assert (draft.venue, draft.year, [note.body.strip(" .") for note in draft.notes]) == ("Nature", 2022, notes)


@pytest.mark.parametrize(
    "line",
    [
        f"[{TITLE}](papers/notes/). Source: [lovelace_1843]({URL})",
        f"{TITLE}. Source [lovelace_notes_1843]({URL})",
        f"{TITLE}. Source: [lovelace_1843]({URL})",
        f"{TITLE} [lovelace_1843]({URL})",
    ],
)
def test_a_link_that_is_the_key_of_its_paper_says_the_year_and_is_none_of_its_title(line: str) -> None:
    (draft,) = papers(f"# Papers\n\n| Paper | Reproduction |\n|---|---|\n| {line} | It weaves. |\n")
    assert (draft.title, draft.year, [link.url for link in draft.links]) == (TITLE, 1843, [URL])


@pytest.mark.parametrize("keys", [f"[lovelace_1843]({URL}), [turing_1936]({URL}b)", f"[icml_2020]({URL})"])
def test_of_several_keys_or_a_conference_none_says_the_year_of_a_paper(keys: str) -> None:
    (draft,) = papers(f"# Papers\n\n- [{TITLE}](papers/notes/). Sources: {keys}\n")
    assert draft.year in (None, 2020)
    assert draft.title == TITLE


@pytest.mark.parametrize(
    "link",
    [
        "[lovelace_1843](notes/looms.md)",
        *(f"[{word}_1843]({URL})" for word in ("notes", "summary", "talk", "slides", "review", "lecture")),
    ],
)
def test_a_link_that_is_called_after_what_it_leads_to_says_no_year_of_its_paper(link: str) -> None:
    (draft,) = papers(f"# Papers\n\n- {TITLE} {link}\n")
    assert (draft.title, draft.year) == (TITLE, None)
