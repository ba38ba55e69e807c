"""Tags: a name compares without regard to case, and keeps the spelling it was first given."""

from __future__ import annotations

from collections.abc import Sequence

from readtrack.errors import NotFoundError
from readtrack.model import Paper
from readtrack.store.changes import STANDING
from readtrack.store.find import Finding
from readtrack.typed import line_of


def tag_of(text: str) -> str:
    """A tag as the library keeps it: one line, single blanks.

    Raises:
        UsageError: there is nothing in it, or it is no line of text.
    """
    return line_of(text, "a tag", longest=100)


class Tags(Finding):
    """Tags on papers."""

    def add_tags(self, paper: Paper, tags: Sequence[str]) -> Paper:
        """Put ``tags`` on ``paper``; those it has already are no error."""
        names = [tag_of(tag) for tag in tags]
        with self.change(f"tag {paper.key} {', '.join(names)}"):
            self.put_tags(paper, names)
        return self.paper(paper.id)

    def put_tags(self, paper: Paper, names: Sequence[str]) -> None:
        """Put tags on ``paper``, in the open change."""
        self.conn.executemany(
            "INSERT OR IGNORE INTO paper_tags (paper, tag)"
            " SELECT ?, coalesce((SELECT name FROM tags WHERE name = ?), ?)",
            [(paper.id, name, name) for name in names],
        )

    def had_tag(self, paper: Paper, tag: str) -> bool:
        """Whether ``tag`` was ever on ``paper``."""
        found = self.conn.execute(
            f"SELECT 1 FROM history WHERE source = 'paper_tags' AND {STANDING}"
            " AND row = json_array(?, coalesce((SELECT name FROM tags WHERE name = ?), ?))",
            (paper.id, tag, tag),
        )
        return found.fetchone() is not None

    def remove_tags(self, paper: Paper, tags: Sequence[str]) -> Paper:
        """Take ``tags`` off ``paper``.

        Raises:
            NotFoundError: it does not have one of them; nothing is changed.
        """
        names = [tag_of(tag) for tag in tags]
        with self.change(f"untag {paper.key} {', '.join(names)}"):
            for name in names:
                gone = self.conn.execute("DELETE FROM paper_tags WHERE paper = ? AND tag = ?", (paper.id, name))
                if not gone.rowcount:
                    has = ", ".join(paper.tags) or "none"
                    raise NotFoundError(f'{paper.called} has no tag "{name}". Its tags: {has}.')
        return self.paper(paper.id)

    def tags(self) -> list[tuple[str, int]]:
        """Every tag, and on how many papers it is, most used first."""
        return [
            tuple(row)
            for row in self.conn.execute(
                """SELECT name, coalesce(n, 0) FROM tags
                LEFT JOIN (SELECT tag, count(*) AS n FROM paper_tags GROUP BY tag) ON tag = name ORDER BY 2 DESC, 1"""
            )
        ]

    def rename_tag(self, old: str, new: str) -> tuple[str, str, int, bool]:
        """Rename a tag everywhere; onto an existing tag it merges the two.

        Returns:
            the old name, the new one, on how many papers it is now, and whether two were merged.
        """
        was, name = self._tag(old), tag_of(new)
        with self.change(f"rename tag {was} to {name}"):
            other = self.conn.execute("SELECT name FROM tags WHERE name = ? AND name <> ?", (name, was)).fetchone()
            if other:
                name = other["name"]
                self.conn.execute(
                    "INSERT OR IGNORE INTO paper_tags (paper, tag) SELECT paper, ? FROM paper_tags WHERE tag = ?",
                    (name, was),
                )
                self._delete(was)
            elif name != was:
                self.conn.execute("UPDATE tags SET name = ? WHERE name = ?", (name, was))
        (count,) = self.conn.execute("SELECT count(*) FROM paper_tags WHERE tag = ?", (name,)).fetchone()
        return was, name, count, other is not None

    def delete_tag(self, tag: str) -> tuple[str, int]:
        """Delete a tag and take it off every paper; the tag and how many papers had it."""
        name = self._tag(tag)
        with self.change(f"delete tag {name}"):
            return name, self._delete(name)

    def _delete(self, name: str) -> int:
        count = self.conn.execute("DELETE FROM paper_tags WHERE tag = ?", (name,)).rowcount
        self.conn.execute("DELETE FROM tags WHERE name = ?", (name,))
        return count

    def _tag(self, words: str) -> str:
        found = self.conn.execute("SELECT name FROM tags WHERE name = ?", (tag_of(words),)).fetchone()
        if not found:
            from difflib import get_close_matches

            near = get_close_matches(words, [name for name, _ in self.tags()], n=1)
            hint = f" Did you mean {near[0]}?" if near else " `readtrack tags list` shows them."
            raise NotFoundError(f'there is no tag "{words}".{hint}')
        return str(found["name"])
