"""What the buttons of the pages write, and what they answer. The clock stands on Tuesday 24 November 2026."""

from __future__ import annotations

import asyncio
import html
import re
import socket
import sqlite3
import sys
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode
from urllib.request import urlopen

import pytest
from browsing import Serve, new_library
from conftest import rows
from datasette.app import Datasette

from readtrack.store import Store
from readtrack.web import actions, guard

pytest_plugins = ["browsing"]

FORM = "application/x-www-form-urlencoded"
READINGS = "SELECT key, r.status, r.rating, r.progress, r.finished_on FROM readings r JOIN papers p ON p.id = r.paper"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return new_library(tmp_path / "library.db")


@pytest.fixture
def datasette(path: Path) -> Datasette:
    return Datasette([str(path)])


def send(datasette: Datasette, *posts: tuple[str, Any], method: str = "POST", **headers: str) -> list[Any]:
    """The answers to forms, (verb, fields or body), of a page that may write."""

    async def run() -> list[Any]:
        await datasette.invoke_startup()
        answers = []
        for verb, fields in posts:
            body = urlencode({"token": guard.token(datasette), **fields}) if isinstance(fields, dict) else fields
            told = {"content-type": FORM} | {name.replace("_", "-"): value for name, value in headers.items()}
            url = f"/-/readtrack/library/{verb}"
            answers.append(await datasette.client.request(method, url, content=body, headers=told))
        return answers

    return asyncio.run(run())


def say(datasette: Datasette, verb: str, **fields: str) -> tuple[int, str]:
    """The status and the sentence that a script gets."""
    (answer,) = send(datasette, (verb, fields), accept="application/json")
    told = answer.json()
    assert told["ok"] == (answer.status_code == 200)
    assert set(told) == ({"ok", "said", "change"} if told["ok"] else {"ok", "error"})
    return answer.status_code, told["said" if told["ok"] else "error"]


# What each verb does


def test_mark(path: Path, datasette: Datasette) -> None:
    assert say(datasette, "mark", paper="ansor", status="reading", progress="40%", on="2026-11-20") == (
        200,
        "Ansor: unread -> reading since Fri 20 Nov 2026, at 40% · 1 reading, 0 of 11 read, Compiler 0 of 3",
    )
    assert say(datasette, "mark", paper="ansor", status="read", rating="4")[1] == (
        "Ansor: reading -> read, rated 4 of 5 · 1 of 11 read, Compiler 1 of 3"
    )
    assert say(datasette, "mark", paper="ansor", rating="5")[0] == 200
    assert say(datasette, "mark", paper="ansor", again="1")[0] == 200
    assert rows(path, READINGS) == [
        ("ansor", "read", 5, "40%", "2026-11-24"),
        ("ansor", "reading", None, None, None),
    ]
    assert say(datasette, "mark", paper="ansor", status="unread")[1].startswith(
        "Ansor: reading -> unread (2 readings taken away)"
    )
    assert rows(path, READINGS) == []


def test_plan(path: Path, datasette: Datasette) -> None:
    planned = "SELECT status, due_on, priority FROM papers WHERE key = 'ansor'"
    assert say(datasette, "plan", paper="ansor", due="next friday", priority="high") == (
        200,
        "Ansor: unread -> queued, due Fri 27 Nov 2026, priority high",
    )
    assert say(datasette, "plan", paper="ansor", due="")[1] == "Ansor: due Fri 27 Nov 2026 -> none"
    assert rows(path, planned) == [("queued", None, "high")]
    assert say(datasette, "plan", paper="ansor", due="2026-12-01", priority="")[0] == 200
    assert rows(path, planned) == [("queued", "2026-12-01", None)]
    assert say(datasette, "plan", paper="ansor") == (400, "Say what you plan: a day, or a priority.")
    assert say(datasette, "plan", paper="ansor", priority="urgent") == (
        400,
        '"urgent" is no priority; say high, medium, low, or nothing.',
    )


def test_tag_and_untag(path: Path, datasette: Datasette) -> None:
    tags = "SELECT tags FROM papers WHERE key = 'ansor'"
    assert say(datasette, "tag", paper="ansor", tag=" search,  tensor  compilers ,, ")[1] == (
        "Ansor: tags none -> search, tensor compilers"
    )
    assert rows(path, tags) == [('["search","tensor compilers"]',)]
    assert say(datasette, "untag", paper="ansor", tag="SEARCH")[1] == (
        "Ansor: tags search, tensor compilers -> tensor compilers"
    )
    assert say(datasette, "untag", paper="ansor", tag="search") == (
        404,
        'Ansor has no tag "search". Its tags: tensor compilers.',
    )
    assert say(datasette, "tag", paper="ansor", tag=" , ") == (400, "A tag cannot be empty.")
    assert say(datasette, "tag", paper="ansor", tag="a\nb")[0] == 400
    assert rows(path, tags) == [('["tensor compilers"]',)]


def test_tag_with_a_comma_can_be_taken_off(path: Path, datasette: Datasette) -> None:
    with sqlite3.connect(path) as conn:
        conn.execute("INSERT INTO paper_tags (paper, tag) VALUES (1, 'one, two')")
    conn.close()
    assert say(datasette, "untag", paper="ansor", tag="one, two")[0] == 200
    assert rows(path, "SELECT * FROM paper_tags") == []


def test_notes(path: Path, datasette: Datasette) -> None:
    notes = "SELECT id, paper, body, page, quote FROM notes"
    assert say(datasette, "note", paper="ansor", body="Sketches\r\n\r\n* one\x00", page="4", quote=" a\r\nb ") == (
        200,
        "Note 1 on Ansor (p. 4), 3 words",
    )
    assert rows(path, notes) == [(1, 1, "Sketches\n\n* one", "4", "a\nb")]
    assert say(datasette, "edit-note", note="1", body="Annotations", page="")[1] == (
        "Note 1 on Ansor: 3 -> 1 word; page 4 -> none"
    )
    assert rows(path, notes) == [(1, 1, "Annotations", None, "a\nb")]
    assert say(datasette, "edit-note", note="1", paper="rammer", body="x") == (404, "Note 1 is on another paper.")
    assert say(datasette, "edit-note", note="1", body=" \r\n ") == (400, "The note is empty; nothing was kept.")
    assert say(datasette, "note", paper="ansor", body="") == (400, "The note is empty; nothing was kept.")
    assert say(datasette, "note", paper="ansor") == (400, "The note is empty; nothing was kept.")
    assert rows(path, notes) == [(1, 1, "Annotations", None, "a\nb")]
    assert say(datasette, "remove-note", note="1", paper="ansor") == (200, "Removed note 1 on Ansor, 1 word")
    assert rows(path, notes) == []
    for number in ("1", "0", "-1", "x", "9" * 30, "१"):
        assert say(datasette, "remove-note", note=number) == (404, f"There is no note {number} any more.")
    assert say(datasette, "remove-note") == (400, "The form lacks note; nothing was changed.")


def test_what_is_written_is_told_as_one_change_of_the_browser(path: Path, datasette: Datasette) -> None:
    say(datasette, "mark", paper="ansor", status="read")
    say(datasette, "tag", paper="ansor", tag="a, b")
    assert rows(path, "SELECT actor, what, open FROM changes ORDER BY id")[1:] == [
        ("browser", "mark ansor read", None),
        ("browser", "tag ansor a, b", None),
    ]
    told = [source for (source,) in rows(path, "SELECT source FROM history ORDER BY id")]
    assert [source for source in told if source != "tags"] == ["readings", "paper_tags", "paper_tags"]


def test_paper_is_meant_by_its_key_alone(path: Path, datasette: Datasette) -> None:
    with sqlite3.connect(path) as conn:
        conn.execute("INSERT INTO papers (key, title) VALUES ('3', 'Three')")
    conn.close()
    assert say(datasette, "mark", paper="3", status="read")[0] == 200
    assert [key for key, *_ in rows(path, READINGS)] == ["3"]
    for words in ("Rammer", "1", "Ansor: Generating", "nowhere"):
        assert say(datasette, "mark", paper=words, status="read") == (404, f'There is no paper "{words}" any more.')
    assert say(datasette, "mark", status="read") == (400, "The form lacks paper; nothing was changed.")


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({}, "Say what you did: a status, a rating, or how far you are."),
        ({"status": "done"}, '"done" is no status; say one of unread, queued, reading, skimmed, read, abandoned.'),
        ({"status": "read", "rating": "6"}, '"6" is no rating; say 1 to 5.'),
        ({"status": "read", "rating": "٣"}, '"٣" is no rating; say 1 to 5.'),
        ({"status": "reading", "progress": "half"}, '"half" is no progress. Say 40% or 7/18 (page 7 of 18).'),
        ({"status": "read", "on": "someday"}, '"someday" is not a day.'),
        ({"status": "read", "on": "2026-11-25"}, "Wed 25 Nov 2026 has not come yet."),
        ({"status": "queued", "on": "2026-11-20"}, "A day is when you began or finished; say which of these with it."),
        ({"rating": "3", "on": "2026-11-20"}, "A day is when you began or finished; say which of these with it."),
        ({"status": "unread", "rating": "3"}, "Unread takes the readings away; no day, rating or progress goes with"),
        ({"rating": "3"}, "Ansor is unread; say first that you read or skimmed it."),
    ],
)
def test_mark_that_cannot_be_meant_is_told(
    path: Path, datasette: Datasette, fields: dict[str, str], sentence: str
) -> None:
    status, error = say(datasette, "mark", paper="ansor", **fields)
    assert status == 400
    assert error.startswith(sentence)
    assert rows(path, READINGS) == []


def test_progress_of_what_is_finished_is_told(path: Path, datasette: Datasette) -> None:
    say(datasette, "mark", paper="ansor", status="read")
    assert say(datasette, "mark", paper="ansor", progress="40%") == (
        400,
        "Ansor is read already; begin a new reading first.",
    )


# How it is answered


def test_plain_form_leads_back_and_the_page_says_what_happened(datasette: Datasette) -> None:
    async def run() -> Any:
        await datasette.invoke_startup()
        fields = {"token": guard.token(datasette), "paper": "ansor", "back": "/library/papers?topic=Compiler&x=1"}
        url = "/-/readtrack/library/mark"
        done = await datasette.client.post(url, data={**fields, "status": "read"})
        assert (done.status_code, done.headers["location"]) == (303, "/library/papers?topic=Compiler&x=1")
        page = await datasette.client.get(done.headers["location"], cookies=done.cookies)
        failed = await datasette.client.post(url.replace("mark", "untag"), data={**fields, "tag": "<b>"})
        assert (failed.status_code, failed.headers["location"]) == (303, "/library/papers?topic=Compiler&x=1")
        return page, await datasette.client.get(failed.headers["location"], cookies=failed.cookies)

    page, failed = asyncio.run(run())
    assert '<p class="message-info">Ansor: unread -&gt; read · 1 of 11 read, Compiler 1 of 3</p>' in page.text
    assert '<p class="message-error">Ansor has no tag &#34;&lt;b&gt;&#34;.' in failed.text


@pytest.mark.parametrize(
    "back",
    [
        "",
        "//evil.example",
        "/\\evil.example",
        "\\/evil.example",
        "/\t/evil.example",
        "/\n/evil.example",
        "http://evil.example",
        "javascript:alert(1)",
        "library",
        "/x\r\nSet-Cookie: a=b",
        "/x y",
        "/ü",
    ],
)
def test_form_leads_back_to_nowhere_else(datasette: Datasette, back: str) -> None:
    (answer,) = send(datasette, ("mark", {"paper": "ansor", "status": "read", "back": back}))
    assert (answer.status_code, answer.headers["location"]) == (303, "/library/papers")
    assert "a=b" not in str(answer.headers)


def test_answer_of_what_is_refused_leads_back_too(path: Path, datasette: Datasette) -> None:
    (answer,) = send(datasette, ("tag", {"paper": "ansor", "tag": "x", "token": "old", "back": "/library"}))
    assert (answer.status_code, answer.headers["location"]) == (303, "/library")
    assert rows(path, "SELECT * FROM paper_tags") == []


def again(datasette: Datasette, verb: str, fields: dict[str, str], **headers: str) -> tuple[int, str, dict[str, str]]:
    """The status, the sentence and the fields of the form that come back where a plain form fails."""
    (answer,) = send(datasette, (verb, fields), **headers)
    (sentence,) = re.findall(r'<p role="alert">(.*?)</p>', answer.text)
    held = re.findall(r'<input [^>]*name="([^"]*)" value="([^"]*)"', answer.text)
    held += re.findall(r'<textarea [^>]*name="([^"]*)"[^>]*>\n(.*?)</textarea>', answer.text, re.DOTALL)
    assert "script-src 'self'" in answer.headers["content-security-policy"]
    return answer.status_code, html.unescape(sentence), {name: html.unescape(value) for name, value in held}


def test_what_was_typed_comes_back_with_a_fresh_token(path: Path, datasette: Datasette) -> None:
    typed = {"paper": "ansor", "body": "\nOne </textarea> & two\n\nthree", "page": '"4"', "quote": "q"}
    answer = again(datasette, "note", {**typed, "token": "old", "back": "/library/papers/1"})
    assert answer == (
        403,
        "This page is too old to write from; nothing was changed. Load it again.",
        {**typed, "token": guard.token(datasette), "back": "/library/papers/1"},
    )
    (kept,) = send(datasette, ("note", answer[2]))
    assert (kept.status_code, rows(path, "SELECT body, page, quote FROM notes")) == (
        303,
        [(typed["body"].strip("\n"), '"4"', "q")],
    )


def test_plan_and_mark_come_back_too(datasette: Datasette) -> None:
    status, said, fields = again(datasette, "plan", {"paper": "ansor", "due": "someday", "priority": "high"})
    assert (status, said[:9], fields["due"], fields["priority"]) == (400, '"someday"', "someday", "high")
    status, _, fields = again(datasette, "mark", {"paper": "ansor", "status": "read", "on": "2027-01-01", "again": "1"})
    assert (status, fields["status"], fields["on"], fields["again"]) == (400, "read", "2027-01-01", "1")


def test_words_come_back_from_a_library_under_a_lock(datasette: Datasette, monkeypatch: pytest.MonkeyPatch) -> None:
    def locked(*_: Any) -> None:
        raise sqlite3.OperationalError("database is locked")

    monkeypatch.setattr(guard, "_version", locked)
    monkeypatch.setattr(Store, "add_note", lambda *_, **__: locked())
    status, _, fields = again(datasette, "note", {"paper": "ansor", "body": "typed"})
    assert (status, fields["body"], fields["token"]) == (503, "typed", guard.token(datasette))


def test_who_may_not_write_gets_the_words_back_and_no_token(
    datasette: Datasette, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("READTRACK_READONLY", "1")
    status, said, fields = again(datasette, "note", {"paper": "ansor", "body": "typed"})
    assert (status, said, fields["body"]) == (
        403,
        "This library is only shown: READTRACK_READONLY is set.",
        "typed",
    )
    assert "token" not in fields


def test_what_another_site_fills_in_does_not_come_back(path: Path, datasette: Datasette) -> None:
    (answer,) = send(datasette, ("note", {"paper": "ansor", "body": "theirs"}), origin="https://evil.example")
    assert answer.status_code in (303, 403)  # 1.0 refuses it before us
    assert "theirs" not in answer.text
    assert rows(path, "SELECT * FROM notes") == []


def test_note_that_was_changed_meanwhile_is_not_overwritten(path: Path, datasette: Datasette) -> None:
    assert say(datasette, "note", paper="ansor", body="first")[0] == 200
    ((was,),) = rows(path, "SELECT updated_at FROM notes")
    with sqlite3.connect(path) as conn:
        conn.execute("UPDATE notes SET body = 'of the other tab', updated_at = '2026-11-25T07:00:00.000Z'")
    conn.close()
    fields = {"paper": "ansor", "note": "1", "body": "mine"}
    assert say(datasette, "edit-note", **fields, was=was) == (
        409,
        "Note 1 was changed meanwhile, in another tab or by another program; what you typed was not kept.",
    )
    (answer,) = send(datasette, ("edit-note", {**fields, "was": was}))
    assert "of the other tab" in answer.text
    status, _, form = again(datasette, "edit-note", {**fields, "was": was})
    assert (status, form["body"], form["was"]) == (409, "mine", "2026-11-25T07:00:00.000Z")
    assert rows(path, "SELECT body FROM notes") == [("of the other tab",)]
    assert send(datasette, ("edit-note", form))[0].status_code == 303
    assert rows(path, "SELECT body FROM notes") == [("mine",)]


def changed(datasette: Datasette, verb: str, **fields: str) -> Any:
    (answer,) = send(datasette, (verb, fields), accept="application/json")
    assert answer.status_code == 200, answer.text
    return answer.json()["change"]


def test_change_of_the_page_is_taken_back_and_brought_back(path: Path, datasette: Datasette) -> None:
    number = changed(datasette, "mark", paper="ansor", status="read")
    assert rows(path, "SELECT id FROM changes ORDER BY id DESC LIMIT 1") == [(number,)]
    (answer,) = send(datasette, ("undo", {"change": str(number)}), accept="application/json")
    assert answer.json() == {"ok": True, "said": "Undone: mark ansor read; Ansor: read → unread", "change": number + 1}
    assert rows(path, READINGS) == []
    assert changed(datasette, "undo", change=str(number + 1)) == number + 2
    assert rows(path, "SELECT status FROM readings") == [("read",)]


def test_change_that_is_no_longer_the_last_is_not_taken_back(path: Path, datasette: Datasette) -> None:
    number = changed(datasette, "mark", paper="ansor", status="read")
    assert changed(datasette, "tag", paper="rammer", tag="x")
    for change in (str(number), "0", "x"):
        assert say(datasette, "undo", change=change) == (
            400,
            "Something else was changed since; nothing was taken back.",
        )
    assert len(rows(path, READINGS)) == 1


def test_what_changes_nothing_has_no_change_to_take_back(datasette: Datasette) -> None:
    assert changed(datasette, "tag", paper="ansor", tag="x")
    assert changed(datasette, "tag", paper="ansor", tag="x") is None


@pytest.mark.parametrize("method", ["GET", "HEAD", "PUT", "DELETE", "PATCH"])
def test_route_takes_forms_only(path: Path, datasette: Datasette, method: str) -> None:
    token = guard.token(datasette)
    (answer,) = send(datasette, (f"mark?paper=ansor&status=read&token={token}", ""), method=method)
    assert (answer.status_code, answer.headers["allow"]) == (405, "POST")
    assert rows(path, READINGS) == []


def test_unknown_verb_or_database_is_a_404(datasette: Datasette) -> None:
    for answer in send(datasette, ("erase", {}), ("mark/x", {}), ("../nowhere/mark", {})):
        assert answer.status_code == 404


@pytest.mark.parametrize(
    ("body", "kind", "sentence"),
    [
        (b"paper=ansor&status=read", "text/plain", "A form is sent as"),
        (b"paper=ansor&status=read", "", "A form is sent as"),
        (b'{"paper": "ansor"}', "application/json", "A form is sent as"),
        (b"paper=ansor&status=read", f"{FORM}; charset=utf-16", "A form is sent as"),
        (b"paper=ansor&status=%ff%fe", FORM, "That is no form in UTF-8"),
        (b"paper=ansor&status=\xc3\xbc", FORM, "That is no form in UTF-8"),
        (b"paper=ansor&paper=rammer&status=read", FORM, "A field stands twice in that form"),
        (b"&".join(b"f%d=1" % n for n in range(60)), FORM, "That is no form in UTF-8"),
        (b"body=" + b"x" * actions.LARGEST, FORM, "That is too long: at most 1,000,000 bytes"),
        (b"", FORM, "This page is too old"),
        (b"=&;", FORM, "This page is too old"),
        (b"\x00\x01\x02", FORM, "This page is too old"),
    ],
)
def test_body_that_is_no_form_of_ours_is_told(
    path: Path, datasette: Datasette, body: bytes, kind: str, sentence: str
) -> None:
    headers = {"accept": "application/json", "x_readtrack_token": "" if "too old" in sentence else "x"}
    (answer,) = send(datasette, ("mark", body), content_type=kind, **headers)
    assert answer.status_code in (400, 403)
    assert answer.json()["error"].startswith(sentence)
    assert rows(path, READINGS) == []


def test_note_that_came_only_in_part_is_not_kept(path: Path, serve: Serve) -> None:
    served = serve(path)
    page = urlopen(f"{served.library}/papers").read().decode()  # noqa: S310  our own address
    (token,) = set(re.findall(r'name="token" value="([^"]+)"', page))

    def post(body: str, length: int) -> bytes:
        head = f"POST /-/readtrack/library/note HTTP/1.1\r\nHost: localhost:{served.port}\r\nConnection: close\r\n"
        head += f"Content-Type: {FORM}\r\nContent-Length: {length}\r\n\r\n"
        with socket.create_connection(("127.0.0.1", served.port)) as peer:
            peer.sendall((head + body).encode())
            return b"" if length > len(body) else peer.recv(100)

    body = urlencode({"paper": "ansor", "token": token, "body": "whole"})
    post(body.replace("whole", "wh"), len(body))
    assert b" 303 " in post(body, len(body))  # the server has dealt with the first by then
    assert rows(path, "SELECT body FROM notes") == [("whole",)]


def test_note_of_any_script_comes_in_as_it_is(path: Path, datasette: Datasette) -> None:
    body = "Ω ≠ 中文 🙂 <script> & \"quoted\" 'x' % + ; ="
    assert say(datasette, "note", paper="ansor", body=body)[0] == 200
    assert rows(path, "SELECT body FROM notes") == [(body,)]


def test_library_whose_name_is_not_plain_is_reached(tmp_path: Path) -> None:
    odd = new_library(tmp_path / "my papers.v2.db")
    datasette = Datasette([str(odd)])

    async def run() -> Any:
        await datasette.invoke_startup()
        url = datasette.urls.database("my papers.v2").replace("/", "/-/readtrack/", 1) + "/mark"
        form = {"token": guard.token(datasette), "paper": "ansor", "status": "read"}
        return await datasette.client.post(url, data=form)

    answer = asyncio.run(run())
    assert (answer.status_code, answer.headers["location"]) == (303, "/my+papers~2Ev2/papers")
    assert len(rows(odd, READINGS)) == 1


# All of it, or nothing


def test_what_fails_half_way_is_rolled_back_and_stays_out(
    path: Path, datasette: Datasette, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_tags = Store.put_tags

    def fails(self: Store, *arguments: Any) -> None:
        put_tags(self, *arguments)
        raise ZeroDivisionError

    with monkeypatch.context() as patched:
        patched.setattr(Store, "put_tags", fails)
        (answer,) = send(datasette, ("tag", {"paper": "ansor", "tag": "half"}))
    assert answer.status_code == 500
    assert say(datasette, "tag", paper="ansor", tag="whole")[0] == 200
    assert rows(path, "SELECT tag FROM paper_tags") == [("whole",)]
    assert rows(path, "SELECT what FROM changes ORDER BY id")[1:] == [("tag ansor whole",)]


def test_several_tags_are_put_on_all_or_none(path: Path, datasette: Datasette) -> None:
    assert say(datasette, "tag", paper="ansor", tag=f"good, {'x' * 101}")[0] == 400
    assert say(datasette, "tag", paper="rammer", tag="good")[0] == 200
    assert rows(path, "SELECT paper, tag FROM paper_tags") == [(3, "good")]


def test_what_another_plugin_left_open_is_not_taken_for_ours(path: Path, datasette: Datasette) -> None:
    async def run() -> None:
        await datasette.invoke_startup()
        db = datasette.get_database("library")
        await db.execute_write_fn(lambda conn: conn.execute("INSERT INTO tags (name) VALUES ('theirs')") and None)

    asyncio.run(run())
    assert say(datasette, "untag", paper="ansor", tag="x")[0] == 404
    assert say(datasette, "tag", paper="ansor", tag="ours")[0] == 200
    assert rows(path, "SELECT name FROM tags ORDER BY name") == [("ours",), ("theirs",)]
    assert rows(path, "SELECT actor FROM changes WHERE what = 'tag ansor ours'") == [("browser",)]


def test_library_that_another_program_writes_to_is_told(
    path: Path, datasette: Datasette, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def hurry() -> None:
        await datasette.invoke_startup()
        db = datasette.get_database("library")
        await db.execute_write_fn(lambda conn: conn.execute("PRAGMA busy_timeout = 50") and None)

    asyncio.run(hurry())
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        assert say(datasette, "mark", paper="ansor", status="read") == (
            503,
            "Another program is writing to the library; nothing was changed. Try again.",
        )
    finally:
        other.execute("ROLLBACK")
        other.close()
    assert say(datasette, "mark", paper="ansor", status="read")[0] == 200


@pytest.mark.parametrize(
    ("error", "status", "sentence"),
    [
        (sqlite3.OperationalError("attempt to write a readonly database"), 403, "This library cannot be written to"),
        (sqlite3.OperationalError("database or disk is full"), 507, "The disk is full; nothing was changed."),
        (sqlite3.IntegrityError("no such thing"), 400, "The library does not take that: no such thing;"),
    ],
)
def test_fault_of_the_file_is_told(
    path: Path, datasette: Datasette, monkeypatch: pytest.MonkeyPatch, error: Exception, status: int, sentence: str
) -> None:
    def fails(*_: Any) -> None:
        raise error

    monkeypatch.setattr(Store, "mark", fails)
    told = say(datasette, "mark", paper="ansor", status="read")
    assert (told[0], told[1][: len(sentence)]) == (status, sentence)


@pytest.mark.skipif(sys.version_info < (3, 11), reason="Python tells no name of a fault of SQLite")
def test_library_that_was_replaced_meanwhile_is_told_and_not_written(path: Path, datasette: Datasette) -> None:
    other = new_library(path.with_name("other.db"))
    for library in (path, other):
        rows(library, "PRAGMA journal_mode = DELETE")
    before = other.read_bytes()
    assert say(datasette, "mark", paper="ansor", status="read")[0] == 200
    other.replace(path)
    assert say(datasette, "mark", paper="rammer", status="read") == (
        503,
        "The library was replaced meanwhile; nothing was changed. Start Datasette again.",
    )
    assert path.read_bytes() == before


def test_corrupt_page_is_told_and_nothing_is_written(path: Path, datasette: Datasette) -> None:
    assert say(datasette, "mark", paper="rammer", status="read")[0] == 200
    ((page,),) = rows(path, "SELECT rootpage FROM sqlite_master WHERE name = 'notes'")
    ((size,),) = rows(path, "PRAGMA page_size")
    rows(path, "PRAGMA wal_checkpoint (TRUNCATE)")
    with path.open("r+b") as file:
        file.seek((page - 1) * size)
        file.write(b"\xff" * size)
    status, said = say(Datasette([str(path)]), "note", paper="ansor", body="x")
    assert (status, said.partition(" (")[0]) == (500, f"{path} is damaged")
    assert say(datasette, "mark", paper="ansor", status="read")[0] == 200


def test_library_of_an_older_readtrack_is_not_written(path: Path, datasette: Datasette) -> None:
    with sqlite3.connect(path) as conn:
        conn.execute("PRAGMA user_version = 0")
    conn.close()
    assert say(datasette, "mark", paper="ansor", status="read") == (
        403,
        "This library is only shown: it is of an older readtrack. `readtrack list` brings it up to date.",
    )


def test_guests_trigger_that_refuses_is_told_and_nothing_is_written(path: Path, datasette: Datasette) -> None:
    with sqlite3.connect(path) as conn:
        conn.execute(
            "CREATE TRIGGER guest BEFORE INSERT ON notes BEGIN SELECT raise(ABORT, 'no notes on Tuesdays'); END"
        )
    conn.close()
    assert say(datasette, "note", paper="ansor", body="x") == (
        400,
        "The library does not take that: no notes on Tuesdays; nothing was changed.",
    )
    assert rows(path, "SELECT count(*) FROM changes") == [(1,)]


def test_search_words_of_a_note_are_found_at_once(path: Path, datasette: Datasette) -> None:
    say(datasette, "note", paper="ansor", body="zweihander")
    answer = asyncio.run(datasette.client.get(f"/library/papers.json?_shape=array&_search={quote('zweihander')}"))
    assert [paper["key"] for paper in answer.json()] == ["ansor"]
