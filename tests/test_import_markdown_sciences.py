"""Markdown reading lists -> drafts of papers: as the sciences cite, and how their lists say who and when."""

from __future__ import annotations

import pytest
from markdown_pages import TITLE, URL, papers, said

from readtrack.model import Author

WHO = ("title", "venue", "year")


def names(text: str) -> list[str]:
    (draft,) = papers(text)
    return [one.name for one in draft.authors]


@pytest.mark.parametrize(
    ("people", "authors"),
    [
        ("Lovelace, A.", ["A. Lovelace"]),
        ("Lovelace, A. B.-C. & Turing, A. M.", ["A. B.-C. Lovelace", "A. M. Turing"]),
        ("Lovelace, A.-B., Dal Turing, A. & Hopper, G. B. M.", ["A.-B. Lovelace", "A. Dal Turing", "G. B. M. Hopper"]),
        ("Lovelace, A. B., Ärlig, Å. & Hopper, G.", ["A. B. Lovelace", "Å. Ärlig", "G. Hopper"]),
        ("Lovelace, A. B. et al.", ["A. B. Lovelace"]),
        ("Loom Research Consortium.", ["Loom Research Consortium"]),
    ],
)
@pytest.mark.parametrize(
    ("where", "venue"),
    [
        ("Trends Weav. Sci. 40, 49–57", "Trends Weav. Sci."),
        ("Cloth: Struct. Funct. Thread. 87, 1149–1164", "Cloth: Struct. Funct. Thread."),
        ("Nature 577, 706", "Nature"),
        ("*Nat. Weav.* **5**, e1024", "Nat. Weav."),
        ("Ann. Rev.Cloth Biol. 45, D170–D176", "Ann. Rev.Cloth Biol."),
    ],
)
def test_a_citation_as_nature_has_it_is_read_from_both_ends(
    people: str, authors: list[str], where: str, venue: str
) -> None:
    for title in ("Carding: a platform for looms in 2020", "What do looms weave?"):
        stop = "" if title.endswith("?") else "."
        text = f"# Papers\n\n- [x] 2. {people} {title}{stop} {where} (2015).\n"
        assert said(text, *WHO) == {"title": title, "venue": venue, "year": 2015}
        assert names(text) == authors


@pytest.mark.parametrize(
    ("where", "venue", "year"),
    [
        ("Annu. Rev. Looms 9, (2020)", "Annu. Rev. Looms", 2020),
        ("Annu. Rev. Looms 65, 712–725(2006)", "Annu. Rev. Looms", 2006),
        (
            "in Proceedings of the IEEE Conference on Computer Vision and Pattern Recognition 4733–4742 (2016)",
            "CVPR",
            2016,
        ),
        ("Preprint at https://arxiv.org/abs/1706.03762 (2017)", None, 2017),
        ("bioRxiv preprint 2021. 02. 12. 1234 (2021)", None, 2021),
        ("in ICLR (2020)", "ICLR", 2020),
        ("eLoom 9, e12 (2020)", "eLoom", 2020),
        ("(2020)", None, 2020),
    ],
)
def test_where_a_citation_as_nature_has_it_appeared(where: str, venue: str | None, year: int) -> None:
    text = f"# Papers\n\n1. Lovelace, A. B., Turing, A. & Hopper, G. {TITLE}. {where}.\n"
    assert said(text, *WHO) == {"title": TITLE, "venue": venue, "year": year}
    assert names(text) == ["A. B. Lovelace", "A. Turing", "G. Hopper"]


def test_a_link_behind_a_citation_as_nature_has_it_is_the_papers() -> None:
    (draft,) = papers(f"- Lovelace, A. & Turing, A. {TITLE}. *Nature* **577**, 706–710 (2020). [doi]({URL})\n")
    assert (draft.title, draft.venue, draft.year, [one.url for one in draft.links]) == (TITLE, "Nature", 2020, [URL])


def test_a_year_in_brackets_before_a_link_is_no_number() -> None:
    assert said(f"# Papers\n\n## Looms\n\n[2020] [{TITLE}]({URL})\n", "year") == {"title": TITLE, "year": 2020}
    assert said(f"# Papers\n\n- [1234] [{TITLE}]({URL})\n", "year") == {"title": TITLE, "year": None}


def test_a_month_and_year_below_a_head_of_when_it_was_published_are_the_year() -> None:
    table = f"| Title & Link | Author(s) | Pub. Date |\n| --- | --- | --- |\n| [{TITLE}]({URL}) | Turing | Jan 2019 |\n"
    assert said(f"# Papers\n\n{table}", "year") == {"title": TITLE, "year": 2019}


def test_a_link_to_what_else_stands_on_its_page_hides_nothing_of_an_entry() -> None:
    line = f"- [{TITLE}]({URL}) - Ada Lovelace et al., 1843 👉[Looms](#looms) 👉[Cards](#cards)"
    (draft,) = papers(f"# Papers\n\n{line}\n\n  It weaves.\n")
    assert (draft.title, draft.year, [one.name for one in draft.authors]) == (TITLE, 1843, ["Ada Lovelace"])
    assert [note.body for note in draft.notes] == ["It weaves."]


def test_one_name_behind_a_year_is_who_wrote_it_where_most_that_stands_there_is_people() -> None:
    people = ["Ada Lovelace", "Alan Turing", "Grace Hopper", "Babbage", "Burr Lovelace", "ADA HOPPER et al."]
    lines = [
        f"- **{TITLE} {number}** (18{number}), {who} [[pdf]]({URL}{number})" for number, who in enumerate(people, 43)
    ]
    found = papers("# Papers\n\n" + "\n".join(lines) + "\n")
    assert [one.name for draft in found for one in draft.authors] == [*people[:5], "ADA HOPPER"]
    assert not any(draft.notes for draft in found)


def test_words_behind_a_year_are_a_remark_where_remarks_stand_there() -> None:
    said_of = ["Babbage", "a classic", "read it twice", "Ada Lovelace"]
    lines = [
        f"- **{TITLE} {number}** (18{number}), {what} [[pdf]]({URL}{number})" for number, what in enumerate(said_of, 43)
    ]
    found = papers("# Papers\n\n" + "\n".join(lines) + "\n")
    assert [note.body for note in found[0].notes] == ["Babbage"]


@pytest.mark.parametrize("group", ["Loom Research Consortium", "Weaving Association", "Cloth Laboratory et al."])
@pytest.mark.parametrize("behind", [" (2020) ", " (2020). "])
def test_an_organisation_before_a_year_in_brackets_is_the_author(group: str, behind: str) -> None:
    text = f"# Papers\n\n- {group}{behind}{TITLE}. Loom Letters 3:4–5.\n"
    assert said(text, *WHO) == {"title": TITLE, "venue": "Loom Letters", "year": 2020}
    assert names(text) == [group.removesuffix(" et al.")]


@pytest.mark.parametrize(
    "when", ["Published online March 17, 2026:29-29.", "Published online March 17, 2026.", "2026:3-4."]
)
def test_a_journal_as_medicine_cites_it_before_it_is_in_print(when: str) -> None:
    text = f"# Papers\n\n- Lovelace A, Turing A, Hopper G. {TITLE}. Environmental Weaving Open. {when}\n"
    assert said(text, *WHO) == {"title": TITLE, "venue": "Environmental Weaving Open", "year": 2026}


@pytest.mark.parametrize(
    ("end", "venue"),
    [(". Science 370,\n- [x] (2020).", "Science"), (".\n- [x] Nat. Looms 30, 1072–1080 (2020).", "Nat. Looms")],
)
def test_an_item_that_is_the_end_of_a_citation_belongs_to_it(end: str, venue: str) -> None:
    first = f"- [x] 16. Lovelace, A., Turing, A. & Hopper, G. {TITLE}{end}\n"
    text = f"# Papers\n\n{first}- [x] 17. Turing, A. Cards. Looms 3, 4 (2021).\n"
    assert [(draft.title, draft.year) for draft in papers(text)] == [(TITLE, 2020), ("Cards", 2021)]
    assert papers(text)[0].venue == venue


@pytest.mark.parametrize(
    "links", ["[looms](looms.md), [how to weave](weave.md)", "[how to weave](weave.md), [survey](survey.md)"]
)
def test_links_behind_a_label_below_a_paper_are_no_papers(links: str) -> None:
    (draft,) = papers(f"# Papers\n\n- [{TITLE}]({URL})\n  - **Keywords**: {links}\n")
    assert draft.title == TITLE


@pytest.mark.parametrize("doi", ["doi:10.1000/ABC.182", "DOI: 10.1000/abc.182.", "doi: 10.1000/abc.182"])
def test_a_doi_at_the_end_of_a_citation_is_the_papers(doi: str) -> None:
    (draft,) = papers(f"# Papers\n\n- Lovelace A, Turing A, Hopper G. {TITLE}. Weaving. 2020;12:3-4. {doi}\n")
    assert (draft.title, draft.venue, draft.year, draft.notes) == (TITLE, "Weaving", 2020, ())
    assert [link.url.lower() for link in draft.links] == ["https://doi.org/10.1000/abc.182"]


def test_words_below_a_lone_link_are_notes_on_it_where_most_sections_are_so() -> None:
    said_of = {"Loom": "Weaving model with many cards", "Card": "General carder", "Bobbin": "Winder of long threads"}
    sections = "".join(f"## {name}\n- [{name} - Acme]({URL}{name})\n- {what}\n\n" for name, what in said_of.items())
    found = papers(f"# Looms\n\n## Papers\n\n- [{TITLE}]({URL})\n\n{sections}")
    assert [(draft.title, [note.body for note in draft.notes]) for draft in found[1:]] == [
        (f"{name} - Acme", [what]) for name, what in said_of.items()
    ]


def test_titles_below_a_linked_one_stay_titles() -> None:
    sections = "".join(f"## {name}\n- [{TITLE} of {name}]({URL}{name})\n- Looms and Their {name}\n\n" for name in "ABC")
    assert len(papers(f"# Looms\n\n{sections}")) == 6


def test_whose_post_a_link_is_tells_no_title() -> None:
    assert [draft.title for draft in papers(f"# Looms\n\n- [{TITLE}]({URL})\n- Blogpost by Ada Lovelace {URL}b\n")] == [
        TITLE
    ]


@pytest.mark.parametrize("cited", ["Lovelace (1843)", "Lovelace et al. (1843)", "Lovelace and Turing, 1843"])
def test_a_sentence_around_a_link_that_only_cites_is_no_title(cited: str) -> None:
    sentence = f"Choosing a loom: read [{cited}]({URL}b) and take three months to choose it"
    assert [draft.title for draft in papers(f"# Looms\n\n- [{TITLE}]({URL})\n- {sentence}\n")] == [TITLE]
    assert [draft.title for draft in papers(f"# Looms\n\n- [{TITLE} (1843)]({URL})\n")] == [TITLE]


@pytest.mark.parametrize(
    ("end", "venue"),
    [
        (" (Springer, 2020)", None),
        (" (ICML, 2020)", "ICML"),
        (" (ICML 2020)", "ICML"),
        (". in Weaving Today (eds Turing, A. & Hopper, G.) 12–34 (Loom Press, 2020)", "Weaving Today"),
        (". J. Am. Weav. Soc. 2020, 142, 1234–1240", "J. Am. Weav. Soc."),
        (". *J. Am. Weav. Soc.* **2020**, *142* (3), 1234", "J. Am. Weav. Soc."),
        (". Nat. Weav. 2020;5:706–710", "Nat. Weav."),
    ],
)
@pytest.mark.parametrize("sign", [",", ";"])
def test_books_and_journals_as_the_sciences_cite_them(end: str, venue: str | None, sign: str) -> None:
    text = f"# Papers\n\n- Lovelace, A.{sign} Turing, A. M.{sign} Hopper, G. {TITLE}{end}.\n"
    assert said(text, *WHO) == {"title": TITLE, "venue": venue, "year": 2020}
    assert names(text) == ["A. Lovelace", "A. M. Turing", "G. Hopper"]


@pytest.mark.parametrize("year", ["**2020**", "*2020*", "**2020:**", "**[2020]**", "2020"])
def test_a_year_in_bold_before_a_link_is_that_of_the_paper(year: str) -> None:
    assert said(f"# Papers\n\n- {year} [{TITLE}]({URL})\n", "year") == {"title": TITLE, "year": 2020}


@pytest.mark.parametrize("journal", ["J. Weav.", "Proc. Natl. Acad. Loom.", "J. Am. Weav. Soc.", "J. Weav.: Cloth"])
@pytest.mark.parametrize("numbers", ["12, 1–10", "12 (3), 1", "12(3), e10"])
def test_a_journal_that_an_abbreviation_begins_is_no_person(journal: str, numbers: str) -> None:
    for cited in (f"Lovelace, A., Turing, A., 2020. {TITLE}.", f"Lovelace, A., & Turing, A. (2020). {TITLE}."):
        (draft,) = papers(f"# Papers\n\n- {cited} {journal} {numbers}.\n- {TITLE} [[pdf]]({URL})\n")[:1]
        assert (draft.title, draft.venue, draft.year, draft.notes) == (TITLE, journal, 2020, ())


@pytest.mark.parametrize("head", ["Released", "Date Published", "Submitted", "Release Date", "Date"])
@pytest.mark.parametrize("when", ["Jan 2019", "2019 Jan", "2019-01", "2019/01/17", "17 January 2019"])
def test_a_column_of_when_each_paper_came_out_tells_its_year(head: str, when: str) -> None:
    table = f"| Title | {head} |\n| --- | --- |\n| [{TITLE}]({URL}) | {when} |\n"
    assert said(f"# Papers\n\n{table}", "year") == {"title": TITLE, "year": 2019}


@pytest.mark.parametrize("when", ["2020 May", "2020, May", "May 2020", "2020-05"])
def test_a_month_beside_a_year_in_brackets_is_of_the_date(when: str) -> None:
    (draft,) = papers(f"# Papers\n\n- [{when}] [{TITLE}]({URL})\n")
    assert (draft.title, draft.year, draft.tags) == (TITLE, 2020, ())


@pytest.mark.parametrize(
    "journal", ["Nat. Looms", "*Mol. Cell. Weav.*", "Trends Weav. Sci.", "Weav. Cloth Res. Commun."]
)
def test_a_citation_without_its_title_makes_no_title_of_a_journal(journal: str) -> None:
    found = papers(f"# Papers\n\n- [{TITLE}]({URL})\n- Lovelace, A. et al. {journal} **16**, 2296–2309 (2017).\n")
    assert [draft.title for draft in found if draft.title.rstrip(".") in journal.replace("*", "")] == []


@pytest.mark.parametrize("link", ["547, 185–190, https://doi.org/10.1000/1 (2020)", "Vol. 25 391–402 (LOOM, 2020)"])
def test_what_stands_between_the_journal_and_the_year_of_a_citation_is_no_part_of_it(link: str) -> None:
    text = f"# Papers\n\n1. Lovelace, A., Turing, A. & Hopper, G. {TITLE}. in Weaving Today {link}.\n"
    assert said(text, *WHO) == {"title": TITLE, "venue": "Weaving Today", "year": 2020}


@pytest.mark.parametrize(
    ("where", "venue"),
    [
        ("J Weav Sci. 2015 Mar 25;147(1):195-7.", "J Weav Sci"),
        ("J Weav Sci. 2015 Nov 15; 89(22): 10915–9.", "J Weav Sci"),
        ("Weaving. 2015;2(10):REVIEWS2002.", "Weaving"),
        ("J. Weav. 2015 Mar-Apr;9 Suppl 1:S2.", "J. Weav."),
        ("Cloth Res. 2015 Jul 1;34(Web Loom issue):W6-9.", "Cloth Res"),
        ("Cloth Res. 2015 Apr;4(4):e10. doi: 10.1000/loom.10. Epub 2015 Mar 31.", "Cloth Res"),
        ("Cloth Res. 2015 Apr 2. doi: 10.1000/loom.10. [Epub ahead of print]", "Cloth Res"),
        ("Nature Weaving 22, 1315 - 1316 (2015)", "Nature Weaving"),
    ],
)
def test_a_journal_and_its_numbers_stand_above_title_and_authors_in_summaries(where: str, venue: str) -> None:
    for people, authors in (
        ("Lovelace AB, van Turing A, Hopper G 3rd.", ["Lovelace AB", "van Turing A", "Hopper G 3rd"]),
        ("Lovelace A.", ["Lovelace A"]),
        ("Ada B Lovelace.", ["Ada B Lovelace"]),
        ("Loom Research Consortium.", ["Loom Research Consortium"]),
    ):
        text = f"# Papers\n\n- {where}\n{TITLE}.\n{people}\n[PMID: 1234567]({URL})\nNote: worth it\n"
        (draft,) = papers(text)
        assert (draft.title, draft.venue, draft.year) == (TITLE, venue, 2015)
        assert [one.name for one in draft.authors] == authors
        assert URL in [one.url for one in draft.links]
        assert [note.body for note in draft.notes] == ["Note: worth it"]


def test_the_title_in_a_summary_may_be_a_question_or_have_two_lines() -> None:
    text = "- J Weav Sci. 2015 Mar;147(1):195-7.\nWhat do looms weave?\nLovelace AB, Turing A.\n"
    assert said(text, *WHO) == {"title": "What do looms weave?", "venue": "J Weav Sci", "year": 2015}
    text = "- J Weav Sci. 2015 Mar;147(1):195-7.\nWhat looms weave where\nall is wide.\nLovelace AB, Turing A.\n"
    assert said(text, *WHO) == {"title": "What looms weave where all is wide", "venue": "J Weav Sci", "year": 2015}
    assert names(text) == ["Lovelace AB", "Turing A"]


def test_who_stands_in_a_summary_is_left_out_where_it_is_no_list_of_names() -> None:
    text = f"- J Weav Sci. 2015 Mar;147(1):195-7.\n{TITLE}.\nLovelace AB, Turing, A.M.\n[PMID: 1234567]({URL})\n"
    assert said(text, "venue", "authors") == {"title": TITLE, "venue": "J Weav Sci", "authors": ()}


@pytest.mark.parametrize("names", ["Smith J, Doe A.", "Smith J., Doe A.", "*Smith J, Doe A.*", "*Smith J, Doe A*."])
@pytest.mark.parametrize("journal", ["Heredity", "Annals Botany", "Ecology Letters", "Gene Therapy", "Gut"])
@pytest.mark.parametrize("between", [", ", ". ", " "])
def test_a_journal_of_one_word_or_two_behind_initials_is_no_name(names: str, journal: str, between: str) -> None:
    facts = said(f"- [{TITLE}]({URL}). {names} {journal}{between}2003.\n", "venue", "year", "authors")
    assert (facts["venue"], facts["year"]) == (journal, 2003)
    assert [author.name.rstrip(".") for author in facts["authors"]] == ["Smith J", "Doe A"]


@pytest.mark.parametrize("names", ["Ada B., Alan C. Turing", "Ada J, Alan A. Turing"])
def test_a_name_behind_an_initial_is_no_journal(names: str) -> None:
    facts = said(f"- [{TITLE}]({URL}). {names}, 2003.\n", "venue", "authors")
    assert facts == {"title": TITLE, "venue": None, "authors": tuple(map(Author, names.split(", ")))}
