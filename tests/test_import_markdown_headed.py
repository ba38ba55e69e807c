"""Markdown reading lists -> drafts of papers: when and where each appeared, as its own heading ends in it."""

from __future__ import annotations

import pytest
from markdown_pages import ADA, ALAN, TITLE, URL, papers, titles

NAMES = ("Wool", "Silk", "Yarn", "Flax")


def page(*ends: str, before: str = "Loom", links: tuple[str, ...] = ()) -> str:
    """Headings that end so, each with a paper below it."""
    urls = links or tuple(f"https://e.org/{number}" for number in range(len(ends)))
    parts = zip(ends, urls, NAMES, strict=False)
    return "# Looms\n\n" + "".join(
        f"### {before} {number}{end}\n\n[Looms that Weave {name}]({url})\n\n"
        for number, (end, url, name) in enumerate(parts)
    )


@pytest.mark.parametrize(
    ("ends", "places"),
    [
        (
            (" (16 Jan 2013; ICLR)", " (5 May 2017)", " (11 Oct 2018; NAACL 2019)", " (2020)"),
            [("ICLR", 2013), (None, 2017), ("NAACL", 2019), (None, 2020)],
        ),
        ((" (2016; arXiv)", " (6 Jul 2016)", " (2020)"), [("arXiv", 2016), (None, 2016), (None, 2020)]),
        ((" (2016)", " (2020)"), [(None, None)] * 2),
        ((" (2016)", "", " (2020)", " (in 2021)"), [(None, None)] * 4),
    ],
)
def test_headings_that_end_in_a_date_say_when_the_one_paper_below_each_appeared(
    ends: tuple[str, ...], places: list[tuple[str | None, int | None]]
) -> None:
    assert [(draft.venue, draft.year) for draft in papers(page(*ends))] == places


@pytest.mark.parametrize("before", ["Week", "Session", "Reading Group"])
def test_the_day_of_a_meeting_in_its_heading_is_none_of_the_paper_read_there(before: str) -> None:
    text = page(" (5 May 2017)", " (12 May 2017)", " (19 May 2017)", before=before)
    assert [draft.year for draft in papers(text)] == [None] * 3


def test_days_long_after_papers_appeared_are_rather_those_on_which_they_were_read() -> None:
    links = tuple(f"https://arxiv.org/abs/1{number}01.01234" for number in (0, 2, 5))
    text = page(" (5 May 2017)", " (12 May 2017)", " (19 May 2017)", before="Ada", links=links)
    assert [draft.year for draft in papers(text)] == [None] * 3


def test_several_papers_below_a_heading_that_ends_in_a_year_need_not_be_of_that() -> None:
    lists = "".join(f"- [Weaving with {name}]({URL}/{name})\n" for name in NAMES)
    text = page(" (2016; ICLR)", " (2017)", " (2018)") + f"### Cards (2019)\n\n{lists}"
    assert [draft.year for draft in papers(text)] == [2016, 2017, 2018, None, None, None, None]


def test_a_heading_that_is_the_title_again_says_its_year() -> None:
    text = f"""# Looms

## Cards

<details>
<summary>{TITLE} (1843)</summary>
- {TITLE}. (LoomNet) [[paper]({URL})]
  - Ada Lovelace, Alan Turing.
  - Modality: cards.
  - <details><summary>Digest</summary>
    It weaves.
  </details>
</details>

- Looms that Weave [[paper]({URL}/2)]
"""
    first, second = papers(text)
    assert (first.title, first.name, first.year, first.authors) == (TITLE, "LoomNet", 1843, (ADA, ALAN))
    assert (second.year, second.topic) == (None, "Cards")


@pytest.mark.parametrize(("before", "known"), [("Surveys", True), ("Course", False)])
def test_headings_that_are_the_same_but_for_their_years_say_those_of_papers(before: str, known: bool) -> None:
    lists = "\n".join(f"- [Weaving with {name}]({URL}/{name})" for name in NAMES)
    cards = f"## {before}: 2023\n\n- [{TITLE}]({URL})\n\n## Cards: 2022\n\n- [Cards that Weave]({URL}/c)\n"
    text = f"# Looms\n\n## {before}: 2024\n\n{lists}\n\n{cards}"
    assert [draft.year for draft in papers(text)] == ([2024] * 4 + [2023] if known else [None] * 5) + [None]


def test_two_who_may_be_people_are_where_other_papers_of_a_page_have_who_wrote_them() -> None:
    people = ("Ada Lovelace, Alan Turing", "Grace Hopper, Ada Lovelace, Alan Turing", "Alan Turing and Ada Lovelace")
    names = [*people, "Weftina Woof, Bobbin Carder"]
    below = "".join(f"- Looms {n} that Weave [[paper]({URL}/{n})]\n  - {who}.\n" for n, who in enumerate(names))
    behind = "".join(f"- [Looms {n} that Weave]({URL}/{n}), {who}\n" for n, who in enumerate(names))
    for lines in (below, behind):
        last = papers(f"# Papers\n\n{lines}")[-1]
        assert ([one.name for one in last.authors], last.notes) == (["Weftina Woof", "Bobbin Carder"], ())


def test_what_is_folded_below_a_title_parts_it_from_no_links() -> None:
    folded = "<details span>\n<summary><b>Abstract</b></summary>\nIt weaves.\n</details>\n"
    apart = "<details>\n<summary>Abstract</summary>\n\nIt weaves.\n\n</details>\n"
    people = "**Authors**: Ada Lovelace, Alan Turing, Grace Hopper\n"
    text = f"# Looms\n\n## Surveys\n\n### 1. {TITLE} [CVPR 2021]\n{people}\n{folded}\n  [📄 Paper]({URL}.pdf)\n\n"
    text += f"### 2. Looms that Weave [CVPR 2022]\n\n{people}\n{apart}\n[Paper]({URL}) | [🌐 Project Page]({URL}/p)\n"
    first, second = papers(text)
    assert (first.title, first.topic, [link.url for link in first.links]) == (TITLE, "Surveys", [f"{URL}.pdf"])
    assert (second.title, second.topic, [link.url for link in second.links]) == (
        "Looms that Weave",
        "Surveys",
        [URL, f"{URL}/p"],
    )


@pytest.mark.parametrize("before", ["Read", "Reading log", "Finished", "Papers"])
def test_the_years_of_a_log_of_reading_are_none_of_what_was_read(before: str) -> None:
    links = ("https://arxiv.org/abs/1201.01234", "https://arxiv.org/abs/1501.01234")
    lists = [f"## {before}: {2024 - n}\n\n- [Looms {n} that Weave]({link})\n" for n, link in enumerate(links)]
    assert [draft.year for draft in papers("# Looms\n\n" + "\n".join(lists))] == [None, None]


@pytest.mark.parametrize(
    "heads",
    [
        ("Presented by Ada (5 May 2021)", "Presented by Bob (12 May 2021)", "Presented by Zeb (19 May 2021)"),
        ("Looms (Jan 2023)", "Wide looms (2022)", "Cards (Mar 2022)"),
    ],
)
def test_dates_that_neither_a_venue_nor_arxiv_shows_to_be_of_papers_are_not_theirs(heads: tuple[str, ...]) -> None:
    lists = [f"## {head}\n\n- [Looms {n} that Weave]({URL}/{n})\n" for n, head in enumerate(heads)]
    assert [draft.year for draft in papers("# Looms\n\n" + "\n".join(lists))] == [None] * 3


def test_dates_are_of_papers_where_arxiv_got_them_then() -> None:
    links = tuple(f"https://arxiv.org/abs/1{number}01.01234" for number in (5, 6, 7))
    text = page(" (5 May 2015)", " (12 May 2016)", " (19 May 2018)", before="Ada", links=links)
    assert [draft.year for draft in papers(text)] == [2015, 2016, 2018]


def months(names: tuple[str, ...], numbers: tuple[str, ...]) -> str:
    """Headings that are months, with a paper of arXiv below each, and one more below the first."""
    parts = [
        f"### {name}\n\n* Looms that Weave {number} [ [note](n.md)] [ [paper](https://arxiv.org/abs/{number}) ]\n"
        for name, number in zip(names, numbers, strict=True)
    ]
    return f"# Looms\n\n{parts[0]}* Cards for Mills [ [paper](https://e.org/a.pdf) ]\n\n" + "\n".join(parts[1:])


@pytest.mark.parametrize(
    "names",
    [
        ("2020-06", "2019-12", "2018.05", "2017-03"),
        ("June 2020", "December 2019", "May 2018", "Mar 2017"),
        ("2020年6月", "2019年12月", "2018年5月", "2017年3月"),
    ],
)
def test_months_above_papers_that_arxiv_got_then_say_their_years(names: tuple[str, ...]) -> None:
    text = months(names, ("2006.01234", "1904.01234", "1805.01234", "1703.01234"))
    assert [draft.year for draft in papers(text)] == [2020, None, 2019, 2018, 2017]


def test_months_say_no_year_of_papers_that_arxiv_got_in_another_or_not_at_all() -> None:
    names = ("2020-06", "2019-12", "2018-05", "2017-03", "2016-08")
    text = months(names, ("2006.01234", "1912.01234", "1805.01234", "1403.01234", "1509.01234"))
    assert [draft.year for draft in papers(text)] == [2020, None, 2019, 2018, None, None]


@pytest.mark.parametrize(
    "numbers",
    [
        ("2006.01234", "1910.01234", "1804.01234", "1701.01234"),
        ("2005.01234", "1911.01234", "1804.01234", "1702.01234"),
    ],
)
def test_months_in_which_somebody_read_papers_are_not_when_they_appeared(numbers: tuple[str, ...]) -> None:
    text = months(("2020-06", "2019-12", "2018-05", "2017-03"), numbers)
    assert [draft.year for draft in papers(text)] == [None] * 5


@pytest.mark.parametrize(
    ("heading", "venue"),
    [("IEEE S&P", "S&P"), ("IEEE/ACM ASE", "ASE"), ("The Web Conference / WWW", "WWW"), ("ACM SIGCOMM", "SIGCOMM")],
)
def test_a_heading_is_a_conference_though_who_holds_it_or_its_longer_name_stands_before(
    heading: str, venue: str
) -> None:
    (draft,) = papers(f"# Papers\n\n### {heading}\n\n- 2020\n  - [{TITLE}]({URL})\n")
    assert (draft.venue, draft.year) == (venue, 2020)


def test_a_society_before_a_title_is_the_conference_of_its_heading_that_it_holds() -> None:
    (draft,) = papers(f"# Papers\n\n### USENIX Security\n\n- [【USENIX‘2024】{TITLE}]({URL})\n")
    assert (draft.venue, draft.year) == ("USENIX Security", 2024)


@pytest.mark.parametrize(
    ("numbers", "year"),
    [
        (("1706.01234", "1902.01234", "2012.01234", "2206.01234"), None),
        (("2112.01234", "2203.01234", "2012.01234", "2206.01234"), 2022),
        (("1706.01234", "1902.01234"), 2022),
    ],
)
def test_a_year_above_papers_that_arxiv_mostly_got_long_before_is_that_of_reading(
    numbers: tuple[str, ...], year: int | None
) -> None:
    lines = (f"- Looms that Weave {number} [[paper](https://arxiv.org/abs/{number})]\n" for number in numbers)
    more = f"- Cards for Mills (2019) [[paper]({URL})]\n- Mills of Old, OSDI 2020 [[paper]({URL})]\n"
    drafts = papers(f"# Looms\n\n## 2022\n\n### June\n\n{''.join(lines)}{more}")
    assert [draft.year for draft in drafts] == [*[year] * len(numbers), 2019, 2020]


@pytest.mark.parametrize(
    "heading", ["🔥 *Update News*", "News and Updates", "What's new?", "最新动态", "Announcements"]
)
def test_what_happened_to_a_list_is_told_below_headings_that_say_so_in_many_words(heading: str) -> None:
    news = f"* **`2025/03/10`** We propose [LoomNet]({URL}b), weaving with a new kind of cards!\n"
    assert titles(f"# Looms\n\n## {heading}\n\n{news}\n## Papers\n\n- [{TITLE}]({URL})\n") == [TITLE]


@pytest.mark.parametrize(
    ("heading", "venue", "expected"),
    [("CVPR Workshops 2019", "CVPR", "CVPR"), ("IEEE VIS 2019", "IEEE", "IEEE VIS")],
)
def test_a_heading_says_more_of_where_a_paper_appeared_only_where_that_is_a_publisher(
    heading: str, venue: str, expected: str
) -> None:
    (draft,) = papers(f"# Papers\n\n## {heading}\n\n- {TITLE}. Ada Lovelace. {venue} 2019\n")
    assert (draft.title, draft.venue, draft.year) == (TITLE, expected, 2019)


@pytest.mark.parametrize("heading", ["新闻", "动态", "消息", "ニュース", "Noticias"])
def test_what_may_be_a_topic_as_well_is_no_heading_of_news(heading: str) -> None:
    lines = f"- LoomNet [[paper]]({URL}b)\n- {TITLE}. Ada Lovelace. OSDI 2020\n"
    assert titles(f"# Looms\n\n## Cards\n\n- [Old Cards]({URL}c)\n\n## {heading}\n\n{lines}") == [
        "Old Cards",
        "LoomNet",
        TITLE,
    ]


@pytest.mark.parametrize("heading", ["Announcements", "What's New?", "News"])
@pytest.mark.parametrize(
    "line",
    [
        f"**News Looms**, KDD 2020 [[paper]]({URL}b)",
        "News Looms. Ada Lovelace. KDD 2020",
        "[News Looms](https://arxiv.org/abs/2001.01234)",
    ],
)
def test_short_titles_below_news_are_papers_where_more_is_said_of_them(heading: str, line: str) -> None:
    page = f"# Looms\n\n## Cards\n\n- [{TITLE}]({URL}), OSDI 2020\n\n## {heading}\n\n- {line}\n"
    assert titles(page) == [TITLE, "News Looms"]


@pytest.mark.parametrize("day", ["2020-06-{}", "2020.06.{}", "[2020.06.{}]", "June {}, 2020", "2020年6月{}日"])
def test_days_above_papers_that_arxiv_got_that_month_say_their_years(day: str) -> None:
    names = tuple(day.format(number) for number in (12, 13, 14, 15))
    text = months(names, ("2006.01234", "2006.01235", "2006.01236", "1904.01237"))
    assert [draft.year for draft in papers(text)] == [2020, None, 2020, 2020, None]


def test_days_in_bullets_above_papers_that_arxiv_got_that_month_say_their_years() -> None:
    lines = [
        f"- **[2020.06.1{day}]**\n  - Paper: [Looms {day} that Weave](https://arxiv.org/abs/2006.0123{day})\n"
        for day in range(4)
    ]
    assert [draft.year for draft in papers("# Looms\n\n" + "\n".join(lines))] == [2020] * 4


def test_days_on_which_a_group_read_papers_are_not_when_they_appeared() -> None:
    text = months(
        ("2020-06-12", "2020-06-19", "2020-06-26", "2020-07-03"),
        ("2006.01234", "2004.01234", "2001.01234", "2005.01234"),
    )
    assert [draft.year for draft in papers(text)] == [None] * 5


@pytest.mark.parametrize(
    ("heading", "venue"),
    [
        ("Latest arXiv Papers (Auto-Updated)", "arXiv"),
        ("📰 Daily Arxiv Papers: Looms", "arXiv"),
        ("New arXiv preprints", "arXiv"),
        ("New arXiv papers: what a loom club took from ICML 2020", "ICML"),
        ("Latest Papers", None),
        ("Searching Daily arXiv Papers", None),
        ("Recent arXiv Papers with Code and Talks", None),
    ],
)
def test_what_arxiv_got_of_late_stands_below_a_heading_that_says_no_more(heading: str, venue: str | None) -> None:
    table = f"| Date | Title |\n|---|---|\n| 2020-06-12 | [{TITLE}]({URL}) |\n"
    (draft,) = papers(f"# Looms\n\n## {heading}\n\n{table}")
    assert (draft.venue, draft.year) == (venue, 2020)


@pytest.mark.parametrize(
    "title",
    [
        "Papers of OSDI",
        "Awesome papers published in OSDI conference",
        "Must-read papers at OSDI",
        "Twelve OSDI articles",
    ],
)
def test_a_title_that_names_the_conference_whose_papers_are_below_says_where_all_appeared(title: str) -> None:
    assert [one.venue for one in papers(f"# {title}\n\n- [{TITLE}]({URL})\n- [Looms that Weave]({URL}b)\n")] == [
        "OSDI"
    ] * 2


@pytest.mark.parametrize(
    "title", ["Papers in GNN", "Selected Papers from MIT", "Papers in Weaving", "Wide Looms in OSDI and others"]
)
def test_a_title_that_names_a_subject_or_a_school_says_nothing_of_where_papers_appeared(title: str) -> None:
    assert [one.venue for one in papers(f"# {title}\n\n- [{TITLE}]({URL})\n")] == [None]


def test_a_year_is_that_of_the_titles_below_it_though_their_headings_are_as_large() -> None:
    one = "### {0}. Weaving Wide Cards at Mill {0}\n\n**Authors**: Ada Lovelace, Alan Turing\n\n"
    text = f"# Mill\n\n## Looms\n\n### 2021\n\n{one.format(1)}{one.format(2)}### 2020\n\n{one.format(3)}## Cards\n\n"
    assert [(draft.year, draft.lists[0].section) for draft in papers(f"{text}{one.format(4)}")] == [
        (2021, "Looms / 2021"),
        (2021, "Looms / 2021"),
        (2020, "Looms / 2020"),
        (None, "Cards"),
    ]


def test_a_heading_without_words_ends_the_year_above_it() -> None:
    page = f"# Papers\n\n## 1992\n\n- [Notes on Looms]({URL})\n\n##\n\n- [Notes on Cards]({URL}b)\n"
    assert [(one.title, one.year) for one in papers(page)] == [("Notes on Looms", 1992), ("Notes on Cards", None)]


@pytest.mark.parametrize(
    ("heading", "venue", "year"),
    [
        ("2026 (19 篇)", None, 2026),
        ("2026年（19篇）", None, 2026),
        ("2026 [19]", None, 2026),
        ("2026 (12 papers, 3 read)", None, 2026),
        ("2026 — 12 papers", None, 2026),
        ("2026 (updating)", None, 2026),
        ("1. 2026", None, 2026),
        ("[2026]", None, 2026),
        ("OSDI 2026 (12)", "OSDI", 2026),
        ("OSDI (2026)", "OSDI", 2026),
        ("2026 OSDI [12]", "OSDI", 2026),
        ("Arxiv 2026", "arXiv", 2026),
        ("bioRxiv-2026", "bioRxiv", 2026),
    ],
)
def test_a_heading_says_where_and_when_though_it_counts_or_numbers_what_is_below(
    heading: str, venue: str | None, year: int
) -> None:
    other = heading.replace("2026", "2025")
    found = papers(f"# Papers\n\n## {heading}\n\n- [{TITLE}]({URL})\n\n## {other}\n\n- [Looms of Old]({URL}b)\n")
    assert [(one.venue, one.year) for one in found] == [(venue, year), (venue, year - 1)]
