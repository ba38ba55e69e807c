"""Writing from the browser: ``POST /-/readtrack/DATABASE/VERB``, a form in, a sentence out.

Every verb calls the method of the store that the command line calls, and says what happened in the same words. With
``Accept: application/json`` the answer is ``{"ok": true, "said": sentence, "change": number}``, the number being what
``undo`` takes, null where nothing changed; or ``{"ok": false, "error": sentence}``. Without, it leads back to the page
in ``back``, and the sentence stands there as a message; but what was typed and could not be kept comes back in a form.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import parse_qsl

from datasette.utils import tilde_decode, tilde_encode
from datasette.utils.asgi import NotFound, Response

from readtrack import dates, render, render_log, schema
from readtrack.errors import NotFoundError, PaperNotFoundError, ReadtrackError, RefusedError, UsageError
from readtrack.model import Mark, Note, Paper, Plan, text_of
from readtrack.store import Store, undoing
from readtrack.store.faults import known_of, sentence_of
from readtrack.store.latest import latest
from readtrack.store.logs import logged
from readtrack.store.readings import progress_of
from readtrack.web import again, guard, libraries

Form = dict[str, str]


class ChangedError(RefusedError):
    """A note that is no longer what the form was filled with, but ``now``."""

    def __init__(self, sentence: str, now: Note) -> None:
        super().__init__(sentence)
        self.now = now


class Done(NamedTuple):
    """What was written: the sentence that says so, and the number of the change; None where nothing changed."""

    said: str
    change: int | None


class Failure(NamedTuple):
    """Why nothing was written. ``now``: the note as it is, if that is why."""

    status: int
    said: str
    now: Note | None


LARGEST = 1_000_000
"""Bytes of a form."""
_FORM = "application/x-www-form-urlencoded"
_SCREEN = render.Screen(width=80, colour=False, unicode=True)
_WIDE = _SCREEN._replace(width=10_000)


async def write(datasette: Any, request: Any) -> Any:
    """Answer a request to the route of a verb."""
    database, verb = (tilde_decode(request.url_vars[name]) for name in ("database", "verb"))
    if verb not in VERBS or not libraries.is_library(datasette, database):
        raise NotFound("There is nothing to write to here.")
    if request.method != "POST":
        return Response.text("This is only for the forms of a page.\n", status=405, headers={"Allow": "POST"})
    form: Form = {}
    now = None
    try:
        form = await _form(request)
        said = await guard.refusal(datasette, request, database, form.get("token"))
        if said is None:
            return _done(datasette, request, database, form, await _written(datasette, database, VERBS[verb], form))
        status = 403
    except ChangedError as error:
        status, said, now = 409, str(error), error.now
    except (ReadtrackError, sqlite3.Error) as error:
        status, said = _fault(error, Path(datasette.databases[database].path))
    return await _failed(datasette, request, database, verb, form, Failure(status, _plain(said), now))


def _fault(error: Exception, path: Path) -> tuple[int, str]:
    """The status and the sentence for what went wrong; what nobody expects is raised again."""
    if isinstance(error, PaperNotFoundError):
        return 404, f'there is no paper "{error.words[:80]}" any more.'
    if isinstance(error, ReadtrackError):
        return 404 if isinstance(error, NotFoundError) else 400, str(error)
    if isinstance(error, sqlite3.IntegrityError):
        return 400, f"the library does not take that: {error}; nothing was changed."
    if isinstance(error, sqlite3.Error):
        if known := known_of(error, _FAULTS):
            return known
        if said := sentence_of(error, path):
            return 500, said
    raise error


_BUSY = 503, "another program is writing to the library; nothing was changed. Try again."
_FULL = 507, "the disk is full; nothing was changed."
_FAULTS = {
    "BUSY": _BUSY,
    "FULL": _FULL,
    "IOERR_SHMSIZE": _FULL,
    "LOCKED": _BUSY,
    "READONLY": (403, "this library cannot be written to: the file or its folder is read-only. Nothing was changed."),
    "READONLY_DBMOVED": (
        503,
        "the library was replaced meanwhile; nothing was changed. Start Datasette again.",
    ),
}


async def _written(datasette: Any, database: str, verb: Callable[[Store, Form], str], form: Form) -> Done:
    """Do it, as one transaction."""
    db = datasette.databases[database]
    begins = hasattr(datasette, "allowed")  # Datasette 1.0 begins a transaction and ends it, 0.65 leaves both to us

    def job(conn: sqlite3.Connection) -> Done:
        if not begins:
            conn.commit()  # what another plugin left open on this connection; Datasette would let it in just so
            conn.execute("BEGIN IMMEDIATE")
        try:
            if schema.version_of(conn, database) < schema.VERSION:
                raise RefusedError(f"{database} is of an older readtrack; `readtrack list` brings it up to date.")
            store = Store(conn, actor="browser")
            before, said, after = latest(store), verb(store, form), latest(store)
            if not begins:
                conn.execute("COMMIT")
        except BaseException:
            if not begins:
                conn.rollback()
            raise
        return Done(said, after if after != before else None)

    done: Done = await db.execute_write_fn(job)
    return done


async def _form(request: Any) -> Form:
    """The fields of the form.

    Raises:
        UsageError: it is too large, not whole, or no form.
    """
    kind, _, more = request.headers.get("content-type", "").lower().partition(";")
    charset = re.search(r"charset\s*=\s*\"?([\w-]+)", more)
    if kind.strip() != _FORM or (charset and charset[1] not in ("utf-8", "utf8", "us-ascii")):
        raise UsageError(f"a form is sent as {_FORM}, in UTF-8; nothing was changed.")
    body = bytearray()
    while True:
        message = await request.receive()
        if message["type"] == "http.disconnect":
            raise UsageError("only a part of the form came through; nothing was changed.")
        body += message.get("body", b"")
        if len(body) > LARGEST:
            raise UsageError(f"that is too long: at most {LARGEST:,} bytes; nothing was changed.")
        if not message.get("more_body"):
            break
    try:
        fields = parse_qsl(body.decode("ascii"), keep_blank_values=True, errors="strict", max_num_fields=50)
    except ValueError:
        raise UsageError("that is no form in UTF-8; nothing was changed.") from None
    form = dict(fields)
    if len(form) < len(fields):
        raise UsageError("a field stands twice in that form; nothing was changed.")
    return form


def _done(datasette: Any, request: Any, database: str, form: Form, done: Done) -> Any:
    said = _plain(done.said)
    if _wants_json(request):
        return _unkept(Response.json({"ok": True, "said": said, "change": done.change}))
    return _returned(datasette, request, database, form, said, datasette.INFO)


async def _failed(datasette: Any, request: Any, database: str, verb: str, form: Form, failure: Failure) -> Any:
    if _wants_json(request):
        return _unkept(Response.json({"ok": False, "error": failure.said}, status=failure.status))
    # What another site fills in is not shown as if it had been typed here.
    if verb not in again.KEPT or guard.is_foreign(request):
        return _returned(datasette, request, database, form, failure.said, datasette.ERROR)
    token = guard.token(datasette) if await guard.may_write(datasette, request, database) else None
    now = failure.now
    if now:
        form = {**form, "was": now.updated_at or ""}
    text = await again.page(
        datasette,
        request,
        again.Again(
            failure.said,
            str(datasette.urls.path(f"/-/readtrack/{tilde_encode(database)}/{verb}")),
            _back(datasette, database, form),
            token,
            "\n\n".join(filter(None, (now.quote, now.body))) if now else None,
            *again.filled(verb, form),
        ),
    )
    return _unkept(Response.html(text, status=failure.status))


def _returned(datasette: Any, request: Any, database: str, form: Form, said: str, kind: int) -> Any:
    datasette.add_message(request, said, kind)
    return _unkept(Response.redirect(_back(datasette, database, form), status=303))


def _unkept(answer: Any) -> Any:
    answer.headers["Cache-Control"] = "no-store"
    return answer


def _wants_json(request: Any) -> bool:
    return "application/json" in request.headers.get("accept", "")


def _plain(sentence: str) -> str:
    said = render.plain(sentence)[:1000]  # it has to fit into a cookie
    return said[:1].upper() + said[1:]


def _back(datasette: Any, database: str, form: Form) -> str:
    """The page to return to, if it is one of this server; else the list of papers."""
    # "//host" and "/\host" are other servers to a browser, and it drops tabs and line ends before it looks.
    if re.fullmatch(r"/(?![/\\])[!-\[\]-~]*", form.get("back", "")):
        return form["back"]
    return str(datasette.urls.table(database, "papers"))


def _needed(form: Form, field: str) -> str:
    if not form.get(field, "").strip():
        raise UsageError(f"the form lacks {field}; nothing was changed.")
    return form[field].strip()


def _mark(store: Store, form: Form) -> str:
    paper = store.paper_keyed(_needed(form, "paper"))
    done = store.mark([paper], _mark_of(form, paper))
    topic = store.standing(done[0].after.topic) if done[0].after.topic else None
    return render.marked(done, store.standing(), topic, _SCREEN)


def _mark_of(form: Form, paper: Paper) -> Mark:
    """The fields of the form as one Mark, if they make sense together."""
    status, on, rating, progress = (
        form.get(name, "").strip() or None for name in ("status", "on", "rating", "progress")
    )
    again = form.get("again", "").strip().lower() not in ("", "0", "false", "no", "off")
    if status and status not in schema.STATUSES:
        raise UsageError(f'"{status[:40]}" is no status; say one of {", ".join(schema.STATUSES)}.')
    if rating and not re.fullmatch("[1-5]", rating):
        raise UsageError(f'"{rating[:40]}" is no rating; say 1 to 5.')
    if not (status or rating or progress or again):
        raise UsageError("say what you did: a status, a rating, or how far you are.")
    if status == "unread" and (on or rating or progress or again):
        raise UsageError("unread takes the readings away; no day, rating or progress goes with it.")
    if on and (status == "queued" or not (status or progress or again)):
        raise UsageError("a day is when you began or finished; say which of these with it.")
    if rating and not (status or progress or again) and paper.status == "unread":
        raise RefusedError(f"{paper.called} is unread; say first that you read or skimmed it.")
    if progress and not (status or again) and paper.status in schema.FINISHED:
        raise RefusedError(f"{paper.called} is {paper.status} already; begin a new reading first.")
    day = dates.parse_when(on) if on else None
    if day and day > dates.today().isoformat():
        raise UsageError(f"{dates.day_text(day)} has not come yet.")
    return Mark(status, day, int(rating) if rating else None, progress_of(progress) if progress else None, again)


def _plan(store: Store, form: Form) -> str:
    paper = store.paper_keyed(_needed(form, "paper"))
    due, priority = (form[name].strip() if name in form else None for name in ("due", "priority"))
    if due is None and priority is None:
        raise UsageError("say what you plan: a day, or a priority.")
    if priority and priority not in schema.PRIORITIES:
        raise UsageError(f'"{priority[:40]}" is no priority; say {", ".join(schema.PRIORITIES)}, or nothing.')
    day = dates.parse_day(due, prefer="future") if due else due
    return render.planned(store.plan([paper], Plan(day, priority))[0])


def _tag(store: Store, form: Form) -> str:
    paper = store.paper_keyed(_needed(form, "paper"))
    tags = [tag for tag in _needed(form, "tag").split(",") if tag.strip()]
    if not tags:
        raise UsageError("a tag cannot be empty.")
    return render.tags_line(paper, store.add_tags(paper, tags))


def _untag(store: Store, form: Form) -> str:
    paper = store.paper_keyed(_needed(form, "paper"))
    return render.tags_line(paper, store.remove_tags(paper, [_needed(form, "tag")]))


def _note(store: Store, form: Form) -> str:
    paper = store.paper_keyed(_needed(form, "paper"))
    body, page, quote = _note_fields(form)
    return render.note_line(store.add_note(paper, body or "", page=page, quote=quote), paper.called)


def _edit_note(store: Store, form: Form) -> str:
    note = _note_of(store, form)
    if form.get("was", note.updated_at or "").strip() != (note.updated_at or ""):
        raise ChangedError(
            f"note {note.id} was changed meanwhile, in another tab or by another program; what you typed was not kept.",
            note,
        )
    called = store.paper_keyed(note.paper).called
    body, page, quote = _note_fields(form)
    edited = store.edit_note(note, text=body, page=page, quote=quote)
    return render.note_changed(note._replace(paper=called), edited._replace(paper=called))


def _remove_note(store: Store, form: Form) -> str:
    note = _note_of(store, form)
    called = store.paper_keyed(note.paper).called
    return render.note_line(store.remove_note(note), called, verb="Removed ")


def _undo(store: Store, form: Form) -> str:
    """Take back the change that the page has just made; of one that took another back, bring that back."""
    number = _needed(form, "change")
    last = next(undoing.undoable(store), None)
    if last and number == str(last.id):
        word, done = "Undone", undoing.undo(store)
    elif number == str(latest(store)):
        word, done = "Redone", undoing.redo(store)
    else:
        raise RefusedError("something else was changed since; nothing was taken back.")
    return render_log.taken_back(word, logged(store, done), _WIDE).replace("\n", "; ")


def _note_fields(form: Form) -> tuple[str | None, str | None, str | None]:
    """Body, page and quote: None where the form has no such field, empty where nothing is in it."""
    body, page, quote = (text_of(form[name]) or "" if name in form else None for name in ("body", "page", "quote"))
    return body, page, quote


def _note_of(store: Store, form: Form) -> Note:
    number = _needed(form, "note")
    try:
        note = store.note(int(number) if re.fullmatch(r"\d{1,18}", number, re.ASCII) else 0)
    except NotFoundError:
        raise NotFoundError(f"there is no note {number[:40]} any more.") from None
    if "paper" in form and form["paper"].strip() != note.paper:
        raise NotFoundError(f"note {number} is on another paper.")
    return note


VERBS: dict[str, Callable[[Store, Form], str]] = {
    "mark": _mark,
    "plan": _plan,
    "tag": _tag,
    "untag": _untag,
    "note": _note,
    "edit-note": _edit_note,
    "remove-note": _remove_note,
    "undo": _undo,
}
"""What stands behind the database in the URL -> what it does with the fields of the form; what to say of it."""
