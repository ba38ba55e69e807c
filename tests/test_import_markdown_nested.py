"""Markdown reading lists -> drafts of papers: bullets that head others, and titles below those who wrote them."""

from __future__ import annotations

from typing import Any

import pytest
from markdown_pages import ADA, ALAN, GRACE, TITLE, URL, papers, said, titles

from readtrack import importers
from readtrack.importers import Source
from readtrack.model import Author, Skipped

CITED = f'Lovelace, Ada, and Alan Turing. "**{TITLE}**." ICML (**2014**).'
ALSO_CITED = 'Hopper, Grace, et al. "**Cards that Weave Looms**." ICLR (**2016**).'


@pytest.mark.parametrize(
    "text",
    [
        f"- Further papers (too many)\n  - on looms\n    - [{TITLE}]({URL}) ACL2020\n    - [Cards that Weave Looms](https://e.org/b.pdf)",
        f"- **2048 Like Games**\n    - {CITED}\n    - {ALSO_CITED}",
        f"- **Value-based**\n    - (**DQN**) Deep Looms\n        - {CITED}\n    - Double Looms\n        - {ALSO_CITED}",
        f"1. **Looms**\n\n   • [{TITLE}]({URL})\n\n   • [Cards that Weave Looms](https://e.org/b.pdf)",
    ],
)
def test_a_bullet_above_papers_is_a_heading_however_deep_they_stand(text: str) -> None:
    found = papers(f"# Papers\n\n{text}\n")
    assert [draft.title for draft in found] == [TITLE, "Cards that Weave Looms"]
    assert not any(draft.notes for draft in found)


def test_a_title_without_a_link_keeps_the_one_link_among_its_notes() -> None:
    text = "- On Looms without a Link\n  - very good\n  - see [What Somebody Said of it](https://e.org/blog)\n"
    (_, draft) = papers(f"# Papers\n\n- [{TITLE}]({URL})\n{text}")
    assert draft.title == "On Looms without a Link"
    assert len(draft.notes) == 2


def test_a_label_above_notes_is_told_and_is_no_paper() -> None:
    text = f"# Papers\n\n- [{TITLE}]({URL})\n- Issues:\n  - the cards are wet\n  - the looms are old\n"
    assert titles(text) == [TITLE]
    told = [one for one in importers.read(Source("a.md", text.encode()), "markdown") if isinstance(one, Skipped)]
    assert [one.line for one in told] == [4]


def test_a_bullet_one_or_two_blanks_inside_of_a_number_is_a_note_of_that_entry() -> None:
    entries = f"1. **{TITLE}**\n  - a note on it\n  -another without a blank\n2. [Cards that Weave]({URL})\n  - more\n"
    text = f"# Papers\n\n{entries}"
    assert [(draft.title, [note.body for note in draft.notes]) for draft in papers(text)] == [
        (TITLE, ["a note on it", "another without a blank"]),
        ("Cards that Weave", ["more"]),
    ]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (f"Ada Lovelace, Alan Turing, Grace Hopper:\n\n  {TITLE}.\n", None),
        (f"Ada Lovelace, Alan Turing, Grace Hopper:\n  {TITLE}.\n", None),
        (f"[ ] **Ada Lovelace**, Alan Turing, Grace Hopper: </br>\n  **{TITLE}.**\n", None),
        (f'**Loom:** Ada Lovelace, Alan Turing, Grace Hopper.\n\n  "{TITLE}. "\n', "Loom"),
        (f'**Loom:** Ada Lovelace, Alan Turing, Grace Hopper.<br />\n  "{TITLE}."\n', "Loom"),
    ],
)
def test_a_title_below_those_who_wrote_it_is_read_with_them(text: str, name: str | None) -> None:
    found = papers(f"# Papers\n\n- {text}\n  [[paper]({URL})]\n\n- Grace Hopper:\n  [Cards]({URL}b)\n")
    assert found[0].title == TITLE
    assert found[0].authors == (ADA, ALAN, GRACE)
    assert name is None or name in (found[0].name, *found[0].tags)
    assert [link.url for link in found[0].links] == [URL]


def test_a_bullet_of_words_alone_is_a_paper_among_papers_if_it_may_be_a_title() -> None:
    links = "\n".join(f"- [Looms and Their Cards {number}]({URL}{number})" for number in range(6))
    alone = "- Weaving with cards: a survey of looms\n- Please send me more papers on looms\n- Loom — weaves with steam"
    text = f"# Papers\n\n## Looms\n\n{links}\n\n## 2019 Sept\n\n{alone}\n"
    assert titles(text)[6:] == ["Weaving with cards: a survey of looms"]
    assert not titles(f"# Papers\n\n- [Looms]({URL})\n\n## 2019 Sept\n\n{alone}\n")[1:]


def test_the_last_words_of_a_title_before_an_address_are_no_label_of_it() -> None:
    lines = f"- Looms: Learning to weave cards in steam : {URL}\n- {TITLE} code: {URL}b"
    found = papers(f"# Papers\n\n{lines}\n")
    assert [draft.title for draft in found] == ["Looms: Learning to weave cards in steam", TITLE]
    assert [link.label for draft in found for link in draft.links] == [None, "code"]


@pytest.mark.parametrize("mark", [r"$\heartsuit$", "→", "♥"])
def test_a_mark_of_the_lists_own_before_a_link_is_no_part_of_a_title(mark: str) -> None:
    assert titles(f"# Papers\n\n- {mark} [{TITLE}]({URL})\n") == [TITLE]


def test_an_address_before_a_title_leads_to_it() -> None:
    text = f"# Papers\n\n- [Cards]({URL})\n\n## More\n\n- https://arxiv.org/abs/2601.22158 {TITLE}\n"
    assert titles(text) == ["Cards", TITLE]


def test_a_link_to_a_file_with_blanks_in_its_name_is_one() -> None:
    assert titles(
        f"# Papers\n\n#### AAAI 2020: [{TITLE}](./my papers/2020-Notes on Looms.pdf)\n\nAda Lovelace, Alan Turing\n"
    ) == [TITLE]


def test_the_year_below_a_heading_makes_it_a_paper_and_the_rest_its_notes() -> None:
    text = (
        f"# list\n### {TITLE}\ncode-link: https://github.com/a/b\n\nCVPR 2025\n\nsummary:\n\nIt weaves.\n"
        "### Cards that Weave Looms\n\n2013\n\nIt weaves well.\n"
    )
    found = [(draft.title, draft.venue, draft.year, len(draft.links), len(draft.notes)) for draft in papers(text)]
    assert found == [(TITLE, "CVPR", 2025, 1, 1), ("Cards that Weave Looms", None, 2013, 0, 1)]


def test_a_talk_below_a_paper_is_said_of_it() -> None:
    text = f"- [{TITLE}]({URL})\n    - [LoomCon 2017 Talk](https://e.org/t)\n    - [Cards that Weave Looms](https://e.org/b)\n"
    found = papers(f"# Papers\n\n{text}")
    assert [draft.title for draft in found] == [TITLE, "Cards that Weave Looms"]
    assert [note.body for note in found[0].notes] == ["[LoomCon 2017 Talk](https://e.org/t)"]


def test_a_repository_called_by_its_owner_and_name_is_a_program() -> None:
    lines = "- [looms/web-loom](https://github.com/looms/web-loom)\n- [WebLoom](https://github.com/looms/web-loom)\n"
    assert [draft.type for draft in papers(f"# Papers\n\n## Others\n\n{lines}")] == ["software", "software"]


def test_further_papers_below_a_paper_are_papers_and_not_its_notes() -> None:
    more = "    - [Cards that Weave Looms](https://arxiv.org/abs/1703.05423)\n    - [Looms of Steam](https://e.org/b.pdf)\n"
    text = f"# Papers\n\n- [{TITLE}]({URL})\n  - a note on it\n  - Further papers\n{more}    - a word on them\n"
    found = papers(text)
    assert [draft.title for draft in found[:3]] == [TITLE, "Cards that Weave Looms", "Looms of Steam"]
    assert [note.body for note in found[0].notes] == ["a note on it"]


def test_a_quotation_below_a_heading_that_is_who_wrote_it_and_its_link_makes_it_a_paper() -> None:
    text = f"# Looms\n\n## {TITLE}\n\n> Ada Lovelace et al. [link]({URL})\n\nIt weaves.\n"
    (draft,) = papers(text)
    assert (draft.title, draft.authors, len(draft.links), len(draft.notes)) == (TITLE, (ADA,), 1, 1)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (f"[{TITLE} - ICML'16]({URL})", (TITLE, "ICML", 2016, ())),
        (f"{URL} ({TITLE})", (TITLE, None, None, ())),
        (f"[{TITLE} (e.org)]({URL})", (TITLE, None, None, ())),
        (f"{TITLE}, Lovelace et al, 2013. Algorithm: DQN. [paper]({URL})", (TITLE, None, 2013, ("Lovelace",))),
    ],
)
def test_what_stands_behind_a_title_ends_it(
    line: str, expected: tuple[str, str | None, int | None, tuple[str]]
) -> None:
    (draft,) = papers(f"# Papers\n\n- {line}\n")
    assert (draft.title, draft.venue, draft.year, tuple(one.name for one in draft.authors)) == expected


@pytest.mark.parametrize(
    "behind", [f"- [{TITLE}]({URL})\n", f"| Paper |\n|---|\n| [{TITLE}]({URL}) |\n", f"[{TITLE}]({URL})\n"]
)
@pytest.mark.parametrize("day", ["March 3, 2021", "*(2016)*"])
def test_a_day_below_a_heading_is_of_the_papers_behind_it_and_makes_it_none(day: str, behind: str) -> None:
    (draft,) = papers(f"# Papers\n\n## Week of old looms\n\n{day}\n\n{behind}")
    assert draft.title == TITLE
    assert (draft.lists[0].section or "").startswith("Week of old looms")


@pytest.mark.parametrize("said", ["*really* worth the time", "**New:** of use", "+new cards"])
def test_words_below_a_numbered_title_are_no_bullet_without_a_blank(said: str) -> None:
    (draft,) = papers(f"# Papers\n\n1. [{TITLE}]({URL})\n  {said}\n")
    assert [note.body for note in draft.notes] == [said]


@pytest.mark.parametrize("bullet", ["- of use", "* of use", "-of use", "- **of use**"])
def test_a_bullet_a_little_inside_of_a_numbered_title_is_below_it(bullet: str) -> None:
    (draft,) = papers(f"# Papers\n\n1. [{TITLE}]({URL})\n  {bullet}\n")
    assert [note.body for note in draft.notes] == [bullet.lstrip("-* ") if "**" not in bullet else "**of use**"]


def test_a_bullet_of_words_alone_is_no_paper_in_a_section_that_holds_none() -> None:
    links = "\n".join(f"- [Looms and Their Cards {number}]({URL}{number})" for number in range(6))
    rules = (
        "- Room 204 in the main Building\n- Send slides to Grace one day before\n- Everybody in the Group reads it\n"
    )
    text = f"# Papers\n\n## Looms\n\n{links}\n- Weaving with cards for a survey of looms\n\n## How it works\n\n{rules}"
    assert titles(text)[6:] == ["Weaving with cards for a survey of looms"]
    linked = (
        f"\n## Cards\n\n- A corpus of cards from looms\n  - Size: 36K\n  - [homepage]({URL}c)\n- It weaves\n- We meet\n"
    )
    assert titles(f"{text}{linked}")[7:] == ["A corpus of cards from looms"]


@pytest.mark.parametrize(
    "line",
    [
        "**[Loom]** Cards that Weave Looms. OSDI. 2014. [[paper]](https://e.org/b)",
        "(OSDI 2014) **Cards that Weave Looms** [[paper](https://e.org/b)]",
        "(OSDI 2014) [Looms] **Cards that Weave Looms**, Ada Lovelace et al. [[v1](https://e.org/b)](2014.01.02)",
        "*[Loom]* Cards that Weave Looms. OSDI.2014. [[paper]](https://e.org/b)",
    ],
)
def test_a_paper_below_another_says_where_and_when_it_appeared(line: str) -> None:
    below = f"  - {line}\n    - {line.replace('We', 'Wo')}\n"
    text = f"# Papers\n\n- **[Weft]** {TITLE}. SOSP. 2012. [[paper]]({URL})\n{below}"
    assert [(draft.title, draft.venue, draft.year) for draft in papers(text)] == [
        (TITLE, "SOSP", 2012),
        ("Cards that Weave Looms", "OSDI", 2014),
        ("Cards that Woave Looms", "OSDI", 2014),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "*[Ada]* Talk about all of the cards. OSDI. 2014. [[slides]](https://e.org/b)",
        "See the page of OSDI 2014 [[page]](https://e.org/b)",
    ],
)
def test_what_is_said_below_a_paper_is_no_paper_because_it_names_a_venue(line: str) -> None:
    assert titles(f"# Papers\n\n- **[Weft]** {TITLE}. SOSP. 2012. [[paper]]({URL})\n  - {line}\n") == [TITLE]


_BELOW = "".join(
    f"    * (OSDI 20{at}) **Notes on Looms {at}**, Ada Lovelace et al. [[pdf]({URL}{at})]\n" for at in "123"
)


@pytest.mark.parametrize(
    "topic", ["**[Survey](https://e.org/list)**", "[Cards and Looms](https://github.com/ada/list)"]
)
def test_a_link_of_a_few_words_heads_the_papers_below_it(topic: str) -> None:
    found = papers(f"# Papers\n\n## Topics\n\n* {topic}\n{_BELOW.replace('20', '200')}")
    assert [draft.title for draft in found] == [f"Notes on Looms {at}" for at in "123"]
    assert {draft.topic for draft in found} == {topic.strip("*").partition("]")[0].strip("[")}


@pytest.mark.parametrize(
    "link", ["[LoomKit](https://github.com/ada/loom-kit)", "[Looms](https://arxiv.org/abs/1412.6575)"]
)
def test_a_link_to_a_paper_or_a_program_is_one_whatever_stands_below_it(link: str) -> None:
    found = titles(f"# Papers\n\n## Topics\n\n* {link}\n{_BELOW.replace('20', '200')}")
    assert found[0] == link.partition("]")[0].strip("[")
    assert len(found) == 4


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("(Loom Engineering 2020) [Weft] ", {"venue": "Loom Engineering", "year": 2020}),
        ("(Cards and their Looms) ", {"tags": ("Cards and their Looms",)}),
    ],
)
def test_a_bracket_before_a_title_in_bold_is_none_of_it(before: str, expected: dict[str, Any]) -> None:
    assert said(f"# Papers\n\n* {before}**{TITLE}**, Ada Lovelace et al. [[pdf]({URL})]", *expected) == {
        "title": TITLE,
        **expected,
    }


_ROMAN = (
    "i. [{title}]({url}) <br />",
    "ii. Cards that Weave Looms, OSDI, 2014, [paper]({url}b) <br />",
    "iIi. Steam and its Looms, 2015, [paper]({url}c)",
)


@pytest.mark.parametrize(("item", "inside"), [("1. ", "   "), ("12. ", "   "), ("- ", "  "), ("* ", "    ")])
def test_lines_with_roman_numbers_below_an_item_are_a_list(item: str, inside: str) -> None:
    below = "\n".join(inside + line.format(title=TITLE, url=URL) for line in _ROMAN)
    other = below.replace("Looms", "Wefts")
    found = papers(f"# Papers\n\n## Looms\n\n{item}Looms <br />\n{below}\n{item}Weft\n{other}\n")
    assert [(draft.title, draft.year, draft.topic) for draft in found] == [
        (TITLE, None, "Looms"),
        ("Cards that Weave Looms", 2014, "Looms"),
        ("Steam and its Looms", 2015, "Looms"),
        (TITLE, None, "Weft"),
        ("Cards that Weave Wefts", 2014, "Weft"),
        ("Steam and its Wefts", 2015, "Weft"),
    ]


def test_an_initial_at_the_head_of_a_line_is_no_roman_number() -> None:
    text = f"# Papers\n\n- [{TITLE}]({URL})\n  I. Lovelace, V. Turing\n"
    assert [author.name for author in papers(text)[0].authors] == ["I. Lovelace", "V. Turing"]


@pytest.mark.parametrize(
    "label", ["作者&机构：", "作者：", "Authors & affiliations: ", "Authors (affiliation): ", "**作者和单位**："]
)
def test_a_label_below_a_title_says_who_wrote_it_and_where_they_work(label: str) -> None:
    text = f"# Papers\n\n- [{TITLE}]({URL})\n  - {label}Ada Lovelace, Alan Turing, Grace Hopper(MIT)\n"
    assert said(text, "authors", "notes") == {
        "title": TITLE,
        "authors": tuple(Author(one.name, ("MIT",)) for one in (ADA, ALAN, GRACE)),
        "notes": (),
    }


@pytest.mark.parametrize("label", ["会议：", "期刊: ", "**Conference**: "])
def test_a_label_below_a_title_says_where_it_appeared(label: str) -> None:
    text = f"# Papers\n\n- [{TITLE}]({URL})\n  - {label}OSDI 2020\n"
    assert said(text, "venue", "year") == {"title": TITLE, "venue": "OSDI", "year": 2020}


def test_a_bullet_of_words_in_backquotes_below_a_title_says_when_and_where_among_topics() -> None:
    for bullet, venue, year, tags in (
        ("`2018/5` __`Cloth: Weaving`__ `New, 3D, Silk`", None, 2018, {"Cloth: Weaving", "New", "3D", "Silk"}),
        ("`2018/1` `ICLR2018`  __`Loom-3C`__", "ICLR", 2018, {"Loom-3C"}),
        ("`2018/9` **`Cloth: Weaving`** `New, MICCAI2018`", "MICCAI", 2018, {"Cloth: Weaving", "New"}),
    ):
        (draft,) = papers(f"# Papers\n\n1. __{TITLE}__ - ([PDF]({URL}))\n   - {bullet}\n")
        assert (draft.title, draft.venue, draft.year, draft.notes) == (TITLE, venue, year, ())
        assert tags <= set(draft.tags)


@pytest.mark.parametrize(
    ("code", "tags"),
    [
        ("f(x, y)", ("f(x, y)",)),
        ("cats, dogs, and mice", ("cats, dogs, and mice",)),
        ("New, pubMed", ("New", "pubMed")),
        ("attention, graphs", ("attention", "graphs")),
        ("Looms (old, new), MICCAI 2018", ("Looms (old, new)",)),
    ],
)
def test_commas_in_backquotes_part_topics_outside_of_brackets(code: str, tags: tuple[str, ...]) -> None:
    assert said(f"# Papers\n\n- [{TITLE}]({URL}) `{code}`\n", "tags") == {"title": TITLE, "tags": tags}


def test_words_alone_above_boxes_with_files_head_papers() -> None:
    boxes = "{0}- [x] Weaving with Cards. [[PDF]](./Cards 1.pdf)\n{0}- [ ] Wool That Weaves [[PDF]](wool.pdf)\n"
    page = f"# Papers\n\n- Wide looms\n{boxes.format('  ')}- Other looms\n  - Small looms\n{boxes.format('    ')}"
    assert titles(page) == ["Weaving with Cards", "Wool That Weaves"] * 2
    tasks = "  - [x] read the abstract\n  - [ ] write down [what it says](./notes.md)\n"
    assert titles(f"# Papers\n\n- {TITLE}\n{tasks}- [Weaving with Cards]({URL})\n") == [TITLE, "Weaving with Cards"]


def test_boxes_with_notes_below_a_title_are_tasks_and_no_papers() -> None:
    tasks = "  - [x] First Read of the Paper [notes](./c.md)\n  - [ ] Second Read of the Paper [notes](./c.md)\n"
    assert titles(f"# Papers\n\n- {TITLE}\n{tasks}- [Weaving with Cards]({URL})\n") == [TITLE, "Weaving with Cards"]


def test_a_bracket_of_several_words_behind_a_venue_is_no_part_of_it() -> None:
    (draft,) = papers(f"# Papers\n\n- [{TITLE}]({URL}) [[PDF]](a.pdf) ACM Multimedia 2020. (LoomNet, card to card)\n")
    assert (draft.venue, draft.year) == ("ACM Multimedia", 2020)


def test_a_venue_behind_its_label_may_be_a_link_which_is_kept() -> None:
    lines = (
        f"    **Authors**: _Ada Lovelace_ <br>\n    **Conference**: [ICML 2018]({URL}) <br>\n    **Summary**: Short.\n"
    )
    page = "# Papers\n\n" + "".join(f'- **"{TITLE} {word}"**  \n{lines}\n' for word in ("One", "Two", "Three"))
    assert [(one.venue, one.year, [link.url for link in one.links]) for one in papers(page)] == [
        ("ICML", 2018, [URL])
    ] * 3


@pytest.mark.parametrize("label", ["link", "pdf", "website"])
def test_the_word_of_a_link_behind_a_label_is_no_venue(label: str) -> None:
    (paper,) = papers(f"# Papers\n\n- [{TITLE}]({URL})\n  - Journal: [{label}]({URL}b)\n")
    assert (paper.venue, paper.type) == (None, "article")


@pytest.mark.parametrize(("line", "venue"), [("*eLoom*, 11, e77007", "eLoom"), ("*npj Looms*, 6, 1-9", "npj Looms")])
def test_a_journal_may_begin_with_a_small_letter_before_its_volume(line: str, venue: str) -> None:
    (paper,) = papers(f"- **[{TITLE}]({URL})** (2020)\n  - {line}\n")
    assert (paper.venue, paper.year) == (venue, 2020)


def test_the_year_of_a_venue_behind_a_date_and_a_bar_goes_before_that_of_the_date() -> None:
    (paper,) = papers(f'- [**LoomNet**]: "{TITLE}";\n    - 2020/12 | CVPR21 | [[Paper]({URL})] | [[Code]({URL}c)]\n')
    assert (paper.title, paper.venue, paper.year) == (TITLE, "CVPR", 2021)


@pytest.mark.parametrize(
    ("people", "names"),
    [
        ("[Ada Lovelace](https://a.org) [Alan Turing](https://b.org)", ["Ada Lovelace", "Alan Turing"]),
        ("[Ada Lovelace](https://a.org), [Alan Turing](https://b.org)", ["Ada Lovelace", "Alan Turing"]),
        # One name in two links.
        ("[Ada](https://a.org) [Lovelace](https://b.org)", ["Ada Lovelace"]),
    ],
)
def test_people_side_by_side_each_a_link_are_several(people: str, names: list[str]) -> None:
    (paper,) = papers(f"# Papers\n\n- [{TITLE}]({URL})\n  - Author: {people}\n")
    assert [one.name for one in paper.authors] == names


@pytest.mark.parametrize(
    "below",
    [
        f"[[pdf]]({URL}) [OSDI 2020]({URL})",
        f"Link: [[pdf]]({URL}) [[OSDI 2020]]({URL})",
        "@OSDI 2020",
    ],
)
def test_a_link_below_a_paper_that_is_called_after_a_venue_and_a_year_says_where_it_appeared(below: str) -> None:
    assert said(f"# Papers\n\n- **{TITLE}**\n  - {below}\n", "venue", "year", "notes") == {
        "title": TITLE,
        "venue": "OSDI",
        "year": 2020,
        "notes": (),
    }


def test_a_known_venue_behind_its_label_needs_no_year() -> None:
    page = f"# Papers\n\n- 2020 | [{TITLE}]({URL})\n  - Published in: OSDI\n"
    assert said(page, "venue", "year") == {"title": TITLE, "venue": "OSDI", "year": 2020}
