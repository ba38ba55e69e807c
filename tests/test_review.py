"""review: what was read comes back after 7 days, then after twice as long each time it is remembered."""

from __future__ import annotations

import os
import pty
import select
import sqlite3
import sys
import time
from contextlib import closing
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from conftest import Run, rows

from readtrack import dates
from readtrack.store import opening, reviewing

ANSOR = "Ansor: Generating High-Performance Tensor Programs for Deep Learning"
REVIEWS = "SELECT paper, day, remembered FROM reviews ORDER BY id"


def on(monkeypatch: pytest.MonkeyPatch, day: str) -> None:
    now = datetime.fromisoformat(f"{day}T12:00:00+00:00")
    monkeypatch.setattr(dates, "now", lambda: now)


def due(run: Run, *arguments: str) -> list[str]:
    return [paper["key"] for paper in run("review", "--json", *arguments).json]


def test_a_paper_comes_back_a_week_after_it_was_read(library: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    run("mark", "ansor", "--read", "--on", "2026-11-18")
    run("mark", "gavel", "--skimmed", "--on", "2026-11-17")
    run("mark", "rammer", "--abandoned", "--on", "2020")
    run("mark", "hived", "--reading", "--on", "2020-01-01")
    assert due(run) == ["gavel"]
    on(monkeypatch, "2026-11-25")
    assert due(run) == ["gavel", "ansor"]


def test_the_wait_doubles_when_you_remember_and_starts_again_when_you_forget(
    library: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    day = datetime(2026, 1, 24, tzinfo=timezone.utc)
    on(monkeypatch, "2026-01-24")
    run("mark", "ansor", "--read")
    for wait, answer in ((7, True), (14, True), (28, True), (56, False), (7, True), (14, True)):
        for late in (-1, 0):
            on(monkeypatch, f"{day + timedelta(days=wait + late):%Y-%m-%d}")
            assert due(run) == ["ansor"][: late + 1], (wait, late)
        day += timedelta(days=wait)
        ran = run("review", "ansor", "--remembered" if answer else "--forgotten")
        assert ran.code == 0
    assert ran.out == "Ansor: remembered, back on Sat 27 Jun 2026\n"


def test_a_late_answer_waits_from_its_own_day(library: Path, run: Run) -> None:
    run("mark", "ansor", "--read", "--on", "2024-02-10")
    assert run("review", "ansor", "--remembered").out == "Ansor: remembered, back on Tue 8 Dec 2026\n"


def test_what_was_remembered_all_life_long_still_comes_back(library: Path, run: Run) -> None:
    run("mark", "ansor", "--read", "--on", "2000-01-01")
    with sqlite3.connect(library) as conn:
        days = [(f"20{year:02}-01-02",) for year in range(1, 26)]
        conn.executemany("INSERT INTO reviews (paper, day, remembered) VALUES (1, ?, 1)", days)
    ran = run("review", "ansor", "--remembered")
    assert (ran.code, ran.out) == (0, "Ansor: remembered, back on Tue 26 May 2105\n")
    assert run("review").out == "Nothing to review today; the next on Tue 26 May 2105.\n"


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="needs a system that can change its zone")
def test_an_answer_on_the_evening_a_paper_was_added_counts(
    library: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    with sqlite3.connect(library) as conn:
        conn.execute("UPDATE papers SET added_at = '2026-11-25T02:00:00.000Z' WHERE id = 1")
        conn.execute("INSERT INTO readings (paper, status) VALUES (1, 'read')")
    monkeypatch.setattr(dates, "now", lambda: datetime(2026, 11, 25, 3, tzinfo=timezone.utc).astimezone())
    try:
        with monkeypatch.context() as patch:
            patch.setenv("TZ", "EST5")
            time.tzset()
            assert run("review", "ansor", "--remembered").out == "Ansor: remembered, back on Tue 8 Dec 2026\n"
    finally:
        time.tzset()


def test_reading_it_once_more_starts_anew(library: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    run("mark", "ansor", "--read", "--on", "2026-11-01")
    run("review", "ansor", "--remembered")
    on(monkeypatch, "2026-11-26")
    run("mark", "ansor", "--again", "--read")
    on(monkeypatch, "2026-12-03")
    assert due(run) == ["ansor"]


@pytest.mark.parametrize(
    ("finished", "first"),
    [("2026-11-17", "2026-11-24"), ("2024-02", "2024-03-07"), ("2023-02", "2023-03-07"), ("2025", "2026-01-07")],
)
def test_a_day_known_in_part_counts_as_its_last(library: Path, run: Run, finished: str, first: str) -> None:
    run("mark", "ansor", "--read", "--on", finished)
    with opening.reading(library) as store:
        (found,) = reviewing.due(store, 5)
    assert found.due == first


def test_a_paper_finished_this_year_counts_its_reviews(
    library: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("mark", "ansor", "--read", "--on", "2026")
    assert run("review", "ansor", "--remembered").out == "Ansor: remembered, back on Tue 8 Dec 2026\n"
    on(monkeypatch, "2026-12-08")
    assert due(run) == ["ansor"]
    assert run("review", "ansor", "--forgotten").out == "Ansor: forgotten, back on Tue 15 Dec 2026\n"


def test_of_several_answers_on_one_day_the_last_counts(library: Path, run: Run) -> None:
    run("mark", "ansor", "--read", "--on", "2026-11-01")
    for answer in ("--remembered", "--remembered", "--forgotten"):
        run("review", "ansor", answer)
    assert run("review", "ansor", "--remembered").out == "Ansor: remembered, back on Tue 8 Dec 2026\n"
    assert run("review", "ansor", "--forgotten").out == "Ansor: forgotten, back on Tue 1 Dec 2026\n"


def test_an_older_answer_that_comes_in_later_changes_nothing(library: Path, run: Run) -> None:
    run("mark", "ansor", "--read", "--on", "2026-06-01")
    conn = sqlite3.connect(library, isolation_level=None)
    for day, remembered in (("2026-10-01", 1), ("2026-11-01", 1), ("2026-07-01", 0)):
        conn.execute("INSERT INTO reviews (paper, day, remembered) VALUES (1, ?, ?)", (day, remembered))
    conn.close()
    assert run("review").out == "Nothing to review today; the next on Sun 29 Nov 2026.\n"


def test_a_paper_of_which_no_day_is_known_can_be_answered(library: Path, run: Run) -> None:
    conn = sqlite3.connect(library, isolation_level=None)
    conn.execute("UPDATE papers SET added_at = 'long ago' WHERE id = 1")
    conn.execute("INSERT INTO readings (paper, status) VALUES (1, 'read')")
    conn.close()
    assert run("review").code == 0
    assert run("review", "ansor", "--remembered").code == 0


def test_what_has_waited_longest_for_its_wait_comes_first(library: Path, run: Run) -> None:
    for key, day in (("ansor", "2026-11-15"), ("gavel", "2026-11-03"), ("rammer", "2026-10-01")):
        run("mark", key, "--read", "--on", day)
    conn = sqlite3.connect(library, isolation_level=None)
    conn.execute("INSERT INTO reviews (paper, day, remembered) VALUES (3, '2026-10-10', 1), (3, '2026-10-24', 1)")
    conn.close()  # due on 10, 21 and 22 November; they have waited 21 of 7, 31 of 28 and 9 of 7 days
    assert due(run) == ["gavel", "ansor", "rammer"]


def test_a_few_a_day_come_back_and_no_more(library: Path, run: Run) -> None:
    keys = [paper["key"] for paper in run("list", "--json").json]
    run("mark", *keys, "--read", "--on", "2020-11-04")
    assert due(run) == keys[:5]
    for key in keys[:5]:
        run("review", key, "--remembered")
    assert due(run) == []
    assert run("review").out == "Enough for today. `readtrack review -n 10` brings back more.\n"
    assert due(run, "-n", "7") == keys[5:7]
    assert "Review" not in run().out


def test_nothing_to_review_says_when_there_is(library: Path, run: Run) -> None:
    assert run("review").out.startswith("Nothing to review: no paper is read yet.")
    run("mark", "ansor", "--read")
    assert run("review").out == "Nothing to review today; the next on Tue 1 Dec 2026.\n"


def test_an_answer_is_one_change_that_can_be_taken_back(library: Path, run: Run) -> None:
    run("mark", "ansor", "--read", "--on", "2026-11-01")
    run("review", "ansor", "--forgotten")
    assert rows(library, REVIEWS) == [(1, "2026-11-24", 0)]
    assert "Ansor: forgotten" in run("log").out
    assert due(run) == []
    run("undo")
    assert rows(library, REVIEWS) == []
    assert due(run) == ["ansor"]


def test_the_summary_says_how_many_wait(library: Path, run: Run) -> None:
    run("mark", "ansor", "gavel", "--read", "--on", "2026-11")
    run("mark", "rammer", "--read", "--on", "2026-10")
    assert "Review    1 paper\n" in run().out


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("review", "ansor"), 2, "--remembered or --forgotten"),
        (("review", "--remembered"), 2, "--remembered or --forgotten"),
        (("review", "ansor", "--remembered", "--forgotten"), 2, "--remembered or --forgotten"),
        (("review", "ansor", "--remembered"), 1, "Ansor is unread: there is nothing to remember of it yet"),
    ],
)
def test_what_cannot_be_meant_is_said(
    library: Path, run: Run, arguments: tuple[str, ...], code: int, said: str
) -> None:
    ran = run(*arguments)
    assert (ran.code, ran.out) == (code, "")
    assert said in ran.err
    assert rows(library, REVIEWS) == []


def in_a_terminal(typed: list[str]) -> str:
    """What `readtrack review` shows in a terminal to somebody who answers each question with one of ``typed``."""
    process, terminal = pty.fork()
    if not process:
        os.execv(sys.executable, [sys.executable, "-m", "readtrack", "review"])  # noqa: S606
    shown, answers, answer = b"", iter(typed), b""
    for _ in range(200):
        if not select.select([terminal], [], [], 5)[0]:
            # Python misses a Ctrl-C just before it begins to wait.
            os.write(terminal, answer if answer == b"\x03" else b"")
            continue
        try:
            shown += os.read(terminal, 4096)
        except OSError:  # the other side is closed
            break
        if shown.endswith(b"uit: "):
            answer = next(answers).encode()
            os.write(terminal, answer)
    os.close(terminal)
    _, status = os.waitpid(process, 0)
    assert os.waitstatus_to_exitcode(status) == 0, shown
    return shown.decode().replace("\r\n", "\n")


@pytest.mark.parametrize("typed", [["y\n", "maybe\n", "n\n", "q\n"], ["y\n", "n\n", "\x04"], ["y\n", "n\n", "\x03"]])
def test_a_terminal_asks_and_what_was_answered_stays(library: Path, run: Run, typed: list[str]) -> None:
    run("mark", "ansor", "gavel", "rammer", "--read", "--on", "2020-11-04")
    run("notes", "add", "ansor", "Sketches and annotations")
    shown = in_a_terminal(typed)
    asked, answered = shown.split("Do you remember it?", 1)
    assert "Sketches" not in asked
    assert "Sketches" in answered
    assert "2 reviewed, 1 remembered; the next on " in shown
    assert [row[0::2] for row in rows(library, REVIEWS)] == [(1, 1), (3, 0)]


def test_what_was_read_is_found_without_a_look_at_the_rows_of_papers(library: Path) -> None:
    with opening.reading(library) as store:
        schedule = reviewing._SCHEDULE.format(which="1")
        plan = store.conn.execute(f"EXPLAIN QUERY PLAN {schedule}", {"today": "2026-11-24"}).fetchall()
    steps = [row["detail"] for row in plan]
    assert not [step for step in steps if step.startswith("SCAN v")]
    assert not [step for step in steps if step.startswith("SCAN papers")]
    assert sum("SEARCH papers USING COVERING INDEX papers_to_review" in step for step in steps) == 2, steps
    assert sum("USING COVERING INDEX reviews_by_paper" in step for step in steps) >= 2, steps


def test_without_its_index_the_same_is_found(library: Path, run: Run) -> None:
    run("mark", "ansor", "gavel", "--read", "--on", "2020-11-04")
    before = run("review").out
    with closing(sqlite3.connect(library)) as conn:
        conn.execute("DROP INDEX papers_to_review")
    assert run("review").out == before


@pytest.mark.parametrize(
    ("written", "kept"), [("true", [(1,)]), ("1", [(1,)]), ("0", [(0,)]), ('"maybe"', []), ("2", [])]
)
def test_an_answer_is_imported_as_it_is_written(library: Path, run: Run, written: str, kept: list[tuple[int]]) -> None:
    review = f'{{"day": "2026-11-20", "remembered": {written}}}'
    Path("more.json").write_text(f'[{{"key": "ansor", "title": "{ANSOR}", "reviews": [{review}]}}]', "utf-8")
    run("import", "more.json")
    assert rows(library, "SELECT remembered FROM reviews") == kept


def test_a_review_on_the_last_day_of_the_calendar_is_no_error(library: Path, run: Run) -> None:
    run("mark", "ansor", "--read", "--on", "2026-11-01")
    with sqlite3.connect(library) as conn:
        conn.execute("INSERT INTO reviews (paper, day, remembered) VALUES (1, '9999-12-31', 1)")
    assert run("review").out == "Nothing to review today; the next on Fri 31 Dec 9999.\n"
