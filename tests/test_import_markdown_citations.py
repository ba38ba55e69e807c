"""Markdown reading lists -> drafts of papers: citations as the APA, Harvard and others have them."""

from __future__ import annotations

import pytest
from markdown_pages import said

from readtrack import importers
from readtrack.importers import Source
from readtrack.model import Draft

TITLE = "Notes on the looms of weavers"
URL = "https://e.org/a"


def paper(text: str) -> Draft:
    (draft,) = (one for one in importers.read(Source("a.md", text.encode()), "markdown") if isinstance(one, Draft))
    return draft


def names(draft: Draft) -> list[str]:
    return [one.name for one in draft.authors]


@pytest.mark.parametrize(
    "people",
    [
        "Lovelace, A. B., Brown, S. D., & Turing, A.",
        "Lovelace, A. B., Brown, S. D. and Turing, A.",
        "Lovelace, A. B. Brown, S. D., and Turing, A.",
        "Lovelace, A. B., Brown, S. D., ... & Turing, A.",
        "Lovelace, A. B.; Brown, S. D.; Turing, A.",
    ],
)
def test_a_family_name_that_is_a_university_too_is_one_among_family_names(people: str) -> None:
    draft = paper(f"# Papers\n\n- {people} (2008). {TITLE}. Journal of Weaving, 20(4), 87-92.\n")
    assert (draft.title, names(draft)) == (TITLE, ["A. B. Lovelace", "S. D. Brown", "A. Turing"])
    assert not any(one.affiliations for one in draft.authors)


def test_a_university_first_in_a_citation_is_a_family_name_where_initials_stand_behind_it() -> None:
    draft = paper(f"# Papers\n\n- Stanford, M. S., & Turing, A. (2008). {TITLE}. Journal of Weaving, 20(4), 87-92.\n")
    assert names(draft) == ["M. S. Stanford", "A. Turing"]


@pytest.mark.parametrize("journal", ["Looms", "Weaving research", "Cloth & thread", "Weaving: General", "Decade"])
@pytest.mark.parametrize(
    "numbers", ["20(4), 873-922", "20(4), 87", "8, 69", "1(1)", "192377", "3, p.1178926", "14(9), p.e021", "20, 3-4"]
)
def test_a_journal_is_told_by_its_place_behind_authors_year_and_title(journal: str, numbers: str) -> None:
    for cited in (f"Lovelace, A., & Turing, A. (2008). {TITLE}.", f"Lovelace, A. and Turing, A., 2008. {TITLE}."):
        draft = paper(f"# Papers\n\n- {cited} {journal}, {numbers}.\n")
        assert (draft.title, draft.venue, draft.year, draft.notes) == (TITLE, journal, 2008, ())


def test_a_journal_by_its_place_leaves_the_links_behind_it_to_the_paper() -> None:
    draft = paper(f"- Lovelace, A., & Turing, A. (2008). {TITLE}. Weaving research, 3, p.17. <{URL}>\n")
    assert (draft.venue, [link.url for link in draft.links]) == ("Weaving research", [URL])
    draft = paper(f"- Lovelace, A., & Turing, A. (2008). {TITLE}. Weaving research, 3, p.17. [[pdf]]({URL})\n")
    assert (draft.venue, [link.url for link in draft.links]) == ("Weaving research", [URL])


@pytest.mark.parametrize("title", [f'"{TITLE}."', f'"{TITLE},"', f"**{TITLE}**.", f"[{TITLE}]({URL}).", f"“{TITLE}.”"])
def test_a_journal_is_told_by_its_place_behind_a_title_that_is_set_apart(title: str) -> None:
    draft = paper(f"# Papers\n\n- Lovelace, A., & Turing, A. (2008). {title} Weaving research, 20(4), 87.\n")
    assert (draft.title, draft.venue, draft.year) == (TITLE, "Weaving research", 2008)


@pytest.mark.parametrize(
    "behind",
    [
        "Chapter, 3",
        "Section 3",
        "June, 12",
        "Acme Press, 2009",
        "I read it twice, 3 years ago",
        "It has two parts, 3 and 4",
        "Wiley, 320 pages",
        "Retrieved on June, 3",
    ],
)
def test_what_is_no_journal_behind_a_title_is_no_venue_by_its_place(behind: str) -> None:
    draft = paper(f"# Papers\n\n- Lovelace, A., & Turing, A. (2008). {TITLE}. {behind}.\n")
    assert (draft.title, draft.year) == (TITLE, 2008)
    assert draft.venue in (None, "Acme Press", "Wiley")


@pytest.mark.parametrize("marks", ["‘{}’,", "'{}',", "‘{}.’", "'{}.'"])
def test_a_title_in_single_quotation_marks_behind_authors_and_year_ends_with_them(marks: str) -> None:
    title = "Notes on weavers' looms"
    draft = paper(f"# Papers\n\n- Lovelace, A. (2008) {marks.format(title)} Weaving research, 20(4), pp. 87–92.\n")
    assert (draft.title, draft.venue, draft.year, names(draft)) == (title, "Weaving research", 2008, ["A. Lovelace"])


def test_the_year_behind_the_numbers_of_a_journal_is_that_of_the_paper() -> None:
    draft = paper(f"# Papers\n\n- Lovelace A, Turing B. {TITLE}. Weaving research, 20(4):87–92, 2008.\n")
    assert (draft.title, draft.venue, draft.year, draft.notes) == (TITLE, "Weaving research", 2008, ())


@pytest.mark.parametrize("people", ["Mox Wolling, Yoo Whyo Toh", "Mox Wolling", "Mox Wolling and Yoo Whyo Toh"])
def test_by_at_the_head_of_a_line_below_a_title_makes_names_of_words_that_are_no_known_names(people: str) -> None:
    draft = paper(f"# Papers\n\n- {TITLE}\n  - By {people}\n  - [[PDF]]({URL})\n")
    assert (", ".join(names(draft)), draft.notes) == (people.replace(" and", ","), ())


@pytest.mark.parametrize("words", ["By Contrastive Learning", "By hand", "By Friday", "By the way, Mox Wolling"])
def test_by_before_other_words_makes_no_names_of_them(words: str) -> None:
    assert paper(f"# Papers\n\n- {TITLE}\n  - {words}\n  - [[PDF]]({URL})\n").authors == ()


def test_names_in_italics_below_a_title_are_as_many_as_their_commas_say() -> None:
    draft = paper(f"**{TITLE}**<br>\n*Anlo Mettal, Basti Gardo*<br>\n20 Apr 2023<br>\n[[arXiv]({URL})]\n")
    assert (draft.title, names(draft)) == (TITLE, ["Anlo Mettal", "Basti Gardo"])


def papers(text: str) -> list[tuple[str, str]]:
    found = importers.read(Source("a.md", text.encode()), "markdown")
    return [(one.title, ", ".join(names(one))) for one in found if isinstance(one, Draft)]


@pytest.mark.parametrize("form", ["{} - [{}](https://e.org/{})", "{} – **{}** [pdf](https://e.org/{})"])
def test_what_stands_before_the_titles_of_a_list_is_a_person_where_that_is_so_before_the_others(form: str) -> None:
    known = ["Ada Lovelace", "Alan Turing", "John Sandberg", "David Miller"]
    said = [*((name, f"Notes on {name.split()[1]} looms") for name in known), ("Trygvo Helmakor", "Weaving with Cards")]
    text = "# Books\n\n" + "".join(f"- [ ] {form.format(*one, at)}\n" for at, one in enumerate(said))
    assert papers(text) == [(title, name) for name, title in said]


def test_what_stands_before_the_titles_of_a_list_is_no_person_where_no_other_is() -> None:
    text = "# Books\n\n" + "".join(f"- Trygvo Helmakor - [Weaving {n} Cards](https://e.org/{n})\n" for n in "abcd")
    assert not any(people for _, people in papers(text))


def test_words_in_bold_that_begin_small_are_no_title_behind_a_person() -> None:
    found = papers(f"# Looms\n\n- [{TITLE}]({URL})\n- Ada Lovelace - **not yet found**\n")
    assert "not yet found" not in dict(found)


def test_a_word_before_a_title_of_a_list_is_no_person_though_the_others_are() -> None:
    known = ["Ada Lovelace", "Alan Turing", "John Sandberg", "David Miller"]
    text = "".join(f"- {name} - [Notes on {name.split()[1]}s](https://e.org/{name[:3]})\n" for name in known)
    for words in ("Graph Learning", "OSDI", "Berkeley Labs"):
        assert papers(f"# Books\n\n{text}- {words} - [Weaving with Cards](https://e.org/x)\n")[-1][1] == ""


def test_who_stands_in_italics_below_a_title_is_a_person_where_that_is_so_below_the_others() -> None:
    known = ["Ada Lovelace, Alan Turing", "Alan Turing", "John Sandberg, David Miller"]
    said = [*((name, f"Notes on {name.split()[1]} looms") for name in known), ("Anlo Mettal", "Weaving with Cards")]
    form = "**{1}**<br>\n*{0}*<br>\n{3}, 20 Apr 2023<br>\n[[arXiv](https://e.org/{2})]\n\n"
    where = ["arXiv preprint", "arXiv preprint", "OSDI", "In Progress"]
    text = "# Papers\n\n" + "".join(form.format(*one, at, where[at]) for at, one in enumerate(said))
    assert [(title, people.rstrip(",")) for title, people in papers(text)] == [(title, name) for name, title in said]


@pytest.mark.parametrize("behind", [": Thesis", "", ", PhD Thesis"])
def test_one_person_with_the_family_name_first_behind_a_title_in_bold_is_its_author(behind: str) -> None:
    draft = paper(f"# Papers\n\n1. **{TITLE}**: Sandberg, Nicholas John{behind} [[pdf]]({URL})\n")
    assert (draft.title, names(draft)) == (TITLE, ["Nicholas John Sandberg"])


@pytest.mark.parametrize("label", ["**Paper 3.**", "**Paper 3**", "**Paper 3:**", "**Paper 3**."])
def test_a_number_in_bold_before_a_citation_is_no_title(label: str) -> None:
    cited = f"Lovelace, A., Brown, S.C. and Turing,\nA., 2019. {TITLE}. Weaving research, 37(2), pp.152-159.\n<{URL}>"
    draft = paper(f"# Papers\n\n{label} {cited}\n")
    assert (draft.title, draft.venue, draft.year, len(draft.authors)) == (TITLE, "Weaving research", 2019, 3)


@pytest.mark.parametrize("before", ["Turing, ", "Turing (1995). ", "Turing. 1995. ", "Turing, 1995. "])
def test_a_family_name_alone_before_a_dated_title_in_bold_is_its_author(before: str) -> None:
    draft = paper(f"# Papers\n\n- {before}**How to Weave with a Loom and Ten Cards**. (Jan 1995)\n")
    found = (draft.title, draft.year, names(draft))
    assert found == ("How to Weave with a Loom and Ten Cards", 1995, ["Turing"])


@pytest.mark.parametrize("before", ["Berlin", "Survey", "Intel", "Looms", "RMA"])
def test_another_word_before_a_dated_title_in_bold_is_no_author(before: str) -> None:
    assert paper(f"# Papers\n\n- {before}, **How to Weave with a Loom and Ten Cards** (Jan 1995)\n").authors == ()


@pytest.mark.parametrize(
    "behind",
    [
        "In J. Sandberg, & R. Miller-Dunn (Eds.), Handbook of Cards (2nd ed., pp. 1-94). The Loom Press.",
        "In J. Sandberg (Ed.), *Handbook of Cards* (pp. 1–94). Springer.",
        "In J. Sandberg (Ed.), Handbook of Cards. Springer.",
        "In: Sandberg, J. (ed.) Handbook of Cards. Springer, pp. 1-94.",
        "In Handbook of Cards (pp. 1-94). Springer.",
    ],
)
def test_the_book_that_a_chapter_is_in_is_its_venue_not_who_published_that(behind: str) -> None:
    draft = paper(f"# Papers\n\n- Lovelace, A., & Turing, A. (2017). {TITLE}. {behind}\n")
    assert (draft.title, draft.venue, draft.year) == (TITLE, "Handbook of Cards", 2017)
    assert names(draft) == ["A. Lovelace", "A. Turing"]


def test_proceedings_with_pages_in_brackets_are_called_as_elsewhere() -> None:
    for behind in ("(pp. 30-40). IEEE.", "(pp. 30-40)."):
        where = f"In Proceedings of the 3rd International Conference on Machine Learning (ICML) {behind}"
        assert paper(f"# Papers\n\n- Lovelace, A., & Turing, A. (2017). {TITLE}. {where}\n").venue == "ICML"


def test_an_author_in_a_bullet_keeps_a_bracket_that_names_no_workplace() -> None:
    assert names(paper(f"- [{TITLE}]({URL})\n  - Authors:\n    - A0À)\n    - Ada Lovelace\n")) == [
        "A0À)",
        "Ada Lovelace",
    ]


@pytest.mark.parametrize(
    ("before", "people"),
    [
        ("Ada Lovelace et al., ", ["Ada Lovelace"]),
        ("Lovelace, Turing, and Hopper, ", ["Lovelace", "Turing", "Hopper"]),
        ("Ada Lovelace, ", ["Ada Lovelace"]),
        ("**AE-2**, Ada Lovelace et al., ", ["Ada Lovelace"]),
        ("**LOOM and AE**, Lovelace and Turing，", ["Lovelace", "Turing"]),
    ],
)
def test_who_stands_before_a_title_that_a_comma_and_a_year_end_wrote_it(before: str, people: list[str]) -> None:
    for title in (TITLE, "Bounded Looms in Practice"):
        draft = paper(f"# Papers\n\n1. {before}{title}, 1843, [paper]({URL})\n")
        assert (draft.title, draft.year, names(draft)) == (title, 1843, people)


@pytest.mark.parametrize(
    "line", ["Looms, Cards and Weft, A Study of Weaving, 1843", "Looming Large, Weaving Small Patterns in Cards, 1843"]
)
def test_what_stands_before_a_comma_in_a_title_is_no_person(line: str) -> None:
    draft = paper(f"# Papers\n\n1. {line}, [paper]({URL})\n")
    assert draft.title.startswith(line.split(",")[0])
    assert not draft.authors


def test_authors_behind_a_short_title_in_bold_leave_it_one() -> None:
    draft = paper(f"# Papers\n\n1. **Looms of Old**, Ada Lovelace et al., Cards Tools and Weft, 1843 [p]({URL})\n")
    assert draft.title == "Looms of Old"


@pytest.mark.parametrize("blank", [" ", "\t"])
def test_a_title_in_bold_right_behind_people_needs_no_sign_between_them(blank: str) -> None:
    draft = paper(f"# Papers\n\n1. Alan Turing, Grace Hopper, and Ada Lovelace{blank}**{TITLE}.** [[Paper]({URL})]\n")
    assert (draft.title, names(draft)) == (TITLE, ["Alan Turing", "Grace Hopper", "Ada Lovelace"])
    draft = paper(f"# Papers\n\n1. Deep Looms{blank}**In Great Detail** [[Paper]({URL})]\n")
    assert (draft.title, names(draft)) == ("Deep Looms In Great Detail", [])


def test_the_name_in_bold_of_who_keeps_a_list_is_no_title() -> None:
    draft = paper(f"# Papers\n\n1. Alan Turing, **Ada Lovelace**, {TITLE}, ICML 2020 [[Paper]({URL})]\n")
    assert (draft.title, names(draft), draft.venue) == (TITLE, ["Alan Turing", "Ada Lovelace"], "ICML")


@pytest.mark.parametrize(
    "rest", [f": **{TITLE}.**", f".<br>**{TITLE}.**", f". {TITLE}. ICML 2020.", f": <br />\n   **{TITLE}.**"]
)
def test_the_first_of_the_authors_in_bold_is_no_title(rest: str) -> None:
    draft = paper(f"# Papers\n\n1. **Ada Lovelace**, Alan Turing{rest} [[Paper]({URL})]\n")
    assert (draft.title, names(draft)) == (TITLE, ["Ada Lovelace", "Alan Turing"])


def test_a_title_in_bold_that_is_a_name_stays_one() -> None:
    draft = paper(f"# Papers\n\n1. **Ada Lovelace**: a tale of looms [[Paper]({URL})]\n")
    assert draft.title.startswith("Ada Lovelace")
    assert not draft.authors


@pytest.mark.parametrize("city", ["San Francisco", "Santa Barbara"])
def test_a_city_before_a_title_wrote_nothing(city: str) -> None:
    page = f"# Papers\n\n- {city}, Weaving the wide looms, 2020 [[paper]]({URL})\n"
    assert [people for _, people in papers(page)] == [""]


def test_the_version_of_what_is_cited_is_no_journal() -> None:
    assert paper(f"# Papers\n\n- Lovelace, A. (2020). Weaving the wide cards. Version, 2.0. {URL}\n").venue is None


@pytest.mark.parametrize("role", ["(Eds.)", "(eds)", "(Editors)", "(Ed.)"])
def test_who_edited_a_book_stands_as_its_authors_do(role: str) -> None:
    draft = paper(f"# Books\n\n- Lovelace, A., & Turing, A. M. {role}. (2016). {TITLE}. Elsevier.\n")
    assert (draft.title, names(draft), draft.year) == (TITLE, ["A. Lovelace", "A. M. Turing"], 2016)
    draft = paper(f"# Books\n\n- Lovelace, A. {role}. (2016). {TITLE}. Elsevier.\n")
    assert (draft.title, names(draft), draft.year) == (TITLE, ["A. Lovelace"], 2016)


@pytest.mark.parametrize("day", ["January 1967", "3 January 1967", "Jan 1967", "January 3, 1967"])
def test_a_month_before_the_year_in_brackets_behind_the_author_says_when_too(day: str) -> None:
    for cited in (
        f'Wrenfold, Ada ({day}). "{TITLE}". Weaving. 13 (1): 22–24.',
        f"Wrenfold, A. ({day}). {TITLE}. Looms.",
    ):
        draft = paper(f"# Papers\n\n{cited}\n")
        assert (draft.title, draft.year, len(draft.authors)) == (TITLE, 1967, 1)


@pytest.mark.parametrize("publisher", ['" Loom Media, Inc."', '"Loom Media, Inc."'])
def test_a_publisher_in_quotation_marks_behind_a_title_is_none_itself(publisher: str) -> None:
    draft = paper(f"# Books\n\n- Lovelace, A., & Turing, A. (2006). {TITLE}: with cards and threads. {publisher}.\n")
    assert (draft.title, draft.year) == (f"{TITLE}: with cards and threads", 2006)
    assert names(draft) == ["A. Lovelace", "A. Turing"]


def test_a_full_stop_in_brackets_ends_no_title_of_a_citation() -> None:
    draft = paper("# Books\n\n- Lovelace, A., & Turing, A. (2006). Weaving of wide looms (Vol. 2). Loom Press.\n")
    assert (draft.title, draft.year) == ("Weaving of wide looms (Vol. 2)", 2006)


@pytest.mark.parametrize("family", ["Weaving", "Kettling", "Lovelace"])
def test_one_author_family_name_first_is_told_by_the_others_behind_whatever_words_the_name_is_of(family: str) -> None:
    draft = paper(f'# Papers\n\n{family}, Ada Pack, et al.. "{TITLE}"\n')
    assert (draft.title, names(draft)) == (TITLE, [f"Ada Pack {family}"])


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("*Looms* in Purgatory", "Looms in Purgatory"),
        ("*Escherichia loomii* under the card", "Escherichia loomii under the card"),
        ("*Loom v. Card* and the weavers", "Loom v. Card and the weavers"),
        ("*Weaving with cards* (2nd ed.)", "Weaving with cards"),
        ("*Weaving with cards*", "Weaving with cards"),
    ],
)
def test_behind_people_and_year_in_bold_a_title_may_only_begin_in_italics(title: str, words: str) -> None:
    draft = paper(f"# Books\n\n- **Lovelace, A., & Turing, A. (2006).** {title}. *Nature*, 171, 737.\n")
    assert (draft.title, draft.venue, draft.year) == (words, "Nature", 2006)
    assert names(draft) == ["A. Lovelace", "A. Turing"]


@pytest.mark.parametrize(
    ("behind", "title", "venue", "year"),
    [
        ("NeurIPS 2014. PLOS ONE 2021.", "The Reviewer Experiment, NeurIPS 2014", "PLOS ONE", 2021),
        ("NeurIPS 2014. arXiv 2013.", "The Reviewer Experiment", "NeurIPS", 2014),
        ("NeurIPS 2014. Weaves well.", "The Reviewer Experiment", "NeurIPS", 2014),
    ],
)
def test_a_conference_that_a_title_ends_in_stays_where_the_paper_appeared_elsewhere(
    behind: str, title: str, venue: str, year: int
) -> None:
    facts = said(f"- Lovelace, A., Turing, B. The Reviewer Experiment, {behind}\n", "venue", "year")
    assert facts == {"title": title, "venue": venue, "year": year}


def test_a_given_name_with_a_j_behind_it_is_no_journal_where_the_family_name_stands_first() -> None:
    line = f"- [{TITLE}](https://e.org/a). Lovelace, Ian J., Alan Turing, and Grace Hopper. ICLR 2015.\n"
    expected = said(line, "venue", "authors", "notes")
    assert [one.name for one in expected["authors"]] == ["Ian J. Lovelace", "Alan Turing", "Grace Hopper"]
    assert (expected["venue"], expected["notes"]) == ("ICLR", ())


def test_a_title_of_one_word_and_a_colon_is_none_of_the_last_author_whose_name_has_a_hyphen() -> None:
    line = "- A. Turing, L.-J. Li, and L. Fei-Fei. LoomNet: A Large-Scale Hierarchical Loom. In CVPR, 2009.\n"
    told = said(line, "venue", "authors")
    assert (told["title"], told["venue"]) == ("LoomNet: A Large-Scale Hierarchical Loom", "CVPR")
    assert [one.name for one in told["authors"]] == ["A. Turing", "L.-J. Li", "L. Fei-Fei"]


def test_an_initial_before_an_ampersand_is_no_journal() -> None:
    told = said(f"- [{TITLE}]({URL}), (2024) by *Lovelace, J., & Turing, A*\n", "venue", "authors")
    assert (told["venue"], [one.name for one in told["authors"]]) == (None, ["J. Lovelace", "A. Turing"])


def test_one_author_with_the_family_name_first_is_one_where_authors_stand_behind_years() -> None:
    others = "".join(f"- [Weaving Cards {at}]({URL}{at}) (2012) - Turing A, Gómez Ferro D.\n" for at in "bcde")
    page = f"# Papers\n\n- [{TITLE}]({URL}) (1998) - Lovelace, Grace.\n{others}"
    first = next(
        found for found in importers.read(Source("a.md", page.encode()), "markdown") if isinstance(found, Draft)
    )
    assert [one.name for one in first.authors] == ["Grace Lovelace"]


def test_the_later_year_of_a_venue_behind_the_title_of_a_citation_is_that_of_the_paper() -> None:
    names = "Ada Lovelace, Alan Turing, and Grace Hopper"
    assert said(f"- {names}. 2022. {TITLE}. in CVPR (2023). [paper]({URL})\n", "year", "venue") == {
        "title": TITLE,
        "year": 2023,
        "venue": "CVPR",
    }
    preprint = said(f"- {names}. 2022. {TITLE}. arXiv (2023). [paper]({URL})\n", "year")
    assert preprint["year"] == 2022


@pytest.mark.parametrize(
    ("where", "venue"), [("in MM (2022)", "ACM MM"), ("PMLR (2022)", "PMLR"), ("LTO (2022)", "LTO")]
)
def test_a_name_and_its_year_in_brackets_behind_the_title_of_a_citation_are_its_venue(where: str, venue: str) -> None:
    line = f"- Ada Lovelace, Alan Turing, and Grace Hopper. 2022. {TITLE}. {where}. [paper]({URL})\n"
    assert said(line, "venue", "year") == {"title": TITLE, "venue": venue, "year": 2022}


@pytest.mark.parametrize(
    ("where", "venue"),
    [
        ("NeurIPS (2022).", "NeurIPS"),
        ("ICML. 16784–16804.", "ICML"),
        ("In IEEE Conference on Computer Vision and Pattern Recognition. 10–16.", "CVPR"),
        ("Loom computation 23, 2 (2022), 374–420", "Loom computation"),
    ],
)
def test_where_a_paper_appeared_stands_between_its_title_and_who_wrote_it(where: str, venue: str) -> None:
    line = f"* {TITLE}. {where} Ada Lovelace, Alan Turing, and Grace Hopper. 2022. [paper]({URL})\n"
    found = said(line, "venue", "year", "authors")
    assert (found["title"], found["venue"], found["year"], len(found["authors"])) == (TITLE, venue, 2022, 3)


def test_names_right_behind_the_stop_of_a_title_are_no_part_of_it() -> None:
    found = said(f"* {TITLE}.Ada Lovelace, Alan Turing, Grace Hopper. CVPR 2023. [paper]({URL})\n", "authors")
    assert (found["title"], len(found["authors"])) == (TITLE, 3)


def test_what_people_are_called_on_a_website_is_no_part_of_their_names() -> None:
    found = said(f"* [{TITLE}]({URL}), Ada Lovelace (@ada),Alan Turing (@alan_t) et al.\n", "authors")
    assert [one.name for one in found["authors"]] == ["Ada Lovelace", "Alan Turing"]


@pytest.mark.parametrize("who", ["Lovelace et al.", "Lovelace and Turing", "Ada Lovelace, Alan Turing"])
@pytest.mark.parametrize("rest", ["which wove the first cards, and more", "a classic"])
def test_behind_who_where_and_when_a_remark_stands(who: str, rest: str) -> None:
    draft = paper(f"# Papers\n\n- [{TITLE}]({URL}) - {who}, OSDI 2020, {rest}.\n")
    assert (draft.title, draft.venue, draft.year) == (TITLE, "OSDI", 2020)
    assert names(draft)[0] in ("Lovelace", "Ada Lovelace")
    assert [note.body for note in draft.notes] == [rest]


def test_a_remark_that_speaks_of_a_year_names_nobody() -> None:
    remark = "the best of its kind, shown at OSDI 2020, a classic"
    draft = paper(f"# Papers\n\n- [{TITLE}]({URL}) - {remark}\n")
    assert (draft.authors, [note.body for note in draft.notes]) == ((), [remark])
