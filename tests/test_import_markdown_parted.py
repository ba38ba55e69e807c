"""Markdown reading lists -> drafts of papers: headings that are titles, above "Authors" and "Abstract"."""

from __future__ import annotations

import pytest
from markdown_pages import TITLE, URL, papers, titles

from readtrack.model import Author

PARTED = f"""# OSDI 2021
## {TITLE}.
🌍 **[English](../en/osdi.md)** | [Deutsch](../de/osdi.md)
### Authors
* Ada Lovelace, University of London, London, UK
* Alan Turing, Acme Inc., Wilmslow, UK
### Abstract
> It weaves *algebraic* patterns.
### Links
- **URL:** [{URL}]({URL})
## Cards that Weave
### Authors
* Grace Hopper, Yale University & Loom42, New Haven
"""


def test_a_heading_is_a_title_where_those_below_it_say_who_wrote_it_and_what_is_in_it() -> None:
    first, second = papers(PARTED)
    assert (first.title, first.venue, first.year, first.abstract) == (
        TITLE,
        "OSDI",
        2021,
        "It weaves *algebraic* patterns.",
    )
    assert first.authors == (
        Author("Ada Lovelace", ("University of London, London, UK",)),
        Author("Alan Turing", ("Acme Inc., Wilmslow, UK",)),
    )
    assert (first.url, first.notes, first.topic) == (URL, (), None)
    assert (second.title, second.authors) == (
        "Cards that Weave",
        (Author("Grace Hopper", ("Yale University & Loom42, New Haven",)),),
    )


def test_the_authors_of_a_page_are_neither_papers_nor_make_one_of_the_heading_above() -> None:
    text = f"# Papers\n\n## Looms\n\n- [{TITLE}]({URL})\n\n## About These Pages\n\n### Authors\n\n"
    people = "- [Ada Lovelace](https://e.org/ada), University of London\n- Alan Turing, 2021\n"
    assert titles(text + people) == [TITLE]
    assert titles(f"# Papers\n\n## Authors\n\n{people}\n## Looms\n\n- [{TITLE}]({URL})\n") == [TITLE]


def test_papers_below_the_authors_of_a_group_are_papers() -> None:
    group = "## The Group of {0}\n### Authors\n- {0}\n### Papers\n- [{1}](https://e.org/{2})\n"
    first = group.format("Ada Lovelace", TITLE, "a")
    assert titles(f"# Papers\n{first}{group.format('Alan Turing', 'On Computable Cards', 'b')}") == [
        TITLE,
        "On Computable Cards",
    ]


LISTED = """### {0}. {1}
- **Authors:** Ada Lovelace, Alan Turing
- **Venue:** OSDI 2020
- **Focus:** It weaves cards.
- **Links:** [The Library of the Mill](https://e.org/{0}) | [PDF](https://e.org/{0}.pdf)
"""


def test_headings_above_bullets_that_begin_with_labels_of_papers_are_titles() -> None:
    found = papers("# Papers\n\n## Looms\n\n" + "".join(LISTED.format(at, f"{TITLE} {at}") for at in range(3)))
    assert [one.title for one in found] == [f"{TITLE} {at}" for at in range(3)]
    assert {(one.venue, one.year, one.topic, len(one.authors), len(one.links)) for one in found} == {
        ("OSDI", 2020, "Looms", 2, 2)
    }
    assert [note.body for note in found[0].notes] == ["**Focus:** It weaves cards."]


def test_bullets_with_labels_may_head_notes_and_prose_may_stand_below_them() -> None:
    links = "- Paper Link: [arXiv 2001.00001]({1}), [Home]({1}/h)\n"
    notes = f"##### {{0}}\n\n{links}- Overview:\n\n![a](a.png)\n\nIt weaves.\n\n"
    names = ("Weaving Cards with Wide Looms", "Cards Weave", "How Can Looms Guide Cards? A Mill View")
    text = "".join(notes.format(name, f"https://e.org/{at}") for at, name in enumerate(names))
    assert titles(f"# Papers\n\n{text}") == list(names)
    assert titles(f"# Papers\n\n{text}".replace("\n\nIt", "\n\n- Review\n\n    It")) == list(names)
    assert titles(f"# Papers\n\n{text}".replace("\n\nIt", "\n\n    It")) == list(names)


def test_headings_above_labels_of_tools_or_above_titles_are_none() -> None:
    tool = "### Wide Looms for Many Cards {0}\n- Language: C\n- Home: [Mill](https://e.org/{0})\n"
    assert not titles("# Tools\n\n" + "".join(tool.format(at) for at in range(3)))[0].startswith("Wide")
    listed = (
        "### Wide Looms for Many Cards {0}\n- Paper: [Weaving the Finest Cards of {0} Mills](https://e.org/{0}.pdf)\n"
    )
    text = "# Papers\n\n" + "".join(listed.format(at) for at in range(3))
    assert titles(text) == [f"Weaving the Finest Cards of {at} Mills" for at in range(3)]


@pytest.mark.parametrize("label", ["Language: C", "Deadline: Feb 1", "Status: done"])
def test_headings_above_a_year_and_what_no_paper_has_are_no_titles(label: str) -> None:
    text = "".join(f"## International Weaving of Looms {at}\n\n- Year: 202{at}\n- {label}\n\n" for at in range(3))
    assert not any(title.startswith("International") for title in titles(f"# Looms\n\n{text}"))


def test_headings_above_several_papers_with_the_same_label_are_topics() -> None:
    line = "- Paper: [{0}Net](https://arxiv.org/abs/1801.0000{1})\n"
    pairs = (("Loom", "Card"), ("Gear", "Mill"), ("Weft", "Warp"))
    text = "".join(
        f"## Deep Weaving for {first} Recognition\n\n{line.format(first, at)}{line.format(second, at + 3)}\n"
        for at, (first, second) in enumerate(pairs)
    )
    assert titles(f"# Looms\n\n{text}") == [f"{name}Net" for pair in pairs for name in pair]


LINKED = """#### {0}. [{1}](https://arxiv.org/abs/1801.0000{0})
* **Engine:** Loom{0}
* **Venue/Year:** OSDI 201{0}
* **Local PDF:** [Lovelace et al. - 1843 - {1}.pdf](<papers/a - 1843.pdf>)
* **Rating:**
"""


def test_headings_that_are_links_to_papers_above_bullets_with_labels_are_titles_and_no_bullet_is_one() -> None:
    found = papers("# Papers\n\n## Looms\n\n" + "".join(LINKED.format(at, f"{TITLE} {at}") for at in range(3)))
    assert [(one.title, one.venue, one.year) for one in found] == [
        (f"{TITLE} {at}", "OSDI", 2010 + at) for at in range(3)
    ]
    assert [note.body for note in found[0].notes] == ["**Engine:** Loom0"]


def test_several_papers_in_one_heading_appeared_each_where_the_label_says_in_turn() -> None:
    two = f"#### 3. [{TITLE}](https://arxiv.org/abs/1801.00003) & [On Computable Cards](https://arxiv.org/abs/1801.00004)\n"
    text = "".join(LINKED.format(at, f"{TITLE} {at}") for at in range(3)) + two + "* **Engine:** Loom3\n"
    found = papers(f"# Papers\n\n## Looms\n\n{text}* **Venue/Year:** OSDI 1843 & SOSP 1936\n")[3:]
    assert [(one.title, one.venue, one.year) for one in found] == [
        (TITLE, "OSDI", 1843),
        ("On Computable Cards", "SOSP", 1936),
    ]


NAMED = """### 202{0} · Loom{0} — a mill for cards

- **Title:** {1}
- **Authors:** Ada Lovelace, Alan Turing
- **Venue:** *Loom Letters* 12(3), e1843 (202{0}); DOI 10.1000/{0}
- **Code:** <https://e.org/{0}>
- **TL;DR:** 1.03 B cards woven by [a loom](https://e.org/l) · website: <https://e.org/{0}/w>.

"""


def test_a_title_behind_a_label_is_that_of_the_heading_above_and_what_other_labels_begin_is_said_of_it() -> None:
    names = ("Towards the weaving of cards", "On cards that weave", "How mills came to weave")
    found = papers("# Papers\n\n## Looms\n\n" + "".join(NAMED.format(at, name) for at, name in enumerate(names)))
    assert [(one.title, one.venue, one.year, len(one.authors), one.topic) for one in found] == [
        (name, "Loom Letters", 2020 + at, 2, "Looms") for at, name in enumerate(names)
    ]
    assert [note.body.split()[0] for one in found for note in one.notes] == ["**TL;DR:**"] * 3


def test_headings_above_several_titles_with_labels_are_topics() -> None:
    two = "## Looms {0}\n- Title: [The Weaving of Cards {0}](https://e.org/{0}.pdf)\n- Title: [The Cards of Mill {0}](https://e.org/{0}b.pdf)\n"
    assert "Looms 0" not in titles(text := "# Papers\n" + "".join(two.format(at) for at in range(3)))
    assert len(papers(text)) == 6
