"""Markdown reading lists -> drafts of papers: contents that say who wrote what stands in the parts of the page."""

from __future__ import annotations

from markdown_pages import papers, titles

TITLES = ("Notes on Wide Looms of Old", "Cards that Weave Themselves at Night", "Weft of the Widest Looms")
CONTENTS = """# Table of contents
* [Notes on Wide Looms of Old](#looms-of-old)
    * Lovelace, Babbage and Turing
* [Cards that Weave Themselves at Night](#cards-at-night)
    * Ada Lovelace, Grace Hopper (1952)
* [Weft of the Widest Looms](#weft)
    * Hopper et al. (1959)

"""
PARTS = """### **Looms of Old**

Paper: https://arxiv.org/pdf/1706.01350.pdf

This paper deals with looms. The authors show that [other looms](https://arxiv.org/abs/1406.1078) are older.

### **Cards at Night**

Paper: https://arxiv.org/pdf/1406.1078.pdf

* **Note**: the cards are wet.

### **Weft**

The authors weave.
"""


def test_contents_that_say_who_wrote_each_paper_are_the_list_and_the_parts_they_lead_to_are_notes() -> None:
    found = papers(CONTENTS + PARTS)
    assert [(one.title, [author.name for author in one.authors], one.year) for one in found] == [
        (TITLES[0], ["Lovelace", "Babbage", "Turing"], None),
        (TITLES[1], ["Ada Lovelace", "Grace Hopper"], 1952),
        (TITLES[2], ["Hopper"], 1959),
    ]
    assert [[link.url for link in one.links] for one in found[:2]] == [
        ["https://arxiv.org/pdf/1706.01350.pdf"],
        ["https://arxiv.org/pdf/1406.1078.pdf"],
    ]


def test_what_stands_behind_the_last_part_is_of_the_list_still() -> None:
    more = "## Further papers\n\n* [Threads of the Widest Looms](https://arxiv.org/abs/1406.1079)\n"
    assert titles(CONTENTS + PARTS + more) == [*TITLES, "Threads of the Widest Looms"]


def test_contents_with_anything_but_people_below_lead_to_parts_of_the_page() -> None:
    contents = "\n".join(f"* [{title}](#part-{number})\n    * a summary" for number, title in enumerate(TITLES))
    parts = "\n\n".join(
        f"## Part {number}\n\n* [Threads of {title}](https://e.org/{number})" for number, title in enumerate(TITLES)
    )
    assert titles(f"# Table of contents\n\n{contents}\n\n{parts}\n") == [f"Threads of {title}" for title in TITLES]


def test_papers_between_the_parts_are_of_the_list_still() -> None:
    more = "### Further papers\n\n* Threads of the Widest Looms. Ada Lovelace. CACM 1978\n\n### **Cards at Night**"
    found = papers(CONTENTS + PARTS.replace("### **Cards at Night**", more))
    assert [one.title for one in found] == [*TITLES, "Threads of the Widest Looms"]
    assert (found[3].venue, found[3].year) == ("CACM", 1978)


def test_what_a_part_says_is_said_of_its_paper() -> None:
    part = (
        "### Weft\n\nStatus: read\n\nI learned much of weft.\n\n"
        "- Link: https://arxiv.org/abs/2001.00003\n- Code: https://github.com/e/weft\n"
    )
    found = papers(CONTENTS + PARTS[: PARTS.index("### **Weft**")] + part)[2]
    assert [link.url for link in found.links] == ["https://arxiv.org/abs/2001.00003", "https://github.com/e/weft"]
    assert [reading.status for reading in found.readings] == ["read"]
    assert [note.body for note in found.notes] == ["I learned much of weft."]


def test_a_part_that_counts_on_is_of_the_paper_before() -> None:
    text = (CONTENTS + PARTS).replace("(#weft)", "(#weft-part-1)").replace("### **Weft**", "### Weft (Part 1)")
    assert titles(text + "\n### Weft (Part 2)\n\nPaper: Hopper et al. (https://arxiv.org/abs/2001.00003)\n") == [
        *TITLES
    ]
