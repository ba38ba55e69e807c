"""Markdown reading lists -> drafts of papers: who wrote them, in brackets at the ends of their titles."""

from __future__ import annotations

import pytest
from markdown_pages import papers, titles

PAGE = """# Reading Group

[Notes on Wide Looms (Ada Lovelace)](https://e.org/a.pdf) - Discussant: **TBD**

[More Notes on Wide Looms (Lovelace and Babbage)](https://e.org/b.pdf)

[How Cards Weave (Turing)](https://e.org/c.pdf)

[Wide Looms at Night (Grace Hopper, Ada Lovelace, Alan Turing)](https://e.org/d.pdf)

[On the Widest Looms (Lovelace, Hopper, and Turing)](https://e.org/e.pdf)
"""


def test_people_in_brackets_at_the_ends_of_titles_wrote_them_where_most_brackets_hold_people() -> None:
    found = [(draft.title, [author.name for author in draft.authors]) for draft in papers(PAGE)]
    assert found == [
        ("Notes on Wide Looms", ["Ada Lovelace"]),
        ("More Notes on Wide Looms", ["Lovelace", "Babbage"]),
        ("How Cards Weave", ["Turing"]),
        ("Wide Looms at Night", ["Grace Hopper", "Ada Lovelace", "Alan Turing"]),
        ("On the Widest Looms", ["Lovelace", "Hopper", "Turing"]),
    ]


def test_one_name_in_brackets_among_titles_without_any_may_be_a_word_of_it() -> None:
    text = "# Reading Group\n\n[Notes on Wide Looms (Jacquard)](https://e.org/a.pdf)\n\n[Cards](https://e.org/b.pdf)\n"
    assert titles(text)[0] == "Notes on Wide Looms (Jacquard)"


_SIGNED = (
    "# Papers\n\n- Notes on Wide Looms (Ada Lovelace, Alan Turing)\n- Cards and Looms (Grace Hopper, Alan Turing)\n"
    "- Weaving at Large (Ada Lovelace, Grace Hopper)\n"
)


def test_titles_alone_are_papers_beside_some_that_end_in_who_wrote_them() -> None:
    plain = ["A Theory of Weaving", "The Card File System", "Looms Are All You Need", "How Mills Stand", "Of Wefts"]
    assert titles(_SIGNED + "".join(f"- {title}\n" for title in plain))[3:] == plain


@pytest.mark.parametrize("name", ["Weftel", "Julia", "Apache Wefta", "Cascades", "Great Britain"])
def test_what_a_system_is_called_in_brackets_is_nobody_beside_people_by_their_whole_names(name: str) -> None:
    last = papers(f"{_SIGNED}- Looms in Practice ({name})\n")[-1]
    assert (last.title.partition(" (")[0], last.authors) == ("Looms in Practice", ())


def test_two_links_in_one_paragraph_that_was_struck_out_are_two_papers_that_were_read() -> None:
    text = (
        "# Reading Group\n\n"
        "~~[Notes on Wide Looms](https://e.org/a.pdf) + [Cards that Weave Themselves](https://e.org/b.pdf) - "
        "Discussant: Ada Lovelace, 26 Feb 2020~~\n"
    )
    found = papers(text)
    assert [(draft.title, draft.readings[-1].status) for draft in found] == [
        ("Notes on Wide Looms", "read"),
        ("Cards that Weave Themselves", "read"),
    ]


_IN_BOLD = """# Looms

- [Notes on Wide Looms](https://e.org/a) – **Lovelace et al.**
- [How Cards Weave](https://e.org/b) – **A. Turing et al.**
- [Bobbins of a Mill](https://e.org/c) – **G. Hopper et al.**
- [Looms at Night](https://e.org/d) – **Weftson et al.** 编织
- [Wide Looms in Mills](https://e.org/e) - **O. Weftson et al.** short notes. They are worth a look.
"""


def test_people_in_bold_behind_titles_wrote_them_and_a_word_behind_them_is_a_topic() -> None:
    *_, tagged, noted = papers(_IN_BOLD)
    assert ([one.name for one in tagged.authors], tagged.tags, tagged.notes) == (["Weftson"], ("编织",), ())
    assert ([one.name for one in noted.authors], len(noted.notes)) == (["O. Weftson"], 1)


def test_what_is_in_bold_behind_titles_is_nobody_where_few_have_people_there() -> None:
    page = _IN_BOLD.replace("Lovelace et al.", "New").replace("A. Turing et al.", "Must read")
    assert papers(page)[3].authors == ()


def test_a_team_or_one_person_in_italics_below_a_title_wrote_it_where_people_stand_so_below_others() -> None:
    people = (
        "Lovelace, Ada and Turing, Alan.",
        "Hopper, Grace and Lovelace, Ada and others.",
        "Ada Lovelace, Alan Turing",
        "Turing, Alan and Hopper, Grace.",
        "Loom Research Team.",
        "Weft, Otto and others.",
    )
    lines = (f"- **Weaving Cards {n}**, OSDI 2020.\n\n  *{who}*\n\n  [[pdf]]({n})\n" for n, who in enumerate(people))
    found = papers("# Looms\n\n" + "\n".join(line.replace("](", "](https://e.org/") for line in lines))
    assert [[one.name for one in draft.authors] for draft in found[4:]] == [["Loom Research Team"], ["Otto Weft"]]
    assert [draft.notes for draft in found[4:]] == [(), ()]


def _below_in_italics(last: str) -> tuple[str, ...]:
    people = ("Lovelace, Ada and Turing, Alan.", "Hopper, Grace and Lovelace, Ada.", "Ada Lovelace, Alan Turing")
    lines = (f"- **Weaving Cards {n}**, OSDI 2020.\n\n  *{who}*\n" for n, who in enumerate((*people, last)))
    return tuple(one.name for one in papers("# Looms\n\n" + "\n".join(lines))[3].authors)


@pytest.mark.parametrize("topic", ["Storage Systems", "Hadoop Spark", "Wide Weft", "Open Research"])
def test_words_in_italics_below_a_title_that_nobody_is_known_to_be_called_are_no_people(topic: str) -> None:
    assert _below_in_italics(topic) == ()


@pytest.mark.parametrize("who", ["Ada Lovelace", "Loom Research Team", "The Weft Group"])
def test_known_people_and_teams_in_italics_below_a_title_wrote_it(who: str) -> None:
    assert _below_in_italics(who) == (who,)


@pytest.mark.parametrize(
    ("others", "last", "people"),
    [
        (12, "Wefta Loomer", "Wefta Loomer"),
        (12, "Anwar Ulhak Asim Khan Douglas Gomes Manoran Paul", "Anwar Ulhak, Asim Khan, Douglas Gomes, Manoran Paul"),
        (4, "Wefta Loomer", ""),
        (12, "Wide", ""),
    ],
)
def test_what_looks_like_names_in_italics_below_a_title_is_people_where_nothing_else_stands_so_on_a_long_page(
    others: int, last: str, people: str
) -> None:
    who = [*["Ada Lovelace, Alan Turing"] * others, last]
    page = "\n".join(f"- **Weaving Cards {n}**, OSDI 2020.\n\n  *{one}*\n" for n, one in enumerate(who))
    assert ", ".join(one.name for one in papers(f"# Looms\n\n{page}")[-1].authors) == people


def test_what_is_in_bold_behind_a_title_and_nobodys_known_name_is_a_remark() -> None:
    for what in ("Hadoop, Spark", "Hadoop", "Wefta Loomer"):
        draft = papers(f"{_IN_BOLD}- [Mills of Old](https://e.org/f) - **{what}** model\n")[-1]
        assert (draft.title, draft.authors) == ("Mills of Old", ())


def behind_commas(*lines: str) -> list[list[str]]:
    """Whom the papers of a page name, of which most have family names behind a comma."""
    kinds = ("Huang et al.", "Marceau and Ollivier", "Liu et al.", "Babbage, Turing, and Hopper")
    said = [*(f"**Notes on Looms {at}**, {who}" for at, who in enumerate(kinds)), *lines]
    drafts = papers(
        "# Papers\n\n" + "".join(f"- {line}\n[`pdf`](https://e.org/{at})\n" for at, line in enumerate(said))
    )
    return [[one.name for one in draft.authors] for draft in drafts][len(kinds) :]


def test_one_word_behind_a_comma_is_a_family_name_where_others_stand_there_on_most_lines() -> None:
    assert behind_commas("**Cards: Weaving Apart**, Cholleti.") == [["Cholleti"]]


@pytest.mark.parametrize(
    "word",
    [
        "Skimmed",
        "Optional",
        "Draft",
        "German",
        "Chinese",
        "OSDI",
        "Google",
        "Excellent work",
        "Learning",
        "Turin, Oslo",
    ],
)
def test_one_word_behind_a_comma_that_may_be_something_else_is_nobody(word: str) -> None:
    assert behind_commas(f"**Cards: Weaving Apart**, {word}.") == [[]]


def test_two_words_behind_commas_among_few_people_are_nobody() -> None:
    assert behind_commas("**Cards: Weaving Apart**, Cholleti.", "**Cards at Night**, Wevere.") == [[], []]


def test_one_word_behind_a_dash_is_nobody_though_people_stand_behind_commas() -> None:
    assert behind_commas("**Cards: Weaving Apart** - Cholleti.") == [[]]


def dashed(*ends: str) -> list[tuple[str, list[str]]]:
    """Titles of links that end behind a dash so, beside others, and who wrote each."""
    lines = [f"Notes on Wide Looms of Kind {chr(65 + at)} - {end}" for at, end in enumerate(ends)]
    page = "".join(f"- [{line}](https://e.org/{at}.pdf)\n" for at, line in enumerate((*lines, *["Mills"] * len(ends))))
    found = papers(f"# Papers\n\n{page}")[: len(ends)]
    return [(draft.title.partition(" - ")[2], [author.name for author in draft.authors]) for draft in found]


def test_people_behind_the_dashes_that_titles_end_in_wrote_them_and_so_did_makers_beside_them() -> None:
    ends = ("Ada Lovelace", "Loom Labs", "Daira Weftan", "A.M. Turing", "Grace Hopper")
    assert dashed(*ends) == [("", [end]) for end in ends]


@pytest.mark.parametrize("ends", [("Ada Lovelace", "A Survey of Mills", "Part Two"), ("Daira Weftan",) * 4])
def test_words_behind_such_dashes_are_no_people_where_few_are_known_to_be(ends: tuple[str, ...]) -> None:
    assert all(not authors for _, authors in dashed(*ends))


def test_words_behind_the_dashes_that_a_third_of_titles_end_in_are_nobody_and_lose_no_title() -> None:
    people = ("Grace Hopper", "Alan Turing", "Claude Shannon")
    assert dashed(*people, "Weaving Machines", "Northern Lights", "Neural Networks") == [
        *((end, []) for end in (*people, "Weaving Machines", "Northern Lights", "Neural Networks"))
    ]
    assert dashed(*people, "Neural Networks") == [*(("", [end]) for end in people), ("Neural Networks", [])]
