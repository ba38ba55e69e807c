"""The library: every query and every write, as methods named with the user's verbs.

    opening.py   which file it is, how it is opened, made and written to
    changes.py   one change at a time: the transaction, and what is written down about it
    find.py      what was typed -> the paper that is meant
    papers.py    list, show, add, edit, remove
    readings.py  mark, and where the list stands
    notes.py     notes
    tags.py      tags

All SQL of readtrack lives here and in ``schema``.
"""

from __future__ import annotations

from readtrack.store.find import Finding
from readtrack.store.notes import Notes
from readtrack.store.papers import Papers
from readtrack.store.readings import Readings
from readtrack.store.tags import Tags

__all__ = ["Store"]


class Store(Papers, Readings, Notes, Tags, Finding):
    """A library on an open connection.

    Writes join the transaction that is open on the connection, or are one of their own.
    """
