"""search: words, phrases, beginnings, what must not be there; in any script; the best first, and where it stands."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from conftest import Run, rows
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from readtrack import render, render_search, searching
from readtrack.errors import NotFoundError, UsageError
from readtrack.searching import Term, excerpt, joined, parse, spans
from readtrack.store import opening, searches


def keys(run: Run, *words: str) -> list[str]:
    ran = run("search", "--json", "--limit", "0", *words)
    assert ran.code == 0, ran.err
    return [paper["key"] for paper in ran.json]


@pytest.fixture
def noted(library: Path, run: Run) -> Path:
    """The OSDI 2020 list with a few notes and tags."""
    run("notes", "add", "ansor", "Sketches + annotations.\nThe lottery ticket of schedules", "--page", "4")
    run("notes", "add", "rammer", "深度学习编译器的调度。タスクの並列")
    run("notes", "add", "hived", "a ticket, no lottery")
    run("tags", "add", "ansor", "tensor-compilers", "gpu")
    run("tags", "add", "gavel", "gpu", "机器学习")
    run("edit", "gavel", "--abstract", "Space sharing and 集群调度 in clusters")
    return library


# The language


@pytest.mark.parametrize(
    ("words", "terms"),
    [
        ("tensor compiler", (Term("tensor"), Term("compiler"))),
        ('"lottery ticket"', (Term("lottery ticket"),)),
        ('"open phrase', (Term("open phrase"),)),
        ("tens* -not", (Term("tens", prefix=True), Term("not", negated=True))),
        ('author:zaharia note:"lottery ticket"', (Term("zaharia", "authors"), Term("lottery ticket", "notes"))),
        ("authors:a Tags:b TITLE:c", (Term("a", "authors"), Term("b", "tags"), Term("c", "title"))),
        ('-note:"no way"', (Term("no way", "notes", negated=True),)),
        ('"Koushik S"*', (Term("Koushik S", prefix=True),)),
        ("foo-bar C++ a:b http://x.y/z", (Term("foo-bar"), Term("C++"), Term("a:b"), Term("http://x.y/z"))),
        ("AND OR NOT NEAR(", (Term("AND"), Term("OR"), Term("NOT"), Term("NEAR("))),
        ("- * () ++ tag:", (Term("tag:"),)),
        ('" ( "', ()),
        ("", ()),
    ],
)  # fmt: skip
def test_words_mean(words: str, terms: tuple[Term, ...]) -> None:
    assert parse(words) == terms


def test_a_shell_takes_quotes_away_and_the_phrase_stays() -> None:
    assert joined(["note:lottery ticket", "gpu"]) == 'note:"lottery ticket" gpu'
    assert joined(["-author:Matei Zaharia"]) == '-author:"Matei Zaharia"'
    assert joined(["author:zaharia tag:gpu"]) == "author:zaharia tag:gpu"
    assert joined(['note:"a b" c']) == 'note:"a b" c'


def test_words_are_marked_whole_and_overlaps_once() -> None:
    text = "Tensor-based Tensors for tensor programs, Zürich"
    marked = [text[a:b] for a, b in spans(text, parse('tensor* "tensor programs" zurich -based'), "title")]
    assert marked == ["Tensor", "Tensors", "tensor programs", "Zürich"]
    assert spans("gpu", parse("tag:gpu"), "title") == []
    assert spans("集群调度", parse("调度"), "abstract") == [(2, 4)]


def test_a_long_line_is_cut_around_what_matched() -> None:
    line = "word " * 40 + "needle here " + "tail " * 40
    cut = excerpt(line, line.index("needle"), 60)
    assert "needle here" in cut
    assert cut.startswith("... word")
    assert cut.endswith("tail ...")
    assert len(cut) <= 70
    assert excerpt("short", 0, 60) == "short"


# What is found


def test_all_words_must_be_there_in_any_of_the_texts(noted: Path, run: Run) -> None:
    assert keys(run, "tensor", "stoica") == ["ansor"]
    assert keys(run, "lottery ticket") == ["hived", "ansor"] or set(keys(run, "lottery ticket")) == {"ansor", "hived"}
    assert keys(run, '"lottery ticket"') == ["ansor"]
    assert keys(run, "note:lottery ticket") == ["ansor"]
    assert set(keys(run, "tag:gpu")) == {"ansor", "gavel"}
    assert keys(run, "author:zaharia", "tag:gpu") == ["gavel"]
    assert keys(run, "annotat*") == ["ansor"]
    assert keys(run, "abstract:sharing") == ["gavel"]
    assert keys(run, "title:annotations", "--limit", "5") == []


def test_what_must_not_be_there_is_left_out(noted: Path, run: Run) -> None:
    assert keys(run, "tag:gpu", "-author:zaharia") == ["ansor"]
    assert keys(run, "lottery", '-"lottery ticket"') == ["hived"]
    assert len(keys(run, "-tag:gpu")) == 9
    assert keys(run, "学习", "-tag:学习") == ["rammer"]


def test_scripts_without_blanks_are_found_inside(noted: Path, run: Run) -> None:
    assert keys(run, "编译") == ["rammer"]  # two letters
    assert keys(run, "编译器") == ["rammer"]  # three, by the index of trigrams
    assert keys(run, "タスク") == ["rammer"]
    assert keys(run, "tag:机器") == ["gavel"]
    assert keys(run, "集群") == ["gavel"]  # in an abstract
    assert set(keys(run, "学习")) == {"rammer", "gavel"}
    run("add", "Paper of a Chinese author", "--author", "王小明")
    assert len(keys(run, "author:小明")) == 1


def test_a_title_comes_before_a_note(library: Path, run: Run) -> None:
    run("notes", "add", "ansor", "unlike Rammer, no tasks")
    assert keys(run, "rammer") == ["rammer", "ansor"]


def test_case_and_accents_do_not_matter(library: Path, run: Run) -> None:
    run("add", "Über Gödels Satz")
    assert len(keys(run, "UBER", "godels")) == 1


def test_letters_typed_in_pieces_are_put_together(library: Path, run: Run) -> None:
    run("add", "データベース入門")
    assert len(keys(run, "テ\u3099ータ")) == 1


def test_the_same_words_filter_the_list(noted: Path, run: Run) -> None:
    shown = run("list", "--json", "tag:gpu", "-author:zaharia").json
    assert [paper["key"] for paper in shown] == ["ansor"]
    assert [paper["key"] for paper in run("export", "json", "--words", "编译").json["papers"]] == ["rammer"]


@pytest.mark.parametrize(
    "words", ["C++", "a OR", "NEAR(a", 'x"y', "{a} : b", "a^2", "NOT", "tag:", "o'reilly; --", "*a", "a*b*"]
)
def test_ordinary_punctuation_is_no_error(library: Path, run: Run, words: str) -> None:
    for command in ("search", "list"):
        assert run(command, "--", words).code in (0, 1)
        assert "syntax" not in run(command, "--", words).err


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.text(max_size=40) | st.text(alphabet='ab"*-: 学习tag', max_size=20))
def test_no_words_at_all_break_a_search(noted: Path, words: str) -> None:
    with opening.reading(noted) as store:
        try:
            found, count = searches.search(store, words, limit=5)
        except UsageError:
            assert not parse(words)
        except NotFoundError:
            assert parse(words)
        else:
            assert len(found) == min(5, count)
            render_search.hits(found, count, parse(words), render.Screen(80, True, True))


# What is shown


def test_the_line_that_matched_is_shown_with_the_note_it_is_of(noted: Path, run: Run) -> None:
    assert "note 1, p. 4: The lottery ticket of schedules" in run("search", "lottery ticket").out
    assert "tags: tensor-compilers" in run("search", "compilers", "author:stoica").out
    assert "authors: Ion Stoica" in run("search", "stoica").out
    match = run("search", "--json", "schedules").json[0]["match"]
    assert (match["in"], match["line"]) == ("notes", "The lottery ticket of schedules")
    assert rows(noted, "SELECT uid FROM notes WHERE id = 1") == [(match["note"],)]


def test_words_are_marked_on_a_terminal_only(noted: Path) -> None:
    with opening.reading(noted) as store:
        found, count = searches.search(store, "lottery ansor", limit=5)
    colour = render_search.hits(found, count, parse("lottery ansor"), render.Screen(80, True, True))
    assert "\x1b[1;33mAnsor\x1b[0m: Generating" in colour
    assert "The \x1b[1;33mlottery\x1b[0m ticket" in colour
    assert "\x1b" not in render_search.hits(found, count, parse("lottery ansor"), render.Screen(80, False, True))


@pytest.mark.parametrize("width", [40, 60, 80, 200])
def test_lines_fit_the_terminal(noted: Path, width: int) -> None:
    with opening.reading(noted) as store:
        found, count = searches.search(store, "deep", limit=20)
    shown = render_search.hits(found, count, parse("deep"), render.Screen(width, False, True))
    assert max(map(render.width_of, shown.split("\n"))) <= width


def test_more_than_shown_is_told(library: Path, run: Run) -> None:
    assert run("search", "deep", "--limit", "2").out.splitlines()[-1].endswith("the best 2 shown, --limit 0 shows all")


def test_an_unknown_word_gets_the_nearest_known(noted: Path, run: Run) -> None:
    ran = run("search", "lotery")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == 'Error: "lotery" stands nowhere in the library. Did you mean lottery?\n'
    assert run("search", "qqqqqq").err == 'Error: "qqqqqq" stands nowhere in the library.\n'


def test_known_words_that_are_nowhere_together_are_no_error(noted: Path, run: Run) -> None:
    ran = run("search", "lottery", "serving")
    assert (ran.code, ran.out) == (0, "No paper fits.\n")
    assert run("search", "--json", "lottery", "serving").json == []


def test_an_option_that_is_none_is_no_word(library: Path, run: Run) -> None:
    for command in ("search", "list"):
        ran = run(command, "tensor", "--jsn")
        assert (ran.code, ran.err) == (2, "Error: there is no option --jsn. See --help.\n")
        assert run(command, "tensor", "-n", "5").err == "Error: there is no option -n. See --help.\n"


def test_control_characters_of_a_note_stay_off_the_terminal(library: Path, run: Run) -> None:
    run("notes", "add", "ansor", "red \x1b[31m zweihander")
    assert "\x1b" not in run("search", "zweihander").out


def test_a_search_reads_no_whole_table(noted: Path) -> None:
    """Of the papers only those that are found are read."""
    with opening.reading(noted) as store:
        for words in ("tensor", "tensor -gpu", "编译器"):
            where, values = searches._where(searches.conditions(parse(words)))
            plan = [
                row[3] for row in store.conn.execute(f"EXPLAIN QUERY PLAN SELECT * FROM papers WHERE {where}", values)
            ]
            assert not [step for step in plan if step == "SCAN papers"], plan


def test_the_columns_are_those_of_the_index(library: Path) -> None:
    conn = sqlite3.connect(library)
    assert tuple(row[1] for row in conn.execute("PRAGMA table_info(papers_fts)")) == searching.COLUMNS
    assert set(searches.WEIGHTS) == set(searching.COLUMNS)
    conn.close()
