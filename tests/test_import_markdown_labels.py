"""Markdown reading lists -> drafts of papers: labels in bold before titles."""

from __future__ import annotations

import pytest
from markdown_pages import TITLE, URL, papers, said, titles

REPEATED = (
    "- **RWA**: RWA: Rapid Weaving Adaptation for Looms [[Paper](https://e.org/1.pdf)]\n"
    "- **Card Reader**: Card Reader: Punched Cards for Looms [[Paper](https://e.org/2.pdf)]\n"
    "- **Loomling**: *Loomling: A Platform for the Study of Looms* [[Paper](https://e.org/3.pdf)]\n"
)
"""Three lines that say in bold what their titles say, so that in bold stands a label."""


@pytest.mark.parametrize(
    ("line", "title", "venue", "year"),
    [
        (f"**Survey Paper**: {TITLE}", TITLE, None, None),
        (f"**Survey Paper:** {TITLE}", TITLE, None, None),
        (f"**Mill, Bobbin**: *{TITLE}*", TITLE, None, None),
        (f"**The Mill of the University (UoM)**: *{TITLE}*", TITLE, None, None),
        (f"**The Long Mill (ICRA 2024)**: *{TITLE}*", TITLE, "ICRA", 2024),
        (f"**The Long Mill (2021)**: {TITLE}", TITLE, None, 2021),
        (f"**The mill's paper, Turin, Italy IROS(2015)**: {TITLE}", TITLE, "IROS", 2015),
        (
            f"**The mill's paper, Loom Transactions on bobbins(2012)**: {TITLE}",
            TITLE,
            "Loom Transactions on bobbins",
            2012,
        ),
        (f"**Mill**: {TITLE}, IROS 2022", TITLE, "IROS", 2022),
        ("**Mill**: Weaving: Notes on Looms", "Weaving: Notes on Looms", None, None),
    ],
)
def test_words_in_bold_before_a_colon_are_a_label_where_titles_say_them_again(
    line: str, title: str, venue: str | None, year: int | None
) -> None:
    found = papers(f"# Papers\n\n{REPEATED}- {line} [[Paper](https://e.org/4.pdf)]\n")
    assert [one.title for one in found[:3]] == [
        "RWA: Rapid Weaving Adaptation for Looms",
        "Card Reader: Punched Cards for Looms",
        "Loomling: A Platform for the Study of Looms",
    ]
    assert (found[3].title, found[3].venue, found[3].year) == (title, venue, year)


def test_a_label_is_the_short_name_if_it_looks_like_one_and_a_tag_if_not() -> None:
    lines = f"- **LoomNet**: {TITLE} [[a]](https://e.org/4)\n- **Weaving**: On Looms and Mills [[a]](https://e.org/5)\n"
    found = papers(f"# Papers\n\n{REPEATED}{lines}")
    assert [(one.name, one.tags) for one in found[3:]] == [("LoomNet", ()), (None, ("Weaving",))]
    assert found[0].name == "RWA"
    long = f"- **The Mill of the University of Turin, Italy**: {TITLE} [[a]](https://e.org/4)\n"
    assert [(one.title, one.tags) for one in papers(f"# Papers\n\n{REPEATED}{long}")[3:]] == [(TITLE, ())]
    assert papers(f"# Papers\n\n- **Paper**: [{TITLE}](https://arxiv.org/abs/2012.10002)\n")[0].tags == ()


def test_a_name_in_bold_is_of_the_title_where_no_title_says_it_again() -> None:
    names = ("RWA", "Bobbin", "Loomling", "Mill")
    text = "".join(f"- **{name}**: Rapid Weaving for Looms [[pdf]](https://e.org/{name})\n" for name in names)
    assert titles(f"# Papers\n\n{text}") == [f"{name}: Rapid Weaving for Looms" for name in names]


def test_a_title_in_bold_stays_one_where_who_wrote_it_or_a_remark_stands_behind_its_colon() -> None:
    authors = "- **The Weaving of Numbers**: *Ada Lovelace, Alan Turing* [[Paper](https://e.org/4)]\n"
    remark = "- **The Carrying of Digits**: It takes one turn and looks ahead. [[Paper](https://e.org/5)]\n"
    assert titles(f"# Papers\n\n{REPEATED}{authors}{remark}")[3:] == [
        "The Weaving of Numbers",
        "The Carrying of Digits",
    ]


@pytest.mark.parametrize("label", ["RW-Net", "Tello Loom", "Patterns on Looms"])
def test_a_title_that_leads_to_a_paper_behind_a_label_in_bold_is_the_title(label: str) -> None:
    found = papers(f"# Papers\n\n- **{label}**: [{TITLE}](https://arxiv.org/abs/2012.10002)\n")
    assert [one.title for one in found] == [TITLE]


@pytest.mark.parametrize("label", ["**RW-Net:**", "**RW-Net :** ", "**RW-Net** :"])
@pytest.mark.parametrize("url", [URL, "https://arxiv.org/abs/2012.10002"])
def test_what_a_paper_is_called_for_short_in_bold_is_no_title_where_who_and_where_stand_behind_its_link(
    label: str, url: str
) -> None:
    (draft,) = papers(f"# Papers\n\n- {label} [{TITLE}]({url}). Ada Lovelace, Alan Turing. OSDI 2020\n")
    assert (draft.title, draft.name, draft.venue, len(draft.authors)) == (TITLE, "RW-Net", "OSDI", 2)


def test_what_leads_elsewhere_behind_a_title_in_bold_is_no_title() -> None:
    text = "# Papers\n\n- **The Weaving of Numbers**: [An introduction on video](https://e.org/v)\n"
    assert titles(text) == ["The Weaving of Numbers"]


def test_slides_that_say_where_a_paper_appeared_behind_its_title_in_bold_are_no_title() -> None:
    text = "- **The Weaving of Numbers**: [The Annotated Loom in Code](https://e.org/v), NeurIPS 2017\n"
    assert "The Annotated Loom in Code" not in titles(f"# Papers\n\n{text}")


def test_what_leads_to_the_papers_of_a_meeting_behind_a_label_is_no_title() -> None:
    text = "- **Loom Letters, all**: [All Loom Letters of 2026](https://ieeexplore.ieee.org/xpl/tocresult.jsp?a=1)\n"
    assert "All Loom Letters of 2026" not in titles(f"# Papers\n\n{text}")


@pytest.mark.parametrize(
    "line",
    [
        "The weaver's blog: [[Link](https://e.org/blog)]",
        "**Looms of Turin**: [[Website](https://e.org/w)] [[Video](https://e.org/v)]",
        "The loom paper?",
        "**citation needed**",
        "Master's Thesis: Ada Lovelace [[Thesis](https://e.org/t.pdf)]",
    ],
)
def test_words_that_name_no_paper_are_no_title(line: str) -> None:
    assert titles(f"# Papers\n\n- [{TITLE}](https://e.org/a)\n- {line}\n") == [TITLE]


@pytest.mark.parametrize("links", ["[[pdf](https://e.org/b)]", "[[Link](https://arxiv.org/abs/2012.10002)]"])
def test_a_short_title_before_a_colon_is_a_paper_where_a_link_leads_to_it(links: str) -> None:
    assert titles(f"# Papers\n\n- The Looms of Turin: {links} [[code](https://e.org/c)]\n") == ["The Looms of Turin"]


_BOBBIN = "Bobbin nets weave cards of many colours"


@pytest.mark.parametrize(
    ("before", "title", "name", "tags"),
    [
        ("LoomNet, ", _BOBBIN, "LoomNet", ()),
        ("WN,", _BOBBIN, "WN", ()),
        ("**WN** ", _BOBBIN, "WN", ()),
        ("**Wide Loom** ", _BOBBIN, None, ("Wide Loom",)),
        ("Survey, ", _BOBBIN, None, ("Survey",)),
        ("Bobbin, ", _BOBBIN, "Bobbin", ()),
        ("Cardly, ", "Cardly: Weaving with Cards", "Cardly", ()),
    ],
)
def test_what_a_paper_is_called_for_short_or_is_about_stands_before_its_link(
    before: str, title: str, name: str | None, tags: tuple[str, ...]
) -> None:
    told = said(f"1. {before}[{title}]({URL}), [💡]({URL}b), Jul 2020, from Acme\n", "name", "tags", "year", "venue")
    assert told == {"title": title, "name": name, "tags": tags, "year": 2020, "venue": None}


def test_who_wrote_a_paper_or_where_it_appeared_stands_before_its_link() -> None:
    page = f"- **Ada Lovelace** [{_BOBBIN}]({URL})\n- OSDI, [{_BOBBIN} at last]({URL}b), 2020\n"
    page += f"- Ottokar Weftson, [{_BOBBIN} again]({URL}c), 2020\n- Jan 2020, [{_BOBBIN} anew]({URL}d)\n"
    told = [(one.title, one.venue, one.year, [author.name for author in one.authors], one.tags) for one in papers(page)]
    assert told == [
        (_BOBBIN, None, None, ["Ada Lovelace"], ()),
        (f"{_BOBBIN} at last", "OSDI", 2020, [], ()),
        (f"{_BOBBIN} again", None, 2020, ["Ottokar Weftson"], ()),
        (f"{_BOBBIN} anew", None, 2020, [], ()),
    ]


@pytest.mark.parametrize("link", ["Official code and data", "Ada Lovelace, Alan Turing", "OSDI 2020", "our page"])
def test_a_bold_title_keeps_its_place_before_a_link_that_is_none(link: str) -> None:
    assert said(f"- **Weaving Nets** [{link}]({URL}), 2020\n")["title"] == "Weaving Nets"


@pytest.mark.parametrize(
    ("behind", "venue", "year"),
    [
        ("Nov 2019, from Acme, OSDI 2020.", "OSDI", 2020),
        ("Nov 2019, from Acme", None, 2019),
        ("AUG 2020, ICML 2020", "ICML", 2020),
        ("Dec 2020 from Rutgers University", None, 2020),
    ],
)
def test_a_month_behind_a_title_is_no_venue_and_the_year_of_a_venue_goes_before_it(
    behind: str, venue: str | None, year: int
) -> None:
    assert said(f"- [{_BOBBIN}]({URL}), [💡]({URL}b), {behind}\n", "venue", "year") == {
        "title": _BOBBIN,
        "venue": venue,
        "year": year,
    }


def test_a_venue_right_behind_a_title_of_words_alone_is_no_part_of_it() -> None:
    page = "# Papers\n\n- LoomNet: Wide Weaving of Cards with Bobbins ICLR 2022\n- Notes of a Weaver at ICLR 2022\n"
    assert [(one.title, one.venue) for one in papers(page)] == [
        ("LoomNet: Wide Weaving of Cards with Bobbins", "ICLR"),
        ("Notes of a Weaver at ICLR 2022", None),
    ]


@pytest.mark.parametrize("before", ["First", "Also", "Moreover", "Finally", "Chapter 3"])
def test_a_word_that_joins_a_line_to_others_is_no_topic_of_the_paper_behind_it(before: str) -> None:
    assert said(f"# Papers\n\n- {before}, [{_BOBBIN}]({URL})\n", "tags") == {"title": _BOBBIN, "tags": ()}


def test_a_person_in_bold_before_a_colon_and_a_paper_wrote_it() -> None:
    draft = papers(f"# Papers\n\n- **Ada Lovelace**: [{_BOBBIN}](https://arxiv.org/abs/2012.10002)\n")[0]
    assert (draft.title, [one.name for one in draft.authors], draft.tags) == (_BOBBIN, ["Ada Lovelace"], ())


def test_the_word_in_brackets_that_several_titles_end_in_is_what_the_list_says_of_them() -> None:
    page = """# Looms

- [x] Carding at Scale for Wide Looms (recommended)
- [ ] Notes on Weaving in the Large
- [x] Spindle: Becoming a Loom System(recommended)
- [ ] Threads and Cards Revisited (revisited)
- [x] Yarn: A Distributed Loom That Scales (recommended)
- [ ] What Looms Weave at Night
"""
    assert titles(page) == [
        "Carding at Scale for Wide Looms",
        "Notes on Weaving in the Large",
        "Spindle: Becoming a Loom System",
        "Threads and Cards Revisited (revisited)",
        "Yarn: A Distributed Loom That Scales",
        "What Looms Weave at Night",
    ]
    assert papers(page)[0].tags == ("recommended",)


@pytest.mark.parametrize(
    "ends",
    [
        (" (sketch)", " (sketch)", " (sketch)", " (tutorial)", " (abridged)"),
        (" (recommended)", " (recommended)", " (recommended)", " (red-black)", " (red-black)"),
        (" - Read", " - Skipped", " - Read", " - Skipped", " - Unread"),
    ],
)
def test_what_is_taken_from_some_titles_counts_for_what_most_of_a_page_end_in(ends: tuple[str, ...]) -> None:
    names = [f"Looms that Weave {what}" for what in ("Wool", "Silk", "Yarn", "Flax", "Cards")]
    page = "".join(f"- [ ] {name}{end}\n" for name, end in zip(names, ends, strict=True))
    assert titles(f"# Papers\n\n{page}") == names


def test_a_status_behind_a_link_is_no_end_of_its_title() -> None:
    page = "".join(f"- [Looms that Weave {name}]({URL}) - Read\n" for name in ("Wool", "Silk", "Yarn", "Flax", "Cards"))
    assert "Threads and Cards (Revisited)" in titles(f"# Papers\n\n{page}- Threads and Cards (Revisited)\n")


def test_the_word_that_ends_several_brackets_tells_those_that_say_more_and_who_wrote_the_paper() -> None:
    page = """# Looms

- [x] Carding at Scale: What Do Looms Weave?(some early tests,good)
- [x] Notes on Weaving in the Large(good)
- [x] Is There Really a New Spindle?(Ada Lovelace,good)
- [ ] Yarn: A Distributed Loom That Scales (worsted, good)
- [ ] Threads and Cards (carding, spinning)
"""
    assert [(draft.title, [one.name for one in draft.authors]) for draft in papers(page)] == [
        ("Carding at Scale: What Do Looms Weave?", []),
        ("Notes on Weaving in the Large", []),
        ("Is There Really a New Spindle?", ["Ada Lovelace"]),
        ("Yarn: A Distributed Loom That Scales", []),
        ("Threads and Cards (carding, spinning)", []),
    ]


@pytest.mark.parametrize("empty", [r"**\[\]**", "**[ ]**", "**【】**", "*[]*", r"\[\]"])
def test_brackets_in_bold_with_no_label_in_them_are_no_title(empty: str) -> None:
    page = f"# Papers\n\n- **\\[LoomNet\\]** [Looms that Weave Cards]({URL}/1)\n- {empty} [{TITLE}]({URL})\n"
    assert titles(page) == ["Looms that Weave Cards", TITLE]


@pytest.mark.parametrize(
    ("line", "venue"),
    [
        (f"**{TITLE} (CVPR 2020) [pdf]({URL})**", "CVPR"),
        (f"{TITLE}(CVPR 2020) [pdf]({URL})", "CVPR"),
        (f"**(IMPLEMENTED){TITLE}**(CVPR 2020) [pdf]({URL})", "CVPR"),
        (f"**(IMPLEMENTED LoomNet){TITLE} (CVPR 2020)** [pdf]({URL})", "CVPR"),
        (f"**{TITLE}(Not that of 1843)** (CVPR 2020) [pdf]({URL})", "CVPR"),
        (f"{TITLE}(LoomNet not Loom) [pdf]({URL})", None),
        (f"{TITLE}(Turin weavers, and those of Weft) [pdf]({URL})", None),
    ],
)
def test_brackets_with_no_blank_beside_a_title_are_none_of_it(line: str, venue: str | None) -> None:
    assert said(f"# Papers\n\n- {line}\n", "venue") == {"title": TITLE, "venue": venue}


@pytest.mark.parametrize(
    "title",
    [
        "Weaving with Threads of Poly(Lactic Acid)",
        "Weaving with Threads of Poly(L-lactic acid of corn)",
        "Dyes for Looms of bis(Benzyl Alcohol)",
    ],
)
def test_brackets_that_are_of_a_name_of_matter_are_of_its_title(title: str) -> None:
    assert said(f"# Papers\n\n- {title} [pdf]({URL})\n", "tags") == {"title": title, "tags": ()}


@pytest.mark.parametrize(
    "title", ["(BERT)ology of Looms", "Cards and the Weaving of Loom(s)", "Looms that Sort(ed Cards)"]
)
def test_brackets_inside_a_word_of_a_title_are_of_it(title: str) -> None:
    assert said(f"# Papers\n\n- {title} [pdf]({URL})\n") == {"title": title}


def test_what_is_short_for_a_name_behind_a_year_is_a_venue_where_most_there_are() -> None:
    names = ("KDD", "ICML", "ICLR", "AAAI", "CVPR")
    lines = [f"* [2024] [{name}] Looms that Weave {name} [[paper]({URL}/{name})]" for name in names]
    for short in ("LTC", "Eng. Weav. Loom."):
        (*_, draft) = papers("# Papers\n\n" + "\n".join([*lines, f"* [2025] [{short}] {TITLE} [[paper]({URL})]"]))
        assert (draft.title, draft.venue, draft.year, draft.tags) == (TITLE, short, 2025, ())
    (*_, draft) = papers("# Papers\n\n" + "\n".join([*lines, f"* [2025] [Survey] {TITLE} [[paper]({URL})]"]))
    assert (draft.venue, draft.tags) == (None, ("Survey",))


def test_words_of_prose_before_links_to_papers_are_labels_where_several_lines_have_them() -> None:
    labels = ["Weaver in the loop", "Looms for data access", "More than the width of cloth"]
    lines = [
        f"- {label}: [OSDI'20: {TITLE} {at}](https://arxiv.org/abs/2001.0000{at})" for at, label in enumerate(labels)
    ]
    assert titles("# Papers\n\n" + "\n".join(lines) + "\n") == [f"{TITLE} {at}" for at in range(3)]
    few = "\n".join(lines[:2])
    assert titles(f"# Papers\n\n{few}\n") == [f"{label}: OSDI'20: {TITLE} {at}" for at, label in enumerate(labels[:2])]


@pytest.mark.parametrize("behind", ["", ", OSDI 2020", " (OSDI 2020)"])
def test_words_of_prose_begin_the_title_where_links_do_not_say_first_where_their_papers_appeared(behind: str) -> None:
    starts = ["Looms are all you need", "Cards considered harmful", "Weaving without any loom"]
    lines = [f"- {start}: [A New Simple Way to Weave{behind}](https://arxiv.org/abs/2001.01001)" for start in starts]
    page = "# Papers\n\n" + "\n".join(lines) + "\n"
    assert [title.split(",")[0] for title in titles(page)] == [
        f"{start}: A New Simple Way to Weave" for start in starts
    ]


def test_a_link_that_ends_in_where_its_paper_appeared_behind_a_bar_says_the_whole_title() -> None:
    labels = ["Weaver in the loop", "Looms for data access", "More than the width of cloth"]
    lines = [f"- {said}: [{TITLE} | ACM Transactions on Looms](https://arxiv.org/abs/2001.01001)" for said in labels]
    assert titles("# Papers\n\n" + "\n".join(lines) + "\n") == [TITLE] * 3


def test_words_in_capitals_before_a_link_begin_its_title() -> None:
    lines = [f"- Weaving with Looms: [Notes on Them {at}](https://arxiv.org/abs/2001.0000{at})" for at in range(3)]
    assert titles("# Papers\n\n" + "\n".join(lines) + "\n") == [
        f"Weaving with Looms: Notes on Them {at}" for at in range(3)
    ]


@pytest.mark.parametrize("number", ["", "[2401.01234] ", "[2401.01234\\] "])
def test_a_short_name_and_a_colon_before_a_link_that_says_it_again_are_no_part_of_the_title(number: str) -> None:
    (draft,) = papers(f"# Papers\n\n[3] LoomFuzz: [{number}LOOMFUZZ: {TITLE}](https://arxiv.org/abs/2401.01234)\n")
    assert (draft.title, draft.tags) == (f"LOOMFUZZ: {TITLE}", ())
    (draft,) = papers(f"# Papers\n\n- LoomFuzz: [{number}{TITLE}](https://arxiv.org/abs/2401.01234)\n")
    assert draft.title == f"LoomFuzz: {TITLE}"


@pytest.mark.parametrize(
    ("said", "name", "tags"), [("LoomFuzz", "LoomFuzz", ()), ("Card weaving", None, ("Card weaving",))]
)
def test_a_short_year_ends_a_venue_before_a_link_and_what_follows_says_what_the_paper_is(
    said: str, name: str | None, tags: tuple[str, ...]
) -> None:
    (draft,) = papers(f"# Papers\n\n[1] NDSS'24 {said}: [{TITLE}](https://e.org/a.pdf)\n")
    assert (draft.title, draft.venue, draft.year, draft.name, draft.tags) == (TITLE, "NDSS", 2024, name, tags)


def test_a_short_name_and_the_number_of_what_is_cited_below_are_no_paper() -> None:
    table = "| Paper | Warp | Weft |\n|---|---|---|\n| LoomFuzz[1] | √ | × |\n| Card-Fuzz[2] | × | √ |\n"
    assert titles(f"# Papers\n\n{table}\n[1] [{TITLE}](https://e.org/a.pdf)\n") == [TITLE]


def test_a_short_name_and_a_topic_that_lead_to_notes_are_none_of_the_title_behind_them() -> None:
    page = (
        "1. [[WLN] Wide Loom Nets](./1-wln.md): Weaving with Cards and Looms.\n"
        "2. [[LPO] Loom Policies](./2-lpo.md): Loom Policies for Wide Cards.\n"
        "3. [[BW] Bobbin Weaving](./3-bw.md): Bobbins: A Framework for Looms.\n"
        "4. [Loom framework](./4-of.md): Between Looms and Cards.\n"
    )
    assert [(draft.title, draft.tags) for draft in papers(page)] == [
        ("Weaving with Cards and Looms", ("WLN", "Wide Loom Nets")),
        ("Loom Policies for Wide Cards", ("LPO", "Loom Policies")),
        ("Bobbins: A Framework for Looms", ("BW", "Bobbin Weaving")),
        ("Between Looms and Cards", ("Loom framework",)),
    ]


def test_a_short_name_that_leads_to_notes_begins_the_title_where_no_topic_is_in_the_links() -> None:
    page = "".join(f"1. [{name}](./{name}.md): Weaving with Cards and Looms\n" for name in ("LoomNet", "WEFT", "WarpX"))
    assert papers(page)[0].title == "LoomNet: Weaving with Cards and Looms"


def test_short_names_before_links_are_none_of_titles_where_links_say_them_again_or_lines_share_them() -> None:
    names = ("LWN", "LWN", "Q-Loom", "Wide LWN")
    links = ("Notes on Cards", "Notes on Threads", "Q-Loom: Notes on Bobbins", "Notes on Mills")
    told = zip(names, links, range(4), strict=True)
    text = "".join(
        f"* {name}: [{link}](https://e.org/{n}.pdf), A Lovelace et al 1943, ICRA.\n" for name, link, n in told
    )
    found = papers(f"# Papers\n\n{text}")
    assert [one.title for one in found] == list(links)
    assert {(one.venue, one.year, one.authors[0].name) for one in found} == {("ICRA", 1943, "A Lovelace")}
    assert (found[0].name, found[3].tags) == ("LWN", ("Wide LWN",))


def test_a_short_name_that_stands_once_beside_labels_is_of_its_title() -> None:
    lines = [f"- Loom: [Notes on Cards {at}](https://arxiv.org/abs/2001.0000{at})" for at in range(3)]
    lines.append("- LWN: [Weaving without Any Threads](https://arxiv.org/abs/2001.00009)")
    found = papers("# Papers\n\n" + "\n".join(lines))
    assert [one.title for one in found] == [
        *(f"Notes on Cards {at}" for at in range(3)),
        "LWN: Weaving without Any Threads",
    ]
    assert {one.tags for one in found[:3]} == {("Loom",)}


def test_a_short_name_that_stands_once_is_none_of_its_title_where_links_have_whole_titles_behind_such() -> None:
    whole = "".join(
        f"- {name}: [{name}: Notes on Cards](https://e.org/{name}.pdf)\n" for name in ("RW", "Bobbin", "Mill")
    )
    once = "- LWN: [Weaving without Any Threads](https://arxiv.org/abs/2001.00009)\n"
    found = papers(f"# Papers\n\n{whole}{once}")
    assert [one.title for one in found[2:]] == ["Mill: Notes on Cards", "Weaving without Any Threads"]


@pytest.mark.parametrize("label", ["Paper", "Read", "Done"])
def test_a_word_that_says_that_a_paper_stands_behind_it_is_no_tag(label: str) -> None:
    lines = [f"- {label}: [Notes on Cards {at}](https://arxiv.org/abs/2001.0000{at})" for at in range(3)]
    found = papers("# Papers\n\n" + "\n".join(lines))
    assert [(one.title, one.tags) for one in found] == [(f"Notes on Cards {at}", ()) for at in range(3)]


def test_short_names_before_links_are_of_titles_where_each_stands_once() -> None:
    names = ("LWN", "Bobbin", "Q-Loom", "Mill")
    text = "".join(f"* {name}: [Rapid Weaving for Looms](https://e.org/{name}.pdf)\n" for name in names)
    assert titles(f"# Papers\n\n{text}") == [f"{name}: Rapid Weaving for Looms" for name in names]


_WHOLE = "".join(
    f"- **[Weaving All Cards of Kind {at}](https://e.org/{at}):** looms are all of it\n" for at in range(6)
)


@pytest.mark.parametrize("line", ["**[Card Nets](https://e.org/b):** {}", "[Card Nets](https://e.org/b): {}"])
def test_what_is_said_behind_a_link_is_no_title_where_links_of_the_page_mostly_are_all_of_theirs(line: str) -> None:
    said = line.format("steady tension at each loom is all you need")
    page = [draft.title for draft in papers(f"# Looms\n\n{_WHOLE}- {said}\n")]
    assert page[-1] == "Card Nets"
    assert [draft.title for draft in papers(f"# Looms\n\n- {said}\n")] != ["Card Nets"]


def test_the_rest_of_a_title_in_capitals_is_of_it_there_as_well() -> None:
    page = papers(f"# Looms\n\n{_WHOLE}- [LoomNet](https://e.org/b): Steady Tension at Each Loom\n")
    assert page[-1].title == "LoomNet: Steady Tension at Each Loom"


def test_brackets_that_are_empty_but_for_a_link_and_a_stray_one_are_no_part_of_a_title() -> None:
    assert papers("# Looms\n\n* Weaving of Cards ([Ada]](./notes/17.md))\n* Looms ([Al](./notes/18.md))\n")[
        0
    ].title == ("Weaving of Cards")


def test_a_name_in_bold_before_a_dash_is_one_where_titles_say_it_again() -> None:
    names = ("LoomNet", "WeftMixer", "CardLoom", "PlainLoom")
    lines = [f"- **{name}** - {name}: Weaving with Cards [[OSDI 2020]]({URL}{name})\n" for name in names[:3]]
    page = f"# Looms\n\n{''.join(lines)}- **{names[3]}** - Are Cards Effective for Looms? [[OSDI 2020]]({URL})\n"
    assert titles(page) == [
        *(f"{name}: Weaving with Cards" for name in names[:3]),
        "Are Cards Effective for Looms?",
    ]
    assert [paper.name for paper in papers(page)] == list(names)


def test_words_behind_a_name_in_bold_and_a_dash_are_a_remark_where_no_title_says_the_name_again() -> None:
    names = ["LoomNet", "WeftMixer", "CardLoom"]
    lines = [f"- **{name}** - Weaving of cloth with cards [[OSDI 2020]]({URL}{name})\n" for name in names]
    assert titles(f"# Looms\n\n{''.join(lines)}") == names


def test_a_name_in_bold_that_the_title_says_again_in_another_case_is_said_once() -> None:
    assert titles(f"# Looms\n\n- **OmniLoom**: Omniloom: Weaving with Cards [[pdf]]({URL})\n") == [
        "Omniloom: Weaving with Cards"
    ]


def test_a_question_behind_a_label_is_no_remark_where_titles_say_their_labels_again() -> None:
    names = ("LoomNet", "WeftMixer", "CardLoom")
    lines = [f"- **{name}**: {name}: Weaving with Cards [[pdf]]({URL}{name})\n" for name in names]
    page = f"# Looms\n\n{''.join(lines)}- **WLN**: Do Wide Looms Need Cards? A Study of Cloth [[pdf]]({URL})\n"
    assert titles(page)[3] == "Do Wide Looms Need Cards? A Study of Cloth"


def test_a_bold_title_before_a_dash_and_a_remark_is_none_of_the_labels_that_titles_say_again() -> None:
    names = ("LoomNet", "CardNet", "MillNet")
    lines = [f"- **{name}** - {name}: Weaving with Cards [[pdf]]({URL}{name})\n" for name in names]
    last = f"- **Attention Is All Looms Need** - Famous paper that started it all [[pdf]]({URL})\n"
    draft = papers(f"# Looms\n\n{''.join(lines)}{last}")[3]
    assert (draft.title, draft.tags, len(draft.notes)) == ("Attention Is All Looms Need", (), 1)


def test_words_that_go_on_small_behind_a_dash_are_a_remark_though_they_say_the_title_again() -> None:
    names = ("Spinning Jennies", "Water Frames", "Power Looms", "A Theory of Weaving and Its Discontents")
    lines = [f"- **{name}** - {name.lower()} explained for beginners [pdf]({URL})\n" for name in names]
    assert titles(f"# Looms\n\n{''.join(lines)}") == list(names)
