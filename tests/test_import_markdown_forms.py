"""Markdown reading lists -> drafts of papers: the forms of awesome lists, and what on their pages is no paper."""

from __future__ import annotations

from typing import Any

import pytest
from markdown_pages import ADA, ALAN, GRACE, TITLE, URL, papers, said, titles, told

from readtrack.importers._authors import authors_of
from readtrack.model import Author


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (f"NIPS 2018 Spotlight [{TITLE}]({URL})", {"venue": "NeurIPS", "year": 2018}),
        (f"arXiv 2022 [{TITLE}]({URL})", {"venue": "arXiv", "year": 2022}),
        (f"arXiv 2018,06, {TITLE}. [Website]({URL})", {"venue": "arXiv", "year": 2018}),
        (f"[[2017-NIPS]]({URL}) **{TITLE}** [:octocat:](https://e.org/b)", {"venue": "NeurIPS", "year": 2017}),
        (f"**[Machines] {TITLE}**. (2023-ICLR) Ada Lovelace, Alan Turing.", {"venue": "ICLR", "tags": ("Machines",)}),
        (f"**(5) {TITLE} (Usenix Security 20)** {URL}", {"venue": "USENIX Security", "year": 2020}),
        (f"[{TITLE}]({URL}), 2020 Nips, no code", {"venue": "NeurIPS", "year": 2020}),
        (f'"{TITLE}", PR, 2020. [[Paper]({URL})]', {"venue": "PR", "year": 2020}),
        (f"[{TITLE}]({URL}), RA-L 2020 and arXiv 2022.", {"venue": "RA-L", "year": 2020}),
        (f"{TITLE} (OSDI 2021 from Ada Lovelace)", {"venue": "OSDI", "year": 2021}),
        (f"{TITLE} (Distributed and Parallel Databases 2020)", {"venue": "Distributed and Parallel Databases"}),
        (f"{TITLE} (preprint'23) [link to paper]({URL})", {"venue": None, "year": 2023}),
        (f"**{TITLE}.** ![](https://img.shields.io/badge/EMNLP_2018-blue) [[pdf]({URL})]", {"venue": "EMNLP"}),
        (f"{TITLE}, *Book* 2021. [[Link]]({URL})", {"venue": None, "year": 2021, "type": "book"}),
        (f"{TITLE} (Google 2014).pdf", {"venue": None, "year": 2014}),
        (f"[LWN] {TITLE}.pdf", {"tags": ("LWN",)}),
        (f"*{TITLE}(OSDI'14)*: [笔记](14/loom.md), [原文]({URL})", {"venue": "OSDI", "year": 2014}),
        (f"《{TITLE}》2014年的文章，织机", {"venue": None, "year": 2014}),
        (f"《{TITLE}》一台织机，2014年最新发布", {"venue": None, "year": 2014}),
        (f"《{TITLE}》 (OSDI 2014)", {"venue": "OSDI", "year": 2014}),
    ],
)
def test_venue_and_year_are_read_wherever_an_awesome_list_has_them(line: str, expected: dict[str, Any]) -> None:
    assert said(f"# Papers\n\n- {line}", *expected) == {"title": TITLE, **expected}


@pytest.mark.parametrize(
    ("cited", "venue", "year"),
    [
        ("Nature 521.7553 (2015): 436-444", "Nature", 2015),
        ("Neural computation 18.7 (2006): 1527-1554", "Neural computation", 2006),
        ("2013 IEEE international conference on acoustics, speech and signal processing. IEEE, 2013", "ICASSP", 2013),
    ],
)
def test_a_journal_is_read_from_a_citation_in_the_style_of_the_mla(cited: str, venue: str, year: int) -> None:
    line = f'- Lovelace, Ada, Alan Mathison Turing, and Grace Hopper. "**{TITLE}**." {cited}. [[pdf]]({URL})'
    authors = (ADA, Author("Alan Mathison Turing"), GRACE)
    expected = {"title": TITLE, "venue": venue, "year": year, "authors": authors}
    assert said(f"# Papers\n\n{line}", "venue", "year", "authors") == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (f"(GPT-2) {TITLE}. ICML 2019. [[Paper]({URL})]", {"tags": ("GPT-2",), "venue": "ICML"}),
        (f"(Storage system) [{TITLE} (OSDI'18)]({URL})", {"tags": ("Storage system",), "year": 2018}),
        (f"*What it began with*  [{TITLE}]({URL}) [1984]", {"year": 1984}),
        (f"**Engine:** Ada Lovelace and Alan Turing. {TITLE}. AISTATS, 2017.", {"authors": (ADA, ALAN), "year": 2017}),
        (f"**Engine** - `{TITLE}` (SOSP'13). [[paper]]({URL})", {"venue": "SOSP", "year": 2013}),
        (f"{TITLE} (from Acme) (a first attempt at it) [paper]({URL})", {"venue": None}),
        (f"{TITLE} (NeurIPS'23) [Main Page]({URL}), [code](https://e.org/b)", {"venue": "NeurIPS"}),
    ],
)
def test_what_stands_around_a_title_is_no_part_of_it(line: str, expected: dict[str, Any]) -> None:
    assert said(f"# Papers\n\n- {line}", *expected) == {"title": TITLE, **expected}


def test_a_word_in_brackets_that_belongs_to_a_title_stays_in_it() -> None:
    text = f"# Papers\n\n- (Almost) Nothing About Engines [[pdf]]({URL})\n- (Locally) Private Engines [[pdf]]({URL})"
    assert titles(text) == ["(Almost) Nothing About Engines", "(Locally) Private Engines"]


def test_a_title_goes_on_behind_the_link_that_begins_it() -> None:
    lines = f"- [Boosting Engines with Cards]({URL}): A Card-Driven Approach\n- [Acme HPN:]({URL}) A Network of Looms"
    text = f"# Papers\n\n{lines}"
    assert titles(text) == ["Boosting Engines with Cards: A Card-Driven Approach", "Acme HPN: A Network of Looms"]


@pytest.mark.parametrize(
    ("line", "title", "authors"),
    [
        (f"Ada Lovelace and Alan Turing: {TITLE}, ICML 2001.", TITLE, (ADA, ALAN)),
        (f"Ada Lovelace, Alan Turing, and Grace Hopper: {TITLE}, 1998.", TITLE, (ADA, ALAN, GRACE)),
        (f"Ada Lovelace: {TITLE}, 2009.", TITLE, (ADA,)),
        (
            f"Turing, A. (1991) What do you want? A study. *Mind*, 33(2), 12-20. {URL}",
            "What do you want? A study",
            None,
        ),
        (f'Ada Lovelace et al.: "Can They Think?": {TITLE}, KDD 2016.', f'"Can They Think?": {TITLE}', (ADA,)),
        (f"**{TITLE}** *Ankesh Hopper* [[blog]]({URL})", TITLE, (Author("Ankesh Hopper"),)),
        (f"**{TITLE};** Piyawat Lovelacekul and Grace Hopper", TITLE, (Author("Piyawat Lovelacekul"), GRACE)),
    ],
)
def test_authors_before_a_colon_and_titles_with_a_question_are_told_apart(
    line: str, title: str, authors: tuple[Author, ...] | None
) -> None:
    (draft,) = papers(f"# Papers\n\n- {line}\n")
    assert draft.title == title
    assert authors is None or draft.authors == authors


@pytest.mark.parametrize(
    ("places", "affiliations"),
    [
        ("Courant Institute, NYU", ("Courant Institute, NYU",)),
        ("MIT EECS & CSAIL", ("MIT EECS & CSAIL",)),
        ("Secure Engines Lab, University of Loom", ("Secure Engines Lab, University of Loom",)),
        ("Bell Labs, Princeton University", ("Bell Labs", "Princeton University")),
    ],
)
def test_a_part_of_a_university_stands_with_its_name(places: str, affiliations: tuple[str, ...]) -> None:
    found = authors_of(f"Ada Lovelace ({places}) and Alan Turing (Acme Inc)")
    assert found == (Author("Ada Lovelace", affiliations), Author("Alan Turing", ("Acme Inc",)))


def test_a_person_with_the_name_of_a_company_is_a_person() -> None:
    assert [one.name for one in authors_of("Ada Lovelace, Huawei Turing and Grace Hopper")] == [
        "Ada Lovelace",
        "Huawei Turing",
        "Grace Hopper",
    ]


def test_a_heading_that_is_a_link_with_notes_below_it_is_a_paper() -> None:
    (draft,) = papers(f"# Papers\n\n## Basics\n\n### [{TITLE}]({URL})\n\n- What it says.\n- What it leaves open.")
    assert (draft.title, draft.topic) == (TITLE, "Basics")
    assert [note.body for note in draft.notes] == ["What it says.", "What it leaves open."]


def test_a_heading_that_is_a_link_with_papers_below_it_heads_them() -> None:
    first = f"- [ ] **Ada Lovelace**, Alan Turing:\n  **{TITLE}.**\n"
    second = "- [ ] **Grace Hopper**, Alan Turing:\n  **Cards of Looms.**\n"
    found = papers(f"# Papers\n\n## [Looms in Use]({URL})\n\n{first}{second}")
    assert [(one.title, one.topic) for one in found] == [(TITLE, "Looms in Use"), ("Cards of Looms", "Looms in Use")]
    assert titles(f"# Papers\n\n## [{TITLE}]({URL})\n\n- Ada Lovelace, Alan Turing. OSDI 2020\n") == [TITLE]


def test_a_heading_in_full_with_its_acronym_and_a_folded_year_say_venue_and_year() -> None:
    text = (
        "# Papers\n\n## The Network and Distributed System Security Symposium (NDSS)\n\n"
        f"<details><summary>2025 (10 papers)</summary>\n\n- [{TITLE}]({URL})\n\n</details>"
    )
    assert said(text, "venue", "year") == {"title": TITLE, "venue": "NDSS", "year": 2025}


@pytest.mark.parametrize("heading", ["2025年", "2025 年", "2025 年论文"])
def test_a_heading_that_says_the_year_in_chinese_dates_what_is_below_it(heading: str) -> None:
    assert said(f"# 論文\n\n## {heading}\n\n### Looms\n\n- [{TITLE}]({URL})\n", "year")["year"] == 2025


def test_lines_of_an_entry_that_begin_with_the_labels_of_the_page_are_its_notes() -> None:
    entries = "".join(
        f"{n}. Ada Lovelace (2014) - Engine {n} of the Looms\nTasks: weaving\nData: cards\n" for n in (1, 2, 3)
    )
    found = papers(f"# Papers\n\n{entries}")
    assert [draft.title for draft in found] == [
        "Engine 1 of the Looms",
        "Engine 2 of the Looms",
        "Engine 3 of the Looms",
    ]
    assert [note.body for note in found[0].notes] == ["Tasks: weaving", "Data: cards"]


def test_lines_of_title_prose_and_address_are_a_paper() -> None:
    text = (
        "# Papers\n\nProgram Synthesis with Analytical Engines (Lovelace et al., 1843)\n"
        "This paper investigates how engines weave patterns as looms do.\n[https://e.org/a]\n"
    )
    (draft,) = papers(text)
    assert (draft.title, draft.year) == ("Program Synthesis with Analytical Engines", 1843)
    assert draft.links[0].url == URL


def test_an_item_of_people_alone_is_who_wrote_the_paper_before_it() -> None:
    text = f"# Papers\n\n- [{TITLE}]({URL})\n- Ada Lovelace and Alan Turing and Grace Hopper\n"
    assert said(text, "authors") == {"title": TITLE, "authors": (ADA, ALAN, GRACE)}


def test_titles_above_lists_of_their_own_and_papers_with_a_colon_are_kept_apart() -> None:
    text = (
        "# Papers\n\n**`Who wins?`**\n"
        f"* Clash of the Engines: Looms vs. Cards, VLDB 2015, ([paper]({URL}))\n"
        f"* Flint: Batch Processing on Looms, NSDI 2017, ([paper]({URL}))\n"
    )
    assert titles(text) == ["Clash of the Engines: Looms vs. Cards", "Flint: Batch Processing on Looms"]


@pytest.mark.parametrize(
    "text",
    [
        "## Contents\n\n1. [Foundations](foundations.md)\n2. [Systems](systems.md)\n",
        "## Topics\n\n- [Engines](https://github.com/a/b#engines)\n- [The Looms](https://github.com/a/b#the-looms)\n",
        "1. Basics\n&emsp;1.1 [Looms](https://github.com/a/b#11-looms)\n2. [Cards](https://github.com/a/b#2-cards)\n",
        "## Venues\n\n- **LOOM** (International Symposium on Looms)\n- **CARDS** (Workshop on Cards)\n",
        "## Venues\n\n- [2023 Workshop](https://e.org/1)\n- [2022 Accepted Papers](https://e.org/2)\n",
        "[Add a paper](https://github.com/a/b#add-a-paper)\n[Join the group](https://github.com/a/b#join-the-group)\n",
        "## Updates\n\n- 2023/3/29 We add papers from `WWW'22` and `SIGIR'22`.\n",
        f"This repository collects papers on engines. It goes with the survey [paper]({URL}).\n",
        "[Survey Paper](https://e.org/1) | [All Notes](https://e.org/2) | [Our Blog](https://e.org/3)\n",
        "## Tasks\n\n- [ ] Add more papers on networks\n- [x] Write the introduction\n",
        "## Keywords\n\n- ![](https://img.shields.io/badge/Training-red) Model training\n- ML platform/pipeline\n",
    ],
)
def test_contents_news_tasks_and_legends_are_no_papers(text: str) -> None:
    assert titles(f"# Papers\n\n{text}\n## Engines\n\n- [{TITLE}]({URL}), OSDI 2020") == [TITLE]


def test_a_task_of_the_list_is_told() -> None:
    assert told("# Papers\n\n- [ ] Add more papers on networks\n- [x] The Part-Time Parliament")[0].startswith(
        "is a task"
    )


def test_the_dates_of_a_list_head_what_stands_below_them() -> None:
    below = f"  - Paper: [{TITLE}]({URL})\n  - Paper: [The Engines of Old]({URL}) (ICML 2026)\n"
    text = f"# Papers\n\n- **[2026.05.27]**\n{below}"
    assert titles(text) == [TITLE, "The Engines of Old"]


@pytest.mark.parametrize("nick", ["LOOM", "twofold LOOM", "L&W"])
def test_a_nickname_between_a_venue_and_a_link_is_the_short_name(nick: str) -> None:
    for gap in (" ", ""):
        (draft,) = papers(f"# Papers\n\n- 2015 ICLR {nick}{gap}[{TITLE}]({URL})\n")
        assert (draft.title, draft.venue, draft.year, draft.name) == (TITLE, "ICLR", 2015, nick)


def test_a_second_venue_before_a_link_is_no_nickname() -> None:
    (draft,) = papers(f"# Papers\n\n- 2015 CVPR ICLR [{TITLE}]({URL})\n")
    assert draft.name is None


def test_a_badge_whose_venue_is_glued_to_its_year_is_the_venue() -> None:
    badge = "![](https://img.shields.io/badge/ICLR2024-FAEFCA)"
    (draft,) = papers(f"# Papers\n\n1. **{TITLE}.**\n   *Ada Lovelace, Alan Turing.* [[pdf]({URL})], 2023.7, {badge}\n")
    assert (draft.title, draft.venue) == (TITLE, "ICLR")


@pytest.mark.parametrize(
    ("words", "venue"),
    [
        ("ICML%202024", "ICML"),
        ("ICML24", "ICML"),
        ("EMNLP%202024%20Findings", "Findings of EMNLP"),
        ("ICLR-2024", "ICLR"),
    ],
)
@pytest.mark.parametrize("shown", ["![loom]({0})", "[![loom]({0})](https://e.org/b)", "[![loom]({0})]({1})"])
def test_a_badge_says_where_and_when_and_its_year_is_the_papers(shown: str, words: str, venue: str) -> None:
    badge = shown.format(f"https://img.shields.io/badge/{words}-blue", URL)
    expected = {"title": TITLE, "venue": venue, "year": 2024}
    assert said(f"# Papers\n\n* (2023-02) [{TITLE}]({URL}) {badge}\n", "venue", "year") == expected


@pytest.mark.parametrize(
    "words", ["License-2024", "Updated-June%202024", "Loom%202024%20Weavers", "Cards-ICML", "MICRO54%20Best"]
)
def test_other_badges_say_nothing(words: str) -> None:
    page = f"# Papers\n\n* (2023-02) [{TITLE}]({URL}) ![](https://img.shields.io/badge/{words}-blue)\n"
    assert said(page, "venue", "year", "tags") == {"title": TITLE, "venue": None, "year": 2023, "tags": ()}


def test_a_name_before_a_colon_that_its_title_spells_out_is_no_venue_though_one_is_called_so() -> None:
    title = "PACT: Pattern-Aware Cards for Threads"
    (draft,) = papers(f"# Papers\n\n* {title} [[Paper]({URL})]\n")
    assert (draft.title, draft.venue) == (title, None)


def test_the_in_before_a_venue_in_italics_is_not_of_the_title() -> None:
    (draft,) = papers(f"# Papers\n\n- When do Engines Escape the Looms? In *ICML 2018*. [[pdf]({URL})]\n")
    assert (draft.title, draft.venue, draft.year) == ("When do Engines Escape the Looms?", "ICML", 2018)


def test_a_title_in_small_letters_among_numbered_titles_is_taken() -> None:
    cased = [f"Analytical Engines for Weaving Pattern {number}" for number in range(1, 7)]
    every = [*cased, "weaving patterns: looms, cards and engines"]
    listed = "".join(f"{number}. {title}\n" for number, title in enumerate(every, 1))
    linked = f"## Engines\n\n- [{TITLE}]({URL}), OSDI 2020\n"
    assert titles(f"# Papers\n\n## Looms\n\n{listed}\n{linked}") == [*every, TITLE]


@pytest.mark.parametrize(
    ("cited", "venue", "authors"),
    [
        (f"Lovelace, A., & Turing, A. (1843). {TITLE}. *Nature*, 3(1), 12-20.", "Nature", ("A. Lovelace", "A. Turing")),
        (f"Lovelace, Ada B. (1843). {TITLE}. In Proceedings of ICML.", "ICML", ("Ada B. Lovelace",)),
        (f"Lovelace A, Turing AM. {TITLE}. J Eng Res. 1843;12(3):12-20.", "J Eng Res", ("Lovelace A", "Turing AM")),
        (f"Lovelace A, Turing AM, et al. {TITLE}. Nature. 1843 Jan 2;12:20.", "Nature", ("Lovelace A", "Turing AM")),
    ],
)
def test_a_citation_is_read_in_the_text_of_a_link_as_beside_one(
    cited: str, venue: str, authors: tuple[str, ...]
) -> None:
    for line in (f"[{cited}]({URL})", f"{cited} [pdf]({URL})"):
        (draft,) = papers(f"# Papers\n\n- {line}\n")
        found = (draft.title, draft.venue, draft.year, tuple(one.name for one in draft.authors))
        assert found == (TITLE, venue, 1843, authors)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"- [WebLoom : {TITLE}]({URL})", {"title": f"WebLoom : {TITLE}", "authors": ()}),
        (f"- <[{TITLE}]({URL}) by Ada Lovelace, 2010.", {"title": TITLE, "year": 2010, "authors": (ADA,)}),
        (f"- WebLoom | {TITLE} | [pdf]({URL})", {"title": TITLE, "name": "WebLoom", "venue": None}),
        (f"- WebLoom | {TITLE} | ICML 2020 | [pdf]({URL})", {"title": TITLE, "name": "WebLoom", "venue": "ICML"}),
        (f"- Systems | {TITLE} | [pdf]({URL})", {"title": TITLE, "name": None, "tags": ("Systems",)}),
        (f"- OSDI | {TITLE} | [pdf]({URL})", {"title": TITLE, "venue": "OSDI"}),
        (f"- [{TITLE}] CVPR2020", {"title": TITLE, "venue": "CVPR", "year": 2020}),
        (f"{TITLE} (2025). *Journal of Looms*", {"title": TITLE, "venue": "Journal of Looms", "year": 2025}),
        (
            f"[{TITLE}](https://arxiv.org/abs/1703.03126)\n2022.04 ![b](https://e.org/b.png)",
            {"title": TITLE, "year": 2022},
        ),
    ],
)
def test_names_and_dates_before_and_behind_a_title_are_no_part_of_it(text: str, expected: dict[str, Any]) -> None:
    assert said(f"# Papers\n\n{text}\n", *expected) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (f"[2018-IJCAI-{TITLE}]({URL})", {"venue": "IJCAI", "year": 2018}),
        (f"[2016 CVPR {TITLE}]({URL})", {"venue": "CVPR", "year": 2016}),
        (f"[CVPR21 {TITLE}]({URL})", {"venue": "CVPR", "year": 2021}),
        (f"CVPR 2021 {TITLE} [pdf]({URL})", {"venue": "CVPR", "year": 2021}),
        (f"[NeurIPS 2018] [cited by 51] [Learning abstract looms]({URL})", {"title": "Learning abstract looms"}),
        (f"Paper: *{TITLE}*, {URL}", {"venue": None}),
        (f"[NeurIPS 2018 Workshop on Looms]({URL})", {"title": "NeurIPS 2018 Workshop on Looms"}),
        (
            f"**WebLoom**: A Model of Looms for\nWeaving. [[Paper]({URL})]",
            {"title": "WebLoom: A Model of Looms for Weaving"},
        ),
    ],
)
def test_a_conference_before_a_title_needs_no_sign_between_them(line: str, expected: dict[str, Any]) -> None:
    assert said(f"# Papers\n\n- {line}\n", *expected) == {"title": TITLE, **expected}


@pytest.mark.parametrize(
    ("cited", "venue", "year", "authors"),
    [
        (
            "Lovelace A B, Turing A. {}[J]. arXiv preprint arXiv:1312.6114, 2013.",
            "arXiv",
            2013,
            ("Lovelace A B", "Turing A"),
        ),
        (
            "Lovelace A, Turing A, et al. {}[C]//International Conference on Machine Learning. 2016: 1-9.",
            "ICML",
            2016,
            ("Lovelace A", "Turing A"),
        ),
        ("Lovelace A, Turing A. et al. {}[J]. Nature, 2015.", "Nature", 2015, ("Lovelace A", "Turing A.")),
        ("Ada Lovelace, Alan Turing. {} [J]. Nature, 2015.", "Nature", 2015, ("Ada Lovelace", "Alan Turing")),
    ],
)
def test_a_citation_is_read_as_the_standard_of_china_has_it(
    cited: str, venue: str, year: int, authors: tuple[str, ...]
) -> None:
    (draft,) = papers(f"# Papers\n\n- {cited.format(TITLE)}\n")
    found = (draft.title, draft.venue, draft.year, tuple(one.name for one in draft.authors))
    assert found == (TITLE, venue, year, authors)


def test_a_letter_in_brackets_is_no_kind_of_a_citation_without_people_or_a_place() -> None:
    title = "Notes on Programming Arrays in [C] and Fortran"
    assert titles(f"# Papers\n\n- {title}, 2020 [pdf]({URL})\n") == [title]


def test_what_has_a_letter_behind_it_is_no_author_in_a_citation_of_medicine() -> None:
    (draft,) = papers("# Papers\n\n- Vitamin A, Vitamin D. What they do in people. Nature. 2010;12(3):12-20.\n")
    assert draft.authors == ()


@pytest.mark.parametrize("venue", ["OLS'14", "USENIX ATC'14", "Journal of Looms'14"])
def test_a_row_of_dashes_parts_a_title_from_where_it_appeared(venue: str) -> None:
    for dashes in ("----", " --- "):
        (draft,) = papers(f"# Papers\n\n1. *{TITLE}*{dashes}{venue} ([link](https://e.org/a---b))\n")
        assert (draft.title, draft.year, [link.url for link in draft.links]) == (TITLE, 2014, ["https://e.org/a---b"])
        assert draft.venue


@pytest.mark.parametrize("behind", ["Weaving with cards", "Vision 2030 for Engines", "The ENIAC 1946 revived"])
def test_three_dashes_in_a_title_stay_in_it(behind: str) -> None:
    assert titles(f"# Papers\n\n- [{TITLE} --- {behind}]({URL})\n") == [f"{TITLE} --- {behind}"]


def test_a_link_in_brackets_before_a_title_in_bold_is_no_title() -> None:
    assert titles(f"# Papers\n\n- [[2021-loom machine cards]]({URL}) **{TITLE}** [code]({URL}b)\n") == [TITLE]


_PAPERS_OF = "".join(f"- [Looms and Cards {at}](https://arxiv.org/abs/1412.657{at})\n" for at in range(5))


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("[ada/LoomPapers](https://github.com/ada/LoomPapers)", "is a link to another list"),
        ("[Looms, a list](https://github.com/ada/looms-reading-list#readme)", "is a link to another list"),
        ("[Loom Weaving](https://github.com/ada/looms/tree/main/weft)", "leads to a folder of a repository"),
        ("[AE - Looms and Weft Lab](https://e.org/lab)", "is a page of somebody's"),
        ("**Our Reading Group**, [link](https://e.org/group)", "is a page of somebody's"),
        ("[Ada Lovelace and Hopper's blog post](https://e.org/post)", "is a page of somebody's"),
        ("[Acme blog post on Wide Looms](https://e.org/post)", "names what goes with a paper"),
        ("[Slides - Wide Looms of Old](https://e.org/slides)", "names what goes with a paper"),
    ],
)
def test_what_leads_to_other_lists_folders_and_groups_is_told(line: str, why: str) -> None:
    text = f"# Papers\n\n{_PAPERS_OF}\n## More\n\n- {line}\n"
    assert len(titles(text)) == 5
    assert told(text)[0].startswith(why)


@pytest.mark.parametrize(
    "line",
    [
        "[Weaving in the Lab](https://arxiv.org/abs/1412.6575)",
        "[Weaving the Patterns of Weft](https://github.com/ada/looms/tree/main/weft)",
        "[Looms and Weft](https://github.com/ada/loom-paper)",
    ],
)
def test_what_leads_to_a_paper_or_its_notes_is_none_of_those(line: str) -> None:
    assert len(titles(f"# Papers\n\n{_PAPERS_OF}\n## More\n\n- {line}\n")) == 6


def test_a_list_of_folders_is_one_of_papers() -> None:
    folders = "".join(f"- [Loom {at}](https://github.com/ada/notes/tree/main/loom{at})\n" for at in range(5))
    assert len(titles(f"# Papers\n\n{folders}")) == 5
